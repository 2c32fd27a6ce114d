"""No journal is deleted because it cannot be read, and none hides another."""

from __future__ import annotations

import errno
import json
import os
import random
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.errors import ArgmapError
from argmap.saving.lock import take
from argmap.store.journal import Found, Journal, contents, find, open_elsewhere, set_aside
from argmap.store.journal import recovery as recovering
from argmap.store.journal.lines import checksum, lock_of
from tests.disk import OBEYS_RIGHTS
from tests.long import LONG
from tests.store.journal.abandoned import abandon, leave

TEXTS = (
    "argmap: 1\n",
    "argmap: 1\ntitle: An hour\n",
    "argmap: 1\ntitle: An hour of “work”\n",
    f"argmap: 1\ntitle: An hour of “work”\n{900 * 'abc '}\n",
    f"argmap: 2\ntitle: An hour of “work”\n{900 * 'abc '}!\n",
)


def failing(error: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(error, os.strerror(error))

    return fail


@pytest.mark.parametrize("error", [errno.EACCES, errno.EIO, errno.EMFILE])
def test_what_cannot_be_read_just_now_is_kept_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    file = leave(tmp_path, *TEXTS)
    (recovery,) = find([tmp_path]).recoveries
    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", failing(error))
        found = find([tmp_path])
        assert found.recoveries == ()
        assert [(u.file, u.damaged) for u in found.unreadable] == [(file, False)]
        said = found.unreadable[0].told()
        assert f"cannot be read: {os.strerror(error)}." in said.message
        assert str(file) in said.hint
        with pytest.raises(ArgmapError, match=os.strerror(error)):
            recovery.text()
    assert find([tmp_path]).recoveries[0].text() == TEXTS[-1]


@OBEYS_RIGHTS
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "journals"
    leave(folder, *TEXTS)
    folder.chmod(0)
    try:
        (found,) = find([folder, tmp_path / "none"]).unreadable
        assert found.file == folder
        assert "The journals" in str(found.told())
        assert f"They are kept in “{folder}”" in str(found.told())
    finally:
        folder.chmod(0o700)


@pytest.mark.parametrize("missing", ["path", "sha256", "pid", "crc32"])
def test_a_header_without_a_key_is_read(tmp_path: Path, missing: str) -> None:
    file = leave(tmp_path, *TEXTS)
    first, *rest = file.read_text().splitlines(keepends=True)
    header = json.loads(first)
    del header[missing]
    file.write_text("".join([f"{json.dumps(header)}\n", *rest]))
    (recovery,) = find([tmp_path]).recoveries
    assert recovery.text() == TEXTS[-1]
    assert recovery.damaged == (missing == "crc32")


def test_a_journal_of_the_first_version_is_read(tmp_path: Path) -> None:
    header = {"journal": 1, "path": None, "sha256": "", "pid": 1, "text": "one"}
    (tmp_path / "0123.journal").write_text(f'{json.dumps(header)}\n[3, 0, " two"]\n')
    (recovery,) = find([tmp_path]).recoveries
    assert (recovery.text(), recovery.damaged) == ("one two", False)


def test_a_journal_of_the_second_version_is_read(tmp_path: Path) -> None:
    header = {"journal": 2, "path": None, "sha256": "", "pid": 1, "text": "one"}
    header["crc32"] = checksum("one")
    change = [3, 0, " two", checksum("one two")]
    (tmp_path / "0123.journal").write_text(f"{json.dumps(header)}\n{json.dumps(change)}\n")
    (recovery,) = find([tmp_path]).recoveries
    assert (recovery.text(), recovery.damaged) == ("one two", False)


@pytest.mark.parametrize("step", [1, 2, 7, 500])
def test_a_line_that_is_wrong_is_told_wherever_checksums_are_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    monkeypatch.setattr(contents, "_STEP", step)
    texts = ["", *("x".join(map(str, range(number))) for number in range(1, 20))]
    file = leave(tmp_path, *texts)
    lines = file.read_bytes().splitlines(keepends=True)
    for number in range(1, len(lines)):
        file.write_bytes(b"".join(lines[:number] + lines[number + 1 :]))
        (recovery,) = find([tmp_path]).recoveries
        last = number == len(lines) - 1
        said = recovery.contents()
        assert (said.text, said.damaged_line) == (texts[number - 1], 0 if last else number + 1)


def test_a_lock_that_cannot_be_opened_does_not_hide_lost_work(tmp_path: Path) -> None:
    file = leave(tmp_path, *TEXTS)
    header, *rest = file.read_text().splitlines(keepends=True)
    ended = json.loads(header) | {"pid": 2**22 + 1}
    file.write_text("".join([f"{json.dumps(ended)}\n", *rest]))
    lock_of(file).unlink()
    lock_of(file).mkdir()
    (recovery,) = find([tmp_path]).recoveries
    assert recovery.text() == TEXTS[-1]
    assert not open_elsewhere([tmp_path], tmp_path / "map.yaml")


def test_where_no_lock_tells_a_living_writer_is_left_alone(tmp_path: Path) -> None:
    file = leave(tmp_path, *TEXTS, path=tmp_path / "map.yaml")
    lock_of(file).unlink()
    lock_of(file).mkdir()
    assert find([tmp_path]) == Found(), "this process is its writer"


@pytest.mark.skipif(sys.platform == "win32", reason="rights of Unix")
def test_a_lock_that_may_only_be_read_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = leave(tmp_path, *TEXTS)
    opened = os.open

    def only_read(path: str, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_WRONLY:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", only_read)
    held = take(lock_of(file))
    assert held is not None
    held.close()


@pytest.mark.parametrize("make", [Path.mkdir, getattr(os, "mkfifo", Path.mkdir)])
def test_what_is_no_file_is_told_and_waited_for_by_nobody(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "0123.journal")
    leave(tmp_path, *TEXTS)
    found = find([tmp_path])
    assert len(found.recoveries) == len(found.unreadable) == 1


def test_a_damaged_journal_can_be_put_aside(tmp_path: Path) -> None:
    file = leave(tmp_path, *TEXTS)
    content = b"\0" + file.read_bytes()
    file.write_bytes(content)
    (unreadable,) = find([tmp_path]).unreadable
    assert unreadable.damaged
    kept = set_aside(file)
    assert find([tmp_path]) == Found()
    assert kept.read_bytes() == content


def test_a_damaged_end_is_told_and_the_journal_stays_when_the_rest_was_recovered(
    tmp_path: Path,
) -> None:
    file = leave(tmp_path, *TEXTS)
    content = file.read_bytes().replace(b" of ", b" on ")
    file.write_bytes(content)
    (recovery,) = find([tmp_path]).recoveries
    assert recovery.damaged
    assert recovery.text() == TEXTS[1], "what comes after is not made of what is wrong"
    recovery.discard()
    assert find([tmp_path]) == Found()
    assert [f.read_bytes() for f in tmp_path.iterdir()] == [content]


def damage(content: bytes, chance: random.Random) -> bytes:
    """Return a content with one of the things done to it that disks and people do."""
    at, to = sorted(chance.choices(range(len(content) + 1), k=2))
    lines = content.splitlines(keepends=True)
    chance.shuffle(lines)
    flipped = bytearray(content)
    flipped[at % len(content)] ^= 1 << chance.randrange(8)
    return chance.choice(
        [
            content[:at],
            content[at:],
            content[:at] + content[to:],
            content[:at] + b"\0" * (to - at) + content[to:],
            content[:to] + content[at:],
            content[:at] + chance.randbytes(8) + content[at:],
            bytes(flipped),
            bytes(flipped),
            b"".join(lines),
            b"[" * 100_000 + content,
        ]
    )


def test_whatever_becomes_of_a_journal_what_is_offered_was_there_or_is_told_to_be_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contents, "_STEP", 2)  # so that some lines have no checksum compared
    chance = random.Random(11)
    good = leave(tmp_path, *TEXTS)
    lock_of(good).unlink()
    for _ in range(300 * LONG):
        bad = tmp_path / "0.journal"
        content = damage(good.read_bytes(), chance)
        bad.write_bytes(content)
        found = find([tmp_path])
        offered = {recovery.file: recovery for recovery in found.recoveries}
        assert offered[good].text() == TEXTS[-1], "the other one is offered"
        assert open_elsewhere([tmp_path], tmp_path / "map.yaml") is False
        if bad in offered:
            said = offered[bad].text()
            torn = content == good.read_bytes()[: len(content)]
            assert offered[bad].damaged or said == TEXTS[-1] or (torn and said in TEXTS), content
        assert not content or bad.read_bytes() == content, "it is kept as it is"
        for left in (bad, lock_of(bad)):
            left.unlink(missing_ok=True)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of Unix")
def test_journals_are_for_the_eyes_of_their_user_only(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "journals"
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    journal = Journal(folder, None, "secret")
    assert [stat.S_IMODE(f.stat().st_mode) for f in (folder, journal.file)] == [0o700, 0o600]
    assert stat.S_IMODE(lock_of(journal.file).stat().st_mode) == 0o600
    journal.discard()


def test_a_journal_that_has_gone_is_noticed(tmp_path: Path) -> None:
    for vanish in (Path.unlink, lambda file: file.rename(f"{file}.moved")):
        journal = Journal(tmp_path, None, "one")
        journal.require_there()
        vanish(journal.file)
        with pytest.raises(ArgmapError, match="no longer on the disk"):
            journal.record("two")
        journal.discard()


def test_one_that_cannot_be_deleted_says_that_it_has_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", failing(errno.EROFS))
        Journal(tmp_path, None, "one").discard()
        assert find([tmp_path]) == Found()
    assert find([tmp_path]) == Found()
    assert not list(tmp_path.iterdir())


def test_one_that_can_neither_be_deleted_nor_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(tmp_path, None, "one")
    monkeypatch.setattr(Path, "unlink", failing(errno.EROFS))
    monkeypatch.setattr(journal, "_append", failing(errno.EROFS))
    with pytest.raises(ArgmapError, match="cannot be deleted: Read-only file system"):
        journal.discard()


def test_what_was_saved_right_before_the_end_is_not_offered(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    journal = Journal(tmp_path, path, "old", "of the old text")
    journal.record("new")
    abandon(journal)
    assert len(find([tmp_path]).recoveries) == 1
    path.write_text("new")
    assert find([tmp_path]) == Found()


def test_searches_at_the_same_time_take_each_other_for_no_writer(tmp_path: Path) -> None:
    file = leave(tmp_path, *TEXTS)
    found: list[bool] = []

    def look() -> None:
        found.extend(recovering._is_ended(file) for _ in range(500))

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # one goes on in the middle of the other
    try:
        threads = [threading.Thread(target=look) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(before)
    assert found == 2000 * [True]
