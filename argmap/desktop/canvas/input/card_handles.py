"""Handles on what is selected: with the mouse alone, a premise, a rebuttal or a link begins here.

Those of a card lie on the side where siblings lie, since no arrow ends there, in the gap before the
next card, or where that is too narrow on the side where reasons come from. Those of an arrow lie
beside its middle or its dot: backing and an undercut. They are as large at every zoom; where no
side has room, or texts are too small to read, there are none.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from argmap.desktop import draft as drafts
from argmap.desktop.canvas.editing.in_place_editing import InPlaceEditing
from argmap.desktop.canvas.gestures.gesture_runner import GestureRunner
from argmap.desktop.canvas.gestures.press_handle import PressHandle
from argmap.desktop.canvas.scene.card_item import CardItem
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.canvas.view.viewport_keeper import READABLE

_SIZE = 20.0
_GAP = 2.0
_STEP = _SIZE + _GAP
_AWAY = 5.0
"""How far from a card, in points, the middle of the handles lies: they cover none of its text."""
_BESIDE_ARROW = 14.0
"""How far from the middle of an arrow, in pixels, its handles lie: its sign is to be seen."""
_ARM = 4.5


class Handle(Enum):
    """What a handle begins: its words, and the name of its colour in the theme."""

    PREMISE = ("Add premise", "premise")
    REBUTTAL = ("Add rebuttal", "rebuttal")
    LINK = ("Link to another card or arrow: a support, with Shift an attack", "selection")

    def words(self, *, of_arrow: bool) -> str:
        """Return what it does on a card, or on an arrow."""
        return _ON_ARROWS[self] if of_arrow else self.value[0]


_ON_ARROWS = {Handle.PREMISE: "Add premise to the step (backing)", Handle.REBUTTAL: "Undercut"}
"""The handles of an arrow, which can be linked to nothing, in words."""


class CardHandles:
    """The handles of the one card or arrow that is selected, where something can be added to it."""

    def __init__(self, view: MapView, gestures: GestureRunner, editing: InPlaceEditing) -> None:
        self._view = view
        self._gestures = gestures
        self._editing = editing
        self._hovered: Handle | None = None
        view.session.selection_changed.connect(view.viewport().update)
        view.map_scene.settled.connect(view.viewport().update)

    @property
    def item(self) -> str:
        """The id of the card or arrow that shows its handles, or an empty string."""
        view, selection = self._view, self._view.session.selection
        gesture = self._gestures.current
        other = gesture is not None and not isinstance(gesture, PressHandle)
        busy = self._editing.active or other or view.map_scene.glide.running
        if busy or view.session.read_only or len(selection) != 1 or view.zoom() < READABLE:
            return ""
        shown = selection[0] in view.map_scene.cards or selection[0] in view.map_scene.arrows
        return selection[0] if shown else ""

    @property
    def on_arrow(self) -> bool:
        """Whether an arrow shows its handles."""
        return self.item in self._view.map_scene.arrows

    def rects(self) -> dict[Handle, QRectF]:
        """Return where in the viewport the handles lie; none where they are not shown."""
        item = self._view.rect_of(self.item)
        if item is None:
            return {}
        stacked = self._view.session.argument_map.direction.sideways
        rect, away = self._view.rect_to_viewport(item), _AWAY * self._view.zoom()
        if self.on_arrow:
            places = _around_arrow(rect)
            return next(filter(self._is_free, places), {})
        places = [_beside(rect, away), _below(rect, away)]
        if stacked:
            places.reverse()
        return next(filter(self._is_free, places), {})

    def _is_free(self, rects: dict[Handle, QRectF]) -> bool:
        """Whether no other card lies under handles at these places."""
        area = QRectF()
        for rect in rects.values():
            area = area.united(rect)
        found = self._view.items(area.toAlignedRect())
        return not any(isinstance(i, CardItem) and i.id != self.item for i in found)

    def at(self, at: QPoint) -> Handle | None:
        """Return the handle at a point of the viewport."""
        rects = self.rects().items()
        return next((handle for handle, rect in rects if rect.contains(QPointF(at))), None)

    def press(self, handle: Handle, at: QPoint) -> PressHandle:
        """Return the gesture of a press on a handle that adds something."""
        return PressHandle(
            self._view,
            at,
            over=lambda there: self.at(there) is handle,
            show=lambda pressed: self.set_hovered(handle if pressed else None),
            act=lambda: self._begin_draft(handle),
        )

    def _begin_draft(self, handle: Handle) -> None:
        """Write what a handle adds to its card."""
        session, on = self._view.session, self.item
        against = handle is Handle.REBUTTAL
        made = drafts.rebuttal(session.argument_map, on) if against else drafts.premise(on)
        session.start_draft(made)

    def set_hovered(self, handle: Handle | None) -> None:
        """Show which handle is pointed at."""
        if handle is not self._hovered:
            self._hovered = handle
            self._view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Paint the handles."""
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for handle, rect in self.rects().items():
            self._paint_handle(painter, handle, rect)
        painter.restore()

    def _paint_handle(self, painter: QPainter, handle: Handle, rect: QRectF) -> None:
        theme = self._view.appearance.theme
        colour, ground = QColor(theme.lines[handle.value[1]]), QColor(theme.background)
        if handle is self._hovered:
            colour, ground = ground, colour
        painter.setPen(QPen(QColor(theme.lines[handle.value[1]]), 1.5))
        painter.setBrush(ground)
        painter.drawEllipse(rect.adjusted(0.75, 0.75, -0.75, -0.75))
        painter.setPen(QPen(colour, 2, c=Qt.PenCapStyle.RoundCap))
        painter.translate(rect.center())
        _draw_sign(painter, handle)
        painter.translate(-rect.center())


