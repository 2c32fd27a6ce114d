"""What the tests of the inspector work it with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from argmap.desktop.panels.inspector import Inspector
from argmap.desktop.session import Session
from argmap.model.argument_map import (
    ArgumentMap,
    Group,
    Statement,
    Viewpoint,
)

Key = Qt.Key
Control = TypeVar("Control", bound=QWidget)
OpenMap = Callable[[ArgumentMap], Session]
CLAIM, DEMAND, COST, CALM = "open-it-on-sundays", "demand-is-high", "cost-doubles", "calm-is-good"


def shown(session: Session, qtbot: QtBot) -> Inspector:
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    inspector.resize(340, 900)
    inspector.show()
    inspector.activateWindow()
    qtbot.waitUntil(inspector.isActiveWindow)
    return inspector


def page_of(inspector: Inspector) -> QWidget:
    page = inspector.stack.currentWidget()
    assert page is not None
    return page


def control(inspector: Inspector, sort: type[Control], name: str) -> Control:
    """The control of that accessible name on the page that is shown."""
    page = page_of(inspector)
    found = [w for w in page.findChildren(sort) if w.accessibleName() == name and w.isVisible()]
    assert found, f"{name} is not to be seen"
    return found[0]


def line(inspector: Inspector, name: str) -> QLineEdit:
    return control(inspector, QLineEdit, name)


def text(inspector: Inspector, name: str) -> QPlainTextEdit:
    return control(inspector, QPlainTextEdit, name)


def enter(box: QLineEdit, words: str) -> None:
    type_into(box, words)
    QTest.keyClick(box, Key.Key_Return)


def type_into(box: QLineEdit | QPlainTextEdit, words: str) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Key.Key_Delete)
    QTest.keyClicks(box, words)


def choose(box: QComboBox, words: str) -> None:
    """Choose with keys, as far as needed from where the box stands."""
    box.setFocus()
    while box.currentText() != words:
        at = box.currentIndex()
        below = box.findText(words) > at
        QTest.keyClick(box, Key.Key_Down if below else Key.Key_Up)
        assert box.currentIndex() != at, f"{words} cannot be chosen"


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def statement(session: Session, id_: str = CLAIM) -> Statement:
    return session.argument_map.statement_by_id[id_]


def done(session: Session) -> tuple[str, ...]:
    return session.document.done


def groups(session: Session) -> tuple[Group, ...]:
    return session.argument_map.groups


def viewpoints(session: Session) -> tuple[Viewpoint, ...]:
    return session.argument_map.viewpoints
