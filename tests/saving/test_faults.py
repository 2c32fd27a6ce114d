"""Whichever call of the system fails, the file is whole, and the error a sentence."""

from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest

from argmap.errors import ArgmapError
from argmap.saving import save_bytes, save_new, write_private
from argmap.store.save import fingerprint, save
from tests.disk import OBEYS_RIGHTS
from tests.saving.failing import FailingCalls

OLD, NEW = "old " * 100, "new " * 200
MOST = 60
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EMFILE)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="calls of Unix")


@pytest.mark.parametrize("forever", [False, True])
@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("links", [1, 2])
def test_a_call_that_fails_tears_nothing(
    tmp_path: Path, error: int, *, forever: bool, links: int
) -> None:
    path = tmp_path / "map.yaml"
    for number in range(1, MOST):
        path.unlink(missing_ok=True)
        path.write_text(OLD)
        if links == 2:
            (tmp_path / "other").unlink(missing_ok=True)
            (tmp_path / "other").hardlink_to(path)
        known = fingerprint(path)
        with pytest.MonkeyPatch.context() as patch:
            calls = FailingCalls(patch, error, forever=forever)
            calls.left = number
            try:
                save(path, NEW, known)
                saved = True
            except ArgmapError:
                saved = False
        assert path.read_text() in ((NEW,) if saved else (OLD, NEW)), number
        if calls.left > 0:
            assert saved
            break
    else:
        pytest.fail("saving makes more calls than were tried")
    save_bytes(path, b"again")
    left = {p.name for p in tmp_path.iterdir() if not _is_spare(p)}
    assert left == ({"map.yaml"} if links == 1 else {"map.yaml", "other"})


def _is_spare(path: Path) -> bool:
    """Whether it is the old text of a file that was written to in place, which could not go."""
    return ".before-" in path.name and path.read_text() == OLD


@pytest.mark.parametrize("error", ERRORS)
def test_a_new_file_is_there_whole_or_not_at_all(tmp_path: Path, error: int) -> None:
    path = tmp_path / "map.yaml"
    for number in range(1, MOST):
        path.unlink(missing_ok=True)
        with pytest.MonkeyPatch.context() as patch:
            calls = FailingCalls(patch, error, forever=False)
            calls.left = number
            try:
                save_new(path, b"new", 0o600)
                saved = True
            except ArgmapError:
                saved = False
        there = path.read_bytes() if path.exists() else None
        assert there == b"new" or (there is None and not saved), number
        if calls.left > 0:
            break
    write_private(tmp_path / "another", "which tidies up")
    assert {p.name for p in tmp_path.iterdir()} == {"map.yaml", "another"}


def test_what_a_killed_program_left_is_removed_by_the_next_that_saves(tmp_path: Path) -> None:
    (tmp_path / ".argmap-0123456789ab.tmp").write_text("half")
    (tmp_path / ".other-0123456789ab.tmp").write_text("somebody else's")
    save_bytes(tmp_path / "map.yaml", b"new")
    assert {p.name for p in tmp_path.iterdir()} == {"map.yaml", ".other-0123456789ab.tmp"}


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArgmapError, match="could not be written") as caught:
        save(tmp_path / ("x" * 300), "new", None)
    assert "Choose a shorter name." in caught.value.hint
    assert not list(tmp_path.iterdir())


@OBEYS_RIGHTS
def test_a_folder_that_may_not_be_searched_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    known = save(folder / "map.yaml", "old", None)
    folder.chmod(0o600)
    try:
        with pytest.raises(ArgmapError, match="Permission denied"):
            save(folder / "map.yaml", "new", known)
        with pytest.raises(ArgmapError, match="Permission denied"):
            fingerprint(folder / "map.yaml")
    finally:
        folder.chmod(0o700)
