"""`argmap merge`: merge what two people made of a map; git's merge driver, too."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from argmap.commands.command import Exit
from argmap.commands.shared.console import write_message
from argmap.commands.shared.outputs import write


def configure(parser: ArgumentParser) -> None:
    """Add the three versions and the output."""
    parser.add_argument("base", metavar="BASE", help="what both started from; empty if nothing")
    parser.add_argument("ours", metavar="OURS", help="one version, the text of which is kept")
    parser.add_argument("theirs", metavar="THEIRS", help="the other version")
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        required=True,
        help="file to write, which may be OURS; - writes standard output",
    )
    parser.add_argument("--name", metavar="PATH", help="what to call the file in messages")


def run(arguments: Namespace) -> Exit:
    """Merge and write; status 1 where conflicts are left, 2 and nothing written on trouble."""
    from argmap.merging.texts import merge_texts
    from argmap.model.integrity import unsettled
    from argmap.store.yaml_file import load_text

    files = (arguments.base, arguments.ours, arguments.theirs)
    base, ours, theirs = map(load_text, files)
    called = arguments.name
    in_words = (f"{called} (base)", f"{called} (ours)", f"{called} (theirs)")
    merged = merge_texts(base, ours, theirs, in_words if called else files)
    write(arguments.output, merged.text.encode("utf-8", "surrogatepass"))
    for hint in merged.hints:
        write_message(f"{called or arguments.output}: {hint.message}")
        if hint.hint:
            write_message(f"{called or arguments.output}: {hint.hint}")
    for conflict in merged.argument_map.conflicts:
        write_message(f"{called or arguments.output}: {unsettled(conflict).message}")
    return Exit.PROBLEMS if merged.argument_map.conflicts else Exit.FINE
