"""A map that is being worked on: what it is now, what it was, and the text it is kept as.

An edit computes a whole new map with a function of this package and hands it to `do`. The
document finds the difference, lets the text follow, remembers both as one step, and tells its
listeners. Undo applies the inverses, of the map's patch and of the text's edit, so comments and
quoting come back with what they belong to.

How a map is written as text is not known here: the text comes in as a `LiveText`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, Self, TypeVar

from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import Patch, diff


class Reversible(Protocol):
    """A change of a text."""

    def inverse(self) -> Self:
        """Return the change that takes this one back."""


Edit = TypeVar("Edit", bound=Reversible)


class LiveText(Protocol[Edit]):
    """The text of a map, which follows its edits."""

    @property
    def modified(self) -> bool:
        """Whether the text differs from what was last read or saved, byte for byte."""

    def edit(self, patch: Patch, before: ArgumentMap, after: ArgumentMap) -> Edit:
        """Return the change of the text that a change of the map asks for; change nothing yet."""

    def apply(self, edit: Edit) -> None:
        """Change the text."""


@frozen
class UndoStep(Generic[Edit]):
    """One thing the user did: its name, and how map and text changed."""

    name: str
    patch: Patch
    edit: Edit


Listener = Callable[[Patch], None]


class Document(Generic[Edit]):
    """A map with its text and its history."""

    def __init__(self, argument_map: ArgumentMap, text: LiveText[Edit]) -> None:
        self._map = argument_map
        self._text = text
        self._done: list[UndoStep[Edit]] = []
        self._undone: list[UndoStep[Edit]] = []
        self._listeners: list[Listener] = []

    @property
    def argument_map(self) -> ArgumentMap:
        """The map as it is now."""
        return self._map

    @property
    def modified(self) -> bool:
        """Whether saving would change a byte of the file."""
        return self._text.modified

    @property
    def done(self) -> tuple[str, ...]:
        """The names of the steps that can be undone, oldest first."""
        return tuple(step.name for step in self._done)

    @property
    def undone(self) -> tuple[str, ...]:
        """The names of the steps that can be redone, the next one last."""
        return tuple(step.name for step in self._undone)

    def listen(self, listener: Listener) -> None:
        """Call the listener with each patch, after the map has changed."""
        self._listeners.append(listener)

    def do(self, name: str, after: ArgumentMap) -> Patch:
        """Make `after` the map, as one step of that name, and return what changed.

        An edit that changes nothing is no step; its patch is empty.
        """
        patch = diff(self._map, after)
        if patch:
            edit = self._text.edit(patch, self._map, after)
            self._text.apply(edit)
            self._map = after
            self._done.append(UndoStep(name, patch, edit))
            self._undone.clear()
            self._tell(patch)
        return patch

    def undo(self) -> Patch:
        """Take the last step back and return what changed: an empty patch where there is none."""
        return self._shift(self._done, self._undone, back=True)

    def redo(self) -> Patch:
        """Do again what was last undone and return what changed: an empty patch for nothing."""
        return self._shift(self._undone, self._done, back=False)

    def _shift(
        self, source: list[UndoStep[Edit]], onto: list[UndoStep[Edit]], *, back: bool
    ) -> Patch:
        if not source:
            return Patch()
        step = source[-1]
        patch = step.patch.inverse() if back else step.patch
        self._text.apply(step.edit.inverse() if back else step.edit)
        self._map = patch.apply(self._map)
        onto.append(source.pop())
        self._tell(patch)
        return patch

    def _tell(self, patch: Patch) -> None:
        for listener in self._listeners:
            listener(patch)
