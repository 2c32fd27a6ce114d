"""All that can go wrong, in plain words.

Two shapes, because there are two situations. Something that stops what the user asked for is
raised as an `ArgmapError`. Something that is wrong with a map, while the rest of it is fine, is
returned as a `Problem`. Both say in sentences what happened and what to do next; both can name a
place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum

from argmap.frozen import frozen


class Severity(StrEnum):
    """How bad a problem is; only an error makes the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@frozen
class Place:
    """Where in a file: line and column count from 1, and 0 means unknown."""

    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Return `file:line:column`, as compilers and editors write it."""
        parts = [self.file or "-"]
        if self.line:
            parts += [str(self.line), str(self.column or 1)]
        return ":".join(parts)


NOWHERE = Place()


_READ_AT_ONCE = 500
"""Characters of a sentence that need not be looked at: nothing in it is too long to be read."""
_FAR_TOO_LONG = re.compile(r"“[^”]{250,}”|`[^`]{250,}`|\S{300,}")
_KEPT = 120
_TWO_STOPS = re.compile(r"(?<=[.?!]”)\.$")


def in_a_row(*sentences: str) -> str:
    """Return sentences one after the other; empty ones are left out.

    What they quote of a file is cut where it is as long as nobody reads.
    """
    return " ".join(one_stop(_readable(sentence)) for sentence in sentences if sentence)


def one_stop(sentence: str) -> str:
    """Return a sentence without its full stop where what it quotes last ends with one."""
    return _TWO_STOPS.sub("", sentence)


def _readable(sentence: str) -> str:
    if len(sentence) <= _READ_AT_ONCE:
        return sentence
    return _FAR_TOO_LONG.sub(lambda long: f"{long[0][:_KEPT]}…{long[0][-1]}", sentence)


def shortened(text: str, longest: int = 60) -> str:
    """Return somebody's text on one line, as a message can quote it: cut where it is long."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    head, _, rest = line[:longest].rpartition(" ")
    return f"{head if len(rest) < len(head) else line[:longest]}…"


@frozen
class Problem:
    """One thing that is wrong with a map; `ids` are the statements or relations concerned."""

    code: str
    severity: Severity
    message: str
    hint: str = ""
    where: Place = NOWHERE
    ids: tuple[str, ...] = ()

    def located(self, places: Mapping[str, Place], otherwise: Place = NOWHERE) -> Problem:
        """Return the problem with the place of the first item that it names, if it has none yet."""
        if self.where.line:
            return self
        named = (places[id_] for id_ in self.ids if id_ in places)
        return replace(self, where=next(named, otherwise))

    def __str__(self) -> str:
        """Return `file:line:column: severity code message`; the hint follows."""
        said = in_a_row(self.message, self.hint)
        return f"{self.where}: {self.severity} {self.code} {said}"


class ArgmapError(Exception):
    """What was asked for could not be done: a sentence, and a way out."""

    def __init__(self, message: str, hint: str = "", where: Place = NOWHERE) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.where = where

    def __str__(self) -> str:
        """Return the sentence, headed by its place if it has one and followed by the hint."""
        place = "" if self.where == NOWHERE else f"{self.where}: "
        return f"{place}{in_a_row(self.message, self.hint)}"
