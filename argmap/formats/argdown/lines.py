"""From an Argdown text to blocks of lines: front matter, fences in Markdown, blanks.

How a line begins says what it starts; a line that starts nothing goes on with the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.formats.argdown import inline
from argmap.formats.argdown.comments import BREAK, HOLE, without_comments
from argmap.frozen import frozen

_MULTI = re.MULTILINE | re.DOTALL
_FENCED = re.compile(r"^(`{3,}|~{3,})[ \t]*argdown[^\n]*\n(.*?)(?:^\1[`~]*[ \t]*$|\Z)", _MULTI)
_FRONT = re.compile(
    r"\A(?:\s++|//[^\n]*+\n|/\*(?:(?!\*/).)*+\*/|<!--(?:(?!-->).)*+-->)*={3,}[ \t]*\n"
    r"(.*?)^[ \t]*={3,}[ \t]*(?:\n|\Z)",
    _MULTI,
)
# No group is repeated possessively: Python 3.11 before 3.11.5 goes on behind what did not match.
_RUN = re.compile(r"(?:^|\n)[ \t]*+(\S[^\n]*+(?:\n[ \t]*+\S[^\n]*+)*)")
RELATION = re.compile(
    r"([ \t]*)(<\+|\+>|<-(?!-)|->|<_|_>|><|\+|-(?!-)|_(?=\s))[ \t]*(.*)", re.DOTALL
)
NUMBERED = re.compile(r"[ \t]*\((\d+)\)[ \t]*(.*)", re.DOTALL)
ITEM = re.compile(r"[ \t]*(?:\*|\d+\.)[ \t]+(.*)", re.DOTALL)
INFERENCE = re.compile(r"[ \t]*--(.*)", re.DOTALL)
_NAMED = r"[ \t]*(?:\[[^\]\n]+\]|<[^>\n]+>)(?::(?:\s|$)|[ \t]*+(?:#[\w-]++[ \t]*+)*$)"
"""A definition, or a line that is a reference and no more."""

_IN_TREE = re.compile(f"{RELATION.pattern}|{_NAMED}")
_IN_LIST = re.compile(f"{_IN_TREE.pattern}|{ITEM.pattern}")
_IN_STEPS = re.compile(f"{RELATION.pattern}|{NUMBERED.pattern}|{INFERENCE.pattern}")
_CLOSED_INFERENCE = re.compile(r"\s*(-{3,}|--.+--)\s*")
_OPENS_DATA = re.compile(r"(?<!\\)\{[ \t]*(?:$|[\w\"']+[ \t]*:)")


@frozen
class Line:
    """A line without its comments, and its number in the file.

    `data` is the number of the line in which its data begins, or 0.
    """

    text: str
    number: int
    data: int = 0


def unfenced(text: str) -> str:
    """Return only what stands in ```argdown fences, if there are any; line numbers stay."""
    if not _FENCED.search(text):
        return text
    kept, at = [], 0
    for found in _FENCED.finditer(text):
        kept.append("\n" * text.count("\n", at, found.start(2)))
        kept.append(f"{found[2]}")
        at = found.end(2)
    return "".join(kept)


def outside(text: str) -> Iterator[str]:
    """Return the places of what stands outside of fences, if there are any: `lines 1–3`."""
    at, line = 0, 1
    for found in _FENCED.finditer(text):
        yield from _places(text[at : found.start()], line)
        line += text.count("\n", at, found.end())
        at = found.end()
    if at:
        yield from _places(text[at:], line)


def _places(text: str, line: int) -> Iterator[str]:
    """Return the places of the runs of lines in a text that begins in a line."""
    for found in _RUN.finditer(text):
        first = line + text.count("\n", 0, found.start(1))
        last = first + found[1].count("\n")
        yield f"lines {first}–{last}" if last > first else f"line {first}"


def front_matter(text: str) -> tuple[str, int, str]:
    """Return the YAML of the front matter, its first line, and the text with it blanked out."""
    found = _FRONT.match(text)
    if not found:
        return "", 1, text
    first = text.count("\n", 0, found.start(1)) + 1
    return found[1], first, "\n" * found[0].count("\n") + text[found.end() :]


def blocks(text: str) -> Iterator[list[Line]]:
    """Return the runs of lines between blank ones; a line that was a comment only is no blank."""
    block: list[Line] = []
    number = 1
    for raw in without_comments(text).split("\n"):
        line = raw.replace(HOLE, "").replace(BREAK, "").rstrip(" \t")
        if line.strip(" \t"):
            before = raw[: raw.index(line.lstrip(" \t")[0])]
            block.append(Line(line, number + before.count(BREAK)))
        elif HOLE not in raw and block:
            yield block
            block = []
        number += 1 + raw.count(BREAK)
    if block:
        yield block


def joined(block: list[Line]) -> list[Line]:
    """Return the lines, each that only continues the one before joined to it."""
    in_steps = bool(NUMBERED.match(block[0].text))
    more = _IN_STEPS if in_steps else _IN_LIST if ITEM.match(block[0].text) else _IN_TREE
    found: list[_Open] = []
    for line in block:
        last = found[-1] if found else None
        starts = NUMBERED if last and last.in_inference else more
        if last is None or (not last.in_data and starts.match(line.text)):
            found.append(_Open(line.number, in_steps))
        found[-1].take(line)
    return [Line("".join(each.pieces), each.number, each.data) for each in found]


class _Open:
    """A line that may go on: data until its braces close, an inference until its dashes do."""

    def __init__(self, number: int, in_steps: bool) -> None:
        self.number = number
        self.pieces: list[str] = []
        self.in_inference = in_steps
        self.in_data = False
        self.data = 0
        self._braces = 0

    def take(self, line: Line) -> None:
        text = line.text
        if not self.pieces:
            self.pieces.append(text)
            open_inference = INFERENCE.match(text) and not _CLOSED_INFERENCE.fullmatch(text)
            self.in_inference = self.in_inference and bool(open_inference)
        else:
            self.pieces.append(f"\n{text}" if self.in_data else f" {text.strip()}")
            self.in_inference = self.in_inference and not text.rstrip().endswith("--")
        words = inline.hide(text)
        if not self.data and _OPENS_DATA.search(text):
            self.data = line.number
        self._braces += words.count("{") - words.count("}")
        self.in_data = self.data > 0 and self._braces > 0
