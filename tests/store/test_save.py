"""Saving is whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from argmap.errors import ArgmapError
from argmap.store.save import (
    ChangedOnDiskError,
    Fingerprint,
    backup,
    changed_on_disk,
    fingerprint,
    save,
)


def test_a_new_file_is_written(tmp_path: Path) -> None:
    path = tmp_path / "new.argmap.yaml"
    print_ = save(path, "argmap: 1\r\ntitle: 漢\n", None)
    assert path.read_bytes() == "argmap: 1\r\ntitle: 漢\n".encode()
    assert print_ == fingerprint(path)
    assert [p.name for p in tmp_path.iterdir()] == ["new.argmap.yaml"]


def test_permissions_and_links_are_kept(tmp_path: Path) -> None:
    real = tmp_path / "real.yaml"
    real.write_text("old")
    real.chmod(0o640)
    link = tmp_path / "link.yaml"
    link.symlink_to(real)
    save(link, "new", fingerprint(link))
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    save(tmp_path / "new", "x", None)
    assert (tmp_path / "new").stat().st_mode == usual.stat().st_mode


def test_a_change_of_somebody_else_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    mine = save(path, "mine", None)
    path.write_text("their")
    with pytest.raises(ChangedOnDiskError):
        save(path, "mine again", mine)
    assert path.read_text() == "their"


def test_a_change_of_the_same_size_and_time_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    mine = save(path, "mine", None)
    before = path.stat()
    path.write_text("yours"[:4])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert changed_on_disk(path, mine)


def test_a_file_that_was_only_touched_is_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    mine = save(path, "mine", None)
    os.utime(path, ns=(1, 1))
    assert not changed_on_disk(path, mine)
    save(path, "mine again", mine)
    assert path.read_text() == "mine again"


def test_a_file_that_appeared_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("their")
    with pytest.raises(ChangedOnDiskError):
        save(path, "mine", None)
    assert path.read_text() == "their"


def test_a_file_that_was_deleted_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    mine = save(path, "mine", None)
    path.unlink()
    assert changed_on_disk(path, mine)
    save(path, "mine again", mine)
    assert path.read_text() == "mine again"


def test_a_read_only_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("old")
    path.chmod(0o444)
    with pytest.raises(ArgmapError, match="read-only"):
        save(path, "new", fingerprint(path))
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(sys.platform != "linux", reason="limits the size of files")
def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("old")
    script = """
        import resource, signal, sys
        from pathlib import Path
        from argmap.errors import ArgmapError
        from argmap.store.save import fingerprint, save
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        path = Path(sys.argv[1])
        try:
            save(path, "x" * 100_000, fingerprint(path))
        except ArgmapError as error:
            print(error)
    """
    done = run(script, path)
    assert "could not be written" in done.stdout, done.stderr
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_backups_take_free_names(tmp_path: Path) -> None:
    path = tmp_path / "pool.argmap.yaml"
    names = [backup(path, text).name for text in ("one", "two")]
    assert names == ["pool.backup-1.argmap.yaml", "pool.backup-2.argmap.yaml"]
    assert (tmp_path / names[0]).read_text() == "one"


def test_a_backup_of_the_file_is_kept_byte_for_byte(tmp_path: Path) -> None:
    path = tmp_path / "pool.argmap.yaml"
    path.write_bytes(b"\xff not UTF-8\r\n")
    assert backup(path).read_bytes() == b"\xff not UTF-8\r\n"
    path.unlink()
    with pytest.raises(ArgmapError, match="cannot be read"):
        backup(path)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9")
def test_killing_the_program_while_it_saves_loses_nothing(tmp_path: Path) -> None:
    script = """
        import sys
        from pathlib import Path
        from argmap.store.save import fingerprint, save
        path = Path(sys.argv[1])
        number = 0
        while True:
            number += 1
            save(path, f"{number}\\n" * 20_000, fingerprint(path))
            print(number, flush=True)
    """
    path = tmp_path / "map.yaml"
    for rounds in range(1, 9):
        process = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(script), str(path)],
            stdout=subprocess.PIPE,
            text=True,
        )
        with process:
            assert process.stdout is not None
            said = [process.stdout.readline() for _ in range(rounds)]
            process.send_signal(signal.SIGKILL)
        lines = path.read_text().splitlines()
        assert len(lines) == 20_000
        assert set(lines) == {lines[0]}
        assert int(lines[0]) >= int(said[-1])


def run(script: str, *arguments: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("name", ["x" * 250, "漢" * 80, "a map.yaml", "-map", "map\n.yaml"])
def test_any_name_a_file_can_have_is_saved(tmp_path: Path, name: str) -> None:
    print_ = save(tmp_path / name, "new", None)
    assert save(tmp_path / name, "newer", print_) == fingerprint(tmp_path / name)
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_what_was_saved_is_not_changed_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    print_ = save(path, "new", None)
    assert not changed_on_disk(path, print_)
    assert not changed_on_disk(tmp_path / "none.yaml", None)
    assert changed_on_disk(path, None), "it was not there"


def test_a_refusal_says_what_can_be_done(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("their")
    with pytest.raises(ChangedOnDiskError) as caught:
        save(path, "mine", None)
    assert caught.value.hint == (
        "Read it again, or keep yours: the other text then goes to a backup."
    )
    assert caught.value.where.file == str(path)


def test_what_cannot_be_read_has_no_fingerprint(tmp_path: Path) -> None:
    assert fingerprint(tmp_path / "none.yaml") is None
    with pytest.raises(ArgmapError, match="cannot be read"):
        fingerprint(tmp_path)
    with pytest.raises(ArgmapError, match="cannot be read"):
        changed_on_disk(tmp_path, Fingerprint(0, ""))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("pool.argmap.yaml", "pool.backup-1.argmap.yaml"),
        ("pool.argmap", "pool.backup-1.argmap"),
        ("pool.yaml", "pool.backup-1.yaml"),
        ("pool.yml", "pool.backup-1.yml"),
        ("pool", "pool.backup-1"),
        ("my.pool.argmap.yaml", "my.pool.backup-1.argmap.yaml"),
        ("pool.json", "pool.json.backup-1"),
    ],
)
def test_a_backup_opens_as_what_it_is_a_backup_of(tmp_path: Path, name: str, kept: str) -> None:
    assert backup(tmp_path / name, "text") == tmp_path / kept
    assert (tmp_path / kept).read_text() == "text"


def test_a_backup_never_takes_the_place_of_another(tmp_path: Path) -> None:
    path = tmp_path / "pool.argmap.yaml"
    for number in range(1, 12):
        backup(path, str(number))
    texts = {p.read_text() for p in tmp_path.iterdir()}
    assert texts == {str(number) for number in range(1, 12)}
