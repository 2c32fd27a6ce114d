from __future__ import annotations

import pytest

from argmap.drawing.addresses import addresses, is_address, linked
from argmap.model.argument_map import ArgumentMap, Cite, Source, Statement

SOURCED = ArgumentMap(
    statements=(
        Statement("a", "See https://example.org/a/long/plan.", cites=(Cite("plan"), Cite("other"))),
    ),
    sources=(
        Source("plan", title="The plan of the town", url="https://example.org/plan"),
        Source("other", title="Another one", url="javascript:alert(1)"),
    ),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://example.org/plan for it.", ["https://example.org/plan"]),
        ("See (http://example.org/a_(b)), or not.", ["http://example.org/a_(b"]),
        ("HTTPS://EXAMPLE.ORG.", ["HTTPS://EXAMPLE.ORG"]),
        ("https://a.de https://a.de https://b.de", ["https://a.de", "https://b.de"]),
        ("javascript:alert(1) file:///etc/passwd data:text/html,x ftp://a.de", []),
        ("https://", []),
    ],
)
def test_addresses_of_the_web_in_a_text(text: str, found: list[str]) -> None:
    assert addresses(text) == found


@pytest.mark.parametrize(
    "text", ["file:///etc/passwd", "javascript:x", "https://a b", "", " https://a"]
)
def test_nothing_else_is_an_address(text: str) -> None:
    assert not is_address(text)


def words(texts: list[str], sources: list[str]) -> list[tuple[str, str]]:
    lines = texts + sources
    found = linked(SOURCED, SOURCED.statements[0], texts, sources)
    return [(lines[one.line][one.start : one.stop], one.address) for one in found]


def test_an_address_is_found_though_its_line_was_broken() -> None:
    assert words(["See https://example.org/a/", "long/plan."], []) == [
        ("https://example.org/a/", "https://example.org/a/long/plan"),
        ("long/plan", "https://example.org/a/long/plan"),
    ]


def test_the_title_of_a_source_is_a_link_and_that_of_a_script_is_none() -> None:
    assert words([], ["Town council, The plan of", "the town; Another one"]) == [
        ("The plan of", "https://example.org/plan"),
        ("the town", "https://example.org/plan"),
    ]


def test_a_title_that_was_cut_short_is_a_link_as_far_as_it_goes() -> None:
    assert words([], ["Town council, The plan…"]) == [("The plan", "https://example.org/plan")]
    assert words([], ["Town council…"]) == []
