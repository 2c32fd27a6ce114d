"""Questions that are cancelled leave who was writing as they were: editor, cursor, steps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)

from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.store.yaml_file import load
from tests.desktop.helpers import POOL, answering, command, editor, press_keys
from tests.desktop.inspector.inspecting import text

Press = Callable[..., None]
BUTTONS = QMessageBox.StandardButton


def _answer(button: BUTTONS) -> Callable[[QWidget], None]:
    def answer(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        box.button(button).click()

    return answer


def _press_escape(dialog: QWidget) -> None:
    field = dialog.findChild(QLineEdit)
    assert field
    QTest.keyClick(field, Qt.Key.Key_Escape)


def _state(field: QPlainTextEdit) -> tuple[str, int, int]:
    cursor = field.textCursor()
    return field.toPlainText(), cursor.anchor(), cursor.position()


@pytest.fixture
def half(opened: Window, press: Press) -> QPlainTextEdit:
    """The editor of a premise in mid-sentence, with a word marked backwards."""
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_Tab, "Wages are fixed")
    field = editor(opened)
    assert field
    cursor = field.textCursor()
    cursor.setPosition(9)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    return field


@pytest.mark.parametrize("way", ["quit", "close", "Ctrl+Q"])
def test_closing_and_cancel_leave_a_draft_as_it_was(
    opened: Window, windows: Windows, half: QPlainTextEdit, press: Press, way: str
) -> None:
    before = _state(half)
    with answering(_answer(BUTTONS.Cancel)):
        if way == "quit":
            windows.quit()
        elif way == "close":
            opened.close()
        else:
            press_keys(opened, way)
    assert windows.all == (opened,)
    assert editor(opened) is half
    assert half.hasFocus()
    assert _state(half) == before
    assert opened.session.document.done == ()
    assert opened.canvas.editing.held == "cost", "it is a draft as before"
    press(opened, "X", Qt.Key.Key_Escape)
    assert len(opened.session.argument_map.statements) == 3


def test_closing_asks_of_words_that_are_only_typed_and_save_keeps_them(
    opened: Window, half: QPlainTextEdit, pool_file: Path
) -> None:
    assert half.isVisible()
    with answering(_answer(BUTTONS.Save)):
        opened.close()
    assert "Wages are fixed" in [s.text for s in load(pool_file).argument_map.statements]


def test_closing_and_discard_keep_nothing(
    opened: Window, half: QPlainTextEdit, pool_file: Path
) -> None:
    assert half.isVisible()
    with answering(_answer(BUTTONS.Discard)):
        opened.close()
    assert pool_file.read_text(encoding="utf-8") == POOL


def test_a_note_and_the_row_of_the_outline_stay_open_too(opened: Window, press: Press) -> None:
    opened.session.select(["cost"])
    box = text(opened.inspector, "Note")
    box.setFocus()
    press(opened, "Ask th")
    with answering(_answer(BUTTONS.Cancel)):
        opened.close()
    assert QApplication.focusWidget() is box
    assert opened.session.document.done == ()
    press(opened, "em")
    assert box.toPlainText() == "Ask them"
    press_keys(opened, "Esc")
    opened.panes.enter("outline")
    press(opened, Qt.Key.Key_F2, " Twice")
    row = QApplication.focusWidget()
    with answering(_answer(BUTTONS.Cancel)):
        opened.close()
    assert QApplication.focusWidget() is row
    assert opened.session.document.done == ()


def test_save_as_and_cancel_leave_a_draft_as_it_was(
    window: Window, press: Press, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def cancel(_parent: object, _title: str, proposal: str, *_: object) -> tuple[str, str]:
        proposed.append(Path(proposal).name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", cancel)
    press(window, "Exams make pupils ill")
    field = editor(window)
    assert field
    before = _state(field)
    for keys in ("Ctrl+S", "Ctrl+Shift+S"):
        press_keys(window, keys)
    assert proposed == 2 * ["Exams make pupils ill.argmap.yaml"]
    assert editor(window) is field
    assert _state(field) == before
    assert window.session.document.done == ()


def test_the_palette_and_escape_leave_the_editor_open(opened: Window, half: QPlainTextEdit) -> None:
    before = _state(half)
    with answering(_press_escape):
        command(opened, "palette").trigger()
    assert editor(opened) is half
    assert _state(half) == before
