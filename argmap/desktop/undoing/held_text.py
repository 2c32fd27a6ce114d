"""A text that was typed and is not the map's: not read yet, or not to be read at all.

The session holds it, so that whoever saves, closes, or keeps the journal has what was typed, and
so that nobody changes a map whose text is another one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from argmap.errors import Problem, Severity, in_a_row
from argmap.frozen import frozen

_CLOSING = ("not-yaml", "no-map", "merge-conflict", "too-large", "odd-layout", "newer-version")
"""Codes of the problems that tell why a map cannot be edited, whatever else is wrong."""


class Typed(Protocol):
    """A text at one moment, for any thread; it is joined where somebody asks for it."""

    def text(self) -> str:
        """Return the whole text."""


class Source(Typed, Protocol):
    """A text that is being typed."""

    def frozen(self) -> Source:
        """Return the text as it is now, whatever is typed later."""


@frozen
class HeldText:
    """The whole text as it would be saved, and why it cannot be read, if that is known."""

    source: Source
    problem: Problem | None = None
    saved: bool = False

    def as_it_is(self) -> HeldText:
        """Return the same with the text as it is now, whatever is typed later."""
        return replace(self, source=self.source.frozen())

    def is_like(self, other: HeldText) -> bool:
        """Whether the other text stands in the same place, and the same is wrong with it."""
        return self.source is other.source and self.problem == other.problem

    def text(self) -> str:
        """Return the whole text."""
        return self.source.text()

    @property
    def why_held(self) -> str:
        """Why the map cannot be changed now."""
        if self.problem is None:
            return "What was typed in the text is still being read."
        return in_a_row(
            where_it_fails(self.problem), "Until that is put right, the map stays as it was."
        )


def where_it_fails(problem: Problem) -> str:
    """Return where a text cannot be read, and what is wrong there."""
    where = f"Line {problem.where.line} of the text" if problem.where.line else "The text"
    return f"{where}: {problem.message}"


def closing(problems: Iterable[Problem]) -> Problem | None:
    """Return the problem because of which a text cannot be read to a map that can be edited."""
    found = list(problems)
    errors = (p for p in found if p.severity is Severity.ERROR)
    return next((p for p in found if p.code in _CLOSING), next(errors, None))
