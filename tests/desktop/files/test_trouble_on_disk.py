"""Full disks, vanished folders, files that break, other programs: nothing written is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from argmap import paths
from argmap.desktop.files.disk_watch import DiskWatch
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.model.edits import edit
from argmap.store.journal.contents import read
from tests.desktop.helpers import (
    POOL,
    answering,
    click_remedy,
    command,
    journals,
    press_keys,
    retext,
    told,
)
from tests.disk import OBEYS_RIGHTS, full_disk

LONG = "Nobody asked for it. " * 50


def journalled() -> str:
    """Return what would be recovered if the program ended now."""
    return "".join(contents.text for file in journals() if (contents := read(file)))


def test_saving_onto_a_full_disk_leaves_the_old_file_whole(opened: Window, pool_file: Path) -> None:
    retext(opened, "Mine.")
    with full_disk(100):
        press_keys(opened, "Ctrl+S")
    assert pool_file.read_text() == POOL
    assert [p.name for p in pool_file.parent.iterdir()] == [pool_file.name], (
        "no half of a file is left"
    )
    assert "pool.argmap.yaml: The file could not be written" in told(opened)
    assert "What was there before is untouched" in told(opened)
    assert opened.isWindowModified()


def test_the_error_stays_when_the_folder_is_looked_at(opened: Window, qtbot: QtBot) -> None:
    """A save that fails makes and removes a file beside the map's, which the watch hears."""
    retext(opened, "Mine.")
    watch = opened.files.disk.findChild(DiskWatch)
    assert watch is not None
    with full_disk(100), qtbot.waitSignal(watch.changed):
        press_keys(opened, "Ctrl+S")
    assert "could not be written" in told(opened)


def test_once_there_is_room_it_saves_and_the_error_is_forgotten(
    opened: Window, pool_file: Path
) -> None:
    retext(opened, "Mine.")
    with full_disk(100):
        press_keys(opened, "Ctrl+S")
    press_keys(opened, "Ctrl+S")
    assert "Mine." in pool_file.read_text()
    assert not told(opened)


def test_from_a_full_disk_a_button_leads_to_another_one(
    opened: Window, pool_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere.argmap.yaml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(elsewhere), ""))
    retext(opened, "Mine.")
    with full_disk(100):
        press_keys(opened, "Ctrl+S")
    click_remedy(opened, "Save as…")
    assert "Mine." in elsewhere.read_text()
    assert pool_file.read_text() == POOL
    assert not told(opened)
    assert opened.session.path == elsewhere


def test_closing_with_save_onto_a_full_disk_does_not_close(opened: Window) -> None:
    retext(opened, "Mine.")
    with full_disk(100), answering(lambda box: _answer(box, "Save")):
        opened.close()
    assert opened.isVisible()
    assert "could not be written" in told(opened)


def test_a_journal_on_a_full_disk_says_so_and_catches_up(opened: Window, qtbot: QtBot) -> None:
    room = journals()[0].stat().st_size + 50
    with full_disk(room):
        retext(opened, LONG)
        qtbot.waitUntil(lambda: "journal" in told(opened))
    assert "Save often until there is room" in told(opened)
    assert ".journal" not in told(opened), "a name that nobody knows"
    retext(opened, "And there is room again.", "open-sundays")
    qtbot.waitUntil(lambda: "being kept again" in told(opened), timeout=4000)
    assert journalled() == opened.session.text.text()


def test_without_a_place_for_journals_work_goes_on(windows: Windows, pool_file: Path) -> None:
    paths.state().parent.mkdir(parents=True, exist_ok=True)
    paths.state().write_text("in the way")
    window = windows.open(pool_file)
    assert "The journal, which guards against crashes, cannot be written" in told(window)
    retext(window, "Mine.")
    assert window.files.save()
    assert "Mine." in pool_file.read_text()


def test_looking_at_a_map_without_file_leaves_no_journal_and_an_edit_makes_one(
    window: Window, qtbot: QtBot
) -> None:
    press_keys(window, "Escape")
    assert not journals()
    added = edit.add_claim(window.session.argument_map, "Mine.")
    window.session.do("Add claim", added)
    qtbot.waitUntil(lambda: "Mine." in journalled(), timeout=3000)


