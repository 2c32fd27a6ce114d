"""Git is told that a file is settled when that is asked for, and not before."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from shutil import which

import pytest
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.commands.git.setup import Scope, set_up
from argmap.desktop.application import Application
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from tests.desktop.helpers import POOL, click_remedy, press_keys, told
from tests.desktop.review import alt, button, click, reviews

pytestmark = pytest.mark.skipif(which("git") is None, reason="git is not installed")

COST = "Staff cost doubles on Sundays."
OURS = POOL.replace(COST, "Staff cost rises on Sundays.")
THEIRS = POOL.replace(COST, "Staff cost triples on Sundays.")
NAME = "our pool.argmap.yaml"


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])}
    done = subprocess.run(
        ["git", *identity, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.fixture
def torn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a file in a merge that argmap, as git's driver, could not settle."""
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q", "-b", "main")
    assert list(set_up(Scope.LOCAL))
    for branch, text in (("main", POOL), ("other", THEIRS), ("main", OURS)):
        git(tmp_path, "checkout", "-q", *(["-b"] if text == THEIRS else []), branch)
        (tmp_path / NAME).write_text(text, encoding="utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", branch)
    git(tmp_path, "merge", "other")
    assert unmerged(tmp_path)
    return tmp_path / NAME


def unmerged(folder: Path) -> bool:
    return bool(git(folder, "ls-files", "--unmerged"))


def shown(windows: Windows, path: Path, qtbot: QtBot) -> Window:
    window = windows.add()
    with qtbot.waitExposed(window):
        window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    windows.open(path, window.session)
    qtbot.waitUntil(lambda: reviews(window).resolver.unmerged)
    return window


def test_enter_after_the_last_answer_saves_and_tells_git(
    windows: Windows, torn: Path, qtbot: QtBot
) -> None:
    window = shown(windows, torn, qtbot)
    alt(window, "t")
    press_keys(window, "Enter")
    qtbot.waitUntil(lambda: not unmerged(torn.parent))
    assert torn.read_text(encoding="utf-8") == THEIRS


def test_git_is_told_when_that_is_asked_for(windows: Windows, torn: Path, qtbot: QtBot) -> None:
    window = shown(windows, torn, qtbot)
    alt(window, "t")
    assert unmerged(torn.parent)
    alt(window, "g")
    qtbot.waitUntil(lambda: "git was told by `git add our pool.argmap.yaml`" in told(window))
    assert not unmerged(torn.parent)
    assert torn.read_text(encoding="utf-8") == THEIRS
    assert window.pages.shows_map


def test_a_file_with_marks_of_git_is_merged_as_a_map(
    windows: Windows, torn: Path, qtbot: QtBot
) -> None:
    git(torn.parent, "merge", "--abort")
    git(torn.parent, "config", "merge.argmap.driver", "git merge-file %A %O %B")
    git(torn.parent, "merge", "other")
    assert "<<<<<<<" in torn.read_text(encoding="utf-8")
    window = windows.add()
    with qtbot.waitExposed(window):
        window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    windows.open(torn, window.session)
    assert window.pages.shows_map
    assert window.session.read_only
    click_remedy(window, "Merge")
    page = reviews(window).resolver
    qtbot.waitUntil(lambda: page.rows.count == 1 and page.unmerged)
    assert "<<<<<<<" not in torn.read_text(encoding="utf-8")
    alt(window, "t")
    alt(window, "g")
    qtbot.waitUntil(lambda: "git was told" in told(window))
    assert torn.read_text(encoding="utf-8") == THEIRS


def test_saving_alone_tells_nothing(windows: Windows, torn: Path, qtbot: QtBot) -> None:
    window = shown(windows, torn, qtbot)
    alt(window, "o")
    click(reviews(window).resolver, "Save")
    assert torn.read_text(encoding="utf-8") == OURS
    assert unmerged(torn.parent)
    assert button(reviews(window).resolver, "Save and tell git").isVisible()


def test_what_git_will_not_have_is_told(windows: Windows, torn: Path, qtbot: QtBot) -> None:
    window = shown(windows, torn, qtbot)
    alt(window, "o")
    (torn.parent / ".git" / "index.lock").touch()
    alt(window, "g")
    qtbot.waitUntil(lambda: "index.lock" in told(window))
    assert unmerged(torn.parent)
    (torn.parent / ".git" / "index.lock").unlink()


@pytest.mark.parametrize("saves", ["button", "key", "key on the map"])
def test_a_window_that_is_waited_for_closes_when_all_is_settled_and_saved(
    qapp: QApplication, torn: Path, qtbot: QtBot, saves: str
) -> None:
    windows = Windows(Application(awaited=True))
    window = shown(windows, torn, qtbot)
    alt(window, "t")
    if saves == "button":
        click(reviews(window).resolver, "Save and close")
    else:
        if saves == "key on the map":
            window.pages.show_map()
        press_keys(window, "Ctrl+S")
    qtbot.waitUntil(lambda: windows.all == ())
    assert torn.read_text(encoding="utf-8") == THEIRS
    deadline = QDeadlineTimer(2000)
    while qapp.topLevelWidgets() and not deadline.hasExpired():
        qapp.processEvents()
