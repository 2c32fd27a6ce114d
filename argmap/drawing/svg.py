"""Graphviz's SVG, finished: title, description, ids, selectable text, and nothing else.

What Graphviz adds for itself (comments,
DOCTYPE, names of nodes) goes; the family name that it measured with becomes a list of faces with
the same metrics. Being built as a tree, the result is well-formed whatever the texts are.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from argmap.drawing.addresses import Linked, linked
from argmap.drawing.dot.card import SMALL, TEXT
from argmap.drawing.dot.writer import dot
from argmap.drawing.element_ids import ids_of
from argmap.drawing.graphviz.engine import Cancel, run
from argmap.drawing.options import DrawingOptions, settled
from argmap.drawing.text.graphemes import clean
from argmap.drawing.text.measure import Font, is_close, runs_rightwards, width
from argmap.drawing.theme import Theme
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.placing.metrics import MARGIN

FACES = "Arimo, 'Liberation Sans', Arial, Helvetica, sans-serif"

_SVG = "http://www.w3.org/2000/svg"
_NUMBER = re.compile(r"-?[\d.]+")
_LANGUAGE = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")


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
    argument_map, options = settled(argument_map, options)
    size = (2.0 * MARGIN, 2.0 * MARGIN)
    parts: Sequence[_Part] = ()
    if argument_map.statements:
        text = dot(argument_map, options)
        parts = run([text], "svg", _read, engine=options.engine, cancel=cancel)
        size = parts[0].size
    root = _root(argument_map, options.theme, size)
    root.extend(part.finished(_words(argument_map)) for part in parts)
    ET.indent(root)
    if links and _add_links(root, argument_map):
        root.set("role", "group")  # what is in an image, nobody can reach
    content: bytes = ET.tostring(root, encoding="utf-8")
    return Drawn(b'<?xml version="1.0" encoding="UTF-8"?>\n' + content + b"\n", size)


@dataclass(frozen=True)
class _Part:
    """Graphviz's drawing: its size, and where in its own coordinates it begins."""

    drawn: ET.Element
    left: float
    top: float
    size: tuple[float, float]

    def finished(self, words: Mapping[str, str]) -> ET.Element:
        """Return the drawing, told in the map's words: halos, then all that has an id of ours."""
        at = f"translate({_number(-self.left)} {_number(-self.top)})"
        group = ET.Element("g", {"transform": at})
        grounds = ET.SubElement(group, "g", {"class": "halos"})
        grounds.extend(self.drawn.iterfind("path"))
        if not len(grounds):
            group.remove(grounds)
        for one in self.drawn:
            if ids_of(one.get("id", ""))[0] in words:
                group.append(_finished(one, words))
        return group


def _read(output: bytes) -> tuple[_Part, ...]:
    """Return the drawings in Graphviz's SVGs; ValueError where one is not whole."""
    try:
        return tuple(map(_part, _documents(output.decode())))
    except ET.ParseError as error:
        raise ValueError(str(error)) from error


def _documents(text: str) -> Iterator[ET.Element]:
    end = "</svg>"
    for document in text.split("<?xml")[1:]:
        whole = document[document.index("<svg") : document.rindex(end) + len(end)]
        root = ET.fromstring(whole)  # noqa: S314 - Graphviz's own, and without its DOCTYPE
        for element in root.iter():
            element.tag = element.tag.removeprefix(f"{{{_SVG}}}")
        yield root


def _part(document: ET.Element) -> _Part:
    """Return the drawing, measured by the rectangle behind it."""
    drawn = document.find("g")
    behind = drawn.find("polygon") if drawn is not None else None
    if drawn is None or behind is None:
        raise ValueError("an SVG without a drawing")
    numbers = [float(number) for number in _NUMBER.findall(behind.get("points", ""))]
    left, top = min(numbers[::2]), min(numbers[1::2])
    size = max(numbers[::2]) - left, max(numbers[1::2]) - top
    return _Part(drawn, left, top, size)


def _root(argument_map: ArgumentMap, theme: Theme, size: tuple[float, float]) -> ET.Element:
    """Return an SVG of this size with title, description and background, and nothing drawn yet."""
    width_, height = _number(size[0]), _number(size[1])
    attributes = {
        "xmlns": _SVG,
        "width": f"{width_}pt",
        "height": f"{height}pt",
        "viewBox": f"0 0 {width_} {height}",
        "role": "img",
        "font-family": FACES,
    }
    if _LANGUAGE.fullmatch(argument_map.language):
        attributes["lang"] = argument_map.language
    root = ET.Element("svg", attributes)
    ET.SubElement(root, "title").text = _safe(argument_map.title) or "Argument map"
    counted = f"{len(argument_map.statements)} statements, {len(argument_map.relations)} relations"
    about = f"An argument map: {counted}. {_safe(argument_map.summary)}"
    ET.SubElement(root, "desc").text = about.strip()
    whole = {"width": width_, "height": height, "fill": theme.background}
    ET.SubElement(root, "rect", whole)
    return root


def _finished(one: ET.Element, words: Mapping[str, str]) -> ET.Element:
    """Return an element of Graphviz's with our title, and its texts with their widths."""
    title = one.find("title")
    if title is not None:
        title.text = words.get(ids_of(one.get("id", ""))[0], "")
    for text in one.iter("text"):
        _set_type(text)
    return one


def _set_type(text: ET.Element) -> None:
    """Leave the family to the root, and give a line its direction and width."""
    for name in ("font-family", "{http://www.w3.org/XML/1998/namespace}space"):
        text.attrib.pop(name, None)
    line = text.text or ""
    font = Font(float(text.get("font-size", "0")), bold=text.get("font-weight") == "bold")
    text.set("font-size", _number(font.size))
    wide = width(line, font)
    if not runs_rightwards(line):
        text.set("direction", "rtl")
        text.set("x", _number(float(text.get("x", "0")) + math.ceil(wide)))
    elif is_close(line):
        text.set("textLength", _number(wide))
        text.set("lengthAdjust", "spacingAndGlyphs")


def _add_links(root: ET.Element, argument_map: ArgumentMap) -> bool:
    """Make links of addresses in texts and of sources; whether there are any."""
    found = False
    for card in root.iter("g"):
        statement = argument_map.statement_by_id.get(ids_of(card.get("id", ""))[0])
        if statement is None or card.get("class") != "node":
            continue
        texts, sources = (
            [line for line in card.iter("text") if line.get("font-size") == f"{font.size:g}"]
            for font in (TEXT, SMALL)
        )
        said, cited = ([line.text or "" for line in lines] for lines in (texts, sources))
        of_line: dict[int, list[Linked]] = {}
        for one in linked(argument_map, statement, said, cited):
            of_line.setdefault(one.line, []).append(one)
        for number, stretches in of_line.items():
            _link((texts + sources)[number], stretches)
            found = True
    return found


def _link(line: ET.Element, stretches: Sequence[Linked]) -> None:
    """Put stretches of a line into links; of two that overlap, the second stays text."""
    text, at, before = line.text or "", 0, line
    line.text = ""
    for one in sorted(stretches, key=lambda one: one.start):
        if one.start < at:
            continue
        _append(before, line, text[at : one.start])
        before = ET.SubElement(line, "a", {"href": one.address})
        before.text, at = text[one.start : one.stop], one.stop
    _append(before, line, text[at:])


def _append(before: ET.Element, line: ET.Element, text: str) -> None:
    """Add text to a line behind an element in it, or at its beginning if that is the line."""
    if before is line:
        line.text = text
    else:
        before.tail = text


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


def _number(number: float) -> str:
    return f"{round(number, 2) + 0:.10g}"
