"""The middle of a window: the picture of the map, the start page, or a page about versions."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from argmap.desktop.canvas.canvas import Canvas
from argmap.desktop.files.start_choices import StartChoices
from argmap.desktop.files.start_page import StartPage
from argmap.desktop.session import Session
from argmap.desktop.widgets.focus_frame import WIDTH, FocusFrame

_LEAST_WIDTH = 240 + 2 * WIDTH
"""Of what the window is for; in a small one the panes give way."""


class Pages(QStackedWidget):
    """One of several pages; `turned` says that another one is shown now."""

    turned = Signal()

    def __init__(
        self, session: Session, canvas: Canvas, start_page: StartPage, start: StartChoices
    ) -> None:
        super().__init__()
        self._session = session
        self._canvas = canvas
        self._start_page = start_page
        self._start = start
        self._map_page = FocusFrame(canvas)
        self.setMinimumWidth(_LEAST_WIDTH)
        for page in (self._map_page, start_page):
            self.addWidget(page)

    @property
    def shows_map(self) -> bool:
        """Whether the map is in view, and not the start page."""
        return self.currentWidget() is self._map_page

    @property
    def shows_start(self) -> bool:
        """Whether the start page is in view, and nothing of the map."""
        return self.currentWidget() is self._start_page

    def add(self, page: QWidget) -> None:
        """Take another page, which is shown when it is asked for."""
        self.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Show a page that was added; the focus is for the page to take."""
        self.setCurrentWidget(page)
        self.turned.emit()

    def show_map(self) -> None:
        """Show the map instead of another page."""
        self.setCurrentWidget(self._map_page)
        self.turned.emit()
        self._canvas.setFocus()

    def show_start_page(self) -> None:
        """Show what can be opened or begun."""
        self._session.commit_typing()
        self._start.fill()
        self.setCurrentWidget(self._start_page)
        self.turned.emit()
        self._start_page.setFocus(Qt.FocusReason.TabFocusReason)
