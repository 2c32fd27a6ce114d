"""Dropping a passage of a source on the map: on a card, on an arrow, or on empty canvas.

On a card it becomes a premise, with Shift a rebuttal; on an arrow an undercut; on empty canvas a
claim. What was dragged is what the session knows to be chosen in the text, so a passage of another
window, whose sources this map may not have, is not taken.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent

from argmap.desktop import draft
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.draft import Draft
from argmap.desktop.widgets.pointer_words import PointerWords


class PassageDrop:
    """Hears what is dragged over a view; each method says whether it was a passage."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._meant = PointerWords(view)

    def move(self, event: QDropEvent) -> bool:
        """Show on what it would be dropped."""
        if not self._takes(event):
            return False
        onto, at = self._onto(event), event.position().toPoint()
        group = onto in self._view.session.groups.within
        self._view.highlighting.set_drop_target("" if group else onto)
        words = "a folded group: open it first" if group else self._meaning(event)
        self._meant.say(words, self._view.viewport().mapToGlobal(at))
        if group:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        return True

    def leave(self) -> None:
        """Show nothing any more."""
        self._view.highlighting.set_drop_target("")
        self._meant.hide()

    def drop(self, event: QDropEvent) -> bool:
        """Have the card written that the passage becomes."""
        taken = self.move(event)
        self.leave()
        if not taken:
            return False
        made = self._draft(event)
        self._view.session.start_draft(made)
        return True

    def _takes(self, event: QDropEvent) -> bool:
        session = self._view.session
        passed = event.mimeData().hasFormat(draft.PASSAGE)
        return passed and session.passage is not None and not session.read_only

    def _meaning(self, event: QDropEvent) -> str:
        """Return what the passage would become, in words."""
        onto, argument_map = self._onto(event), self._view.session.argument_map
        if onto in argument_map.relation_by_id:
            return "an undercut of this step"
        if not onto:
            return "a claim"
        held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        return (
            "a rebuttal of this card" if held else "a premise of this card, with Shift a rebuttal"
        )

    def _draft(self, event: QDropEvent) -> Draft:
        onto, argument_map = self._onto(event), self._view.session.argument_map
        against = onto in argument_map.relation_by_id
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            against = True
        if onto:
            return draft.rebuttal(argument_map, onto) if against else draft.premise(onto)
        at = self._view.to_scene(QPointF(event.position()))
        return draft.claim((at.x(), at.y()))

    def _onto(self, event: QDropEvent) -> str:
        """Return the card or arrow that a passage is over, or nothing."""
        return self._view.item_at(event.position().toPoint())
