"""A button that shows a statement or relation and selects it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from argmap.desktop.session import Session
from argmap.desktop.summary import summary_of
from argmap.desktop.widgets import plain_text
from argmap.model import walk


class LinkButton(QPushButton):
    """A button as wide as there is room, with its text cut to that."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = plain_text.one_line(text)
        self.setAccessibleName(text)
        plain_text.explain(self, text)
        self.setStyleSheet("text-align: left; padding: 3px 6px")

    def sizeHint(self) -> QSize:
        """Ask for little, take what there is."""
        return QSize(80, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as need be."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the text anew."""
        super().resizeEvent(event)
        room = self.width() - 16
        cut = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room)
        self.setText(plain_text.label(cut))


class LinkButtons(QWidget):
    """Some statements or relations, a button each."""

    def __init__(self, session: Session, label: str) -> None:
        super().__init__()
        self._session = session
        self._shown: list[tuple[str, str]] = []
        self.setAccessibleName(label)
        self._pile = QVBoxLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        self._pile.setSpacing(2)

    def show_ids(self, ids: tuple[str, ...]) -> None:
        """Show these; the buttons stay the same while what they say does."""
        argument_map = self._session.argument_map
        steps = argument_map.relation_by_id
        wanted = [
            (id_, summary_of(argument_map, walk.Branch(id_, id_ if id_ in steps else "")).spoken)
            for id_ in ids
        ]
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._pile.takeAt(0)) is not None:
            widget = item.widget()
            assert widget is not None, "only buttons are in the pile"
            widget.hide()
            widget.deleteLater()
        for id_, text in wanted:
            self._pile.addWidget(self._button(id_, text))

    def _button(self, id_: str, text: str) -> LinkButton:
        button = LinkButton(text)
        button.clicked.connect(lambda: self._session.select([id_]))
        return button
