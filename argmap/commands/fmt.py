"""`argmap fmt`: write maps in the canonical form, comments kept; only when asked."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from argmap.commands.command import Exit
from argmap.commands.shared.console import write_message
from argmap.commands.shared.inputs import STANDARD, read_map
from argmap.commands.shared.outputs import for_each, write
from argmap.errors import ArgmapError, Place


def configure(parser: ArgumentParser) -> None:
    """Add the files, and whether to look only."""
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help="maps; - reads standard input and writes standard output",
    )
    parser.add_argument(
        "--check", action="store_true", help="change nothing; status 1 where something would change"
    )


def run(arguments: Namespace) -> Exit:
    """Write one file after the other."""
    return for_each(arguments.files, lambda name: _format(name, look_only=arguments.check))


def _format(name: str, *, look_only: bool) -> Exit:
    from argmap.authoring.formatting import formatted

    if name.lower().endswith(".json"):
        raise ArgmapError(
            "A JSON file has no canonical form.", "Convert it to YAML first.", Place(name)
        )
    reading = read_map(name)
    after = formatted(reading, name)
    before = reading.text.text()
    if look_only:
        if after != before:
            write_message(f"“{name}” would be written differently.")
        return Exit.FINE if after == before else Exit.PROBLEMS
    if name == STANDARD or after != before:
        write(name, after.encode("utf-8", "surrogatepass"))
    return Exit.FINE
