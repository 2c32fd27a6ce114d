"""Which items stand out: selected, pointed at, lit up, or where a drop would fall."""

from __future__ import annotations

from argmap.desktop.canvas.scene.items import State
from argmap.desktop.canvas.scene.map_scene import Scene
from argmap.desktop.session import Session


class Spotlight:
    """Shows on a stage what stands out."""

    def __init__(self, session: Session, stage: Scene) -> None:
        self._session = session
        self._stage = stage
        self._pointed = ""
        self._target = ""
        session.lit.connect(self.refresh)

    def point_at(self, id_: str) -> None:
        """Show what the pointer is over."""
        if id_ != self._pointed:
            self._pointed = id_
            self.refresh()

    def aim_at(self, id_: str) -> None:
        """Show on what a drop would fall."""
        if id_ != self._target:
            self._target = id_
            self.refresh()

    def refresh(self) -> None:
        """Look again at what is selected, and at a new picture."""
        chosen, light = set(self._session.selection), self._session.light
        self._stage.stand_out(
            {
                id_: State(
                    selected=id_ in chosen,
                    current=id_ == self._session.current,
                    pointed=id_ == self._pointed,
                    target=id_ == self._target,
                    lit=id_ in light,
                )
                for id_ in chosen | light | {self._pointed, self._target}
                if id_
            }
        )
