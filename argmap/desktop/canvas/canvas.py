"""The canvas: shows the picture of the session's map, and hears mouse and keys.

It puts together what knows nothing of it, and passes on Qt's events. What a press of the mouse
begins is a gesture (`gestures`), what a key does is a row of the table of actions; what `input`
hears itself is moving the selection, the tour and writing. All of them know the view (`MapView`).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip

from argmap.desktop.appearance import Appearance
from argmap.desktop.canvas.accessibility.accessible_items import AccessibleItems
from argmap.desktop.canvas.editing import empty_map_hint
from argmap.desktop.canvas.editing.in_place_editing import InPlaceEditing
from argmap.desktop.canvas.gestures.gesture_runner import GestureRunner
from argmap.desktop.canvas.gestures.pick_target import PickTarget
from argmap.desktop.canvas.input.card_handles import CardHandles
from argmap.desktop.canvas.input.input_method import InputMethod
from argmap.desktop.canvas.input.keyboard import Keyboard
from argmap.desktop.canvas.input.mouse import Mouse
from argmap.desktop.canvas.input.passage_drop import PassageDrop
from argmap.desktop.canvas.laying.layout_jobs import LayoutJobs
from argmap.desktop.canvas.scene.map_scene import MapScene
from argmap.desktop.canvas.showing import Showing
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.canvas.view.minimap import Minimap
from argmap.desktop.canvas.view.overview_painter import OverviewPainter
from argmap.desktop.canvas.view.tour import Tour
from argmap.desktop.canvas.view.veil import Veil
from argmap.desktop.canvas.view.zoom_view import PIXELS_PER_POINT
from argmap.desktop.session import Session
from argmap.desktop.undoing.typing_place import place_of
from argmap.desktop.widgets.focus import TakesUp, leaves

_KEY_DOWN = {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}


class Canvas(MapView, TakesUp):
    """The picture of a session's map; `menu_wanted` carries a point of the screen.

    `group_menu_wanted` carries a group as well, whose title or ground was pointed at, as does
    `group_pointed` until a menu is wanted of something else.
    """

    menu_wanted = Signal(QPoint)
    group_menu_wanted = Signal(QPoint, str)
    held_key = Signal()
    key_unused = Signal(QKeySequence)
    drawn = Signal()

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__(session, appearance, MapScene())
        self.gestures = GestureRunner(self)
        self.editing = InPlaceEditing(self)
        self.layouts = LayoutJobs(session, appearance, self)
        self.accessible_items = AccessibleItems(self)
        self.showing = Showing(self, self.layouts, self.editing, lambda: self._mouse.pressed)
        self.group_pointed = ""
        self.tour = Tour(self)
        self._overview = OverviewPainter(self)
        self._veil = Veil(self)
        self._minimap = Minimap(self, self._overview, self.showing.all_looked_at)
        self.keyboard = Keyboard(self, self.gestures, self.tour, self.editing)
        self._input_method = InputMethod(self, self.gestures, self.editing, self.keyboard)
        self.handles = CardHandles(self, self.gestures, self.editing)
        self._mouse = Mouse(self, self.gestures, self.keyboard, self.editing, self.handles)
        self._passage_drop = PassageDrop(self)
        self.setAccessibleName("Map")
        self.setMouseTracking(True)
        # A click takes the focus in `mousePressEvent`, which has to know what was written before.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.keyboard.held_key.connect(self.held_key)
        self.keyboard.unused.connect(self.key_unused)
        for told in (self.accessible_items, self._minimap, self.gestures):
            self.showing.shown.connect(told.picture_shown)
        self.showing.shown.connect(self.drawn)
        session.selection_changed.connect(self.updateMicroFocus)
        session.opened.connect(self._leave_map)
        self.layouts.refresh()

    def edit(self, id_: str, *, new: bool = False) -> None:
        """Write on a card; one that is `new` is still written for the first time."""
        self.editing.edit(id_, new=new)

    def take_up(self) -> None:
        """Write on the current card again."""
        self.edit(self.session.current)

    def commit(self, going_on: bool = False) -> None:
        """Take over what is being written; who is `going_on` writes on."""
        if going_on:
            self.editing.keep()
        else:
            self.editing.commit()
        self.editing.titles.commit()

    def rename_group(self, group: str) -> None:
        """Write the title of a group, as soon as the picture shows it."""
        self.editing.titles.retitle(group)

    def start_link(self, id_: str) -> None:
        """Let what is picked next be the target of a relation from this card."""
        if id_ in self.session.argument_map.statement_by_id:
            self.setFocus()
            self.gestures.begin(PickTarget(self, id_))

    def zoom_fit(self) -> None:
        """Show the whole picture, never larger than 100 %, and so that it can be read."""
        self.showing.fitting.fit()

    def look_at(self, middle: QPointF, zoom: float) -> None:
        """Show a point of the scene in the middle, as the reader has looked at the map before."""
        self.showing.keeper.look_at(middle, zoom)

    def show_hit(self, id_: str) -> None:
        """Bring what was looked for to the middle, unless all of it is in sight."""
        rect = self.rect_of(id_)
        room = QRectF(self.viewport().rect())
        if rect and not room.contains(self.rect_to_viewport(rect)):
            self.center_on(id_)

    def fold(self, folded: frozenset[str]) -> None:
        """Fold these and open all others but groups, and fit what is left."""
        groups = self.session.groups.within.keys() & self.session.view.folded
        self.showing.fitting.fold(folded | groups)

    def zoom_full(self) -> None:
        """Show a point as large as on paper."""
        self.zoom_to(PIXELS_PER_POINT)
        self.center_on(self.session.current)

    def zoom_selection(self) -> None:
        """Show what is selected as large as it fits, but never larger than 100 %."""
        seen = map(self.session.seen_as, self.session.selection)
        self.zoom_to_rect(self.map_scene.rect_around(seen))

    def close_down(self) -> None:
        """End everything that runs."""
        self.gestures.cancel()
        self.editing.commit()
        self.layouts.close()
        self._minimap.close_down()
        self._overview.close()
        self.map_scene.remove_items()

    def event(self, event: QEvent) -> bool:
        """Keep what a gesture hears from being a shortcut, and Tab from leaving the canvas.

        What an input method has left alone is for the text that it has begun.
        """
        if isinstance(event, QKeyEvent):
            self.key_repeat.watch(event)
            if event.type() in _KEY_DOWN and self._input_method.press(event):
                return True
            override = event.type() == QEvent.Type.ShortcutOverride
            if override and self.keyboard.overrides_shortcut(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.keyPressEvent(event)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the selection, or begin to write."""
        event.setAccepted(self.keyboard.press(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Fold, when Space is let go."""
        event.setAccepted(self.keyboard.release(event))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin to write with what an input method composes."""
        event.setAccepted(self._input_method.compose(event))
        self.updateMicroFocus()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Tell an input method whether something can be written, and where."""
        return self._input_method.answer(query)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture; what is being written is taken over, but by who asks for a menu only.

        That may be in a field beside the canvas.
        """
        writing = self.editing.writes or place_of(QApplication.focusWidget()) is not None
        if self._mouse.only_asks(event):
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.commit()
        self._mouse.press(event, commits=writing)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a gesture."""
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Begin to write."""
        self._mouse.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu."""
        self.group_pointed = self._mouse.group_of_menu(event)
        at = self._mouse.menu_point(event, self.group_pointed)
        if self.group_pointed:
            self.group_menu_wanted.emit(at, self.group_pointed)
        else:
            self.menu_wanted.emit(at)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a passage of a source; a file is for the window to open."""
        event.setAccepted(self._passage_drop.move(event))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where a passage would fall."""
        event.setAccepted(self._passage_drop.move(event))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Show no longer where it would fall."""
        self._passage_drop.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Have a card written of a passage."""
        event.setAccepted(self._passage_drop.drop(event))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a handle is for that is pointed at."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._mouse.tip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Highlight nothing under the pointer."""
        self._mouse.leave()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell a screen reader where the keys go now."""
        super().focusInEvent(event)
        # A view of graphics without a text item believes that it needs no input method.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.accessible_items.tell_focus()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget keys that are held, and what was to be picked; take over what was composed."""
        super().focusOutEvent(event)
        self.keyboard.forget()
        self.key_repeat.forget()
        if leaves(event):
            self.gestures.cancel()
            if self._input_method.field:
                self.editing.commit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint an overview from far away, the items from near by."""
        if not self._overview.wanted():
            super().paintEvent(event)
            return
        painter = QPainter(self.viewport())
        self._overview.paint(painter)
        self._paint_signs(painter)
        painter.end()

    def drawForeground(self, painter: QPainter, _exposed: QRectF | QRect) -> None:
        """Draw the signs of the gesture that is under way."""
        self._paint_signs(painter)

    def _paint_signs(self, painter: QPainter) -> None:
        """Paint what a gesture, a draft or an empty map shows on top of the picture."""
        self._veil.paint(painter)
        self.editing.paint(painter)
        if not self.editing.active and empty_map_hint.wanted(self):
            empty_map_hint.paint(self, painter)
        self.handles.paint(painter)
        if self.gestures.current:
            self.gestures.current.paint(painter)

    def _leave_map(self) -> None:
        """Leave what was going on in the map that was open before."""
        self.gestures.cancel()
        self.editing.give_up()
