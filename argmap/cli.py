"""The command line: opens the window when given a file or nothing, else runs a command.

Nobody who types a command should see a traceback. What stops a command arrives here as an
`ArgmapError` or an `OSError` and becomes one line on standard error; a bug of ours becomes one
line too, and the traceback goes into a file that can be sent to us.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence

from argmap.commands.command import Exit
from argmap.commands.dispatch import run
from argmap.commands.shared.console import write_message
from argmap.commands.shared.crash import report_crash
from argmap.errors import ArgmapError

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (default: those of the process); give its status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal or pipe that cannot show a letter must not stop the program.
            stream.reconfigure(errors="backslashreplace")
    status = _in_words(lambda: run(list(sys.argv[1:] if argv is None else argv)))
    written = _in_words(_flush)
    if written != Exit.FINE:
        _give_up_output()
    return max(status, written)


def _in_words(work: Callable[[], int]) -> int:
    """Return the status of the work; an error becomes a line on standard error and a status."""
    try:
        return work()
    except SystemExit as end:  # argparse, after its own message
        return end.code if isinstance(end.code, int) else Exit.FAILED
    except KeyboardInterrupt:
        write_message("Stopped.")
        return INTERRUPTED
    except BrokenPipeError:
        # The program that reads our output has had enough of it, and knows so.
        return Exit.FAILED
    except ArgmapError as error:
        write_message(str(error))
    except OSError as error:
        write_message(f"{error.filename or 'output'}: {error.strerror or error}.")
    except Exception:  # noqa: BLE001 - the last resort, so that nobody meets a traceback
        report_crash()
    return Exit.FAILED


def _flush() -> int:
    if sys.stdout is not None:
        sys.stdout.flush()
    return Exit.FINE


def _give_up_output() -> None:
    """Send what is still unwritten nowhere, or Python complains about it when it ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return


if __name__ == "__main__":
    sys.exit(main())
