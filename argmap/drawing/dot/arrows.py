"""How relations are drawn, so that each can be told without its colour.

Line style, head and sign differ as well; the signs stand beside every head.
"""

from __future__ import annotations

from argmap.drawing.dot.labels import SLACK, cell, framed, label, one_line, row
from argmap.drawing.marks import Mark
from argmap.drawing.text.letters import Letters, in_cell
from argmap.drawing.text.measure import Font, TextLine
from argmap.drawing.theme import Theme
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.kinds import Bearing

DOT_SIZE = 8
"""The width of the dot in which premises meet, in points."""
SIGN = Font(13, bold=True)
SIGN_HEIGHT = 10
"""How much of a sign's line is ink, in points: nothing else may stand there."""
BADGE = Font(10, bold=True)
NUMBER = Font(8, bold=True)
"""Of the ends of a long cross link."""
INSET = 2
"""How much further from its frame such a number begins than it ends, whose place has slack."""


@frozen
class ArrowStyle:
    """A line style and head of Graphviz, a theme's line role, a sign, a width in points."""

    line: str
    pen_style: str
    head: str
    sign: str
    width: float = 1.4


SUPPORT = ArrowStyle(Bearing.SUPPORTS.noun, "solid", "normal", Bearing.SUPPORTS.sign)
ATTACK = ArrowStyle(Bearing.ATTACKS.noun, "dashed", "tee", Bearing.ATTACKS.sign)
UNDERCUT = ArrowStyle("undercut", "dotted", "odot", Bearing.ATTACKS.sign, width=2)
_ARROWS = {Bearing.SUPPORTS: SUPPORT, Bearing.ATTACKS: ATTACK}


def style_of(argument_map: ArgumentMap, relation: Relation) -> ArrowStyle:
    """Return how a relation is drawn; an attack on a relation is an undercut."""
    return UNDERCUT if argument_map.is_undercut(relation) else _ARROWS[relation.bearing]


def line(style: ArrowStyle, theme: Theme, mark: Mark) -> dict[str, str]:
    """Return the attributes of every edge of a relation."""
    width = mark.width or style.width
    return {"color": colour(style, theme, mark), "style": style.pen_style, "penwidth": f"{width:g}"}


@frozen
class Sign:
    """What stands beside a head: one line of text."""

    line: TextLine
    font: Font
    colour: str

    @property
    def size(self) -> tuple[int, int]:
        """Width and height, in points."""
        return self.line.width + SLACK, self.font.height

    @property
    def label(self) -> str:
        """The label of the edge."""
        return label([row(cell(self.line, self.font, self.colour, self.size))])

    @property
    def letters(self) -> Letters:
        """The text, seen from the middle of the sign."""
        wide, high = self.size
        return in_cell(self.line.text, (-wide / 2, -high / 2), high, self.font, self.colour)


def sign(style: ArrowStyle, theme: Theme, mark: Mark) -> Sign:
    """Return a relation's sign, with its badge if it has one."""
    text, font = one_line(style.sign, SIGN), SIGN
    if mark.badge:
        text, font = one_line(f"{style.sign} {mark.badge}", BADGE), BADGE
    return Sign(text, font, colour(style, theme, mark))


@frozen
class Number:
    """What stands at both ends of a long cross link: a number in a frame."""

    line: TextLine
    colour: str
    ground: str

    @property
    def label(self) -> str:
        """The label of an edge."""
        return framed(
            (INSET, self._size[1]),
            cell(self.line, NUMBER, self.colour, self._size),
            self.colour,
            self.ground,
        )

    @property
    def frame(self) -> str:
        """The label without its text."""
        empty = cell(TextLine("", 0), NUMBER, self.colour, self._size)
        return framed((INSET, self._size[1]), empty, self.colour, self.ground)

    @property
    def letters(self) -> Letters:
        """The text, seen from the middle of the frame."""
        wide, high = self._size
        corner = INSET / 2 - wide / 2, -high / 2
        return in_cell(self.line.text, corner, high, NUMBER, self.colour)

    @property
    def _size(self) -> tuple[int, int]:
        return self.line.width + SLACK, NUMBER.height


def number(shown: int, style: ArrowStyle, theme: Theme, mark: Mark) -> Number:
    """Return the number at the ends of a long cross link."""
    return Number(one_line(str(shown), NUMBER), colour(style, theme, mark), theme.background)


def head(style: ArrowStyle, theme: Theme, mark: Mark) -> dict[str, str]:
    """Return the attributes of an edge that Graphviz lays out: its head, sign and badge."""
    said = sign(style, theme, mark).label
    if mark.badge:  # too long to stand at the head: Graphviz finds room for it beside the line
        return {"arrowhead": style.head, "label": said}
    return {
        "arrowhead": style.head,
        "headlabel": said,
        "labeldistance": "2.7",
        "labelangle": "-19",
    }


def joint(style: ArrowStyle, theme: Theme, mark: Mark) -> dict[str, str]:
    """Return the attributes of the dot in which premises meet."""
    size = f"{DOT_SIZE / 72:.6f}"
    return {
        "label": "",
        "shape": "circle",
        "fixedsize": "true",
        "width": size,
        "height": size,
        "style": "filled",
        "color": colour(style, theme, mark),
        "fillcolor": colour(style, theme, mark),
    }


def colour(style: ArrowStyle, theme: Theme, mark: Mark) -> str:
    """Return the colour of a relation's lines."""
    return theme.lines[mark.line or ("faint" if mark.faint else style.line)]
