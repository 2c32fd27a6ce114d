"""Texts that somebody typed and gave up: to be had again, whatever was done since.

One that was brought back stands there to be looked at, until somebody types: who goes on with undo,
redo or the history has not written it, so it is put away again and nothing is lost by it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject
from shiboken6 import isValid

from argmap.desktop.undoing.history import History
from argmap.desktop.undoing.typing_place import BroughtBack, TypingPlace
from argmap.desktop.undoing.view_steps import TextGivenUp

Back = Callable[[], TypingPlace | None]
"""Types a text again where it stood; returns that place, unless it is gone or was a dialog."""

_MOST = 50


class GivenUpTexts:
    """What was given up in a map since it was opened, the last first; each text once.

    Each is a step of the view as well, done or undone. While it stands open it is neither.
    """

    def __init__(self, history: History) -> None:
        self._history = history
        self._texts: list[TextGivenUp] = []
        self._open: TextGivenUp | None = None
        self._place: TypingPlace | None = None
        self._forward = False

    def __iter__(self) -> Iterator[TextGivenUp]:
        return iter(self._texts)

    @property
    def shown(self) -> bool:
        """Whether one stands open as it was brought back, and nobody has typed on since."""
        place = self._place
        gone = isinstance(place, QObject) and not isValid(place)
        return place is not None and not gone and place.as_brought_back()

    @property
    def redo_name(self) -> str:
        """The name of the step by which redo puts away what stands open, or nothing.

        What undo took back where it was typed stays, where it is the last that was done.
        """
        if not (self._open and self.shown):
            return ""
        return self._open.name if self._open.dropped or self._history.redo_name else ""

    def add(self, text: str, back: Back, *, undone: bool = False) -> TextGivenUp:
        """Take a text in, and return it as the step that it is.

        It is one to be done again if undo took it back where it was typed, or if it was brought
        back and is given up as it is, or undo would not get past it.
        """
        again = self._open if self._open and self._open.text == text else None
        dropped = again.dropped if again else not undone
        step = TextGivenUp(
            text,
            lambda: self._bring_back(step, back),
            lambda: self._bring_back(step, back, forward=True),
            dropped,
        )
        self._remove(text)
        self._texts.insert(0, step)
        del self._texts[_MOST:]
        self._history.give_up(step, undone=(undone or again is not None) and not self._forward)
        self.let_go()
        return step

    def let_go(self) -> None:
        """Take note that what was brought back is in the map, or has become another text."""
        self._open = self._place = None

    def put_away(self, *, forward: bool = False) -> bool:
        """Close what stands open as it was brought back; whether there was anything to be seen.

        Who goes `forward` has it behind, as a step that is done.
        """
        place = self._place
        if place is None or not self.shown:
            return False
        stood, self._forward = place.modified(), forward
        place.back_out()
        self._forward = False
        self.let_go()
        return stood

    def _bring_back(self, step: TextGivenUp, back: Back, *, forward: bool = False) -> None:
        """Have a text typed again; a dialog in which it is given up once more is passed by."""
        self.put_away()
        self._remove(step.text)
        self._open, self._forward = step, forward
        place = back()
        self._forward = False
        if place and self._open is step:
            self._place = place
            place.brought_back = BroughtBack(step.text, self._history.goes_on)

    def _remove(self, text: str) -> None:
        """Let go of a text that is typed again."""
        self._texts = [each for each in self._texts if each.text != text]
        self._history.forget_text(text)
