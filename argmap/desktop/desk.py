"""The desk: all windows of the program, the settings they share, and what was open lately.

Opening a file that is open already raises its window. A window that shows nothing of value (the
start page, or an empty map) is used for the file; otherwise the file gets a window of its own.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from argmap import settings as stored_settings
from argmap.desktop.recent import Recent
from argmap.desktop.window import Window
from argmap.settings import Settings


class Desk(QObject):
    """All windows; `settings_changed` tells them of other settings."""

    settings_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings, self.setting_faults = stored_settings.load()
        self.recent = Recent()
        self.windows: list[Window] = []

    def window(self) -> Window:
        """Open a window with an empty map."""
        window = Window(self)
        self.windows.append(window)
        window.show()
        return window

    def open(self, path: Path, beside: Window | None = None) -> Window:
        """Open a file: in the window that has it, in one that is free, or in a new one."""
        for window in self.windows:
            if window.session.path and _same(window.session.path, path):
                window.showNormal() if window.isMinimized() else window.show()
                window.raise_()
                window.activateWindow()
                return window
        free = beside if beside and beside.files.free else None
        window = free or self.window()
        if not window.files.load(path):
            if window is not free and len(self.windows) > 1:
                window.close()
                return self.windows[0]
            window.show_start_page()
        return window

    def change(self, settings: Settings) -> None:
        """Use and keep other settings."""
        stored_settings.save(settings)
        self.settings = settings
        self.settings_changed.emit()

    def forget(self, window: Window) -> None:
        """Take note that a window has closed."""
        if window in self.windows:
            self.windows.remove(window)

    def quit(self) -> None:
        """Close all windows; one that may not close yet stops it."""
        for window in tuple(self.windows):
            if not window.close():
                return


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
