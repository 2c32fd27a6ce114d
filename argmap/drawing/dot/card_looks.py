"""Cards measured once: what a statement's card looks like, kept while nothing of it changes."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from argmap.drawing.dot.card import Card, card
from argmap.drawing.dot.nodes import card_node
from argmap.drawing.legend import GROUPS
from argmap.drawing.marks import UNMARKED, Mark
from argmap.drawing.options import DrawingOptions
from argmap.drawing.text.letters import Letters
from argmap.drawing.theme import Theme
from argmap.model.argument_map import ArgumentMap, Group, Statement
from argmap.model.folded_groups import folded_group
from argmap.references.attribution import attribution


class CardLook(NamedTuple):
    """A card's size in points, and the attributes of its node but for label, id and place."""

    size: tuple[float, float]
    attributes: dict[str, str]
    card: Card
    letters: tuple[Letters, ...]
    """Its lines where they stand, seen from its middle."""
    key: str
    """What is the same for two cards that look alike."""


class _Seen(NamedTuple):
    """What the look of a card depends on."""

    statement: Statement
    group: Group | None
    listed: tuple[Group, ...]
    source: str
    mark: Mark
    titles: bool


class CardLooks:
    """The looks of cards by statement, each worked out when something of it has changed.

    `measured` counts how many have been worked out.
    """

    def __init__(self) -> None:
        self.measured = 0
        self._theme: Theme | None = None
        self._known: dict[str, tuple[_Seen, CardLook]] = {}

    def of(
        self, argument_map: ArgumentMap, statement: Statement, options: DrawingOptions
    ) -> CardLook:
        """Return the look of a statement's card."""
        if options.theme is not self._theme:
            self._theme, self._known = options.theme, {}
        mark = options.marks.get(statement.id, UNMARKED)
        source = attribution(argument_map, statement)
        group = folded_group(argument_map, statement.id)
        listed = argument_map.groups if statement.id == GROUPS else ()
        seen = _Seen(statement, group, listed, source, mark, options.titles)
        known = self._known.get(statement.id)
        if known is not None and known[0] == seen:
            return known[1]
        self.measured += 1
        made = card(argument_map, statement, options.theme, mark, titles=options.titles)
        look = _look(made, card_node(statement, group, mark, options.theme))
        self._known[statement.id] = seen, look
        return look

    def forget_all_but(self, ids: Collection[str]) -> None:
        """Forget the cards that are no longer needed, if they are many."""
        if len(self._known) > 2 * len(ids) + 100:
            self._known = {id_: known for id_, known in self._known.items() if id_ in ids}


def _look(made: Card, node: dict[str, str]) -> CardLook:
    attributes = {**node, **made.node_size}
    del attributes["id"]
    letters = made.letters
    said = [f"{one.x:g} {one.y:g} {one.font} {one.colour} {one.text}" for one in letters]
    key = "\0".join((*attributes.values(), *said))
    return CardLook(made.size, attributes, made, letters, key)
