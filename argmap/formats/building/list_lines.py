"""The lines of a list as people type it, and as word processors put it on the clipboard.

There sub-items are often not indented: a mark of another kind than the last, `o` below `•` or `a)`
below `1.`, puts a line deeper, and so do the parts of a number such as `1.1`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from argmap.formats.building.bearing_words import unmarked
from argmap.formats.building.tree_reader import TreeLine

BULLETS = "-*+•–"
WORD_BULLETS = f"{BULLETS}·◦▪▫‣⁃●○■□§\uf0a7\uf0b7"
LETTER = r"(?:[a-zA-Z]|[ivxIVX]{1,6})(?:\)|\.(?=\t))"
NUMBER = r"\d{1,9}(?:\.\d{1,9}){0,8}"
_ITEM = (
    r"(?P<indent>[ \t]*)(?:(?:(?P<mark>{}|(?P<o>o))|(?P<number>{}[.)]?))(?=[ \t]|$)[ \t]*)?"
    r"(?P<words>.*)"
)
TEXT_LINE = re.compile(_ITEM.format(f"[{WORD_BULLETS}]|{LETTER}", NUMBER))
MARKDOWN_LINE = re.compile(_ITEM.format(f"[{BULLETS}]|{LETTER}", NUMBER))
_NUMBERED = re.compile(rf"^[ \t]*+({NUMBER})[.)]?(?=[ \t]|$)", re.MULTILINE)
_OF_WORD = re.compile(r"^[ \t]*[•·▪§\uf0a7\uf0b7][ \t]", re.MULTILINE)
_MARKED = re.compile(rf"^[ \t]*+(?:{LETTER}|{NUMBER}[.)]|\d+(?:\.\d+)+)[ \t]", re.MULTILINE)
_COLUMN, _KIND = 1000, 10
"""How much deeper a column of indentation puts a line, and how much a mark of another kind."""


def is_list(text: str) -> bool:
    """Whether several lines of a text begin with letters or numbers as lists have them."""
    return len(_MARKED.findall(text)) > 1


@dataclass(slots=True)
class _Open:
    """A list that goes on: its column, the kind of its marks, and the last one."""

    column: int
    kind: str
    mark: str = ""


class ListLines:
    """Reads lines one after the other: what a mark says depends on those before it.

    `plain` takes away markup. With `kinds` a mark of another kind is one of a list below.
    """

    def __init__(
        self, line: re.Pattern[str], plain: Callable[[str], str], text: str = "", *, kinds: bool
    ) -> None:
        self._line = line
        self._plain = plain
        self._kinds = kinds
        self._of_word = kinds and bool(_OF_WORD.search(text))
        self._numbers = _numbers_before(text)
        self._open: list[_Open] = []

    def row(self, line: str, number: int, base: int = 0) -> TreeLine:
        """Return what a line says; its level is that of its indentation, mark and number."""
        found = self._line.match(line)
        assert found, "every line matches"
        words, mark, deeper = found["words"], found["mark"] or "", 0
        if found["number"] and self._goes_on(found["number"]):
            deeper = len(self._numbers) - 1
            mark = found["number"]
        elif found["number"] or (found["o"] and not self._of_word):
            words, mark = line.strip(), ""
        bearing, text = unmarked(words.strip())
        text = self._plain(text)
        column = len(found["indent"])
        level = base + _COLUMN * column + _KIND * self._depth(column, mark) + deeper
        step = bearing is not None and not text
        return TreeLine(level, bearing, text, step=step, line=number)

    def _depth(self, column: int, mark: str) -> int:
        """Return how many lists at a column are open around the one that a mark belongs to."""
        while self._open and self._open[-1].column > column - (not mark):
            self._open.pop()
        if not mark or not self._kinds or (mark in BULLETS and not self._of_word):
            return 0
        here = [each for each in self._open if each.column == column]
        kind = _kind(mark, here)
        depth = next((n for n, each in enumerate(here) if each.kind == kind), len(here))
        del self._open[len(self._open) - len(here) + depth :]
        self._open.append(_Open(column, kind, mark))
        return depth

    def _goes_on(self, mark: str) -> bool:
        """Whether a number is a mark: it ends like one, or follows from the last, as 1.2 from 1.1.

        A mere `3.5` may be one of litres.
        """
        parts = _parts(mark)
        before = self._numbers
        first = parts[:-1] == before and parts[-1] == 1
        nth = [*before[: len(parts) - 1], *(n + 1 for n in before[len(parts) - 1 : len(parts)])]
        if mark[-1].isdigit() and not (len(parts) > 1 and (first or parts == nth)):
            return False
        self._numbers = parts
        return True


def _kind(mark: str, here: Sequence[_Open]) -> str:
    """Return what marks of one list have in common: of letters and Roman numbers their ends.

    An `i` is a Roman one unless it follows from `h`.
    """
    if mark[0].isdigit():
        return "1"
    if len(mark) == 1:
        return mark
    words, end = mark[:-1], mark[-1]
    case = "A" if words.isupper() else "a"
    before = {chr(ord(words) - 1) + end} if len(words) == 1 else set()
    roman = set(words.lower()) <= set("ivx") and before.isdisjoint(each.mark for each in here)
    return f"{case}{'i' if roman else ''}{end}"


def _numbers_before(text: str) -> list[int]:
    """Return the number above the first one, as 2 above 2.1: a list may be part of a longer one.

    It is one where the number after it stands there as well.
    """
    listed = [_parts(found[1]) for found in _NUMBERED.finditer(text)]
    if not listed or len(listed[0]) == 1 or listed[0][-1] != 1:
        return []
    *before, _ = listed[0]
    return before if [*listed[0], 1] in listed or [*before, 2] in listed else []


def _parts(mark: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", mark)]
