"""Dragging a card to another place in the argument.

Let go over the middle of a card, it hangs below that card; over the card's border in the direction
in which siblings lie, or in the gap beyond, it stands before or after it; over an arrow or dot, it
joins that step as a linked premise. Beside a sibling it only changes its place, and goes on doing
what it did. What would happen is shown, and said, while the card is dragged: also what would be
different about what it does. Let go on the ground of a group, or on the card of
a folded one, it joins the group where it stands; on empty canvas, it leaves its group.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionGraphicsItem

from argmap.desktop.canvas.gestures.gesture import Gesture
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.help import moving
from argmap.desktop.state.typing_board import EditMaker
from argmap.frozen import frozen
from argmap.model import walk
from argmap.model.edits import edit, rearrange
from argmap.model.groups import with_branch

_SHARE = 0.22
"""How much of a card, at each end, means before or after it."""
_REACH = 24.0
"""How far beyond a card, in points, still means before or after it: the gap between siblings."""
_FAINT, _CARRIED = 0.25, 0.7
"""How opaque a card is in its old place, and under the pointer, while it is dragged."""


@frozen
class Drop:
    """Where a card would go: onto an id, or (-1, +1) before or after it."""

    onto: str
    side: int = 0
    grouping: bool = False
    """Whether it only changes its group, to `onto`."""

    @property
    def name(self) -> str:
        """The name of the step."""
        if self.grouping:
            return "Move into group" if self.onto else "Take out of group"
        return "Move card"

    def edit(self, card: str) -> EditMaker:
        """Return the edit that letting a card go there makes."""
        onto, before = self.onto, self.side < 0
        if self.grouping:
            return lambda m: edit.assign_group(m, with_branch(m, card), onto)
        if self.side:
            return lambda m: rearrange.move_beside(m, card, onto, before=before)
        return lambda m: rearrange.move_onto(m, card, onto)


class DragCard(Gesture):
    """Drag a card; a press that does not move is a click."""

    def __init__(self, view: MapView, start: QPoint, card: str) -> None:
        super().__init__(view, start)
        self._card = card
        self._moving = False
        self._drop: Drop | None = None
        self._at = start
        self.meaning = ""
        """What letting go here would do, in words."""

    def move(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Move the card along, and find where it would go."""
        del modifiers
        far = (at - self.start).manhattanLength()
        if not self._moving and far < QApplication.startDragDistance():
            return
        if self.view.session.read_only:
            return
        self._moving = True
        self._show_at_home(_FAINT)
        self._at = at
        drop = self._drop_at(at)
        if drop != self._drop:
            self._drop, self.meaning = drop, self._meaning_of(drop)
        self.view.highlighting.set_drop_target(drop.onto if drop and not drop.side else "")
        self.view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.view.viewport().update()

    def end(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Drop the card."""
        self._show_at_home(1)
        if not self._moving:
            if not modifiers:
                self.view.session.select([self._card])
            return
        drop = self._drop_at(at)
        if drop:
            self.view.session.attempt(drop.name, drop.edit(self._card))
            self.view.session.select([self.view.session.seen_as(self._card)])

    def cancel(self) -> None:
        """Leave the card where it was."""
        self._show_at_home(1)

    def paint(self, painter: QPainter) -> None:
        """Draw the card under the pointer, and the gap it would go to."""
        if not self._moving:
            return
        card = self.view.map_scene.cards.get(self._card)
        if card:
            middle = self.view.mapToScene(self._at)
            painter.save()
            painter.setOpacity(_CARRIED)
            painter.translate(middle - card.boundingRect().center())
            card.paint(painter, QStyleOptionGraphicsItem())
            painter.restore()
        if self._drop and self._drop.side:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.view.accent)
            painter.drawRoundedRect(self._gap(self._drop), 2, 2)
        if self._drop:
            self.paint_label(painter, QPointF(self._at), self.meaning)

    def _meaning_of(self, drop: Drop | None) -> str:
        """Return what letting go would do, in words."""
        argument_map = self.view.session.argument_map
        if drop is None:
            return ""
        if drop.grouping:
            group = argument_map.group_by_id.get(drop.onto)
            return f"into “{group.title or group.id}”" if group else "out of the group"
        return moving.meaning(argument_map, drop.edit(self._card), self._card, drop.onto, drop.side)

    def _show_at_home(self, opacity: float) -> None:
        """Show the card in its old place: fainter while it is elsewhere."""
        card = self.view.map_scene.cards.get(self._card)
        if card:
            card.setOpacity(opacity)

    def _drop_at(self, at: QPoint) -> Drop | None:
        """Return where the card would go, let go at a point; None where it would stay."""
        under, point = self.view.item_at(at), self.view.mapToScene(at)
        if under in self.view.session.groups.within:
            return Drop(under, grouping=True)
        drop = self._drop_on(under, point) if under else self._drop_between(point)
        if drop is None:
            return self._drop_in_group(at)
        argument_map = self.view.session.argument_map
        step = argument_map.relation_by_id.get(drop.onto)
        if step and self._card in step.premises:
            return None
        return None if drop.onto in walk.below(argument_map, [self._card]) else drop

    def _drop_in_group(self, at: QPoint) -> Drop | None:
        """Return what ground means: a group to go into, or none to be in any more."""
        halo = self.view.halo_at(at)
        group = halo.id if halo else ""
        statement = self.view.session.argument_map.statement_by_id.get(self._card)
        if statement is None or statement.group == group or not self.view.session.view.frames:
            return None
        return Drop(group, grouping=True)

    def _drop_on(self, id_: str, point: QPointF) -> Drop:
        """Return what a point of a card or arrow means."""
        card = self.view.map_scene.cards.get(id_)
        if card is None:
            return Drop(id_)
        start, length, at = self._along(card.scene_rect, point)
        share = (at - start) / length
        return Drop(id_, -1 if share < _SHARE else 1 if share > 1 - _SHARE else 0)

    def _drop_between(self, point: QPointF) -> Drop | None:
        """Return what a point beside cards means: before or after the nearest one in its row."""
        best, nearest = _REACH, None
        known = self.view.session.argument_map.statement_by_id
        for id_, card in self.view.map_scene.cards.items():
            if id_ not in known:
                continue
            rect = card.scene_rect
            across = (rect.left(), rect.right(), point.x())
            if not self._siblings_stacked():
                across = (rect.top(), rect.bottom(), point.y())
            start, length, at = self._along(rect, point)
            far = max(start - at, at - start - length)
            if across[0] <= across[2] <= across[1] and 0 < far < best:
                best, nearest = far, Drop(id_, -1 if at < start else 1)
        return nearest

    def _along(self, rect: QRectF, point: QPointF) -> tuple[float, float, float]:
        """Return where a card begins in the direction of siblings, its length, and a point."""
        if self._siblings_stacked():
            return rect.top(), rect.height(), point.y()
        return rect.left(), rect.width(), point.x()

    def _gap(self, drop: Drop) -> QRectF:
        """Return the bar, in the scene, that shows before or after which card it would stand."""
        rect = self.view.map_scene.cards[drop.onto].scene_rect
        if self._siblings_stacked():
            y = rect.top() - 8 if drop.side < 0 else rect.bottom() + 4
            return QRectF(rect.left(), y, rect.width(), 4)
        x = rect.left() - 8 if drop.side < 0 else rect.right() + 4
        return QRectF(x, rect.top(), 4, rect.height())

    def _siblings_stacked(self) -> bool:
        """Whether siblings lie below each other rather than side by side."""
        return self.view.session.argument_map.direction.sideways
