"""The problems of the map as a list: how bad, where, what, and what to do.

Finding problems can take longer than drawing a letter that was typed, so the list is made anew
when the program has nothing better to do.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from argmap.desktop.panels import marks, plain
from argmap.desktop.session import Session
from argmap.errors import Place, Problem, Severity

_WORST_FIRST = {severity: rank for rank, severity in enumerate(Severity)}
_COLUMNS = ("Severity", "Line", "Problem", "What to do")


class Problems(QTreeWidget):
    """One row for each problem; `counted` tells how many there are.

    Enter or a double click selects the statements and relations that a problem is about.
    """

    counted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._problems: list[Problem] = []
        self._rows: list[QTreeWidgetItem] = []
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self.look_again)
        self._dress()
        for signal in (session.opened, session.changed):
            signal.connect(lambda *_: self._idle.start(0))
        self.itemActivated.connect(lambda item, _: self._jump(item))
        self.look_again()

    def look_again(self) -> None:
        """Make the list anew if the problems are others now; the current one stays current."""
        problems = sorted(self._session.problems, key=_rank)
        if problems != self._problems or not self.topLevelItemCount():
            self._fill(problems)
        self.counted.emit(len(problems))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in another palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for problem, row in zip(self._problems, self._rows, strict=True):
                row.setIcon(0, self._icon(problem))

    def _dress(self) -> None:
        self.setAccessibleName("Problems")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setHeaderLabels(list(_COLUMNS))
        header = self.header()
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        header.setStretchLastSection(False)

    def _fill(self, problems: list[Problem]) -> None:
        chosen = self.currentItem()
        current = next(
            (p for p, r in zip(self._problems, self._rows, strict=True) if r is chosen), None
        )
        self.clear()
        self._problems = problems
        self._rows = [self._row(problem) for problem in problems]
        self.addTopLevelItems(self._rows or [_empty()])
        if current in problems:
            self.setCurrentItem(self._rows[problems.index(current)])

    def _row(self, problem: Problem) -> QTreeWidgetItem:
        words = (
            problem.severity.capitalize(),
            _place(problem.where),
            problem.message,
            problem.hint,
        )
        row = QTreeWidgetItem([plain.one_line(word) for word in words])
        row.setIcon(0, self._icon(problem))
        tip = plain.tooltip(f"{problem.message}\n{problem.hint}".strip())
        for column in range(len(_COLUMNS)):
            row.setToolTip(column, tip)
        return row

    def _icon(self, problem: Problem) -> QIcon:
        return marks.severity_icon(problem.severity, self.palette())

    def _jump(self, row: QTreeWidgetItem) -> None:
        if row in self._rows:
            self._session.select(_present(self._session, self._problems[self._rows.index(row)].ids))


def _present(session: Session, ids: Iterable[str]) -> list[str]:
    """Give the ids that can be selected, or else what is selected already."""
    found = [id_ for id_ in ids if session.argument_map.item(id_)]
    return found or list(session.selection)


def _rank(problem: Problem) -> tuple[int, int, int]:
    return (_WORST_FIRST[problem.severity], problem.where.line, problem.where.column)


def _place(where: Place) -> str:
    return f"{where.line}:{where.column or 1}" if where.line else ""


def _empty() -> QTreeWidgetItem:
    row = QTreeWidgetItem(["", "", "No problems were found.", ""])
    row.setFlags(Qt.ItemFlag.NoItemFlags)
    return row
