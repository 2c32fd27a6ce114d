"""A YAML text as lines: where keys, list items and the comments that belong to them begin and end.

Places are indices in characters. Lines are found from the parser's columns where possible, so that
this and the parser agree on what a line is (YAML 1.1 also breaks lines at U+0085, U+2028 and
U+2029).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from argmap.frozen import frozen
from argmap.store.yaml.node import BLOCK_HEADER, Collection, Node, Scalar, name_of

_BREAKS = ("\n", "\r", "\x85", "\u2028", "\u2029")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_USUAL_BREAK = re.compile("\r\n|[\n\r]")
_COMMENT_NEXT = re.compile(r"\s*#")
_USUAL_ITEM = re.compile(r" *- (?=[\w{\"'])")
_NOTHING = re.compile(r"(?:\s|#[^\n\r\x85\u2028\u2029]*+)*+")
"""Blanks, line breaks and comments."""


class OddLayoutError(Exception):
    """Legal YAML in a shape that is not edited, such as a section behind a question mark."""


@frozen
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


@frozen
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


@frozen
class Lines:
    """A text, and the arithmetic of the places in it."""

    text: str

    def end_of_line(self, index: int) -> int:
        """Return the index of the line break (or the end of the text) at or behind an index."""
        found = _BREAK.search(self.text, index)
        return found.start() if found else len(self.text)

    def next_line(self, index: int) -> int:
        """Return the index behind the line break (or the end of the text) at or behind an index."""
        found = _BREAK.search(self.text, index)
        return found.end() if found else len(self.text)

    def _next_lines(self) -> Callable[[int], int]:
        """Return what `next_line` does, quicker where all lines end in the same character."""
        text, length = self.text, len(self.text)
        if not self.end_in_one_character:
            return self.next_line
        return lambda index: text.find("\n", index) + 1 or length

    @property
    def end_in_one_character(self) -> bool:
        """Whether all lines end in a line feed, and none in anything else."""
        return not any(character in self.text for character in _BREAKS[1:])

    def next_content(self, at: int) -> int:
        """Return the index of what stands next that is neither blank nor a comment."""
        found = _NOTHING.match(self.text, at)
        assert found is not None, "nothing can always be found"
        return found.end()

    def column(self, index: int) -> int:
        """Return how many characters stand before an index on its line."""
        return index - 1 - max(self.text.rfind(character, 0, index) for character in _BREAKS)

    def begins_line(self, index: int) -> bool:
        """Whether a line break stands before an index."""
        return self.text.endswith(_BREAKS, 0, index)

    def shares_its_line(self, index: int) -> bool:
        """Whether something, such as a dash, stands before an index on its line."""
        return bool(self.text[index - self.column(index) : index].strip())

    def content_end(self, node: Node) -> int:
        """Return the index behind the last character that belongs to a node, comments left out."""
        while isinstance(node, Collection) and not node.flow and node.items:
            node = node.items[-2 if self._is_unanswered(node) else -1]
        if isinstance(node, Collection):
            return node.end
        return self._block_end(node) if node.style in ("|", ">") else node.end_mark.index

    def _is_unanswered(self, mapping: Collection) -> bool:
        """Whether the last key stands behind a question mark and has no value.

        The parser says then that its value is where the next thing begins.
        """
        last = mapping.items[-1]
        if not mapping.mapping or isinstance(last, Collection) or last.value or last.style:
            return False
        return self.text[last.start_mark.index - 1] != ":"

    def content(self, node: Node) -> str:
        """Return the text of a node as it was typed, comments behind it left out."""
        return self.text[node.start_mark.index : self.content_end(node)]

    def pairs(self, mapping: Collection) -> Iterator[Pair]:
        """Return where the keys of a block mapping stand, all of which begin at its own column."""
        at = mapping.start_mark.index
        for key, value in mapping.pairs():
            start, end = self.next_content(at), self.content_end(key)
            colon = self.next_content(end)
            lead = colon + 1 if self.text[colon : colon + 1] == ":" else 0
            at = self.content_end(value) if lead else end
            yield Pair(key, value, start, lead, at)

    def spans(self, sequence: Collection, at: int) -> Iterator[Span]:
        """Return where the items of a block sequence stand; its first gap may begin at `at`."""
        column = sequence.start_mark.column
        next_line = self._next_lines()
        for node in sequence.items:
            line = self._line_of_dash(node, column, at)
            end = self.comments_below(next_line(self.content_end(node)), column)
            yield Span(at, self.start_with_comments(line, at), line + column, end, node)
            at = end

    def end_with_comments(self, end: int, column: int) -> int:
        """Return the index behind the lines of what ends at an index, comments below it included.

        Those belong to it that are indented deeper than its column.
        """
        return self.comments_below(self.next_line(end), column)

    def comments_below(self, at: int, column: int) -> int:
        """Return the index behind the comments that begin at an index, indented beyond a column.

        What follows them starts with a line that no text in a block can swallow, so things can be
        taken away and put in between.
        """
        end = at
        while _COMMENT_NEXT.match(self.text, at):
            stop = self.next_line(at)
            line = self.text[at:stop]
            if line.strip():
                if _indent(line) <= column:
                    break
                end = stop
            at = stop
        return end

    def start_with_comments(self, start: int, after: int) -> int:
        """Return the index at which the comments begin that stand directly above a line.

        Only what comes behind `after` is looked at. The top of a text belongs to nobody.
        """
        between = self.text[after:start]
        if not after or not between or between.isspace():
            return start
        lines = between.splitlines(keepends=True)
        last = len(lines)
        while last and lines[last - 1].lstrip().startswith("#"):
            last -= 1
        return after + len("".join(lines[:last]))

    def _line_of_dash(self, node: Node, column: int, at: int) -> int:
        """Return where the line begins on which the dash of a list item stands."""
        line = line_start(node)
        dash = line + column
        before = self.text[line:dash]
        if dash < node.start_mark.index and self.text[dash] == "-" and not before.strip():
            return line
        for above in self.text[at:line].splitlines(keepends=True):
            if above.startswith(" " * column + "-"):
                return at
            at += len(above)
        raise OddLayoutError

    def _block_end(self, block: Scalar) -> int:
        """Return the end of a block of text without its last line break.

        Blank lines below it count only where a `+` keeps them.
        """
        start, end = block.start_mark.index, block.end_mark.index
        header = BLOCK_HEADER.match(self.text, start)
        kept = header is not None and "+" in header.group()
        content = self.text[start:end] if kept else self.text[start:end].rstrip()
        return start + len(content.removesuffix("\n").removesuffix("\r"))


def line_start(node: Node) -> int:
    """Return the index at which the line begins on which a node begins."""
    return node.start_mark.index - node.start_mark.column


def ends_line(text: str) -> bool:
    """Whether a text ends in a line break."""
    return text.endswith(_BREAKS)


def newline_of(text: str) -> str:
    """Return the line break that a text uses; one of Unicode stands in a text by chance."""
    found = _USUAL_BREAK.search(text)
    return found.group() if found else "\n"


def in_newlines(text: str, newline: str) -> str:
    """Return a text with another line break; one of Unicode stays."""
    if newline == "\n" and "\r" not in text:
        return text
    return _USUAL_BREAK.sub(newline, text)


def count_breaks(text: str) -> int:
    """Return the number of line breaks; most texts have only the one that is quick to count."""
    only_common = text.isascii() and "\r" not in text
    return text.count("\n") if only_common else len(_BREAK.findall(text))


def item_start(body: str) -> tuple[int, int]:
    """Return line and column of an item in its own lines, counted from 0; comments come before."""
    if found := _USUAL_ITEM.match(body):
        return 0, found.end()
    lines = Lines(body)
    lead = lines.next_content(lines.next_content(0) + 1)
    return count_breaks(body[:lead]), lines.column(lead)


def dash_column(body: str) -> int:
    """Return the column of the dash of an item in its own lines, counted from 0."""
    lines = Lines(body)
    return lines.column(lines.next_content(0))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
