from __future__ import annotations

import threading
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.drawing import theme
from argmap.drawing.dot.writer import dot
from argmap.drawing.graphviz import engine as graphviz
from argmap.drawing.graphviz import xdot
from argmap.drawing.layout import Cache, lay_out
from argmap.drawing.nesting import neighbours
from argmap.drawing.options import DrawingOptions
from argmap.drawing.packing import MARGIN
from argmap.drawing.picture import Picture, Piece
from argmap.drawing.text.graphemes import clean
from argmap.model.argument_map import ArgumentMap, Group
from argmap.model.kinds import Bearing, Direction, Kind
from argmap.store.yaml_file import load
from tests.drawing.maps import FRAMED, POOL, hostile_maps, row_of, said, tie
from tests.model.strategies import maps

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
LIGHT = theme.load("light")
USUAL = DrawingOptions(LIGHT)
DOWNWARDS = (Direction.LEFT, Direction.RIGHT)


@pytest.fixture(autouse=True)
def _no_other_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(graphviz.VARIABLE, raising=False)


def middle(piece: Piece) -> tuple[float, float]:
    return piece.x + piece.width / 2, piece.y + piece.height / 2


def forest(*more: ArgumentMap) -> ArgumentMap:
    """Put maps beside each other, with ids of their own."""
    statements, relations = [], []
    for number, one in enumerate(more):
        names = {id_: f"{id_}-{number}" for id_ in one.ids}
        statements += [replace(s, id=names[s.id]) for s in one.statements]
        for r in one.relations:
            premises = tuple(names[premise] for premise in r.premises)
            target = names[r.target]
            relations.append(replace(r, id=names[r.id], premises=premises, target=target))
    return ArgumentMap(statements=tuple(statements), relations=tuple(relations))


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


@settings(max_examples=30, deadline=None)
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


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("bearing", Bearing)
def test_siblings_keep_the_order_of_the_file(direction: Direction, bearing: Bearing) -> None:
    picture = lay_out(row_of(9, bearing), DrawingOptions(LIGHT, direction=direction))
    axis = 1 if direction in DOWNWARDS else 0
    places = [middle(picture.card_by_id[f"p{number}"])[axis] for number in range(9)]
    assert places == sorted(places)


@pytest.mark.parametrize("direction", Direction)
def test_siblings_keep_their_order_in_frames_and_beside_them(direction: Direction) -> None:
    loose = row_of(6)
    axis = 1 if direction in DOWNWARDS else 0
    reasons = {f"p{number}" for number in range(6)}
    for framed in (
        *({"p1", "p2", "p3"}, {"p1", "p4"}, {"p0-why"}, {"claim", "p2"}),
        *({"claim", "p1", "p2", "p3"}, set(loose.ids), loose.ids - {"p5-why"}, reasons),
    ):
        statements = (replace(s, group="g" if s.id in framed else "") for s in loose.statements)
        argument_map = replace(loose, statements=tuple(statements), groups=(Group("g", "G"),))
        picture = lay_out(argument_map, DrawingOptions(LIGHT, direction=direction))
        for together in (reasons & framed, reasons - framed):
            places = [middle(picture.card_by_id[name])[axis] for name in sorted(together)]
            assert places == sorted(places), framed


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("-abcd"), st.integers(1, 3)), min_size=1, max_size=4))
def test_siblings_keep_their_order_across_frames_that_can_stand_in_it(
    runs: list[tuple[str, int]],
) -> None:
    """That is, where the members of each frame follow one another; `-` is no frame."""
    first = {home: at for at, (home, _) in reversed(list(enumerate(runs)))}
    runs = [run for at, run in enumerate(runs) if run[0] == "-" or first[run[0]] == at]
    homes = [home for home, count in runs for _ in range(count)]
    loose = row_of(len(homes))
    group_of = {f"p{at}": home.strip("-") for at, home in enumerate(homes)}
    statements = (
        replace(s, group=group_of.get(s.id.removesuffix("-why"), "")) for s in loose.statements
    )
    argument_map = replace(loose, statements=tuple(statements), groups=tuple(map(Group, "abcd")))
    for direction in Direction:
        picture = lay_out(argument_map, DrawingOptions(LIGHT, direction=direction))
        axis = 1 if direction in DOWNWARDS else 0
        places = [middle(picture.card_by_id[name])[axis] for name in group_of]
        assert places == sorted(places), direction


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: str(path.stem))
def test_siblings_keep_their_order_in_the_examples(example: Path, direction: Direction) -> None:
    argument_map = load(example).argument_map
    picture = lay_out(argument_map, DrawingOptions(LIGHT, direction=direction))
    axis = 1 if direction in DOWNWARDS else 0
    for one, next_ in neighbours(argument_map):
        assert middle(picture.card_by_id[one])[axis] < middle(picture.card_by_id[next_])[axis]


