"""The problems panel without its window: rows and groups, what stays, what is data."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from argmap.desktop.live.critique import LiveCritique
from argmap.desktop.problems.pane import ProblemsPane
from argmap.desktop.session import Session
from argmap.errors import Problem, Severity
from argmap.model.edits import edit
from argmap.store.yaml_file import read
from tests.desktop.helpers import choose

OpenPanel = Callable[[str], tuple[Session, ProblemsPane]]

BROKEN = """\
argmap: 1
statements:
  - id: pool
    text: The pool should open.
    group: nowhere
    cites:
      - source: gone
  - id: demand
    text: Demand is high, is it not?
relations:
  - {id: r0, from: [demand], supports: pool}
  - id: r1
    from: [demand]
    supports: no-such-thing
"""
SOUND = "argmap: 1\nstatements:\n  - {id: pool, text: The pool should open.}\n"


@pytest.fixture
def open_panel(qapp: object, qtbot: QtBot) -> Iterator[OpenPanel]:
    """Show the panel for a text of a file, when the rules have run."""
    del qapp
    made: list[tuple[Session, LiveCritique]] = []

    def opened(text: str) -> tuple[Session, ProblemsPane]:
        session = Session()
        critique = LiveCritique(session, session)
        made.append((session, critique))
        panel = ProblemsPane(session, critique)
        qtbot.addWidget(panel)
        panel.resize(900, 300)
        panel.show()
        session.open(read(text, "pool.argmap.yaml"))
        with qtbot.waitSignal(critique.found):
            pass
        return session, panel

    yield opened
    for session, critique in made:
        critique.close()
        session.deleteLater()


def group(panel: ProblemsPane, at: int) -> QTreeWidgetItem:
    item = panel.tree.topLevelItem(at)
    assert item is not None
    return item


def groups(panel: ProblemsPane) -> list[QTreeWidgetItem]:
    return [group(panel, at) for at in range(panel.tree.topLevelItemCount())]


def rows(panel: ProblemsPane) -> list[QTreeWidgetItem]:
    below = [head.child(at) for head in groups(panel) for at in range(head.childCount())]
    return [row for row in below if row is not None]


def table(panel: ProblemsPane) -> list[list[str]]:
    return [[row.text(column) for column in range(4)] for row in rows(panel)]


def make_current(panel: ProblemsPane, words: str) -> None:
    panel.tree.setCurrentItem(next(row for row in rows(panel) if words in row.text(0)))


def test_a_group_for_each_severity_the_worst_first(open_panel: OpenPanel) -> None:
    _, panel = open_panel(BROKEN)
    heads = [head.text(0) for head in groups(panel)]
    assert heads == ["Errors (3)", "Warnings (1)"]
    assert all(head.isExpanded() for head in groups(panel))
    broken = next(line for line in table(panel) if "no-such-thing" in line[0])
    assert broken[2:] == ["unknown id", "12:5"]
    question = next(line for line in table(panel) if "is a question" in line[0])
    assert question[2:] == ["question not statement", "8:5"]


def places(panel: ProblemsPane) -> list[str]:
    return [line[3] for line in table(panel)]


POOR = """\
argmap: 1
statements:
  - id: pool
    text: The pool should open.
  # Who says so?
  - id: demand
    text: Is demand not high?
  - {id: cost, text: Is cost not low?}
relations:
  - {id: r0, from: [demand, cost], supports: pool}
