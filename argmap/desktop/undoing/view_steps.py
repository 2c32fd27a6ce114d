"""Steps that change how a map is seen and nothing of the map: undone in turn with its own steps.

The file stays clean. Each step remembers after how many steps of the document it was made; undo
takes back whichever came last.
"""

from __future__ import annotations

from collections.abc import Callable

from argmap.frozen import frozen


@frozen
class ViewStep:
    """Something the user did to the view: its name, and how it is taken back and done again."""

    name: str
    undo: Callable[[], None]
    redo: Callable[[], None]


def nothing() -> None:
    """Do nothing: a step that is no more once it was done again, or taken back."""


class ViewSteps:
    """The steps of the view between those of a document, whose number of steps is handed in."""

    def __init__(self) -> None:
        self._done: list[tuple[int, ViewStep]] = []
        self._undone: list[tuple[int, ViewStep]] = []

    def add(self, step: ViewStep, at: int) -> None:
        """Take note of a step that has been made after so many steps of the document."""
        self._done.append((at, step))
        self._undone.clear()

    def offer_redo(self, step: ViewStep, at: int) -> None:
        """Take note of what was taken back elsewhere, and of how it is done again."""
        self._undone.append((at, step))

    def document_changed(self) -> None:
        """Forget what cannot be redone, since the document took a new step."""
        self._undone.clear()

    def forget(self) -> None:
        """Forget all of them, as for another map."""
        self._done.clear()
        self._undone.clear()

    def next_undo(self, at: int) -> str:
        """Return the name of the step of the view that undo takes back now, or nothing."""
        return self._done[-1][1].name if self._done and self._done[-1][0] == at else ""

    def next_redo(self, at: int) -> str:
        """Return the name of the step of the view that redo does again now, or nothing."""
        return self._undone[-1][1].name if self._undone and self._undone[-1][0] == at else ""

    def undo(self, at: int) -> bool:
        """Take back the last step if it is one of the view; whether it was."""
        if not self.next_undo(at):
            return False
        self._undone.append(self._done.pop())
        self._undone[-1][1].undo()
        return True

    def redo(self, at: int) -> bool:
        """Do again what was undone last if it was a step of the view; whether it was."""
        if not self.next_redo(at):
            return False
        step = self._undone.pop()
        if step[1].undo is not nothing:
            self._done.append(step)
        step[1].redo()
        return True
