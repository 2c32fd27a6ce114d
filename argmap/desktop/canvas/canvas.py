"""The canvas: shows the picture of the session's map, and hears mouse and keys.

What a press of the mouse begins is a gesture (`pointer`, `gestures`), what a key does is a row of
the table of actions; left for the canvas itself are moving the selection with the arrow keys
(`keyboard`), stepping through the cards (`stepping`) and writing (`editing`). What part of the
picture is in sight when a new one arrives is looked after in `sight`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)

from argmap.desktop.canvas.accessibility.access import Access
from argmap.desktop.canvas.editing import empty_map_hint as invitation
from argmap.desktop.canvas.editing.in_place_editing import Editing
from argmap.desktop.canvas.gestures.gesture import Gesture
from argmap.desktop.canvas.gestures.pick_target import Pick
from argmap.desktop.canvas.input.keyboard import Keyboard
from argmap.desktop.canvas.input.mouse import Pointer
from argmap.desktop.canvas.layout_jobs import Layouts
from argmap.desktop.canvas.scene.highlighting import Spotlight
from argmap.desktop.canvas.scene.items import ArrowItem, CardItem
from argmap.desktop.canvas.scene.map_scene import Scene, united
from argmap.desktop.canvas.view import arrow_keys as movement
from argmap.desktop.canvas.view.overview_painter import Far
from argmap.desktop.canvas.view.tour import Stepping
from argmap.desktop.canvas.view.viewport_keeper import Sight
from argmap.desktop.canvas.view.zoom_view import PIXELS_PER_POINT, ZoomView
from argmap.desktop.look import Look
from argmap.desktop.session import Session
from argmap.drawing.picture import Picture

_ELSEWHERE = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}
"""Reasons of losing the focus after which it comes back: nothing was left."""


class Canvas(ZoomView):
    """The picture of a session's map; `menu_wanted` carries a place on the screen."""

    menu_wanted = Signal(QPoint)
    held_key = Signal()
    drawn = Signal()

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self.session = session
        self.look = look
        self.stage = Scene()
        self.spotlight = Spotlight(session, self.stage)
        self.gesture: Gesture | None = None
        self.keys = Keyboard(self)
        self.editing = Editing(self)
        self.layouts = Layouts(session, look, self)
        self.sight = Sight(self)
        self.stepping = Stepping(self)
        self.access = Access(self)
        self._pointer = Pointer(self)
        self._far = Far(self)
        self.setScene(self.stage)
        self.setAccessibleName("Map")
        self.setMouseTracking(True)
        self._paint_ground()
        self.layouts.drawn.connect(self._show)
        self.layouts.given_up.connect(self.editing.let_go)
        self.zoomed.connect(self.editing.follow)
        session.selected.connect(self.spotlight.refresh)
        session.opened.connect(self._let_go)
        session.marked.connect(self._mark)
        look.changed.connect(self._paint_ground)
        self.layouts.refresh()

    def edit(self, id_: str) -> None:
        """Write on a card."""
        self.editing.edit(id_)

    def commit(self) -> None:
        """Take over what is being written."""
        self.editing.commit()

    def start_link(self, id_: str) -> None:
        """Let the next card or arrow picked be the target of a new relation from this card."""
        if id_ in self.stage.cards:
            self.setFocus()
            self.begin(Pick(self, id_))

    def zoom_fit(self) -> None:
        """Show the whole picture, but never larger than 100 %."""
        self.sight.fit()

    def zoom_full(self) -> None:
        """Show a point as large as on paper."""
        self.zoom_to(PIXELS_PER_POINT)
        self.center_on(self.session.current)

    def zoom_selection(self) -> None:
        """Show what is selected as large as it fits, but never larger than 100 %."""
        self.zoom_onto(united(p for i in self.session.selection if (p := self.place_of(i))))

    def center_on(self, id_: str) -> None:
        """Put a card or arrow in the middle."""
        place = self.place_of(id_)
        if place:
            self.centerOn(place.center())

    def step_through(self) -> None:
        """Go to the next card in reading order, from the last one to the first."""
        self.stepping.go()

    def close_down(self) -> None:
        """End everything that runs."""
        self.end_gesture()
        self.editing.commit()
        self.layouts.close()
        self.stage.empty()

    def begin(self, gesture: Gesture) -> None:
        """Begin a gesture, taking back one that is under way."""
        self.end_gesture()
        self.gesture = gesture
        self.viewport().setCursor(gesture.cursor)

    def end_gesture(self, *, cancel: bool = True) -> None:
        """End the gesture that is under way."""
        gesture, self.gesture = self.gesture, None
        if gesture is None:
            return
        if cancel:
            gesture.cancel()
        self.viewport().unsetCursor()
        self.spotlight.aim_at("")
        self.viewport().update()

    def card_at(self, at: QPoint) -> str:
        """Return the id of the card at a place of the viewport, or an empty string."""
        return next((i.id for i in self.items(at) if isinstance(i, CardItem)), "")

    def item_at(self, at: QPoint) -> str:
        """Return the id of the card, else of the arrow, at a place of the viewport."""
        found = next((i.id for i in self.items(at) if isinstance(i, ArrowItem)), "")
        return self.card_at(at) or found

    def place_of(self, id_: str) -> QRectF | None:
        """Return the rectangle of a card or dot, in points; None for what is not in the picture."""
        return self.stage.place_of(id_)

    def next_card(self, start: str, heading: movement.Heading) -> str:
        """Return the card that lies next to a card or arrow in a direction, or an empty string."""
        here = self.place_of(start)
        if here is None:
            return ""
        others = (
            (id_, (card.place.center().x(), card.place.center().y()))
            for id_, card in self.stage.cards.items()
            if id_ != start
        )
        return movement.next_card((here.center().x(), here.center().y()), others, heading)

    def event(self, event: QEvent) -> bool:
        """Keep what a gesture hears from being a shortcut, and Tab from leaving the canvas."""
        if isinstance(event, QKeyEvent):
            override = event.type() == QEvent.Type.ShortcutOverride
            if override and (self.gesture or self.stepping.wants(event)):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the selection, or begin to write."""
        event.setAccepted(self.keys.press(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Fold, when Space is let go."""
        event.setAccepted(self.keys.release(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture; what is being written is taken over."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.editing.commit()
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a gesture."""
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Begin to write."""
        self._pointer.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu."""
        self._pointer.menu(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self.spotlight.point_at("")
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell a screen reader where the keys go now."""
        super().focusInEvent(event)
        self.access.tell_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget keys that are held, and what was to be picked."""
        super().focusOutEvent(event)
        self.keys.forget()
        if event.reason() not in _ELSEWHERE:
            self.end_gesture()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit a picture again that was not looked at yet."""
        super().resizeEvent(event)
        self.editing.follow()
        self.sight.resized()

    def scrollContentsBy(self, right: int, down: int) -> None:
        """Let the editor follow."""
        super().scrollContentsBy(right, down)
        self.editing.follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint batches from far away, the items from near by."""
        if self._far.wanted():
            self._far.paint()
        else:
            super().paintEvent(event)

    def drawForeground(self, painter: QPainter, _exposed: QRectF | QRect) -> None:
        """Draw the signs of the gesture that is under way."""
        self.paint_signs(painter)

    def paint_signs(self, painter: QPainter) -> None:
        """Paint what a gesture, a draft or an empty map shows on top of the picture."""
        self.editing.paint(painter)
        if invitation.wanted(self):
            invitation.paint(self, painter)
        if self.gesture:
            self.gesture.paint(painter)

    def _paint_ground(self) -> None:
        self.setBackgroundBrush(QColor(self.look.theme.background))

    def _let_go(self) -> None:
        """Leave what was going on in the map that was open before."""
        self.end_gesture()
        self.editing.give_up()

    def _show(self, picture: Picture) -> None:
        self.sight.show(picture)
        self.spotlight.refresh()
        self.editing.arrived()
        self.access.arrived()
        self.sight.keep_selected()
        self.drawn.emit()

    def _mark(self) -> None:
        """Show new badges at once; the picture that has room for them follows."""
        self.stage.mark(self.session.marks, self.look.theme)
