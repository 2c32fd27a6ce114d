"""`argmap sources`: what a map takes from its sources, and which passages no card cites."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from argmap.commands.command import Exit
from argmap.commands.shared.console import write_message, write_result, write_result_json
from argmap.commands.shared.inputs import exit_of, use_map

ADD = "add"


def configure(parser: ArgumentParser) -> None:
    """Add the map, and the forms in which its sources are told."""
    parser.add_argument("file", metavar="FILE", help="a map; - reads standard input")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON, for programs")
    form.add_argument(
        "--format",
        choices=("bibtex", "csl-json"),
        help="print the list of references instead, as BibTeX or CSL-JSON",
    )


def run(arguments: Namespace) -> Exit:
    """Print what is taken from each source, or the references."""
    from argmap.commands.checking.findings import texts_of
    from argmap.commands.citing import listing
    from argmap.texts.report import sources

    reading = use_map(arguments.file)
    argument_map = reading.argument_map
    if arguments.format:
        from argmap.references import bibtex_out, csl

        writer = bibtex_out if arguments.format == "bibtex" else csl
        write_result(writer.dumps(argument_map.sources))
        return exit_of(reading.problems)
    reports = sources(argument_map, texts_of(arguments.file))
    if arguments.json:
        write_result_json(listing.as_data(reports))
    elif reports:
        write_result(listing.in_words(reports))
    else:
        write_message(f"“{arguments.file}” has no sources.")
    return exit_of(reading.problems)
