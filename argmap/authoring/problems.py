"""What is wrong with a text, and from where to where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection
from itertools import takewhile

from argmap.authoring.spots import Role, Spot
from argmap.authoring.written import Written
from argmap.critique import check, ignored_by
from argmap.errors import Place, Problem, Severity
from argmap.frozen import frozen
from argmap.store.codes import NOTHING_READ
from argmap.store.yaml_file import Reading
from argmap.texts.lookup import Lookup, in_the_map

_OF_KEYS = ("unknown-key", "duplicate-key")
_OF_NAMES = ("unknown-id", "unread-id", "duplicate-id")


@frozen
class Marked:
    """A problem, and the characters of the text that it is about."""

    start: int
    end: int
    problem: Problem


def is_map(reading: Reading) -> bool:
    """Whether the text was that of a map, even one with errors."""
    return not any(problem.code in NOTHING_READ for problem in reading.problems)


def problems_of(
    reading: Reading,
    file: str = "",
    select: Collection[str] | None = None,
    left_out: Collection[str] = (),
    texts: Lookup = in_the_map,
) -> tuple[Problem, ...]:
    """Return what the reader and the rules find, in the order of the file.

    What the map or `left_out` leaves out is left out, but for errors: they mean that something in
    the file is not in the map. A text that is no map is not measured by the rules.
    """
    ignored = {*left_out, *ignored_by(reading.argument_map)}
    found = [
        problem
        for problem in reading.problems
        if problem.severity is Severity.ERROR or problem.code not in ignored
    ]
    if is_map(reading):
        broken = check(reading.argument_map, select=select, ignore=left_out, texts=texts)
        found += [problem.located(reading.places, Place(file)) for problem in broken]
    return tuple(sorted(found, key=lambda p: (p.where.line, p.where.column)))


def findings(text: Written, texts: Lookup = in_the_map) -> tuple[Marked, ...]:
    """Return all that is wrong with a text, each with the characters that it is about."""
    return tuple(marked(text, problem) for problem in problems_of(text.reading, texts=texts))


def marked(text: Written, problem: Problem) -> Marked:
    """Return a problem with the characters of a text that it is about."""
    start = text.index(problem.where)
    spot = text.at(start)
    if spot and spot.start == start and (spot.role is not Role.KEY or problem.code in _OF_KEYS):
        return Marked(start, spot.end, problem)
    if problem.code in _OF_NAMES and (named := _named(text, start, problem)):
        return Marked(named.start, named.end, problem)
    line, _ = text.lines.of(start)
    rest = text.text[start : text.lines.index(line + 1, 0)].rstrip()
    if not rest:
        return Marked(*_last_words(text, start), problem)
    return Marked(start, start + len(rest.partition(" #")[0].rstrip()), problem)


def _last_words(text: Written, index: int) -> tuple[int, int]:
    """Return what stands last before a place where nothing stands: there something is missing."""
    before = text.text[:index].rstrip()
    line, _ = text.lines.of(len(before))
    start = text.lines.index(line, 0)
    return start + len(before[start:]) - len(before[start:].lstrip()), len(before)


def _named(text: Written, start: int, problem: Problem) -> Spot | None:
    """Return the id in the item at an index that a problem of it speaks of."""
    first = bisect_left(text.spots, start, key=lambda spot: spot.start)
    behind = (text.spots[at] for at in range(first, len(text.spots)))
    item = takewhile(lambda spot: spot.item == start, behind)
    role = Role.ID if problem.code == "duplicate-id" else Role.NAME
    said = (spot for spot in item if spot.role is role and f"“{spot.said}”" in problem.message)
    return next(said, None)
