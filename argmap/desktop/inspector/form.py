"""A form made from a table of fields, which follows the map and changes it field by field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFormLayout, QLabel, QWidget

from argmap.desktop.inspector.binding import Binding
from argmap.desktop.inspector.fields.editor import MIXED, Editor
from argmap.desktop.inspector.fields.field import Field, Link
from argmap.desktop.inspector.fields.meanings import meaning
from argmap.desktop.inspector.link_buttons import LinkButtons
from argmap.desktop.notices.notice import Notice
from argmap.desktop.session import Session
from argmap.desktop.undoing.typing_place import TypingPlace
from argmap.desktop.widgets import plain_text
from argmap.errors import ArgmapError, Severity, in_a_row
from argmap.model.argument_map import ArgumentMap
from argmap.store.schema.keys import Level

_WIDE = "Judgement_"
"""As wide as the labels of all forms are at least, so that the fields of a page line up."""


class Form(QWidget):
    """Labels and editors of fields, and links, of whatever it is bound to.

    A field in which the user is typing is left alone until that edit is committed: on Enter, when
    the focus leaves it, when the form is bound to something else, or when somebody calls `commit`.
    What cannot be taken stays as it was typed, with a complaint, until it is fixed or given up with
    Esc.
    """

    def __init__(self, session: Session, rows: Iterable[Field | Link], level: Level) -> None:
        super().__init__()
        self._session = session
        self.binding: Binding | None = None
        self._editors: dict[Field, Editor] = {}
        self._links: dict[Link, LinkButtons] = {}
        self._shown: dict[Field, object] = {}
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        # In a narrow pane a field goes below its label, so that nothing is cut off.
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._level = level
        for row in rows:
            if isinstance(row, Field):
                self._add_field(row)
            else:
                self._add_link(row)

    @property
    def first(self) -> QWidget:
        """The control of the first field that is shown."""
        editors = self._editors.values()
        return next(e.control for e in editors if self._layout.isRowVisible(e))

    def editor(self, field: Field) -> Editor:
        """Return the editor of a field."""
        return self._editors[field]

    def go_to(self, name: str, at: int) -> bool:
        """Put the cursor into the text of a field, behind so many letters; whether it has one."""
        found = (e for f, e in self._editors.items() if f.name == name and e.put_cursor(at))
        editor = next(found, None)
        if editor:
            editor.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return editor is not None

    def bind(self, binding: Binding | None, *, several: bool = False) -> None:
        """Show the fields of something else; of several items those that can be set for all."""
        if binding != self.binding:
            self.commit()
            self.forget()
            self.binding = binding
            for field, editor in self._editors.items():
                self._layout.setRowVisible(editor, field.shared or not several)
        self.refresh()

    def refresh(self) -> None:
        """Show the values of the map as it is now."""
        items = self._items()
        # Where the item is gone, another is shown in a moment: the keys must not go astray.
        writable = not self._session.read_only
        for field, editor in self._editors.items():
            editor.setEnabled(writable)
            if items and not (field in self._shown and editor.modified()):
                self._show(field, editor, items)
        for link, buttons in self._links.items():
            ids = [i for item in items for i in link.ids(self._session.argument_map, item.id)]
            buttons.show_ids(tuple(dict.fromkeys(ids)))
            self._layout.setRowVisible(buttons, bool(ids) and len(items) == 1)

    def commit(self) -> None:
        """Take over what was typed and is not in the map yet; post what cannot be taken."""
        for field, editor in self._editors.items():
            self._commit(field)
            if editor.complaint:
                words = in_a_row(f"“{field.label}” was not changed.", editor.complaint)
                self._session.post_notice(Notice(words, Severity.ERROR, key="refused"))

    def forget(self) -> None:
        """Drop what was typed, and what the form is bound to."""
        self.binding = None
        for field in self._editors:
            self._give_up(field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Esc what was typed into a field."""
        fields = (f for f, e in self._editors.items() if e.control.hasFocus() and e.modified())
        field = next(fields, None)
        if event.key() == Qt.Key.Key_Escape and field:
            self._drop(field)
        else:
            super().keyPressEvent(event)

    def _drop(self, field: Field) -> None:
        """Let go of what was typed into a field; it can be got back."""
        editor = self._editors[field]
        undone = editor.redo_all()
        self._session.withdraw_notices("refused")
        typed = editor.typed()
        self._give_up(field)
        self.refresh()
        selection, binding = self._session.selection, self.binding
        self._session.drop_text(
            typed,
            lambda: self._bring_back(typed, field, binding, selection),
            before=editor.typed(),
            undone=undone,
        )

    def _bring_back(
        self, text: str, field: Field, binding: Binding | None, selection: tuple[str, ...]
    ) -> TypingPlace | None:
        """Type again what was given up, or leave it in the clipboard where its field is gone."""
        self._session.select(selection)
        if binding != self.binding:
            QApplication.clipboard().setText(text)
            self._session.post_notice(Notice("The text is in the clipboard: its field is gone."))
            return None
        self._session.show_pane("inspector")
        self._editors[field].control.setFocus()
        self._editors[field].type_again(text)
        return self._editors[field]

    def _add_field(self, field: Field) -> None:
        editor = field.editor(field.label)
        editor.committed.connect(lambda: self._commit(field))
        editor.given_up.connect(lambda: self._drop(field))
        editor.edited.connect(self._report_typing)
        self._editors[field] = editor
        tip = meaning(self._level, field.name)
        plain_text.explain(editor, tip)
        editor.control.setAccessibleDescription(tip)
        if editor.titled:
            self._layout.addRow("", editor)
            return
        self._add_row(field.label, editor, editor.control, tip)

    def _add_link(self, link: Link) -> None:
        buttons = self._links[link] = LinkButtons(self._session, link.label)
        self._add_row(link.label, buttons, buttons, link.tip)

    def _add_row(self, words: str, widget: QWidget, buddy: QWidget, tip: str) -> None:
        label = QLabel(words)
        plain_text.explain(label, tip)
        label.setBuddy(buddy)
        label.setMinimumWidth(label.fontMetrics().horizontalAdvance(_WIDE))
        self._layout.addRow(label, widget)

    def _items(self) -> tuple[Any, ...]:
        return self.binding.items(self._session.argument_map) if self.binding else ()

    def _show(self, field: Field, editor: Editor, items: tuple[Any, ...]) -> None:
        choices = field.choices(self._session.argument_map, items[0]) if field.choices else ()
        values = list(dict.fromkeys(attrgetter(field.name)(item) for item in items))
        state = (choices, values)
        if self._shown.get(field) == state:
            return
        self._shown.pop(field, None)  # so that what is filled in does not pass for typed
        if choices:
            editor.offer(choices)
        if len(values) == 1:
            editor.fill(values[0])
        else:
            editor.empty(MIXED)
        self._shown[field] = state

    def _commit(self, field: Field) -> None:
        editor = self._editors[field]
        if self.binding is None or field not in self._shown:
            return
        if editor.is_looked_at() and not editor.control.hasFocus():
            self._drop(field)
            return
        if not editor.modified():
            editor.complain("")  # of what was typed before and taken back by hand
            if editor.redo_all():
                self._leave_undone(field)
            return
        self._session.settle()
        try:
            after = self._put(self._session.argument_map, field)
        except ArgmapError as error:
            editor.complain(in_a_row(error.message, error.hint))
            return
        self._session.withdraw_notices("refused")
        words = editor.typed()
        self._give_up(field)
        done = self._session.do(field.step, after)
        for item in self._items() if field.name == "text" else ():
            self._session.leave_words(item.id, words.strip(), blank=words[-1:].isspace())
        self.refresh()
        if notice := field.told(done):
            self._session.post_notice(notice)

    def _leave_undone(self, field: Field) -> None:
        """Let redo have what was typed into a field and taken back there."""
        with suppress(ArgmapError):
            after = self._put(self._session.argument_map, field)
            self._session.leave_undone(field.step, after)
        self._give_up(field)
        self.refresh()

    def _put(self, argument_map: ArgumentMap, field: Field) -> ArgumentMap:
        """Return a map with what stands in a field; ArgmapError where it cannot be taken."""
        return _put(self.binding, argument_map, field, self._editors[field].read())

    def _typed(self) -> list[Field]:
        """Return the fields in which something is being typed."""
        return [f for f, editor in self._editors.items() if f in self._shown and editor.modified()]

    def _report_typing(self) -> None:
        """Let the journal and the commands know of what is not an edit yet.

        The edit is made of values alone, so that the thread of the journal can make it.
        """
        typed, binding, values = self._typed(), self.binding, dict[Field, Any]()
        for field in typed:
            with suppress(ArgmapError):  # it is complained of when the field is left
                values[field] = self._editors[field].read()
        make = (lambda argument_map: _put_all(binding, argument_map, values)) if typed else None
        blank = any(self._editors[field].typed()[-1:].isspace() for field in typed)
        self._session.set_typing(make, self, blank=blank)

    def _give_up(self, field: Field) -> None:
        """Drop what was typed, so that the next refresh shows the map's own value."""
        self._shown.pop(field, None)
        self._editors[field].complain("")
        self._report_typing()


def _put(
    binding: Binding | None, argument_map: ArgumentMap, field: Field, value: Any
) -> ArgumentMap:
    """Return a map with a value in a field of what a form was bound to, if that is there still."""
    if binding is None or not binding.items(argument_map):
        return argument_map
    return binding.put(argument_map, field, value)


def _put_all(
    binding: Binding | None, argument_map: ArgumentMap, values: Mapping[Field, Any]
) -> ArgumentMap:
    """Return a map with all values in their fields that can be taken."""
    for field, value in values.items():
        with suppress(ArgmapError):
            argument_map = _put(binding, argument_map, field, value)
    return argument_map
