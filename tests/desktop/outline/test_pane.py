from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QKeySequence,
)
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from argmap.desktop.draft import Draft
from argmap.desktop.outline.pane import OutlinePane
from argmap.desktop.outline.row_delegate import RowEditor, _fitting
from argmap.desktop.session import Session
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, rearrange
from argmap.model.kinds import Bearing, Judgement
from argmap.store.yaml_file import dumps, read
from tests.desktop.outline.outlining import (
    CALM,
    CLAIM,
    COST,
    DEMAND,
    NO_KEYS,
    VOLUNTEERS,
    Key,
    OpenMap,
    click,
    editor,
    middle,
    press,
    row,
    selected,
    shown,
    tree,
)


def test_it_shows_the_whole_map_with_roles_in_words(outline: OutlinePane) -> None:
    assert tree(outline) == [
        "Claim: Open it on Sundays.",
        "  Support: 2 premises together",
        "    Premise: Demand is high.",
        "    Premise: Demand is enough.",
        "  Attack: one premise",
        "    Rebuttal: Cost doubles.",
        "    Rebuttal: Volunteers will come.",
        "Claim: Sundays are quiet.",
        "  Premise: Calm is good.",
    ]


def test_it_keeps_the_rules_of_qt_models(outline: OutlinePane, session: Session) -> None:
    tester = QAbstractItemModelTester(
        outline.model(), QAbstractItemModelTester.FailureReportingMode.Warning
    )
    session.attempt("Move", lambda m: rearrange.reparent(m, CALM, COST))
    session.undo()
    session.attempt("Delete", lambda m: edit.with_section(m, "relations", ()))
    assert tester.model() is outline.model()
    assert len(tree(outline)) == 7


def test_marks_tell_what_is_done_to_the_target(outline: OutlinePane) -> None:
    marks = {
        id_: row(outline, id_).data(Qt.ItemDataRole.UserRole).mark.name
        for id_ in (CLAIM, DEMAND, COST, VOLUNTEERS)
    }
    assert marks == {CLAIM: "CLAIM", DEMAND: "SUPPORT", COST: "ATTACK", VOLUNTEERS: "UNDERCUT"}


def test_a_click_selects_in_the_session_and_ctrl_adds(
    outline: OutlinePane, session: Session
) -> None:
    click(outline, COST)
    click(outline, CALM, Qt.KeyboardModifier.ControlModifier)
    assert session.selection == (COST, CALM)
    click(outline, CLAIM, Qt.KeyboardModifier.ControlModifier)
    assert session.current == CLAIM


def test_arrow_keys_move_the_selection(outline: OutlinePane, session: Session) -> None:
    press(outline, Key.Key_Down, Key.Key_Down)
    assert session.selection == (DEMAND,)


def test_the_sessions_selection_is_selected_and_unfolded_here(
    outline: OutlinePane, session: Session
) -> None:
    outline.collapse(row(outline, CLAIM))
    session.select([DEMAND, "r-cost-doubles"])
    assert selected(outline) == {"Demand is high.", "one premise"}
    assert outline.currentIndex() == row(outline, "r-cost-doubles")
    assert outline.isExpanded(row(outline, CLAIM))


def test_a_relation_without_a_row_leaves_the_session_alone(
    outline: OutlinePane, session: Session
) -> None:
    session.select(["r-calm-is-good"])
    assert session.selection == ("r-calm-is-good",)
    assert selected(outline) == set()
    assert outline.currentIndex() == row(outline, CALM)


