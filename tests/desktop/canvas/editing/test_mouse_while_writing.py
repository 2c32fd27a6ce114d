"""The mouse on what is being written: it sets the cursor, marks, asks for a menu, and ends nothing.

Buttons are pressed on the window, as a platform does, so that Qt says who hears them.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.canvas.editing.card_editor import CardEditor
from argmap.desktop.window import Window
from argmap.model.edits import edit
from tests.desktop.canvas.conftest import LEFT, NONE, Hand
from tests.desktop.canvas.gestures.pointing import MIDDLE, RIGHT, empty_spot
from tests.desktop.inspector.inspecting import text

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
CARD = "calm-is-good"
TEXT = "Calm is good."


def _press(hand: Hand, on: QWidget, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
    window = hand.canvas.window()
    handle = window.windowHandle()
    QTest.mousePress(handle, button, NONE, on.mapTo(window, at))


def _release(hand: Hand, on: QWidget, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
    window = hand.canvas.window()
    QTest.mouseRelease(window.windowHandle(), button, NONE, on.mapTo(window, at))


def _click(hand: Hand, on: QWidget, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
    _press(hand, on, at, button)
    _release(hand, on, at, button)


def _written(hand: Hand) -> CardEditor:
    hand.click(hand.spot(CARD))
    hand.key(Qt.Key.Key_F2)
    found = hand.editor()
    assert found
    return found


def _label(editor: CardEditor) -> QPoint:
    label = editor.findChild(QLabel)
    assert label
    return label.geometry().center()


def _right_click(hand: Hand, on: QWidget, at: QPoint) -> str:
    """Click with the right button, and return what the menu offers that this opens.

    The platform of the tests asks for a menu in the first window alone, so it is asked for here.
    """
    _press(hand, on, at, RIGHT)
    _close_menus()
    _release(hand, on, at, RIGHT)
    below = on.childAt(at) or on
    there = on.mapToGlobal(at)
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, below.mapFromGlobal(there), there)
    QApplication.sendEvent(below, event)
    return _close_menus()


def _close_menus() -> str:
    """Close the menus that are open, and return what they offer."""
    offered = ""
    while isinstance(menu := QApplication.activePopupWidget(), QMenu):
        offered = " ".join(action.text().replace("&", "") for action in menu.actions())
        menu.close()
    return offered


SPOTS: dict[str, Callable[[CardEditor], QPoint]] = {
    "the role": _label,
    "the left margin": lambda editor: QPoint(4, editor.height() // 2),
    "below the text": lambda editor: QPoint(editor.width() // 2, editor.height() - 3),
    "the text": lambda editor: editor.field.geometry().center(),
}


@pytest.mark.parametrize("button", [LEFT, MIDDLE, RIGHT])
@pytest.mark.parametrize("spot", SPOTS)
def test_no_button_on_the_card_ends_the_writing(
    desk_hand: Hand, spot: str, button: Qt.MouseButton
) -> None:
    editor = _written(desk_hand)
    desk_hand.type(" Now")
    at = SPOTS[spot](editor)
    if button is RIGHT:
        assert "Paste" in _right_click(desk_hand, editor, at), "the text's own menu"
    else:
        _click(desk_hand, editor, at, button)
    assert desk_hand.editor() is editor
    assert desk_hand.canvas.gestures.current is None
    desk_hand.type("!")
    assert sorted(editor.text) == sorted(f"{TEXT} Now!")


def test_a_press_on_the_role_leaves_the_cursor_where_it_was(desk_hand: Hand) -> None:
    editor = _written(desk_hand)
    desk_hand.type(" Now")
    _click(desk_hand, editor, _label(editor))
    _click(desk_hand, editor, _label(editor))  # quick enough for a double click
    desk_hand.type("!")
    assert editor.text == f"{TEXT} Now!"


def test_a_press_left_of_a_line_sets_the_cursor_there_and_a_drag_marks(desk_hand: Hand) -> None:
    editor = _written(desk_hand)
    _click(desk_hand, editor, QPoint(4, editor.field.geometry().center().y()))
    assert editor.field.textCursor().position() == 0
    _press(desk_hand, editor, QPoint(4, editor.field.geometry().center().y()))
    window = desk_hand.canvas.window()
    end = QPoint(editor.width() - 3, editor.field.geometry().center().y())
    QTest.mouseMove(window.windowHandle(), editor.mapTo(window, end))
    _release(desk_hand, editor, end)
    assert editor.field.textCursor().selectedText() == TEXT


def test_a_text_left_as_it_was_leaves_the_card_selected_with_its_handles(desk_hand: Hand) -> None:
    editor = _written(desk_hand)
    _click(desk_hand, editor, _label(editor))
    viewport = desk_hand.canvas.viewport()
    _click(desk_hand, viewport, empty_spot(desk_hand))
    assert desk_hand.editor() is None
    assert desk_hand.session.selection == (CARD,)
    desk_hand.settle()
    assert desk_hand.canvas.handles.rects()


def test_a_double_click_finds_the_blank_behind_which_a_click_has_left(desk_hand: Hand) -> None:
    _written(desk_hand)
    desk_hand.type(" They say ")
    viewport = desk_hand.canvas.viewport()
    _click(desk_hand, viewport, empty_spot(desk_hand))
    desk_hand.settle()
    QTest.mouseDClick(viewport, LEFT, NONE, desk_hand.spot(CARD))
    desk_hand.type("so.")
    desk_hand.key(Qt.Key.Key_Return)
    assert desk_hand.argument_map.statement_by_id[CARD].text == f"{TEXT} They say so."


def test_a_band_that_catches_nothing_leaves_the_card_selected_that_was_written(
    desk_hand: Hand,
) -> None:
    _written(desk_hand)
    desk_hand.type(" Now")
    start = empty_spot(desk_hand)
    desk_hand.drag(start, start + QPoint(30, 20))
    assert desk_hand.editor() is None
    assert desk_hand.session.selection == (CARD,)
    desk_hand.drag(start, start + QPoint(30, 20))
    assert not desk_hand.session.selection, "the next one ends nothing"


def test_the_title_of_a_group_left_by_a_click_leaves_its_cards_selected(desk_hand: Hand) -> None:
    grouped = edit.group(desk_hand.argument_map, [CARD], "Quiet")
    desk_hand.session.do("Group", grouped)
    desk_hand.session.select([CARD])
    desk_hand.settle()
    desk_hand.canvas.rename_group(grouped.groups[0].id)
    desk_hand.type(" and calm")
    _click(desk_hand, desk_hand.canvas.viewport(), empty_spot(desk_hand))
    assert desk_hand.argument_map.groups[0].title == "Quiet and calm"
    assert desk_hand.session.selection == (CARD,)
    _click(desk_hand, desk_hand.canvas.viewport(), empty_spot(desk_hand))
    assert not desk_hand.session.selection, "the next one ends nothing"


def test_a_field_of_the_inspector_left_by_a_click_leaves_the_card_selected(
    opened: Window, press: Callable[..., None], qtbot: QtBot
) -> None:
    hand = Hand(qtbot, opened.canvas)
    opened.session.select(["cost"])
    opened.panes.enter("inspector")
    text(opened.inspector, "Note").setFocus()
    press(opened, "too")
    _click(hand, opened.canvas.viewport(), QPoint(3, 3))
    assert opened.canvas.hasFocus()
    assert opened.session.argument_map.statement_by_id["cost"].note == "too"
    assert opened.session.selection == ("cost",)
    _click(hand, opened.canvas.viewport(), QPoint(3, 3))
    assert not opened.session.selection


def test_a_button_let_go_where_nobody_heard_it_leaves_the_handles(desk_hand: Hand) -> None:
    desk_hand.press(desk_hand.spot(CARD))
    assert not desk_hand.canvas.handles.rects()
    QTest.mouseRelease(desk_hand.canvas.window(), LEFT)  # by what lies elsewhere
    desk_hand.move(desk_hand.spot(CARD) + QPoint(2, 2))
    assert desk_hand.canvas.handles.rects()


def test_a_menu_in_the_title_of_a_group_does_not_end_it(desk_hand: Hand) -> None:
    grouped = edit.group(desk_hand.argument_map, [CARD], "Quiet")
    desk_hand.session.do("Group", grouped)
    desk_hand.settle()
    desk_hand.canvas.rename_group(grouped.groups[0].id)
    field = desk_hand.canvas.viewport().findChild(QLineEdit)
    assert field
    assert "Paste" in _right_click(desk_hand, field, field.rect().center())
    assert desk_hand.canvas.viewport().findChild(QLineEdit) is field
    assert field.isVisible()


def test_a_menu_in_a_row_of_the_outline_does_not_end_it(desk_hand: Hand) -> None:
    desk_hand.session.select([CARD])
    desk_hand.session.show_pane("outline")
    desk_hand.key(Qt.Key.Key_F2)
    row = QApplication.focusWidget()
    assert isinstance(row, QPlainTextEdit)
    assert "Paste" in _right_click(desk_hand, row, row.rect().center())
    assert row.isVisible()
    desk_hand.type("!")
    assert "!" in row.toPlainText()


def test_cut_and_copy_are_about_the_text_while_a_card_is_written(desk_hand: Hand) -> None:
    window = desk_hand.canvas.window()
    found = [window.findChild(QAction, name) for name in ("cut", "copy")]
    commands = [action for action in found if action]
    desk_hand.session.select([CARD])
    below = ["Cu&t with what hangs below", "&Copy with what hangs below"]
    assert [action.text() for action in commands] == below
    _written(desk_hand)
    desk_hand.type("!")
    assert [action.text() for action in commands] == ["Cu&t", "&Copy"]
    desk_hand.key(Qt.Key.Key_Return)
    assert [action.text() for action in commands] == below


def test_a_right_click_beside_the_card_opens_a_menu_and_ends_nothing(desk_hand: Hand) -> None:
    editor = _written(desk_hand)
    desk_hand.type(" Now")
    viewport = desk_hand.canvas.viewport()
    offered = _right_click(desk_hand, viewport, empty_spot(desk_hand))
    assert "Add premise" in offered
    assert desk_hand.editor() is editor
    assert desk_hand.session.selection == (CARD,)
    desk_hand.type("!")
    assert editor.text == f"{TEXT} Now!"


def test_a_right_click_beside_the_title_of_a_group_does_not_end_it(desk_hand: Hand) -> None:
    grouped = edit.group(desk_hand.argument_map, [CARD], "Quiet")
    desk_hand.session.do("Group", grouped)
    desk_hand.settle()
    desk_hand.canvas.rename_group(grouped.groups[0].id)
    assert _right_click(desk_hand, desk_hand.canvas.viewport(), empty_spot(desk_hand))
    field = desk_hand.canvas.viewport().findChild(QLineEdit)
    assert field
    assert field.isVisible()


def test_a_right_click_on_another_card_takes_over_what_was_written(desk_hand: Hand) -> None:
    _written(desk_hand)
    desk_hand.type(" Now")
    _right_click(desk_hand, desk_hand.canvas.viewport(), desk_hand.spot("cost-doubles"))
    assert desk_hand.editor() is None
    assert desk_hand.argument_map.statement_by_id[CARD].text == f"{TEXT} Now"
    assert desk_hand.session.selection == ("cost-doubles",)


@pytest.mark.parametrize(
    ("typed", "back", "more", "text"),
    [
        (" Noi", 0, "se is not.", "Calm is good. Noise is not."),
        (" Noise", 3, "x", "Calm is good. Noxise"),
        (" Noise ", 0, "hurts.", "Calm is good. Noise hurts."),
    ],
)
def test_who_has_clicked_beside_the_card_goes_on_where_the_cursor_stood(
    desk_hand: Hand, typed: str, back: int, more: str, text: str
) -> None:
    _written(desk_hand)
    desk_hand.type(typed)
    for _ in range(back):
        desk_hand.key(Qt.Key.Key_Left)
    _click(desk_hand, desk_hand.canvas.viewport(), empty_spot(desk_hand))
    assert not desk_hand.editor()
    desk_hand.type(more)
    desk_hand.key(Qt.Key.Key_Return)
    assert desk_hand.argument_map.statement_by_id[CARD].text == text


@pytest.mark.parametrize(
    ("ended", "more", "text"),
    [("Noise", "s", "Noises"), ("Noise ", "hurts", "Noise hurts"), ("Noise.", "It", "Noise. It")],
)
def test_who_has_ended_a_text_goes_on_behind_it(
    desk_hand: Hand, ended: str, more: str, text: str
) -> None:
    _written(desk_hand)
    desk_hand.type(" Loud")
    desk_hand.key(Qt.Key.Key_Left)
    _click(desk_hand, desk_hand.canvas.viewport(), empty_spot(desk_hand))
    desk_hand.type("u")
    desk_hand.key(Qt.Key.Key_End)
    desk_hand.type(f"d {ended}")
    desk_hand.key(Qt.Key.Key_Return)
    desk_hand.type(more)
    desk_hand.key(Qt.Key.Key_Return)
    assert desk_hand.argument_map.statement_by_id[CARD].text == f"Calm is good. Louudd {text}"
