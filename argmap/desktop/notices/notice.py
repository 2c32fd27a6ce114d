"""What the window tells the user: a sentence in a bar, with a button that helps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from argmap.errors import ArgmapError, Severity, in_a_row, shortened
from argmap.frozen import frozen

PASSING = "passing"
"""Of notices about what is selected or was tried: they go with the next thing that is done."""


@frozen
class Remedy:
    """A button: its words, and what it does."""

    words: str
    run: Callable[[], object]


@frozen
class Notice:
    """A sentence for the user; `key` lets a newer notice of the same matter replace it.

    `dismissed` is called when the user takes it away unanswered.
    A hint goes away by itself after a while; warnings and errors stay until they are dismissed.
    """

    text: str
    severity: Severity = Severity.HINT
    remedies: tuple[Remedy, ...] = ()
    key: str = ""
    dismissed: Callable[[], object] = lambda: None


def notice_of(
    error: ArgmapError, *remedies: Remedy, key: str = "", severity: Severity = Severity.ERROR
) -> Notice:
    """Make a notice of an error: the file it is about, its sentence and its hint."""
    head = f"{Path(error.where.file).name}: " if error.where.file else ""
    return Notice(head + in_a_row(error.message, error.hint), severity, remedies, key)


def not_kept(text: str, before: str, remedy: Remedy, key: str) -> Notice:
    """Make a notice of a text that somebody typed and then gave up.

    Of one that goes on from what was there before, it quotes what was added.
    """
    added = text.strip().removeprefix(before.strip()).strip() or text
    said = f"What was typed was not kept: “{shortened(added)}”."
    return Notice(in_a_row(said, "The history has it."), Severity.HINT, (remedy,), key)


@contextmanager
def reporting(post: Callable[[Notice], None], *remedies: Remedy, key: str = "") -> Iterator[None]:
    """Post an error of what is done inside as a notice; what is done ends there."""
    try:
        yield
    except ArgmapError as error:
        post(notice_of(error, *remedies, key=key))
