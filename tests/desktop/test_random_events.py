"""Whatever is pressed, clicked and dragged: no warning of Qt, no exception, no text that is lost.

Warnings of Qt fail every test through the settings of pytest, and exceptions through pytest-qt.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.files.opening import Opened
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.store.yaml_file import read
from tests.desktop.helpers import POOL
from tests.long import LONG
from tests.store.maps import difference, normal

KEYS = (
    "Tab", "Shift+Tab", "Return", "Escape", "F2", "Delete", "Left", "Right", "Up", "Down", "Insert",
    "Home", "End", "PgUp", "PgDown", "Space", "F6", "+", "-", "Backspace", "Ctrl+Z", "Ctrl+Y",
    "Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+Return", "Shift+Return", "Alt+Up", "Alt+Down", "Alt+Left",
    "Alt+Right", "Ctrl+A", "Ctrl+D", "Ctrl+F", "Ctrl+G", "Ctrl+0", "Ctrl++", "Ctrl+-", "a", "b",
    ".", "#", "Shift+Up", "Shift+Down",
)  # fmt: skip
BUTTON = Qt.MouseButton.LeftButton
EVENTS = 150 * LONG


@contextmanager
def nobody_answering() -> Iterator[None]:
    """Close each dialog and menu that opens, so that nothing waits for an answer."""
    timer = QTimer()
    timer.timeout.connect(_close_what_waits)
    timer.start(20)
    try:
        yield
    finally:
        timer.stop()


def _close_what_waits() -> None:
    waiting = QApplication.activeModalWidget() or QApplication.activePopupWidget()
    if waiting:
        waiting.close()


class Hands:
    """Somebody, or a cat, at the window."""

    def __init__(self, window: Window, seed: int) -> None:
        self._window = window
        self._chance = random.Random(seed)

    def do(self) -> None:
        """Do one thing."""
        chance = self._chance
        way = chance.choices(
            [self._press, self._click, self._drag, self._turn_wheel, self._resize, self._turn],
            [60, 20, 8, 4, 2, 1],
        )[0]
        way()
        if chance.random() < 0.1:
            QApplication.processEvents()

    def _press(self) -> None:
        part: QWidget | None = self._window.focusWidget()
        focus = part or self._window.canvas
        key = self._chance.choice(KEYS)
        if key == "Shift+Tab":
            QTest.keyClick(focus, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        else:
            QTest.keySequence(focus, QKeySequence(key))

    def _place(self) -> tuple[QWidget, QPoint]:
        part = self._chance.choice([self._window.canvas, self._window.canvas, self._window.outline])
        target = getattr(part, "viewport", lambda: part)()
        at = QPoint(
            self._chance.randrange(max(target.width(), 1)),
            self._chance.randrange(max(target.height(), 1)),
        )
        return target, at

    def _click(self) -> None:
        target, at = self._place()
        held = self._chance.choice(
            [Qt.KeyboardModifier.NoModifier] * 4 + [Qt.KeyboardModifier.ControlModifier]
        )
        click = self._chance.choice([QTest.mouseClick] * 3 + [QTest.mouseDClick])
        click(target, BUTTON, held, at)

    def _drag(self) -> None:
        target, at = self._place()
        QTest.mousePress(target, BUTTON, Qt.KeyboardModifier.NoModifier, at)
        for _ in range(3):
            step = QPoint(self._chance.randrange(-80, 80), self._chance.randrange(-80, 80))
            at += step
            QTest.mouseMove(target, at)
        QTest.mouseRelease(target, BUTTON, Qt.KeyboardModifier.NoModifier, at)

    def _turn_wheel(self) -> None:
        target, at = self._place()
        turned = QPoint(0, self._chance.choice([-120, 120, 600, -600]))
        held = self._chance.choice(
            [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier]
        )
        place = QPointF(at)
        event = QWheelEvent(
            place,
            QPointF(target.mapToGlobal(at)),
            QPoint(),
            turned,
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # noqa: FBT003 - Qt takes no keywords here
        )
        QApplication.sendEvent(target, event)

    def _resize(self) -> None:
        self._window.resize(self._chance.randrange(1, 1600), self._chance.randrange(1, 1000))

    def _turn(self) -> None:
        pages = self._window.pages
        pages.show_map() if pages.shows_start else pages.show_start_page()


@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_done_the_file_says_what_the_window_shows(
    windows: Windows, qtbot: QtBot, seed: int
) -> None:
    window = windows.add()
    window.files.take(Opened(read(POOL)))
    qtbot.waitUntil(window.isVisible)
    hands = Hands(window, seed)
    with nobody_answering():
        for _ in range(EVENTS):
            hands.do()
            session = window.session
            again = read(session.text.text()).argument_map
            assert not difference(normal(again), normal(session.argument_map))
        window.pages.show_map()
        window.session.commit_typing()
        QApplication.processEvents()
