"""The quotes of the large example are in the two reports, which are not ours to ship.

They are looked for in the folder that ARGMAP_SEEDS names, else in `shared/seeds` beside the
checkout; the test skips where neither is.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from argmap import paths
from argmap.critique import check
from argmap.model.argument_map import ArgumentMap
from argmap.store.yaml_file import load

BESIDE = Path(__file__).parents[3] / "shared" / "seeds"
FOLDER = Path(os.environ.get("ARGMAP_SEEDS") or BESIDE)
STARTS = {
    "letter-report": "Lavrov’s letter to the West",
    "interview-report": "",
}
QUOTES = 23


@pytest.fixture
def dispute() -> ArgumentMap:
    """Return the example with the texts of the two reports in it."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt"))]
    letter = next((t for t in texts if t.startswith(STARTS["letter-report"])), None)
    other = next((t for t in texts if t != letter), None)
    if letter is None or other is None:
        pytest.skip(f"{FOLDER} does not hold the two reports")
    known = {"letter-report": letter, "interview-report": other}
    argument_map = load(paths.examples() / "indivisible-security.argmap.yaml").argument_map
    sources = tuple(replace(s, text=known.get(s.id, "")) for s in argument_map.sources)
    return replace(argument_map, sources=sources)


def test_every_quote_stands_in_its_report(dispute: ArgumentMap) -> None:
    quotes = [c for s in dispute.statements for c in s.cites if c.quote]
    assert len(quotes) == QUOTES
    assert {cite.source for cite in quotes} == STARTS.keys()
    assert check(dispute) == ()


def test_a_quote_that_is_tampered_with_is_found(dispute: ArgumentMap) -> None:
    first = dispute.statements[0]
    words = "We want no answer from those who understand nothing of it"
    cites = (replace(first.cites[0], quote=words), *first.cites[1:])
    tampered = replace(dispute, statements=(replace(first, cites=cites), *dispute.statements[1:]))
    assert [(p.code, p.ids[0]) for p in check(tampered)] == [("quote-not-found", first.id)]
