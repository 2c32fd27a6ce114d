from __future__ import annotations

import pytest

from argmap.model.argument_map import Source
from argmap.references.apa import plain, reference

DOI = "https://doi.org/10.1000/182"
ARTICLE = Source(
    "a", "How towns swim", "Lee, Ann; Müller, Jan-Ole", "article-journal", "Journal of Pools",
    date="2020-03-01", doi="10.1000/182",
)  # fmt: skip


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (
            ARTICLE,
            f"Lee, A., & Müller, J.-O. (2020, March 1). How towns swim. Journal of Pools. {DOI}",
        ),
        (
            Source("b", "Petition", "Residents of Hill Road", date="2026", publisher="Themselves"),
            "Residents of Hill Road (2026). Petition. Themselves.",
        ),
        (Source("c", "Who pays?", date="March 2026"), "Who pays? (March 2026)."),
        (Source("c", "Who pays?"), "Who pays?"),
        (Source("d", author="A, B.; C, D. E.; F"), "A, B., C, D. E., & F."),
        (Source("e", url="https://example.org/"), " https://example.org/"),
        (Source("f", date="1999"), "(1999)."),
        (Source("g"), "g"),
        (Source("h", "A\n title", container="News."), "A title. News."),
    ],
)
def test_a_reference_in_words(source: Source, words: str) -> None:
    assert plain(source) == words.strip()


def test_what_stands_by_itself_is_in_italics() -> None:
    def italics(source: Source) -> list[str]:
        return [run.text for run in reference(source) if run.italic]

    assert italics(ARTICLE) == ["Journal of Pools"]
    assert italics(Source("b", "Petition", "Residents")) == ["Petition"]


def test_the_address_can_be_followed() -> None:
    assert [run.text for run in reference(ARTICLE) if run.address] == [
        "https://doi.org/10.1000/182"
    ]


def test_of_very_many_authors_the_last_is_named() -> None:
    words = plain(Source("m", author="; ".join(f"N{n}, X" for n in range(30))))
    assert words.endswith("N18, X., … N29, X.")
