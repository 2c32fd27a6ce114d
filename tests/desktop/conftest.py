"""What tests of the window are given: a map, a session about it, or whole windows."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.desktop.application import Application
from argmap.desktop.session import Session
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.store.yaml_file import dumps, read
from tests.desktop import spoken
from tests.desktop.helpers import POOL, editor

OpenMap = Callable[[ArgumentMap], Session]


@pytest.fixture(autouse=True)
def _no_spoken_object_kept() -> Iterator[None]:
    """Fail a test that holds on to what Qt has made for screen readers (`spoken` says why)."""
    yield
    kept = spoken.kept()
    if kept:
        gc.collect()  # or the tests after this one fail as well
    assert not kept, f"objects of Qt that outlive the test: {kept}"


@pytest.fixture
def pool() -> ArgumentMap:
    """A claim with a linked step, a rebuttal, an undercut of that, and a second claim.

    open
      r-demand: demand + enough (linked)
      r-cost: cost, undercut by volunteers
    quiet
      calm
    """
    pool = edit.add_claim(ArgumentMap(title="Pool"), "Open it on Sundays.")
    pool = edit.add_premise(pool, "open-it-on-sundays", "Demand is high.")
    pool = edit.add_co_premise(pool, "demand-is-high", "Demand is enough.")
    pool = edit.add_rebuttal(pool, "open-it-on-sundays", "Cost doubles.")
    pool = edit.add_rebuttal(pool, "r-cost-doubles", "Volunteers will come.")
    pool = edit.add_claim(pool, "Sundays are quiet.")
    return edit.add_premise(pool, "sundays-are-quiet", "Calm is good.")


@pytest.fixture
def open_map(qapp: object) -> Iterator[OpenMap]:
    del qapp
    sessions: list[Session] = []

    def opened(argument_map: ArgumentMap) -> Session:
        session = Session()
        session.open(read(dumps(argument_map)))
        sessions.append(session)
        return session

    yield opened
    for session in sessions:
        session.deleteLater()


@pytest.fixture
def session(open_map: OpenMap, pool: ArgumentMap) -> Session:
    return open_map(pool)


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    windows = Windows(Application())
    yield windows
    for window in windows.all:
        window.session.commit_typing()  # or the window asks about it, and nobody answers
        window.session.hold(None)
        window.session.text.mark_saved()
        window.close()
    assert not windows.all
    qapp.processEvents()


@pytest.fixture
def window(windows: Windows, qtbot: QtBot) -> Window:
    window = windows.add()
    window.files.begin()
    with qtbot.waitExposed(window):
        window.activateWindow()
    qtbot.waitUntil(lambda: editor(window) is not None)
    return window


@pytest.fixture
def pool_file(tmp_path: Path) -> Path:
    path = tmp_path / "pool.argmap.yaml"
    path.write_text(POOL, encoding="utf-8")
    return path


@pytest.fixture
def opened(windows: Windows, qtbot: QtBot, pool_file: Path) -> Window:
    """A window with the pool map, drawn, and the focus on its canvas."""
    window = windows.add()
    with qtbot.waitExposed(window):
        window.activateWindow()
    with qtbot.waitSignal(window.canvas.drawn):
        windows.open(pool_file, window.session)
    qtbot.waitUntil(
        lambda: set(window.canvas.map_scene.cards) == {"open-sundays", "demand", "cost"}
    )
    window.canvas.setFocus()
    return window


@pytest.fixture
def press(qapp: QApplication) -> Callable[..., None]:
    """Press keys as a person does: they go to whatever has the focus."""

    del qapp

    def pressed(
        window: Window, *keys: Qt.Key | str, held: Qt.KeyboardModifier | None = None
    ) -> None:
        for key in (k for part in keys for k in (part if isinstance(part, str) else [part])):
            focus = window.focusWidget()
            assert focus is not None, "nothing would hear the keys"
            if isinstance(key, str):
                QTest.keyClicks(focus, key)
            else:
                QTest.keyClick(focus, key, held or Qt.KeyboardModifier.NoModifier)

    return pressed
