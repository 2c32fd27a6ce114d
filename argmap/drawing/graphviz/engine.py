"""Runs Graphviz: the embedded engine, or another `dot` that the user names.

The `graphviz` package can neither stop a run nor limit its time, so the process is ours: text goes
in and comes out by pipe, there is never a shell, and another thread may cancel at any moment.
A run is judged by what it gives, not by its exit status: 1 often comes with a whole picture.
What fails, or takes too long, is tried once more with options that are fast and plain.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Event, Thread
from typing import Protocol, TypeVar

from argmap.errors import ArgmapError
from argmap.frozen import frozen

FAST = ("-Gsplines=line", "-Gnslimit=1", "-Gnslimit1=1", "-Gmclimit=.1")
VARIABLE = "ARGMAP_DOT"

_POLL = 0.05
_FLAGS: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows, no console window flashes up."""

_T = TypeVar("_T")


class GraphvizError(ArgmapError):
    """Graphviz is missing or gave nothing that can be used; says so in its own words."""


class CancelledError(GraphvizError):
    """The run was stopped because its result is no longer wanted."""


@frozen
class Engine:
    """Which Graphviz, and how many seconds it has; the second, fast try gets three times that."""

    program: str = ""
    """A path or name; "" is what ARGMAP_DOT says, else the embedded engine."""
    time_limit: float = 20


ENGINE = Engine()


class Cancel(Protocol):
    """Says when a result is no longer wanted, as a `threading.Event` does."""

    def is_set(self) -> bool:
        """Whether to stop."""


def find(program: str = "") -> Path:
    """Return the executable: as asked for, else as ARGMAP_DOT says, else the embedded one.

    Raises GraphvizError where there is none.
    """
    wanted = program or os.environ.get(VARIABLE, "")
    if not wanted:
        return _embedded()
    import shutil

    found = shutil.which(wanted)
    if found is None:
        hint = "Give the path of a Graphviz `dot`, or unset `ARGMAP_DOT` to use the built-in one."
        raise GraphvizError(f"There is no program “{wanted}”.", hint)
    return Path(found)


def run(
    graphs: Sequence[str],
    output: str,
    parse: Callable[[bytes], Sequence[_T]],
    *,
    engine: Engine = ENGINE,
    cancel: Cancel | None = None,
) -> Sequence[_T]:
    """Return what `parse` reads from Graphviz's `output` for all graphs, laid out in one run.

    `parse` gets what Graphviz writes as `json` or `svg`, one document after the other, and raises
    ValueError for one that is not whole; then, and after the engine's time limit, the run is
    repeated with the fast options. Raises GraphvizError or CancelledError.
    """
    command = [str(find(engine.program)), f"-T{output}"]
    tries = (((), engine.time_limit), (FAST, 3 * engine.time_limit))
    words = ""
    for options, limit in tries:
        given, words = _ran([*command, *options], "\n".join(graphs).encode(), limit, cancel)
        try:
            results = parse(given)
        except ValueError as error:
            _note("Graphviz gave no whole %s (%s): %s", output, error, words)
        else:
            if len(results) == len(graphs):
                return results
            _note("Graphviz drew %d of %d graphs: %s", len(results), len(graphs), words)
    hint = "Fold branches, draw titles only, or name another Graphviz in `ARGMAP_DOT`."
    raise GraphvizError(f"Graphviz could not lay out the map: {words or 'no output'}.", hint)


def _ran(
    command: Sequence[str], given: bytes, limit: float, cancel: Cancel | None
) -> tuple[bytes, str]:
    """Return the output of one run, empty after the limit in seconds, and what it said in words."""
    pipe = subprocess.PIPE
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell; text from a map goes in by pipe only
            command, stdin=pipe, stdout=pipe, stderr=pipe, creationflags=_FLAGS
        )
    except OSError as error:
        raise GraphvizError(
            f"Graphviz does not start: {error.strerror}.",
            "Run `argmap doctor`, which says how to fix it.",
        ) from error
    with process, _watched(process, limit, cancel) as late:
        output, errors = process.communicate(given)
    if cancel is not None and cancel.is_set():
        raise CancelledError("The layout was cancelled.")
    if late.is_set():
        return b"", f"it took longer than {limit:g} seconds"
    words = " ".join(errors.decode(errors="replace").split())
    if words:
        _note("Graphviz says: %s", words, debug=True)
    return output, _first_error(words) or f"exit status {process.returncode}"


@contextmanager
def _watched(
    process: subprocess.Popen[bytes], limit: float, cancel: Cancel | None
) -> Iterator[Event]:
    """Kill a process after that many seconds or when cancelled; the event says it was late."""
    late, done = Event(), Event()
    end = time.monotonic() + limit

    def watch() -> None:
        while not done.wait(_POLL):
            if time.monotonic() > end:
                late.set()
            if late.is_set() or (cancel is not None and cancel.is_set()):
                process.kill()
                return

    watcher = Thread(target=watch, name="graphviz watch", daemon=True)
    watcher.start()
    try:
        yield late
    finally:
        done.set()
        watcher.join()
        process.kill()


def _note(message: str, *facts: object, debug: bool = False) -> None:
    """Write to the log; whoever wants to read it has loaded it."""
    if "logging" not in sys.modules:
        return
    import logging

    level = logging.DEBUG if debug else logging.INFO
    logging.getLogger(__name__).log(level, message, *facts)


def _first_error(words: str) -> str:
    """Return what Graphviz calls an error, short enough for a message."""
    _, found, rest = words.partition("Error: ")
    return (rest if found else words)[:200]


@cache
def _embedded() -> Path:
    """Return the path of graphviz-pure, found without PATH: a desktop start has no venv on it.

    That is beside Python, as a rule; else the package knows, which takes a while to ask.
    """
    ending = ".exe" if sys.platform == "win32" else ""
    beside = Path(sys.executable).with_name(f"graphviz-pure{ending}")
    if os.access(beside, os.X_OK):
        return beside.resolve()
    from importlib import metadata  # 40 ms

    try:
        files = metadata.files("graphviz-pure") or []
    except metadata.PackageNotFoundError:
        files = []
    for file in files:
        if file.stem == "graphviz-pure" and file.parent.name.lower() in {"bin", "scripts"}:
            return Path(str(file.locate())).resolve()
    hint = "Install it with `pip install graphviz-pure`, or name another `dot` in `ARGMAP_DOT`."
    raise GraphvizError("The built-in Graphviz is not installed.", hint)
