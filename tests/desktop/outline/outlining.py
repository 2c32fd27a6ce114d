"""What the tests of the outline work it with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.outline.model import OutlineModel
from argmap.desktop.outline.pane import OutlinePane
from argmap.desktop.outline.row_delegate import RowEditor
from argmap.desktop.session import Session
from argmap.model.argument_map import ArgumentMap

Key = Qt.Key
NO_KEYS = Qt.KeyboardModifier.NoModifier
OpenMap = Callable[[ArgumentMap], Session]
CLAIM, DEMAND, ENOUGH = "open-it-on-sundays", "demand-is-high", "demand-is-enough"
COST, VOLUNTEERS = "cost-doubles", "volunteers-will-come"
QUIET, CALM = "sundays-are-quiet", "calm-is-good"


def shown(session: Session, qtbot: QtBot) -> OutlinePane:
    outline = OutlinePane(session)
    qtbot.addWidget(outline)
    outline.resize(500, 400)
    outline.show()
    qtbot.waitExposed(outline)
    outline.setFocus()
    return outline


def row(outline: OutlinePane, id_: str) -> QModelIndex:
    model = outline.model()
    assert isinstance(model, OutlineModel)
    index = model.find(id_)
    assert index.isValid(), id_
    return index


def tree(outline: OutlinePane, parent: QModelIndex | None = None, depth: int = 0) -> list[str]:
    """The rows as a reader sees them, collapsed ones left out."""
    model = outline.model()
    parent = parent or QModelIndex()
    lines = []
    for at in range(model.rowCount(parent)):
        index = model.index(at, 0, parent)
        spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
        lines.append("  " * depth + spoken)
        if outline.isExpanded(index):
            lines += tree(outline, index, depth + 1)
    return lines


def selected(outline: OutlinePane) -> set[str]:
    return {index.data() for index in outline.selectedIndexes()}


def click(outline: OutlinePane, id_: str, with_: Qt.KeyboardModifier = NO_KEYS) -> None:
    where = outline.visualRect(row(outline, id_)).center()
    QTest.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, with_, where)


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)


def editor(outline: OutlinePane) -> RowEditor:
    found = outline.viewport().findChildren(RowEditor)
    assert len(found) == 1
    return found[0]


def middle(outline: OutlinePane, id_: str) -> QPoint:
    return outline.visualRect(row(outline, id_)).center()
