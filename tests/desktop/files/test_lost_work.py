"""Lost work in large maps is looked for beside the window, which tells what there is then."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCommandLinkButton, QLabel
from pytestqt.qtbot import QtBot

from argmap import paths
from argmap.desktop.files.long_reading import LARGE
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.store.journal import contents, find, recovery
from tests.desktop.helpers import POOL, told
from tests.store.journal.abandoned import leave

Press = Callable[..., None]


@pytest.fixture
def may_read(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Give what lets journals be read, in threads that are not that of the window."""
    event = threading.Event()

    def read(file: Path) -> contents.Contents | None:
        assert threading.current_thread() is not threading.main_thread()
        event.wait()
        return contents.read(file)

    monkeypatch.setattr(recovery, "read", read)
    yield event
    event.set()


def lose(path: Path | None = None) -> Path:
    """Leave the journal of a large map that was not saved."""
    return leave(
        paths.journals()[0], f"# {LARGE * 'a'}\n{POOL}", f"# {LARGE * 'b'}\n{POOL}", path=path
    )


def entries(window: Window) -> list[str]:
    return [b.accessibleName() for b in window.start_page.findChildren(QCommandLinkButton)]


def words(window: Window) -> list[str]:
    return [label.text() for label in window.start_page.findChildren(QLabel) if label.isVisible()]


def test_the_page_is_there_before_large_journals_are_read(
    windows: Windows, qtbot: QtBot, press: Press, may_read: threading.Event
) -> None:
    lost = lose()
    window = windows.add()
    window.pages.show_start_page()
    with qtbot.waitExposed(window):
        window.activateWindow()
    assert "Looking for lost work…" in words(window)
    press(window, Qt.Key.Key_Down)
    focused = window.focusWidget()
    may_read.set()
    qtbot.waitUntil(lambda: "To recover" in words(window))
    assert "Looking for lost work…" not in words(window)
    assert window.focusWidget() is focused, "what comes later takes nothing away"
    assert entries(window)[:3] == ["New map", "Open…", "Should the pool open on Sundays?"]
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.pages.shows_map)
    assert window.session.argument_map.title == "Should the pool open on Sundays?"
    qtbot.waitUntil(lambda: not lost.exists())


def test_of_a_file_that_is_opened_it_is_told_when_it_has_been_found(
    windows: Windows, pool_file: Path, qtbot: QtBot, may_read: threading.Event
) -> None:
    lose(pool_file)
    window = windows.open(pool_file)
    assert "not saved" not in told(window)
    may_read.set()
    qtbot.waitUntil(lambda: f"“{pool_file.name}” was not saved" in told(window))


def test_who_asks_twice_hears_of_it_once(windows: Windows, qtbot: QtBot) -> None:
    lose()
    window = windows.add()
    window.pages.show_start_page()
    window.pages.show_start_page()
    with qtbot.waitExposed(window):
        window.activateWindow()
    qtbot.waitUntil(lambda: "To recover" in words(window))
    assert entries(window).count("Should the pool open on Sundays?") == 1


def test_a_window_that_is_closed_meanwhile_hears_nothing(windows: Windows) -> None:
    lose()
    window = windows.add()
    window.pages.show_start_page()
    window.close_unasked()
    window.start.offer_lost_work()
    assert len(find(paths.journals()).recoveries) == 1
