"""What one window is about: a document, where it is kept, what is selected and what is in view.

Here the parts of the window meet: canvas, outline, inspector and bars each know the session and
never one another. It holds no widget. Selection and folding are the reader's, not in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from argmap.desktop.draft import Draft, next_after, quoting
from argmap.desktop.notices.notice import Notice, Remedy, not_kept, notice_of
from argmap.desktop.undoing.selecting import after_undo, left_by
from argmap.desktop.undoing.view_steps import ViewStep, ViewSteps
from argmap.desktop.widgets.ending import Ending
from argmap.drawing.marks import NO_MARKS, Marks, merged
from argmap.errors import ArgmapError, Problem, Severity
from argmap.frozen import frozen
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap, Cite
from argmap.model.folded_groups import FoldedGroups, GroupFolder
from argmap.model.folding import InView, in_view, nearest, opened_for, unframed
from argmap.model.history.document import Document
from argmap.model.history.patch import Patch, diff
from argmap.model.integrity import structural
from argmap.store.file_text import FileText, Snapshot, TextEdit
from argmap.store.yaml_file import Reading, dumps, read

EditMaker = Callable[[ArgumentMap], ArgumentMap]

PASSING = "passing"
"""Of notices about what is selected or was tried: they go with the next thing that is done."""

LAYERS = ("evaluation", "critique")
"""Who puts marks on the picture; of two badges on a card that of the first stands first."""


@frozen
class ViewState:
    """How the reader looks at the map: what is folded (groups too), titles only, and so on."""

    folded: frozenset[str] = frozenset()
    branch: str = ""
    titles: bool = False
    frames: bool = True
    minimap: bool = True


def blank() -> Reading:
    """Return an empty map, as a file that holds nothing yet would be read."""
    return read(dumps(ArgumentMap()))


class Session(QObject):
    """A document in a window; `changed` carries each `Patch`, the other signals say: look again.

    `typing_changed` comes with every key, `typing_switched` when a text is begun or ended.
    """

    opened = Signal()
    changed = Signal(object)
    selection_changed = Signal()
    view_changed = Signal()
    marks_changed = Signal()
    state_changed = Signal()
    highlight_changed = Signal()
    passage_changed = Signal()
    problems_reported = Signal()
    typing_changed = Signal()
    typing_switched = Signal()
    commit_requested = Signal(bool)
    notice_posted = Signal(object)
    notice_withdrawn = Signal(str)
    pane_requested = Signal(str)
    draft_started = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path: Path | None = None
        self.read_only = False
        self.selection: tuple[str, ...] = ()
        self.view = ViewState()
        self.marks: Marks = NO_MARKS
        self._typing: EditMaker | None = None
        self._typing_reason = False
        self._brought_back = ""
        self._selected_before: list[tuple[str, ...]] = []
        self._view_steps = ViewSteps()
        self._folder = GroupFolder()
        self._layers: dict[str, Marks] = dict.fromkeys(LAYERS, NO_MARKS)
        self.passage: Cite | None = None
        self.highlighted: frozenset[str] = frozenset()
        self._lights: dict[str, frozenset[str]] = {}
        self._file_problems: tuple[Problem, ...] = ()
        self._reported: tuple[Problem, ...] = ()
        self.document: Document[TextEdit]
        self.text: FileText
        self.open(blank())

    def open(self, reading: Reading, path: Path | None = None) -> None:
        """Make another document the one that the window is about."""
        self.text = reading.text
        self.document = Document(reading.argument_map, reading.text)
        self.document.listen(self._on_document_changed)
        self.path = path
        self.read_only = reading.read_only
        live = {(p.code, p.ids) for p in structural(reading.argument_map)}
        self._reported = ()
        self._typing = None
        self._brought_back = ""
        self._selected_before = []
        self._view_steps.forget()
        self._file_problems = tuple(p for p in reading.problems if (p.code, p.ids) not in live)
        self.view = ViewState()
        self.marks = NO_MARKS
        self._layers = dict.fromkeys(LAYERS, NO_MARKS)
        self.highlighted = frozenset()
        self._lights = {}
        self.passage = None
        first = walk.roots(reading.argument_map)[:1] or reading.argument_map.statements[:1]
        self.selection = tuple(statement.id for statement in first)
        self.opened.emit()
        self.selection_changed.emit()
        self.state_changed.emit()

    @property
    def argument_map(self) -> ArgumentMap:
        """The map as it is now."""
        return self.document.argument_map

    @property
    def untouched(self) -> bool:
        """Whether there is nothing here that another map could push out."""
        return self.path is None and not self.document.modified and not self.document.done

    @property
    def current(self) -> str:
        """The id selected last, or an empty string."""
        return self.selection[-1] if self.selection else ""

    @property
    def selected_statements(self) -> tuple[str, ...]:
        """The ids of the selected statements."""
        return tuple(i for i in self.selection if i in self.argument_map.statement_by_id)

    @property
    def selected_relations(self) -> tuple[str, ...]:
        """The ids of the selected relations."""
        return tuple(i for i in self.selection if i in self.argument_map.relation_by_id)

    @property
    def told_problems(self) -> tuple[Problem, ...]:
        """What was said to be wrong: by the reader of the file, and by the last report."""
        return (*self._file_problems, *self._reported)

    def in_view(self, argument_map: ArgumentMap | None = None) -> InView:
        """Return the part of the map, or of another one, that folding and branch leave in view."""
        shown = in_view(argument_map or self.argument_map, self.view.folded, self.view.branch)
        if self.view.frames:
            return shown
        return replace(shown, argument_map=unframed(shown.argument_map))

    @property
    def groups(self) -> FoldedGroups:
        """The groups that are folded now."""
        return self._folder.fold(self.argument_map, self.view.folded)

    def seen_as(self, id_: str) -> str:
        """Return the id of what stands for a statement or relation: itself, or a folded group."""
        return self.groups.standing.get(id_, id_)

    def open_group(self, id_: str) -> None:
        """Open the folded group that this is, or is in, if there is one."""
        group = {self.seen_as(id_)} & self.groups.within.keys()
        self.set_view(replace(self.view, folded=self.view.folded - group))

    def do(self, name: str, after: ArgumentMap) -> Patch:
        """Make an edit; a new statement becomes the selected one."""
        if self.read_only:
            self.post_notice(Notice("The map is open read-only, so it was not changed."))
            return Patch()
        selected = self.selection
        patch = self.document.do(name, after)
        if patch:
            self._selected_before[len(self.document.done) - 1 :] = [selected]
            self._view_steps.document_changed()
        new = [c.id for c in patch.of("statements") if c.before is None]
        if new:
            self.select(new)
        return patch

    @property
    def undo_name(self) -> str:
        """The name of the step that undo takes back, of the map or of the view; or nothing."""
        done = self.document.done
        return self._view_steps.next_undo(len(done)) or (done[-1] if done else "")

    @property
    def redo_name(self) -> str:
        """The name of the step that redo does again, or nothing."""
        undone = self.document.undone
        return self._view_steps.next_redo(len(self.document.done)) or (undone[-1] if undone else "")

    def do_in_view(self, step: ViewStep) -> None:
        """Make a step that changes how the map is seen, not the map; undo takes it back."""
        step.redo()
        self._view_steps.add(step, len(self.document.done))
        self.state_changed.emit()

    def undo(self) -> None:
        """Take the last step back, be it of the map or of the view."""
        if self._view_steps.undo(len(self.document.done)):
            self.state_changed.emit()
            return
        patch = self.document.undo()
        if patch:
            self._select_changed(patch, self._selected_before[len(self.document.done)])

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._view_steps.redo(len(self.document.done)):
            self.state_changed.emit()
            return
        patch = self.document.redo()
        if patch:
            self._select_changed(patch, self._selected_before[len(self.document.done) - 1])

    def attempt(self, name: str, make: EditMaker) -> Patch:
        """Compute and make an edit; what cannot be done is told, and changes nothing."""
        try:
            return self.do(name, make(self.argument_map))
        except ArgmapError as error:
            self._refuse(error)
            return Patch()

    @property
    def typing(self) -> bool:
        """Whether a text is being typed that will become an edit."""
        return self._typing is not None

    @property
    def typing_reason(self) -> bool:
        """Whether what is being typed is a statement that bears on something."""
        return self.typing and self._typing_reason

    def set_typing(self, make: EditMaker | None, *, reason: bool = False) -> None:
        """Take note of the edit that will be made of what is being typed; None ends it.

        `reason` says that the statement being written bears on something.
        """
        before = self.typing
        self._typing, self._typing_reason = make, reason
        self.typing_changed.emit()
        if self.typing != before:
            self.typing_switched.emit()

    def text_as_typed(self) -> Snapshot:
        """Return the text as it would be if what is being typed were an edit already."""
        before = self.argument_map
        try:
            after = self._typing(before) if self._typing else before
        except ArgmapError:
            after = before  # it cannot be made, as the user will be told in the end
        return self.text.after(self.text.edit(diff(before, after), before, after))

    def drop_text(self, text: str, back: Callable[[], None], *, undoable: bool = True) -> None:
        """Let go of what was typed and is no edit, but say so; undo or a button brings it back.

        What was brought back and is let go of again is no step, or undo would not get past it.
        """

        def again() -> None:
            self._brought_back = text
            self.withdraw_notices(PASSING)
            back()

        if undoable and text.strip() and text != self._brought_back:
            self.do_in_view(ViewStep("Drop text", again, lambda: None))
        if text.strip():
            self.post_notice(not_kept(text, Remedy("Bring back", again), PASSING))

    def select(self, ids: Iterable[str]) -> None:
        """Select these statements and relations, and all in folded groups; the last is current."""
        chosen = tuple(dict.fromkeys(filter(self.argument_map.item, self.groups.meant(ids))))
        self.reveal(chosen)
        if chosen != self.selection:
            self.withdraw_notices(PASSING)
            self.selection = chosen
            self.selection_changed.emit()

    def reveal(self, ids: Iterable[str]) -> None:
        """Unfold, and leave the single branch, so that these ids are in view."""
        wanted = [i for i in ids if self.argument_map.item(i)]
        if self.in_view().shows(wanted):
            return
        folded = opened_for(self.argument_map, self.view.folded, wanted)
        self.set_view(replace(self.view, folded=folded))
        if not self.in_view().shows(wanted):
            self.set_view(replace(self.view, branch=""))

    def set_view(self, view: ViewState) -> None:
        """Change what is in view; what is hidden by that is no longer selected."""
        if view == self.view:
            return
        self.view = view
        shown = self.in_view().argument_map
        kept = [id_ for id_ in map(self.seen_as, self.selection) if shown.item(id_)]
        if not kept and self.current:
            kept = [nearest(self.argument_map, shown, self.current)]
        self.view_changed.emit()
        self.select(kept)

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

    def choose_passage(self, passage: Cite | None) -> None:
        """Take note of the passage of a source that is selected where the keys go, or of none."""
        if passage != self.passage:
            self.passage = passage
            self.passage_changed.emit()

    def report_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show these beside the map's own problems until the next report, as after an export."""
        self._reported = problems
        self.problems_reported.emit()

    def post_notice(self, notice: Notice) -> None:
        """Tell the user something, in the bar of the window."""
        self.notice_posted.emit(notice)

    def withdraw_notices(self, key: str = "") -> None:
        """Take back what was said of one matter, or all that was said."""
        self.notice_withdrawn.emit(key)

    def show_pane(self, name: str) -> None:
        """Show a pane of the window and put the focus into it."""
        self.pane_requested.emit(name)

    def commit_typing(self, *, going_on: bool = False) -> None:
        """Have what is being typed made an edit; who is `going_on` types on where they were."""
        self.commit_requested.emit(going_on)

    def start_draft(self, draft: Draft) -> None:
        """Ask for the text of a new card; while a passage is chosen, it is what the card cites."""
        if self.read_only:
            self.post_notice(Notice("The map is open read-only."))
            return
        self.open_group(draft.anchor)
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

    def mark_saved(self, path: Path) -> None:
        """Take note that the text as it is now lies at that path."""
        self.text.mark_saved()
        self.path = path
        self.state_changed.emit()

    def _select_changed(self, patch: Patch, selected_before: tuple[str, ...]) -> None:
        chosen = after_undo(self.argument_map, patch, selected_before)
        if chosen:
            self.select(chosen)

    def _on_document_changed(self, patch: Patch) -> None:
        self.withdraw_notices(PASSING)
        here = tuple(i for i in self.selection if self.argument_map.item(i))
        lost = here != self.selection
        self.selection = here or left_by(self.argument_map, patch, self.current)
        self.changed.emit(patch)
        if lost:
            self.selection_changed.emit()
        self.state_changed.emit()
