"""The lines of a file behind those that a pane shows: each keeps the line break that it has.

A pane knows one kind of line break. What is typed in it comes back line by line, so all that was
not touched stays as it is in the file, a byte order mark included.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from argmap.authoring.same_ends import same_ends
from argmap.frozen import frozen
from argmap.store.yaml_file import BOM

_BREAK = re.compile("(\r\n|\r|\n)")


MOST = 8 * 1024 * 1024
"""Characters: of so many it takes five seconds and more until the map has what was typed."""
LONGEST = 20_000
"""Characters of a line."""


class Source:
    """The text of a file as lines, the last one without a break."""

    def __init__(self, text: str = "") -> None:
        self.start = BOM if text.startswith(BOM) else ""
        self.lines = split(text.removeprefix(BOM))
        self.newline = break_of(self.lines[0]) or "\n"

    def text(self) -> str:
        """Return the whole text as it is to stand in the file."""
        return self.start + "".join(self.lines)

    def shown(self) -> str:
        """Return the text as it is shown."""
        return shown_as("".join(self.lines))

    @property
    def too_large(self) -> bool:
        """Whether it is too much to be written here: Qt lays out a line whole at every key."""
        return len(self) > MOST or max(map(len, self.lines)) > LONGEST

    def __len__(self) -> int:
        return sum(map(len, self.lines))

    def frozen(self) -> Source:
        """Return the text as it is now, for another thread."""
        other = Source()
        other.start, other.lines, other.newline = self.start, list(self.lines), self.newline
        return other

    def take(self, first: int, stop: int, shown: Sequence[str]) -> bool:
        """Take lines as they were typed in place of those from `first` up to `stop`.

        Return whether they are others.
        """
        before = self.lines[first:stop]
        if [shown_line(line) for line in before] == list(shown):
            return False
        breaks = [break_of(line) for line in before[:-1]][: max(len(shown) - 1, 0)]
        breaks += [self.newline] * (len(shown) - 1 - len(breaks))
        breaks.append(break_of(before[-1]) if before else "")
        new = list(shown)
        if len(before) == len(shown):
            new = [_with_own(old, line) for old, line in zip(before, shown, strict=True)]
        self.lines[first:stop] = map(str.__add__, new, breaks)
        for at in range(max(first, 1), min(first + len(new) + 1, len(self.lines))):
            if self.lines[at] == "\n" and self.lines[at - 1].endswith("\r"):
                self.lines[at] = "\r\n"  # or both breaks were one
        return True

    def place(self, index: int) -> tuple[int, int]:
        """Return line and column of an index in the text of the file."""
        ends = list(accumulate(map(len, self.lines)))
        index -= len(self.start)
        line = min(bisect_right(ends, index), len(self.lines) - 1)
        return line, index - (ends[line] - len(self.lines[line]))

    def replacing(self, start: int, end: int, text: str) -> Lines:
        """Return which lines become others where a text takes the place of a part of the file."""
        (first, before), (last, behind) = self.place(start), self.place(end)
        new = split(self.lines[first][:before] + text + self.lines[last][behind:])
        if last < len(self.lines) - 1:
            new.pop()  # what stands behind its break is the line below
        return Lines(first, last + 1, tuple(new)).trimmed(self.lines)


@frozen
class Lines:
    """Lines that come in place of those from `first` up to `stop`."""

    first: int
    stop: int
    lines: Sequence[str]

    def trimmed(self, before: Sequence[str]) -> Lines:
        """Return the same without the lines at both ends that stay as they are in `before`."""
        old, new = before[self.first : self.stop], self.lines
        start, end = same_ends(old, new)
        kept = new[start : len(new) - end]
        return Lines(self.first + start, self.stop - end, kept)


def split(text: str) -> list[str]:
    """Return the lines of a text with their breaks; behind the last break there is one more."""
    if "\r" not in text:
        *lines, last = text.split("\n")
        return [*(f"{line}\n" for line in lines), last]
    parts = _BREAK.split(text)
    return [*map(str.__add__, parts[:-1:2], parts[1::2]), parts[-1]]


def break_of(line: str) -> str:
    """Return the line break at the end of a line, or nothing."""
    return line[len(line.rstrip("\r\n")) :]


def shown_line(line: str) -> str:
    """Return a line as it is shown, without its break.

    U+2029 would break a line in the pane, which is none in other editors.
    """
    return line.rstrip("\r\n").replace("\u2029", "\u2028")


def shown_as(text: str) -> str:
    """Return a text as the pane shows it: without a byte order mark, and with one kind of break."""
    lines = text.removeprefix(BOM).replace("\r\n", "\n").replace("\r", "\n")
    return lines.replace("\u2029", "\u2028")


def _with_own(old: str, shown: str) -> str:
    """Return a line that was typed, with the characters of the old one that are shown as others."""
    if "\u2029" not in old:
        return shown
    was = shown_line(old)
    start, end = same_ends(was, shown)
    return old[:start] + shown[start : len(shown) - end] + old[len(was) - end : len(was)]
