"""References from BibTeX and RIS."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest

from argmap.errors import ArgmapError
from argmap.model.argument_map import Source
from argmap.references import bibtex_in, bibtex_out, ris_in

BIBTEX = r"""
@string{pools = {Journal of Pools}}
@article{lee, title="100 \% of {Towns} \& pools\_", author={van Beethoven, Ludwig and Lee, Jr., Ann
  and {Town and Country Council} and Bo M{\"u}ller}, journal=pools, date={2020-03-01},
  url={https://e.org/a_b?c=1&d=%20}, note={\emph{Read} twice}}
@book{broken, title = "X" # "Y"
@misc{page, title={A page}, howpublished={\url{https://e.org}}, year=2019, month=feb, day=3}
"""


def test_entries_of_bibtex_and_a_broken_one() -> None:
    found, broken = bibtex_in.loads(BIBTEX)
    assert found == (
        Source(
            "lee",
            "100 % of Towns & pools_",
            "van Beethoven, Ludwig; Lee, Ann Jr.; Town and Country Council; Müller, Bo",
            "article-journal",
            "Journal of Pools",
            date="2020-03-01",
            url="https://e.org/a_b?c=1&d=%20",
            note="Read twice",
        ),
        Source("page", "A page", type="document", date="2019-02-03", url="https://e.org"),
    )
    assert [error.where.line for error in broken] == [6]


def test_what_is_written_as_bibtex_is_read_again() -> None:
    source = Source(
        "s", "50 % of {it}: a_b & c", "Lee, Ann; Town Council", "chapter", "Book", "Press",
        "1999-12-31", "10.1/x_y", "https://e.org/?a=1&b=%20", note="See #2.",
    )  # fmt: skip
    assert bibtex_in.loads(bibtex_out.dumps([source])) == ((source,), ())


def test_references_of_ris() -> None:
    text = (
        "TY  - JOUR\nAU  - Lee, Ann\nAU  - Town Council\nTI  - A title\nJO  - Journal\n"
        "PY  - 2020/03/01/spring\nUR  - https://e.org\nDO  - 10.1/x\nN1  - Read.\nER  - \n"
        "TY  - WEB\nT1  - A page\nPY  - last year\nER  - \n"
    )
    assert ris_in.loads(text) == (
        Source(
            "", "A title", "Lee, Ann; Town Council", "article-journal", "Journal",
            date="2020-03-01", doi="10.1/x", url="https://e.org", note="Read.",
        ),
        Source("", "A page", type="webpage", date="last year"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text", ["TY  - JOUR\nTI  - never ended", "just words", "TY  - JOUR\nTY  - X"]
)
def test_what_is_no_ris_costs_a_sentence_at_most(text: str) -> None:
    try:
        found, said = ris_in.loads(text), ""
    except ArgmapError as error:
        found, said = (), error.message
    assert all(isinstance(source, Source) for source in found)
    assert not said or said.endswith(".")


@pytest.mark.parametrize(("module", "name"), [(bibtex_in, "bibtexparser"), (ris_in, "rispy")])
def test_a_missing_extra_is_named_with_the_line_that_installs_it(
    module: ModuleType, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ArgmapError, match=r"argmap\[sources\]"):
        module.loads("x")
