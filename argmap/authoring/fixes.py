"""What mends a problem of a text, as changes of it.

It comes from those who know: the repairs of the reader, what it guesses where a text is no YAML,
the fixes of the rules, and for a name of nothing the names that are most like it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import partial
from itertools import takewhile

from argmap.authoring.problems import Marked
from argmap.authoring.spots import NAMED, Role, Spot
from argmap.authoring.written import Change, Written, changes_between
from argmap.critique import RULES, Way, ignore, ways
from argmap.errors import ArgmapError, Place, Problem, shortened
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Group, Item, Source, Statement
from argmap.model.edits.edit import put
from argmap.model.history.patch import diff
from argmap.model.ids import new_id, unused_id
from argmap.store.codes import CODES
from argmap.store.reading.conflict_marks import sides
from argmap.store.reading.quoting import KEYS
from argmap.store.reading.repairs import Repair
from argmap.store.schema.keys import KEYS_OF, VERSION
from argmap.store.yaml_file import BOM
from argmap.texts.lookup import Lookup, in_the_map

_OF_RULES = {rule.code: rule for rule in RULES}
_MISNAMED = ("unknown-id", "bad-value", "unknown-key")
_OF_KEYS = ("unknown-key", "duplicate-key")
_VERSION = f"argmap: {VERSION}"
_HEAD = re.compile(f"{BOM}*(?:(?:%.*|---[ \\t]*)(?:\\r\\n|\\n|\\r))*")
"""What stands before the first key of a file, as YAML has it."""
_LONG = 50
"""Characters of a line that the name of a fix tells."""


OF_READER = frozenset(CODES)
"""Codes of problems that the reader of a file tells."""


@frozen
class Fix:
    """A way to be rid of a problem, in words, and what it changes; the surest comes first.

    One that `ignores` the problem mends nothing, and comes last of all.
    """

    name: str
    changes: tuple[Change, ...]
    sure: bool = False
    ignores: bool = False


def fixes(text: Written, found: Marked, texts: Lookup = in_the_map) -> Iterator[Fix]:
    """Return what mends a problem."""
    problem = found.problem
    yield from _by_reader(text, problem)
    likely = tuple(_begun(text, found)) if problem.code in _OF_KEYS else ()
    if not likely and problem.code in _MISNAMED:
        likely = tuple(_likely(text, found))
    yield from likely
    if not likely and problem.code in _BY_CODE:
        yield from _BY_CODE[problem.code](text, found)
    if problem.code in _OF_RULES and not text.reading.read_only:
        yield from _by_rule(text, problem, texts)


def _by_reader(text: Written, problem: Problem) -> Iterator[Fix]:
    """Return the line as the reader knows or guesses it, and all lines that it knows."""
    reading = text.reading
    known = (*reading.repairs, *reading.offered)
    for repair in (*known, *reading.guesses):
        if repair.code == problem.code and repair.line + 1 == problem.where.line:
            sure = repair in known
            change = _repairing(text, repair)
            yield Fix(_in_words(repair, text.text[change.start : change.end]), (change,), sure=sure)
            if sure and len(known) > 1:
                changes = tuple(_repairing(text, each) for each in known)
                yield Fix(f"Put all {len(known)} lines right", changes, sure=True)


def _in_words(repair: Repair, old: str) -> str:
    """Return what a repair does with some lines: it writes others, or moves them."""
    first, more, _ = repair.becomes.partition("\n")
    line = first.strip()
    if line == old.partition("\n")[0].strip():
        return f"Begin it in column {len(first) - len(first.lstrip()) + 1}"
    return f"Write `{line if len(line) <= _LONG else f'{line[:_LONG]}…'}{' …' if more else ''}`"


def _repairing(text: Written, repair: Repair) -> Change:
    lines = text.text[text.index(Place()) :].split("\n")
    start = text.index(Place()) + sum(len(line) + 1 for line in lines[: repair.line])
    if not repair.count:
        return Change(start, start, f"{repair.becomes}\n")
    old = "\n".join(lines[repair.line : repair.line + repair.count])
    return Change(start, start + len(old), repair.becomes)


def _likely(text: Written, found: Marked) -> Iterator[Fix]:
    """Return what a wrong name, key or value may have been meant to be."""
    spot = _spot(text, found)
    if spot is None:
        return
    for word in get_close_matches(spot.said[:100], names_for(text.known, spot), n=2):
        if word != spot.said:
            yield _renamed(spot, word)


def _begun(text: Written, found: Marked) -> Iterator[Fix]:
    """Return the item that was to begin with a key such as `-id`, or a second `id`."""
    spot = _spot(text, found)
    key = spot.said.removeprefix("-") if spot else ""
    if not spot or spot.item < 0 or key not in KEYS or spot.said not in (f"-{key}", "id"):
        return
    start = text.lines.index(text.lines.of(spot.start)[0], 0)
    first = text.lines.index(text.lines.of(spot.item)[0], 0)
    lead = text.text[first : spot.item].rpartition("-")[0]
    if not (lead + text.text[start : spot.start]).strip():
        change = Change(start, spot.end, f"{lead}- {key}")
        yield Fix(f"Begin an item, `- {key}:`", (change,))


def _spot(text: Written, found: Marked) -> Spot | None:
    """Return the key, name or value that a problem is about."""
    spot = text.at(found.start)
    return spot if spot and spot.start == found.start else None


def _renamed(spot: Spot, word: str) -> Fix:
    return Fix(f"Change “{spot.said}” to “{word}”", (Change(spot.start, spot.end, word),))


def names_for(argument_map: ArgumentMap, spot: Spot) -> list[str]:
    """Return what may stand at a spot: keys, ids of what it may name, or the words of a choice."""
    if spot.role is Role.KEY:
        return list(KEYS_OF[spot.level])
    if spot.role is Role.NAME:
        sections = NAMED[spot.level, spot.key]
        return [item.id for name in sections for item in getattr(argument_map, name)]
    key = KEYS_OF[spot.level].get(spot.key)
    return list(key.words) if key else []


def _add_version(text: Written, _found: Marked) -> Iterator[Fix]:
    """Return the first line of a file, where the reader does not know that it is a map."""
    if not (text.reading.repairs or text.reading.offered):
        start = _HEAD.match(text.text)
        at = start.end() if start else 0
        yield Fix(f"Write `{_VERSION}`", (Change(at, at, f"{_VERSION}\n"),))


def _set_version(text: Written, found: Marked) -> Iterator[Fix]:
    if spot := _spot(text, found):
        yield _renamed(spot, str(VERSION))


def _own_key(text: Written, found: Marked) -> Iterator[Fix]:
    """Return the key as one of the author's own."""
    if (spot := _spot(text, found)) and spot.role is Role.KEY:
        yield Fix(
            f"Keep it as a key of your own, “x-{spot.said}”",
            (Change(spot.start, spot.start, "x-"),),
        )


