from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.edits import judging
from argmap.model.kinds import Bearing, Judgement, Open, Ties
from argmap.reasoning import Label, LabelBasis, evaluate
from tests.reasoning.maps import argument_maps, written
from tests.reasoning.oracle import least_labelling

CIRCLES = written("r1: P -> Q; r2: Q -> P; r3: Q -> C; o1: x -x C", "x A")


def everything(evaluation_of: ArgumentMap, **options: str) -> dict[str, Label]:
    evaluation = evaluate(evaluation_of, **options)
    return {**evaluation.statements, **evaluation.relations}


@settings(max_examples=120)
@given(argument_maps(most=3), st.sampled_from(Open), st.sampled_from(Ties))
@example(CIRCLES, Open.UNDECIDED, Ties.UNDECIDED)
def test_the_labelling_is_the_least_that_the_rules_leave_alone(
    argument_map: ArgumentMap, open_: Open, ties: Ties
) -> None:
    evaluation = evaluate(argument_map, open=open_, ties=ties)

    found = {**evaluation.statements, **evaluation.relations}
    assert found == least_labelling(argument_map, open_, ties)


@given(argument_maps(), st.sampled_from(Open), st.randoms(use_true_random=False))
def test_the_order_of_the_file_does_not_matter(
    argument_map: ArgumentMap, open_: Open, random: Random
) -> None:
    shuffled = replace(
        argument_map,
        statements=tuple(random.sample(argument_map.statements, len(argument_map.statements))),
        relations=tuple(random.sample(argument_map.relations, len(argument_map.relations))),
    )
    one, other = evaluate(argument_map, open_), evaluate(shuffled, open_)

    assert (one.statements, one.relations) == (other.statements, other.relations)
    assert one.basis == other.basis
    assert set(one.tensions) == set(other.tensions)


@given(argument_maps(), argument_maps(most=3), st.sampled_from(Open))
def test_unrelated_parts_do_not_matter(
    argument_map: ArgumentMap, other: ArgumentMap, open_: Open
) -> None:
    both = replace(
        argument_map,
        statements=argument_map.statements
        + tuple(replace(s, id=f"other-{s.id}") for s in other.statements),
        relations=argument_map.relations
        + tuple(
            Relation(
                f"other-{r.id}",
                tuple(f"other-{p}" for p in r.premises),
                r.bearing,
                f"other-{r.target}",
                r.weight,
                rejected=r.rejected,
            )
            for r in other.relations
        ),
    )
    alone, together = evaluate(argument_map, open_), evaluate(both, open_)

    for id_ in argument_map.statement_by_id:
        assert together.statements[id_] is alone.statements[id_]
        assert together.strength(id_) == alone.strength(id_)
        assert together.why(id_) == alone.why(id_)


def with_relations(argument_map: ArgumentMap, *relations: Relation) -> ArgumentMap:
    return replace(argument_map, relations=argument_map.relations + relations)


def with_something_undecided(argument_map: ArgumentMap) -> ArgumentMap:
    """Add a statement that stays undecided whatever the options, and bears on the rest."""
    restless = Statement("restless", "This attacks itself, and is well supported.")
    firm = Statement("firm", "This is sure.", judgement=Judgement.ACCEPTED)
    return replace(
        with_relations(
            argument_map,
            Relation("held", ("firm",), Bearing.SUPPORTS, "restless"),
            Relation("torn", ("restless",), Bearing.ATTACKS, "restless"),
            Relation("tie", ("restless",), Bearing.SUPPORTS, argument_map.statements[0].id),
        ),
        statements=(*argument_map.statements, restless, firm),
    )


@given(
    argument_maps().map(with_something_undecided),
    st.data(),
    st.sampled_from(Judgement),
    st.sampled_from(Open),
    st.sampled_from(Ties),
)
def test_settling_what_is_undecided_overturns_nothing(
    argument_map: ArgumentMap, data: st.DataObject, judgement: Judgement, open_: Open, ties: Ties
) -> None:
    before = everything(argument_map, open=open_, ties=ties)
    undecided = [s for s in argument_map.statement_by_id if before[s] is Label.UNDECIDED]
    settled = judging.judge(argument_map, {data.draw(st.sampled_from(undecided)): judgement})

    after = everything(settled, open=open_, ties=ties)

    for id_, label in before.items():
        assert label in (Label.UNDECIDED, after[id_])


