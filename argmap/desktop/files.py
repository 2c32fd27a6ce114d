"""The file of one window: reading, saving, closing, and what else touches it on the disk.

A dialog asks only where work could be lost. Everything else is told in the bar, with a button.
The text that loses a conflict always goes to a backup, so there is no wrong answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from argmap.desktop import interchange, opening, source_files
from argmap.desktop.ask_path import ask_path, with_suffix
from argmap.desktop.autosave import Autosave
from argmap.desktop.disk_watch import DiskWatch
from argmap.desktop.notice import Notice, Remedy, notice_of, sentences, telling
from argmap.desktop.opening import Opened
from argmap.desktop.pictures import Pictures
from argmap.desktop.session import blank
from argmap.errors import ArgmapError, Severity
from argmap.formats.format import Format
from argmap.store.save import ChangedOnDisk, Fingerprint, backup, changed_on_disk, fingerprint, save

if TYPE_CHECKING:
    from argmap.desktop.window import Window

SUFFIX = ".argmap.yaml"
_SUFFIXES = (SUFFIX, ".argmap", ".yaml", ".yml")
_FILTER = "Argument maps (*.argmap.yaml *.argmap *.yaml *.yml);;All files (*)"
_DISK = "disk"


class Files:
    """What the File menu does, for one window."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._session = window.session
        self._fingerprint: Fingerprint | None = None
        self._autosave = Autosave(window.session, window)
        self.pictures = Pictures(window.session, window.look, window)
        self._watch = DiskWatch(window)
        self._watch.changed.connect(self._changed_on_disk)

    @property
    def free(self) -> bool:
        """Whether this window holds nothing that another map could push out."""
        document = self._session.document
        return self._session.path is None and not document.modified and not document.done

    @property
    def name(self) -> str:
        """The name of the file, or one that fits the title of a map without file."""
        return self._session.path.name if self._session.path else self._plain_name() + SUFFIX

    def room(self) -> Window:
        """Give a window that has room for another map: this one, or a new one."""
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
            self._window, "Open", str(self._folder()), interchange.filter_to_open()
        )
        for name in names:
            self._window.desk.open(Path(name), self._window)

    def take(self, opened: Opened) -> None:
        """Make a map that was read the one of this window."""
        self._window.notices.clear()
        self._fingerprint = opened.known
        self._session.open(opened.reading, opened.path)
        self._watch.follow(opened.path)
        self._tell_about(opened)
        self._begin_journal()
        if origin := opened.path or opened.imported:
            self._window.desk.recent.add(origin)

    def take_recovered(self, opened: Opened) -> bool:
        """Make a recovered map the one of this window; tell whether a new journal holds it."""
        self.take(opened)
        text = "This is the map as it was when the program ended. Save it to keep it."
        self._session.tell(Notice(text))
        self._changed_on_disk()
        return self._autosave.keep_now()

    def ask_convert(self) -> None:
        """Ask for a file of another program's format, and write the map there."""
        self._window.commit()
        choices = interchange.filter_to_write()
        asked = ask_path(
            self._window,
            "Export to another program",
            self._folder() / self._plain_name(),
            ";;".join(choices),
        )
        if asked:
            name, chosen = asked
            row = choices[chosen]
            self.convert(with_suffix(name, *row.suffixes), row)

    def convert(self, path: Path, row: Format) -> None:
        """Write the map in another program's format, and tell what that cannot hold."""
        try:
            lost = interchange.write(self._session.argument_map, path, row)
        except ArgmapError as error:
            self._session.tell(notice_of(error))
            return
        self._session.report(lost)
        show = Remedy("Show", lambda: self._window.panes.enter("problems"))
        self._session.tell(interchange.told(f"Exported to {path}.", lost, show))

    def save(self) -> bool:
        """Save; ask for a name where there is none. Tells whether the text lies on the disk."""
        self._window.commit()
        if self._session.path is None:
            return self.ask_save_as()
        return self._write(self._session.path, self._fingerprint)

    def ask_save_as(self) -> bool:
        """Ask for a name and save there."""
        self._window.commit()
        proposal = self._folder() / self.name
        asked = ask_path(self._window, "Save as", proposal, _FILTER, *_SUFFIXES)
        if asked is None:
            return False
        path, _ = asked
        holder = self._window.desk.window_of(path)
        if holder not in {None, self._window}:
            text = f"{path.name} is open in another window. Close it there, or choose another name."
            self._session.tell(Notice(text, Severity.WARNING))
            return False
        before = self._session.path
        saved = False
        with telling(self._session.tell):
            saved = self._write(path, fingerprint(path))
        if saved and before and before.parent != path.parent:
            self._offer_sources(before.parent, path.parent)
        return saved

    def reload(self) -> None:
        """Read the file again; what was edited meanwhile goes to a backup."""
        self._window.commit()
        path = self._session.path
        if path is None:
            return
        view, selection = self._session.view, self._session.selection
        keep = Remedy("Keep mine", self._keep_mine)
        with telling(self._session.tell, keep, key=_DISK):
            opened = opening.read(path)
            kept = None
            if self._session.document.modified:
                kept = backup(path, self._session.text.text())
            self.take(opened)
            self._session.look(view)
            self._session.select(selection)
            if kept:
                self._session.tell(Notice(f"Your own version was kept as {kept.name}."))

    def ask_export(self) -> None:
        """Ask what picture to make, and where."""
        self._window.commit()
        self.pictures.ask_export(self._folder(), self._plain_name())

    def ask_print(self) -> None:
        """Ask for a printer and print the map on one page."""
        self._window.commit()
        self.pictures.ask_print()

    def copy_picture(self) -> None:
        """Put a picture of the map on the clipboard."""
        self.pictures.copy()

    def may_close(self) -> bool:
        """Tell whether nothing is lost by closing; ask where something would be."""
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
        self._watch.stop()
        self.pictures.close()

    def _begin_journal(self) -> None:
        if self._autosave.begin(self._fingerprint.sha256 if self._fingerprint else ""):
            text = "Another argmap has this file open. Whoever saves last is asked first."
            self._session.tell(Notice(text, Severity.WARNING))

    def _tell_about(self, opened: Opened) -> None:
        reading = opened.reading
        show = Remedy("Show", lambda: self._window.panes.enter("problems"))
        if opened.imported:
            text = f"Imported {opened.imported.name} as a new map."
            self._session.tell(interchange.told(text, reading.problems, show))
        errors = [p for p in reading.problems if p.severity is Severity.ERROR]
        if not errors:
            return
        if reading.read_only:
            text = sentences(errors[0].message, errors[0].hint, "The map is open read-only")
        else:
            some = "One problem" if len(errors) == 1 else f"{len(errors)} problems"
            text = f"{some} in this file. What cannot be read stays in it untouched."
        self._session.tell(Notice(text, Severity.WARNING, (show,)))

    def _write(self, path: Path, expected: Fingerprint | None) -> bool:
        if self._session.read_only:
            self._session.tell(Notice("The map is open read-only.", Severity.WARNING))
            return False
        text = self._session.text.text()
        try:
            self._fingerprint = save(path, text, expected)
        except ChangedOnDisk:
            self._session.tell(self._conflict(path, "Not saved: "))
            return False
        except ArgmapError as error:
            again = Remedy("Save as…", self.ask_save_as)
            self._session.tell(notice_of(error, again))
            return False
        self._window.notices.clear(_DISK)
        self._session.saved(path)
        self._watch.follow(path)
        self._window.desk.recent.add(path)
        self._begin_journal()
        return True

    def _changed_on_disk(self) -> None:
        path = self._session.path
        if path is None:
            return
        with telling(self._session.tell, key=_DISK):
            if changed_on_disk(path, self._fingerprint):
                self._session.tell(self._conflict(path))
            else:
                self._window.notices.clear(_DISK)

    def _conflict(self, path: Path, what: str = "") -> Notice:
        if path.exists():
            text = f"{what}{path.name} was changed by another program."
            remedies = Remedy("Reload", self.reload), Remedy("Keep mine", self._keep_mine)
            return Notice(text, Severity.WARNING, remedies, _DISK)
        text = f"{what}{path.name} is no longer on the disk."
        again = Remedy("Save it again", self._keep_mine)
        return Notice(text, Severity.WARNING, (again,), _DISK)

    def _keep_mine(self) -> None:
        self._window.commit()
        path = self._session.path
        if path is None:
            return
        with telling(self._session.tell, key=_DISK):
            theirs = fingerprint(path)
            kept = backup(path) if theirs else None
            if self._write(path, theirs) and kept:
                self._session.tell(Notice(f"The other version was kept as {kept.name}."))

    def _offer_sources(self, old: Path, new: Path) -> None:
        names = source_files.left_behind(self._session.argument_map, old, new)
        if not names:
            return
        some = "A source file is" if len(names) == 1 else f"{len(names)} source files are"
        text = f"{some} only in the map's old folder."
        remedy = Remedy("Copy", lambda: self._copy_sources(names, old, new))
        self._session.tell(Notice(text, remedies=(remedy,)))

    def _copy_sources(self, names: Iterable[str], old: Path, new: Path) -> None:
        with telling(self._session.tell):
            source_files.copy(names, old, new)

    def _folder(self) -> Path:
        if self._session.path:
            return self._session.path.parent
        recent = self._window.desk.recent.paths
        return recent[0].parent if recent else Path.home()

    def _plain_name(self) -> str:
        """Give a name without suffix: the file's, or one made of the letters of the title."""
        if self._session.path:
            return self._session.path.name.removesuffix(".yaml").removesuffix(".argmap")
        title = self._session.argument_map.title
        letters = "".join(c if c.isalnum() or c in " -_,()" else " " for c in title)
        return " ".join(letters.split())[:60] or "New map"
