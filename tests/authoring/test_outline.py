"""Sections and items of a text, and the canonical form."""

from __future__ import annotations

import pytest

from argmap.authoring.formatting import formatted
from argmap.authoring.outline import symbols
from argmap.authoring.written import written
from argmap.errors import ArgmapError
from argmap.store.yaml_file import read
from tests.authoring.texts import MAP


def test_sections_hold_their_items_with_their_texts() -> None:
    found = symbols(written(MAP))
    assert [s.name for s in found] == ["statements", "relations", "sources", "groups", "viewpoints"]
    assert [(s.name, s.said) for s in found[0].inner] == [
        ("fly", "Birds can fly."),
        ("wings", "Birds have *wings*."),
        ("penguins", "Penguins cannot."),
    ]
    assert [s.name for s in found[1].inner] == ["wings supports fly", "r1", "wings attacks r1"]


def test_an_item_reaches_from_its_first_key_to_its_last_value() -> None:
    first = symbols(written(MAP))[0].inner[0]
    assert MAP[first.start : first.end].startswith("id: fly")
    assert MAP[first.start : first.end].endswith("quote: they fly")
    assert MAP[first.name_start : first.name_end] == "fly"


def test_a_text_is_formatted() -> None:
    text = MAP.replace("'Birds have *wings*.'", '"Birds have *wings*."')
    assert formatted(read(text)) == formatted(read(MAP))
    assert "# most of them" in formatted(read(text))


def test_a_text_of_which_something_is_not_read_is_not_formatted() -> None:
    with pytest.raises(ArgmapError, match="no statement or relation"):
        formatted(read(MAP.replace("attacks: r1", "attacks: r7")))
