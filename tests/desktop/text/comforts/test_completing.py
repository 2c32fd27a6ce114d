"""Completion in the pane: what is offered while one types, taken by key and by mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from argmap.desktop.text.pane import TextPane
from argmap.desktop.window import Window
from argmap.model.edits import edit

Press = Callable[..., None]
Put = Callable[..., None]
CTRL = Qt.KeyboardModifier.ControlModifier
IDS = ["open-sundays", "demand", "cost", "r1", "r2"]


def offered(pane: TextPane) -> list[str]:
    listed = pane.comforts.completion.list
    return [offer.name for offer in listed.offers] if listed.isVisible() else []


def line(pane: TextPane) -> str:
    return pane.editor.textCursor().block().text()


@pytest.fixture
def new_relation(pane: TextPane) -> None:
    """Write a relation up to what it bears on."""
    pane.editor.moveCursor(QTextCursor.MoveOperation.End)
    pane.editor.insertPlainText("  - from: [cost]\n    ")


@pytest.mark.usefixtures("new_relation")
def test_a_key_and_then_an_id_are_offered_and_taken(
    pane: TextPane, opened: Window, press: Press
) -> None:
    press(opened, "supp")
    assert offered(pane) == ["supports"]
    press(opened, Qt.Key.Key_Return)
    assert line(pane) == "    supports: "
    assert offered(pane) == IDS
    press(opened, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert line(pane) == "    supports: demand"
    assert offered(pane) == []


@pytest.mark.usefixtures("new_relation")
def test_enter_is_a_new_line_until_something_is_chosen(
    pane: TextPane, opened: Window, press: Press
) -> None:
    press(opened, "supports: ")
    assert offered(pane) == IDS
    lines = pane.editor.blockCount()
    press(opened, Qt.Key.Key_Return)
    assert pane.editor.blockCount() == lines + 1
    assert offered(pane) == []


@pytest.mark.usefixtures("new_relation")
def test_tab_takes_the_first_and_escape_nothing(
    pane: TextPane, opened: Window, press: Press
) -> None:
    press(opened, "supports: d")
    assert offered(pane) == ["demand", "open-sundays", "cost"]
    press(opened, Qt.Key.Key_Escape)
    assert offered(pane) == []
    assert opened.focusWidget() is pane.editor
    press(opened, "e")
    assert offered(pane) == ["demand"]
    press(opened, Qt.Key.Key_Tab)
    assert line(pane) == "    supports: demand"
    assert opened.focusWidget() is pane.editor


@pytest.mark.usefixtures("new_relation")
def test_ids_are_found_by_their_texts_and_shown_with_them(
    pane: TextPane, opened: Window, press: Press
) -> None:
    press(opened, "supports: residents")
    assert offered(pane) == ["demand"]
    assert pane.comforts.completion.list.offers[0].says == "Two hundred residents asked for it."


@pytest.mark.usefixtures("new_relation")
def test_a_click_takes_what_it_hits_and_the_text_keeps_the_focus(
    pane: TextPane, opened: Window, press: Press
) -> None:
    press(opened, "supports: ")
    listed = pane.comforts.completion.list
    place = listed.visualRect(listed.model().index(2, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert line(pane) == "    supports: cost"
    assert opened.focusWidget() is pane.editor
    assert offered(pane) == []


@pytest.mark.usefixtures("new_relation")
def test_what_stands_there_whole_is_offered_no_longer(
    pane: TextPane, opened: Window, press: Press
) -> None:
    press(opened, "supports: r")
    assert "r1" in offered(pane)
    press(opened, "1")
    assert offered(pane) == []
    press(opened, Qt.Key.Key_Return)
    assert pane.editor.textCursor().block().previous().text() == "    supports: r1"


def test_ctrl_space_offers_all_that_can_stand_here(
    pane: TextPane, opened: Window, press: Press, put: Put
) -> None:
    put("premise")
    press(opened, Qt.Key.Key_Space, held=CTRL)
    assert offered(pane) == ["claim", "premise", "rebuttal"]
    press(opened, Qt.Key.Key_Up)
    assert pane.comforts.completion.list.row == 2
    press(opened, Qt.Key.Key_Left)
    assert offered(pane) == []


def test_what_alone_fits_is_written_at_once(
    pane: TextPane, opened: Window, press: Press, put: Put
) -> None:
    put("[demand]", inside=4)
    press(opened, Qt.Key.Key_Space, held=CTRL)
    assert "[demandand]" in pane.editor.toPlainText()
    assert offered(pane) == []


def test_a_key_before_its_colon_gets_no_second_one(
    pane: TextPane, opened: Window, press: Press, put: Put
) -> None:
    put("kind: premise", chosen=4)
    press(opened, "tit", Qt.Key.Key_Tab)
    assert line(pane) == "    title: premise"


@pytest.mark.usefixtures("new_relation")
def test_what_an_input_method_writes_is_completed_too(
    pane: TextPane, opened: Window, press: Press
) -> None:
    press(opened, "supports: ", Qt.Key.Key_Escape)
    event = QInputMethodEvent()
    event.setCommitString("resid")
    QApplication.sendEvent(pane.editor, event)
    assert offered(pane) == ["demand"]


def test_an_edit_of_the_map_offers_nothing(pane: TextPane, opened: Window) -> None:
    opened.session.attempt("Say", lambda m: edit.set_fields(m, "cost", text="Cost."))
    assert offered(pane) == []


def test_nothing_is_offered_where_nothing_can_be_written(
    pane: TextPane, opened: Window, press: Press, put: Put
) -> None:
    pane.editor.setReadOnly(True)
    put("premise")
    press(opened, Qt.Key.Key_Space, held=CTRL)
    assert offered(pane) == []


@pytest.mark.usefixtures("new_relation")
def test_it_goes_with_the_focus(pane: TextPane, opened: Window, press: Press) -> None:
    press(opened, "supports: ")
    opened.canvas.setFocus()
    assert offered(pane) == []
