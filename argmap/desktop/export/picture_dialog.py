"""Export: format, look and size of a picture, with a preview of just that picture."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from argmap.desktop.export.choice import Choice, Drawable
from argmap.desktop.export.look import as_in_map, box, called
from argmap.desktop.export.sheets_dialog import Row, SheetsDialog, Work
from argmap.desktop.widgets.choosing.choice_box import StillDoubleSpinBox
from argmap.drawing.graphviz.engine import Cancel
from argmap.drawing.layout import lay_out
from argmap.drawing.options import SCREEN
from argmap.errors import in_a_row
from argmap.model.kinds import USUAL_PAGE, Page
from argmap.paper.book import Book, Pages, Paper
from argmap.paper.png import MEGAPIXELS
from argmap.paper.sheet import Sheet, fitted
from argmap.paper.sheets import sheets, smallest_text
from argmap.placing.pages import SMALLEST

FORMATS = {
    "svg": "SVG — for the web and for editing, sharp at every size",
    "png": "PNG — for documents and slides",
    "pdf": "PDF — for paper, with text that can be selected",
    "dot": "DOT — for anybody's Graphviz",
}
_PAGES: dict[str, str] = {
    Pages.ONE: "One page",
    Pages.AUTO: "As many as readable text needs",
}
_POINTS = 72
"""Points in an inch."""


class Export(SheetsDialog):
    """A picture of a format; `choice()` gives what is chosen."""

    def __init__(self, drawable: Drawable, choice: Choice, parent: QWidget) -> None:
        super().__init__("Export picture", drawable, choice, parent)
        self._format = box(FORMATS, choice.format)
        self._page = box(as_in_map(called(Page)), choice.options.page or "")
        self._pages = box(_PAGES, choice.pages)
        self._scale = StillDoubleSpinBox()
        self._scale.setRange(0.25, 20)
        self._scale.setSingleStep(0.5)
        self._scale.setSuffix(" ×")
        self._scale.setValue(choice.options.dpi / SCREEN)
        for one in (self._format, self._page, self._pages):
            one.currentIndexChanged.connect(self.draw)
        self._scale.valueChanged.connect(self.draw)
        rows: tuple[Row, ...] = (
            ("&Format:", self._format),
            ("&Page:", self._page),
            ("&Number of pages:", self._pages),
            ("&Scale:", self._scale),
        )
        self.build(rows, "&Export…")

    def draw(self) -> None:
        """Draw what is chosen, and say so where that is arranged otherwise than in the window."""
        said = self._said_of_page()
        self.remark.setText(said)
        self.remark.setVisible(bool(said))
        super().draw()

    def _said_of_page(self) -> str:
        seen = self.drawable.whole.style.page or Page.SCREEN
        chosen = self._page.currentData() or self.drawable.whole.style.page or USUAL_PAGE
        if chosen == seen:
            return ""
        how = f"to get what it shows, choose the page “{seen.called}”"
        return f"The window is arranged for another page: {how}."

    def choice(self) -> Choice:
        """Return what is chosen."""
        page = self._page.currentData()
        made = self.look.chosen(self.begun)
        options = replace(
            made.options, page=Page(page) if page else None, dpi=self._scale.value() * SCREEN
        )
        format_ = self._format.currentData()
        pages = Pages(self._pages.currentData()) if format_ == "pdf" else Pages.ONE
        listed = made.references and format_ == "pdf"
        return replace(made, format=format_, options=options, pages=pages, references=listed)

    def work(self) -> tuple[Choice, Work]:
        """Return what is chosen, and what draws it."""
        choice = self.choice()
        return choice, partial(_drawn, self.drawable, choice)

    def on_sheets(self, choice: Choice) -> bool:
        """Whether it comes on sheets, on which there is room for more than the map."""
        return choice.format == "pdf"

    def reasons(self, choice: Choice) -> Iterable[tuple[QWidget, str]]:
        """Return what is for one format only."""
        yield self._pages, "" if choice.format == "pdf" else "Only a PDF has several pages."
        yield self._scale, "" if choice.format == "png" else "The scale is for PNG: pixels."

    def told(self, choice: Choice, drawn: Sequence[Sheet]) -> str:
        """Return how large it is, and how small its text."""
        return _words(choice, drawn, too_large=not self.may_go(choice, drawn))

    def may_go(self, choice: Choice, drawn: Sequence[Sheet]) -> bool:
        """Whether a picture of pixels is not too large."""
        width, height = _size(choice, drawn)
        return choice.format != "png" or width * height <= MEGAPIXELS * 1_000_000


def _drawn(drawable: Drawable, choice: Choice, cancel: Cancel) -> Sequence[Sheet]:
    """Return the sheets of a PDF; of another format, one that is as large as the picture."""
    argument_map, options = drawable.map_for(choice), drawable.options_for(choice)
    if choice.format == "pdf":
        return sheets(
            argument_map, options, Book(choice.pages, references=choice.references), cancel
        )
    picture = lay_out(argument_map, options, cancel=cancel)
    return [fitted(picture, Paper.of(Page.SCREEN, (picture.width, picture.height)))]


def _size(choice: Choice, drawn: Sequence[Sheet]) -> tuple[int, int]:
    """Return the width and height of what is exported, in pixels or points."""
    first = drawn[0]
    if choice.format == "pdf":
        return round(first.paper.width), round(first.paper.height)
    factor = choice.options.dpi / _POINTS if choice.format == "png" else 1
    return math.ceil(first.picture.width * factor), math.ceil(first.picture.height * factor)


def _words(choice: Choice, drawn: Sequence[Sheet], *, too_large: bool) -> str:
    """Return what there is to say of what will be exported."""
    width, height = _size(choice, drawn)
    unit = "pixels" if choice.format == "png" else "points"
    size = f"{width:,} × {height:,} {unit}".replace(",", " ")
    if too_large:
        return f"{size}: more than {MEGAPIXELS} million. Choose a smaller scale, SVG or PDF."
    if choice.format != "pdf":
        return size
    pages = f"; {len(drawn)} pages" if len(drawn) > 1 else ""
    text = smallest_text(drawn)
    small = f"Below {SMALLEST} pt it is hard to read." if text < SMALLEST else ""
    help_ = "Choose as many pages as it needs." if small and choice.pages is Pages.ONE else ""
    return in_a_row(f"{size}{pages}. The smallest text has {text:.1f} pt.", small, help_)
