"""Asks for a new picture whenever what is to be seen has changed.

The snapshot (the part of the map in view, theme, marks) is taken here; Graphviz runs elsewhere,
and the newest picture wins. What takes longer than a moment shows that it works, and longer than
a second can be stopped.
"""

from __future__ import annotations

import threading
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from argmap.desktop.appearance import Appearance
from argmap.desktop.notices.notice import Notice, Remedy, notice_of
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.drawing.layout import Cache, lay_out
from argmap.drawing.marks import UNMARKED
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Picture
from argmap.errors import ArgmapError
from argmap.model.history.patch import Patch
from argmap.model.kinds import Page

_GATHER_MS = 15
"""How long changes are gathered: an edit and the labels that follow from it are one picture,
and the labels are not kept waiting by the work on a picture that is void at once."""
_BUSY_MS = 300
_LONG_MS = 1000
_KEY = "layout"


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
        self._jobs: LatestOnly[Picture] = LatestOnly()
        self._cache = Cache()
        self._shown_busy = self._told = False
        self._gather = self._timer(_GATHER_MS, self._start)
        self._soon = self._timer(_BUSY_MS, self._tell_busy)
        self._long = self._timer(_LONG_MS, self._tell_long)
        seen = (
            session.opened,
            session.view_changed,
            session.marks_changed,
            appearance.changed,
        )
        for signal in seen:
            signal.connect(self.refresh)
        session.changed.connect(self._map_changed)

    @property
    def awaited(self) -> bool:
        """Whether a picture is still to come."""
        return self._gather.isActive() or self._jobs.busy

    def refresh(self) -> None:
        """Ask for a picture of what is to be seen then, in a moment."""
        self._gather.start()

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

    def _map_changed(self, _patch: Patch) -> None:
        self.refresh()

    def _timer(self, milliseconds: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    def _start(self) -> None:
        view = self._session.in_view()
        marks = dict(self._session.marks)
        for id_, count in view.hidden.items():
            marks[id_] = replace(marks.get(id_, UNMARKED), hidden=count)
        options = DrawingOptions(
            self._appearance.theme,
            page=view.argument_map.style.page or Page.SCREEN,
            titles=self._session.view.titles,
            marks=marks,
            engine=self._appearance.engine,
        )

        def work(cancel: threading.Event) -> Picture:
            return lay_out(view.argument_map, options, cache=self._cache, cancel=cancel)

        self._jobs.start(work, self._arrived)
        self._wait()

    def _wait(self) -> None:
        """Count from when the user began to wait; asking again, as a held key does, prolongs it."""
        if not (self._soon.isActive() or self._shown_busy):
            self._soon.start()
        if not (self._long.isActive() or self._told):
            self._long.start()

    def _arrived(self, result: Picture | ArgmapError) -> None:
        self._rest()
        if isinstance(result, ArgmapError):
            again = Remedy("Try again", self.refresh)
            self._session.post_notice(notice_of(result, again))
            self.abandoned.emit()
        else:
            self.drawn.emit(result)

    def _rest(self) -> None:
        self._soon.stop()
        self._long.stop()
        if self._shown_busy:
            self._show_busy(busy=False)
        if self._told:
            # Takes the place of the notice that offers to stop it, and leaves by itself.
            self._told = False
            self._session.post_notice(Notice("Graphviz is done.", key=_KEY))

    def _tell_busy(self) -> None:
        self._show_busy(busy=True)

    def _show_busy(self, *, busy: bool) -> None:
        self._shown_busy = busy
        self.busy.emit(busy)

    def _tell_long(self) -> None:
        self._told = True
        stop = Remedy("Stop", self.stop)
        self._session.post_notice(
            Notice("Graphviz is laying out the map…", remedies=(stop,), key=_KEY)
        )
