"""The objects that stand for cards and arrows where Qt wants a QObject, and what it is told.

Each card of the picture, and after them each arrow, is an accessible object below the view's, in
the order of the file. Objects are made when they are asked for.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface

from argmap.desktop.canvas.view.map_view import MapView


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
        self.order: tuple[str, ...] = ()
        self.index: dict[str, int] = {}
        self._proxies: dict[str, ItemProxy] = {}
        view.session.selection_changed.connect(self._selection_changed)
        view.session.marks_changed.connect(self._marks_changed)

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
        order = (*picture.card_by_id, *picture.arrow_by_id)
        if order == self.order:
            return
        self.order = order
        self.index = {id_: index for index, id_ in enumerate(order)}
        for id_ in self._proxies.keys() - self.index.keys():
            self._proxies.pop(id_).deleteLater()
        self._tell(self.view, QAccessible.Event.ObjectReorder)
        # A card that was just made is selected before it is in the picture, so it is told now.
        self.tell_focus()

    def tell_focus(self) -> None:
        """Tell to which card the keys go now."""
        current = self.current
        if self.view.hasFocus() and current in self.index:
            self._tell(self._proxy(current), QAccessible.Event.Focus)

    def _selection_changed(self) -> None:
        self._tell_of_current(QAccessible.Event.Selection)
        self.tell_focus()

    def _marks_changed(self) -> None:
        self._tell_of_current(QAccessible.Event.DescriptionChanged)

    def _tell_of_current(self, event: QAccessible.Event) -> None:
        current = self.current
        if current in self.index:
            self._tell(self._proxy(current), event)

    def _proxy(self, id_: str) -> ItemProxy:
        if id_ not in self._proxies:
            self._proxies[id_] = ItemProxy(self.view, id_)
        return self._proxies[id_]

    def _tell(self, thing: QObject, event: QAccessible.Event) -> None:
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(thing, event))
