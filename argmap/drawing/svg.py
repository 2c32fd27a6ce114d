"""The SVG of a map: Graphviz's shapes with our title, description, ids and selectable text.

What Graphviz adds for itself (comments, DOCTYPE, names of nodes) goes; the family name that it
measured with becomes a list of faces with the same metrics. It is written line by line, and no text
of a map gets anywhere but through `_said` and `_quoted`, so the result is well-formed whatever the
texts are.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import chain

from argmap.drawing.addresses import Linked, linked
from argmap.drawing.dot.card import SMALL, TEXT
from argmap.drawing.dot.compact import written_compact
from argmap.drawing.dot.lettering import letters_of
from argmap.drawing.dot.positions import number
from argmap.drawing.dot.writer import dot, layout_of
from argmap.drawing.element_ids import element_id, ids_of
from argmap.drawing.graphviz.engine import Cancel, run
from argmap.drawing.graphviz.svg import Element, Sheet, read
from argmap.drawing.options import DrawingOptions, settled
from argmap.drawing.text.graphemes import clean
from argmap.drawing.text.letters import Letters
from argmap.drawing.text.measure import is_close, runs_rightwards, width
from argmap.drawing.theme import Theme
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Layout
from argmap.placing.arrangement import NEW
from argmap.placing.metrics import MARGIN
from argmap.placing.nodes import Memory

FACES = "Arimo, 'Liberation Sans', Arial, Helvetica, sans-serif"

_SVG = "http://www.w3.org/2000/svg"
_LANGUAGE = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_VALUE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})

_Links = Mapping[str, Mapping[int, Sequence[Linked]]]
"""The links on a card, by the id of its element and the number of the line."""


def svg(
    argument_map: ArgumentMap,
    options: DrawingOptions,
    *,
    cancel: Cancel | None = None,
) -> bytes:
    """Return the SVG of a map, UTF-8, without links; its sizes are in points.

    Raises GraphvizError where Graphviz fails, CancelledError where somebody cancels.
    """
    return drawn(argument_map, options, cancel=cancel, links=False).content


@frozen
class Drawn:
    """An SVG, and its width and height in points."""

    content: bytes
    size: tuple[float, float]


def drawn(
    argument_map: ArgumentMap,
    options: DrawingOptions,
    *,
    cancel: Cancel | None = None,
    links: bool = True,
) -> Drawn:
    """Return the SVG of a map with its size; raises what `svg` does.

    With `links`, addresses of the web and sources that have one can be clicked.
    """
    size, parts = streamed(argument_map, options, cancel=cancel, links=links)
    content = BytesIO()
    for part in parts:
        content.write(part.encode())
    return Drawn(content.getvalue(), size)


def streamed(
    argument_map: ArgumentMap,
    options: DrawingOptions,
    *,
    cancel: Cancel | None = None,
    links: bool = True,
    memory: Memory | None = None,
) -> tuple[tuple[float, float], Iterator[str]]:
    """Return the size of a map's SVG, and its text in parts, of which there are never two at once.

    The first part is the line that says that it is XML, the second the opening tag. Raises what
    `svg` does. `memory` spares placing a map again that was drawn with the same one before.
    """
    argument_map, options = settled(argument_map, options)
    if not argument_map.statements:
        size = 2.0 * MARGIN, 2.0 * MARGIN
        return size, _ended(chain(_head(argument_map, options.theme, size), ["</svg>"]))
    sheet, letters = _sheet(argument_map, options, cancel, memory)
    linking = _links(argument_map, letters) if links else {}
    head = _head(argument_map, options.theme, sheet.size, "group" if linking else "img")
    body = _body(sheet, letters, linking, _words(argument_map))
    return sheet.size, _ended(chain(head, body, ["</svg>"]))


def _ended(lines: Iterable[str]) -> Iterator[str]:
    return (f"{line}\n" for line in lines)


def _sheet(
    argument_map: ArgumentMap,
    options: DrawingOptions,
    cancel: Cancel | None,
    memory: Memory | None,
) -> tuple[Sheet, Mapping[str, Sequence[Letters]]]:
    """Return what Graphviz draws, and the lines of each element by its id."""
    if layout_of(argument_map) is Layout.LAYERED:
        text = dot(argument_map, options)
        (sheet,) = run([text], "svg", read, engine=options.engine, cancel=cancel)
        return sheet, {one.id: one.letters for one in sheet.elements()}
    compact = written_compact(argument_map, options, NEW, memory)
    text = compact.source(labelled=False)
    (sheet,) = run([text], "svg", read, engine=options.engine, cancel=cancel)
    return sheet, letters_of(compact)


def _head(
    argument_map: ArgumentMap, theme: Theme, size: tuple[float, float], role: str = "img"
) -> Iterator[str]:
    """Return the lines of an SVG of this size up to its background.

    With links it is a group, as what is in an image nobody can reach.
    """
    wide, high = number(size[0]), number(size[1])
    language = argument_map.language
    spoken = f' lang="{language}"' if _LANGUAGE.fullmatch(language) else ""
    counted = f"{len(argument_map.statements)} statements, {len(argument_map.relations)} relations"
    about = f"An argument map: {counted}. {_safe(argument_map.summary)}"
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="{_SVG}" width="{wide}pt" height="{high}pt" viewBox="0 0 {wide} {high}" '
        f'role="{role}" font-family="{FACES}"{spoken}>'
    )
    yield f"  <title>{_said(_safe(argument_map.title) or 'Argument map')}</title>"
    yield f"  <desc>{_said(about.strip())}</desc>"
    yield f'  <rect width="{wide}" height="{high}" fill="{_quoted(theme.background)}" />'


def _body(
    sheet: Sheet, letters: Mapping[str, Sequence[Letters]], links: _Links, words: Mapping[str, str]
) -> Iterator[str]:
    """Return the drawing, told in the map's words: halos, then all that has an id of ours."""
    yield f'  <g transform="translate({number(-sheet.left)} {number(-sheet.top)})">'
    if grounds := sheet.grounds:
        yield '    <g class="halos">'
        yield from (f"      {shape}" for shape in grounds)
        yield "    </g>"
    for one in sheet.elements():
        said = words.get(ids_of(one.id)[0])
        if said is not None:
            lines = _element(one, said, letters.get(one.id, ()), links.get(one.id, {}))
            yield "\n".join(lines)
    yield "  </g>"


