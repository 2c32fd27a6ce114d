"""Texts that somebody typed and gave up: to be had again, whatever was done since."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from argmap.frozen import frozen

_MOST = 50


@frozen
class GivenUp:
    """A text that was given up, and what types it again where it stood."""

    text: str
    bring_back: Callable[[], None]


class GivenUpTexts:
    """What was given up in a map since it was opened, the last first; each text once."""

    def __init__(self) -> None:
        self._texts: list[GivenUp] = []

    def __iter__(self) -> Iterator[GivenUp]:
        return iter(self._texts)

    def add(self, text: str, bring_back: Callable[[], None]) -> None:
        """Take a text in."""
        self.remove(text)
        self._texts.insert(0, GivenUp(text, bring_back))
        del self._texts[_MOST:]

    def remove(self, text: str) -> None:
        """Let go of a text that was typed again."""
        self._texts = [each for each in self._texts if each.text != text]
