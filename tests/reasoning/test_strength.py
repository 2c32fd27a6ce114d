from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.edits import edit, judging
from argmap.model.kinds import Bearing, Judgement, Open
from argmap.reasoning import Label, evaluate
from argmap.reasoning.strength import MARGIN, chance
from tests.reasoning.maps import argument_maps, written

CASES = [
    # map, judged, credences, shares accepted / rejected / undecided
    ("p -> C; q -> C", "", "", "0.75 0.25 0"),
    ("p q -> C", "", "", "0.25 0.75 0"),
    ("p -> C; x -x C", "p A", "", "0.5 0 0.5"),
    ("p -> C; x -x C", "", "", "0.25 0.5 0.25"),
    ("p q -> C; p s -> C", "", "", "0.375 0.625 0"),
    ("p q -> C; x -x C", "", "p 0.9, q 0.8, x 0.3", "0.504 0.28 0.216"),
    # beyond the page
    ("C", "", "C 0.3", "0.3 0.7 0"),
    ("C", "C A", "C 0.3", "1 0 0"),
    ("p -> b; b -> C", "", "", "0.5 0.5 0"),  # a chain inflates nothing
    ("p -> P; P -> C; C -> P", "", "p 0.2", "0.2 0.8 0"),  # nor does a circle
    ("P -> C; C -> P", "", "", "0 1 0"),
    ("p -> C", "", "p 0, C 1", "0 1 0"),
]


def with_credences(argument_map: ArgumentMap, given_: str) -> ArgumentMap:
    for id_, credence in (pair.split() for pair in given_.split(", ") if pair):
        argument_map = edit.set_fields(argument_map, id_, credence=float(credence))
    return argument_map


@pytest.mark.parametrize(("text", "judged", "credences", "shares"), CASES)
@pytest.mark.parametrize("open_", Open)
def test_shares_are_those_of_the_page_whatever_counts_as_open(
    text: str, judged: str, credences: str, shares: str, open_: Open
) -> None:
    strength = evaluate(with_credences(written(text, judged), credences), open_).strength("C")

    found = (strength.accepted, strength.rejected, strength.undecided)
    assert found == pytest.approx([float(share) for share in shares.split()])
    assert strength.margin == 0


def by_enumeration(argument_map: ArgumentMap, leaves: list[str], id_: str) -> dict[Label, float]:
    """Label every scenario by itself: a leaf that fails is as good as judged rejected."""
    shares = dict.fromkeys(Label, 0.0)
    for holds in product((True, False), repeat=len(leaves)):
        scenario, weight = argument_map, 1.0
        for leaf, held in zip(leaves, holds, strict=True):
            credence = argument_map.statement_by_id[leaf].credence
            chance_of_leaf = 0.5 if credence is None else credence
            weight *= chance_of_leaf if held else 1 - chance_of_leaf
            if not held:
                scenario = judging.judge(scenario, {leaf: Judgement.REJECTED})
        shares[evaluate(scenario, "presumed").statements[id_]] += weight
    return shares


def open_leaves(argument_map: ArgumentMap) -> list[str]:
    return [
        s.id
        for s in argument_map.statements
        if s.judgement is None
        and not any(r.bearing is Bearing.SUPPORTS for r in argument_map.relations_on(s.id))
    ]


@st.composite
def maps_with_credences(draw: st.DrawFn) -> ArgumentMap:
    argument_map = draw(argument_maps(most=4))
    credences = st.sampled_from([None, 0.0, 0.1, 0.5, 0.75, 1.0])
    return replace(
        argument_map,
        statements=tuple(replace(s, credence=draw(credences)) for s in argument_map.statements),
    )


@settings(max_examples=60)
@given(maps_with_credences())
def test_shares_are_those_of_all_scenarios_one_by_one(argument_map: ArgumentMap) -> None:
    evaluation = evaluate(argument_map)
    leaves = open_leaves(argument_map)
    for id_, strength in evaluation.strengths().items():
        expected = by_enumeration(argument_map, leaves, id_)
        assert strength.accepted == pytest.approx(expected[Label.ACCEPTED])
        assert strength.rejected == pytest.approx(expected[Label.REJECTED])
        assert strength.undecided == pytest.approx(expected[Label.UNDECIDED])


@settings(max_examples=60)
@given(maps_with_credences())
def test_a_crux_is_what_the_leaf_makes_of_the_share(argument_map: ArgumentMap) -> None:
    evaluation = evaluate(argument_map)
    for id_ in argument_map.statement_by_id:
        cruxes = evaluation.cruxes(id_)
        assert evaluation.strength(id_).leaves == len(cruxes)
        sizes = [abs(crux.swing) for crux in cruxes]
        assert sizes == sorted(sizes, reverse=True)
        for crux in cruxes:
            held, failed = (
                evaluate(edit.set_fields(argument_map, crux.id, credence=credence)).strength(id_)
                for credence in (1.0, 0.0)
            )
            assert crux.swing == pytest.approx(held.accepted - failed.accepted)
            assert crux.margin == 0


