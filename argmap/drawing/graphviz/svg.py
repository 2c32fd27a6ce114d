"""Reads Graphviz's SVG: what it drew of each element, as text that can stand in ours.

Graphviz writes one tag a line, and nothing of the map but ids, which are safe, and where it drew
labels, their lines. So a tag is taken over as it is, and nothing is built of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from argmap.drawing.text.letters import Letters
from argmap.drawing.text.measure import Font
from argmap.frozen import frozen

_ELEMENT = re.compile(
    r'<g id="([^"]*)" class="([^"]*)">\n<title>[^<]*</title>\n(.*?)</g>', re.DOTALL
)
_BEHIND = re.compile(r'<polygon [^>]*points="([^"]*)"')
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


class Element(NamedTuple):
    """A card, joint, halo or stroke: its id, Graphviz's word for it, and what is drawn of it."""

    id: str
    kind: str
    shapes: list[str]
    letters: tuple[Letters, ...]
    """Its lines, where Graphviz has drawn labels."""


@frozen
class Sheet:
    """Graphviz's drawing: where in its own coordinates it begins, and its size."""

    text: str
    left: float
    top: float
    size: tuple[float, float]

    @property
    def grounds(self) -> list[str]:
        """The shapes that belong to no element: halos."""
        start = self.text.index("<polygon")
        end = self.text.find("\n<g ", start)
        return _shapes(self.text[start:end].split("\n")[1:])

    def elements(self) -> Iterator[Element]:
        """Return what is drawn, in its order."""
        for found in _ELEMENT.finditer(self.text):
            lines = found[3].split("\n")
            letters = tuple(_letters(line) for line in lines if line.startswith("<text"))
            yield Element(found[1].replace("&#45;", "-"), found[2], _shapes(lines), letters)


def read(output: bytes) -> tuple[Sheet, ...]:
    """Return the drawing in Graphviz's SVG; ValueError where it is not whole."""
    text = output.decode().replace("\r\n", "\n")  # as a program ends lines on Windows
    behind = _BEHIND.search(text)
    if behind is None or not text.endswith("</g>\n</svg>\n"):
        raise ValueError("an SVG without a drawing")
    points = [point.split(",") for point in behind[1].split()]
    xs, ys = [float(x) for x, _ in points], [float(y) for _, y in points]
    left, top = min(xs), min(ys)
    return (Sheet(text, left, top, (max(xs) - left, max(ys) - top)),)


def _shapes(lines: list[str]) -> list[str]:
    """Return the tags of shapes, closed as everywhere else in our SVG."""
    return [
        f"{line.removesuffix('/>')} />"
        for line in lines
        if line.endswith("/>") and not line.startswith("<text")
    ]


def _letters(tag: str) -> Letters:
    from html import unescape

    head, _, rest = tag.removesuffix("</text>").partition(">")
    said = dict(_ATTRIBUTE.findall(head))
    bold, italic = said.get("font-weight") == "bold", said.get("font-style") == "italic"
    font = Font(float(said["font-size"]), bold, italic)
    place = float(said["x"]), float(said["y"])
    return Letters(unescape(rest), *place, font, said.get("fill", "#000000"))
