"""Runs Graphviz: the embedded engine, or another `dot` that the user names.

The `graphviz` package can neither stop a run nor limit its time, so the process is ours: text goes
in and comes out by pipe, there is never a shell, and another thread may cancel at any moment.
A run is judged by what it gives, not by its exit status: 1 often comes with a whole picture.
What fails, or takes too long, is tried once more with options that are fast and plain.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Protocol, TypeVar

from argmap.errors import ArgmapError

TIME_LIMIT = 20.0
"""Seconds for the first try; the second, with the fast options, gets three times as many."""
FAST = ("-Gsplines=line", "-Gnslimit=1", "-Gnslimit1=1", "-Gmclimit=.1")
VARIABLE = "ARGMAP_DOT"

_POLL = 0.05
_FLAGS: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows, no console window flashes up."""

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


class GraphvizError(ArgmapError):
    """Graphviz is missing or gave nothing that can be used; says so in its own words."""


class CancelledError(GraphvizError):
    """The run was stopped because its result is no longer wanted."""


class Cancel(Protocol):
    """Whatever tells that a result is no longer wanted, such as a `threading.Event`."""

    def is_set(self) -> bool:
        """Tell whether to stop."""


def engine(chosen: str = "") -> Path:
    """Find the executable: as chosen, else as ARGMAP_DOT says, else the embedded one."""
    wanted = chosen or os.environ.get(VARIABLE, "")
    if not wanted:
        return _embedded()
    found = shutil.which(wanted)
    if found is None:
        hint = "Give the path of a Graphviz dot, or unset ARGMAP_DOT to use the embedded one."
        raise GraphvizError(f'There is no program "{wanted}".', hint)
    return Path(found)


def run(
    graphs: Sequence[str],
    output: str,
    parse: Callable[[bytes], Sequence[_T]],
    *,
    chosen: str = "",
    time_limit: float = TIME_LIMIT,
    cancel: Cancel | None = None,
) -> Sequence[_T]:
    """Lay graphs out, all in one process, and give what `parse` reads from its `output`.

    `parse` gets what Graphviz writes as `json` or `svg`, one document after the other, and raises
    ValueError for one that is not whole; then, and after `time_limit` seconds, the run is
    repeated with the fast options. Raises GraphvizError or CancelledError.
    """
    command = [str(engine(chosen)), f"-T{output}"]
    tries: Sequence[tuple[Sequence[str], float]] = (((), time_limit), (FAST, 3 * time_limit))
    words = ""
    for options, limit in tries:
        given, words = _ran([*command, *options], "\n".join(graphs).encode(), limit, cancel)
        try:
            results = parse(given)
        except ValueError as error:
            _log.info("Graphviz gave no whole %s (%s): %s", output, error, words)
        else:
            if len(results) == len(graphs):
                return results
            _log.info("Graphviz drew %d of %d graphs: %s", len(results), len(graphs), words)
    hint = "Fold branches or draw titles only, or try another Graphviz with ARGMAP_DOT."
    raise GraphvizError(f"Graphviz could not lay the map out: {words or 'no output'}.", hint)


def _ran(
    command: Sequence[str], given: bytes, limit: float, cancel: Cancel | None
) -> tuple[bytes, str]:
    """Run a command once: its output, which is empty after the limit, and its own words."""
    pipe = subprocess.PIPE
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell; text from a map goes in by pipe only
            command, stdin=pipe, stdout=pipe, stderr=pipe, creationflags=_FLAGS
        )
    except OSError as error:
        raise GraphvizError(f"Graphviz does not start: {error}.", "Try `argmap doctor`.") from error
    with process:
        try:
            output, errors = _finished(process, given, time.monotonic() + limit, cancel)
        except subprocess.TimeoutExpired:
            return b"", f"it took longer than {limit:g} seconds"
        finally:
            process.kill()
    words = " ".join(errors.decode(errors="replace").split())
    if words:
        _log.debug("Graphviz says: %s", words)
    return output, _first_error(words) or f"exit status {process.returncode}"


def _finished(
    process: subprocess.Popen[bytes], given: bytes | None, end: float, cancel: Cancel | None
) -> tuple[bytes, bytes]:
    """Wait for a process; TimeoutExpired at the end of its time, CancelledError before."""
    while True:
        try:
            return process.communicate(given, timeout=_POLL)
        except subprocess.TimeoutExpired:
            given = None  # it is on its way
            if cancel is not None and cancel.is_set():
                raise CancelledError("The layout was cancelled.") from None
            if time.monotonic() > end:
                raise


def _first_error(words: str) -> str:
    """Give what Graphviz calls an error, short enough for a message."""
    _, found, rest = words.partition("Error: ")
    return (rest if found else words)[:200]


@cache
def _embedded() -> Path:
    """Find graphviz-pure where its package put it; a desktop start has no venv on its PATH."""
    try:
        files = metadata.files("graphviz-pure") or []
    except metadata.PackageNotFoundError:
        files = []
    for file in files:
        if file.stem == "graphviz-pure" and file.parent.name.lower() in {"bin", "scripts"}:
            return Path(str(file.locate())).resolve()
    hint = "Install it with `pip install graphviz-pure`, or name another dot in ARGMAP_DOT."
    raise GraphvizError("The embedded Graphviz is not installed.", hint)
