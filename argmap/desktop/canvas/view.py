"""The canvas: shows the picture of the session's map, and hears mouse and keys.

What a press of the mouse begins is a gesture (`gestures`), what a key does is a row of the table
of actions; left for the canvas itself are looking around, moving the selection with the arrow
keys, and writing (`editing`). The selected card stays where it is on the screen when a new
picture arrives.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from argmap.desktop import draft
from argmap.desktop.canvas import far, movement, presses
from argmap.desktop.canvas.access import Access
from argmap.desktop.canvas.editing import Editing
from argmap.desktop.canvas.gesture import Gesture
from argmap.desktop.canvas.gestures.pick import Pick
from argmap.desktop.canvas.items import ArrowItem, CardItem, State
from argmap.desktop.canvas.layouts import Layouts
from argmap.desktop.canvas.scene import Scene, united
from argmap.desktop.look import Look
from argmap.desktop.session import Session
from argmap.drawing.picture import Picture
from argmap.drawing.theme import Theme
from argmap.model import walk

PIXELS_PER_POINT = 96 / 72
"""The zoom that counts as 100 %: a point on paper is as large on a usual screen."""

_LEAST, _MOST = 0.02, 8.0
_READABLE = 0.62
_MARGIN = 24.0
_HEADINGS = {
    Qt.Key.Key_Left: movement.Heading.LEFT,
    Qt.Key.Key_Right: movement.Heading.RIGHT,
    Qt.Key.Key_Up: movement.Heading.UP,
    Qt.Key.Key_Down: movement.Heading.DOWN,
}
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Canvas(QGraphicsView):
    """The picture of a session's map; `menu_wanted` carries a place on the screen."""

    zoomed = Signal(float)
    menu_wanted = Signal(QPoint)
    held_key = Signal()
    drawn = Signal()

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.look = look
        self.stage = Scene()
        self.gesture: Gesture | None = None
        self.editing = Editing(session, self, self)
        self.layouts = Layouts(session, look, self)
        self.access = Access(self)
        self._pointed = ""
        self._target = ""
        self._space_held = False
        self._fresh = True
        self._set_up()
        self.layouts.drawn.connect(self._show)
        session.selected.connect(self._restate)
        session.opened.connect(self._begin_afresh)
        look.changed.connect(self._paint_ground)
        self.layouts.refresh()

    # What commands ask for

    def edit(self, id_: str) -> None:
        """Write on a card."""
        self.editing.edit(id_)

    def commit(self) -> None:
        """Take over what is being written."""
        self.editing.commit()

    def start_link(self, id_: str) -> None:
        """Let the next card or arrow picked be the target of a new relation from this card."""
        self.begin(Pick(self, id_))

    def zoom_fit(self) -> None:
        """Show the whole picture, but never larger than 100 %."""
        self._zoom_onto(self.bounds())

    def zoom_full(self) -> None:
        """Show a point as large as on paper."""
        self._set_zoom(PIXELS_PER_POINT, self._middle())
        self.center_on(self.session.current)

    def zoom_selection(self) -> None:
        """Show what is selected as large as it fits, but never larger than 100 %."""
        self._zoom_onto(united(p for i in self.session.selection if (p := self.place_of(i))))

    def zoom_by(self, factor: float) -> None:
        """Zoom about the middle."""
        self._set_zoom(self.zoom() * factor, self._middle())

    def center_on(self, id_: str) -> None:
        """Put a card or arrow in the middle."""
        place = self.place_of(id_)
        if place:
            self.centerOn(place.center())

    def step_through(self) -> None:
        """Go to the next card in reading order, from the last one to the first."""
        order = [
            b.id
            for tree in walk.outline(self.session.argument_map)
            for b in tree.walk()
            if not b.reference and b.id in self.session.argument_map.statement_by_id
        ]
        if order:
            at = order.index(self.session.current) if self.session.current in order else -1
            self.session.select([order[(at + 1) % len(order)]])
            self.center_on(self.session.current)

    def begin(self, gesture: Gesture) -> None:
        """Begin a gesture, taking back one that is under way."""
        self.end_gesture()
        self.gesture = gesture
        self.viewport().setCursor(gesture.cursor)

    def end_gesture(self, *, cancel: bool = True) -> None:
        """End the gesture that is under way."""
        gesture, self.gesture = self.gesture, None
        self.viewport().unsetCursor()
        self.point_at_target("")
        if gesture and cancel:
            gesture.cancel()
        self.viewport().update()

    # What gestures and editing ask for

    def card_at(self, at: QPoint) -> str:
        """Give the id of the card at a place of the viewport, or an empty string."""
        return next((i.id for i in self.items(at) if isinstance(i, CardItem)), "")

    def item_at(self, at: QPoint) -> str:
        """Give the id of the card, else of the arrow, at a place of the viewport."""
        found = next((i.id for i in self.items(at) if isinstance(i, ArrowItem)), "")
        return self.card_at(at) or found

    def place_of(self, id_: str) -> QRectF | None:
        """Give the rectangle of a card or dot, in points; None for what is not in the picture."""
        return self.stage.place_of(id_)

    def on_screen(self, place: QRectF) -> QRectF:
        """Turn a rectangle of the picture into one of the viewport."""
        return QRectF(self.mapFromScene(place).boundingRect())

    def show_place(self, place: QRectF) -> None:
        """Scroll as little as needed."""
        self._set_room(place)
        self.ensureVisible(place, 30, 30)

    def zoom(self) -> float:
        """Give the pixels per point."""
        return self.transform().m11()

    def theme(self) -> Theme:
        """Give the theme in force."""
        return self.look.theme

    def bounds(self) -> QRectF:
        """Give the rectangle of the whole picture."""
        picture = self.stage.picture
        return QRectF(0, 0, picture.width, picture.height) if picture else QRectF(0, 0, 1, 1)

    def scroll_by(self, right: int, down: int) -> None:
        """Scroll by pixels."""
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + right)
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + down)

    def point_at_target(self, id_: str) -> None:
        """Show on what a drop would fall."""
        if id_ != self._target:
            self._target = id_
            self._restate()

    def close_down(self) -> None:
        """End everything that runs."""
        self.editing.commit()
        self.stage.stop()
        self.layouts.close()

    # What Qt tells

    def event(self, event: QEvent) -> bool:
        """While a gesture lasts its keys are no shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and self.gesture:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass keys to the gesture; else move the selection, or begin to write."""
        if self.gesture:
            if event.key() == Qt.Key.Key_Escape:
                self.end_gesture()
            else:
                self.gesture.key(event)
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            self._space_held = True
        elif event.key() in _HEADINGS and not event.modifiers() & _COMMANDS:
            self._move(_HEADINGS[Qt.Key(event.key())], event.modifiers())
        elif presses.writes(event) and self.session.current:
            self.editing.edit(self.session.current, event.text())
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space folds when it is let go, unless it was held for moving the canvas."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            if self._space_held and not self.gesture:
                self.held_key.emit()
            self._space_held = False
            return
        super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin the gesture that a press means."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.editing.commit()
        if isinstance(self.gesture, Pick):
            self.gesture.end(event.position().toPoint(), event.modifiers())
            return
        gesture = presses.gesture_of(self, event, space=self._space_held)
        if gesture:
            self._space_held = False
            self.begin(gesture)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pass the move to the gesture, or show what is pointed at."""
        at = event.position().toPoint()
        if self.gesture:
            self.gesture.move(at, event.modifiers())
        else:
            self._point(self.item_at(at))
            edge = presses.on_edge(self, at)
            shape = Qt.CursorShape.CrossCursor if edge else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        gesture = self.gesture
        if gesture and not isinstance(gesture, Pick):
            gesture.end(event.position().toPoint(), event.modifiers())
            self.end_gesture(cancel=False)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the card; on empty canvas begin a claim."""
        at = event.position().toPoint()
        card = self.card_at(at)
        if card:
            self.editing.edit(card)
        elif not self.item_at(at):
            self.session.draft(draft.claim())
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer with Ctrl, else scroll; with Shift sideways."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._set_zoom(self.zoom() * 1.0015 ** event.angleDelta().y(), event.position())
            event.accept()
            return
        step = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not step.x():
            step = step.transposed()
        self.scroll_by(-step.x(), -step.y())
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is pointed at, or by key of what is selected."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.place_of(self.session.current) or self.bounds()
            at = self.on_screen(place).center().toPoint()
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))
            return
        under = self.item_at(event.pos())
        if under not in self.session.selection:
            self.session.select([under] if under else [])
        self.menu_wanted.emit(event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self._point("")
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which card is current."""
        super().focusInEvent(event)
        self._restate()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget keys that are held."""
        super().focusOutEvent(event)
        self._space_held = False
        self._restate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room around the picture; a picture not looked at yet is fitted again."""
        super().resizeEvent(event)
        self._set_room()
        if self._fresh and self.stage.picture:
            self._first_look()

    def scrollContentsBy(self, right: int, down: int) -> None:
        """Let the editor follow."""
        super().scrollContentsBy(right, down)
        self.editing.follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint batches from far away, the items from near by."""
        if self.zoom() < far.NEAR and len(self.stage.cards) > far.FEW:
            far.paint(self)
        else:
            super().paintEvent(event)

    def drawForeground(self, painter: QPainter, _exposed: QRectF) -> None:  # type: ignore[override]
        """Draw the signs of the gesture that is under way."""
        if self.gesture:
            self.gesture.paint(painter)

    # How it is done

    def _set_up(self) -> None:
        self.setScene(self.stage)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Map")
        self.setMouseTracking(True)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.scale(PIXELS_PER_POINT, PIXELS_PER_POINT)
        self._paint_ground()

    def _paint_ground(self) -> None:
        self.setBackgroundBrush(QColor(self.look.theme.background))

    def _begin_afresh(self) -> None:
        self._fresh = True

    def _show(self, picture: Picture) -> None:
        glide = self.look.motion and not self._fresh
        held = self.session.current
        shift = self.stage.show_picture(picture, self.look.theme, held=held, glide=glide)
        middle = self._scene_middle()
        self._set_room()
        if self._fresh:
            self._first_look()
        elif not shift.isNull():
            self.centerOn(middle + shift)
        self._fresh = False
        self._restate()
        self.editing.arrived()
        self._keep_in_sight()
        self.drawn.emit()

    def _first_look(self) -> None:
        """Fit the map; where that would be too small to read, show its beginning instead."""
        self.zoom_fit()
        if self.zoom() < _READABLE * PIXELS_PER_POINT:
            self._set_zoom(_READABLE * PIXELS_PER_POINT, self._middle())
            self.center_on(self.session.current)

    def _keep_in_sight(self) -> None:
        place = self.place_of(self.session.current)
        if place and not self.editing.active:
            self.ensureVisible(place, 20, 20)

    def _set_room(self, more: QRectF | None = None) -> None:
        """Leave so much room around the picture that any card can be scrolled to the middle."""
        around = self.bounds().united(more) if more else self.bounds()
        across = self.viewport().width() / self.zoom() * 0.6
        along = self.viewport().height() / self.zoom() * 0.6
        self.setSceneRect(around.adjusted(-across, -along, across, along))

    def _zoom_onto(self, place: QRectF) -> None:
        if place.isEmpty():
            return
        room = self.viewport().rect()
        scale = min(
            (room.width() - _MARGIN) / place.width(),
            (room.height() - _MARGIN) / place.height(),
            PIXELS_PER_POINT,
        )
        self._set_zoom(scale, self._middle())
        self.centerOn(place.center())

    def _set_zoom(self, zoom: float, about: QPointF) -> None:
        """Zoom so that the point of the picture under a place of the viewport stays there."""
        zoom = max(_LEAST * PIXELS_PER_POINT, min(_MOST * PIXELS_PER_POINT, zoom))
        factor = zoom / self.zoom()
        fixed = self.mapToScene(about.toPoint())
        self.scale(factor, factor)
        self._set_room()
        moved = self.mapFromScene(fixed) - about.toPoint()
        self.scroll_by(moved.x(), moved.y())
        self.zoomed.emit(zoom / PIXELS_PER_POINT)
        self.editing.follow()

    def _middle(self) -> QPointF:
        return QPointF(self.viewport().rect().center())

    def _scene_middle(self) -> QPointF:
        return self.mapToScene(self.viewport().rect().center())

    def _move(self, heading: movement.Heading, modifiers: Qt.KeyboardModifier) -> None:
        here = self.place_of(self.session.current)
        if here is None:
            first = next(iter(self.stage.cards), "")
            self.session.select([first])
            return
        others = (
            (id_, (card.place.center().x(), card.place.center().y()))
            for id_, card in self.stage.cards.items()
            if id_ != self.session.current
        )
        found = movement.next_card((here.center().x(), here.center().y()), others, heading)
        if found:
            extend = modifiers & Qt.KeyboardModifier.ShiftModifier
            kept = self.session.selection if extend else ()
            self.session.select((*(i for i in kept if i != found), found))

    def _point(self, id_: str) -> None:
        if id_ != self._pointed:
            self._pointed = id_
            self._restate()

    def _restate(self) -> None:
        chosen = set(self.session.selection)
        concerned = chosen | {self._pointed, self._target}
        self.stage.stand_out(
            {
                id_: State(
                    selected=id_ in chosen,
                    current=id_ == self.session.current,
                    pointed=id_ == self._pointed,
                    target=id_ == self._target,
                )
                for id_ in concerned
                if id_
            }
        )
        if not self.gesture:
            self._keep_in_sight()
