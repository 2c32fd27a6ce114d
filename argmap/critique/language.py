"""What rules have to know of a language: its words for reasoning, for pointing, for nothing much.

A map says its language with `language:` (BCP 47; `de-AT` is German). One that does not say is read
as English: the English lists hardly ever match words of other languages. For a language without
lists the rules that need them stay silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property
from importlib import import_module

from argmap.frozen import frozen

KNOWN = {"en": "english", "de": "german", "fr": "french"}


@frozen
class Language:
    """The words of one language; all in lower case.

    reason_follows: words after which a reason comes (because); conclusion_follows: words after
    which a conclusion comes (therefore). `splits` says that clauses keep their word order when
    such a word is taken away; but a clause that holds a `dependent` word (if, that) or ends with
    an `unfinished` one (only, is) may not stand alone. `pointing` are first words that point out
    of the card; a text that `not_pointing` matches from its start is fine all the same.
    `stop_words` are no terms.
    """

    stemmer: str
    reason_follows: tuple[str, ...]
    conclusion_follows: tuple[str, ...]
    splits: bool
    pointing: frozenset[str]
    not_pointing: str
    stop_words: frozenset[str]
    dependent: frozenset[str] = frozenset()
    unfinished: frozenset[str] = frozenset()

    @cached_property
    def indicator(self) -> re.Pattern[str]:
        """Matches a reasoning word, as the group `reason` or `conclusion`."""
        return re.compile(
            rf"(?<!\w)(?:(?P<reason>{_any(self.reason_follows)})"
            rf"|(?P<conclusion>{_any(self.conclusion_follows)}))"
            r"(?:(?<=['’])|(?!\w))",
            re.IGNORECASE,
        )


@cache
def language_of(tag: str) -> Language | None:
    """Return the language of a BCP 47 tag; None for one without lists."""
    name = KNOWN.get(tag.replace("_", "-").split("-")[0].lower() or "en")
    if name is None:
        return None
    language = import_module(f"argmap.critique.languages.{name}").LANGUAGE
    assert isinstance(language, Language), "each module has one"
    return language


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is written as a text."""
    return frozenset(text.split())


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))
