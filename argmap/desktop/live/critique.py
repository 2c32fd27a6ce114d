"""What looks wrong, live: the rules run after every edit, beside the work.

Which rules of analysis run besides the usual ones is the reader's choice, so it is kept here and
never reaches the file. What is worth fixing is turned into marks for the picture. Every run looks
at the files that sources name afresh, in its thread; what it has read is kept for fixes.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from argmap.critique import RULES, check
from argmap.desktop.notices.notice import notice_of
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.errors import ArgmapError, Place, Problem
from argmap.marking import problem_marks
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import Patch
from argmap.store.file_text import FileText
from argmap.texts.lookup import Lookup, beside, in_the_map

_USUAL = frozenset(rule.code for rule in RULES if rule.default)

Problems = tuple[Problem, ...]
Found = tuple[Problems, Mapping[str, Place], Lookup]
"""What the rules found, where in the text each item stands, and the texts that were looked at."""
_NOTHING: Found = ((), {}, in_the_map)


class LiveCritique(QObject):
    """All problems of a session's map, with their lines; `found` says that there are others now."""

    found = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs: LatestOnly[Found] = LatestOnly()
        self._found = _NOTHING
        self._path: Path | None = None
        self.problems: Problems = ()
        self.analyses: frozenset[str] = frozenset()
        session.opened.connect(self._begin_afresh)
        session.changed.connect(self._map_changed)
        session.problems_reported.connect(self._tell)
        session.state_changed.connect(self._follow_file)
        self._begin_afresh()

    @property
    def texts(self) -> Lookup:
        """The texts of sources, as the rules saw them: what fixes a problem looks at the same."""
        return self._found[2]

    def analyse(self, code: str, *, on: bool) -> None:
        """Run a rule that is off by default, or leave it alone again."""
        self.analyses = self.analyses | {code} if on else self.analyses - {code}
        self.refresh()

    def refresh(self) -> None:
        """Run the rules over the map as it is now."""
        self._path = path = self._session.path
        text = self._session.text.frozen()
        texts = beside(path.parent) if path else in_the_map
        codes = _USUAL | self.analyses
        work = partial(_found, self._session.argument_map, text, codes, texts)
        self._jobs.start(work, self._arrived)

    def close(self) -> None:
        """End, leaving no thread."""
        self._jobs.close()

    def _map_changed(self, _patch: Patch) -> None:
        self.refresh()

    def _follow_file(self) -> None:
        """Look again where the map has been saved elsewhere: other files lie beside it there."""
        if self._session.path != self._path:
            self.refresh()

    def _begin_afresh(self) -> None:
        """Show what the file says until the rules have run; the last map's problems are gone."""
        self._found = _NOTHING
        self._tell()
        self.refresh()

    def _arrived(self, result: Found | ArgmapError) -> None:
        if isinstance(result, ArgmapError):
            self._session.post_notice(notice_of(result))
        else:
            self._found = result
            self._tell()

    def _tell(self) -> None:
        broken, places, _texts = self._found
        self.problems = tuple(p.located(places) for p in (*self._session.problems, *broken))
        self._session.set_marks(
            "critique", problem_marks(self._session.argument_map, self.problems)
        )
        self.found.emit()


def _found(
    argument_map: ArgumentMap,
    text: FileText,
    codes: frozenset[str],
    texts: Lookup,
    cancel: threading.Event,
) -> Found:
    # Undo that is held down makes maps faster than the rules read them.
    if cancel.is_set():
        return _NOTHING
    return check(argument_map, select=codes, texts=texts), text.places(), texts
