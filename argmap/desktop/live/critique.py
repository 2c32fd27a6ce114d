"""What looks wrong, live: the rules run after every edit, beside the work.

Which rules of analysis run besides the usual ones is the reader's choice, so it is kept here and
never reaches the file. What is worth fixing is turned into marks for the picture. All of that is
done in a thread, which looks again only at what the last edits touched (`critique.following`), but
at the files that sources name afresh each time; what it has read is kept for fixes.
"""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from argmap.critique import RULES, Follower
from argmap.desktop.notices.notice import notice_of
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.drawing.marks import NO_MARKS, Marks
from argmap.errors import ArgmapError, Problem, Severity
from argmap.frozen import frozen
from argmap.marking import problem_marks
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import Patch
from argmap.model.integrity import structural
from argmap.store.file_text import FileText
from argmap.texts.lookup import Lookup, beside, in_the_map

_USUAL = frozenset(rule.code for rule in RULES if rule.default)

Problems = tuple[Problem, ...]


@frozen
class Found:
    """All problems with their lines, those that were found in the map, and the marks for them.

    `texts` are those that were looked at, and `worse` is the number of problems that are worse
    than a hint.
    """

    problems: Problems
    found: Problems
    marks: Marks
    texts: Lookup
    worse: int


_NOTHING = Found((), (), NO_MARKS, in_the_map, 0)


class LiveCritique(QObject):
    """All problems of a session's map, with their lines; `found` says that there are others now."""

    found = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs: LatestOnly[Found] = LatestOnly()
        self._found = _NOTHING
        self._follower = Follower()
        self._path: Path | None = None
        self.analyses: frozenset[str] = frozenset()
        session.opened.connect(self._begin_afresh)
        session.changed.connect(self._map_changed)
        session.problems_reported.connect(self._tell_reported)
        session.state_changed.connect(self._follow_file)
        self._begin_afresh()

    @property
    def problems(self) -> Problems:
        """What is wrong with the map, as far as it is known by now."""
        return self._found.problems

    @property
    def worse_than_hints(self) -> int:
        """How many of the problems are worse than a hint."""
        return self._found.worse

    @property
    def texts(self) -> Lookup:
        """The texts of sources, as the rules saw them: what fixes a problem looks at the same."""
        return self._found.texts

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
        argument_map, told = self._session.argument_map, self._session.told_problems

        def work(cancel: threading.Event) -> Found:
            # Undo that is held down makes maps faster than the rules read them.
            if cancel.is_set():
                return _NOTHING
            broken = self._follower.check(argument_map, select=codes, texts=texts)
            found = (*structural(argument_map), *broken)
            return _found(told, found, argument_map, text, texts)

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
        """Show what the reader of the file said until the rules have run."""
        session = self._session
        told, argument_map = session.told_problems, session.argument_map
        self._take(_found(told, structural(argument_map), argument_map, session.text, in_the_map))
        self.refresh()

    def _tell_reported(self) -> None:
        """Show what was reported at once, beside what the rules found last."""
        session, found = self._session, self._found
        told = session.told_problems
        self._take(_found(told, found.found, session.argument_map, session.text, found.texts))

    def _arrived(self, result: Found | ArgmapError) -> None:
        if isinstance(result, ArgmapError):
            self._session.post_notice(notice_of(result))
        else:
            self._take(result)

    def _take(self, found: Found) -> None:
        self._found = found
        self._session.set_marks("critique", found.marks)
        self.found.emit()


def _found(
    told: Problems, found: Problems, argument_map: ArgumentMap, text: FileText, texts: Lookup
) -> Found:
    problems = (*told, *found)
    places = text.places({id_ for problem in problems for id_ in problem.ids}) if problems else {}
    located = tuple(problem.located(places) for problem in problems)
    worse = sum(problem.severity is not Severity.HINT for problem in located)
    return Found(located, found, problem_marks(argument_map, located), texts, worse)
