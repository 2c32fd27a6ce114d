from __future__ import annotations

import pytest

from argmap.model.argument_map import Cite
from argmap.texts.anchoring import anchor
from argmap.texts.text import Text
from argmap.texts.wording import corrected, difference, tidied


@pytest.mark.parametrize(
    ("words", "tidy"),
    [
        ("two\n lines", "two lines"),
        ("compli-\nance", "compliance"),
        ("con\u00adcerned", "concerned"),
        ("well-known", "well-known"),
        ("the Anglo-\nAmerican", "the Anglo- American"),
        ("page\fbreak", "page break"),
    ],
)
def test_tidied(words: str, tidy: str) -> None:
    assert tidied(words) == tidy


@pytest.mark.parametrize(
    ("quote", "words", "shown"),
    [
        ("one two", "one three", "one [-two-] {+three+}"),
        ("one", "one two", "one {+two+}"),
        ("one two", "two", "[-one-] two"),
        ("“one” two", "'One' too", "'One' [-two-] {+too+}"),
        ("a b c d e f g x", "a b c d e f g y", "… e f g [-x-] {+y+}"),
        ("x a b c d e f g y", "a b c d e f g", "[-x-] a b c … e f g [-y-]"),
    ],
)
def test_difference(quote: str, words: str, shown: str) -> None:
    assert difference(quote, words) == shown


def test_a_corrected_quote_is_in_the_words_of_the_text() -> None:
    text = Text("We, the under-\nsigned, ask you to open the pool at once.")
    for quote, words in (
        ("We, the undersinged, ask", "We, the undersigned, ask"),
        ("the undersinged … the pool at onec", "the undersigned … the pool at once"),
        ("the undersinged [people] ask you", None),
    ):
        there = anchor(text, Cite("x", quote))
        assert there
        assert corrected(quote, text, there) == words
