"""The text follows the map: it says the same, touches nothing else, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import assume, given, note, settings
from hypothesis import strategies as st

from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import diff
from argmap.store.yaml_file import read
from tests.store.by_hand import written
from tests.store.maps import difference, maps, normal, sound, statements, texts


@st.composite
def changed(draw: st.DrawFn, before: ArgumentMap) -> ArgumentMap:
    """Draw a map that came of editing another."""
    other = draw(maps())
    after = before
    for section in draw(st.sets(st.sampled_from(["statements", "relations", "sources", "style"]))):
        after = replace(after, **{section: getattr(other, section)})
    if draw(st.booleans()) and after.statements:
        some = draw(st.permutations(after.statements))
        after = replace(after, statements=tuple(some[: draw(st.integers(0, len(some)))]))
    if draw(st.booleans()) and after.relations:
        after = replace(after, relations=tuple(draw(st.permutations(after.relations))))
    if draw(st.booleans()):
        names = ("title", "summary", "authors", "groups", "viewpoints", "conflicts", "extra")
        name = draw(st.sampled_from(names))
        after = replace(after, **{name: getattr(other, name)})
    if draw(st.booleans()) and after.statements:
        first, *rest = after.statements
        after = replace(after, statements=(draw(statements(first.id)), *rest))
    return sound(after)


HARMLESS = {"unknown-id", "bad-value", "conflict"}
"""Errors that leave nothing out of the map."""


@settings(deadline=None)
@given(st.data())
def test_the_text_says_what_the_map_says(data: st.DataObject) -> None:
    text = data.draw(maps().flatmap(written))
    note(text)
    reading = read(text)
    assert reading.text.text() == text
    before, after = reading.argument_map, data.draw(changed(reading.argument_map))
    edit = reading.text.edit(diff(before, after), before, after)
    assert reading.text.text() == text, "edit only computes"
    reading.text.apply(edit)
    new = reading.text.text()
    note(new)
    again = read(new)
    assert {p.code for p in again.problems} <= {"unknown-key", *HARMLESS}
    assert not difference(normal(again.argument_map), normal(after))
    assert reading.text.modified == (new != text)
    reading.text.apply(edit.inverse())
    assert reading.text.text() == text
    assert not reading.text.modified


@settings(deadline=None, max_examples=50)
@given(maps().flatmap(written))
def test_hand_written_texts_hold_no_errors(text: str) -> None:
    reading = read(text)
    note(text)
    codes = {p.code for p in reading.problems if p.severity is Severity.ERROR}
    assert codes <= HARMLESS
    assert not reading.read_only


COMMENTS = ("# note", "# deep", "# apart", "# about it", "# head", "# inside", "# top", "# the end")
BESIDE_KEYS = ("# asked", "# answered", "# below")


@settings(deadline=None, max_examples=60)
@given(maps().flatmap(written), st.data())
def test_an_edit_of_one_statement_touches_its_lines_only(text: str, data: st.DataObject) -> None:
    reading = read(text)
    before = reading.argument_map
    assume(before.statements)
    number = data.draw(st.integers(0, len(before.statements) - 1))
    name = data.draw(st.sampled_from(["text", "title", "note", "said_by"]))
    change: dict[str, Any] = {name: data.draw(texts)}
    edited = replace(before.statements[number], **change)
    statements = (*before.statements[:number], edited, *before.statements[number + 1 :])
    after = replace(before, statements=statements)
    edit = reading.text.edit(diff(before, after), before, after)
    unfolding = [s for s in edit.splices if any(chunk.unfolded for chunk in s.removed)]
    spliced = [chunk for s in edit.splices if s not in unfolding for chunk in s.removed]
    assert {chunk.key for chunk in spliced} <= {edited.id}
    reading.text.apply(edit)
    if not unfolding:
        new = reading.text.text()
        kept = COMMENTS if change[name] == "" else COMMENTS + BESIDE_KEYS  # which go with their key
        assert [new.count(c) for c in kept] == [text.count(c) for c in kept]
        assert len(edit.splices) == (edited != before.statements[number])


@settings(deadline=None, max_examples=60)
@given(maps().flatmap(written), st.data())
def test_going_back_and_forth_ends_where_it_began(text: str, data: st.DataObject) -> None:
    reading = read(text)
    before = reading.argument_map
    after = data.draw(changed(before))
    for old, new in ((before, after), (after, before)):
        reading.text.apply(reading.text.edit(diff(old, new), old, new))
    again = read(reading.text.text()).argument_map
    assert normal(again) == normal(before)


def test_a_text_typed_back_is_not_modified() -> None:
    text = (
        "argmap: 1\nstatements:\n- {id: a,   text: 'A'}  # so\n- id: b\n  text: >\n    B\n     c\n"
    )
    reading = read(text)
    before = reading.argument_map
    typed = replace(
        before, statements=tuple(replace(s, text="No", note="x") for s in before.statements)
    )
    for old, new in ((before, typed), (typed, before)):
        assert not reading.text.modified or old is typed
        reading.text.apply(reading.text.edit(diff(old, new), old, new))
    assert reading.text.text() == text
    assert not reading.text.modified


def test_saving_sets_the_mark() -> None:
    reading = read("argmap: 1\ntitle: A\n")
    before, after = reading.argument_map, replace(reading.argument_map, title="B")
    reading.text.apply(reading.text.edit(diff(before, after), before, after))
    assert reading.text.modified
    reading.text.mark_saved()
    assert not reading.text.modified
    reading.text.apply(reading.text.edit(diff(after, before), after, before))
    assert reading.text.modified
    reading.text.mark_saved()
    reading.text.mark_modified()
    assert reading.text.modified


def test_an_empty_file_becomes_a_map() -> None:
    for start in ("", "# mine\n", "---\n"):
        reading = read(start)
        before, after = reading.argument_map, ArgumentMap(title="T")
        reading.text.apply(reading.text.edit(diff(before, after), before, after))
        assert reading.text.text() == start + "argmap: 1\ntitle: T\n"
