"""Completion: what can be written at the cursor, shown while typing and when asked for.

Enter takes the row that is chosen. Where nothing has been typed yet of what is offered, none is,
so that Enter is a new line to whoever types on; Tab takes the first all the same.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor

from argmap.authoring.completion import Names, Offer, What, fitting, is_free, names_in
from argmap.desktop.text.comforts.offer_list import OfferList
from argmap.desktop.text.comforts.showing import refuses, say
from argmap.desktop.text.editor import TextEditor
from argmap.desktop.text.shown import characters
from argmap.desktop.widgets.plain_text import units
from argmap.model.argument_map import ArgumentMap

_MOST = 100
"""Rows that are offered at once; who types on finds the rest."""
_BEGINS = " [{,"
"""What is typed before a value or an id, besides its letters."""
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 9,
    Qt.Key.Key_PageUp: -9,
}


class Completion(QObject):
    """Offers what can be written in an editor, and writes what is taken."""

    def __init__(self, editor: TextEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._typed = ""
        self._end = 0
        self.list = OfferList()
        self.list.setParent(editor)
        self.list.chosen.connect(self._take)
        editor.installEventFilter(self)
        editor.textChanged.connect(self._text_changed)
        editor.cursorPositionChanged.connect(self._cursor_moved)
        editor.verticalScrollBar().valueChanged.connect(self.close)

    @property
    def open(self) -> bool:
        """Whether something is offered."""
        return not self.list.isHidden()

    def complete(self) -> None:
        """Offer what can be written here; what alone fits is written at once."""
        if refuses(self._editor):
            return
        offers = self._look()
        if len(offers) == 1 and offers[0].end > offers[0].start:
            self._write(offers[0])
        else:
            self._show(offers, row=0)
        if not offers:
            say(self._editor, "Nothing is known that fits here.")

    def close(self) -> None:
        """Offer nothing any more."""
        self.list.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear keys before the text does while something is offered."""
        kind = event.type()
        if kind == QEvent.Type.FocusOut:
            self.close()
        elif isinstance(event, QInputMethodEvent):
            self._typed = event.commitString()
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.ShortcutOverride:
            if self.open and _plain(event) and self._means(event.key()):
                event.accept()
                return True
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._press(event)
        return super().eventFilter(watched, event)

    def _means(self, key: int) -> bool:
        taken = key in _TAKING and (self.list.row >= 0 or key == Qt.Key.Key_Tab)
        return taken or key in _STEPS or key == Qt.Key.Key_Escape

    def _press(self, event: QKeyEvent) -> bool:
        key = event.key()
        if self.open and _plain(event) and self._means(key):
            if key in _TAKING:
                self._take(max(self.list.row, 0))
            elif key == Qt.Key.Key_Escape:
                self.close()
            else:
                by = _STEPS[Qt.Key(key)]
                self.list.step(by, round_=abs(by) == 1)
            return True
        writes = event.text().isprintable() and event.text() and not _commands(event)
        self._typed = event.text() if writes else ""
        if key == Qt.Key.Key_Backspace and self.open:
            self._typed = "\b"
        return False

    def _text_changed(self) -> None:
        """Offer what fits, or no longer does, after a key that wrote something."""
        typed, self._typed = self._typed, ""
        if not typed or self._editor.isReadOnly() or is_free(self._before()):
            self.close()
            return
        offers = self._look()
        word = self._before()[offers[0].start :] if offers else ""
        begins = typed in _BEGINS and offers and offers[0].what is not What.KEY
        whole = any(offer.name == word for offer in offers)
        if not (word or begins) or (whole and (len(offers) == 1 or offers[0].what is not What.KEY)):
            self.close()
        else:
            self._show(offers, row=0 if word else -1)

    def _cursor_moved(self) -> None:
        """Close where the cursor has left the word; who typed is heard of in a moment."""
        if self.open and not self._typed and self._editor.textCursor().position() != self._end:
            self.close()

    def _before(self) -> str:
        """Return what stands before the cursor on its line."""
        cursor = self._editor.textCursor()
        line = cursor.block().text()
        return line[: characters(line, cursor.positionInBlock())]

    def _look(self) -> tuple[Offer, ...]:
        """Return what fits here; nothing of a text is made out for it but the lines there are."""
        editor, written = self._editor, self._editor.shown.written
        names = names_in(written) if written else Names(ArgumentMap(), {})
        line = editor.textCursor().blockNumber()
        return fitting(editor.source.lines, line, len(self._before()), names, _MOST)

    def _show(self, offers: tuple[Offer, ...], *, row: int) -> None:
        if not offers:
            self.close()
            return
        self._end = self._editor.textCursor().position()
        word = self._editor.cursorRect(self._over(offers[0]))
        viewport = self._editor.viewport()
        over = QRect(viewport.mapTo(self._editor, word.topLeft()), word.size())
        self.list.show_offers(offers, row=row, over=self._editor, word=over)

    def _over(self, offer: Offer) -> QTextCursor:
        """Return a cursor at the start of the word that an offer takes the place of."""
        cursor = self._editor.textCursor()
        back = units(self._before()[offer.start :])
        cursor.setPosition(cursor.position() - back)
        return cursor

    def _take(self, row: int) -> None:
        offer = self.list.offers[row]
        self.close()
        if len(self._before()) == offer.end:
            self._write(offer)

    def _write(self, offer: Offer) -> None:
        """Write what was taken, and offer at once what can stand behind a key."""
        own = self._editor.textCursor()
        becomes = offer.becomes
        if own.block().text()[own.positionInBlock() :].startswith(":"):
            becomes = becomes.rstrip(": ")
        cursor = self._over(offer)
        cursor.setPosition(own.position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(becomes)
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()
        if becomes.endswith(" "):
            self._show(self._look(), row=-1)


def _commands(event: QKeyEvent) -> bool:
    """Whether Ctrl is held; with Alt it is the AltGr of some systems, which writes."""
    held = event.modifiers()
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    return bool(held & control) and not held & alt


def _plain(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return held == Qt.KeyboardModifier.NoModifier
