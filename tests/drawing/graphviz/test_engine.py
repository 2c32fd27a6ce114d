from __future__ import annotations

import logging
import os
import stat
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.drawing import theme
from argmap.drawing.graphviz import engine as graphviz
from argmap.drawing.graphviz import xdot
from argmap.drawing.graphviz.engine import CancelledError, Engine, GraphvizError
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions
from argmap.drawing.svg import svg
from tests.drawing.maps import POOL

SMALL = "digraph { a -> b }"

posix = pytest.mark.skipif(os.name == "nt", reason="programs are made of a script's first line")


def read(output: bytes) -> list[str]:
    """Take each whole plain output for one result."""
    return output.decode().split("stop\n")[:-1]


def program(folder: Path, body: str) -> str:
    """Make an executable of a few lines of Python."""
    path = folder / "engine"
    path.write_text(f"#!{sys.executable}\nimport os, sys, time\n{body}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_the_embedded_engine_is_found_without_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert graphviz.find().stem == "graphviz-pure"
    (plain,) = graphviz.run([SMALL], "plain", read)
    assert "node a" in plain


def test_the_package_tells_where_the_engine_is_if_it_is_not_beside_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = graphviz._embedded.__wrapped__()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    assert graphviz._embedded.__wrapped__() == found


def test_several_graphs_take_one_run() -> None:
    assert len(graphviz.run([SMALL] * 3, "plain", read)) == 3


@posix
def test_argmap_dot_names_another_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(graphviz.VARIABLE, program(tmp_path, "print('other\\nstop')"))
    assert graphviz.run([SMALL], "plain", read) == ["other\n"]


@posix
def test_an_engine_asked_for_comes_before_argmap_dot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(graphviz.VARIABLE, "/nowhere/dot")
    engine = Engine(program(tmp_path, "print('chosen\\nstop')"))
    assert graphviz.run([SMALL], "plain", read, engine=engine) == ["chosen\n"]


def test_a_missing_engine_is_told_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(graphviz.VARIABLE, "/nowhere/dot")
    with pytest.raises(GraphvizError, match="/nowhere/dot"):
        graphviz.run([SMALL], "plain", read)


def test_an_error_is_told_in_graphviz_s_own_words() -> None:
    with pytest.raises(GraphvizError, match="syntax error in line 1"):
        graphviz.run(["digraph { a -> }"], "json", xdot.read)


@posix
def test_whole_output_counts_whatever_the_exit_status(tmp_path: Path) -> None:
    engine = Engine(program(tmp_path, "print('fine\\nstop', flush=True); sys.exit(1)"))
    assert graphviz.run([SMALL], "plain", read, engine=engine) == ["fine\n"]


@posix
def test_what_fails_is_tried_once_more_with_the_fast_options(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    body = "fast = '-Gsplines=line' in sys.argv\nprint('fast\\nstop' if fast else 'half')"
    assert graphviz.run([SMALL], "plain", read, engine=Engine(program(tmp_path, body))) == [
        "fast\n"
    ]
    assert "drew 0 of 1 graphs" in caplog.text


@posix
def test_what_takes_too_long_is_tried_once_more_with_the_fast_options(tmp_path: Path) -> None:
    body = "if '-Gsplines=line' not in sys.argv: time.sleep(60)\nprint('fast\\nstop')"
    engine = Engine(program(tmp_path, body), time_limit=0.5)
    assert graphviz.run([SMALL], "plain", read, engine=engine) == ["fast\n"]


@posix
def test_what_takes_too_long_twice_is_an_error(tmp_path: Path) -> None:
    engine = Engine(program(tmp_path, "time.sleep(60)"), time_limit=0.1)
    with pytest.raises(GraphvizError, match="took longer than"):
        graphviz.run([SMALL], "plain", read, engine=engine)


@posix
def test_cancelling_kills_the_process(tmp_path: Path) -> None:
    started = tmp_path / "started"
    body = f"open({str(started)!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)"
    cancel = threading.Event()
    errors: list[Exception] = []

    def work() -> None:
        try:
            graphviz.run([SMALL], "plain", read, engine=engine, cancel=cancel)
        except CancelledError as error:
            errors.append(error)

    engine = Engine(program(tmp_path, body))
    worker = threading.Thread(target=work)
    worker.start()
    number = _written(started)
    cancel.set()
    worker.join(10)
    assert len(errors) == 1
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


@posix
def test_a_large_graph_goes_in_while_output_comes_out(tmp_path: Path) -> None:
    body = "text = sys.stdin.read()\ntime.sleep(.2)\nprint(len(text))\nprint('stop')"
    engine = Engine(program(tmp_path, body))
    assert graphviz.run(["x" * 2_000_000], "plain", read, engine=engine) == ["2000000\n"]


@posix
def test_text_is_no_command(tmp_path: Path) -> None:
    body = "print(repr(sys.argv[1:]), repr(sys.stdin.read()))\nprint('stop')"
    engine = Engine(program(tmp_path, body))
    (said,) = graphviz.run(["$(touch evil); -Tpng -o evil"], "plain", read, engine=engine)
    assert said == "['-Tplain'] '$(touch evil); -Tpng -o evil'\n"


@posix
def test_what_is_no_program_is_told(tmp_path: Path) -> None:
    path = tmp_path / "engine"
    path.write_bytes(b"\x00\x01")
    path.chmod(0o755)
    with pytest.raises(GraphvizError, match="does not start"):
        graphviz.run([SMALL], "plain", read, engine=Engine(str(path)))


def _written(path: Path) -> int:
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if path.exists() and path.read_text():
            return int(path.read_text())
        threading.Event().wait(0.01)
    raise AssertionError("the engine did not start")


@posix
@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("os.abort()", "exit status -6"),
        ("os.kill(os.getpid(), 9)", "exit status -9"),
        ("sys.exit(3)", "exit status 3"),
        ("pass", "exit status 0"),
        ("sys.stderr.write('Error: out of memory')", "out of memory"),
        ("sys.stderr.write('Warning: no font\\nError: <stdin>: bad\\n')", "<stdin>: bad"),
        ("sys.stderr.write('x' * 5000)", "x" * 200 + "."),
        ("sys.stdout.buffer.write(bytes(range(256)) * 100)", "exit status 0"),
        ("print('{' * 100_000)", "exit status 0"),
        ("print('<svg><g><polygon points=\"\"/></g></svg>')", "exit status 0"),
        ("print('<?xml?><svg')", "exit status 0"),
        ('print(\'{"bb": "0,0,1,1", "objects": [{"pos": "1,1"}]}\')', "exit status 0"),
    ],
)
@pytest.mark.parametrize("draw", [lay_out, svg])
def test_an_engine_that_gives_nothing_of_use_is_told_in_its_own_words(
    tmp_path: Path, draw: Callable[..., object], body: str, words: str
) -> None:
    engine = Engine(program(tmp_path, f"sys.stdin.read()\n{body}"))
    with pytest.raises(GraphvizError) as caught:
        draw(POOL, DrawingOptions(theme.load("light"), engine=engine))
    assert caught.value.message.startswith("Graphviz could not lay out the map")
    assert words in caught.value.message
    assert "another Graphviz" in caught.value.hint


