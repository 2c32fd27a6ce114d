"""Questions about the text as it is, answered in a thread: the window waits for none of them.

What is known of the text that is shown serves if that is the text still; else it is read again.
Whoever types meanwhile makes the answer void, and it is sought once more.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TypeVar, cast

from argmap.authoring.written import Written, written
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.text.comforts.now import Now, cursor_index, now
from argmap.desktop.text.editor import TextEditor
from argmap.errors import ArgmapError

Answer = TypeVar("Answer")


class Asker:
    """Asks about the text of one editor; a new question makes the last one void."""

    def __init__(self, editor: TextEditor, refuse: Callable[[ArgmapError], None]) -> None:
        self._editor = editor
        self._refuse = refuse
        self._jobs: LatestOnly[object] = LatestOnly()

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._jobs.busy

    def ask(
        self, seek: Callable[[Written, int], Answer], take: Callable[[Now, Answer], None]
    ) -> None:
        """Seek something in the text, given the index of the cursor, and take what is found."""
        editor = self._editor
        text = now(editor)
        index = cursor_index(editor, text)
        known = editor.shown.written

        def work(_cancel: Event) -> object:
            if known is not None and known.text == text.text:
                return seek(known, index)
            return seek(
                written(text.text, known=known.known if known else None, before=known), index
            )

        def done(answer: object) -> None:
            if editor.document().revision() != text.revision:
                self.ask(seek, take)
            elif isinstance(answer, ArgmapError):
                self._refuse(answer)
            else:
                take(text, cast(Answer, answer))

        self._jobs.start(work, done)

    def close(self) -> None:
        """End, leaving no thread."""
        self._jobs.close()
