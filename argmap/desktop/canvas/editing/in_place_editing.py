"""Writing on the canvas: which card is written, where, and what becomes of it.

Between the canvas (which knows places) and the session (which knows the map). At most one editor
is open. After a commit it stays to be seen until the picture that holds the new text
arrives, so nothing flickers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from argmap.desktop import draft as drafts
from argmap.desktop.canvas.editing import draft_placement as places
from argmap.desktop.canvas.editing.card_editor import HEIGHT, WIDTH, CardEditor, Ending
from argmap.desktop.draft import Draft
from argmap.model import edit
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Kind

if TYPE_CHECKING:
    from argmap.desktop.canvas.canvas import Canvas


class Editing(QObject):
    """The one editor of a canvas."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._session = canvas.session
        self._canvas = canvas
        self._editor: CardEditor | None = None
        self._fading: CardEditor | None = None
        self._waits_for = ""
        self._what: Draft | str = ""
        self._place = QRectF()
        canvas.session.drafted.connect(self.open_draft)

    @property
    def active(self) -> bool:
        """Whether a card is being written."""
        return self._editor is not None

    def edit(self, id_: str, typed: str | None = None) -> None:
        """Write on a card; `typed` replaces its text from the start."""
        statement = self._session.argument_map.statement_by_id.get(id_)
        place = self._canvas.place_of(id_)
        if statement is None or place is None or self._session.read_only:
            return
        self.commit()
        text = statement.text if typed is None else typed
        editor = self._new_editor(statement.kind, text)
        self._open(editor, place, id_, select=typed is None)

    def open_draft(self, draft: Draft) -> None:
        """Write a card that is not in the map yet."""
        self.commit()
        editor = self._new_editor(draft.kind, "")
        self._open(editor, self._place_for(draft), draft, select=False)

    def insert(self, typed: str) -> None:
        """Go on writing with a key that was pressed before the editor was open."""
        if self._editor:
            self._editor.field.insertPlainText(typed)

    def commit(self) -> None:
        """Take over what is written, if anything is."""
        if self._editor:
            self._editor.end(Ending.DONE)

    def give_up(self) -> None:
        """Close the editor, because the map it wrote in is no longer open."""
        if self._editor:
            self._editor.end(Ending.CANCELLED)
        self.let_go()

    def follow(self) -> None:
        """Keep the editor at its place, after the canvas was scrolled or zoomed."""
        for editor in (self._editor, self._fading):
            if editor:
                editor.move_to(self._canvas.on_screen(self._place), self._canvas.zoom())

    def written_at(self, id_: str) -> QRectF | None:
        """Return where a card is seen that was just written and is in no picture yet."""
        return self._place if self._fading and id_ == self._waits_for else None

    def arrived(self) -> None:
        """Take note of a new picture: it has what was written, and places may be others."""
        if self._canvas.place_of(self._waits_for):
            self.let_go()
        if self._editor:
            if isinstance(self._what, Draft):
                self._place = self._place_for(self._what)
            else:
                self._place = self._canvas.place_of(self._what) or self._place
            self.follow()

    def let_go(self) -> None:
        """Show the picture again, where it was covered by what had just been written."""
        if self._fading:
            self._fading.hide()
            self._fading.deleteLater()
            self._fading = None

    def paint(self, painter: QPainter) -> None:
        """Paint a line from a card to be to what it will hang by."""
        if not (self._editor and isinstance(self._what, Draft)):
            return
        anchor = self._anchor_of(self._what)
        if anchor:
            pen = QPen(
                QColor(self._canvas.look.theme.lines["selection"]), 1.5, Qt.PenStyle.DashLine
            )
            painter.setPen(pen)
            painter.drawLine(places.line_between(anchor, self._place))

    def _new_editor(self, kind: Kind, text: str) -> CardEditor:
        return CardEditor(kind, text, self._canvas.look.theme, self._canvas.viewport())

    def _open(self, editor: CardEditor, place: QRectF, what: Draft | str, *, select: bool) -> None:
        self._editor, self._what, self._place = editor, what, place
        editor.ended.connect(self._ended)
        editor.field.textChanged.connect(self._typed)
        self._canvas.show_place(self._with_anchor(place))
        editor.start(self._canvas.on_screen(place), self._canvas.zoom(), select=select)
        self._canvas.viewport().update()

    def _ended(self, ending: Ending) -> None:
        editor, what = self._editor, self._what
        if editor is None:
            return
        self._editor = None
        self._canvas.viewport().update()
        had_focus = editor.field.hasFocus()
        changed = self._change(what, "" if ending is Ending.CANCELLED else editor.text)
        self.let_go()
        self._fading = editor
        self._waits_for = what if isinstance(what, str) else self._session.current
        if not changed:
            self.let_go()
            self._canvas.show_all()
        if had_focus:
            self._canvas.setFocus()
        if ending in _NEXT and (changed or isinstance(what, str)):
            self._session.draft(_NEXT[ending](self._waits_for))

    def _typed(self) -> None:
        """Let the journal know of what is not an edit yet."""
        if self._editor:
            what, text = self._what, self._editor.text
            self._session.typing((lambda m: _made_of(m, what).make(m, text)) if text else None)

    def _change(self, what: Draft | str, text: str) -> bool:
        """Make the edit, if there is any text."""
        to_be = _made_of(self._session.argument_map, what)
        made = text and self._session.attempt(to_be.name, lambda m: to_be.make(m, text))
        self._session.typing(None)
        return bool(made)

    def _place_for(self, draft: Draft) -> QRectF:
        """Find the place of a card to be: where it will about be, given its anchor."""
        size = QRectF(0, 0, WIDTH, HEIGHT)
        anchor = self._anchor_of(draft)
        direction = self._session.argument_map.direction
        towards, sideways = direction.towards_premises, direction.towards_next
        if anchor is None:
            bounds = self._canvas.bounds()
            if not self._canvas.stage.cards:
                size.moveCenter(bounds.center())
                return size
            corner = bounds.bottomLeft() if sideways[1] else bounds.topRight()
            return size.translated(corner).translated(*(places.GAP * part for part in sideways))
        on_step = draft.anchor in self._session.argument_map.relation_by_id
        aside = draft.beside or on_step
        wanted = places.beside(anchor, size, sideways if aside else towards)
        siblings = self._cards_on(draft.anchor)
        if siblings and not aside:
            wanted = places.beside(siblings[-1], size, sideways)
        taken = [card.place for card in self._canvas.stage.cards.values()]
        return places.free(wanted, taken, sideways)

    def _cards_on(self, target: str) -> list[QRectF]:
        """Return the places of the cards that bear on a target, in their order."""
        relations = self._session.argument_map.relations_on(target)
        premises = (premise for relation in relations for premise in relation.premises)
        return [place for premise in premises if (place := self._canvas.place_of(premise))]

    def _with_anchor(self, place: QRectF) -> QRectF:
        """Add what a draft hangs by to its place, if both can be seen at once."""
        anchor = self._anchor_of(self._what) if isinstance(self._what, Draft) else None
        both = place.united(anchor) if anchor else place
        seen = self._canvas.on_screen(both).size()
        room = self._canvas.viewport().size()
        fits = seen.width() < room.width() - 60 and seen.height() < room.height() - 60
        return both if fits else place

    def _anchor_of(self, draft: Draft) -> QRectF | None:
        return self._canvas.place_of(draft.anchor) or self.written_at(draft.anchor)


def _made_of(argument_map: ArgumentMap, what: Draft | str) -> Draft:
    """Return what a text is to become; where its card or anchor is gone, a claim of its own."""
    if isinstance(what, Draft) and (not what.anchor or argument_map.item(what.anchor)):
        return what
    statement = argument_map.statement_by_id.get(what) if isinstance(what, str) else None
    if statement is None:
        return drafts.claim()
    id_ = statement.id
    return Draft(
        "Edit text", statement.kind, id_, lambda m, text: edit.set_fields(m, id_, text=text)
    )


_NEXT = {Ending.AND_PREMISE: drafts.premise, Ending.AND_REBUTTAL: drafts.rebuttal}
"""What is written next, about what was written."""
