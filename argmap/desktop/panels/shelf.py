"""A little list with what belongs to the entry chosen in it: cites, groups, sources, viewpoints."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from argmap.desktop.panels import plain
from argmap.desktop.panels.fields.field import Field
from argmap.desktop.panels.form import Form
from argmap.desktop.panels.subject import Subject
from argmap.desktop.session import Session
from argmap.model.argument_map import ArgumentMap


@dataclass(frozen=True, slots=True)
class Shelf:
    """A list in the inspector: its title, what one entry is called, and how it is changed.

    The functions take the map and the id of the item that owns the list (empty for the map
    itself); an entry is known by a key, which `rows` gives with the words to show.
    """

    title: str
    entry: str
    fields: tuple[Field, ...]
    rows: Callable[[ArgumentMap, str], tuple[tuple[str, str], ...]]
    add: Callable[[ArgumentMap, str], ArgumentMap]
    remove: Callable[[ArgumentMap, str, str], ArgumentMap]
    subject: Callable[[str, str], Subject]


class ShelfBox(QFrame):
    """The list with its buttons, and a form for the entry that is chosen."""

    def __init__(self, session: Session, shelf: Shelf) -> None:
        super().__init__()
        self._session = session
        self._shelf = shelf
        self._owner = ""
        self._rows: tuple[tuple[str, str], ...] = ()
        title = QLabel(shelf.title)
        self.list = QListWidget()
        self.list.setAccessibleName(shelf.title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        title.setBuddy(self.list)
        self.adder = QPushButton(f"Add {shelf.entry}")
        self.remover = QPushButton("Remove")
        self.remover.setAccessibleName(f"Remove {shelf.entry}")
        self.form = Form(session, shelf.fields)
        head = QHBoxLayout()
        for widget, stretch in ((title, 1), (self.adder, 0), (self.remover, 0)):
            head.addWidget(widget, stretch)
        pile = QVBoxLayout(self)
        pile.setContentsMargins(0, 8, 0, 0)
        pile.addLayout(head)
        pile.addWidget(self.list)
        pile.addWidget(self.form)
        self.list.currentRowChanged.connect(lambda _: self._choose())
        self.adder.clicked.connect(self._add)
        self.remover.clicked.connect(self._remove)

    def show_owner(self, owner: str) -> None:
        """Show the list of another item, or with an empty id that of the map."""
        if owner != self._owner:
            self.commit()
            self._owner = owner
            self.list.setCurrentRow(0)
            self._list(self._shelf.rows(self._session.argument_map, owner))
        self.refresh()

    def refresh(self) -> None:
        """Show the list and the form as the map is now."""
        rows = self._shelf.rows(self._session.argument_map, self._owner)
        if rows != self._rows:
            self._list(rows)
        writable = not self._session.read_only
        self.adder.setEnabled(writable)
        self.remover.setEnabled(writable and self.list.currentRow() >= 0)
        self.form.refresh()

    def commit(self) -> None:
        """Take over what was typed."""
        self.form.commit()

    def forget(self) -> None:
        """Let go of what was typed."""
        self.form.forget()

    def _list(self, rows: tuple[tuple[str, str], ...]) -> None:
        """Fill the list anew; the entry chosen stays chosen, or else one that stands near."""
        key, at = self._key(), self.list.currentRow()
        keys = [key for key, _ in rows]
        self._rows = rows
        with QSignalBlocker(self.list):
            self.list.clear()
            for _, words in rows:
                item = QListWidgetItem(plain.one_line(words))
                item.setToolTip(plain.tooltip(words))
                item.setSizeHint(QSize(0, self.fontMetrics().height() + 4))
                self.list.addItem(item)
        height = self.fontMetrics().height() + 4
        self.list.setFixedHeight(min(len(rows), 6) * height + 2 * self.list.frameWidth())
        self.list.setVisible(bool(rows))
        near = min(max(at, 0), len(rows) - 1)
        self.list.setCurrentRow(keys.index(key) if key in keys else near)
        self._choose()

    def _key(self) -> str:
        at = self.list.currentRow()
        return self._rows[at][0] if 0 <= at < len(self._rows) else ""

    def _choose(self) -> None:
        key = self._key()
        self.form.show_subject(self._shelf.subject(self._owner, key) if key else None)
        self.form.setVisible(bool(key))
        self.remover.setEnabled(bool(key) and not self._session.read_only)

    def _add(self) -> None:
        self.commit()
        owner = self._owner
        if self._session.attempt(f"Add {self._shelf.entry}", lambda m: self._shelf.add(m, owner)):
            self.list.setCurrentRow(self.list.count() - 1)
            self.form.setFocus()

    def _remove(self) -> None:
        owner, key = self._owner, self._key()
        self.form.forget()
        name = f"Remove {self._shelf.entry}"
        self._session.attempt(name, lambda m: self._shelf.remove(m, owner, key))
        self._choose()
