"""A key held with Alt or Ctrl writes no letter; what AltGr and dead keys make is written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from argmap.desktop.window import Window
from tests.desktop.helpers import press_keys
from tests.desktop.inspector.inspecting import text

Press = Callable[..., None]
Held = Qt.KeyboardModifier
PLACES = ("card", "row", "line", "note", "text", "search")
# What the offscreen platform says of every window with a smallest size, and of menus.
pytestmark = pytest.mark.qt_log_ignore(
    "does not support propagateSizeHints", "does not support grabbing the keyboard"
)


@pytest.fixture(params=PLACES)
def box(opened: Window, press: Press, request: pytest.FixtureRequest) -> QPlainTextEdit | QLineEdit:
    """A place where somebody writes."""
    opened.session.select(["cost"])
    match request.param:
        case "card":
            press_keys(opened, "F2")
        case "row":
            opened.panes.enter("outline")
            press_keys(opened, "F2")
        case "line":
            opened.panes.enter("inspector")
            opened.inspector.go_to("cost", "said_by", 0)
        case "note":
            opened.panes.enter("inspector")
            text(opened.inspector, "Note").setFocus()
        case "text":
            opened.panes.enter("text")
        case "search":
            press_keys(opened, "Ctrl+F")
    press(opened, "Sta")
    focus = opened.focusWidget()
    assert isinstance(focus, QPlainTextEdit | QLineEdit), focus
    return focus


def _words(box: QPlainTextEdit | QLineEdit) -> str:
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def _press(box: QPlainTextEdit | QLineEdit, key: Qt.Key, text: str, held: Held) -> None:
    QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, key, held, text))


@pytest.mark.parametrize("held", [Held.AltModifier, Held.MetaModifier, Held.ControlModifier])
def test_what_is_held_with_a_modifier_is_no_letter(
    opened: Window, box: QPlainTextEdit | QLineEdit, held: Held
) -> None:
    before = _words(box)
    _press(box, Qt.Key.Key_2, "2", held)
    assert _words(box) == before
    assert opened.focusWidget() is box


@pytest.mark.parametrize(
    "held", [Held.GroupSwitchModifier, Held.ControlModifier | Held.AltModifier, Held.ShiftModifier]
)
def test_what_altgr_makes_is_written(box: QPlainTextEdit | QLineEdit, held: Held) -> None:
    _press(box, Qt.Key.Key_2, "²", held)
    assert "Sta²" in _words(box)


def test_what_a_dead_key_makes_is_written(box: QPlainTextEdit | QLineEdit) -> None:
    event = QInputMethodEvent()
    event.setCommitString("é")
    QApplication.sendEvent(box, event)
    assert "Staé" in _words(box)


@pytest.mark.parametrize("place", ["card", "new card"])
def test_alt_enter_ends_a_card_and_goes_to_its_fields(
    opened: Window, press: Press, place: str
) -> None:
    opened.session.select(["cost"])
    press_keys(opened, "F2" if place == "card" else "Tab")
    press(opened, " They say so.")
    press_keys(opened, "Alt+Return")
    assert opened.panes.focused == "inspector"
    current = opened.session.argument_map.statement_by_id[opened.session.current]
    assert current.text.endswith("They say so.")
    assert text(opened.inspector, "Text").toPlainText() == current.text
