"""A repository to try, with the real git and the real program as its driver."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

FILE = "pool.argmap.yaml"


@dataclass(frozen=True)
class Done:
    """What git gave."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Repository:
    """A folder with a repository, and a home of its own."""

    folder: Path
    home: Path

    def git(self, *arguments: str, status: int | None = 0) -> Done:
        """Run git; with a status of None any is fine."""
        environment = {
            **os.environ,
            "HOME": str(self.home),
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z",
            "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
            "GIT_EDITOR": "true",
            "GIT_PAGER": "cat",
            "PYTHONPATH": str(Path(__file__).parents[3]),
        }
        identity = ("-c", "user.name=Ann", "-c", "user.email=ann@example.org")
        done = subprocess.run(
            ["git", *identity, *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert status is None or done.returncode == status, done.stdout + done.stderr
        return Done(done.returncode, done.stdout, done.stderr)

    def write(self, text: str, file: str = FILE) -> None:
        """Write a file."""
        (self.folder / file).parent.mkdir(exist_ok=True)
        (self.folder / file).write_text(text, encoding="utf-8")

    def read(self, file: str = FILE) -> str:
        """Return what a file holds."""
        return (self.folder / file).read_text(encoding="utf-8")

    def commit(self, text: str, message: str = "Change", file: str = FILE) -> None:
        """Write a file and commit it."""
        self.write(text, file)
        self.git("add", file)
        self.git("commit", "-q", "-m", message)

    def fork(self, base: str, ours: str, theirs: str, file: str = FILE) -> None:
        """Make two branches, `main` and `other`, that both changed a file; stay on `main`."""
        self.commit(base, "Base", file)
        self.git("checkout", "-q", "-b", "other")
        self.commit(theirs, "Theirs", file)
        self.git("checkout", "-q", "main")
        self.commit(ours, "Ours", file)
