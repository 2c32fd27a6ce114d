from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.text.directions import stretches


def seen(text: str, *, rightwards: bool) -> str:
    """Return a line as it is seen, its capitals standing for Hebrew letters."""
    hebrew = "".join(chr(ord("א") + ord(c) - ord("A")) if c.isupper() else c for c in text)
    found = stretches(hebrew, rightwards=rightwards)
    parts = (text[s.start : s.stop][:: -1 if s.leftwards else 1] for s in found)
    return "".join(parts)


@pytest.mark.parametrize(
    ("text", "rightwards", "expected"),
    [
        ("plain words", True, "plain words"),
        ("ABC DEF", False, "FED CBA"),
        ("say ABC DEF twice", True, "say FED CBA twice"),
        ("ABC word DEF", False, "FED word CBA"),
        ("ABC 12 DEF", False, "FED 12 CBA"),
        ("ABC 12 DEF", True, "FED 12 CBA"),
        ("say ABC.", True, "say CBA."),
        ("ABC.", False, ".CBA"),
        ("12 a", True, "12 a"),
    ],
)
def test_a_line_is_seen_as_the_standard_says(text: str, rightwards: bool, expected: str) -> None:
    assert seen(text, rightwards=rightwards) == expected


@given(st.text("abאב12 .،م", max_size=12), st.booleans())
def test_stretches_make_up_the_line(text: str, rightwards: bool) -> None:
    found = sorted(stretches(text, rightwards=rightwards), key=lambda one: one.start)
    assert "".join(text[one.start : one.stop] for one in found) == text
