"""What the start page offers: files, examples, and work that an ended program left behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from argmap.desktop.files import examples, opening
from argmap.desktop.files.autosave import Autosave
from argmap.desktop.files.opening import Opened
from argmap.desktop.files.start_page import StartPage
from argmap.desktop.notices.notice import Notice, Remedy, reporting
from argmap.desktop.widgets import plain_text
from argmap.errors import Severity
from argmap.store import yaml_file
from argmap.store.journal import Recovery, recoverable

if TYPE_CHECKING:
    from pathlib import Path

    from argmap.desktop.window import Window

_LOST = "lost"


class Starting:
    """Fills the start page of one window, and does what is chosen there."""

    def __init__(self, window: Window, page: StartPage) -> None:
        self._window = window
        self._page = page
        page.back_wanted.connect(window.show_map)
        page.new_wanted.connect(window.files.new)
        page.open_wanted.connect(window.files.ask_open)
        page.recent_chosen.connect(lambda path: window.desk.open(path, window))
        page.example_chosen.connect(self.open_example)
        page.recovery_chosen.connect(self.recover)

    def fill(self) -> None:
        """Show what there is now."""
        lost = [(_title(recovery), recovery) for recovery in recoverable(Autosave.folder())]
        back = "" if self._window.files.free else self._window.files.name
        self._page.fill(self._window.desk.recent.paths, examples.titles(), lost, back)

    def open_example(self, path: Path) -> None:
        """Open an example as a new map that has no file yet, so that trying things is safe."""
        with reporting(self._window.session.post_notice):
            reading = yaml_file.load(path)
            self._window.files.room().files.take(Opened(reading))

    def tell_of_lost_work(self) -> None:
        """Tell of work that can be recovered, where the start page does not show it."""
        lost = recoverable(Autosave.folder())
        if not lost or self._page.isVisible():
            self._window.notices.clear(_LOST)
        elif len(lost) == 1:
            text = f"“{_title(lost[0])}” was not saved when the program ended."
            recover = Remedy("Recover", lambda: self.recover(lost[0]))
            self._window.session.post_notice(Notice(text, Severity.WARNING, (recover,), _LOST))
        else:
            text = f"{len(lost)} maps were not saved when the program ended."
            show = Remedy("Show", self._window.show_start_page)
            self._window.session.post_notice(Notice(text, Severity.WARNING, (show,), _LOST))

    def recover(self, recovery: Recovery) -> None:
        """Open what a journal holds, as an edited map of the file it belongs to."""
        if not recovery.file.exists():
            self._window.session.post_notice(Notice("That map was recovered already."))
            self.fill()
            return
        opened = opening.recovered(recovery)
        holder = self._window.desk.window_of(recovery.path) if recovery.path else None
        unedited = holder and not holder.session.document.modified
        window = holder if holder and unedited else self._window.files.room()
        if window.files.take_recovered(opened):
            recovery.discard()
        window.starting.tell_of_lost_work()


def _title(recovery: Recovery) -> str:
    if recovery.path:
        return recovery.path.name
    argument_map = yaml_file.read(recovery.text()).argument_map
    texts = (argument_map.title, *(statement.text for statement in argument_map.statements[:1]))
    return plain_text.one_line(next(filter(None, texts), "New map"))
