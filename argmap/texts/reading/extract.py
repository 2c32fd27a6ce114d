"""What is taken out of a file: its text, and what it says of itself."""

from __future__ import annotations

from argmap.frozen import frozen

PAGE = "\f"
"""Begins a page; it may stand in a paragraph."""


class UnreadableError(Exception):
    """A file that is not what it should be; says why, in a sentence."""


@frozen
class Extract:
    """A text with blank lines between its paragraphs, and what its file says of it.

    What a file does not say is empty: nothing here is guessed.
    """

    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    type: str = ""


def one_line(words: str | None) -> str:
    """Return words with single blanks between them."""
    return " ".join((words or "").split())
