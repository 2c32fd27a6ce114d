r"""Divides a map into parts that can be read on a page: an overview, and its branches on others.

page 1     [claim]          The overview is opened from the top, level by level, while its text
           /     \          stays comfortable. What stays closed is a branch: several that fit
      [a] →2   [b] →3       together share a page, and one too large for a page is divided in
                            its turn, so that it is followed by its own branches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from argmap.frozen import frozen
from argmap.model.argument_map import Relation
from argmap.paging.branches import Branch, Branches

FEW = 4
"""A branch of so few statements and relations is worth no page of its own."""


@frozen
class Part:
    """What is on one page: where its branches begin, and the relations that are drawn there."""

    heads: tuple[str, ...]
    relations: tuple[Relation, ...] = ()

    def with_relations(self, more: Iterable[Relation]) -> Part:
        """Return the part with more relations."""
        return Part(self.heads, (*self.relations, *more))


@frozen
class Readable:
    """Whether a part can be read on a page, and whether comfortably."""

    at_all: Callable[[Part], bool]
    well: Callable[[Part], bool]


def divide(branches: Branches, readable: Readable) -> list[Part]:
    """Return the parts, in the order of their pages; every relation is in exactly one.

    A part is unreadable only where a single step of the argument is too large for a page.
    """
    return _Division(branches, readable).parts(branches.roots)


class _Division:
    def __init__(self, branches: Branches, readable: Readable) -> None:
        self.branches = branches
        self.readable = readable

    def parts(self, begun: Sequence[Branch]) -> list[Part]:
        """Return the pages of branches: the first one, and those that it leads to."""
        found: list[Part] = []
        waiting = [tuple(begun)]
        while waiting:
            bundle = waiting.pop()
            whole = self._whole(bundle)
            if self.readable.at_all(whole):
                found.append(whole)
                continue
            part, left = self._first(bundle)
            found.append(part)
            waiting += reversed(left)
        return found

    def _whole(self, bundle: Iterable[Branch]) -> Part:
        bundle = tuple(bundle)
        heads = tuple(dict.fromkeys(branch.head for branch in bundle))
        relations = {r.id: r for branch in bundle for r in self.branches.whole(branch)}
        return Part(heads, tuple(relations.values()))

    def _first(self, bundle: tuple[Branch, ...]) -> tuple[Part, list[tuple[Branch, ...]]]:
        """Return the first page of branches that are too large for one, and what is left."""
        count = _most(len(bundle), lambda n: self.readable.at_all(Part(_heads(bundle[:n]))))
        here, rest = bundle[:count], bundle[count:]
        part, closed = self._opened(here)
        return part, [*self._bundles(closed), *([rest] if rest else [])]

    def _opened(self, bundle: tuple[Branch, ...]) -> tuple[Part, list[Branch]]:
        """Return the page, opened as far as it stays comfortable, and the branches left closed."""
        part = Part(_heads(bundle))
        level = [branch for branch in bundle if branch.relations]
        closed: list[Branch] = []
        if len(bundle) == 1:
            part, closed, level = self._begun(part, bundle[0])
        while level:
            level = sorted(level, key=self._size)
            count = _most(len(level), partial(self._opens_well, part, level), least=0)
            steps = self._steps(level[:count])
            part, deeper = part.with_relations(steps), self._branches_at(steps)
            if count < len(level):
                closed += [*level[count:], *deeper]
                break
            level = deeper
        return self._finished(part, closed)

    def _opens_well(self, part: Part, level: Sequence[Branch], count: int) -> bool:
        return self.readable.well(part.with_relations(self._steps(level[:count])))

    def _steps(self, level: Iterable[Branch]) -> list[Relation]:
        """Return what opens branches: the first level of each."""
        return [r for branch in level for r in self.branches.with_sides(branch.relations)]

    def _begun(self, part: Part, branch: Branch) -> tuple[Part, list[Branch], list[Branch]]:
        """Open as much of one branch as can be read, at least its first step."""
        steps = branch.relations

        def opened(count: int) -> Part:
            return part.with_relations(self.branches.with_sides(steps[:count]))

        count = _most(len(steps), lambda n: self.readable.at_all(opened(n)))
        rest = [Branch(branch.head, steps[count:])] if count < len(steps) else []
        begun = opened(count)
        return begun, rest, self._branches_at(begun.relations)

    def _finished(self, part: Part, closed: list[Branch]) -> tuple[Part, list[Branch]]:
        """Open what is hardly worth a page, and return the rest in reading order."""
        left = []
        for branch in closed:
            whole = self.branches.whole(branch)
            wider = part.with_relations(whole)
            if self._size(branch) <= FEW and self.readable.at_all(wider):
                part = wider
            else:
                left.append(branch)
        order = self.branches.argument_map.statement_by_id
        place = {id_: n for n, id_ in enumerate(order)}
        return part, sorted(left, key=lambda branch: place[branch.head])

    def _bundles(self, closed: Sequence[Branch]) -> list[tuple[Branch, ...]]:
        """Return neighbouring branches that are comfortable on a page together."""
        found: list[tuple[Branch, ...]] = []
        for branch in closed:
            if found and self.readable.well(self._whole((*found[-1], branch))):
                found[-1] = (*found[-1], branch)
            else:
                found.append((branch,))
        return found

    def _branches_at(self, relations: Iterable[Relation]) -> list[Branch]:
        """Return the branches of the statements that stand in relations."""
        heads = self.branches.standing_in(relations)
        found = (Branch(head, self.branches.below(head)) for head in heads)
        return [branch for branch in found if branch.relations]

    def _size(self, branch: Branch) -> int:
        return sum(1 + self.branches.reach.get(r.id, 0) for r in branch.relations)


def _heads(bundle: Iterable[Branch]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(branch.head for branch in bundle))


def _most(count: int, fits: Callable[[int], bool], least: int = 1) -> int:
    """Return how many of so many fit, no fewer than `least`: of what fits, so does any part."""
    low, high = least, count
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low
