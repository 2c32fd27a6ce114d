"""`argmap sources`: what a map takes from its sources, and what it leaves; and adding some.

The first word says which: `argmap sources add MAP FILE`, else it is the map.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from argmap.commands.command import Exit
from argmap.commands.shared.console import write_message, write_result, write_result_json
from argmap.commands.shared.inputs import exit_of, use_map
from argmap.errors import ArgmapError

ADD = "add"


def configure(parser: ArgumentParser) -> None:
    """Add the map, the forms in which its sources are told, and what may be said of a new one."""
    parser.usage = (
        "argmap sources FILE [--json | --format FORMAT]\n"
        "       argmap sources add MAP FILE ... [OPTION ...]"
    )
    parser.add_argument(
        "words",
        metavar="FILE",
        nargs="+",
        help="a map, - reads standard input; or the word add, a map, and files: texts (plain text, "
        "Markdown, HTML, PDF, DOCX, EPUB) or lists of references (.bib, .ris, CSL-JSON)",
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON, for programs")
    form.add_argument(
        "--format",
        choices=("bibtex", "csl-json", "markdown", "latex"),
        help="print the list of references instead",
    )
    new = parser.add_argument_group("for a source that is added")
    new.add_argument("--id", default="", help="its id; default: made from its title")
    for name in ("title", "author", "date"):
        new.add_argument(f"--{name}", default="", help=f"its {name}; default: what the file says")
    new.add_argument("--inline", action="store_true", help="keep the text in the map itself")
    new.add_argument("--whole", action="store_true", help="take all of a web page")
    new.add_argument("--keep-original", action="store_true", help="keep a copy of the file too")


def run(arguments: Namespace) -> Exit:
    """Print what is taken from each source, or the references; or add sources."""
    if arguments.words[0] == ADD:
        return _add(arguments)
    if len(arguments.words) > 1:
        raise ArgmapError(
            "One map's sources are listed at a time.", "`argmap sources add MAP FILE` adds files."
        )
    return _list(arguments.words[0], arguments)


def _add(arguments: Namespace) -> Exit:
    from argmap.commands.citing.adding import add
    from argmap.references import apa
    from argmap.sourcing import Wishes

    _, *words = arguments.words
    if len(words) < 2:
        raise ArgmapError("A map and a file are needed.", "`argmap sources add MAP FILE`.")
    map_name, *files = words
    wishes = Wishes(
        arguments.id,
        arguments.title,
        arguments.author,
        arguments.date,
        inline=arguments.inline,
        whole=arguments.whole,
        keep_original=arguments.keep_original,
    )
    if len(files) > 1 and any((wishes.id, wishes.title, wishes.author, wishes.date)):
        raise ArgmapError(
            "Id, title, author and date are of one source.", "Add the files one by one."
        )
    added, broken = add(map_name, files, wishes)
    for error in broken:
        write_message(str(error))
    for source in added:
        kept = f" ({source.file})" if source.file else ""
        write_result(f"{source.id}: {apa.plain(source)}{kept}")
    return Exit.PROBLEMS if broken else Exit.FINE


def _list(name: str, arguments: Namespace) -> Exit:
    from argmap.commands.checking.findings import texts_of
    from argmap.commands.citing import listing
    from argmap.texts.report import sources

    reading = use_map(name)
    argument_map = reading.argument_map
    if arguments.format:
        from argmap.references import bibtex_out, csl, lists

        writers = {
            "bibtex": bibtex_out.dumps,
            "csl-json": csl.dumps,
            "markdown": lists.markdown,
            "latex": lists.latex,
        }
        write_result(writers[arguments.format](argument_map.sources))
        return exit_of(reading.problems)
    reports = sources(argument_map, texts_of(name))
    if arguments.json:
        write_result_json(listing.as_data(reports))
    elif reports:
        write_result(listing.in_words(reports))
    else:
        write_message(f"“{name}” has no sources.")
    return exit_of(reading.problems)
