"""Lines of text where Graphviz would set them, known without asking it.

In the DOT that anybody may draw, each line has a cell of the size that we measured, in a table of
HTML. So it is certain where it stands, and in our own runs Graphviz draws shapes and courses alone:
reading these tables would take more than half of its time. A test holds both against each other.
"""

from __future__ import annotations

from sys import intern
from typing import NamedTuple

from argmap.drawing.text.measure import Font


class Letters(NamedTuple):
    """A line of text by where its base line begins, in points, x to the right and y downwards.

    On a card or a sign it is seen from the middle of that, else from where it says.
    """

    text: str
    x: float
    y: float
    font: Font
    colour: str

    def moved(self, right: float, down: float) -> Letters:
        """Return the line in another place."""
        return Letters(self.text, self.x + right, self.y + down, self.font, self.colour)


def in_cell(
    text: str, corner: tuple[float, float], height: int, font: Font, colour: str
) -> Letters:
    """Return a line in a cell, by the upper left corner of that.

    Graphviz sets bold and italic text otherwise than plain text, as it counts it as several fonts.
    """
    below = 0.3 * font.size - 1 if font.bold or font.italic else 0.4 * font.size
    return Letters(text, corner[0], corner[1] + height / 2 + below, font, intern(colour.lower()))
