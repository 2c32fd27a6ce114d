"""How a row of the outline is drawn and edited: mark, role word, text on one line."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from argmap.desktop.summary import Summary
from argmap.desktop.undoing.typing_place import TypingPlace
from argmap.desktop.widgets import role_signs
from argmap.desktop.widgets.ending import Ending, ending_of
from argmap.desktop.widgets.focus import leaves
from argmap.desktop.widgets.prose import Prose

Index = QModelIndex | QPersistentModelIndex

_GAP = 6
_RIM = 4
"""By how many pixels an editor may be higher than its row: it hides none of the next one's text."""
_ROOM = 120
"""How much room a text needs before role words are shortened; the mark always stays."""


class RowEditor(Prose, TypingPlace):
    """The text of a statement, edited in its row; the keys that end it are those of the canvas."""

    ended = Signal(object)
    grown = Signal()
    closes = True
    over = False
    """Whether the outline has let go of it, and it waits to be deleted."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of another height."""
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.grown.emit()

    def stands(self) -> str:
        """Return the text that stands there."""
        return self.words()

    def is_over(self) -> bool:
        """Whether the outline has let go of it."""
        return self.over

    def event(self, event: QEvent) -> bool:
        """Leave Redo to the window where it is about what comes behind this text."""
        return self.leaves_redo(event) or super().event(event)

    def back_out(self) -> None:
        """End without a text."""
        self.ended.emit(Ending.CANCELLED)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End on Enter, Tab and Esc; not because a key is still held that was pressed before.

        Undo ends it as Esc does where nothing is left to take back.
        """
        ending = Ending.CANCELLED if self.is_backed_out_of(event) else ending_of(event)
        if ending is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.ended.emit(ending)


class RowDelegate(QStyledItemDelegate):
    """Draws rows by their `Summary`; `ended` carries how the writing of a text ended.

    `typed` carries what is being typed into the current row, and nothing when that ends, and
    `given_up` what was typed where it is not to be kept, and whether undo took it back. `given`
    carries what a row was given, to the last blank.
    """

    ended = Signal(object)
    given_up = Signal(str, bool)
    typed = Signal(str)
    given = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._editor: RowEditor | None = None
        self._written = QPersistentModelIndex()
        self._height = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._shrink)

    @property
    def higher(self) -> QPersistentModelIndex:
        """The row that is higher than others, as what is written there has more lines, if any."""
        return self._written if self._height else QPersistentModelIndex()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Leave an editor open when the focus will come back, and let it hear all its keys."""
        if isinstance(event, QFocusEvent) and event.lostFocus():
            if not leaves(event):
                return False
            if isinstance(editor, RowEditor) and editor.is_looked_at():
                editor.back_out()
                return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return False
        return super().eventFilter(editor, event)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return all rows one height, but that which is written on: it hides none below it."""
        higher = self._height and index == self._written
        return QSize(120, self._height if higher else _height(option.fontMetrics))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        shown: Summary = index.data(Qt.ItemDataRole.UserRole)
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        palette = option.palette
        ink = palette.highlightedText().color() if selected else palette.text().color()
        role = ink if selected else role_signs.colour(palette, shown.role)
        soft = palette.color(QPalette.ColorRole.PlaceholderText)
        box = option.rect.adjusted(_GAP // 2, 0, -_GAP, 0)
        # A row may be wider than the pane: its text ends where it can be seen to end.
        box.setRight(min(box.right(), _seen_width(option.widget) - _GAP))
        side = round(option.fontMetrics.height() * 0.62)
        square = QRectF(box.left(), box.center().y() - side / 2 + 1, side, side)
        role_signs.paint(painter, shown.mark, square, role)
        painter.save()
        font = _small(option.font)
        box.setLeft(box.left() + side + _GAP)
        word, width = _fitting(shown.words, QFontMetrics(font), box.width())
        painter.setFont(font)
        painter.setPen(role)
        painter.drawText(box, _LINE, word)
        box.setLeft(box.left() + width)
        painter.setFont(option.font)
        painter.setPen(soft if shown.muted and not selected else ink)
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(box, _LINE, option.fontMetrics.elidedText(shown.text, elide, box.width()))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(ink, 1, Qt.PenStyle.DotLine))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Note that an editor is over, which a moment later is deleted.

        Who has clicked elsewhere may click again: rows stay in their places as long as that takes.
        """
        if isinstance(editor, RowEditor):
            editor.over = True
            self.typed.emit("")
            if self._editor is editor and QApplication.mouseButtons():
                self._later.start(QApplication.doubleClickInterval())
            elif self._editor is editor:
                self._shrink()
        super().destroyEditor(editor, index)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the editor of a row."""
        self._later.stop()
        self._shrink()  # the row that was written on last may still be as high as that was
        self._editor = editor = RowEditor(parent, most=8)
        self._written = QPersistentModelIndex(index)
        editor.grown.connect(lambda: self._grow(editor))
        editor.setAccessibleName("Text")
        editor.setTabChangesFocus(False)
        editor.ended.connect(lambda ending: self._end(editor, ending))
        editor.textChanged.connect(lambda: _stay_inside(editor))
        editor.textChanged.connect(lambda: self._tell_typed(editor))
        editor.document().modificationChanged.connect(lambda: self._tell_typed(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Put the whole text into the editor, once."""
        assert isinstance(editor, RowEditor), "made by createEditor"
        if editor.document().isModified():
            return
        editor.setPlainText(index.data(Qt.ItemDataRole.EditRole) or "")
        editor.document().setModified(False)
        editor.moveCursor(QTextCursor.MoveOperation.End)
        self._tell_typed(editor)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Give the text to the model if anything was typed."""
        assert isinstance(editor, RowEditor), "made by createEditor"
        if editor.document().isModified():
            editor.document().setModified(False)
            self._tell_typed(editor)
            words = editor.words()
            model.setData(index, words)
            self.given.emit(index, words)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Let the editor cover its row, which grows with it."""
        assert isinstance(editor, RowEditor), "made by createEditor"
        editor.move(option.rect.topLeft())
        editor.setFixedWidth(max(option.rect.width(), 160))
        editor.fit()
        _stay_inside(editor)

    def _grow(self, editor: RowEditor) -> None:
        """Let a row be as high as its editor."""
        more = editor.height() - _height(editor.fontMetrics())
        height = editor.height() if more > _RIM else 0
        if self._editor is editor and not editor.over and height != self._height:
            self._height = height
            self.sizeHintChanged.emit(QModelIndex())

    def _shrink(self) -> None:
        """Let the row be as high as others again."""
        self._editor = None
        if self._height:
            self._height = 0
            self.sizeHintChanged.emit(QModelIndex())

    def _tell_typed(self, editor: RowEditor) -> None:
        self.typed.emit(editor.words() if editor.document().isModified() else "")

    def _end(self, editor: RowEditor, ending: Ending) -> None:
        if ending is not Ending.CANCELLED:
            self.commitData.emit(editor)
        else:
            undone = editor.redo_all()
            if editor.modified():
                self.given_up.emit(editor.words(), undone)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self.ended.emit(ending)


_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine


def _height(metrics: QFontMetrics) -> int:
    return metrics.height() + 8


def _seen_width(widget: QWidget) -> int:
    viewport = widget.viewport() if isinstance(widget, QAbstractItemView) else widget
    return viewport.width()


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.85)
    return small


def _fitting(words: tuple[str, ...], metrics: QFontMetrics, room: int) -> tuple[str, int]:
    """Return the longest of the words that leaves room for some text, and how wide it is."""
    widths = [metrics.horizontalAdvance(word) + _GAP + 2 for word in words]
    for word, width in zip(words, widths, strict=True):
        if room - width >= _ROOM:
            return word, width
    return "", 0


def _stay_inside(editor: RowEditor) -> None:
    """Move an editor that has grown up again, so that its lower edge stays to be seen."""
    viewport = editor.parentWidget()
    assert viewport is not None, "an editor lies in a view"
    too_low = editor.geometry().bottom() - viewport.rect().bottom()
    if too_low > 0:
        editor.move(editor.pos() - QPoint(0, min(too_low, editor.pos().y())))
