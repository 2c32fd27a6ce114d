"""Looking around in a scene: zooming about a point, scrolling, fitting, pinching.

Knows nothing of maps. What is looked at has bounds; around them there is so much room that
anything can be scrolled to the middle.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView

PIXELS_PER_POINT = 96 / 72
"""The zoom that counts as 100 %: a point on paper is as large on a usual screen."""

_LEAST, _MOST = 0.004, 8.0
_MARGIN = 20
"""Pixels around what is shown whole, or brought into sight."""
_ROOM = 0.6
"""How much of the viewport's size is free on each side of the bounds."""
_PER_WHEEL_UNIT = 1.0015


class ZoomView(QGraphicsView):
    """A view in pixels of a scene in points; `zoomed` carries 1.0 for 100 %."""

    zoomed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._bounds = QRectF(0, 0, 1, 1)
        self._more = QRectF()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.scale(PIXELS_PER_POINT, PIXELS_PER_POINT)

    def bounds(self) -> QRectF:
        """Return the rectangle of what there is to see, in points."""
        return self._bounds

    def set_bounds(self, bounds: QRectF) -> None:
        """Say how large what there is to see is."""
        self._bounds, self._more = bounds, QRectF()
        self._make_room()

    def zoom(self) -> float:
        """Return the pixels per point."""
        return self.transform().m11()

    def zoom_by(self, factor: float) -> None:
        """Zoom about the middle."""
        self.zoom_to(self.zoom() * factor, self._middle())

    def zoom_to(self, zoom: float, about: QPointF | None = None) -> None:
        """Zoom so that what is under a place of the viewport (the middle) stays there."""
        about = about or self._middle()
        zoom = max(_LEAST * PIXELS_PER_POINT, min(_MOST * PIXELS_PER_POINT, zoom))
        factor = zoom / self.zoom()
        fixed = self.in_scene(about)
        self.scale(factor, factor)
        self._make_room()
        self.scroll_to_place(fixed, about)
        self.zoomed.emit(zoom / PIXELS_PER_POINT)

    def zoom_onto(self, place: QRectF) -> None:
        """Show a rectangle of the scene as large as it fits, but never larger than 100 %."""
        if place.isEmpty():
            return
        self.zoom_to(self.zoom_for(place))
        self.centerOn(place.center())

    def zoom_for(self, place: QRectF) -> float:
        """Return the zoom at which a rectangle of the scene can be shown whole, 100 % at most."""
        room = self.viewport().rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        across, along = room.width() / place.width(), room.height() / place.height()
        return min(across, along, PIXELS_PER_POINT)

    def scrolled(self) -> QPoint:
        """Return how far the view is scrolled, in pixels."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def scroll_by(self, right: float, down: float) -> None:
        """Scroll by pixels."""
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + round(right))
        along.setValue(along.value() + round(down))

    def scroll_to_place(self, point: QPointF, at: QPointF) -> None:
        """Scroll until a point of the scene is at a place of the viewport."""
        off = self.in_viewport(point) - at
        self.scroll_by(off.x(), off.y())

    def show_place(self, place: QRectF) -> None:
        """Scroll as little as needed for a rectangle of the scene to be seen."""
        if not self._bounds.contains(place):
            self._more = place
            self._make_room()
        self.ensureVisible(place, _MARGIN, _MARGIN)

    def fits(self) -> bool:
        """Whether all there is can be seen at once at this zoom."""
        room, seen = self.viewport().rect(), self.on_screen(self._bounds)
        return seen.width() <= room.width() and seen.height() <= room.height()

    def show_all(self) -> None:
        """Scroll as little as needed to see all there is, if it fits; leave it else."""
        if self.fits():
            room, seen = self.viewport().rect(), self.on_screen(self._bounds)
            right = min(seen.left(), 0) + max(seen.right() - room.width(), 0)
            down = min(seen.top(), 0) + max(seen.bottom() - room.height(), 0)
            self.scroll_by(right, down)

    def in_scene(self, at: QPointF) -> QPointF:
        """Turn a place of the viewport into a point of the scene, without rounding."""
        return self.viewportTransform().inverted()[0].map(at)

    def in_viewport(self, point: QPointF) -> QPointF:
        """Turn a point of the scene into a place of the viewport, without rounding."""
        return self.viewportTransform().map(point)

    def on_screen(self, place: QRectF) -> QRectF:
        """Turn a rectangle of the scene into one of the viewport."""
        return self.viewportTransform().mapRect(place)

    def viewportEvent(self, event: QEvent) -> bool:
        """Zoom when fingers pinch a touchpad; Qt tells only the viewport of it."""
        if isinstance(event, QNativeGestureEvent) and (
            event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        ):
            self.zoom_to(self.zoom() * (1 + event.value()), event.position())
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer with Ctrl, else scroll; with Shift sideways."""
        event.accept()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = _PER_WHEEL_UNIT ** event.angleDelta().y()
            self.zoom_to(self.zoom() * factor, event.position())
            return
        step = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not step.x():
            step = step.transposed()
        self.scroll_by(-step.x(), -step.y())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room around what there is to see."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        across = self.viewport().width() / self.zoom() * _ROOM
        along = self.viewport().height() / self.zoom() * _ROOM
        around = self._bounds.united(self._more)
        self.setSceneRect(around.adjusted(-across, -along, across, along))

    def _middle(self) -> QPointF:
        return QPointF(self.viewport().rect().center())
