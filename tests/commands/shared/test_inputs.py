"""What every command makes of files that are none of those it hopes for."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.commands.conftest import POOL, Run

READING = {
    "info": ["info", "IT"],
    "check": ["check", "IT"],
    "fix": ["check", "IT", "--fix"],
    "evaluate": ["evaluate", "IT"],
    "semantics": ["evaluate", "IT", "--semantics", "grounded"],
    "render": ["render", "IT", "-o", "out.svg"],
    "convert": ["convert", "IT", "out.json"],
}
every_command = pytest.mark.parametrize("command", READING)


def on(run: Run, command: str, name: str, given: bytes | None = None) -> tuple[int, str, str]:
    return run(*(name if word == "IT" else word for word in READING[command]), given=given)


def folder(path: Path) -> None:
    path.mkdir()


def not_text(path: Path) -> None:
    path.write_bytes(bytes(range(256)))


def circle_of_links(path: Path) -> None:
    path.symlink_to(path.name)


def link_to_nothing(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


def below_a_file(path: Path) -> None:
    path.parent.write_text("a file where a folder should be", encoding="utf-8")


def device(path: Path) -> None:
    with contextlib.closing(socket.socket(socket.AF_UNIX)) as listening:
        listening.bind(path.name)


def nothing(path: Path) -> None:
    """Leave it missing."""


UNREADABLE: dict[str, tuple[Callable[[Path], None], str]] = {
    "missing.yaml": (nothing, "no such file"),
    "folder": (folder, "is a directory|is a folder"),
    "bytes.yaml": (not_text, "not utf-8"),
    "circle.yaml": (circle_of_links, "symbolic links"),
    "dangling.yaml": (link_to_nothing, "no such file"),
    "file/map.yaml": (below_a_file, "not a directory"),
    f"{'long' * 80}.yaml": (nothing, "name too long"),
    "socket.yaml": (device, "no such device"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="sockets and links of Unix")
@every_command
@pytest.mark.parametrize("name", UNREADABLE, ids=lambda name: name[:12])
def test_what_cannot_be_read_is_said_in_one_line(run: Run, command: str, name: str) -> None:
    make, words = UNREADABLE[name]
    make(Path(name))
    status, out, err = on(run, command, name)

    assert (status, out) == (2, "")
    (line,) = err.splitlines()
    assert line.startswith(f"argmap: {name}")
    assert re.search(words, line.lower())
    assert not Path("out.svg").exists()
    assert not Path("out.json").exists()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
@every_command
def test_a_file_of_others_is_told(run: Run, command: str) -> None:
    Path("pool.argmap.yaml").chmod(0)
    status, out, err = on(run, command, "pool.argmap.yaml")
    assert (status, out) == (2, "")
    assert "Permission denied" in err


NO_MAPS = {
    "a list": b"- one\n- two\n",
    "a sentence": b"Dear diary\n",
    "torn YAML": POOL.encode() + b"  - [\n",
    "zero bytes": b"argmap: 1\ntitle: a\0b\n",
    "brackets": b"argmap: 1\nstatements: " + b"[" * 5000,
}


@every_command
@pytest.mark.parametrize("what", NO_MAPS)
def test_what_is_no_map_is_status_2_and_writes_nothing(run: Run, command: str, what: str) -> None:
    Path("it.yaml").write_bytes(NO_MAPS[what])
    status, out, err = on(run, command, "it.yaml")

    assert status == 2
    said = out if command in {"check", "fix"} else err
    assert said.splitlines()[-1].removeprefix("argmap: ").startswith("it.yaml")
    assert "Traceback" not in out + err
    assert Path("it.yaml").read_bytes() == NO_MAPS[what]
    assert not Path("out.svg").exists()
    assert not Path("out.json").exists()


FORMATS = Path(__file__).parents[2] / "cases" / "formats"
OTHERS = ("carneades.yml", "dsanson.yml", "kialo-new.txt", "nodeset.json", "notes.md", "pool.opml")
"""Files of other programs: some are YAML and would pass for maps with nothing in them."""


@pytest.mark.parametrize("command", ["info", "check", "fix", "evaluate", "render"])
@pytest.mark.parametrize("name", OTHERS)
def test_a_file_of_another_program_is_told_with_what_makes_a_map_of_it(
    run: Run, command: str, name: str
) -> None:
    before = (FORMATS / name).read_bytes()
    Path(name).write_bytes(before)
    status, out, err = on(run, command, name)
    (line,) = (out + err).splitlines()
    assert status == 2
    assert "of another format" in line
    assert Path(name).read_bytes() == before
    assert not Path("out.svg").exists()

    (told,) = re.findall(r"`argmap (.+)`", line)
    assert run(*told.split()).status in {0, 1}
    assert run("info", told.split()[-1]).status in {0, 1}


@pytest.mark.parametrize("command", [c for c in READING if c not in {"fix", "convert"}])
@pytest.mark.parametrize("given", [b"", b"# only a remark\n"])
def test_a_file_that_is_still_empty_is_a_map_without_a_version(
    run: Run, command: str, given: bytes
) -> None:
    status, out, err = on(run, command, "-", given)
    assert status == 1
    assert "no-version" in out + err


@every_command
def test_a_line_of_a_million_letters_is_no_matter(run: Run, command: str) -> None:
    Path("long.yaml").write_text(f"argmap: 1\nsummary: {'a ' * 500_000}\n", encoding="utf-8")
    assert on(run, command, "long.yaml")[0] == 0


@every_command
def test_text_with_marks_of_other_systems_is_read(run: Run, command: str) -> None:
    text = b"\xef\xbb\xbf" + POOL.replace("\n", "\r\n").encode()
    Path("windows.yaml").write_bytes(text)
    status, _, err = on(run, command, "windows.yaml")
    assert status == 0
    assert "argmap: windows.yaml:" not in err


@pytest.mark.parametrize("command", [c for c in READING if c not in {"fix", "convert"}])
def test_standard_input_is_as_good_as_a_file(run: Run, command: str) -> None:
    piped = on(run, command, "-", POOL.encode())
    assert piped == on(run, command, "pool.argmap.yaml")
    assert piped[0] == 0


@pytest.mark.parametrize("command", [c for c in READING if c not in {"fix", "convert"}])
def test_standard_input_that_is_no_text_is_told(run: Run, command: str) -> None:
    status, out, err = on(run, command, "-", b"argmap: 1\ntitle: \xff\n")
    assert (status, out) == (2, "")
    assert err == (
        "argmap: -: The input is not UTF-8 text (byte 18). Convert it, for instance with `iconv`.\n"
    )


@every_command
def test_names_that_look_like_something_else(run: Run, command: str) -> None:
    for name in ("$(touch owned).yaml", "a b;c.yaml", "Büro 泳池.yaml", "x'\"y.yaml"):
        Path(name).write_text(POOL, encoding="utf-8")
        assert on(run, command, name)[0] == 0
    assert not Path("owned").exists()
