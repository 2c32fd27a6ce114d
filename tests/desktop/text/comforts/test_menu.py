"""The context menu of the text offers what does something where the cursor is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from argmap.desktop.text.pane import TextPane
from argmap.desktop.window import Window
from tests.desktop.helpers import command

Put = Callable[..., None]
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def offered(pane: TextPane, place: QPoint, reason: QContextMenuEvent.Reason) -> list[str]:
    viewport = pane.editor.viewport()
    event = QContextMenuEvent(reason, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [
        action.text().replace("&", "").partition("\t")[0]
        for action in menu.actions()
        if not action.isSeparator()
    ]
    assert all(action.isEnabled() for action in menu.actions() if not action.isSeparator())
    menu.close()
    return words


def test_on_an_id(pane: TextPane, put: Put) -> None:
    put("[cost]", inside=2)
    place = pane.editor.cursorRect().center()
    put("argmap")
    words = offered(pane, place, QContextMenuEvent.Reason.Mouse)
    assert {"Go to where it is given", "All uses…", "Rename the id…", "Select All"} <= set(words)
    assert "Copy" not in words, "nothing is selected"
    assert pane.editor.textCursor().block().text() == "    from: [cost]"


def test_by_the_key_at_the_cursor_with_a_selection(pane: TextPane, put: Put) -> None:
    put("Two hundred", chosen=3)
    words = offered(pane, QPoint(0, 0), QContextMenuEvent.Reason.Keyboard)
    assert {"Cut", "Copy", "Fold or open the lines"} <= set(words)
    assert "Rename the id…" not in words
    assert pane.editor.textCursor().selectedText() == "Two"


def test_the_menu_of_the_window_runs_it_in_the_text(pane: TextPane, opened: Window) -> None:
    opened.canvas.setFocus()
    command(opened, "fold_items").trigger()
    assert opened.focusWidget() is pane.editor
    assert "kind: premise" not in [b.text().strip() for b, _ in pane.editor.visible_lines()]
