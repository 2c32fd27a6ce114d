"""A file that is made beside the work, so that a large one never stops the typing.

The bar says that it is being made, with a button that stops it, and then that it is written. One is
made at a time, so that none is left out.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from argmap.desktop.notices.notice import Notice, Remedy, notice_of
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.errors import ArgmapError, Problem, Severity
from argmap.frozen import frozen
from argmap.saving import save_bytes


@frozen
class Made:
    """What a file is to hold, and what of the map it does not."""

    content: bytes
    lost: tuple[Problem, ...] = ()


class FileJob:
    """Makes files of one sort; `doing` is what the bar calls that, `busy` what it then says."""

    def __init__(self, session: Session, doing: str, busy: str) -> None:
        self._session = session
        self._doing = doing
        self._busy = busy
        self._jobs: LatestOnly[Made] = LatestOnly()

    def start(
        self,
        path: Path,
        work: Callable[[threading.Event], Made],
        written: Callable[[Made], Notice],
    ) -> None:
        """Do the work in a thread and write what it made; `written` is told then.

        The work gets an event that is set when nobody waits for it any more.
        """
        if self._jobs.busy:
            text = f"{self._busy} Export again when it is done."
            self._session.post_notice(Notice(text, Severity.WARNING))
            return
        stop = Remedy("Stop", self._jobs.cancel)
        self._tell(Notice(f"{self._doing} “{path.name}”…", remedies=(stop,)))
        self._jobs.start(work, partial(self._write, path, written))

    def close(self) -> None:
        """Stop what is being made."""
        self._jobs.close()

    def _write(
        self, path: Path, written: Callable[[Made], Notice], made: Made | ArgmapError
    ) -> None:
        try:
            if isinstance(made, ArgmapError):
                raise made
            save_bytes(path, made.content)
        except ArgmapError as error:
            self._tell(notice_of(error))
            return
        self._tell(written(made))

    def _tell(self, notice: Notice) -> None:
        """Tell, in place of what was told of the last file of this sort."""
        self._session.post_notice(replace(notice, key=self._doing))
