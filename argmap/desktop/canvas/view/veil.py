"""A veil over the picture as long as the text of the map is another one, and cannot be read."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPainter

from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.running.lasting import Lasting

_HOW_THICK = 150
"""Of 255: texts can still be read through it."""


class Veil(QObject):
    """Greys the picture of a map that cannot be edited until its text is put right."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self.lasting = Lasting(self)
        self.lasting.changed.connect(view.viewport().update)
        view.session.held_changed.connect(self._follow)
        view.session.typing_changed.connect(self.lasting.put_off)
        view.session.opened.connect(self._follow)

    def paint(self, painter: QPainter) -> None:
        """Paint it where it is wanted."""
        if self.lasting.on:
            ground = QColor(self._view.appearance.theme.background)
            ground.setAlpha(_HOW_THICK)
            painter.save()
            painter.resetTransform()
            painter.fillRect(self._view.viewport().rect(), ground)
            painter.restore()

    def _follow(self) -> None:
        session = self._view.session
        self.lasting.set(on=bool(session.held and session.held.problem))
