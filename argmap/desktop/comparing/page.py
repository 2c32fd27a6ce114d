"""The comparison: both versions in one picture or side by side, and what differs, step by step.

What is taken is one step of the history, and the rest is compared anew; what is left stays in the
list, and says so.
"""

from __future__ import annotations

import threading

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton

from argmap.desktop.appearance import Appearance
from argmap.desktop.comparing.compared import Compared, Other, compared
from argmap.desktop.notices.notice import notice_of
from argmap.desktop.reviewing.page import ReviewPage, announce, button
from argmap.desktop.reviewing.picture_view import PictureView
from argmap.desktop.reviewing.words_view import WordsView
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.desktop.widgets import plain_text
from argmap.drawing.options import DrawingOptions
from argmap.errors import ArgmapError
from argmap.merging.differences import Difference
from argmap.merging.taking import take_difference
from argmap.merging.wording.report import ORDER_ONLY, ReportedChange
from argmap.merging.wording.word_changes import How, Words
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import Patch

_MOST_TURNS = 5


class ComparePage(ReviewPage):
    """The page; `compare` begins with another version, and the session's map follows its edits."""

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__("Compare", "Changes")
        self._session = session
        self._appearance = appearance
        self._jobs: LatestOnly[Compared] = LatestOnly()
        self._other: Other | None = None
        self._read: ArgumentMap | None = None
        self._found: Compared | None = None
        self._left: set[Difference] = set()
        self._apart = QPushButton("Side by &side")
        self._apart.setCheckable(True)
        self._apart.toggled.connect(lambda _: self.refresh())
        self.views = (
            PictureView("The picture of both, or of the earlier version", appearance),
            PictureView("The picture of the later version", appearance),
        )
        self._grid = QGridLayout()
        self._heads = (QLabel(), QLabel())
        self.words = WordsView("What changed", appearance)
        self._turns = plain_text.paragraph()
        self._take = button("&Take", self._take_this)
        self._leave = button("&Leave", self._leave_this, "Nothing changes; it is marked as left.")
        self._lay_out()
        self.rows.chosen.connect(self._show)
        session.changed.connect(self._map_changed)
        session.opened.connect(self._forget)
        appearance.changed.connect(self.refresh)

    def compare(self, other: Other) -> None:
        """Compare the map with another version from now on."""
        self._forget()
        self._other = other
        self.set_title(f"Compared with {other.title}")
        self._take.setText("&Take back" if other.older else "&Take")

    def enter(self) -> None:
        """Compare, and put the focus on the list."""
        self.refresh()
        self.rows.setFocus(Qt.FocusReason.TabFocusReason)

    def refresh(self) -> None:
        """Compare anew, if the page is looked at."""
        if not self.isVisible() or self._other is None:
            return
        mine, other, read = self._session.argument_map, self._other, self._read
        apart = self._apart.isChecked()
        held = self._found.arrangements if self._found else ()
        options = DrawingOptions(self._appearance.theme, engine=self._appearance.engine)

        def work(stop: threading.Event) -> Compared:
            return compared(
                mine,
                other.read(stop) if read is None else read,
                older=other.older,
                apart=apart,
                held=held,
                options=options,
                stop=stop,
            )

        self._jobs.start(work, self._arrived)

    def close_down(self) -> None:
        """End the work."""
        self._jobs.close()

    def _map_changed(self, _patch: Patch) -> None:
        self.refresh()

    def _forget(self) -> None:
        self._jobs.cancel()
        self._other = self._read = self._found = None
        self._left.clear()
        self.rows.fill([], 0)
        for view in self.views:
            view.clear()

    def _lay_out(self) -> None:
        self.head.insertWidget(1, self._apart)
        for column, (head, view) in enumerate(zip(self._heads, self.views, strict=True)):
            self._grid.addWidget(head, 0, column)
            self._grid.addWidget(view, 1, column)
        self._grid.setRowStretch(1, 1)
        self._set_apart(apart=False)
        self.pile.addWidget(self.words)
        line = QHBoxLayout()
        line.addWidget(self._take)
        line.addWidget(self._leave)
        line.addStretch(1)
        line.addLayout(self.steps())
        self.pile.addLayout(line)
        self.pile.addLayout(self._grid, 1)
        self.beside.addWidget(self._turns)

    def _arrived(self, result: Compared | ArgmapError) -> None:
        if isinstance(result, ArgmapError):
            self._session.post_notice(notice_of(result))
            self.left.emit()
            return
        self._read, self._found = result.other, result
        apart = len(result.pictures) > 1
        self._set_apart(apart=apart)
        for view, picture in zip(self.views, result.pictures, strict=False):
            view.show_picture(picture)
        self._turns.setText(_turns(result))
        self._turns.setVisible(bool(result.turns))
        self.rows.fill([self._row(change) for change in result.changes], self.rows.at)

    def _set_apart(self, *, apart: bool) -> None:
        """Make room for two pictures with their names, or for one."""
        self.views[1].setVisible(apart)
        for column, head in enumerate(self._heads):
            head.setVisible(apart)
            self._grid.setColumnStretch(column, 1 if apart or not column else 0)
        other = self._other
        if other is not None:
            names = [plain_text.capital(other.title), "The map now"]
            for head, name in zip(self._heads, names if other.older else names[::-1], strict=True):
                head.setText(name)

    def _row(self, change: ReportedChange) -> str:
        return f"{change.sentence} (left)" if change.difference in self._left else change.sentence

    def _show(self, at: int) -> None:
        self.show_number()
        change = self._change(at)
        able = change is not None and not self._session.read_only
        self._take.setEnabled(able)
        self._leave.setEnabled(able)
        if change is None:
            self.words.show_text(self._nothing())
            return
        self.words.show_words(change.words or [Words(How.SAME, change.sentence)])
        announce(self.words)
        for view in self.views:
            view.point_out(change.difference.id)

    def _nothing(self) -> str:
        if self._found is None:
            return "…"
        return ORDER_ONLY if self._found.comparison.patch else "Both are the same."

    def _change(self, at: int) -> ReportedChange | None:
        changes = self._found.changes if self._found else ()
        return changes[at] if 0 <= at < len(changes) else None

    def _take_this(self) -> None:
        change, found, other = self._change(self.rows.at), self._found, self._other
        if change is None or found is None or other is None:
            return
        if found.mine is not self._session.argument_map:
            return  # it is being compared anew
        name = "Take a change back" if other.older else "Take a change over"
        self._session.attempt(
            name,
            lambda m: take_difference(m, found.comparison, change.difference, back=other.older),
        )
        self.rows.setFocus()

    def _leave_this(self) -> None:
        change = self._change(self.rows.at)
        if change is not None:
            self._left.add(change.difference)
            self.rows.mark(self.rows.at, self._row(change))
            self.rows.go(1)


def _turns(found: Compared) -> str:
    """Return what changed in what stands, in a few sentences."""
    if not found.turns:
        return ""
    told = [str(turn) for turn in found.turns[:_MOST_TURNS]]
    more = len(found.turns) - len(told)
    return "\n".join(["What stands:", *told, *([f"And {more} more."] if more else [])])
