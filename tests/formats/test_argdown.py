"""Argdown: real files against Argdown's own counts, our samples, and its own parser on our text."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.formats.argdown import inline
from argmap.formats.argdown.document import Document, Kind
from argmap.formats.argdown.parser import parse
from argmap.formats.convert import dumps, loads
from argmap.formats.features import reduce
from argmap.formats.table import by_name
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Bearing
from tests.formats.corpora import cases
from tests.formats.maps import maps

OPTIONS = {
    "docs-snippets/guide-creating-group-nodes-08.argdown": "sections",
    "docs-snippets/changes-2019-03.argdown": "sections",
    "docs-snippets/guide-creating-oldschool-argument-maps-and-inference-trees-01.argdown": "args",
    "docs-snippets/changes-2021-02.argdown": "args",
    "docs-snippets/guide-creating-statement-and-argument-nodes-16.argdown": "args",
}
"""Files whose front matter makes Argdown regroup or explode them: options of its drawing."""

COUNTS = ("statements", "stmt_defs", "arguments", "with_pcs", "sections", "tags")
RELATIONS = ("support", "attack", "undercut", "contradictory")


def counted(document: Document) -> dict[str, int]:
    kinds = Counter(tie.kind for tie in document.ties)
    elements = [*document.statements.values(), *document.arguments.values()]
    return {
        "statements": len(document.statements),
        "stmt_defs": sum(len(e.texts) for e in document.statements.values()),
        "arguments": len(document.arguments),
        "with_pcs": len(document.steps),
        "sections": len(document.sections),
        "tags": len({tag for element in elements for tag in element.tags}),
        **{name: kinds[Kind(name)] for name in RELATIONS},
    }


@pytest.mark.parametrize(("path", "row"), cases("argdown"))
def test_real_files_have_the_counts_that_argdown_gives(path: Any, row: dict[str, str]) -> None:
    if row["status"] != "ok" or row["file"] in OPTIONS:
        pytest.skip("Argdown itself fails here, or draws it by options of its own")
    expected = {name: int(row[name]) for name in COUNTS}
    number = {name: int(row[f"rel_{name}"]) for name in RELATIONS}
    number["support"] += int(row["rel_entails"])
    number["contradictory"] += int(row["rel_contrary"])
    assert counted(parse(path.read_text(encoding="utf-8"))) == expected | number


@pytest.mark.parametrize(("path", "row"), cases("argdown"))
def test_real_files_become_maps(path: Any, row: dict[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    document = parse(text)
    imported = loads(text, "argdown")
    steps = sum(len(found) for found in document.steps.values())
    ties = len(document.ties) + sum(t.kind is Kind.CONTRADICTORY for t in document.ties)
    unreconstructed = len(document.arguments) - len(document.steps)
    assert len(imported.argument_map.statements) == len(document.statements) + unreconstructed
    assert len(imported.argument_map.relations) == steps + ties
    assert row["file"]


def test_inferences_are_linked_steps_and_undercuts_hit_them() -> None:
    m = loads(
        "<a>\n\n(1) one\n(2) two\n-- modus ponens --\n    <_ [but]: But no.\n(3) three\n"
        "(4) four\n----\n(5) [end]: five\n  -> [x]: Ex.\n",
        "argdown",
    ).argument_map
    first, second = (r for r in m.relations if r.linked)
    assert (first.premises, first.target, first.scheme) == (("one", "two"), "three", "modus ponens")
    assert (second.premises, second.target) == (("three", "four"), "end")
    undercut = next(r for r in m.relations if r.premises == ("but",))
    assert (undercut.target, undercut.bearing) == (first.id, Bearing.ATTACKS)
    outgoing = next(r for r in m.relations if r.premises == ("end",))
    assert (outgoing.target, outgoing.bearing) == ("x", Bearing.ATTACKS)


def test_a_contradiction_is_two_attacks() -> None:
    m = loads("[a]: A\n  >< [b]: B\n", "argdown").argument_map
    assert {(r.premises, r.target) for r in m.relations} == {(("b",), "a"), (("a",), "b")}


def test_sections_are_groups_within_groups() -> None:
    m = loads("# One\n\n[a]: A\n\n## Two\n\n[b]: B\n", "argdown").argument_map
    assert [(g.title, g.parent) for g in m.groups] == [("One", ""), ("Two", "one")]
    assert [s.group for s in m.statements] == ["one", "two"]


def test_prose_keeps_what_argdown_would_drop_or_refuse() -> None:
    text = "\ufeff===\ntitle: T\n===\n[a]: See http://x.org/a_b and 2*3*4 snake_case *yes*. // no\n"
    imported = loads(text.encode(), "argdown")
    assert imported.argument_map.title == "T"
    assert imported.argument_map.statements[0].text == (
        "See http://x.org/a_b and 2*3*4 snake_case yes."
    )


def test_links_are_sources_and_tags_at_the_end_are_taken_off() -> None:
    m = loads("[a]: See [this](http://x.y/z) #one #(two words)\n", "argdown").argument_map
    (statement,) = m.statements
    assert (statement.text, statement.tags) == ("See this", ("one", "two words"))
    assert m.sources[0].url == "http://x.y/z"
    assert statement.cites[0].quote == "this"


def test_only_fences_of_a_markdown_file_are_read() -> None:
    text = "# Notes\n\nProse.\n\n```argdown\n[a]: A\n  + [b]: B\n```\n\nMore prose.\n"
    m = loads(text, file="notes.md").argument_map
    assert [s.text for s in m.statements] == ["A", "B"]


def test_what_is_odd_is_said_with_its_line() -> None:
    imported = loads("\n[a] and more\n\n<x>\n\n(1) p\n", "argdown", "f.argdown")
    assert [str(p.where) for p in imported.problems] == ["f.argdown:2:1", "f.argdown:6:1"]
    assert "left out" in imported.problems[0].message


def test_our_sample_is_written_as_people_would_read_it() -> None:
    folder = Path(__file__).parents[1] / "cases" / "formats"
    text = (folder / "pool.argdown").read_text(encoding="utf-8")
    assert dumps(loads(text, "argdown").argument_map, "argdown").text == text


NODE_MODULES = os.environ.get("ARGMAP_NODE_MODULES", "node_modules")
has_argdown = shutil.which("node") and (Path(NODE_MODULES) / "@argdown" / "core").is_dir()


@pytest.mark.skipif(
    not has_argdown,
    reason="npm install @argdown/core, and name its node_modules in ARGMAP_NODE_MODULES",
)
def test_argdowns_own_parser_reads_back_what_we_write() -> None:
    row = by_name("argdown")
    written: list[tuple[ArgumentMap, str]] = []

    @settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(maps())
    def collect(argument_map: ArgumentMap) -> None:
        if argument_map.statements:  # Argdown fails on an empty file
            held, _ = reduce(argument_map, row.holds)
            written.append((held, row.write(held) if row.write else ""))

    collect()
    script = str(Path(__file__).with_name("argdown_model.cjs"))
    answers = subprocess.run(
        [str(shutil.which("node")), script],
        input=json.dumps([text for _, text in written]),
        env={**os.environ, "NODE_PATH": str(Path(NODE_MODULES).resolve())},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for (held, text), answer in zip(written, json.loads(answers), strict=True):
        assert answer["errors"] == [], text
        for statement in held.statements:
            (said,) = answer["statements"][statement.id]
            tags = " ".join(filter(None, map(inline.tag, statement.tags)))
            assert " ".join(said.split()).removesuffix(tags).strip() == statement.text


def test_front_matter_that_is_no_yaml_is_told_and_the_rest_is_read() -> None:
    imported = loads("===\na: [\n===\n\n[x]: y\n", "argdown", "f.ad")
    assert [p.message.startswith("The front matter is left out") for p in imported.problems] == [
        True
    ]
    assert [s.text for s in imported.argument_map.statements] == ["y"]