def _beside(card: QRectF, away: float) -> dict[Handle, QRectF]:
    """Return a column of handles at the right of a card, by its middle, beyond its border."""
    length = len(Handle) * _STEP - _GAP
    left = card.right() + max(away - _SIZE / 2, 1)
    first = QPointF(left, card.center().y() - length / 2)
    return _row(first, QPointF(0, _STEP))


def _below(card: QRectF, away: float) -> dict[Handle, QRectF]:
    """Return a row of handles over the lower border of a card, at its right."""
    length = len(Handle) * _STEP - _GAP
    first = QPointF(card.right() - length, card.bottom() + away - _SIZE / 2)
    return _row(first, QPointF(_STEP, 0))


def _around_arrow(middle: QRectF) -> list[dict[Handle, QRectF]]:
    """Return where handles may lie right and left of the middle of an arrow, beyond its sign.

    They lie one below the other, or in a row where cards leave little room between them.
    """
    length = len(_ON_ARROWS) * _STEP - _GAP
    centre, right = middle.center().y(), middle.right() + _BESIDE_ARROW
    left = middle.left() - _BESIDE_ARROW
    places = [
        (QPointF(right, centre - length / 2), QPointF(0, _STEP)),
        (QPointF(left - _SIZE, centre - length / 2), QPointF(0, _STEP)),
        (QPointF(right, centre - _SIZE / 2), QPointF(_STEP, 0)),
        (QPointF(left - length, centre - _SIZE / 2), QPointF(_STEP, 0)),
    ]
    return [_row(first, along, _ON_ARROWS) for first, along in places]


def _row(
    first: QPointF, along: QPointF, handles: Iterable[Handle] = Handle
) -> dict[Handle, QRectF]:
    return {
        handle: QRectF(0, 0, _SIZE, _SIZE).translated(first + along * place)
        for place, handle in enumerate(handles)
    }


def _draw_sign(painter: QPainter, handle: Handle) -> None:
    """Draw the sign of an arrow about the origin: plus, minus, or an arrow."""
    left, right = QPointF(-_ARM, 0), QPointF(_ARM, 0)
    painter.drawLine(left, right)
    if handle is Handle.PREMISE:
        painter.drawLine(QPointF(0, -_ARM), QPointF(0, _ARM))
    if handle is Handle.LINK:
        painter.drawLine(right, QPointF(1, -3.5))
        painter.drawLine(right, QPointF(1, 3.5))
