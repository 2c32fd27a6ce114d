from __future__ import annotations

import math
import threading
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.drawing import theme
from argmap.drawing.graphviz import engine as graphviz
from argmap.drawing.layout import Cache, lay, lay_out
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Form, Piece, Shape
from argmap.drawing.text.graphemes import clean
from argmap.model.argument_map import ArgumentMap, Group
from argmap.model.kinds import Bearing, Direction, Kind, Layout, Page
from argmap.placing.metrics import MARGIN
from argmap.store.yaml_file import load
from tests.drawing.laws import broken
from tests.drawing.maps import FRAMED, POOL, hostile_maps, row_of, said, tie
from tests.model.strategies import maps

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
LIGHT = theme.load("light")
USUAL = DrawingOptions(LIGHT)


@pytest.fixture(autouse=True)
def _no_other_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(graphviz.VARIABLE, raising=False)


def middle(piece: Piece) -> tuple[float, float]:
    return piece.x + piece.width / 2, piece.y + piece.height / 2


@settings(max_examples=40, deadline=None)
@given(hostile_maps())
def test_the_picture_has_each_card_and_arrow_once_and_all_its_text(
    argument_map: ArgumentMap,
) -> None:
    picture = lay_out(argument_map, USUAL)
    assert [card.id for card in picture.cards] == [s.id for s in argument_map.statements]
    assert [arrow.id for arrow in picture.arrows] == [r.id for r in argument_map.relations]
    for statement, card in zip(argument_map.statements, picture.cards, strict=True):
        shown = "".join(text.text for text in card.lines if text.size == 12)
        assert _letters(shown) == _letters(clean(statement.text))
    for relation, arrow in zip(argument_map.relations, picture.arrows, strict=True):
        premises = [edge.premise for edge in arrow.edges]
        all_of_them = [*range(len(relation.premises)), None]
        assert premises == (all_of_them if arrow.dot else [None])


@settings(max_examples=30, deadline=None, derandomize=True)
@given(maps(), st.data())
def test_cards_never_overlap_and_stay_in_the_picture(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    groups = (Group("g"), Group("h", parent="g"), Group("i"))
    homes = st.sampled_from(["", "", "g", "h", "i"])
    framed = tuple(replace(s, group=data.draw(homes)) for s in argument_map.statements)
    argument_map = replace(argument_map, statements=framed, groups=groups)
    for direction in Direction:
        picture = lay_out(argument_map, DrawingOptions(LIGHT, direction=direction))
        for one, other in combinations(picture.cards, 2):
            apart = one.x + one.width < other.x or other.x + other.width < one.x
            assert apart or one.y + one.height < other.y or other.y + other.height < one.y
        for card in picture.cards:
            assert card.x >= MARGIN - 1
            assert card.y >= MARGIN - 1
            assert card.x + card.width <= picture.width - MARGIN + 1
            assert card.y + card.height <= picture.height - MARGIN + 1


@settings(max_examples=40, deadline=None)
@given(hostile_maps())
def test_no_line_leaves_its_card(argument_map: ArgumentMap) -> None:
    for card in lay_out(argument_map, USUAL).cards:
        for line in card.lines:
            left = line.at[0] - (line.width if line.align == "r" else 0)
            assert left >= 0
            assert left + line.width <= card.width
            assert line.size * 0.7 < line.at[1] < card.height


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("bearing", Bearing)
def test_siblings_keep_the_order_of_the_file(
    direction: Direction, bearing: Bearing, layout: Layout
) -> None:
    options = DrawingOptions(LIGHT, direction=direction, layout=layout)
    picture = lay_out(row_of(9, bearing), options)
    cards = [picture.card_by_id[f"p{number}"] for number in range(9)]
    assert all(_before(one, other) for one, other in pairwise(cards))


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: str(path.stem))
def test_examples_obey_every_law_of_drawing(example: Path, direction: Direction) -> None:
    argument_map = load(example).argument_map
    options = DrawingOptions(LIGHT, direction=direction)
    assert broken(argument_map, lay_out(argument_map, options)) == []


@settings(max_examples=40, deadline=None, derandomize=True)
@given(maps(), st.sampled_from(Direction))
def test_any_map_obeys_every_law_of_drawing(
    argument_map: ArgumentMap, direction: Direction
) -> None:
    options = DrawingOptions(LIGHT, direction=direction, layout=Layout.COMPACT)
    assert broken(argument_map, lay_out(argument_map, options)) == []


@pytest.mark.parametrize(
    ("direction", "axis", "sign"),
    [
        (Direction.TOP, 1, -1),
        (Direction.BOTTOM, 1, 1),
        (Direction.LEFT, 0, -1),
        (Direction.RIGHT, 0, 1),
    ],
)
def test_the_conclusion_stands_where_it_should(direction: Direction, axis: int, sign: int) -> None:
    picture = lay_out(POOL, DrawingOptions(LIGHT, direction=direction))
    claim = middle(picture.card_by_id["open-sundays"])[axis]
    for reason in ("demand", "asked-is-enough", "cost"):
        assert (claim - middle(picture.card_by_id[reason])[axis]) * sign > 0


@pytest.mark.parametrize("layout", Layout)
def test_the_page_bounds_the_picture_only_where_it_is_compact(layout: Layout) -> None:
    many = row_of(12)
    sizes = [
        lay_out(many, DrawingOptions(LIGHT, page=page, layout=layout))
        for page in (Page.A4, Page.A4_LANDSCAPE)
    ]
    shapes = [picture.width / picture.height for picture in sizes]
    assert (shapes[0] < shapes[1]) == (layout is Layout.COMPACT)


