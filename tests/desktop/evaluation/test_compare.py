"""Viewpoints side by side: who takes what to stand, and what they would change their minds over."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QInputDialog,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from tests.desktop.helpers import answering, command, told

SIDES = """\
argmap: 1
statements:
  - {id: open, kind: claim, text: Open on Sundays.}
  - {id: demand, kind: premise, text: People ask for it., judgement: accepted}
  - {id: cost, kind: rebuttal, text: It costs., judgement: accepted}
  - {id: apart, kind: claim, text: Something else., judgement: accepted}
relations:
  - {id: r1, from: [demand], supports: open}
  - {id: r2, from: [cost], attacks: open}
viewpoints:
  - {id: swimmers, title: Swimmers, judgements: {demand: accepted, cost: rejected}}
  - {id: payers, title: Payers, judgements: {demand: accepted, cost: accepted}}
"""
SIDES_TEXTS = ["Open on Sundays.", "People ask for it.", "It costs.", "Something else."]


@pytest.fixture
def sides(windows: Windows, tmp_path: Path, qtbot: QtBot) -> Window:
    path = tmp_path / "sides.argmap.yaml"
    path.write_text(SIDES)
    window = windows.add()
    with qtbot.waitExposed(window):
        window.activateWindow()
    windows.open(path, window.session)
    return window


def table(dialog: QWidget) -> QTableWidget:
    return dialog.findChildren(QTableWidget)[0]


def cells(dialog: QWidget) -> dict[str, dict[str, str]]:
    """Return what the table says: by statement, what each viewpoint takes it for."""
    shown = table(dialog)
    columns = range(shown.columnCount())
    heads = [shown.model().headerData(c, Qt.Orientation.Horizontal) for c in columns]
    texts = [[cell(shown, row, c).text() for c in columns] for row in range(shown.rowCount())]
    return {row[0]: dict(zip(heads[1:], row[1:], strict=True)) for row in texts}


def cell(shown: QTableWidget, row: int, column: int) -> QTableWidgetItem:
    item = shown.item(row, column)
    assert item is not None
    return item


def says(dialog: QWidget) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def test_each_statement_has_the_label_of_each_viewpoint(sides: Window) -> None:
    seen: list[dict[str, dict[str, str]]] = []
    with answering(lambda dialog: seen.append(cells(dialog))):
        command(sides, "compare").trigger()
    (found,) = seen
    assert list(found) == SIDES_TEXTS
    assert {who: found["It costs."][who] for who in ("Swimmers", "Payers")} == {
        "Swimmers": "− rejected",
        "Payers": "+ accepted",
    }
    assert {who: found["Open on Sundays."][who] for who in ("Swimmers", "Payers")} == {
        "Swimmers": "+ accepted",
        "Payers": "undecided",
    }


def test_the_two_that_the_author_wrote_are_compared_first(sides: Window) -> None:
    def look(dialog: QWidget) -> None:
        assert [b.currentText() for b in dialog.findChildren(QComboBox)] == ["Swimmers", "Payers"]
        assert "On “Open on Sundays.”, “It costs.” would change their minds." in says(dialog)

    with answering(look):
        command(sides, "compare").trigger()


def test_the_row_chosen_is_asked_about_and_selected_in_the_map(sides: Window) -> None:
    def choose(dialog: QWidget) -> None:
        shown = table(dialog)
        place = shown.visualItemRect(cell(shown, 2, 1)).center()
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert "“It costs.”" in says(dialog)

    with answering(choose):
        command(sides, "compare").trigger()
    assert sides.session.selection == ("cost",)


def test_only_where_they_differ(sides: Window) -> None:
    def narrow(dialog: QWidget) -> None:
        (only,) = dialog.findChildren(QCheckBox)
        QTest.keyClick(only, Qt.Key.Key_Space)
        differing = cells(dialog)
        assert "It costs." in differing
        assert all(len(set(labels.values())) > 1 for labels in differing.values())
        QTest.keyClick(only, Qt.Key.Key_Space)
        assert len(cells(dialog)) == len(SIDES_TEXTS) > len(differing)

    with answering(narrow):
        command(sides, "compare").trigger()


def test_a_viewpoint_differs_from_itself_in_nothing(sides: Window) -> None:
    def same(dialog: QWidget) -> None:
        one, _ = dialog.findChildren(QComboBox)
        one.setCurrentText("Payers")
        assert "hinges on no single premise on which they differ" in says(dialog)

    with answering(same):
        command(sides, "compare").trigger()


def test_where_all_agree_there_is_no_row_and_no_crux(windows: Windows, qtbot: QtBot) -> None:
    window = windows.add()
    with qtbot.waitExposed(window):
        window.activateWindow()
    window.files.begin()
    window.canvas.commit()

    def narrow(dialog: QWidget) -> None:
        QTest.keyClick(dialog.findChildren(QCheckBox)[0], Qt.Key.Key_Space)
        assert not cells(dialog)
        assert "They agree on everything." in says(dialog)

    with answering(narrow):
        command(window, "compare").trigger()


def test_cells_are_read_and_not_written(sides: Window) -> None:
    def write(dialog: QWidget) -> None:
        shown = table(dialog)
        before = cells(dialog)
        shown.setCurrentCell(0, 0)
        QTest.keyClicks(shown, "nonsense")
        QTest.keyClick(shown, Qt.Key.Key_F2)
        assert cells(dialog) == before

    with answering(write):
        command(sides, "compare").trigger()
    assert not sides.session.document.done


@pytest.mark.parametrize(
    ("typed", "added"), [("  The town ", True), ("   ", False), ("Payers", True)]
)
def test_a_viewpoint_is_added_and_looked_from_at_once(
    sides: Window, typed: str, added: bool
) -> None:
    before = sides.session.argument_map.viewpoints

    def name(dialog: QWidget) -> None:
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue(typed)
        dialog.accept()

    with answering(name):
        sides.evaluation_pane.viewpoint_wanted.emit()
    new = sides.session.argument_map.viewpoints[len(before) :]
    assert [viewpoint.title for viewpoint in new] == ([typed.strip()] if added else [])
    assert sides.session.document.done == (("Add viewpoint",) if added else ())
    assert sides.evaluation.viewpoint == (new[0].id if added else "author")
    assert not told(sides)


def test_no_answer_adds_no_viewpoint(sides: Window) -> None:
    with answering(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape)):
        sides.evaluation_pane.viewpoint_wanted.emit()
    assert not sides.session.document.done
