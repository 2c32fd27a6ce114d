"""What the parts of a window tell and ask one another, without knowing who hears it.

`changed` carries each `Patch`, the other signals about the map say: look again. `typing_changed`
comes with every key, `typing_switched` when the text of a card is begun or ended, `held_changed`
when the text of the map begins or ceases to be another one than that of the map. `written_aside`
carries the id of a card that was ended by a click elsewhere and is not selected. `drafted_switched`
says that a new card begins to be written, or is no more. `stepped` comes behind `changed` where
undo or redo has changed the map. `moved_in_text` comes with each move of the cursor in the text of
the map, and says whether that is being written.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from argmap.desktop.notices.notice import PASSING, Notice, Remedy
from argmap.errors import Problem


class Switchboard(QObject):
    """The signals of a session."""

    opened = Signal()
    changed = Signal(object)
    selection_changed = Signal()
    stepped = Signal()
    view_changed = Signal()
    marks_changed = Signal()
    state_changed = Signal()
    highlight_changed = Signal()
    passage_changed = Signal()
    problems_reported = Signal()
    typing_changed = Signal()
    typing_switched = Signal()
    moved_in_text = Signal(bool)
    held_changed = Signal()
    settle_requested = Signal()
    commit_requested = Signal(bool)
    notice_posted = Signal(object)
    notice_withdrawn = Signal(str)
    pane_requested = Signal(str)
    place_requested = Signal(object)
    group_requested = Signal(str)
    draft_started = Signal(object)
    drafted_switched = Signal()
    written_aside = Signal(str)

    def post_notice(self, notice: Notice) -> None:
        """Tell the user something, in the bar of the window."""
        self.notice_posted.emit(notice)

    def remark(self, words: str, *remedies: Remedy) -> None:
        """Tell something of what is selected or was tried: it goes with the next thing done."""
        self.post_notice(Notice(words, remedies=remedies, key=PASSING))

    def withdraw_notices(self, key: str = "") -> None:
        """Take back what was said of one matter, or all that was said."""
        self.notice_withdrawn.emit(key)

    def show_pane(self, name: str) -> None:
        """Show a pane of the window and put the focus into it."""
        self.pane_requested.emit(name)

    def show_group(self, group: str) -> None:
        """Show what is said of a group, and go on there."""
        self.show_pane("inspector")
        self.group_requested.emit(group)

    def show_place(self, problem: Problem) -> None:
        """Show where in the text of the map something is wrong, and put the cursor there."""
        self.place_requested.emit(problem)

    def commit_typing(self, *, going_on: bool = False) -> None:
        """Have what is being typed made an edit; who is `going_on` types on where they were."""
        self.commit_requested.emit(going_on)
