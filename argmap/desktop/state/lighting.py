"""What shines on the picture of a map, and what stands on its cards: not of the map itself."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from argmap.desktop.state.switchboard import Switchboard
from argmap.drawing.marks import NO_MARKS, Marks, merged

LAYERS = ("evaluation", "critique")
"""Who puts marks on the picture; of two badges on a card that of the first stands first."""


class Lighting(Switchboard):
    """The marks and lights of a session."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.darken()

    def darken(self) -> None:
        """Forget all marks and lights, as for another map."""
        self.marks: Marks = NO_MARKS
        self._layers: dict[str, Marks] = dict.fromkeys(LAYERS, NO_MARKS)
        self.highlighted: frozenset[str] = frozenset()
        self._lights: dict[str, frozenset[str]] = {}

    def set_marks(self, layer: str, marks: Marks) -> None:
        """Show other marks of one of the `LAYERS` on the picture; those of the others stay."""
        if marks != self._layers[layer]:
            self._layers[layer] = marks
            self.marks = merged(self._layers[name] for name in LAYERS)
            self.marks_changed.emit()

    def highlight(self, ids: Iterable[str], light: str = "chain") -> None:
        """Let these shine, as a chain of reasons; none ends it. Each of the lights has a name."""
        self._lights[light] = frozenset(ids)
        lit = frozenset().union(*self._lights.values())
        if lit != self.highlighted:
            self.highlighted = lit
            self.highlight_changed.emit()
