"""A key held with Alt or Ctrl writes no letter; what AltGr and dead keys make is written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from argmap.desktop.window import Window
from tests.desktop.helpers import press_keys
from tests.desktop.inspector.inspecting import text
from tests.desktop.writing_places import Box, Press, quiet, words_in, write_in

Held = Qt.KeyboardModifier
PLACES = ("card", "row", "line", "note", "text", "search")
pytestmark = quiet


@pytest.fixture(params=PLACES)
def box(opened: Window, press: Press, request: pytest.FixtureRequest) -> Box:
    """A place where somebody writes."""
    return write_in(opened, press, request.param, "Sta")


def _press(box: Box, key: Qt.Key, text: str, held: Held) -> None:
    QApplication.sendEvent(box, QKeyEvent(QEvent.Type.KeyPress, key, held, text))


@pytest.mark.parametrize("held", [Held.AltModifier, Held.MetaModifier, Held.ControlModifier])
def test_what_is_held_with_a_modifier_is_no_letter(opened: Window, box: Box, held: Held) -> None:
    before = words_in(box)
    _press(box, Qt.Key.Key_2, "2", held)
    assert words_in(box) == before
    assert opened.focusWidget() is box


@pytest.mark.parametrize(
    "held", [Held.GroupSwitchModifier, Held.ControlModifier | Held.AltModifier, Held.ShiftModifier]
)
def test_what_altgr_makes_is_written(box: Box, held: Held) -> None:
    _press(box, Qt.Key.Key_2, "²", held)
    assert "Sta²" in words_in(box)


def test_what_a_dead_key_makes_is_written(box: Box) -> None:
    event = QInputMethodEvent()
    event.setCommitString("é")
    QApplication.sendEvent(box, event)
    assert "Staé" in words_in(box)


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
