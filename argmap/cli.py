"""The command line: opens the window when given a file or nothing, else runs a command.

Nobody who types a command should see a traceback. What stops a command arrives here as an
`ArgmapError` or an `OSError` and becomes one line on standard error; a bug of ours becomes one
line too, and the traceback goes into a file that can be sent to us.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Sequence

from argmap.commands import COMMANDS, OPEN_THE_WINDOW
from argmap.commands.command import Exit
from argmap.commands.dispatch import run
from argmap.commands.shared.console import write_message
from argmap.commands.shared.crash import report_crash
from argmap.errors import ArgmapError

INTERRUPTED = 130
_SELDOM = (100_000, 50, 100)
"""After how many new objects, and smaller searches, garbage is looked for: nearly all that a
command makes it keeps, and to look through that over and over took a tenth of its time. The
window looks for it at times of its own."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (default: those of the process); give its status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal or pipe that cannot show a letter must not stop the program.
            stream.reconfigure(errors="backslashreplace")
    if argv is not None:
        return _done(argv)
    words = sys.argv[1:]
    if not words or words[0] not in COMMANDS or words[0] in OPEN_THE_WINDOW:
        return _done(words)
    gc.set_threshold(*_SELDOM)
    status = _done(words)
    gc.freeze()  # the process ends, and what it still holds ends with it
    return status


def _done(argv: Sequence[str]) -> int:
    status = _in_words(lambda: run(list(argv)))
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
    if sys.stdout is not None and not sys.stdout.closed:  # as by a server that was told to end
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
