"""What is written is read back as it was, and what is not edited stays as it is."""

from __future__ import annotations

from hypothesis import given, settings

from argmap.model.argument_map import ArgumentMap
from argmap.store.yaml_file import dumps, read
from tests.store.maps import maps, normal


@settings(deadline=None)
@given(maps())
def test_a_written_map_is_read_back(argument_map: ArgumentMap) -> None:
    reading = read(dumps(argument_map))
    assert reading.argument_map == normal(argument_map)
    assert not reading.read_only


@settings(deadline=None)
@given(maps())
def test_a_read_text_is_given_back(argument_map: ArgumentMap) -> None:
    text = dumps(argument_map)
    assert read(text).text.text() == text
