"""The list of what can be written, below the word that is being written.

It is no window of its own and never has the focus, so keys and input methods stay with the text;
a screen reader is told which row is chosen.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from argmap.authoring.completion import Offer
from argmap.desktop.text.comforts.showing import announce

_SAYS = Qt.ItemDataRole.UserRole
_ROWS = 10
_GAP = 12
_EDGE = 6
_NAME = 24
"""Characters of a name that have room beside its text."""
_WIDTH = 64
"""Characters that the list is wide at most."""


class OfferList(QListView):
    """Rows with a name and what it says; `chosen` carries the number of a row clicked on."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.offers: tuple[Offer, ...] = ()
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Row(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setMouseTracking(True)
        self.setAccessibleName("What can be written here")
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.hide()

    @property
    def row(self) -> int:
        """The number of the row that is chosen, -1 for none."""
        return self.currentIndex().row()

    def show_offers(self, offers: Sequence[Offer], *, row: int, over: QWidget, word: QRect) -> None:
        """Show offers at a word, given within a widget, as far as its window has room."""
        self.offers = tuple(offers)
        self.setFont(over.font())
        self._rows.clear()
        for offer in self.offers:
            item = QStandardItem(offer.name)
            item.setData(offer.says, _SAYS)
            item.setData(offer.spoken, Qt.ItemDataRole.AccessibleTextRole)
            self._rows.appendRow(item)
        self.setParent(over.window())
        self._place(over, word)
        self.show()
        self.raise_()
        self.choose(row)

    def choose(self, row: int) -> None:
        """Choose a row; -1 chooses none."""
        self.setCurrentIndex(self._rows.index(row, 0))
        many = len(self.offers)
        if row < 0:
            announce(self, f"{many} can be written here" if many > 1 else "One can be written here")
        else:
            offer = self.offers[row]
            announce(self, f"{offer.spoken}, {row + 1} of {many}")

    def step(self, by: int, *, round_: bool = True) -> None:
        """Choose the next or the previous row; round and round, or as far as there are rows."""
        many = len(self.offers)
        at = self.row + by if self.row >= 0 or by < 0 else 0
        self.choose(at % many if round_ else max(0, min(at, many - 1)))

    def name_width(self) -> int:
        """Return the room that the names take."""
        measure = QFontMetrics(self.font())
        longest = max((measure.horizontalAdvance(o.name) for o in self.offers), default=0)
        return min(longest, measure.horizontalAdvance("0") * _NAME) + 1

    def _place(self, over: QWidget, word: QRect) -> None:
        window = over.window()
        letter = self.fontMetrics().horizontalAdvance("0")
        says = any(offer.says for offer in self.offers)
        wanted = letter * _WIDTH if says else self.name_width() + 8 * letter
        width = min(wanted, window.width() - 2 * _EDGE)
        height = self.sizeHintForRow(0) * min(len(self.offers), _ROWS) + 2 * self.frameWidth()
        at = over.mapTo(window, word.bottomLeft()) + QPoint(0, 2)
        if at.y() + height > window.height() - _EDGE:
            at.setY(over.mapTo(window, word.topLeft()).y() - height - 2)
        at.setX(max(_EDGE, min(at.x(), window.width() - width - _EDGE)))
        self.setGeometry(QRect(at, QSize(width, height)))


class _Row(QStyledItemDelegate):
    """Paints a name, and beside it what it says, as the texts that they are."""

    def __init__(self, rows: OfferList) -> None:
        super().__init__(rows)
        self._list = rows

    def sizeHint(
        self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room of a row."""
        return QSize(0, option.fontMetrics.height() + _EDGE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a row."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette, area = option.palette, option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, palette.highlight())
        letters = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setPen(palette.color(letters))
        name, says = str(index.data()), str(index.data(_SAYS))
        room = self._list.name_width() if says else area.width()
        _write(painter, area.adjusted(0, 0, room - area.width(), 0), name)
        if not chosen:
            painter.setPen(palette.color(QPalette.ColorRole.PlaceholderText))
        _write(painter, area.adjusted(room + _GAP, 0, 0, 0), says)
        painter.restore()


def _write(painter: QPainter, area: QRect, text: str) -> None:
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
    painter.drawText(area, int(flags), shown)
