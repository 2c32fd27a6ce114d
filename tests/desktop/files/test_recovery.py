"""Work that an ended program left behind, and what may not push it out."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from pytestqt.qtbot import QtBot

from argmap import paths
from argmap.desktop.files.autosave import Autosave
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.model.edits import edit
from argmap.store.journal import recoverable
from tests.desktop.helpers import POOL, journals, told

_CRASHING = """
import os, sys
from hashlib import sha256
from pathlib import Path
from argmap.store.journal import Journal
folder, path, text = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[2]).read_text()
saved = len(sys.argv) == 3
known = sha256(text.encode()).hexdigest() if saved else ""
lost = Journal(folder, path if saved else None, text, known)
lost.record(text.replace("Two hundred residents", "Nobody"))
lost.sync()
os._exit(9)
"""


def _crash(*arguments: Path | str) -> None:
    subprocess.run([sys.executable, "-c", _CRASHING, Autosave.folder(), *arguments], check=False)


def _demand(window: Window) -> str:
    return window.session.argument_map.statement_by_id["demand"].text


def test_a_recovered_map_without_file_is_not_pushed_out(windows: Windows, pool_file: Path) -> None:
    _crash(pool_file, "never saved")
    window = windows.add()
    window.pages.show_start_page()
    window.start_page.recovery_chosen.emit(recoverable(Autosave.folder())[0])
    assert _demand(window).startswith("Nobody")
    assert windows.open(pool_file, window.session) is not window
    assert _demand(window).startswith("Nobody")
    assert len(journals()) == 2, "it is in a journal of its own"


def test_a_file_that_changed_since_is_not_overwritten(
    windows: Windows, pool_file: Path, qtbot: QtBot
) -> None:
    del qtbot
    _crash(pool_file)
    theirs = POOL.replace("doubles", "triples")
    pool_file.write_text(theirs)
    window = windows.add()
    windows.recover(recoverable(Autosave.folder())[0], window.session)
    assert "changed by another program" in told(window)
    assert not window.files.save()
    assert pool_file.read_text() == theirs


def test_a_file_that_did_not_change_is_saved_at_once(windows: Windows, pool_file: Path) -> None:
    _crash(pool_file)
    window = windows.add()
    window.pages.show_start_page()
    assert [r.path for r in recoverable(Autosave.folder())] == [pool_file]
    window.start_page.recovery_chosen.emit(recoverable(Autosave.folder())[0])
    assert window.session.path == pool_file
    assert window.isWindowModified()
    assert not recoverable(Autosave.folder())
    assert window.files.save()
    assert "Nobody" in pool_file.read_text()
    assert not window.isWindowModified()


def test_of_two_lost_maps_the_second_is_still_offered(windows: Windows, pool_file: Path) -> None:
    _crash(pool_file)
    _crash(pool_file, "never saved")
    window = windows.add()
    window.pages.show_start_page()
    first, second = recoverable(Autosave.folder())
    window.start_page.recovery_chosen.emit(first)
    assert "was not saved when the program ended" in told(window)
    windows.recover(second, window.session)
    assert len(windows.all) == 2
    assert not recoverable(Autosave.folder())


def test_what_was_recovered_already_is_not_recovered_as_nothing(
    windows: Windows, pool_file: Path
) -> None:
    _crash(pool_file)
    window, other = windows.add(), windows.add()
    found = recoverable(Autosave.folder())[0]
    windows.recover(found, window.session)
    windows.recover(found, other.session)
    assert "recovered already" in told(other)
    assert other.session.untouched


def test_a_window_that_shows_the_file_unedited_takes_the_recovery(
    opened: Window, windows: Windows, pool_file: Path
) -> None:
    _crash(pool_file)
    other = windows.add()
    windows.recover(recoverable(Autosave.folder())[0], other.session)
    assert _demand(opened).startswith("Nobody")
    assert other.session.untouched


def test_without_a_new_journal_the_old_one_stays(windows: Windows, pool_file: Path) -> None:
    _crash(pool_file, "never saved")
    window = windows.add()
    found = recoverable(Autosave.folder())[0]
    folder = Autosave.folder()
    text = found.file.read_text()
    elsewhere = folder.with_name("elsewhere")
    folder.rename(elsewhere)
    folder.write_text("no folder")
    moved = type(found)(elsewhere / found.file.name, None, found.on_disk)
    windows.recover(moved, window.session)
    assert "cannot be written" in told(window)
    assert moved.file.read_text() == text


def test_a_journal_that_cannot_be_written_is_told_once(opened: Window, qtbot: QtBot) -> None:
    opened.files.close()
    folder = paths.state() / "journals"
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    folder.write_text("no folder")
    autosave = Autosave(opened.session, opened)
    for text in ("One.", "Two."):
        after = edit.set_fields(opened.session.argument_map, "demand", text=text)
        opened.session.do("Edit text", after)
        assert not autosave.keep_now()
    told = [n for n in opened.notices.notices if "journal" in n.text]
    assert len(told) == 1
    autosave.close()
    del qtbot


def test_the_one_lost_map_is_named_and_recovered_from_the_bar(
    opened: Window, windows: Windows, pool_file: Path
) -> None:
    del windows
    _crash(pool_file)
    opened.start.offer_lost_work()
    notice = next(n for n in opened.notices.notices if "was not saved" in n.text)
    assert pool_file.name in notice.text
    assert [remedy.words for remedy in notice.remedies] == ["Recover"]
    notice.remedies[0].run()
    assert opened.session.document.modified
    assert opened.session.path == pool_file
    assert not recoverable(Autosave.folder())
    assert not [n for n in opened.notices.notices if "was not saved" in n.text]
