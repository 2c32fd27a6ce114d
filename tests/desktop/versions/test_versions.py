"""Versions: the history of the file in real git, and the way back."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from shutil import which

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from argmap.desktop.versions.page import VersionsPage
from argmap.desktop.window import Window
from tests.desktop.helpers import POOL, answer_words, answering, command, press_keys, retext, told
from tests.desktop.review import alt, button, click, reviews

pytestmark = pytest.mark.skipif(which("git") is None, reason="git is not installed")

COST = "Staff cost doubles on Sundays."
LATER = POOL.replace(COST, "Staff cost triples on Sundays.")


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
    environment = {
        **os.environ,
        "GIT_AUTHOR_DATE": "2026-01-02T03:04:05",
        "GIT_COMMITTER_DATE": "2026-01-02T03:04:05",
    }
    subprocess.run(["git", *identity, *arguments], cwd=folder, env=environment, check=True)


@pytest.fixture
def committed(opened: Window, pool_file: Path) -> Window:
    """A window on the pool, the file of which was committed twice."""
    folder = pool_file.parent
    git(folder, "init", "-q", "-b", "main")
    for text, subject in ((LATER, "The map"), (POOL, "Costs, after a look at the books")):
        pool_file.write_text(text, encoding="utf-8")
        git(folder, "add", "--", pool_file.name)
        git(folder, "commit", "-q", "-m", subject)
    opened.session.withdraw_notices()
    return opened


def shown(window: Window, qtbot: QtBot) -> VersionsPage:
    command(window, "versions").trigger()
    page = reviews(window).versions
    qtbot.waitUntil(lambda: page.words.words() not in ("", "Git is asked…"))
    return page


def test_who_did_what_and_when(committed: Window, qtbot: QtBot) -> None:
    page = shown(committed, qtbot)
    rows = [page.rows.topLevelItem(at) for at in range(page.rows.count)]
    assert [row.text(0) for row in rows if row] == [
        "2026-01-02 03:04  Ann\nCosts, after a look at the books",
        "2026-01-02 03:04  Ann\nThe map",
    ]
    assert page.words.words() == "Reworded “Staff cost triples on Sundays”."
    assert set(page.view.picture.card_by_id) == {"open-sundays", "demand", "cost"}
    QTest.keyClick(page.rows, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.words.words() == "The file was added.")


def test_a_version_is_brought_back_in_one_step_and_nothing_is_lost(
    committed: Window, qtbot: QtBot, pool_file: Path
) -> None:
    retext(committed, "Three hundred asked.")
    page = shown(committed, qtbot)
    alt(committed, "n")
    qtbot.waitUntil(lambda: page.words.words() == "The file was added.")
    alt(committed, "b")
    assert committed.pages.shows_map
    assert committed.session.text.text() == LATER, "comments included"
    assert committed.session.document.done[1:] == ("Bring back the version of 2026-01-02 03:04",)
    assert "as it was on 2026-01-02" in told(committed)
    assert pool_file.read_text(encoding="utf-8") == POOL, "until it is saved"
    press_keys(committed, "Ctrl+Z")
    text = committed.session.argument_map.statement_by_id["demand"].text
    assert text == "Three hundred asked."


def test_a_version_is_compared_with_the_map_and_taken_back_in_part(
    committed: Window, qtbot: QtBot
) -> None:
    retext(committed, "Three hundred asked.")
    page = shown(committed, qtbot)
    alt(committed, "n")
    qtbot.waitUntil(lambda: page.words.words() == "The file was added.")
    click(page, "Compare with the map now")
    comparison = reviews(committed).comparison
    qtbot.waitUntil(lambda: comparison.rows.count == 2)
    alt(committed, "n")
    assert "triples doubles" in comparison.words.words()
    click(comparison, "Take back")
    cost = committed.session.argument_map.statement_by_id["cost"]
    assert cost.text == "Staff cost triples on Sundays."
    qtbot.waitUntil(lambda: comparison.rows.count == 1)


def test_a_version_of_any_name_can_be_asked_for(committed: Window, qtbot: QtBot) -> None:
    def compare(revision: str) -> None:
        with answering(lambda dialog: answer_words(dialog, revision)):
            command(committed, "compare_version").trigger()

    comparison = reviews(committed).comparison
    compare(" HEAD~ ")
    qtbot.waitUntil(lambda: comparison.rows.count == 1)
    compare("--output=stolen")
    qtbot.waitUntil(lambda: "no version" in told(committed))
    assert committed.pages.shows_map


def test_closing_the_page_closes_no_window(opened: Window, qtbot: QtBot) -> None:
    shown(opened, qtbot)
    press_keys(opened, "Ctrl+W")
    assert opened.isVisible()
    assert opened.pages.shows_map


def test_without_git_or_a_repository_or_a_file_it_is_said(
    opened: Window, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(opened, qtbot)
    assert "This folder is not kept in git." in page.words.words()
    assert not button(page, "Next").isEnabled()
    assert not button(page, "Bring this version back").isEnabled()
    with monkeypatch.context() as patch:
        patch.setenv("PATH", "")
        assert "no git on this computer" in shown(opened, qtbot).words.words()
    folder = opened.session.path
    assert folder is not None
    git(folder.parent, "init", "-q")
    assert "does not know this file yet" in shown(opened, qtbot).words.words()
    opened.session.path = None
    assert "no file yet" in shown(opened, qtbot).words.words()


def test_a_version_that_is_no_map_is_told(committed: Window, qtbot: QtBot, pool_file: Path) -> None:
    pool_file.write_text("statements: [", encoding="utf-8")
    git(pool_file.parent, "commit", "-q", "-am", "Broken")
    page = shown(committed, qtbot)
    assert "cannot be used" in page.words.words()
    assert not button(page, "Bring this version back").isEnabled()
