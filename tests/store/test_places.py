from pathlib import Path

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from argmap import paths
from argmap.errors import Place
from argmap.model.edits import edit
from argmap.model.history.patch import diff
from argmap.store.yaml_file import read
from tests.store.by_hand import written
from tests.store.maps import maps
from tests.store.test_file_text import changed

TEXT = """\
argmap: 1
statements:
  - id: open
    text: The pool should open.
  - {text: It is hot., id: hot}
  - id: open
    text: A second one.
relations:
  - from: [hot]
    supports: open
sources: [{id: petition}]
"""


def test_every_item_has_a_place_and_the_first_of_two_has_it() -> None:
    assert read(TEXT, "pool.yaml").places == {
        "open": Place("pool.yaml", 3, 5),
        "hot": Place("pool.yaml", 5, 5),
        "hot--supports--open": Place("pool.yaml", 9, 5),
        "petition": Place("pool.yaml", 11, 11),
    }


def test_text_that_is_not_yaml_has_none() -> None:
    assert read("statements: [", "pool.yaml").places == {}


EDITED = """\
argmap: 1
statements:
  # As the petition has it.
  - id: open
    text: The pool should open.

# Not sure about this one.

  -   # a card
    text: |
      It is hot.
      Very.
    id: hot
"""


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_items_in_brackets_have_places(line_break: str) -> None:
    text = TEXT.replace("\n", line_break)
    json = '# so\n{"argmap": 1,\n "sources": [],\n "sources": [{"id": "x"}],\n"statements": [\n'
    json += '{"id": "a", "text": "A"}, {"no": 1},\n {"id": "b", "text": "B"}]}\n'
    for each in (text, text.replace("sources: [", "# so\n\n# and so\nsources: [\n  "), json):
        reading = read(each)
        assert "petition" in reading.places or "b" in reading.places
        assert reading.text.places() == reading.places


def test_the_live_text_knows_where_items_are_after_each_edit() -> None:
    reading = read(EDITED)
    places = {"open": Place("", 4, 5), "hot": Place("", 10, 5)}
    assert reading.text.places() == places
    before = reading.argument_map
    after = edit.add_premise(before, "open", "It is July.")
    after = edit.set_fields(after, "open", note="One\nTwo\nThree")
    change = reading.text.edit(diff(before, after), before, after)
    reading.text.apply(change)
    assert reading.text.places() == read(reading.text.text()).places
    assert reading.text.places()["hot"].line > 10
    reading.text.apply(change.inverse())
    assert reading.text.places() == places


def test_a_frozen_text_stays_as_it_is_while_the_live_one_is_edited() -> None:
    reading = read(EDITED)
    still, text, places = reading.text.frozen(), reading.text.text(), reading.text.places()
    before = reading.argument_map
    after = edit.add_premise(before, "open", "It is July.")
    reading.text.apply(reading.text.edit(diff(before, after), before, after))
    assert reading.text.places() != places
    assert (still.text(), still.places()) == (text, places)


@settings(deadline=None)
@given(st.data())
def test_live_places_are_those_that_reading_finds(data: st.DataObject) -> None:
    """Relations without an id are found by the id that they get."""
    reading = read(data.draw(maps().flatmap(written)))
    before, after = reading.argument_map, data.draw(changed(reading.argument_map))
    reading.text.apply(reading.text.edit(diff(before, after), before, after))
    text = reading.text.text()
    note(text)
    live, read_again = reading.text.places(), read(text).places
    assert set(live.values()) == set(read_again.values())
    named = {statement.id for statement in after.statements}
    assert {id_: read_again[id_] for id_ in named} == {id_: live[id_] for id_ in named}


@pytest.mark.parametrize("path", sorted(paths.examples().glob("*.yaml")), ids=lambda p: p.name)
def test_in_a_file_in_lines_no_item_is_without_a_place(path: Path) -> None:
    reading = read(path.read_text(encoding="utf-8"))
    assert reading.text.places() == reading.places
    assert reading.places
