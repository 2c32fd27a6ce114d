"""What was recorded and synced is there after any end of the program."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.store.journal import Journal, open_elsewhere, recoverable
from tests.disk import full_disk

PATH = Path("map.argmap.yaml")


def abandon(journal: Journal) -> None:
    """End a journal as a crash would: nothing is deleted, the lock is gone."""
    journal.sync()
    journal._stream.close()
    assert journal._lock is not None
    journal._lock.close()


def recovered(folder: Path) -> list[str]:
    return [recovery.text() for recovery in recoverable(folder)]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text(st.sampled_from("ab\n\r\u2028😀\ud800"), max_size=8), min_size=1))
def test_the_last_text_comes_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("state")
    journal = Journal(folder, PATH, texts[0])
    for text in texts:
        journal.record(text)
    abandon(journal)
    assert recovered(folder) == [texts[-1]]


def test_a_living_journal_is_not_offered(tmp_path: Path) -> None:
    journal = Journal(tmp_path, PATH, "a")
    journal.record("b")
    journal.sync()
    assert recoverable(tmp_path) == []
    abandon(journal)
    (recovery,) = recoverable(tmp_path)
    assert recovery.path == PATH.resolve()
    recovery.discard()
    assert list(tmp_path.iterdir()) == []


def test_a_discarded_journal_leaves_nothing(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "state", None, "a")
    journal.record("b")
    journal.discard()
    assert list((tmp_path / "state").iterdir()) == []


def test_what_equals_the_file_is_not_offered(tmp_path: Path) -> None:
    journal = Journal(tmp_path, PATH, "a", sha256(b"a").hexdigest())
    journal.record("b")
    journal.record("a")
    abandon(journal)
    assert recoverable(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_every_torn_end_is_left_aside(tmp_path: Path) -> None:
    journal = Journal(tmp_path, None, "one")
    journal.record("one two")
    journal.record("one two three")
    abandon(journal)
    (file,) = tmp_path.glob("*.journal")
    whole = file.read_bytes()
    header = whole.index(b"\n") + 1
    for cut in range(header, len(whole) + 1):
        file.write_bytes(whole[:cut])
        (text,) = recovered(tmp_path)
        done = whole[header:cut].count(b"\n")
        assert text == ["one", "one two", "one two three"][done]


def test_a_torn_header_holds_nothing(tmp_path: Path) -> None:
    journal = Journal(tmp_path, None, "one")
    abandon(journal)
    (file,) = tmp_path.glob("*.journal")
    file.write_bytes(file.read_bytes()[:-1])
    assert recoverable(tmp_path) == []


def test_lines_are_small(tmp_path: Path) -> None:
    text = "line\n" * 10_000
    journal = Journal(tmp_path, None, text)
    journal.record(text[:25_000] + "x" + text[25_000:])
    abandon(journal)
    (file,) = tmp_path.glob("*.journal")
    assert json.loads(file.read_text().splitlines()[1])[1:] == [0, "x"]


def test_an_unwritable_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ArgmapError, match="journal"):
        Journal(tmp_path / "file" / "state", None, "a")


def test_a_full_disk_tears_no_line_that_others_follow(tmp_path: Path) -> None:
    journal = Journal(tmp_path, None, "one")
    (file,) = tmp_path.glob("*.journal")
    with full_disk(file.stat().st_size + 10), pytest.raises(ArgmapError, match="save often"):
        journal.record("one " * 100)
    journal.record("two " * 100)
    abandon(journal)
    assert recovered(tmp_path) == ["two " * 100]


def test_a_journal_that_finds_no_room_leaves_nothing_behind(tmp_path: Path) -> None:
    with full_disk(10), pytest.raises(ArgmapError, match="journal"):
        Journal(tmp_path, None, "a text that is longer than ten bytes")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_after_kill_9_everything_synced_is_there(tmp_path: Path) -> None:
    script = """
        import sys
        from pathlib import Path
        from argmap.store.journal import Journal
        journal = Journal(Path(sys.argv[1]), Path(sys.argv[2]), "")
        number = 0
        while True:
            number += 1
            journal.record(str(number) * 100)
            journal.sync()
            print(number, flush=True)
    """
    path = tmp_path / "map.yaml"
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(script), str(tmp_path), str(path)],
        stdout=subprocess.PIPE,
        text=True,
    )
    with process:
        assert process.stdout is not None
        said = [int(process.stdout.readline()) for _ in range(50)]
        assert open_elsewhere(tmp_path, path)
        assert not open_elsewhere(tmp_path, tmp_path / "other.yaml")
        assert recoverable(tmp_path) == []
        process.kill()
    assert not open_elsewhere(tmp_path, path)
    (text,) = recovered(tmp_path)
    assert text in {str(number) * 100 for number in range(said[-1], said[-1] + 10_000)}
