"""Files that are made to do harm do none: each is read in a process with limits."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from argmap.errors import ArgmapError, Place
from argmap.texts.reading import cage, child
from argmap.texts.reading.cage import extracted, read_file
from tests.texts.reading.files import packed, packed_zeros, pdf, pdf_of

HERE = Place("file")


def refused(name: str, data: bytes) -> str:
    with pytest.raises(ArgmapError) as caught:
        extracted(name, data, where=HERE)
    assert caught.value.hint
    return caught.value.message


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "letter.pdf"
    path.write_bytes(pdf([[(50, 700, "Dear council, we ask you.")]]))
    assert read_file(path).text == "Dear council, we ask you.\n"


def test_all_of_a_page_is_read_if_wanted() -> None:
    paragraph = b"<p>" + b"Some words, and more. " * 30 + b"</p>"
    page = b"<nav><a href='/'>Home</a></nav><article>" + 3 * paragraph + b"</article>"
    assert "Home" not in extracted("a.html", page, where=HERE).text
    assert "Home" in extracted("a.html", page, whole=True, where=HERE).text


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_pdf_that_fills_memory_is_refused() -> None:
    bomb = pdf_of([packed_zeros(2000)])
    assert len(bomb) < 3_000_000
    assert "memory" in refused("bomb.pdf", bomb)


def test_an_archive_that_fills_memory_is_refused() -> None:
    bomb = packed({"word/document.xml": b" " * 100_000_000})
    assert len(bomb) < 200_000
    assert "unpacked" in refused("bomb.docx", bomb)


def test_reading_is_stopped_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cage, "WAIT", 0.001)
    assert "seconds" in refused("a.txt", b"text")


def test_a_file_without_text_says_so() -> None:
    assert "no text" in refused("a.html", b"<p> </p>")
    assert "scan" in refused("a.pdf", pdf([[]]))


def test_a_file_that_is_too_large_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cage, "LARGEST", 3)
    (tmp_path / "a.txt").write_text("text", encoding="utf-8")
    with pytest.raises(ArgmapError, match="larger"):
        read_file(tmp_path / "a.txt")


def test_a_missing_library_is_named_with_the_line_that_installs_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pypdfium2.py").write_text("raise ModuleNotFoundError(name='pypdfium2')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(ArgmapError, match="pip install pypdfium2"):
        extracted("a.pdf", b"%PDF-1.4", where=HERE)


def test_modules_where_the_program_was_started_are_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert extracted("a.txt", b"text", where=HERE).text == "text"


@pytest.mark.parametrize(
    "line",
    [
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
    ],
)
def test_nothing_is_looked_up_and_nothing_runs(line: str) -> None:
    script = (
        "import sys; from argmap.texts.reading import child; child.limit();"
        f"sys.addaudithook(child.refuse_all_else); {line}"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert "PermissionError" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_nothing_is_written(tmp_path: Path) -> None:
    target = tmp_path / "written"
    script = (
        "import os; from argmap.texts.reading import child; child.limit();"
        f"os.write(os.open({str(target)!r}, os.O_CREAT | os.O_WRONLY), b'x')"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert "OSError" in done.stderr
    assert target.stat().st_size == 0


def test_why_a_process_ended() -> None:
    assert "memory" in cage._why(-6, b"")
    assert "memory" in cage._why(child.TOO_MUCH_MEMORY, b"")
    assert cage._why(1, b"Traceback\nValueError: odd") == (
        "The file could not be read. Its reader says: ValueError: odd."
    )
