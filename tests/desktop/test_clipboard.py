"""Cut, copy and paste: between windows, from other programs, and what only looks like a map."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from argmap.desktop.clipboard import MIME
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.model.edits import edit
from argmap.model.kinds import Bearing
from argmap.store.yaml_file import read
from tests.desktop.helpers import command

Press = Callable[..., None]
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _own_clipboard(qtbot: QtBot) -> None:
    QGuiApplication.clipboard().clear()
    del qtbot


def _texts(window: Window) -> list[str]:
    return [statement.text for statement in window.session.argument_map.statements]


def test_copied_cards_come_back_in_another_window(
    opened: Window, windows: Windows, press: Press
) -> None:
    press(opened, Qt.Key.Key_A, held=CTRL)
    press(opened, Qt.Key.Key_C, held=CTRL)
    other = windows.add()
    other.files.begin()
    other.canvas.commit()
    command(other, "paste").trigger()
    assert other.session.argument_map.statements == opened.session.argument_map.statements
    assert other.session.argument_map.relations == opened.session.argument_map.relations
    assert other.session.document.done == ("Paste",)


def test_other_programs_get_the_texts(opened: Window, press: Press) -> None:
    opened.session.select(["demand", "cost"])
    press(opened, Qt.Key.Key_C, held=CTRL)
    expected = "Two hundred residents asked for it.\nStaff cost doubles on Sundays."
    assert QGuiApplication.clipboard().text() == expected


def test_what_is_cut_away_with_a_card_is_pasted_with_it(opened: Window, press: Press) -> None:
    before = opened.session.argument_map
    opened.session.select(["open-sundays"])
    press(opened, Qt.Key.Key_X, held=CTRL)
    assert not _texts(opened)
    press(opened, Qt.Key.Key_V, held=CTRL)
    assert opened.session.argument_map.statements == before.statements
    assert opened.session.argument_map.relations == before.relations


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("  A reason. \n", "A reason."),
        ("One line\r\nand another", "One line\nand another"),
        ("<b onclick='x()'>bold</b> & “said”: {a: [b]} # no comment",) * 2,
        ("!!python/object/apply:os.system ['true']",) * 2,
        ("nul \x00, bell \x07, escape \x1b[31m, tab \t.",) * 2,
        ("%TAG ! tag:x,2000:",) * 2,
    ],
    ids=["blanks", "lines", "markup", "tag", "control", "directive"],
)
def test_any_text_is_one_card_with_that_text_and_survives_saving(
    opened: Window, press: Press, pasted: str, text: str
) -> None:
    QGuiApplication.clipboard().setText(pasted)
    opened.session.select(["demand"])
    press(opened, Qt.Key.Key_V, held=CTRL)
    assert len(_texts(opened)) == 4
    new = opened.session.current
    held = opened.session.argument_map.statement_by_id[new].text
    assert held == text
    assert opened.session.argument_map.relations_of(new)[0].target == "demand"
    again = read(opened.session.text.text())
    assert not again.problems
    assert again.argument_map == opened.session.argument_map


@pytest.mark.parametrize(
    "content", [b"", b"[unclosed", b"\x00", b"argmap: 1\n", b"statements: nonsense", b"- 1"]
)
def test_what_only_claims_to_be_a_map_adds_nothing(
    opened: Window, press: Press, content: bytes
) -> None:
    data = QMimeData()
    data.setData(MIME, content)
    QGuiApplication.clipboard().setMimeData(data)
    before = opened.session.argument_map
    press(opened, Qt.Key.Key_V, held=CTRL)
    assert opened.session.argument_map == before
    assert "no text on the clipboard" in opened.notices.notices[0].text


def test_an_empty_clipboard_is_told(opened: Window, press: Press) -> None:
    press(opened, Qt.Key.Key_V, held=CTRL)
    assert "no text on the clipboard" in opened.notices.notices[0].text


def test_nothing_selected_leaves_the_clipboard_as_it_is(opened: Window) -> None:
    QGuiApplication.clipboard().setText("kept")
    opened.session.select(())
    command(opened, "copy").trigger()
    assert QGuiApplication.clipboard().text() == "kept"


def test_a_card_hidden_by_folding_is_not_deleted_with_the_rest(
    opened: Window, press: Press
) -> None:
    opened.session.do(
        "Add", edit.add_premise(opened.session.argument_map, "demand", "They signed.")
    )
    assert opened.session.current == "they-signed"
    press(opened, Qt.Key.Key_Home, held=Qt.KeyboardModifier.AltModifier)
    assert opened.session.selection == ("demand",)
    press(opened, Qt.Key.Key_End, held=Qt.KeyboardModifier.AltModifier)
    assert opened.session.selection == ("demand",)


def pieces() -> list[str]:
    data = QGuiApplication.clipboard().mimeData()
    read_ = read(bytes(data.data(MIME).data()).decode())
    return [statement.id for statement in read_.argument_map.statements]


@pytest.mark.parametrize(
    ("name", "copied", "left"),
    [
        ("copy", ["open-sundays", "demand", "cost"], ["open-sundays", "demand", "cost"]),
        ("copy_card", ["open-sundays"], ["open-sundays", "demand", "cost"]),
        ("cut", ["open-sundays", "demand", "cost"], []),
        ("cut_card", ["open-sundays"], ["demand", "cost"]),
    ],
)
def test_a_card_is_taken_with_its_branch_or_alone(
    opened: Window, name: str, copied: list[str], left: list[str]
) -> None:
    opened.session.select(["open-sundays"])
    command(opened, name).trigger()
    assert pieces() == copied
    assert [s.id for s in opened.session.argument_map.statements] == left


def test_what_hangs_elsewhere_too_is_not_copied_along(opened: Window) -> None:
    opened.session.attempt("Claim", lambda m: edit.add_claim(m, "Another claim."))
    other = opened.session.current
    opened.session.attempt("Link", lambda m: edit.link(m, "cost", other, Bearing.SUPPORTS))
    opened.session.select(["open-sundays"])
    command(opened, "copy").trigger()
    assert pieces() == ["open-sundays", "demand"]
