"""What may have been meant where a text stops being YAML: a line with a slip, and as it should be.

Whoever writes a map by hand forgets a colon, a blank, a dash or a bracket, or begins a line in the
wrong column. The parser tells only where it could go on no longer, often a line below. Here the
lines around that place are tried with each slip mended, and what brings the text further is told.
It is a guess, so nobody but its author makes it: a text is never read as if it were mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from argmap.errors import shortened
from argmap.frozen import frozen
from argmap.store.reading import by_hand
from argmap.store.reading.quoting import KEYS
from argmap.store.reading.repairs import Repair, repaired
from argmap.store.schema.keys import KEYS_OF, Level
from argmap.store.yaml.scan import scan

_KEY = "|".join(sorted(KEYS, key=len, reverse=True))
_LEAD = r"(?P<lead> *(?:- +)*)"
_NO_COLON = re.compile(rf"{_LEAD}(?P<key>{_KEY})(?:[ \t]+(?P<value>[^\s:].*))?")
_NO_BLANK = re.compile(rf"{_LEAD}(?P<key>{_KEY}):(?P<value>[^\s:].*)")
_NO_DASH_BLANK = re.compile(rf"(?P<lead> *)-(?P<rest>(?:{_KEY}):.*)")
_TWO_KEYS = re.compile(rf"{_LEAD}(?P<first>id: +[\w.-]+),?[ \t]+(?P<rest>(?:{_KEY}): .*)")
_ANY_KEY = re.compile(rf"(?P<lead> *)(?P<rest>(?:- +)*(?:{_KEY}|x-[\w-]+):(?:\s.*)?)")
_DASHES = re.compile("^(?:- +)*")
_ITEM = re.compile(" *- ")
_LONG = 60
"""Characters of a line that are told."""
_CLOSES = {"[": "]", "{": "}", '"': '"', "'": "'"}
_BEFORE, _BEHIND = 4, 40
"""Lines above the place that may have the slip, and lines below that a try is read with."""


@frozen
class _Try:
    """Lines that may be meant from one on, what is wrong with the first, and what to do."""

    line: int
    count: int
    lines: tuple[str, ...]
    what: str


def slip_at(text: str, index: int) -> Repair | None:
    """Return the slip because of which a text is no YAML from an index on, if one is found."""
    lines = text.split("\n")
    line = text.count("\n", 0, index)
    numbers = [*_start_of_part(lines, line), *range(line + 1, min(line + _BEHIND, len(lines)))]
    part = [lines[number].removesuffix("\r") for number in numbers]
    reached = _reaches(part)
    if reached is None:
        return None
    found: _Try | None = None
    for each in _tries(part, numbers.index(line)):
        tried = [*part[: each.line], *each.lines, *part[each.line + each.count :]]
        far = _reaches(tried)
        if far is None:
            return _told(each, lines, numbers[each.line])
        if found is None and far - (len(tried) - len(part)) > reached:
            found = each
    return _told(found, lines, numbers[found.line]) if found else None


def _told(found: _Try, lines: Sequence[str], line: int) -> Repair:
    newline = "\r" if lines[line].endswith("\r") else ""
    becomes = "\n".join(line + newline for line in found.lines)
    column, wish = _lead(lines[line]), _lead(found.lines[0])
    hint = f"Perhaps `{shortened(found.lines[0].strip(), _LONG)}` is meant."
    if found.lines[0].strip() == lines[line].strip():
        hint = f"Perhaps column {wish + 1} is meant."
    return Repair(line, column, found.count, becomes, "not-yaml", found.what, hint)


def _reaches(lines: Sequence[str]) -> int | None:
    """Return the line on which some lines stop being YAML, with all that can be repaired."""
    text = "\n".join(lines)
    broken = scan(text).broken
    if broken and (repairs := by_hand.repairs(text)):
        text = repaired(text, repairs)
        broken = scan(text).broken
    return text.count("\n", 0, broken.index) if broken else None


def _start_of_part(lines: Sequence[str], line: int) -> list[int]:
    """Return the lines up to one with which a part begins that can be read by itself.

    It begins with the key of a section, from which items that are far above are left out.
    """
    seen, item = 0, -1
    for at in range(line, -1, -1):
        seen += bool(lines[at].strip())
        if seen <= _BEFORE:
            continue
        if lines[at][:1] not in ("", " ", "\t", "#", "-", "\r"):
            return [at, *range(max(item, at + 1), line + 1)]
        if _ITEM.match(lines[at]) and (item < 0 or _lead(lines[at]) < _lead(lines[item])):
            item = at
    return list(range(line + 1))


def _tries(part: Sequence[str], line: int) -> Iterator[_Try]:
    """Return what may be meant around a line: what is simply missing, then other columns."""
    around = [at for at in range(line, -1, -1) if part[at].strip()][:_BEFORE]
    for at in around:
        yield from _missing(at, part[at])
    for at in around:
        yield from _open_ended(at, part[at])
    for at in around:
        yield from _misplaced(part, at)


def _missing(at: int, line: str) -> Iterator[_Try]:
    if found := _NO_COLON.fullmatch(line.rstrip()):
        lead, key, value = found["lead"], found["key"], found["value"]
        becomes = f"{lead}{key}: {value}" if value else f"{lead}{key}:"
        yield _Try(at, 1, (becomes,), f"behind the key `{key}` a colon is missing")
    if found := _NO_BLANK.fullmatch(line):
        becomes = f"{found['lead']}{found['key']}: {found['value']}"
        yield _Try(at, 1, (becomes,), f"behind the colon of `{found['key']}` a blank is missing")
    if found := _NO_DASH_BLANK.fullmatch(line):
        becomes = f"{found['lead']}- {found['rest']}"
        yield _Try(at, 1, (becomes,), "behind the dash a blank is missing")
    if found := _TWO_KEYS.fullmatch(line):
        below = " " * len(found["lead"]) + found["rest"]
        becomes = found["lead"] + found["first"]
        yield _Try(at, 1, (becomes, below), "two keys stand on one line")
    if found := re.fullmatch(r"(?P<lead> +)(?P<rest>id:(?: .*)?)", line):
        becomes = f"{found['lead'][:-2]}- {found['rest']}"
        said = "the dash that begins an item is missing"
        yield _Try(at, 1, (f"{found['lead']}- {found['rest']}",), said)
        yield _Try(at, 1, (becomes,), said)


def _open_ended(at: int, line: str) -> Iterator[_Try]:
    """Return a line whose brackets, braces or quotes are closed."""
    bare = line.rstrip()
    opened: list[str] = []
    for sign in bare:
        if opened and opened[-1] in "\"'":
            opened = opened[:-1] if sign == opened[-1] else opened
        elif sign in "[{" or (sign in "\"'" and not opened):
            opened.append(sign)
        elif opened and sign == _CLOSES[opened[-1]]:
            opened.pop()
    if opened:
        ends = "".join(_CLOSES[sign] for sign in reversed(opened))
        what = f"what `{opened[-1]}` opens is never closed"
        yield _Try(at, 1, (bare + ends,), what)
        if bare[-1:] in "]}":
            yield _Try(at, 1, (bare[:-1] + ends,), what)


def _misplaced(part: Sequence[str], at: int) -> Iterator[_Try]:
    """Return a line, with those that belong to it, in a column where something begins above."""
    found = _ANY_KEY.fullmatch(part[at])
    if found is None:
        return
    column = len(found["lead"])
    count = 1 + next(
        (n for n, line in enumerate(part[at + 1 :]) if line.strip() and _lead(line) <= column),
        len(part) - at - 1,
    )
    columns = _columns(part[:at], found["rest"]) - {column}
    for to in sorted(columns, key=lambda to: (abs(to - column), to)):
        inner = part[at + 1 : at + count]
        moved = (*_moved(part[at : at + 1], to - column), *_moved(inner, to - column))
        what = f"the line begins in column {column + 1}, where nothing can begin"
        yield _Try(at, 1, moved[:1], what)
        if inner:
            yield _Try(at, count, moved, what)


def _columns(above: Sequence[str], begun: str) -> set[int]:
    """Return the columns in which such a line, an item or a key, begins in the lines above."""
    found: set[int] = set()
    for match in filter(None, map(_ANY_KEY.fullmatch, above[-20:])):
        dashes = len(match["rest"]) - len(_DASHES.sub("", match["rest"]))
        if begun.startswith("-"):
            found |= {len(match["lead"])} if dashes else set()
        else:
            found.add(len(match["lead"]) + dashes)
    outermost = begun.partition(":")[0] in KEYS_OF[Level.MAP]
    return found if outermost or begun.startswith("-") else found - {0}


def _moved(lines: Iterable[str], by: int) -> Iterator[str]:
    for line in lines:
        yield (
            " " * by + line
            if by > 0 and line.strip()
            else line[min(-by, _lead(line)) if by < 0 else 0 :]
        )


def _lead(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
