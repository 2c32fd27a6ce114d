"""Asks for a new picture whenever what is to be seen has changed.

The snapshot (the part of the map in view, theme, marks, what is held) is taken here; placing and
Graphviz run elsewhere, and the newest picture wins. What takes longer than a moment shows that it
works, and longer than a second can be stopped.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from argmap.desktop.appearance import Appearance
from argmap.desktop.canvas.laying.drafting import Drafted, Outlook, drafted, without_draft
from argmap.desktop.canvas.laying.holding import Holding, Kept
from argmap.desktop.canvas.laying.portions import followed, near, nearest
from argmap.desktop.canvas.scene.changes import Changes, changes
from argmap.desktop.draft import Draft
from argmap.desktop.notices.notice import Notice, Remedy, notice_of
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.running.pause import pause
from argmap.desktop.session import Session
from argmap.desktop.undoing.view_steps import ViewStep
from argmap.drawing.dot.compact import Compact
from argmap.drawing.layout import Cache, Laid, draw_more, lay, no_first
from argmap.drawing.looks.draw import Part
from argmap.drawing.marks import with_hidden
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Picture, Point
from argmap.errors import ArgmapError
from argmap.frozen import frozen
from argmap.model.edits.renaming import renames
from argmap.model.history.patch import Patch
from argmap.model.kinds import Page
from argmap.placing.arrangement import NEW, Arrangement

_GATHER_MS = 15
"""How long changes are gathered: an edit and the labels that follow from it are one picture,
and the labels are not kept waiting by the work on a picture that is void at once."""
_BUSY_MS = 300
_LONG_MS = 1000
_KEY = "layout"
_AT_ONCE = 600
"""Where more than so many things have never been drawn, boxes are shown first: all over a map that
is shown for the first time, and far from what is looked at where it is edited meanwhile."""
_PORTION = 150
"""How many of them are drawn first then, those in view; the others in larger portions."""


@frozen
class _Drawn:
    """A picture as it is to be shown, with all that is found out about it beside the window."""

    laid: Laid
    picture: Picture
    draft: Drafted | None
    outlook: Outlook | None
    changes: Changes | None
    kept: Kept | None = None
    steps: int = 0
    """How many steps had been done when it was begun."""


def _drawn(laid: Laid, draft: Drafted | None, shown: Picture | None, seen: Point) -> _Drawn:
    """Return a picture without the draft that is in it, and what differs from what is shown."""
    picture, outlook = without_draft(laid.picture, draft) if draft else (laid.picture, None)
    differs = changes(shown, picture.indexed(), seen) if shown else None
    return _Drawn(laid, picture.indexed(), draft, outlook, differs)


class LayoutJobs(QObject):
    """`drawn` carries each new Picture, `abandoned` says that none will come.

    `busy` says whether a wait can be felt.
    """

    drawn = Signal(object)
    abandoned = Signal()
    busy = Signal(bool)

    def __init__(self, session: Session, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._appearance = appearance
        self._jobs: LatestOnly[_Drawn] = LatestOnly()
        self._cache = Cache()
        self._holding = Holding()
        self._draft: tuple[Draft, str] | None = None
        self._drafted: Drafted | None = None
        self._shown: Picture | None = None
        self.changes: Changes | None = None
        """What differs in the picture that is shown from the one before, while it is told of."""
        self._spent: list[Changes | None] = []
        self.outlook: Outlook | None = None
        """Where the card that is being written will stand, in the picture that is shown."""
        self.seen: Callable[[], tuple[float, float]] = lambda: (0.0, 0.0)
        """Tells which point of the picture is in the middle of what is looked at."""
        self._shown_busy = self._told = False
        self._gather = pause(self, _GATHER_MS, self._start)
        self._soon = pause(self, _BUSY_MS, self._tell_busy)
        self._long = pause(self, _LONG_MS, self._tell_long)
        session.opened.connect(self._holding.let_go)
        seen = (
            session.opened,
            session.view_changed,
            session.marks_changed,
            appearance.changed,
        )
        for signal in seen:
            signal.connect(self.refresh)
        session.changed.connect(self._map_changed)
        session.stepped.connect(lambda: self._holding.go_to(self._steps))

    @property
    def awaited(self) -> bool:
        """Whether a picture is still to come, or more of it to be drawn."""
        return self._gather.isActive() or self._jobs.busy

    def refresh(self) -> None:
        """Ask for a picture of what is to be seen then, in a moment."""
        self._gather.start()

    def tidy(self) -> None:
        """Arrange everything anew, as it fits best; undo brings the old arrangement back."""
        before = self._holding.arrangement

        def hold(arrangement: Arrangement) -> None:
            self._holding.hold(arrangement)
            self.refresh()

        self._session.do_in_view(ViewStep("Tidy", lambda: hold(before), lambda: hold(NEW)))

    def show_draft(self, draft: Draft | None, text: str = "") -> None:
        """Make room for a card that is being written, or for none any more."""
        self._draft = (draft, text) if draft else None
        self.refresh()

    def stop(self) -> None:
        """Give up the picture that is still to come; the old one stays."""
        self._gather.stop()
        self._jobs.cancel()
        self._rest()
        self.abandoned.emit()

    def close(self) -> None:
        """End, leaving no thread and no process."""
        self._gather.stop()
        self._jobs.close()
        self._rest()

    def _map_changed(self, patch: Patch) -> None:
        if not self._session.document.shifting:
            self._holding.go_on(self._steps)
        if self._drafted:
            names = self._drafted.became(patch)
            if names:
                self._holding.draft_became(names, self._steps)
                self._draft = self._drafted = None
        elif self._draft:
            made = (change.id for change in patch.of("statements") if change.before is None)
            self._holding.written(made)
        elif names := renames(patch):
            self._holding.renamed(names)
        self._holding.follow(patch, self._session.argument_map)
        self.refresh()

    @property
    def _steps(self) -> int:
        return len(self._session.document.done)

    def _start(self) -> None:
        argument_map, steps = self._session.argument_map, self._steps
        draft = drafted(argument_map, *self._draft) if self._draft else None
        view = self._session.in_view(draft.argument_map if draft else None)
        page = view.argument_map.style.page or Page.SCREEN
        options = DrawingOptions(
            self._appearance.theme,
            page=page,
            layout=self._appearance.layout_for(argument_map),
            titles=self._session.view.titles,
            marks=with_hidden(self._session.marks, view.hidden),
            engine=self._appearance.engine,
        )
        held = self._holding.held_for(argument_map, page, drafting=draft is not None)

        shown, seen = self._shown, self.seen()

        def in_view(compact: Compact, part: Part) -> Part:
            if shown is None:  # nobody looks at anything yet
                return no_first(compact, part)
            return near(compact, part, followed(seen, shown, compact), _PORTION)

        def work(cancel: threading.Event) -> _Drawn:
            whole = held.whole()
            if draft:
                whole = replace(whole, wide=whole.wide.union(draft.statements))
            laid = lay(
                view.argument_map,
                options,
                held=whole,
                cache=self._cache,
                cancel=cancel,
                at_once=_AT_ONCE,
                first=in_view,
            )
            kept = Kept.of(laid.arrangement, held, whole)
            return replace(_drawn(laid, draft, shown, seen), kept=kept, steps=steps)

        self._begin(work, self._arrived)
        self._wait()

    def _begin(
        self,
        work: Callable[[threading.Event], _Drawn],
        arrived: Callable[[_Drawn | ArgmapError], None],
    ) -> None:
        """Do work that gives a picture, and let go first what no picture needs any more.

        Those are many small things, and the window would wait.
        """
        spent, self._spent = self._spent, []

        def whole(cancel: threading.Event) -> _Drawn:
            spent.clear()
            return work(cancel)

        self._jobs.start(whole, arrived)

    def _wait(self) -> None:
        """Count from when the user began to wait; asking again, as a held key does, prolongs it."""
        if not (self._soon.isActive() or self._shown_busy):
            self._soon.start()
        if not (self._long.isActive() or self._told):
            self._long.start()

    def _arrived(self, result: _Drawn | ArgmapError) -> None:
        self._rest()
        if isinstance(result, ArgmapError):
            again = Remedy("Try again", self.refresh)
            self._session.post_notice(notice_of(result, again))
            self.abandoned.emit()
            return
        if result.kept:
            self._holding.take(result.kept, result.steps, drafting=result.draft is not None)
        self._show(result)

    def _show(self, drawn: _Drawn, portion: int = _PORTION) -> None:
        """Show a picture; have more of it drawn, if a part of it is plain."""
        self._drafted, self.outlook = drawn.draft, drawn.outlook
        self._shown, self.changes = drawn.picture, drawn.changes
        self.drawn.emit(drawn.picture)
        self.changes = None
        if drawn.laid.unfinished:
            self._spent.append(drawn.changes)
            self._draw_more(drawn, portion)

    def _draw_more(self, drawn: _Drawn, portion: int) -> None:
        seen, shown, laid = self.seen(), self._shown, drawn.laid

        def work(cancel: threading.Event) -> _Drawn:
            part = nearest(laid, seen, portion)
            more = draw_more(laid, part, self._cache, cancel=cancel)
            return _drawn(more, drawn.draft, shown, seen)

        def arrived(result: _Drawn | ArgmapError) -> None:
            if isinstance(result, ArgmapError):
                self._arrived(result)
            else:
                self._show(result, 3 * portion)

        self._begin(work, arrived)

    def _rest(self) -> None:
        self._soon.stop()
        self._long.stop()
        if self._shown_busy:
            self._show_busy(busy=False)
        if self._told:
            # Takes the place of the notice that offers to stop it, and leaves by itself.
            self._told = False
            self._session.post_notice(Notice("The map is laid out.", key=_KEY))

    def _tell_busy(self) -> None:
        self._show_busy(busy=True)

    def _show_busy(self, *, busy: bool) -> None:
        self._shown_busy = busy
        self.busy.emit(busy)

    def _tell_long(self) -> None:
        self._told = True
        stop = Remedy("Stop", self.stop)
        self._session.post_notice(Notice("The map is being laid out…", remedies=(stop,), key=_KEY))
