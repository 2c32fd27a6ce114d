from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.running.first_paint import FirstPaint


class Sheet(QWidget):
    """Notes when it is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.done.append("painted")


def test_what_waits_for_the_first_painting_comes_after_it_and_once(qtbot: QtBot) -> None:
    sheet = Sheet()
    qtbot.addWidget(sheet)
    FirstPaint(sheet, lambda: sheet.done.append("begun"))
    sheet.show()
    qtbot.waitUntil(lambda: "begun" in sheet.done)
    assert sheet.done[0] == "painted"
    sheet.repaint()
    qtbot.waitUntil(lambda: sheet.done[-1] == "painted")
    assert sheet.done.count("begun") == 1


@pytest.mark.usefixtures("qapp")
def test_a_widget_may_be_let_go_with_what_waited() -> None:
    done: list[QWidget] = []

    def shown() -> None:
        sheet = Sheet()
        first = FirstPaint(sheet, lambda: done.append(sheet))
        sheet.show()
        first._go()
        done.clear()

    shown()  # the last that knows the sheet: deleted twice, it would end the process
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not done
