"""The bar over the canvas in which the window tells what happened, with a button that helps.

It never takes the focus, so typing goes on. The newest notice is shown, with how many older ones
stand behind it, so that a pile does not cover the map; a button shows them all. A notice with the
key of an older one takes its place. Hints leave by themselves, once they were seen. A text wraps;
of a very long one, such as an engine's own words, the start is shown, and the rest on demand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from argmap.desktop.notices.notice import Notice
from argmap.desktop.widgets.focus import go_round
from argmap.errors import Severity

if TYPE_CHECKING:
    from argmap.desktop.notices.notice_row import NoticeRow

_MOST = 3


class NoticeBar(QWidget):
    """A pile of notices; nothing is shown while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notices")
        self.setAccessibleName("Notices")
        self._pile = QVBoxLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.setSpacing(0)
        self._rows: list[NoticeRow] = []
        self._all_shown = False
        self.hide()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What is told at the moment, the newest first."""
        return tuple(row.notice for row in self._rows)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice."""
        from argmap.desktop.notices.notice_row import NoticeRow

        for row in [r for r in self._rows if notice.key and r.notice.key == notice.key]:
            self._remove(row)
        while len(self._rows) >= _MOST:
            self._remove(self._least())
        row = NoticeRow(notice, self)
        row.hide()
        row.leave.connect(lambda: self._remove(row))
        row.others_wanted.connect(self._turn)
        self._rows.insert(0, row)
        self._pile.insertWidget(0, row)
        self._all_shown = False
        self._show_rows()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go round all buttons."""
        return go_round(self, forward=forward)

    def clear(self, key: str = "") -> None:
        """Take away all notices, or those of one matter."""
        for row in [r for r in self._rows if not key or r.notice.key == key]:
            self._remove(row)

    def _least(self) -> NoticeRow:
        """Return the notice that is missed least: a hint before a warning, then the oldest."""
        order = list(Severity)
        return max(reversed(self._rows), key=lambda row: order.index(row.notice.severity))

    def _remove(self, row: NoticeRow) -> None:
        if row in self._rows:
            self._rows.remove(row)
            self._pile.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._show_rows()

    def _turn(self) -> None:
        """Show all notices, or the newest alone again."""
        self._all_shown = not self._all_shown
        self._show_rows()

    def _show_rows(self) -> None:
        """Show the newest notice, and those behind it if they are wanted."""
        behind = len(self._rows) - 1
        self._all_shown = self._all_shown and behind > 0
        for number, row in enumerate(self._rows):
            row.tell_others(0 if number else behind, shown=self._all_shown)
            row.setVisible(not number or self._all_shown)
        self.setVisible(bool(self._rows))
