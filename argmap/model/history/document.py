"""A map that is being worked on: what it is now, what it was, and the text it is kept as.

An edit computes a whole new map with a function of this package and hands it to `do`. The
document finds the difference, lets the text follow, remembers both as one step, and tells its
listeners. Undo applies the inverses, of the map's patch and of the text's edit, so comments and
quoting come back with what they belong to.

The text can also be written by hand: then it is read, and its change and that of the map are handed
in together (`rewrite`), even where the map stays as it is. What is typed in one go is one step.

How a map is written as text is not known here: the text comes in as a `LiveText`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import reduce
from typing import Generic, Protocol, Self, TypeVar

from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import Patch, diff


class Reversible(Protocol):
    """A change of a text; one that changes nothing is false."""

    def __bool__(self) -> bool:
        """Whether it changes anything."""

    def inverse(self) -> Self:
        """Return the change that takes this one back."""

    def then(self, other: Self, /) -> Self:
        """Return both changes as one, this one first."""


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
    """One thing the user did: its name, and how map and text changed.

    `unread` are the ids of what could not be read in the text, before and after.
    """

    name: str
    patch: Patch
    edit: Edit
    unread: tuple[frozenset[str], frozenset[str]]

    def inverse(self) -> UndoStep[Edit]:
        """Return the step that takes this one back."""
        before, after = self.unread
        return UndoStep(self.name, self.patch.inverse(), self.edit.inverse(), (after, before))


Listener = Callable[[Patch], None]


class Document(Generic[Edit]):
    """A map with its text and its history."""

    def __init__(self, argument_map: ArgumentMap, text: LiveText[Edit]) -> None:
        self._map = argument_map
        self._text = text
        self._done: list[UndoStep[Edit]] = []
        self._undone: list[UndoStep[Edit]] = []
        self._listeners: list[Listener] = []
        self.last_edit: Edit | None = None
        self.shifting = False
        """Whether a step is being taken back or done again, while listeners hear of it."""

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
            step = UndoStep(name, patch, edit, (self._map.unread, after.unread))
            self._become(after, [edit])
            self._done.append(step)
            self._tell(patch)
        return patch

    def rewrite(
        self, name: str, texts: Sequence[tuple[ArgumentMap, Edit]], *, joined: bool = False
    ) -> Patch:
        """Take over texts written by hand one after the other, each with the map it was read to.

        Each is a step, and what makes it of the one before is its edit. If the first is `joined`
        to the last step it is one with it; where both together change nothing, there is none.
        Listeners hear once of all that changed, and the patch of that may be empty.
        """
        begun, now = self._map, self._map
        steps, edits = list[UndoStep[Edit]](), list[Edit]()
        joined = joined and bool(self._done)
        for after, edit in texts:
            patch = diff(now, after)
            if not patch and not edit:
                continue
            step = UndoStep(name, patch, edit, (now.unread, after.unread))
            steps.append(step if edits or not joined else self._with_last(step, after))
            edits.append(edit)
            now = after
        patch = diff(begun, now)
        if edits:
            self._become(now, edits)
            if joined:
                self._done.pop()
            self._done += [step for step in steps if step.patch or step.edit]
            self._tell(patch)
        return patch

    def _with_last(self, step: UndoStep[Edit], after: ArgumentMap) -> UndoStep[Edit]:
        """Return a step and the last one as one."""
        last = self._done[-1]
        whole = diff(last.patch.inverse().apply(self._map), after)
        return UndoStep(step.name, whole, last.edit.then(step.edit), (last.unread[0], after.unread))

    def _become(self, after: ArgumentMap, edits: Sequence[Edit]) -> None:
        """Take over what was never done before; what was undone is forgotten."""
        self._put(after, edits)
        self.go_on()

    def _put(self, after: ArgumentMap, edits: Sequence[Edit]) -> None:
        """Change map and text; where an edit does not fit, neither is changed, nor the history."""
        for edit in edits:  # one by one, or the steps might not fit what they leave of each other
            self._text.apply(edit)
        self._map = after
        self.last_edit = reduce(lambda one, other: one.then(other), edits)

    def _tell(self, patch: Patch) -> None:
        for listener in self._listeners:
            listener(patch)

    def undo(self) -> Patch:
        """Take the last step back and return what changed: an empty patch where there is none."""
        return self._shift(self._done, self._undone, back=True)

    def go_on(self) -> None:
        """Forget what was undone, as something else was done instead."""
        self._undone.clear()

    def redo(self) -> Patch:
        """Do again what was last undone and return what changed: an empty patch for nothing."""
        return self._shift(self._undone, self._done, back=False)

    def _shift(
        self, source: list[UndoStep[Edit]], onto: list[UndoStep[Edit]], *, back: bool
    ) -> Patch:
        if not source:
            return Patch()
        step = source[-1].inverse() if back else source[-1]
        after = step.patch.apply(self._map)
        if after.unread != step.unread[1]:
            after = replace(after, unread=step.unread[1])
        self._put(after, [step.edit])
        onto.append(source.pop())
        self.shifting = True
        try:
            self._tell(step.patch)
        finally:
            self.shifting = False
        return step.patch
