"""What stands, live: labels follow every edit, computed beside the work.

The switch, the viewpoint and what is tried without being written belong to the reader, so they
are kept here and never reach the file. The result is turned into marks for the picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from argmap.desktop.notices.notice import Notice, notice_of
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.drawing.marks import NO_MARKS, Marks
from argmap.errors import ArgmapError
from argmap.marking import judgement_marks, judgement_marks_after, label_marks, viewpoint_title
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import judging
from argmap.model.history.patch import Patch
from argmap.model.kinds import RESERVED_VIEWPOINTS, Judgement

if TYPE_CHECKING:
    from argmap.reasoning import Evaluation

AUTHOR, *_ = RESERVED_VIEWPOINTS

Trial = Mapping[str, Judgement | None]


class LiveEvaluation(QObject):
    """The evaluation of a session's map; `evaluated` says that there is another result, or none."""

    evaluated = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs: LatestOnly[tuple[Evaluation, Marks]] = LatestOnly()
        self.on = False
        self.viewpoint = AUTHOR
        self.trial: dict[str, Judgement | None] = {}
        self.result: Evaluation | None = None
        self._judged: Marks = NO_MARKS
        session.opened.connect(self._begin_afresh)
        session.changed.connect(self._map_changed)

    @property
    def viewpoints(self) -> tuple[str, ...]:
        """The names of what the map can be looked at from."""
        from argmap.reasoning.stance import viewpoint_ids

        return viewpoint_ids(self._session.argument_map)

    def switch(self, *, on: bool) -> None:
        """Show labels, or none."""
        self.on = on
        self.trial.clear()
        self.refresh()

    def set_viewpoint(self, viewpoint: str) -> None:
        """Evaluate from another viewpoint."""
        self.viewpoint = viewpoint
        self.on = True
        self.trial.clear()
        self.refresh()

    def attempt(self, ids: Iterable[str], judgement: Judgement | None) -> None:
        """See what would stand if these were judged so, without writing it."""
        self.trial |= dict.fromkeys(ids, judgement)
        self.on = True
        self.refresh()

    def forget_trial(self) -> None:
        """Go back to what is written."""
        self.trial.clear()
        self.refresh()

    def keep_trial(self) -> None:
        """Write what was tried, as one step."""
        trial, self.trial = dict(self.trial), {}
        self.judge("Keep what was tried", trial)

    def differs(self, judgements: Trial) -> bool:
        """Whether writing judgements would change any."""
        before = self._session.argument_map
        return judging.judge(before, judgements, self._own_viewpoint) != before

    def judge(self, name: str, judgements: Trial) -> None:
        """Write judgements: the author's, or those of the viewpoint that is looked from."""
        viewpoint, own = self.viewpoint if self.on else AUTHOR, self._own_viewpoint
        if not self._session.attempt(name, lambda m: judging.judge(m, judgements, own)):
            self.refresh()
        elif not own and viewpoint != AUTHOR:
            title = viewpoint_title(self._session.argument_map, viewpoint)
            text = f"Written as the author's judgement: “{title}” has none of its own."
            self._session.post_notice(Notice(text))

    @property
    def _own_viewpoint(self) -> str:
        """The viewpoint that judgements are written into, or nothing for the author's own."""
        viewpoint = self.viewpoint if self.on else AUTHOR
        return "" if viewpoint in RESERVED_VIEWPOINTS else viewpoint

    def refresh(self) -> None:
        """Evaluate the map as it is now."""
        if not self.on:
            self._jobs.cancel()
            self._judged = judgement_marks(self._session.argument_map)
            self._take(None, self._judged)
            return
        if self.viewpoint not in self.viewpoints:
            self.viewpoint = AUTHOR
        argument_map, viewpoint, trial = self._session.argument_map, self.viewpoint, self.trial
        self._jobs.start(partial(_evaluated, argument_map, viewpoint, dict(trial)), self._arrived)

    def close(self) -> None:
        """End, leaving no thread."""
        self._jobs.close()

    def _map_changed(self, patch: Patch) -> None:
        if self.on:
            self.refresh()
        else:
            self._judged = judgement_marks_after(self._judged, patch)
            self._session.set_marks("evaluation", self._judged)
            if patch.of("viewpoints"):
                self.evaluated.emit()

    def _begin_afresh(self) -> None:
        self.viewpoint = AUTHOR
        self.trial.clear()
        self.refresh()

    def _arrived(self, result: tuple[Evaluation, Marks] | ArgmapError) -> None:
        if isinstance(result, ArgmapError):
            self._session.post_notice(notice_of(result))
        else:
            self._take(*result)

    def _take(self, result: Evaluation | None, marks: Marks) -> None:
        self.result = result
        self._session.set_marks("evaluation", marks)
        self.evaluated.emit()


def _evaluated(
    argument_map: ArgumentMap, viewpoint: str, trial: Trial, _cancel: object
) -> tuple[Evaluation, Marks]:
    from argmap.reasoning.evaluation import Evaluation
    from argmap.reasoning.stance import stance

    held = stance(argument_map, viewpoint)
    left = {id_: j for id_, j in held.judgements.items() if id_ not in trial}
    tried = {id_: j for id_, j in trial.items() if j is not None}
    evaluation = Evaluation(argument_map, replace(held, judgements=left | tried))
    return evaluation, label_marks(evaluation)
