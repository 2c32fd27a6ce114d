"""Asking git: what a file was in another version, how it came about, and what git is set to.

Git is run without a shell, never asks anything, and has a time limit. Settings of a repository that
would have it start other programs are switched off, since a repository may come from anywhere.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from argmap.errors import ArgmapError

SECONDS = 20.0
"""How long git may take."""

_POLL = 0.05
_FLAGS: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows, no console window flashes up."""

_SAFE = tuple(
    part
    for setting in (
        "core.fsmonitor=false",
        "core.hooksPath=/dev/null",
        "core.pager=cat",
        "log.showSignature=false",
        "diff.external=",
        "color.ui=false",
        "core.quotePath=false",
        "maintenance.auto=false",
        "gc.auto=0",
    )
    for part in ("-c", setting)
)
_QUIET = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_PAGER": "cat",
    "LC_ALL": "C",
}
_ELSEWHERE = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
"""What git tells programs that it starts about the folder it is in; another folder is another."""


class GitError(ArgmapError):
    """What git said when it could not do something."""


class Stop(Protocol):
    """Says when an answer is no longer wanted, as a `threading.Event` does."""

    def is_set(self) -> bool:
        """Whether to stop."""


def git(*arguments: str, folder: Path | None = None, stop: Stop | None = None) -> bytes:
    """Run git, in this folder or another, and return what it prints.

    Raises GitError with what git says where it fails, takes too long, is stopped or is missing.
    """
    program = shutil.which("git")
    if program is None:
        raise GitError("There is no git on this computer.", "Install git, or name two files.")
    status, out, said = _ran([program, *_SAFE, *arguments], folder, stop)
    if status:
        if b"not a git repository" in said:
            raise GitError(
                "This folder is not kept in git.", "`git init` begins to keep versions there."
            )
        words = said.decode(errors="replace").strip().removeprefix("fatal: ").rstrip(".")
        raise GitError(f"Git says: {words or 'it failed'}.")
    return out


def content(
    revision: str, path: str, folder: Path | None = None, stop: Stop | None = None
) -> bytes:
    """Return what a file held in a revision; the path is seen from the folder, as git has it.

    An empty revision with a number, `:2`, is a side of a merge. Raises GitError where there is no
    such revision, or no such file in it.
    """
    seen = path if path.startswith(("./", "../")) else f"./{path}"
    if revision.startswith("-"):
        raise GitError(f"There is no version “{revision}”.", "Name a commit, a branch or a tag.")
    return git("cat-file", "blob", f"{revision}:{seen}", folder=folder, stop=stop)


def top(folder: Path | None = None, stop: Stop | None = None) -> Path:
    """Return the folder in which a repository is; raises GitError where there is none."""
    said = git("rev-parse", "--show-toplevel", folder=folder, stop=stop)
    return Path(os.fsdecode(said.removesuffix(b"\n")))


def _ran(command: list[str], folder: Path | None, stop: Stop | None) -> tuple[int, bytes, bytes]:
    """Return the status of a run, and what it wrote to its two outputs."""
    pipe = subprocess.PIPE
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell
            command,
            cwd=folder,
            env=_environment(elsewhere=folder is not None),
            stdin=subprocess.DEVNULL,
            stdout=pipe,
            stderr=pipe,
            creationflags=_FLAGS,
        )
    except OSError as error:
        raise GitError(f"Git does not start: {error.strerror}.") from error
    end = time.monotonic() + SECONDS
    with process:
        while True:
            try:
                out, said = process.communicate(timeout=_POLL)
            except subprocess.TimeoutExpired:
                stopped = stop is not None and stop.is_set()
                if stopped or time.monotonic() > end:
                    process.kill()
                    process.communicate()
                    why = "was stopped" if stopped else f"took longer than {SECONDS:g} seconds"
                    raise GitError(f"Git {why}.") from None
            else:
                return process.returncode, out, said


def _environment(*, elsewhere: bool) -> Mapping[str, str]:
    left = _ELSEWHERE if elsewhere else ()
    return {name: value for name, value in os.environ.items() if name not in left} | _QUIET
