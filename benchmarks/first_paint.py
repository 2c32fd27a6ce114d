"""A bare window with docks and menus, and the moment at which a window is painted first.

Run by `benchmarks.starting`, in processes of their own.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QGraphicsScene,
    QGraphicsView,
    QMainWindow,
    QTreeView,
    QWidget,
)


class FirstPaint(QObject):
    """Ends the process when a picture is painted that is worth looking at."""

    def __init__(self, begun: float, ready: Callable[[QGraphicsView], bool]) -> None:
        super().__init__()
        self._begun = begun
        self._ready = ready

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Print the milliseconds since the start when a picture is painted; stop there."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            view = watched.parent()
            if isinstance(view, QGraphicsView) and self._ready(view):
                print((time.time() - self._begun) * 1000, flush=True)
                os._exit(0)
        return False


def bare(begun: float) -> None:
    """Show a bare window."""
    app = QApplication([])
    watch = FirstPaint(begun, lambda _: True)
    window = bare_window()
    view = window.centralWidget()
    assert isinstance(view, QGraphicsView), "it was given one"
    view.viewport().installEventFilter(watch)
    window.show()
    app.exec()


def bare_window() -> QMainWindow:
    """Return a window with what every window has, and an empty picture."""
    window = QMainWindow()
    window.resize(1280, 800)
    for title in ("File", "Edit", "View", "Help"):
        menu = window.menuBar().addMenu(title)
        for number in range(10):
            menu.addAction(f"{title} {number}")
    for area in (Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea):
        dock = QDockWidget("Pane", window)
        dock.setWidget(QTreeView())
        window.addDockWidget(area, dock)
    window.setCentralWidget(QGraphicsView(QGraphicsScene(window)))
    return window


if __name__ == "__main__":
    bare(float(sys.argv[1]))