def _element(
    one: Element,
    said: str,
    letters: Sequence[Letters],
    links: Mapping[int, Sequence[Linked]],
) -> Iterator[str]:
    yield f'    <g id="{_quoted(one.id)}" class="{one.kind}">'
    yield f"      <title>{_said(said)}</title>" if said else "      <title />"
    yield from (f"      {shape}" for shape in one.shapes)
    for at, line in enumerate(letters):
        yield f"      {_set(line, links.get(at, ()))}"
    yield "    </g>"


def _set(line: Letters, links: Sequence[Linked]) -> str:
    """Return a line with its direction and width; the family is left to the root."""
    text, font = line.text, line.font
    wide, x = width(text, font), line.x
    faces = ' font-weight="bold"' if font.bold else ""
    faces += ' font-style="italic"' if font.italic else ""
    held = ""
    if not runs_rightwards(text):
        x += math.ceil(wide)
        held = ' direction="rtl"'
    elif is_close(text):
        held = f' textLength="{number(wide)}" lengthAdjust="spacingAndGlyphs"'
    inside = _linked(text, links) if links else _said(text)
    return (
        f'<text text-anchor="start" x="{number(x)}" y="{number(line.y)}"{faces} '
        f'font-size="{font.size:g}" fill="{_quoted(line.colour)}"{held}>{inside}</text>'
    )


def _links(argument_map: ArgumentMap, letters: Mapping[str, Sequence[Letters]]) -> _Links:
    """Return the links on cards: addresses in texts, and sources that have one."""
    found: dict[str, dict[int, list[Linked]]] = {}
    for statement in argument_map.statements:
        id_ = element_id(statement.id)
        lines = letters.get(id_, ())
        texts, sources = (
            [n for n, line in enumerate(lines) if line.font.size == font.size]
            for font in (TEXT, SMALL)
        )
        said, cited = ([lines[n].text for n in numbers] for numbers in (texts, sources))
        for one in linked(argument_map, statement, said, cited):
            at = (texts + sources)[one.line]
            found.setdefault(id_, {}).setdefault(at, []).append(one)
    return found


def _linked(text: str, links: Sequence[Linked]) -> str:
    """Return a line with stretches of it as links; of two that overlap, the second stays text."""
    inside, at = "", 0
    for one in sorted(links, key=lambda one: one.start):
        if one.start < at:
            continue
        shown = _said(text[one.start : one.stop])
        inside += f'{_said(text[at : one.start])}<a href="{_quoted(one.address)}">{shown}</a>'
        at = one.stop
    return inside + _said(text[at:])


def _words(argument_map: ArgumentMap) -> Mapping[str, str]:
    """Return what each element says of itself: texts of statements, ends of relations, titles."""
    words = {group.id: _safe(group.title) for group in argument_map.groups}
    words |= {statement.id: _safe(statement.text) for statement in argument_map.statements}
    for relation in argument_map.relations:
        said = f"{' + '.join(relation.premises)} {relation.bearing} {relation.target}"
        words[relation.id] = _safe(said)
    return words


def _safe(text: str) -> str:
    return clean(text).strip()


def _said(text: str) -> str:
    return text.translate(_TEXT)


def _quoted(text: str) -> str:
    return text.translate(_VALUE)