def test_what_was_not_saved_is_said_as_long_as_it_is_so(
    opened: Window, pool_file: Path, qtbot: QtBot
) -> None:
    retext(opened, "Mine.")
    pool_file.write_text(POOL + "# theirs\n")
    assert not opened.files.save()
    watch = opened.files.disk.findChild(DiskWatch)
    assert watch
    with qtbot.waitSignal(watch.changed):
        pool_file.write_text(POOL + "# theirs again\n")
    assert "was not saved. “pool.argmap.yaml” was changed" in told(opened)


def test_a_folder_that_was_moved_away_is_told_and_saved_elsewhere(
    windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, moved = tmp_path / "maps", tmp_path / "moved"
    folder.mkdir()
    path = folder / "pool.argmap.yaml"
    path.write_text(POOL)
    window = windows.open(path)
    folder.rename(moved)
    retext(window, "Mine.")
    assert not window.files.save()
    assert "could not be written" in told(window)
    target = moved / path.name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    click_remedy(window, "Save as…")
    assert "Mine." in target.read_text()


def test_what_was_made_unreadable_and_is_read_again_keeps_the_last_good_text(
    opened: Window, pool_file: Path, qtbot: QtBot
) -> None:
    pool_file.write_text("argmap: 1\nstatements: [\n")
    qtbot.waitUntil(lambda: "changed by another program" in told(opened))
    click_remedy(opened, "Reload")
    assert opened.session.read_only
    kept = pool_file.with_name("pool.backup-1.argmap.yaml")
    assert kept.read_text() == POOL
    assert f"Your own version was kept as “{kept.name}”" in told(opened)


def test_a_reload_without_edits_makes_no_backup(opened: Window, pool_file: Path) -> None:
    pool_file.write_text(POOL.replace("doubles", "triples"))
    command(opened, "reload").trigger()
    assert "triples" in opened.session.argument_map.statement_by_id["cost"].text
    assert [p.name for p in pool_file.parent.iterdir()] == [pool_file.name]


def test_backups_never_take_the_place_of_one_another(opened: Window, pool_file: Path) -> None:
    for number, text in enumerate(("One.", "Two."), 1):
        retext(opened, text)
        pool_file.write_text(POOL + f"# theirs {number}\n")
        command(opened, "reload").trigger()
        assert text in pool_file.with_name(f"pool.backup-{number}.argmap.yaml").read_text()


def test_reload_of_a_map_without_file_does_nothing(window: Window) -> None:
    press_keys(window, "Escape")
    command(window, "reload").trigger()
    assert not told(window)


def test_saving_under_the_same_name_still_asks_where_others_wrote(
    opened: Window, pool_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    retext(opened, "Mine.")
    pool_file.write_text(POOL + "# theirs\n")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(pool_file), ""))
    assert not opened.files.ask_save_as()
    assert "The map was not saved. “pool.argmap.yaml” was changed by another program" in told(
        opened
    )
    click_remedy(opened, "Keep mine")
    assert "Mine." in pool_file.read_text()
    assert "# theirs" in pool_file.with_name("pool.backup-1.argmap.yaml").read_text()


def test_where_no_backup_can_be_made_theirs_is_not_overwritten(
    opened: Window, pool_file: Path, qtbot: QtBot
) -> None:
    retext(opened, "Mine.")
    theirs = POOL + "# theirs\n"
    pool_file.write_text(theirs)
    qtbot.waitUntil(lambda: "changed by another program" in told(opened))
    with full_disk(100):
        click_remedy(opened, "Keep mine")
    assert pool_file.read_text() == theirs
    assert "could not be written" in told(opened)
    opened.files.disk.check()
    assert "could not be written" in told(opened)
    assert "changed by another program" in told(opened)


HOLDING = """
import sys
from pathlib import Path
from argmap.store.journal import Journal
path = Path(sys.argv[2])
journal = Journal(Path(sys.argv[1]), path, path.read_text())
print("ready", flush=True)
sys.stdin.read()
journal.discard()
"""


