"""What the pane shows of a text, made out beside the work: colours, marks, places of items."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from operator import attrgetter
from threading import Event

from argmap.authoring.problems import Marked, marked
from argmap.authoring.spots import Role, Spot
from argmap.authoring.written import Written
from argmap.desktop.text.source import Source
from argmap.desktop.widgets.plain_text import units
from argmap.errors import Problem, Severity
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.store.schema.keys import Level
from argmap.store.yaml_file import Reading


@frozen
class Stretch:
    """Some characters of a line, counted as Qt counts them, and what they are."""

    start: int
    length: int
    role: Role | Severity


_start = attrgetter("start")
_LOOKS: Mapping[Role, re.Pattern[str]] = {
    Role.KEY: re.compile(r"\s*(?:- +)*([\w-]+):(?=\s)"),
    Role.COMMENT: re.compile(r"(?:[^#]*\s)?(#.*)"),
}


@frozen
class Shown:
    """A text with all that the pane shows of it.

    `marks` are by line. `starts` are the lines on which items begin, in their order, with their
    ids; `lines` are the same by id.
    """

    written: Written | None = None
    marks: Mapping[int, Sequence[Marked]] = field(default_factory=dict)
    starts: tuple[tuple[int, str], ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text, as it is shown."""
        return self.written.text if self.written else ""

    def item_at(self, line: int) -> str:
        """Return the id of the item that a line belongs to, or nothing above the first."""
        at = bisect_right(self.starts, line, key=lambda start: start[0]) - 1
        return self.starts[at][1] if at >= 0 else ""

    def line_of(self, id_: str) -> int:
        """Return the line on which an item begins, -1 for one that has none of its own."""
        return self.lines_of(id_)[0]

    def lines_of(self, id_: str) -> tuple[int, int]:
        """Return the first and the last line of an item; both are -1 for one without lines."""
        if id_ not in self.lines or self.written is None:
            return -1, -1
        first = self.lines[id_]
        at = bisect_right(self.starts, first, key=lambda start: start[0])
        end = self.starts[at][0] if at < len(self.starts) else len(self.written.lines.starts)
        spots = self.written.spots
        behind = bisect_left(spots, self.written.lines.index(end, 0), key=_start)
        while behind and spots[behind - 1].item < 0:
            behind -= 1  # what stands between sections is of no item
        last, _ = self.written.lines.of(spots[behind - 1].end) if behind else (first, 0)
        return first, max(first, last)

    def colours(self, line: int) -> tuple[Stretch, ...]:
        """Return what stands on a line, with the marks on it."""
        if self.written is None:
            return ()
        begin, stop = (self.written.lines.index(at, 0) for at in (line, line + 1))
        spots, comments = self.written.spots, self.written.comments
        parts = (*_over(spots, begin, stop), *_over(comments, begin, stop))
        if not parts and self.written.reading.read_only:
            parts = tuple(_by_looks(self.text[begin:stop], begin))
        both = [_stretch(self.text, begin, stop, part) for part in parts]
        both += [_stretch(self.text, begin, stop, mark) for mark in self.marks.get(line, ())]
        return tuple(stretch for stretch in both if stretch.length)

    def mark_at(self, index: int) -> Marked | None:
        """Return the shortest mark over an index."""
        line = self.written.lines.of(index)[0] if self.written else 0
        over = (mark for mark in self.marks.get(line, ()) if mark.start <= index < mark.end)
        return min(over, key=lambda mark: mark.end - mark.start, default=None)


def show(
    source: Source,
    reading: Reading,
    known: ArgumentMap,
    problems: Sequence[Problem],
    cancel: Event,
    *,
    before: Written | None = None,
) -> Shown | None:
    """Return what to show of a text; None where it is no longer wanted.

    `known` is the map that names are looked up in, `before` what was last known of the text.
    """
    if cancel.is_set():
        return None
    written = Written(source.shown(), reading, known)
    written.make_out(before)
    marks: defaultdict[int, list[Marked]] = defaultdict(list)
    for mark in (marked(written, problem) for problem in problems if problem.where.line):
        for line in range(written.lines.of(mark.start)[0], written.lines.of(mark.end)[0] + 1):
            marks[line].append(mark)
    places = reading.places or reading.text.places()
    lines = {id_: place.line - 1 for id_, place in places.items()}
    starts = tuple(sorted((line, id_) for id_, line in lines.items()))
    return Shown(written, dict(marks), starts, lines)


def _by_looks(line: str, begin: int) -> Iterator[Spot]:
    """Return what a line is that nobody could read, as it stands behind a mistake."""
    for role, look in _LOOKS.items():
        if found := look.match(line):
            start, end = (begin + index for index in found.span(1))
            yield Spot(start, end, role, found[1], Level.MAP, "")


def _over(spots: Sequence[Spot], begin: int, stop: int) -> Iterator[Spot]:
    """Return the spots of a row that reach into a stretch of the text."""
    first = max(bisect_right(spots, begin, key=_start) - 1, 0)
    for at in range(first, len(spots)):
        if spots[at].start >= stop:
            return
        if spots[at].end > begin:
            yield spots[at]


def _stretch(text: str, begin: int, stop: int, part: Spot | Marked) -> Stretch:
    """Return the part of a spot or mark that stands on a line, from its `begin` to its `stop`."""
    start, end = max(part.start, begin), min(part.end, stop)
    role = part.role if isinstance(part, Spot) else part.problem.severity
    return Stretch(units(text[begin:start]), units(text[start:end]), role)


def characters(text: str, count: int) -> int:
    """Return how many characters of a text take so many units."""
    if text.isascii():
        return min(count, len(text))
    taken = text.encode("utf-16-le", "surrogatepass")[: 2 * count]
    return len(taken.decode("utf-16-le", "replace"))
