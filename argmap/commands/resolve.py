"""`argmap resolve`: settle in the window what a merge could not; git's mergetool, too."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from argmap.commands.command import Exit
from argmap.commands.shared.console import write_message


def configure(parser: ArgumentParser) -> None:
    """Add the file."""
    parser.add_argument("file", metavar="FILE", help="a map that a merge left unsettled")


def run(arguments: Namespace) -> Exit:
    """Open the resolver; status 0 once all is settled and saved, 1 while anything is left.

    A file that was not merged as a map is merged anew first, from the sides that git keeps of it.
    """
    from argmap.commands.machine.qt_platform import require_window
    from argmap.commands.window import start_window
    from argmap.errors import ArgmapError, Place
    from argmap.remerging import merge_anew
    from argmap.store.yaml_file import load

    file = Path(arguments.file)
    for hint in merge_anew(file):
        write_message(f"{file}: {hint.message}")
    if not _to_settle(file):
        write_message(f"{file}: Nothing is left to settle.")
        return Exit.FINE
    try:
        require_window()
    except ArgmapError as error:
        advice = "Start argmap where a window can open, or settle `conflicts` in an editor."
        raise ArgmapError(error.message, advice, Place(str(file))) from None
    start_window([str(file)], awaited=True)
    if load(file).argument_map.conflicts:
        write_message(f"{file}: Not everything is settled.")
        return Exit.PROBLEMS
    write_message(f"{file}: Everything is settled.")
    return Exit.FINE


def _to_settle(file: Path) -> bool:
    """Whether a map holds conflicts, or statements that say the same."""
    from argmap.critique import check
    from argmap.store.yaml_file import load

    argument_map = load(file).argument_map
    return bool(argument_map.conflicts or check(argument_map, select=["duplicate-text"]))
