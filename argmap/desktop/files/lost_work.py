"""Looking for work that an ended program left behind, beside the window where that takes long.

The journals of large maps take a tenth of a second and more to read, and what a map without a file
is called stands in its text. Where there is little to read it is read at once, so that nothing
appears a moment late.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from itertools import takewhile
from pathlib import Path

from PySide6.QtCore import QObject

from argmap import paths
from argmap.desktop.files.long_reading import LARGE
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.widgets import plain_text
from argmap.errors import ArgmapError
from argmap.frozen import frozen
from argmap.model import walk
from argmap.store import yaml_file
from argmap.store.journal import Recovery, Unreadable, find, size

_NAMELESS = "New map"


@frozen
class InWords:
    """What is told of a map that was lost.

    Its file or its first words, how many statements can be read of it, and what is claimed first.
    """

    title: str
    count: int = 0
    claim: str = ""


@frozen
class Lost:
    """What was found: lost work, the newest first, what it is in words, and what is unreadable."""

    recoveries: tuple[Recovery, ...]
    words: Mapping[Path, InWords]
    unreadable: tuple[Unreadable, ...]

    def of(self, recovery: Recovery) -> InWords:
        """Return what is told of a map that was lost."""
        return self.words[recovery.file]


class LostWork(QObject):
    """Looks for lost work for one window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs: LatestOnly[Lost] = LatestOnly()
        self._asked: list[Callable[[Lost], None]] = []
        self._over = False

    def look(self, then: Callable[[Lost], None]) -> None:
        """Look anew; `then` gets what was found."""
        if self._over:
            return
        self._asked.append(then)
        if size(paths.journals()) > LARGE:
            self._jobs.start(_look, self._found)
        else:
            self._jobs.cancel()
            self._found(_look(threading.Event()))

    def close(self) -> None:
        """Give up without a word: the window closes."""
        self._over, self._asked = True, []
        self._jobs.leave()

    def _found(self, lost: Lost | ArgmapError) -> None:
        asked, self._asked = self._asked, []
        if isinstance(lost, Lost):
            for then in asked:
                then(lost)


def _look(stop: threading.Event) -> Lost:
    found = find(paths.journals())
    wanted = takewhile(lambda _: not stop.is_set(), found.recoveries)
    words = {recovery.file: _in_words(recovery) for recovery in wanted}
    return Lost(found.recoveries, words, found.unreadable)


def _in_words(recovery: Recovery) -> InWords:
    """Return what is told of the map that is in a journal."""
    name = recovery.path.name if recovery.path else ""
    try:
        argument_map = yaml_file.read(recovery.text()).argument_map
    except ArgmapError:
        return InWords(name or _NAMELESS)
    first = walk.roots(argument_map)[:1] or argument_map.statements[:1]
    claim = plain_text.one_line("".join(statement.text for statement in first))
    title = name or plain_text.one_line(argument_map.title) or claim or _NAMELESS
    return InWords(title, len(argument_map.statements), claim)