@given(argument_maps(), st.sampled_from(Open), st.data())
def test_backing_changes_no_label(
    argument_map: ArgumentMap, open_: Open, data: st.DataObject
) -> None:
    ids = list(argument_map.statement_by_id)
    step = Relation("step", (ids[-1],), Bearing.SUPPORTS, ids[0])
    bare = with_relations(argument_map, step)
    backed = data.draw(st.sampled_from(list(bare.relation_by_id)))
    premises = data.draw(st.lists(st.sampled_from(ids), min_size=1, max_size=2, unique=True))
    backing = Relation("backing", tuple(premises), Bearing.SUPPORTS, backed)

    before = everything(bare, open=open_)
    after = everything(with_relations(bare, backing), open=open_)

    assert {id_: after[id_] for id_ in before} == before


BASES = [
    # map, judged, open, who, basis
    ("C", "C A", "undecided", "C", "judged"),
    ("p -> C", "p A", "undecided", "C", "supported"),
    ("r: p -> C", "p A", "undecided", "r", "supported"),
    ("C", "", "presumed", "C", "presumed"),
    ("r1: P -> Q; r2: Q -> P", "", "presumed", "P", "circular"),
    ("r1: P -> Q; r2: Q -> P", "", "presumed", "r1", "circular"),
    ("r1: P -> Q; r2: Q -> P; r3: Q -> C", "", "presumed", "C", "circular"),
    ("o: x -x C", "x A", "undecided", "C", "refuted"),
    ("r: p -> C; u: x -/ r", "p x A", "undecided", "r", "refuted"),
    ("r: p -> C; o: x -x C", "p R, x A", "undecided", "C", "refuted"),
    ("r: p -> C", "p R", "undecided", "C", "unsupported"),
    ("r: p -> C", "p R", "undecided", "r", "unsupported"),
    ("r: p -> C", "p A, r no", "undecided", "r", "judged"),
    ("C", "", "rejected", "C", "unsupported"),
    ("p -> C; q -x C", "p q A", "undecided", "C", "contested"),
    ("C", "", "undecided", "C", "open"),
    ("x -x C", "x R", "undecided", "C", "open"),
    ("x -x C", "", "undecided", "C", "depends"),
    ("r: p -> C", "", "undecided", "r", "depends"),
]


@pytest.mark.parametrize(("text", "judged", "open_", "who", "basis"), BASES)
def test_the_basis_is_the_first_that_fits(
    text: str, judged: str, open_: str, who: str, basis: str
) -> None:
    assert evaluate(written(text, judged), open_).basis[who] == LabelBasis(basis)


def test_with_ties_rejected_an_equal_attack_refutes() -> None:
    argument_map = written("p -> C; q -x C", "p q A")

    assert evaluate(argument_map, ties="rejected").basis["C"] is LabelBasis.REFUTED


@pytest.mark.parametrize(
    ("text", "judged", "tensions"),
    [
        ("o: R -x P", "P R A", ("P",)),
        ("o: R -x P; p -> P", "P R p A", ()),  # as strong, but not stronger
        ("o: R -x P [2]; p -> P", "P R p A", ("P",)),
        ("p -> P", "p A, P R", ("P",)),
        ("p -> P; x -x P", "p A, P R", ()),  # the attack is still open
        ("P", "P R", ()),
        ("P", "P A", ()),
    ],
)
def test_tensions(text: str, judged: str, tensions: tuple[str, ...]) -> None:
    assert evaluate(written(text, judged)).tensions == tensions


def test_circles_are_those_of_support_as_drawn_whatever_the_judgements() -> None:
    argument_map = written("r1: P -> Q; r2: Q -> P; A -x B; B -x A; S -> S", "P A, r1 no")

    assert evaluate(argument_map).circles == (("P", "Q"), ("S",))


def test_an_empty_map_has_no_labels() -> None:
    evaluation = evaluate(ArgumentMap())

    assert (evaluation.statements, evaluation.relations, evaluation.tensions) == ({}, {}, ())


def test_a_chain_of_thousands_is_no_problem() -> None:
    length = 3000
    argument_map = ArgumentMap(
        statements=tuple(Statement(f"s{i}", "x") for i in range(length)),
        relations=tuple(
            Relation(f"r{i}", (f"s{i + 1}",), Bearing.ATTACKS, f"s{i}") for i in range(length - 1)
        ),
    )
    evaluation = evaluate(argument_map, "presumed")

    accepted = [id_ for id_, label in evaluation.statements.items() if label is Label.ACCEPTED]
    assert accepted == [f"s{i}" for i in range(1, length, 2)]
    assert len(evaluation.why("s0").lines) == length


@pytest.mark.parametrize("ask", ["why", "strength", "cruxes"])
def test_asking_about_what_is_not_there_is_a_clear_error(ask: str) -> None:
    with pytest.raises(ArgmapError, match="no statement or relation “nobody”"):
        getattr(evaluate(written("C")), ask)("nobody")
