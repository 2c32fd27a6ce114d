"""How a map goes on paper: on how many pages, how large they are, and what stands at their feet."""

from __future__ import annotations

from enum import StrEnum

from argmap.frozen import frozen
from argmap.model.kinds import Page
from argmap.placing import pages
from argmap.placing.pages import INCH, MM
from argmap.placing.placed import Rect

SIZES = {
    Page.A4: (210 * MM, 297 * MM),
    Page.A4_LANDSCAPE: (297 * MM, 210 * MM),
    Page.LETTER: (8.5 * INCH, 11 * INCH),
    Page.LETTER_LANDSCAPE: (11 * INCH, 8.5 * INCH),
    Page.SLIDE: (13.333 * INCH, 7.5 * INCH),
}
"""The whole size of pages, in points; a screen has none."""

_ON_SLIDES = 2.0
"""How much larger than on paper a picture may be on a slide: its text is 24 points then."""
LONGEST = 14_400
"""The longest side of a PDF page that every reader takes, in points; larger maps shrink to it."""


@frozen
class Paper:
    """A sheet by its size and the room inside its margins, all in points."""

    width: float
    height: float
    room: Rect
    largest: float = 1
    """How much larger than it is a picture may be made to fill the room."""

    @classmethod
    def of(cls, page: Page, size: tuple[float, float]) -> Paper:
        """Return the sheet of a page; that of a screen is as large as the picture."""
        if page not in SIZES:
            shrunk = min(1, LONGEST / max(size))
            width, height = size[0] * shrunk, size[1] * shrunk
            return cls(width, height, Rect(0, 0, width, height))
        (width, height), room = SIZES[page], pages.PAGES[page]
        left, top = (width - room.width) / 2, (height - room.height) / 2
        largest = _ON_SLIDES if page is Page.SLIDE else 1
        return cls(width, height, Rect(left, top, room.width, room.height), largest)


@frozen
class Running:
    """What stands at the foot of every sheet: a title and a date, and whether it is counted."""

    title: str = ""
    date: str = ""
    counted: bool = False


class Pages(StrEnum):
    """On how many pages a map goes."""

    ONE = "one"
    """On one, however small its text becomes."""
    AUTO = "auto"
    """On as many as its text needs: an overview, and its branches on pages of their own."""
    TILES = "tiles"
    """In its natural size on as many as that takes, to be glued together."""


@frozen
class Book:
    """How a map goes on paper."""

    pages: Pages = Pages.ONE
    scale: float = 1
    """The scale of tiles; 1 is a text of 12 points."""
    running: Running | None = None
    """What stands at the foot of every sheet; None is a title and a number if there are several."""
    paper: Paper | None = None
    """What it is printed on; None is the sheet of the page that it is laid out for."""
    references: bool = False
    """Whether a list of what the map cites comes behind it."""


ONE_PAGE = Book()