"""


def test_what_a_rule_finds_has_its_line_in_the_text_as_it_is_now(
    open_panel: OpenPanel, qtbot: QtBot
) -> None:
    session, panel = open_panel(POOR)
    assert places(panel) == ["6:5", "8:5"]
    session.attempt("Note", lambda m: edit.set_fields(m, "pool", note="One\nTwo\nThree"))
    qtbot.waitUntil(lambda: places(panel) != ["6:5", "8:5"])
    lines = session.text.text().splitlines()
    at = [int(place.partition(":")[0]) - 1 for place in places(panel)]
    assert ["demand" in lines[at[0]], "cost" in lines[at[1]]] == [True, True]
    session.undo()
    qtbot.waitUntil(lambda: places(panel) == ["6:5", "8:5"])


def test_problems_of_a_severity_stand_in_the_order_of_the_file(
    open_panel: OpenPanel, qtbot: QtBot
) -> None:
    session, panel = open_panel(POOR)
    session.attempt("Move", lambda m: replace(m, statements=m.statements[::-1]))
    qtbot.waitUntil(lambda: "cost" in table(panel)[0][0])
    assert [("cost" in line[0], "demand" in line[0]) for line in table(panel)] == [
        (True, False),
        (False, True),
    ]


def test_the_current_problem_stays_current_when_its_line_moves(
    open_panel: OpenPanel, qtbot: QtBot
) -> None:
    session, panel = open_panel(POOR)
    make_current(panel, "cost")
    session.attempt("Move", lambda m: replace(m, statements=m.statements[::-1]))
    qtbot.waitUntil(lambda: "cost" in table(panel)[0][0])
    assert panel.tree.problem is not None
    assert panel.tree.problem.ids == ("cost",)
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert session.selection == ("cost",)


def test_a_problem_without_a_line_comes_last_and_says_none(open_panel: OpenPanel) -> None:
    session, panel = open_panel(POOR)
    whole = Problem("lost", Severity.WARNING, "Something was lost.")
    session.report_problems((whole,))
    assert places(panel) == ["6:5", "8:5", ""]


def test_what_stands_in_a_file_in_brackets_has_its_place_too(open_panel: OpenPanel) -> None:
    _, panel = open_panel('{argmap: 1, statements: [{id: a, text: "Is demand not high?"}]}')
    assert places(panel) == ["1:26"]
    assert not panel.tree.isColumnHidden(3)


def test_rows_follow_edits_and_undo(open_panel: OpenPanel, qtbot: QtBot) -> None:
    session, panel = open_panel(BROKEN)
    before = table(panel)
    session.attempt("Set group", lambda m: edit.set_fields(m, "pool", group=""))
    qtbot.waitUntil(lambda: len(table(panel)) == len(before) - 1)
    assert not any("nowhere" in line[0] for line in table(panel))
    session.undo()
    qtbot.waitUntil(lambda: table(panel) == before)


def test_the_current_problem_stays_current(open_panel: OpenPanel, qtbot: QtBot) -> None:
    session, panel = open_panel(BROKEN)
    make_current(panel, "gone")
    session.attempt("Set group", lambda m: edit.set_fields(m, "pool", group=""))
    qtbot.waitUntil(lambda: group(panel, 0).text(0) == "Errors (2)")
    current = panel.tree.problem
    assert current is not None
    assert "gone" in current.message


def test_when_the_current_problem_goes_its_neighbour_is_current(
    open_panel: OpenPanel, qtbot: QtBot
) -> None:
    session, panel = open_panel(BROKEN)
    make_current(panel, "is a question")
    session.attempt("Mend", lambda m: edit.set_fields(m, "demand", text="Demand is high."))
    qtbot.waitUntil(lambda: len(groups(panel)) == 1)
    current = panel.tree.problem
    assert current is not None
    assert "no-such-thing" in current.message


def test_a_closed_group_stays_closed(open_panel: OpenPanel, qtbot: QtBot) -> None:
    session, panel = open_panel(BROKEN)
    make_current(panel, "gone")
    group(panel, 0).setExpanded(False)
    session.attempt("Set group", lambda m: edit.set_fields(m, "pool", group=""))
    qtbot.waitUntil(lambda: group(panel, 0).text(0) == "Errors (2)")
    assert [head.isExpanded() for head in groups(panel)] == [False, True]


def test_enter_selects_what_a_problem_is_about(open_panel: OpenPanel) -> None:
    session, panel = open_panel(BROKEN)
    session.select(["demand"])
    make_current(panel, "gone")
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert session.selection == ("pool",)


def test_a_problem_about_nothing_in_the_map_leaves_the_selection(open_panel: OpenPanel) -> None:
    session, panel = open_panel(BROKEN)
    session.select(["demand"])
    make_current(panel, "no-such-thing")
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert session.selection == ("demand",)
    assert not any(action.isEnabled() for action in (panel.fix, panel.ignore))


def test_without_problems_it_says_so(open_panel: OpenPanel) -> None:
    session, panel = open_panel(SOUND)
    assert [head.text(0) for head in groups(panel)] == ["No problems were found."]
    panel.tree.itemActivated.emit(group(panel, 0), 0)
    assert session.selection == ("pool",)


def test_messages_are_never_markup(open_panel: OpenPanel) -> None:
    _, panel = open_panel("argmap: 1\nstatements:\n  - {id: a, text: A b c, group: '<b>x</b>'}\n")
    row = rows(panel)[0]
    assert "<b>x</b>" in row.text(0)
    assert "&lt;b&gt;" in row.toolTip(0)
    assert "<b>" not in row.toolTip(0)


def test_icons_follow_the_palette(open_panel: OpenPanel) -> None:
    _, panel = open_panel(BROKEN)
    before = group(panel, 0).icon(0).cacheKey()
    palette = panel.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor("#1e1f22"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#e6e6e9"))
    panel.setPalette(palette)
    assert group(panel, 0).icon(0).cacheKey() != before


def test_what_a_report_says_comes_at_once(open_panel: OpenPanel) -> None:
    session, panel = open_panel(BROKEN)
    others = read(BROKEN).problems
    session.open(read(SOUND))
    session.report_problems(others)
    assert [head.text(0) for head in groups(panel)] == ["Errors (3)"]


def test_what_is_not_on_the_map_is_shown_in_the_text(open_panel: OpenPanel) -> None:
    session, panel = open_panel(BROKEN)
    wanted: list[Problem] = []
    session.place_requested.connect(wanted.append)
    make_current(panel, "is a question")
    assert panel.jump.text() == "&Show in the map"
    make_current(panel, "no-such-thing")
    assert panel.jump.text() == "&Show in the text"
    panel.jump.trigger()
    assert [problem.where.line for problem in wanted] == [12]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_of_several_ways_to_mend_one_is_chosen(open_panel: OpenPanel) -> None:
    session, panel = open_panel(SOUND + "  - {id: tiles, text: The pool has blue tiles.}\n")
    make_current(panel, "tiles")
    assert panel.fix.isEnabled()
    panel.fix.trigger()
    menu = panel.ways
    assert QApplication.activePopupWidget() is menu
    assert [action.text().split()[0] for action in menu.actions()] == ["Make", "Make", "Delete"]
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert session.argument_map.relations_of("tiles")
    assert session.undo_name.startswith("Make it a premise")


def test_a_map_opened_read_only_cannot_be_mended(open_panel: OpenPanel) -> None:
    newer = BROKEN.replace("argmap: 1", "argmap: 999").replace(", is it not?", " because I say so.")
    session, panel = open_panel(newer)
    assert session.read_only
    make_current(panel, "because")
    assert panel.jump.isEnabled()
    assert not panel.fix.isEnabled()
    assert not panel.ignore.isEnabled()


def test_a_panel_that_is_put_away_catches_up(open_panel: OpenPanel, qtbot: QtBot) -> None:
    session, panel = open_panel(POOR)
    panel.hide()
    critique = session.findChild(LiveCritique)
    assert critique
    session.attempt("Mend", lambda m: edit.set_fields(m, "cost", text="Cost is high, they say."))
    qtbot.waitUntil(lambda: critique.worse_than_hints == 1)
    assert len(table(panel)) == 2
    panel.show()
    assert len(table(panel)) == 1


def test_without_a_problem_there_is_nothing_to_do(open_panel: OpenPanel) -> None:
    _, panel = open_panel(SOUND)
    actions = (panel.jump, panel.fix, panel.ignore)
    assert [action.isEnabled() for action in actions] == [False] * 3
    assert panel.explain.isEnabled()


def test_the_head_of_a_group_is_no_problem(open_panel: OpenPanel) -> None:
    session, panel = open_panel(POOR)
    session.select(["demand"])
    panel.tree.setCurrentItem(group(panel, 0))
    assert panel.tree.problem is None
    assert not panel.jump.isEnabled()
    QTest.keyClick(panel.tree, Qt.Key.Key_Return)
    assert session.selection == ("demand",)


def test_what_can_be_done_is_in_the_menu_of_the_list(open_panel: OpenPanel) -> None:
    session, panel = open_panel(POOR)
    make_current(panel, "cost")
    offered = [action.text().replace("&", "") for action in panel.tree.actions()]
    assert offered == ["Show in the map", "Fix", "Ignore this rule", "Explain"]
    panel.tree.actions()[0].trigger()
    assert session.selection == ("cost",)


@pytest.mark.parametrize(
    ("words", "found"),
    [("question", 2), ("COST", 1), ("cost question", 1), ("not-statement", 2), ("warning", 0)],
)
def test_the_filter_looks_for_all_words_in_all_that_is_said(
    open_panel: OpenPanel, words: str, found: int
) -> None:
    _, panel = open_panel(POOR)
    QTest.keyClicks(panel.filter, words)
    assert len(table(panel)) == found
    if not found:
        assert group(panel, 0).text(0) == "No problem matches."


@pytest.mark.parametrize(
    ("words", "severities"),
    [
        ("Everything", ["Errors (3)", "Warnings (1)", "Hints (1)"]),
        ("Errors and warnings", ["Errors (3)", "Warnings (1)"]),
        ("Errors", ["Errors (3)"]),
    ],
)
def test_only_some_severities_are_shown(
    open_panel: OpenPanel, qtbot: QtBot, words: str, severities: list[str]
) -> None:
    session, panel = open_panel(BROKEN)
    session.attempt("Shorten", lambda m: edit.set_fields(m, "pool", text="Pool."))
    qtbot.waitUntil(lambda: len(groups(panel)) == 3)
    choose(panel.shown, words)
    assert [head.text(0) for head in groups(panel)] == severities


def test_ignoring_is_written_and_taken_back_from_the_list_of_rules(
    open_panel: OpenPanel, qtbot: QtBot
) -> None:
    session, panel = open_panel(POOR)
    make_current(panel, "cost")
    panel.ignore.trigger()
    qtbot.waitUntil(lambda: table(panel) == [])
    assert session.document.done == ("Ignore “question, not statement”",)
    assert "question-not-statement" in session.text.text()
    panel.rules.aboutToShow.emit()
    back = next(a for a in panel.rules.actions() if "Stop ignoring" in a.text())
    back.trigger()
    qtbot.waitUntil(lambda: len(table(panel)) == 2)
    assert "x-check" not in session.text.text()


def test_a_code_that_names_no_rule_can_be_heeded_again_too(open_panel: OpenPanel) -> None:
    _, panel = open_panel(SOUND + "x-check: {ignore: [no-such-rule]}\n")
    panel.rules.aboutToShow.emit()
    texts = [action.text() for action in panel.rules.actions()]
    assert "Stop ignoring “no such rule”" in texts


def test_the_rules_of_a_read_only_map_cannot_be_heeded_again(open_panel: OpenPanel) -> None:
    newer = SOUND.replace("argmap: 1", "argmap: 999") + "x-check: {ignore: [too-short]}\n"
    _, panel = open_panel(newer)
    panel.rules.aboutToShow.emit()
    back = next(a for a in panel.rules.actions() if "Stop ignoring" in a.text())
    assert not back.isEnabled()


def test_the_manual_says_what_every_code_means(open_panel: OpenPanel) -> None:
    session, panel = open_panel(BROKEN)
    session.report_problems((Problem("lost", Severity.HINT, "a colour"),))
    panel.explain.trigger()
    make_current(panel, "no-such-thing")
    assert panel.manual.isVisible()
    assert panel.manual.toPlainText().startswith("Unknown id\nSomething names an id that is")
    make_current(panel, "a colour")
    assert panel.manual.toPlainText() == "Lost\nThis comes from no rule of style."
    make_current(panel, "is a question")
    assert panel.manual.toPlainText().startswith("Question, not statement")
