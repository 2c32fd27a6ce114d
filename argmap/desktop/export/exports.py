"""What leaves one window beside its own file: pictures, prints, files of other programs.

Paper, its dialogs, Qt's printing and formats are loaded when they are asked for, not when a window
starts.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from argmap.desktop.appearance import Appearance
from argmap.desktop.export.file_job import FileJob, Made
from argmap.desktop.files import naming
from argmap.desktop.notices.notice import Notice, Remedy
from argmap.desktop.recent_files import RecentFiles
from argmap.desktop.session import Session
from argmap.desktop.widgets.ask_path import ask_path, suffixed

if TYPE_CHECKING:
    from argmap.desktop.export.pictures import Pictures
    from argmap.formats.format import Format


class Exports(QObject):
    """Asks what is to be made of the map, and where it goes."""

    def __init__(
        self, session: Session, appearance: Appearance, recent: RecentFiles, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._appearance = appearance
        self._recent = recent
        self._window = window
        self._files = FileJob(session, "Exporting", "The last file is still being written.")

    @cached_property
    def pictures(self) -> Pictures:
        """The pictures and prints of the map."""
        from argmap.desktop.export.pictures import Pictures

        return Pictures(self._session, self._appearance, self._window)

    def ask_picture(self) -> None:
        """Ask what picture to make, and where."""
        self._session.commit_typing(going_on=True)
        self.pictures.ask_export(naming.folder(self._session, self._recent), self._stem)

    def ask_print(self) -> None:
        """Ask for a printer and print the map on one page."""
        self._session.commit_typing(going_on=True)
        self.pictures.ask_print()

    def copy_picture(self) -> None:
        """Put a picture of the map on the clipboard."""
        self._session.commit_typing(going_on=True)
        self.pictures.copy()

    def ask_convert(self) -> None:
        """Ask for a file of another program's format, and write the map there."""
        from argmap.desktop.export import converting

        self._session.commit_typing(going_on=True)
        choices = converting.filters_to_write()
        proposal = naming.folder(self._session, self._recent) / self._stem
        title = "Export to another program"
        asked = ask_path(self._window, title, proposal, ";;".join(choices))
        if asked:
            name, chosen = asked
            row = converting.format_of(name, choices[chosen])
            path = suffixed(self._window, name, *converting.endings(row))
            if path:
                self.convert(path, row)

    def ask_essay(self) -> None:
        """Ask for a file, and write the map in plain words there."""
        from argmap.desktop.export import converting

        self._session.commit_typing(going_on=True)
        choices = converting.essays()
        proposal = naming.folder(self._session, self._recent) / self._stem
        asked = ask_path(self._window, "Export as an essay", proposal, ";;".join(choices))
        if asked:
            name, chosen = asked
            suffix, row = choices[chosen]
            path = suffixed(self._window, name, suffix)
            if path:
                self.convert(path, row)

    def convert(self, path: Path, row: Format) -> None:
        """Write the map in another program's format, and tell what that cannot hold."""
        from argmap.desktop.export import converting
        from argmap.desktop.notices import losses

        argument_map, own = self._session.argument_map, self._session.path
        folder = own.parent if own else None

        def written(made: Made) -> Notice:
            self._session.report_problems(made.lost)
            show = Remedy("Show", lambda: self._session.show_pane("problems"))
            return losses.summary(f"Exported to “{path}”.", made.lost, show)

        self._files.start(
            path, lambda _stop: converting.made(argument_map, path, row, folder), written
        )

    def close(self) -> None:
        """Stop what is being drawn and written."""
        self._files.close()
        if "pictures" in vars(self):
            self.pictures.close()

    @property
    def _stem(self) -> str:
        return naming.stem(self._session)
