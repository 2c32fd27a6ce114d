"""Steps that change how a map is seen and nothing of the map: undone in turn with its own steps.

The file stays clean. Each step remembers after how many steps of the document it was made; undo
takes back whichever came last. A text that cannot be read makes no step of the document, so the
steps of writing it stand here as well.
"""

from __future__ import annotations

from collections.abc import Callable

from argmap.desktop.undoing.held_text import HeldText
from argmap.frozen import frozen

Show = Callable[[HeldText | None], None]
"""Shows a text that cannot be read, or that of the map instead."""


@frozen
class ViewStep:
    """Something the user did to the view: its name, and how it is taken back and done again."""

    name: str
    undo: Callable[[], None]
    redo: Callable[[], None]


@frozen
class TextStep:
    """What was typed up to a text that cannot be read; `held` is None for the map's own again."""

    name: str
    before: HeldText | None
    held: HeldText | None
    show: Show

    def undo(self) -> None:
        """Show the text as it was before."""
        self.show(self.before)

    def redo(self) -> None:
        """Show the text as it was after."""
        self.show(self.held)


def nothing() -> None:
    """Do nothing: a step that is no more once it was done again, or taken back."""


class ViewSteps:
    """The steps of the view between those of a document, whose number of steps is handed in."""

    def __init__(self) -> None:
        self._done: list[tuple[int, ViewStep | TextStep]] = []
        self._undone: list[tuple[int, ViewStep | TextStep]] = []

    def add(self, step: ViewStep | TextStep, at: int) -> None:
        """Take note of a step that has been made after so many steps of the document."""
        self._done.append((at, step))
        self._undone.clear()

    def offer_redo(self, step: ViewStep, at: int) -> None:
        """Take note of what was taken back elsewhere, and of how it is done again."""
        self._undone.append((at, step))

    def text_at(self, at: int) -> TextStep | None:
        """Return the last step of a text among those that were made after so many steps."""
        found = (step for steps, step in reversed(self._done) if steps == at)
        return next((step for step in found if isinstance(step, TextStep)), None)

    def drop_last(self, step: TextStep | None) -> None:
        """Forget a step, if it is the last one that was made, as another stands for it now."""
        if step and self._done and self._done[-1][1] is step:
            self._done.pop()

    def document_changed(self, at: int) -> None:
        """Take note that a step of the document was made, or gave way: there are so many now.

        What was undone cannot be redone any more.
        """
        self._undone.clear()
        self._done = [(min(steps, at), step) for steps, step in self._done]

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
