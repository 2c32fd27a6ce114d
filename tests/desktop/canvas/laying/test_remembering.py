"""What leaves the picture for a while comes back where it was."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from argmap.desktop.canvas.laying.remembering import completed, forgetting, remembered, renamed
from argmap.placing.arrangement import Arrangement, Fold, Form, Hang, Yard, held_columns

KIDS = tuple("abcdef")


@st.composite
def columns(draw: st.DrawFn) -> tuple[tuple[str, ...], ...]:
    """Return all kids in columns."""
    cuts = sorted(draw(st.sets(st.integers(1, len(KIDS) - 1))))
    return tuple(KIDS[a:b] for a, b in zip([0, *cuts], [*cuts, len(KIDS)], strict=True))


def without(some: tuple[tuple[str, ...], ...], gone: set[str]) -> tuple[tuple[str, ...], ...]:
    left = (tuple(k for k in column if k not in gone) for column in some)
    return tuple(column for column in left if column)


def folded(some: tuple[tuple[str, ...], ...]) -> Arrangement:
    return Arrangement(
        {kid: Form.ROW for column in some for kid in column}, {"c": Fold(Hang.UNDER, some)}
    )


@given(columns(), st.sets(st.sampled_from(KIDS), max_size=len(KIDS) - 1))
def test_kids_that_were_away_stand_where_they_stood(
    before: tuple[tuple[str, ...], ...], gone: set[str]
) -> None:
    old = folded(before)
    after = remembered(old, folded(without(before, gone)))
    assert after == folded(before)
    assert after is old, "each step of the history would keep its own"


@given(columns(), st.sets(st.sampled_from(KIDS), max_size=len(KIDS) - 1))
def test_what_is_in_the_picture_stands_as_the_picture_has_it(
    before: tuple[tuple[str, ...], ...], gone: set[str]
) -> None:
    left = tuple(kid for kid in KIDS if kid not in gone)
    row = tuple((kid,) for kid in left)
    after = remembered(folded(before), folded(row))
    if len(left) > 1:
        assert without(after.folds["c"].columns, gone) == row


def test_what_an_edit_leaves_as_it_was_is_shared_with_the_step_before() -> None:
    old = replace(folded((("a", "b"), ("c",))), crosswise={"a": True})
    new = replace(folded((("a", "b"), ("c",), ("d",))), crosswise={"a": True})
    both = remembered(old, new)
    assert both.crosswise is old.crosswise
    assert both.forms == new.forms != old.forms


def test_a_fold_that_is_out_of_the_picture_is_kept() -> None:
    old = folded((("a", "b"), ("c",)))
    old = replace(old, crosswise={"a": True, "b": True})
    new = Arrangement({"z": Form.COLUMN}, crosswise={"b": False})
    both = remembered(old, new)
    assert both.folds == old.folds
    assert both.forms == {**old.forms, **new.forms}
    assert both.crosswise == {"a": True, "b": False}


def test_a_card_that_is_out_of_the_picture_is_as_wide_when_it_comes_back() -> None:
    old, new = Arrangement(wide=frozenset("a")), Arrangement(wide=frozenset("b"))
    assert remembered(old, new).wide == {"a", "b"}
    assert completed(new, old).wide == {"a", "b"}


def test_roots_that_were_away_stand_where_they_stood() -> None:
    old = Arrangement(yard=Yard((("a", "b"), ("c",)), (("l",),), under=True))
    new = Arrangement(yard=Yard((("a",), ("c",)), (), under=False))
    assert remembered(old, new).yard == old.yard


def test_a_loose_card_that_became_a_tree_is_loose_no_more() -> None:
    old = Arrangement(yard=Yard((("a",),), (("l", "m"),), under=True))
    new = Arrangement(yard=Yard((("a",), ("l",)), (("m",),), under=True))
    assert remembered(old, new).yard == new.yard


def test_a_draft_keeps_its_place_under_another_name() -> None:
    made = Arrangement(
        {"r-draft": Form.ROW},
        {"c": Fold(Hang.HUNG, (("a", "r-draft"),))},
        crosswise={"r-draft": True},
        wide=frozenset(("draft", "c")),
    )
    made = renamed(made, {"r-draft": "r-real", "draft": "real"})
    assert made.forms == {"r-real": Form.ROW}
    assert made.crosswise == {"r-real": True}
    assert made.wide == {"real", "c"}
    assert held_columns(made.folds["c"].columns, ["a", "r-real"]) == ((0, 2),)


@given(columns(), st.sets(st.sampled_from(KIDS)))
def test_what_is_forgotten_is_nowhere_and_all_else_stands_as_it_stood(
    before: tuple[tuple[str, ...], ...], gone: set[str]
) -> None:
    old = replace(
        folded(before),
        yard=Yard(before, (tuple(KIDS),), under=True),
        crosswise=dict.fromkeys(KIDS, True),
        wide=frozenset(KIDS),
    )
    left = without(before, gone)
    loose = without((tuple(KIDS),), gone)
    kept = forgetting(old, lambda id_: id_ not in gone)
    assert kept.forms == dict.fromkeys(set(KIDS) - gone, Form.ROW)
    has_kids = left and "c" not in gone
    assert kept.folds == ({"c": Fold(Hang.UNDER, left)} if has_kids else {})
    assert kept.yard == Yard(left, loose, under=True)
    assert kept.crosswise == dict.fromkeys(set(KIDS) - gone, True)
    assert kept.wide == set(KIDS) - gone


def test_the_kids_of_a_forgotten_card_are_forgotten_with_it() -> None:
    assert not forgetting(folded((tuple(KIDS),)), lambda id_: id_ != "c").folds
