"""`argmap resolve` where no window is needed, or none can be opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap import cli
from argmap.commands.machine import qt_platform
from argmap.merging.texts import merge_texts
from tests.commands.conftest import POOL

OURS, THEIRS = (POOL.replace("title: Should", f"title: {word}") for word in ("Must", "May"))
MARKS = POOL.replace(
    "title: Should", "<<<<<<< ours\ntitle: Must\n=======\ntitle: May\n>>>>>>> theirs\n#"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "pool.argmap.yaml"


def test_a_map_that_is_settled_needs_no_window(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(POOL, encoding="utf-8")
    assert cli.main(["resolve", str(file)]) == 0
    assert "Nothing is left to settle." in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == POOL


def test_without_a_display_it_says_what_can_be_done(
    file: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    torn = merge_texts(POOL, OURS, THEIRS, ("base", "ours", "theirs")).text
    file.write_text(torn, encoding="utf-8")
    monkeypatch.setattr(qt_platform, "is_linux", lambda: True)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.delenv("DISPLAY", raising=False)
    assert cli.main(["resolve", str(file)]) == 2
    assert "in an editor" in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == torn


@pytest.mark.parametrize("text", [None, MARKS], ids=["no file", "marks and no merge"])
def test_what_cannot_be_settled_is_left_alone(
    file: Path, text: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    if text:
        file.write_text(text, encoding="utf-8")
    assert cli.main(["resolve", str(file)]) == 2
    assert "pool.argmap.yaml" in capsys.readouterr().err
    assert not file.exists() or file.read_text(encoding="utf-8") == text
