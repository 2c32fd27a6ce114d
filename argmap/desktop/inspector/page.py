"""A page of the inspector: one face, filled with what is selected."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from argmap.desktop.inspector.faces.face import Face
from argmap.desktop.inspector.form import Form
from argmap.desktop.inspector.shelf import ShelfBox
from argmap.desktop.inspector.subject import Items, WholeMap
from argmap.desktop.session import Session


class Page(QScrollArea):
    """The rows and lists of the items shown."""

    def __init__(self, session: Session, face: Face) -> None:
        super().__init__()
        self._session = session
        self._face = face
        self._ids: tuple[str, ...] = ()
        self._form = Form(session, face.rows)
        self._shelves = [ShelfBox(session, shelf) for shelf in face.shelves]
        self._head = QLabel()
        self._lay_out()

    @property
    def first(self) -> QWidget:
        """The first field that is shown."""
        return self._form.first

    def show_ids(self, ids: tuple[str, ...]) -> None:
        """Show items; of several the fields that can be set for all. The map has no id."""
        several = len(ids) > 1
        self._ids = ids
        self._form.show_subject(Items(ids) if ids else WholeMap(), several=several)
        for shelf in self._shelves:
            shelf.setVisible(not several)
            shelf.show_owner("" if several or not ids else ids[0])
        self._head.setText(self._heading())
        self._head.setVisible(bool(ids))
        self.refresh()

    def refresh(self) -> None:
        """Show everything as the map is now."""
        self._form.refresh()
        for shelf in self._shelves:
            shelf.refresh()

    def commit(self) -> None:
        """Take over what was typed."""
        self._form.commit()
        for shelf in self._shelves:
            shelf.commit()

    def forget(self) -> None:
        """Let go of what was typed: it belonged to another map."""
        self._form.forget()
        for shelf in self._shelves:
            shelf.forget()

    def _enter(self, widget: QWidget) -> None:
        """Put the focus into a control that may just have appeared, and scroll to it."""
        for part in self.findChildren(QWidget):
            QCoreApplication.sendPostedEvents(part, QEvent.Type.LayoutRequest)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(widget)

    def _heading(self) -> str:
        if len(self._ids) > 1:
            what = f"{len(self._ids)} {self._face.name.lower()}s"
            return f"{what}: what you set here is set for all of them."
        return f"{self._face.name} {self._ids[0]}" if self._ids else ""

    def _lay_out(self) -> None:
        self._head.setTextFormat(Qt.TextFormat.PlainText)
        self._head.setWordWrap(True)
        self._head.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inner = QWidget()
        pile = QVBoxLayout(inner)
        pile.setContentsMargins(10, 8, 10, 10)
        pile.setSpacing(8)
        for widget in (self._head, self._form, *self._shelves):
            pile.addWidget(widget)
        pile.addStretch(1)
        for shelf in self._shelves:
            shelf.wanted.connect(self._enter)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
