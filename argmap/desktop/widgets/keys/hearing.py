"""What hears the keys of whichever widget of a window has the focus, before the widget does."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget


class Hearing(QObject):
    """Filters the events of the widget that has the focus, in the window's floating panes too.

    In dialogs keys mean what they mean in all programs.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        application = QApplication.instance()
        assert isinstance(application, QApplication), "there is a window"
        application.focusChanged.connect(self._follow)

    def hears(self, widget: QWidget) -> bool:
        """Whether the keys of a widget are to be heard."""
        raise NotImplementedError

    def left(self) -> None:
        """Take note that the focus has left a widget that was heard."""

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None and self.hears(before):
            before.removeEventFilter(self)
            self.left()
        if now is not None and self.hears(now) and self._is_here(now):
            now.installEventFilter(self)

    def _is_here(self, widget: QWidget) -> bool:
        """Whether a widget is in the window, and in no dialog above it."""
        at: QWidget | None = widget
        while at is not None and at is not self._window:
            if isinstance(at, QDialog):
                return False
            at = at.parentWidget()
        return at is self._window
