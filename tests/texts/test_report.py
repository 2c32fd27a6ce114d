from __future__ import annotations

from argmap.model.argument_map import ArgumentMap, Cite, Source, Statement
from argmap.texts.lookup import in_the_map
from argmap.texts.report import merged, sources
from argmap.texts.text import Span

TEXT = "One two three four.\n\nFive six.\n\nSeven eight nine ten."


def a_map(*cites: Cite) -> ArgumentMap:
    return ArgumentMap(
        statements=(Statement("a", "A."), Statement("b", "B.", cites=cites)),
        sources=(Source("text", text=TEXT), Source("bare", "A book")),
    )


def test_cites_have_places_and_uncited_paragraphs_are_told() -> None:
    cites = (Cite("text", "two three"), Cite("bare", "x", "page 7"), Cite("text", "nothing there"))
    text, bare = sources(a_map(*cites), in_the_map)
    assert [(c.statement, c.place, bool(c.anchor)) for c in text.cites] == [
        ("b", "paragraph 1", True),
        ("b", "", False),
    ]
    assert [TEXT[start:end] for start, end in text.uncited] == [
        "Five six.",
        "Seven eight nine ten.",
    ]
    assert (bare.text, bare.coverage, bare.uncited, len(bare.cites)) == (None, 0, (), 1)


def test_coverage_counts_every_letter_once() -> None:
    whole, _ = sources(
        a_map(Cite("text", "One two three"), Cite("text", "two three four.")), in_the_map
    )
    assert whole.coverage == 19 / (19 + 9 + 21)
    gap, _ = sources(a_map(Cite("text", "One … four.")), in_the_map)
    assert gap.coverage == 8 / 49


def test_spans_that_overlap_are_one() -> None:
    assert merged([Span(5, 9), Span(0, 2), Span(8, 12), Span(2, 3)]) == [Span(0, 3), Span(5, 12)]