def test_f2_and_enter_edit_a_text_in_one_step(outline: OutlinePane, session: Session) -> None:
    click(outline, COST)
    press(outline, Key.Key_F2)
    box = editor(outline)
    assert box.words() == "Cost doubles."
    QTest.keyClicks(box, " So what")
    QTest.keyClick(box, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(box, "?")
    press(box, Key.Key_Return)
    assert session.argument_map.statement_by_id[COST].text == "Cost doubles. So what\n?"
    assert session.document.done == ("Edit text",)
    assert session.selection == (COST,)


def test_commit_takes_over_what_is_being_edited(outline: OutlinePane, session: Session) -> None:
    click(outline, COST)
    press(outline, Key.Key_F2)
    QTest.keyClicks(editor(outline), "!")
    outline.commit()
    outline.commit()
    assert session.argument_map.statement_by_id[COST].text == "Cost doubles.!"
    assert session.document.done == ("Edit text",)


def test_esc_and_an_empty_text_change_nothing(
    qtbot: QtBot, outline: OutlinePane, session: Session
) -> None:
    click(outline, COST)
    press(outline, Key.Key_F2)
    QTest.keyClicks(editor(outline), "nonsense")
    press(editor(outline), Key.Key_Escape)
    qtbot.waitUntil(lambda: not outline.viewport().findChildren(RowEditor))
    press(outline, Key.Key_F2)
    editor(outline).selectAll()
    press(editor(outline), Key.Key_Delete, Key.Key_Return)
    assert session.document.done == ()


def test_tab_ends_a_text_and_asks_for_a_premise(outline: OutlinePane, session: Session) -> None:
    drafts: list[Draft] = []
    session.draft_started.connect(drafts.append)
    click(outline, COST)
    press(outline, Key.Key_F2)
    QTest.keyClicks(editor(outline), "!")
    press(editor(outline), Key.Key_Tab)
    assert session.argument_map.statement_by_id[COST].text == "Cost doubles.!"
    assert [(d.name, d.anchor) for d in drafts] == [("Add premise", COST)]


@pytest.mark.parametrize("keys", ["Tab", "Shift+Tab", "Ctrl+Return", "Return", "Del", "Alt+Up"])
def test_keys_of_commands_are_not_swallowed(qtbot: QtBot, outline: OutlinePane, keys: str) -> None:
    heard: list[str] = []
    action = QAction(outline)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda: heard.append(keys))
    outline.addAction(action)
    outline.activateWindow()
    qtbot.waitUntil(outline.hasFocus)
    QTest.keySequence(outline, QKeySequence(keys))
    assert heard == [keys]


def test_f2_stays_with_the_outline(qtbot: QtBot, outline: OutlinePane) -> None:
    heard: list[str] = []
    action = QAction(outline)
    action.setShortcut(QKeySequence("F2"))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(lambda: heard.append("F2"))
    outline.addAction(action)
    outline.activateWindow()
    qtbot.waitUntil(outline.hasFocus)
    press(outline, Key.Key_F2)
    assert heard == []
    assert editor(outline).isVisible()


def test_new_rows_are_open_and_closed_ones_stay_closed(
    outline: OutlinePane, session: Session
) -> None:
    outline.collapse(row(outline, "r-demand-is-high"))
    session.attempt("Add", lambda m: edit.add_premise(m, CALM, "Hear it."))
    assert tree(outline) == [
        "Claim: Open it on Sundays.",
        "  Support: 2 premises together",
        "  Attack: one premise",
        "    Rebuttal: Cost doubles.",
        "    Rebuttal: Volunteers will come.",
        "Claim: Sundays are quiet.",
        "  Premise: Calm is good.",
        "    Premise: Hear it.",
    ]
    session.undo()
    assert "    Premise: Hear it." not in tree(outline)
    assert not outline.isExpanded(row(outline, "r-demand-is-high"))


def test_an_edit_of_a_text_keeps_place_and_selection(
    outline: OutlinePane, session: Session
) -> None:
    outline.resize(300, 80)
    click(outline, CLAIM)
    bar = outline.verticalScrollBar()
    bar.setValue(bar.maximum())
    before = bar.value()
    session.attempt("Edit text", lambda m: edit.set_fields(m, COST, text="Cost trebles."))
    assert "    Rebuttal: Cost trebles." in tree(outline)
    assert (bar.value(), session.selection) == (before, (CLAIM,))


@pytest.fixture
def twice(open_map: OpenMap, pool: ArgumentMap, qtbot: QtBot) -> OutlinePane:
    return shown(open_map(edit.link(pool, CALM, CLAIM, Bearing.SUPPORTS)), qtbot)


def reference(outline: OutlinePane) -> QModelIndex:
    """The row below the first claim that stands for the premise of the second."""
    index = outline.model().index(2, 0, row(outline, CLAIM))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Premise, also here: Calm is good."
    return index


def test_a_reference_selects_its_statement_and_stays_current(twice: OutlinePane) -> None:
    where = twice.visualRect(reference(twice)).center()
    QTest.mouseClick(twice.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, where)
    assert twice._session.selection == (CALM,)
    assert twice.currentIndex() == reference(twice)


