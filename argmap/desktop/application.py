"""What all windows share, and what a window asks for that may need another window.

Settings, the files that were open lately, and the sessions of all windows. A window that wants
another map to be opened asks here, with its session; `windows` knows them all and decides which
of them gets the map.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from argmap import settings as stored_settings
from argmap.desktop.notices.notice import reporting
from argmap.desktop.recent_files import KeptNames, RecentFiles
from argmap.desktop.session import Session
from argmap.settings import Settings


class Application(QObject):
    """The program: `settings_changed` is for all windows, each request comes from one of them.

    `awaited` says that another program waits until what a merge left in its files is settled;
    `known_losses` names the journals of lost work that the user knows of.

    Requests carry what is wanted (nothing, the path of a file, an `Opened` map, a `Recovery`) and
    the session of the window that asks.
    """

    settings_changed = Signal()
    new_map_requested = Signal(object)
    file_requested = Signal(object, object)
    map_requested = Signal(object, object)
    recovery_requested = Signal(object, object, str)
    quit_requested = Signal()

    def __init__(self, *, awaited: bool = False) -> None:
        super().__init__()
        self.awaited = awaited
        self.settings, self.setting_faults = stored_settings.load()
        self.recent_files = RecentFiles()
        self.known_losses = KeptNames("known-losses.json")
        self.sessions: list[Session] = []

    def session_of(self, path: Path) -> Session | None:
        """Return the session of the window that has a file open."""
        return next((s for s in self.sessions if s.path and same_file(s.path, path)), None)

    def change(self, settings: Settings) -> None:
        """Use other settings, and keep them; ArgmapError where they cannot be kept."""
        self.settings = settings
        self.settings_changed.emit()
        stored_settings.save(settings)

    def change_from(self, session: Session, settings: Settings) -> None:
        """Use other settings, as chosen in a window, which says if they cannot be kept."""
        with reporting(session.post_notice):
            self.change(settings)


def same_file(one: Path, other: Path) -> bool:
    """Whether two paths lead to the same file."""
    try:
        return one.samefile(other)
    except OSError:
        return one.absolute() == other.absolute()
