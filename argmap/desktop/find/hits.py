"""What in the map has the words that are looked for, kept up to date edit by edit.

After an edit only what it changed is looked at again. The order in which hits are gone through is
that of the outline; it is found when somebody wants to go on, and kept until the map is another.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from argmap.model import walk
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.concerned import rearranges
from argmap.model.history.patch import Patch
from argmap.model.searching import citing, drawn, has, needle


class Hits:
    """The ids of statements and relations with some words in them."""

    def __init__(self) -> None:
        self.words = ""
        self.found: frozenset[str] = frozenset()
        self._argument_map = ArgumentMap()
        self._ordered_for: object = None
        self._place: Mapping[str, int] = {}

    def look_for(self, words: str, argument_map: ArgumentMap) -> None:
        """Find what has the words; nothing for blanks.

        Who types on finds less and less, and only what was found before is looked at again.
        """
        before = needle(self.words) if argument_map is self._argument_map else ""
        among = self.found
        if not before or before not in needle(words):
            among = frozenset((*argument_map.statement_by_id, *argument_map.relation_by_id))
        self.words, self._argument_map = words, argument_map
        self.found = self._matching(among) if needle(words) else frozenset()

    def follow(self, patch: Patch, argument_map: ArgumentMap) -> None:
        """Look again at what a change of the map has changed."""
        if self.ordered and not rearranges(patch):
            self._ordered_for = argument_map
        self._argument_map = argument_map
        if not needle(self.words):
            return
        sources = {change.id for change in patch.of("sources")}
        changed = {*patch.ids, *citing(argument_map, sources)}
        self.found = (self.found - changed) | self._matching(changed)

    @property
    def ordered(self) -> bool:
        """Whether the order of the hits is known without going through the map."""
        return self._ordered_for is self._argument_map

    def drawn(self, id_: str) -> bool:
        """Whether a hit's words can be seen on its card; else they are in a quote or the like."""
        return drawn(self._argument_map, id_, needle(self.words))

    def in_order(self) -> tuple[str, ...]:
        """Return the hits as the outline has them."""
        return tuple(sorted(self.found, key=self.places().__getitem__))

    def places(self) -> Mapping[str, int]:
        """Return where in the outline each statement and relation stands, counted from 0."""
        if not self.ordered:
            order = walk.reading_order(self._argument_map)
            self._place = {id_: at for at, id_ in enumerate(order)}
            self._ordered_for = self._argument_map
        return self._place

    def _matching(self, ids: Collection[str]) -> frozenset[str]:
        wanted = needle(self.words)
        return frozenset(id_ for id_ in ids if has(self._argument_map, id_, wanted))
