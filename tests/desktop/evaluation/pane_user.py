"""What the tests of the evaluation's panel work it with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QListWidget,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from argmap.desktop.evaluation.pane import EvaluationPane
from argmap.desktop.live.evaluation import LiveEvaluation
from argmap.desktop.session import Session

Sort = TypeVar("Sort", bound=QWidget)


class Panel:
    """The panel with what it follows, as its user sees and works it."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.session = session
        self.evaluation = LiveEvaluation(session, session)
        self.evaluation_pane = EvaluationPane(session, self.evaluation)
        self._qtbot = qtbot
        qtbot.addWidget(self.evaluation_pane)
        self.evaluation_pane.resize(340, 800)
        self.evaluation_pane.show()
        self.evaluation_pane.activateWindow()
        qtbot.waitUntil(self.evaluation_pane.isActiveWindow)

    def close(self) -> None:
        self.evaluation_pane.what_if.close_down()
        self.evaluation.close()

    @property
    def switch(self) -> QCheckBox:
        return self._only(QCheckBox)

    @property
    def viewpoint(self) -> QComboBox:
        return self._only(QComboBox)

    @property
    def reasons(self) -> QTreeWidget:
        return self._only(QTreeWidget)

    @property
    def sets(self) -> QListWidget:
        return self._only(QListWidget)

    def turn_on(self) -> None:
        """Click on the switch and wait for the labels."""
        with self._qtbot.waitSignal(self.evaluation.evaluated):
            QTest.mouseClick(self.switch, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))

    def click(self, words: str) -> None:
        QTest.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def click_and_wait(self, words: str) -> None:
        """Click on a button that asks for another evaluation, and wait for it."""
        with self._qtbot.waitSignal(self.evaluation.evaluated):
            self.click(words)

    def button(self, words: str) -> QPushButton:
        found = [
            b
            for b in self.evaluation_pane.findChildren(QPushButton)
            if words in b.text().replace("&", "")
        ]
        assert len(found) == 1, words
        return found[0]

    def said(self) -> list[str]:
        """All sentences that are to be seen outside of lists."""
        labels = self.evaluation_pane.findChildren(QLabel)
        texts = (label.text() for label in labels if label.isVisible())
        return [text for text in texts if text and not text.endswith(":")]

    def lines(self) -> list[str]:
        """The reasons with their depth."""
        return [f"{'  ' * depth}{row.text(0)}" for depth, row in _below(self.reasons)]

    def offered(self) -> list[str]:
        return [self.sets.item(at).text() for at in range(self.sets.count())]

    def _only(self, sort: type[Sort]) -> Sort:
        found = self.evaluation_pane.findChildren(sort)
        assert len(found) == 1
        return found[0]


def _below(tree: QTreeWidget) -> Iterator[tuple[int, QTreeWidgetItem]]:
    waiting = [(0, tree.topLevelItem(at)) for at in reversed(range(tree.topLevelItemCount()))]
    while waiting:
        depth, row = waiting.pop()
        assert row is not None
        yield depth, row
        waiting += [(depth + 1, row.child(at)) for at in reversed(range(row.childCount()))]
