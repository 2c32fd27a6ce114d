"""A card that has just been written: its editor is seen until the picture that has the card comes.

So nothing flickers, and what a new card hangs by stays where it is meanwhile.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF

from argmap.desktop.canvas.editing.card_editor import CardEditor
from argmap.desktop.canvas.editing.draft_placement import scroll_to
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.draft import Draft
from argmap.frozen import frozen
from argmap.model.argument_map import Item, Statement
from argmap.model.history.patch import Patch


@frozen
class _Written:
    """An editor that has ended, where in the scene it lies, and the id of its card.

    `hangs_by` is by what of the picture a new card hangs, or several that were written in a row;
    `apart` says that it was written at a place of the user's choice.
    """

    editor: CardEditor
    rect: QRectF
    card: str
    hangs_by: str
    apart: bool


class JustWritten:
    """What covers the picture of a view where a card was written last, until it has that card."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._written: _Written | None = None
        view.session.changed.connect(self._map_changed)
        view.appearance.changed.connect(self._use_theme)

    @property
    def card(self) -> str:
        """The id of the card, or an empty string."""
        return self._written.card if self._written else ""

    def take(self, editor: CardEditor, rect: QRectF, card: str, draft: Draft | None) -> None:
        """Leave an editor to be seen that has ended; `draft` is what a new card was made of."""
        before = self._written.hangs_by if self._written else ""
        self.close()
        apart = draft is not None and draft.place is not None
        hangs_by = ""
        if draft and not apart:
            hangs_by = draft.anchor if self._view.place_of(draft.anchor) else before
        self._written = _Written(editor, rect, card, hangs_by, apart)

    def rect_of(self, card: str) -> QRectF | None:
        """Return where a card is seen that was just written and is in no picture yet."""
        return self._written.rect if self._written and card == self._written.card else None

    def rect_apart(self, card: str) -> QRectF | None:
        """Return where a card was written at a place of the user's choice beside others."""
        apart = self._written and self._written.apart and self._view.map_scene.cards
        return self.rect_of(card) if apart else None

    def held_for(self, card: str) -> str:
        """Return what stays on the screen for a card: of one just written, what it hangs by."""
        written = self._written
        if written and card == written.card and self._view.is_in_view(written.hangs_by):
            return written.hangs_by
        return card

    def picture_shown(self) -> None:
        """Take note of a new picture: the editor goes where it has the card, or that is gone."""
        if self._written is None:
            return
        card, hangs_by = self._written.card, self._written.hangs_by
        place = self._view.place_of(card)
        if place and hangs_by and self._view.session.current == card:
            scroll_to(self._view, place, self._view.place_of(hangs_by))
        if place or not self._view.session.argument_map.item(card):
            self.close()

    def move(self) -> None:
        """Lie at the same place of the scene, after the view was zoomed, scrolled or resized."""
        if self._written:
            rect = self._view.rect_to_viewport(self._written.rect)
            self._written.editor.move_to(rect, self._view.zoom())

    def close(self) -> None:
        """Show the picture again, where it was covered by what had just been written."""
        if self._written:
            self._written.editor.hide()
            self._written.editor.deleteLater()
            self._written = None
            self._view.highlighting.set_written("")

    def _map_changed(self, patch: Patch) -> None:
        """Leave the card to the picture where it is undone before that is there."""
        for change in patch.of("statements"):
            if change.id == self.card and _text_of(change.before) != _text_of(change.after):
                self.close()

    def _use_theme(self) -> None:
        if self._written:
            self._written.editor.use(self._view.appearance.theme)


def _text_of(item: Item | None) -> str:
    return item.text if isinstance(item, Statement) else ""
