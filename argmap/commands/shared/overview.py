"""What answers where no command is named: with help, the version, or a usage."""

from __future__ import annotations

from argmap import __version__
from argmap.commands import COMMANDS
from argmap.commands.shared.parsing import Parser


def overview() -> Parser:
    """Return the parser of the program as a whole."""
    parser = Parser(
        "argmap",
        usage="argmap [FILE ...]\n       argmap COMMAND [ARGUMENT ...]",
        description="Argument maps: claims, premises and rebuttals as pictures, kept as YAML "
        "files. Without a command the window opens, with the files if any are named.",
        epilog="Exit status: 0 fine; 1 done, and the map has errors; 2 nothing could be read or "
        "written. `argmap help COMMAND` says more.",
    )
    parser.add_argument("--version", action="version", version=f"argmap {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        commands.add_parser(name, help=summary)
    return parser
