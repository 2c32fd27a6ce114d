"""Where some words, or a regular expression, stand in a text, and what takes their place.

Qt's expressions give up where they would take for ever, which Python's do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QRegularExpression, QRegularExpressionMatch

from argmap.errors import ArgmapError
from argmap.frozen import frozen

MOST = 5_000
"""So many places are counted, and lit; more are replaced all the same."""
_SIGNS = {"n": "\n", "t": "\t", "\\": "\\"}


@frozen
class Wanted:
    """What is looked for: words, or an expression, in this or in any case of letters."""

    words: str
    expression: bool = False
    case: bool = False


@frozen
class Match:
    """A place in a text, as Qt counts it, and what each group of an expression holds there."""

    start: int
    end: int
    groups: tuple[str, ...]

    def filled(self, template: str) -> str:
        r"""Return what takes its place, with `\\1` for its first group, `\\n` for a new line."""

        def meant(sign: re.Match[str]) -> str:
            if sign[1].isdecimal():
                number = int(sign[1])
                return self.groups[number] if number < len(self.groups) else ""
            return _SIGNS.get(sign[1], sign[0])

        return re.sub(r"\\(\d|.)", meant, template, flags=re.DOTALL)


def matches(text: str, wanted: Wanted) -> Iterator[Match]:
    """Return the places in a text, in their order; raises ArgmapError for a wrong expression."""
    words = wanted.words if wanted.expression else QRegularExpression.escape(wanted.words)
    options = QRegularExpression.PatternOption.MultilineOption
    options |= QRegularExpression.PatternOption.UseUnicodePropertiesOption
    if not wanted.case:
        options |= QRegularExpression.PatternOption.CaseInsensitiveOption
    pattern = QRegularExpression(words, options)
    if not pattern.isValid():
        raise ArgmapError(
            f"This is no regular expression: {pattern.errorString()}.",
            "Write it otherwise, or look for the words as they stand.",
        )
    return _matches(text, pattern) if words else iter(())


def counted(text: str, wanted: Wanted) -> tuple[Match, ...]:
    """Return the first places in a text, as many as are counted."""
    return tuple(islice(matches(text, wanted), MOST))


def _matches(text: str, pattern: QRegularExpression) -> Iterator[Match]:
    found = pattern.globalMatch(text)
    while found.hasNext():
        match = found.next()
        if match.capturedLength():
            yield Match(match.capturedStart(), match.capturedEnd(), _groups(match))


def _groups(match: QRegularExpressionMatch) -> tuple[str, ...]:
    return tuple(match.captured(number) for number in range(match.lastCapturedIndex() + 1))
