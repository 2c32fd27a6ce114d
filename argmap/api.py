"""The program as a library: what it does with maps, as plain functions.

Nothing here prints or asks. What cannot be done raises `ArgmapError`; the finer functions below
these, such as `argmap.store.yaml_file.load`, return problems one by one instead.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from argmap import critique
from argmap.drawing.marks import NO_MARKS, Marks
from argmap.errors import ArgmapError, Problem, Severity, in_a_row
from argmap.formats import convert as formats
from argmap.formats.argmap_file import write_json
from argmap.formats.convert import convert
from argmap.formats.format import Imported
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.integrity import structural
from argmap.model.kinds import Direction, Layout, Page, SourceLine
from argmap.reasoning import evaluate
from argmap.rendering import render
from argmap.store import yaml_file
from argmap.store.save import fingerprint
from argmap.store.save import save as save_text
from argmap.store.update import update
from argmap.texts.lookup import Lookup, beside, in_the_map
from argmap.texts.report import SourceReport
from argmap.texts.report import sources as report_on_sources

__all__ = [
    "ArgumentMap",
    "check",
    "convert",
    "draw",
    "evaluate",
    "load",
    "loads",
    "render",
    "save",
    "sources",
]


def load(path: Path | str, format: str | None = None) -> ArgumentMap:
    """Return the map in a file of the named format, else of the one its suffix or content shows.

    Raises OSError for what cannot be opened, and ArgmapError for the first error in the file.
    """
    return _whole(formats.loads(Path(path).read_bytes(), format, str(path)))


def loads(text: str, format: str | None = None) -> ArgumentMap:
    """Return the map in a text of the named format, else of the one its content shows.

    Raises ArgmapError for what cannot be read and for the first error in the text.
    """
    return _whole(formats.loads(text, format))


def save(argument_map: ArgumentMap, path: Path | str) -> None:
    """Write a map to a file, whole or not at all.

    Of a file that holds a map already only the lines of what differs change, and
    comments, order and quoting stay. A new one is YAML, or JSON if its name ends so. Raises
    ArgmapError where the file holds anything else, or a map with errors: some of it would be lost.
    """
    path = Path(path)
    known = fingerprint(path)
    if known is None or not known.size:
        fresh = write_json if path.suffix.lower() == ".json" else yaml_file.dumps
        save_text(path, fresh(argument_map), known)
        return
    reading = yaml_file.load(path)
    for problem in reading.problems:
        if problem.severity is Severity.ERROR:
            raise ArgmapError(
                in_a_row("A map cannot be saved over this file.", problem.message),
                "Fix it, or save under another name.",
                problem.where,
            )
    update(path, reading, known, argument_map)


@frozen
class Drawing:
    """The picture of a map, which a notebook shows by itself."""

    svg: str
    """The picture as SVG."""

    def _repr_svg_(self) -> str:
        """Return the SVG: the protocol by which IPython and others ask for a picture."""
        return self.svg


def draw(
    argument_map: ArgumentMap,
    *,
    theme: str = "",
    direction: Direction | None = None,
    page: Page | None = None,
    layout: Layout | None = None,
    source_line: SourceLine | None = None,
    titles: bool = False,
    legend: bool = False,
    marks: Marks = NO_MARKS,
) -> Drawing:
    """Return the picture of a map, which a notebook shows where it ends a cell.

    Raises ArgmapError for a theme that does not exist, and where Graphviz fails.
    """
    picture = render(
        argument_map,
        theme=theme,
        direction=direction,
        page=page,
        layout=layout,
        source_line=source_line,
        titles=titles,
        legend=legend,
        marks=marks,
    )
    return Drawing(picture.decode())


def check(
    argument_map: ArgumentMap,
    *,
    select: Collection[str] | None = None,
    ignore: Collection[str] = (),
    folder: Path | str | None = None,
) -> tuple[Problem, ...]:
    """Return what is wrong with a map: names that name nothing, and rules that it breaks.

    Quotes are looked up in the texts that the map has itself and, with a `folder`, in those that
    its sources name there.

    Rules are those of docs/rules.md: the selected ones, else those that are on by default, less
    what is in `ignore` or in the map's own `x-check`. ArgmapError for an unknown selected rule.
    """
    return (
        *structural(argument_map),
        *critique.check(
            argument_map,
            select=select,
            ignore=ignore,
            texts=_texts(folder),
        ),
    )


def sources(
    argument_map: ArgumentMap, folder: Path | str | None = None
) -> tuple[SourceReport, ...]:
    """Return what a map takes from each of its sources: cites with their places, what is uncited.

    With a `folder`, the texts that sources name there are looked at too.
    """
    return report_on_sources(argument_map, _texts(folder))


def _texts(folder: Path | str | None) -> Lookup:
    return in_the_map if folder is None else beside(Path(folder))


def _whole(imported: Imported) -> ArgumentMap:
    """Return the map only if nothing is missing in it: a program would not notice."""
    for problem in imported.problems:
        if problem.severity is Severity.ERROR:
            raise ArgmapError(problem.message, problem.hint, problem.where)
    return imported.argument_map
