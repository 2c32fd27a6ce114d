from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.desktop.appearance import Appearance
from argmap.desktop.application import Application
from argmap.desktop.assembly import assemble
from argmap.desktop.canvas.canvas import Canvas
from argmap.desktop.canvas.editing.card_editor import CardEditor
from argmap.desktop.canvas.view.zoom_view import ZoomView
from argmap.desktop.session import Session
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.settings import Settings
from argmap.store.yaml_file import dumps, read

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pool() -> ArgumentMap:
    """A claim with a linked step, a rebuttal, an undercut of that, and a second claim.

    open-it-on-sundays
      r-demand-is-high: demand-is-high + demand-is-enough (linked)
      r-cost-doubles: cost-doubles, undercut by volunteers-will-come
    sundays-are-quiet
      calm-is-good
    """
    pool = edit.add_claim(ArgumentMap(title="Pool"), "Open it on Sundays.")
    pool = edit.add_premise(pool, "open-it-on-sundays", "Demand is high.")
    pool = edit.add_co_premise(pool, "demand-is-high", "Demand is enough.")
    pool = edit.add_rebuttal(pool, "open-it-on-sundays", "Cost doubles.")
    pool = edit.add_rebuttal(pool, "r-cost-doubles", "Volunteers will come.")
    pool = edit.add_claim(pool, "Sundays are quiet.")
    return edit.add_premise(pool, "sundays-are-quiet", "Calm is good.")


class Hand:
    """A user at a canvas: presses real keys and mouse buttons, and waits for pictures."""

    def __init__(self, qtbot: QtBot, canvas: Canvas) -> None:
        self.qtbot = qtbot
        self.canvas = canvas
        self.session = canvas.session

    @property
    def argument_map(self) -> ArgumentMap:
        return self.session.argument_map

    def settle(self) -> None:
        """Wait until the picture shows the map as it is, and nothing moves."""
        self.qtbot.waitUntil(lambda: not self.canvas.layouts.awaited)
        self.canvas.map_scene.glide.finish()

    def open(self, argument_map: ArgumentMap) -> None:
        self.session.open(read(dumps(argument_map)))
        self.settle()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the focus is, as the user would."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)

    def hold(self, key: Qt.Key) -> None:
        QTest.keyPress(self.canvas, key)

    def release_key(self, key: Qt.Key) -> None:
        QTest.keyRelease(self.canvas, key)

    def type(self, text: str) -> None:
        for character in text:
            focus = QApplication.focusWidget()
            assert focus is not None
            if character.isascii():
                QTest.keyClicks(focus, character)
            else:  # QTest knows only the keys of ASCII
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QApplication.sendEvent(focus, QKeyEvent(kind, 0, NONE, character))

    def spot(self, id_: str) -> QPoint:
        """Return the middle of a card, or of an arrow or its dot, in the viewport."""
        place = self.canvas.rect_of(id_)
        assert place is not None
        return self.canvas.rect_to_viewport(place).center().toPoint()

    def edge(self, id_: str) -> QPoint:
        """Return a spot on the left border of a card."""
        place = self.canvas.rect_of(id_)
        assert place is not None
        seen = self.canvas.rect_to_viewport(place)
        return QPoint(round(seen.left()) + 3, round(seen.center().y()))

    def press(
        self,
        at: QPoint,
        modifiers: Qt.KeyboardModifier = NONE,
        button: Qt.MouseButton = LEFT,
    ) -> None:
        QTest.mousePress(self.canvas.viewport(), button, modifiers, at)

    def move(self, at: QPoint) -> None:
        viewport = self.canvas.viewport()
        if QCursor.pos() == viewport.mapToGlobal(at):  # Qt tells of no move that goes nowhere
            QTest.mouseMove(viewport, at + QPoint(1, 0))
        QTest.mouseMove(viewport, at)

    def release(
        self,
        at: QPoint,
        modifiers: Qt.KeyboardModifier = NONE,
        button: Qt.MouseButton = LEFT,
    ) -> None:
        QTest.mouseRelease(self.canvas.viewport(), button, modifiers, at)

    def click(self, at: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.press(at, modifiers)
        self.release(at, modifiers)

    def drag(
        self,
        start: QPoint,
        end: QPoint,
        modifiers: Qt.KeyboardModifier = NONE,
        button: Qt.MouseButton = LEFT,
    ) -> None:
        self.press(start, modifiers, button)
        self.move((start + end) / 2)
        self.move(end)
        self.release(end, modifiers, button)

    def look_at(self, id_: str, zoom: float) -> None:
        """Put a card into the middle, with so many pixels per point."""
        self.canvas.zoom_to(zoom)
        self.canvas.center_on(id_)

    def editor(self) -> CardEditor | None:
        """Return the editor that is open."""
        found = self.canvas.viewport().findChildren(CardEditor)
        open_ = [e for e in found if e.isVisible() and not e.field.isReadOnly()]
        assert len(open_) <= 1
        return open_[0] if open_ else None


def turn_wheel(view: ZoomView, at: QPointF, turn: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    """Turn the wheel of the mouse at a place of the viewport."""
    natural = False
    event = QWheelEvent(
        at,
        QPointF(view.viewport().mapToGlobal(at.toPoint())),
        QPoint(),
        turn,
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        natural,
    )
    QApplication.sendEvent(view.viewport(), event)


MakeHand = Callable[[ArgumentMap], Hand]


@pytest.fixture
def hand_on(qtbot: QtBot) -> Iterator[MakeHand]:
    """Make a canvas on its own, with the keys that it hears itself."""
    canvases: list[Canvas] = []

    def make(argument_map: ArgumentMap) -> Hand:
        session = Session()
        appearance = Appearance(session, Settings(theme="light", motion=False), session)
        canvas = Canvas(session, appearance)
        canvases.append(canvas)
        canvas.resize(1200, 800)
        canvas.show()
        canvas.activateWindow()
        canvas.setFocus()
        qtbot.waitExposed(canvas)
        hand = Hand(qtbot, canvas)
        hand.open(argument_map)
        return hand

    yield make
    for canvas in canvases:
        for button in (LEFT, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
            if QApplication.mouseButtons() & button:  # as after a double click in a test
                QTest.mouseRelease(canvas.viewport(), button)
        canvas.close_down()
        canvas.session.deleteLater()
        canvas.deleteLater()


@pytest.fixture
def hand(hand_on: MakeHand, pool: ArgumentMap) -> Hand:
    return hand_on(pool)


@pytest.fixture
def desk_hand(qtbot: QtBot, pool: ArgumentMap) -> Iterator[Hand]:
    """A canvas in a window with all commands and their keys."""
    application = Application()
    application.settings = Settings(theme="light", motion=False)
    window = assemble(application)
    window.panes.set_aside()
    window.resize(1200, 800)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    hand = Hand(qtbot, window.canvas)
    hand.open(pool)
    window.panes.set_aside()
    hand.canvas.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is hand.canvas)
    hand.session.select([])
    yield hand
    hand.session.commit_typing()
    window.close_unasked()
