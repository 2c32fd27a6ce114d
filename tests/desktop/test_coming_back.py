"""Whoever looks into a menu or another part of the window comes back to where the keys went."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit

from argmap.desktop.window import Window
from tests.desktop.helpers import press_keys
from tests.desktop.inspector.inspecting import text

Press = Callable[..., None]
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
# What the offscreen platform says of every window with a smallest size, and of menus.
pytestmark = pytest.mark.qt_log_ignore(
    "does not support propagateSizeHints", "does not support grabbing the keyboard"
)
PLACES = ("card", "new card", "outline", "field", "text")


def _write_in(window: Window, press: Press, place: str) -> QPlainTextEdit:
    """Begin to write somewhere, and return where."""
    window.session.select(["cost"])
    match place:
        case "card":
            press_keys(window, "F2")
        case "new card":
            press_keys(window, "Tab")
        case "outline":
            window.panes.enter("outline")
            press_keys(window, "F2")
        case "field":
            window.panes.enter("inspector")
            text(window.inspector, "Note").setFocus()
        case "text":
            window.panes.enter("text")
    press(window, "Sta ")
    focus = window.focusWidget()
    assert isinstance(focus, QPlainTextEdit), focus
    return focus


@pytest.fixture(params=PLACES)
def written(opened: Window, press: Press, request: pytest.FixtureRequest) -> QPlainTextEdit:
    return _write_in(opened, press, request.param)


def _goes_on(window: Window, press: Press, written: QPlainTextEdit) -> None:
    """Type on, and see that it goes where it went before."""
    before = written.toPlainText()
    cursor = written.textCursor().position()
    press(window, "vast")
    assert written.toPlainText() == f"{before[:cursor]}vast{before[cursor:]}"
    assert window.focusWidget() is written


def test_a_tap_on_alt_leaves_who_writes_alone(
    opened: Window, press: Press, written: QPlainTextEdit
) -> None:
    press(opened, Key.Key_Alt)
    _goes_on(opened, press, written)


@pytest.mark.parametrize("keys", ["Alt+V", "F10"])
def test_one_escape_leads_out_of_a_menu(
    opened: Window, press: Press, written: QPlainTextEdit, keys: str
) -> None:
    press_keys(opened, keys)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert opened.menuBar().activeAction() is menu.menuAction()
    QTest.keyClick(menu, Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert opened.menuBar().activeAction() is None
    _goes_on(opened, press, written)
