"""Enter presses the button that the keys go to, wherever one can be reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget, QPushButton, QToolBar, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.notices.notice import Notice, Remedy
from argmap.desktop.window import Window
from tests.desktop.helpers import command, told

Key = Qt.Key


def _press(button: QWidget | None, key: Qt.Key) -> None:
    assert button
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.hasFocus()
    QTest.keyClick(button, key)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_a_button_of_the_toolbar(opened: Window, key: Qt.Key) -> None:
    bar = opened.findChild(QToolBar)
    assert isinstance(bar, QToolBar)
    _press(bar.widgetForAction(command(opened, "add_rebuttal")), key)
    field = opened.canvas.editing.field
    assert field
    assert field.hasFocus()
    assert field.toPlainText() == ""


def test_a_switch_is_switched_once(opened: Window) -> None:
    bar = opened.findChild(QToolBar)
    assert isinstance(bar, QToolBar)
    button = bar.widgetForAction(command(opened, "evaluate"))
    _press(button, Key.Key_Return)
    assert opened.evaluation.on
    _press(button, Key.Key_Return)
    assert not opened.evaluation.on


def test_a_button_in_a_pane_be_it_afloat(opened: Window, qtbot: QtBot) -> None:
    opened.session.select([])
    opened.panes.enter("inspector")
    inspector = opened.panes.widget("inspector")
    adder = next(b for b in inspector.findChildren(QPushButton) if b.text() == "Add group")
    _press(adder, Key.Key_Return)
    assert adder.parentWidget()
    assert opened.focusWidget() is not adder, "the title of the new group is asked for"
    dock = opened.findChild(QDockWidget, "inspector")
    assert isinstance(dock, QDockWidget)
    dock.setFloating(True)
    dock.activateWindow()
    qtbot.waitUntil(dock.isActiveWindow)
    _press(adder, Key.Key_Return)
    assert not adder.hasFocus()


def test_a_button_of_a_notice(opened: Window) -> None:
    done: list[str] = []
    opened.session.post_notice(
        Notice("Well?", remedies=(Remedy("Do it", lambda: done.append("")),))
    )
    assert "Well?" in told(opened)
    button = next(b for b in opened.notices.findChildren(QWidget) if _says(b, "Do it"))
    _press(button, Key.Key_Return)
    assert done == [""]


def _says(widget: QWidget, words: str) -> bool:
    return str(widget.property("text") or "") == words and widget.isVisible()
