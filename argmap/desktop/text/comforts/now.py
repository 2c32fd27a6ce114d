"""The text in an editor as it is at this moment, and changes that are made in it as if typed.

What is known of a text is counted in characters, Qt counts in UTF-16; here they meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QTextCursor

from argmap.authoring.written import Change, Written
from argmap.desktop.text.editor import TextEditor
from argmap.desktop.text.shown import characters
from argmap.desktop.widgets.plain_text import units
from argmap.frozen import frozen


@frozen
class Now:
    """A text as it was at some revision; `plain` says that all of it counts as one unit each."""

    text: str
    revision: int
    plain: bool

    def place(self, index: int) -> int:
        """Return where Qt finds a character."""
        return index if self.plain else units(self.text[:index])

    def index(self, place: int) -> int:
        """Return the character at a place of Qt's."""
        return place if self.plain else characters(self.text, place)


def now(editor: TextEditor) -> Now:
    """Return the text that stands in an editor."""
    document = editor.document()
    raw = document.toRawText()
    plain = len(raw) == document.characterCount() - 1
    return Now(raw.replace("\u2029", "\n"), document.revision(), plain)


def index_here(editor: TextEditor, written: Written) -> int:
    """Return the character that the cursor stands before in a text that is shown as it is."""
    cursor = editor.textCursor()
    column = characters(cursor.block().text(), cursor.positionInBlock())
    return written.lines.index(cursor.blockNumber(), column)


def place_of(editor: TextEditor, written: Written, index: int) -> int:
    """Return where Qt finds a character of a text that is shown as it is."""
    line, column = written.lines.of(index)
    block = editor.document().findBlockByNumber(line)
    return block.position() + units(block.text()[:column])


def cursor_index(editor: TextEditor, text: Now) -> int:
    """Return the character that the cursor stands before."""
    return text.index(editor.textCursor().position())


def select(editor: TextEditor, text: Now, start: int, end: int) -> None:
    """Select some characters, and bring them into view."""
    cursor = editor.textCursor()
    cursor.setPosition(text.place(start))
    cursor.setPosition(text.place(end), QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    if not editor.viewport().rect().contains(editor.cursorRect().center()):
        editor.centerCursor()


def step(editor: TextEditor, text: Now, changes: Iterable[Change]) -> None:
    """Make changes as a step of their own, unless the text is another one by now."""
    if not editor.isReadOnly() and now(editor).text == text.text:
        editor.step_begins.emit()
        change(editor, text, changes)


def change(editor: TextEditor, text: Now, changes: Iterable[Change]) -> None:
    """Make changes as if they were typed; cursor and selection stay where they are."""
    made = sorted(changes, key=lambda c: (c.start, c.end))
    if not made or editor.isReadOnly():
        return
    own = editor.textCursor()
    ends = [text.index(own.anchor()), text.index(own.position())]
    cursor = QTextCursor(editor.document())
    cursor.beginEditBlock()
    for each in reversed(made):
        cursor.setPosition(text.place(each.start))
        cursor.setPosition(text.place(each.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(each.becomes)
    cursor.endEditBlock()
    after = now(editor)
    select(editor, after, *(_moved(end, made) for end in ends))


def _moved(index: int, changes: Sequence[Change]) -> int:
    """Return where a character is after changes, which come in their order."""
    by = 0
    for each in changes:
        if index < each.start:
            break
        if index < each.end:
            return each.start + by + min(index - each.start, len(each.becomes))
        by += len(each.becomes) - (each.end - each.start)
    return index + by