@given(argument_maps())
def test_what_is_decided_while_leaves_are_open_holds_in_every_scenario(
    argument_map: ArgumentMap,
) -> None:
    evaluation = evaluate(argument_map)
    for id_, label in evaluation.statements.items():
        strength = evaluation.strength(id_)
        if label is Label.ACCEPTED:
            assert strength.accepted == 1
        elif label is Label.REJECTED:
            assert strength.rejected == 1


@given(argument_maps())
def test_the_order_of_asking_does_not_matter(argument_map: ArgumentMap) -> None:
    ids = list(argument_map.statement_by_id)
    one, other = evaluate(argument_map), evaluate(argument_map)

    forwards = {id_: one.strength(id_) for id_ in ids}
    backwards = {id_: other.strength(id_) for id_ in reversed(ids)}
    assert forwards == backwards == evaluate(argument_map).strengths()


def many_reasons(count: int, bearing: Bearing, credence: float | None) -> ArgumentMap:
    leaves = [Statement(f"p{i}", "x", credence=credence) for i in range(count)]
    relations = [Relation(f"r{i}", (f"p{i}",), bearing, "C") for i in range(count)]
    return ArgumentMap(statements=(Statement("C", "C"), *leaves), relations=tuple(relations))


def test_up_to_twelve_open_leaves_are_exact_and_more_are_sampled() -> None:
    twelve = evaluate(many_reasons(12, Bearing.SUPPORTS, 0.1)).strength("C")
    thirteen = evaluate(many_reasons(13, Bearing.SUPPORTS, 0.1)).strength("C")

    assert twelve.accepted == pytest.approx(1 - 0.9**12)
    assert (twelve.margin, thirteen.margin) == (0, MARGIN)
    assert thirteen.accepted == pytest.approx(1 - 0.9**13, abs=MARGIN)
    assert thirteen.accepted + thirteen.rejected + thirteen.undecided == pytest.approx(1)
    assert evaluate(many_reasons(13, Bearing.SUPPORTS, 0.1)).strength("C") == thirteen


@pytest.mark.parametrize("credence", [0.03, 0.5, 0.97])
def test_sampled_cruxes_are_near_the_truth(credence: float) -> None:
    cruxes = evaluate(many_reasons(14, Bearing.ATTACKS, credence)).cruxes("C")

    assert len(cruxes) == 15
    for crux in cruxes:
        # C is a leaf as well: it must hold, and nothing attack it.
        others = (1 - credence) ** 13 * 0.5
        true = (1 - credence) ** 14 if crux.id == "C" else -others
        assert crux.swing == pytest.approx(true, abs=crux.margin)
        assert 0.03 < crux.margin < 0.15


def test_a_leaf_that_never_holds_has_a_sampled_crux_too() -> None:
    argument_map = edit.set_fields(many_reasons(14, Bearing.SUPPORTS, 0.01), "p0", credence=0.0)
    crux = next(c for c in evaluate(argument_map).cruxes("C") if c.id == "p0")

    assert crux.swing == pytest.approx(0.99**13, abs=2 * MARGIN)
    assert crux.helps


def test_strength_is_said_in_words() -> None:
    evaluation = evaluate(written("p q -> C; D", "D A"))

    assert str(evaluation.strength("C")) == (
        "stands in 25% of the ways the open premises could turn out"
    )
    assert str(evaluation.strength("D")) == "does not hinge on any open premise"
    sampled = evaluate(many_reasons(13, Bearing.SUPPORTS, None)).strength("C")
    assert "stands in about 100%" in str(sampled)


def test_a_credence_on_a_supported_statement_is_ignored_with_a_hint() -> None:
    argument_map = with_credences(written("p -> C"), "C 0.9, p 0.2")
    evaluation = evaluate(argument_map)

    assert evaluation.strength("C").accepted == pytest.approx(0.2)
    assert [hint.ids for hint in evaluation.hints] == [("C",)]


def test_chance_reads_a_truth_table_from_the_lowest_bit_on() -> None:
    # Bits 0..3: neither leaf, the first, the second, both.
    assert chance(0b1000, [0.9, 0.8]) == pytest.approx(0.72)
    assert chance(0b0010, [0.9, 0.8]) == pytest.approx(0.18)
    assert chance(0b1111, [0.9, 0.8]) == 1
    assert chance(0b0000, [0.9, 0.8]) == 0
    assert chance(0b0110, [0.5, 0.5]) == 0.5


