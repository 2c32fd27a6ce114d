"""Buttons and menus while a text is written: they are about the text, as the keys are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolBar, QToolButton

from argmap.desktop.window import Window
from argmap.store.yaml_file import load
from tests.desktop.helpers import command, editor, press_keys

Press = Callable[..., None]
RETURN = Qt.Key.Key_Return


def texts(window: Window) -> list[str]:
    return [statement.text for statement in window.session.argument_map.statements]


def click(window: Window, name: str) -> None:
    """Click a button of the toolbar."""
    buttons = (bar.widgetForAction(command(window, name)) for bar in window.findChildren(QToolBar))
    (button,) = (found for found in buttons if isinstance(found, QToolButton))
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_undo_of_the_toolbar_takes_back_what_is_being_typed(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "First premise", RETURN, Qt.Key.Key_Tab, "half a reb")
    assert command(opened, "undo").text() == "&Undo typing"
    field = editor(opened)
    assert field is not None
    for left in ("half a", "half", ""):
        click(opened, "undo")
        assert field.toPlainText().rstrip() == left
    assert "First premise" in texts(opened)
    for _ in range(3):
        click(opened, "redo")
    assert field.toPlainText() == "half a reb"
    press(opened, RETURN)
    assert {"First premise", "half a reb"} <= set(texts(opened))


def test_undo_of_the_toolbar_closes_a_card_without_a_text(opened: Window, press: Press) -> None:
    before = texts(opened)
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "x", Qt.Key.Key_Backspace)
    for _ in range(2):
        command(opened, "undo").trigger()
    command(opened, "undo").trigger()
    assert editor(opened) is None
    assert texts(opened) == before


def test_paste_and_select_all_of_the_menu_are_about_the_text(opened: Window, press: Press) -> None:
    count = len(texts(opened))
    QApplication.clipboard().setText("seven")
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Close at ")
    command(opened, "paste").trigger()
    field = editor(opened)
    assert field is not None
    assert field.toPlainText() == "Close at seven"
    command(opened, "select_all").trigger()
    command(opened, "copy").trigger()
    assert QApplication.clipboard().text() == "Close at seven"
    command(opened, "cut").trigger()
    assert not field.toPlainText()
    assert len(texts(opened)) == count


def test_delete_of_the_menu_is_about_the_card_that_is_being_written(
    opened: Window, press: Press
) -> None:
    before = texts(opened)
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Tired workers make")
    command(opened, "delete").trigger()
    assert texts(opened) == before
    press_keys(opened, "Ctrl+Z")
    assert sorted(texts(opened)) == sorted([*before, "Tired workers make"])


def test_delete_of_the_menu_while_a_card_is_empty_deletes_nothing_else(
    opened: Window, press: Press
) -> None:
    before = texts(opened)
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab)
    assert editor(opened)
    command(opened, "delete").trigger()
    assert editor(opened) is None
    assert texts(opened) == before


def test_one_writes_on_after_saving_in_mid_sentence(
    opened: Window, press: Press, pool_file: Path
) -> None:
    opened.session.select(["demand"])
    press(opened, Qt.Key.Key_F2, " begun")
    command(opened, "save").trigger()
    assert load(pool_file).argument_map.statement_by_id["demand"].text.endswith(" begun")
    press(opened, " and ended")
    press(opened, RETURN)
    assert opened.session.argument_map.statement_by_id["demand"].text.endswith(" begun and ended")
    assert not opened.session.view.folded


def test_a_new_card_is_written_on_after_saving(
    opened: Window, press: Press, pool_file: Path
) -> None:
    opened.session.select(["cost"])
    count = len(texts(opened))
    press(opened, Qt.Key.Key_Tab, "Half a ")
    click(opened, "save")
    assert "Half a" in [s.text for s in load(pool_file).argument_map.statements]
    press(opened, "thought", RETURN)
    assert "Half a thought" in texts(opened)
    assert len(texts(opened)) == count + 1
    press_keys(opened, "Ctrl+Z")
    assert "Half a" in texts(opened)
    press_keys(opened, "Ctrl+Z")
    assert len(texts(opened)) == count
