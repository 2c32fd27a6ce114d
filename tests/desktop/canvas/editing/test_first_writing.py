"""The id of a new card goes with its sentence until that is ended by a key, or the map is saved."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from argmap.desktop.window import Window
from tests.desktop.helpers import editor, press_keys
from tests.desktop.inspector.inspecting import text
from tests.desktop.writing_places import Press, quiet

pytestmark = quiet
RETURN = Qt.Key.Key_Return


def click_beside(window: Window) -> None:
    viewport = window.canvas.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(3, viewport.height() - 3))


def click_in_the_inspector(window: Window) -> None:
    window.panes.reveal("inspector")
    note = text(window.inspector, "Note")
    QTest.mouseClick(note.viewport(), Qt.MouseButton.LeftButton)


def look_at_the_text(window: Window) -> None:
    press_keys(window, "Ctrl+T")


LEAVING = [click_beside, click_in_the_inspector, look_at_the_text]


def left_half_written(window: Window, press: Press, leave: Callable[[Window], None]) -> None:
    """Begin a premise of the cost, leave it in mid-sentence, and come back to its card."""
    window.session.select(["cost"])
    press_keys(window, "Tab")
    press(window, "Wages are")
    leave(window)
    assert editor(window) is None
    assert "wages-are" in window.session.argument_map.statement_by_id
    window.session.select(["wages-are"])
    window.canvas.setFocus()


def ids(window: Window) -> set[str]:
    return set(window.session.argument_map.statement_by_id)


def go_on(window: Window, press: Press, qtbot: QtBot, begin: str) -> None:
    """Write the rest of the sentence on the card, as soon as it is seen."""
    qtbot.waitUntil(lambda: "wages-are" in window.canvas.map_scene.cards)
    if begin:
        press_keys(window, begin)
    press(window, " higher then", RETURN)


@pytest.mark.parametrize("leave", LEAVING)
@pytest.mark.parametrize("begin", ["F2", ""])
def test_the_id_goes_on_with_a_sentence_that_was_left(
    opened: Window, press: Press, qtbot: QtBot, leave: Callable[[Window], None], begin: str
) -> None:
    left_half_written(opened, press, leave)
    go_on(opened, press, qtbot, begin)
    assert ids(opened) == {"open-sundays", "demand", "cost", "wages-are-higher-then"}
    (step,) = opened.session.argument_map.relations_of("wages-are-higher-then")
    assert step.target == "cost"
    opened.session.undo()
    assert "wages-are" in ids(opened)
    opened.session.undo()
    assert ids(opened) == {"open-sundays", "demand", "cost"}


def test_it_goes_on_though_a_note_was_written_meanwhile(
    opened: Window, press: Press, qtbot: QtBot
) -> None:
    left_half_written(opened, press, click_in_the_inspector)
    text(opened.inspector, "Note").setFocus()
    press(opened, "See the budget.")
    opened.canvas.setFocus()
    go_on(opened, press, qtbot, "F2")
    assert opened.session.argument_map.statement_by_id["wages-are-higher-then"].note


def test_an_id_that_was_saved_stays(opened: Window, press: Press, qtbot: QtBot) -> None:
    left_half_written(opened, press, click_beside)
    assert opened.files.save()
    opened.session.select(["wages-are"])
    go_on(opened, press, qtbot, "F2")
    assert "wages-are" in ids(opened)


def test_an_id_stays_behind_a_sentence_that_a_key_has_ended(
    opened: Window, press: Press, qtbot: QtBot
) -> None:
    left_half_written(opened, press, lambda window: press(window, RETURN))
    go_on(opened, press, qtbot, "F2")
    assert "wages-are" in ids(opened)


def test_a_sentence_that_was_gone_on_with_and_ended_keeps_its_id(
    opened: Window, press: Press, qtbot: QtBot
) -> None:
    left_half_written(opened, press, click_beside)
    go_on(opened, press, qtbot, "F2")
    qtbot.waitUntil(lambda: "wages-are-higher-then" in opened.canvas.map_scene.cards)
    press_keys(opened, "F2")
    press(opened, " as before", RETURN)
    assert "wages-are-higher-then" in ids(opened)


def test_the_id_of_a_card_that_was_there_before_stays(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    for leave in LEAVING:
        opened.canvas.setFocus()
        press_keys(opened, "F2")
        press(opened, " And more")
        leave(opened)
        assert "cost" in ids(opened)
