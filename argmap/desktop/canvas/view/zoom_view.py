"""Looking around in a scene: zooming about a point, scrolling, fitting, pinching.

Knows nothing of maps. What is looked at has bounds; around them there is so much room that
anything can be scrolled to the middle. Points and rectangles of the scene are in points of paper,
those of the viewport in pixels.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView

PIXELS_PER_POINT = 96 / 72
"""The zoom that counts as 100 %: a point on paper is as large on a usual screen."""

_LEAST, _MOST = 0.004, 8.0
_MARGIN = 20
"""Pixels around what is shown whole, or scrolled into view."""
_ROOM = 0.6
"""How much of the viewport's size is free on each side of the bounds."""
_PER_WHEEL_UNIT = 1.0015


class ZoomView(QGraphicsView):
    """A view in pixels of a scene in points; `zoomed` carries 1.0 for 100 %.

    What is seen stays where it is in the window when the view gets another size. `scrolled` comes
    after that as well; `resized` carries where the viewport was before, in pixels of the new one.
    """

    zoomed = Signal(float)
    scrolled = Signal()
    resized = Signal(QRectF)

    def __init__(self) -> None:
        super().__init__()
        self._bounds = QRectF(0, 0, 1, 1)
        self._beyond = QRectF()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self._corner = QPoint()
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.scale(PIXELS_PER_POINT, PIXELS_PER_POINT)

    def bounds(self) -> QRectF:
        """Return the rectangle of what there is to see, in points."""
        return self._bounds

    def set_bounds(self, bounds: QRectF) -> None:
        """Take another rectangle for what there is to see, in points."""
        self._bounds, self._beyond = bounds, QRectF()
        self._update_scene_rect()

    def zoom(self) -> float:
        """Return the pixels per point."""
        return self.transform().m11()

    def zoom_by(self, factor: float) -> None:
        """Zoom about the middle."""
        self.zoom_to(self.zoom() * factor, self._middle())

    def zoom_to(self, zoom: float, about: QPointF | None = None) -> None:
        """Show so many pixels per point; a point of the viewport (None: the middle) stays."""
        about = about or self._middle()
        zoom = max(_LEAST * PIXELS_PER_POINT, min(_MOST * PIXELS_PER_POINT, zoom))
        factor = zoom / self.zoom()
        fixed = self.to_scene(about)
        self.scale(factor, factor)
        self._update_scene_rect()
        self.scroll_point_to(fixed, about)
        self.zoomed.emit(zoom / PIXELS_PER_POINT)

    def zoom_to_rect(self, rect: QRectF) -> None:
        """Show a rectangle of the scene as large as it fits, but never larger than 100 %."""
        if rect.isEmpty():
            return
        self.zoom_to(self.zoom_fitting(rect))
        self.centerOn(rect.center())

    def zoom_fitting(self, rect: QRectF) -> float:
        """Return the zoom at which a rectangle of the scene can be shown whole, 100 % at most."""
        room = self.viewport().rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        across, along = room.width() / rect.width(), room.height() / rect.height()
        return min(across, along, PIXELS_PER_POINT)

    def scroll_position(self) -> QPoint:
        """Return how far the view is scrolled, in pixels."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def scroll_by(self, right: float, down: float) -> None:
        """Scroll by pixels."""
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + round(right))
        along.setValue(along.value() + round(down))

    def scroll_point_to(self, point: QPointF, at: QPointF) -> None:
        """Scroll until a point of the scene is at a point of the viewport."""
        off = self.to_viewport(point) - at
        self.scroll_by(off.x(), off.y())

    def scroll_into_view(self, rect: QRectF) -> None:
        """Scroll as little as needed for a rectangle of the scene to be in view."""
        if not self._bounds.contains(rect):
            self._beyond = rect
            self._update_scene_rect()
        self.ensureVisible(rect, _MARGIN, _MARGIN)

    def has_in_view(self, rect: QRectF) -> bool:
        """Whether all of a rectangle of the scene is in view, be it up to the rim."""
        room = QRectF(self.viewport().rect()).adjusted(-1, -1, 1, 1)
        return room.contains(self.rect_to_viewport(rect))

    def has_room_for(self, rect: QRectF) -> bool:
        """Whether a rectangle of the scene could be scrolled into view whole, at this zoom."""
        seen, room = self.rect_to_viewport(rect), self.viewport().size()
        across, along = seen.width() + 2 * _MARGIN, seen.height() + 2 * _MARGIN
        return across <= room.width() and along <= room.height()

    def fits(self) -> bool:
        """Whether all there is can be seen at once at this zoom."""
        room = self.viewport().size()
        seen = self.rect_to_viewport(self._bounds)
        return seen.width() <= room.width() and seen.height() <= room.height()

    def seen_whole(self) -> bool:
        """Whether all there is, is in view."""
        return self.has_in_view(self._bounds)

    def scroll_to_whole(self) -> None:
        """Scroll as little as needed for all there is to be in view, if it fits."""
        if self.fits():
            room, seen = self.viewport().rect(), self.rect_to_viewport(self._bounds)
            across = max(seen.right() - room.width(), 0) + min(seen.left(), 0)
            self.scroll_by(across, max(seen.bottom() - room.height(), 0) + min(seen.top(), 0))

    def leave_no_blank(self) -> None:
        """Scroll as little as needed to see no more than a margin beyond what there is to see.

        Where all of its width or height fits, that is centred.
        """
        room, seen = self.viewport().rect(), self.rect_to_viewport(self._bounds)
        across = _blank(seen.left(), seen.right(), room.width())
        self.scroll_by(across, _blank(seen.top(), seen.bottom(), room.height()))

    def to_scene(self, at: QPointF) -> QPointF:
        """Return the point of the scene at a point of the viewport, without rounding."""
        return self.viewportTransform().inverted()[0].map(at)

    def to_viewport(self, point: QPointF) -> QPointF:
        """Return the point of the viewport at a point of the scene, without rounding."""
        return self.viewportTransform().map(point)

    def rect_to_viewport(self, rect: QRectF) -> QRectF:
        """Return the rectangle of the viewport at one of the scene, without rounding."""
        return self.viewportTransform().mapRect(rect)

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
        """Keep what is seen where it is in the window, and say so."""
        scrolled = self.scroll_position()
        super().resizeEvent(event)
        self._update_scene_rect()
        corner = self.viewport().mapTo(self.window(), QPoint())
        moved, self._corner = corner - self._corner, corner
        by = scrolled + moved - self.scroll_position()  # in a small view not all was in reach
        self.scroll_by(by.x(), by.y())
        self.resized.emit(QRectF(QPointF(-moved), QSizeF(event.oldSize())))

    def scrollContentsBy(self, right: int, down: int) -> None:
        """Scroll, and say so."""
        super().scrollContentsBy(right, down)
        self.scrolled.emit()

    def _update_scene_rect(self) -> None:
        across = self.viewport().width() / self.zoom() * _ROOM
        along = self.viewport().height() / self.zoom() * _ROOM
        around = self._bounds.united(self._beyond)
        self.setSceneRect(around.adjusted(-across, -along, across, along))

    def _middle(self) -> QPointF:
        return QPointF(self.viewport().rect().center())


def _blank(start: float, end: float, room: float) -> float:
    """Return how many pixels to scroll so that what lies from start to end fills the room."""
    if end - start <= room - 2 * _MARGIN:
        return (start + end - room) / 2
    return max(start - _MARGIN, 0) + min(end + _MARGIN - room, 0)
