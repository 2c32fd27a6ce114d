"""What card, arrow and frame have in common: an id, a highlight, and room that they paint on.

An item plays its part of the picture, and draws on top how it is highlighted. It has no child
items, and knows no session and no map.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsItem

from argmap.frozen import frozen


@frozen
class Highlight:
    """How an item is highlighted; `current` is the one selected last, `lit` one in a chain."""

    selected: bool = False
    current: bool = False
    hovered: bool = False
    drop_target: bool = False
    lit: bool = False


NO_HIGHLIGHT = Highlight()


class Item(QGraphicsItem):
    """An item of the picture; `accent` is the colour of its highlight."""

    def __init__(self, id_: str, accent: str) -> None:
        super().__init__()
        self.id = id_
        self.highlight = NO_HIGHLIGHT
        self.away = False
        """Whether it is not where its picture has it, being on its way there."""
        self._accent = QColor(accent)
        self._bounds = QRectF()

    def set_highlight(self, highlight: Highlight, *, paint: bool = True) -> None:
        """Highlight the item in another way, and have it painted so."""
        if highlight != self.highlight:
            self.highlight = highlight
            if paint:
                self.update()

    def boundingRect(self) -> QRectF:
        """Return the room that is painted on."""
        return self._bounds
