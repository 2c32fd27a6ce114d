"""What is typed in the text becomes the map, a moment after the last key.

The text is read beside the work. What can be read to a map that could be edited becomes a step of
the history, the same one as long as one types on. Of anything else the session holds the text,
which is a step as well, and the map stays as it was. So what makes a file read-only when it is
opened does so when it is typed.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal

from argmap.desktop.notices.notice import notice_of
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.running.pause import pause
from argmap.desktop.session import Session
from argmap.desktop.text.editor import TextEditor
from argmap.desktop.text.source import Source
from argmap.desktop.undoing.held_text import HeldText, closing
from argmap.errors import ArgmapError
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import Patch
from argmap.store.reread import Reread, reread
from argmap.store.yaml_file import Reading

PAUSE_MS = 150
"""From the last key until the text is read."""
BREATH_MS = 3000
"""A longer pause ends a run of typing, which is one step."""
AT_ONCE = 400_000
"""So many characters are read while somebody waits: 0.3 s at the most."""


@frozen
class _Found:
    """What was read of a text that was typed in place of that of a map."""

    again: Reread
    of: ArgumentMap


class Writing(QObject):
    """Takes over what is typed in an editor; `taken` says that it was read, as `reading` says."""

    taken = Signal()

    def __init__(self, session: Session, editor: TextEditor) -> None:
        super().__init__(editor)
        self._session = session
        self._editor = editor
        self._jobs: LatestOnly[_Found] = LatestOnly()
        self._joined = self._alone = self._again = False
        self.taking = False
        self.reading: Reading | None = None
        self._pause = pause(self, PAUSE_MS, self._read)
        self._breath = pause(self, BREATH_MS, self.end_run)
        editor.written_on.connect(self._typed)
        editor.step_begins.connect(self.stand_alone)
        session.changed.connect(self._map_changed)
        session.held_changed.connect(self._held_changed)
        session.settle_requested.connect(self.settle)

    @property
    def busy(self) -> bool:
        """Whether something was typed that is not read yet."""
        return self._pause.isActive() or self._jobs.busy

    def end_run(self) -> None:
        """Let what is typed from now on be another step."""
        self._joined = False

    def stand_alone(self) -> None:
        """Let the change that comes now be a step of its own."""
        self.settle()
        self.end_run()
        self._alone = True

    def begin(self) -> None:
        """Read in a moment what is in the editor, and was not typed now."""
        self._again = True
        self._pause.start()

    def settle(self) -> None:
        """Read what was typed at once, unless it is so much that the window would stand still."""
        if self.busy and self._session.held:
            source = self._editor.source
            if len(source) <= AT_ONCE:
                self.forget()
                self._arrived(self._work(source, Event()))

    def forget(self) -> None:
        """Read nothing: the text is another one now."""
        self._pause.stop()
        self._jobs.cancel()

    def close(self) -> None:
        """End, leaving no thread."""
        self._pause.stop()
        self._breath.stop()
        self._jobs.close()

    def _typed(self, goes_on: bool) -> None:
        if not goes_on and not self.busy:
            self.end_run()
        self._jobs.cancel()
        self.reading = None
        self._again = False
        self._pause.start()
        self._breath.start()
        self._session.hold(HeldText(self._editor.source))

    def _read(self) -> None:
        source = self._editor.source.frozen()
        self._jobs.start(partial(self._work, source), self._arrived)

    @property
    def _work(self) -> partial[_Found]:
        session = self._session
        told, text = session.told_problems, session.text.frozen()
        before = Reading(session.argument_map, text, told, read_only=False)
        return partial(_read, before, str(session.path or ""))

    def _arrived(self, found: _Found | ArgmapError) -> None:
        session = self._session
        if isinstance(found, ArgmapError):
            session.post_notice(notice_of(found))
        elif found.of is not session.argument_map:
            self._read()
        else:
            self._take(found)
            self.taken.emit()

    def _take(self, found: _Found) -> None:
        self.reading = reading = found.again.reading
        if reading.read_only:
            self._hold(HeldText(self._editor.source, closing(reading.problems)))
        else:
            self.taking = True
            self._session.rewrite(reading, found.again.edit, joined=self._joined)
            self.taking = False
        self._joined = not (self._alone or self._again)
        self._alone = self._again = False

    def _hold(self, held: HeldText) -> None:
        if self._again and self._session.held:
            self._session.hold(replace(held, saved=self._session.held.saved))
        else:
            self._session.hold_as_step(held, joined=self._joined)

    def _held_changed(self) -> None:
        """Begin anew with a text that undo has brought back, or taken away."""
        held = self._session.held
        if not self.taking and (held is None or held.source is not self._editor.source):
            self.forget()
            self.end_run()

    def _map_changed(self, _patch: Patch) -> None:
        if not self.taking:
            self.end_run()
            self.reading = None


def _read(before: Reading, file: str, source: Source, _cancel: Event) -> _Found:
    """Read a text that was typed in place of another."""
    return _Found(reread(before, source.text(), file), before.argument_map)
