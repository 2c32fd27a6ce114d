"""Lists of references as other programs have them, and back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.model.argument_map import Source
from argmap.references import bibtex_out, csl, lists
from argmap.references.dates import in_words, parts, year

LEE = Source(
    "lee-2020",
    "100 % of {Towns} & pools_",
    "Lee, Ann; Town Council",
    "article-journal",
    "Journal of Pools",
    "Water Press",
    "2020-03-01",
    "10.1000/182",
    "https://example.org/a_b?c=1&d=%20",
    note="Read twice.",
)


def test_an_entry_of_bibtex() -> None:
    assert bibtex_out.dumps([LEE]).splitlines() == [
        "@article{lee-2020,",
        r"  title = {{100 \% of \{Towns\} \& pools\_}},",
        "  author = {Lee, Ann and {Town Council}},",
        "  journal = {Journal of Pools},",
        "  publisher = {Water Press},",
        "  year = {2020},",
        "  month = mar,",
        "  day = {1},",
        "  doi = {10.1000/182},",
        "  url = {https://example.org/a_b?c=1&d=%20},",
        "  note = {Read twice.},",
        "}",
    ]


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (Source("s", type="chapter", container="Book"), "  booktitle = {Book},"),
        (Source("s", type="report", publisher="Office"), "  institution = {Office},"),
        (Source("s", type="webpage", container="Site"), "  howpublished = {Site},"),
        (Source("s", date="in the spring of 1999"), "  year = {1999},"),
        (Source("s", date="ca. 300 BC"), "  year = {ca. 300 BC},"),
    ],
)
def test_fields_that_depend_on_the_kind_of_entry(source: Source, line: str) -> None:
    assert line in bibtex_out.dumps([source]).splitlines()


def test_an_item_of_csl() -> None:
    assert json.loads(csl.dumps([LEE])) == [
        {
            "id": "lee-2020",
            "type": "article-journal",
            "author": [{"family": "Lee", "given": "Ann"}, {"literal": "Town Council"}],
            "issued": {"date-parts": [[2020, 3, 1]]},
            "title": LEE.title,
            "container-title": "Journal of Pools",
            "publisher": "Water Press",
            "DOI": "10.1000/182",
            "URL": LEE.url,
            "note": "Read twice.",
        }
    ]


WORDS = st.text(st.sampled_from("aé B.'{}&\\"), max_size=12).map(str.strip)
PEOPLE = st.lists(st.sampled_from(["Lee, Ann", "Town Council", "Li"]), max_size=3).map("; ".join)
DATES = st.sampled_from(["", "1999", "2020-02", "2020-02-29", "0800", "last year"])


@given(
    st.builds(
        Source, st.just("s"), WORDS, PEOPLE, st.sampled_from(["book", "webpage"]), WORDS, WORDS,
        DATES, WORDS, WORDS, note=WORDS,
    )
)  # fmt: skip
def test_what_is_written_as_csl_is_read_again(source: Source) -> None:
    assert csl.loads(csl.dumps([source])) == (source,)


@pytest.mark.parametrize("text", ["", "[1]", '"x"', "{", "[" * 100_000])
def test_what_is_no_csl(text: str) -> None:
    with pytest.raises(ArgmapError, match=r"\.$"):
        csl.loads(text)


def test_odd_values_of_csl_cost_only_themselves() -> None:
    odd = {"id": 7, "title": ["x"], "author": ["x", {"given": "A"}], "issued": {"raw": "1999?"}}
    assert csl.loads(json.dumps(odd)) == (Source("7", date="1999?"),)
    none = {"id": "a", "author": 1, "issued": {"date-parts": [["x"]]}}
    assert csl.loads(json.dumps(none)) == (Source("a"),)
    particle = {"author": [{"family": "Beethoven", "non-dropping-particle": "van", "given": "L."}]}
    assert csl.loads(json.dumps(particle))[0].author == "van Beethoven, L."


@pytest.mark.parametrize(
    ("date", "numbers", "words", "the_year"),
    [
        ("2020-03-01", (2020, 3, 1), "2020, March 1", "2020"),
        ("2020-03-01T12:00:00Z", (2020, 3, 1), "2020, March 1", "2020"),
        ("1999-12", (1999, 12), "1999, December", "1999"),
        ("1999", (1999,), "1999", "1999"),
        ("2020-13", (), "2020-13", "2020"),
        ("spring 1999", (), "spring 1999", "1999"),
        ("12345", (), "12345", ""),
    ],
)
def test_dates(date: str, numbers: tuple[int, ...], words: str, the_year: str) -> None:
    assert (parts(date), in_words(date), year(date)) == (numbers, words, the_year)


SHORT = Source("s", "50 % & a_b", "Lee, Ann", container="A {J}", doi="10.1/2")


def test_a_numbered_list_in_markdown() -> None:
    odd = Source("b", "A *book*", url="javascript:x")
    assert lists.markdown([SHORT, odd]).splitlines() == [
        r"1. Lee, A. 50 % \& a\_b. *A {J}*. <https://doi.org/10.1/2>",
        r"2. *A \*book\**. javascript:x",
    ]


def test_a_list_in_latex() -> None:
    assert lists.latex([SHORT]).splitlines() == [
        r"\begin{thebibliography}{1}",
        (
            r"\bibitem{s} Lee, A. 50 \% \& a\_b. \emph{A \{J\}}. https:/\allowbreak{}/\allowbreak{}"
            r"doi.org/\allowbreak{}10.1/\allowbreak{}2"
        ),
        r"\end{thebibliography}",
    ]


@pytest.mark.parametrize("field", ["author", "date", "title", "url", "doi", "container"])
def test_an_entry_is_one_line_whatever_a_source_says(field: str) -> None:
    said: dict[str, Any] = {field: "a\n\nb"}
    assert lists.plain([replace(SHORT, **said)]).count("\n") == 0
