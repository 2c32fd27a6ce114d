"""An hour of typing in a large map: small lines, soon read."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, removal
from argmap.model.history.document import Document
from argmap.model.kinds import Bearing
from argmap.store.journal import contents
from argmap.store.journal.pieces import Pieces
from argmap.store.journal.spans import Span, spans
from argmap.store.yaml_file import read
from benchmarks.big_map import text_of
from tests.store.journal.abandoned import leave

SOME = st.text(st.sampled_from("ab\n😀"), max_size=6)
PARTS = st.lists(
    st.one_of(SOME, st.sampled_from([900 * "x", 500 * "yz", 3000 * "b\n"])), max_size=6
)


@given(PARTS, PARTS)
def test_spans_make_one_text_the_other(before: list[str], after: list[str]) -> None:
    one, other = "".join(before), "".join(after)
    pieces = Pieces(one)
    assert pieces.take(spans(one, other))
    assert pieces.text() == other
    assert spans(other, other) == []


@given(PARTS, st.lists(st.tuples(st.integers(0, 9000), st.integers(0, 9000), SOME), max_size=20))
def test_pieces_are_the_text(parts: list[str], changes: list[Span]) -> None:
    text = "".join(parts)
    pieces = Pieces(text)
    for start, removed, inserted in changes:
        fits = start + removed <= len(text)
        assert pieces.take([(start, removed, inserted)]) == fits
        text = text[:start] + inserted + text[start + removed :] if fits else text
        assert pieces.text() == text


@pytest.mark.parametrize(
    "wrong", [[(-1, 0, "")], [(0, -1, "")], [(2, 2, ""), (3, 0, "")], [(0, 1, ""), (4, 2, "")]]
)
def test_spans_that_do_not_fit_change_nothing(wrong: list[Span]) -> None:
    pieces = Pieces("text!")
    assert not pieces.take(wrong)
    assert pieces.text() == "text!"


@pytest.mark.parametrize(
    "way",
    [
        lambda before, one, _: edit.add_premise(before, one, "A new one."),
        lambda before, one, _: edit.set_fields(before, one, text="Another text."),
        lambda before, *some: removal.delete_cards(before, some),
        lambda before, one, other: edit.link(before, one, other, Bearing.SUPPORTS),
    ],
)
def test_an_edit_at_two_places_of_a_large_map_is_a_small_line(
    tmp_path: Path, way: Callable[[ArgumentMap, str, str], ArgumentMap]
) -> None:
    reading = read(text_of(600))
    document = Document(reading.argument_map, reading.text)
    texts = [reading.text.text()]
    ids = [statement.id for statement in reading.argument_map.statements[:-50]]
    chance = random.Random(3)
    chance.shuffle(ids)
    for one, other in zip(ids[:10], ids[10:20], strict=True):
        document.do("Edit", way(document.argument_map, one, other))
        texts.append(reading.text.text())
    lines = leave(tmp_path, *texts).read_bytes().splitlines()[1:]
    assert len(lines) == 10
    assert max(map(len, lines)) < 2000


def test_no_line_is_looked_at_with_all_of_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = [f"{number * 'a'}b" for number in range(3000)]
    file = leave(tmp_path, *texts)
    made: list[Pieces] = []
    text = Pieces.text

    def counted(pieces: Pieces) -> str:
        made.append(pieces)
        return text(pieces)

    monkeypatch.setattr(Pieces, "text", counted)
    said = contents.read(file)
    assert said is not None
    assert said.text == texts[-1]
    assert len(made) < 10
