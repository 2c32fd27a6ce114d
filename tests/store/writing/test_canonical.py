"""The canonical form: twice is once, nothing said is changed, and comments stay."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, note, settings

from argmap.model.argument_map import ArgumentMap
from argmap.store.yaml.comments import comments
from argmap.store.yaml.scan import scan
from argmap.store.yaml_file import dumps, read
from tests.store.by_hand import written
from tests.store.maps import difference, maps, normal


def canonical(text: str) -> str:
    reading = read(text)
    return reading.text.canonical(reading.argument_map)


@settings(deadline=None)
@given(maps().flatmap(written))
def test_twice_is_once_and_nothing_is_lost(text: str) -> None:
    note(text)
    once = canonical(text)
    note(once)
    assert not difference(normal(read(once).argument_map), normal(read(text).argument_map))
    body = text.removeprefix("\ufeff")
    said = [Counter(c.text for c in comments(scan(t))) for t in (body, once)]
    assert said[0] == said[1]
    assert canonical(once) == once


@given(maps())
@settings(deadline=None, max_examples=50)
def test_what_the_program_writes_is_canonical(argument_map: ArgumentMap) -> None:
    text = dumps(normal(argument_map))
    assert canonical(text) == text


@pytest.mark.parametrize("key", ["x-mine", '""'])
def test_a_key_without_a_value_stays_in_its_item(key: str) -> None:
    text = f"argmap: 1\n\nstatements:\n  - id: a\n    text: A is so.\n    {key}: null\n"
    assert canonical(text) == text


UGLY = """\
# yaml-language-server: $schema=argmap.schema.json
title: 'Sundays?'   # in short
argmap: 1


statements:
# the question
- text: "The pool should open on Sundays."   # voted on in May
  id: open
  # why it matters
  note: |
    One.


    Two.
- {id: cost, text: Staff cost doubles.}

# --- the rest ---

- id: asked   # who
  text:
    # said in May
    Two hundred residents asked for it.
  tags: [a,   b]
  # the end of it
relations:
    - {from: [asked], supports: open}   # at last

# The end
"""

PLAIN = """\
# yaml-language-server: $schema=argmap.schema.json
argmap: 1
title: Sundays?  # in short

statements:
  # the question
  - id: open
    text: The pool should open on Sundays.  # voted on in May
    # why it matters
    note: |
      One.


      Two.

  - id: cost
    text: Staff cost doubles.

  # --- the rest ---

  - id: asked  # who
    # said in May
    text: Two hundred residents asked for it.
    tags: [a, b]
    # the end of it

relations:
  # at last
  - from: [asked]
    supports: open

# The end
"""


def test_an_example() -> None:
    assert canonical(UGLY) == PLAIN
    assert canonical(PLAIN) == PLAIN


def test_a_comment_in_brackets_stands_above_the_section() -> None:
    text = "argmap: 1\nstatements: [{id: a, text: A},  # one\n  {id: b, text: B}]\n"
    assert canonical(text).startswith("argmap: 1\n\n# one\n\nstatements:\n  - id: a\n")
