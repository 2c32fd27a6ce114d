"""Writing on the canvas: which card is written, where, and what becomes of it.

Between the view (which knows where cards are) and the session (which knows the map). At most one
editor is open; what it leaves behind is `just_written`. A new card is written where it will stand:
the picture makes room for it as soon as its editor is open, and again when the text needs more
lines.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from argmap.desktop import draft as drafts
from argmap.desktop.canvas.editing import draft_signs
from argmap.desktop.canvas.editing.card_editor import CardEditor
from argmap.desktop.canvas.editing.draft_placement import rect_for, scroll_to
from argmap.desktop.canvas.editing.first_writing import FirstWriting
from argmap.desktop.canvas.editing.going_on import Left, can_write, go_on, leave
from argmap.desktop.canvas.editing.just_written import JustWritten
from argmap.desktop.canvas.editing.title_editing import TitleEditing
from argmap.desktop.canvas.laying.drafting import Outlook, room_of
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.draft import Draft
from argmap.desktop.widgets.ending import Ending
from argmap.desktop.widgets.focus import go_to, part_of
from argmap.desktop.widgets.prose import TextField
from argmap.model.history.patch import Patch
from argmap.model.kinds import Kind


class InPlaceEditing(QObject):
    """The one editor of a view; what is written is a `Draft`, or a card by its id.

    `drafting` carries the draft and text for which the picture is to make room; None for none.
    """

    drafting = Signal(object, str)

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._session = view.session
        self._view = view
        self.titles = TitleEditing(view)
        self.just_written = JustWritten(view)
        self._editor: CardEditor | None = None
        self._what: Draft | str = ""
        self._new = ""
        self._first = FirstWriting(view.session)
        self._rect = QRectF()
        self._outlook: Outlook | None = None
        self._room = room_of("")
        self._came_from: QWidget | None = None
        self._left = Left()
        view.session.draft_started.connect(self.open_draft)
        view.zoomed.connect(self.reposition)
        view.scrolled.connect(self.reposition)
        view.resized.connect(self._bring_into_view)
        view.appearance.changed.connect(self._use_theme)

    @property
    def active(self) -> bool:
        """Whether a card is being written."""
        return self._editor is not None

    @property
    def writes(self) -> bool:
        """Whether a card or the title of a group is being written."""
        return self.active or self.titles.active

    @property
    def field(self) -> TextField | None:
        """The field in which a card is being written, if one is."""
        return self._editor.field if self._editor else None

    @property
    def empty_draft(self) -> bool:
        """Whether a card is being written that is not in the map and has no text yet."""
        return self._draft is not None and self._editor is not None and not self._editor.text

    @property
    def _draft(self) -> Draft | None:
        """The draft that is being written, if one is."""
        return self._what if self._editor and isinstance(self._what, Draft) else None

    @property
    def held(self) -> str:
        """The id of what stays where it is on the screen: what a draft hangs by, else the current.

        A draft's anchor may not be selected, nor what was written by who has clicked elsewhere. As
        long as no picture has a card that was written, its anchor stays: the card may stand
        elsewhere than it was written, where that was before any picture had a place for it.
        """
        anchor = self._draft.anchor if self._draft else ""
        return self.just_written.held_for(anchor or self._session.current or self.just_written.card)

    @property
    def can_begin(self) -> bool:
        """Whether typing would begin to write: on the current card, or an empty map's claim."""
        return can_write(self._session, self._view.map_scene.cards)

    def begin(self, typed: str, *, focus: bool = True, blank: bool = False) -> bool:
        """Write on the current card, or the first claim of an empty map; whether there is one.

        `typed` is what is written first, after a `blank` if that was typed before: it is set off
        from a sentence that is there. Only who has just clicked beside the card goes on where the
        cursor stood. Without `focus` whoever has the focus keeps it.
        """
        if not self.can_begin:
            return False
        if self._session.argument_map.statements:
            left = self._left
            self.edit(self._session.current, focus=focus)
            if self._editor:
                go_on(self._session, self._editor, left, typed, blank=blank)
        else:
            self.open_draft(drafts.claim(), focus=focus)
        return self.active

    def edit(self, id_: str, *, focus: bool = True, new: bool = False) -> None:
        """Write on a card, at the end of its text and behind a blank with which it was left.

        One that is `new` is not written yet.
        """
        statement = self._session.argument_map.statement_by_id.get(id_)
        rect = self._view.rect_of(id_)
        if statement is None or rect is None or self._session.why_read_only:
            return
        self.commit()
        text = self._session.as_left(id_, statement.text)
        self._open(self._new_editor(statement.kind, text), rect, id_, focus=focus)
        self._new = id_ if new or self._first.lasts(id_) else ""

    def open_draft(self, draft: Draft, *, focus: bool = True) -> None:
        """Write a card that is not in the map yet."""
        self.commit()
        self._outlook = None
        editor = self._new_editor(draft.kind, draft.text)
        self._open(editor, self._rect_for(draft), draft, focus=focus)
        if draft.text:
            editor.field.selectAll()
            self._report_typing()
        if self._makes_room:
            self.drafting.emit(draft, draft.text)

    def commit(self) -> None:
        """Take over what is written, if anything is."""
        if self._editor:
            self._editor.leave()

    def keep(self) -> None:
        """Take over what is written so far, and let the user write on."""
        if self._editor is None:
            return
        kept = self._change(self._what, self._editor.text)
        if new := drafts.new_in(kept):
            self._what, self._new, self._outlook = new, new, None
        self._close_draft()
        if kept:
            self.drafting.emit(None, "")
            self._editor.kept()

    def give_up(self) -> None:
        """Close the editor, because the map it wrote in is no longer open."""
        if self._editor:
            self._editor.end(Ending.CLOSED)
        self.just_written.close()

    def reposition(self) -> None:
        """Move the editor to its card, after the view was zoomed, scrolled or resized."""
        if self._editor:
            self._editor.move_to(self._view.rect_to_viewport(self._rect), self._view.zoom())
        self.just_written.move()

    @property
    def written_rect(self) -> QRectF | None:
        """Where in the scene something is being written, if anything is."""
        return self._rect if self._editor else None

    def picture_shown(self, outlook: Outlook | None) -> None:
        """Take note of a new picture: it has what was written, and cards may lie elsewhere.

        Its outlook says where the card that is being written will stand.
        """
        self._outlook = outlook
        self.just_written.picture_shown()
        if self._editor:
            if isinstance(self._what, Draft):
                self._rect = self._rect_for(self._what)
                scroll_to(self._view, self._rect, self._anchor_of(self._what))
            else:
                self._rect = self._view.place_of(self._what) or self._rect
            self.reposition()
        self.titles.picture_shown()

    def paint(self, painter: QPainter) -> None:
        """Paint by what a draft hangs."""
        if self._draft:
            anchor = self._anchor_of(self._draft)
            draft_signs.paint(painter, self._view, self._outlook, anchor, self._rect)

    def _use_theme(self) -> None:
        if self._editor:
            self._editor.use(self._view.appearance.theme)

    def _new_editor(self, kind: Kind, text: str) -> CardEditor:
        return CardEditor(kind, text, self._view)

    def _open(self, editor: CardEditor, rect: QRectF, what: Draft | str, *, focus: bool) -> None:
        self._editor, self._what, self._rect, self._new = editor, what, rect, ""
        self._left = Left()
        self._came_from = part_of(QApplication.focusWidget())
        editor.ended.connect(self._ended)
        editor.field.textChanged.connect(self._report_typing)
        if isinstance(what, str) or not self._makes_room:
            scroll_to(self._view, rect, self._anchor_of(self._draft) if self._draft else None)
        self._room = room_of(editor.text)
        editor.start(self._view.rect_to_viewport(rect), self._view.zoom(), focus=focus)
        self._view.viewport().update()
        self._view.highlighting.set_written(what if isinstance(what, str) else "")
        made = drafts.would_be(self._draft, self._session.argument_map) if self._draft else None
        self._session.set_drafted(made)

    def _ended(self, ending: Ending) -> None:
        editor, what = self._editor, self._what
        if editor is None:
            return
        self._editor = None
        self._view.viewport().update()
        had_focus = editor.field.hasFocus()
        given_up = ending in (Ending.CANCELLED, Ending.CLOSED)
        selecting = not (editor.clicked_away and self._elsewhere)
        changed = self._change(what, "" if given_up else editor.text, selecting=selecting)
        self._outlook = None
        self.drafting.emit(None, "")
        card = drafts.new_in(changed) or (what if isinstance(what, str) else "")
        made_of = what if changed and isinstance(what, Draft) else None
        self.just_written.take(editor, self._rect, card, made_of)
        self._left = leave(self._session, editor, card)
        new = isinstance(what, Draft) or what == self._new
        self._first.ended(card, new=new, by_key=not editor.was_left)
        if changed and not selecting:
            self._session.written_aside.emit(card)
        self._close_draft()
        if not changed:
            self.just_written.close()
        if had_focus:
            self._leave_to(what.pane if isinstance(what, Draft) else "")
        if changed or isinstance(what, str):
            self._session.go_on(ending, card)
        elif not (given_up or editor.text):
            self._turn(what, ending)
        if ending is Ending.CANCELLED:
            undone, text = not editor.modified(), editor.typed()
            self._session.drop_text(
                text, lambda: self._bring_back(what, text), before=editor.before, undone=undone
            )

    def _turn(self, empty: Draft, ending: Ending) -> None:
        """Turn an empty new card into what a key makes of the card it was to stand beside.

        Where it makes nothing the empty card stays: what is typed next is not for the other one.
        """
        if ending is not Ending.DONE:
            if empty.anchor:
                self._session.go_on(ending, empty.anchor)
            if not self.active:
                self._session.start_draft(empty)

    def _bring_back(self, what: Draft | str, text: str) -> CardEditor | None:
        """Write again what was given up, so that Undo in the editor gives it up again."""
        known = self._session.argument_map.item(what) if isinstance(what, str) else None
        if isinstance(what, str) and known:
            self._session.select([what])
            self.edit(what)
        else:
            self.open_draft(drafts.of(self._session.argument_map, what))
        if self._editor:
            self._editor.put(text)
        return self._editor

    def _leave_to(self, pane: str) -> None:
        """Let the keys go to where the user came from: the pane, else the canvas."""
        if pane:
            self._session.show_pane(pane)
        else:
            go_to(self._came_from, self._view)

    def _report_typing(self) -> None:
        """Let the journal and the commands know of what is not an edit yet."""
        if self._editor:
            what, text = self._what, self._editor.text
            new = what == self._new
            make = (lambda m: drafts.of(m, what, new=new).make(m, text)) if text else None
            blank, reason = self._editor.ends_in_blank, self._writes_reason
            self._session.set_typing(make, text=text, reason=reason, blank=blank)
            self._make_more_room(text)
            self._bring_into_view()

    def _bring_into_view(self) -> None:
        """Scroll to what is being written, where that has its place and has gone out of view."""
        placed = self._outlook or isinstance(self._what, str) or not self._makes_room
        if self._editor and placed and not self._view.has_in_view(self._rect):
            scroll_to(self._view, self._rect, None)
        self.reposition()

    def _make_more_room(self, text: str) -> None:
        """Ask for as much room in the picture as the lines of what is written take now."""
        room = room_of(text)
        if self._makes_room and room != self._room:
            self._room = room
            self.drafting.emit(drafts.of(self._session.argument_map, self._what), text)

    @property
    def _makes_room(self) -> bool:
        """Whether the picture has to make room for what is being written.

        A draft that is written at a point of the user's choice stays there.
        """
        apart = isinstance(self._what, Draft) and self._what.place is not None
        return not apart and bool(self._session.argument_map.statements)

    @property
    def _writes_reason(self) -> bool:
        """Whether what is written bears on something."""
        if isinstance(self._what, Draft):
            return self._what.kind is not Kind.CLAIM
        return bool(self._session.argument_map.relations_of(self._what))

    @property
    def _elsewhere(self) -> bool:
        """Whether the keys go to another part of the window.

        What is shown there stays, whatever was written: somebody has just clicked into it.
        """
        focus = QApplication.focusWidget()
        return focus is not None and focus is not self._view and not self._view.isAncestorOf(focus)

    def _change(self, what: Draft | str, text: str, *, selecting: bool = True) -> Patch:
        """Make the edit, if there is any text, and return what it changed."""
        # Who has clicked into what another pane shows of the card finds it by the id that it has.
        draft = drafts.of(self._session.argument_map, what, new=selecting and what == self._new)
        if not text:
            return Patch()
        return self._session.attempt(draft.name, lambda m: draft.make(m, text), selecting=selecting)

    def _close_draft(self) -> None:
        """Let go of what was being written, as soon as what came of it is in the map and chosen."""
        self._session.set_drafted(None)
        self._session.set_typing(None)

    def _rect_for(self, draft: Draft) -> QRectF:
        if self._outlook:
            card = self._outlook.card
            return QRectF(card.x, card.y, card.width, card.height)
        return rect_for(draft, self._anchor_of(draft), self._view)

    def _anchor_of(self, draft: Draft) -> QRectF | None:
        return self._view.place_of(draft.anchor) or self.just_written.rect_of(draft.anchor)
