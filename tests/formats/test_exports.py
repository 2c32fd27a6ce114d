"""Formats that are written only: what they say, and that no text becomes markup in them."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.formats.convert import dumps
from argmap.formats.html.text import is_web_address
from argmap.formats.xml_text import parse
from argmap.model.argument_map import ArgumentMap, Cite, Relation, Source, Statement
from argmap.model.kinds import Bearing
from tests.formats.maps import maps

few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
many = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

EVIL = (
    "<img src=x onerror=alert(1)> \"'><script>alert(2)</script> --> javascript:x ]]> \\input{x} $x$"
)

POOL = ArgumentMap(
    title="Pool",
    statements=(
        Statement("open", "Open it."),
        Statement("cost", "It costs.", cites=(Cite("s", quote="q"), Cite("t"))),
        Statement("free", "Volunteers."),
        Statement("near", EVIL, title=EVIL, note=EVIL, said_by=EVIL, tags=(EVIL,)),
    ),
    relations=(
        Relation("r1", ("cost", "near"), Bearing.ATTACKS, "open"),
        Relation("r2", ("free",), Bearing.ATTACKS, "r1"),
    ),
    sources=(
        Source("s", title="Report", url="https://example.org/?a=1&b=2"),
        Source("t", title="Evil", url="javascript:alert(1)"),
    ),
)


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.text = ""
        self.inside: dict[str, str] = {}
        self._in = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self._in = tag

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the parser's signature
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in in ("script", "style"):
            self.inside[self._in] = self.inside.get(self._in, "") + data
        else:
            self.text += data


def check_page(argument_map: ArgumentMap) -> Page:
    page = Page(dumps(argument_map, "html").text)
    assert page.tags["script"] == 1
    assert page.tags["style"] == 1
    assert page.tags["img"] == page.tags["iframe"] == page.tags["link"] == page.tags["object"] == 0
    for _, name, value in page.attributes:
        assert not name.startswith("on")
        assert name not in ("src", "style", "srcset", "action", "formaction", "background")
        if name in ("href", "xlink:href"):
            assert value.startswith("#") or is_web_address(value)
    ids = [value for _, name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    return page


def test_the_page_holds_everything_and_runs_nothing_of_the_map() -> None:
    page = check_page(POOL)
    assert page.tags["svg"] == 2
    assert page.tags["article"] == 4
    assert page.text.count(EVIL) >= 4
    links = [value for tag, name, value in page.attributes if (tag, name) == ("a", "href")]
    assert "https://example.org/?a=1&b=2" in links
    assert not any("javascript" in link for link in links)
    assert ("svg", "role", "group") in page.attributes
    assert ("svg", "role", "img") not in page.attributes
    targets = {value for _, name, value in page.attributes if name == "data-card"}
    assert targets == {"card-1", "card-2", "card-3", "card-4"}
    below = [value for _, name, value in page.attributes if name == "data-below"]
    assert set(below[0].split()) == {"step-1", "step-2", "card-2", "card-3", "card-4"}


def test_the_policy_allows_this_script_and_style_and_nothing_else() -> None:
    page = check_page(POOL)
    (policy,) = [
        value for _, name, value in page.attributes if name == "content" and "src" in value
    ]
    assert policy.startswith("default-src 'none'")
    for part in ("script", "style"):
        digest = hashlib.sha256(page.inside[part].encode()).digest()
        assert f"{part}-src 'sha256-{base64.b64encode(digest).decode()}'" in policy
    assert "unsafe" not in policy
    assert not re.search(r"innerHTML|eval\(|fetch\(|document\.write", page.inside["script"])


@few
@given(maps())
def test_no_text_gets_out_of_its_place_in_a_page(argument_map: ArgumentMap) -> None:
    page = check_page(argument_map)
    assert page.tags["article"] == len(argument_map.statements)


@pytest.mark.parametrize(
    ("address", "fine"),
    [
        ("https://a.b/c", True),
        ("http://a.b", True),
        ("javascript:alert(1)", False),
        ("//a.b", False),
        ("data:text/html,x", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_become_links(address: str, fine: bool) -> None:
    assert is_web_address(address) is fine


@many
@given(maps())
def test_graphml_is_a_graph_of_the_map(argument_map: ArgumentMap) -> None:
    root = parse(dumps(argument_map, "graphml").text)
    names = [e.get("id") for e in root.walk() if e.name == "node"]
    edges = [(e.get("source"), e.get("target")) for e in root.walk() if e.name == "edge"]
    assert len(set(names)) == len(names) >= len(argument_map.statements)
    assert {end for edge in edges for end in edge} <= set(names)


def test_dot_is_what_the_program_draws_from() -> None:
    text = dumps(POOL, "dot").text
    assert text.startswith("digraph")
    assert "Volunteers." in text
