from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from argmap.desktop.session import Session
from argmap.desktop.status_bar import StatusBar, kind_counts, kinds_of
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.store.yaml_file import dumps, read

# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def status(session: Session, qtbot: QtBot) -> StatusBar:
    status = StatusBar(session)
    qtbot.addWidget(status)
    status.show()
    return status


def test_it_counts_statements_kinds_and_what_is_selected(
    status: StatusBar, session: Session
) -> None:
    assert status.counts.text() == "7 statements, 1 selected"
    assert status.kinds.text() == "2 claims, 3 premises, 2 rebuttals"
    session.select([])
    assert status.counts.text() == "7 statements"


def test_it_follows_edits(status: StatusBar, session: Session) -> None:
    session.attempt("Add", lambda m: edit.add_premise(m, "cost-doubles", "More staff."))
    assert status.counts.text() == "8 statements, 1 selected"
    assert status.kinds.text() == "2 claims, 4 premises, 2 rebuttals"


def test_one_is_not_many() -> None:
    assert kind_counts(kinds_of(edit.add_claim(ArgumentMap(), "One"))) == "1 claim"
    assert kind_counts(kinds_of(ArgumentMap())) == ""


def test_zoom_is_in_percent(status: StatusBar) -> None:
    assert status.zoom.text() == "100 %"
    status.set_zoom(0.333)
    assert status.zoom.text() == "33 %"


def test_busy_is_shown_as_soon_as_it_is_told_and_to_its_end(status: StatusBar) -> None:
    status.set_busy(True)
    status.set_busy(True)
    assert status.busy.isVisible()
    status.set_busy(False)
    assert status.busy.isHidden()


def test_the_problems_button_counts_and_asks(status: StatusBar, qtbot: QtBot) -> None:
    assert status.problems.isHidden()
    status.set_problems(2)
    assert status.problems.text() == "2 problems"
    with qtbot.waitSignal(status.problems_wanted):
        QTest.mouseClick(status.problems, Qt.MouseButton.LeftButton)


def test_one_problem_is_one(status: StatusBar) -> None:
    status.set_problems(1)
    assert status.problems.text() == "1 problem"
    status.set_problems(0)
    assert status.problems.isHidden()


def test_another_map_is_counted(status: StatusBar, session: Session) -> None:
    session.open(read(dumps(edit.add_claim(ArgumentMap(), "One."))))
    assert status.counts.text() == "1 statement, 1 selected"
    assert status.kinds.text() == "1 claim"


def test_steps_are_selected_too(status: StatusBar, session: Session) -> None:
    session.select(["cost-doubles", "r-cost-doubles"])
    assert status.counts.text() == "7 statements, 2 selected"


@pytest.mark.parametrize(
    ("factor", "words"), [(1, "100 %"), (0.005, "0 %"), (2.504, "250 %"), (8, "800 %")]
)
def test_any_zoom_is_a_whole_number(status: StatusBar, factor: float, words: str) -> None:
    status.set_zoom(factor)
    assert status.zoom.text() == words
    assert status.zoom.accessibleName() == "Zoom"
