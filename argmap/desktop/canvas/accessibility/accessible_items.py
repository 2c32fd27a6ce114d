"""The objects that stand for cards and arrows where Qt wants a QObject, and what it is told.

Each card of the picture, and after them each arrow, is an accessible object below the view's, in
the order of the file. Objects are made when they are asked for, and the order is looked at when
somebody asks, as most people have no screen reader.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface

from argmap.desktop.canvas.view.map_view import MapView
from argmap.drawing.picture import Picture


class ItemProxy(QObject):
    """What stands for a card or an arrow."""

    def __init__(self, view: MapView, id_: str) -> None:
        super().__init__(view)
        self.view = view
        self.id = id_


class AccessibleItems(QObject):
    """The cards and arrows of one view in their order; it tells a screen reader of changes."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self.view = view
        self._of: Picture | None = None
        self._last: Picture | None = None
        self._order: tuple[str, ...] = ()
        self._index: dict[str, int] = {}
        self._proxies: dict[str, ItemProxy] = {}
        view.session.selection_changed.connect(self._selection_changed)
        view.session.marks_changed.connect(self._marks_changed)

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of the cards and arrows, in their order."""
        self._put_in_order()
        return self._order

    @property
    def index(self) -> Mapping[str, int]:
        """Where in that order each of them stands."""
        self._put_in_order()
        return self._index

    def interface(self, id_: str) -> QAccessibleInterface:
        """Return the accessible object of a card or arrow."""
        return QAccessible.queryAccessibleInterface(self._proxy(id_))

    @property
    def current(self) -> str:
        """The id of the card or arrow that the keys are about."""
        return self.view.session.seen_as(self.view.session.current)

    def picture_shown(self) -> None:
        """Take note of a new picture."""
        picture = self.view.map_scene.picture
        if picture is None:
            return
        for id_ in [id_ for id_ in self._proxies if not self._shown(id_)]:
            self._proxies.pop(id_).deleteLater()
        before, self._last = self._last, picture
        if not QAccessible.isActive() or (before and _order(before) == self.order):
            return
        self._tell(self.view, QAccessible.Event.ObjectReorder)
        # A card that was just made is selected before it is in the picture, so it is told now.
        self.tell_focus()

    def tell_focus(self) -> None:
        """Tell to which card the keys go now."""
        if self.view.hasFocus():
            self._tell_of(self.current, QAccessible.Event.Focus)

    def _selection_changed(self) -> None:
        self._tell_of_current(QAccessible.Event.Selection)
        self.tell_focus()

    def _marks_changed(self) -> None:
        self._tell_of_current(QAccessible.Event.DescriptionChanged)

    def _tell_of_current(self, event: QAccessible.Event) -> None:
        self._tell_of(self.current, event)

    def _tell_of(self, id_: str, event: QAccessible.Event) -> None:
        """Tell of a card or arrow; nothing stands for it where nobody listens."""
        if QAccessible.isActive() and self._shown(id_):
            self._tell(self._proxy(id_), event)

    def _shown(self, id_: str) -> bool:
        picture = self.view.map_scene.picture
        return picture is not None and (id_ in picture.card_by_id or id_ in picture.arrow_by_id)

    def _put_in_order(self) -> None:
        """Take the order from the picture, if it is another one by now."""
        picture = self.view.map_scene.picture
        if picture is not None and picture is not self._of:
            self._of = picture
            self._order = _order(picture)
            self._index = {id_: index for index, id_ in enumerate(self._order)}

    def _proxy(self, id_: str) -> ItemProxy:
        if id_ not in self._proxies:
            self._proxies[id_] = ItemProxy(self.view, id_)
        return self._proxies[id_]

    def _tell(self, thing: QObject, event: QAccessible.Event) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(thing, event))


def _order(picture: Picture) -> tuple[str, ...]:
    return (*picture.card_by_id, *picture.arrow_by_id)
