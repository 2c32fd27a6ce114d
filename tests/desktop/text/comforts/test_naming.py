"""Ids in the pane: where they are given, what names them, other names for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from argmap.desktop.text.comforts.rename_field import RenameField
from argmap.desktop.text.pane import TextPane
from argmap.desktop.window import Window
from argmap.store.yaml_file import read
from tests.desktop.helpers import POOL

Press = Callable[..., None]
Put = Callable[..., None]
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


def settled(pane: TextPane, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not pane.comforts.busy and not pane.busy)


def line(pane: TextPane) -> str:
    return pane.editor.textCursor().block().text().strip()


def field(pane: TextPane, qtbot: QtBot) -> QLineEdit:
    (found,) = pane.editor.viewport().findChildren(RenameField)
    qtbot.waitUntil(found.isVisible)
    return found


def test_f12_goes_to_where_an_id_is_given(
    pane: TextPane, opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    put("from: [cost]", inside=8)
    press(opened, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: line(pane) == "- id: cost")
    assert opened.session.selection == ("cost",)


def test_a_click_with_ctrl_does_too(pane: TextPane, put: Put, qtbot: QtBot) -> None:
    put("supports: open-sundays", inside=12)
    place = pane.editor.cursorRect().center()
    put("argmap")
    QTest.mouseClick(pane.editor.viewport(), Qt.MouseButton.LeftButton, CTRL, place)
    qtbot.waitUntil(lambda: line(pane) == "- id: open-sundays")


def test_where_no_id_stands_it_says_so(
    opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    put("Two hundred")
    press(opened, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: "no id" in QToolTip.text())


def test_all_uses_are_listed_and_gone_to(
    pane: TextPane, opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    put("id: open-sundays", inside=6)
    press(opened, Qt.Key.Key_F12, held=SHIFT)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [
        "5:  - id: open-sundays",
        "15:  - {id: r1, from: [demand], supports: open-sundays}",
        "18:  attacks: open-sundays",
    ]
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert line(pane) == "attacks: open-sundays"


def test_uses_of_the_id_at_the_cursor_are_lit(pane: TextPane, put: Put) -> None:
    put("id: open-sundays", inside=6)
    lit = pane.editor.extraSelections()
    assert [each.cursor.selectedText() for each in lit] == ["open-sundays"] * 3
    put("Two hundred")
    assert not pane.editor.extraSelections()


def test_an_id_is_renamed_everywhere_as_one_change(
    pane: TextPane, opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    put("attacks: open-sundays", inside=13)
    changes: list[int] = []
    press(opened, Qt.Key.Key_F2)
    there = field(pane, qtbot)
    assert there.text() == there.selectedText() == "open-sundays"
    pane.editor.document().contentsChange.connect(lambda at, *_: changes.append(at))
    QTest.keyClicks(there, "sunday opening")
    QTest.keyClick(there, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not pane.comforts.busy)
    assert "cannot be an id" in QToolTip.text()
    assert there.isVisible()
    there.selectAll()
    QTest.keyClicks(there, "sundays")
    QTest.keyClick(there, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not pane.comforts.busy)
    text = pane.editor.toPlainText()
    assert (text.count("open-sundays"), text.count(": sundays")) == (0, 3)
    assert len(changes) == 1
    assert line(pane) == "attacks: sundays"
    assert pane.editor.textCursor().positionInBlock() == len("    attacks: open")
    assert opened.focusWidget() is pane.editor


def test_escape_and_going_elsewhere_rename_nothing(
    pane: TextPane, opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    before = pane.editor.toPlainText()
    put("id: cost", inside=5)
    press(opened, Qt.Key.Key_F2)
    there = field(pane, qtbot)
    QTest.keyClicks(there, "price")
    QTest.keyClick(there, Qt.Key.Key_Escape)
    assert not there.isVisible()
    assert opened.focusWidget() is pane.editor
    press(opened, Qt.Key.Key_F2)
    field(pane, qtbot)
    opened.canvas.setFocus()
    assert not there.isVisible()
    assert pane.editor.toPlainText() == before


def test_answers_are_about_what_was_just_typed(
    pane: TextPane, opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    put("[cost]", inside=1, chosen=4)
    press(opened, "demand", Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: line(pane) == "- id: demand")


def test_a_new_name_is_undone_by_itself_though_one_was_typing(
    pane: TextPane, opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    put("Staff cost")
    press(opened, "The ")
    put("id: cost", inside=5)
    press(opened, Qt.Key.Key_F2)
    there = field(pane, qtbot)
    QTest.keyClicks(there, "price")
    QTest.keyClick(there, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "from: [price]" in pane.editor.toPlainText())
    settled(pane, qtbot)
    assert opened.session.argument_map.statement_by_id["price"].text.startswith("The Staff")
    press(opened, Qt.Key.Key_Z, held=CTRL)
    assert opened.session.argument_map.statement_by_id["cost"].text.startswith("The Staff")
    press(opened, Qt.Key.Key_Z, held=CTRL)
    assert opened.session.argument_map.statement_by_id["cost"].text.startswith("Staff")
    settled(pane, qtbot)


def test_an_id_of_a_file_with_other_line_breaks_is_renamed(
    pane: TextPane, opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    opened.session.open(read(POOL.replace("\n", "\r\n")))
    qtbot.waitUntil(lambda: not pane.busy and pane.editor.up_to_date)
    opened.panes.enter("text")
    put("id: cost", inside=5)
    press(opened, Qt.Key.Key_F2)
    there = field(pane, qtbot)
    QTest.keyClicks(there, "price")
    QTest.keyClick(there, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "from: [price]" in pane.editor.toPlainText())
    settled(pane, qtbot)
    text = POOL.replace("cost\n", "price\n").replace("[cost]", "[price]")
    assert opened.session.text.text() == text.replace("\n", "\r\n")
