"""Which command the arguments name, if any; else the window is asked for.

What parses arguments is imported only where there are some to parse.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from argmap import __version__
from argmap.commands import COMMANDS
from argmap.commands.command import Exit
from argmap.commands.window import open_window

if TYPE_CHECKING:
    from argmap.commands.command import Command


def run(argv: list[str]) -> int:
    """Run what the arguments ask for and return the status."""
    if argv == ["--version"]:
        print(f"argmap {__version__}")
        return Exit.FINE
    if argv and argv[0] in COMMANDS:
        return _run_command(argv[0], argv[1:])
    if argv and argv[0].startswith("-"):
        from argmap.commands.shared.overview import overview

        overview().parse_args(argv)
    return open_window(argv, list(COMMANDS))


def file_of(name: str) -> Command:
    """Return the command of this name: a file of this folder, imported when it is asked for."""
    return cast("Command", import_module(f"argmap.commands.{name.replace('-', '_')}"))


def _run_command(name: str, argv: list[str]) -> int:
    from argparse import ArgumentParser

    summary = COMMANDS[name]
    about = f"{summary[0].upper()}{summary[1:]}."
    parser = ArgumentParser(f"argmap {name}", description=about)
    command = file_of(name)
    command.configure(parser)
    # Files and options may come in any order, `argmap convert IN --to markdown OUT`; but then
    # argparse does not know `--`, after which all are files.
    parse = parser.parse_args if "--" in argv else parser.parse_intermixed_args
    return command.run(parse(argv))
