"""The difference between two maps: the one currency in which change is traded.

The same `Patch` is a step of the history, the event that panels hear, what tells the writer which
lines to touch, and what `argmap diff` shows. Order is data: a change of an item carries the places
at which it stood and stands, and only items that really moved count as moved (all others keep
their relative order: a longest increasing subsequence), so a patch is small and its inverse exact.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from operator import is_, lt
from typing import Any, TypeVar

from argmap.frozen import frozen
from argmap.model.argument_map import FIELDS, SECTIONS, ArgumentMap, Item
from argmap.model.by_identity import common_ends, places_of

Name = TypeVar("Name", bound=Hashable)


@frozen
class FieldChange:
    """A field of the map itself (one of FIELDS) that changed."""

    name: str
    before: object
    after: object


@frozen
class Change:
    """An item of a section that came (`before` is None), went (`after` is None), or changed.

    `was_at` and `now_at` are indexes in the section's list before and after. Both are None for
    an item that kept its place among the others; both are numbers for one that moved.
    """

    section: str
    before: Item | None
    after: Item | None
    was_at: int | None = None
    now_at: int | None = None

    @property
    def id(self) -> str:
        """The item's id, which never changes."""
        item = self.after or self.before
        assert item is not None, "a change has a side"
        return item.id

    def inverse(self) -> Change:
        """Return the change that takes this one back."""
        return Change(self.section, self.after, self.before, self.now_at, self.was_at)


@frozen
class Patch:
    """What changed, per field and per id; empty (false) where nothing did."""

    fields: tuple[FieldChange, ...] = ()
    changes: tuple[Change, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.fields or self.changes)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all items that changed."""
        return frozenset(change.id for change in self.changes)

    def of(self, section: str) -> tuple[Change, ...]:
        """Return the changes of one section."""
        return tuple(change for change in self.changes if change.section == section)

    def inverse(self) -> Patch:
        """Return the patch that takes this one back."""
        fields = tuple(FieldChange(f.name, f.after, f.before) for f in self.fields)
        return Patch(fields, tuple(change.inverse() for change in self.changes))

    def apply(self, argument_map: ArgumentMap) -> ArgumentMap:
        """Return the map after the change; the map must be the one the patch was made from."""
        updates: dict[str, Any] = {f.name: f.after for f in self.fields}
        for section in SECTIONS:
            changes = self.of(section)
            if changes:
                updates[section] = _applied(getattr(argument_map, section), changes)
        return replace(argument_map, **updates) if updates else argument_map


def diff(before: ArgumentMap, after: ArgumentMap) -> Patch:
    """Return what changed from one map to the other: `diff(a, b).apply(a) == b`."""
    fields = tuple(
        FieldChange(name, getattr(before, name), getattr(after, name))
        for name in FIELDS
        if getattr(before, name) != getattr(after, name)
    )
    changes = [
        change
        for section in SECTIONS
        for change in _changes(section, getattr(before, section), getattr(after, section))
    ]
    return Patch(fields, tuple(changes))


def keeping(before: ArgumentMap, after: ArgumentMap) -> ArgumentMap:
    """Return a map that equals `after`, made of the items of `before` as far as they are alike.

    Whoever looks for a difference by identity, as `diff` does first, then finds it at once.
    """
    kept: dict[str, Any] = {
        name: _kept(getattr(before, name), getattr(after, name)) for name in SECTIONS
    }
    return replace(after, **kept)


def _kept(before: tuple[Item, ...], after: tuple[Item, ...]) -> tuple[Item, ...]:
    by_id = {item.id: item for item in before}
    kept = tuple(old if (old := by_id.get(item.id, item)) == item else item for item in after)
    same = len(kept) == len(before) and all(map(is_, kept, before))
    return before if same else kept


def _applied(items: tuple[Item, ...], changes: Iterable[Change]) -> tuple[Item, ...]:
    by_id = {change.id: change for change in changes}
    kept = list(items)
    for index in places_of(by_id, items):
        after = by_id[items[index].id].after
        if after is not None:
            kept[index] = after
    for index in sorted((c.was_at for c in by_id.values() if c.was_at is not None), reverse=True):
        del kept[index]
    arriving = [(c.now_at, c.after) for c in by_id.values() if c.now_at is not None and c.after]
    for index, item in sorted(arriving, key=lambda pair: pair[0]):
        kept.insert(index, item)
    return tuple(kept)


def _changes(section: str, before: Sequence[Item], after: Sequence[Item]) -> list[Change]:
    if before is after:
        return []
    start, end = common_ends(before, after)
    old = {item.id: index for index, item in enumerate(before[start : len(before) - end], start)}
    new = {item.id: index for index, item in enumerate(after[start : len(after) - end], start)}
    common = [id_ for id_ in old if id_ in new]
    unmoved = longest_increasing(common, new)
    changes = [
        Change(section, before[old[id_]], None, old[id_], None) for id_ in old if id_ not in new
    ]
    for id_, index in new.items():
        if id_ not in old:
            changes.append(Change(section, None, after[index], None, index))
        elif id_ not in unmoved:
            changes.append(Change(section, before[old[id_]], after[index], old[id_], index))
        elif before[old[id_]] is not after[index] and before[old[id_]] != after[index]:
            changes.append(Change(section, before[old[id_]], after[index]))
    return changes


def longest_increasing(names: Sequence[Name], place: Mapping[Name, int]) -> Collection[Name]:
    """Return the names of a longest subsequence whose places increase (patience sorting)."""
    places = [place[name] for name in names]
    if all(map(lt, places, places[1:])):
        return place.keys()  # Nothing moved, which is the usual case and should cost little.
    tails: list[int] = []
    ends: list[Name] = []
    previous: dict[Name, Name | None] = {}
    for name, here in zip(names, places, strict=True):
        pile = bisect_left(tails, here)
        previous[name] = ends[pile - 1] if pile else None
        tails[pile : pile + 1] = [here]
        ends[pile : pile + 1] = [name]
    chain: set[Name] = set()
    at = ends[-1] if ends else None
    while at is not None:
        chain.add(at)
        at = previous[at]
    return frozenset(chain)
