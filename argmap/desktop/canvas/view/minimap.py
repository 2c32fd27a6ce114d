"""A small map of the whole picture, in a corner of the view, where that shows only a part.

It has the rectangle that is in view and the way from the selected card to the root; a press goes
there. It paints what an overview paints (`OverviewPainter`), as an image that is made when the
picture has come to rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from argmap.desktop.canvas.scene.batches import Batches
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.canvas.view.overview_painter import AT_ONCE, OverviewPainter
from argmap.desktop.draft import PASSAGE
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.running.pause import pause
from argmap.desktop.widgets.giving_way import clear_place
from argmap.drawing.picture import Edge, Picture
from argmap.errors import ArgmapError
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap

_MOST = 190.0, 140.0
"""The largest width and height, in pixels."""
_INSET = 4
_MARGIN = 12
_REST_MS = 500
_NARROW = 420
"""The width of a view, in pixels, in which there is no room for it."""


class Minimap(QWidget):
    """The whole picture of a view in a corner of it; hidden where all can be seen anyway."""

    def __init__(
        self, view: MapView, overview: OverviewPainter, looked_at: Callable[[], Sequence[QRect]]
    ) -> None:
        super().__init__(view)
        self._looked_at = looked_at
        self._view = view
        self._overview = overview
        self._image: QImage | None = None
        self._jobs: LatestOnly[QImage] = LatestOnly()
        self._of: tuple[Batches, float] | None = None
        self._closed = False
        self.setObjectName("minimap")
        self.setAccessibleName("Minimap")
        self.setToolTip("The whole map: click to go there.")
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._rest = pause(self, _REST_MS, self._make_image)
        view.zoomed.connect(self.refresh)
        view.scrolled.connect(self.refresh)
        view.session.selection_changed.connect(self.refresh)
        view.map_scene.settled.connect(self.refresh)
        view.session.view_changed.connect(self.refresh)
        view.appearance.changed.connect(self.picture_shown)
        overview.made.connect(self._make_image)
        view.viewport().installEventFilter(self)
        self.hide()

    def picture_shown(self) -> None:
        """Take note of a new picture: its image is made when it has come to rest."""
        self._rest.start()
        self.refresh()

    def refresh(self) -> None:
        """Lie in a corner that nobody looks at, if there is more of the map than is in view."""
        view = self._view
        wide_enough = view.viewport().width() >= _NARROW
        cards = bool(view.map_scene.picture and view.map_scene.picture.cards)
        wanted = (
            not self._closed
            and view.session.view.minimap
            and cards
            and wide_enough
            and not self._sees_all()
        )
        if wanted:
            bounds = view.bounds()
            wide = bounds.width() * self._scale + 2 * _INSET
            high = bounds.height() * self._scale + 2 * _INSET
            self.setGeometry(self._corner(QSizeF(wide, high).toSize()))
            self.raise_()
            if self.isHidden():
                self._rest.start()
        self.setVisible(wanted)
        self.update()

    def close_down(self) -> None:
        """End: no image is made any more."""
        self._rest.stop()
        self._jobs.close()
        self._closed = True
        self._view.viewport().removeEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the view gets another size."""
        if event.type() == QEvent.Type.Resize:
            self.refresh()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the press is."""
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while it is pressed."""
        if event.buttons():
            self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the press here: what lies below has not heard its begin."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go where the press is, and make no card there."""
        self._go(event.position())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a passage of a source, to say where it can be dropped; it would be lost unseen."""
        if event.mimeData().hasFormat(PASSAGE):
            event.acceptProposedAction()

    def dropEvent(self, _event: QDropEvent) -> None:
        """Say where a passage can be dropped."""
        self._view.session.remark("Drop the passage on the map beside: the minimap takes none.")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, what of it is in view, and the way to the root."""
        view, theme = self._view, self._view.appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(theme.background)
        ground.setAlpha(235)
        painter.setBrush(ground)
        painter.setPen(QPen(QColor(theme.lines["frame"]), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._image:
            painter.drawImage(_INSET, _INSET, self._image)
        painter.setPen(QPen(view.accent, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in self.way():
            painter.drawPolyline(line)
        painter.setPen(QPen(view.accent, 2))
        painter.drawRect(self.window_rect().intersected(QRectF(self.rect())))
        painter.end()

    def window_rect(self) -> QRectF:
        """Return what is in view, in the minimap's pixels."""
        seen = (
            self._view.viewportTransform()
            .inverted()[0]
            .mapRect(QRectF(self._view.viewport().rect()))
        )
        return QRectF(self._to_map(seen.topLeft()), self._to_map(seen.bottomRight()))

    def way(self) -> list[list[QPointF]]:
        """Return the strokes of the arrows from the selected card to its root, in pixels."""
        session, picture = self._view.session, self._view.map_scene.picture
        if not session.current or picture is None:
            return []
        argument_map = session.argument_map
        return [
            [self._to_map(QPointF(edge.x + x, edge.y + y)) for x, y in edge.curve[::3]]
            for at in walk.up(argument_map, session.current)
            for edge in _strokes(argument_map, picture, at)
        ]

    @property
    def _scale(self) -> float:
        bounds = self._view.bounds()
        return min(_MOST[0] / bounds.width(), _MOST[1] / bounds.height())

    def _corner(self, size: QSize) -> QRect:
        """Return the corner to lie in: the lower right one, if nothing looked at is there."""
        ground = self._view.viewport().geometry()
        seen, *others = (each.translated(ground.topLeft()) for each in self._looked_at())
        room = ground.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        right, below = room.right() - size.width() + 1, room.bottom() - size.height() + 1
        corners = [
            QRect(QPoint(x, y), size) for y in (below, room.top()) for x in (right, room.left())
        ]
        clear = [place for place in corners if not any(map(place.intersects, (seen, *others)))]
        return clear_place(clear or corners, seen, self.geometry())

    def _sees_all(self) -> bool:
        """Whether all there is is in view."""
        room = QRectF(self._view.viewport().rect()).adjusted(-2, -2, 2, 2)
        return room.contains(self._view.rect_to_viewport(self._view.bounds()))

    def _to_map(self, point: QPointF) -> QPointF:
        inset = QPointF(_INSET, _INSET)
        return (point - self._view.bounds().topLeft()) * self._scale + inset

    def _go(self, at: QPointF) -> None:
        point = (at - QPointF(_INSET, _INSET)) / self._scale
        self._view.centerOn(point + self._view.bounds().topLeft())

    def _make_image(self) -> None:
        """Make the image of the newest picture, if it is to be seen and its batches are there."""
        if self.isHidden():
            return
        batches = self._overview.batches()
        if batches is None or self._of == (batches, self._scale):
            return
        self._of = batches, self._scale
        make = partial(_image, batches, self._view.bounds(), self._scale, self.devicePixelRatioF())
        if len(batches.picture.cards) <= AT_ONCE:
            self._jobs.cancel()
            self._take(make())
        else:
            self._jobs.start(lambda _cancel: make(), self._take)

    def _take(self, image: QImage | ArgmapError) -> None:
        if isinstance(image, QImage):
            self._image = image
            self.update()


def _image(batches: Batches, bounds: QRectF, scale: float, ratio: float) -> QImage:
    """Return the image of a picture; of a large one it is painted beside the work."""
    size = (bounds.size() * scale * ratio).toSize()
    wide, high = max(size.width(), 1), max(size.height(), 1)
    image = QImage(wide, high, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-bounds.topLeft())
    batches.paint(painter, bounds)
    painter.end()
    return image


def _strokes(argument_map: ArgumentMap, picture: Picture, at: str) -> Iterator[Edge]:
    """Return the strokes that lead on from a statement, or from a relation, to its parent."""
    relation = argument_map.relation_by_id.get(at, walk.parent_relation(argument_map, at))
    if relation is not None and relation.id in picture.arrow_by_id:
        # The picture may have a premise more, that is being written or was undone just now.
        premises = dict(enumerate(relation.premises))
        for edge in picture.arrow_by_id[relation.id].edges:
            if edge.premise is None or premises.get(edge.premise) == at:
                yield edge
