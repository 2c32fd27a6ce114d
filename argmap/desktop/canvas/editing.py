"""Writing on the canvas: which card is written, where, and what becomes of it.

Between the stage (the canvas, which knows places) and the session (which knows the map). At most
one editor is open. After a commit it stays to be seen until the picture that holds the new text
arrives, so nothing flickers.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QRectF
from PySide6.QtWidgets import QWidget

from argmap.desktop import draft as drafts
from argmap.desktop.canvas.editor import HEIGHT, WIDTH, CardEditor, Ending
from argmap.desktop.draft import Draft
from argmap.desktop.session import Session
from argmap.drawing.theme import Theme
from argmap.model import edit
from argmap.model.kinds import Direction

_GAP = 28.0


class Stage(Protocol):
    """What writing needs of the canvas; rectangles of cards are in points of the picture."""

    def setFocus(self) -> None:
        """Take the focus."""

    def viewport(self) -> QWidget:
        """Give the widget that editors lie on."""

    def place_of(self, id_: str) -> QRectF | None:
        """Give the rectangle of a card or dot in the picture; None for what is not in it."""

    def on_screen(self, place: QRectF) -> QRectF:
        """Turn a rectangle of the picture into one of the viewport, in pixels."""

    def show_place(self, place: QRectF) -> None:
        """Scroll as little as needed for a rectangle of the picture to be seen."""

    def zoom(self) -> float:
        """Give the pixels per point."""

    def theme(self) -> Theme:
        """Give the theme in force."""

    def bounds(self) -> QRectF:
        """Give the rectangle of the whole picture."""


class Editing(QObject):
    """The one editor of a canvas."""

    def __init__(self, session: Session, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._stage = stage
        self._editor: CardEditor | None = None
        self._fading: CardEditor | None = None
        self._waits_for = ""
        self._what: Draft | str = ""
        self._place = QRectF()
        session.drafted.connect(self.open_draft)

    @property
    def active(self) -> bool:
        """Whether a card is being written."""
        return self._editor is not None

    def edit(self, id_: str, typed: str | None = None) -> None:
        """Write on a card; `typed` replaces its text from the start."""
        statement = self._session.argument_map.statement_by_id.get(id_)
        place = self._stage.place_of(id_)
        if statement is None or place is None or self._session.read_only:
            return
        self.commit()
        text = statement.text if typed is None else typed
        editor = CardEditor(
            statement.kind, text, self._stage.theme(), self._stage.zoom(), self._stage.viewport()
        )
        self._open(editor, place, id_, select=typed is None)

    def open_draft(self, draft: Draft) -> None:
        """Write a card that is not in the map yet."""
        self.commit()
        editor = CardEditor(
            draft.kind, "", self._stage.theme(), self._stage.zoom(), self._stage.viewport()
        )
        self._open(editor, self._beside(draft), draft, select=False)

    def commit(self) -> None:
        """Take over what is written, if anything is."""
        if self._editor:
            self._editor.end(Ending.DONE)

    def follow(self) -> None:
        """Keep the editor at its place, after the canvas was scrolled or zoomed."""
        for editor in (self._editor, self._fading):
            if editor:
                editor.move_to(self._stage.on_screen(self._place))

    def arrived(self) -> None:
        """Let the editor of a new card go, now that a new picture is there."""
        if self._fading and self._stage.place_of(self._waits_for):
            self._fading.deleteLater()
            self._fading = None

    def _open(self, editor: CardEditor, place: QRectF, what: Draft | str, *, select: bool) -> None:
        self._editor, self._what, self._place = editor, what, place
        editor.ended.connect(self._ended)
        self._stage.show_place(place)
        editor.start(self._stage.on_screen(place), select=select)

    def _ended(self, ending: Ending) -> None:
        editor, what = self._editor, self._what
        if editor is None:
            return
        self._editor = None
        text = "" if ending is Ending.CANCELLED else editor.text
        had_focus = editor.field.hasFocus()
        changed = self._change(what, text)
        if changed and isinstance(what, Draft):
            self._hold(editor)
        else:
            editor.hide()
            editor.deleteLater()
        if had_focus:
            self._stage.setFocus()
        if ending is Ending.AND_PREMISE and (changed or isinstance(what, str)):
            self._session.draft(drafts.premise(self._session.current))

    def _change(self, what: Draft | str, text: str) -> bool:
        if not text:
            return False
        if isinstance(what, Draft):
            make = what.make
            return bool(self._session.attempt(what.name, lambda m: make(m, text)))
        return bool(
            self._session.attempt("Edit text", lambda m: edit.set_fields(m, what, text=text))
        )

    def _hold(self, editor: CardEditor) -> None:
        if self._fading:
            self._fading.deleteLater()
        self._fading, self._waits_for = editor, self._session.current

    def _beside(self, draft: Draft) -> QRectF:
        """Find the place of a card to be: where it will about be, given its anchor."""
        anchor = self._stage.place_of(draft.anchor)
        if anchor is None and draft.anchor and draft.anchor == self._waits_for:
            anchor = self._place
        if anchor is None:
            bounds = self._stage.bounds()
            return QRectF(bounds.right() + _GAP, bounds.top() + _GAP, WIDTH, HEIGHT)
        direction = self._session.argument_map.style.direction or Direction.TOP
        towards = _SIDEWAYS[direction] if draft.beside else _TOWARDS[direction]
        middle = anchor.center()
        dx = (anchor.width() + WIDTH) / 2 + _GAP
        dy = (anchor.height() + HEIGHT) / 2 + _GAP
        made = QRectF(0, 0, WIDTH, HEIGHT)
        made.moveCenter(middle)
        return made.translated(towards[0] * dx, towards[1] * dy)


_TOWARDS = {
    Direction.TOP: (0, 1),
    Direction.BOTTOM: (0, -1),
    Direction.LEFT: (1, 0),
    Direction.RIGHT: (-1, 0),
}
"""Where premises lie, seen from their target: steps to the right and down."""

_SIDEWAYS = {
    Direction.TOP: (1, 0),
    Direction.BOTTOM: (1, 0),
    Direction.LEFT: (0, 1),
    Direction.RIGHT: (0, 1),
}
"""Where the next sibling lies."""
