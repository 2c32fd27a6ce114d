"""What the tests of the inspector work it with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from argmap.desktop.inspector.entry_list import EntryListBox
from argmap.desktop.inspector.fields.editor import Editor
from argmap.desktop.inspector.form import Form
from argmap.desktop.inspector.pane import InspectorPane
from argmap.desktop.session import Session
from argmap.model.argument_map import (
    ArgumentMap,
    Cite,
    Group,
    Source,
    Statement,
    Viewpoint,
)
from tests.desktop.helpers import choose

Key = Qt.Key
Control = TypeVar("Control", bound=QWidget)
OpenMap = Callable[[ArgumentMap], Session]
CLAIM, DEMAND, COST, CALM = "open-it-on-sundays", "demand-is-high", "cost-doubles", "calm-is-good"


def furnished(argument_map: ArgumentMap) -> ArgumentMap:
    """The map with two groups, sources and viewpoints, and a cite of its claim."""
    claim = replace(argument_map.statement_by_id[CLAIM], cites=(Cite("petition"),))
    return replace(
        argument_map,
        statements=(claim, *argument_map.statements[1:]),
        groups=(Group("west", "West"), Group("east", "East")),
        sources=(Source("petition", "Petition"), Source("minutes", "Minutes")),
        viewpoints=(Viewpoint("council", "The council"), Viewpoint("press", "The press")),
    )


def shown(session: Session, qtbot: QtBot) -> InspectorPane:
    inspector = InspectorPane(session)
    qtbot.addWidget(inspector)
    inspector.resize(340, 900)
    inspector.show()
    inspector.activateWindow()
    qtbot.waitUntil(inspector.isActiveWindow)
    return inspector


def page_of(inspector: InspectorPane) -> QWidget:
    page = inspector.stack.currentWidget()
    assert page is not None
    return page


def control(inspector: InspectorPane, sort: type[Control], name: str) -> Control:
    """The control of that accessible name on the page that is shown."""
    page = page_of(inspector)
    found = [w for w in page.findChildren(sort) if w.accessibleName() == name and w.isVisible()]
    assert found, f"{name} is not to be seen"
    return found[0]


def line(inspector: InspectorPane, name: str) -> QLineEdit:
    return control(inspector, QLineEdit, name)


def text(inspector: InspectorPane, name: str) -> QPlainTextEdit:
    return control(inspector, QPlainTextEdit, name)


def enter(box: QLineEdit, words: str) -> None:
    type_into(box, words)
    QTest.keyClick(box, Key.Key_Return)


def type_into(box: QLineEdit | QPlainTextEdit, words: str) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Key.Key_Delete)
    QTest.keyClicks(box, words)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key as a person does: it goes to whatever has the focus."""
    QTest.keyClick(focus(), key, held)


def write(words: str) -> None:
    QTest.keyClicks(focus(), words)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing would hear the keys"
    return widget


def button(inspector: InspectorPane, words: str) -> QPushButton:
    found = page_of(inspector).findChildren(QPushButton)
    return next(b for b in found if words in {b.text(), b.accessibleName()})


def entry_list(inspector: InspectorPane, title: str) -> EntryListBox:
    boxes = page_of(inspector).findChildren(EntryListBox)
    return next(box for box in boxes if box.list.accessibleName() == title)


def entries(box: EntryListBox) -> list[str]:
    return [box.list.item(at).text() for at in range(box.list.count())]


def form(inspector: InspectorPane, title: str = "") -> Form:
    """The form of what is inspected, or of the entry chosen in the list of that title."""
    return entry_list(inspector, title).form if title else page_of(inspector).findChildren(Form)[0]


def editor(of: Form, label: str) -> Editor:
    found = [e for e in of.findChildren(Editor) if e.control.accessibleName() == label]
    assert len(found) == 1, label
    return found[0]


def shows(box: Editor) -> object:
    """What a reader sees in a field."""
    match box.control:
        case QPlainTextEdit() as text_box:
            return text_box.toPlainText()
        case QLineEdit() as line_box:
            return line_box.text()
        case QComboBox() as choice:
            return choice.currentText()
        case QCheckBox() as tick:
            return tick.isChecked()
    raise AssertionError(box.control)


def set_by_keys(box: Editor, words: str) -> None:
    """Change a field with keys, as a person does who has tabbed into it."""
    box.setFocus(Qt.FocusReason.TabFocusReason)
    match box.control:
        case QPlainTextEdit():
            press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            for number, part in enumerate(words.split("\n")):
                if number:
                    press(Key.Key_Return)
                write(part) if part else press(Key.Key_Delete)
            press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        case QComboBox() as choice if not choice.isEditable():
            choose(choice, words)
        case QCheckBox():
            press(Key.Key_Space)
        case _:
            press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            write(words) if words else press(Key.Key_Delete)
            press(Key.Key_Return)


def go_and_come_back(inspector: InspectorPane, qtbot: QtBot) -> None:
    """Look at another window for a moment."""
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    elsewhere.activateWindow()
    qtbot.waitUntil(lambda: elsewhere.isActiveWindow() and not inspector.isActiveWindow())
    inspector.activateWindow()
    qtbot.waitUntil(inspector.isActiveWindow)


def statement(session: Session, id_: str = CLAIM) -> Statement:
    return session.argument_map.statement_by_id[id_]


def done(session: Session) -> tuple[str, ...]:
    return session.document.done
