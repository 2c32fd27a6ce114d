"""What a command is: its arguments, what it does, and the status that it ends with."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


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


class Command(Protocol):
    """The file of a command.

    `configure` adds the arguments; `run` does the work and gives the status, or raises
    `ArgmapError` or `OSError`, which the command line puts into words.
    """

    def configure(self, parser: ArgumentParser) -> None:
        """Add the arguments."""

    def run(self, arguments: Namespace) -> Exit:
        """Do the work and return the status."""
