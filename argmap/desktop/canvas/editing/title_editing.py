"""Writing the title of a group, where its halo shows it and as large as it is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QMouseEvent

from argmap import painting
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.state.as_typed import EditMaker
from argmap.desktop.undoing.typing_place import TypingPlace
from argmap.desktop.widgets.focus import leaves
from argmap.desktop.widgets.prose import LineField
from argmap.model.edits import edit
from argmap.model.groups import members
from argmap.model.history.patch import Patch

NEW_GROUP = "New group"
"""What a new group is called until somebody gives it a title: the first letter takes its place."""
_SMALLEST_PIXELS = 12
_TITLE_POINTS = 9.0
_TITLE = QSizeF(60, 12)
"""How large a title is taken to be that the picture does not have yet."""
_ROOM = 24
"""Pixels that the field is wider than its text."""


class _Field(LineField, TypingPlace):
    """A line of which undo and redo take back what was typed; `given_up` says that it closes."""

    given_up = Signal()
    closes = True

    def stands(self) -> str:
        """Return the text that stands there."""
        return self.text()

    def is_over(self) -> bool:
        """Whether it was closed."""
        return self.isHidden()

    def back_out(self) -> None:
        """Close without renaming."""
        self.given_up.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep a press of any button, or the canvas would take it for one that ends the writing."""
        super().mousePressEvent(event)
        event.accept()


class TitleEditing(QObject):
    """The one field in which a group of a view is renamed.

    A group that was just made is renamed at once, or as soon as a picture shows its cards.
    """

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._field: _Field | None = None
        self._group = ""
        self._awaited = ""
        self._new: frozenset[str] = frozenset()
        view.session.changed.connect(self._map_changed)
        view.zoomed.connect(self._move)
        view.scrolled.connect(self._move)
        view.session.opened.connect(self._close)

    @property
    def active(self) -> bool:
        """Whether a title is being written."""
        return self._field is not None

    def retitle(self, group: str) -> None:
        """Write the title of a group, at its end; in a moment, if its halo is to come."""
        self.commit()
        place = self._place_of(group)
        known = self._view.session.argument_map.group_by_id.get(group)
        if known is None or place is None:
            self._awaited = group if known else ""
            return
        self._awaited, self._group = "", group
        self._field = field = _Field(known.name, self._view.viewport())
        field.setObjectName("group-title")
        field.setAccessibleName("Title of the group")
        field.textChanged.connect(self._move)
        field.textEdited.connect(self._bring_into_view)
        field.textChanged.connect(self._report_typing)
        field.given_up.connect(self._give_up)
        field.installEventFilter(self)
        self._view.scroll_into_view(place)
        self._move()
        field.show()
        field.setFocus()
        if known.title in ("", NEW_GROUP):
            field.selectAll()

    def commit(self) -> None:
        """Take over what is written; no text changes nothing."""
        field, group = self._field, self._group
        if field is None:
            return
        text = field.text().strip()
        had_focus = field.hasFocus()
        self._close()
        known = self._view.session.argument_map.group_by_id.get(group)
        if known and text and text != known.title:
            self._view.session.attempt("Rename group", self._naming(group, text))
        if had_focus:
            self._view.setFocus()

    def _map_changed(self, patch: Patch) -> None:
        """Take note of the groups that the last step has made."""
        self._new = frozenset(c.id for c in patch.of("groups") if c.before is None)

    def picture_shown(self) -> None:
        """Take note of a new picture: halos may lie elsewhere."""
        if self._awaited:
            self.retitle(self._awaited)
        self._move()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End with Escape, which changes nothing, or as the focus leaves, which takes it over.

        Undo ends it as Escape does where nothing is left to take back.

        A menu and another window end nothing. Keys are the field's and no command's.
        """
        if isinstance(event, QFocusEvent) and leaves(event):
            looked_at = self._field is not None and self._field.is_looked_at()
            (self._give_up if looked_at else self.commit)()
            return False
        if self._field and self._field.leaves_redo(event):
            return True
        if isinstance(event, QKeyEvent):
            key = event.type() == QEvent.Type.KeyPress
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
            ends = self._field is not None and self._field.is_backed_out_of(event)
            if key and ends and event.isAutoRepeat():
                return True
            if key and (ends or event.key() == Qt.Key.Key_Escape):
                self._give_up()
                return True
            if key and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                self.commit()
                return True
        return super().eventFilter(watched, event)

    def _give_up(self) -> None:
        """Close without renaming; what was typed can be got back."""
        field, group = self._field, self._group
        undone = field is not None and field.redo_all()
        typed = field.text() if field and field.isModified() else ""
        self._close()
        self._view.setFocus()
        self._view.session.drop_text(typed, lambda: self._bring_back(group, typed), undone=undone)

    def _bring_back(self, group: str, text: str) -> TypingPlace | None:
        self.retitle(group)
        if self._field:
            self._field.selectAll()
            self._field.insert(text)
        return self._field

    def _report_typing(self) -> None:
        """Let the journal and the commands know of a title that is not an edit yet."""
        group, session = self._group, self._view.session
        words = self._field.text() if self._field else ""
        text, blank = words.strip(), words[-1:].isspace()
        known = session.argument_map.group_by_id.get(group)
        typed = known and text and text != known.title
        session.set_typing(self._naming(group, text) if typed else None, self, blank=blank)

    def _naming(self, group: str, title: str) -> EditMaker:
        """Return the edit that names a group; one that was made just now has no id to be kept."""
        session = self._view.session
        if session.modified and group in self._new:
            return lambda m: edit.name_new_group(m, group, title)
        return lambda m: edit.set_fields(m, group, title=title)

    def _close(self) -> None:
        field, self._field = self._field, None
        self._report_typing()
        if field:
            field.removeEventFilter(self)
            field.hide()
            field.deleteLater()
            self._view.session.state_changed.emit()  # undo is about the map again

    def _move(self) -> None:
        """Lie over the title, as wide as the text needs."""
        field = self._field
        title = self._place_of(self._group) if field else None
        if field is None or title is None:
            return
        place = self._view.rect_to_viewport(title)
        font = QFont(list(painting.FAMILIES))
        font.setPixelSize(max(_SMALLEST_PIXELS, round(_TITLE_POINTS * self._view.zoom())))
        font.setBold(True)
        field.setFont(font)
        wide = QFontMetricsF(font).horizontalAdvance(field.text() + "nnn") + _ROOM
        high = field.sizeHint().height()
        left, top = round(place.left()) - 4, round(place.center().y() - high / 2)
        if self._view.has_in_view(title):  # else it goes out of view with its title
            left, top = max(0, min(left, self._view.viewport().width() - 80)), max(0, top)
        field.setGeometry(left, top, round(wide), high)

    def _bring_into_view(self) -> None:
        """Scroll to the title where that has gone out of view since it was opened."""
        place = self._place_of(self._group)
        if place and not self._view.has_in_view(place):
            self._view.scroll_into_view(place)

    def _place_of(self, group: str) -> QRectF | None:
        """Return where in the scene a group has its title, or will have it; None where unseen.

        Before the picture has a new group, it is above its cards: what is typed meanwhile is its
        title, and not written on a card.
        """
        halo = next(iter(self._view.map_scene.halos_of(group)), None)
        if halo and halo.title_rect:
            return halo.title_rect
        if halo:
            return QRectF(halo.pos() + QPointF(6, 2), _TITLE)
        cards = self._view.map_scene.rect_around(members(self._view.session.argument_map, group))
        return None if cards.isNull() else QRectF(cards.topLeft() - QPointF(0, 14), _TITLE)
