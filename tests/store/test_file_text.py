"""The text follows the map: it says the same, touches nothing else, and can be taken back."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, note, settings
from hypothesis import strategies as st

from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap
from argmap.model.patch import diff
from argmap.store.yaml_file import read
from tests.store.by_hand import written
from tests.store.maps import difference, maps, normal, sound, statements


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
        names = ("title", "summary", "authors", "groups", "viewpoints", "extra")
        name = draw(st.sampled_from(names))
        after = replace(after, **{name: getattr(other, name)})
    if draw(st.booleans()) and after.statements:
        first, *rest = after.statements
        after = replace(after, statements=(draw(statements(first.id)), *rest))
    return sound(after)


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
    broken = [p for p in again.problems if p.code not in ("unknown-key", "unknown-id", "bad-value")]
    assert not broken
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
    assert codes <= {"unknown-id", "bad-value"}
    assert not reading.read_only
