"""Viewpoints side by side: who takes what to stand, and what their disagreement hinges on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.session import Session
from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.choosing.choice_box import StillBox
from argmap.desktop.widgets.sizing import resize_on_screen
from argmap.marking import viewpoint_title
from argmap.reasoning import Label, compare, crux_of_disagreement, viewpoint_ids

_NARROWEST = 120
_ID = Qt.ItemDataRole.UserRole
_SIGNS = {Label.ACCEPTED: "+ accepted", Label.REJECTED: "− rejected", Label.UNDECIDED: "undecided"}


class Compare(QDialog):
    """A table of statements and viewpoints; the row chosen is the claim that is asked about."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Compare viewpoints")
        resize_on_screen(self, 900, 600)
        self._session = session
        self._map = session.argument_map
        self._names = viewpoint_ids(self._map)
        self._table = QTableWidget()
        self._table.setAccessibleName("Labels by statement and viewpoint")
        self._table.setTabKeyNavigation(False)  # or Tab never leaves it
        self._table.itemSelectionChanged.connect(self._ask)
        self._only = QCheckBox("Only where they &differ")
        self._only.toggled.connect(self._fill)
        own = [name for name in self._names if name in self._map.viewpoint_by_id]
        first, second = (own + list(self._names))[:2]
        self._one, self._other = self._box(first), self._box(second)
        self._crux = plain_text.paragraph()
        self._build()
        self._fill()

    def _box(self, chosen: str) -> QComboBox:
        box = StillBox()
        for name in self._names:
            box.addItem(viewpoint_title(self._map, name), name)
        box.setCurrentIndex(self._names.index(chosen))
        box.setMinimumWidth(_NARROWEST)
        box.currentIndexChanged.connect(self._ask)
        return box

    def _build(self) -> None:
        between = QHBoxLayout()
        for widget in (QLabel("Crux between"), self._one, QLabel("and"), self._other):
            between.addWidget(widget)
        between.addStretch()
        between.addWidget(self._only)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        pile = QVBoxLayout(self)
        pile.addWidget(self._table)
        pile.addLayout(between)
        pile.addWidget(self._crux)
        pile.addWidget(buttons)

    def _fill(self) -> None:
        table = compare(self._map, self._names)
        wanted = set(table.differing) if self._only.isChecked() else table.labels.keys()
        rows = [s for s in self._map.statements if s.id in wanted]
        self._table.clear()
        self._table.setRowCount(len(rows))
        self._table.setColumnCount(len(self._names) + 1)
        titles = (viewpoint_title(self._map, name) for name in self._names)
        self._table.setHorizontalHeaderLabels(["Statement", *titles])
        for row, statement in enumerate(rows):
            self._table.setItem(row, 0, _cell(statement.brief, statement.id))
            for column, label in enumerate(table.labels[statement.id], 1):
                self._table.setItem(row, column, _cell(_SIGNS[label], statement.id))
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._table.verticalHeader().hide()
        here = next((i for i, s in enumerate(rows) if s.id == self._session.current), 0)
        if rows:
            self._table.setCurrentCell(here, 0)
        else:
            self._ask()

    def _ask(self) -> None:
        item = self._table.currentItem()
        if item is None:
            self._crux.setText("They agree on everything.")
            return
        claim = item.data(_ID)
        one, other = self._one.currentData(), self._other.currentData()
        found = crux_of_disagreement(self._map, one, other, claim)
        texts = " or ".join(f"“{self._map.statement_by_id[id_].brief}”" for id_ in found)
        about = f"“{self._map.statement_by_id[claim].brief}”"
        self._crux.setText(
            f"On {about}, {texts} would change their minds."
            if found
            else f"The label of {about} hinges on no single premise on which they differ."
        )
        self._session.select([claim])


def _cell(text: str, id_: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
    item.setData(_ID, id_)
    return item
