"""Lines of a text in a document of Qt's: read from it, put into it, and their colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from argmap.authoring.same_ends import same_at_start, same_ends
from argmap.desktop.text.brought_back import Place
from argmap.desktop.text.shown import characters
from argmap.desktop.widgets.plain_text import units

_LONG = 1000
"""Characters of a line in which it would take long to look for all that is the same."""


def lines_in(document: QTextDocument, first: int, last: int) -> list[str]:
    """Return the lines of a document from one number up to another, both included."""
    block = document.findBlockByNumber(first)
    lines = [block.text()]
    for _ in range(last - first):
        block = block.next()
        lines.append(block.text())
    return lines


def put(document: QTextDocument, first: int, old: Sequence[str], new: Sequence[str]) -> None:
    """Put lines in the place of others, as they are shown, and touch no more than differs."""
    block = document.findBlockByNumber(first)
    before, becomes = "\n".join(old), "\n".join(new)
    at = block.position() if block.isValid() else document.characterCount() - 1
    if not old or not new:  # whole lines come or go, and with them one break more
        behind = document.findBlockByNumber(first + len(old)).isValid()
        before, becomes = (_with_break(lines, behind=behind) for lines in (old, new))
        at -= bool(old and not behind)
    start, end = same_ends(before, becomes)
    cursor = QTextCursor(document)
    cursor.setPosition(at + units(before[:start]))
    end_of_old = at + units(before[: len(before) - end])
    cursor.setPosition(end_of_old, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(becomes[start : len(becomes) - end])


def place_at(document: QTextDocument, position: int) -> Place:
    """Return the line and the column of a position."""
    block = document.findBlock(position)
    return block.blockNumber(), characters(block.text(), position - block.position())


def cursor_over(document: QTextDocument, start: Place, end: Place) -> QTextCursor:
    """Return a cursor at the end of what is between two places, which are in the document."""
    cursor = QTextCursor(document)
    modes = (QTextCursor.MoveMode.MoveAnchor, QTextCursor.MoveMode.KeepAnchor)
    for (line, column), mode in zip((start, end), modes, strict=True):
        block = document.findBlockByNumber(line)
        cursor.setPosition(block.position() + units(block.text()[:column]), mode)
    return cursor


def place_after(place: Place, exchanged: Mapping[int, tuple[str, str]]) -> Place:
    """Return where a place is when lines were exchanged one for one, for what they are now."""
    line, column = place
    return (line, column_after(*exchanged[line], column)) if line in exchanged else place


def column_after(old: str, new: str, column: int) -> int:
    """Return where in a line that was exchanged a column is now, by what is the same in both."""
    if len(old) > _LONG:
        start = same_at_start(old, new)
        return column if column <= start else max(len(new) - len(old) + column, start)
    for what, start, end, begin, stop in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if column < end or (column == end == len(old)):
            return begin + column - start if what == "equal" else min(begin + column - start, stop)
    return len(new)


def shift_colours(block: QTextBlock, at: int, removed: int, added: int) -> None:
    """Let the colours of a line go along with what was typed in it, until they are made out."""
    formats = block.layout().formats()
    for each in formats:
        end = each.start + each.length
        if each.start >= at + removed and each.start > 0:
            each.start += added - removed
        if end >= at + removed:
            end += added - removed
        each.length = max(end - each.start, 0)
    block.layout().setFormats(formats)


def _with_break(lines: Sequence[str], *, behind: bool) -> str:
    if not lines:
        return ""
    return "\n".join((*lines, "") if behind else ("", *lines))
