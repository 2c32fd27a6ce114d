"""What is wrong with a text, from where to where, and what mends it.

What mends comes from those who know: the repairs of the reader, the fixes of the rules, and for a
name of nothing the names that are most like it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from functools import partial
from itertools import takewhile

from argmap.authoring.spots import NAMED, Role, Spot
from argmap.authoring.written import Change, Written, changes_between
from argmap.critique import RULES, Way, check, ignore, ignored_by, ways
from argmap.errors import ArgmapError, Place, Problem, Severity
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import diff
from argmap.store.codes import NOTHING_READ
from argmap.store.reading.repairs import Repair
from argmap.store.schema.keys import KEYS_OF
from argmap.store.yaml_file import Reading
from argmap.texts.lookup import Lookup, in_the_map

_OF_RULES = {rule.code: rule for rule in RULES}
_OF_KEYS = ("unknown-key", "duplicate-key")
_OF_NAMES = ("unknown-id", "unread-id", "duplicate-id")
_MISNAMED = ("unknown-id", "bad-value", "unknown-key")


@frozen
class Marked:
    """A problem, and the characters of the text that it is about."""

    start: int
    end: int
    problem: Problem


@frozen
class Fix:
    """A way to be rid of a problem, in words, and what it changes; the surest comes first.

    One that `ignores` the problem mends nothing, and comes last of all.
    """

    name: str
    changes: tuple[Change, ...]
    sure: bool = False
    ignores: bool = False


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
    return Marked(start, start + len(rest.partition(" #")[0].rstrip()), problem)


def _named(text: Written, start: int, problem: Problem) -> Spot | None:
    """Return the id in the item at an index that a problem of it speaks of."""
    first = bisect_left(text.spots, start, key=lambda spot: spot.start)
    behind = (text.spots[at] for at in range(first, len(text.spots)))
    item = takewhile(lambda spot: spot.item == start, behind)
    role = Role.ID if problem.code == "duplicate-id" else Role.NAME
    said = (spot for spot in item if spot.role is role and f"“{spot.said}”" in problem.message)
    return next(said, None)


def fixes(text: Written, found: Marked, texts: Lookup = in_the_map) -> Iterator[Fix]:
    """Return what mends a problem."""
    problem = found.problem
    for repair in (*text.reading.repairs, *text.reading.offered):
        if repair.code == problem.code and repair.line + 1 == problem.where.line:
            yield Fix("Put the line right", (_repairing(text, repair),), sure=True)
    if problem.code in _MISNAMED:
        yield from _likely(text, found)
    if problem.code in _OF_RULES and not text.reading.read_only:
        yield from _by_rule(text, problem, texts)


def _repairing(text: Written, repair: Repair) -> Change:
    lines = text.text[text.index(Place()) :].split("\n")
    start = text.index(Place()) + sum(len(line) + 1 for line in lines[: repair.line])
    if not repair.count:
        return Change(start, start, f"{repair.becomes}\n")
    old = "\n".join(lines[repair.line : repair.line + repair.count])
    return Change(start, start + len(old), repair.becomes)


def _likely(text: Written, found: Marked) -> Iterator[Fix]:
    """Return what a wrong name, key or value may have been meant to be."""
    spot = text.at(found.start)
    if spot is None or spot.start != found.start:
        return
    for word in get_close_matches(spot.said[:100], names_for(text.known, spot), n=2):
        if word != spot.said:
            change = Change(spot.start, spot.end, word)
            yield Fix(f"Change “{spot.said}” to “{word}”", (change,))


def names_for(argument_map: ArgumentMap, spot: Spot) -> list[str]:
    """Return what may stand at a spot: keys, ids of what it may name, or the words of a choice."""
    if spot.role is Role.KEY:
        return list(KEYS_OF[spot.level])
    if spot.role is Role.NAME:
        sections = NAMED[spot.level, spot.key]
        return [item.id for name in sections for item in getattr(argument_map, name)]
    key = KEYS_OF[spot.level].get(spot.key)
    return list(key.words) if key else []


def _by_rule(text: Written, problem: Problem, texts: Lookup) -> Iterator[Fix]:
    argument_map = text.reading.argument_map
    last = Way(
        f"Ignore the rule `{problem.code}` in this map",
        partial(ignore, argument_map, problem.code),
    )
    for way in (*ways(argument_map, problem, texts), last):
        try:
            changes = changes_for(text, way.make())
        except ArgmapError:
            continue
        yield Fix(way.name, changes, sure=way.sure, ignores=way is last)


def changes_for(text: Written, after: ArgumentMap) -> tuple[Change, ...]:
    """Return what has to change in a text to make another map of it: only the lines that differ."""
    before, live = text.reading.argument_map, text.reading.text
    return changes_between(
        text.text, live.after(live.edit(diff(before, after), before, after)).text()
    )
