"""The journal of one window: every edit is on the disk within a second and a half.

A map that has a file has a journal from the start, which also tells other processes that it is
open; one that has none gets a journal with its first edit, so that looking around leaves nothing
behind. Writing waits for the disk, so it is done in a thread of its own, in order.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from argmap import paths
from argmap.desktop.notices.notice import Notice, sentences
from argmap.desktop.session import Session
from argmap.errors import ArgmapError, Severity
from argmap.model.history.patch import Patch
from argmap.store.journal import Journal, open_elsewhere

_PAUSE_MS = 1000
_AGAIN_MS = 10_000
"""Until what could not be written is tried again without an edit."""
_KEY = "journal"


class Autosave(QObject):
    """Keeps the journal of a session's document."""

    _tried = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._journal: Journal | None = None
        self._on_disk = ""
        self._writer = ThreadPoolExecutor(1, "argmap-journal")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._write)
        self._failing = False
        self._tried.connect(self._tell)
        session.changed.connect(self._map_changed)
        session.typing_changed.connect(self._write_soon)

    @staticmethod
    def folder() -> Path:
        """Return where journals lie."""
        return paths.state() / "journals"

    def begin(self, on_disk: str) -> bool:
        """Begin for the document of the session; return whether others have its file open.

        `on_disk` is the SHA-256 of its file; an empty one says that nothing is saved yet.
        """
        self.finish()
        self._on_disk = on_disk
        if self._session.path is None:
            return False
        elsewhere = open_elsewhere(self.folder(), self._session.path)
        self._start()
        return elsewhere

    def keep_now(self) -> bool:
        """Keep the text without waiting for an edit; return whether it is on the disk now."""
        if self._journal is None:
            self._start()
        return self._journal is not None

    def finish(self) -> None:
        """End the journal: the text is saved, or not wanted."""
        self._pause.stop()
        self._failing = False
        if self._journal:
            self._writer.submit(self._journal.discard).result()
            self._journal = None

    def close(self) -> None:
        """End, leaving no thread."""
        self.finish()
        self._writer.shutdown(wait=True)

    def _start(self) -> None:
        text = self._session.text.text()
        try:
            self._journal = Journal(self.folder(), self._session.path, text, self._on_disk)
        except ArgmapError as error:
            self._tell(error)

    def _tell(self, error: ArgmapError | None) -> None:
        """Tell where edits are safe from crashes no longer, and where they are so again."""
        if error and not self._failing:
            # The file's name means nothing to anybody, so it is left out.
            text = sentences(error.message, error.hint)
            self._session.post_notice(Notice(text, Severity.ERROR, key=_KEY))
        elif self._failing and not error:
            self._session.post_notice(Notice("The journal is being kept again.", key=_KEY))
        self._failing = error is not None
        if self._failing:
            self._pause.start(_AGAIN_MS)

    def _map_changed(self, _patch: Patch) -> None:
        self._write_soon()

    def _write_soon(self) -> None:
        if self._failing or not self._pause.isActive():
            self._pause.start(_PAUSE_MS)

    def _write(self) -> None:
        text = self._session.text_as_typed()
        if self._session.path is None and self._adds_nothing(text):
            self.finish()  # a first card was begun and given up, and a map of nothing is left
            return
        if self._journal is None:
            self._start()
        if self._journal is None:
            return
        journal = self._journal

        def write() -> None:
            journal.record(text)
            journal.sync()

        self._writer.submit(write).add_done_callback(self._written)

    def _adds_nothing(self, text: str) -> bool:
        return not self._session.document.modified and text == self._session.text.text()

    def _written(self, future: Future[None]) -> None:
        self._tried.emit(future.exception())
