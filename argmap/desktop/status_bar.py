"""The status bar: how much there is, how much of it is selected, and how the picture stands."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton

from argmap.desktop.session import Session
from argmap.model.argument_map import ArgumentMap, Statement
from argmap.model.history.patch import Patch
from argmap.model.kinds import Kind


class StatusBar(QStatusBar):
    """Counts at the left; busy mark, problems and zoom at the right."""

    problems_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._speaking = True
        self.counts, self.kinds = QLabel(), QLabel()
        self.busy, self.zoom = QLabel("Drawing…"), QLabel()
        self.problems = QToolButton()
        self.problems.setAutoRaise(True)
        self.problems.setToolTip("Show the problems")
        self.problems.clicked.connect(self.problems_wanted)
        self.zoom.setAccessibleName("Zoom")
        for label in (self.counts, self.kinds, self.busy, self.zoom):
            label.setContentsMargins(6, 0, 6, 0)
        self.addWidget(self.counts)
        self.addWidget(self.kinds)
        for widget in (self.busy, self.problems, self.zoom):
            self.addPermanentWidget(widget)
        self.setSizeGripEnabled(False)
        self.busy.hide()
        self.set_zoom(1)
        self.set_problems(0)
        session.opened.connect(self._count)
        session.changed.connect(self._map_changed)
        session.selection_changed.connect(self._tell_number)
        self._count()

    def set_zoom(self, factor: float) -> None:
        """Show a zoom; 1 is the size of paper."""
        self.zoom.setText(f"{round(factor * 100)} %")

    def set_busy(self, busy: bool) -> None:
        """Show that the picture is being laid out: whoever tells that has waited long enough."""
        self.busy.setVisible(busy)

    def set_problems(self, count: int) -> None:
        """Show how many problems there are; nothing where there is none."""
        self.problems.setText(_number(count, "problem") if count else "")
        self._show_problems()

    def speak(self, speaking: bool) -> None:
        """Tell of the map, or nothing where it is not in view."""
        self._speaking = speaking
        for label in (self.counts, self.kinds, self.zoom):
            label.setVisible(speaking)
        self._show_problems()

    def _show_problems(self) -> None:
        self.problems.setVisible(self._speaking and bool(self.problems.text()))

    def _map_changed(self, patch: Patch) -> None:
        for change in patch.of("statements"):
            for item, step in ((change.before, -1), (change.after, 1)):
                if isinstance(item, Statement):
                    self._kinds[item.kind] += step
        self._tell()

    def _count(self) -> None:
        self._kinds = kinds_of(self._session.argument_map)
        self._tell()

    def _tell(self) -> None:
        self.kinds.setText(kind_counts(self._kinds))
        self._tell_number()

    def _tell_number(self) -> None:
        argument_map = self._session.argument_map
        chosen = len(self._session.selection)
        selected = f", {chosen} selected" if chosen else ""
        self.counts.setText(_number(len(argument_map.statements), "statement") + selected)


def kinds_of(argument_map: ArgumentMap) -> Counter[Kind]:
    """Return how many statements there are of each kind."""
    return Counter(statement.kind for statement in argument_map.statements)


def kind_counts(counts: Counter[Kind]) -> str:
    """Return in words how many statements there are of each kind, of which there are any."""
    return ", ".join(_number(counts[kind], kind) for kind in Kind if counts[kind])


def _number(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
