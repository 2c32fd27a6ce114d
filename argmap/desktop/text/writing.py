"""What is typed in the text becomes the map, a moment after the last key.

The text is read beside the work. What can be read to a map that could be edited becomes steps of
the history, one for each word: where a word begins, the text up to there is kept, and it is read
on the way to the text that there is in the end. Of anything that cannot be read the session holds
the text, which is a step as well, and the map stays as it was. So what makes a file read-only when
it is opened does so when it is typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from threading import Event

from PySide6.QtCore import QObject, Signal

from argmap.desktop.notices.notice import notice_of
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.running.pause import pause
from argmap.desktop.session import Session
from argmap.desktop.text.editor import TextEditor
from argmap.desktop.text.source import Source
from argmap.desktop.undoing.held_text import HeldText, closing
from argmap.desktop.undoing.history import Written, told_of_typed
from argmap.errors import ArgmapError
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import Patch
from argmap.store.reread import Reread, reread, reread_items
from argmap.store.yaml_file import Reading

PAUSE_MS = 150
"""From the last key until the text is read."""
BREATH_MS = 3000
"""A longer pause ends a run of typing, which is one step."""
AT_ONCE = 400_000
"""So many characters are read while somebody waits: 0.3 s at the most."""
_SMALL = 40_000
"""So many characters are read whole for a word alone, in a hundredth of a second or two."""


@frozen
class _Word:
    """A text up to which somebody typed, and what was read of it."""

    source: Source
    again: Reread

    @property
    def unreadable(self) -> bool:
        """Whether it makes no map that could be edited."""
        return self.again.reading.read_only

    def written(self) -> Written:
        """Return it as a step."""
        reading = self.again.reading
        return Written(reading.argument_map, self.again.edit, told_of_typed(reading))


@frozen
class _Found:
    """What was read of texts that were typed one after the other in place of that of a map."""

    words: Sequence[_Word]
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
        self._words: list[Source] = []
        self.taking = False
        self.reading: Reading | None = None
        self._pause = pause(self, PAUSE_MS, self._read)
        self._breath = pause(self, BREATH_MS, self.end_run)
        editor.written_on.connect(self._typed)
        editor.step_begins.connect(self.stand_alone)
        editor.word_begins.connect(self._word_begins)
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
                self._pause.stop()
                self._jobs.cancel()
                self._arrived(self._work((*self._words, source), Event()))

    def forget(self) -> None:
        """Read nothing: the text is another one now."""
        self._pause.stop()
        self._jobs.cancel()
        self._words.clear()

    def close(self) -> None:
        """End, leaving no thread."""
        self._pause.stop()
        self._breath.stop()
        self._jobs.close()

    def _word_begins(self) -> None:
        """Let what is typed from now on be another step, whether the text was read or not."""
        if self.busy:
            self._words.append(self._editor.source.frozen())
        else:
            self.end_run()

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
        sources = (*self._words, self._editor.source.frozen())
        self._jobs.start(partial(self._work, sources), self._arrived)

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
        self._words.clear()
        self.reading = found.words[-1].again.reading
        joined = self._joined
        for unreadable, group in groupby(found.words, key=_is_unreadable):
            words = list(group)
            if not unreadable:
                self.taking = True
                self._session.rewrite([word.written() for word in words], joined=joined)
                self.taking = False
            for word in words if unreadable else ():
                self._hold(word, joined=joined, passed=word is not found.words[-1])
                joined = False
            joined = False
        self._joined = not (self._alone or self._again)
        self._alone = self._again = False

    def _hold(self, word: _Word, *, joined: bool, passed: bool) -> None:
        source = word.source if passed else self._editor.source
        held = HeldText(source, closing(word.again.reading.problems))
        if self._again and self._session.held:
            self._session.hold(replace(held, saved=self._session.held.saved))
        else:
            self._session.hold_as_step(held, joined=joined, passed=passed)

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


def _is_unreadable(word: _Word) -> bool:
    return word.unreadable


def _read(before: Reading, file: str, sources: Sequence[Source], cancel: Event) -> _Found:
    """Read texts that were typed one after the other in place of another.

    What would have to be read whole for a word alone, and is large, is no step, nor is what the
    reader puts right: undo would bring back another text than was typed.
    """
    return _Found(tuple(_words(before, file, sources, cancel)), before.argument_map)


def _taken_over(before: Reading, again: Reread) -> Reading:
    """Return what the document will hold: of alike parts of the text, those from before."""
    text, told = before.text.edited(again.edit), told_of_typed(again.reading)
    return Reading(again.reading.argument_map, text, told, read_only=False)


def _words(before: Reading, file: str, sources: Sequence[Source], cancel: Event) -> Iterable[_Word]:
    *on_the_way, last = sources
    for source in on_the_way:
        if cancel.is_set():
            break
        text = source.text()
        again = (reread if len(text) < _SMALL else reread_items)(before, text, file)
        if again and not again.reading.repairs:
            yield _Word(source, again)
            before = before if again.reading.read_only else _taken_over(before, again)
    yield _Word(last, reread(before, last.text(), file))
