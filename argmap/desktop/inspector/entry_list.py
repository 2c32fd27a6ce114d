"""A little list with what belongs to the entry chosen in it: cites, groups, sources, viewpoints.

A new entry begins with its first field, such as its title: it is in the map when that is said.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.inspector.binding import Binding
from argmap.desktop.inspector.fields.field import Field
from argmap.desktop.inspector.form import Form
from argmap.desktop.session import Session
from argmap.desktop.undoing.typing_place import TypingPlace
from argmap.desktop.widgets import plain_text
from argmap.errors import ArgmapError
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.store.schema.keys import Level


@frozen
class EntryList:
    """A list in the inspector: its title, what one entry is called, and how it is changed.

    The functions take the map and the id of the item that owns the list (empty for the map
    itself); an entry is known by a key, which `rows` gives with the words to show. `add` takes
    what was said of a new entry in the first of the fields.
    """

    title: str
    entry: str
    level: Level
    fields: tuple[Field, ...]
    rows: Callable[[ArgumentMap, str], tuple[tuple[str, str], ...]]
    add: Callable[[ArgumentMap, str, str], ArgumentMap]
    remove: Callable[[ArgumentMap, str, str], ArgumentMap]
    binding: Callable[[str, str], Binding]


class EntryListBox(QFrame):
    """The list with its buttons, a line for a new entry, and a form for the entry chosen.

    `wanted` carries a control that is to have the focus, and so is to be seen.
    """

    wanted = Signal(QWidget)

    def __init__(self, session: Session, spec: EntryList) -> None:
        super().__init__()
        self._session = session
        self._spec = spec
        self._owner = ""
        self._rows: tuple[tuple[str, str], ...] = ()
        self._first = spec.fields[0]
        self.list = QListWidget()
        self.adder = QPushButton(f"Add {spec.entry}")
        self.remover = QPushButton("Remove")
        self.new = self._first.editor(f"{self._first.label} of the new {spec.entry}")
        self.form = Form(session, spec.fields, spec.level)
        self.new.closes = True
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _: self._choose())
        self.adder.clicked.connect(self._begin)
        self.new.committed.connect(self._finish)
        self.new.edited.connect(self._report_typing)
        self.new.given_up.connect(self._give_up)
        self.remover.clicked.connect(self._remove)

    def show_owner(self, owner: str) -> None:
        """Show the list of another item, or with an empty id that of the map."""
        if owner != self._owner:
            self.commit()
            self._owner = owner
            self.list.setCurrentRow(0)
            self._list(self._spec.rows(self._session.argument_map, owner))

    def refresh(self) -> None:
        """Show the list and the form as the map is now."""
        rows = self._spec.rows(self._session.argument_map, self._owner)
        if rows != self._rows:
            self._list(rows)
        writable = not self._session.read_only
        for widget in (self.adder, self.new):
            widget.setEnabled(writable)
        self.remover.setEnabled(writable and self.list.currentRow() >= 0)
        self.form.refresh()

    def enter(self, key: str) -> None:
        """Choose an entry, and go on in its first field."""
        keys = [one for one, _ in self._rows]
        if key in keys:
            self.list.setCurrentRow(keys.index(key))
            self.wanted.emit(self.form.first)

    def commit(self) -> None:
        """Take over what was typed."""
        self._add()
        self.form.commit()

    def forget(self) -> None:
        """Drop what was typed."""
        self._end()
        self.form.forget()

    def go_to(self, key: str, name: str, at: int) -> bool:
        """Choose an entry and put the cursor into one of its fields; whether there is one."""
        keys = [key for key, _ in self._rows]
        if key not in keys:
            return False
        self.list.setCurrentRow(keys.index(key))
        return self.form.go_to(name, at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up a new entry with Esc."""
        if event.key() == Qt.Key.Key_Escape and not self.new.isHidden():
            self._give_up()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Let Tab end the first field of a new entry as Enter does."""
        if forwards and self.new.control.hasFocus() and self._finish():
            return True
        return super().focusNextPrevChild(forwards)

    def _list(self, rows: tuple[tuple[str, str], ...]) -> None:
        """Fill the list anew; the entry chosen stays chosen, or else one that stands near."""
        key, at = self._key(), self.list.currentRow()
        keys = [key for key, _ in rows]
        self._rows = rows
        with QSignalBlocker(self.list):
            self.list.clear()
            for _, words in rows:
                item = QListWidgetItem(plain_text.one_line(words))
                item.setToolTip(plain_text.tooltip(words))
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
        self.form.bind(self._spec.binding(self._owner, key) if key else None)
        self.form.setVisible(bool(key) and self.new.isHidden())
        self.remover.setEnabled(bool(key) and not self._session.read_only)

    def _begin(self) -> None:
        """Ask for the first field of a new entry."""
        self.commit()
        if self._first.choices:
            self.new.offer(self._first.choices(self._session.argument_map, None))
        self.new.empty(f"{self._first.label} of the new {self._spec.entry}")
        self.new.show()
        self._choose()
        self.wanted.emit(self.new)

    def _bring_back(self, text: str, owner: str) -> TypingPlace:
        """Begin again the entry that was given up."""
        if owner:
            self._session.select([owner])
        self._session.show_pane("inspector")
        self._begin()
        self.new.type_again(text)
        return self.new

    def _give_up(self) -> None:
        """Begin no entry; what was typed can be got back."""
        undone = self.new.redo_all()
        typed, owner = self.new.typed(), self._owner
        self._end()
        self._session.drop_text(typed, lambda: self._bring_back(typed, owner), undone=undone)

    def _finish(self) -> bool:
        """Take the new entry; whoever is still there goes on to its second field."""
        if not self.isActiveWindow():
            return False  # who goes to another window, to copy a title maybe, comes back to it
        here = self.new.control.hasFocus()
        added = self._add()
        if added and here:
            self.wanted.emit(self.form.editor(self._spec.fields[1]))
        return added

    def _add(self) -> bool:
        """Take the new entry if one was begun; without a word it is none."""
        if self.new.is_looked_at() and not self.new.control.hasFocus():
            self._give_up()
            return False
        undone = not self.new.isHidden() and self.new.redo_all()
        said, owner = self._said(), self._owner
        self._end()
        if not said:
            return False
        name = f"Add {self._spec.entry}"
        if undone:
            with suppress(ArgmapError):
                after = self._spec.add(self._session.argument_map, owner, said)
                self._session.leave_undone(name, after)
            return False
        added = self._session.attempt(name, lambda m: self._spec.add(m, owner, said))
        self.list.setCurrentRow(self.list.count() - 1)
        return bool(added)

    def _said(self) -> str:
        """Return what was said of a new entry, if one was begun."""
        begun = not self.new.isHidden() and self.new.modified()
        return str(self.new.read()).strip() if begun else ""

    def _report_typing(self) -> None:
        """Let the journal and the commands know of an entry that is not in the map yet."""
        said, owner = self._said(), self._owner
        make = (lambda m: self._spec.add(m, owner, said)) if said else None
        self._session.set_typing(make, self, blank=self.new.typed()[-1:].isspace())

    def _end(self) -> None:
        """Put the line for a new entry away; what stands in it is not taken."""
        self.new.empty("")
        if self.new.control.hasFocus():
            self.adder.setFocus()
        self.new.hide()
        self._report_typing()
        self._choose()

    def _remove(self) -> None:
        owner, key = self._owner, self._key()
        self.form.forget()
        name = f"Remove {self._spec.entry}"
        self._session.attempt(name, lambda m: self._spec.remove(m, owner, key))
        self._choose()

    def _lay_out(self) -> None:
        title = QLabel(self._spec.title)
        title.setBuddy(self.list)
        self.list.setAccessibleName(self._spec.title)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.remover.setAccessibleName(f"Remove {self._spec.entry}")
        self.list.hide()
        self.new.hide()
        # Title and buttons beside each other would be wider than a narrow pane.
        buttons = QHBoxLayout()
        buttons.addWidget(self.adder)
        buttons.addWidget(self.remover)
        buttons.addStretch(1)
        pile = QVBoxLayout(self)
        pile.setContentsMargins(0, 8, 0, 0)
        pile.addWidget(title)
        pile.addLayout(buttons)
        for part in (self.list, self.new, self.form):
            pile.addWidget(part)
