"""Laws that follow from the definition of docs/evaluation.md, on random maps."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap, Relation, Viewpoint
from argmap.model.edits import edit, judging
from argmap.model.kinds import Bearing, Judgement, Open, Ties
from argmap.model.walk import below
from argmap.reasoning import Label, LabelBasis, compare, crux_of_disagreement, evaluate
from tests.reasoning.maps import argument_maps
from tests.reasoning.oracle import weight_in

opens, ties = st.sampled_from(Open), st.sampled_from(Ties)
few = settings(max_examples=50)
LABEL_OF = {Judgement.ACCEPTED: Label.ACCEPTED, Judgement.REJECTED: Label.REJECTED}


def everything(argument_map: ArgumentMap, open_: Open, ties_: Ties) -> dict[str, Label]:
    evaluation = evaluate(argument_map, open_, ties_)
    return {**evaluation.statements, **evaluation.relations}


def drawn_statement(data: st.DataObject, argument_map: ArgumentMap) -> str:
    return data.draw(st.sampled_from(list(argument_map.statement_by_id)))


@few
@given(argument_maps(), opens, ties, st.data())
def test_a_label_depends_on_what_leads_to_it_alone(
    argument_map: ArgumentMap, open_: Open, ties_: Ties, data: st.DataObject
) -> None:
    claim = drawn_statement(data, argument_map)
    leading = below(argument_map, [claim])
    part = replace(
        argument_map,
        statements=tuple(s for s in argument_map.statements if s.id in leading),
        relations=tuple(r for r in argument_map.relations if r.id in leading),
    )
    whole, alone = (evaluate(one, open_, ties_) for one in (argument_map, part))
    assert whole.statements[claim] is alone.statements[claim]
    assert whole.basis[claim] is alone.basis[claim]
    assert whole.why(claim) == alone.why(claim)
    assert whole.strength(claim) == alone.strength(claim)


@few
@given(argument_maps(), opens, ties, st.data())
def test_to_judge_a_statement_as_it_is_labelled_changes_no_label(
    argument_map: ArgumentMap, open_: Open, ties_: Ties, data: st.DataObject
) -> None:
    before = everything(argument_map, open_, ties_)
    id_ = drawn_statement(data, argument_map)
    judgement = next((j for j, label in LABEL_OF.items() if label is before[id_]), None)
    if judgement is not None:
        judged = judging.judge(argument_map, {id_: judgement})
        assert everything(judged, open_, ties_) == before


@few
@given(argument_maps(), opens, ties, st.sampled_from([0.5, 2.0, 3.0]))
def test_weights_are_compared_and_never_added(
    argument_map: ArgumentMap, open_: Open, ties_: Ties, power: float
) -> None:
    """A power keeps their order, and keeps 1, at which supports on circles are capped."""
    stretched = replace(
        argument_map,
        relations=tuple(replace(r, weight=r.weight**power) for r in argument_map.relations),
    )
    assert everything(stretched, open_, ties_) == everything(argument_map, open_, ties_)


@few
@given(argument_maps(), opens, ties, st.data())
def test_a_reason_given_twice_counts_once(
    argument_map: ArgumentMap, open_: Open, ties_: Ties, data: st.DataObject
) -> None:
    bare = [r for r in argument_map.relations if not argument_map.relations_on(r.id)]
    for relation in bare[:1]:
        more = data.draw(st.integers(1, 3))
        copies = [replace(relation, id=f"again{number}", anonymous=False) for number in range(more)]
        doubled = replace(argument_map, relations=(*argument_map.relations, *copies))
        before, after = (everything(m, open_, ties_) for m in (argument_map, doubled))
        assert {id_: after[id_] for id_ in before} == before
        assert {after[copy.id] for copy in copies} == {before[relation.id]}


@few
@given(argument_maps(), opens, ties)
def test_an_answer_to_an_attack_never_hurts_what_it_attacks(
    argument_map: ArgumentMap, open_: Open, ties_: Ties
) -> None:
    """An undercut that surely holds, against an attack that nothing else leads back to."""
    attacks = [
        r
        for r in argument_map.relations
        if r.bearing is Bearing.ATTACKS
        and r.target in argument_map.statement_by_id
        and r.target not in below(argument_map, r.premises)
    ]
    for attack in attacks[:1]:
        answered = judging.judge(edit.add_claim(argument_map, "sure"), {"sure": Judgement.ACCEPTED})
        undercut = Relation("answer", ("sure",), Bearing.ATTACKS, attack.id)
        answered = replace(answered, relations=(*answered.relations, undercut))
        rank = [Label.REJECTED, Label.UNDECIDED, Label.ACCEPTED]
        before = everything(argument_map, open_, ties_)[attack.target]
        after = everything(answered, open_, ties_)[attack.target]
        assert rank.index(after) >= rank.index(before)


def expected_basis(
    argument_map: ArgumentMap, id_: str, labels: dict[str, Label], open_: Open, ties_: Ties
) -> LabelBasis:
    """Return the first basis that fits a statement that nobody has judged, as the page says."""
    on = argument_map.relations_on(id_)
    supports = [r for r in on if r.bearing is Bearing.SUPPORTS]
    attacks = [r for r in on if r.bearing is Bearing.ATTACKS]

    def greatest(relations: list[Relation], *among: Label) -> float:
        weights = (weight_in(argument_map, r) for r in relations if labels[r.id] in among)
        return max(weights, default=-1)

    bare = not supports
    pp = max(greatest(supports, Label.ACCEPTED), 0 if bare and open_ is Open.PRESUMED else -1)
    pm = max(
        greatest(supports, Label.ACCEPTED, Label.UNDECIDED),
        0 if bare and open_ is not Open.REJECTED else -1,
    )
    np = greatest(attacks, Label.ACCEPTED)
    nm = greatest(attacks, Label.ACCEPTED, Label.UNDECIDED)
    if labels[id_] is Label.ACCEPTED:
        return LabelBasis.PRESUMED if bare else LabelBasis.SUPPORTED
    if labels[id_] is Label.REJECTED:
        beaten = np > pm or (ties_ is Ties.REJECTED and np == pm > -1)
        return LabelBasis.REFUTED if beaten else LabelBasis.UNSUPPORTED
    if pp == pm == np == nm:
        return LabelBasis.CONTESTED
    return LabelBasis.OPEN if bare and nm == -1 else LabelBasis.DEPENDS


@settings(max_examples=80)
@given(argument_maps(), opens, ties)
def test_the_basis_is_that_of_the_definition(
    argument_map: ArgumentMap, open_: Open, ties_: Ties
) -> None:
    evaluation = evaluate(argument_map, open_, ties_)
    labels = {**evaluation.statements, **evaluation.relations}
    for statement in argument_map.statements:
        basis = evaluation.basis[statement.id]
        if statement.judgement is not None:
            assert basis is LabelBasis.JUDGED
        elif basis is LabelBasis.CIRCULAR:
            circular = {id_ for circle in evaluation.circles for id_ in circle}
            assert labels[statement.id] is Label.REJECTED
            assert circular & below(argument_map, [statement.id])
        else:
            args = argument_map, statement.id, labels, open_, ties_
            assert basis is expected_basis(*args)


@settings(max_examples=80)
@given(argument_maps(), opens)
def test_a_tension_is_a_judgement_that_reasons_would_overturn_if_nobody_had_made_it(
    argument_map: ArgumentMap, open_: Open
) -> None:
    evaluation = evaluate(argument_map, open_)
    for statement in argument_map.statements:
        leading = below(argument_map, [statement.id])
        steps = [r for r in argument_map.relations if r.id in leading]
        leads_back = any(statement.id in step.premises for step in steps)
        if statement.judgement is None or leads_back:
            continue
        # A reason that fails takes the bare presumption away, so that reasons alone decide.
        left = judging.judge(argument_map, {statement.id: None})
        left = judging.judge(edit.add_claim(left, "vain"), {"vain": Judgement.REJECTED})
        vain = Relation("nothing", ("vain",), Bearing.SUPPORTS, statement.id)
        left = replace(left, relations=(*left.relations, vain))
        overturned = {
            Judgement.ACCEPTED: LabelBasis.REFUTED,
            Judgement.REJECTED: LabelBasis.SUPPORTED,
        }[statement.judgement]
        is_overturned = evaluate(left, open_).basis[statement.id] is overturned
        assert (statement.id in evaluation.tensions) == is_overturned


@settings(max_examples=60)
@given(argument_maps(most=6), opens, st.sampled_from(Label), st.data())
def test_a_change_works_and_no_part_of_it_does(
    argument_map: ArgumentMap, open_: Open, wanted: Label, data: st.DataObject
) -> None:
    claim = drawn_statement(data, argument_map)
    found = evaluate(argument_map, open_).changes(claim, wanted, seconds=60)

    def label_with(judgements: tuple[tuple[str, Judgement], ...]) -> Label:
        changed = argument_map
        for id_, judgement in judgements:
            changed = judging.judge(changed, {id_: judgement})
        return evaluate(changed, open_).statements[claim]

    assert len({len(one) for one in found.sets}) <= 1
    for one in found.sets[:5]:
        pairs = tuple(one.items())
        assert label_with(pairs) is wanted
        for part in combinations(pairs, max(len(pairs) - 1, 0)):
            assert part == pairs or label_with(part) is not wanted


@settings(max_examples=60)
@given(argument_maps(most=4), st.data(), st.sampled_from([0.0, 0.2, 0.5, 0.9, 1.0]))
def test_a_share_moves_evenly_with_the_credence_of_a_leaf(
    argument_map: ArgumentMap, data: st.DataObject, credence: float
) -> None:
    leaf, claim = (drawn_statement(data, argument_map) for _ in range(2))

    def share(of_leaf: float) -> tuple[float, float, float]:
        changed = edit.set_fields(argument_map, leaf, credence=of_leaf)
        strength = evaluate(changed).strength(claim)
        return strength.accepted, strength.rejected, strength.undecided

    ends = zip(share(0.0), share(1.0), strict=True)
    between = [none + credence * (whole - none) for none, whole in ends]
    assert share(credence) == pytest.approx(between)
    assert sum(share(credence)) == pytest.approx(1)


@st.composite
def viewed_maps(draw: st.DrawFn) -> ArgumentMap:
    argument_map = draw(argument_maps(most=4))
    ids = st.sampled_from(list(argument_map.statement_by_id))
    held = st.dictionaries(ids, st.sampled_from(Judgement), max_size=3)
    viewpoints = tuple(
        Viewpoint(id_, open=draw(opens), judgements=tuple(draw(held).items())) for id_ in "abc"
    )
    return replace(argument_map, viewpoints=viewpoints)


@few
@given(viewed_maps())
def test_a_comparison_has_the_labels_of_each_viewpoint_in_any_order(
    argument_map: ArgumentMap,
) -> None:
    for names in permutations(["a", "b", "c"]):
        table = compare(argument_map, names)
        for place, name in enumerate(names):
            column = {id_: row[place] for id_, row in table.labels.items()}
            assert column == evaluate(argument_map, viewpoint=name).statements
    assert compare(argument_map, ["a", "a"]).differing == ()


@few
@given(viewed_maps(), st.data())
def test_the_crux_is_mutual_and_among_the_leaves_that_lead_to_the_claim(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    claim = drawn_statement(data, argument_map)
    crux = crux_of_disagreement(argument_map, "a", "b", claim)

    assert crux == crux_of_disagreement(argument_map, "b", "a", claim)
    assert crux_of_disagreement(argument_map, "a", "a", claim) == ()
    assert set(crux) <= below(argument_map, [claim])
    assert set(crux) <= set(compare(argument_map, ["a", "b"]).differing)
