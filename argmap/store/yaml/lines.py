"""Lines of a YAML text: which of them belong to an item of a list, comments included.

Lines are found from the parser's columns where possible, so that this and the parser agree on what
a line is (YAML 1.1 also breaks lines at U+0085, U+2028 and U+2029).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from argmap.store.yaml.node import Collection, Node, content_end, name_of

_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_COMMENT_NEXT = re.compile(r"\s*#")
_NOTHING = re.compile(r"(?:\s|#[^\n\r\x85\u2028\u2029]*+)*+")
"""Blanks, line breaks and comments."""


class OddLayoutError(Exception):
    """Legal YAML in a shape that is not spliced, such as a section behind a question mark."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Where a key of a block mapping stands with its value.

    `start` is the index of the key, or of the question mark before it; `lead` is the one behind
    the colon, 0 where there is none; `end` the one behind the last character of the value.
    """

    key: Node
    value: Node
    start: int
    lead: int
    end: int

    @property
    def name(self) -> str | None:
        """The key, if it is a scalar."""
        return name_of(self.key)


@dataclass(frozen=True, slots=True)
class Span:
    """Where an item of a list stands.

    The gap before it, `gap` to `start`, is what belongs to nobody: blank lines, and comments set
    apart by them. From `start` to `end` are its whole lines, the comments directly above, and
    those below that are indented deeper than its dash.
    """

    gap: int
    start: int
    dash: int
    end: int
    node: Node


def line_start(node: Node) -> int:
    """Return the index at which the line begins on which a node begins."""
    return node.start_mark.index - node.start_mark.column


def line_stop(text: str, index: int) -> int:
    """Return the index of the line break (or the end of the text) at or behind an index."""
    found = _BREAK.search(text, index)
    return found.start() if found else len(text)


def line_end(text: str, index: int) -> int:
    """Return the index behind the line break (or the end of the text) at or behind an index."""
    found = _BREAK.search(text, index)
    return found.end() if found else len(text)


def ends_line(text: str) -> bool:
    """Whether a text ends in a line break."""
    return text.endswith(("\n", "\r", "\x85", "\u2028", "\u2029"))


def newline_of(text: str) -> str:
    """Return the line break that a text uses."""
    found = _BREAK.search(text)
    return found.group() if found else "\n"


def breaks(text: str) -> int:
    """Count the line breaks of a text; most texts have only the one that is quick to count."""
    only_common = text.isascii() and "\r" not in text
    return text.count("\n") if only_common else len(_BREAK.findall(text))


def item_start(body: str) -> tuple[int, int]:
    """Return line and column of an item in its own lines, counted from 0; comments come before."""
    dash = _something(body, 0)
    lead = body[: _something(body, dash + 1)]
    return breaks(lead), len(_BREAK.split(lead)[-1])


def dash_column(body: str) -> int:
    """Return the column of the dash of an item in its own lines, counted from 0."""
    return len(_BREAK.split(body[: _something(body, 0)])[-1])


def pairs(text: str, mapping: Collection) -> Iterator[Pair]:
    """Return the places of the keys of a block mapping, all of which begin at its own column."""
    at = mapping.start_mark.index
    for key, value in mapping.pairs():
        start, end = _something(text, at), content_end(key, text)
        colon = _something(text, end)
        lead = colon + 1 if text[colon : colon + 1] == ":" else 0
        at = content_end(value, text) if lead else end
        yield Pair(key, value, start, lead, at)


def _something(text: str, at: int) -> int:
    """Return the index of what stands next that is neither blank nor a comment."""
    found = _NOTHING.match(text, at)
    assert found is not None, "nothing can always be found"
    return found.end()


def owned_end(text: str, at: int, column: int) -> int:
    """Return the index behind the comments below something that are indented deeper than it.

    They belong to it. What follows starts with a line that no text in a block can swallow, so
    things can be taken away and put in between.
    """
    end = at
    while _COMMENT_NEXT.match(text, at):
        stop = line_end(text, at)
        line = text[at:stop]
        if line.strip():
            if _indent(line) <= column:
                break
            end = stop
        at = stop
    return end


def attached(text: str, at: int, start: int) -> int:
    """Return the index at which the comments begin that stand directly above a line.

    The top of a text belongs to nobody.
    """
    between = text[at:start]
    if not at or not between or between.isspace():
        return start
    lines = between.splitlines(keepends=True)
    last = len(lines)
    while last and lines[last - 1].lstrip().startswith("#"):
        last -= 1
    return at + len("".join(lines[:last]))


def spans(text: str, sequence: Collection, at: int) -> Iterator[Span]:
    """Return the places of the items of a block sequence; `at` is where its first gap may begin."""
    column = sequence.start_mark.column
    for node in sequence.items:
        line = _dash_line(text, node, column, at)
        end = owned_end(text, line_end(text, content_end(node, text)), column)
        yield Span(at, attached(text, at, line), line + column, end, node)
        at = end


def _dash_line(text: str, node: Node, column: int, at: int) -> int:
    """Find the beginning of the line on which the dash of a list item stands."""
    line = line_start(node)
    dash = line + column
    if dash < node.start_mark.index and text[dash] == "-" and not text[line:dash].strip():
        return line
    for above in text[at:line].splitlines(keepends=True):
        if above.startswith(" " * column + "-"):
            return at
        at += len(above)
    raise OddLayoutError


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
