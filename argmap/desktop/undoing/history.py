"""What undo and redo do in a window: steps of the document, and those of the view between them.

With each step of the document it is kept what was selected before it, and what the reader said of
the text after it, so that both come back. While a text cannot be read the document stays as it is,
and what is typed are steps of the text alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from argmap.desktop.undoing.held_text import HeldText
from argmap.desktop.undoing.view_steps import (
    Show,
    TextGivenUp,
    TextStep,
    ViewStep,
    ViewSteps,
)
from argmap.errors import Problem
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.document import Document
from argmap.model.history.patch import Patch
from argmap.model.integrity import structural
from argmap.store.file_text import TextEdit
from argmap.store.yaml_file import Reading

Problems = tuple[Problem, ...]

WRITE = "Write in the text"
"""The name of the step of what was typed in the text of the map."""


def told_by(reading: Reading) -> Problems:
    """Return what the reader told that cannot be seen in the map itself."""
    live = {(p.code, p.ids) for p in structural(reading.argument_map)}
    return tuple(p for p in reading.problems if (p.code, p.ids) not in live)


def told_of_typed(reading: Reading) -> Problems:
    """Return the same of a text that is typed, where the reader's repairs are made at once."""
    repaired = {(repair.code, repair.line + 1) for repair in reading.repairs}
    return tuple(p for p in told_by(reading) if (p.code, p.where.line) not in repaired)


@frozen
class Written:
    """A text that was written by hand and read.

    That is the map it was read to, what makes it of the text before, and what the reader told.
    """

    after: ArgumentMap
    edit: TextEdit
    told: Problems


def _others(argument_map: ArgumentMap, texts: Iterable[Written]) -> Iterator[Written]:
    """Return the texts that are others than the one before."""
    for text in texts:
        if text.edit or text.after != argument_map:
            yield text
        argument_map = text.after


@frozen
class _Making:
    """Steps that are being made: how many there were, what was selected, and what each told."""

    steps: int
    selected: tuple[str, ...]
    told: Sequence[Problems]


@frozen
class _Run:
    """What a run of typing has come to: the number of the step it made, and that of the text."""

    step: int = -1
    text: TextStep | None = None


class History:
    """The steps of one document and of how it is seen."""

    def __init__(self, document: Document[TextEdit], told: Problems, show: Show) -> None:
        self._document = document
        self._show = show
        self._view_steps = ViewSteps()
        self._making: _Making | None = None
        self._run = _Run()
        self._selected: list[tuple[str, ...]] = []
        self._told = [told]
        document.listen(self._follow)

    @property
    def told(self) -> Problems:
        """What the reader said of the text as it is now."""
        return self._told[self._steps]

    @property
    def undo_name(self) -> str:
        """The name of the step that undo takes back, of the map or of the view; or nothing."""
        done = self._document.done
        return self._view_steps.next_undo(len(done)) or (done[-1] if done else "")

    @property
    def redo_name(self) -> str:
        """The name of the step that redo does again, or nothing."""
        undone = self._document.undone
        return self._view_steps.next_redo(self._steps) or (undone[-1] if undone else "")

    @property
    def held(self) -> HeldText | None:
        """The text that cannot be read, if the last step led to one."""
        step = self._view_steps.text_at(self._steps)
        return step.held if step else None

    def do(self, name: str, after: ArgumentMap, selected: tuple[str, ...]) -> Patch:
        """Make an edit, and return what it changed."""
        self._run = _Run()
        with self._stepping(selected, [self.told]):
            return self._document.do(name, after)

    def rewrite(
        self,
        name: str,
        texts: Sequence[Written],
        selected: tuple[str, ...],
        *,
        joined: bool,
    ) -> Patch:
        """Take over texts written by hand one after the other, each as a step.

        The first is one step with the last one made by hand, if it is `joined`.
        """
        self._join(joined=joined)
        before = self._steps
        joined = self._run.step == before and not self._view_steps.text_at(before)
        others = list(_others(self._document.argument_map, texts))
        with self._stepping(selected, [text.told for text in others]):
            whole = [(text.after, text.edit) for text in others]
            patch = self._document.rewrite(name, whole, joined=joined)
        if others:
            one_each = before + len(others) - joined
            self._run = _Run(self._steps if self._steps == one_each else -1)
        if self.held:
            self._add_text(None)
        return patch

    def hold(self, held: HeldText, *, joined: bool) -> None:
        """Make a step of a text that cannot be read, or of the last one by hand, if `joined`."""
        self._join(joined=joined)
        self._add_text(held)

    def _join(self, *, joined: bool) -> None:
        """Let the step of a text go that is one with what comes now."""
        last = self._view_steps.text_at(self._steps)
        if not joined:
            self._run = _Run()
        unread = last and last.held and not last.held.problem
        self._view_steps.drop_last(last if unread or last is self._run.text else None)

    def _add_text(self, held: HeldText | None) -> None:
        text = TextStep(WRITE, self.held, held, self._show)
        self._run = _Run(self._run.step, text)
        self._view_steps.add(text, self._steps)
        self._document.go_on()

    def add_view_step(self, step: ViewStep) -> None:
        """Take note of a step of the view that has been made."""
        self._view_steps.add(step, self._steps)

    def give_up(self, step: TextGivenUp, *, undone: bool) -> None:
        """Take note of a text that was given up, as a step that is done or one that is undone."""
        self._view_steps.give_up(step, self._steps, undone=undone)

    def forget_text(self, text: str) -> None:
        """Forget the step of a text that was given up."""
        self._view_steps.forget_text(text)

    def goes_on(self) -> bool:
        """Whether steps of the map were undone and can be done again."""
        return bool(self._document.undone)

    def undo(self, *, passing: bool = False) -> tuple[Patch, tuple[str, ...]] | None:
        """Take the last step back; return what changed and was selected, None for the view.

        Who is `passing` brings back no text that was given up.
        """
        self._run = _Run()
        if self._view_steps.undo(self._steps, passing=passing):
            return None
        patch = self._document.undo()
        if held := self.held:
            self._show(held)
        return patch, self._selected[self._steps] if patch else ()

    def redo(self, *, passing: bool = False) -> tuple[Patch, tuple[str, ...]] | None:
        """Do again what was undone last; return as `undo` does."""
        self._run = _Run()
        if self._view_steps.redo(self._steps, passing=passing):
            return None
        if self.held and self._document.undone:
            self._show(None)
        patch = self._document.redo()
        return patch, self._selected[self._steps - 1] if patch else ()

    @property
    def _steps(self) -> int:
        return len(self._document.done)

    @contextmanager
    def _stepping(self, selected: tuple[str, ...], told: Sequence[Problems]) -> Iterator[None]:
        self._making = _Making(self._steps, selected, told)
        try:
            yield
        finally:
            self._making = None

    def _follow(self, _patch: Patch) -> None:
        """Keep what belongs to steps that were just made, before anybody hears of them.

        The first may be one with the step before, or have taken that back.
        """
        if making := self._making:
            first = self._steps - len(making.told) + 1
            del self._selected[min(making.steps, first) :]
            self._selected += [making.selected] * (self._steps - len(self._selected))
            self._told[first:] = making.told
            self._view_steps.document_changed(self._steps)
