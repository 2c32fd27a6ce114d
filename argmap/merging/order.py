"""The order of three lists of names merged into one.

What neither side moved keeps the order of the base. Whatever a side added or moved stands behind
that neighbour behind which the side has it. Where both put something at the same place, the one
whose first name comes first in the alphabet stands first, and where both moved one thing to
different places the earlier place wins: so it makes no difference which side is called ours.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Sequence
from typing import TypeVar

from argmap.model.history.patch import longest_increasing

Name = TypeVar("Name", bound=Hashable)
Runs = dict["Name | None", list[Name]]
"""What a side put behind each name that stayed; None is the start."""


def merged_order(
    base: Sequence[Name], one: Sequence[Name], other: Sequence[Name], kept: Collection[Name]
) -> list[Name]:
    """Return the names in `kept` in their merged order; each stands in at least one list."""
    kept = set(kept)
    if base == one == other and len(kept) == len(base):
        return list(base)
    placed, also = _placed(base, one) & kept, _placed(base, other) & kept
    anchors = [name for name in base if name in kept and name not in placed and name not in also]
    first, second = _runs(one, placed, anchors), _runs(other, also, anchors)
    _choose(first, second, anchors)
    found: list[Name] = []
    for anchor in (None, *anchors):
        found += [] if anchor is None else [anchor]
        if anchor in first or anchor in second:
            found += _both(first.get(anchor, []), second.get(anchor, []))
    return found


def _placed(base: Sequence[Name], side: Sequence[Name]) -> set[Name]:
    """Return what a side added, or moved among the rest."""
    place = {name: at for at, name in enumerate(side)}
    common = [name for name in base if name in place]
    stayed = longest_increasing(common, place)
    known = set(common)
    return {name for name in side if name not in known or name not in stayed}


def _runs(side: Sequence[Name], placed: set[Name], anchors: Collection[Name]) -> Runs[Name]:
    fixed = set(anchors)
    runs: Runs[Name] = defaultdict(list)
    at: Name | None = None
    for name in side:
        if name in fixed:
            at = name
        elif name in placed:
            runs[at].append(name)
    return runs


def _choose(first: Runs[Name], second: Runs[Name], anchors: Sequence[Name]) -> None:
    """Leave what stands in two runs only behind the earlier anchor."""
    rank: dict[Name | None, int] = {None: -1} | {name: at for at, name in enumerate(anchors)}
    behind = {name: anchor for anchor, run in first.items() for name in run}
    for anchor, run in second.items():
        for name in list(run):
            if name not in behind or behind[name] == anchor:
                continue
            if rank[behind[name]] < rank[anchor]:
                run.remove(name)
            else:
                first[behind[name]].remove(name)


def _both(one: Sequence[Name], other: Sequence[Name]) -> list[Name]:
    """Merge two runs at the same place; what both hold ties them together."""
    one, other = sorted((one, other), key=lambda run: [str(name) for name in run])
    place = {name: at for at, name in enumerate(other)}
    shared = [name for name in one if name in place]
    ties = longest_increasing(shared, place)
    doubled = {name for name in shared if name not in ties}
    other = [name for name in other if name not in doubled]
    found: list[Name] = []
    at = 0
    for tie in [name for name in shared if name in ties]:
        stop = list(one).index(tie)
        end = other.index(tie)
        found += _side_by_side(one[at:stop], other[:end])
        found.append(tie)
        at, other = stop + 1, other[end + 1 :]
    return found + _side_by_side(one[at:], other)


def _side_by_side(one: Sequence[Name], other: Sequence[Name]) -> list[Name]:
    return [name for run in sorted((one, other), key=_first) for name in run]


def _first(run: Sequence[Name]) -> str:
    return str(run[0]) if run else ""
