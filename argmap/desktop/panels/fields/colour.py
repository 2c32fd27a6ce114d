"""A field for a colour: its code, and a button that shows it and lets another be picked."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QColorDialog, QToolButton

from argmap.desktop.panels.fields.line import LineEditor


class ColourEditor(LineEditor):
    """A colour as #rrggbb, or nothing."""

    hint = "the theme's own"

    def __init__(self, label: str) -> None:
        super().__init__(label)
        self.button = QToolButton()
        self.button.setAccessibleName("Pick a colour")
        self.button.setToolTip("Pick a colour")
        self.button.setIconSize(QSize(16, 16))
        self.button.clicked.connect(self._pick)
        layout = self.layout()
        assert layout is not None, "made by Editor"
        layout.addWidget(self.button)
        self.box.textChanged.connect(self._paint)
        self._paint("")

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
