"""A field for a colour: its code, and a button that shows it and lets another be picked."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QColorDialog, QToolButton

from argmap.desktop.inspector.fields.line import LineEditor
from argmap.errors import ArgmapError

_HEX = (len("#rgb"), len("#rrggbb"))
"""What a file can hold; Qt knows longer codes as well."""


class ColourEditor(LineEditor):
    """A colour as #rrggbb, or nothing; a name that Qt knows is turned into its code."""

    hint = "the theme's own"

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.button = QToolButton()
        self.button.setAccessibleName("Pick a colour")
        self.button.setToolTip("Pick a colour")
        self.button.setIconSize(QSize(16, 16))
        self.button.clicked.connect(self._pick)
        self.row.addWidget(self.button)
        self.box.textChanged.connect(self._paint)
        self._paint("")

    def value_of(self, text: str) -> object:
        """Read a colour."""
        code, colour = text.strip(), QColor(text.strip())
        if not code or (colour.isValid() and code.startswith("#") and len(code) in _HEX):
            return code
        if not colour.isValid():
            raise ArgmapError(f"“{text}” is not a colour.", "Write it as `#rrggbb`, or pick one.")
        return colour.name()

    def _paint(self, text: str) -> None:
        pixmap = QPixmap(16, 16)
        known = QColor.isValidColorName(text)
        pixmap.fill(QColor(text) if known else self.palette().color(QPalette.ColorRole.Base))
        painter = QPainter(pixmap)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawRect(0, 0, 15, 15)
        if not known:
            painter.drawLine(0, 15, 15, 0)
        painter.end()
        self.button.setIcon(QIcon(pixmap))

    def _pick(self) -> None:
        dialog = QColorDialog(QColor(self.box.text() or "#7d8087"), self)
        dialog.colorSelected.connect(self._take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take(self, colour: QColor) -> None:
        self.box.setText(colour.name())
        self.box.setModified(True)
        self.committed.emit()
