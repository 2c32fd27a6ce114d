"""`argmap git-setup`: teach git to merge maps, and to show in words what changed in them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from argmap.commands.command import Exit
from argmap.commands.shared.console import write_message


def configure(parser: ArgumentParser) -> None:
    """Add where to write, and whether to take it back."""
    where = parser.add_mutually_exclusive_group()
    where.add_argument(
        "--global",
        dest="everywhere",
        action="store_true",
        help="for all repositories of this user",
    )
    where.add_argument(
        "--local",
        dest="everywhere",
        action="store_false",
        help="for the repository of this folder (default)",
    )
    parser.add_argument("--remove", action="store_true", help="take the setup back")


def run(arguments: Namespace) -> Exit:
    """Write git's configuration and attributes, or take them back."""
    from argmap.commands.git.setup import Scope, set_up, take_back

    scope = Scope.GLOBAL if arguments.everywhere else Scope.LOCAL
    done = take_back(scope) if arguments.remove else set_up(scope)
    for line in done:
        write_message(line)
    return Exit.FINE
