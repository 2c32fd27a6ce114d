"""Finding and replacing in the text itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from argmap.desktop.text.comforts.search_bar import SearchBar
from argmap.desktop.text.pane import TextPane
from argmap.desktop.window import Window

Press = Callable[..., None]
Put = Callable[..., None]
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def bar(pane: TextPane) -> SearchBar:
    return pane.comforts.search


def chosen(pane: TextPane) -> tuple[str, int]:
    cursor = pane.editor.textCursor()
    return cursor.selectedText(), cursor.blockNumber() + 1


def test_ctrl_f_in_the_text_finds_in_it(
    pane: TextPane, opened: Window, press: Press, put: Put
) -> None:
    put("argmap")
    press(opened, Qt.Key.Key_F, held=CTRL)
    assert opened.focusWidget() is bar(pane).words
    assert not opened.finder.isVisible()
    press(opened, "SUNDAYS")
    assert chosen(pane) == ("Sundays", 3)
    assert bar(pane).count.text() == "1 of 6"
    press(opened, Qt.Key.Key_Return)
    assert chosen(pane) == ("sundays", 5)
    press(opened, Qt.Key.Key_Return, held=SHIFT)
    press(opened, Qt.Key.Key_Return, held=SHIFT)
    assert chosen(pane) == ("sundays", 18)
    assert bar(pane).count.text() == "6 of 6"
    assert len(pane.editor.extraSelections()) >= 6
    press(opened, Qt.Key.Key_Escape)
    assert opened.focusWidget() is pane.editor
    assert chosen(pane) == ("sundays", 18)
    press(opened, Qt.Key.Key_F3)
    assert chosen(pane) == ("Sundays", 3)


def test_case_and_expressions(pane: TextPane, opened: Window, press: Press, put: Put) -> None:
    put("argmap")
    press(opened, Qt.Key.Key_F, held=CTRL)
    press(opened, "Sundays")
    QTest.mouseClick(bar(pane).case, Qt.MouseButton.LeftButton)
    assert bar(pane).count.text() == "1 of 3"
    QTest.mouseClick(bar(pane).expression, Qt.MouseButton.LeftButton)
    bar(pane).words.setFocus()
    bar(pane).words.selectAll()
    press(opened, r"^ +- id: \w+$")
    assert bar(pane).count.text() == "1 of 3"
    press(opened, "(")
    assert bar(pane).count.text() == "No expression"
    assert "no regular expression" in bar(pane).words.accessibleDescription()


def test_what_is_selected_is_looked_for(
    pane: TextPane, opened: Window, press: Press, put: Put
) -> None:
    put("demand", chosen=6)
    press(opened, Qt.Key.Key_F, held=CTRL)
    assert bar(pane).words.text() == "demand"
    assert bar(pane).count.text() == "1 of 2"


def test_one_is_replaced_after_the_other(
    pane: TextPane, opened: Window, press: Press, put: Put
) -> None:
    put("argmap")
    press(opened, Qt.Key.Key_H, held=CTRL)
    press(opened, "Sundays")
    bar(pane).by.setFocus()
    press(opened, "Saturdays", Qt.Key.Key_Return, Qt.Key.Key_Return)
    text = pane.editor.toPlainText()
    assert "title: Should the pool open on Saturdays?" in text
    assert "- id: open-Saturdays" in text
    assert chosen(pane) == ("Sundays", 7)


def test_all_are_replaced_as_one_change(pane: TextPane, opened: Window, press: Press) -> None:
    changes: list[int] = []
    press(opened, Qt.Key.Key_H, held=CTRL)
    QTest.mouseClick(bar(pane).expression, Qt.MouseButton.LeftButton)
    bar(pane).words.setFocus()
    press(opened, r"id: (\w)(\w*)")
    bar(pane).by.setFocus()
    press(opened, r"id: \2\1")
    pane.editor.document().contentsChange.connect(lambda at, *_: changes.append(at))
    QTest.mouseClick(bar(pane).replace_all, Qt.MouseButton.LeftButton)
    text = pane.editor.toPlainText()
    assert [
        line for line in ("peno-sundays", "emandd", "ostc", "1r", "2r") if line not in text
    ] == []
    assert len(changes) == 1
    assert bar(pane).count.text() == "Replaced 5 times"


def test_places_are_counted_as_qt_counts_them(
    pane: TextPane, opened: Window, press: Press, put: Put
) -> None:
    put("Two hundred", chosen=3)
    pane.editor.insertPlainText("🐦🐦 two")
    press(opened, Qt.Key.Key_H, held=CTRL)
    press(opened, "hundred")
    assert chosen(pane)[0] == "hundred"
    bar(pane).by.setFocus()
    press(opened, "thousand", Qt.Key.Key_Return)
    assert "🐦🐦 two thousand residents" in pane.editor.toPlainText()


def test_it_follows_what_is_typed(
    pane: TextPane, opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    press(opened, Qt.Key.Key_F, held=CTRL)
    press(opened, "demand")
    pane.editor.setFocus()
    put("Two hundred")
    press(opened, "demand ")
    qtbot.waitUntil(lambda: bar(pane).count.text() == "3 found")


def test_on_the_map_the_keys_find_in_the_map(pane: TextPane, opened: Window, press: Press) -> None:
    opened.canvas.setFocus()
    press(opened, Qt.Key.Key_F, held=CTRL)
    assert opened.finder.isVisible()
    assert not bar(pane).isVisible()
    opened.finder.close_bar()


def test_nothing_is_replaced_where_nothing_can_be_written(
    pane: TextPane, opened: Window, press: Press
) -> None:
    pane.editor.setReadOnly(True)
    press(opened, Qt.Key.Key_H, held=CTRL)
    press(opened, "Sundays")
    assert not bar(pane).replace_all.isEnabled()


def test_without_a_hit_the_cursor_is_where_it_was(
    pane: TextPane, opened: Window, press: Press, put: Put
) -> None:
    put("argmap")
    before = pane.editor.textCursor().position()
    press(opened, Qt.Key.Key_F, held=CTRL)
    press(opened, "staff")
    assert chosen(pane)[0] == "Staff"
    press(opened, "x")
    assert bar(pane).count.text() == "Nothing found"
    assert pane.editor.textCursor().position() == before
    press(opened, Qt.Key.Key_Escape)
    assert pane.editor.textCursor().position() == before
    assert pane.editor.hasFocus()
