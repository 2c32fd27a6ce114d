"""Print: on which paper, on how many sheets, with what at their feet; and a preview of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from functools import partial

from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import QWidget

from argmap.desktop.export.choice import Choice, Drawable
from argmap.desktop.export.look import box, check
from argmap.desktop.export.sheets_dialog import Row, SheetsDialog, Work
from argmap.desktop.widgets.choosing.choice_box import StillSpinBox
from argmap.drawing.graphviz.engine import Cancel
from argmap.errors import in_a_row
from argmap.frozen import frozen
from argmap.model.kinds import Page
from argmap.paper.book import Book, Pages, Paper, Running
from argmap.paper.sheet import Sheet
from argmap.paper.sheets import sheets, smallest_text
from argmap.placing.pages import MM, PAGES, SMALLEST
from argmap.placing.placed import Rect

MARGIN = 10 * MM
"""Around what is printed, in points: wider than what printers leave blank."""

_SIZES = ("A4", "A3", "A5", "Letter", "Legal", "Tabloid")
_TURNS = {"portrait": "Portrait", "landscape": "Landscape"}
_SPREADS: dict[str, str] = {
    Pages.ONE: "All on one sheet",
    Pages.AUTO: "An overview, and a sheet for each branch",
    Pages.TILES: "Large, on sheets to be glued together",
}


@frozen
class Printing:
    """What is printed, and how."""

    choice: Choice = field(default_factory=Choice)
    size: str = "A4"
    landscape: bool = True
    percent: int = 100
    """The size of what is glued together, in per cent of its natural one."""
    titled: bool = True
    dated: bool = True

    @property
    def layout(self) -> QPageLayout:
        """The paper, as a printer is told of it."""
        turned = QPageLayout.Orientation
        size = QPageSize(getattr(QPageSize.PageSizeId, self.size))
        held = turned.Landscape if self.landscape else turned.Portrait
        made = QPageLayout()
        made.setPageSize(size)
        made.setOrientation(held)
        return made


class PrintDialog(SheetsDialog):
    """Sheets of paper; `printing()` gives what is chosen."""

    def __init__(self, drawable: Drawable, printing: Printing, today: str, parent: QWidget) -> None:
        super().__init__("Print", drawable, printing.choice, parent)
        self._today = today
        self._size = box({size: size for size in _SIZES}, printing.size)
        self._turn = box(_TURNS, "landscape" if printing.landscape else "portrait")
        self._spread = box(_SPREADS, printing.choice.pages)
        self._percent = StillSpinBox()
        self._percent.setRange(25, 400)
        self._percent.setSingleStep(25)
        self._percent.setSuffix(" %")
        self._percent.setValue(printing.percent)
        self._titled = check("Title and &numbers of sheets", on=printing.titled)
        self._dated = check("Dat&e", on=printing.dated)
        for one in (self._size, self._turn, self._spread):
            one.currentIndexChanged.connect(self.draw)
        self._percent.valueChanged.connect(self.draw)
        for ticked in (self._titled, self._dated):
            ticked.toggled.connect(self.draw)
        rows: tuple[Row, ...] = (
            ("Pape&r:", self._size),
            ("&Orientation:", self._turn),
            ("&Sheets:", self._spread),
            ("Si&ze:", self._percent),
            ("", self._titled),
            ("", self._dated),
        )
        self.build(rows, "&Print…")

    def printing(self) -> Printing:
        """Return what is chosen."""
        made = self.look.chosen(self.begun)
        return Printing(
            replace(made, pages=Pages(self._spread.currentData())),
            self._size.currentData(),
            self._turn.currentData() == "landscape",
            self._percent.value(),
            self._titled.isChecked(),
            self._dated.isChecked(),
        )

    def work(self) -> tuple[Choice, Work]:
        """Return what is chosen, and what draws it."""
        printing = self.printing()
        layout = printing.layout
        return printing.choice, partial(
            sheets_to_print, self.drawable, printing, layout, self._today
        )

    def reasons(self, choice: Choice) -> Iterable[tuple[QWidget, str]]:
        """Return the size, which is free only where sheets are glued together."""
        tiled = choice.pages is Pages.TILES
        yield self._percent, "" if tiled else "The size is for sheets to be glued together."

    def told(self, choice: Choice, drawn: Sequence[Sheet]) -> str:
        """Return how many sheets there are, and how small the text is."""
        count = f"{len(drawn)} sheets" if len(drawn) > 1 else "1 sheet"
        text = smallest_text(drawn)
        small = f"Below {SMALLEST} pt it is hard to read." if text < SMALLEST else ""
        help_ = "Choose more sheets." if small and choice.pages is Pages.ONE else ""
        return in_a_row(f"{count}. The smallest text has {text:.1f} pt.", small, help_)


def sheets_to_print(
    drawable: Drawable, printing: Printing, layout: QPageLayout, today: str, cancel: Cancel
) -> Sequence[Sheet]:
    """Return what is printed on paper of a size; raises what `sheets` does."""
    choice = printing.choice
    paper = paper_of(layout)
    options = replace(drawable.options_for(choice), page=_page_like(paper))
    title = drawable.whole.title if printing.titled else ""
    running = Running(title, today if printing.dated else "", counted=printing.titled)
    book = Book(choice.pages, printing.percent / 100, running, paper, choice.references)
    return sheets(drawable.map_for(choice), options, book, cancel)


def paper_of(layout: QPageLayout) -> Paper:
    """Return the paper that a printer is set to, with our margins."""
    whole = layout.fullRectPoints()
    width, height = float(whole.width()), float(whole.height())
    room = Rect(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN)
    return Paper(width, height, room)


def _page_like(paper: Paper) -> Page:
    """Return the page whose shape is most like that of a paper's room."""
    shape = paper.room.width / paper.room.height
    pages = (Page.A4, Page.A4_LANDSCAPE, Page.LETTER, Page.LETTER_LANDSCAPE)
    return min(pages, key=lambda page: abs(PAGES[page].width / PAGES[page].height - shape))
