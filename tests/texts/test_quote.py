from __future__ import annotations

import pytest

from argmap.texts.quote import GAP, INSERTION, Piece, has_insertions, pieces


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("One state", [Piece("one state")]),
        (
            "one … two [...] three (…) four",
            [("one", 0), ("two", GAP), ("three", GAP), ("four", GAP)],
        ),
        ("… one …", [Piece("one")]),
        ("one [great] state", [("one", 0), ("state", INSERTION)]),
        ("one [great] … state", [("one", 0), ("state", GAP)]),
        ("[N]o state", [Piece("no state")]),
        ("it allow[s] all", [("it allow all", 0)]),
        ("[sic] … [!]", []),
    ],
)
def test_what_a_quote_takes_from_the_text(quote: str, expected: list[Piece]) -> None:
    assert list(pieces(quote)) == expected


def test_gaps_are_no_insertions() -> None:
    assert not has_insertions("one … two […]")
    assert has_insertions("one [great] state")
    assert has_insertions("[n]o state")
