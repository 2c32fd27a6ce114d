"""The files of one window: opened, begun, saved, closed, with a journal beside them.

A dialog asks only where work could be lost. Everything else is told in the bar, with a button.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from argmap.desktop.files import interchange, source_files
from argmap.desktop.files.autosave import Autosave
from argmap.desktop.files.disk_file import DiskFile
from argmap.desktop.files.opening import Opened
from argmap.desktop.notices.notice import Notice, Remedy, reporting, sentences
from argmap.desktop.session import blank
from argmap.desktop.widgets.ask_path import ask_path
from argmap.errors import Severity
from argmap.store.file_names import OWN_SUFFIXES, SUFFIX, YAML_SUFFIXES, stem_of

if TYPE_CHECKING:
    from argmap.desktop.window import Window

_SUFFIXES = (*OWN_SUFFIXES, *YAML_SUFFIXES)
_FILTER = f"Argument maps ({' '.join(f'*{suffix}' for suffix in _SUFFIXES)});;All files (*)"


class Files:
    """What the File menu does, for one window."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session
        self._autosave = Autosave(window.session, window)
        self.disk: DiskFile = DiskFile(window)
        self.disk.read_again.connect(self.take)
        self.disk.written.connect(self._written)
        self.disk.name_wanted.connect(self.ask_save_as)

    @property
    def free(self) -> bool:
        """Whether this window holds nothing that another map could push out."""
        document = self._session.document
        return self._session.path is None and not document.modified and not document.done

    @property
    def name(self) -> str:
        """The name of the file, or one that fits the title of a map without file."""
        return self._session.path.name if self._session.path else self.stem + SUFFIX

    @property
    def stem(self) -> str:
        """The name without suffix: the file's, or one made of the letters of the title."""
        if self._session.path:
            return stem_of(self._session.path.name)
        title = self._session.argument_map.title
        letters = "".join(c if c.isalnum() or c in " -_,()" else " " for c in title)
        return " ".join(letters.split())[:60] or "New map"

    @property
    def folder(self) -> Path:
        """The folder where a dialog begins: the file's, or that of the last one that was open."""
        if self._session.path:
            return self._session.path.parent
        recent = self._window.desk.recent.paths
        return recent[0].parent if recent else Path.home()

    def room(self) -> Window:
        """Return a window that has room for another map: this one, or a new one."""
        self._window.commit()
        return self._window if self.free else self._window.desk.window()

    def new(self) -> None:
        """Begin an empty map, here if nothing stands in the way, else in a new window."""
        self.room().files.begin()

    def begin(self) -> None:
        """Make an empty map the one of this window, with the editor of its first claim open."""
        self.take(Opened(blank()))
        self._window.commands["add_claim"].trigger()

    def ask_open(self) -> None:
        """Ask for files and open them."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Open", str(self.folder), interchange.filter_to_open()
        )
        for name in names:
            self._window.desk.open(Path(name), self._window)

    def take(self, opened: Opened) -> None:
        """Make a map that was read the one of this window."""
        self._window.notices.clear()
        self._session.open(opened.reading, opened.path)
        self.disk.follow(opened.path, opened.known)
        self._tell_about(opened)
        self._begin_journal()
        if origin := opened.path or opened.imported:
            self._window.desk.recent.add(origin)

    def take_recovered(self, opened: Opened) -> bool:
        """Make a recovered map the one of this window; tell whether a new journal holds it."""
        self.take(opened)
        text = "This is the map as it was when the program ended. Save it to keep it."
        self._session.post_notice(Notice(text))
        self.disk.check()
        return self._autosave.keep_now()

    def save(self) -> bool:
        """Save; ask for a name where there is none. Tells whether the text lies on the disk."""
        self._window.commit()
        if self._session.path is None:
            return self.ask_save_as()
        return self.disk.write(self._session.path)

    def ask_save_as(self) -> bool:
        """Ask for a name and save there."""
        self._window.commit()
        proposal = self.folder / self.name
        asked = ask_path(self._window, "Save as", proposal, _FILTER, *_SUFFIXES)
        if asked is None:
            return False
        path, _ = asked
        holder = self._window.desk.window_of(path)
        if holder not in {None, self._window}:
            text = f"{path.name} is open in another window. Close it there, or choose another name."
            self._session.post_notice(Notice(text, Severity.WARNING))
            return False
        before = self._session.path
        saved = self.disk.write(path)
        if saved and before and before.parent != path.parent:
            self._offer_sources(before.parent, path.parent)
        return saved

    def may_close(self) -> bool:
        """Whether nothing is lost by closing; ask where something would be."""
        self._window.commit()
        if not self._session.document.modified:
            return True
        self._window.come_forward()
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Not saved")
        box.setText(f"“{self.name}” has changes that are not saved.")
        box.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        box.deleteLater()
        return answer == buttons.Discard or (answer == buttons.Save and self.save())

    def close(self) -> None:
        """Let go of the file: nothing is left to be recovered."""
        self._autosave.close()
        self.disk.close()

    def _written(self) -> None:
        if self._session.path:
            self._window.desk.recent.add(self._session.path)
        self._begin_journal()

    def _begin_journal(self) -> None:
        if self._autosave.begin(self.disk.sha256):
            text = "Another argmap has this file open. Whoever saves last is asked first."
            self._session.post_notice(Notice(text, Severity.WARNING))

    def _tell_about(self, opened: Opened) -> None:
        reading = opened.reading
        show = Remedy("Show", lambda: self._window.panes.enter("problems"))
        if opened.imported:
            text = f"Imported {opened.imported.name} as a new map."
            self._session.post_notice(interchange.told(text, reading.problems, show))
        errors = [p for p in reading.problems if p.severity is Severity.ERROR]
        if not errors:
            return
        if reading.read_only:
            text = sentences(errors[0].message, errors[0].hint, "The map is open read-only")
        else:
            some = "One problem" if len(errors) == 1 else f"{len(errors)} problems"
            text = f"{some} in this file. What cannot be read stays in it untouched."
        self._session.post_notice(Notice(text, Severity.WARNING, (show,)))

    def _offer_sources(self, old: Path, new: Path) -> None:
        names = source_files.left_behind(self._session.argument_map, old, new)
        if not names:
            return
        some = "A source file is" if len(names) == 1 else f"{len(names)} source files are"
        text = f"{some} only in the map's old folder."
        remedy = Remedy("Copy", lambda: self._copy_sources(names, old, new))
        self._session.post_notice(Notice(text, remedies=(remedy,)))

    def _copy_sources(self, names: Iterable[str], old: Path, new: Path) -> None:
        with reporting(self._session.post_notice):
            source_files.copy(names, old, new)
            self._session.post_notice(
                Notice("The source files were copied to the map's new folder.")
            )
