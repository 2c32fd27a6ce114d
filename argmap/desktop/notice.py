"""What the window tells the user: a sentence in a bar, with a button that helps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from argmap.errors import ArgmapError, Severity


@dataclass(frozen=True, slots=True)
class Remedy:
    """A button: its words, and what it does."""

    words: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the user; `key` lets a newer notice of the same matter replace it.

    A hint goes away by itself after a while; warnings and errors stay until they are dismissed.
    """

    text: str
    severity: Severity = Severity.HINT
    remedies: tuple[Remedy, ...] = ()
    key: str = ""


def notice_of(error: ArgmapError, *remedies: Remedy) -> Notice:
    """Make a notice of an error: its sentence and its hint."""
    text = f"{error.message} {error.hint}".strip()
    return Notice(text, Severity.ERROR, remedies)
