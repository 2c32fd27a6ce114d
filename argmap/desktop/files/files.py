"""The files of one window: opened, begun, saved, closed, with a journal beside them.

A dialog asks only where work could be lost. Everything else is told in the bar, with a button.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from argmap.desktop import draft
from argmap.desktop.application import Application
from argmap.desktop.files import importing, naming, source_files
from argmap.desktop.files.crash_journal import CrashJournal
from argmap.desktop.files.disk_file import SAVING, DiskFile
from argmap.desktop.files.opening import Opened
from argmap.desktop.notices.notice import Notice, Remedy, reporting
from argmap.desktop.session import Session, blank
from argmap.desktop.undoing.held_text import closing, where_it_fails
from argmap.desktop.undoing.history import Written, told_by
from argmap.desktop.widgets.ask_path import ask_path
from argmap.desktop.widgets.raising import come_forward
from argmap.errors import Severity, in_a_row
from argmap.model.edits.edit import put
from argmap.store.file_names import OWN_SUFFIXES, YAML_SUFFIXES

_SUFFIXES = (*OWN_SUFFIXES, *YAML_SUFFIXES)
_FILTER = f"Argument maps ({' '.join(f'*{suffix}' for suffix in _SUFFIXES)});;All files (*)"
_SAVE_IT = "recovered"
"""The matter of a map that was recovered: it is over when that is saved."""

_RECOVERED = "This is the map as it was when the program ended. Save it to keep it."
_HALF_RECOVERED = (
    "The journal of this map is damaged: what was typed last may be missing, or some of it wrong."
    " Save it to keep it; the journal is kept as well."
)

_AS_SAVED = "Undo shows what the file holds, and Redo this again."

_READ_ONLY = "The map is open read-only."

_TORN = "merge-conflict"
"""The problem of a file in which git left both sides."""

_ASKED = "conflict"
"""The problem that a merge left, which is asked about as soon as the file is open."""


_CLOSED = "closed"
"""The matter of a text that cannot be read: it is over when somebody has mended it."""

_TEXTS = "texts"
"""The matter of texts that are in the map and might lie beside it."""


class Files(QObject):
    """What the File menu does, for one window.

    `merge_wanted` says that a file in which git left both sides is to be merged as a map.
    `recovered` is whether the map was recovered, and nobody has saved it since.
    """

    merge_wanted = Signal()

    def __init__(self, session: Session, application: Application, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._application = application
        self._window = window
        self.recovered = False
        self._crash_journal = CrashJournal(session, self)
        self.disk = DiskFile(session, self)
        self.disk.read_again.connect(self.take)
        self.disk.written.connect(self._written)
        self.disk.name_wanted.connect(self.ask_save_as)
        session.state_changed.connect(self._look_whether_closed)

    def begin(self) -> None:
        """Make an empty map the one of this window, with the editor of its first claim open."""
        self.take(Opened(blank()))
        self._session.start_draft(draft.claim())

    def ask_open(self) -> None:
        """Ask for files and open them."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Open", str(self._folder()), importing.filter_to_open()
        )
        for name in names:
            self._application.file_requested.emit(Path(name), self._session)

    def take(self, opened: Opened) -> None:
        """Make a map that was read the one of this window."""
        self._session.withdraw_notices()
        self.recovered = False
        reading, lost = opened.reading, opened.lost
        self._session.open(lost.on_disk if lost else reading, opened.path)
        if lost:
            written = Written(reading.argument_map, lost.edit, told_by(reading))
            self._session.rewrite([written], joined=False, name="Recover")
        self.disk.follow(opened.path, opened.known)
        self._tell_about(opened)
        self._begin_journal()
        if origin := opened.path or opened.imported:
            self._application.recent_files.add(origin)

    def take_recovered(self, opened: Opened, *, damaged: bool) -> bool:
        """Make a recovered map the one of this window; return whether a new journal holds it."""
        self.take(opened)
        self._set_recovered(recovered=True)
        if self._session.argument_map.item(opened.written):
            self._session.select([opened.written])
        told = _HALF_RECOVERED if damaged else _RECOVERED
        compare = Remedy("Compare", self.disk.comparison_wanted.emit)
        self._session.post_notice(
            Notice(
                in_a_row(told, _AS_SAVED if opened.lost else ""),
                Severity.WARNING if damaged else Severity.HINT,
                (compare,) if opened.path else (),
                _SAVE_IT,
            )
        )
        self.disk.check()
        return self._crash_journal.keep_now()

    def save(self, *, as_it_is: bool = False) -> bool:
        """Save, asking for a name where there is none; return whether the text lies on the disk.

        A text that cannot be read is saved `as_it_is` only, which is offered then.
        """
        if self._session.path is None:
            return self.ask_save_as(as_it_is=as_it_is)
        self._session.commit_typing(going_on=True)
        if not as_it_is and self._invalid(lambda: self.save(as_it_is=True)):
            return False
        return self.disk.write(self._session.path)

    def ask_save_as(self, *, as_it_is: bool = False) -> bool:
        """Ask for a name and save there; return whether the text lies there now.

        What is being typed becomes an edit only once there is a name for it.
        """
        self._session.settle()
        if not as_it_is and self._invalid(lambda: self.ask_save_as(as_it_is=True)):
            return False
        proposal = self._folder() / naming.file_name(self._session)
        asked = ask_path(self._window, "Save as", proposal, _FILTER, *_SUFFIXES)
        if asked is None:
            return False
        path, _ = asked
        holder = self._application.session_of(path)
        if holder not in {None, self._session}:
            text = (
                f"“{path.name}” is open in another window. Close it there, or choose another name."
            )
            self._session.post_notice(Notice(text, Severity.WARNING))
            return False
        self._session.commit_typing(going_on=True)
        before = self._session.path
        saved = self.disk.write(path)
        if saved and before and before.parent != path.parent:
            self._offer_sources(before.parent, path.parent)
        if saved and before is None and self._application.settings.texts == "beside":
            self._offer_texts()
        return saved

    def may_close(self) -> bool:
        """Whether nothing is lost by closing; ask where something would be.

        What is being typed stays so: who cancels types on where they were, and undoes the same.
        """
        self._session.settle()
        if not (self._session.modified or self._session.typing):
            return True
        come_forward(self._window)
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Not saved")
        box.setText(f"{naming.called(self._session)} has changes that are not saved.")
        if problem := self._session.problem:
            box.setInformativeText(
                f"The text cannot be read, and is saved as it is. {where_it_fails(problem)}"
            )
        box.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        box.deleteLater()
        return answer == buttons.Discard or (answer == buttons.Save and self.save(as_it_is=True))

    def _invalid(self, save: Callable[[], object]) -> bool:
        """Whether the text was written by hand and cannot be read: then saving it is offered."""
        problem = self._session.problem
        if problem is None or not self._session.modified:
            return False
        text = in_a_row("The text was not saved, as it cannot be read.", where_it_fails(problem))
        remedy = Remedy("Save as it is", save)
        self._session.post_notice(Notice(text, Severity.WARNING, (remedy,), key=SAVING))
        return True

    def keep(self) -> None:
        """Have the journal hold the map as it is now."""
        self._crash_journal.catch_up()

    def close(self) -> None:
        """End the journal and the watching of the file: nothing is left to be recovered."""
        self._crash_journal.close()
        self.disk.close()

    def _folder(self) -> Path:
        return naming.folder(self._session, self._application.recent_files)

    def _set_recovered(self, *, recovered: bool) -> None:
        self.recovered = recovered
        self._session.state_changed.emit()

    def _written(self) -> None:
        self._session.withdraw_notices(_SAVE_IT)
        self._set_recovered(recovered=False)
        if self._session.path:
            self._application.recent_files.add(self._session.path)
        self._begin_journal()

    def _begin_journal(self) -> None:
        if self._crash_journal.begin(self.disk.sha256):
            text = "Another argmap has this file open. The one that saves last is asked first."
            self._session.post_notice(Notice(text, Severity.WARNING))

    def _tell_about(self, opened: Opened) -> None:
        reading = opened.reading
        show = Remedy("Show", lambda: self._session.show_pane("problems"))
        if opened.imported:
            from argmap.desktop.notices import losses

            text = f"Imported “{opened.imported.name}” as a new map."
            self._session.post_notice(losses.summary(text, reading.problems, show))
            return
        errors = [
            problem
            for problem in reading.problems
            if problem.severity is Severity.ERROR and problem.code != _ASKED
        ]
        if not errors:
            return
        if reading.read_only and (closed := closing(reading.problems)):
            show = Remedy("Show", lambda: self._session.show_place(closed))
        remedies: tuple[Remedy, ...] = (show,)
        if errors[0].code == _TORN:
            remedies = (Remedy("Merge", self.merge_wanted.emit), show)
        if reading.read_only:
            text, key = in_a_row(errors[0].message, errors[0].hint, _READ_ONLY), _CLOSED
        else:
            some = "one problem" if len(errors) == 1 else f"{len(errors)} problems"
            text, key = f"This file has {some}. What cannot be read stays in it untouched.", ""
        self._session.post_notice(Notice(text, Severity.WARNING, remedies, key))

    def _look_whether_closed(self) -> None:
        if not self._session.read_only:
            self._session.withdraw_notices(_CLOSED)

    def _offer_sources(self, old: Path, new: Path) -> None:
        names = source_files.left_behind(self._session.argument_map, old, new)
        if not names:
            return
        some = "A source file is" if len(names) == 1 else f"{len(names)} source files are"
        text = f"{some} only in the map's old folder."
        remedy = Remedy("Copy", lambda: self._copy_sources(names, old, new))
        self._session.post_notice(Notice(text, remedies=(remedy,)))

    def _offer_texts(self) -> None:
        """Offer to keep texts beside the map that are in it, as it had no file."""
        number = sum(bool(s.text and not s.file) for s in self._session.argument_map.sources)
        if number:
            some = (
                "The text of a source is" if number == 1 else f"The texts of {number} sources are"
            )
            text = f"{some} kept in the map itself, as the map had no file."
            remedy = Remedy("Keep beside the map", self._put_texts_beside)
            self._session.post_notice(Notice(text, remedies=(remedy,), key=_TEXTS))

    def _put_texts_beside(self) -> None:
        """Write texts that are in the map into files beside it, and save the map without them."""
        from argmap import sourcing

        path = self._session.path
        if path is None:
            return
        with reporting(self._session.post_notice):
            moved = sourcing.put_beside(self._session.argument_map, path)
            for each in moved:
                sourcing.write(path.parent, each.files)
            if self._session.attempt(
                "Keep texts beside the map",
                lambda argument_map: reduce(put, (each.source for each in moved), argument_map),
            ):
                self.save()

    def _copy_sources(self, names: Iterable[str], old: Path, new: Path) -> None:
        with reporting(self._session.post_notice):
            source_files.copy(names, old, new)
            self._session.post_notice(
                Notice("The source files were copied to the map's new folder.")
            )
