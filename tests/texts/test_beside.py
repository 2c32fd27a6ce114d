"""Only ordinary files in the map's folder are opened, whatever a map names."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from argmap.model.argument_map import Source
from argmap.saving.digest import sha256
from argmap.texts import beside as opening
from argmap.texts.beside import NoTextError, OutsideError, opened
from argmap.texts.lookup import Fault, Kept, beside, in_the_map

posix = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")


def read_beside(folder: Path, name: str) -> bytes:
    with opened(folder, name) as file:
        return file.read()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    folder = tmp_path / "maps"
    (folder / "below").mkdir(parents=True)
    (folder / "text.txt").write_text("The text.", encoding="utf-8")
    (folder / "below" / "text.txt").write_text("The text below.", encoding="utf-8")
    return folder


def test_files_in_the_folder_and_below_are_read(folder: Path) -> None:
    assert read_beside(folder, "text.txt") == b"The text."
    assert read_beside(folder, "./below/text.txt") == b"The text below."


@pytest.mark.parametrize(
    "name",
    [
        "../secret.txt", "below/../../secret.txt", "below/../text.txt", "/etc/hostname",
        "C:\\x.txt", "C:x.txt", "\\\\server\\share\\x.txt", "\\x.txt", "..\\secret.txt", "a\0b",
    ],
)  # fmt: skip
def test_names_that_lead_out_are_not_followed(folder: Path, name: str) -> None:
    with pytest.raises(OutsideError):
        read_beside(folder, name)


@posix
@pytest.mark.parametrize("target", ["../secret.txt", "/etc/hostname", "../secret.txt\n"])
def test_links_that_lead_out_are_not_followed(folder: Path, target: str) -> None:
    (folder.parent / "secret.txt\n").write_text("secret", encoding="utf-8")
    (folder / "link.txt").symlink_to(target)
    (folder / "up").symlink_to("..")
    for name in ("link.txt", "up/secret.txt"):
        with pytest.raises(OutsideError):
            read_beside(folder, name)


@posix
def test_links_within_the_folder_are_followed(folder: Path) -> None:
    (folder / "link.txt").symlink_to("below/text.txt")
    assert read_beside(folder, "link.txt") == b"The text below."


@posix
def test_what_is_exchanged_for_a_link_meanwhile_is_not_followed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The path is looked at, then the folder becomes a link that leads out, then it is opened."""
    inner_path = opening._inner_path

    def looked_at(where: Path, name: str) -> Path:
        inner = inner_path(where, name)
        (folder / "below" / "text.txt").unlink()
        (folder / "below").rmdir()
        (folder / "below").symlink_to("..")
        (folder.parent / "text.txt").write_text("secret", encoding="utf-8")
        return inner

    monkeypatch.setattr(opening, "_inner_path", looked_at)
    with pytest.raises(OSError, match="below"):
        read_beside(folder, "below/text.txt")


@posix
def test_folders_pipes_and_devices_are_no_texts(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    for name in ("below", "pipe", "."):
        with pytest.raises(NoTextError, match="no ordinary file"):
            read_beside(folder, name)


@posix
def test_links_in_a_circle_end(folder: Path) -> None:
    (folder / "a").symlink_to("b")
    (folder / "b").symlink_to("a")
    with pytest.raises(NoTextError, match="circle"):
        read_beside(folder, "a")


def test_a_text_that_is_too_large_is_not_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGEST", 4)
    with pytest.raises(NoTextError, match="larger"):
        read_beside(folder, "text.txt")


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (Source("s", file="text.txt"), None),
        (Source("s", file="gone.txt"), Fault.MISSING),
        (Source("s", file="text.txt/below"), Fault.MISSING),
        (Source("s", file="../secret.txt"), Fault.OUTSIDE),
        (Source("s", file="below"), Fault.NO_TEXT),
        (Source("s", file="binary"), Fault.NO_TEXT),
        (Source("s", file="x" * 300), Fault.NO_TEXT),
        (Source("s"), None),
    ],
)
def test_a_lookup_says_why_there_is_no_text(
    folder: Path, source: Source, fault: Fault | None
) -> None:
    (folder / "binary").write_bytes(b"\xff\xfe\x00")
    kept = beside(folder)(source)
    assert kept.fault is fault
    assert bool(kept.text) == (source.file == "text.txt")


def test_the_text_of_the_map_counts_and_its_file_is_looked_at_all_the_same(folder: Path) -> None:
    both = beside(folder)(Source("s", text="Own.", file="gone.txt"))
    assert both.text
    assert (both.text.text, both.fault) == ("Own.", Fault.MISSING)


def test_a_file_is_read_once_as_long_as_it_is_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[bytes] = []
    reading = opening.OpenFile.read

    def noted(file: opening.OpenFile) -> bytes:
        read.append(reading(file))
        return read[-1]

    monkeypatch.setattr(opening.OpenFile, "read", noted)
    source = Source("s", file="text.txt")
    os.utime(folder / "text.txt", (1, 1))
    first, again = beside(folder)(source), beside(folder)(source)
    assert (again.text, again.sha256, read) == (first.text, first.sha256, [b"The text."])
    (folder / "text.txt").write_bytes(b"The TEXT.")
    changed = beside(folder)(source)
    assert changed.text
    assert changed.text.text == "The TEXT."
    beside(folder)(source)
    assert read == [b"The text.", b"The TEXT.", b"The TEXT."], "what is new may change again"


def test_files_are_not_looked_at_without_a_folder() -> None:
    assert in_the_map(Source("s", file="gone.txt")) == Kept()
    assert in_the_map(Source("s", file="../gone.txt")).fault is Fault.OUTSIDE


def test_the_hash_is_that_of_the_file(folder: Path) -> None:
    (folder / "bom.txt").write_bytes(b"\xef\xbb\xbfThe text.")
    kept = beside(folder)(Source("s", file="bom.txt"))
    assert kept.text
    assert kept.text.text == "The text."
    assert kept.sha256 == sha256(b"\xef\xbb\xbfThe text.")
