"""The mouse on the canvas: what a press begins, what is pointed at, what is asked of a menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from argmap.desktop import draft as drafts
from argmap.desktop.canvas.editing.in_place_editing import InPlaceEditing
from argmap.desktop.canvas.gestures.drag_card import DragCard
from argmap.desktop.canvas.gestures.draw_link import DrawLink
from argmap.desktop.canvas.gestures.gesture import Gesture
from argmap.desktop.canvas.gestures.gesture_runner import GestureRunner
from argmap.desktop.canvas.gestures.pan import Pan
from argmap.desktop.canvas.gestures.pick_target import PickTarget
from argmap.desktop.canvas.gestures.rubber_band import RubberBandSelection
from argmap.desktop.canvas.input.card_handles import CardHandles, Handle
from argmap.desktop.canvas.input.keyboard import Keyboard
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.help.explaining import what_is
from argmap.desktop.widgets.plain_text import tooltip
from argmap.model.groups import members

EDGE = 7
"""How wide, in pixels, the border of a card is from which links are drawn."""

_TOGGLING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Mouse:
    """What presses and moves of the mouse mean."""

    def __init__(
        self,
        view: MapView,
        gestures: GestureRunner,
        keyboard: Keyboard,
        editing: InPlaceEditing,
        handles: CardHandles,
    ) -> None:
        self._view = view
        self._handles = handles
        self._gestures = gestures
        self._keyboard = keyboard
        self._editing = editing
        self._button = Qt.MouseButton.NoButton
        self._link_start: QPoint | None = None
        self.pressed = False

    def press(self, event: QMouseEvent, *, commits: bool) -> None:
        """Begin the gesture that a press means; where one waits for a click, this is it.

        A press that `commits` what was being written changes no selection on empty canvas.
        """
        self.pressed = True
        self._keyboard.go_on()
        waiting = self._gestures.current
        if waiting and waiting.waits_for_click:
            if _is_left(event):
                waiting.end(event.position().toPoint(), event.modifiers())
                self._gestures.finish()
            return
        handle = self._handles.at(event.position().toPoint()) if _is_left(event) else None
        if handle:
            self._press_handle(handle, event.position().toPoint())
            return
        gesture = self._gesture(event, commits=commits)
        if gesture:
            self._button = event.button()
            self._gestures.begin(gesture)

    def move(self, event: QMouseEvent) -> None:
        """Pass the move to the gesture, or show what is pointed at."""
        at, gesture = event.position().toPoint(), self._gestures.current
        if gesture and not (gesture.waits_for_click or event.buttons()):
            self._gestures.cancel()  # the button was let go where nobody heard it
        elif gesture:
            gesture.move(at, event.modifiers())
            return
        handle = self._handles.at(at)
        self._handles.set_hovered(handle)
        self._view.highlighting.set_hovered("" if handle else self._view.item_at(at))
        self._view.viewport().setCursor(self._shape(at))

    def release(self, event: QMouseEvent) -> None:
        """End the gesture, when the button that began it is let go."""
        gesture, at = self._gestures.current, event.position().toPoint()
        if gesture and event.button() is self._button and self._ends(gesture, at):
            gesture.end(at, event.modifiers())
            self._gestures.finish()
        self._link_start = None
        self.pressed = False

    def double_click(self, event: QMouseEvent) -> None:
        """Edit the card or the title of a group; on empty canvas begin a claim there."""
        at = event.position().toPoint()
        if not _is_left(event) or self._handles.at(at):
            return
        card = self._view.card_at(at)
        if card in self._view.session.groups.within:
            self._view.session.open_group(card)
        elif card:
            self._editing.edit(card)
        elif not self._view.item_at(at):
            halo, point = self._view.halo_at(at), self._view.to_scene(event.position())
            if halo and halo.has_title_at(point) and not self._view.session.read_only:
                self._editing.titles.retitle(halo.id)
                return
            group = halo.id if halo else ""
            self._view.session.start_draft(drafts.claim((point.x(), point.y()), group))

    def leave(self) -> None:
        """Point at nothing."""
        self._handles.set_hovered(None)
        self._view.highlighting.set_hovered("")

    def tip_at(self, at: QPoint) -> str:
        """Return what is to be said of what is pointed at, or nothing."""
        handle = self._handles.at(at)
        if handle:
            return handle.words(of_arrow=self._handles.on_arrow)
        under, session = self._view.item_at(at), self._view.session
        return tooltip(what_is(session.argument_map, under, session.marks)) if under else ""

    def only_asks(self, event: QMouseEvent) -> bool:
        """Whether a press beside what is being written only asks for a menu, which ends nothing."""
        asks = event.button() is Qt.MouseButton.RightButton and self._editing.writes
        return asks and not self._view.item_at(event.position().toPoint())

    def group_of_menu(self, event: QContextMenuEvent) -> str:
        """Return the group for whose title, ground or folded card a menu is wanted, or ""."""
        view, keyboard = self._view, event.reason() is QContextMenuEvent.Reason.Keyboard
        if keyboard or self._editing.writes:
            return ""
        under, halo = view.item_at(event.pos()), view.halo_at(event.pos())
        if under in view.session.groups.within:
            return under
        return halo.id if halo else ""

    def menu_point(self, event: QContextMenuEvent, group: str = "") -> QPoint:
        """Return where on the screen a menu is wanted; select what it is about.

        That is what is pointed at, and all cards of a group; for a menu asked for by key it is what
        is selected, and beside what is being written it is that.
        """
        view = self._view
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            rect = view.rect_of(view.session.current) or view.bounds()
            at = view.rect_to_viewport(rect).center().toPoint()
            inside = view.viewport().rect()
            at.setX(max(inside.left(), min(inside.right(), at.x())))
            at.setY(max(inside.top(), min(inside.bottom(), at.y())))
            return view.viewport().mapToGlobal(at)
        under = view.item_at(event.pos())
        if group:
            view.session.select(members(view.session.argument_map, group))
        elif under not in view.session.selection and (under or not self._editing.writes):
            view.session.select([under] if under else [])
        return event.globalPos()

    def _shape(self, at: QPoint) -> Qt.CursorShape:
        """Return the shape of the cursor at a point where no gesture is under way."""
        if self._keyboard.panning:
            return Qt.CursorShape.OpenHandCursor
        if self._handles.at(at):
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.CrossCursor if self._edge(at) else Qt.CursorShape.ArrowCursor

    def _press_handle(self, handle: Handle, at: QPoint) -> None:
        """Begin what a handle is for; a link by dragging, or by letting go and clicking."""
        self._button = Qt.MouseButton.LeftButton
        if handle is Handle.LINK:
            self._link_start = at
            self._gestures.begin(PickTarget(self._view, self._handles.item))
        else:
            self._gestures.begin(self._handles.press(handle, at))

    def _ends(self, gesture: Gesture, at: QPoint) -> bool:
        """Whether letting a button go ends a gesture: one that waits for a click, if it dragged."""
        if not gesture.waits_for_click:
            return True
        start = self._link_start
        far = (at - start).manhattanLength() if start else 0
        return far >= QApplication.startDragDistance() and bool(self._view.item_at(at))

    def _gesture(self, event: QMouseEvent, *, commits: bool) -> Gesture | None:
        """Return the gesture that a press begins, after selecting what it selects."""
        view, at = self._view, event.position().toPoint()
        if event.button() is Qt.MouseButton.MiddleButton or (
            self._keyboard.panning and _is_left(event)
        ):
            self._keyboard.dragged()
            return Pan(view, at)
        if not _is_left(event):
            return None
        under = view.item_at(at)
        if not under:
            halo = view.halo_at(at)
            return RubberBandSelection(view, at, keeps=commits, group=halo.id if halo else "")
        edge = self._edge(at)
        self._select(under, event.modifiers())
        if edge:
            return DrawLink(view, at, edge)
        return DragCard(view, at, under) if self._is_statement(under) else None

    def _edge(self, at: QPoint) -> str:
        """Return the card whose border is at a point of the viewport, if the map may be changed."""
        card = self._view.card_at(at)
        if not self._is_statement(card) or self._view.session.read_only:
            return ""
        rect = self._view.rect_to_viewport(self._view.map_scene.cards[card].scene_rect)
        inner = rect.adjusted(EDGE, EDGE, -EDGE, -EDGE)
        return "" if inner.contains(at) or inner.width() <= 0 or inner.height() <= 0 else card

    def _is_statement(self, id_: str) -> bool:
        """Whether an id is that of a card that can be dragged and linked: no arrow, no group."""
        session = self._view.session
        return id_ in self._view.map_scene.cards and id_ in session.argument_map.statement_by_id

    def _select(self, id_: str, modifiers: Qt.KeyboardModifier) -> None:
        session = self._view.session
        if not modifiers & _TOGGLING:
            if id_ not in session.selection:
                session.select([id_])
        elif id_ in map(session.seen_as, session.selection):
            session.select(i for i in session.selection if session.seen_as(i) != id_)
        else:
            session.select((*session.selection, id_))


def _is_left(event: QMouseEvent) -> bool:
    return event.button() is Qt.MouseButton.LeftButton
