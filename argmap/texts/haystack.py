"""A text to be searched, as UTF-8 bytes: in them things are found many times faster.

One letter outside of the usual planes makes a string of four bytes a letter, in which a search
takes ten times as long. Places in bytes are turned into places in letters by counting from the
last of many marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate, chain

_PART = 4096
_CONTINUING = bytes(range(0x80, 0xC0))
"""Bytes that continue a letter of several."""


class Haystack:
    """A text to be searched; all places are counted in letters."""

    def __init__(self, text: str) -> None:
        self.text = text

    def places(self, needle: str) -> Iterator[int]:
        """Return every place where some words begin, overlapping ones included."""
        sought = _encoded(needle)
        at = self._data.find(sought) if sought else -1
        while at >= 0:
            yield self._letters_before(at)
            at = self._data.find(sought, at + 1)

    def is_bordered(self, start: int, end: int) -> bool:
        """Whether what stands between two places neither begins nor ends within a word."""
        return not (self._within_word(start) or self._within_word(end))

    def _within_word(self, at: int) -> bool:
        return self.text[max(at - 1, 0) : at].isalnum() and self.text[at : at + 1].isalnum()

    def _letters_before(self, place: int) -> int:
        if self.text.isascii():
            return place
        part = place // _PART
        return self._before[part] + _letters(self._data[part * _PART : place])

    @cached_property
    def _data(self) -> bytes:
        return _encoded(self.text)

    @cached_property
    def _before(self) -> list[int]:
        parts = (self._data[at : at + _PART] for at in range(0, len(self._data), _PART))
        return list(accumulate(chain([0], map(_letters, parts))))


def _encoded(text: str) -> bytes:
    # A lone surrogate, which YAML can write as an escape, has no place in UTF-8 otherwise.
    return text.encode("utf-8", "surrogatepass")


def _letters(data: bytes) -> int:
    return len(data.translate(None, _CONTINUING))
