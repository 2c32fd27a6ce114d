"""What one pane does that another shows: a click in the outline, and what is pointed at."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from argmap.desktop.outline.pane import OutlinePane
from argmap.desktop.window import Window

LEFT = Qt.MouseButton.LeftButton


def test_a_click_in_the_outline_shows_the_card_while_the_button_is_down(opened: Window) -> None:
    canvas = opened.canvas
    canvas.zoom_to(6)
    canvas.center_on("open-sundays")
    outline = opened.outline
    row = next(index for index in rows_of(outline) if "Staff cost" in str(index.data()))
    QTest.mousePress(outline.viewport(), LEFT, pos=outline.visualRect(row).center())
    rect = canvas.rect_of("cost")
    assert rect
    assert canvas.viewport().rect().intersects(canvas.rect_to_viewport(rect).toAlignedRect())
    QTest.mouseRelease(outline.viewport(), LEFT, pos=outline.visualRect(row).center())
    assert opened.session.current == "cost"


def test_what_is_pointed_at_in_the_map_is_explained(opened: Window) -> None:
    canvas = opened.canvas
    opened.session.select([])
    rect = canvas.rect_of("cost")
    assert rect
    at = canvas.rect_to_viewport(rect).center().toPoint()
    event = QHelpEvent(QEvent.Type.ToolTip, at, canvas.viewport().mapToGlobal(at))
    QApplication.sendEvent(canvas.viewport(), event)
    assert "A rebuttal: it says that “The pool should open on Sundays.”" in QToolTip.text()
    QToolTip.hideText()


def rows_of(outline: OutlinePane) -> list[QModelIndex]:
    model = outline.model()
    found = [model.index(at, 0) for at in range(model.rowCount())]
    for index in found:
        found += [model.index(at, 0, index) for at in range(model.rowCount(index))]
    return found
