from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from argmap.desktop.panels.problems import Problems
from argmap.desktop.session import Session
from argmap.model import edit
from argmap.store.yaml_file import read

BROKEN = """\
argmap: 1
statements:
  - id: pool
    text: The pool should open.
    group: nowhere
    cites:
      - source: gone
  - id: demand
    text: Demand is high.
relations:
  - id: r1
    from: [demand]
    supports: no-such-thing
"""


@pytest.fixture
def problems(qapp: object, qtbot: QtBot) -> Problems:
    del qapp
    session = Session()
    session.open(read(BROKEN, "pool.argmap.yaml"))
    problems = Problems(session)
    session.setParent(problems)
    qtbot.addWidget(problems)
    problems.resize(700, 200)
    problems.show()
    return problems


def session_of(problems: Problems) -> Session:
    return problems._session


def row(problems: Problems, at: int) -> QTreeWidgetItem:
    item = problems.topLevelItem(at)
    assert item is not None
    return item


def table(problems: Problems) -> list[list[str]]:
    rows = [row(problems, at) for at in range(problems.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in rows]


def test_it_lists_severity_place_and_message_worst_first(problems: Problems) -> None:
    shown = table(problems)
    assert [line[0] for line in shown] == sorted(
        (line[0] for line in shown), key=["Error", "Warning", "Hint"].index
    )
    assert any("no-such-thing" in message for _, _, message in shown)
    error = next(line for line in shown if "no-such-thing" in line[2])
    assert error[:2] == ["Error", "11:5"]
    assert len(shown) == len(session_of(problems).problems) >= 3


def test_it_follows_edits_when_idle_and_counts(problems: Problems, qtbot: QtBot) -> None:
    before = len(table(problems))
    session = session_of(problems)
    with qtbot.waitSignal(problems.counted) as counted:
        session.attempt("Set group", lambda m: edit.set_fields(m, "pool", group=""))
        assert len(table(problems)) == before
    assert counted.args == [before - 1]
    assert len(table(problems)) == before - 1
    with qtbot.waitSignal(problems.counted) as counted:
        session.undo()
    assert counted.args == [before]


def test_the_current_problem_stays_current(problems: Problems, qtbot: QtBot) -> None:
    at = next(i for i, line in enumerate(table(problems)) if "gone" in line[2])
    problems.setCurrentItem(row(problems, at))
    with qtbot.waitSignal(problems.counted):
        session_of(problems).attempt("Set", lambda m: edit.set_fields(m, "pool", group=""))
    current = problems.currentItem()
    assert current is not None
    assert "gone" in current.text(2)


def test_enter_selects_what_a_problem_is_about(problems: Problems) -> None:
    session = session_of(problems)
    session.select(["demand"])
    at = next(i for i, line in enumerate(table(problems)) if "gone" in line[2])
    problems.setCurrentItem(row(problems, at))
    problems.setFocus()
    QTest.keyClick(problems, Qt.Key.Key_Return)
    assert session.selection == ("pool",)


def test_a_problem_about_nothing_in_the_map_leaves_the_selection(problems: Problems) -> None:
    session = session_of(problems)
    session.select(["demand"])
    at = next(i for i, line in enumerate(table(problems)) if "no-such-thing" in line[2])
    ids = problems._problems[at].ids
    assert not any(session.argument_map.item(id_) for id_ in ids)
    problems.itemActivated.emit(row(problems, at), 0)
    assert session.selection == ("demand",)


def test_without_problems_it_says_so(session: Session, qtbot: QtBot) -> None:
    problems = Problems(session)
    qtbot.addWidget(problems)
    assert table(problems) == [["", "", "No problems were found."]]
    problems.itemActivated.emit(row(problems, 0), 0)
    assert session.selection == ("open-it-on-sundays",)


def test_messages_are_never_markup(qtbot: QtBot, qapp: object) -> None:
    del qapp
    session = Session()
    session.open(read("argmap: 1\nstatements:\n  - {id: a, text: A, group: '<b>x</b>'}\n"))
    problems = Problems(session)
    session.setParent(problems)
    qtbot.addWidget(problems)
    tip = row(problems, 0).toolTip(2)
    assert "<b>" not in tip
    assert "&lt;b&gt;" in tip


def test_icons_follow_the_palette(problems: Problems) -> None:
    before = row(problems, 0).icon(0).cacheKey()
    palette = problems.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#1e1f22"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#e6e6e9"))
    problems.setPalette(palette)
    assert row(problems, 0).icon(0).cacheKey() != before
