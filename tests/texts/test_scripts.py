from __future__ import annotations

import pytest

from argmap.texts.scripts import gap


@pytest.mark.parametrize(
    ("text", "first", "between"),
    [
        ("It is so.", "A", " "),
        ("It is so", "1", " "),
        ("It is so", "(", " "),
        ("It is so", "“", " "),
        ("Il est", "é", " "),
        ("It is so", ",", ""),
        ("It is so", "?", ""),
        ("It is so ", "A", ""),
        ("It is so\n", "A", ""),
        ("well-", "k", ""),
        ("said (", "s", ""),
        ("", "A", ""),
        ("It is so", "", ""),
        ("平静是好的。", "他", ""),
        ("เงียบดี", "ก", ""),
    ],
)
def test_a_word_that_is_added_is_set_off_where_its_script_does_so(
    text: str, first: str, between: str
) -> None:
    assert gap(text, first) == between
