"""The find bar: looks for words in everything that is written on statements and steps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from argmap.desktop.session import Session
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.history.patch import Patch


def matches(argument_map: ArgumentMap, words: str) -> tuple[str, ...]:
    """Return the ids of what has the words in it, in the order of the outline; case is ignored."""
    wanted = words.casefold().strip()
    if not wanted:
        return ()
    items = ((id_, argument_map.item(id_)) for id_ in walk.reading_order(argument_map))
    return tuple(id_ for id_, item in items if item and wanted in _written(item).casefold())


def _written(item: Statement | Relation) -> str:
    own = (item.text, item.title, item.said_by) if isinstance(item, Statement) else (item.scheme,)
    return "\n".join((item.id, *own, item.note, *item.tags))


class FindBar(QWidget):
    """A line to type in, and how many were found; what is found is selected.

    `closed` says that the bar was left, so that the focus can go back to the map.
    """

    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.words = QLineEdit()
        self.words.setAccessibleName("Find")
        self.words.setPlaceholderText("Find in texts, titles, notes, tags, people and ids")
        self.words.setClearButtonEnabled(True)
        self.count = QLabel()
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance("Nothing found_"))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        label = QLabel("Find")
        label.setBuddy(self.words)
        for widget in (label, self.words, self.count):
            row.addWidget(widget)
        for name, arrow, by in _STEPPERS:
            row.addWidget(self._stepper(name, arrow, by))
        closer = QToolButton()
        closer.setText("Close")
        closer.setAutoRaise(True)
        closer.clicked.connect(self.close_bar)
        row.addWidget(closer)
        self.words.textEdited.connect(lambda _: self._find())
        session.opened.connect(self._tell)
        session.changed.connect(self._map_changed)
        session.selection_changed.connect(self._tell)
        self.hide()

    def open(self) -> None:
        """Show the bar, with what was looked for last ready to be typed over."""
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self._tell()

    def step(self, by: int) -> None:
        """Select the next (1) or previous (-1) that matches, round and round."""
        found = matches(self._session.argument_map, self.words.text())
        if not found:
            self.open()
            return
        at = self._at(found)
        if at is None:
            at = self._next_to_current(found) - (by > 0)
        self._session.select([found[(at + by) % len(found)]])
        self._tell()

    def close_bar(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step on Enter, close on Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _find(self) -> None:
        """Select the first match from the current item on, while the words are being typed."""
        found = matches(self._session.argument_map, self.words.text())
        if found and self._at(found) is None:
            self._session.select([found[self._next_to_current(found) % len(found)]])
        self._tell()

    def _at(self, found: tuple[str, ...]) -> int | None:
        current = self._session.current
        return found.index(current) if current in found else None

    def _next_to_current(self, found: tuple[str, ...]) -> int:
        """Return the place in what was found of the first that comes after the current item."""
        place = {id_: at for at, id_ in enumerate(walk.reading_order(self._session.argument_map))}
        here = place.get(self._session.current, -1)
        return sum(place[id_] < here for id_ in found)

    def _map_changed(self, _patch: Patch) -> None:
        self._tell()

    def _tell(self) -> None:
        if self.isHidden():
            return
        found = matches(self._session.argument_map, self.words.text())
        at = self._at(found)
        if found:
            self.count.setText(f"{len(found)} found" if at is None else f"{at + 1} of {len(found)}")
        else:
            self.count.setText("Nothing found" if self.words.text().strip() else "")

    def _stepper(self, name: str, arrow: Qt.ArrowType, by: int) -> QToolButton:
        button = QToolButton()
        button.setArrowType(arrow)
        button.setAutoRaise(True)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.step(by))
        return button


_STEPPERS = (
    ("Find previous", Qt.ArrowType.UpArrow, -1),
    ("Find next", Qt.ArrowType.DownArrow, 1),
)
