"""A preview: one sheet after the other, as large as fits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from argmap.painting import HINTS
from argmap.paper.playing import play_sheet
from argmap.paper.sheet import Sheet

_MARGIN = 8
_LARGEST = 1.5
"""How much larger than it is a sheet may be shown."""


class Preview(QWidget):
    """A sheet, and below it what turns the pages if there are several."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Preview")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._sheets: Sequence[Sheet] = ()
        self._at = 0
        self._shown = _Shown()
        self._words = QLabel()
        self._back = _arrow(Qt.ArrowType.LeftArrow, "Previous page")
        self._on = _arrow(Qt.ArrowType.RightArrow, "Next page")
        self._back.clicked.connect(lambda: self._turn(-1))
        self._on.clicked.connect(lambda: self._turn(1))
        self._turning = QWidget()
        row = QHBoxLayout(self._turning)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        for widget in (self._back, self._words, self._on):
            row.addWidget(widget)
        row.addStretch()
        pile = QVBoxLayout(self)
        pile.setContentsMargins(0, 0, 0, 0)
        pile.addWidget(self._shown, 1)
        pile.addWidget(self._turning)
        self._turning.hide()

    def show_sheets(self, sheets: Sequence[Sheet]) -> None:
        """Show other sheets, from the page that is shown if they have it."""
        self._sheets = sheets
        self._at = min(self._at, len(sheets) - 1)
        self._turn(0)

    def _turn(self, by: int) -> None:
        self._at = min(max(self._at + by, 0), len(self._sheets) - 1)
        self._words.setText(f"Page {self._at + 1} of {len(self._sheets)}")
        self._back.setEnabled(self._at > 0)
        self._on.setEnabled(self._at + 1 < len(self._sheets))
        self._turning.setVisible(len(self._sheets) > 1)
        self._shown.show_sheet(self._sheets[self._at])


class _Shown(QWidget):
    """One sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(QSize(160, 120))
        self._sheet: Sheet | None = None

    def show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet."""
        self._sheet = sheet
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Play the sheet, scaled down to fit and hardly up."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.palette().mid())
        if self._sheet is None:
            return
        paper = self._sheet.paper
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        scale = min(room.width() / paper.width, room.height() / paper.height, _LARGEST)
        place = QRectF(0, 0, paper.width * scale, paper.height * scale)
        place.moveCenter(room.center())
        painter.setRenderHints(HINTS)
        painter.fillRect(place, QColor(self._sheet.picture.background))
        painter.translate(place.topLeft())
        painter.scale(scale, scale)
        play_sheet(painter, self._sheet)


def _arrow(which: Qt.ArrowType, name: str) -> QToolButton:
    made = QToolButton()
    made.setArrowType(which)
    made.setAutoRaise(True)
    made.setToolTip(name)
    made.setAccessibleName(name)
    return made
