"""A large map seen from far away: boxes and lines in batches, without their items.

Where thousands of cards are in view, their texts could not be read and their items take too long.
The batches are made once for each picture, for many cards beside the work: gathering them takes
many times as long as painting them (see the measurements in `benchmarks/canvas.py`).
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter

from argmap.desktop.canvas.scene.batches import Batches, pen_of
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.running.jobs import LatestOnly
from argmap.drawing.picture import Picture
from argmap.errors import ArgmapError

NEAR = 0.45
"""Pixels per point from which on items are painted in any number."""
FEW = 400
"""Up to so many cards, items are painted at any zoom."""
AT_ONCE = 600
"""Of so many cards batches are made while everybody waits."""


class OverviewPainter(QObject):
    """Paints the picture of a view, and what is selected in it, from far away.

    `made` says that batches of another picture are there.
    """

    made = Signal()

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._batches: Batches | None = None
        self._jobs: LatestOnly[Batches] = LatestOnly()
        self._being_made: Picture | None = None

    def wanted(self) -> bool:
        """Whether the picture is seen from far away, and its items are many or not all made."""
        picture = self._view.map_scene.picture
        return picture is not None and self._view.zoom() < NEAR and len(picture.cards) > FEW

    def paint(self, painter: QPainter) -> None:
        """Paint what is in view with a painter on the viewport; afterwards it paints in points.

        While batches of a new picture are made, those of the last one are seen.
        """
        view, picture = self._view, self._view.map_scene.picture
        painter.fillRect(view.viewport().rect(), view.backgroundBrush())
        painter.setTransform(view.viewportTransform())
        if picture is None:
            return
        self._make(picture)
        if self._batches:
            seen = view.viewportTransform().inverted()[0].mapRect(QRectF(view.viewport().rect()))
            self._batches.paint(painter, seen)
        self._paint_selection(painter)

    def batches(self) -> Batches | None:
        """Return the batches of the picture, or None while they are made; `made` says when."""
        picture = self._view.map_scene.picture
        if picture is None:
            return None
        self._make(picture)
        made = self._batches
        return made if made and made.picture is picture else None

    def close(self) -> None:
        """End, leaving no thread."""
        self._jobs.close()

    def _make(self, picture: Picture) -> None:
        if self._batches and self._batches.picture is picture:
            return
        if len(picture.cards) <= AT_ONCE:
            self._batches = Batches(picture)
        elif self._being_made is not picture:
            self._being_made = picture
            self._jobs.start(lambda _cancel: Batches(picture), self._take)

    def _take(self, result: Batches | ArgmapError) -> None:
        if isinstance(result, Batches):
            self._batches = result
            self._view.viewport().update()
            self.made.emit()

    def _paint_selection(self, painter: QPainter) -> None:
        pen = pen_of(self._view.accent)
        pen.setWidth(3)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        selection = self._view.session.selection
        painter.drawRects([rect for i in selection if (rect := self._view.rect_of(i))])
