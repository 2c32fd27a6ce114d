"""The terms of a text: its significant words, reduced to their stems."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from argmap.critique.language import Language
from argmap.critique.text import listed, words


def terms(text: str, language: Language) -> dict[str, str]:
    """Return the terms of a text: the word as it stands, by its stem, in the order of the text."""
    stem = _stemmer(language.stemmer)
    found: dict[str, str] = {}
    for word in _parts(text):
        plain = word.casefold()
        if plain not in language.stop_words and len(plain) > 1:
            found.setdefault(stem(plain), word)
    return found


def quoted(found: Iterable[str]) -> str:
    """Return terms as a message names them."""
    return listed([f"“{term}”" for term in found])


def _parts(text: str) -> list[str]:
    """Return words without what an apostrophe cuts off: `l'eau`, `council's`."""
    return [max(word.replace("’", "'").split("'"), key=len) for word in words(text)]


@cache
def _stemmer(name: str) -> Callable[[str], str]:
    import snowballstemmer  # loads some thirty languages, which few rules need

    stemmer = snowballstemmer.stemmer(name)

    @cache
    def stem(word: str) -> str:
        return str(stemmer.stemWord(word))

    return stem