@pytest.mark.parametrize("direction", Direction)
def test_linked_premises_keep_their_order_too(direction: Direction) -> None:
    linked = ArgumentMap(
        statements=(said("claim", "Claim"), *(said(n, "Premise " * 4) for n in "dcba")),
        relations=(tie("r", "a b c d", "claim"),),
    )
    picture = lay_out(linked, DrawingOptions(LIGHT, direction=direction))
    axis = 1 if direction in DOWNWARDS else 0
    places = [middle(picture.card_by_id[name])[axis] for name in "abcd"]
    assert places == sorted(places)


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


@pytest.mark.parametrize("direction", Direction)
def test_components_stand_where_graphviz_packs_them(direction: Direction) -> None:
    alone = ArgumentMap(statements=(said("alone", "Alone " * 9, Kind.CLAIM),))
    argument_map = forest(POOL, alone, row_of(3), alone, POOL)
    apart = lay_out(argument_map, DrawingOptions(LIGHT, direction=direction))
    (whole,) = graphviz.run(
        [dot(argument_map, DrawingOptions(LIGHT, direction=direction))], "json", xdot.read
    )
    for card in whole.moved(MARGIN, MARGIN).cards:
        own = apart.card_by_id[card.id]
        assert (own.x, own.y) == pytest.approx((card.x, card.y), abs=2)
    assert apart.width == pytest.approx(whole.width + 2 * MARGIN, abs=2)
    assert apart.height == pytest.approx(whole.height + 2 * MARGIN, abs=2)


def test_components_come_in_the_order_of_the_file() -> None:
    many = ArgumentMap(statements=tuple(said(f"s{n}", "x " * (n * 7 % 11 + 1)) for n in range(30)))
    cards = lay_out(many, USUAL).cards
    assert all(one.x + one.width < other.x for one, other in pairwise(cards))
    assert len({card.y for card in cards}) == 1


def test_an_edit_draws_only_its_own_component_again() -> None:
    argument_map = forest(POOL, row_of(3))
    cache = Cache()
    before = lay_out(argument_map, USUAL, cache=cache)
    edited = replace(
        argument_map,
        statements=(
            replace(argument_map.statements[0], text="Shorter."),
            *argument_map.statements[1:],
        ),
    )
    after = lay_out(edited, USUAL, cache=cache)
    for card in before.cards:
        same = card.operations is after.card_by_id[card.id].operations
        assert same == card.id.endswith("-1")


def test_undo_runs_no_graphviz() -> None:
    cache = Cache()
    before = lay_out(FRAMED, USUAL, cache=cache)
    missing = graphviz.Engine("/nowhere/dot")
    assert lay_out(FRAMED, DrawingOptions(LIGHT, engine=missing), cache=cache) == before


def test_the_cache_forgets_what_was_used_least() -> None:
    cache = Cache(capacity=2)
    empty = Picture(0, 0, "#ffffff")
    cache.put("one", empty)
    cache.put("two", empty)
    assert cache.get("one") is empty
    cache.put("three", empty)
    assert [cache.get(text) for text in ("one", "two", "three")] == [empty, None, empty]


def test_the_theme_moves_nothing() -> None:
    def places(name: str) -> list[tuple[float, float]]:
        return [
            (card.x, card.y) for card in lay_out(FRAMED, DrawingOptions(theme.load(name))).cards
        ]

    assert places("light") == places("dark") == places("print") == places("high-contrast")


def test_frames_hold_what_is_in_them_and_nothing_else() -> None:
    picture = lay_out(FRAMED, USUAL)
    for frame in picture.frames:
        inside = {c.id for c in picture.cards if _holds(frame, c)}
        assert (
            inside
            == {
                "moscow": {"west", "charter", "growth"},
                "inner": {"charter", "growth"},
                "reply": {"same"},
            }[frame.id]
        )


@pytest.mark.parametrize("direction", Direction)
def test_a_group_s_title_stands_at_the_top_away_from_where_arrows_lead(
    direction: Direction,
) -> None:
    picture = lay_out(FRAMED, DrawingOptions(LIGHT, direction=direction))
    for frame in picture.frames:
        (title,) = frame.lines
        assert title.at[1] < 30
        left, right = title.at[0], frame.width - title.at[0] - title.width
        assert (right if direction is Direction.LEFT else left) < 30


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
    picture = lay_out(ArgumentMap(), USUAL)
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


def _letters(text: str) -> str:
    return "".join(text.split()).replace("\u200e", "").replace("\u200f", "")
