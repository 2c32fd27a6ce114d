"""Boxes change by choosing alone: no letter, no arrow key and no wheel turns a closed one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.dialogs.preferences import Preferences
from argmap.desktop.widgets.choosing.choice_box import ChoiceBox, StillDoubleSpinBox, StillSpinBox
from argmap.desktop.window import Window
from argmap.settings import Settings
from tests.desktop.helpers import answering, choose, command

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def turn_wheel(over: QWidget) -> None:
    """Turn the wheel over a widget."""
    at = QPointF(over.rect().center())
    wheel = QWheelEvent(
        at,
        QPointF(over.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 — Qt's signature
    )
    QApplication.sendEvent(over, wheel)


@pytest.fixture
def box(qtbot: QtBot) -> ChoiceBox:
    made = ChoiceBox()
    qtbot.addWidget(made)
    made.addItems(["claim", "premise", "rebuttal"])
    made.setCurrentIndex(1)
    made.show()
    made.setFocus()
    return made


@pytest.mark.parametrize("key", [Key.Key_R, Key.Key_C, Key.Key_Home, Key.Key_End, Key.Key_PageDown])
@pytest.mark.parametrize("writable", [False, True])
def test_no_key_turns_a_closed_box(box: ChoiceBox, key: Qt.Key, writable: bool) -> None:
    box.setEditable(writable)
    QTest.keyClick(box, key)
    assert box.currentIndex() == 1
    assert not box.view().isVisible()


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Key.Key_Down, NONE),
        (Key.Key_Up, NONE),
        (Key.Key_Down, ALT),
        (Key.Key_F4, NONE),
        (Key.Key_Space, NONE),
    ],
)
def test_keys_open_the_list_and_esc_closes_it_with_nothing_chosen(
    box: ChoiceBox, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    chosen: list[int] = []
    box.currentIndexChanged.connect(chosen.append)
    QTest.keyClick(box, key, held)
    assert box.view().isVisible()
    QTest.keyClick(box.view(), Key.Key_R)
    assert box.view().currentIndex().data() == "rebuttal", "letters look in the open list"
    QTest.keyClick(box.view(), Key.Key_Escape)
    assert not box.view().isVisible()
    assert chosen == []


def test_arrow_keys_open_the_list_of_a_box_that_is_written_in(box: ChoiceBox) -> None:
    box.setEditable(True)
    QTest.keyClick(box, Key.Key_Down)
    assert box.view().isVisible()
    QTest.keyClick(box.view(), Key.Key_Escape)
    assert box.currentText() == "premise"


def test_what_is_chosen_in_the_list_is_told_once(box: ChoiceBox) -> None:
    chosen: list[int] = []
    box.activated.connect(chosen.append)
    choose(box, "rebuttal")
    assert chosen == [2]


def test_the_wheel_turns_no_box(box: ChoiceBox, qtbot: QtBot) -> None:
    turn_wheel(box)
    assert box.currentIndex() == 1
    for sort in (StillSpinBox, StillDoubleSpinBox):
        number = sort()
        qtbot.addWidget(number)
        number.show()
        number.setFocus()
        turn_wheel(number)
        assert number.value() == 0


def _turned(within: QWidget) -> list[str]:
    """Turn the wheel over everything that shows a value, and return what changed."""
    boxes = [(b, b.currentIndex) for b in within.findChildren(QComboBox) if b.isEnabled()]
    numbers = [(n, n.text) for n in within.findChildren(QAbstractSpinBox) if n.isEnabled()]
    said: list[str] = []
    for widget, shows in (*boxes, *numbers):
        before = shows()
        turn_wheel(widget)
        if shows() != before:
            said.append(f"{widget.accessibleName()}: {shows()}")
    return said


@pytest.mark.parametrize("pane", ["inspector", "problems", "why"])
def test_the_wheel_changes_nothing_in_the_panes(opened: Window, pane: str) -> None:
    opened.panes.enter(pane)
    widget = opened.panes.widget(pane)
    assert widget.findChildren(QComboBox)
    assert _turned(widget) == []


@pytest.mark.parametrize("name", ["export", "print", "compare"])
def test_the_wheel_changes_nothing_in_dialogs(opened: Window, name: str) -> None:
    found: list[str] = []
    with answering(lambda dialog: found.extend(["", *_turned(dialog)])):
        command(opened, name).trigger()
    assert found == [""]


def test_the_wheel_changes_no_setting(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    assert _turned(Preferences(Settings(), parent)) == []
