"""The problems of one severity as rows of the list: what stays keeps its row when others come.

So a row that is current stays so, nothing jumps, and an edit costs what it changes, not what there
is. A problem that only stands on another line has the same row as before.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TypeAlias

from PySide6.QtWidgets import QTreeWidgetItem

from argmap.desktop.widgets import plain_text
from argmap.errors import Place, Problem, Severity, in_a_row

COLUMNS = ("Problem", "What to do", "Rule", "Line")
PROBLEM, TO_DO, RULE, LINE = range(len(COLUMNS))

What: TypeAlias = tuple[object, ...]
_what: Callable[[Problem], What] = attrgetter("code", "message", "hint", "ids")


class Row(QTreeWidgetItem):
    """A problem in its row."""

    def __init__(self, problem: Problem) -> None:
        rule = problem.code.replace("-", " ")
        said = tuple(map(plain_text.shown, (in_a_row(problem.message), in_a_row(problem.hint))))
        words = (*said, rule, _place(problem.where))
        super().__init__([plain_text.one_line(word) for word in words])
        self.problem = problem
        self.what = what(problem)
        tip = plain_text.tooltip("\n".join(said).strip())
        for column in (PROBLEM, TO_DO):
            self.setToolTip(column, tip)

    def move(self, problem: Problem) -> None:
        """Take the same problem, which may stand elsewhere in the file by now."""
        if problem.where != self.problem.where:
            self.setText(LINE, _place(problem.where))
        self.problem = problem


class Group(QTreeWidgetItem):
    """The head of the problems of one severity, with their rows below it."""

    def __init__(self, severity: Severity) -> None:
        super().__init__()
        self.severity = severity
        self.rows: list[Row] = []
        self.made = 0
        """How many rows have been made, ever."""

    def follow(self, problems: Sequence[Problem]) -> None:
        """Show these problems, in this order; a row whose problem stays is left where it is."""
        whats = list(map(what, problems))
        self._take_gone(whats)
        left = deque(self.rows)
        rows: list[Row] = []
        for problem, said in zip(problems, whats, strict=True):
            if left and left[0].what == said:
                row = left.popleft()
                row.move(problem)
            else:
                row = Row(problem)
            rows.append(row)
        for _ in left:  # what has come to stand before others has a new row there
            self.takeChild(self.childCount() - 1)
        self._insert(rows)
        self.rows = rows
        self.setText(0, f"{self.severity.capitalize()}s ({len(rows)})")

    def _take_gone(self, whats: Sequence[What]) -> None:
        """Take away the rows of problems that are gone."""
        gone = Counter(row.what for row in self.rows)
        gone.subtract(whats)
        for at in reversed(range(len(self.rows))):
            said = self.rows[at].what
            if gone[said] > 0:
                gone[said] -= 1
                self.takeChild(at)
                del self.rows[at]

    def _insert(self, rows: Sequence[Row]) -> None:
        """Put new rows among those that are there, each run of them at once."""
        run: list[QTreeWidgetItem] = []
        for at, row in enumerate((*rows, None)):
            if row is not None and row.parent() is None:
                run.append(row)
            elif run:
                self.insertChildren(at - len(run), run)
                self.made += len(run)
                run = []


def what(problem: Problem) -> What:
    """Return what a problem says: where two say the same they are the same, wherever they stand."""
    return _what(problem)


def _place(where: Place) -> str:
    return f"{where.line}:{where.column or 1}" if where.line else ""