def _other_id(text: Written, found: Marked) -> Iterator[Fix]:
    """Return an id that is free."""
    if spot := _spot(text, found):
        yield _renamed(spot, unused_id(spot.said, text.defined))


def _fitting_id(text: Written, found: Marked) -> Iterator[Fix]:
    """Return what was typed for an id with the characters that an id may have."""
    if (spot := _spot(text, found)) and spot.role is Role.ID:
        yield _renamed(spot, new_id(spot.said, text.defined))


def _bare_text(text: Written, found: Marked) -> Iterator[Fix]:
    """Return an item that begins with a key without its colon, or of which there is but a text."""
    said = text.text[found.start : found.end]
    key, _, rest = said.partition(" ")
    if key in KEYS:
        change = Change(found.start, found.end, f"{key}: {rest.lstrip()}")
        yield Fix(f"Write `{shortened(change.becomes, _LONG)}`", (change,))
    elif "`statements`" in found.problem.message and len(said) > 1 and "\n" not in said:
        id_ = new_id(said, text.defined)
        blanks = " " * text.lines.of(found.start)[1]
        becomes = f"id: {id_}\n{blanks}text: {said}"
        yield Fix(f"Call it “{id_}”", (Change(found.start, found.end, becomes),))


def _new_item(text: Written, found: Marked) -> Iterator[Fix]:
    """Return the item that something names, as it is to be written."""
    spot, argument_map = _spot(text, found), text.reading.argument_map
    if spot is None or spot.role is not Role.NAME or text.reading.read_only:
        return
    id_ = spot.said
    words = id_.replace("-", " ").replace("_", " ").capitalize()
    section = NAMED[spot.level, spot.key][0]
    new: Item = Statement(id_, f"{words}.")
    if section != "statements":
        new = Source(id_, words) if section == "sources" else Group(id_, words)
    known = replace(argument_map, unread=argument_map.unread - {id_})
    after = put(known, new)
    yield Fix(f"Add a {section.removesuffix('s')} “{id_}”", changes_for(text, after))


