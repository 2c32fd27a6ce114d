"""What stands crosswise: in pictures from left to right, units laid as from top to bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from argmap.model.argument_map import ArgumentMap, Group
from argmap.model.kinds import Bearing, Direction
from argmap.placing import choosing
from argmap.placing.arrangement import Arrangement, Fold, Form, Hang
from argmap.placing.choosing import Effort
from argmap.placing.pages import PAGES, scale
from argmap.placing.place import place
from argmap.placing.placed import Rect, Sizes
from argmap.store.yaml_file import read
from tests.placing.laws import broken
from tests.placing.maps import map_of, sizes_of, tie
from tests.placing.test_place import written

A4 = PAGES["a4"]
DISPUTE = Path(__file__).resolve().parents[2] / "examples" / "indivisible-security.argmap.yaml"
SIDEWAYS = pytest.mark.parametrize("direction", [Direction.LEFT, Direction.RIGHT])
LINKED = map_of(tie("r", "a b", "claim"), tie("q", "c", "a"), tie("s", "d", "b"))
NARROW = A4._replace(width=400)


@SIDEWAYS
def test_linked_premises_stand_side_by_side_with_what_bears_on_them_below(
    direction: Direction,
) -> None:
    held = Arrangement({"r": Form.ROW}, crosswise={"r": True})
    placed = place(LINKED, sizes_of(LINKED), A4, direction, held=held)
    a, b, c, d = (placed.cards[id_] for id_ in "abcd")
    assert a.y == b.y
    assert b.x - a.right == 8
    assert c.y > a.bottom
    assert d.y > b.bottom
    assert overlap(c, a)
    assert overlap(d, b)
    assert broken(LINKED, placed, direction) == []
    assert placed.arrangement.crosswise["r"]


@SIDEWAYS
def test_columns_of_what_stands_crosswise_are_held_in_the_order_of_the_file(
    direction: Direction,
) -> None:
    argument_map = map_of(tie("q", "a", "claim"), *(tie(f"r{n}", f"s{n}", "a") for n in range(5)))
    columns = (("r0",), ("r1", "r2"), ("r3", "r4"))
    fold = Fold(Hang.UNDER, columns)
    held = Arrangement(folds={"a": fold}, crosswise={"q": True})
    placed = place(argument_map, sizes_of(argument_map), A4, direction, held=held)
    assert placed.arrangement.folds["a"] == fold
    assert broken(argument_map, placed, direction) == []
    s = [placed.cards[f"s{n}"] for n in range(5)]
    assert s[0].right < s[1].x == s[2].x < s[1].right < s[3].x == s[4].x


@SIDEWAYS
def test_premises_stay_beside_each_other_when_nothing_bears_on_them_any_more(
    direction: Direction,
) -> None:
    held = Arrangement({"r": Form.ROW}, crosswise={"r": True})
    placed = place(LINKED, sizes_of(LINKED), A4, direction, held=held)
    bare = map_of(tie("r", "a b", "claim"))
    after = place(bare, sizes_of(bare), A4, direction, held=placed.arrangement)
    assert after.cards["a"].y == after.cards["b"].y


@SIDEWAYS
def test_the_halo_of_premises_in_a_column_leaves_out_what_hangs_between_them(
    direction: Direction,
) -> None:
    groups = dict.fromkeys(("a", "b", "d"), "us")
    argument_map = map_of(
        tie("r", "a b", "claim"), tie("q", "c", "a"), tie("s", "d", "b"), groups=groups
    )
    held = Arrangement({"r": Form.COLUMN}, crosswise={"r": True})
    placed = place(argument_map, sizes_of(argument_map), A4, direction, held=held)
    assert placed.cards["b"].y > placed.cards["c"].y > placed.cards["a"].bottom
    assert broken(argument_map, placed, direction) == []


@SIDEWAYS
def test_no_arrow_runs_through_the_halo_of_what_hangs_higher_than_its_card(
    direction: Direction,
) -> None:
    """A linked premise for `c` stands higher than it, under the arrow from `d`."""
    groups = dict.fromkeys(("c", "p"), "us")
    near, far = "ab" if direction is Direction.LEFT else "ba"
    reasons = tie("s", "d", far), tie("t", "c", near), tie("q", "p n", "c")
    argument_map = map_of(tie("r", "a b", "claim"), *reasons, groups=groups)
    fold = Fold(Hang.HUNG, (("s", "t"),))
    held = Arrangement(
        dict.fromkeys(argument_map.relation_by_id, Form.ROW),
        {"a": fold, "b": fold, "c": Fold(Hang.UNDER, (("q",),))},
        crosswise={"r": True, "t": False, "q": False},
    )
    placed = place(argument_map, sizes_of(argument_map), A4, direction, held=held)
    d, p, c = (placed.cards[id_] for id_ in "dpc")
    assert placed.cards["b"].bottom < p.y < d.y == c.y
    assert broken(argument_map, placed, direction) == []


@SIDEWAYS
@pytest.mark.parametrize("targets", ["a a", "a b"], ids=["one card", "linked cards"])
def test_no_arrow_runs_over_what_hangs_higher_beside_it(direction: Direction, targets: str) -> None:
    """What bears on `p`, which is linked to a tall card, is where the arrow from `d` goes up."""
    left, right = targets.split()
    reasons = [tie("s", "c", left), tie("t", "e", left), tie("v", "d", right)]
    columns: Sequence[tuple[str, ...]] = (("s", "t"), ("v",))
    if direction is Direction.RIGHT:
        reasons = [tie("v", "d", left), tie("s", "c", right), tie("t", "e", right)]
        columns = (("v",), ("s", "t"))
    below = tie("q", "p n", "c"), tie("u", "x", "p")
    argument_map = map_of(tie("r", "a b", "claim"), *reasons, *below)
    sizes = sizes_of(argument_map)
    sizes = replace(sizes, cards={**sizes.cards, "n": (300, 900)})
    folds = {"a": columns, "b": columns, "c": (("q",),), "p": (("u",),)}
    held = Arrangement(
        dict.fromkeys(argument_map.relation_by_id, Form.ROW),
        {card: Fold(Hang.UNDER, tuple(kids)) for card, kids in folds.items()},
        crosswise={"r": True, "s": False, "v": True, "q": False},
    )
    placed = place(argument_map, sizes, A4, direction, held=held)
    x, d, c = (placed.cards[id_] for id_ in "xdc")
    assert x.bottom < d.y == c.y
    assert broken(argument_map, placed, direction) == []


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("depth", [2, 3, 4, 6])
def test_nested_halos_have_room_beside_what_bears_on_a_relation(
    depth: int, direction: Direction
) -> None:
    attack = tie("u", "x", "r", Bearing.ATTACKS)
    ties = map_of(tie("r", "a", "claim"), attack, tie("v", "y z", "r"))
    argument_map = replace(
        ties,
        statements=tuple(
            replace(card, group=f"g{depth - 1}" if card.id == "x" else "")
            for card in ties.statements
        ),
        groups=tuple(Group(f"g{n}", "G", parent=f"g{n - 1}" if n else "") for n in range(depth)),
    )
    sideways = direction in {Direction.LEFT, Direction.RIGHT}
    held = Arrangement(
        dict.fromkeys(argument_map.relation_by_id, Form.ROW),
        crosswise={"r": sideways, "v": sideways},
    )
    placed = place(argument_map, sizes_of(argument_map), A4, direction, held=held)
    assert placed.cards["x"].y == placed.cards["y"].y
    assert broken(argument_map, placed, direction) == []


@pytest.mark.parametrize("direction", [Direction.TOP, Direction.BOTTOM])
def test_from_top_to_bottom_nothing_stands_beside_what_it_bears_on(direction: Direction) -> None:
    held = Arrangement({"r": Form.ROW}, crosswise={"r": True, "claim": True})
    placed = place(LINKED, sizes_of(LINKED), PAGES["slide"], direction, held=held)
    assert placed.cards == place(LINKED, sizes_of(LINKED), PAGES["slide"], direction).cards
    assert not any(placed.arrangement.crosswise.values())


@SIDEWAYS
def test_a_deep_map_gets_larger_text_on_a_narrow_page(direction: Direction) -> None:
    chain = map_of(*(tie(f"r{n}", f"s{n + 1}", f"s{n}") for n in range(8)))
    placed = place(chain, sizes_of(chain), NARROW, direction)
    row = 9 * 208
    assert scale(placed.width, placed.height, NARROW) > 1.5 * scale(row, 62, NARROW)
    assert any(placed.arrangement.crosswise.values())


@SIDEWAYS
def test_what_is_changed_in_the_best_shape_makes_text_larger(
    direction: Direction, monkeypatch: pytest.MonkeyPatch
) -> None:
    argument_map = read(DISPUTE.read_text(encoding="utf-8")).argument_map
    sizes = []
    for changes in (0, 50):
        monkeypatch.setattr(choosing, "EFFORTS", ((100, Effort(48, 12, changes, 0)),))
        sizes.append(fits(argument_map, written(argument_map), direction))
    assert all(changed >= plain - 0.001 for plain, changed in zip(*sizes, strict=True))
    assert sum(sizes[1]) > sum(sizes[0])


def fits(argument_map: ArgumentMap, sizes: Sizes, direction: Direction) -> Sequence[float]:
    placed = [(place(argument_map, sizes, page, direction), page) for page in PAGES.values()]
    return [scale(one.width, one.height, page) for one, page in placed]


def overlap(one: Rect, other: Rect) -> bool:
    """Whether two cards stand over each other, in part at least."""
    return one.x < other.right and other.x < one.right
