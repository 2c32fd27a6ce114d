"""What is written is read back as it was, and what is not edited stays as it is."""

from __future__ import annotations

import yaml
from hypothesis import given, settings

from argmap.model.argument_map import ArgumentMap, Statement, Table
from argmap.store.yaml.emit import WIDTH
from argmap.store.yaml_file import dumps, read
from tests.store.maps import maps, normal, texts


@settings(deadline=None, max_examples=80)
@given(maps())
def test_a_written_map_is_read_back(argument_map: ArgumentMap) -> None:
    text = dumps(argument_map)
    reading = read(text)
    assert reading.argument_map == normal(argument_map)
    assert not reading.read_only
    assert reading.text.text() == text


def sayable(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


@settings(deadline=None)
@given(texts.filter(sayable))
def test_other_programs_read_the_same_text(text: str) -> None:
    """PyYAML reads YAML 1.1, where much that looks like text is none."""
    written = yaml.safe_load(dumps(ArgumentMap(title=text, authors=(text,))))
    assert written.get("title", "") == text
    assert written["authors"] == [text]


@settings(deadline=None)
@given(texts)
def test_lines_that_can_be_broken_are_no_longer_than_they_may_be(text: str) -> None:
    prose = " ".join(text.split())
    written = dumps(ArgumentMap(statements=(Statement("a", prose),)))
    if prose.isprintable():
        for line in written.splitlines():
            assert len(line) <= WIDTH or " " not in line.strip().removeprefix("text: ")


def test_very_long_keys_survive() -> None:
    key = "k" * 1500
    argument_map = ArgumentMap(extra=((key, Table(((key, (Table(((key, 1),)),)),))),))
    assert read(dumps(argument_map)).argument_map == argument_map


def test_a_fresh_file_is_made_for_diffs() -> None:
    text = dumps(
        ArgumentMap(
            title="No",
            summary="One.\nTwo.",
            authors=("Ann", "12:30"),
            statements=(
                Statement("a", "A: b", extra=(("x-b", 1), ("x-a", 2))),
                Statement("b", "word " * 30 + "end"),
            ),
            extra=(("x-b", 1), ("x-a", 2)),
        )
    )
    assert text == (
        'argmap: 1\ntitle: "No"\nsummary: |-\n  One.\n  Two.\nauthors: [Ann, "12:30"]\n\n'
        'statements:\n  - id: a\n    kind: claim\n    text: "A: b"\n    x-b: 1\n    x-a: 2\n\n'
        f"  - id: b\n    kind: claim\n    text: >-\n      {'word ' * 15}word\n"
        f"      {'word ' * 14}end\nx-b: 1\nx-a: 2\n"
    )
