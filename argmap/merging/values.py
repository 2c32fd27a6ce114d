"""Three values merged into one: single ones, lists, and mappings.

Whoever alone changed a value has it changed; both to the same is no clash either. Lists merge by
what was put in and taken out, mappings key by key. What cannot be merged is a `CLASH`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from enum import Enum
from typing import Any, TypeAlias, TypeVar

from argmap.merging.order import merged_order
from argmap.model.argument_map import GONE, Table

Name = TypeVar("Name", bound=Hashable)


class Clash(Enum):
    """What comes of values that cannot be merged."""

    CLASH = "clash"


CLASH = Clash.CLASH
Merge: TypeAlias = Callable[[Any, Any, Any], Any]
"""From base, ours and theirs to the merged value, or CLASH."""


def same(one: object, other: object) -> bool:
    """Whether two values are written alike; `true` and 1 are not."""
    return one is other or (one == other and repr(one) == repr(other))


def single(base: Any, ours: Any, theirs: Any) -> Any:
    """Merge values that are taken whole."""
    if same(theirs, base) or same(ours, theirs):
        return ours
    return theirs if same(ours, base) else CLASH


def listed(base: tuple[Name, ...], ours: tuple[Name, ...], theirs: tuple[Name, ...]) -> Any:
    """Merge lists, unless both put different things in the place of the same one."""
    whole = single(base, ours, theirs)
    if whole is not CLASH or _repeats(base, ours, theirs):
        return whole
    dropped = (set(base) - set(ours)) & (set(base) - set(theirs))
    added, also = set(ours) - set(base), set(theirs) - set(base)
    if dropped and added and also and added != also:
        return CLASH
    return _united(base, ours, theirs)


def premises(base: tuple[str, ...], ours: tuple[str, ...], theirs: tuple[str, ...]) -> Any:
    """Merge the premises of a step, unless it would lose some and gain others, or lose all.

    Linked premises bear together: without one of them the step is another that nobody drew.
    """
    merged = listed(base, ours, theirs)
    if merged is CLASH or merged in (ours, theirs):
        return merged
    gained = (set(ours) | set(theirs)) - set(base)
    lost = set(base) - (set(ours) & set(theirs))
    return CLASH if not merged or (gained and lost) else merged


def keyed(base: Table, ours: Table, theirs: Table) -> tuple[Table, tuple[str, ...]]:
    """Merge mappings key by key; where one clashes it stays ours, and is named."""
    before, mine, yours = dict(base.pairs), dict(ours.pairs), dict(theirs.pairs)
    merged: dict[str, Any] = {}
    clashes: list[str] = []
    for name in {**before, **mine, **yours}:
        sides = [side.get(name, GONE) for side in (before, mine, yours)]
        value = _nested(*sides)
        if value is CLASH:
            clashes.append(name)
            value = sides[1]
        if value is not GONE:
            merged[name] = value
    order = merged_order(list(before), list(mine), list(yours), merged.keys())
    return Table(tuple((name, merged[name]) for name in order)), tuple(clashes)


def _nested(base: Any, ours: Any, theirs: Any) -> Any:
    """Merge values of an unknown key: a mapping in it is merged, unless something in it clashes."""
    whole = single(base, ours, theirs)
    if whole is not CLASH or not isinstance(ours, Table) or not isinstance(theirs, Table):
        return whole
    merged, clashes = keyed(base if isinstance(base, Table) else Table(()), ours, theirs)
    return CLASH if clashes else merged


def _united(
    base: tuple[Name, ...], ours: tuple[Name, ...], theirs: tuple[Name, ...]
) -> tuple[Name, ...]:
    stays = set(base) & set(ours) & set(theirs)
    kept = stays | (set(ours) - set(base)) | (set(theirs) - set(base))
    return tuple(merged_order(base, ours, theirs, kept))


def _repeats(*lists: tuple[Name, ...]) -> bool:
    """Whether something stands twice in one of the lists, so that nobody can say which moved."""
    return any(len(set(items)) < len(items) for items in lists)
