from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.widgets.focus_frame import FocusFrame
from argmap.desktop.window import Window


def framed(window: Window) -> list[QWidget | None]:
    """The parts of the window whose edge is coloured."""
    return [frame.inside for frame in window.findChildren(FocusFrame) if frame.focused]


def edge(frame: FocusFrame) -> str:
    return frame.grab().toImage().pixelColor(0, frame.height() // 2).name()


def test_the_part_with_the_focus_can_be_seen_wherever_it_is(opened: Window, qtbot: QtBot) -> None:
    opened.panes.enter("outline")
    opened.panes.enter("problems")
    opened.canvas.setFocus()
    qtbot.waitUntil(lambda: framed(opened) == [opened.canvas])
    seen = []
    for _ in range(4):
        QTest.keyClick(opened.focusWidget(), Qt.Key.Key_F6)
        seen += framed(opened)
    assert seen == [opened.outline, opened.inspector, opened.problems, opened.canvas]


def test_its_edge_has_the_colour_of_selections(opened: Window, qtbot: QtBot) -> None:
    accent = opened.palette().highlight().color().name()
    opened.outline.setFocus()
    frames = {frame.inside: frame for frame in opened.findChildren(FocusFrame)}
    qtbot.waitUntil(lambda: framed(opened) == [opened.outline])
    assert edge(frames[opened.outline]) == accent
    assert edge(frames[opened.canvas]) != accent
