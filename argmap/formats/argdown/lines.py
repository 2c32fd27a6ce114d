"""From an Argdown text to blocks of lines: front matter, fences in Markdown, comments, blanks.

What a line starts is told by how it begins; a line that starts nothing goes on with the last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.formats.argdown import inline

_MULTI = re.MULTILINE | re.DOTALL
_FENCED = re.compile(r"^(`{3,}|~{3,})[ \t]*argdown[^\n]*\n(.*?)^\1[`~]*[ \t]*$", _MULTI)
_FRONT = re.compile(r"\A(?:[ \t]*\n)*={3,}[ \t]*\n(.*?)^={3,}[ \t]*(?:\n|\Z)", _MULTI)
_COMMENT = re.compile(
    r"(?P<kept>^[ \t]*(?:><|<[+_-])|\\[^\n]|\[[^\]\n]*\]|@?<[^>\n!][^>\n]*>|\{[^\n]*\}(?=[ \t]*$))"
    r"|<!--[\s\S]*?-->|/\*[\s\S]*?\*/|(?<!:)//[^\n]*",
    re.MULTILINE,
)
_HOLE = "\x00"
RELATION = re.compile(
    r"([ \t]*)(<\+|\+>|<-(?!-)|->|<_|_>|><|\+|-(?!-)|_(?=\s))[ \t]*(.*)", re.DOTALL
)
NUMBERED = re.compile(r"[ \t]*\((\d+)\)[ \t]*(.*)", re.DOTALL)
ITEM = re.compile(r"(?:\*|\d+\.)[ \t]+(.*)", re.DOTALL)
INFERENCE = re.compile(r"[ \t]*--(.*)", re.DOTALL)
_DEFINITION = r"[ \t]*(?:\[[^\]\n]+\]|<[^>\n]+>):\s"
_IN_TREE = re.compile(f"{RELATION.pattern}|{_DEFINITION}")
_IN_LIST = re.compile(f"{_IN_TREE.pattern}|{ITEM.pattern}")
_IN_STEPS = re.compile(f"{RELATION.pattern}|{NUMBERED.pattern}|{INFERENCE.pattern}")
_CLOSED_INFERENCE = re.compile(r"\s*(-{3,}|--.+--)\s*")
_OPENS_DATA = re.compile(r"(?<!\\)\{[ \t]*(?:$|\n|[\w\"']+[ \t]*:)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its comments, and its number in the file."""

    text: str
    number: int

    @property
    def indent(self) -> int:
        """The number of blanks and tabs at the start."""
        return len(self.text) - len(self.text.lstrip(" \t"))


def unfenced(text: str) -> str:
    """Give only what stands in ```argdown fences, if there are any; line numbers stay."""
    if not _FENCED.search(text):
        return text
    kept, at = [], 0
    for found in _FENCED.finditer(text):
        kept.append("\n" * text.count("\n", at, found.start(2)))
        kept.append(f"{found[2]}")
        at = found.end(2)
    return "".join(kept)


def front_matter(text: str) -> tuple[str, int, str]:
    """Give the YAML of the front matter, its first line, and the text with it blanked out."""
    found = _FRONT.match(text)
    if not found:
        return "", 1, text
    first = text.count("\n", 0, found.start(1)) + 1
    return found[1], first, "\n" * found[0].count("\n") + text[found.end() :]


def blocks(text: str) -> Iterator[list[Line]]:
    """Give the runs of lines between blank ones; a line that was a comment only is no blank."""
    block: list[Line] = []
    number = 1
    for raw in _COMMENT.sub(_cut, text.replace(_HOLE, "")).split("\n"):
        holes = raw.count(_HOLE)
        line = raw.replace(_HOLE, "").rstrip(" \t")
        if line.strip(" \t"):
            block.append(Line(line, number))
        elif not holes and block:
            yield block
            block = []
        number += 1 + max(0, holes - 1)
    if block:
        yield block


def _cut(found: re.Match[str]) -> str:
    """Leave a hole for a comment, and one more for each line break in it."""
    return found[0] if found["kept"] else _HOLE * (1 + found[0].count("\n"))


def joined(block: list[Line]) -> list[Line]:
    """Join each line that only continues the one before to it."""
    lines: list[Line] = []
    for line in block:
        last = lines[-1] if lines else Line("", 0)
        in_data = _has_open_data(last.text)
        if not lines or (not in_data and _starts(line.text, last.text, block[0].text)):
            lines.append(line)
        else:
            more = f"\n{line.text}" if in_data else f" {line.text.strip()}"
            lines[-1] = Line(last.text + more, last.number)
    return lines


def _starts(text: str, last: str, first: str) -> bool:
    """Tell whether a line starts something in a block with that first line."""
    if NUMBERED.match(first):
        open_inference = INFERENCE.match(last) and not _CLOSED_INFERENCE.fullmatch(last)
        more = NUMBERED if open_inference else _IN_STEPS
    else:
        more = _IN_LIST if ITEM.match(first) else _IN_TREE
    return bool(more.match(text))


def _has_open_data(text: str) -> bool:
    words = inline.hide(text)
    return bool(_OPENS_DATA.search(text)) and words.count("{") > words.count("}")
