"""Files that are dropped on a window: maps are opened, and sources added to the map that is there.

Of what can be either, the user says which it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent

from argmap.desktop.application import Application
from argmap.desktop.files.long_reading import LongReading
from argmap.desktop.notices.notice import Notice, Remedy
from argmap.desktop.pages import Pages
from argmap.desktop.session import Session

if TYPE_CHECKING:
    from argmap.desktop.sources.adding import Adding


class FileDrop:
    """What becomes of files over a window; `adding` gives what takes sources into its map."""

    def __init__(
        self,
        session: Session,
        application: Application,
        pages: Pages,
        reading: LongReading,
        adding: Callable[[], Adding],
    ) -> None:
        self._session = session
        self._application = application
        self._pages = pages
        self._reading = reading
        self._adding = adding

    def enter(self, event: QDragEnterEvent) -> None:
        """Take files."""
        from argmap.desktop.sources.dropping import local_files

        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def drop(self, event: QDropEvent) -> None:
        """Open the files that were dropped; of what can be no map, a source is made."""
        from argmap.desktop.sources.dropping import Fate, fate, local_files

        paths = local_files(event.mimeData())
        event.acceptProposedAction()
        if self._reading.path:
            self._open(paths)  # there is no map yet that could have sources
            return
        fates = {path: fate(path) for path in paths}
        wanted = self._pages.shows_map and not self._session.read_only
        either = [path for path in paths if wanted and fates[path] is Fate.EITHER]
        sources = [path for path in paths if fates[path] is Fate.SOURCE]
        self._open([path for path in paths if path not in {*either, *sources}])
        if sources and self._pages.shows_start:
            self._pages.show_map()
        self._adding().add_files(sources)
        if either:
            self._ask_what_of(either)

    def _open(self, paths: Iterable[Path]) -> None:
        for path in paths:
            self._application.file_requested.emit(path, self._session)

    def _ask_what_of(self, paths: Sequence[Path]) -> None:
        """Ask whether files are sources of the map, or outlines that are maps themselves."""
        if len(paths) == 1:
            text = f"“{paths[0].name}” can be a source of this map, or a map of its own."
        else:
            text = f"{len(paths)} files can be sources of this map, or maps of their own."
        add = Remedy("Add as source", lambda: self._adding().add_files(paths))
        self._session.post_notice(
            Notice(text, remedies=(add, Remedy("Open", lambda: self._open(paths))))
        )
