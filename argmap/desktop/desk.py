"""The desk: all windows of the program, the settings they share, and what was open lately.

Opening a file that is open already raises its window. A window that shows nothing of value (the
start page, or an empty map) is used for the file; otherwise the file gets a window of its own.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from argmap import settings as stored_settings
from argmap.desktop.files import opening
from argmap.desktop.files.recent import Recent
from argmap.desktop.notices.notice import notice_of
from argmap.desktop.running import garbage
from argmap.desktop.window import Window
from argmap.errors import ArgmapError
from argmap.settings import Settings


class Desk(QObject):
    """All windows; `settings_changed` tells them of other settings."""

    settings_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
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
        """Open a file: in the window that has it, in one that is free, or in a new one.

        Where it cannot be read, the reason is told in the window given.
        """
        holder = self.window_of(path)
        if holder:
            holder.show_map()
            holder.come_forward()
            return holder
        try:
            opened = opening.read(path)
        except ArgmapError as error:
            window = beside or self.window()
            window.session.post_notice(notice_of(error))
            return window
        window = beside.files.room() if beside else self.window()
        window.files.take(opened)
        return window

    def window_of(self, path: Path) -> Window | None:
        """Return the window that has a file open."""
        return next(
            (w for w in self.windows if w.session.path and _same(w.session.path, path)), None
        )

    def change(self, settings: Settings) -> None:
        """Use other settings, and keep them; raises ArgmapError where they cannot be kept."""
        self.settings = settings
        self.settings_changed.emit()
        stored_settings.save(settings)

    def forget(self, window: Window) -> None:
        """Take note that a window has closed."""
        garbage.thaw()
        if window in self.windows:
            self.windows.remove(window)

    def quit(self) -> None:
        """Close all windows, or none: each that could lose something asks before any closes."""
        if all(window.files.may_close() for window in tuple(self.windows)):
            for window in tuple(self.windows):
                window.close_unasked()


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
