"""Places of a window where somebody writes, and how one begins there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from argmap.desktop.window import Window
from tests.desktop.helpers import press_keys
from tests.desktop.inspector.inspecting import text

Press = Callable[..., None]
Box = QPlainTextEdit | QLineEdit
quiet = pytest.mark.qt_log_ignore(
    "does not support propagateSizeHints", "does not support grabbing the keyboard"
)
"""What the offscreen platform says of every window with a smallest size, and of menus."""


def write_in(window: Window, press: Press, place: str, words: str) -> Box:
    """Begin to write somewhere with a card selected, and return where the words have gone."""
    window.session.select(["cost"])
    match place:
        case "card":
            press_keys(window, "F2")
        case "new card":
            press_keys(window, "Tab")
        case "row":
            window.panes.enter("outline")
            press_keys(window, "F2")
        case "line":
            window.panes.enter("inspector")
            window.inspector.go_to("cost", "said_by", 0)
        case "note":
            window.panes.enter("inspector")
            text(window.inspector, "Note").setFocus()
        case "search":
            press_keys(window, "Ctrl+F")
        case "text":
            window.panes.enter("text")
        case _:
            raise ValueError(place)
    press(window, words)
    focus = window.focusWidget()
    assert isinstance(focus, QPlainTextEdit | QLineEdit), focus
    return focus


def words_in(box: Box) -> str:
    """Return all that is written there."""
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()
