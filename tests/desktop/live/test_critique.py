"""The live critique, by keys and mouse: found after an edit, shown, mended, ignored, explained."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.model.edits import edit
from tests.desktop.helpers import choose

Press = Callable[..., None]
# The platform that tests run on cannot give a menu all keys, and says so; tests need but these.
POPUP = pytest.mark.qt_log_ignore("grabbing the keyboard")
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
BECAUSE = "Staff cost doubles because wages are higher."


@pytest.fixture
def poor(opened: Window, qtbot: QtBot) -> Window:
    """The pool map with a reason inside of the rebuttal, and the focus on the list of problems."""
    opened.session.do("Type", edit.set_fields(opened.session.argument_map, "cost", text=BECAUSE))
    opened.panes.enter("problems")
    qtbot.waitUntil(lambda: _codes(opened) == ["reasoning-in-card"])
    return opened


def _codes(window: Window) -> list[str]:
    """Return the codes of the problems in the list, hints last."""
    return [row.text(2).replace(" ", "-") for row in _rows(window)]


def _rows(window: Window) -> list[QTreeWidgetItem]:
    tree = window.problems.tree
    heads = [tree.topLevelItem(at) for at in range(tree.topLevelItemCount())]
    rows = [head.child(at) for head in heads if head for at in range(head.childCount())]
    return [row for row in rows if row is not None]


def _badge(window: Window, id_: str) -> list[str]:
    return [line.text for line in window.canvas.map_scene.cards[id_].card.lines]


def _click(window: Window, action: QAction) -> None:
    buttons = window.problems.findChildren(QToolButton)
    button = next(b for b in buttons if b.defaultAction() is action)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _double_click(window: Window, row: QTreeWidgetItem) -> None:
    tree = window.problems.tree
    place = tree.visualItemRect(row).topLeft() + QPoint(30, 4)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def _choose(menu: QMenu, words: str) -> None:
    """Open a menu, go down to the line that holds these words, and choose it."""
    menu.popup(QPoint(0, 0))
    action = next(action for action in menu.actions() if words in action.text())
    for _ in menu.actions():
        if menu.activeAction() is action:
            break
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert not menu.isVisible()


def _chosen_rule(window: Window, words: str) -> bool:
    window.problems.rules.aboutToShow.emit()
    return next(a for a in window.problems.rules.actions() if words in a.text()).isChecked()


def test_what_is_typed_is_found_counted_and_marked(
    opened: Window, press: Press, qtbot: QtBot
) -> None:
    assert opened.status.problems.isHidden()
    opened.session.select(["cost"])
    press(opened, Qt.Key.Key_F2)
    press(opened, Qt.Key.Key_A, held=CTRL)
    press(opened, BECAUSE, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "!" in _badge(opened, "cost"))
    assert opened.status.problems.text() == "1 problem"
    QTest.mouseClick(opened.status.problems, Qt.MouseButton.LeftButton)
    assert _codes(opened) == ["reasoning-in-card"]
    assert opened.problems.tree.hasFocus()
    press(opened, Qt.Key.Key_Z, held=CTRL)
    qtbot.waitUntil(lambda: "!" not in _badge(opened, "cost"))
    assert opened.status.problems.isHidden()
    assert _codes(opened) == []


def test_a_double_click_or_enter_goes_to_the_card(poor: Window, press: Press) -> None:
    poor.session.select(["demand"])
    press(poor, Qt.Key.Key_Return)
    assert poor.session.selection == ("cost",)
    poor.session.select(["demand"])
    _double_click(poor, _rows(poor)[0])
    assert poor.session.selection == ("cost",)


def test_what_is_folded_away_is_unfolded_to_be_shown(poor: Window, press: Press) -> None:
    poor.session.select(["open-sundays"])
    poor.canvas.setFocus()
    press(poor, Qt.Key.Key_Space)
    assert poor.session.in_view().argument_map.item("cost") is None
    poor.panes.enter("problems")
    press(poor, Qt.Key.Key_Return)
    assert poor.session.selection == ("cost",)
    assert poor.session.in_view().argument_map.item("cost") is not None


def test_a_fix_is_one_step_of_undo(poor: Window, press: Press, qtbot: QtBot) -> None:
    before, steps = poor.session.argument_map, poor.session.document.done
    _click(poor, poor.problems.fix)
    assert poor.session.document.done == (*steps, "Fix “reasoning in a card”")
    texts = {statement.text for statement in poor.session.argument_map.statements}
    assert {"Staff cost doubles.", "Wages are higher."} <= texts
    qtbot.waitUntil(lambda: _codes(poor) == [])
    press(poor, Qt.Key.Key_Z, held=CTRL)
    assert poor.session.argument_map == before
    qtbot.waitUntil(lambda: _codes(poor) == ["reasoning-in-card"])


def test_only_what_can_be_mended_offers_a_fix(poor: Window, qtbot: QtBot) -> None:
    assert poor.problems.fix.isEnabled()
    poor.session.attempt("Ask", lambda m: edit.set_fields(m, "cost", text="Is it not dear?"))
    qtbot.waitUntil(lambda: _codes(poor) == ["question-not-statement"])
    assert not poor.problems.fix.isEnabled()
    assert poor.problems.ignore.isEnabled()


def test_a_fix_mends_the_text_as_it_is_being_written(poor: Window, press: Press) -> None:
    poor.session.select(["cost"])
    poor.canvas.setFocus()
    press(poor, Qt.Key.Key_F2)
    press(poor, Qt.Key.Key_A, held=CTRL)
    press(poor, "Staff cost triples because nobody wants to work.")
    _click(poor, poor.problems.fix)
    assert not poor.canvas.editing.active
    texts = {statement.text for statement in poor.session.argument_map.statements}
    assert {"Staff cost triples.", "Nobody wants to work."} <= texts


def test_ignore_writes_the_file_s_own_list_as_one_step(
    poor: Window, press: Press, pool_file: Path, qtbot: QtBot
) -> None:
    written, steps = poor.session.text.text, poor.session.document.done
    _click(poor, poor.problems.ignore)
    assert poor.session.document.done == (*steps, "Ignore “reasoning in a card”")
    qtbot.waitUntil(lambda: _codes(poor) == [])
    press(poor, Qt.Key.Key_S, held=CTRL)
    saved = pool_file.read_text(encoding="utf-8")
    assert "x-check:" in saved
    assert "reasoning-in-card" in saved
    press(poor, Qt.Key.Key_Z, held=CTRL)
    assert poor.session.text.text == written
    qtbot.waitUntil(lambda: _codes(poor) == ["reasoning-in-card"])


@POPUP
def test_an_ignored_rule_can_be_heeded_again(poor: Window, qtbot: QtBot) -> None:
    before = poor.session.argument_map
    _click(poor, poor.problems.ignore)
    qtbot.waitUntil(lambda: _codes(poor) == [])
    _choose(poor.problems.rules, "Stop ignoring “reasoning in a card”")
    assert poor.session.argument_map == before
    assert poor.session.document.done[-1] == "Stop ignoring “reasoning in a card”"
    qtbot.waitUntil(lambda: _codes(poor) == ["reasoning-in-card"])


def test_hints_are_listed_but_neither_marked_nor_counted(poor: Window, qtbot: QtBot) -> None:
    poor.session.attempt("Shorten", lambda m: edit.set_fields(m, "cost", text="Cost."))
    qtbot.waitUntil(lambda: _codes(poor) == ["too-short"])
    assert poor.status.problems.isHidden()
    assert not poor.session.marks
    qtbot.waitUntil(lambda: "!" not in _badge(poor, "cost"))


def test_the_list_can_be_narrowed_by_words_and_severity(
    poor: Window, press: Press, qtbot: QtBot
) -> None:
    poor.session.attempt("Shorten", lambda m: edit.set_fields(m, "demand", text="Demand."))
    qtbot.waitUntil(lambda: _codes(poor) == ["reasoning-in-card", "too-short"])
    poor.problems.filter.setFocus()
    press(poor, "demand SHORT")
    assert _codes(poor) == ["too-short"]
    press(poor, "x")
    top = poor.problems.tree.topLevelItem(0)
    assert top is not None
    assert top.text(0) == "No problem matches."
    poor.problems.filter.clear()
    choose(poor.problems.shown, "Errors and warnings")
    assert _codes(poor) == ["reasoning-in-card"]
    assert poor.status.problems.text() == "1 problem"


def test_the_manual_follows_the_current_problem(poor: Window, press: Press, qtbot: QtBot) -> None:
    poor.session.attempt("Shorten", lambda m: edit.set_fields(m, "demand", text="Demand."))
    qtbot.waitUntil(lambda: len(_codes(poor)) == 2)
    assert not poor.problems.manual.isVisible()
    _click(poor, poor.problems.explain)
    assert poor.problems.manual.toPlainText().startswith("Reasoning in a card:")
    poor.problems.tree.setFocus()
    press(poor, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert poor.problems.manual.toPlainText().startswith("Too short:")
    press(poor, Qt.Key.Key_Up)
    assert poor.problems.manual.toPlainText() == "Choose a problem to read about it."
    _click(poor, poor.problems.explain)
    assert not poor.problems.manual.isVisible()


@POPUP
def test_rules_of_analysis_run_when_they_are_chosen(poor: Window, qtbot: QtBot) -> None:
    before = poor.session.argument_map
    _choose(poor.problems.rules, "Golden rule")
    qtbot.waitUntil(lambda: "golden-rule" in _codes(poor))
    assert _chosen_rule(poor, "Golden rule")
    assert not _chosen_rule(poor, "Rabbit rule")
    _choose(poor.problems.rules, "Golden rule")
    qtbot.waitUntil(lambda: "golden-rule" not in _codes(poor))
    assert poor.session.argument_map is before


def test_marks_stand_beside_those_of_the_evaluation(
    poor: Window, press: Press, qtbot: QtBot
) -> None:
    poor.canvas.setFocus()
    press(poor, Qt.Key.Key_E, held=CTRL_SHIFT)
    qtbot.waitUntil(lambda: "undecided · !" in _badge(poor, "cost"))
    poor.session.attempt("Mend", lambda m: edit.set_fields(m, "cost", text="It costs twice that."))
    qtbot.waitUntil(lambda: "undecided" in _badge(poor, "cost"))
    assert poor.session.marks["cost"].badge == "undecided"
    poor.session.undo()
    qtbot.waitUntil(lambda: "undecided · !" in _badge(poor, "cost"))
    press(poor, Qt.Key.Key_E, held=CTRL_SHIFT)
    qtbot.waitUntil(lambda: "!" in _badge(poor, "cost"))


def test_another_map_shows_nothing_of_the_last_one(
    poor: Window, windows: Windows, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "other.argmap.yaml"
    other.write_text("argmap: 1\nstatements:\n  - {id: cost, text: It costs very little.}\n")
    poor.session.text.mark_saved()
    poor.problems.tree.setFocus()
    windows.open(other, poor.session)
    window = next(w for w in windows.all if w.session.path == other)
    assert not window.critique.problems
    assert not window.session.marks
    qtbot.waitUntil(lambda: "cost" in window.canvas.map_scene.cards)
    assert "!" not in _badge(window, "cost")


def test_closing_while_the_rules_run_leaves_no_thread(poor: Window, windows: Windows) -> None:
    poor.critique.refresh()
    poor.session.text.mark_saved()
    poor.close_unasked()
    assert poor not in windows.all


def test_a_quote_is_looked_up_in_the_text_beside_the_map_and_fixed(
    opened: Window, windows: Windows, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "letter.txt").write_text("The town is quiet on Sunday mornings.\n", "utf-8")
    path = tmp_path / "quoting.argmap.yaml"
    path.write_text(
        "argmap: 1\n"
        "statements:\n"
        "  - id: quiet\n"
        "    text: Sundays are quiet.\n"
        "    cites:\n"
        "      - source: letter\n"
        "        quote: The town is quite on Sunday mornings\n"
        "sources:\n"
        "  - id: letter\n"
        "    title: A letter\n"
        "    file: letter.txt\n",
        "utf-8",
    )
    windows.open(path, opened.session)
    window = windows.all[-1]
    window.panes.enter("problems")
    qtbot.waitUntil(lambda: "quote-differs" in _codes(window))
    window.problems.tree.setCurrentItem(_rows(window)[_codes(window).index("quote-differs")])
    _click(window, window.problems.fix)
    (cite,) = window.session.argument_map.statement_by_id["quiet"].cites
    assert cite.quote == "The town is quiet on Sunday mornings"
    qtbot.waitUntil(lambda: "quote-differs" not in _codes(window))
