"""Trying judgements out, and asking what would change a label; nothing is written until kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from argmap.desktop.notices.notice import Notice
from argmap.desktop.session import Session
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, judging
from argmap.model.kinds import Judgement
from argmap.reasoning import Changes, Label
from tests.desktop.evaluation.pane_user import Panel

# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

CLAIM, DEMAND, ENOUGH = "open-it-on-sundays", "demand-is-high", "demand-is-enough"
COST, VOLUNTEERS = "cost-doubles", "volunteers-will-come"
Key = Qt.Key


@pytest.fixture
def pool(pool: ArgumentMap) -> ArgumentMap:
    """The map, with its demand accepted."""
    for id_ in (DEMAND, ENOUGH):
        pool = judging.judge(pool, {id_: Judgement.ACCEPTED})
    return pool


def label(panel: Panel, id_: str = CLAIM) -> Label:
    result = panel.evaluation.result
    assert result is not None
    return result.statements[id_]


def search(panel: Panel, qtbot: QtBot, button: str = "What would make it") -> list[str]:
    panel.click(button)
    qtbot.waitUntil(panel.sets.isVisible)
    return panel.offered()


@pytest.mark.parametrize(
    ("words", "wanted"),
    [("Accept", Label.ACCEPTED), ("Reject", Label.REJECTED), ("Open", Label.UNDECIDED)],
)
def test_a_judgement_is_tried_and_not_written(
    on: Panel, session: Session, words: str, wanted: Label
) -> None:
    before = session.text.text()
    session.select([DEMAND])
    on.click_and_wait(words)
    assert label(on, DEMAND) is wanted
    assert on.said()[-1] == "One judgement is being tried, not written."
    assert (session.text.text(), session.document.done) == (before, ())


def test_several_cards_are_tried_at_once(on: Panel, session: Session) -> None:
    session.select([COST, VOLUNTEERS])
    on.click_and_wait("Reject")
    assert label(on) is Label.ACCEPTED
    assert on.said()[-1] == "2 judgements are being tried, not written."


def test_tries_add_up_and_are_kept_in_one_step(on: Panel, session: Session) -> None:
    session.select([COST])
    on.click_and_wait("Reject")
    session.select([DEMAND])
    on.click_and_wait("Open")
    on.click_and_wait("Keep")
    argument_map = session.argument_map
    assert argument_map.statement_by_id[COST].judgement is Judgement.REJECTED
    assert argument_map.statement_by_id[DEMAND].judgement is None
    assert session.document.done == ("Keep what was tried",)
    assert not on.button("Keep").isVisible()


def test_what_is_forgotten_is_as_it_was(on: Panel, session: Session) -> None:
    session.select([CLAIM])
    on.click_and_wait("Reject")
    on.click_and_wait("Forget")
    assert label(on) is Label.UNDECIDED
    assert on.said()[-1].startswith("Stands in")
    assert not on.button("Forget").isVisible()
    assert session.document.done == ()


def test_a_step_can_be_tried_to_fail(on: Panel, session: Session) -> None:
    session.select(["r-demand-is-high"])
    on.click_and_wait("Reject")
    session.select([CLAIM])
    result = on.evaluation.result
    assert result is not None
    assert result.relations["r-demand-is-high"] is Label.REJECTED
    assert session.argument_map.relation_by_id["r-demand-is-high"].rejected is False


def test_keeping_in_a_read_only_map_is_told(on: Panel, session: Session) -> None:
    told: list[Notice] = []
    session.notice_posted.connect(told.append)
    session.read_only = True
    session.select([COST])
    on.click_and_wait("Reject")
    on.click_and_wait("Keep")
    assert "read-only" in told[0].text
    assert session.document.done == ()


def test_the_question_is_for_the_other_label(on: Panel, session: Session) -> None:
    session.select([CLAIM])
    assert on.button("What would make it").text() == "What would make it accepted?"
    session.select([DEMAND])
    assert on.button("What would make it").text() == "What would make it rejected?"


def test_the_fewest_judgements_are_offered_and_tried_by_enter(
    on: Panel, session: Session, qtbot: QtBot
) -> None:
    session.select([CLAIM])
    assert search(on, qtbot) == ["Reject “Cost doubles.”", "Accept “Volunteers will come.”"]
    on.sets.setFocus()
    QTest.keyClick(on.sets, Key.Key_Down)
    with qtbot.waitSignal(on.evaluation.evaluated):
        QTest.keyClick(on.sets, Key.Key_Return)
    assert label(on) is Label.ACCEPTED
    assert session.document.done == ()


def test_a_double_click_tries_a_set(on: Panel, session: Session, qtbot: QtBot) -> None:
    session.select([CLAIM])
    search(on, qtbot)
    where = on.sets.visualItemRect(on.sets.item(0)).center()
    button = Qt.MouseButton.LeftButton
    with qtbot.waitSignal(on.evaluation.evaluated):
        QTest.mouseClick(on.sets.viewport(), button, pos=where)
        QTest.mouseDClick(on.sets.viewport(), button, pos=where)
    assert label(on, COST) is Label.REJECTED


def test_two_judgements_that_work_together_are_one_line(
    on: Panel, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(on.evaluation.evaluated):
        session.attempt("Open", lambda m: judging.judge(m, {DEMAND: None}))
    session.select([CLAIM])
    assert search(on, qtbot)[0] == "Accept “Demand is high.” and reject “Cost doubles.”"


def test_titles_and_one_line_stand_for_long_texts(
    on: Panel, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(on.evaluation.evaluated):
        session.attempt("Edit", lambda m: edit.set_fields(m, COST, text="Cost\n  doubles."))
    with qtbot.waitSignal(on.evaluation.evaluated):
        session.attempt("Edit", lambda m: edit.set_fields(m, VOLUNTEERS, title="Volunteers"))
    session.select([CLAIM])
    assert search(on, qtbot) == ["Reject “Cost doubles.”", "Accept “Volunteers”"]


def test_where_nothing_helps_it_says_so(on: Panel, session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(on.evaluation.evaluated):
        session.attempt("Judge", lambda m: judging.judge(m, {CLAIM: Judgement.REJECTED}))
    session.select(["r-demand-is-high"])
    with qtbot.waitSignal(on.evaluation.evaluated):
        session.attempt(
            "Judge", lambda m: judging.judge(m, {"r-demand-is-high": Judgement.REJECTED})
        )
    assert search(on, qtbot) == ["Nothing of up to three judgements."]
    item = on.sets.item(0)
    on.sets.setFocus()
    QTest.keyClick(on.sets, Key.Key_Return)
    assert item.text() == "Nothing of up to three judgements."
    assert on.evaluation.trial == {}


def test_an_answer_goes_with_the_card_it_was_for(on: Panel, session: Session, qtbot: QtBot) -> None:
    session.select([CLAIM])
    search(on, qtbot)
    session.select([COST])
    assert not on.sets.isVisible()


def test_an_answer_that_comes_too_late_is_not_shown(
    on: Panel, session: Session, qtbot: QtBot
) -> None:
    session.select([CLAIM])
    on.click("What would make it")
    assert not on.button("What would make it").isEnabled()
    session.select([COST])
    assert on.button("What would make it").isEnabled()
    assert search(on, qtbot) == ["Accept “Cost doubles.”"]


@pytest.mark.parametrize(
    ("sets", "complete", "last"),
    [
        ((), True, "Nothing of up to three judgements."),
        ((), False, "Nothing of up to three judgements was found in a second."),
        (({COST: Judgement.REJECTED},), True, "Reject “Cost doubles.”"),
        (
            ({COST: Judgement.REJECTED},),
            False,
            "There may be more: the search stopped after a second.",
        ),
    ],
)
def test_a_search_that_stopped_says_so(
    on: Panel,
    session: Session,
    sets: tuple[dict[str, Judgement], ...],
    complete: bool,
    last: str,
) -> None:
    session.select([CLAIM])
    on.evaluation_pane.what_if._show(Changes(Label.ACCEPTED, sets, complete))
    assert on.offered()[-1] == last