@pytest.fixture
def held_elsewhere(pool_file: Path) -> Iterator[Path]:
    """The pool map, open in another process until the test is over."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(paths.journals()[0]), str(pool_file)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield pool_file
        process.communicate()


def test_a_file_that_another_process_has_open_is_opened_with_a_warning(
    windows: Windows, held_elsewhere: Path
) -> None:
    window = windows.open(held_elsewhere)
    assert "Another argmap has this file open" in told(window)
    assert not window.session.read_only
    retext(window, "Mine.")
    assert window.files.save()


def _write_name(dialog: QWidget, name: str) -> None:
    assert isinstance(dialog, QFileDialog)
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, name)
    QTest.keyClick(field, Qt.Key.Key_Return)


def _answer(box: QWidget, words: str) -> None:
    buttons = {b.text().replace("&", ""): b for b in box.findChildren(QPushButton)}
    QTest.mouseClick(buttons[words], Qt.MouseButton.LeftButton)


# The field completes names in a list that takes the keyboard.
@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_save_as_by_the_real_dialog_with_the_sources_copied(
    windows: Windows, tmp_path: Path
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    (old / "texts").mkdir(parents=True)
    new.mkdir()
    (old / "texts" / "a.txt").write_text("the text")
    (old / "b.txt").write_text("the old one")
    (new / "b.txt").write_text("another one")
    path = old / "pool.argmap.yaml"
    sources = "".join(f"  - {{id: {f[-5]}, file: {f}}}\n" for f in ("texts/a.txt", "b.txt"))
    path.write_text(f"{POOL}sources:\n{sources}")
    window = windows.open(path)
    window.activateWindow()
    with answering(lambda dialog: _write_name(dialog, str(new / "moved"))):
        command(window, "save_as").trigger()
    assert window.session.path == new / "moved.argmap.yaml"
    assert window.windowTitle().startswith("moved.argmap.yaml")
    assert "A source file is only in the map's old folder" in told(window)
    click_remedy(window, "Copy")
    assert (new / "texts" / "a.txt").read_text() == "the text"
    assert (new / "b.txt").read_text() == "another one", "what is there stays"
    assert "copied to the map's new folder" in told(window)


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_several_files_are_opened_by_the_real_dialog(
    window: Window, windows: Windows, pool_file: Path
) -> None:
    press_keys(window, "Escape")
    other = pool_file.with_name("other.argmap.yaml")
    other.write_text(POOL)
    windows.application.recent_files.add(pool_file)

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, QFileDialog)
        assert Path(dialog.directory().path()) == pool_file.parent, "it begins where one was last"
        _write_name(dialog, f'"{pool_file.name}" "{other.name}"')

    with answering(choose):
        press_keys(window, "Ctrl+O")
    assert {w.session.path for w in windows.all} == {pool_file, other}


def test_sources_that_cannot_be_copied_are_told(
    windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
    (old / "a.txt").write_text("x" * 20_000)
    path = old / "pool.argmap.yaml"
    path.write_text(POOL + "sources:\n  - {id: a, file: a.txt}\n")
    window = windows.open(path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(new / path.name), ""))
    assert window.files.ask_save_as()
    with full_disk(10_000):
        click_remedy(window, "Copy")
    assert "Not all source files could be copied" in told(window)


@OBEYS_RIGHTS
def test_a_folder_that_may_not_be_searched_any_more_is_told_and_saved_elsewhere(
    windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "maps"
    folder.mkdir()
    path = folder / "pool.argmap.yaml"
    path.write_text(POOL)
    window = windows.open(path)
    retext(window, "Mine.")
    folder.chmod(0o600)
    try:
        assert not window.files.save()
        assert "Permission denied" in told(window)
        window.files.disk.check()
        assert "Mine." in journalled() or "Mine" in window.session.text.text()
        target = tmp_path / path.name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        click_remedy(window, "Save as…")
        assert "Mine." in target.read_text()
    finally:
        folder.chmod(0o700)


def test_a_name_that_grows_too_long_is_told(
    opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    retext(opened, "Mine.")
    target = tmp_path / ("x" * 250)  # which the suffix makes longer than a name can be
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    assert not opened.files.ask_save_as()
    assert "The map was not saved. The file cannot be read: File name too long" in told(opened)
    assert opened.isWindowModified()
