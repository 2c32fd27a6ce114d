"""What stands, and why: the label of what is selected, its reasons, and how firmly it stands.

Each line of reasons jumps to what it speaks of, and the whole chain shines in the map.
"""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.evaluation.strength_bar import StrengthBar
from argmap.desktop.evaluation.what_if import WhatIf
from argmap.desktop.live.evaluation import LiveEvaluation
from argmap.desktop.session import Session
from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.choosing.choice_box import ChoiceBox
from argmap.desktop.widgets.wrapping import WrappingTree
from argmap.marking import viewpoint_title
from argmap.model.kinds import Open
from argmap.reasoning import Evaluation, Reason

_NOBODY = (
    "Nobody has judged anything in this view, so all of it is open: accept or reject cards "
    "(Ctrl+Shift+A, Ctrl+Shift+R), or choose another viewpoint above."
)
_ID = Qt.ItemDataRole.UserRole


class EvaluationPane(QScrollArea):
    """The evaluation of what is selected."""

    compare_wanted = Signal()
    viewpoint_wanted = Signal()

    def __init__(self, session: Session, evaluation: LiveEvaluation) -> None:
        super().__init__()
        self._session = session
        self._evaluation = evaluation
        self._jumping = False
        self._on = QCheckBox("&Evaluate the map")
        self._on.toggled.connect(lambda on: evaluation.switch(on=on))
        self._viewpoint = ChoiceBox()
        self._viewpoint.setAccessibleName("As seen by")
        self._listed: list[tuple[str, str]] = []
        self._viewpoint.activated.connect(self._choose)
        self._label = plain_text.paragraph()
        self._bar = StrengthBar()
        self._reasons = WrappingTree()
        self._reasons.itemSelectionChanged.connect(self._jump)
        self.what_if = WhatIf(session, evaluation)
        self._build()
        evaluation.evaluated.connect(self.refresh)
        session.selection_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the evaluation of what is selected now."""
        if self._jumping:
            return
        with QSignalBlocker(self._on):
            self._on.setChecked(self._evaluation.on)
        self._list_viewpoints()
        result, current = self._evaluation.result, self._session.current
        known = result is not None and current in result.basis
        for part in (self._bar, self._reasons, self.what_if):
            part.setVisible(known)
        if result is not None and known:
            self._show(result, current)
        else:
            self._label.setText("Select a card to see why it stands or falls." if result else "")
            self._session.highlight(())

    def _show(self, result: Evaluation, current: str) -> None:
        why = result.why(current)
        judged = result.stance.judgements or result.stance.open is Open.PRESUMED
        hint = "" if judged else f"\n{_NOBODY}"
        self._label.setText(f"{why.label.capitalize()}{hint}")
        self._bar.show_strength(result.strength(current))
        with QSignalBlocker(self._reasons):
            self._reasons.clear()
            above: list[QTreeWidgetItem] = []
            for line in why.lines:
                del above[line.depth :]
                above.append(_row(above[-1] if above else self._reasons, line))
            self._reasons.expandAll()
        self.what_if.refresh()
        self._session.highlight(id_ for line in why.lines for id_ in line.ids)

    def _jump(self) -> None:
        item = self._reasons.currentItem()
        if item:
            # The explanation stays the one that is being read.
            self._jumping = True
            self._session.select([item.data(0, _ID)])
            self._jumping = False

    def _choose(self, index: int) -> None:
        name = self._viewpoint.itemData(index)
        if name:
            self._evaluation.set_viewpoint(name)

    def _list_viewpoints(self) -> None:
        argument_map = self._session.argument_map
        named = [(viewpoint_title(argument_map, n), n) for n in self._evaluation.viewpoints]
        with QSignalBlocker(self._viewpoint):
            if named != self._listed:
                self._listed = named
                self._viewpoint.clear()
                for title, name in named:
                    self._viewpoint.addItem(title, name)
            at = self._viewpoint.findData(self._evaluation.viewpoint)
            self._viewpoint.setCurrentIndex(max(at, 0))

    def _build(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(self.Shape.NoFrame)
        self._viewpoint.setSizeAdjustPolicy(
            ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._reasons.setAccessibleName("Reasons")
        self._reasons.setMinimumHeight(160)
        add = QPushButton("&Add a viewpoint…")
        add.clicked.connect(self.viewpoint_wanted)
        compare = QPushButton("&Compare…")
        compare.setToolTip("Compare viewpoints")
        compare.clicked.connect(self.compare_wanted)
        more = QHBoxLayout()
        more.addWidget(add)
        more.addWidget(compare)
        form = QFormLayout()
        form.addRow(self._on)
        form.addRow("As seen b&y:", self._viewpoint)
        form.addRow(more)
        page = QWidget()
        pile = QVBoxLayout(page)
        pile.addLayout(form)
        pile.addWidget(self._label)
        pile.addWidget(self._bar)
        pile.addWidget(self._reasons, 1)
        pile.addWidget(self.what_if)
        pile.addStretch()
        self.setWidget(page)


def _row(above: QTreeWidget | QTreeWidgetItem, line: Reason) -> QTreeWidgetItem:
    text = plain_text.one_line(f"{line.subject}: {line.text}")
    item = QTreeWidgetItem(above, [text])
    item.setToolTip(0, plain_text.tooltip(text))
    item.setData(0, _ID, line.id)
    return item
