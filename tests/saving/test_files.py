"""Writing is whole or not at all, and what was there before says who may read it."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap import saving
from argmap.errors import ArgmapError
from argmap.saving import save_bytes


def test_a_folder_or_a_missing_one_gives_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ArgmapError, match="not a file"):
        save_bytes(tmp_path, b"x")
    with pytest.raises(ArgmapError, match="could not be written"):
        save_bytes(tmp_path / "nowhere" / "map.yaml", b"x")


@pytest.mark.parametrize("stopped", [OSError(errno.ENOSPC, "no space"), KeyboardInterrupt()])
def test_whatever_stops_the_writing_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped: BaseException
) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("old")

    def stop(_: int) -> None:
        raise stopped

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises((ArgmapError, KeyboardInterrupt)):
        save_bytes(path, b"new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_names_the_file_what_happened_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ArgmapError) as caught:
        save_bytes(tmp_path / "map.yaml", b"new")
    assert str(caught.value) == (
        f"{tmp_path / 'map.yaml'}: The file could not be written: No space left on device."
        " What was there before is untouched. Choose another place, or make room."
    )


def test_a_folder_that_is_not_there_is_named_as_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(ArgmapError) as caught:
        save_bytes(tmp_path / "nowhere" / "map.yaml", b"new")
    assert caught.value.hint == (
        "What was there before is untouched. Choose another place, or make its folder first."
    )


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links of Unix")
class TestUnix:
    def test_every_permission_is_kept(self, tmp_path: Path) -> None:
        path = tmp_path / "map.yaml"
        for mode in (0o600, 0o640, 0o666, 0o755, 0o2664):
            path.touch()
            path.chmod(mode)
            save_bytes(path, b"x")
            assert stat.S_IMODE(path.stat().st_mode) == mode

    def test_links_are_followed_to_their_end(self, tmp_path: Path) -> None:
        (tmp_path / "folder").mkdir()
        real = tmp_path / "folder" / "real.yaml"
        real.write_text("old")
        (tmp_path / "folder" / "inner").symlink_to("real.yaml")
        (tmp_path / "outer").symlink_to("folder/inner")
        save_bytes(tmp_path / "outer", b"new")
        assert real.read_text() == "new"
        assert (tmp_path / "outer").is_symlink()
        assert (tmp_path / "folder" / "inner").is_symlink()

    def test_a_link_to_nothing_gets_what_it_points_to(self, tmp_path: Path) -> None:
        (tmp_path / "link").symlink_to("later.yaml")
        save_bytes(tmp_path / "link", b"new")
        assert (tmp_path / "later.yaml").read_text() == "new"

    def test_links_in_a_circle_are_told(self, tmp_path: Path) -> None:
        (tmp_path / "one").symlink_to("two")
        (tmp_path / "two").symlink_to("one")
        with pytest.raises(ArgmapError, match="could not be written"):
            save_bytes(tmp_path / "one", b"new")
        assert sorted(p.name for p in tmp_path.iterdir()) == ["one", "two"]

    def test_a_pipe_is_no_file(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(ArgmapError, match="it is not a file"):
            save_bytes(tmp_path / "pipe", b"new")
        assert list(tmp_path.iterdir()) == [tmp_path / "pipe"]


WAYS: dict[str, Callable[[Path], None]] = {
    "a result": lambda path: saving.write_bytes(path, b"new"),
    "a new file": lambda path: saving.write_new(path, b"new"),
    "a file of our own": lambda path: saving.write_private(path, "new"),
    "a copy": lambda path: saving.copy(Path(__file__), path),
}


@pytest.mark.parametrize("way", WAYS)
def test_what_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        WAYS[way](tmp_path / "file")
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_never_takes_the_place_of_another(tmp_path: Path) -> None:
    saving.write_new(tmp_path / "file", b"mine")
    with pytest.raises(FileExistsError):
        saving.write_new(tmp_path / "file", b"yours")
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_a_file_of_our_own_gets_its_folder_and_any_text(tmp_path: Path) -> None:
    path = tmp_path / "some" / "where" / "file.txt"
    saving.write_private(path, "ü\n\ud800")
    assert path.read_bytes() == "ü\n".encode() + b"\\ud800"


def test_a_copy_has_the_time_of_what_it_is_a_copy_of(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"a\r\n\xff" * 1_000_000)
    os.utime(tmp_path / "old", ns=(1_000_000_000, 2_000_000_000))
    saving.copy(tmp_path / "old", tmp_path / "below" / "new")
    assert (tmp_path / "below" / "new").read_bytes() == (tmp_path / "old").read_bytes()
    assert (tmp_path / "below" / "new").stat().st_mtime_ns == 2_000_000_000


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of Unix")
class TestWhoMayRead:
    def test_a_file_of_our_own_is_private_unless_its_user_says_otherwise(
        self, tmp_path: Path
    ) -> None:
        path = tmp_path / "own.json"
        saving.write_private(path, "{}")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        path.chmod(0o644)
        saving.write_private(path, "{}")
        assert stat.S_IMODE(path.stat().st_mode) == 0o644

    def test_a_copy_is_for_those_who_could_read_the_original(self, tmp_path: Path) -> None:
        (tmp_path / "old").touch(0o640)
        saving.copy(tmp_path / "old", tmp_path / "new")
        assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640

    def test_a_private_file_is_private_while_it_is_written(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "map.yaml"
        path.touch(0o600)
        seen: list[int] = []
        sync = os.fsync

        def look(descriptor: int) -> None:
            seen.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
            sync(descriptor)

        monkeypatch.setattr(os, "fsync", look)
        save_bytes(path, b"secret")
        assert seen[0] == 0o600

    def test_a_device_is_written_to_and_stays_one(self, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe"
        os.mkfifo(pipe)
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        saving.write_to_device(pipe, b"text")
        assert os.read(reader, 9) == b"text"
        os.close(reader)
        assert stat.S_ISFIFO(pipe.stat().st_mode)