def _first_id(text: Written, found: Marked) -> Iterator[Fix]:
    """Return an id for an item without one, from what it says."""
    if "`id`" not in found.problem.message:
        return
    item = list(_of_item(text, found.start))
    said = next((s.said for s in item if s.role is Role.TEXT), "")
    id_ = new_id(said, text.defined)
    start, ruler = found.start, text.lines
    place = next((s.end for s in item if s.role is Role.KEY and s.key == "id"), -1)
    if place >= 0:
        colon = text.text.index(":", place) + 1
        change = Change(colon, colon, f" {id_}")
    elif text.text[start] == "{":
        change = Change(start + 1, start + 1, f"id: {id_}, ")
    else:
        blanks = " " * ruler.of(start)[1]
        change = Change(start, start, f"id: {id_}\n{blanks}")
    yield Fix(f"Call it “{id_}”", (change,))


def _of_item(text: Written, start: int) -> Iterator[Spot]:
    """Return what stands in the item that begins at an index."""
    first = bisect_left(text.spots, start, key=lambda spot: spot.start)
    return takewhile(lambda spot: spot.item == start, text.spots[first:])


def _one_side(text: Written, found: Marked) -> Iterator[Fix]:
    """Return either side of a conflict that git has left, and both."""
    start = text.index(Place())
    lines = text.text[start:].split("\n")
    first = found.problem.where.line - 1
    marks = [at for at in range(first, len(lines)) if lines[at][:7] in _MARKS]
    last = next((at for at in marks if lines[at][:7] == _MARKS[-1]), -1)
    if last < 0 or sides("\n".join(lines[first : last + 1])) is None:
        return
    marks = [at for at in marks if at <= last]
    ours = lines[first + 1 : marks[1]]
    theirs = lines[marks[-2] + 1 : last]
    whole = range(first, last + 1)
    for name, kept in (("ours", ours), ("theirs", theirs), ("both", ours + theirs)):
        said = shortened(next((line for line in kept if line.strip()), "nothing"), _LONG)
        yield Fix(f"Keep {name}: `{said}` …", (_exchanged(lines, start, whole, kept),))


def _exchanged(lines: list[str], start: int, whole: range, kept: Iterable[str]) -> Change:
    """Return the change that leaves some lines of a range of whole lines."""
    begin = start + sum(len(line) + 1 for line in lines[: whole.start])
    end = begin + sum(len(lines[at]) + 1 for at in whole)
    becomes = "".join(f"{line}\n" for line in kept)
    if whole.stop == len(lines):
        end, becomes = end - 1, becomes.removesuffix("\n")
    return Change(begin, end, becomes)


_MARKS = ("<" * 7, "|" * 7, "=" * 7, ">" * 7)
_BY_CODE: Mapping[str, Callable[[Written, Marked], Iterator[Fix]]] = {
    "no-version": _add_version,
    "bad-version": _set_version,
    "bad-value": _fitting_id,
    "bad-item": _bare_text,
    "unknown-key": _own_key,
    "duplicate-id": _other_id,
    "unknown-id": _new_item,
    "missing-key": _first_id,
    "merge-conflict": _one_side,
}


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
