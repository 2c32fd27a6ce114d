"""What was recorded and synced is there after any end of the program."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import textwrap
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.store.journal import (
    Found,
    InField,
    InText,
    Journal,
    Unreadable,
    Writing,
    contents,
    find,
    open_elsewhere,
)
from argmap.store.journal.lines import checksum
from tests.disk import full_disk
from tests.store.journal.abandoned import abandon

PATH = Path("map.argmap.yaml")


def recovered(folder: Path) -> list[str]:
    return [recovery.text() for recovery in find([folder]).recoveries]


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
    assert find([tmp_path]) == Found()
    abandon(journal)
    (recovery,) = find([tmp_path]).recoveries
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
    assert find([tmp_path]) == Found()
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


def test_a_torn_header_is_told_and_kept(tmp_path: Path) -> None:
    journal = Journal(tmp_path, None, "one")
    abandon(journal)
    (file,) = tmp_path.glob("*.journal")
    file.write_bytes(file.read_bytes()[:-1])
    assert find([tmp_path]) == Found((), (Unreadable(file, "it is damaged", damaged=True),))
    assert file.exists()


def test_a_journal_that_ended_before_it_began_goes(tmp_path: Path) -> None:
    (tmp_path / "0123.journal").touch()
    assert find([tmp_path]) == Found()
    assert not list(tmp_path.iterdir())


def test_lines_are_small(tmp_path: Path) -> None:
    text = "line\n" * 10_000
    journal = Journal(tmp_path, None, text)
    journal.record(text[:25_000] + "x" + text[25_000:])
    abandon(journal)
    (file,) = tmp_path.glob("*.journal")
    assert json.loads(file.read_text().splitlines()[1])[1:3] == [0, "x"]


def test_an_unwritable_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ArgmapError, match="journal"):
        Journal(tmp_path / "file" / "state", None, "a")


def test_a_full_disk_tears_no_line_that_others_follow(tmp_path: Path) -> None:
    journal = Journal(tmp_path, None, "one")
    (file,) = tmp_path.glob("*.journal")
    with full_disk(file.stat().st_size + 10), pytest.raises(ArgmapError, match="Save often"):
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
        assert open_elsewhere([tmp_path], path)
        assert not open_elsewhere([tmp_path], tmp_path / "other.yaml")
        assert find([tmp_path]) == Found()
        process.kill()
    assert not open_elsewhere([tmp_path], path)
    (text,) = recovered(tmp_path)
    assert text in {str(number) * 100 for number in range(said[-1], said[-1] + 10_000)}


@pytest.mark.parametrize(
    "writing", [InField("cost", "note", 3), InField("", "title", -1), InText(2, 4, 1, 0), None]
)
def test_the_place_where_somebody_writes_comes_back(
    tmp_path: Path, writing: Writing | None
) -> None:
    journal = Journal(tmp_path, PATH, "a")
    journal.record("a\nb", InText(1, 1, 1, 1))
    journal.mark(writing)
    journal.mark(writing)
    abandon(journal)
    (file,) = tmp_path.glob("*.journal")
    assert len(file.read_text().splitlines()) == 4
    found = contents.read(file)
    assert found is not None
    assert (found.text, found.writing, found.damaged_line) == ("a\nb", writing, 0)


@pytest.mark.parametrize("said", ["null", "[1]", '[1, 2, 3, "4"]', "{}", '"text"'])
def test_a_place_in_the_text_that_is_none_is_passed_over(tmp_path: Path, said: str) -> None:
    journal = Journal(tmp_path, PATH, "a")
    journal.record("ab")
    abandon(journal)
    (file,) = tmp_path.glob("*.journal")
    file.write_text(f'{file.read_text()}{{"writing": ["", "", 1], "text": {said}}}\n[2, 0, "c"]\n')
    found = contents.read(file)
    assert found is not None
    assert found.writing == InField("", "", 1)


def test_what_did_not_change_takes_no_line(tmp_path: Path) -> None:
    journal = Journal(tmp_path, PATH, "a")
    for text in ("a", "b", "b", "b"):
        journal.record(text)
    abandon(journal)
    (file,) = tmp_path.glob("*.journal")
    assert len(file.read_text().splitlines()) == 2


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("one two", "one and two", [4, 0, "and "]),
        ("one two", "two", [0, 4, ""]),
        ("aaaa", "aaa", [3, 1, ""]),
        ("aaa", "aaaa", [3, 0, "a"]),
        ("", "text", [0, 0, "text"]),
        ("text", "", [0, 4, ""]),
        ("abc", "xyz", [0, 3, "xyz"]),
        ("😀 a", "😀 b", [2, 1, "b"]),
    ],
)
def test_a_line_holds_what_differs(
    tmp_path: Path, before: str, after: str, line: list[object]
) -> None:
    journal = Journal(tmp_path, PATH, before)
    journal.record(after)
    abandon(journal)
    (file,) = tmp_path.glob("*.journal")
    assert json.loads(file.read_text().splitlines()[1]) == [*line, checksum(after)]
    assert recovered(tmp_path) == [after]


def test_the_header_says_whose_text_it_is(tmp_path: Path) -> None:
    journal = Journal(tmp_path, PATH, "a", "0" * 64)
    abandon(journal)
    (file,) = tmp_path.glob("*.journal")
    header = json.loads(file.read_text().splitlines()[0])
    assert header == {
        "journal": 3,
        "path": str(PATH.resolve()),
        "sha256": "0" * 64,
        "pid": os.getpid(),
        "text": "a",
        "crc32": checksum("a"),
    }


def test_every_map_that_was_open_is_offered(tmp_path: Path) -> None:
    for name in ("one", "two", ""):
        journal = Journal(tmp_path, Path(name) if name else None, name)
        journal.record(f"{name} edited")
        abandon(journal)
    found = {recovery.path: recovery.text() for recovery in find([tmp_path]).recoveries}
    assert found == {
        Path("one").resolve(): "one edited",
        Path("two").resolve(): "two edited",
        None: " edited",
    }


def test_looking_twice_finds_the_same(tmp_path: Path) -> None:
    journal = Journal(tmp_path, PATH, "a")
    journal.record("b")
    abandon(journal)
    assert recovered(tmp_path) == recovered(tmp_path) == ["b"]


@pytest.mark.parametrize("line", ["{}", "[]", "[1, 2]", '["a", "b", "c"]', "3", "null", "]"])
def test_a_line_that_is_none_of_ours_ends_the_text(tmp_path: Path, line: str) -> None:
    journal = Journal(tmp_path, PATH, "one")
    journal.record("one two")
    abandon(journal)
    (file,) = tmp_path.glob("*.journal")
    file.write_text(f"{file.read_text()}{line}\n[0, 0, lost]\n")
    assert recovered(tmp_path) == ["one two"]


def test_the_journal_of_a_newer_version_is_left_to_it(tmp_path: Path) -> None:
    newer = tmp_path / "0123.journal"
    newer.write_text('{"journal": 4, "edits": "in another form"}\n')
    assert find([tmp_path]) == Found()
    assert not open_elsewhere([tmp_path], PATH)
    assert newer.exists()


def test_one_s_own_journal_is_nobody_else_s(tmp_path: Path) -> None:
    journal = Journal(tmp_path, PATH, "a")
    assert not open_elsewhere([tmp_path], PATH)
    abandon(journal)
    assert not open_elsewhere([tmp_path], PATH)


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert find([tmp_path / "none"]) == Found()
    assert not open_elsewhere([tmp_path / "none"], PATH)


def test_an_error_of_the_disk_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path, PATH, "a")

    def fail(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ArgmapError, match="Input/output error") as caught:
        journal.sync()
    assert caught.value.hint == "Save often until there is room on the disk."
    monkeypatch.undo()
    journal.discard()
    assert list(tmp_path.iterdir()) == []
