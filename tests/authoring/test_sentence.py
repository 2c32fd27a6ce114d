"""Where one goes on behind the sentence of an item."""

from __future__ import annotations

import pytest

from argmap.authoring.sentence import behind_words, lines_of_item


@pytest.mark.parametrize(
    ("item", "behind"),
    [
        ('  - id: a\n    text: "Foo bar."  # so\n    note: x\n', '"Foo bar.'),
        ("  - id: a\n    text: 'it''s'\n", "it''s"),
        ("  - {id: a, text: Foo bar}\n", "Foo bar"),
        ("  - id: a\n    text: |\n      Foo\n      bar.\n\n    note: z\n", "bar."),
        ("  - id: a\n    note: z\n    text: Foo\n      bar baz\n", "bar baz"),
        ("  - id: a\n    note: z\n", "- id: a"),
    ],
)
def test_behind_the_sentence(item: str, behind: str) -> None:
    assert item[: behind_words(item, "statements")].endswith(behind)


def test_the_lines_of_an_item_end_with_it() -> None:
    lines = ["statements:", "- id: a", "  text: |", "", "    Foo", "- id: b", "x: 1"]
    assert lines_of_item(lines, 1) == lines[1:5]
    assert lines_of_item(lines, 5) == lines[5:6]
