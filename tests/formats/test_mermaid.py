"""Mermaid: what is written is text to Mermaid, and Mermaid itself draws it.

Mermaid draws in a browser, from what `npm install mermaid` has put into the folder that
ARGMAP_NODE_MODULES names; the test skips where either is missing.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.formats.convert import dumps
from argmap.formats.losses.features import reduce
from argmap.formats.table import by_name
from argmap.model.argument_map import ArgumentMap, Group, Relation, Statement, Style
from argmap.model.kinds import Bearing, Direction
from tests.formats.browser import Browser
from tests.formats.maps import NASTY, maps

MARKUP = (
    *("<script>alert(1)</script>", "<br>", "a<br/>b", "<i>x</i>", "&lt;", "#quot;", "#35;"),
    *("a;b", "end", "graph TD", "subgraph x", "%% comment", "%%{init: {}}%%", "a-->b"),
    *(":::premise", 'click s1 "javascript:alert(1)"', "s1@{shape: rect}", "**bold** _it_ `code`"),
    *("1. one\n2. two", "- a\n- b", "fa:fa-car", "fab:fa-x", "$$x^2$$", "`markdown`", "[link](http://x.y)"),
    *("\u202ex", "++", "1)", "a_b_c", "# head", "> q", "| a | b |", 'say "no"', "100 %", "x" * 300),
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(maps())
def test_texts_stay_in_their_quotes(argument_map: ArgumentMap) -> None:
    text = dumps(argument_map, "mermaid").text
    line = re.compile(
        r'flowchart \w\w|  s\d+\["[^"<>{}|`#]*(?:(?:#\d+;|<br/>)[^"<>{}|`#]*)*"\]:::\w+'
        r"|  [sr]\d+ (?:-->\|supports\|) [sr]\d+|  [sr]\d+ --x\|attacks\| [sr]\d+"
        r'|  r\d+\(\(" "\)\)|  s\d+ --- r\d+|  classDef \w+ [\w:#,]+'
        r'|  subgraph g\d+\["[^"\n]*"\]|  end'
    )
    assert [row for row in text.rstrip("\n").split("\n") if not line.fullmatch(row)] == []


@pytest.mark.parametrize(
    ("direction", "says"),
    [
        (None, "BT"),
        (Direction.TOP, "BT"),
        (Direction.BOTTOM, "TB"),
        (Direction.LEFT, "RL"),
        (Direction.RIGHT, "LR"),
    ],
)
def test_the_conclusion_is_where_the_map_has_it(direction: Direction | None, says: str) -> None:
    style = Style(direction=direction)
    assert dumps(ArgumentMap(style=style), "mermaid").text.startswith(f"flowchart {says}\n")


DRAW = """
const [code, done] = arguments;
mermaid.render("drawn", code).then(({ svg }) => {
  document.body.innerHTML = svg;
  const label = (each) => each.querySelector(".nodeLabel")?.innerText ?? "";
  const said = (each) => label(each).split(/\\s+/).join(" ").trim();
  const all = (css, read) => [...document.querySelectorAll(css)].map(read);
  done({
    nodes: all(".node", (each) => [each.id.split("-").at(-2), said(each)]),
    groups: all(".cluster", (each) => said(each)),
    arrows: all("g.edgeLabel", (each) => each.textContent.trim()).filter(Boolean),
  });
}, (error) => done({ error: String(error) }));
"""


def test_mermaid_draws_every_text_as_it_is(
    browser: Browser, node_modules: Path, tmp_path: Path
) -> None:
    script = node_modules / "mermaid" / "dist" / "mermaid.min.js"
    if not script.is_file():
        pytest.skip("npm install mermaid, and name its node_modules in ARGMAP_NODE_MODULES")
    page = tmp_path / "page.html"
    page.write_text(
        f'<!doctype html><meta charset="utf-8"><body><script src="{script.as_uri()}"></script>'
        "<script>mermaid.initialize({ startOnLoad: false })</script>",
        encoding="utf-8",
    )
    said = [*NASTY, *MARKUP]
    statements = tuple(
        Statement(f"s{n}", text, group=f"g{n}" if n <= 20 else "") for n, text in enumerate(said, 1)
    )
    groups = tuple(Group(f"g{n}", text) for n, text in enumerate(NASTY[:20], 1))
    relations = (
        Relation("linked", ("s1", "s2"), Bearing.SUPPORTS, "s3"),
        Relation("plain", ("s4",), Bearing.ATTACKS, "s3"),
        Relation("undercut", ("s5",), Bearing.ATTACKS, "linked"),
    )
    argument_map = ArgumentMap(statements=statements, relations=relations, groups=groups)
    held, _ = reduce(argument_map, by_name("mermaid").holds)
    browser.open(page)
    drawn = browser.run_async(DRAW, dumps(argument_map, "mermaid").text)
    assert "error" not in drawn, drawn
    found = dict(drawn["nodes"])
    for statement in held.statements:
        assert found[statement.id] == " ".join(statement.text.split())
    assert len(found) == len(statements) + 1, "a circle for the linked step"
    titles = [" ".join(group.title.split()) for group in held.groups]
    assert Counter(drawn["groups"]) == Counter(titles)
    assert sorted(drawn["arrows"]) == ["attacks", "attacks", "supports"]
    assert browser.console() == []
    assert browser.requests() == {page.as_uri(), script.as_uri()}
