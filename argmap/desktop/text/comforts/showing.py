"""Words at the cursor: a tooltip for who looks, and the same for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QToolTip, QWidget

from argmap.desktop.text.editor import TextEditor
from argmap.desktop.widgets import plain_text


def say(editor: TextEditor, words: str) -> None:
    """Say something about what is at the cursor."""
    QToolTip.showText(below_cursor(editor), plain_text.tooltip(words), editor)
    announce(editor, words)


def refuses(editor: TextEditor) -> bool:
    """Whether the text cannot be changed now; it says so."""
    if editor.isReadOnly():
        say(editor, "The text cannot be changed now.")
    return editor.isReadOnly()


def below_cursor(editor: TextEditor) -> QPoint:
    """Return the place of the screen below the cursor."""
    return editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft())


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something that is seen without a focus, if one listens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
