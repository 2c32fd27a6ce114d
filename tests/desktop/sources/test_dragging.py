"""A passage that is dragged onto the map becomes a card there, or is left to others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.widgets.pointer_words import PointerWords
from argmap.desktop.window import Window
from argmap.model.edits import edit
from argmap.model.kinds import Bearing, Kind
from tests.desktop.dragging import dropping, entering, moving
from tests.desktop.helpers import editor, told
from tests.desktop.sources.reading import span, statement

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, COPY = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
PASSAGE = "Nobody is paid."


def drag(
    window: Window, data: QMimeData, at: QPoint, held: Qt.KeyboardModifier = NONE
) -> tuple[bool, bool]:
    """Drag something to a place of the canvas and let go; whether each was taken."""
    return drag_onto(window.canvas.viewport(), data, at, held)


def drag_onto(
    view: QWidget, data: QMimeData, at: QPoint, held: Qt.KeyboardModifier = NONE
) -> tuple[bool, bool]:
    """Drag something to a place of a widget and let go; whether each was taken."""
    entered = entering(at, data, keys=held)
    entered.ignore()
    QApplication.sendEvent(view, entered)
    if not entered.isAccepted():
        return False, False
    QApplication.sendEvent(view, moving(at, data, keys=held))
    dropped = dropping(at, data, keys=held)
    QApplication.sendEvent(view, dropped)
    return True, dropped.isAccepted()


def place(window: Window, id_: str) -> QPoint:
    rect = window.canvas.rect_of(id_)
    assert rect is not None
    return window.canvas.rect_to_viewport(rect).center().toPoint()


@pytest.mark.parametrize(
    ("onto", "held", "kind", "bearing"),
    [
        ("cost", NONE, Kind.PREMISE, Bearing.SUPPORTS),
        ("cost", SHIFT, Kind.REBUTTAL, Bearing.ATTACKS),
        ("r", NONE, Kind.REBUTTAL, Bearing.ATTACKS),
    ],
)
def test_a_passage_that_is_dropped_becomes_a_card(
    reading: Window, onto: str, held: Qt.KeyboardModifier, kind: Kind, bearing: Bearing
) -> None:
    reading.sources.reader.select(span(PASSAGE))
    data = reading.sources.reader.createMimeDataFromSelection()
    assert data.text() == PASSAGE
    assert drag(reading, data, place(reading, onto), held) == (True, True)
    field = editor(reading)
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Return)
    made = statement(reading)
    assert (made.text, made.kind, made.cites[0].quote) == (PASSAGE, kind, PASSAGE)
    (relation,) = reading.session.argument_map.relations_of(made.id)
    assert (relation.bearing, relation.target) == (bearing, onto)
    assert len(reading.session.document.done) == 1


def said(window: Window) -> str:
    """Return what is written beside the pointer."""
    shown = window.canvas.findChildren(PointerWords)
    return " ".join(words.text() for words in shown if words.isVisible())


@pytest.mark.parametrize(
    ("onto", "held", "words"),
    [
        ("cost", NONE, "a premise of this card, with Shift a rebuttal"),
        ("cost", SHIFT, "a rebuttal of this card"),
        ("r", NONE, "an undercut of this step"),
        ("", NONE, "a claim"),
    ],
)
def test_what_it_would_become_is_said_beside_the_pointer(
    reading: Window, onto: str, held: Qt.KeyboardModifier, words: str
) -> None:
    reading.sources.reader.select(span(PASSAGE))
    data = reading.sources.reader.createMimeDataFromSelection()
    at, view = place(reading, onto) if onto else QPoint(4, 4), reading.canvas.viewport()
    for end in (QDragLeaveEvent(), dropping(at, data, keys=held)):
        QApplication.sendEvent(view, entering(at, data, keys=held))
        QApplication.sendEvent(view, moving(at, data, keys=held))
        assert said(reading) == words
        QApplication.sendEvent(view, end)
        assert not said(reading)


def test_a_folded_group_takes_none_and_says_so(reading: Window, qtbot: QtBot) -> None:
    session = reading.session
    session.do("Group", edit.group(session.argument_map, ["cost"], "Money"))
    (group,) = session.argument_map.groups
    session.set_view(replace(session.view, folded=frozenset({group.id})))
    qtbot.waitUntil(lambda: group.id in reading.canvas.map_scene.cards)
    reading.sources.reader.select(span(PASSAGE))
    data = reading.sources.reader.createMimeDataFromSelection()
    at, view = place(reading, group.id), reading.canvas.viewport()
    assert drag(reading, data, at) == (False, False)
    assert said(reading) == "a folded group: open it first"
    QApplication.sendEvent(view, QDragLeaveEvent())
    assert not said(reading)
    assert editor(reading) is None


def test_on_empty_canvas_it_becomes_a_claim(reading: Window) -> None:
    reading.sources.reader.select(span(PASSAGE))
    data = reading.sources.reader.createMimeDataFromSelection()
    assert drag(reading, data, QPoint(4, 4)) == (True, True)
    field = editor(reading)
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert statement(reading).kind is Kind.CLAIM
    assert statement(reading).cites[0].at == "paragraph 3"


def test_files_and_words_of_others_are_not_for_the_canvas(reading: Window, tmp_path: Path) -> None:
    words, files = QMimeData(), QMimeData()
    words.setText("Words.")
    assert drag(reading, words, place(reading, "cost")) == (False, False)
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "gone.argmap.yaml"))])
    assert drag(reading, files, place(reading, "cost")) == (True, True)
    assert "gone.argmap.yaml" in told(reading)  # as the window has tried to open it


def test_a_passage_that_is_not_chosen_here_is_not_taken(reading: Window) -> None:
    reading.sources.reader.select(span(PASSAGE))
    data = reading.sources.reader.createMimeDataFromSelection()
    reading.sources.reader.leave_passage()
    assert drag(reading, data, place(reading, "cost")) == (False, False)


def test_the_minimap_takes_no_passage_and_says_so(reading: Window) -> None:
    reading.sources.reader.select(span(PASSAGE))
    data = reading.sources.reader.createMimeDataFromSelection()
    minimap = reading.canvas.findChild(QWidget, "minimap")
    assert minimap is not None
    assert minimap.acceptDrops()
    before = reading.session.argument_map
    drag_onto(minimap, data, QPoint(5, 5))
    assert "the minimap takes none" in told(reading)
    assert reading.session.argument_map is before
    assert editor(reading) is None
    plain = QMimeData()
    plain.setText("Nobody")
    assert drag_onto(minimap, plain, QPoint(5, 5)) == (False, False)
