"""Large files: read beside the window, given up, failed, asked for twice, closed meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from argmap.desktop.files.long_reading import LARGE
from argmap.desktop.main import begin
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from tests.desktop.helpers import POOL, told

LONG = "Two hundred residents asked for it. " * (LARGE // 30)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.argmap.yaml"
    path.write_text(POOL.replace("Staff cost", LONG + "Staff cost"), encoding="utf-8")
    return path


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    path = tmp_path / "spoilt.argmap.yaml"
    path.write_bytes(LONG.encode() + b"\xff")
    return path


def reads(window: Window) -> bool:
    return window.pages.currentWidget() is window.reading.page and bool(window.reading.path)


def shows_the_map(window: Window) -> bool:
    return window.pages.shows_map and len(window.session.argument_map.statements) == 3


def test_the_window_is_there_while_a_large_file_is_read(
    windows: Windows, qtbot: QtBot, large: Path
) -> None:
    window = windows.add()
    assert windows.open(large, window.session) is window
    assert reads(window)
    assert window.windowTitle().startswith(large.name)
    assert not window.inspector.isVisible()
    qtbot.waitUntil(lambda: shows_the_map(window))
    assert window.session.path == large
    assert window.reading.path is None
    qtbot.waitUntil(window.inspector.isVisible)
    qtbot.waitUntil(lambda: "cost" in window.canvas.map_scene.cards)
    assert not window.session.document.modified


def _escape(window: Window) -> None:
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)


def _cancel(window: Window) -> None:
    window.reading.page.findChildren(QPushButton)[0].click()


@pytest.mark.parametrize("give_up", [_escape, _cancel])
def test_it_can_be_given_up(
    windows: Windows, qtbot: QtBot, large: Path, give_up: Callable[[Window], None]
) -> None:
    window = windows.add()
    with qtbot.waitExposed(window):
        window.activateWindow()
    windows.open(large, window.session)
    give_up(window)
    assert window.pages.shows_start
    assert window.session.untouched
    windows.open(large, window.session)
    qtbot.waitUntil(lambda: shows_the_map(window))


def test_beside_a_map_it_has_a_window_that_goes_when_it_is_given_up(
    opened: Window, windows: Windows, large: Path
) -> None:
    other = windows.open(large, opened.session)
    assert other is not opened
    assert reads(other)
    _cancel(other)
    assert windows.all == (opened,)
    assert opened.pages.shows_map
    assert told(opened) == ""


def test_what_cannot_be_read_is_told_where_it_was_asked_for(
    opened: Window, windows: Windows, qtbot: QtBot, spoilt: Path
) -> None:
    windows.open(spoilt, opened.session)
    qtbot.waitUntil(lambda: "not UTF-8" in told(opened))
    assert windows.all == (opened,)
    assert opened.pages.shows_map


def test_what_cannot_be_read_at_the_start_is_told_on_the_start_page(
    windows: Windows, qtbot: QtBot, spoilt: Path
) -> None:
    begin(windows, [spoilt])
    (window,) = windows.all
    qtbot.waitUntil(lambda: "not UTF-8" in told(window))
    assert window.pages.shows_start


def test_a_file_that_is_being_read_is_not_read_twice(
    windows: Windows, qtbot: QtBot, large: Path
) -> None:
    window = windows.open(large)
    link = large.with_name("link.argmap.yaml")
    link.symlink_to(large)
    assert windows.open(link) is window
    qtbot.waitUntil(lambda: shows_the_map(window))
    assert windows.all == (window,)


def test_a_window_that_reads_is_not_free_for_another_map(
    windows: Windows, qtbot: QtBot, large: Path, pool_file: Path
) -> None:
    window = windows.open(large)
    small = windows.open(pool_file, window.session)
    windows.new_map(window.session)
    assert len(windows.all) == 3
    assert small is not window
    qtbot.waitUntil(lambda: shows_the_map(window))
    assert window.session.path == large


def test_its_window_can_be_closed_meanwhile(windows: Windows, qtbot: QtBot, large: Path) -> None:
    window = windows.open(large)
    job = window.reading
    window.close()
    assert windows.all == ()
    assert job.path is None
    again = windows.open(large)
    qtbot.waitUntil(lambda: shows_the_map(again))


def test_what_is_told_at_the_start_is_told_when_the_file_is_there(
    windows: Windows, qtbot: QtBot, large: Path
) -> None:
    windows.application.setting_faults = ("A fault of the settings.",)
    begin(windows, [large])
    (window,) = windows.all
    qtbot.waitUntil(lambda: shows_the_map(window))
    qtbot.waitUntil(lambda: "A fault of the settings." in told(window))
