"""The list of problems: a group for each severity, worst first, a row for each problem."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import QEvent, QPoint, QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
)

from argmap.desktop.problems.group import COLUMNS, LINE, PROBLEM, RULE, TO_DO, Group, Row
from argmap.desktop.widgets import role_signs
from argmap.errors import Problem, Severity

_WORST_FIRST = {severity: rank for rank, severity in enumerate(Severity)}


class ProblemTree(QTreeWidget):
    """Shows problems, one of them current.

    That one, what is in view, and groups that were closed, stay so when others come.
    """

    def __init__(self) -> None:
        super().__init__()
        self._problems: list[Problem] = []
        self._groups: list[Group] = []
        self._closed: set[Severity] = set()
        self._dress()
        self.itemCollapsed.connect(self._note_closed)
        self.itemExpanded.connect(self._note_closed)

    @property
    def problem(self) -> Problem | None:
        """The current problem, if the current row is one."""
        current = self.currentItem()
        return current.problem if isinstance(current, Row) else None

    def show_problems(self, problems: Sequence[Problem], otherwise: str) -> None:
        """Show these problems, or where there are none some words instead."""
        problems = sorted(problems, key=_rank)
        if problems == self._problems and problems:
            return
        current, near = self.currentItem(), self._number()
        self._problems = problems
        with QSignalBlocker(self):
            self._follow_in_place(otherwise)
            self.setColumnHidden(LINE, not any(p.where.line for p in problems))
            if problems and (current is None or current is not self.currentItem()):
                self._make_current(self._nearest(current, near))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for group in self._groups:
                self._paint_icon(group)

    def _dress(self) -> None:
        self.setAccessibleName("Problems")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(18)
        self.setHeaderLabels(list(COLUMNS))
        header = self.header()
        header.setStretchLastSection(False)
        for column in (PROBLEM, TO_DO):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._fit(QHeaderView.ResizeMode.ResizeToContents)

    def _fit(self, mode: QHeaderView.ResizeMode) -> None:
        """Let the narrow columns be as wide as what is in them, or stay as they are."""
        for column in (RULE, LINE):
            self.header().setSectionResizeMode(column, mode)

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for group in self._groups:
            yield group
            yield from group.rows

    def _follow_in_place(self, otherwise: str) -> None:
        """Let the rows be those of the problems as they are now; what is looked at stays there."""
        top, scrolled = self.itemAt(QPoint()), self.verticalScrollBar().value()
        self._fit(QHeaderView.ResizeMode.Fixed)  # or else all are measured again for each change
        self._follow(otherwise)
        self._fit(QHeaderView.ResizeMode.ResizeToContents)
        if scrolled and top is not None and any(top is item for item in self._items()):
            self.scrollToItem(top, QAbstractItemView.ScrollHint.PositionAtTop)

    def _follow(self, otherwise: str) -> None:
        parts = {s: list(part) for s, part in groupby(self._problems, attrgetter("severity"))}
        for at in reversed(range(self.topLevelItemCount())):
            head = self.topLevelItem(at)
            if not (isinstance(head, Group) and head.severity in parts):
                self.takeTopLevelItem(at)
        self._groups = [group for group in self._groups if group.severity in parts]
        if not parts:
            self.addTopLevelItem(_words(otherwise))
        for at, (severity, part) in enumerate(parts.items()):
            if at < len(self._groups) and self._groups[at].severity is severity:
                self._groups[at].follow(part)
            else:
                self._add_group(at, severity, part)

    def _add_group(self, at: int, severity: Severity, problems: Sequence[Problem]) -> None:
        group = Group(severity)
        group.follow(problems)
        self._groups.insert(at, group)
        self.insertTopLevelItem(at, group)
        group.setFirstColumnSpanned(True)
        group.setExpanded(severity not in self._closed)
        self._paint_icon(group)

    def _make_current(self, row: Row) -> None:
        """Make a row current; where it is not to be seen its group, for Qt would open that."""
        group = row.parent()
        self.setCurrentItem(row if group is None or group.isExpanded() else group)

    def _nearest(self, gone: QTreeWidgetItem | None, number: int) -> Row:
        """Return the row that is about the same, or stands where that did."""
        rows = [item for item in self._items() if isinstance(item, Row)]
        same = (row for row in rows if isinstance(gone, Row) and row.what == gone.what)
        return next(same, rows[min(max(number, 0), len(rows) - 1)])

    def _note_closed(self, head: QTreeWidgetItem) -> None:
        if isinstance(head, Group):
            (self._closed.discard if head.isExpanded() else self._closed.add)(head.severity)

    def _paint_icon(self, group: Group) -> None:
        group.setIcon(PROBLEM, role_signs.severity_icon(group.severity, self.palette()))

    def _number(self) -> int:
        """Return how many problems stand before the current one; -1 if none is current."""
        current = self.currentItem()
        before = 0
        for group in self._groups:
            if current is not None and current.parent() is group:
                return before + group.indexOfChild(current)
            before += len(group.rows)
        return -1


def _rank(problem: Problem) -> tuple[int, bool, int, int, str]:
    """Sort as the file goes; what has no line there comes last."""
    where, worst = problem.where, _WORST_FIRST[problem.severity]
    return (worst, not where.line, where.line, where.column, problem.code)


def _words(text: str) -> QTreeWidgetItem:
    row = QTreeWidgetItem([text])
    row.setFlags(Qt.ItemFlag.NoItemFlags)
    row.setFirstColumnSpanned(True)
    return row