@pytest.mark.parametrize(
    ("text", "judged", "credences", "asked", "shares"),
    [
        ("r: p q -> C", "", "", "r", "0.25 0.75 0"),  # a step holds where all its premises do
        ("r: p -> C; u: x -/ r", "p A", "x 0.3", "r", "0.7 0.3 0"),
        ("r: p -> C; u: x -/ r", "p A", "x 0.3", "u", "0.3 0.7 0"),
        ("r: p -> C", "r no", "", "r", "0 1 0"),
        ("p -> C [2]; x -x C", "", "", "C", "0.5 0.5 0"),  # the stronger reason decides
        ("p -> C; x -x C [2]", "", "", "C", "0.25 0.75 0"),
        ("x -x C; y -x x", "", "", "C", "0.375 0.625 0"),
        ("A -x B; B -x A", "", "", "A", "0.25 0.5 0.25"),
        ("A -x B; B -x A", "A R", "B 0.9", "B", "0.9 0.1 0"),
        ("p p2 -> C; p -> D; C D -> E", "", "", "E", "0.25 0.75 0"),  # p is one leaf, used twice
    ],
)
def test_shares_of_steps_weights_and_disputes(
    text: str, judged: str, credences: str, asked: str, shares: str
) -> None:
    strength = evaluate(with_credences(written(text, judged), credences)).strength(asked)

    found = (strength.accepted, strength.rejected, strength.undecided)
    assert found == pytest.approx([float(share) for share in shares.split()])


@pytest.mark.parametrize(
    ("text", "judged", "asked", "cruxes"),
    [
        ("C", "", "C", "C 1"),
        ("p -> C", "", "p", "p 1"),
        ("p q -> C; x -x C", "", "C", "p 0.25, q 0.25, x -0.25"),
        ("p -> C; x -x C", "x R", "C", "p 1"),  # what is judged is no crux
        ("p -> C; q -x D", "", "C", "p 1"),  # nor what leads elsewhere
        ("p -> C", "C A", "C", ""),
        ("p -> C; p -x C", "", "C", "p 0"),  # it speaks for both sides
        ("r: p -> C; x -/ r", "", "r", "p 0.5, x -0.5"),
    ],
)
def test_cruxes_come_by_how_much_they_matter_then_in_the_order_of_work(
    text: str, judged: str, asked: str, cruxes: str
) -> None:
    found = evaluate(written(text, judged)).cruxes(asked)

    expected = {
        id_: float(swing) for id_, swing in map(str.split, filter(None, cruxes.split(", ")))
    }
    assert {crux.id: crux.swing for crux in found} == pytest.approx(expected)
    assert [abs(crux.swing) for crux in found] == sorted(map(abs, expected.values()), reverse=True)
    assert [crux.id for crux in found if crux.helps] == [
        crux.id for crux in found if crux.swing > 0
    ]


@pytest.mark.parametrize(("credence", "share"), [(0.0, 0.0), (1.0, 1.0)])
def test_a_sample_of_sure_leaves_is_sure(credence: float, share: float) -> None:
    strength = evaluate(many_reasons(13, Bearing.SUPPORTS, credence)).strength("C")
    assert (strength.accepted, strength.rejected) == (share, 1 - share)


def test_sampled_strengths_depend_on_no_order_and_on_nothing_beside() -> None:
    argument_map = many_reasons(14, Bearing.SUPPORTS, 0.07)
    turned = replace(
        argument_map,
        statements=(*reversed(argument_map.statements), Statement("beside", "Beside.")),
        relations=tuple(reversed(argument_map.relations)),
    )
    one, other = evaluate(argument_map), evaluate(turned)
    assert one.strength("C") == other.strength("C")
    assert set(one.cruxes("C")) == set(other.cruxes("C"))


def test_leaves_of_one_credence_are_sampled_independently() -> None:
    leaves = " ".join(f"p{number}" for number in range(13))
    strength = evaluate(with_credences(written(f"{leaves} -> C"), "p0 0.9")).strength("p0")
    assert (strength.accepted, strength.margin) == (0.9, 0)
    linked = with_credences(
        written(f"{leaves} -> C"), ", ".join(f"p{number} 0.9" for number in range(13))
    )
    assert evaluate(linked).strength("C").accepted == pytest.approx(0.9**13, abs=2 * MARGIN)


@pytest.mark.parametrize(
    ("text", "credences", "words"),
    [
        ("C", "C 0.374", "stands in 37% of the ways the open premises could turn out"),
        ("p -> C", "p 0", "stands in 0% of the ways the open premises could turn out"),
        ("p -> C; q -> C", "", "stands in 75% of the ways the open premises could turn out"),
    ],
)
def test_shares_are_said_in_whole_percent(text: str, credences: str, words: str) -> None:
    assert str(evaluate(with_credences(written(text), credences)).strength("C")) == words


def test_hints_name_each_statement_whose_credence_is_not_used() -> None:
    argument_map = with_credences(written("p -> b; b -> C; x -x p"), "p 0.5, b 0.5, C 0.5, x 0.5")
    hints = evaluate(argument_map).hints
    assert [(hint.code, hint.severity, hint.ids) for hint in hints] == [
        ("credence-ignored", "hint", ("b",)),
        ("credence-ignored", "hint", ("C",)),
    ]
