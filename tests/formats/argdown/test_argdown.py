"""Argdown: real files against Argdown's own counts, our samples, and its own parser on our text."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from argmap.formats.argdown.document import Document, EdgeKind
from argmap.formats.argdown.parser import parse
from argmap.formats.convert import dumps, loads
from argmap.formats.table import by_name
from tests.formats.corpora import cases
from tests.formats.maps import canonical, held

CASES = Path(__file__).parents[2] / "cases" / "formats"
DOCUMENTS = CASES / "argdown"
NAMES = sorted(path.name for path in DOCUMENTS.iterdir() if "expected" not in path.name)

COUNTS = ("statements", "stmt_defs", "arguments", "with_pcs", "sections", "tags")
RELATIONS = ("support", "attack", "undercut", "contradictory", "contrary")


def counted(document: Document) -> dict[str, int]:
    kinds = Counter(edge.kind for edge in document.edges)
    elements = [*document.statements.values(), *document.arguments.values()]
    return {
        "statements": len(document.statements),
        "stmt_defs": sum(len(e.texts) for e in document.statements.values()),
        "arguments": len(document.arguments),
        "with_pcs": len(document.steps),
        "sections": len(document.sections),
        "tags": len({tag for element in elements for tag in element.tags}),
        **{name: kinds[EdgeKind(name)] for name in RELATIONS},
    }


def exploded(document: Document) -> dict[str, int]:
    """Return the counts that change where Argdown makes an argument of each inference."""
    steps = [step for found in document.steps.values() for step in found]
    definitions = sum(len(step.premises) + 1 for step in steps)
    return {"arguments": len(steps), "with_pcs": len(steps), "stmt_defs": definitions}


@pytest.mark.parametrize(("path", "row"), cases("argdown"))
def test_real_files_have_the_counts_that_argdown_gives(path: Any, row: dict[str, str]) -> None:
    document = parse(path.read_text(encoding="utf-8"))
    if row["status"] == "crash":  # of Argdown's, over its pictures; two statements stand there
        assert (len(document.statements), len(document.edges)) == (2, 1)
        return
    expected = {name: int(row[name]) for name in COUNTS}
    number = {name: int(row[f"rel_{name}"]) for name in RELATIONS}
    number["support"] += int(row["rel_entails"])
    model = document.front.get("model")
    explodes = isinstance(model, dict) and model.get("explodeArguments")
    found = counted(document) | (exploded(document) if explodes else {})
    assert found == expected | number


@pytest.mark.parametrize(("path", "row"), cases("argdown"))
def test_real_files_become_maps(path: Any, row: dict[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    document = parse(text)
    imported = loads(text, "argdown")
    steps = sum(len(found) for found in document.steps.values())
    edges = len(document.edges) + sum(t.kind is EdgeKind.CONTRADICTORY for t in document.edges)
    unreconstructed = len(document.arguments) - len(document.steps)
    assert len(imported.argument_map.statements) == len(document.statements) + unreconstructed
    assert len(imported.argument_map.relations) == steps + edges
    assert row["file"]


def told(name: str) -> str:
    """Return what reading a file gives: the map as argmap writes it, headed by what is told."""
    imported = loads((DOCUMENTS / name).read_bytes(), "argdown", name)
    problems = [f"{p.where.line}: {p.message} {p.hint}" for p in imported.problems]
    losses = [f"lost: {loss}" for loss in imported.losses]
    head = "".join(f"# {line}\n" for line in [*problems, *losses])
    return head + dumps(imported.argument_map, "argmap").text


def expected_of(name: str) -> Path:
    return DOCUMENTS / f"{name.partition('.')[0]}.expected.yaml"


@pytest.mark.parametrize("name", NAMES)
def test_each_feature_by_a_document(name: str) -> None:
    """To write what is expected anew after a change that is meant: see the end of this file."""
    assert told(name) == expected_of(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_is_written_in_argdown_and_read_again(name: str) -> None:
    first = loads((DOCUMENTS / name).read_bytes(), "argdown", name).argument_map
    written = dumps(first, "argdown")
    again = loads(written.text, "argdown")
    assert again.problems == ()
    assert canonical(again.argument_map) == held(first, by_name("argdown").holds)


def test_our_sample_is_written_as_people_would_read_it() -> None:
    text = (CASES / "pool.argdown").read_text(encoding="utf-8")
    assert dumps(loads(text, "argdown").argument_map, "argdown").text == text


if __name__ == "__main__":  # python -m tests.formats.argdown.test_argdown
    for each in NAMES:
        expected_of(each).write_text(told(each), encoding="utf-8")
