"""Pages that a picture is fitted to, and how large its text is on them."""

from __future__ import annotations

from typing import NamedTuple

MM = 72 / 25.4
INCH = 72.0
FULL = 12
"""The size of a card's text in points: larger than this it is not made."""
SMALLEST = 5
"""The size of text, in points, below which it is hard to read on paper."""


class Page(NamedTuple):
    """The room on a page inside its margins, in points."""

    width: float
    height: float


PAGES: dict[str, Page] = {
    "a4": Page(190 * MM, 277 * MM),
    "a4-landscape": Page(277 * MM, 190 * MM),
    "letter": Page(7.7 * INCH, 10.2 * INCH),
    "letter-landscape": Page(10.2 * INCH, 7.7 * INCH),
    "slide": Page(13.333 * INCH - 36, 7.5 * INCH - 36),
    "screen": Page(1080, 675),
}
"""Pages by name: sheets with margins of a centimetre (10 mm, .4 inch), a slide of 16:9 with a
quarter of an inch, and a window of 1440 by 900 pixels."""


def scale(width: float, height: float, page: Page) -> float:
    """Return how much a picture of that size is made smaller on a page: 1 if it fits as it is."""
    return min(1.0, page.width / width, page.height / height)


def text_size(width: float, height: float, page: Page) -> float:
    """Return how large the text of cards is, in points, where a picture of that size has a page."""
    return FULL * scale(width, height, page)
