"""Which items are highlighted: selected, pointed at, lit up, or where a drop would fall."""

from __future__ import annotations

from argmap.desktop.canvas.scene.item import Highlight
from argmap.desktop.canvas.scene.map_scene import MapScene
from argmap.desktop.session import Session
from argmap.model.groups import members

_LIT = Highlight(lit=True)


class Highlighting:
    """Shows in a scene what is selected in the session, and what the pointer is over."""

    def __init__(self, session: Session, map_scene: MapScene) -> None:
        self._session = session
        self._map_scene = map_scene
        self._hovered = ""
        self._drop_target = ""
        self._written = ""
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

    def set_written(self, id_: str) -> None:
        """Paint no ring around what is being written: its editor has one, and may be larger."""
        if id_ != self._written:
            self._written = id_
            self.refresh()

    def refresh(self) -> None:
        """Highlight again, as after a new picture."""
        chosen, lit = set(self._session.selection), self._session.highlighted
        chosen |= self._whole_groups(chosen) | set(map(self._session.seen_as, chosen))
        lit |= self._session.groups.standing_for(lit)
        current = self._session.seen_as(self._session.current)
        highlights = dict.fromkeys(lit, _LIT)
        highlights |= {
            id_: Highlight(
                selected=id_ in chosen,
                current=id_ == current,
                hovered=id_ == self._hovered,
                drop_target=id_ == self._drop_target,
                lit=id_ in lit,
            )
            for id_ in chosen | {self._hovered, self._drop_target}
        }
        for id_ in ("", self._written):
            highlights.pop(id_, None)
        self._map_scene.set_highlights(highlights)

    def _whole_groups(self, chosen: set[str]) -> set[str]:
        """Return the groups of which all cards are selected, and nothing else is."""
        if not chosen:
            return set()
        argument_map = self._session.argument_map
        return {
            group.id
            for group in argument_map.groups
            if set(members(argument_map, group.id)) == chosen
        }
