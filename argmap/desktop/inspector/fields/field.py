"""What a field of the inspector is: a row of a table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from argmap.desktop.inspector.fields.editor import Editor
from argmap.desktop.notices.notice import Notice
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.model.history.patch import Patch

Choices = Callable[[ArgumentMap, Any], tuple[tuple[object, str], ...]]
Write = Callable[[ArgumentMap, Any, Any], ArgumentMap]


def _nothing(_done: Patch) -> None:
    """Tell nothing."""


@frozen
class Field:
    """One field: its label, the attribute it shows (`style.theme`), and its sort of editor.

    `choices` gives values with their words from the map and the item (None where there is none
    yet); `write` sets the field where more than the item changes or not every value will do, of
    the item with an id or of a cite; `told` gives a notice of what else came of that, or none;
    `shared` fields can be set for several items at once.
    """

    label: str
    name: str
    editor: Callable[[str], Editor]
    choices: Choices | None = None
    write: Write | None = None
    shared: bool = False
    told: Callable[[Patch], Notice | None] = _nothing

    @property
    def step(self) -> str:
        """The name of the step that changes it."""
        return f"Set {self.label.lower()}"

    def put(self, argument_map: ArgumentMap, id_: str, value: object) -> ArgumentMap:
        """Set the field of an item."""
        if self.write:
            return self.write(argument_map, id_, value)
        return edit.set_fields(argument_map, id_, **{self.name: value})


@frozen
class Link:
    """A row of buttons that lead to other items: its label, which they are for an id, and a tip."""

    label: str
    ids: Callable[[ArgumentMap, str], tuple[str, ...]]
    tip: str
