"""The lines that can be folded: sections, items, and what lies deeper in them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.authoring.folding import end_of, folds, opens
from argmap.authoring.outline import Symbol, symbols
from argmap.authoring.written import Written, written
from argmap.model.argument_map import ArgumentMap
from argmap.store.yaml_file import dumps
from tests.authoring.texts import MAP
from tests.store.maps import maps

ROWS = MAP.split("\n")


def heads(text: str) -> list[str]:
    return [text.split("\n")[first].strip() for first, _ in folds(text.split("\n"))]


def test_sections_items_and_lists_in_them_can_be_folded() -> None:
    assert heads(MAP)[:5] == ["statements:", "- id: fly", "cites:", "- id: wings", "- id: penguins"]
    assert folds(ROWS)[0] == (2, 13)
    assert folds(ROWS)[1] == (3, 7)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a: 1\nb: 2", ()),
        ("a:\n  - b\n\n\nc: 1", ((0, 1),)),
        ("tags:\n- one\n- two\nc: 1", ((0, 2),)),
        ("a: |\n  one\n# a note\n\n  two\nb: 1", ((0, 4),)),
        ("a: some words\n  that go on\nb: 1", ((0, 1),)),
        ("a:\n  - b: [\n", ((0, 1),)),
        ("words\n  further in", ()),
        ("# note\n  - a", ()),
    ],
)
def test_what_stands_further_in_belongs_to_what_stands_above(
    text: str, meant: tuple[tuple[int, int], ...]
) -> None:
    assert folds(text.split("\n")) == meant


@given(st.lists(st.sampled_from(["a:", "- b", "  - c: 1", "    d: 2", "", "# e", "  f", "- g:"])))
def test_one_line_says_the_same_as_all_of_them(rows: list[str]) -> None:
    found = dict(folds(rows))
    assert {n: end_of(rows, n) for n in range(len(rows)) if end_of(rows, n) > n} == found
    for number, row in enumerate(rows):
        rest = (r for r in rows[number + 1 :] if r and not r.startswith("#"))
        assert opens(row, next(rest, "")) is (number in found)


def _lines(text: Written, found: tuple[Symbol, ...]) -> set[tuple[int, int]]:
    spans = {(text.lines.of(s.start)[0], text.lines.of(s.end)[0]) for s in found}
    return spans.union(*(_lines(text, symbol.inner) for symbol in found))


@settings(deadline=None, max_examples=30)
@given(maps())
def test_every_section_and_item_of_several_lines_folds_as_a_whole(
    argument_map: ArgumentMap,
) -> None:
    text = written(dumps(argument_map))
    whole = {first: last for first, last in _lines(text, symbols(text)) if last > first}
    rows = text.text.split("\n")
    ends = dict(folds(rows))
    assert whole.keys() <= ends.keys()
    for first, last in whole.items():
        # Empty brackets at the end are no symbol, and fold with what holds them.
        behind = {row.strip(" -?:") for row in rows[last + 1 : ends[first] + 1]}
        assert ends[first] >= last
        assert behind <= {"", "[]", "{}", '""'}


def test_a_text_folds_to_its_end_whatever_its_lines_look_like() -> None:
    rows = ["statements:", "  - id: a", "    text: |-", "      # one", "      two: three", "# four"]
    assert folds(rows) == ((0, 4), (1, 4), (2, 4))
    assert [end_of(rows, first) for first in range(4)] == [4, 4, 4, 3]
