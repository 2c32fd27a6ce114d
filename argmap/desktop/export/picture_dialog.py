"""Export: format, look and size of a picture, with a preview of just that picture."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.export.choice import Choice, Drawable
from argmap.desktop.export.look import Look, as_in_map, box, called
from argmap.desktop.export.preview import Preview
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.widgets.sizing import resize_on_screen
from argmap.drawing.graphviz.engine import Cancel
from argmap.drawing.layout import lay_out
from argmap.drawing.options import SCREEN
from argmap.errors import ArgmapError, in_a_row
from argmap.model.kinds import Page
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


class Export(QDialog):
    """Choices at the left, what comes of them at the right."""

    def __init__(self, drawable: Drawable, choice: Choice, parent: QWidget) -> None:
        super().__init__(parent)
        self._begun = choice
        self.setWindowTitle("Export picture")
        resize_on_screen(self, 960, 600)
        self._drawable = drawable
        self._jobs: LatestOnly[Sequence[Sheet]] = LatestOnly()
        self._preview = Preview()
        self._says = QLabel()
        self._says.setWordWrap(True)
        self._says.setTextFormat(Qt.TextFormat.PlainText)
        self._format = box(FORMATS, choice.format)
        self._page = box(as_in_map(called(Page)), choice.options.page or "")
        self._pages = box(_PAGES, choice.pages)
        self._scale = QDoubleSpinBox()
        self._scale.setRange(0.25, 20)
        self._scale.setSingleStep(0.5)
        self._scale.setSuffix(" ×")
        self._scale.setValue(choice.options.dpi / SCREEN)
        self._look = Look(drawable, choice, self)
        self._build()
        self._draw()

    def choice(self) -> Choice:
        """Return what is chosen."""
        page = self._page.currentData()
        made = self._look.chosen(self._begun)
        options = replace(
            made.options, page=Page(page) if page else None, dpi=self._scale.value() * SCREEN
        )
        format_ = self._format.currentData()
        pages = Pages(self._pages.currentData()) if format_ == "pdf" else Pages.ONE
        return replace(made, format=format_, options=options, pages=pages)

    def done(self, result: int) -> None:
        """Stop what is still being drawn."""
        self._jobs.close()
        super().done(result)

    def _build(self) -> None:
        form = QFormLayout()
        form.addRow("&Format:", self._format)
        form.addRow("&Page:", self._page)
        form.addRow("&Number of pages:", self._pages)
        form.addRow("&Scale:", self._scale)
        self._look.add_to(form)
        left = QVBoxLayout()
        left.addLayout(form)
        left.addStretch(1)
        left.addWidget(self._says)
        sides = QHBoxLayout()
        sides.addLayout(left)
        sides.addWidget(self._preview, 1)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self._go = buttons.button(QDialogButtonBox.StandardButton.Save)
        self._go.setText("&Export…")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        pile = QVBoxLayout(self)
        pile.addLayout(sides)
        pile.addWidget(buttons)
        for one in (self._format, self._page, self._pages):
            one.currentIndexChanged.connect(self._draw)
        self._scale.valueChanged.connect(self._draw)
        self._look.changed.connect(self._draw)

    def _draw(self) -> None:
        self._look.allow_references(allowed=self._format.currentData() == "pdf")
        choice = self.choice()
        self._scale.setEnabled(choice.format == "png")
        self._pages.setEnabled(choice.format == "pdf")
        if choice.pages is Pages.AUTO:
            self._says.setText("The map is being divided into pages…")
        self._jobs.start(partial(_drawn, self._drawable, choice), partial(self._take, choice))

    def _take(self, choice: Choice, drawn: Sequence[Sheet] | ArgmapError) -> None:
        if isinstance(drawn, ArgmapError):
            self._says.setText(str(drawn))
            return
        self._preview.show_sheets(drawn)
        width, height = _size(choice, drawn)
        too_large = choice.format == "png" and width * height > MEGAPIXELS * 1_000_000
        self._says.setText(_words(choice, drawn, too_large=too_large))
        self._go.setEnabled(not too_large)


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
