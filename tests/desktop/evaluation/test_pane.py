"""The panel of what stands: the label in words, reasons that jump, and in whose view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from argmap.desktop.session import Session
from argmap.marking import judgement_marks
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, judging
from argmap.model.kinds import Judgement, Open
from argmap.store.yaml_file import dumps, read
from tests.desktop.evaluation.pane_user import Panel
from tests.desktop.helpers import choose

# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

CLAIM, DEMAND, ENOUGH = "open-it-on-sundays", "demand-is-high", "demand-is-enough"
COST, VOLUNTEERS = "cost-doubles", "volunteers-will-come"
NOBODY = "Nobody has judged anything in this view"
Key = Qt.Key


@pytest.fixture
def pool(pool: ArgumentMap) -> ArgumentMap:
    """The map, with its demand accepted, and a viewpoint that accepts the cost instead."""
    for id_ in (DEMAND, ENOUGH):
        pool = judging.judge(pool, {id_: Judgement.ACCEPTED})
    pool = judging.add_viewpoint(pool, "The treasurer & co")
    return judging.judge(pool, {COST: Judgement.ACCEPTED, VOLUNTEERS: Judgement.REJECTED}, OTHER)


OTHER = "the-treasurer-co"


def judge(panel: Panel, qtbot: QtBot, id_: str, judgement: Judgement | None) -> None:
    with qtbot.waitSignal(panel.evaluation.evaluated):
        panel.session.attempt("Judge", lambda m: judging.judge(m, {id_: judgement}))


def test_until_it_is_switched_on_it_says_nothing(panel: Panel) -> None:
    assert panel.said() == []
    assert not panel.switch.isChecked()
    assert not panel.reasons.isVisible()
    assert not panel.evaluation_pane.what_if.isVisible()


def test_space_switches_it_on_and_off(panel: Panel, qtbot: QtBot) -> None:
    panel.switch.setFocus()
    with qtbot.waitSignal(panel.evaluation.evaluated):
        QTest.keyClick(panel.switch, Key.Key_Space)
    assert panel.reasons.isVisible()
    QTest.keyClick(panel.switch, Key.Key_Space)
    assert not panel.reasons.isVisible()
    assert panel.session.highlighted == frozenset()
    assert panel.session.marks == judgement_marks(panel.session.argument_map)


def test_the_switch_follows_what_else_switches(panel: Panel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.evaluation.evaluated):
        panel.evaluation.switch(on=True)
    assert panel.switch.isChecked()


def test_the_label_and_its_reasons_in_words(on: Panel, session: Session) -> None:
    session.select([CLAIM])
    assert on.said() == ["Undecided", "Stands in 75% of the ways the open premises could turn out."]
    assert on.lines() == [
        "“Open it on Sundays”: undecided: “Cost doubles”, which attacks it, is undecided",
        "  “Cost doubles”: undecided: it is open: nobody has judged it and nothing supports it",
    ]


def test_a_judgement_by_the_author_needs_no_open_premise(on: Panel, session: Session) -> None:
    session.select([DEMAND])
    assert on.said() == ["Accepted", "Does not hinge on any open premise."]
    assert len(on.lines()) == 1


def test_a_step_has_a_label_too(on: Panel, session: Session) -> None:
    session.select(["r-cost-doubles"])
    assert on.said()[0] == "Undecided"
    assert on.lines()[0].startswith("the attack by “Cost doubles”: undecided")


def test_of_several_the_last_is_explained(on: Panel, session: Session) -> None:
    session.select([CLAIM, DEMAND])
    assert on.said()[0] == "Accepted"


def test_with_nothing_selected_it_says_what_to_do(on: Panel, session: Session) -> None:
    session.select([])
    assert on.said() == ["Select a card to see why it stands or falls."]
    assert not on.reasons.isVisible()
    assert session.highlighted == frozenset()


def test_it_follows_edits(on: Panel, session: Session, qtbot: QtBot) -> None:
    session.select([CLAIM])
    judge(on, qtbot, COST, Judgement.REJECTED)
    assert on.said()[0] == "Accepted"
    judge(on, qtbot, COST, Judgement.ACCEPTED)
    judge(on, qtbot, VOLUNTEERS, Judgement.REJECTED)
    assert on.said()[0] != "Accepted"
    with qtbot.waitSignal(on.evaluation.evaluated):
        session.undo()
    with qtbot.waitSignal(on.evaluation.evaluated):
        session.undo()
    session.select([CLAIM])
    assert on.said()[0] == "Accepted"


def test_where_nobody_has_judged_it_says_how_to_begin(
    on: Panel, session: Session, qtbot: QtBot
) -> None:
    session.select([CLAIM])
    assert NOBODY not in on.said()[0]
    for id_ in (DEMAND, ENOUGH):
        judge(on, qtbot, id_, None)
    assert NOBODY in on.said()[0]


def test_whoever_presumes_what_is_open_has_judged(
    on: Panel, session: Session, qtbot: QtBot
) -> None:
    made = judging.add_viewpoint(session.argument_map, "Trusting")
    with qtbot.waitSignal(on.evaluation.evaluated):
        session.do("Add", edit.set_fields(made, "trusting", open=Open.PRESUMED))
    with qtbot.waitSignal(on.evaluation.evaluated):
        on.evaluation.set_viewpoint("trusting")
    assert NOBODY not in on.said()[0]


# Reasons


def test_down_goes_along_the_chain_and_the_explanation_stays(on: Panel, session: Session) -> None:
    session.select([CLAIM])
    lines, chain = on.lines(), session.highlighted
    assert {CLAIM, "r-cost-doubles", COST} <= chain
    on.reasons.setFocus()
    QTest.keyClick(on.reasons, Key.Key_Down)
    assert session.selection == (COST,)
    assert (on.lines(), session.highlighted) == (lines, chain)
    QTest.keyClick(on.reasons, Key.Key_Up)
    assert session.selection == (CLAIM,)


def test_a_click_on_a_reason_goes_there(on: Panel, session: Session) -> None:
    session.select([CLAIM])
    lines = on.lines()
    first = on.reasons.topLevelItem(0)
    assert first is not None
    below = first.child(0)
    assert below is not None
    where = on.reasons.visualItemRect(below).center()
    QTest.mouseClick(on.reasons.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert session.selection == (COST,)
    assert on.lines() == lines


def test_whoever_selects_elsewhere_gets_another_explanation(on: Panel, session: Session) -> None:
    session.select([CLAIM])
    on.reasons.setFocus()
    QTest.keyClick(on.reasons, Key.Key_Down)
    session.select([VOLUNTEERS])
    assert on.lines()[0].startswith("“Volunteers will come”")
    assert session.highlighted == {VOLUNTEERS}


def test_all_of_a_long_reason_can_be_read(on: Panel, session: Session, qtbot: QtBot) -> None:
    words = "A very long statement of what a council is to do about its pool, " * 4
    with qtbot.waitSignal(on.evaluation.evaluated):
        session.attempt("Edit", lambda m: edit.set_fields(m, COST, text=words))
    session.select([COST])
    row = on.reasons.topLevelItem(0)
    assert row is not None
    metrics = on.reasons.fontMetrics()
    needed = metrics.horizontalAdvance(row.text(0)) / on.reasons.viewport().width()
    tall = on.reasons.visualItemRect(row).height()
    assert tall >= needed * metrics.height()
    on.evaluation_pane.resize(260, 800)
    qtbot.waitUntil(lambda: on.reasons.visualItemRect(row).height() > tall)


def test_texts_in_reasons_are_never_markup(on: Panel, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(on.evaluation.evaluated):
        session.attempt("Edit", lambda m: edit.set_fields(m, COST, text="<b>Cost</b>\n& more"))
    session.select([COST])
    row = on.reasons.topLevelItem(0)
    assert row is not None
    assert "“<b>Cost</b> & more”" in row.text(0)
    assert "&lt;b&gt;Cost&lt;/b&gt;" in row.toolTip(0)


# Viewpoints


def test_viewpoints_are_chosen_by_keys(on: Panel, session: Session, qtbot: QtBot) -> None:
    session.select([COST])
    box = on.viewpoint
    assert box.currentText() == "The author"
    assert "The treasurer & co" in [box.itemText(at) for at in range(box.count())]
    with qtbot.waitSignal(on.evaluation.evaluated):
        choose(box, "The treasurer & co")
    assert on.evaluation.viewpoint == OTHER
    assert on.said()[0] == "Accepted"
    assert not session.document.modified


def test_a_viewpoint_chosen_before_the_switch_switches_on(panel: Panel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.evaluation.evaluated):
        choose(panel.viewpoint, panel.viewpoint.itemText(1))
    assert panel.switch.isChecked()


def test_a_viewpoint_that_is_removed_gives_way_to_the_author(
    on: Panel, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(on.evaluation.evaluated):
        on.evaluation.set_viewpoint(OTHER)
    assert on.viewpoint.currentText() == "The treasurer & co"
    with qtbot.waitSignal(on.evaluation.evaluated):
        session.attempt("Remove", lambda m: edit.with_section(m, "viewpoints", ()))
    assert on.viewpoint.currentText() == "The author"


def test_buttons_ask_for_what_the_window_does(panel: Panel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.evaluation_pane.viewpoint_wanted):
        panel.click("Add a viewpoint")
    with qtbot.waitSignal(panel.evaluation_pane.compare_wanted):
        panel.click("Compare")


def test_another_map_has_nothing_of_the_last_one(on: Panel, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(on.evaluation.evaluated):
        session.open(read(dumps(edit.add_claim(ArgumentMap(), "Elsewhere."))))
    qtbot.waitUntil(lambda: len(on.lines()) == 1)
    assert on.lines()[0].startswith("“Elsewhere”")
    assert "The treasurer & co" not in [
        on.viewpoint.itemText(at) for at in range(on.viewpoint.count())
    ]


def test_nothing_is_cut_off_at_the_usual_width_of_the_side(panel: Panel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.evaluation.evaluated):
        QTest.keyClick(panel.switch, Key.Key_Space)
    pane = panel.evaluation_pane
    pane.resize(281, 600)
    qtbot.waitUntil(lambda: pane.viewport().width() <= 281)
    assert pane.what_if.isVisible()
    assert pane.horizontalScrollBar().maximum() == 0
