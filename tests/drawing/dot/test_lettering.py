"""Text that we set stands where Graphviz sets it when it draws the DOT that is exported."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given, settings

from argmap.drawing import theme
from argmap.drawing.dot.compact import written_compact
from argmap.drawing.dot.lettering import letters_of
from argmap.drawing.dot.writer import dot
from argmap.drawing.graphviz import svg, xdot
from argmap.drawing.graphviz.engine import run
from argmap.drawing.layout import lay_out
from argmap.drawing.marks import Mark
from argmap.drawing.options import DrawingOptions, settled
from argmap.drawing.picture import Edge, Picture, Piece, Point, Text
from argmap.drawing.text.letters import Letters
from argmap.model.argument_map import ArgumentMap, Cite, Source, Statement
from argmap.model.kinds import Layout
from argmap.placing.arrangement import NEW
from tests.drawing.maps import FRAMED, POOL, hostile_maps, tie

USUAL = DrawingOptions(theme.load("light"), layout=Layout.COMPACT)
MARKED = {
    "demand": Mark(badge="stands", line="accepted"),
    "cost": Mark(badge="undecided", hidden=3, see="→ page 2", faint=True),
    "r1": Mark(badge="weak"),
}
SCRIPTS = ArgumentMap(
    statements=(
        Statement("a", "العربية لغة جميلة يتكلم بها كثير من الناس", cites=(Cite("s"), Cite("t"))),
        Statement(
            "b", "中文字符 with 😀 and a \\N & <b>tag</b>.\n\nAnother line. שלום", implicit=True
        ),
    ),
    relations=(tie("r", "b", "a"),),
    sources=(Source("s", title="A source whose title is longer than a line"), Source("t", "عنوان")),
)
FAR = ArgumentMap(
    statements=tuple(
        Statement(f"s{n}", "A reason that takes two lines of text.") for n in range(17)
    ),
    relations=(*(tie(f"r{n}", f"s{n}", "s0") for n in range(1, 17)), tie("far", "s16", "s1")),
)
"""A cross link that is so long that it has a number at both ends."""
CASES = (
    (POOL, USUAL),
    (POOL, replace(USUAL, marks=MARKED, legend=True)),
    (FRAMED, replace(USUAL, theme=theme.load("dark"))),
    (SCRIPTS, USUAL),
    (SCRIPTS, replace(USUAL, titles=True)),
    (FAR, USUAL),
)


def both(
    argument_map: ArgumentMap, options: DrawingOptions
) -> tuple[svg.Sheet, svg.Sheet, Mapping[str, tuple[Letters, ...]]]:
    """Return what Graphviz draws of the DOT that is exported, and of our own with our lines."""
    argument_map, options = settled(argument_map, options)
    compact = written_compact(argument_map, options, NEW, None)
    (exported,) = run([dot(argument_map, options)], "svg", svg.read)
    (own,) = run([compact.source(labelled=False)], "svg", svg.read)
    assert own.grounds == exported.grounds
    placed = compact.placed
    assert own.size == pytest.approx((placed.width, placed.height), abs=0.01)
    for ours, theirs in zip(own.size, exported.size, strict=True):
        assert ours <= theirs <= ours + 8  # the cell of a sign at the edge is higher than its ink
    return exported, own, letters_of(compact)


def agree(argument_map: ArgumentMap, options: DrawingOptions) -> None:
    exported, own, letters = both(argument_map, options)
    if exported.size != own.size:
        return  # where that cell grows beyond the picture, all of it stands elsewhere
    for mine, one in zip(own.elements(), exported.elements(), strict=True):
        assert mine == one._replace(letters=())
        ours = [
            line._replace(x=round(line.x, 2), y=round(line.y, 2))
            for line in letters.get(one.id, ())
        ]
        assert ours == list(one.letters)


@pytest.mark.parametrize("case", range(len(CASES)))
def test_svg_says_what_the_exported_dot_gives(case: int) -> None:
    agree(*CASES[case])


@settings(max_examples=40, deadline=None)
@given(hostile_maps())
def test_whatever_the_texts_are(argument_map: ArgumentMap) -> None:
    agree(argument_map, USUAL)


@pytest.mark.parametrize("case", range(len(CASES)))
def test_a_picture_says_it_too(case: int) -> None:
    argument_map, options = CASES[case]
    text = xdot.prepared(dot(argument_map, options))
    (exported,) = run([text], "json", xdot.read)
    ours = lay_out(argument_map, options)
    for (at, said), (other_at, other) in zip(_texts(ours), _texts(exported), strict=True):
        assert said == other
        assert at == pytest.approx(other_at, abs=0.1)


def _texts(picture: Picture) -> Iterator[tuple[Point, Text]]:
    strokes = (edge for arrow in picture.arrows for edge in arrow.edges)
    pieces: Iterator[Piece | Edge] = chain(picture.halos, picture.cards, strokes)
    for one in pieces:
        for text in one.operations:
            if isinstance(text, Text):
                place = one.x + text.at[0], one.y + text.at[1]
                yield place, replace(text, at=(0, 0))
