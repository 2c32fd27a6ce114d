"""What a command is: a name, a line of help, its arguments, and what it does."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum


class Exit(IntEnum):
    """What the program tells the shell."""

    FINE = 0
    PROBLEMS = 1
    """The output was written or the check was made, and there are errors in the map."""
    FAILED = 2
    """Nothing could be read or written."""

    @classmethod
    def of_several(cls, statuses: list[Exit]) -> Exit:
        """Return the status of work on several files: failed only if no file came through."""
        if all(status is cls.FAILED for status in statuses):
            return cls.FAILED
        return cls.FINE if all(status is cls.FINE for status in statuses) else cls.PROBLEMS


@dataclass(frozen=True, slots=True)
class Command:
    """A row of the table of commands.

    `configure` adds the arguments; `run` does the work and gives the status, or raises
    `ArgmapError` or `OSError`, which the command line puts into words.
    """

    name: str
    summary: str
    configure: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], Exit]
