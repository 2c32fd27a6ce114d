"""A file that changes on the disk: by whom is told, and what is our own text is no change."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from argmap import paths
from argmap.desktop.files.long_reading import LARGE
from argmap.desktop.window import Window
from argmap.store.journal import Journal, saved_elsewhere
from tests.desktop.helpers import POOL, journals, retext, told

THEIRS = POOL.replace("Staff cost doubles", "Staff cost triples")
SAVING = """
import sys
from hashlib import sha256
from pathlib import Path
from argmap.store.journal import Journal
path, theirs = Path(sys.argv[2]), sys.argv[3]
journal = Journal(Path(sys.argv[1]), path, theirs, sha256(theirs.encode()).hexdigest())
path.write_text(theirs)
print("saved", flush=True)
sys.stdin.read()
journal.discard()
"""


@pytest.fixture
def saved_by_another(opened: Window, pool_file: Path) -> Iterator[subprocess.Popen[str]]:
    """A second argmap that has the map open, and has saved it after it was read here."""
    folder = str(paths.journals()[0])
    process = subprocess.Popen(
        [sys.executable, "-c", SAVING, folder, str(pool_file), THEIRS],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "saved\n"
        yield process
        if process.poll() is None:
            process.communicate()
    assert opened.session.path == pool_file


def test_another_window_of_ours_is_told_as_such_even_when_it_has_closed(
    opened: Window, saved_by_another: subprocess.Popen[str], qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "was changed in another window of argmap" in told(opened))
    saved_by_another.communicate()
    opened.files.disk.check()
    assert "was changed in another window of argmap" in told(opened)
    assert "another program" not in told(opened)


def test_another_program_is_told_as_such_though_argmap_has_the_file_open_too(
    opened: Window, saved_by_another: subprocess.Popen[str], pool_file: Path, qtbot: QtBot
) -> None:
    assert saved_by_another.poll() is None
    pool_file.write_text(THEIRS.replace("triples", "is too high"))
    qtbot.waitUntil(lambda: "was changed by another program" in told(opened))


def test_our_own_text_on_the_disk_is_saved_and_no_change(opened: Window, pool_file: Path) -> None:
    retext(opened, "Many asked.")
    assert opened.isWindowModified()
    pool_file.write_text(opened.session.text.text(), encoding="utf-8")
    opened.files.disk.check()
    assert not told(opened)
    assert not opened.isWindowModified()
    retext(opened, "Many more asked.")
    assert opened.files.save()
    assert "Many more asked." in pool_file.read_text(encoding="utf-8")


def test_saving_what_the_disk_holds_already_asks_nothing(opened: Window, pool_file: Path) -> None:
    retext(opened, "Many asked.")
    pool_file.write_text(opened.session.text.text(), encoding="utf-8")
    assert opened.files.save()
    assert not told(opened)
    assert len(journals()) == 1


def test_our_own_journal_is_no_other_window(opened: Window, pool_file: Path) -> None:
    content = sha256(pool_file.read_bytes()).hexdigest()
    assert opened.files.disk.sha256 == content
    assert not saved_elsewhere(paths.journals(), pool_file, content)
    journal = Journal(paths.journals()[0], pool_file, POOL, content)
    assert not saved_elsewhere(paths.journals(), pool_file, content)
    journal.discard()


def test_a_large_file_is_read_again_beside_the_window_and_what_is_typed_meanwhile_is_kept(
    opened: Window, pool_file: Path, qtbot: QtBot
) -> None:
    pool_file.write_text(f"# {LARGE * 'a'}\n{THEIRS}", encoding="utf-8")
    opened.files.disk.reload()
    assert "triples" not in opened.session.text.text()
    retext(opened, "Many asked.")
    qtbot.waitUntil(lambda: "triples" in opened.session.text.text())
    assert "Many asked." not in opened.session.text.text()
    (kept,) = [f for f in pool_file.parent.iterdir() if "Many asked." in f.read_text("utf-8")]
    assert f"Your own version was kept as “{kept.name}”." in told(opened)
