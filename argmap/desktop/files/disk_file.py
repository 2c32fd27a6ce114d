"""The file of one window as it is on the disk: written, watched, read again, never overwritten.

The text that loses a conflict always goes to a backup, so there is no wrong answer.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from argmap import paths
from argmap.desktop.files import opening
from argmap.desktop.files.disk_watch import DiskWatch
from argmap.desktop.files.long_reading import read_whole, takes_long
from argmap.desktop.files.opening import Opened
from argmap.desktop.notices.notice import Notice, Remedy, notice_of, reporting
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.errors import ArgmapError, Severity, in_a_row
from argmap.store.journal import saved_elsewhere
from argmap.store.save import (
    ChangedOnDiskError,
    Fingerprint,
    backup,
    changed_on_disk,
    fingerprint,
    save,
)

_KEY = "disk"
_BY_US = "in another window of argmap"
SAVING = "saving"
"""Of notices that stay until a save succeeds, whatever the disk looks like meanwhile."""
_NOT_SAVED = "The map was not saved."


class DiskFile(QObject):
    """What was last read from or written to the path of a session, and what becomes of it.

    `read_again` carries the map that takes the place of the window's; `written` says that the text
    lies on the disk now, `name_wanted` that the user would rather save it elsewhere, and
    `comparison_wanted` that the user wants to see how both differ.
    """

    read_again = Signal(object)
    written = Signal()
    name_wanted = Signal()
    comparison_wanted = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._known: Fingerprint | None = None
        self._ours: Fingerprint | None = None
        self._gone = False
        self._gave_up = False
        self._jobs: LatestOnly[Opened] = LatestOnly()
        self._watch = DiskWatch(self)
        self._watch.changed.connect(self.check)

    @property
    def sha256(self) -> str:
        """The SHA-256 of what was last read or written; an empty text for no file."""
        return self._known.sha256 if self._known else ""

    def follow(self, path: Path | None, known: Fingerprint | None) -> None:
        """Watch another file, which was like that when it was read; or none."""
        self._known = known
        self._gone = self._gave_up = False
        self._watch.follow(path)

    def close(self) -> None:
        """Watch nothing, and read nothing any more."""
        self._watch.stop()
        self._jobs.leave()

    def write(self, path: Path) -> bool:
        """Write the text and return whether it lies there now; a notice says why not."""
        expected = self._known
        if path != self._session.path:
            try:
                expected = fingerprint(path)
            except ArgmapError as error:
                message = in_a_row(_NOT_SAVED, error.message)
                self._refused(ArgmapError(message, error.hint, error.where))
                return False
        return self._write(path, expected)

    def check(self) -> None:
        """Check whether the file is still as it was, and tell if not."""
        path = self._session.path
        if path is None:
            return
        with reporting(self._session.post_notice, key=_KEY):
            changed = changed_on_disk(path, self._known)
            self._note_gone(path, gone=changed and not os.path.lexists(path))
            if not changed:
                self._gave_up = False
                self._session.withdraw_notices(_KEY)
            elif not self._holds_ours(path):
                self._session.post_notice(self._conflict(path))

    def _holds_ours(self, path: Path) -> bool:
        """Take what the file holds for saved, whoever wrote it, if it is the text of the window."""
        found = _found(path)
        text = self._session.written.text().encode("utf-8", "replace")
        if found is None or not found.fits(text):
            return False
        self._saved(path, found)
        return True

    def _note_gone(self, path: Path, *, gone: bool) -> None:
        """Let a map whose file has gone count as not saved: it lies nowhere now."""
        session = self._session
        if gone and not self._gone:
            session.text.mark_modified()
            if session.held:
                session.hold(replace(session.held, saved=False))
            session.state_changed.emit()
        back = self._gone and not gone and self._known
        if back and back.fits(session.written.text().encode("utf-8", "replace")):
            session.mark_saved(path)
        self._gone = gone

    def reload(self) -> None:
        """Read the file again; a text of our own that it does not hold goes to a backup.

        A large one is read in a thread, and taken as soon as it is there.
        """
        self.reload_and(lambda: None)

    def reload_and(self, then: Callable[[], None]) -> None:
        """Read the file again, and do something once that is done, or has failed."""
        path = self._session.path
        if path is None:
            then()
        elif takes_long(path):
            self._jobs.start(partial(read_whole, path), partial(self._read_anew, path, then))
        else:
            try:
                self._read_anew(path, then, opening.read(path))
            except ArgmapError as error:
                self._read_anew(path, then, error)

    def _read_anew(
        self, path: Path, then: Callable[[], None], result: Opened | ArgmapError
    ) -> None:
        if self._session.path == path:
            self._session.commit_typing()
            with reporting(
                self._session.post_notice, Remedy("Keep mine", self.keep_mine), key=_KEY
            ):
                self._take(path, result)
        then()

    def _take(self, path: Path, result: Opened | ArgmapError) -> None:
        """Let what was read take the place of the window's map; raises ArgmapError."""
        if isinstance(result, ArgmapError):
            raise result
        session, kept = self._session, None
        view, selection = session.view, session.selection
        # Of what can no longer be read, the window may hold the last good text there is.
        if session.modified or result.reading.read_only:
            kept = backup(path, session.written.text())
        self.read_again.emit(result)
        session.set_view(view)
        session.select(selection)
        if kept:
            session.post_notice(Notice(f"Your own version was kept as “{kept.name}”."))

    def keep_mine(self) -> None:
        """Write the text of the window; what the file holds meanwhile goes to a backup."""
        self._session.commit_typing()
        path = self._session.path
        if path is None:
            return
        with reporting(self._session.post_notice, key=SAVING):
            theirs = fingerprint(path)
            kept = backup(path) if theirs else None
            if self._write(path, theirs) and kept:
                self._session.post_notice(Notice(f"The other version was kept as “{kept.name}”."))

    def _write(self, path: Path, expected: Fingerprint | None) -> bool:
        if self._session.read_only and not self._session.modified:
            self._session.post_notice(Notice("The map is open read-only.", Severity.WARNING))
            return False
        try:
            known = save(path, self._session.written.text(), expected)
        except ChangedOnDiskError:
            if self._holds_ours(path):
                return True
            self._gave_up = True
            self._session.post_notice(self._conflict(path))
            return False
        except ArgmapError as error:
            self._refused(error)
            return False
        self._saved(path, known)
        return True

    def _saved(self, path: Path, known: Fingerprint) -> None:
        """Take note that the text of the window lies on the disk."""
        for key in (_KEY, SAVING):
            self._session.withdraw_notices(key)
        self._session.mark_saved(path)
        self.follow(path, known)
        self.written.emit()

    def _compare(self) -> None:
        """Have both compared; what can be done about it is still offered meanwhile."""
        self.comparison_wanted.emit()
        self.check()

    def _refused(self, error: ArgmapError) -> None:
        elsewhere = Remedy("Save as…", self.name_wanted.emit)
        self._session.post_notice(notice_of(error, elsewhere, key=SAVING))

    def _conflict(self, path: Path) -> Notice:
        what = _NOT_SAVED if self._gave_up else ""
        if os.path.lexists(path):
            text = in_a_row(what, f"“{path.name}” was changed {self._changer(path)}.")
            remedies = (
                Remedy("Compare", self._compare),
                Remedy("Reload", self.reload),
                Remedy("Keep mine", self.keep_mine),
            )
            return Notice(text, Severity.WARNING, remedies, _KEY)
        text = in_a_row(what, f"“{path.name}” is no longer on the disk.")
        return Notice(text, Severity.WARNING, (Remedy("Save it again", self.keep_mine),), _KEY)

    def _changer(self, path: Path) -> str:
        """Return by whom a file was changed, as far as that is known.

        Another window of ours may be closed by the time that it is asked for again.
        """
        found = _found(path)
        if found and saved_elsewhere(paths.journals(), path, found.sha256):
            self._ours = found
        return _BY_US if found and found == self._ours else "by another program"


def _found(path: Path) -> Fingerprint | None:
    """Return what a file is like now; None where it has gone or cannot be read."""
    try:
        return fingerprint(path)
    except ArgmapError:
        return None
