"""The text with line numbers and colours.

Colours are given to the lines that are to be seen, when they are: an own highlighter, as Qt's
would go through a whole text before it shows a word of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from argmap.authoring.naming import told
from argmap.authoring.spots import Role
from argmap.desktop.text.shown import Shown, Stretch, characters, units
from argmap.desktop.widgets import plain_text
from argmap.drawing.theme import Theme
from argmap.errors import Severity, in_a_row

_WAVY = QTextCharFormat.UnderlineStyle.WaveUnderline
_DOTTED = QTextCharFormat.UnderlineStyle.DotLine
_UNDERLINES: Mapping[Severity, tuple[str, QTextCharFormat.UnderlineStyle]] = {
    Severity.ERROR: ("attack", _WAVY),
    Severity.WARNING: ("accepted", _WAVY),
    Severity.HINT: ("faint", _DOTTED),
}
_LETTERS: Mapping[Role, str] = {
    Role.KEY: "claim",
    Role.ID: "undercut",
    Role.NAME: "undercut",
    Role.VALUE: "support",
}
"""Roles of the theme's lines; texts have the colour of texts, comments that of what is muted."""


class TextEditor(QPlainTextEdit):
    """The text of the map; it is shown as handed over, and tells where the cursor goes."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = Shown()
        self._formats: dict[Role | Severity, QTextCharFormat] = {}
        self._round = 0
        self.lit = range(0)
        self._ground = QColor()
        self._muted = QColor()
        self.numbers = _Numbers(self)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setAccessibleName("Text of the map")
        self.setTabChangesFocus(True)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._follow)
        self._make_room()

    def use(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        letters = {role: QColor(theme.lines[name]) for role, name in _LETTERS.items()}
        letters |= {Role.TEXT: QColor(theme.text), Role.OTHER: QColor(theme.text)}
        letters[Role.COMMENT] = self._muted = QColor(theme.muted)
        self._formats = {role: _letters(colour) for role, colour in letters.items()}
        for severity, (name, style) in _UNDERLINES.items():
            self._formats[severity] = _underline(QColor(theme.lines[name]), style)
        self._ground = QColor(theme.fills["claim"])
        self._recolour()

    def take(self, shown: Shown) -> Shown:
        """Show another text, and return what was shown; the view stays where it is."""
        before, self.shown = self.shown, shown
        if shown.changes:
            self._apply(before.text, shown)
        self._recolour()
        return before

    def _apply(self, before: str, shown: Shown) -> None:
        """Change the document from its start on, so that what stands above is the new text.

        One by one: Qt would lay out all that stands between changes that it is told of together.
        """
        assert shown.written is not None, "nothing changes into no text"
        cursor = QTextCursor(self.document())
        moved = 0
        for change in shown.changes:
            start = change.start + moved
            line, column = shown.written.lines.of(start)
            block = self.document().findBlockByNumber(line)
            at = block.position() + units(shown.text[start - column : start])
            cursor.setPosition(at)
            removed = units(before[change.start : change.end])
            cursor.setPosition(at + removed, QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText(change.becomes)
            moved += len(change.becomes) - (change.end - change.start)

    def go_to(self, line: int) -> None:
        """Put the cursor on a line, and bring it into view."""
        block = self.document().findBlockByNumber(line)
        if block.isValid():
            self.setTextCursor(QTextCursor(block))
            self.centerCursor()

    def light(self, first: int, last: int) -> None:
        """Put a ground behind the lines from the first up to the last; behind none for -1."""
        self.lit = range(first, last + 1) if first >= 0 else range(0)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of what is lit, and the text on it."""
        painter = QPainter(self.viewport())
        for block, top in self._visible():
            if block.blockNumber() in self.lit:
                height = round(self.blockBoundingRect(block).height())
                painter.fillRect(0, top, self.viewport().width(), height, self._ground)
        painter.end()
        super().paintEvent(event)

    def said_at(self, place: QPoint) -> str:
        """Return what is to be known at a place: the problem there, and what stands behind it."""
        cursor = self.cursorForPosition(place)
        written = self.shown.written
        if written is None:
            return ""
        block = cursor.block()
        column = characters(block.text(), cursor.positionInBlock())
        index = written.lines.index(block.blockNumber(), column)
        mark = self.shown.mark_at(index)
        wrong = in_a_row(mark.problem.message, mark.problem.hint) if mark else ""
        return "\n\n".join(filter(None, (wrong, *told(written, index))))

    def event(self, event: QEvent) -> bool:
        """Say in a tooltip what is to be known where the pointer rests."""
        if isinstance(event, QHelpEvent):
            inside = self.viewport().mapFromGlobal(event.globalPos())
            QToolTip.showText(event.globalPos(), plain_text.tooltip(self.said_at(inside)), self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line numbers as high as the text."""
        super().resizeEvent(event)
        inside = self.contentsRect()
        width = self.numbers.sizeHint().width()
        self.numbers.setGeometry(QRect(inside.left(), inside.top(), width, inside.height()))

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Write the numbers of the lines that are to be seen."""
        painter = QPainter(self.numbers)
        painter.fillRect(event.rect(), self.palette().window())
        painter.setPen(self._muted)
        width = self.numbers.width() - self.fontMetrics().horizontalAdvance(" ")
        height = self.fontMetrics().height()
        for block, top in self._visible():
            number = str(block.blockNumber() + 1)
            painter.drawText(0, top, width, height, Qt.AlignmentFlag.AlignRight, number)

    def _visible(self) -> list[tuple[QTextBlock, int]]:
        """Return the lines that are to be seen, with their tops."""
        found: list[tuple[QTextBlock, int]] = []
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= self.viewport().height():
            found.append((block, round(top)))
            top += self.blockBoundingRect(block).height()
            block = block.next()
        return found

    def _recolour(self) -> None:
        self._round += 1
        self._colour()
        self.numbers.update()

    def _colour(self) -> None:
        """Colour the lines that are to be seen and are not coloured yet."""
        for block, _ in self._visible():
            if block.userState() != self._round:
                block.setUserState(self._round)
                ranges = self._ranges(self.shown.colours(block.blockNumber()))
                if ranges != block.layout().formats():
                    block.layout().setFormats(ranges)
                    self.document().markContentsDirty(block.position(), block.length())

    def _ranges(self, line: Sequence[Stretch]) -> list[QTextLayout.FormatRange]:
        found: list[QTextLayout.FormatRange] = []
        for stretch in line:
            each = QTextLayout.FormatRange()
            each.start, each.length = stretch.start, stretch.length
            each.format = self._formats.get(stretch.role, QTextCharFormat())
            found.append(each)
        return found

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


class _Numbers(QWidget):
    """The numbers of the lines, beside the text."""

    def __init__(self, editor: TextEditor) -> None:
        super().__init__(editor)
        self._paint = partial(TextEditor.paint_numbers, editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        """Return the room that the largest number needs."""
        digits = max(3, len(str(self._editor.blockCount())))
        return QSize(self._editor.fontMetrics().horizontalAdvance("0" * digits + "  "), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers."""
        self._paint(event)


def _letters(colour: QColor) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(colour)
    return made


def _underline(colour: QColor, style: QTextCharFormat.UnderlineStyle) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setUnderlineStyle(style)
    made.setUnderlineColor(colour)
    return made
