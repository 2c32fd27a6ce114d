"""Edits that are undone leave a window as it was: no widget, item or timer more."""

from __future__ import annotations

import random
from collections import Counter

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from argmap.desktop.window import Window
from benchmarks.soak import edited
from tests.long import LONG

EDITS = 30 * LONG


def _settle(window: Window, qtbot: QtBot) -> None:
    canvas = window.canvas
    qtbot.waitUntil(lambda: not canvas.layouts.awaited and not canvas.map_scene.making)
    qtbot.waitUntil(lambda: not canvas.map_scene.glide.running)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _work(window: Window, qtbot: QtBot, chance: random.Random) -> None:
    """Edit, see it drawn now and then, and undo all of it."""
    session, size = window.session, len(window.session.argument_map.statements)
    for number in range(EDITS):
        session.attempt("Edit", lambda m: edited(m, chance, size))
        if number % 5 == 0:
            _settle(window, qtbot)
    while session.undo_name:
        session.undo()
    _settle(window, qtbot)


def _there(window: Window) -> Counter[str]:
    objects = Counter(type(child).__name__ for child in window.findChildren(QObject))
    return objects + Counter(type(item).__name__ for item in window.canvas.map_scene.items())


def test_edits_that_are_undone_leave_nothing_behind(opened: Window, qtbot: QtBot) -> None:
    chance = random.Random(1)
    _work(opened, qtbot, chance)
    before = _there(opened)
    _work(opened, qtbot, chance)
    assert _there(opened) == before
