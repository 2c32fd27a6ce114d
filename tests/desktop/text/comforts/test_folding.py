"""Folding in the pane, by key and by mouse; what is folded is never lost."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from argmap.desktop.text.pane import TextPane
from argmap.desktop.window import Window
from argmap.model.edits import edit

Press = Callable[..., None]
Put = Callable[..., None]
SHIFT = Qt.KeyboardModifier.ShiftModifier


def seen(pane: TextPane) -> list[str]:
    return [block.text().strip() for block, _ in pane.editor.visible_lines()]


def test_f9_folds_what_the_line_belongs_to_and_opens_it_again(
    pane: TextPane, opened: Window, press: Press, put: Put
) -> None:
    whole = seen(pane)
    put("kind: premise")
    press(opened, Qt.Key.Key_F9)
    assert seen(pane) == [line for line in whole if "premise" not in line and "Two" not in line]
    assert pane.editor.textCursor().block().text().strip() == "- id: demand"
    press(opened, Qt.Key.Key_F9)
    assert seen(pane) == whole


def test_a_click_on_the_triangle_folds(pane: TextPane) -> None:
    numbers = pane.editor.numbers
    top = next(top for block, top in pane.editor.visible_lines() if block.text() == "statements:")
    place = QPoint(numbers.width() - 6, top + 6)
    QTest.mouseClick(numbers, Qt.MouseButton.LeftButton, pos=place)
    assert seen(pane)[3:5] == ["statements:", "relations:"]
    assert pane.editor.verticalScrollBar().maximum() == 0
    QTest.mouseClick(numbers, Qt.MouseButton.LeftButton, pos=place)
    assert "- id: cost" in seen(pane)


def test_all_items_fold_to_their_first_lines_and_open_together(
    pane: TextPane, opened: Window, press: Press
) -> None:
    whole = seen(pane)
    press(opened, Qt.Key.Key_F9, held=SHIFT)
    assert seen(pane)[3:9] == [
        "statements:",
        "- id: open-sundays",
        "- id: demand",
        "- id: cost",
        "relations:",
        "- {id: r1, from: [demand], supports: open-sundays}",
    ]
    press(opened, Qt.Key.Key_F9, held=SHIFT)
    assert seen(pane) == whole


def test_the_cursor_opens_what_it_comes_into(
    pane: TextPane, opened: Window, press: Press, put: Put
) -> None:
    press(opened, Qt.Key.Key_F9, held=SHIFT)
    put("Staff cost")
    assert "text: Staff cost doubles on Sundays." in seen(pane)
    assert "kind: premise" not in seen(pane), "the others stay folded"


def test_going_down_passes_over_what_is_folded(
    pane: TextPane, opened: Window, press: Press, put: Put
) -> None:
    put("- id: demand")
    press(opened, Qt.Key.Key_F9, Qt.Key.Key_Down)
    assert pane.editor.textCursor().block().text().strip() == "- id: cost"


def test_an_edit_of_what_is_folded_leaves_it_to_be_had(
    pane: TextPane, opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    put("- id: cost")
    press(opened, Qt.Key.Key_F9)
    opened.session.attempt("Say", lambda m: edit.set_fields(m, "cost", text="Cost.\n\nMuch."))
    qtbot.waitUntil(lambda: "Much" in pane.editor.toPlainText() and not pane.busy)
    put("- id: cost")
    press(opened, Qt.Key.Key_F9)
    press(opened, Qt.Key.Key_F9)
    document = pane.editor.document()
    lines = [document.findBlockByNumber(number) for number in range(document.blockCount())]
    if not all(line.isVisible() for line in lines):
        press(opened, Qt.Key.Key_F9)
    assert all(line.isVisible() for line in lines)
