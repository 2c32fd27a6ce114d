"""All windows of the program, and which of them gets a map.

Opening a file that is open already raises its window. A window that shows nothing of value (the
start page, or an empty map) is used for the file; otherwise the file gets a window of its own.
While a large file is read, in a thread, it has its window already.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from argmap.desktop.application import Application, same_file
from argmap.desktop.assembly import assemble
from argmap.desktop.files import long_reading, opening
from argmap.desktop.files.opening import Opened
from argmap.desktop.notices.notice import notice_of, reporting
from argmap.desktop.running import garbage
from argmap.desktop.session import Session
from argmap.desktop.widgets.raising import come_forward
from argmap.desktop.widgets.sizing import place_beside
from argmap.desktop.window import Window
from argmap.errors import ArgmapError
from argmap.model.argument_map import Statement
from argmap.store.journal import InField, InText, Recovery, Writing


class Windows(QObject):
    """The windows that are open, in the order in which they were opened."""

    def __init__(self, application: Application) -> None:
        super().__init__()
        self.application = application
        self._windows: list[Window] = []
        application.new_map_requested.connect(self.new_map)
        application.file_requested.connect(self.open)
        application.map_requested.connect(self.take)
        application.recovery_requested.connect(self.recover)
        application.quit_requested.connect(self.quit)

    @property
    def all(self) -> tuple[Window, ...]:
        """The windows as they are now."""
        return tuple(self._windows)

    def add(self) -> Window:
        """Open a window with an empty map."""
        window = assemble(self.application)
        if self._windows:
            active = [each for each in self._windows if each.isActiveWindow()]
            place_beside(window, (active or self._windows)[-1])
        self._windows.append(window)
        self.application.sessions.append(window.session)
        window.closed.connect(partial(self._forget, window))
        window.show()
        return window

    def new_map(self, beside: Session) -> None:
        """Begin an empty map: in the window that asks if it is free, else in a new one."""
        self._room(self._window(beside)).files.begin()

    def take(self, opened: Opened, beside: Session) -> None:
        """Show a map that was read: in the window that asks if it is free, else in a new one."""
        self._room(self._window(beside)).files.take(opened)

    def open(self, path: Path, beside: Session | None = None) -> Window:
        """Open a file: in the window that has it, in one that is free, or in a new one.

        Where it cannot be read, the window given, or a new one, says why.
        """
        holder = self.application.session_of(path)
        if holder:
            window = self._window(holder)
            window.pages.show_map()
            come_forward(window)
            return window
        for window in self._windows:
            if window.reading.path and same_file(window.reading.path, path):
                come_forward(window)
                return window
        if long_reading.takes_long(path):
            return self._read(path, self._window(beside) if beside else None)
        try:
            opened = opening.read(path)
        except ArgmapError as error:
            window = self._window(beside) if beside else self.add()
            window.session.post_notice(notice_of(error))
            return window
        window = self._room(self._window(beside)) if beside else self.add()
        _show(window, opened)
        return window

    def _read(self, path: Path, asker: Window | None) -> Window:
        """Read a large file in the window that it will be shown in."""
        window = self._room(asker) if asker else self.add()
        window.reading.start(path, partial(self._show_read, window, asker))
        window.pages.show_page(window.reading.page)
        window.reading.page.setFocus()
        return window

    def _show_read(
        self, window: Window, asker: Window | None, result: Opened | ArgmapError | None
    ) -> None:
        """Show what was read; without anything leave the window, or close it if it was new."""
        if isinstance(result, Opened):
            _show(window, result)
            window.panes.fill_shown()
            return
        if asker in self._windows and asker is not window:
            window.close_unasked()
            window = asker
        else:
            window.pages.show_start_page()
        if isinstance(result, ArgmapError):
            window.session.post_notice(notice_of(result))

    def recover(self, recovery: Recovery, beside: Session, title: str = "") -> None:
        """Open what a journal holds, as an edited map of the file it belongs to.

        `title` is what a map is called that has no file. A large journal is read in a thread.
        """
        asker = self._window(beside)
        if long_reading.takes_long(recovery.file):
            asker.reading.start(
                recovery.path or recovery.file,
                partial(self._show_recovered, asker, recovery),
                lambda _stop: opening.recovered(recovery),
                called=title,
            )
            asker.pages.show_page(asker.reading.page)
            asker.reading.page.setFocus()
            return
        try:
            self._take_recovered(asker, recovery, opening.recovered(recovery))
        except ArgmapError as error:
            asker.start.tell_failed(recovery, error)

    def _show_recovered(
        self, asker: Window, recovery: Recovery, result: Opened | ArgmapError | None
    ) -> None:
        """Show what was read of a journal; without anything go back to what was there."""
        if asker.session.untouched:
            asker.pages.show_start_page()
        else:
            asker.pages.show_map()
        if isinstance(result, Opened):
            self._take_recovered(asker, recovery, result)
        elif isinstance(result, ArgmapError):
            asker.start.tell_failed(recovery, result)

    def _take_recovered(self, asker: Window, recovery: Recovery, opened: Opened) -> None:
        holder = self.application.session_of(recovery.path) if recovery.path else None
        free = holder is not None and not (holder.modified or holder.typing)
        window = self._window(holder) if holder and free else self._room(asker)
        if window.files.take_recovered(opened, damaged=recovery.damaged):
            with reporting(window.session.post_notice):
                recovery.discard()
        if opened.writing:
            _go_on(window, opened.writing, opened)
        window.start.offer_lost_work(again=True)
        for each in self.all:
            each.start.follow()

    def quit(self) -> None:
        """Close all windows, or none: each that could lose something asks before any closes."""
        if all(window.files.may_close() for window in self.all):
            for window in self.all:
                window.close_unasked()

    def keep(self) -> None:
        """Have the journals hold all work as it is now, half a sentence too: the program ends."""
        for window in self.all:
            window.files.keep()

    def _window(self, session: Session) -> Window:
        return next(window for window in self._windows if window.session is session)

    def _room(self, window: Window) -> Window:
        """Return a window that has room for another map: this one, or a new one."""
        free = window.session.untouched and not (window.session.typing or window.reading.path)
        return window if free else self.add()

    def _forget(self, window: Window) -> None:
        garbage.thaw()
        if window in self._windows:
            self._windows.remove(window)
            self.application.sessions.remove(window.session)


def _show(window: Window, opened: Opened) -> None:
    """Show a map that was read, and tell of work on it that was not saved."""
    window.files.take(opened)
    garbage.spare()
    if opened.path:
        window.start.offer_lost_work(opened.path)


def _go_on(window: Window, writing: Writing, opened: Opened) -> None:
    """Put the cursor where it stood, in the text of the map, on a card or in a field."""
    if isinstance(writing, InText):
        window.panes.enter("text")
        window.text_pane.go_on(writing)
    elif not window.session.read_only:
        _go_on_in_field(window, writing, new=opened.is_new(writing.item))


def _go_on_in_field(window: Window, writing: InField, *, new: bool) -> None:
    """Put the cursor where it stood; where that is no longer possible, no card hears the keys."""
    session = window.session
    item = session.argument_map.item(writing.item)
    session.select([writing.item] if item else [])
    if isinstance(item, Statement) and writing.field == "text":
        _write_when_seen(window, writing, new=new)
        return
    window.panes.reveal("inspector")
    if not window.inspector.go_to(writing.item, writing.field, writing.at):
        session.select([])
        window.canvas.setFocus()


def _write_when_seen(window: Window, writing: InField, *, new: bool) -> None:
    """Write on a card as soon as the picture shows it, unless the user is elsewhere by then."""
    canvas = window.canvas

    def look() -> None:
        gone = window.session.current != writing.item or canvas.editing.active
        if gone or canvas.rect_of(writing.item):
            canvas.drawn.disconnect(look)
        if not gone:
            canvas.edit(writing.item, new=new)
        if not gone and (field := canvas.editing.field):
            field.put_cursor(writing.at)

    canvas.drawn.connect(look)
    look()
