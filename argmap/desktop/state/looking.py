"""A document as its reader looks at it: what is selected, folded and in view.

That is the reader's and not in the file. Nothing is changed here but how the map is seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QObject

from argmap.desktop.notices.notice import PASSING
from argmap.desktop.state.typing_board import TypingBoard
from argmap.desktop.state.view_state import ViewState
from argmap.desktop.undoing.selecting import after_undo, left_by, still_folded
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap, Cite
from argmap.model.folded_groups import FoldedGroups, GroupFolder
from argmap.model.folding import InView, in_view, nearest, opened_for, unframed
from argmap.model.history.document import Document
from argmap.model.history.patch import Patch
from argmap.store.file_text import TextEdit


class Looking(TypingBoard):
    """The document of a session, and how its reader looks at it."""

    document: Document[TextEdit]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.selection: tuple[str, ...] = ()
        self.view = ViewState()
        self.passage: Cite | None = None
        self._folder = GroupFolder()

    def _look_at(self, document: Document[TextEdit]) -> None:
        """Begin to look at another document, from its first claim."""
        self.document = document
        self.view = ViewState()
        self.darken()
        self.passage = None
        first = walk.roots(self.argument_map)[:1] or self.argument_map.statements[:1]
        self.selection = tuple(statement.id for statement in first)

    @property
    def argument_map(self) -> ArgumentMap:
        """The map as it is now."""
        return self.document.argument_map

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
        self.fold(self.view.folded - group)

    def fold(self, folded: frozenset[str]) -> None:
        """Fold these cards and groups, and open all others."""
        self.set_view(replace(self.view, folded=folded))

    def select(self, ids: Iterable[str]) -> None:
        """Select these statements and relations, and all in folded groups; the last is current."""
        chosen = tuple(dict.fromkeys(filter(self.argument_map.item, self.groups.meant(ids))))
        self._reveal(chosen)
        if chosen != self.selection:
            self.withdraw_notices(PASSING)
            self.selection = chosen
            self.selection_changed.emit()

    def _reveal(self, ids: tuple[str, ...]) -> None:
        """Unfold, and leave the single branch, so that these are in view."""
        if self.in_view().shows(ids):
            return
        self.fold(opened_for(self.argument_map, self.view.folded, ids))
        if not self.in_view().shows(ids):
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

    def choose_passage(self, passage: Cite | None) -> None:
        """Take note of the passage of a source that is selected where the keys go, or of none."""
        if passage != self.passage:
            self.passage = passage
            self.passage_changed.emit()

    def _look_at_step(self, patch: Patch, selected_before: tuple[str, ...]) -> None:
        """Show and select what undo or redo has changed."""
        chosen = after_undo(self.argument_map, patch, selected_before)
        self.fold(still_folded(self.argument_map, patch, self.view.folded))
        self.select(chosen or self.selection)

    def _keep_selected(self, patch: Patch) -> bool:
        """Leave what a change has taken away out of the selection; whether any was in it."""
        here = tuple(i for i in self.selection if self.argument_map.item(i))
        lost = here != self.selection
        self.selection = here or left_by(self.argument_map, patch, self.current)
        return lost
