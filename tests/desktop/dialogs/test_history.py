"""The history: every step by its name, a way to any of them, and back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.window import Window
from argmap.model.argument_map import ArgumentMap
from tests.desktop.helpers import answering, command, editor, press_keys, retext


@pytest.fixture
def states(opened: Window) -> list[ArgumentMap]:
    """The map after each of three steps, of which the last is taken back."""
    session = opened.session
    states = [session.argument_map]
    session.select(["demand"])
    for keys in ("Ctrl+D", "Ctrl+Shift+A"):
        opened.canvas.setFocus()
        press_keys(opened, keys)
        states.append(session.argument_map)
    retext(opened, "Half the town asked for it.")
    states.append(session.argument_map)
    press_keys(opened, "Ctrl+Z")
    return states


def steps(dialog: QWidget) -> QListWidget:
    return dialog.findChildren(QListWidget)[0]


def test_it_names_what_was_done_and_what_was_taken_back(
    opened: Window, states: list[ArgumentMap]
) -> None:
    assert len(states) == 4

    def look(dialog: QWidget) -> None:
        shown = steps(dialog)
        names = [shown.item(at).text() for at in range(shown.count())]
        assert names == ["As it was opened", "Duplicate", "Accept", "Edit text"]
        assert shown.currentRow() == 2, "where the map stands now"
        colours = [shown.item(at).foreground().color() for at in range(4)]
        assert colours[3] != colours[2], "what was taken back is pale"

    with answering(look):
        command(opened, "history").trigger()


def test_words_that_were_written_in_a_row_are_one_place_to_go_back_to(opened: Window) -> None:
    opened.panes.enter("text")
    editor = opened.text_pane.editor
    cursor = editor.textCursor()
    cursor.setPosition(editor.toPlainText().index("residents"))
    editor.setTextCursor(cursor)
    QTest.keyClicks(editor, "and ten more ")
    press_keys(opened, "Ctrl+Z")
    assert len(opened.session.document.done) == 2

    def look(dialog: QWidget) -> None:
        shown = steps(dialog)
        names = [shown.item(at).text() for at in range(shown.count())]
        assert names == ["As it was opened", *2 * ["Write in the text"]]
        assert shown.currentRow() == 1
        for row, words in ((2, "and ten more "), (0, ""), (1, "and ten ")):
            shown.setCurrentRow(row)
            assert f"Two hundred {words}residents" in opened.session.text.text()

    with answering(look):
        command(opened, "history").trigger()


@pytest.mark.parametrize("row", [0, 1, 2, 3])
def test_a_click_goes_there(opened: Window, states: list[ArgumentMap], row: int) -> None:
    def go(dialog: QWidget) -> None:
        shown = steps(dialog)
        place = shown.visualItemRect(shown.item(row)).center()
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert opened.session.argument_map == states[row]

    with answering(go):
        command(opened, "history").trigger()
    assert opened.session.argument_map == states[row]
    assert len(opened.session.document.done) == row
    assert len(opened.session.document.undone) == 3 - row


def test_the_arrow_keys_walk_through_it_and_forth(
    opened: Window, states: list[ArgumentMap]
) -> None:
    def walk(dialog: QWidget) -> None:
        for key, row in ((Qt.Key.Key_Up, 1), (Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 3)):
            QTest.keyClick(steps(dialog), key)
            assert opened.session.argument_map == states[row]

    with answering(walk):
        command(opened, "history").trigger()
    assert opened.session.text.text().count("Half the town") == 1


def test_the_way_back_to_the_opened_map_is_no_change_of_the_file(
    opened: Window, states: list[ArgumentMap]
) -> None:
    assert opened.isWindowModified()
    with answering(lambda dialog: QTest.keyClick(steps(dialog), Qt.Key.Key_Home)):
        command(opened, "history").trigger()
    assert opened.session.argument_map == states[0]
    assert not opened.isWindowModified()


@pytest.mark.parametrize("row", [0, 1, 2])
def test_what_is_being_typed_is_the_last_step_and_kept_when_another_is_chosen(
    opened: Window, states: list[ArgumentMap], press: Callable[..., None], row: int
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Half a thought")
    session = opened.session

    def look(dialog: QWidget) -> None:
        shown = steps(dialog)
        names = [shown.item(at).text() for at in range(shown.count())]
        assert names == ["As it was opened", "Duplicate", "Accept", "What is being typed"]
        assert shown.currentRow() == 3
        shown.setCurrentRow(row)
        assert session.argument_map == states[row]
        shown.setCurrentRow(3)

    with answering(look):
        command(opened, "history").trigger()
    assert editor(opened) is None
    assert session.document.done == ("Duplicate", "Accept", "Add premise")
    assert session.argument_map.relations_of("half-a-thought")[0].target == "cost"


LONG = "Whoever works in the week and has no car cannot swim there but on a Sunday, "


def test_texts_given_up_are_told_apart_and_brought_back_with_keys_alone(
    opened: Window, press: Callable[..., None], qtbot: QtBot
) -> None:
    for end in ("says the council.", "say the clubs."):
        opened.session.select(["cost"])
        opened.canvas.setFocus()
        press(opened, Qt.Key.Key_Tab, LONG + end, Qt.Key.Key_Escape)

    def take(dialog: QWidget) -> None:
        given_up = dialog.findChildren(QListWidget)[1]
        rows = [given_up.item(at) for at in range(given_up.count())]
        assert [row.text() for row in rows] == [LONG + "say the clubs.", LONG + "says the council."]
        wide = given_up.fontMetrics().horizontalAdvance(rows[1].text())
        place = given_up.visualItemRect(rows[1])
        lines = place.height() // given_up.fontMetrics().lineSpacing()
        assert place.width() < given_up.viewport().width() < wide < lines * place.width()
        assert QApplication.focusWidget() is steps(dialog)
        press(dialog, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is given_up
        assert rows[0].isSelected()
        press(dialog, Qt.Key.Key_Down, Qt.Key.Key_Tab)
        button = QApplication.focusWidget()
        assert isinstance(button, QPushButton)
        assert button.text() == "&Bring back"
        press(dialog, Qt.Key.Key_Enter)

    with answering(take):
        command(opened, "history").trigger()
    qtbot.waitUntil(lambda: opened.canvas.editing.active)
    field = opened.canvas.editing.field
    assert field
    assert field.toPlainText() == LONG + "says the council."


def test_a_text_of_many_pages_leaves_room_for_the_others(opened: Window) -> None:
    opened.session.given_up.add("word " * 1000, lambda: None)

    def look(dialog: QWidget) -> None:
        text = dialog.findChildren(QListWidget)[1].item(0).text()
        assert text.startswith("word word")
        assert text.endswith("word…")
        assert len(text) < 400

    with answering(look):
        command(opened, "history").trigger()


def test_enter_on_a_step_brings_nothing_back(opened: Window) -> None:
    met: list[str] = []
    opened.session.given_up.add("Some words.", lambda: met.append("brought back"))
    with answering(lambda dialog: QTest.keyClick(steps(dialog), Qt.Key.Key_Enter)):
        command(opened, "history").trigger()
    QApplication.processEvents()
    assert not met
