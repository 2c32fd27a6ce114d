"""The text of a source: read, searched, and marked passage by passage with mouse or keys.

Of the marks only those in view are painted. What a selected passage becomes is a row of the table
of actions; here are only the keys and clicks that select.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication

from argmap.desktop.draft import PASSAGE
from argmap.desktop.sources import mark_painter
from argmap.desktop.sources.marks import Mark, marks_in
from argmap.desktop.sources.shown_text import ShownText
from argmap.desktop.sources.text_view import TextView
from argmap.desktop.widgets.ending import writes
from argmap.desktop.widgets.focus import leaves
from argmap.texts import passages
from argmap.texts.text import Span

_TABS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter}
"""Keys that make something of a passage; with none they would be taken for other things."""

_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
"""Keys that with Ctrl go to the next or previous source: Tab cannot go to their list."""


class Reader(TextView):
    """A text to be read; `passage_changed` says that another passage is selected, or none.

    `turned` carries by how many sources to go on, `menu_wanted` a point of the screen; `missed`
    says that a key was pressed that wants a passage where none is selected, `typed` one that
    would write.
    """

    passage_changed = Signal()
    missed = Signal()
    typed = Signal()
    paste_wanted = Signal()
    turned = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.marks: tuple[Mark, ...] = ()
        self.lit: frozenset[str] = frozenset()
        self._doubled_at = -1
        self.setAccessibleName("Text of the source")
        self.cursorPositionChanged.connect(self.passage_changed)
        self.selectionChanged.connect(self.passage_changed)

    def show_text(self, shown: ShownText | None) -> None:
        """Show another text, or none, from its beginning and without marks."""
        self.marks = ()
        super().show_text(shown)

    @property
    def passage(self) -> Span | None:
        """The passage that is selected, in letters of the text; None for none."""
        cursor = self.textCursor()
        if self.shown is None or not cursor.hasSelection():
            return None
        return self.shown.span_from_qt(cursor.selectionStart(), cursor.selectionEnd())

    @property
    def place(self) -> Span:
        """The passage that is selected, else the place of the cursor."""
        at = self.shown.from_qt(self.textCursor().position()) if self.shown else 0
        return self.passage or Span(at, at)

    def select(self, span: Span) -> None:
        """Select a passage, and scroll to it."""
        if self.shown:
            self._set_passage(*span)
            self.scroll_to(span)

    def leave_passage(self) -> None:
        """Select nothing, with the cursor behind what was selected."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.setTextCursor(cursor)

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show other marks."""
        self.marks = marks
        self._repaint()

    def light(self, statements: frozenset[str]) -> None:
        """Let the passages shine that these statements cite."""
        if statements != self.lit:
            self.lit = statements
            self._repaint()

    def cited_lines(self) -> Iterator[QRectF]:
        """Return where the cited passages in view stand, line by line."""
        blocks = list(self.blocks_in_view())
        for mark in self._marks_among(blocks):
            yield from self._rects(blocks, mark.span)

    def event(self, event: QEvent) -> bool:
        """Keep keys that want a passage from being shortcuts where none is selected."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and override:
            if event.key() in _TABS and self.passage is None:
                event.accept()
                return True
            if event.key() in {Qt.Key.Key_Z, Qt.Key.Key_Y}:
                return False  # nothing can be undone in the text, so it is the map that is meant
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            # Otherwise Tab would leave the pane.
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Select sentence by sentence; other keys move and select as everywhere."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        modifiers = event.modifiers()
        further = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        # Window managers may keep Alt and Shift with an arrow to themselves.
        sentences = modifiers & Qt.KeyboardModifier.AltModifier or (control and further)
        if event.key() in _TABS:
            self.missed.emit()
        elif control and event.key() in _TURNS:
            self.turned.emit(_TURNS[Qt.Key(event.key())])
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif sentences and event.key() in steps:
            self._step(steps[Qt.Key(event.key())], further=further)
        elif writes(event):
            self.typed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select a sentence with the third click."""
        since = event.timestamp() - self._doubled_at
        if self._doubled_at >= 0 and since <= QApplication.doubleClickInterval():
            self._doubled_at = -1
            self._select_sentence_at(event.position().toPoint())
        else:
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select a word, and wait for a third click."""
        super().mouseDoubleClickEvent(event)
        self._doubled_at = event.timestamp()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu about the passage pointed at; where none is, about its sentence."""
        cursor = self.textCursor()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            at = self.cursorForPosition(event.pos()).position()
            if self.passage is None or not cursor.selectionStart() <= at <= cursor.selectionEnd():
                self._select_sentence_at(event.pos())
            self.menu_wanted.emit(event.globalPos())
        else:
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.cursorRect(cursor).center()))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is copied or dragged: words for other programs, a passage for the map."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        data.setData(PASSAGE, b"\n")
        return data

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell which passage the keys are about now."""
        super().focusInEvent(event)
        self.passage_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys are about no passage any more."""
        super().focusOutEvent(event)
        if leaves(event):
            self.passage_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the marks, and the text over them."""
        painter = QPainter(self.viewport())
        self._paint_marks(painter)
        painter.end()
        super().paintEvent(event)

    def _set_passage(self, held: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self.there(held))
        cursor.setPosition(self.there(end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _step(self, by: int, *, further: bool) -> None:
        """Select the next or previous sentence, or have what is selected reach there."""
        if self.shown is None:
            return
        if further and self.passage:
            self._reach(by)
            return
        text, here = self.shown.text, self.place
        at_cursor = passages.sentence_at(text, here.start)
        inside = at_cursor and here.end <= at_cursor.end and here.start < at_cursor.end
        if at_cursor and here != at_cursor and (inside or (self.passage is None and by < 0)):
            self.select(at_cursor)
        elif beside := passages.sentence_beside(text, here, by):
            self.select(beside)

    def _reach(self, by: int) -> None:
        """Have the passage that is selected end a sentence further on, or further back."""
        assert self.shown, "only then is there a passage"
        cursor = self.textCursor()
        held, end = (self.shown.from_qt(at) for at in (cursor.anchor(), cursor.position()))
        if reaching := passages.further(self.shown.text, held, end, by):
            self._set_passage(*reaching)
            self.scroll_to(Span(reaching[1], reaching[1]))

    def _select_sentence_at(self, point: QPoint) -> None:
        if self.shown:
            at = self.shown.from_qt(self.cursorForPosition(point).position())
            if sentence := passages.sentence_at(self.shown.text, at):
                self.select(sentence)

    def _paint_marks(self, painter: QPainter) -> None:
        """Paint the marks in view, and frames round what is lit."""
        blocks = list(self.blocks_in_view())
        seen = self._marks_among(blocks)
        rects = [(mark, list(self._rects(blocks, mark.span))) for mark in seen]
        for mark, lines in rects:
            mark_painter.paint_tint(painter, lines, mark.role, mark.lane, self.palette())
        for mark, lines in rects:
            if mark.statement in self.lit:
                mark_painter.paint_light(painter, lines, self.palette())
        for mark, lines in rects:
            mark_painter.paint_line(painter, lines, mark.role, mark.lane, self.palette())

    def _marks_among(self, blocks: list[tuple[QTextBlock, QRectF]]) -> tuple[Mark, ...]:
        if self.shown is None or not self.marks or not blocks:
            return ()
        first, last = blocks[0][0].position(), blocks[-1][0].position() + blocks[-1][0].length()
        return marks_in(self.marks, self.shown.span_from_qt(first, last))

    def _rects(self, blocks: list[tuple[QTextBlock, QRectF]], span: Span) -> Iterator[QRectF]:
        assert self.shown, "only then is anything marked"
        start, end = self.shown.to_qt(span.start), self.shown.to_qt(span.end)
        for block, rect in blocks:
            if block.position() < end and start < block.position() + block.length():
                yield from mark_painter.rects_of(block, rect.topLeft(), start, end)

    def _repaint(self) -> None:
        self.viewport().update()
        self.rearranged.emit()
