"""The lines of a file behind those that are shown: what was not typed stays, byte for byte."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.desktop.text.drift import Drift
from argmap.desktop.text.source import Source, shown_as, shown_line
from argmap.store.yaml_file import BOM

LETTERS = st.text(alphabet="ab \r\n\u2028\u2029\x85🐦", max_size=20)
LINE = st.text(alphabet="ab \u2028🐦", max_size=5)


@given(LETTERS, st.booleans())
def test_a_file_is_the_lines_that_it_was_cut_into(text: str, bom: bool) -> None:
    text = BOM * bom + text
    source = Source(text)
    assert source.text() == text
    assert source.shown() == shown_as(text)
    assert "\n".join(map(shown_line, source.lines)) == shown_as(text)


@given(LETTERS, st.data())
def test_what_is_typed_is_there_and_the_rest_stays(text: str, data: st.DataObject) -> None:
    source = Source(text)
    shown = source.shown().split("\n")
    first = data.draw(st.integers(0, len(shown) - 1))
    stop = data.draw(st.integers(first + 1, len(shown)))
    typed = data.draw(st.lists(LINE, min_size=1, max_size=3))
    before = list(source.lines)
    changed = source.take(first, stop, typed)
    assert source.shown().split("\n") == [*shown[:first], *typed, *shown[stop:]]
    assert changed == (typed != shown[first:stop])
    assert source.lines[:first] == before[:first]
    if "\r" not in text:
        assert source.lines[first + len(typed) :] == before[stop:]


@given(LETTERS, LETTERS, st.data())
def test_a_part_of_a_file_that_becomes_another_changes_its_lines(
    text: str, becomes: str, data: st.DataObject
) -> None:
    source = Source(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    after = text[:start] + becomes + text[end:]
    if "\r\n" in (text[start - 1 : start + 1], text[end - 1 : end + 1]) or "\r\n" in (
        after[start - 1 : start + 1],
        after[start + len(becomes) - 1 : start + len(becomes) + 1],
    ):
        return  # nothing writes half a line break
    new = source.replacing(start, end, becomes)
    source.lines[new.first : new.stop] = new.lines
    assert source.lines == Source(after).lines


def test_a_line_that_was_typed_in_keeps_the_characters_that_are_shown_as_others() -> None:
    source = Source("a\u2029b\u2029c\n")
    source.take(0, 1, ["a\u2028bx\u2028c"])
    assert source.text() == "a\u2029bx\u2029c\n"


def test_new_lines_get_the_break_of_the_file() -> None:
    source = Source("a\r\nb\rc")
    source.take(1, 2, ["b", "d"])
    assert source.text() == "a\r\nb\r\nd\rc"
    source.take(0, 4, ["e"])
    assert source.text() == "e"


@given(st.integers(1, 9), st.data())
def test_lines_are_found_again_after_any_row_of_changes(count: int, data: st.DataObject) -> None:
    lines: list[int | None] = list(range(count))
    drift = Drift()
    for _ in range(data.draw(st.integers(0, 4))):
        first = data.draw(st.integers(0, max(len(lines) - 1, 0)))
        stop = data.draw(st.integers(first, len(lines)))
        new = data.draw(st.integers(0, 3))
        lines[first:stop] = [None] * new
        drift = drift.then(first, stop, first + new)
    for now, was in enumerate(lines):
        found = drift.before(now)
        assert found in {was, -1}
        if found >= 0:
            assert drift.now(found) == now
