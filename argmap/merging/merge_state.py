"""A merge that is being made: the items that are to stand, and the conflicts found so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from argmap.merging.fields import conflict_about
from argmap.model.argument_map import GONE, SECTIONS, ArgumentMap, Conflict, Item, Side
from argmap.store.schema.tables import table_of

Items = dict[str, Item]


def by_id(argument_map: ArgumentMap, section: str) -> Mapping[str, Item]:
    """Return the items of a section by their ids."""
    found: Mapping[str, Item] = getattr(argument_map, f"{section.removesuffix('s')}_by_id")
    return found


@dataclass(slots=True)
class MergeState:
    """What becomes of three maps.

    `twice` are ids that both sides made and meant different things by: where theirs names one of
    them, it does not mean what now stands under it.
    """

    base: ArgumentMap
    ours: ArgumentMap
    theirs: ArgumentMap
    items: dict[str, Items] = field(default_factory=lambda: {name: {} for name in SECTIONS})
    conflicts: dict[tuple[str, str], Conflict] = field(default_factory=dict)
    twice: set[str] = field(default_factory=set)

    def note(self, conflict: Conflict) -> None:
        """Take a conflict down; the first one about the same thing stays."""
        self.conflicts.setdefault((conflict.id, conflict.key), conflict)

    def note_item(self, section: str, id_: str) -> None:
        """Take down that the sides differ about a whole item; ours is what stands."""
        before, theirs = by_id(self.base, section).get(id_), by_id(self.theirs, section).get(id_)
        ours = self.items[section].get(id_)
        self.note(Conflict(id_, section, _side(before), _side(ours), _side(theirs)))

    def note_key(self, section: str, id_: str, key: str) -> None:
        """Take down that the sides differ about a key of an item; what stands is ours."""
        before, theirs = by_id(self.base, section).get(id_), by_id(self.theirs, section)[id_]
        self.note(conflict_about(self.items[section][id_], key, before, theirs))

    def restore(self, section: str, id_: str) -> None:
        """Let an item stand as in ours, although theirs deleted it."""
        self.items[section][id_] = by_id(self.ours, section)[id_]
        self.note_item(section, id_)
        for other in SECTIONS:
            if other != section and id_ in self.items[other]:
                self.drop(other, id_)
                self.twice.add(id_)

    def drop(self, section: str, id_: str) -> None:
        """Let an item that only theirs has wait among the conflicts."""
        del self.items[section][id_]
        self.note_item(section, id_)


def _side(item: Item | None) -> Side:
    return GONE if item is None else table_of(item)
