import io
import json
import sys

import pytest

from argmap.commands.shared.console import printable, with_progress, write_message


class Terminal(io.StringIO):
    """Standard error that somebody looks at."""

    def isatty(self) -> bool:
        return True

    def screen(self) -> list[str]:
        """Return the lines as they stand at the end: a carriage return goes back over a line."""
        shown = []
        for line in self.getvalue().split("\n"):
            over = ""
            for part in line.split("\r"):
                over = part + over[len(part) :]
            shown.append(over.rstrip())
        return shown


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Let a terminal look on; in the test itself, as pytest sets the streams anew before it."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    return terminal


def test_a_bar_shows_how_far_it_is_and_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    seen = []
    for name in with_progress(["a.yaml", "b.yaml"]):
        seen.append(name)
        assert shown.screen()[-1].endswith(f"{len(seen) - 1}/2 {name}")
    assert seen == ["a.yaml", "b.yaml"]
    assert shown.screen() == [""]


def test_messages_do_not_mix_with_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    for name in with_progress(["a.yaml", "b.yaml"]):
        write_message(f"{name} is bad")
    assert shown.screen() == ["argmap: a.yaml is bad", "argmap: b.yaml is bad", ""]


def test_a_long_name_stays_on_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    for _ in with_progress(["x" * 500, "y"]):
        assert all(len(line) < 80 for line in shown.screen())


def test_one_file_needs_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = terminal(monkeypatch)
    assert list(with_progress(["a.yaml"])) == ["a.yaml"]
    assert shown.getvalue() == ""


def test_no_bar_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    assert list(with_progress(["a", "b"])) == ["a", "b"]
    assert capsys.readouterr() == ("", "")


def test_control_characters_are_escaped() -> None:
    assert printable("a\x1b[2Jb\x9bc\x7f\rd\n\te") == "a\\u001b[2Jb\\u009bc\\u007f\\u000dd\n\te"
    assert printable("a\u202egnp\u2069.txt") == r"a\u202egnp\u2069.txt"
    assert printable("עברית\u200f!") == "עברית\u200f!", "marks turn nothing round"
    assert json.loads(printable(json.dumps("\x9b\u202e", ensure_ascii=False))) == "\x9b\u202e"
