"""`argmap diff`: what changed between two versions of a map, in words or as a picture."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from argmap.commands.command import Exit
from argmap.commands.shared.console import write_result, write_result_json
from argmap.commands.shared.outputs import picture_format, write


def configure(parser: ArgumentParser) -> None:
    """Add the two versions, and the form in which to tell."""
    parser.add_argument(
        "before", metavar="A", help="a file, or REV:path; alone it is compared with git's HEAD"
    )
    parser.add_argument("after", metavar="B", nargs="?", help="a file, or REV:path")
    parser.add_argument("--words", action="store_true", help="show reworded texts word by word")
    parser.add_argument("--name", metavar="PATH", help="what to call both files in messages")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON, for programs")
    form.add_argument("--html", action="store_true", help="a web page, with the picture in it")
    form.add_argument(
        "--picture", metavar="OUT", help="draw both versions as one: an SVG, PNG, PDF or DOT file"
    )


def run(arguments: Namespace) -> Exit:
    """Compare and tell; status 0 where nothing differs, 1 where anything does."""
    from argmap.commands.comparing.page import page
    from argmap.commands.comparing.report import as_data, as_text
    from argmap.commands.comparing.versions import version, version_in_head
    from argmap.merging.differences import compare
    from argmap.merging.overlay import overlay
    from argmap.merging.wording.report import report
    from argmap.merging.wording.standing import turns
    from argmap.rendering import render

    form = picture_format(arguments.picture) if arguments.picture else ""
    first, second = arguments.before, arguments.after
    if second is None:
        after = version(first)
        before = version_in_head(first)
        first, second = f"HEAD:{first}", first
    else:
        before, after = version(first, arguments.name), version(second, arguments.name)
    comparison = compare(before.argument_map, after.argument_map)
    status = Exit.PROBLEMS if comparison.patch else Exit.FINE
    if arguments.picture:
        drawn, marks = overlay(comparison)
        write(arguments.picture, render(drawn, form, marks=marks))
        return status
    told = report(comparison, turns(comparison), before.places, after.places)
    if arguments.json:
        write_result_json(as_data(told))
    elif arguments.html:
        drawn, marks = overlay(comparison)
        write_result(page(told, f"{first} → {second}", render(drawn, marks=marks)).rstrip())
    else:
        for line in as_text(told, words=arguments.words):
            write_result(line)
    return status
