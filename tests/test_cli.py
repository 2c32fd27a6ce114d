"""The program as a process: what the shell sees."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from argmap import __version__, cli, paths
from argmap.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = str(paths.examples() / "indivisible-security.argmap.yaml")


def argmap(
    *arguments: str, given: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the program as `python -m argmap` from a bare checkout."""
    return subprocess.run(
        [sys.executable, "-m", "argmap", *arguments],
        cwd=ROOT,
        env=env,
        input=given,
        capture_output=True,
        check=False,
    )


def test_version() -> None:
    done = argmap("--version")
    assert (done.returncode, done.stdout.decode().strip()) == (0, f"argmap {__version__}")


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    shown = capsys.readouterr().out
    for command in COMMANDS:
        assert f"{command.name} " in shown
        assert command.summary in shown


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([command, "--help"]) == 0
    assert f"usage: argmap {command}" in capsys.readouterr().out


def test_every_command_stands_in_the_manual() -> None:
    manual = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"`argmap {command.name}" in manual


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["rendr"], "did you mean: argmap render"),
        (["missing.argmap.yaml"], "argmap new missing.argmap.yaml"),
        (["."], "is a folder"),
        (["--nonsense"], "argmap: error"),
        (["render"], "required"),
    ],
)
def test_mistakes_are_answered_in_one_sentence(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert said.out == ""


def test_a_bug_of_ours_is_one_line_and_a_report(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)  # no stream to read: nobody has foreseen that
    assert cli.main(["info", "-"]) == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    report = paths.state() / "crash.txt"
    assert str(report) in said
    assert "Traceback" in report.read_text(encoding="utf-8")


def test_pipes_in_and_out() -> None:
    done = argmap("render", "-", "-o", "-", given=Path(EXAMPLE).read_bytes())
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.rstrip().endswith(b"</svg>")


def test_a_reader_that_leaves_early_is_no_matter() -> None:
    script = f"'{sys.executable}' -m argmap schema | true"
    done = subprocess.run(["/bin/sh", "-c", script], cwd=ROOT, capture_output=True, check=True)
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "argmap", "info", EXAMPLE],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == b"argmap: output: No space left on device\n"


def test_a_terminal_without_the_letters_is_no_matter(tmp_path: Path) -> None:
    chinese = tmp_path / "map.argmap.yaml"
    chinese.write_text("argmap: 1\ntitle: 泳池\n", encoding="utf-8")
    done = argmap("info", str(chinese), env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert b"\\u6cf3" in done.stdout


INTERRUPTIBLE = """
import signal, sys
from argmap.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a test run in background ignores it
sys.exit(main(["info", "-"]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals work otherwise there")
def test_ctrl_c_is_one_word() -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTIBLE],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with process:
        assert process.stdin is not None
        # More than a pipe holds: when this is through, the program is reading.
        process.stdin.write(b"#" * 1_000_000)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert said == b"argmap: stopped\n"
    assert process.returncode == 130