def test_what_is_held_keeps_its_form() -> None:
    options = DrawingOptions(LIGHT, page=Page.A4)
    before = lay(row_of(12), options)
    wide = replace(options, page=Page.SLIDE)
    held = lay(row_of(12), wide, held=before.arrangement, cache=Cache())
    assert held.picture == before.picture
    assert lay_out(row_of(12), wide) != before.picture


def test_undo_runs_no_graphviz() -> None:
    cache = Cache()
    before = lay(FRAMED, USUAL, cache=cache).picture
    missing = graphviz.Engine("/nowhere/dot")
    again = lay(FRAMED, DrawingOptions(LIGHT, engine=missing), cache=cache).picture
    assert again == before


def test_the_theme_moves_nothing() -> None:
    def places(name: str) -> list[tuple[float, float]]:
        return [
            (card.x, card.y) for card in lay_out(FRAMED, DrawingOptions(theme.load(name))).cards
        ]

    assert places("light") == places("dark") == places("print") == places("high-contrast")


@pytest.mark.parametrize("direction", Direction)
def test_halos_hold_the_cards_of_their_group_and_no_others(direction: Direction) -> None:
    picture = lay_out(FRAMED, DrawingOptions(LIGHT, direction=direction))
    members: dict[str, set[str]] = {}
    for halo in picture.halos:
        inside = {c.id for c in picture.cards if _holds(halo, c)}
        members.setdefault(halo.id, set()).update(inside)
    assert members == {
        "moscow": {"west", "charter", "growth"},
        "inner": {"charter", "growth"},
        "reply": {"same"},
    }


@pytest.mark.parametrize("direction", Direction)
def test_every_group_shows_its_title(direction: Direction) -> None:
    picture = lay_out(FRAMED, DrawingOptions(LIGHT, direction=direction))
    titled = {halo.id for halo in picture.halos for line in halo.lines if line.text}
    assert titled == {"moscow", "inner", "reply"}


def test_circles_and_self_attacks_are_drawn() -> None:
    circle = ArgumentMap(
        statements=(said("a", "A"), said("b", "B")),
        relations=(
            *(tie("ab", "a", "b"), tie("ba", "b", "a", Bearing.ATTACKS)),
            tie("aa", "a", "a", Bearing.ATTACKS),
            *(tie("under", "a", "over", Bearing.ATTACKS), tie("over", "b", "under")),
        ),
    )
    picture = lay_out(circle, USUAL)
    assert len(picture.cards) == 2
    assert len(picture.arrows) == 5


def test_an_empty_map_is_an_empty_picture() -> None:
    for layout in Layout:
        picture = lay_out(ArgumentMap(), replace(USUAL, layout=layout))
        assert (picture.width, picture.height) == (2 * MARGIN, 2 * MARGIN)
        assert picture.cards == ()


def test_a_cancelled_layout_says_so() -> None:
    cancel = threading.Event()
    cancel.set()
    with pytest.raises(graphviz.CancelledError):
        lay_out(POOL, USUAL, cancel=cancel)


def _holds(frame: Piece, card: Piece) -> bool:
    across = frame.x < card.x and card.x + card.width < frame.x + frame.width
    return across and frame.y < card.y and card.y + card.height < frame.y + frame.height


def _before(one: Piece, other: Piece) -> bool:
    """Whether a card stands before another: left of it or above it."""
    return one.x + one.width <= other.x or one.y + one.height <= other.y


def _letters(text: str) -> str:
    return "".join(text.split()).replace("\u200e", "").replace("\u200f", "")


@pytest.mark.parametrize("direction", Direction)
def test_no_line_runs_into_the_ring_of_its_undercut(direction: Direction) -> None:
    claim = said("c", "The pool should open on Sundays, too.", Kind.CLAIM)
    texts = (
        "Two hundred residents asked for it.",
        "What so many residents ask for should be done.",
        "Staff costs double.",
        "Volunteers will staff it, as they do on Saturdays in the library.",
    )
    cards = tuple(said(f"s{n}", text) for n, text in enumerate(texts))
    undercuts = tuple(tie(f"u{n}", f"s{n + 1}", f"r{n}", Bearing.ATTACKS) for n in (0, 2))
    steps = tuple(tie(f"r{n}", f"s{n}", "c") for n in (0, 2))
    ties = (steps[0], undercuts[0], steps[1], undercuts[1])
    argument_map = ArgumentMap(statements=(claim, *cards), relations=ties)
    picture = lay_out(argument_map, DrawingOptions(LIGHT, direction=direction))
    for undercut in undercuts:
        shapes = [
            one
            for one in picture.arrow_by_id[undercut.id].edges[-1].operations
            if isinstance(one, Shape)
        ]
        (ring,) = (one for one in shapes if one.form is Form.ELLIPSE)
        (line,) = (one for one in shapes if one.form is Form.CURVE)
        middle, (radius, _) = ring.points
        near = min(math.dist(middle, at) for at in _along(line))
        assert near >= radius - 0.5, "but for its pen"


def _along(line: Shape) -> Iterator[tuple[float, float]]:
    """Return points on a line's curves, close to each other."""
    for start in range(0, len(line.points) - 1, 3):
        for share in (n / 20 for n in range(21)):
            row = list(line.points[start : start + 4])
            while len(row) > 1:
                row = [
                    (x + (a - x) * share, y + (b - y) * share) for (x, y), (a, b) in pairwise(row)
                ]
            yield row[0]
