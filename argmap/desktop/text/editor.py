"""The text with line numbers and colours, to be read and written."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontDatabase,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QToolTip

from argmap.authoring.naming import told
from argmap.authoring.sentence import behind_words, lines_of_item
from argmap.desktop.text import keys
from argmap.desktop.text.blocks import (
    cursor_over,
    lines_in,
    place_after,
    place_at,
    put,
    shift_colours,
)
from argmap.desktop.text.brought_back import Place
from argmap.desktop.text.colouring import Colouring
from argmap.desktop.text.drift import Drift
from argmap.desktop.text.folding import is_folded
from argmap.desktop.text.numbers import LineNumbers
from argmap.desktop.text.shown import Shown, characters
from argmap.desktop.text.source import Lines, Source, shown_line
from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.focus import leaves
from argmap.desktop.widgets.prose import begins_word, ignores
from argmap.drawing.theme import Theme
from argmap.errors import in_a_row

_REMEMBERED = 5000
"""So many changes by hand are known by their places, for undo and redo to go to."""


class TextEditor(QPlainTextEdit):
    """The text of the map, to be read and written; `source` is that of the file as it is here.

    `written_on` comes with every change by hand: whether it went on where the last one ended;
    `step_begins` before one that is to be undone by itself, `word_begins` before a word.
    `left` says that the keys are wanted elsewhere, `entered` that they come here: from then on it
    is `in_use`, until they go for good, also while a menu has them. What was made out of the text
    (`shown`) may be a moment older than the text.
    """

    written_on = Signal(bool)
    step_begins = Signal()
    word_begins = Signal()
    left = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown = Shown()
        self.source = Source()
        self.drift = Drift()
        self.in_use = False
        self._blank_at = -1
        self._putting = False
        self._end = -1
        self._only_blanks = False
        self.typed: deque[tuple[Place, Place]] = deque(maxlen=_REMEMBERED)
        self._colouring = Colouring()
        self.lit = range(0)
        self._ground = QColor()
        self._muted = QColor()
        self.numbers = LineNumbers(self, self.visible_lines)
        self.setUndoRedoEnabled(False)
        self.allow_writing(allowed=False)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setAccessibleName("Text of the map")
        self.document().contentsChange.connect(self._changed)
        self.cursorPositionChanged.connect(self._await_no_blank)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._follow)
        self._make_room()

    def use(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._colouring.use(theme)
        self._muted = QColor(theme.muted)
        self._ground = QColor(theme.fills["claim"])
        self.numbers.use(self._muted)
        self._recolour()

    def allow_writing(self, *, allowed: bool) -> None:
        """Let the text be written, or only read: with the cursor and by screen readers as well."""
        self.setReadOnly(not allowed)
        if not allowed:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )

    def take(self, shown: Shown) -> Shown:
        """Take what was made out of the text as it is here, and return what that was before."""
        before, self.shown = self.shown, shown
        self.drift = Drift()
        self._recolour()
        return before

    @property
    def up_to_date(self) -> bool:
        """Whether what was made out is about the text as it is now."""
        return self.shown.written is not None and not self.drift

    def put(self, new: Lines) -> None:
        """Put other lines into the text; cursor, selection and what is to be seen stay."""
        if new.first == new.stop and not new.lines:
            return
        at, top = self.verticalScrollBar().value(), self.firstVisibleBlock()
        above = at - top.firstLineNumber()
        old = self.source.lines[new.first : new.stop]
        self.source.lines[new.first : new.stop] = new.lines
        self.drift = self.drift.then(new.first, new.stop, new.first + len(new.lines))
        own = self.places() if len(old) == len(new.lines) else ()
        was, becomes = ([shown_line(line) for line in part] for part in (old, new.lines))
        self._putting = True
        put(self.document(), new.first, was, becomes)
        self._putting = False
        pairs = enumerate(zip(was, becomes, strict=True), new.first) if own else ()
        exchanged = dict(pairs)
        if any(line in exchanged for line, _ in own):
            start, end = (place_after(place, exchanged) for place in own)
            self.setTextCursor(cursor_over(self.document(), start, end))
        if top.isValid():
            self.verticalScrollBar().setValue(top.firstLineNumber() + above)
        self._colour()
        self.numbers.update()

    def places(self) -> tuple[Place, Place]:
        """Return the lines and columns at which what is selected begins and the cursor is."""
        own, document = self.textCursor(), self.document()
        return place_at(document, own.anchor()), place_at(document, own.position())

    def go_to(self, line: int, column: int = 0) -> None:
        """Put the cursor on a line, and bring it into the middle of the view."""
        self.put_cursor(line, column)
        self.centerCursor()

    def await_blank(self) -> None:
        """Take what is typed here next for a word behind a blank, which was typed elsewhere."""
        self._blank_at = self.textCursor().position()

    @property
    def awaits_blank(self) -> bool:
        """Whether such a blank is still to come: nobody has typed here or moved the cursor."""
        return self._blank_at >= 0

    def put_cursor(self, line: int, column: int) -> None:
        """Put the cursor on a line, and let it be seen."""
        self.select((line, column), (line, column))

    def select(self, start: Place, end: Place) -> None:
        """Select what is between two places, if there are such, and let the end be seen."""
        if all(0 <= line < self.blockCount() for line, _ in (start, end)):
            self.setTextCursor(cursor_over(self.document(), start, end))
            self.ensureCursorVisible()

    def behind_words(self, line: int, section: str) -> tuple[int, int]:
        """Return line and column behind what an item of a section says that begins on a line."""
        item = "\n".join(map(shown_line, lines_of_item(self.source.lines, line)))
        behind = item[: behind_words(item, section)].split("\n")
        return line + len(behind) - 1, len(behind[-1])

    def _await_no_blank(self) -> None:
        self._blank_at = -1

    def light(self, first: int, last: int) -> None:
        """Put a ground behind the lines from the first up to the last; behind none for -1."""
        self.lit = range(first, last + 1) if first >= 0 else range(0)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of what is lit, and the text on it."""
        painter = QPainter(self.viewport())
        lines = self.visible_lines()
        for block, top in lines:
            if block.blockNumber() in self.lit:
                height = round(self.blockBoundingRect(block).height())
                painter.fillRect(0, top, self.viewport().width(), height, self._ground)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(self._muted)
        for block, top in lines:
            if is_folded(block):
                last = block.layout().lineAt(block.layout().lineCount() - 1)
                right = self.contentOffset().x() + last.naturalTextRect().right()
                painter.drawText(QPointF(right, top + last.y() + last.ascent()), " …")
        painter.end()

    def said_at(self, place: QPoint) -> str:
        """Return what is to be known at a place: the problem there, and what stands behind it."""
        cursor = self.cursorForPosition(place)
        written = self.shown.written
        if written is None:
            return ""
        block = cursor.block()
        line = self.drift.before(block.blockNumber())
        if line < 0:
            return ""
        column = characters(block.text(), cursor.positionInBlock())
        index = written.lines.index(line, column)
        mark = self.shown.mark_at(index)
        wrong = plain_text.shown(in_a_row(mark.problem.message, mark.problem.hint)) if mark else ""
        return "\n\n".join(filter(None, (wrong, *told(written, index))))

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what is to be known where the pointer rests; leave undo to the map."""
        if isinstance(event, QKeyEvent) and any(map(event.matches, _OF_THE_MAP)):
            event.ignore()
            return event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QHelpEvent):
            inside = self.viewport().mapFromGlobal(event.globalPos())
            QToolTip.showText(event.globalPos(), plain_text.tooltip(self.said_at(inside)), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that what is typed is for this text now."""
        super().focusInEvent(event)
        was, self.in_use = self.in_use, True
        if not was and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.entered.emit()  # a press puts the cursor itself, on what lies there

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take note that the keys have gone, if they do not come back by themselves."""
        super().focusOutEvent(event)
        self.in_use = self.in_use and not leaves(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear the keys that do more in this text than in others."""
        self._begin_word(event.text())
        plain = not event.modifiers() & ~_MAY_BE_HELD
        key = Qt.Key(event.key())
        if plain and key == Qt.Key.Key_Escape:
            self._escape()
            return
        if event.text():
            QToolTip.hideText()  # what was said is of the text before
        if not ((plain and not self.isReadOnly() and self._pressed(key)) or ignores(event)):
            if blank := self._blank_before(event.text()):
                self.insertPlainText(blank)
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take what an input method gives, each of its words as a step for Undo."""
        typed = event.commitString()
        self._begin_word(typed)
        if blank := self._blank_before(typed):
            event.setCommitString(
                blank + typed, event.replacementStart(), event.replacementLength()
            )
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped, as a step for Undo."""
        self.word_begins.emit()
        if blank := self._blank_before(source.text()):
            self.insertPlainText(blank)
        super().insertFromMimeData(source)

    def _blank_before(self, typed: str) -> str:
        """Return the blank that was typed elsewhere before a word that is typed here, if any."""
        awaits = self._blank_at == self.textCursor().position() and not self.isReadOnly()
        return " " if awaits and typed[:1].isprintable() and typed[:1].strip() else ""

    def _begin_word(self, text: str) -> None:
        """Say so where what is typed now begins a word; blanks before one are a part of it."""
        cursor = self.textCursor()
        at = cursor.selectionStart()
        before = self.document().characterAt(at - 1) if at else ""
        blanks = self._only_blanks and at == self._end
        if begins_word(before, text) and not (blanks or self.isReadOnly()):
            self.word_begins.emit()

    def _escape(self) -> None:
        """Put away what is said at the cursor or the pointer, or else leave."""
        if QToolTip.isVisible():
            QToolTip.hideText()
        else:
            self.left.emit()

    def _pressed(self, key: Qt.Key) -> bool:
        """Do what a key does in lines that are indented; whether it was such a key."""
        cursor = self.textCursor()
        if key == Qt.Key.Key_Backspace:
            return keys.back(cursor)
        if key == Qt.Key.Key_Space:
            return keys.begin_item(cursor)
        does = _KEYS.get(key)
        if does is not None:
            does(cursor)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        return does is not None

    def _changed(self, at: int, removed: int, added: int) -> None:
        """Take note of what was typed: of the lines that are others now."""
        if self._putting:
            return
        document = self.document()
        first = document.findBlock(at)
        last = document.findBlock(at + added)
        end = last.blockNumber() if last.isValid() else document.blockCount() - 1
        stop = end + 1 + len(self.source.lines) - document.blockCount()
        lines = lines_in(document, first.blockNumber(), end)
        if not self.source.take(first.blockNumber(), stop, lines):
            return  # what an input method composes, or colours
        self.drift = self.drift.then(first.blockNumber(), stop, end + 1)
        if len(lines) == 1 and stop == end + 1:
            shift_colours(first, at - first.position(), removed, added)
        goes_on = at <= self._end <= at + removed
        self._only_blanks = self._are_blanks(at, removed, added, goes_on=goes_on)
        self._end = at + added
        self.typed.append((place_at(document, at), place_at(document, at + added)))
        self.written_on.emit(goes_on)

    def _are_blanks(self, at: int, removed: int, added: int, *, goes_on: bool) -> bool:
        """Whether nothing but blanks was typed since the place where somebody began to write."""
        new = map(self.document().characterAt, range(at, at + added))
        return (self._only_blanks or not goes_on) and not removed and all(map(str.isspace, new))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line numbers as high as the text, and the cursor in view if it was."""
        super().resizeEvent(event)
        if 0 <= self.cursorRect().top() < event.oldSize().height():
            self.ensureCursorVisible()  # what is said below the text takes room from it
        inside = self.contentsRect()
        width = self.numbers.sizeHint().width()
        self.numbers.setGeometry(QRect(inside.left(), inside.top(), width, inside.height()))

    def visible_lines(self) -> list[tuple[QTextBlock, int]]:
        """Return the lines that are to be seen, with their tops."""
        found: list[tuple[QTextBlock, int]] = []
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= self.viewport().height():
            found.append((block, round(top)))
            top += self.blockBoundingRect(block).height()
            behind = block.firstLineNumber() + block.lineCount()
            block = self.document().findBlockByLineNumber(behind)  # folded ones have no lines
        return found

    def _recolour(self) -> None:
        self._colouring.begin_round()
        self._colour()
        self.numbers.update()

    def _colour(self) -> None:
        blocks = (block for block, _ in self.visible_lines())
        self._colouring.colour(blocks, self.shown, self.drift)

    def _follow(self, area: QRect, down: int) -> None:
        """Colour what scrolls into view, and move the line numbers with it."""
        if down:
            self.numbers.scroll(0, down)
        else:
            self.numbers.update(0, area.y(), self.numbers.width(), area.height())
        self._colour()

    def _make_room(self) -> None:
        width = self.numbers.sizeHint().width()
        if width != self.viewportMargins().left():  # or all lines would be laid out again
            self.setViewportMargins(width, 0, 0, 0)


_OF_THE_MAP = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
_MAY_BE_HELD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_KEYS: Mapping[Qt.Key, Callable[[QTextCursor], None]] = {
    Qt.Key.Key_Return: keys.enter,
    Qt.Key.Key_Enter: keys.enter,
    Qt.Key.Key_Tab: keys.go_in,
    Qt.Key.Key_Backtab: keys.go_out,
}
