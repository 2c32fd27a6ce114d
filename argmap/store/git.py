"""Asking git: what a file was in another version, and what git is set to."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from argmap.errors import ArgmapError


class GitError(ArgmapError):
    """What git said when it could not do something."""


def git(*arguments: str, folder: Path | None = None) -> bytes:
    """Run git and return what it prints; raises GitError with what it says on failure."""
    program = shutil.which("git")
    if program is None:
        raise GitError("There is no git on this computer.", "Install git, or name two files.")
    command = [program, *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)  # noqa: S603 - no shell
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise GitError(f"Git says: {said or 'it failed'}.".replace("..", "."))
    return done.stdout


def content(revision: str, path: str) -> bytes:
    """Return what a file held in a revision; the path is seen from this folder, as git has it.

    Raises GitError where there is no such revision, or no such file in it.
    """
    seen = path if path.startswith(("./", "../")) else f"./{path}"
    return git("show", f"{revision}:{seen}")
