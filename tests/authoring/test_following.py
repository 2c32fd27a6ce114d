"""What is known of a text follows its edits: it is what would be found in it anew."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.authoring.spot_row import SpotRow
from argmap.authoring.written import Written, written
from argmap.model.history.document import Document
from argmap.store.reread import reread
from argmap.store.yaml_file import BOM, Reading, dumps, read
from tests.authoring.texts import MAP
from tests.long import LONG
from tests.store.by_hand import written as by_hand
from tests.store.maps import maps
from tests.store.test_edits_of_any_file import TEXTS, edited
from tests.store.test_reread import TOLD, typed


def made_out(reading: Reading, before: Written | None, *, shown: bool) -> Written:
    """Return what is known of the text of a reading as it is, or as a pane shows it."""
    text = reading.text.text()
    if shown:
        text = text.lstrip(BOM).replace("\r\n", "\n").replace("\r", "\n")
    found = Written(text, reading, reading.argument_map)
    found.make_out(before)
    return found


def check(found: Written) -> None:
    anew = Written(found.text, found.reading, found.known)
    assert list(found.spots) == list(anew.spots), found.text
    assert list(found.comments) == list(anew.comments), found.text


texts = st.one_of(
    st.sampled_from((TOLD, MAP, TOLD.replace("\n", "\r\n"), BOM + TOLD, *TEXTS)),
    maps().map(dumps),
    maps().flatmap(by_hand),
)


@settings(deadline=None, max_examples=60 * LONG)
@given(texts, st.booleans(), st.integers(0, 2**32))
def test_what_stands_where_follows_edits_of_text_and_map(text: str, shown: bool, seed: int) -> None:
    chance = random.Random(seed)
    reading = read(text)
    if reading.read_only:
        return
    document = Document(reading.argument_map, reading.text)
    known: Written | None = None
    for _ in range(10):
        if chance.random() < 0.5:
            before = Reading(document.argument_map, reading.text.frozen(), (), read_only=False)
            again = reread(before, typed(reading.text.text(), chance))
            if not (again.reading.read_only or again.reading.repairs):
                document.rewrite("Write", [(again.reading.argument_map, again.edit)])
        else:
            document.do("Edit", edited(document.argument_map, chance))
        now = Reading(document.argument_map, reading.text.frozen(), (), read_only=False)
        known = made_out(now, known, shown=shown)
        check(known)


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("shown", [False, True])
def test_only_what_was_touched_is_looked_at(line_break: str, *, shown: bool) -> None:
    text = TOLD.replace("\n", line_break)
    before = made_out(read(text), None, shown=shown)
    again = reread(before.reading, text.replace("should open", "must not open"))
    after = made_out(again.reading, before, shown=shown)
    check(after)
    assert isinstance(after.spots, SpotRow)
    assert after.spots[0] is before.spots[0]
    assert after.at(after.text.index("must")) != before.at(before.text.index("should"))


def test_a_text_that_had_to_be_put_right_is_looked_at_as_it_was_typed() -> None:
    before = made_out(read(TOLD), None, shown=True)
    text = TOLD.replace("should open", "should: open")
    again = reread(before.reading, text).reading
    assert again.repairs
    after = Written(text, again, again.argument_map)
    after.make_out(before)
    check(after)


def test_what_belongs_to_nobody_is_looked_at_with_the_whole() -> None:
    reading = read(f"{TOLD}---\nsecond: 1\n")
    document = Document(reading.argument_map, reading.text)
    before = made_out(replace(reading, source=reading.text.frozen()), None, shown=True)
    again = reread(reading, f"{TOLD}---\nsecond: 22\n")
    document.rewrite("Write", [(again.reading.argument_map, again.edit)])
    now = Reading(document.argument_map, reading.text.frozen(), (), read_only=False)
    check(made_out(now, before, shown=True))


@settings(deadline=None, max_examples=40 * LONG)
@given(st.sampled_from((TOLD, MAP, TOLD.replace("\n", "\r\n"))), st.integers(0, 2**32))
def test_what_is_known_after_an_edit_is_what_is_known_anew(text: str, seed: int) -> None:
    chance = random.Random(seed)
    before = written(text, "a.yaml")
    for _ in range(8):
        if chance.random() < 0.7:
            before.make_out()
        text = typed(text, chance)
        found, anew = written(text, "a.yaml", before=before), written(text, "a.yaml")
        check(found)
        assert found.reading.problems == anew.reading.problems
        assert found.known == anew.known
        if not found.reading.problems or chance.random() < 0.2:
            before = found
        else:
            text = before.text
