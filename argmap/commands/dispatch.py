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
from argmap.errors import ArgmapError

if TYPE_CHECKING:
    from argmap.commands.command import Command
    from argmap.commands.shared.parsing import Parser


def run(argv: list[str]) -> int:
    """Run what the arguments ask for and return the status."""
    if argv == ["--version"]:
        print(f"argmap {__version__}")
        return Exit.FINE
    if argv and argv[0] in COMMANDS:
        return _run_command(argv[0], argv[1:])
    if argv and argv[0] == "help":
        return _help(argv[1:])
    if argv and argv[0].startswith("-"):
        from argmap.commands.shared.overview import overview

        parser = overview()
        parser.refuse_unknown(argv)
        parser.parse_args(argv)
    return open_window(argv, [*COMMANDS, "help"])


def file_of(name: str) -> Command:
    """Return the command of this name: a file of this folder, imported when it is asked for."""
    return cast("Command", import_module(f"argmap.commands.{name.replace('-', '_')}"))


def _help(words: list[str]) -> int:
    """Print what a command does, or all commands where none is named."""
    if not words:
        from argmap.commands.shared.overview import overview

        overview().print_help()
    elif words[0] in COMMANDS:
        _parser(words[0]).print_help()
    else:
        from argmap.commands.shared.parsing import nearest

        likely = nearest(words[0], COMMANDS)
        hint = f"Did you mean `{likely}`?" if likely else "`argmap help` lists all commands."
        raise ArgmapError(f"There is no command “{words[0]}”.", hint)
    return Exit.FINE


def _run_command(name: str, argv: list[str]) -> int:
    return file_of(name).run(_parser(name).understood(argv))


def _parser(name: str) -> Parser:
    from argmap.commands.shared.parsing import Parser

    summary = COMMANDS[name]
    parser = Parser(f"argmap {name}", description=f"{summary[0].upper()}{summary[1:]}.")
    file_of(name).configure(parser)
    return parser
