"""A page of the inspector: its table of fields and lists, filled with what is selected."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from argmap.desktop.inspector.binding import DraftBinding, ItemsBinding, MapBinding
from argmap.desktop.inspector.contents.contents import Contents
from argmap.desktop.inspector.entry_list import EntryList, EntryListBox
from argmap.desktop.inspector.form import Form
from argmap.desktop.session import Session


class Page(QScrollArea):
    """The rows and lists of the items shown."""

    def __init__(self, session: Session, contents: Contents) -> None:
        super().__init__()
        self._session = session
        self._contents = contents
        self._ids: tuple[str, ...] = ()
        self._form = Form(session, contents.rows, contents.level)
        self._lists = [EntryListBox(session, spec) for spec in contents.lists]
        self._head = QLabel()
        self._inner = QWidget()
        self._lay_out()

    @property
    def first(self) -> QWidget:
        """The first field that is shown."""
        return self._form.first

    def show_ids(self, ids: tuple[str, ...]) -> None:
        """Show items; of several the fields that can be set for all. The map has no id."""
        several = len(ids) > 1
        self._ids = ids
        self._form.bind(ItemsBinding(ids) if ids else MapBinding(), several=several)
        for box in self._lists:
            box.setVisible(not several)
            box.show_owner("" if several or not ids else ids[0])
        self._head.setText(self._heading())
        self._head.setVisible(bool(ids))
        self.refresh()

    def show_draft(self) -> None:
        """Show the new card that is being written; its fields can be entered once it has a text."""
        self._ids = ()
        self._form.bind(DraftBinding(self._session))
        for box in self._lists:
            box.hide()
            box.show_owner("")
        self._head.show()
        self.refresh()

    def refresh(self) -> None:
        """Show everything as the map is now."""
        drafted = self._is_draft()
        self._inner.setEnabled(not drafted or self._session.writing)
        if drafted:
            self._head.setText(self._of_draft())
        self._form.refresh()
        for box in self._lists:
            box.refresh()

    def go_to(self, id_: str, name: str, at: int) -> bool:
        """Put the cursor into a field of what is shown, or of an entry; whether there is one."""
        own = id_ in self._ids or not (id_ or self._ids)
        of_list, _, part = name.partition(".")
        key, _, inside = part.partition(".") if part else (id_, "", of_list)
        lists = (box.go_to(key, inside, at) for box in self._lists)
        found = self._form.go_to(name, at) if own and key == id_ else any(lists)
        focus = QApplication.focusWidget()
        if found and focus:
            self.ensureWidgetVisible(focus)
        return found

    def commit(self) -> None:
        """Take over what was typed."""
        self._form.commit()
        for box in self._lists:
            box.commit()

    def forget(self) -> None:
        """Drop what was typed: it belonged to another map."""
        self._form.forget()
        for box in self._lists:
            box.forget()

    def enter_entry(self, spec: EntryList, key: str) -> None:
        """Choose an entry of one of the lists, and go on in its first field."""
        for box, one in zip(self._lists, self._contents.lists, strict=True):
            if one is spec:
                box.enter(key)

    def _enter(self, widget: QWidget) -> None:
        """Put the focus into a control that may just have appeared, and scroll to it."""
        for part in self.findChildren(QWidget):
            QCoreApplication.sendPostedEvents(part, QEvent.Type.LayoutRequest)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(widget)

    def _is_draft(self) -> bool:
        return self._form.binding == DraftBinding(self._session)

    def _of_draft(self) -> str:
        """Return what is said above the fields of the card that is being written.

        Once they can be set it is one line, as with an id: a click into them must not move them.
        """
        drafted = self._session.drafted
        kind = drafted.draft.kind if drafted else self._contents.name.lower()
        later = "" if self._session.writing else ": its fields can be set once it has a text."
        return f"New {kind}, no id yet{later}"

    def _heading(self) -> str:
        if len(self._ids) > 1:
            what = f"{len(self._ids)} {self._contents.name.lower()}s"
            return f"{what}: what you set here is set for all of them."
        return f"{self._contents.name} {self._ids[0]}" if self._ids else ""

    def _lay_out(self) -> None:
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._head.setWordWrap(True)
        self._head.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inner = self._inner
        pile = QVBoxLayout(inner)
        pile.setContentsMargins(10, 8, 10, 10)
        pile.setSpacing(8)
        for widget in (self._head, self._form, *self._lists):
            pile.addWidget(widget)
        pile.addStretch(1)
        for box in self._lists:
            box.wanted.connect(self._enter)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
