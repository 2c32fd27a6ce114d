"""The command line: opens the window when given a file or nothing, else runs a command.

Nobody who types a command should see a traceback. What stops a command arrives here as an
`ArgmapError` or an `OSError` and becomes one line on standard error; a bug of ours becomes one
line too, and the traceback goes into a file that can be sent to us.
"""

from __future__ import annotations

import io
import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence

from argmap import __version__
from argmap.commands import COMMANDS
from argmap.commands.command import Command, Exit
from argmap.commands.shared.console import write_message
from argmap.commands.shared.crash import report_crash
from argmap.commands.window import open_window
from argmap.errors import ArgmapError

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (default: those of the process); give its status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal or pipe that cannot show a letter must not stop the program.
            stream.reconfigure(errors="backslashreplace")
    status = _in_words(lambda: _run(list(sys.argv[1:] if argv is None else argv)))
    written = _in_words(_flush)
    if written != Exit.FINE:
        _give_up_output()
    return max(status, written)


def _overview() -> ArgumentParser:
    """Make what answers where no command is named: with help, the version, or a usage."""
    parser = ArgumentParser(
        "argmap",
        usage="argmap [FILE ...]\n       argmap COMMAND [ARGUMENT ...]",
        description="Argument maps: claims, premises and rebuttals as pictures, kept as YAML "
        "files. Without a command the window opens, with the files if any are named.",
        epilog="Exit status: 0 fine; 1 done, and the map has errors; 2 nothing could be read or "
        "written. `argmap COMMAND --help` says more.",
    )
    parser.add_argument("--version", action="version", version=f"argmap {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        commands.add_parser(command.name, help=command.summary)
    return parser


def _run(argv: list[str]) -> int:
    named = {command.name: command for command in COMMANDS}
    if argv and argv[0] in named:
        return _run_command(named[argv[0]], argv[1:])
    if argv and argv[0].startswith("-"):
        _overview().parse_args(argv)
    return open_window(argv, list(named))


def _run_command(command: Command, argv: list[str]) -> int:
    about = f"{command.summary[0].upper()}{command.summary[1:]}."
    parser = ArgumentParser(f"argmap {command.name}", description=about)
    command.configure(parser)
    # Files and options may come in any order, `argmap convert IN --to markdown OUT`; but then
    # argparse does not know `--`, after which all are files.
    parse = parser.parse_args if "--" in argv else parser.parse_intermixed_args
    return command.run(parse(argv))


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
