"""What holds of the rules on every map: what they look at, and what makes no difference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.critique import RULES, check
from argmap.errors import Problem
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing, Judgement, Kind
from argmap.model.natural_kind import with_natural_kinds
from tests.critique.maps import sloppy_maps
from tests.reasoning.maps import argument_maps

LEXICAL = ("reasoning-in-card", "dangling-reference", "rabbit-rule", "holding-hands")
WHOLE = ("multiple-roots", "unconnected", "uncited")
"""Rules that look at the map as a whole."""

few = settings(max_examples=40)


def found(argument_map: ArgumentMap, *codes: str) -> tuple[Problem, ...]:
    return check(argument_map, select=codes or ["all"])


def as_sets(problems: Iterable[Problem]) -> Counter[object]:
    return Counter((p.code, p.severity, frozenset(p.ids)) for p in problems)


@few
@given(sloppy_maps(), st.randoms(use_true_random=False))
def test_the_order_of_the_file_makes_no_difference(
    argument_map: ArgumentMap, random: Random
) -> None:
    """But for depth, which is counted along the first relation of a card."""
    shuffled = replace(
        argument_map,
        statements=tuple(random.sample(argument_map.statements, len(argument_map.statements))),
        relations=tuple(random.sample(argument_map.relations, len(argument_map.relations))),
    )
    rest = [rule.code for rule in RULES if rule.code != "too-deep"]
    assert as_sets(found(shuffled, *rest)) == as_sets(found(argument_map, *rest))


@few
@given(sloppy_maps())
def test_findings_come_rule_by_rule_as_the_manual_has_them(argument_map: ArgumentMap) -> None:
    order = [rule.code for rule in RULES]
    codes = [problem.code for problem in found(argument_map)]
    assert codes == sorted(codes, key=order.index)
    for code in order:
        assert found(argument_map, code) == tuple(p for p in found(argument_map) if p.code == code)


@few
@given(sloppy_maps())
def test_a_part_beside_adds_its_own_findings_only(argument_map: ArgumentMap) -> None:
    """But for rules about the whole map, and texts that stand in both parts."""
    other = replace(
        argument_map,
        statements=tuple(replace(s, id=f"x-{s.id}") for s in argument_map.statements),
        relations=tuple(
            replace(
                r,
                id=f"x-{r.id}",
                premises=tuple(f"x-{premise}" for premise in r.premises),
                target=f"x-{r.target}",
            )
            for r in argument_map.relations
        ),
    )
    both = replace(
        argument_map,
        statements=argument_map.statements + other.statements,
        relations=argument_map.relations + other.relations,
    )
    left = [r.code for r in RULES if r.code not in {*WHOLE, "duplicate-text"}]
    apart = as_sets(found(argument_map, *left)) + as_sets(found(other, *left))
    assert as_sets(found(both, *left)) == apart


@few
@given(sloppy_maps(), st.sampled_from(["fi", "zh", "tlh", "x-own"]))
def test_in_a_language_that_is_not_known_only_rules_about_words_are_silent(
    argument_map: ArgumentMap, language: str
) -> None:
    english = found(replace(argument_map, language="en"))
    unknown = found(replace(argument_map, language=language))
    assert unknown == tuple(p for p in english if p.code not in LEXICAL)


@few
@given(argument_maps(most=6))
def test_circles_are_where_supports_lead_back(argument_map: ArgumentMap) -> None:
    supports = [
        r
        for r in argument_map.relations
        if r.bearing is Bearing.SUPPORTS and r.target in argument_map.statement_by_id
    ]
    reaches = {(premise, r.target) for r in supports for premise in r.premises}
    while True:
        longer = {(a, d) for a, b in reaches for c, d in reaches if b == c} - reaches
        if not longer:
            break
        reaches |= longer
    on_circles = {a for a, b in reaches if a == b}
    said = {id_ for problem in found(argument_map, "circular") for id_ in problem.ids}
    assert said == on_circles


@few
@given(argument_maps(most=6))
def test_depth_breadth_and_roots_are_those_of_the_outline(argument_map: ArgumentMap) -> None:
    assert bool(found(argument_map, "too-deep")) == (walk.depth(argument_map) > 6)
    widest = max(len(argument_map.relations_on(s.id)) for s in argument_map.statements)
    assert bool(found(argument_map, "too-many-siblings")) == (widest > 7)
    roots = walk.roots(argument_map)
    tied = [root.id for root in roots if argument_map.relations_on(root.id)]
    lone = [root.id for root in roots if root.id not in tied]
    assert [p.ids for p in found(argument_map, "multiple-roots")] == (
        [tuple(tied)] if len(tied) > 1 else []
    )
    assert [p.ids for p in found(argument_map, "unconnected")] == (
        [(id_,) for id_ in lone] if len(argument_map.statements) > 1 else []
    )


@few
@given(sloppy_maps())
def test_natural_kinds_mislead_nobody(argument_map: ArgumentMap) -> None:
    assert found(with_natural_kinds(argument_map), "kind-mismatch") == ()


@few
@given(argument_maps(), st.sampled_from([None, *Judgement]))
def test_who_judges_all_or_nothing_judges_nothing_too_early(
    argument_map: ArgumentMap, judgement: Judgement | None
) -> None:
    statements = tuple(replace(s, judgement=judgement) for s in argument_map.statements)
    alike = replace(argument_map, statements=statements)
    assert found(alike, "judged-before-reasons") == ()


@few
@given(sloppy_maps(), st.data())
def test_a_text_that_is_there_already_is_a_duplicate(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    said = data.draw(st.sampled_from(argument_map.statements))
    again = Statement("again", f" {said.text.upper()} ")
    more = replace(argument_map, statements=(*argument_map.statements, again))
    named = {id_ for problem in found(more, "duplicate-text") for id_ in problem.ids}
    assert ({said.id, "again"} <= named) == bool(said.text)


@few
@given(sloppy_maps(), st.sampled_from(["en", "de", "fr"]))
def test_a_premise_that_says_everything_leaves_no_term_alone(
    argument_map: ArgumentMap, language: str
) -> None:
    whole = " ".join(statement.text for statement in argument_map.statements)
    everything = Statement("everything", whole, Kind.PREMISE)
    linked = tuple(
        replace(r, premises=(*r.premises, "everything", "as-well")) for r in argument_map.relations
    )
    saturated = replace(
        argument_map,
        statements=(*argument_map.statements, everything, replace(everything, id="as-well")),
        relations=linked,
        language=language,
    )
    assert found(saturated, "rabbit-rule", "holding-hands", "golden-rule") == ()


@pytest.mark.parametrize("count", range(1, 4))
def test_one_premise_breaks_the_golden_rule_and_more_keep_it(count: int) -> None:
    ids = tuple(f"p{number}" for number in range(count))
    argument_map = ArgumentMap(
        statements=tuple(Statement(id_, "Text.") for id_ in ("c", *ids)),
        relations=(Relation("r", ids, Bearing.ATTACKS, "c"),),
    )
    assert [p.ids for p in found(argument_map, "golden-rule")] == (
        [("r", "p0")] if count == 1 else []
    )
