"""Addresses of the web on a card: in its text, and those of the sources under it.

Only `http` and `https` become links: a map from elsewhere must not run a script or open a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Statement
from argmap.references.attribution import named

_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]+", re.IGNORECASE)
_AT_THE_END = ".,;:!?)]}'’"
"""What ends a sentence rather than an address."""


@frozen
class Linked:
    """A stretch of one line that is a link: which line, from which character to which, where to."""

    line: int
    start: int
    stop: int
    address: str


def is_address(text: str) -> bool:
    """Whether a text is a whole address of the web."""
    return _ADDRESS.fullmatch(text) is not None


def linked(
    argument_map: ArgumentMap, statement: Statement, texts: Sequence[str], sources: Sequence[str]
) -> Iterator[Linked]:
    """Return the links on a card: in the lines of its text, then in those of its sources.

    The lines of sources are numbered on after those of the text.
    """
    for address in addresses(statement.text):
        yield from stretches(address, texts, 0, address)
    for source, words in named(argument_map, statement):
        if is_address(source.url):
            yield from stretches(words, sources, len(texts), source.url)


def addresses(text: str) -> list[str]:
    """Return the addresses in a text, each once."""
    found = (match.group().rstrip(_AT_THE_END) for match in _ADDRESS.finditer(text))
    return [address for address in dict.fromkeys(found) if is_address(address)]


def stretches(words: str, lines: Sequence[str], first: int, address: str) -> Iterator[Linked]:
    """Return where words stand in lines that were broken at blanks or within a word.

    Where the last line ends in an ellipsis, so may the words.
    """
    places = [(n, at) for n, line in enumerate(lines) for at, c in enumerate(line) if c != " "]
    flat = "".join(lines[n][at] for n, at in places)
    wanted = "".join(words.split())
    start = flat.find(wanted)
    length = len(wanted)
    if start < 0 and flat.endswith("…"):
        length = _cut_short(flat[:-1], wanted)
        start = len(flat) - 1 - length
    if not length or start < 0:
        return
    found = places[start : start + length]
    for number in dict.fromkeys(n for n, _ in found):
        on_line = [at for n, at in found if n == number]
        yield Linked(first + number, on_line[0], on_line[-1] + 1, address)


def _cut_short(flat: str, wanted: str) -> int:
    """Return how many characters of the wanted text a shortened one ends with."""
    return next((n for n in range(len(wanted), 0, -1) if flat.endswith(wanted[:n])), 0)
