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


@frozen
class TextGivenUp:
    """A text that was typed and given up, `dropped` by hand or else taken back by undo.

    Undo and redo both type it again, and then it is no step: it becomes one as it is given up, or
    put away by who goes on. Who passes by leaves it as it is.
    """

    text: str
    undo: Callable[[], None]
    redo: Callable[[], None]
    dropped: bool
    name: str = "Drop text"


Step = ViewStep | TextStep | TextGivenUp


class ViewSteps:
    """The steps of the view between those of a document, whose number of steps is handed in."""

    def __init__(self) -> None:
        self._done: list[tuple[int, Step]] = []
        self._undone: list[tuple[int, Step]] = []

    def add(self, step: ViewStep | TextStep, at: int) -> None:
        """Take note of a step that has been made after so many steps of the document."""
        self._done.append((at, step))
        self._undone.clear()

    def give_up(self, step: TextGivenUp, at: int, *, undone: bool) -> None:
        """Take note of a text that was given up, as a step that is done or one that is undone."""
        (self._undone if undone else self._done).append((at, step))

    def forget_text(self, text: str) -> None:
        """Forget the step of a text that was given up: it is typed again."""
        for steps in (self._done, self._undone):
            steps[:] = [(at, s) for at, s in steps if not _is_text(s, text)]

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
        if not self._undone or self._undone[-1][0] != at:
            return ""
        step = self._undone[-1][1]
        return "Typing" if isinstance(step, TextGivenUp) else step.name

    def undo(self, at: int, *, passing: bool = False) -> bool:
        """Take back the last step if it is one of the view; whether it was.

        Who is `passing` brings back no text that was given up.
        """
        if not self.next_undo(at):
            return False
        step = self._done.pop()[1]
        if _moves(step, self._undone, at, passing=passing):
            step.undo()
        return True

    def redo(self, at: int, *, passing: bool = False) -> bool:
        """Do again what was undone last if it was a step of the view; whether it was."""
        if not self.next_redo(at):
            return False
        step = self._undone.pop()[1]
        if _moves(step, self._done, at, passing=passing):
            step.redo()
        return True


def _moves(step: Step, onto: list[tuple[int, Step]], at: int, *, passing: bool) -> bool:
    """Put a step onto the others, if it stays one; whether it is to be taken back or done again."""
    is_text = isinstance(step, TextGivenUp)
    if passing or not is_text:
        onto.append((at, step))
    return not (passing and is_text)


def _is_text(step: Step, text: str) -> bool:
    return isinstance(step, TextGivenUp) and step.text == text
