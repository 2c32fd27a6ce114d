"""Folding in an editor: lines that belong to one above them, out of sight.

What is folded is known from the lines alone: one that is to be seen above one that is not. So there
is nothing to keep up to date while the text changes, and what is hidden can always be had back.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QPlainTextEdit

from argmap.authoring import folding

_NEAR = 50
"""Lines that say nothing, after which no more are looked at for what a line holds."""


def is_folded(line: QTextBlock) -> bool:
    """Whether what belongs to a line is out of sight."""
    below = line.next()
    return line.isVisible() and below.isValid() and not below.isVisible()


def folds(line: QTextBlock) -> bool:
    """Whether anything belongs to a line."""
    below = line.next()
    for _ in range(_NEAR):
        said = below.text().lstrip()
        if not below.isValid() or (said and not said.startswith("#")):
            break
        below = below.next()
    return below.isValid() and folding.opens(line.text(), below.text())


def head_of(line: QTextBlock) -> QTextBlock:
    """Return the line that another one belongs to, or itself if anything belongs to it."""
    while line.isValid() and not (line.isVisible() and (is_folded(line) or folds(line))):
        line = line.previous()
    return line


def fold(editor: QPlainTextEdit, line: QTextBlock) -> None:
    """Put out of sight what belongs to a line; the cursor comes to the line if it was there."""
    first = line.blockNumber()
    last = folding.end_of(_rows(editor), first)
    if last > first:
        _leave(editor, first, last)
        _hide(line.next(), last - first)
        _tell(editor)


def fold_items(editor: QPlainTextEdit) -> None:
    """Fold all that lies in the sections: items to their first lines, not the sections."""
    rows = _rows(editor)
    found = folding.folds(rows)
    sections = [(first, last) for first, last in found if rows[first][:1].strip(" \t-")]
    here = editor.textCursor().blockNumber()
    done = -1
    for first, last in found:
        inside = any(first > top and last <= end for top, end in sections)
        if inside and first > done:
            done = last
            if first < here <= last:
                _leave(editor, first, last)
            _hide(editor.document().findBlockByNumber(first + 1), last - first)
    _tell(editor)


def any_folded(editor: QPlainTextEdit) -> bool:
    """Whether anything is out of sight."""
    return any(not line.isVisible() for line in _all(editor))


def unfold(editor: QPlainTextEdit, line: QTextBlock) -> None:
    """Bring back into sight what is folded below a line."""
    for hidden in takewhile(lambda each: not each.isVisible(), _after(line)):
        _show(hidden)
    _tell(editor)


def unfold_all(editor: QPlainTextEdit) -> None:
    """Bring back all that is out of sight."""
    for line in _all(editor):
        if not line.isVisible():
            _show(line)
    _tell(editor)


def unfold_around(editor: QPlainTextEdit, line: QTextBlock) -> None:
    """Bring a line back into sight that is not."""
    while line.isValid() and not line.isVisible():
        line = line.previous()
    unfold(editor, line)


def _after(line: QTextBlock) -> Iterator[QTextBlock]:
    line = line.next()
    while line.isValid():
        yield line
        line = line.next()


def _all(editor: QPlainTextEdit) -> Iterator[QTextBlock]:
    first = editor.document().firstBlock()
    yield first
    yield from _after(first)


def _rows(editor: QPlainTextEdit) -> list[str]:
    return editor.document().toRawText().split("\u2029")


def _leave(editor: QPlainTextEdit, first: int, last: int) -> None:
    cursor = editor.textCursor()
    if first < cursor.blockNumber() <= last:
        cursor.setPosition(editor.document().findBlockByNumber(first).position())
        editor.setTextCursor(cursor)


def _hide(line: QTextBlock, count: int) -> None:
    for _ in range(count):
        line.setVisible(False)
        line.setLineCount(0)
        line = line.next()


def _show(line: QTextBlock) -> None:
    line.setVisible(True)
    line.setLineCount(max(1, line.layout().lineCount()))


def _tell(editor: QPlainTextEdit) -> None:
    """Have the view look again how much there is to be seen."""
    layout = editor.document().documentLayout()
    layout.documentSizeChanged.emit(layout.documentSize())
    editor.viewport().update()
    editor.updateRequest.emit(editor.viewport().rect(), 0)  # of the numbers beside it as well
