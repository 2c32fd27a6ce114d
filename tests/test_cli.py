"""The program as a process: what the shell sees."""

import os
import re
import shlex
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
    for name, summary in COMMANDS.items():
        assert f"\n    {name}" in shown
        assert summary in shown


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([command, "--help"]) == 0
    assert f"usage: argmap {command}" in capsys.readouterr().out


def test_every_command_stands_in_the_manual() -> None:
    manual = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"`argmap {command}" in manual


def options_of(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*", text)) - {"--help"}


@pytest.mark.parametrize("command", COMMANDS)
def test_the_manual_has_all_options_and_no_others(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main([command, "--help"])
    known = options_of(capsys.readouterr().out)
    manual = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    section = re.search(rf"^## {command}\n(.*?)(?=^## |\Z)", manual, re.MULTILINE | re.DOTALL)
    told = options_of(section[1] if section else "")
    assert known - {"--output"} <= told
    assert told <= known


def shown_lines() -> list[str]:
    """Return every command line that the manuals show."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    blocks = re.findall(r"^```(?:sh|console|bash)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    commands = "|".join(COMMANDS)
    found = (re.search(rf"\bargmap ((?:{commands})\b[^#|>]*)", line) for line in lines)
    return [match[1].strip() for match in found if match]


@pytest.mark.parametrize("line", shown_lines())
def test_command_lines_that_the_manuals_show_are_understood(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", None)
    cli.main(shlex.split(line))
    said = capsys.readouterr().err
    assert "There is no option" not in said
    assert "--help` says more" not in said
    assert "a mistake in argmap" not in said


def test_the_manuals_show_how_each_command_is_used() -> None:
    shown = {line.split()[0] for line in shown_lines()}
    assert shown >= {"render", "convert", "check"}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["rendr"], "Did you mean `argmap render`?"),
        (["missing.argmap.yaml"], "argmap new missing.argmap.yaml"),
        (["."], "is a folder"),
        (["--nonsense"], "There is no option `--nonsense`."),
        (["--verison"], "Did you mean `--version`?"),
        (["-v"], "Did you mean `--version`?"),
        (["help", "rendr"], "Did you mean `render`?"),
        (["help", "nonsense"], "`argmap help` lists all commands."),
        (["render"], "required"),
        (["render", "a.yaml", "--ouput", "a.svg"], "Did you mean `--output`?"),
        (["evaluate", "a.yaml", "--wyh=x"], "Did you mean `--why`?"),
        (["render", "a.yaml", "-o", "a.svg", "--scale", "-1"], "not a number above 0"),
    ],
)
def test_mistakes_are_answered_in_one_sentence(
    arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert said.err.count("\n") == 1
    assert said.out == ""


def test_help_is_a_word_too(capsys: pytest.CaptureFixture[str]) -> None:
    for asked, flag in ((["help"], ["--help"]), (["help", "render"], ["render", "--help"])):
        assert cli.main(asked) == 0
        shown = capsys.readouterr().out
        assert cli.main(flag) == 0
        assert shown == capsys.readouterr().out


def test_a_bug_of_ours_is_one_line_and_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    # No shell can give such a name, so nobody has foreseen it.
    assert cli.main(["info", "zero\0byte"]) == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    report = paths.state() / "crash.txt"
    assert str(report) in said
    assert "Traceback" in report.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("format_", "head"), [("svg", b"<?xml "), ("dot", b"digraph"), ("png", b"\x89PNG\r\n\x1a\n")]
)
def test_pipes_in_and_out(format_: str, head: bytes, tmp_path: Path) -> None:
    given = Path(EXAMPLE).read_bytes()
    done = argmap("render", "-", "-o", "-", "--format", format_, given=given)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(head)
    assert cli.main(["render", EXAMPLE, "-o", str(tmp_path / f"it.{format_}")]) == 0
    assert done.stdout == (tmp_path / f"it.{format_}").read_bytes()


@pytest.mark.skipif(sys.platform == "win32", reason="how shells of Unix close a stream")
@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        ("info IT >&-", 2, b"argmap: There is no standard output to write to.\n"),
        ("check IT >&-", 0, b""),
        ("schema >&-", 2, b"argmap: There is no standard output to write to.\n"),
        ("render IT -o - >&-", 2, b"argmap: There is no standard output to write to.\n"),
        ("info - <&-", 2, b"argmap: There is no standard input to read. Name a file.\n"),
        ("convert - - --to text <&-", 2, b"argmap: There is no standard input to read."),
        ("info missing 2>&-", 2, b""),
        ("check missing IT 2>&-", 1, b""),
        ("render IT missing -o OUT 2>&-", 1, b""),
        ("convert IT OUT/pool.txt --report json 2>&-", 0, b""),
    ],
)
def test_a_stream_that_the_shell_closed_is_no_crash(
    line: str, status: int, said: bytes, tmp_path: Path
) -> None:
    script = line.replace("IT", f"'{EXAMPLE}'").replace("OUT", f"'{tmp_path}'")
    command = f"exec '{sys.executable}' -m argmap {script}"
    done = subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (status, b"")
    assert done.stderr.startswith(said)
    assert (paths.state() / "crash.txt").exists() is False


def test_a_script_without_a_font_is_drawn_without_remarks_of_qt() -> None:
    given = "argmap: 1\nstatements:\n  - {id: a, text: यह वाक्य स्पष्ट है।}\n"
    done = argmap("render", "-", "--format", "pdf", "-o", "-", given=given.encode())
    assert done.stdout.startswith(b"%PDF")
    assert done.stderr == b""


@pytest.mark.parametrize(
    "arguments",
    [
        ["convert", "--to", "text", EXAMPLE, "-"],
        ["convert", EXAMPLE, "--to", "text", "-"],
        ["convert", EXAMPLE, "-", "--to", "text"],
        ["convert", "--to", "text", "--", EXAMPLE, "-"],
    ],
)
def test_files_and_options_come_in_any_order(
    arguments: list[str], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert cli.main(arguments) == 0
    assert capsysbinary.readouterr().out.startswith(b"Western states owe")


def test_after_two_hyphens_all_are_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "--json").write_bytes(b"argmap: 1\ntitle: An odd name\n")
    assert cli.main(["info", "--", "--json"]) == 0
    assert capsys.readouterr().out.startswith("title       An odd name\n")


@pytest.mark.parametrize("command", ["info", "evaluate"])
def test_a_second_file_is_one_too_many(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([command, EXAMPLE, "another.yaml"]) == 2
    said = capsys.readouterr().err
    assert f"Unrecognized arguments: another.yaml. `argmap {command} --help` says more." in said


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
    assert done.stderr == b"argmap: output: No space left on device.\n"


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
    assert said == b"argmap: Stopped.\n"
    assert process.returncode == 130


def test_a_command_looks_for_garbage_seldom_and_the_window_at_its_own_times() -> None:
    script = (
        "import gc, sys; sys.argv = ['argmap', *sys.argv[1:]]\n"
        "from argmap.cli import main; main(); print(gc.get_threshold()[0])"
    )
    for words, seldom in ((["schema"], True), (["--version"], False), (["resolve"], False)):
        done = subprocess.run(
            [sys.executable, "-c", script, *words], capture_output=True, text=True, check=False
        )
        assert (int(done.stdout.split()[-1]) > 10_000) is seldom
