"""Problems in the pane: mended by a key, gone through by another."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

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


def known(pane: TextPane, qtbot: QtBot) -> None:
    """Wait until it is known what is wrong at the cursor, which the rules say a moment later."""
    qtbot.waitUntil(lambda: pane.comforts.mending.known_here)
    settled(pane, qtbot)


def menu() -> QMenu:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QMenu)
    return popup


def replace(pane: TextPane, put: Put, old: str, new: str) -> None:
    put(old, chosen=len(old))
    pane.editor.insertPlainText(new)


def test_the_only_way_is_taken_at_once(
    pane: TextPane, opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    replace(pane, put, "from: [cost]", "from: [cots]")
    put("[cots]", inside=2)
    press(opened, Qt.Key.Key_Period, held=CTRL)
    settled(pane, qtbot)
    qtbot.waitUntil(lambda: "[cost]" in pane.editor.toPlainText())
    assert opened.focusWidget() is pane.editor
    assert "Change “cots” to “cost”" in QToolTip.text()


def test_what_can_be_mended_in_the_item_comes_before_what_cannot_at_the_cursor(
    pane: TextPane, opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    replace(pane, put, "    attacks: open-sundays", "    atacks: open-sundays")
    settled(pane, qtbot)
    put("id: r2", inside=4)
    press(opened, Qt.Key.Key_Period, held=CTRL)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QTest.keyClick(menu(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "    attacks: open-sundays" in pane.editor.toPlainText())


def test_of_several_ways_one_is_chosen_by_keys(
    pane: TextPane, opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    replace(pane, put, "Staff cost doubles", "Therefore, staff cost doubles")
    put("Therefore")
    press(opened, Qt.Key.Key_Period, held=CTRL)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    words = [action.text() for action in menu().actions() if action.isEnabled()]
    assert words[-1].startswith("Ignore the rule")
    assert not menu().actions()[0].isEnabled(), "what is wrong heads the ways"
    QTest.keyClick(menu(), Qt.Key.Key_Up)
    QTest.keyClick(menu(), Qt.Key.Key_Return)
    settled(pane, qtbot)
    assert "ignore" in pane.editor.toPlainText()


@pytest.mark.parametrize(
    ("old", "typed", "becomes"),
    [
        ("    kind: premise\n", "    kind premise\n", "    kind: premise\n"),
        ("relations:\n", "relations\n", "relations:\n"),
        ("Two hundred residents", "Two #hundred", '"Two #hundred asked for it."'),
        ("argmap: 1\n", "", "argmap: 1\n# What"),
    ],
)
def test_a_line_that_is_not_read_as_it_is_meant_is_mended(
    pane: TextPane,
    opened: Window,
    press: Press,
    put: Put,
    qtbot: QtBot,
    old: str,
    typed: str,
    becomes: str,
) -> None:
    opened.session.open(read(POOL.replace(old, typed)))
    opened.panes.enter("text")
    settled(pane, qtbot)
    put(typed.strip() or "What")
    press(opened, Qt.Key.Key_Period, held=CTRL)
    qtbot.waitUntil(lambda: becomes in pane.editor.toPlainText())
    settled(pane, qtbot)
    assert not opened.session.read_only
    assert not opened.session.told_problems


def unconnected(pane: TextPane, put: Put, qtbot: QtBot, text: str) -> None:
    """Write a card that bears on nothing, and put the cursor into it."""
    put("relations:")
    pane.editor.insertPlainText(f"  - id: tiles\n    text: {text}\n")
    put("tiles")
    known(pane, qtbot)


def test_what_mends_comes_before_what_ignores(
    pane: TextPane, opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    unconnected(pane, put, qtbot, "Blue tiles line the pool.")
    press(opened, Qt.Key.Key_Period, held=CTRL)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    words = [action.text() for action in menu().actions() if action.isEnabled() and action.text()]
    assert [word.split()[0] for word in words] == ["Make", "Make", "Delete", "Ignore"]
    assert "The pool should open" in words[0]
    QTest.keyClick(menu(), Qt.Key.Key_Return)
    settled(pane, qtbot)
    assert opened.session.argument_map.relations_of("tiles")


def test_enter_does_not_ignore_what_can_only_be_mended_by_hand(
    pane: TextPane, opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    replace(pane, put, "Staff cost doubles on Sundays.", "Costs.")
    put("Costs.")
    known(pane, qtbot)
    press(opened, Qt.Key.Key_Period, held=CTRL)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    first, hint = [action.text() for action in menu().actions()][:2]
    assert "hardly a sentence" in first
    assert hint
    QTest.keyClick(menu(), Qt.Key.Key_Return)
    QTest.keyClick(menu(), Qt.Key.Key_Escape)
    settled(pane, qtbot)
    assert "ignore" not in pane.editor.toPlainText()


def test_where_nothing_is_wrong_it_says_so(
    pane: TextPane, opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    put("title")
    before = pane.editor.toPlainText()
    press(opened, Qt.Key.Key_Period, held=CTRL)
    settled(pane, qtbot)
    qtbot.waitUntil(lambda: "Nothing is wrong" in QToolTip.text())
    assert pane.editor.toPlainText() == before


def stands_on(pane: TextPane, words: str) -> bool:
    return words in pane.editor.textCursor().block().text()


def test_f8_goes_round_what_is_wrong_the_errors_first(
    pane: TextPane, opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    replace(pane, put, "from: [cost]", "from: [cots]")
    pane.editor.appendPlainText("x-own: 1\nown: 2")
    put("argmap: 1")
    settled(pane, qtbot)
    seen = []
    for held in (None, None, None, SHIFT, SHIFT, SHIFT):
        press(opened, Qt.Key.Key_F8, held=held)
        settled(pane, qtbot)
        qtbot.waitUntil(lambda: "Place" in QToolTip.text())
        seen.append(pane.editor.textCursor().block().text().strip())
    assert seen[0] == "from: [cots]" != seen[1]
    assert seen[1] == "own: 2"
    assert seen[2] == "- id: cost", "a hint, above both"
    assert seen[3:5] == [seen[1], seen[0]]
    assert seen[5] not in seen[:2], "round to the last hint"


@pytest.mark.parametrize(("held", "first"), [(None, "cots"), (SHIFT, "no-such")])
def test_from_anywhere_f8_goes_to_the_next_error_and_skips_none(
    pane: TextPane,
    opened: Window,
    press: Press,
    put: Put,
    qtbot: QtBot,
    held: Qt.KeyboardModifier | None,
    first: str,
) -> None:
    replace(pane, put, "from: [cost]", "from: [cots]")
    pane.editor.appendPlainText("  - from: [no-such]\n    supports: demand")
    put("argmap: 1")
    settled(pane, qtbot)
    for name in (first, "no-such" if first == "cots" else "cots"):
        press(opened, Qt.Key.Key_F8, held=held)
        settled(pane, qtbot)
        qtbot.waitUntil(partial(stands_on, pane, name))
        assert "Place" in QToolTip.text()


def test_a_fix_in_a_file_with_other_line_breaks_changes_its_lines_only(
    pane: TextPane, opened: Window, press: Press, put: Put, qtbot: QtBot
) -> None:
    broken = POOL.replace("Staff cost", "Therefore, staff cost").replace("\n", "\r\n")
    opened.session.open(read(broken))
    opened.panes.enter("text")
    settled(pane, qtbot)
    put("Therefore")
    press(opened, Qt.Key.Key_Period, held=CTRL)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    QTest.keyClick(menu(), Qt.Key.Key_Up)
    QTest.keyClick(menu(), Qt.Key.Key_Return)
    settled(pane, qtbot)
    lines = opened.session.text.text().split("\r\n")
    assert [line for line in broken.split("\r\n") if line not in lines] == []
    assert "\n" not in "".join(lines)
