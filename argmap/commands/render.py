"""`argmap render`: draw maps as SVG, PNG or PDF, or give the DOT that Graphviz draws."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from argmap.commands.command import Exit
from argmap.commands.shared.console import write_message
from argmap.commands.shared.inputs import exit_of, use_map
from argmap.commands.shared.outputs import for_each, into_folder, picture_format, targets, write
from argmap.commands.shared.stance import add_stance, stance_of
from argmap.errors import ArgmapError, Problem, in_a_row
from argmap.model.kinds import (
    USUAL_DIRECTION,
    USUAL_PAGE,
    USUAL_SOURCE_LINE,
    Direction,
    Layout,
    Page,
    SourceLine,
)

if TYPE_CHECKING:
    from argmap.drawing.marks import Marks
    from argmap.drawing.options import DrawingOptions
    from argmap.model.argument_map import ArgumentMap
    from argmap.paper.book import Book


def configure(parser: ArgumentParser) -> None:
    """Add files, output and how to draw."""
    parser.add_argument("files", metavar="FILE", nargs="+", help="maps; - reads standard input")
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        required=True,
        help="file to write; a folder for several maps; - writes standard output",
    )
    parser.add_argument("--format", help="svg, png, pdf or dot; default: how OUT ends, else svg")
    _add_looks(parser)
    size = parser.add_mutually_exclusive_group()
    size.add_argument(
        "--scale", type=_positive, metavar="N", help="the scale of a PNG; 1 is 96 dpi"
    )
    size.add_argument("--dpi", type=_positive, metavar="N", help="the dots per inch of a PNG")
    parser.add_argument("--titles", action="store_true", help="draw titles in place of long texts")
    parser.add_argument("--legend", action="store_true", help="say what the cards and arrows mean")
    parser.add_argument("--evaluate", action="store_true", help="mark what stands and what falls")
    add_stance(parser)
    parser.add_argument(
        "--compare",
        metavar="A,B",
        type=_viewpoints,
        help="mark what stands from two or more viewpoints, and where they differ",
    )


def _add_looks(parser: ArgumentParser) -> None:
    """Add what wins over the map's own style, and what goes on which page."""
    parser.add_argument("--theme", help="light, dark, print, …; default: the map's own, else light")
    parser.add_argument(
        "--direction",
        choices=[str(direction) for direction in Direction],
        metavar="D",
        help=f"{', '.join(Direction)}; default: the map's own, else {USUAL_DIRECTION}",
    )
    parser.add_argument(
        "--page",
        choices=[str(page) for page in Page],
        metavar="P",
        help=f"{', '.join(Page)}; default: the map's own, else {USUAL_PAGE}",
    )
    parser.add_argument(
        "--pages",
        choices=["one", "auto"],
        default="one",
        help="one page, or as many as readable text needs: an overview and its branches; for PDF",
    )
    parser.add_argument(
        "--layout",
        choices=[str(layout) for layout in Layout],
        metavar="L",
        help=f"{' or '.join(Layout)}; default: the map's own, else what suits it",
    )
    parser.add_argument(
        "--source-line",
        choices=[str(line) for line in SourceLine],
        metavar="S",
        help=f"what cards say of sources: {', '.join(SourceLine)}; default: the map's own, else "
        f"{USUAL_SOURCE_LINE}",
    )
    parser.add_argument(
        "--references", action="store_true", help="a list of references behind the map; for PDF"
    )


def run(arguments: Namespace) -> Exit:
    """Draw one map after the other."""
    _refuse_idle_options(arguments)
    where = targets(arguments.files, arguments.output, f".{_format(arguments)}")
    return for_each(arguments.files, lambda name: _draw(name, where[name], arguments))


def _draw(name: str, target: str, arguments: Namespace) -> Exit:
    argument_map, problems = _read(name)
    write(target, _drawn(name, argument_map, arguments))
    return exit_of(problems)


def _read(name: str) -> tuple[ArgumentMap, tuple[Problem, ...]]:
    """Return a map and its problems without its text, which would lie beside a large picture."""
    reading = use_map(name)
    return reading.argument_map, reading.problems


def _drawn(name: str, argument_map: ArgumentMap, arguments: Namespace) -> bytes:
    """Return the picture, and say so where its text is too small for the page it is to go on."""
    from argmap.placing.pages import SMALLEST
    from argmap.rendering import drawn

    options = _options(argument_map, arguments)
    made = drawn(argument_map, _format(arguments), options, _book(arguments))
    page = options.page or argument_map.style.page
    if _format(arguments) == "pdf":
        page = page or USUAL_PAGE
    if page and made.text_size is not None and made.text_size < SMALLEST:
        one = arguments.pages == "one"
        write_message(
            in_a_row(
                f"{name}: On the page “{page}” the text has {made.text_size:.1f} pt; below "
                f"{SMALLEST} pt it is hard to read.",
                "`--pages auto` makes a PDF of several pages." if one else "",
            )
        )
    return made.content


def _book(arguments: Namespace) -> Book:
    from argmap.paper.book import Book, Pages

    return Book(Pages(arguments.pages), references=arguments.references)


def _options(argument_map: ArgumentMap, arguments: Namespace) -> DrawingOptions:
    from argmap.drawing.options import SCREEN, DrawingOptions
    from argmap.drawing.theme import theme_of

    return DrawingOptions(
        theme_of(argument_map, arguments.theme or ""),
        direction=Direction(arguments.direction) if arguments.direction else None,
        page=Page(arguments.page) if arguments.page else None,
        layout=Layout(arguments.layout) if arguments.layout else None,
        source_line=SourceLine(arguments.source_line) if arguments.source_line else None,
        titles=arguments.titles,
        legend=arguments.legend,
        marks=_marks(argument_map, arguments),
        dpi=(arguments.scale or 1) * (arguments.dpi or SCREEN),
    )


def _marks(argument_map: ArgumentMap, arguments: Namespace) -> Marks:
    if not (arguments.evaluate or arguments.compare):
        return {}
    from argmap import marking, reasoning

    if arguments.compare:
        table = reasoning.compare(argument_map, arguments.compare)
        return marking.comparison_marks(argument_map, table)
    return marking.label_marks(reasoning.evaluate(argument_map, **stance_of(arguments)))


def _refuse_idle_options(arguments: Namespace) -> None:
    """Refuse options of an evaluation that would not be looked at."""
    if arguments.evaluate and arguments.compare:
        raise ArgmapError(
            "`--evaluate` and `--compare` cannot be combined.", "Leave one of them out."
        )
    if arguments.references and _format(arguments) != "pdf":
        raise ArgmapError(
            "Only a PDF has a page for the list of references.",
            "`argmap sources FILE --format markdown` gives the list alone.",
        )
    if any(stance_of(arguments).values()) and not arguments.evaluate:
        raise ArgmapError(
            "`--viewpoint`, `--open` and `--ties` need `--evaluate`.", "Add `--evaluate`."
        )


def _format(arguments: Namespace) -> str:
    """Return the format asked for: by name, else by the ending of the output file.

    In a folder and on standard output it is SVG.
    """
    if arguments.format:
        return str(arguments.format)
    into = into_folder(arguments.files, arguments.output)
    return "svg" if into else picture_format(arguments.output)


def _viewpoints(text: str) -> tuple[str, ...]:
    names = tuple(name for name in text.split(",") if name)
    if len(names) < 2:
        raise ArgumentTypeError(f"“{text}” does not name two viewpoints, with a comma between")
    return names


def _positive(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if not 0 < number < float("inf"):
        raise ArgumentTypeError(f"“{text}” is not a number above 0")
    return number
