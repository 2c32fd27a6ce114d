"""Dragging a card to another place in the argument.

Let go over the middle of a card, it hangs below that card; over the card's border in the direction
in which siblings lie, or in the gap beyond, it stands before or after it; over an arrow or dot, it
joins that step as a linked premise. Beside a sibling it only changes its place, and goes on doing
what it did. What would happen is shown, and said, while the card is dragged: also what would be
different about what it does. Let go on the ground of a group, or on the card of
a folded one, it joins the group where it stands; on empty canvas, it leaves its group.

Where several cards are selected, all of them go, in the order of the outline; what cannot go where
it is let go stays, which is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QStyleOptionGraphicsItem

from argmap.desktop.canvas.gestures.gesture import Gesture
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.help import moving
from argmap.errors import in_a_row
from argmap.frozen import frozen
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, together
from argmap.model.edits.together import Moved
from argmap.model.groups import group_at, with_branch

_SHARE = 0.22
"""How much of a card, at each end, means before or after it."""
_REACH = 24.0
"""How far beyond a card, in points, still means before or after it: the gap between siblings."""
_FAINT, _CARRIED = 0.25, 0.7
"""How opaque a card is in its old place, and under the pointer, while it is dragged."""
_FAN = QPointF(12, 26)
"""How far, in points, each of several cards lies from the one above it, so that all are seen."""


@frozen
class Drop:
    """Where a card would go: onto an id, or (-1, +1) before or after it."""

    onto: str
    side: int = 0
    grouping: bool = False
    """Whether it only changes its group, to `onto`."""

    def name(self, several: bool) -> str:
        """Return the name of the step."""
        if self.grouping:
            return "Move into group" if self.onto else "Take out of group"
        return "Move cards" if several else "Move card"

    def move(self, argument_map: ArgumentMap, units: Sequence[str]) -> Moved:
        """Return the map in which these are let go there."""
        if self.grouping:
            cards = cards_of(argument_map, units)
            inside = [id_ for card in cards for id_ in with_branch(argument_map, card)]
            return Moved(edit.assign_group(argument_map, inside, self.onto))
        if self.side:
            return together.move_beside(argument_map, units, self.onto, before=self.side < 0)
        return together.move_onto(argument_map, units, self.onto)


def cards_of(argument_map: ArgumentMap, units: Sequence[str]) -> list[str]:
    """Return the statements that are moved, be it in a step that goes as a whole."""
    steps = argument_map.relation_by_id
    return [card for id_ in units for card in (steps[id_].premises if id_ in steps else (id_,))]


class DragCard(Gesture):
    """Drag a card; a press that does not move is a click."""

    def __init__(self, view: MapView, start: QPoint, card: str) -> None:
        super().__init__(view, start)
        session = view.session
        chosen = [id_ for id_ in session.selected_statements if session.seen_as(id_) == id_]
        if card not in chosen:
            chosen = [card]
        self._card = card
        self._units = together.units(session.argument_map, chosen) or (card,)
        # The one that was pressed is drawn last, above the others.
        moved = cards_of(session.argument_map, self._units)
        self._cards = [*(id_ for id_ in reversed(moved) if id_ != card), card]
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
            self._drop_there(drop)

    def cancel(self) -> None:
        """Leave the card where it was."""
        self._show_at_home(1)

    def paint(self, painter: QPainter) -> None:
        """Draw the card under the pointer, and the gap it would go to."""
        if not self._moving:
            return
        self._paint_carried(painter)
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
            words = f"into “{group.name}”" if group else "out of the group"
            return f"{len(self._cards)} cards {words}" if len(self._cards) > 1 else words
        moved, goal = drop.move(argument_map, self._units), moving.Goal(drop.onto, drop.side)
        if len(self._units) > 1:
            return moving.meaning_together(argument_map, moved, self._units, goal)
        return moving.meaning(argument_map, lambda _: _all_of(moved), self._units[0], goal)

    def _drop_there(self, drop: Drop) -> None:
        """Move what can go there as one step, and say what stays."""
        session, moved = self.view.session, Moved(self.view.session.argument_map)

        def make(argument_map: ArgumentMap) -> ArgumentMap:
            nonlocal moved
            moved = drop.move(argument_map, self._units)
            return _all_of(moved) if len(moved.stayed) == len(self._units) else moved.argument_map

        session.attempt(drop.name(len(self._cards) > 1), make)
        session.select(map(session.seen_as, session.selection))
        if 0 < len(moved.stayed) < len(self._units):
            stayed = [
                f"{moving.named(session.argument_map, id_)} stays where it was: {why.message}"
                for id_, why in moved.stayed
            ]
            session.remark(in_a_row(*stayed))

    def _paint_carried(self, painter: QPainter) -> None:
        """Draw the cards that are dragged, each of several so that it can be seen."""
        cards = self.view.map_scene.cards
        carried = [cards[id_] for id_ in self._cards if id_ in cards]
        middle = self.view.mapToScene(self._at)
        for behind, card in zip(range(len(carried) - 1, -1, -1), carried, strict=True):
            painter.save()
            painter.setOpacity(_CARRIED)
            painter.translate(middle + _FAN * behind - card.boundingRect().center())
            card.paint(painter, QStyleOptionGraphicsItem())
            painter.restore()

    def _show_at_home(self, opacity: float) -> None:
        """Show the cards in their old places: fainter while they are elsewhere."""
        for id_ in self._cards:
            if card := self.view.map_scene.cards.get(id_):
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
        if step and set(step.premises).issuperset(self._cards):
            return None
        return None if drop.onto in walk.below(argument_map, self._cards) else drop

    def _drop_in_group(self, at: QPoint) -> Drop | None:
        """Return what ground means: a group to go into, or none to be in any more."""
        halo = self.view.halo_at(at)
        group = halo.id if halo else ""
        argument_map = self.view.session.argument_map
        there = all(group_at(argument_map, card) == group for card in self._cards)
        return None if there or not self.view.session.view.frames else Drop(group, grouping=True)

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


def _all_of(moved: Moved) -> ArgumentMap:
    """Return the map in which everything was moved; raise why something was not."""
    for _, refused in moved.stayed:
        raise refused
    return moved.argument_map
