"""Adding sources in the window: from files, from the clipboard, or as mere references.

Files are read, and their texts written beside the map, in a thread. What cannot be read is told,
with the line that installs what is missing, and keeps the others from nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from argmap import sourcing
from argmap.desktop.application import Application
from argmap.desktop.notices.notice import Notice, notice_of
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.desktop.sources.dropping import local_files
from argmap.desktop.sources.reference_form import ReferenceForm
from argmap.desktop.widgets.file_filters import EVERYTHING, file_filter
from argmap.desktop.widgets.run_dialog import run_dialog
from argmap.errors import ArgmapError, Place, Severity
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Source
from argmap.model.edits.edit import put
from argmap.sourcing import NewSource, Wishes
from argmap.texts.reading.kinds import KIND_BY_NAME, KINDS

_KEY = "adding"
_SAID = ("title", "author", "type", "publisher", "date", "url")
"""What a file says of itself, which a reference may have left open."""


@frozen
class _Read:
    """What was read: new sources, whose texts are written by now, and what could not be."""

    new: tuple[Source, ...] = ()
    errors: tuple[ArgmapError, ...] = ()


_Reader = Callable[[ArgumentMap], tuple[Iterable[NewSource], Iterable[ArgmapError]]]
"""Reads something for a map; it runs in a thread."""


def suffixes() -> tuple[str, ...]:
    """Return the suffixes of all files that a source can be made of."""
    return (*(suffix for kind in KINDS for suffix in kind.suffixes), *sourcing.REFERENCES)


class Adding(QObject):
    """Adds sources to the map of a session."""

    def __init__(self, session: Session, application: Application, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._application = application
        self._window = window
        self._jobs: LatestOnly[_Read] = LatestOnly()
        self._waiting: list[tuple[str, _Reader, str]] = []
        session.opened.connect(self._give_up)

    def ask_files(self) -> None:
        """Ask for files, and make a source of each."""
        self.add_files(self._ask(QFileDialog.getOpenFileNames, "Add sources", _all_filters()))

    def ask_web_pages(self) -> None:
        """Ask for web pages, and make sources of them with their menus and all."""
        kind = KIND_BY_NAME["html"]
        pages = file_filter(kind.called.capitalize(), kind.suffixes)
        title = "Add all of a web page"
        asked = self._ask(QFileDialog.getOpenFileNames, title, (pages, EVERYTHING))
        self._add(asked, replace(self._wishes, whole=True))

    def ask_text_of(self, source: str) -> None:
        """Ask for the file that holds the text of a source that is a mere reference."""
        for path in self._ask(QFileDialog.getOpenFileName, "Add the text", _all_filters()):
            reader = partial(_from_file, self._session.path, path, replace(self._wishes, id=source))
            self._read(path.name, partial(_for_one, source, reader), source)

    def _ask(
        self, ask: Callable[..., tuple[Any, str]], title: str, filters: Iterable[str]
    ) -> list[Path]:
        path = self._session.path
        lately = self._application.recent_files.paths
        folder = path.parent if path else lately[0].parent if lately else Path.home()
        chosen, _ = ask(self._window, title, str(folder), ";;".join(filters))
        names = [chosen] if isinstance(chosen, str) else chosen
        return [Path(name) for name in names if name]

    def add_files(self, paths: Iterable[Path]) -> None:
        """Make a source of each file, and many of a list of references."""
        self._add(paths, self._wishes)

    def paste(self) -> None:
        """Make a source of the text, or references of the list, that is on the clipboard."""
        # An empty clipboard hands over nothing, whatever the binding says of its type.
        there: QMimeData | None = QGuiApplication.clipboard().mimeData()
        data = there or QMimeData()
        files = local_files(data)
        if files:
            self.add_files(files)
        elif not data.text().strip() and not data.hasHtml():
            self._session.post_notice(Notice("There is no text on the clipboard.", key=_KEY))
        elif sourcing.are_references(data.text()):
            self._read("the clipboard", partial(_from_list, data.text()))
        else:
            name, words = ("pasted.html", data.html()) if data.hasHtml() else _plain(data.text())
            read = partial(_from_words, self._session.path, name, words.encode(), self._wishes)
            self._read("the clipboard", read)

    def ask_reference(self) -> None:
        """Ask for the fields of a reference, or for one in the form of reference managers."""
        form = ReferenceForm(self._window)
        if run_dialog(form):
            if form.pasted:
                self._read("the references", partial(_from_list, form.pasted))
            else:
                self._put([form.source()])

    def close(self) -> None:
        """End, leaving no thread."""
        self._waiting.clear()
        self._jobs.close()

    def _add(self, paths: Iterable[Path], wishes: Wishes) -> None:
        for path in paths:
            self._read(path.name, partial(_from_file, self._session.path, path, wishes))

    @property
    def _wishes(self) -> Wishes:
        settings = self._application.settings
        return Wishes(inline=settings.texts == "inline", keep_original=settings.originals)

    def _read(self, what: str, reader: _Reader, of: str = "") -> None:
        """Have something read for new sources, or for the source whose text it is."""
        if self._session.read_only:
            self._session.post_notice(Notice(self._session.why_read_only))
            return
        self._waiting.append((what, reader, of))
        if not self._jobs.busy:
            self._begin()

    def _begin(self) -> None:
        what, reader, of = self._waiting.pop(0)
        self._session.post_notice(Notice(f"“{what}” is being read…", key=_KEY))
        path, argument_map = self._session.path, self._session.argument_map
        folder = path.parent if path else None
        self._jobs.start(partial(_done, reader, argument_map, folder), partial(self._arrived, of))

    def _arrived(self, of: str, read: _Read | ArgmapError) -> None:
        self._session.withdraw_notices(_KEY)
        errors = (read,) if isinstance(read, ArgmapError) else read.errors
        for error in errors:
            self._session.post_notice(notice_of(error, severity=Severity.WARNING))
        if isinstance(read, _Read) and read.new:
            if of:
                self._put_text(of, read.new[0])
            else:
                self._put(read.new)
        if self._waiting:
            self._begin()

    def _put(self, new: Iterable[Source]) -> None:
        """Put sources into the map, as one step."""

        def make(argument_map: ArgumentMap) -> ArgumentMap:
            for source in new:
                named = sourcing.with_own_id(argument_map, source)
                argument_map = put(argument_map, named)
            return argument_map

        if self._session.attempt("Add source", make):
            self._session.show_pane("sources")
            if self._session.path is None and any(source.text for source in new):
                text = "The text is kept in the map itself, as the map has no file yet."
                self._session.post_notice(Notice(text, key=_KEY))

    def _put_text(self, id_: str, read: Source) -> None:
        """Let a source have the text that was read; what is known of it already stays."""

        def make(argument_map: ArgumentMap) -> ArgumentMap:
            known = argument_map.source_by_id.get(id_)
            if known is None:
                raise ArgmapError("The source whose text was read is no longer in the map.")
            said = {name: getattr(known, name) or getattr(read, name) for name in _SAID}
            kept = {name: getattr(read, name) for name in ("file", "original", "sha256", "text")}
            return put(argument_map, replace(known, **said, **kept))

        if self._session.attempt("Add the text", make):
            self._session.show_pane("sources")

    def _give_up(self) -> None:
        """Leave what was to be added to the map that was open before."""
        self._waiting.clear()
        self._jobs.cancel()
        self._session.withdraw_notices(_KEY)


def _all_filters() -> tuple[str, ...]:
    """Return the choices of a dialog: all that a source can be made of at once, then one by one."""
    every = file_filter("All that can be read", suffixes())
    kinds = (file_filter(kind.called.capitalize(), kind.suffixes) for kind in KINDS)
    lists = file_filter("Lists of references", sourcing.REFERENCES)
    return (every, *kinds, lists, EVERYTHING)


def _plain(words: str) -> tuple[str, str]:
    return "pasted.txt", words


def _from_file(
    map_path: Path | None, path: Path, wishes: Wishes, argument_map: ArgumentMap
) -> tuple[Iterable[NewSource], Iterable[ArgmapError]]:
    if sourcing.is_list(path):
        found, broken = sourcing.references(path)
        return map(NewSource, found), broken
    return (sourcing.text_source(argument_map, map_path, path, wishes),), ()


def _for_one(
    source: str, reader: _Reader, argument_map: ArgumentMap
) -> tuple[Iterable[NewSource], Iterable[ArgmapError]]:
    """Read for a source that gives up its id for that, so that its text is called by it."""
    others = tuple(each for each in argument_map.sources if each.id != source)
    return reader(replace(argument_map, sources=others))


def _from_words(
    map_path: Path | None, name: str, data: bytes, wishes: Wishes, argument_map: ArgumentMap
) -> tuple[Iterable[NewSource], Iterable[ArgmapError]]:
    return (sourcing.pasted_source(argument_map, map_path, name, data, wishes),), ()


def _from_list(
    words: str, _argument_map: ArgumentMap
) -> tuple[Iterable[NewSource], Iterable[ArgmapError]]:
    found, broken = sourcing.pasted_references(words)
    return map(NewSource, found), broken


def _done(
    reader: _Reader, argument_map: ArgumentMap, folder: Path | None, _cancel: threading.Event
) -> _Read:
    try:
        found, broken = reader(argument_map)
        new = tuple(found)
        for each in new:
            if folder:
                sourcing.write(folder, each.files)
    except OSError as error:
        message = f"The file cannot be read: {error.strerror or error}."
        raise ArgmapError(message, "", Place(str(error.filename or ""))) from error
    return _Read(tuple(each.source for each in new), tuple(broken))
