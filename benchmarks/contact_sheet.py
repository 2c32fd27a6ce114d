"""Sheets of small maps, to be looked at: `python -m benchmarks.contact_sheet out`.

One claim with one to six things that bear on it, each a premise, two linked ones, a rebuttal, or
a premise with an undercut, and some of them with a reason of their own. Each sheet is a PNG: one
direction of the picture in one theme.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from argmap import painting
from argmap.drawing import theme
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Picture
from argmap.model.argument_map import ArgumentMap, Group, Relation, Statement
from argmap.model.kinds import Bearing, Direction, Kind

SHAPES = {"p": 1, "l": 2, "r": 1, "u": 2}
"""A premise, linked ones, a rebuttal, a premise with an undercut; and how many cards each takes."""
TEXTS = (
    "The pool should open on Sundays, too.",
    "Two hundred residents asked for it.",
    "What so many residents ask for should be done.",
    "Staff costs double.",
    "Volunteers will staff it, as they do on Saturdays in the library.",
    "The petition was signed by visitors as well.",
    "Nobody counted.",
)
WIDE, GAP, SHRUNK = 2000, 24, 0.6


class Growing:
    """A small map on its way."""

    def __init__(self, *, grouped: bool = False) -> None:
        self.statements = [Statement("s0", TEXTS[0], Kind.CLAIM)]
        self.relations: list[Relation] = []
        self.group = "g" if grouped else ""

    def said(self, kind: Kind, *, implicit: bool = False) -> str:
        """Add a statement; return its id."""
        number = len(self.statements)
        text = TEXTS[number % len(TEXTS)]
        one = Statement(f"s{number}", text, kind, implicit=implicit, group=self.group)
        self.statements.append(one)
        return one.id

    def tied(self, premises: Sequence[str], target: str, bearing: Bearing) -> str:
        """Add a relation; return its id."""
        made = Relation(f"r{len(self.relations)}", tuple(premises), bearing, target)
        self.relations.append(made)
        return made.id

    def hang(self, shape: str, target: str) -> str:
        """Add what a letter stands for; return its first card."""
        if shape == "r":
            card = self.said(Kind.REBUTTAL)
            self.tied([card], target, Bearing.ATTACKS)
            return card
        card = self.said(Kind.PREMISE)
        cards = [card, self.said(Kind.PREMISE, implicit=True)] if shape == "l" else [card]
        relation = self.tied(cards, target, Bearing.SUPPORTS)
        if shape == "u":
            self.tied([self.said(Kind.REBUTTAL)], relation, Bearing.ATTACKS)
        return card

    def made(self) -> ArgumentMap:
        """Return the map."""
        groups = (Group("g", "Those in favour"),) if self.group else ()
        return ArgumentMap(
            statements=tuple(self.statements), relations=tuple(self.relations), groups=groups
        )


def small_maps() -> Iterator[ArgumentMap]:
    """Return maps of one to seven cards: every combination of shapes, and chains."""
    yield Growing().made()
    for count in range(1, 7):
        for shapes in combinations_with_replacement(SHAPES, count):
            if sum(SHAPES[shape] for shape in shapes) < 7:
                yield _with(shapes, "")
    for first in SHAPES:
        for below in SHAPES:
            yield _with((first,), below)
            yield _with((first, "r"), below)


def _with(shapes: Sequence[str], below: str, *, grouped: bool = False) -> ArgumentMap:
    """Return a claim with some shapes, and one below the first of them."""
    growing = Growing(grouped=grouped)
    first = ""
    for shape in shapes:
        card = growing.hang(shape, "s0")
        first = first or card
    if below:
        growing.hang(below, first)
    return growing.made()


def sheet(pictures: Sequence[Picture], background: str) -> QImage:
    """Return pictures in rows on one image."""
    places, x, y, high = [], GAP, GAP, 0.0
    for picture in pictures:
        wide = picture.width * SHRUNK
        if x + wide > WIDE and x > GAP:
            x, y, high = GAP, y + int(high) + GAP, 0.0
        places.append((x, y))
        x += int(wide) + GAP
        high = max(high, picture.height * SHRUNK)
    image = QImage(WIDE, y + int(high) + GAP, QImage.Format.Format_RGB32)
    image.fill(QColor(background))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for picture, (left, top) in zip(pictures, places, strict=True):
        painter.save()
        painter.translate(left, top)
        painter.scale(SHRUNK, SHRUNK)
        painting.play(painter, picture)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QColor(Qt.GlobalColor.lightGray))
        painter.drawRect(0, 0, int(picture.width), int(picture.height))
        painter.restore()
    painter.end()
    return image


def main() -> None:
    """Write a sheet for each direction, and for each theme one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the sheets are written")
    folder = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    painting.application()
    maps = list(small_maps())
    sheets = [("light", direction) for direction in Direction]
    sheets += [(name, Direction.TOP) for name in ("dark", "print", "high-contrast")]
    for name, direction in sheets:
        look = theme.load(name)
        options = DrawingOptions(look, direction=direction)
        image = sheet([lay_out(one, options) for one in maps], look.background)
        image.save(str(folder / f"{name}-{direction}.png"))


if __name__ == "__main__":
    main()
