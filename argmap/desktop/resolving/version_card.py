"""One of two versions side by side: its name, its words, and a picture of where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from argmap.desktop.appearance import Appearance
from argmap.desktop.canvas.view.zoom_view import PIXELS_PER_POINT
from argmap.desktop.resolving.questions import Version
from argmap.desktop.reviewing.picture_view import PictureView
from argmap.desktop.reviewing.words_view import WordsView
from argmap.drawing.picture import Picture

_READABLE = 0.3 * PIXELS_PER_POINT
"""Few cards are drawn, and where they hang together matters more than their size."""


class VersionCard:
    """A column of a grid; the picture follows the words as soon as it is drawn."""

    def __init__(self, name: str, appearance: Appearance, grid: QGridLayout, column: int) -> None:
        self._about: tuple[str, ...] = ()
        self._head = QLabel()
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        font = self._head.font()
        font.setBold(True)
        self._head.setFont(font)
        self.words = WordsView(f"{name}, the words", appearance)
        self.view = PictureView(f"{name}, the picture", appearance, _READABLE)
        for row, widget in enumerate((self._head, self.words)):
            grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.view, 2, column)
        grid.setColumnStretch(column, 1)
        grid.setRowStretch(2, 1)

    def show_version(self, version: Version) -> None:
        """Show another version; its picture is still to come."""
        self._head.setText(version.name)
        self.words.show_words(version.words)
        self._about = version.about

    def show_picture(self, picture: Picture) -> None:
        """Show the picture of the version."""
        self.view.show_picture(picture)
        self.view.show_whole()
        self.view.point_out(*self._about)
