from __future__ import annotations

import pytest

from argmap.texts.scripts import gap


@pytest.mark.parametrize(
    ("text", "first", "between"),
    [
        ("It is so.", "A", " "),
        ("It is so!", "1", " "),
        ("It is so?", "(", " "),
        ("It is so…", "“", " "),
        ("It is so:", "é", " "),
        ("It is so;", "a", " "),
        ("It is so,", "a", " "),
        ("It is (so)", "a", " "),
        ("He said “yes.”", "A", " "),
        ("Er sagte „ja.“", "D", " "),
        ("Είναι έτσι;", "Ν", " "),
        ("هل هو كذلك؟", "ن", " "),
        ("यह ऐसा है।", "य", " "),
        ("Այդպես է։", "Ա", " "),
        ("stud", "e", ""),
        ("It is so", "1", ""),
        ("It is so", "(", ""),
        ("Il est", "é", ""),
        ("students’", "s", ""),
        ("He says “", "y", ""),
        ("He says. “", "Y", ""),
        ("It is so", ",", ""),
        ("It is so.", ")", ""),
        ("It is so ", "A", ""),
        ("It is so.\n", "A", ""),
        ("well-", "k", ""),
        ("said (", "s", ""),
        ("", "A", ""),
        ("It is so.", "", ""),
        ("平静是好的。", "他", ""),
        ("平静是好的。", "A", ""),
        ("เงียบดี", "ก", ""),
    ],
)
def test_what_is_added_is_set_off_from_a_sentence_where_its_script_does_so(
    text: str, first: str, between: str
) -> None:
    assert gap(text, first) == between


@pytest.mark.parametrize(
    ("text", "first", "between"),
    [
        ("It is", "s", " "),
        ("Il est ainsi", "?", " "),
        ("平静", "是", " "),
        ("It is ", "s", ""),
        ("It is.\n", "s", ""),
        ("", "s", ""),
    ],
)
def test_a_blank_that_was_typed_is_there_once(text: str, first: str, between: str) -> None:
    assert gap(text, first, typed=True) == between
