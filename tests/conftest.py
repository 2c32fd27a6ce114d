"""What every test gets: a home of its own, and a check that it leaves nothing behind.

A test fails on a log record at WARNING or above that it did not ask for (one that expects a
record asserts it through `caplog` and then calls `caplog.clear()`), and on threads and timers that
are still at work afterwards. Warnings of Python and of Qt fail through the settings of pytest.
"""

from __future__ import annotations

import gc
import itertools
import logging
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from argmap import paths

# Tests never look at the clock, and a busy machine may be slow.
settings.register_profile("argmap", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("argmap")

# Before anything imports Qt; pytest-qt loads it for every run.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

_QT_TESTS = itertools.count()
_THOROUGH = 20
"""After so many tests with Qt, garbage is looked for everywhere."""

GRACE = 2.0
"""Seconds for a thread that is ending anyway."""


@pytest.fixture(autouse=True, scope="session")
def _application(request: pytest.FixtureRequest) -> Iterator[None]:
    """Make the one QApplication first: a PNG drawn before would leave one without widgets.

    Asked for in this way so that tests without widgets do not count as tests of Qt. What was copied
    is let go of in the end: offscreen, Qt's clipboard outlives Python, and crashes with its data.
    """
    app = request.getfixturevalue("qapp")
    gc.collect()
    gc.freeze()  # thousands of collected tests need not be searched after each of them
    yield
    app.clipboard().clear()


@pytest.fixture(autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return each test an empty home, so that none reads or writes the developer's files."""
    home = tmp_path_factory.mktemp("home")
    for variable in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(variable, str(home))
    for variable, folder in {
        "XDG_CONFIG_HOME": ".config",
        "XDG_STATE_HOME": ".local/state",
        "XDG_CACHE_HOME": ".cache",
        "XDG_DATA_HOME": ".local/share",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
    }.items():
        monkeypatch.setenv(variable, str(home / folder))
    monkeypatch.delenv("ARGMAP_DOT", raising=False)
    (home / "tmp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(home / "tmp"))
    return home


@pytest.fixture
def sepia(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A theme of one's own, put into the folder of themes."""
    folder = tmp_path / "resources"
    shutil.copytree(paths.resources(), folder)
    monkeypatch.setattr(paths, "resources", lambda: folder)
    light = (folder / "themes" / "light.toml").read_text(encoding="utf-8")
    own = folder / "themes" / "sepia.toml"
    own.write_text(light.replace('title = "Light"', 'title = "Sepia"'), encoding="utf-8")
    return own


@pytest.fixture(autouse=True)
def _no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    records = [r for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    said = [f"{record.name}: {record.getMessage()}" for record in records]
    assert not said, f"logged, and not expected by the test: {said}"


@pytest.fixture(autouse=True)
def _nothing_left_running(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Look for threads and timers that are still at work, and let go of what the test made.

    The window has a say in what searches look at (`desktop.running.garbage`): not here, or the
    millions of objects that other tests have left were looked at after each test.
    """
    before = set(threading.enumerate())
    with_qt = "qapp" in request.fixturenames
    freeze = gc.freeze
    gc.enable()  # whatever the test before has left
    if with_qt:
        gc.disable()
        if "collector" not in request.fixturenames:
            monkeypatch.setattr(gc, "freeze", lambda: None)
            monkeypatch.setattr(gc, "unfreeze", lambda: None)
    yield
    for thread in set(threading.enumerate()) - before:
        thread.join(GRACE)
        assert not thread.is_alive(), f"still running after the test: {thread}"
    if with_qt:
        _no_qt_work_left()
        # As in the program: never in a worker, where it would delete widgets (`desktop.garbage`).
        thorough = next(_QT_TESTS) % _THOROUGH == 0 or not gc.get_freeze_count()
        gc.collect(2 if thorough else 1)
        if thorough:
            freeze()


def _no_qt_work_left() -> None:
    # Imported here, so that tests of the lower floors run where Qt has no libraries.
    from PySide6.QtCore import QCoreApplication, QEvent, QThread, QThreadPool, QTimer
    from shiboken6 import isValid

    assert QThreadPool.globalInstance().waitForDone(int(GRACE * 1000)), "jobs still at work"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    objects = gc.get_objects()
    timers = [o for o in objects if isinstance(o, QTimer) and isValid(o) and o.isActive()]
    threads = [o for o in objects if isinstance(o, QThread) and isValid(o) and o.isRunning()]
    main = QThread.currentThread()
    assert not timers, f"timers still active after the test: {timers}"
    assert threads in ([], [main]), f"threads still running after the test: {threads}"
