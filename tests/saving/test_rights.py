"""What stays as it was when a file is written: names, owner, group, attributes."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from argmap.errors import ArgmapError
from argmap.saving import UnexpectedError, save_bytes, write_private
from argmap.saving.leftovers import remove_leftovers
from argmap.store.save import backup, save
from tests.disk import full_disk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights of Unix")


def _give_away(path: Path) -> None:
    try:
        path.chmod(0o666)  # or only root could write to it then
        os.chown(path, 12345, 23456)
    except PermissionError:
        pytest.skip("only root gives files away")


def test_all_names_of_a_file_get_the_new_text(tmp_path: Path) -> None:
    path, other = tmp_path / "map.yaml", tmp_path / "other.yaml"
    path.write_text("old and long")
    other.hardlink_to(path)
    save_bytes(path, b"new")
    assert other.read_text() == path.read_text() == "new"
    assert path.samefile(other)
    assert len(list(tmp_path.iterdir())) == 2


def test_a_file_with_two_names_is_only_replaced_if_it_is_the_one_that_was_meant(
    tmp_path: Path,
) -> None:
    path, other = tmp_path / "map.yaml", tmp_path / "other.yaml"
    path.write_text("theirs")
    other.hardlink_to(path)
    with pytest.raises(UnexpectedError):
        save_bytes(path, b"new", lambda there: there == b"old")
    assert other.read_text() == "theirs"
    assert len(list(tmp_path.iterdir())) == 2


def test_without_room_a_file_with_two_names_stays(tmp_path: Path) -> None:
    path, other = tmp_path / "map.yaml", tmp_path / "other.yaml"
    path.write_text("old")
    other.hardlink_to(path)
    with full_disk(10), pytest.raises(ArgmapError, match="could not be written"):
        save_bytes(path, b"new " * 100)
    assert other.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_file_of_somebody_else_stays_theirs(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("old")
    _give_away(path)
    save_bytes(path, b"new")
    status = path.stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (12345, 23456, 0o666)


def test_where_owners_cannot_be_given_the_file_is_written_where_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("old")
    _give_away(path)
    before = path.stat().st_ino

    def refuse(*_: int) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "fchown", refuse)
    save_bytes(path, b"new")
    assert path.read_text() == "new"
    assert (path.stat().st_ino, path.stat().st_uid) == (before, 12345)
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_noted_beside_a_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("old")
    try:
        os.setxattr(path, "user.tag", b"mine")
    except (AttributeError, OSError):
        pytest.skip("no attributes here")
    save_bytes(path, b"new")
    assert os.getxattr(path, "user.tag") == b"mine"


@pytest.mark.parametrize("rights", [0o600, 0o640, 0o444, 0o755])
def test_whoever_may_not_read_a_map_may_not_read_its_backup(tmp_path: Path, rights: int) -> None:
    path = tmp_path / "map.yaml"
    path.touch()
    path.chmod(rights)
    for kept in (backup(path), backup(path, "text")):
        assert stat.S_IMODE(kept.stat().st_mode) & 0o177 & ~rights == 0


def test_folders_of_the_program_are_private(tmp_path: Path) -> None:
    write_private(tmp_path / "state" / "argmap" / "recent.json", "{}")
    for folder in (tmp_path / "state", tmp_path / "state" / "argmap"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_file_that_is_made_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"

    def meant(there: bytes | None) -> bool:
        if there is None:
            path.write_text("theirs")
        return there is None

    with pytest.raises(UnexpectedError):
        save_bytes(path, b"mine", meant)
    assert path.read_text() == "theirs"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform != "linux", reason="where files change places")
@pytest.mark.parametrize("look", [1, 2])
@pytest.mark.parametrize("replacing", [False, True])
def test_what_is_written_between_the_looks_and_the_step_is_not_replaced(
    tmp_path: Path, *, replacing: bool, look: int
) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("old")
    looks: list[bytes | None] = []

    def meant(there: bytes | None) -> bool:
        looks.append(there)
        if len(looks) == look and replacing:
            (tmp_path / "theirs").write_text("theirs")
            (tmp_path / "theirs").replace(path)
        elif len(looks) == look:
            path.write_text("theirs")
        return there == b"old"

    with pytest.raises(UnexpectedError):
        save_bytes(path, b"mine", meant)
    assert looks == [b"old"] * look + [b"theirs"]
    assert path.read_text() == "theirs"
    assert list(tmp_path.iterdir()) == [path]


def test_a_change_of_the_same_size_and_time_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    known = save(path, "mine", None)
    before = path.stat()
    path.write_text("that")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(ArgmapError, match="changed by another program"):
        save(path, "more", known)


def test_leftovers_go_at_the_start(tmp_path: Path) -> None:
    (tmp_path / ".argmap-0123456789ab.tmp").write_text("half")
    remove_leftovers(tmp_path)
    assert not list(tmp_path.iterdir())
    remove_leftovers(tmp_path / "nowhere")
