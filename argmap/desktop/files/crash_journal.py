"""The journal of one window: every edit and key is on the disk within a quarter of a second.

A map that has a file has a journal from the start, which also tells other processes that it is
open; one that has none gets a journal with its first edit, so that looking around leaves nothing
behind. Writing waits for the disk, so it is done in a thread of its own, in order, and so is making
the text that is written: a key costs nothing. What is typed meanwhile is written after that. A
journal that goes, or that cannot be written any more, is begun again in another folder.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from argmap import paths
from argmap.desktop.files.disk_watch import DiskWatch
from argmap.desktop.notices.notice import Notice
from argmap.desktop.session import Session
from argmap.desktop.state.as_typed import AsTyped
from argmap.desktop.undoing.held_text import Typed
from argmap.errors import ArgmapError, Severity, in_a_row
from argmap.model.history.patch import Patch
from argmap.store.journal import Journal, open_elsewhere

_PAUSE_MS = 150
"""From the first edit or key that is not written yet until writing begins."""
_AGAIN_MS = 10_000
"""Until what could not be written is tried again without an edit."""
_KEY = "journal"


class CrashJournal(QObject):
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
        self._failing = self._written_on = False
        self._under_way: Future[None] | None = None
        self._tried.connect(self._tell)
        self._watch = DiskWatch(self, folders=2)
        self._watch.changed.connect(self._look)
        session.changed.connect(self._map_changed)
        session.typing_changed.connect(self._write_soon)
        session.moved_in_text.connect(self._mark_soon)

    def begin(self, on_disk: str) -> bool:
        """Begin for the document of the session; return whether others have its file open.

        `on_disk` is the SHA-256 of its file; an empty one says that nothing is saved yet.
        """
        self.finish()
        self._on_disk = on_disk
        if self._session.path is None:
            return False
        elsewhere = open_elsewhere(paths.journals(), self._session.path)
        self._start()
        return elsewhere

    def keep_now(self) -> bool:
        """Keep the text without waiting for an edit; return whether it is on the disk now."""
        if self._journal is None:
            self._start()
        return self._journal is not None

    def catch_up(self) -> None:
        """Write at once what would be written in a moment, and wait until it is on the disk."""
        if self._pause.isActive():
            self._pause.stop()
            self._under_way = None
            self._write()
        self._writer.submit(lambda: None).result()

    def finish(self) -> None:
        """End the journal: the text is saved, or not wanted."""
        self._pause.stop()
        self._watch.stop()
        self._failing = self._written_on = False
        if self._journal:
            error = self._writer.submit(self._journal.discard).exception()
            self._journal = None
            if isinstance(error, ArgmapError):
                self._session.post_notice(
                    Notice(in_a_row(error.message, error.hint), Severity.WARNING)
                )
            elif error:
                raise error

    def close(self) -> None:
        """End, leaving no thread."""
        self.finish()
        self._writer.shutdown(wait=True)

    def _start(self) -> None:
        try:
            self._journal, moved = self._begun(self._session.written.text())
        except ArgmapError as error:
            self._tell(error)
            return
        self._watch.follow(self._journal.file)
        if moved:
            self._tell_begun(moved)

    def _begun(self, text: str) -> tuple[Journal, ArgmapError | None]:
        """Return a new journal in the first folder that can be written, and why not in the usual.

        Raises the error of the usual folder where there is no such folder.
        """
        first: ArgmapError | None = None
        for folder in paths.journals():
            try:
                return Journal(folder, self._session.path, text, self._on_disk), first
            except ArgmapError as error:
                first = first or error
        assert first is not None, "there is at least one folder for journals"
        raise first

    def _begin_again(self, error: ArgmapError) -> bool:
        """Begin another journal in the place of one that fails; return whether that was possible.

        What the old one holds is deleted only once the new one is on the disk.
        """
        old = self._journal
        try:
            self._journal, moved = self._begun(self._session.text_as_typed().text())
        except ArgmapError:
            return False
        self._watch.follow(self._journal.file)
        if old:
            self._writer.submit(old.discard)
        self._tell_begun(moved or error)
        return True

    def _tell_begun(self, error: ArgmapError) -> None:
        folder = self._journal.file.parent if self._journal else ""
        text = in_a_row(error.message, f"It was begun again in “{folder}”.")
        self._session.post_notice(Notice(text, Severity.WARNING, key=_KEY))

    def _look(self) -> None:
        """Look whether the journal is still there, now that something has happened around it."""
        if self._journal is None or self._failing:
            return
        try:
            self._journal.require_there()
        except ArgmapError as error:
            self._tell(error)

    def _tell(self, error: ArgmapError | None) -> None:
        """Tell where edits are safe from crashes no longer, and where they are so again."""
        if error and self._journal and self._begin_again(error):
            self._failing = False
            return
        if error and not self._failing:
            # The file's name means nothing to anybody, so it is left out.
            text = in_a_row(error.message, error.hint)
            self._session.post_notice(Notice(text, Severity.ERROR, key=_KEY))
        elif self._failing and not error:
            self._session.post_notice(Notice("The journal is being kept again.", key=_KEY))
        self._failing = error is not None
        if self._failing:
            self._pause.start(_AGAIN_MS)

    def _map_changed(self, _patch: Patch) -> None:
        self._write_soon()

    def _mark_soon(self, writing: bool) -> None:
        """Have it noted where the cursor is in the text, which is no edit and begins no journal."""
        if self._journal and not writing:
            self._write_soon()  # a field elsewhere may hold words that are no edit yet
        elif self._journal and not (self._failing or self._pause.isActive()):
            self._pause.start(_PAUSE_MS)

    def _write_soon(self) -> None:
        self._written_on = True
        if self._failing or not self._pause.isActive():
            self._pause.start(_PAUSE_MS)

    def _write(self) -> None:
        """Have the text written as it is now; where the last writing is under way, after that."""
        if self._under_way and not self._under_way.done():
            self._pause.start(_PAUSE_MS)
            return
        if self._written_on or self._failing:
            self._write_text()
        elif self._journal:
            self._submit(partial(self._journal.mark, self._session.in_text))

    def _write_text(self) -> None:
        self._written_on = False
        text, in_text = self._session.text_as_typed(), self._session.in_text
        if self._session.path is None and self._adds_nothing(text):
            self.finish()  # a first card was begun and given up, and a map of nothing is left
            return
        if self._journal is None:
            self._start()
        if self._journal is None:
            return
        journal = self._journal

        def write() -> None:
            both = text.text_and_writing() if isinstance(text, AsTyped) else (text.text(), None)
            journal.record(both[0], both[1] or in_text)
            journal.sync()

        self._submit(write)

    def _submit(self, write: Callable[[], None]) -> None:
        self._under_way = self._writer.submit(write)
        self._under_way.add_done_callback(self._written)

    def _adds_nothing(self, text: Typed) -> bool:
        return not self._session.modified and text.text() == self._session.text.text()

    def _written(self, future: Future[None]) -> None:
        self._tried.emit(future.exception())
