"""What a command costs as a process of its own: the processor's time, and memory."""

from __future__ import annotations

import os
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

ARGMAP = str(Path(sysconfig.get_path("scripts")) / "argmap")
"""The program as it is installed beside this Python."""


class Cost(NamedTuple):
    """The processor's seconds, of all that it starts too, and the most memory at once, in MB.

    The memory is that of the process alone, or of the largest that it starts.
    """

    seconds: float
    megabytes: float


def cost(*command: str) -> Cost:
    """Return what a command costs; what it writes goes nowhere."""
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    process = os.posix_spawn(command[0], command, os.environ, file_actions=silent)
    _, status, usage = os.wait4(process, 0)
    if status:
        sys.exit(f"“{' '.join(command)}” failed.")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def alternately(rounds: int, *commands: tuple[str, ...]) -> list[Cost]:
    """Return the least that each command costs, all of them in turn in each round."""
    found = [[cost(*command) for command in commands] for _ in range(rounds)]
    return [Cost(*map(min, zip(*one, strict=True))) for one in zip(*found, strict=True)]
