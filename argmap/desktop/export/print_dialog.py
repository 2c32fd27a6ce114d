"""Print: on which paper, on how many sheets, with what at their feet; and a preview of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field, replace
from functools import partial

from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.export.choice import Choice, Drawable
from argmap.desktop.export.look import Look, box, check
from argmap.desktop.export.preview import Preview
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.sizing import resize_on_screen
from argmap.drawing.graphviz.engine import Cancel
from argmap.errors import ArgmapError, in_a_row
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


class PrintDialog(QDialog):
    """Choices at the left, the sheets at the right; `printing()` gives what is chosen."""

    def __init__(self, drawable: Drawable, printing: Printing, today: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Print")
        resize_on_screen(self, 960, 600)
        self._drawable = drawable
        self._begun = printing
        self._today = today
        self._jobs: LatestOnly[Sequence[Sheet]] = LatestOnly()
        self._preview = Preview()
        self._says = plain_text.paragraph()
        self._size = box({size: size for size in _SIZES}, printing.size)
        self._turn = box(_TURNS, "landscape" if printing.landscape else "portrait")
        self._spread = box(_SPREADS, printing.choice.pages)
        self._percent = QSpinBox()
        self._percent.setRange(25, 400)
        self._percent.setSingleStep(25)
        self._percent.setSuffix(" %")
        self._percent.setValue(printing.percent)
        self._titled = check("Title and &numbers of sheets", on=printing.titled)
        self._dated = check("Dat&e", on=printing.dated)
        self._look = Look(drawable, printing.choice, self)
        self._build()
        self._draw()

    def printing(self) -> Printing:
        """Return what is chosen."""
        made = self._look.chosen(self._begun.choice)
        return Printing(
            replace(made, pages=Pages(self._spread.currentData())),
            self._size.currentData(),
            self._turn.currentData() == "landscape",
            self._percent.value(),
            self._titled.isChecked(),
            self._dated.isChecked(),
        )

    def done(self, result: int) -> None:
        """Stop what is still being drawn."""
        self._jobs.close()
        super().done(result)

    def _build(self) -> None:
        form = QFormLayout()
        form.addRow("Pape&r:", self._size)
        form.addRow("&Orientation:", self._turn)
        form.addRow("&Sheets:", self._spread)
        form.addRow("Si&ze:", self._percent)
        form.addRow("", self._titled)
        form.addRow("", self._dated)
        self._look.add_to(form)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addStretch(1)
        left.addWidget(self._says)
        sides = QHBoxLayout()
        sides.addLayout(left)
        sides.addWidget(self._preview, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go = buttons.addButton("&Print…", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        pile = QVBoxLayout(self)
        pile.addLayout(sides)
        pile.addWidget(buttons)
        go.setDefault(True)
        for one in (self._size, self._turn, self._spread):
            one.currentIndexChanged.connect(self._draw)
        self._percent.valueChanged.connect(self._draw)
        for ticked in (self._titled, self._dated):
            ticked.toggled.connect(self._draw)
        self._look.changed.connect(self._draw)

    def _draw(self) -> None:
        printing = self.printing()
        self._percent.setEnabled(printing.choice.pages is Pages.TILES)
        work = partial(sheets_to_print, self._drawable, printing, printing.layout, self._today)
        if printing.choice.pages is Pages.AUTO:
            self._says.setText("The map is being divided into pages…")
        self._jobs.start(work, partial(self._take, printing))

    def _take(self, printing: Printing, drawn: Sequence[Sheet] | ArgmapError) -> None:
        if isinstance(drawn, ArgmapError):
            self._says.setText(str(drawn))
            return
        self._preview.show_sheets(drawn)
        count = f"{len(drawn)} sheets" if len(drawn) > 1 else "1 sheet"
        text = smallest_text(drawn)
        small = f"Below {SMALLEST} pt it is hard to read." if text < SMALLEST else ""
        help_ = "Choose more sheets." if small and printing.choice.pages is Pages.ONE else ""
        said = f"{count}. The smallest text has {text:.1f} pt."
        self._says.setText(in_a_row(said, small, help_))


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
