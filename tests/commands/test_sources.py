import json
from pathlib import Path

import pytest

from tests.commands.conftest import Run

MAP = """\
argmap: 1
statements:
  - id: open
    text: The pool should open on Sundays.
    cites:
      - {source: petition, quote: open the pool on Sundays}
      - {source: petition, quote: opne the pool on Sundays}
      - {source: petition, quote: what nobody has ever written}
      - {source: book, at: page 7}
sources:
  - {id: petition, title: The petition, author: "Lee, Ann", date: "2026", file: petition.txt}
  - {id: book, title: A book}
  - {id: gone, title: A letter, file: gone.txt}
"""
TEXT = "We ask you to open the pool on Sundays.\n\nWe pay for it.\n"


@pytest.fixture
def cited(run: Run) -> str:
    """Write a map with a text beside it, in the folder of `run`."""
    del run
    Path("cited.argmap.yaml").write_text(MAP, encoding="utf-8")
    Path("petition.txt").write_text(TEXT, encoding="utf-8")
    return "cited.argmap.yaml"


def test_sources_are_listed_with_cites_and_what_is_uncited(run: Run, cited: str) -> None:
    done = run("sources", cited)
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "petition: Lee, A. (2026). The petition.",
        "  3 cites; 13 words, 45% of them quoted",
        "  open, paragraph 1: “open the pool on Sundays”",
        "  open, paragraph 1, differs by 2 edits: “opne the pool on Sundays”",
        "  open, not found: “what nobody has ever written”",
        "  uncited, paragraph 2: We pay for it.",
        "",
        "book: A book.",
        "  1 cite",
        "  open, page 7",
        "",
        "gone: A letter.",
        "  not cited; its text is not there",
    ]


def test_json_has_the_same_for_programs(run: Run, cited: str) -> None:
    petition, book, gone = json.loads(run("sources", cited, "--json").out)
    first, second, third = petition["cites"]
    (span,) = first["spans"]
    assert TEXT[span[0] : span[1]] == first["quote"]
    assert [c["found"] for c in (first, second, third)] == ["exact", "similar", None]
    assert [c["checked"] for c in (*petition["cites"], *book["cites"])] == [True, True, True, False]
    (uncited,) = petition["uncited"]
    assert TEXT[uncited["start"] : uncited["end"]] == "We pay for it."
    assert (book["words"], gone["fault"], gone["coverage"]) == (None, "missing", None)


def test_references_as_bibtex_and_csl_json(run: Run, cited: str) -> None:
    assert run("sources", cited, "--format", "bibtex").out.startswith("@misc{petition,\n")
    items = json.loads(run("sources", cited, "--format", "csl-json").out)
    assert [item["id"] for item in items] == ["petition", "book", "gone"]


def test_a_map_without_sources_says_so(run: Run) -> None:
    Path("bare.argmap.yaml").write_text("argmap: 1\n", encoding="utf-8")
    done = run("sources", "bare.argmap.yaml")
    assert (done.status, done.out) == (0, "")
    assert "no sources" in done.err


def test_check_looks_beside_the_map_and_fixes_quotes(run: Run, cited: str) -> None:
    found = [p["code"] for p in json.loads(run("check", cited, "--json").out)]
    assert found.count("quote-differs") == found.count("quote-not-found") == 1
    assert found.count("source-missing") == 1
    fixed = run("check", cited, "--fix")
    assert fixed.status == 1
    assert "fixed quote-differs" in fixed.err
    assert Path(cited).read_text(encoding="utf-8").count("open the pool on Sundays}") == 2


def test_standard_input_has_nothing_beside_it(run: Run, cited: str) -> None:
    data = Path(cited).read_bytes()
    codes = [p["code"] for p in json.loads(run("check", "--json", "-", given=data).out)]
    assert "source-missing" not in codes
    assert "0% of them" not in run("sources", "-", given=data).out
