"""A form made from a table of fields, which follows the map and changes it field by field."""

from __future__ import annotations

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from argmap.desktop.notice import notice_of
from argmap.desktop.panels.fields.editor import Editor
from argmap.desktop.panels.fields.field import Field, Link
from argmap.desktop.panels.jump import Jumps
from argmap.desktop.panels.subject import Subject
from argmap.desktop.session import Session
from argmap.errors import ArgmapError

_WIDE = "Judgement_"
"""As wide as the labels of all forms are at least, so that the fields of a page line up."""


class Form(QWidget):
    """Labels and editors of fields, and links, of whatever the subject is.

    A field in which the user is typing is left alone until that edit is committed: on Enter, when
    the focus leaves it, when the subject changes, or when somebody calls `commit`.
    """

    def __init__(self, session: Session, rows: Iterable[Field | Link]) -> None:
        super().__init__()
        self._session = session
        self._subject: Subject | None = None
        self._editors: dict[Field, Editor] = {}
        self._jumps: dict[Link, Jumps] = {}
        self._shown: dict[Field, object] = {}
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for row in rows:
            if isinstance(row, Field):
                self._add_field(row)
            else:
                self._add_link(row)

    def show_subject(self, subject: Subject | None, *, several: bool = False) -> None:
        """Show another subject; of several items only the fields that can be set for all."""
        if subject != self._subject:
            self.commit()
            self._subject = subject
            self._shown.clear()
            for field, editor in self._editors.items():
                self._layout.setRowVisible(editor, field.shared or not several)
        self.refresh()

    def refresh(self) -> None:
        """Show the values of the map as it is now."""
        items = self._items()
        writable = bool(items) and not self._session.read_only
        for field, editor in self._editors.items():
            editor.setEnabled(writable)
            if items and not (field in self._shown and editor.modified()):
                self._show(field, editor, items)
        for link, jumps in self._jumps.items():
            ids = [i for item in items for i in link.ids(self._session.argument_map, item.id)]
            jumps.show_ids(tuple(dict.fromkeys(ids)))
            self._layout.setRowVisible(jumps, bool(ids) and len(items) == 1)

    def commit(self) -> None:
        """Take over what was typed and is not in the map yet."""
        for field in self._editors:
            self._commit(field)

    def forget(self) -> None:
        """Let go of the subject and of what was typed."""
        self._subject = None
        self._shown.clear()

    def _add_field(self, field: Field) -> None:
        editor = field.editor(field.label)
        editor.committed.connect(lambda: self._commit(field))
        self._editors[field] = editor
        if editor.titled:
            self._layout.addRow("", editor)
            return
        self._add_row(field.label, editor, editor.control)

    def _add_link(self, link: Link) -> None:
        jumps = self._jumps[link] = Jumps(self._session, link.label)
        self._add_row(link.label, jumps, jumps)

    def _add_row(self, words: str, widget: QWidget, buddy: QWidget) -> None:
        label = QLabel(words)
        label.setBuddy(buddy)
        label.setMinimumWidth(label.fontMetrics().horizontalAdvance(_WIDE))
        self._layout.addRow(label, widget)

    def _items(self) -> tuple[Any, ...]:
        return self._subject.items(self._session.argument_map) if self._subject else ()

    def _show(self, field: Field, editor: Editor, items: tuple[Any, ...]) -> None:
        choices = field.choices(self._session.argument_map, items[0]) if field.choices else ()
        values = list(dict.fromkeys(attrgetter(field.name)(item) for item in items))
        state = (choices, values)
        if self._shown.get(field) == state:
            return
        self._shown[field] = state
        if choices:
            editor.offer(choices)
        if len(values) == 1:
            editor.fill(values[0])
        else:
            editor.fill_mixed()

    def _commit(self, field: Field) -> None:
        editor, subject = self._editors[field], self._subject
        if subject is None or field not in self._shown or not editor.modified():
            return
        del self._shown[field]
        if self._items():
            try:
                value = editor.read()
            except ArgmapError as error:
                self._session.tell(notice_of(error))
            else:
                self._session.attempt(field.step, lambda m: subject.put(m, field, value))
        self.refresh()
