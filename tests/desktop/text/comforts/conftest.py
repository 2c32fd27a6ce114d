"""The pane of the text, to be written in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from argmap.desktop.text.pane import TextPane
from argmap.desktop.window import Window


@pytest.fixture
def pane(opened: Window, qtbot: QtBot) -> TextPane:
    """The pane in a window with the pool map, up to date, with the focus in it."""
    opened.panes.enter("text")
    pane = opened.text_pane
    qtbot.waitUntil(lambda: bool(pane.editor.shown.text) and not pane.busy)
    return pane


@pytest.fixture
def put(pane: TextPane) -> Callable[..., None]:
    """Put the cursor before, or that far into, some words."""

    def putting(words: str, inside: int = 0, chosen: int = 0) -> None:
        at = pane.editor.toPlainText().index(words) + inside
        cursor = pane.editor.textCursor()
        cursor.setPosition(at)
        cursor.setPosition(at + chosen, QTextCursor.MoveMode.KeepAnchor)
        pane.editor.setTextCursor(cursor)

    return putting
