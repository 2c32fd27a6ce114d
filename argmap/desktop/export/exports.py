"""What leaves one window beside its own file: pictures, prints, files of other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from argmap.desktop.export.pictures import Pictures
from argmap.desktop.files import interchange
from argmap.desktop.notices.notice import Remedy, notice_of
from argmap.desktop.widgets.ask_path import ask_path, suffixed
from argmap.errors import ArgmapError
from argmap.formats.format import Format

if TYPE_CHECKING:
    from argmap.desktop.window import Window


class Exports:
    """Asks what is to be made of the map, and where it goes."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session
        self.pictures = Pictures(window.session, window.appearance, window)

    def ask_picture(self) -> None:
        """Ask what picture to make, and where."""
        self._window.commit()
        self.pictures.ask_export(self._window.files.folder, self._window.files.stem)

    def ask_print(self) -> None:
        """Ask for a printer and print the map on one page."""
        self._window.commit()
        self.pictures.ask_print()

    def copy_picture(self) -> None:
        """Put a picture of the map on the clipboard."""
        self._window.commit()
        self.pictures.copy()

    def ask_convert(self) -> None:
        """Ask for a file of another program's format, and write the map there."""
        self._window.commit()
        choices = interchange.filter_to_write()
        asked = ask_path(
            self._window,
            "Export to another program",
            self._window.files.folder / self._window.files.stem,
            ";;".join(choices),
        )
        if asked:
            name, chosen = asked
            row = interchange.meant(name, choices[chosen])
            path = suffixed(self._window, name, *row.suffixes)
            if path:
                self.convert(path, row)

    def convert(self, path: Path, row: Format) -> None:
        """Write the map in another program's format, and tell what that cannot hold."""
        try:
            lost = interchange.write(self._session.argument_map, path, row)
        except ArgmapError as error:
            self._session.post_notice(notice_of(error))
            return
        self._session.report_problems(lost)
        show = Remedy("Show", lambda: self._window.panes.enter("problems"))
        self._session.post_notice(interchange.told(f"Exported to {path}.", lost, show))

    def close(self) -> None:
        """Stop what is being drawn."""
        self.pictures.close()