@posix
def test_an_engine_that_ends_before_it_has_read_everything_is_an_error(tmp_path: Path) -> None:
    engine = Engine(program(tmp_path, "os.close(0)"))
    with pytest.raises(GraphvizError):
        graphviz.run(["x" * 2_000_000], "plain", read, engine=engine)


@posix
def test_warnings_go_to_the_log_and_not_to_the_user(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    body = "sys.stderr.write('Warning: no font')\nprint('fine\\nstop')"
    assert graphviz.run([SMALL], "plain", read, engine=Engine(program(tmp_path, body)))
    assert "Graphviz says: Warning: no font" in caplog.text
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]


@posix
def test_what_is_cancelled_is_not_tried_again(tmp_path: Path) -> None:
    log = tmp_path / "runs"
    body = f"open({str(log)!r}, 'a').write('run ')\nprint('half')"
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(CancelledError):
        graphviz.run([SMALL], "plain", read, engine=Engine(program(tmp_path, body)), cancel=cancel)
    assert not log.exists() or log.read_text() == "run "


def test_without_the_package_the_hint_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setattr(sys, "path", [])
    with pytest.raises(GraphvizError, match="built-in Graphviz is not installed") as caught:
        graphviz._embedded.__wrapped__()
    assert "pip install graphviz-pure" in caught.value.hint
