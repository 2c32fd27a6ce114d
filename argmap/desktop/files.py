"""The file of one window: reading, saving, closing, and what else touches it on the disk.

A dialog asks only where work could be lost. Everything else is told in the bar, with a button.
The text that loses a conflict always goes to a backup, so there is no wrong answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMessageBox

from argmap.desktop import examples, interchange, source_files
from argmap.desktop.autosave import Autosave
from argmap.desktop.disk_watch import DiskWatch
from argmap.desktop.notice import Notice, Remedy, notice_of
from argmap.desktop.pictures import Pictures
from argmap.desktop.session import blank
from argmap.desktop.start_page import StartPage
from argmap.errors import ArgmapError, Severity
from argmap.formats.format import Format
from argmap.store import yaml_file
from argmap.store.journal import Recovery, recoverable
from argmap.store.save import ChangedOnDisk, Fingerprint, backup, changed_on_disk, fingerprint, save

if TYPE_CHECKING:
    from argmap.desktop.window import Window

SUFFIX = ".argmap.yaml"
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
        return self._session.path is None and not self._session.document.done

    def new(self) -> None:
        """Begin an empty map, here if nothing stands in the way, else in a new window."""
        window = self._window if self.free else self._window.desk.window()
        window.files.begin()

    def begin(self) -> None:
        """Make an empty map the one of this window, with the editor of its first claim open."""
        self.adopt(blank())
        self._window.commands["add_claim"].trigger()

    def ask_open(self) -> None:
        """Ask for files and open them."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window, "Open", str(self._folder()), interchange.filter_to_open()
        )
        for name in names:
            self._window.desk.open(Path(name), self._window)

    def load(self, path: Path) -> bool:
        """Read a file into this window; tell why where that is impossible."""
        try:
            known = fingerprint(path)
            if known and not interchange.is_own(path, path.read_bytes()):
                return self._import(path)
            reading = yaml_file.load(path)
        except ArgmapError as error:
            self._session.tell(notice_of(error))
            return False
        self.adopt(reading, path, known)
        self._window.desk.recent.add(path)
        return True

    def _import(self, path: Path) -> bool:
        reading = interchange.read(path, path.read_bytes())
        self.adopt(reading)
        lost = [p for p in reading.problems if p.code == "lost"]
        show = Remedy("Show", lambda: self._window.panes.enter("problems"))
        self._session.tell(interchange.told(f"Imported {path.name} as a new map.", lost, show))
        self._window.desk.recent.add(path)
        return True

    def ask_convert(self) -> None:
        """Ask for a file of another program's format, and write the map there."""
        self._window.commit()
        choices = interchange.filter_to_write()
        name, chosen = QFileDialog.getSaveFileName(
            self._window,
            "Export to another program",
            str(self._folder() / self._plain_name()),
            ";;".join(choices),
        )
        if name:
            row = choices[chosen]
            path = Path(name)
            suffixed = path.name.lower().endswith(row.suffixes)
            self.convert(path if suffixed else Path(name + row.suffixes[0]), row)

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

    def open_example(self, path: Path) -> None:
        """Open an example as a new map that has no file yet, so that trying things is safe."""
        window = self._window if self.free else self._window.desk.window()
        reading = yaml_file.load(path)
        window.files.adopt(reading)

    def save(self) -> bool:
        """Save; ask for a name where there is none. Tells whether the text lies on the disk."""
        self._window.commit()
        if self._session.path is None:
            return self.ask_save_as()
        return self._write(self._session.path, self._fingerprint)

    def ask_save_as(self) -> bool:
        """Ask for a name and save there."""
        self._window.commit()
        name, _ = QFileDialog.getSaveFileName(
            self._window, "Save as", str(self._folder() / self._name()), _FILTER
        )
        if not name:
            return False
        path = Path(name) if "." in Path(name).name else Path(name + SUFFIX)
        before = self._session.path
        saved = self._write(path, fingerprint(path))
        if saved and before and before.parent != path.parent:
            self._offer_sources(before.parent, path.parent)
        return saved

    def reload(self) -> None:
        """Read the file again; what was edited meanwhile goes to a backup."""
        path = self._session.path
        if path is None:
            return
        kept = backup(path, self._session.text.text()) if self._session.document.modified else None
        if self.load(path) and kept:
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
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Not saved")
        box.setText(f"“{self._name()}” has changes that are not saved.")
        buttons = QMessageBox.StandardButton
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        return answer == buttons.Discard or (answer == buttons.Save and self.save())

    def close(self) -> None:
        """Let go of the file: nothing is left to be recovered."""
        self._autosave.close()
        self._watch.stop()
        self.pictures.close()

    def fill_start_page(self, page: StartPage) -> None:
        """Show on the start page what there is to open."""
        lost = [(_title(recovery), recovery) for recovery in recoverable(Autosave.folder())]
        page.fill(self._window.desk.recent.paths, examples.titles(), lost)

    def listen_to(self, page: StartPage) -> None:
        """Do what is chosen on the start page."""
        page.new_wanted.connect(self.new)
        page.open_wanted.connect(self.ask_open)
        page.recent_chosen.connect(lambda path: self._window.desk.open(path, self._window))
        page.example_chosen.connect(self.open_example)
        page.recovery_chosen.connect(self.recover)

    def tell_of_recovery(self) -> None:
        """Tell of work that was lost, if a map is shown and not the start page, which lists it."""
        lost = recoverable(Autosave.folder())
        if lost:
            some = "A map was" if len(lost) == 1 else f"{len(lost)} maps were"
            show = Remedy("Show", self._window.show_start_page)
            text = f"{some} not saved when the program ended, and can be recovered."
            self._session.tell(Notice(text, Severity.WARNING, (show,)))

    def recover(self, recovery: Recovery) -> None:
        """Open what a journal holds, as an edited map of the file it belongs to."""
        window = self._window if self.free else self._window.desk.window()
        window.files.adopt_recovery(recovery)

    def adopt_recovery(self, recovery: Recovery) -> None:
        """Make what a journal holds the map of this window, as one that is not saved."""
        path = recovery.path
        reading = yaml_file.read(recovery.text(), str(path or ""))
        reading.text.mark_modified()
        self.adopt(reading, path, fingerprint(path) if path else None)
        self._autosave.keep_now()
        recovery.discard()
        text = "This is the map as it was when the program ended. Save it to keep it."
        self._session.tell(Notice(text))

    def adopt(
        self, reading: yaml_file.Reading, path: Path | None = None, known: Fingerprint | None = None
    ) -> None:
        """Make a map that was read the one of this window; `known` is what its file was like."""
        self._window.notices.clear()
        self._fingerprint = known
        self._session.open(reading, path)
        self._watch.follow(path)
        self._tell_about(reading)
        if self._autosave.begin(known.sha256 if known else ""):
            text = "Another argmap has this file open. Whoever saves last is asked first."
            self._session.tell(Notice(text, Severity.WARNING))

    def _tell_about(self, reading: yaml_file.Reading) -> None:
        errors = [p for p in reading.problems if p.severity is Severity.ERROR]
        if not errors:
            return
        remedy = Remedy("Show", lambda: self._window.panes.enter("problems"))
        if reading.read_only:
            text = f"{errors[0].message} {errors[0].hint} The map is open read-only."
        else:
            some = "One problem" if len(errors) == 1 else f"{len(errors)} problems"
            text = f"{some} in this file. What cannot be read stays in it untouched."
        self._session.tell(Notice(text, Severity.WARNING, (remedy,)))

    def _write(self, path: Path, expected: Fingerprint | None) -> bool:
        if self._session.read_only:
            self._session.tell(Notice("The map is open read-only.", Severity.WARNING))
            return False
        text = self._session.text.text()
        try:
            self._fingerprint = save(path, text, expected)
        except ChangedOnDisk:
            self._changed_on_disk()
            return False
        except ArgmapError as error:
            again = Remedy("Save as…", self.ask_save_as)
            self._session.tell(notice_of(error, again))
            return False
        self._window.notices.clear(_DISK)
        self._session.saved(path)
        self._watch.follow(path)
        self._window.desk.recent.add(path)
        self._autosave.begin(self._fingerprint.sha256)
        return True

    def _changed_on_disk(self) -> None:
        path = self._session.path
        if path is None or not changed_on_disk(path, self._fingerprint):
            return
        reload, keep = Remedy("Reload", self.reload), Remedy("Keep mine", self._keep_mine)
        if path.exists():
            text = f"{path.name} was changed by another program."
            notice = Notice(text, Severity.WARNING, (reload, keep), _DISK)
        else:
            again = Remedy("Save it again", self._keep_mine)
            text = f"{path.name} is no longer on the disk."
            notice = Notice(text, Severity.WARNING, (again,), _DISK)
        self._session.tell(notice)

    def _keep_mine(self) -> None:
        path = self._session.path
        if path is None:
            return
        if path.exists():
            theirs = path.read_bytes().decode("utf-8", "replace")
            kept = backup(path, theirs)
            self._session.tell(Notice(f"The other version was kept as {kept.name}."))
        self._write(path, fingerprint(path))

    def _offer_sources(self, old: Path, new: Path) -> None:
        names = source_files.left_behind(self._session.argument_map, old, new)
        if not names:
            return
        some = "A source file" if len(names) == 1 else f"{len(names)} source files"
        lie = "lies" if len(names) == 1 else "lie"
        text = f"{some} of this map {lie} beside its old place only."
        remedy = Remedy("Copy", lambda: self._copy_sources(names, old, new))
        self._session.tell(Notice(text, remedies=(remedy,)))

    def _copy_sources(self, names: Iterable[str], old: Path, new: Path) -> None:
        try:
            source_files.copy(names, old, new)
        except ArgmapError as error:
            self._session.tell(notice_of(error))

    def _folder(self) -> Path:
        if self._session.path:
            return self._session.path.parent
        recent = self._window.desk.recent.paths
        return recent[0].parent if recent else Path.home()

    def _name(self) -> str:
        return self._session.path.name if self._session.path else self._plain_name() + SUFFIX

    def _plain_name(self) -> str:
        """Give a name without suffix: the file's, or one made of the letters of the title."""
        if self._session.path:
            return self._session.path.name.removesuffix(".yaml").removesuffix(".argmap")
        title = self._session.argument_map.title or "New map"
        return "".join(c if c.isalnum() or c in " -_,()" else " " for c in title).strip()[:80]


def _title(recovery: Recovery) -> str:
    if recovery.path:
        return recovery.path.name
    return yaml_file.read(recovery.text()).argument_map.title or "New map"
