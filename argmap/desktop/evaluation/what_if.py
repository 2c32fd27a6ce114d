"""What would change a label, and trying it out: nothing here is written until it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QGroupBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from argmap.desktop.live.evaluation import LiveEvaluation
from argmap.desktop.notices.notice import notice_of
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.desktop.widgets import plain_text
from argmap.errors import ArgmapError
from argmap.model.kinds import Judgement
from argmap.reasoning import Changes, Label

_SET = Qt.ItemDataRole.UserRole
_SIDE = 3
"""Pixels between buttons, and between them and their box."""
_TRIES: dict[str, Judgement | None] = {
    **{judgement.verb.capitalize(): judgement for judgement in Judgement},
    "Open": None,
}


class WhatIf(QGroupBox):
    """Buttons that try a judgement, and a list of the smallest sets that would change the label."""

    def __init__(self, session: Session, evaluation: LiveEvaluation) -> None:
        super().__init__("What if?")
        self._session = session
        self._evaluation = evaluation
        self._jobs: LatestOnly[Changes] = LatestOnly()
        self._find = QPushButton()
        self._find.clicked.connect(self._search)
        self._sets = QListWidget()
        self._sets.setAccessibleName("What would change it")
        self._sets.setWordWrap(True)
        self._sets.itemActivated.connect(self._try_set)
        self._tried = plain_text.paragraph()
        self._keep = QPushButton("&Keep")
        self._keep.setToolTip("Write what is being tried into the map")
        self._keep.clicked.connect(evaluation.keep_trial)
        self._forget = QPushButton("&Forget")
        self._forget.clicked.connect(evaluation.forget_trial)
        self._build()

    def refresh(self) -> None:
        """Fit the selected item; a list that was found for another one goes."""
        result, current = self._evaluation.result, self._session.current
        if result is None:
            return
        now = result.statements.get(current) or result.relations.get(current)
        self._wanted = Label.REJECTED if now is Label.ACCEPTED else Label.ACCEPTED
        self._find.setText(f"What would make it {self._wanted}?")
        self._jobs.cancel()
        self._find.setEnabled(True)
        self._sets.hide()
        count = len(self._evaluation.trial)
        some = "One judgement is" if count == 1 else f"{count} judgements are"
        self._tried.setText(f"{some} being tried, not written." if count else "")
        for widget in (self._tried, self._keep, self._forget):
            widget.setVisible(count > 0)

    def close_down(self) -> None:
        """Leave no thread behind."""
        self._jobs.close()

    def _build(self) -> None:
        tries = QHBoxLayout()
        tries.setSpacing(_SIDE)
        for words, judgement in _TRIES.items():
            button = QPushButton(words)
            button.setAccessibleDescription("Try this judgement without writing it")
            button.clicked.connect(partial(self._try, judgement))
            tries.addWidget(button)
        ends = QHBoxLayout()
        ends.addWidget(self._keep)
        ends.addWidget(self._forget)
        pile = QVBoxLayout(self)
        margins = pile.contentsMargins()
        # Three buttons side by side fit into the pane's usual width.
        pile.setContentsMargins(_SIDE, margins.top(), _SIDE, margins.bottom())
        pile.addLayout(tries)
        pile.addWidget(self._tried)
        pile.addLayout(ends)
        pile.addWidget(self._find)
        pile.addWidget(self._sets)

    def _try(self, judgement: Judgement | None, *_: object) -> None:
        self._evaluation.attempt(self._session.selection, judgement)

    def _search(self) -> None:
        result = self._evaluation.result
        if result is None:
            return
        current, wanted = self._session.current, self._wanted
        self._find.setEnabled(False)
        self._jobs.start(lambda _: result.changes(current, wanted), self._show)

    def _show(self, found: Changes | ArgmapError) -> None:
        self._find.setEnabled(True)
        self._sets.clear()
        if isinstance(found, ArgmapError):
            self._session.post_notice(notice_of(found))
            return
        for judgements in found.sets:
            item = QListWidgetItem(self._words(judgements), self._sets)
            item.setData(_SET, {id_: str(j) for id_, j in judgements.items()})
            item.setToolTip("Double-click, or press Enter, to try it")
        if not found.sets:
            none = "would do it" if found.complete else "was found in a second"
            QListWidgetItem(f"No change of up to three judgements {none}.", self._sets)
        elif not found.complete:
            QListWidgetItem("There may be more: the search stopped after a second.", self._sets)
        self._sets.show()

    def _try_set(self, item: QListWidgetItem) -> None:
        for id_, judgement in (item.data(_SET) or {}).items():
            self._evaluation.attempt([id_], Judgement(judgement))

    def _words(self, judgements: Mapping[str, Judgement]) -> str:
        if not judgements:
            return "Nothing needs to change."
        parts = (f"{j.verb} “{self._text(id_)}”" for id_, j in judgements.items())
        words = " and ".join(parts)
        return f"{words[0].upper()}{words[1:]}"

    def _text(self, id_: str) -> str:
        statement = self._session.argument_map.statement_by_id.get(id_)
        return statement.brief if statement else id_