def test_right_and_double_click_jump_from_a_reference(twice: OutlinePane) -> None:
    where = twice.visualRect(reference(twice)).center()
    QTest.mouseClick(twice.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, where)
    press(twice, Key.Key_Right)
    assert twice.currentIndex() == row(twice, CALM)
    QTest.mouseDClick(twice.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, where)
    assert twice.currentIndex() == row(twice, CALM)
    assert not twice.viewport().findChildren(RowEditor)


def test_a_text_is_never_markup(qtbot: QtBot, open_map: OpenMap) -> None:
    hostile = "<img src='file:///etc/passwd'> & <b>bold</b>"
    outline = shown(open_map(edit.add_claim(ArgumentMap(), hostile)), qtbot)
    index = outline.model().index(0, 0)
    assert index.data() == hostile
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip
    assert "&lt;img" in tip


def test_a_read_only_map_can_be_read_only(
    qtbot: QtBot, open_map: OpenMap, pool: ArgumentMap
) -> None:
    session = open_map(pool)
    session.read_only = True
    session.opened.emit()
    outline = shown(session, qtbot)
    click(outline, COST)
    press(outline, Key.Key_F2)
    assert not outline.viewport().findChildren(RowEditor)
    flags = row(outline, COST).flags()
    assert not flags & (Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled)


def test_another_map_replaces_the_rows(outline: OutlinePane, session: Session) -> None:
    session.open(read(dumps(edit.add_claim(ArgumentMap(), "Another."))))
    assert tree(outline) == ["Claim: Another."]
    assert selected(outline) == {"Another."}


def test_another_map_is_shown_unfolded(outline: OutlinePane, session: Session) -> None:
    whole = tree(outline)
    outline.collapse(row(outline, CLAIM))
    session.open(read(dumps(session.argument_map)))
    assert tree(outline) == whole
    session.attempt("Add", lambda m: edit.add_premise(m, CALM, "Hear it."))
    assert len(tree(outline)) == len(whole) + 1


def test_states_are_words(qtbot: QtBot, open_map: OpenMap, pool: ArgumentMap) -> None:
    changed = edit.set_fields(pool, CALM, implicit=True, judgement=Judgement.REJECTED)
    changed = edit.put(
        changed,
        replace(changed.relation_by_id["r-demand-is-high"], rejected=True, scheme="expert-opinion"),
    )
    lines = tree(shown(open_map(changed), qtbot))
    assert "  Premise, unstated, rejected: Calm is good." in lines
    assert "  Support, does not follow: 2 premises together, expert-opinion" in lines


def test_the_menu_is_asked_for_at_the_current_row(qtbot: QtBot, outline: OutlinePane) -> None:
    click(outline, CALM)
    with qtbot.waitSignal(outline.menu_wanted) as asked:
        keyboard = QContextMenuEvent.Reason.Keyboard
        outline.contextMenuEvent(QContextMenuEvent(keyboard, QPoint(0, 0), QPoint(0, 0)))
    expected = outline.viewport().mapToGlobal(middle(outline, CALM))
    assert asked.args == [expected]


def test_a_narrow_row_shortens_its_role_before_its_text() -> None:
    metrics = QFontMetrics(QFont())
    words = ("Premise, unstated", "Premise")
    widths = [metrics.horizontalAdvance(word) for word in words]
    fits = [_fitting(words, metrics, room)[0] for room in (widths[0] + 130, widths[1] + 130, 90)]
    assert fits == ["Premise, unstated", "Premise", ""]


def test_the_deepest_rows_have_room_for_words(session: Session, qtbot: QtBot) -> None:
    made = edit.add_claim(ArgumentMap(), "Claim.")
    for number in range(14):
        made = edit.add_premise(made, made.statements[-1].id, f"Reason number {number}.")
    session.open(read(dumps(made)))
    outline = shown(session, qtbot)
    outline.resize(240, 400)
    last = made.statements[-1].id
    session.select([last])
    row = outline.visualRect(outline.currentIndex())
    assert row.left() >= 0
    assert outline.viewport().width() - row.left() >= 150
    session.select([made.statements[0].id])
    assert outline.horizontalScrollBar().value() == 0
    session.select([made.statements[4].id])
    assert outline.horizontalScrollBar().value() == 0, "the places of the rows above stay in view"
