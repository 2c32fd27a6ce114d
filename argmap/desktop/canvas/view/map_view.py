"""A view of the picture of a session's map: what lies where, and which card is next to which.

This is what gestures, editing, tour and the other helpers of the canvas know of it. It decides
nothing: `Canvas` puts the helpers together, and they never see it.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor

from argmap.desktop.appearance import Appearance
from argmap.desktop.canvas.scene.arrow_item import ArrowItem
from argmap.desktop.canvas.scene.card_item import CardItem
from argmap.desktop.canvas.scene.halo_item import HaloItem
from argmap.desktop.canvas.scene.highlighting import Highlighting
from argmap.desktop.canvas.scene.map_scene import MapScene
from argmap.desktop.canvas.view import arrow_keys
from argmap.desktop.canvas.view.zoom_view import ZoomView
from argmap.desktop.session import Session
from argmap.desktop.widgets.keys.key_repeat import KeyRepeat


class MapView(ZoomView):
    """Shows a `MapScene`; ids are those of statements (cards) and relations (arrows)."""

    def __init__(self, session: Session, appearance: Appearance, map_scene: MapScene) -> None:
        super().__init__()
        self.session = session
        self.appearance = appearance
        self.map_scene = map_scene
        self.key_repeat = KeyRepeat()
        """Of the keys that are pressed here, or where a card is written: the same key may be."""
        self.highlighting = Highlighting(session, map_scene)
        map_scene.title_of = self._title_of
        self.setScene(map_scene)
        self._paint_ground()
        appearance.changed.connect(self._paint_ground)

    @property
    def accent(self) -> QColor:
        """The colour of what is selected, and of the signs of what is being done."""
        return QColor(self.appearance.theme.lines["selection"])

    def card_at(self, at: QPoint) -> str:
        """Return the id of the card at a point of the viewport, or an empty string."""
        return next((i.id for i in self.items(at) if isinstance(i, CardItem)), "")

    def item_at(self, at: QPoint) -> str:
        """Return the id of the card, else of the arrow, at a point of the viewport, or ""."""
        found = next((i.id for i in self.items(at) if isinstance(i, ArrowItem)), "")
        return self.card_at(at) or found

    def halo_at(self, at: QPoint) -> HaloItem | None:
        """Return the innermost halo at a point of the viewport where no card or arrow is."""
        if self.item_at(at):
            return None
        return next((i for i in self.items(at) if isinstance(i, HaloItem)), None)

    def rect_of(self, id_: str) -> QRectF | None:
        """Return the rectangle of a card or dot in the scene; None for what is not there.

        Of what is in a folded group, it is that of the group's card.
        """
        return self.map_scene.rect_of(id_) or self.map_scene.rect_of(self.session.seen_as(id_))

    def place_of(self, id_: str) -> QRectF | None:
        """Return where in the scene something is, or will be once nothing glides any more."""
        scene = self.map_scene
        return scene.rect_at_rest(id_) or scene.rect_at_rest(self.session.seen_as(id_))

    def is_in_view(self, id_: str) -> bool:
        """Whether any of a card or arrow is in view."""
        place, room = self.place_of(id_), QRectF(self.viewport().rect())
        return place is not None and room.intersects(self.rect_to_viewport(place))

    def center_on(self, id_: str) -> None:
        """Scroll a card or arrow to the middle."""
        rect = self.rect_of(id_)
        if rect:
            self.centerOn(rect.center())

    def next_card(self, start: str, heading: arrow_keys.Heading) -> str:
        """Return the card that lies next to a card or arrow in a direction, or an empty string."""
        start = self.session.seen_as(start)
        here = self.rect_of(start)
        if here is None:
            return ""
        others = (
            (id_, (card.scene_rect.center().x(), card.scene_rect.center().y()))
            for id_, card in self.map_scene.cards.items()
            if id_ != start
        )
        return arrow_keys.next_card((here.center().x(), here.center().y()), others, heading)

    def _title_of(self, id_: str) -> str:
        """Return what a card says when there is room for a few words: its title, else its text."""
        argument_map = self.session.argument_map
        group, statement = argument_map.group_by_id.get(id_), argument_map.statement_by_id.get(id_)
        return group.name if group else statement.brief if statement else ""

    def _paint_ground(self) -> None:
        self.setBackgroundBrush(QColor(self.appearance.theme.background))
