import json
import sys
from pathlib import Path

import pytest

from argmap.model.argument_map import Source
from argmap.saving.digest import sha256
from argmap.store.yaml_file import load
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


LETTER = "<title>A letter</title><meta name='author' content='Lee, Ann'>" + "".join(
    f"<p>Paragraph {n} asks the council to open the pool on Sundays, as many want.</p>"
    for n in range(3)
)


def added(run: Run, *arguments: str) -> Source:
    """Add a source to a copy of the map; return it."""
    done = run("sources", "add", "pool.argmap.yaml", *arguments)
    assert (done.status, done.err) == (0, "")
    reading = load("pool.argmap.yaml")
    assert reading.problems == ()
    source = reading.argument_map.sources[-1]
    assert done.out.splitlines()[-1].startswith(f"{source.id}: ")
    return source


def test_a_text_is_kept_beside_the_map(run: Run) -> None:
    before = Path("pool.argmap.yaml").read_text(encoding="utf-8")
    Path("page.html").write_text(LETTER, encoding="utf-8")
    source = added(run, "page.html")
    assert (source.id, source.title, source.author) == ("a-letter", "A letter", "Lee, Ann")
    assert (source.file, source.original) == ("pool.sources/a-letter.txt", "page.html")
    kept = Path("pool.sources/a-letter.txt").read_bytes()
    assert kept.startswith(b"Paragraph 0 asks the council")
    assert source.sha256 == sha256(kept)
    assert Path("pool.argmap.yaml").read_text(encoding="utf-8").startswith(before.rstrip("\n"))
    assert "source-" not in run("check", "pool.argmap.yaml").out


def test_a_second_one_of_that_title_overwrites_nothing(run: Run) -> None:
    Path("page.html").write_text(LETTER, encoding="utf-8")
    Path("pool.sources").mkdir()
    Path("pool.sources/a-letter.txt").write_text("Another map's.", encoding="utf-8")
    assert added(run, "page.html").id == "a-letter-2"
    assert Path("pool.sources/a-letter.txt").read_text(encoding="utf-8") == "Another map's."


def test_a_text_is_kept_in_the_map_with_what_the_user_says_of_it(run: Run) -> None:
    Path("page.html").write_text(LETTER, encoding="utf-8")
    words = ("--id", "mine", "--title", "My title", "--author", "Me", "--date", "2026", "--inline")
    source = added(run, "page.html", *words)
    assert (source.id, source.title, source.author, source.date) == (
        "mine",
        "My title",
        "Me",
        "2026",
    )
    assert source.text.startswith("Paragraph 0")
    assert not source.file
    assert not Path("pool.sources").exists()
    assert "source-changed" not in run("check", "pool.argmap.yaml").out


def test_the_original_is_kept_too_if_wanted(run: Run) -> None:
    Path("page.html").write_text(LETTER, encoding="utf-8")
    source = added(run, "page.html", "--keep-original")
    assert source.original == "pool.sources/a-letter.html"
    assert Path(source.original).read_text(encoding="utf-8") == LETTER


def test_a_plain_text_beside_the_map_is_named_where_it_is(run: Run) -> None:
    Path("notes.txt").write_text("We ask you.\n", encoding="utf-8")
    source = added(run, "notes.txt")
    assert (source.file, source.original, source.title) == ("notes.txt", "", "notes")
    assert not Path("pool.sources").exists()


def test_a_plain_text_from_elsewhere_is_copied(run: Run, tmp_path: Path) -> None:
    other = tmp_path.parent / "elsewhere.txt"
    other.write_text("We ask you.\n", encoding="utf-8")
    assert added(run, str(other)).file == "pool.sources/elsewhere.txt"


def test_references_are_added_without_texts(run: Run) -> None:
    Path("r.bib").write_text("@book{lee-2020, title={Towns}, author={Lee, Ann}}", encoding="utf-8")
    Path("r.ris").write_text("TY  - WEB\nTI  - A page\nER  - \n", encoding="utf-8")
    Path("r.json").write_text('[{"id": "x y", "title": "T"}]', encoding="utf-8")
    assert added(run, "r.bib", "r.ris", "r.json") == Source("x-y", "T")
    found = load("pool.argmap.yaml").argument_map.source_by_id
    assert found["lee-2020"] == Source("lee-2020", "Towns", "Lee, Ann", "book")
    assert found["a-page"].type == "webpage"


def test_a_broken_entry_is_told_and_the_others_are_added(run: Run) -> None:
    Path("r.bib").write_text('@book{b, title = "X" # "Y"\n@misc{c, title={ok}}', encoding="utf-8")
    done = run("sources", "add", "pool.argmap.yaml", "r.bib")
    assert (done.status, done.out) == (1, "c: ok.\n")
    assert "r.bib:1:1: An entry could not be read." in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add", "pool.argmap.yaml"), "A map and a file"),
        (("add", "-", "a.txt"), "standard input"),
        (("add", "pool.argmap.yaml", "gone.txt"), "gone.txt"),
        (("add", "gone.argmap.yaml", "a.txt"), "no such file"),
        (("add", "torn.yaml", "a.txt"), "not-yaml"),
        (("add", "pool.argmap.yaml", "empty.html"), "no text"),
        (("add", "pool.argmap.yaml", "a.txt", "empty.html"), "no text"),
        (("add", "pool.argmap.yaml", "a.txt", "a.txt", "--id", "x"), "one by one"),
        (("pool.argmap.yaml", "a.txt"), "One"),
    ],
)
def test_what_cannot_be_added_changes_nothing(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    Path("a.txt").write_text("text", encoding="utf-8")
    Path("empty.html").write_text("<p></p>", encoding="utf-8")
    Path("torn.yaml").write_text("argmap: [", encoding="utf-8")
    before = Path("pool.argmap.yaml").read_bytes()
    done = run("sources", *arguments)
    assert (done.status, done.out) == (2, "")
    assert said.lower() in done.err.lower() or said == "not-yaml"
    assert Path("pool.argmap.yaml").read_bytes() == before
    assert not Path("pool.sources").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_texts_are_not_written_through_a_link(run: Run, tmp_path: Path) -> None:
    elsewhere = tmp_path.parent / "other-place"
    elsewhere.mkdir(exist_ok=True)
    Path("pool.sources").symlink_to(elsewhere)
    Path("page.html").write_text(LETTER, encoding="utf-8")
    done = run("sources", "add", "pool.argmap.yaml", "page.html")
    assert done.status == 2
    assert not list(elsewhere.iterdir())
