"""What the map takes from its sources, live: where every quote stands, found beside the work.

It is worked out only while somebody looks. Files are read afresh when the map is opened, when it is
saved elsewhere, when its sources change, and when somebody begins to look or comes back to the
window; other edits go on with the texts that were read.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from argmap.desktop.notices.notice import notice_of
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap, Statement
from argmap.model.history.patch import Change, Patch
from argmap.texts.lookup import Lookup, beside, in_the_map
from argmap.texts.report import SourceReport, sources
from argmap.texts.text import Text

Reports = tuple[SourceReport, ...]


class LiveSources(QObject):
    """A report on each source of a session's map; `found` says that there are others now."""

    found = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs: LatestOnly[Reports | None] = LatestOnly()
        self._reading: LatestOnly[Mapping[str, Text]] = LatestOnly()
        self._texts: Lookup = in_the_map
        self._path: Path | None = None
        self._watching = False
        self.reports: Reports = ()
        self._read: Mapping[str, Text] = {}
        session.opened.connect(self._begin_afresh)
        session.changed.connect(self._map_changed)
        session.state_changed.connect(self._follow_file)

    def report_of(self, source: str) -> SourceReport | None:
        """Return the report on a source of that id, if there is one yet."""
        return next((r for r in self.reports if r.source.id == source), None)

    def text_of(self, source: str) -> Text | None:
        """Return the text of a source: it is there before all that is cited of it was found."""
        report = self.report_of(source)
        return report.text if report else self._read.get(source)

    def watch(self, *, on: bool) -> None:
        """Keep up to date, or leave it until somebody looks again."""
        self._watching = on
        if on:
            self.refresh()
        else:
            self._reading.cancel()
            self._jobs.cancel()

    def refresh(self) -> None:
        """Read the texts again, and look for all that is quoted."""
        self._path = path = self._session.path
        self._texts = beside(path.parent) if path else in_the_map
        if self.reports:
            self._look()
        elif self._watching:
            work = partial(_texts_of, self._session.argument_map, self._texts)
            self._reading.start(work, self._have_read)

    def close(self) -> None:
        """End, leaving no thread."""
        self._reading.close()
        self._jobs.close()

    def _look(self) -> None:
        if self._watching:
            work = partial(_found, self._session.argument_map, self._texts)
            self._jobs.start(work, self._arrived)

    def _map_changed(self, patch: Patch) -> None:
        if patch.of("sources"):
            self.refresh()
        elif any(map(_cites_otherwise, patch.of("statements"))):
            self._look()

    def _follow_file(self) -> None:
        if self._session.path != self._path:
            self.refresh()

    def _begin_afresh(self) -> None:
        self.reports, self._read = (), {}
        self.refresh()
        self.found.emit()

    def _have_read(self, result: Mapping[str, Text] | ArgmapError) -> None:
        if not isinstance(result, ArgmapError):
            self._read = result
            self.found.emit()
        self._look()

    def _arrived(self, result: Reports | ArgmapError | None) -> None:
        if isinstance(result, ArgmapError):
            self._session.post_notice(notice_of(result))
        elif result is not None:
            self.reports = result
            self.found.emit()


def _cites_otherwise(change: Change) -> bool:
    """Whether a change of a statement changes what is cited, or who cites it."""
    before, after = change.before, change.after
    cited = before.cites if isinstance(before, Statement) else ()
    return cited != (after.cites if isinstance(after, Statement) else ())


def _texts_of(
    argument_map: ArgumentMap, texts: Lookup, _cancel: threading.Event
) -> Mapping[str, Text]:
    kept = ((source.id, texts(source).text) for source in argument_map.sources)
    return {id_: text for id_, text in kept if text}


def _found(argument_map: ArgumentMap, texts: Lookup, cancel: threading.Event) -> Reports | None:
    # Undo that is held down makes maps faster than texts are searched.
    return None if cancel.is_set() else sources(argument_map, texts)
