"""Places in maps of every kind that people make, and of some that they should not."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from argmap.model.argument_map import ArgumentMap, Group, Statement
from argmap.model.kinds import Bearing, Direction
from argmap.placing.cross_links.grid import NEAR
from argmap.placing.pages import PAGES, scale
from argmap.placing.place import place
from argmap.placing.placed import Placed, Sizes
from argmap.placing.tree import forest
from argmap.store.yaml_file import read
from benchmarks.big_map import map_of as generated
from tests.placing.laws import broken, covered_numbers
from tests.placing.maps import map_of, sizes_of, tie

A4 = PAGES["a4-landscape"]
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ATTACKS = Bearing.ATTACKS

KINDS = {
    "nothing": ArgumentMap(),
    "one card": ArgumentMap(statements=(Statement("a", ""),)),
    "a circle of two": map_of(tie("r", "a", "b", ATTACKS), tie("q", "b", "a", ATTACKS)),
    "a circle of three": map_of(tie("r", "a", "b"), tie("q", "b", "c"), tie("s", "c", "a")),
    "a card on itself": map_of(tie("r", "a", "a", ATTACKS)),
    "a linked card on itself": map_of(tie("r", "a b", "a")),
    "relations on each other": map_of(
        tie("z", "a", "c"), tie("y", "b", "c"), tie("r", "a", "q"), tie("q", "b", "r", ATTACKS)
    ),
    "an undercut of an undercut of an undercut": map_of(
        tie("r", "a", "c"), tie("q", "b", "r", ATTACKS), tie("s", "d", "q", ATTACKS),
        tie("t", "e f", "s", ATTACKS), tie("u", "g", "s"),
    ),
    "a premise of several conclusions": map_of(
        tie("r", "a b", "c"), tie("q", "a", "d"), tie("s", "a b", "e"), tie("t", "d e", "f")
    ),
    "thirty siblings": map_of(
        *(tie(f"r{n}", f"s{n}", "c", ATTACKS if n % 3 else Bearing.SUPPORTS) for n in range(30))
    ),
    "thirty linked": map_of(tie("r", " ".join(f"s{n}" for n in range(30)), "c")),
    "a chain of fifty": map_of(*(tie(f"r{n}", f"s{n + 1}", f"s{n}") for n in range(50))),
    "a comb": map_of(
        *(tie(f"r{n}", f"s{n + 1} t{n}", f"s{n}", ATTACKS) for n in range(12)),
        *(tie(f"q{n}", f"u{n}", f"r{n}") for n in range(12)),
    ),
    "several trees and loose cards": ArgumentMap(
        statements=tuple(Statement(f"s{n}", "") for n in range(15)),
        relations=(tie("r", "s2", "s1"), tie("q", "s5 s6", "s4")),
    ),
}  # fmt: skip


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("kind", KINDS)
def test_whatever_a_map_is_it_is_placed_lawfully(kind: str, direction: Direction) -> None:
    for size in ((208, 62), (102, 60), (300, 1400)):
        placed = place(KINDS[kind], sizes_of(KINDS[kind], size), A4, direction)
        assert set(placed.cards) == set(KINDS[kind].statement_by_id)
        assert broken(KINDS[kind], placed, direction) == []


def test_nothing_has_the_size_of_its_margins() -> None:
    placed = place(ArgumentMap(), Sizes({}), A4)
    assert (placed.width, placed.height) == (36, 36)


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.argmap.yaml")), ids=lambda p: p.name)
def test_examples_are_placed_lawfully(path: Path, direction: Direction) -> None:
    argument_map = read(path.read_text(encoding="utf-8")).argument_map
    for page in PAGES.values():
        placed = place(argument_map, written(argument_map), page, direction)
        assert broken(argument_map, placed, direction) == []


@pytest.mark.parametrize("direction", [Direction.TOP, Direction.LEFT])
def test_three_hundred_cards_are_placed_lawfully(direction: Direction) -> None:
    argument_map = generated(300)
    placed = place(argument_map, written(argument_map), A4, direction)
    assert broken(argument_map, placed, direction) == []


def test_a_chain_deeper_than_python_may_call_itself_is_placed() -> None:
    deep = sys.getrecursionlimit() + 200
    chain = map_of(*(tie(f"r{n}", f"s{n + 1}", f"s{n}") for n in range(deep)))
    undercuts = map_of(
        tie("r0", "p", "c"), *(tie(f"r{n + 1}", f"s{n}", f"r{n}", ATTACKS) for n in range(deep))
    )
    for argument_map in (chain, undercuts):
        placed = place(argument_map, sizes_of(argument_map), A4)
        assert len(placed.cards) == len(argument_map.statements)


def test_the_conclusion_stands_over_the_middle_of_its_reasons() -> None:
    for count in range(1, 4):
        argument_map = map_of(*(tie(f"r{n}", f"s{n}", "c") for n in range(count)))
        placed = place(argument_map, sizes_of(argument_map), A4)
        reasons = [placed.cards[f"s{n}"] for n in range(count)]
        claim = placed.cards["c"]
        assert {reason.y for reason in reasons} == {reasons[0].y}
        assert claim.x + claim.width / 2 == (reasons[0].x + reasons[-1].right) / 2
        assert len({round(b.x - a.right, 3) for a, b in pairwise(reasons)}) <= 1


def test_linked_premises_stand_close_and_symmetric_under_their_joint() -> None:
    argument_map = map_of(tie("r", "a b c", "claim"))
    placed = place(argument_map, sizes_of(argument_map), A4)
    first, second, third = (placed.cards[id_] for id_ in "abc")
    assert second.x - first.right == third.x - second.right <= 10
    assert placed.joints["r"][0] == (first.x + third.right) / 2 == placed.joints["r"][0]
    assert placed.cards["claim"].x == second.x


def test_a_short_sibling_stands_in_the_middle_between_long_ones() -> None:
    broad = [tie(f"{side}{n}", f"{side}x{n}", side) for side in "ac" for n in range(3)]
    argument_map = map_of(*(tie(f"r{id_}", id_, "claim") for id_ in "abc"), *broad)
    placed = place(argument_map, sizes_of(argument_map), PAGES["screen"]._replace(width=5000))
    a, b, c = (placed.cards[id_] for id_ in "abc")
    assert b.x - a.right == pytest.approx(c.x - b.right)


def test_loose_cards_never_stand_above_the_main_claim() -> None:
    argument_map = ArgumentMap(
        statements=tuple(Statement(id_, "") for id_ in ("x", "claim", "why", "y", "z")),
        relations=(tie("r", "why", "claim"),),
    )
    for page in PAGES.values():
        placed = place(argument_map, sizes_of(argument_map), page)
        for loose in "xyz":
            assert placed.cards[loose].y >= placed.cards["claim"].y


def test_a_page_gets_a_picture_of_its_shape() -> None:
    argument_map = map_of(*(tie(f"r{n}", f"s{n}", f"s{(n - 1) // 3}") for n in range(1, 60)))
    measured = sizes_of(argument_map)
    high = place(argument_map, measured, PAGES["a4"])
    wide = place(argument_map, measured, PAGES["a4-landscape"])
    for page, best, other in (("a4", high, wide), ("a4-landscape", wide, high)):
        assert fit(best, page) > fit(other, page)


def test_titles_of_siblings_groups_are_not_repeated() -> None:
    groups = dict.fromkeys(("a", "b"), "us")
    between = tie("p", "d", "c", ATTACKS)
    argument_map = map_of(tie("r", "a", "c"), between, tie("q", "b", "c"), groups=groups)
    placed = place(argument_map, sizes_of(argument_map), A4)
    assert [halo.title is None for halo in placed.halos] == [False, True]
    side_by_side = map_of(tie("r", "a", "c"), tie("q", "b", "c"), groups=groups)
    (halo,) = place(side_by_side, sizes_of(side_by_side), A4).halos
    assert halo.title


def test_a_title_keeps_clear_of_the_line_over_it() -> None:
    """Its letters reach up to its upper edge, so a line there would touch them."""
    groups = dict.fromkeys(("a", "b"), "us")
    argument_map = map_of(tie("r", "a b", "claim"), groups=groups)
    placed = place(argument_map, sizes_of(argument_map), A4, Direction.BOTTOM)
    (halo,) = placed.halos
    assert halo.title
    bar = placed.courses["r", 0].corners()[1][1]
    assert placed.cards["a"].bottom < bar == halo.title.y - 3.5
    assert broken(argument_map, placed, Direction.BOTTOM) == []


def test_a_group_in_a_group_has_a_halo_in_its_halo() -> None:
    argument_map = ArgumentMap(
        statements=(Statement("a", "", group="outer"), Statement("b", "", group="inner")),
        relations=(tie("r", "b", "a"),),
        groups=(Group("outer", "Outer"), Group("inner", "Inner", parent="outer")),
    )
    placed = place(argument_map, sizes_of(argument_map), A4)
    outer, inner = placed.halos
    assert (outer.group, inner.group, outer.depth, inner.depth) == ("outer", "inner", 0, 1)
    around_b = next(r for r in outer.rects if r.y > placed.cards["a"].bottom)
    assert around_b.x < inner.rects[0].x
    assert inner.rects[0].right < around_b.right


@pytest.mark.parametrize("direction", Direction)
def test_linked_premises_of_other_groups_stand_close_too(direction: Direction) -> None:
    groups = (Group("outer", "Outer"), Group("inner", "Inner", parent="outer"))
    homes = {"a": "outer", "b": "inner", "c": "outer", "claim": "outer"}
    argument_map = ArgumentMap(
        statements=tuple(Statement(id_, "", group=group) for id_, group in homes.items()),
        relations=(tie("r", "a b c", "claim"),),
        groups=groups,
    )
    placed = place(argument_map, sizes_of(argument_map), PAGES["screen"], direction)
    assert broken(argument_map, placed, direction) == []
    a, b, c = (placed.cards[id_] for id_ in "abc")
    if a.y == b.y:
        assert b.x - a.right == c.x - b.right == 10
    else:  # the title of the inner group is over the second one
        assert c.y - b.bottom == 10 < b.y - a.bottom < 10 + 14


def test_wide_signs_get_room_in_stacks_and_rows() -> None:
    argument_map = map_of(*(tie(f"r{n}", f"s{n}", "c") for n in range(9)))
    measured = Sizes(sizes_of(argument_map).cards, {f"r{n}": (110, 14) for n in range(9)})
    for direction in Direction:
        placed = place(argument_map, measured, PAGES["a4"], direction)
        assert broken(argument_map, placed, direction) == []


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize(("narrow", "count"), [(21, 2), (23, 3), (31, 7), (48, 14)])
def test_arrows_of_different_looks_end_apart_on_a_narrow_card(
    narrow: int, count: int, direction: Direction
) -> None:
    bearings = [ATTACKS if n % 2 else Bearing.SUPPORTS for n in range(count)]
    argument_map = map_of(*(tie(f"r{n}", f"s{n}", "c", look) for n, look in enumerate(bearings)))
    measured = Sizes({**sizes_of(argument_map).cards, "c": (narrow, narrow)})
    for page in PAGES.values():
        placed = place(argument_map, measured, page, direction)
        assert broken(argument_map, placed, direction) == []


def test_the_same_map_is_placed_the_same_under_any_hash_seed() -> None:
    script = (
        "from tests.placing.test_place import *\n"
        "m = read((EXAMPLES / 'indivisible-security.argmap.yaml').read_text()).argument_map\n"
        "p = place(m, written(m), A4)\n"
        "print(p.cards, p.joints, p.signs, p.halos, p.arrangement)\n"
        "print({k: c.absolute() for k, c in p.courses.items()})\n"
    )
    root = str(Path(__file__).resolve().parents[2])
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=root,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": root},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
    assert len(told.pop()) > 10_000


def written(argument_map: ArgumentMap) -> Sizes:
    """Return sizes as texts of these lengths have them, at 34 characters a line."""
    return Sizes(
        {s.id: (208, 30 + 15 * (1 + len(s.text) // 34)) for s in argument_map.statements},
        titles={g.id: (5 * len(g.title or g.id), 12) for g in argument_map.groups},
    )


def fit(placed: Placed, page: str) -> float:
    return scale(placed.width, placed.height, PAGES[page])


@pytest.mark.parametrize("direction", Direction)
def test_a_cross_link_keeps_away_from_an_arrow_where_it_can(direction: Direction) -> None:
    """Two cards that attack each other, not one over the other: two lines that are two."""
    ties = tie("r", "b", "a", ATTACKS), tie("q", "a", "b", ATTACKS), tie("s", "c", "a")
    argument_map = map_of(*ties)
    placed = place(argument_map, sizes_of(argument_map), A4, direction)
    link, arrow = placed.courses["q", None], placed.courses["r", None]
    assert link.cross
    assert not arrow.cross
    assert math.dist(link.corners()[0], arrow.corners()[-1]) >= NEAR
    assert broken(argument_map, placed, direction) == []


def test_a_long_cross_link_has_a_number_at_both_ends_and_a_short_one_has_none() -> None:
    rows = [tie(f"r{n}", f"s{n}", "c") for n in range(16)]
    argument_map = map_of(*rows, tie("far", "s15", "s0"), tie("near", "s2", "s1"))
    placed = place(argument_map, sizes_of(argument_map), A4)
    assert set(placed.numbers) == {("far", None)}
    assert placed.numbers["far", None].number == 1
    assert broken(argument_map, placed, Direction.TOP) == []


def test_links_that_have_no_room_for_numbers_have_none() -> None:
    argument_map = map_of(*(tie(f"r{n}{m}", f"s{n}", f"s{m}") for n in range(9) for m in range(n)))
    placed = place(argument_map, sizes_of(argument_map, (84, 20)), A4)
    assert len(placed.numbers) < len(forest(argument_map).cross_links)
    assert list(covered_numbers(argument_map, placed)) == []


def test_a_link_that_turns_back_has_a_number_of_its_own_at_each_end() -> None:
    """A tangle in which the nearest free place was the same for both ends of a link."""
    tangle = map_of(
        tie("r0", "s1 s2", "s0"), tie("r1", "s0 s3", "s4"), tie("r2", "s1 s2 s3", "r8"),
        tie("r3", "s1", "r5"), tie("r4", "s1 s2 s0", "r1"), tie("r5", "s1 s2 s4", "s0"),
        tie("r6", "s0 s3 s1", "r0"), tie("r7", "s4 s3 s0", "r2"), tie("r8", "s0 s1", "r6"),
    )  # fmt: skip
    grouped = {"s0": "", "s1": "g2", "s2": "g1", "s3": "g1", "s4": ""}
    tangle = ArgumentMap(
        statements=tuple(Statement(id_, "", group=group) for id_, group in grouped.items()),
        relations=tangle.relations,
        groups=(Group("g0", "0"), Group("g1", "1", parent="g0"), Group("g2", "2")),
    )
    wide, narrow, dot = (70.0, 13.0), (40.0, 13.0), (8, 10)
    sizes = Sizes(
        {"s0": (102, 107), "s1": (150, 58), "s2": (150, 104), "s3": (102, 30), "s4": (102, 30)},
        {
            "r0": dot, "r1": narrow, "r2": dot, "r3": dot, "r4": wide, "r5": narrow, "r6": wide,
            "r7": wide, "r8": narrow,
        },
        {"g0": (40, 12), "g1": (40, 12), "g2": (260, 12)},
    )  # fmt: skip
    placed = place(tangle, sizes, PAGES["a4"], Direction.LEFT)
    assert broken(tangle, placed, Direction.LEFT) == []
