"""What one window is about: a document that is read and edited, and where it is kept.

Here the parts of the window meet: canvas, outline, inspector and bars each know the session and
never one another. It holds no widget.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject

from argmap.desktop.draft import Draft, folded_with, next_after, quoting
from argmap.desktop.notices.notice import PASSING, Remedy, not_kept, notice_of
from argmap.desktop.state.as_typed import AsTyped, EditMaker, made_by
from argmap.desktop.state.looking import Looking
from argmap.desktop.undoing.given_up import Back, GivenUpTexts
from argmap.desktop.undoing.held_text import HeldText, Typed, closing
from argmap.desktop.undoing.history import WRITE, History, Written, told_by
from argmap.desktop.undoing.typing_place import TypingPlace
from argmap.desktop.undoing.view_steps import ViewStep
from argmap.desktop.widgets.ending import Ending
from argmap.errors import ArgmapError, Problem, Severity
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.document import Document
from argmap.model.history.patch import Patch
from argmap.store.file_text import FileText
from argmap.store.yaml_file import Reading, dumps, read


def blank() -> Reading:
    """Return an empty map, as a file that holds nothing yet would be read."""
    return read(dumps(ArgumentMap()))


class Session(Looking):
    """A document in a window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.read_only = False
        self.held: HeldText | None = None
        self._reported: tuple[Problem, ...] = ()
        self.text: FileText
        self.open(blank())

    def open(self, reading: Reading, path: Path | None = None) -> None:
        """Make another document the one that the window is about."""
        self.text = reading.text
        self._look_at(Document(reading.argument_map, reading.text))
        self._history = History(self.document, told_by(reading), self._hold_again)
        self.document.listen(self._on_document_changed)
        self.path = path
        self.read_only = reading.read_only
        self._opened = reading.read_only, closing(reading.problems)
        self.held = None
        self._reported = ()
        self._typings.clear()
        self.drafted = None
        self.given_up = GivenUpTexts(self._history)
        self.opened.emit()
        self.selection_changed.emit()
        self.state_changed.emit()

    @property
    def untouched(self) -> bool:
        """Whether there is nothing here that another map could push out."""
        return not (self.path or self.modified or self.document.done)

    @property
    def told_problems(self) -> tuple[Problem, ...]:
        """What was said to be wrong: by the reader of the file, and by the last report."""
        return (*self._history.told, *self._reported)

    @property
    def modified(self) -> bool:
        """Whether there is anything that was not saved."""
        return not self.held.saved if self.held else self.document.modified

    @property
    def written(self) -> Typed:
        """The text as it stands in the window, whether it can be read or not."""
        return self.held or self.text

    @property
    def problem(self) -> Problem | None:
        """Why the text as it stands in the window makes no map that can be edited."""
        if self.held:
            return self.held.problem
        return self._opened[1] if self.read_only else None

    def hold(self, held: HeldText | None) -> None:
        """Take note of a text that is not the map's, or of none; while unreadable it locks it."""
        before, self.held = self.held, held
        self._lock()
        self.typing_changed.emit()
        if not (before and held and held.is_like(before)):
            self.held_changed.emit()
            self.state_changed.emit()

    def hold_as_step(self, held: HeldText, *, joined: bool, passed: bool = False) -> None:
        """Make a step of a text that was typed and cannot be read; one `passed` is gone by now."""
        self._history.hold(held.as_it_is(), joined=joined)
        if not passed:
            self.hold(held)

    def _hold_again(self, held: HeldText | None) -> None:
        """Take note of a text that undo has brought back; the file may hold it."""
        self.hold(held and replace(held, saved=self.text.is_saved(held.text())))

    @property
    def unread(self) -> bool:
        """Whether something was typed in the text that is still being read."""
        return bool(self.held and not self.held.problem)

    def settle(self) -> None:
        """Have what was typed in the text read at once, if it is not yet."""
        if self.unread:
            self.settle_requested.emit()

    def rewrite(self, texts: Sequence[Written], *, joined: bool, name: str = WRITE) -> Patch:
        """Take over texts written by hand, one after the other, each as a step."""
        self.held = None
        patch = self._history.rewrite(name, texts, self.selection, joined=joined)
        self.hold(None)
        return patch

    @property
    def why_read_only(self) -> str:
        """Why the map cannot be changed now, or nothing."""
        if self.held:
            return self.held.why_held
        return "The map is open read-only, so it cannot be changed." if self.read_only else ""

    def do(self, name: str, after: ArgumentMap, *, selecting: bool = True) -> Patch:
        """Make an edit; a new statement becomes the selected one, if `selecting`."""
        if self._refuses():
            return Patch()
        patch = self._history.do(name, after, self.selection)
        new = [c.id for c in patch.of("statements") if c.before is None]
        if new and selecting:
            self.select(new)
        return patch

    @property
    def undo_name(self) -> str:
        """The name of the step that undo takes back, of the map or of the view; or nothing."""
        return WRITE if self.unread else self._history.undo_name

    @property
    def redo_name(self) -> str:
        """The name of the step that redo does again, or nothing."""
        if self.given_up.shown:
            return self.given_up.redo_name
        return "" if self.unread or self.typing else self._history.redo_name

    def do_in_view(self, step: ViewStep) -> None:
        """Make a step that changes how the map is seen, not the map; undo takes it back."""
        step.redo()
        self._history.add_view_step(step)
        self.state_changed.emit()

    def leave_undone(self, name: str, after: ArgumentMap) -> None:
        """Let redo make an edit of what was typed and taken back by hand."""
        if not self.why_read_only and self._history.do(name, after, self.selection):
            self._history.undo()

    def commit_typing(self, *, going_on: bool = False) -> None:
        """Have what is being typed made an edit, but nothing that was only brought back."""
        if self._history.goes_on():
            self.given_up.put_away()
        super().commit_typing(going_on=going_on)

    def undo(self, *, passing: bool = False) -> None:
        """Take the last step back, be it of the map, of the view, or of a text that is held.

        What is being typed in a field is the last step then. Who is `passing` brings back no text.
        """
        self.settle()
        if self.given_up.put_away():
            return
        if not self.writing:
            self.commit_typing(going_on=True)
        if self.held and self.unread:
            self._history.hold(self.held.as_it_is(), joined=False)
        self._shifted(self._history.undo(passing=passing))

    def redo(self, *, passing: bool = False) -> None:
        """Do again what was undone last; a text that was brought back is given up again."""
        self.settle()
        if self.given_up.redo_name:
            self.given_up.put_away(forward=True)
        elif not (self.unread or self.typing):
            self._shifted(self._history.redo(passing=passing))

    def _shifted(self, done: tuple[Patch, tuple[str, ...]] | None) -> None:
        if done is None:
            self.state_changed.emit()
        elif done[0]:
            self.stepped.emit()
            self._look_at_step(*done)

    def attempt(self, name: str, make: EditMaker, *, selecting: bool = True) -> Patch:
        """Compute and make an edit; what cannot be done is told, and changes nothing."""
        self.settle()
        try:
            return self.do(name, make(self.argument_map), selecting=selecting)
        except ArgmapError as error:
            self._refuse(error)
            return Patch()

    @property
    def map_as_typed(self) -> ArgumentMap:
        """The map as it would be if what is being typed were an edit already."""
        return made_by(self._typings.values(), self.argument_map)

    def text_as_typed(self) -> Typed:
        """Return the text as it would be if what is being typed were an edit already."""
        if self.held:
            return self.held.as_it_is()
        typed = tuple(self._typings.values()), self._typed_blank
        return AsTyped(self.argument_map, self.text.frozen(), *typed)

    def drop_text(self, text: str, back: Back, *, before: str = "", undone: bool = False) -> None:
        """Let go of what was typed and is no edit, but say so; undo or a button brings it back.

        What was `undone` in the text itself, redo brings back. What stood there `before` is not
        quoted.
        """

        def again() -> TypingPlace | None:
            self.withdraw_notices(PASSING)
            return back()

        if text.strip():
            step = self.given_up.add(text, again, undone=undone)
            self.state_changed.emit()
            self.post_notice(not_kept(text, before, Remedy("Bring back", step.undo), PASSING))

    def report_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show these beside the map's own problems until the next report, as after an export."""
        self._reported = problems
        self.problems_reported.emit()

    def start_draft(self, draft: Draft) -> None:
        """Ask for the text of a new card; while a passage is chosen, it is what the card cites."""
        self.settle()
        if self._refuses():
            return
        self.open_group(draft.anchor)
        self.fold(folded_with(draft, self.argument_map, self.view.folded))
        self.draft_started.emit(quoting(draft, self.passage) if self.passage else draft)

    def go_on(self, ending: Ending, written: str) -> None:
        """Ask for the card that comes after one just written, if the ending of that wants one."""
        try:
            draft = next_after(ending, self.argument_map, written)
        except ArgmapError as error:
            self._refuse(error)
        else:
            if draft:
                self.start_draft(draft)

    def _refuse(self, error: ArgmapError) -> None:
        """Say why something cannot be done, until something else is done: nothing is wrong."""
        self.post_notice(notice_of(error, key=PASSING, severity=Severity.HINT))

    def _refuses(self) -> bool:
        """Whether the map cannot be changed now, which is said then."""
        if why := self.why_read_only:
            self.remark(why)
        return bool(why)

    def _lock(self) -> None:
        opened = self._opened[0] and not self.document.done
        self.read_only = bool(self.held.problem) if self.held else opened

    def mark_saved(self, path: Path) -> None:
        """Take note that the text as it is now lies at that path."""
        if self.held:
            self.text.mark_saved_as(self.held.text())
            self.held = replace(self.held, saved=True)
        else:
            self.text.mark_saved()
        self.path = path
        self.state_changed.emit()

    def _on_document_changed(self, patch: Patch) -> None:
        self.withdraw_notices(PASSING)
        if not self.document.shifting:
            self.given_up.let_go()
        self._lock()
        lost = self._keep_selected(patch)
        self.changed.emit(patch)
        if lost:
            self.selection_changed.emit()
        self.state_changed.emit()
