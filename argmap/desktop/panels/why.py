"""Why the selected card has its label, how firmly, and what would change it.

Each line of the explanation jumps to what it speaks of, and the whole chain shines in the map.
Trying a judgement here writes nothing; "Keep" does.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.evaluating import Evaluating
from argmap.desktop.panels.strength_bar import StrengthBar
from argmap.desktop.session import Session
from argmap.marking import viewpoint_title
from argmap.model.kinds import Judgement
from argmap.reasoning import Evaluation, Label, Line

_ID = Qt.ItemDataRole.UserRole
_TRIES = (
    ("Accept", Judgement.ACCEPTED),
    ("Reject", Judgement.REJECTED),
    ("Leave open", None),
)


class Why(QWidget):
    """The evaluation of the selected card or arrow; `compare_wanted` asks for the table."""

    compare_wanted = Signal()
    viewpoint_wanted = Signal()

    def __init__(self, session: Session, evaluating: Evaluating) -> None:
        super().__init__()
        self._session = session
        self._evaluating = evaluating
        self._on = QCheckBox("&Evaluate: show what stands")
        self._viewpoint = QComboBox()
        self._viewpoint.setAccessibleName("Viewpoint")
        self._headline = _prose()
        self._bar = StrengthBar()
        self._reasons = _tree("Reasons")
        self._changes = _tree("What would change it")
        self._change = QPushButton("What would &change this?")
        self._trial = QGroupBox("Try, without writing")
        self._tried = _prose()
        self._build()
        self._on.toggled.connect(lambda on: evaluating.switch(on=on))
        self._viewpoint.activated.connect(self._choose)
        self._reasons.itemSelectionChanged.connect(self._jump)
        self._changes.itemActivated.connect(self._try_set)
        self._change.clicked.connect(self._find_changes)
        evaluating.evaluated.connect(self.refresh)
        session.selected.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the evaluation of what is selected now."""
        result, current = self._evaluating.result, self._session.current
        self._on.blockSignals(True)
        self._on.setChecked(self._evaluating.on)
        self._on.blockSignals(False)
        self._list_viewpoints()
        known = result is not None and result.argument_map.item(current) is not None
        for part in (self._reasons, self._change, self._changes, self._trial, self._bar):
            part.setVisible(known)
        self._changes.hide()
        if result is None or not known:
            text = "Select a card to see why it stands or falls." if result else ""
            self._headline.setText(text)
            self._session.light_up(())
            return
        self._show(result, current)

    def _show(self, result: Evaluation, current: str) -> None:
        why = result.why(current)
        self._headline.setText(f"{why.label.capitalize()}.")
        strength = result.strength(current)
        self._bar.show_strength(strength)
        self._reasons.blockSignals(True)
        self._reasons.clear()
        parents: list[QTreeWidgetItem] = []
        for line in why.lines:
            del parents[line.depth :]
            parents.append(_row(parents[-1] if parents else self._reasons, line))
        self._reasons.expandAll()
        self._reasons.blockSignals(False)
        wanted = "accepted" if why.label is not Label.ACCEPTED else "rejected"
        self._change.setText(f"What would make it {wanted}?")
        self._session.light_up(id_ for line in why.lines for id_ in line.ids)
        tried = len(self._evaluating.trial)
        some = "One judgement is" if tried == 1 else f"{tried} judgements are"
        self._tried.setText(f"{some} being tried." if tried else "")

    def _find_changes(self) -> None:
        result, current = self._evaluating.result, self._session.current
        if result is None:
            return
        now = result.why(current).label
        wanted = Label.ACCEPTED if now is not Label.ACCEPTED else Label.REJECTED
        found = result.changes(current, wanted)
        self._changes.clear()
        for judgements in found.sets:
            words = " and ".join(
                f"{'accept' if j is Judgement.ACCEPTED else 'reject'} “{self._text(id_)}”"
                for id_, j in judgements.items()
            )
            item = QTreeWidgetItem(self._changes, [words])
            item.setToolTip(0, "Press Enter to try it")
            item.setData(0, _ID, dict(judgements))
        if not found.sets:
            more = "" if found.complete else " that could be found in a second"
            QTreeWidgetItem(self._changes, [f"Nothing{more}, with up to three judgements."])
        self._changes.show()

    def _try_set(self, item: QTreeWidgetItem) -> None:
        for id_, judgement in (item.data(0, _ID) or {}).items():
            self._evaluating.attempt(id_, Judgement(judgement))

    def _choose(self, index: int) -> None:
        chosen = self._viewpoint.itemData(index)
        if chosen == _ADD:
            self.viewpoint_wanted.emit()
            self.refresh()
        else:
            self._evaluating.look_from(chosen)

    def _jump(self) -> None:
        item = self._reasons.currentItem()
        if item:
            light = self._session.light
            self._session.select([item.data(0, _ID)])
            self._session.light_up(light)

    def _list_viewpoints(self) -> None:
        self._viewpoint.blockSignals(True)
        self._viewpoint.clear()
        for name in self._evaluating.viewpoints:
            self._viewpoint.addItem(viewpoint_title(self._session.argument_map, name), name)
        self._viewpoint.insertSeparator(self._viewpoint.count())
        self._viewpoint.addItem("Add a viewpoint…", _ADD)
        at = self._viewpoint.findData(self._evaluating.viewpoint)
        self._viewpoint.setCurrentIndex(max(at, 0))
        self._viewpoint.blockSignals(False)

    def _text(self, id_: str) -> str:
        statement = self._session.argument_map.statement_by_id.get(id_)
        return (statement.title or statement.text) if statement else id_
