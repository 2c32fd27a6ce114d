"""The map as it would be with the card that is being written: so the picture makes room for it.

A draft is no part of the map. It is placed as if it were, which tells where its card will stand,
and taken out of the picture again, since its editor is what is seen of it. Its card is as wide as
its editor (`Arrangement.wide`), or all would close up as soon as a short text is there. A card of
the map whose text is written anew stays in the picture, below its editor.
"""

from __future__ import annotations

from dataclasses import replace

from argmap.desktop.draft import Draft
from argmap.drawing.dot.card import TEXT, widest
from argmap.drawing.dot.labels import SLACK
from argmap.drawing.picture import Arrow, Picture, Piece
from argmap.drawing.text.measure import wrap
from argmap.errors import ArgmapError
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.model.history.patch import Patch

_SAID = "n"
"""What a draft says at first, so that its id is the same whatever it says later."""


@frozen
class Drafted:
    """A map with a draft in it, and the ids of what the draft adds, if anything: its card first."""

    argument_map: ArgumentMap
    statements: tuple[str, ...]
    relations: tuple[str, ...]

    def became(self, patch: Patch) -> dict[str, str]:
        """Return the ids that a patch gives to what the draft adds, in the order of the file."""
        names: dict[str, str] = {}
        for section, ids in (("statements", self.statements), ("relations", self.relations)):
            made = [change.id for change in patch.of(section) if change.before is None]
            names |= dict(zip(ids, made, strict=False))
        return names


@frozen
class Outlook:
    """Where a draft's card will stand, and the arrows that will lead from it."""

    card: Piece
    arrows: tuple[Arrow, ...]


def room_of(text: str) -> tuple[int, int]:
    """Return how many lines a text takes on a card that is being written, and how wide they are."""
    wide = widest(text)
    return (len(wrap(text, wide - SLACK, TEXT)) if text else 1), wide


def drafted(argument_map: ArgumentMap, draft: Draft, text: str) -> Drafted | None:
    """Return the map with a draft of that text, or None where no card can be made."""
    try:
        made = draft.make(argument_map, text if draft.edits else _SAID)
    except ArgmapError:
        return None
    before = argument_map
    new = tuple(s.id for s in made.statements if s.id not in before.statement_by_id)
    if new and text:
        made = edit.set_fields(made, new[0], text=text)
    steps = tuple(r.id for r in made.relations if r.id not in before.relation_by_id)
    return Drafted(made, new, steps)


def without_draft(picture: Picture, draft: Drafted) -> tuple[Picture, Outlook | None]:
    """Return the picture without what a draft adds, and what that is if it is in view."""
    if not draft.statements:
        return picture, None
    cards, arrows = set(draft.statements), set(draft.relations)
    card = picture.card_by_id.get(draft.statements[0])
    own = tuple(arrow for arrow in picture.arrows if arrow.id in arrows)
    left = replace(
        picture,
        cards=tuple(c for c in picture.cards if c.id not in cards),
        arrows=tuple(a for a in picture.arrows if a.id not in arrows),
    )
    return left, Outlook(card, own) if card else None
