"""What stands where in a text."""

from __future__ import annotations

from hypothesis import given, settings

from argmap.authoring.spots import Role
from argmap.authoring.written import written
from argmap.model.argument_map import SECTIONS, ArgumentMap
from argmap.store.yaml.node import Collection, text_of
from argmap.store.yaml.scan import scan
from argmap.store.yaml_file import BOM, dumps
from tests.authoring.texts import MAP
from tests.store.maps import maps


def roles(text: str) -> list[tuple[str, Role]]:
    found = written(text)
    both = sorted([*found.spots, *found.comments], key=lambda spot: spot.start)
    return [(text[spot.start : spot.end], spot.role) for spot in both]


def test_every_scalar_has_its_role() -> None:
    assert roles(MAP)[:22] == [
        ("argmap", Role.KEY),
        ("1", Role.VALUE),
        ("title", Role.KEY),
        ("Birds", Role.TEXT),
        ("statements", Role.KEY),
        ("id", Role.KEY),
        ("fly", Role.ID),
        ("text", Role.KEY),
        ("Birds can fly.", Role.TEXT),
        ("# most of them", Role.COMMENT),
        ("group", Role.KEY),
        ("air", Role.NAME),
        ("cites", Role.KEY),
        ("source", Role.KEY),
        ("book", Role.NAME),
        ("quote", Role.KEY),
        ("they fly", Role.TEXT),
        ("id", Role.KEY),
        ("wings", Role.ID),
        ("kind", Role.KEY),
        ("premise", Role.VALUE),
        ("text", Role.KEY),
    ]
    assert roles(MAP)[-4:] == [
        ("fly", Role.NAME),
        ("accepted", Role.VALUE),
        ("r1", Role.NAME),
        ("rejected", Role.VALUE),
    ]


def test_what_the_format_does_not_know_is_no_name() -> None:
    text = "argmap: 1\nx-mine: {id: a, from: [a]}\nstatements:\n  - {id: a, text: A, x-b: a}\n"
    assert [said for said, role in roles(text) if role in (Role.ID, Role.NAME)] == ["a"]


def test_of_a_broken_text_what_stands_before_is_known() -> None:
    text = "argmap: 1\nstatements:\n  - id: a\n    text: A.\n  - id: b\n    text: [B\n"
    assert ("a", Role.ID) in roles(text)


def test_lines_that_were_repaired_are_told_as_they_were_typed() -> None:
    text = "argmap: 1\nstatements:\n  - id: a\n    text: Note: it is [so]\n\ttitle: T\n  - id: b\n"
    assert roles(text)[4:] == [
        ("a", Role.ID),
        ("text", Role.KEY),
        ("Note: it is [so]", Role.TEXT),
        ("title", Role.KEY),
        ("T", Role.TEXT),
        ("id", Role.KEY),
        ("b", Role.ID),
    ]


def test_a_byte_order_mark_is_counted() -> None:
    text = BOM + MAP
    assert roles(text) == roles(MAP)


def test_lines_of_windows_are_counted() -> None:
    assert roles(MAP.replace("\n", "\r\n")) == roles(MAP)


@settings(deadline=None, max_examples=60)
@given(maps())
def test_spots_hold_what_they_say_and_do_not_overlap(argument_map: ArgumentMap) -> None:
    text = dumps(argument_map)
    found = written(text)
    end = 0
    for spot in found.spots:
        assert spot.start >= end
        end = spot.end
        if spot.role is not Role.TEXT:  # of which those in blocks need their indentation
            node = scan(text[spot.start : spot.end]).root
            if node is not None and "\n" not in spot.said:
                assert not isinstance(node, Collection)
                assert text_of(node) == spot.said
    ids = {item.id for name in SECTIONS for item in getattr(argument_map, name)}
    anonymous = {r.id for r in argument_map.relations if r.anonymous}
    assert set(found.defined) == ids - anonymous
