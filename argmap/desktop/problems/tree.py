"""The list of problems: a group for each severity, worst first, a row for each problem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem

from argmap.desktop.widgets import plain_text, role_signs
from argmap.errors import Place, Problem, Severity, in_a_row

_WORST_FIRST = {severity: rank for rank, severity in enumerate(Severity)}
_COLUMNS = ("Problem", "What to do", "Rule", "Line")
_PROBLEM, _TO_DO, _RULE, _LINE = range(len(_COLUMNS))
_NUMBER = Qt.ItemDataRole.UserRole
_SEVERITY = _NUMBER + 1


class ProblemTree(QTreeWidget):
    """Shows problems, one of them current.

    That one, and groups that were closed, stay so when others come.
    """

    def __init__(self) -> None:
        super().__init__()
        self._problems: list[Problem] = []
        self._rows: list[QTreeWidgetItem] = []
        self._closed: set[str] = set()
        self._dress()
        self.itemCollapsed.connect(lambda group: self._closed.add(group.data(0, _SEVERITY)))
        self.itemExpanded.connect(lambda group: self._closed.discard(group.data(0, _SEVERITY)))

    @property
    def problem(self) -> Problem | None:
        """The current problem, if the current row is one."""
        number = self._number()
        return self._problems[number] if number >= 0 else None

    def show_problems(self, problems: Sequence[Problem], otherwise: str) -> None:
        """Show these problems, or where there are none some words instead."""
        problems = sorted(problems, key=_rank)
        if problems == self._problems and problems:
            return
        current, near = self.problem, self._number()
        self._problems = problems
        self.clear()
        self._rows = [_row(number, problem) for number, problem in enumerate(problems)]
        if not problems:
            self.addTopLevelItem(_words(otherwise))
        pairs = zip(problems, self._rows, strict=True)
        for severity, part in groupby(pairs, key=lambda pair: pair[0].severity):
            self._add_group(severity, [row for _, row in part])
        self.setColumnHidden(_LINE, not any(p.where.line for p in problems))
        self._paint_icons()
        if problems:
            same = (
                at for at, problem in enumerate(problems) if current and _alike(problem, current)
            )
            here = next(same, min(max(near, 0), len(problems) - 1))
            self._make_current(self._rows[here])

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icons()

    def _dress(self) -> None:
        self.setAccessibleName("Problems")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(18)
        self.setHeaderLabels(list(_COLUMNS))
        header = self.header()
        header.setStretchLastSection(False)
        for column in (_PROBLEM, _TO_DO):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column in (_RULE, _LINE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def _make_current(self, row: QTreeWidgetItem) -> None:
        """Make a row current; where it is not to be seen its group, for Qt would open that."""
        group = row.parent()
        self.setCurrentItem(row if group is None or group.isExpanded() else group)

    def _add_group(self, severity: Severity, rows: list[QTreeWidgetItem]) -> None:
        group = QTreeWidgetItem([f"{severity.capitalize()}s ({len(rows)})"])
        group.setData(0, _SEVERITY, str(severity))
        group.addChildren(rows)
        self.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        group.setExpanded(severity not in self._closed)

    def _paint_icons(self) -> None:
        for at in range(self.topLevelItemCount()):
            group = self.topLevelItem(at)
            if group is not None and group.childCount():
                severity = Severity(group.data(0, _SEVERITY))
                group.setIcon(0, role_signs.severity_icon(severity, self.palette()))

    def _number(self) -> int:
        """Return the number of the current problem, or -1."""
        current = self.currentItem()
        number = current.data(0, _NUMBER) if current else None
        return -1 if number is None else int(number)


def _row(number: int, problem: Problem) -> QTreeWidgetItem:
    rule = problem.code.replace("-", " ")
    words = (in_a_row(problem.message), in_a_row(problem.hint), rule, _place(problem.where))
    row = QTreeWidgetItem([plain_text.one_line(word) for word in words])
    row.setData(0, _NUMBER, number)
    tip = plain_text.tooltip("\n".join(words[:2]).strip())
    for column in (_PROBLEM, _TO_DO):
        row.setToolTip(column, tip)
    return row


def _rank(problem: Problem) -> tuple[int, bool, int, int, str]:
    """Sort as the file goes; what has no line there comes last."""
    where, worst = problem.where, _WORST_FIRST[problem.severity]
    return (worst, not where.line, where.line, where.column, problem.code)


def _alike(one: Problem, other: Problem) -> bool:
    """Whether two problems are the same, wherever in the file they stand by now."""
    return replace(one, where=other.where) == other


def _place(where: Place) -> str:
    return f"{where.line}:{where.column or 1}" if where.line else ""


def _words(text: str) -> QTreeWidgetItem:
    row = QTreeWidgetItem([text])
    row.setFlags(Qt.ItemFlag.NoItemFlags)
    row.setFirstColumnSpanned(True)
    return row
