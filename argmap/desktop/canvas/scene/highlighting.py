"""Which items are highlighted: selected, pointed at, lit up, or where a drop would fall."""

from __future__ import annotations

from argmap.desktop.canvas.scene.item import Highlight
from argmap.desktop.canvas.scene.map_scene import MapScene
from argmap.desktop.session import Session


class Highlighting:
    """Shows in a scene what is selected in the session, and what the pointer is over."""

    def __init__(self, session: Session, map_scene: MapScene) -> None:
        self._session = session
        self._map_scene = map_scene
        self._hovered = ""
        self._drop_target = ""
        session.selection_changed.connect(self.refresh)
        session.highlight_changed.connect(self.refresh)

    def set_hovered(self, id_: str) -> None:
        """Highlight what the pointer is over; an empty string for nothing."""
        if id_ != self._hovered:
            self._hovered = id_
            self.refresh()

    def set_drop_target(self, id_: str) -> None:
        """Highlight on what a drop would fall; an empty string for nothing."""
        if id_ != self._drop_target:
            self._drop_target = id_
            self.refresh()

    def refresh(self) -> None:
        """Highlight again, as after a new picture."""
        chosen, lit = set(self._session.selection), self._session.highlighted
        self._map_scene.set_highlights(
            {
                id_: Highlight(
                    selected=id_ in chosen,
                    current=id_ == self._session.current,
                    hovered=id_ == self._hovered,
                    drop_target=id_ == self._drop_target,
                    lit=id_ in lit,
                )
                for id_ in chosen | lit | {self._hovered, self._drop_target}
                if id_
            }
        )
