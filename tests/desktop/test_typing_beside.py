"""What is typed beside everything that can be written on goes nowhere, and that is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from argmap.desktop.window import Window
from tests.desktop.helpers import editor, press_keys, told
from tests.desktop.inspector.inspecting import text

Press = Callable[..., None]
RETURN = Qt.Key.Key_Return
# What the offscreen platform says of every window with a smallest size, and of menus.
pytestmark = pytest.mark.qt_log_ignore(
    "does not support propagateSizeHints", "does not support grabbing the keyboard"
)


def _click(widget: QWidget, at: QPoint) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at)


def _cost(window: Window) -> str:
    return window.session.argument_map.statement_by_id["cost"].text


@pytest.mark.parametrize("where", ["tab", "beside the tabs", "below the fields"])
def test_beside_the_fields_of_the_inspector(opened: Window, press: Press, where: str) -> None:
    opened.session.select(["cost"])
    inspector = opened.inspector
    if where == "tab":
        _click(inspector.tabs, inspector.tabs.tabRect(0).center())
    elif where == "beside the tabs":
        _click(inspector.tabs, QPoint(inspector.tabs.width() - 2, 8))
    else:
        inspector.tabs.setFocus()
        _click(inspector.stack, QPoint(5, inspector.stack.height() - 5))
    press(opened, "No")
    assert _cost(opened) == "Staff cost doubles on Sundays."
    assert not opened.session.typing
    assert "Nothing is typed at the tab “Selection”" in told(opened)


def _is_no_text(widget: QWidget) -> bool:
    by_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy()
    texts = QLineEdit | QPlainTextEdit | QTextEdit
    return (
        bool(by_keys)
        and widget.isVisible()
        and widget.isEnabled()
        and not isinstance(widget, texts)
    )


@pytest.mark.parametrize("pane", ["inspector", "sources", "text", "why", "problems"])
def test_at_nothing_that_is_no_text_is_anything_written_on_the_card(
    opened: Window, press: Press, pane: str
) -> None:
    opened.session.select(["cost"])
    opened.panes.enter(pane)
    part = opened.panes.widget(pane)
    if pane == "text":
        opened.text_pane.comforts.search.open(replacing=True)
    found = [w for w in part.findChildren(QWidget) if _is_no_text(w)]
    assert found
    before = opened.session.argument_map, opened.session.view, opened.evaluation.on
    for widget in found:
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        press(opened, "so it is")
        assert not opened.session.typing, widget
        assert editor(opened) is None, widget
    assert (opened.session.argument_map, opened.session.view, opened.evaluation.on) == before


@pytest.mark.parametrize("below", [True, False])
def test_in_the_outline_it_is_written_on_the_row(opened: Window, press: Press, below: bool) -> None:
    opened.session.select(["cost"])
    opened.panes.enter("outline")
    if below:
        rows = opened.outline.viewport()
        _click(rows, QPoint(40, rows.height() - 10))
    press(opened, "Two holidays", RETURN)
    assert _cost(opened) == "Staff cost doubles on Sundays. Two holidays"
    assert opened.session.selection == ("cost",)
    assert opened.outline.hasFocus()


def test_in_the_outline_what_an_input_method_gives_is_written_on_the_row(
    opened: Window, press: Press
) -> None:
    opened.session.select(["cost"])
    opened.panes.enter("outline")
    event = QInputMethodEvent()
    event.setCommitString("é")
    QApplication.sendEvent(opened.outline, event)
    press(opened, "t", RETURN)
    assert _cost(opened) == "Staff cost doubles on Sundays. ét"


def test_in_the_outline_of_an_empty_map_a_word_begins_the_first_claim(
    opened: Window, press: Press
) -> None:
    opened.files.begin()
    press(opened, Qt.Key.Key_Escape)
    opened.panes.enter("outline")
    press(opened, "Pools heal", RETURN)
    assert [s.text for s in opened.session.argument_map.statements] == ["Pools heal"]


@pytest.mark.parametrize("open_first", [False, True])
def test_from_the_outline_one_card_is_written_after_another(
    opened: Window, press: Press, open_first: bool
) -> None:
    opened.session.select(["cost"])
    opened.panes.enter("outline")
    if open_first:
        press(opened, Qt.Key.Key_F2, " They say.")
    press(opened, Qt.Key.Key_Tab, "Wages rose", Qt.Key.Key_Tab, "In May", RETURN)
    assert opened.outline.hasFocus()
    assert opened.session.argument_map.statement_by_id[opened.session.current].text == "In May"
    press(opened, " and June", RETURN)
    assert opened.session.argument_map.statement_by_id[opened.session.current].text == (
        "In May and June"
    )
    assert opened.outline.hasFocus()


def test_a_click_on_the_map_ends_what_was_begun_in_the_outline_and_stays_there(
    opened: Window, press: Press
) -> None:
    opened.session.select(["cost"])
    opened.panes.enter("outline")
    press(opened, Qt.Key.Key_Tab, "Wages rose")
    canvas = opened.canvas.viewport()
    _click(canvas, QPoint(canvas.width() - 5, canvas.height() - 5))
    assert "Wages rose" in [s.text for s in opened.session.argument_map.statements]
    assert opened.canvas.hasFocus()


def test_in_the_outline_it_is_told_where_a_map_is_read_only(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    opened.panes.enter("outline")
    opened.session.read_only = True
    press(opened, "No")
    assert "read-only" in told(opened)
    assert not opened.session.typing


def test_what_is_written_on_a_card_stays_where_a_click_below_the_outline_ends_it(
    opened: Window, press: Press
) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Wages are fixed.")
    below = opened.outline.viewport()
    _click(below, QPoint(40, below.height() - 10))
    assert "wages-are-fixed" in opened.session.argument_map.statement_by_id


def test_letters_in_a_field_stay_there(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    box = text(opened.inspector, "Note")
    box.setFocus()
    press(opened, "A note")
    assert box.toPlainText() == "A note"
    assert editor(opened) is None


@pytest.mark.parametrize("writing", [True, False])
def test_f10_opens_the_menus_and_escape_comes_back(
    opened: Window, press: Press, qtbot: QtBot, writing: bool
) -> None:
    opened.session.select(["cost"])
    if writing:
        press(opened, Qt.Key.Key_Tab, "Wages")
    here = opened.focusWidget()
    press_keys(opened, "F10")
    bar = opened.menuBar()
    assert isinstance(bar, QMenuBar)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.menuAction() is bar.actions()[0]
    QTest.keyClick(menu, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() not in {None, menu})
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    assert popup.menuAction() is bar.actions()[1]
    while popup := QApplication.activePopupWidget():
        QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert opened.focusWidget() is here
    assert bool(editor(opened)) is writing
