from __future__ import annotations

import pytest

from argmap.model.edits.judging import add_viewpoint, judge
from argmap.model.kinds import Judgement
from tests.model.maps import a_map


def test_the_author_judges_statements() -> None:
    judged = judge(a_map("p -> C"), {"C": Judgement.ACCEPTED, "p": Judgement.REJECTED})
    assert judged.statement_by_id["C"].judgement is Judgement.ACCEPTED
    assert judged.statement_by_id["p"].judgement is Judgement.REJECTED
    assert judge(judged, {"C": None, "p": None}) == a_map("p -> C")


def test_a_step_can_only_be_judged_not_to_follow() -> None:
    rejected = judge(a_map("p -> C"), {"r-p": Judgement.REJECTED})
    assert rejected.relation_by_id["r-p"].rejected
    assert judge(rejected, {"r-p": Judgement.ACCEPTED}) == a_map("p -> C")


@pytest.mark.parametrize("nothing", [None, Judgement.ACCEPTED])
def test_a_viewpoint_judges_for_itself(nothing: Judgement | None) -> None:
    seen = add_viewpoint(a_map("p -> C"), "Ann")
    judged = judge(seen, {"C": Judgement.ACCEPTED, "r-p": Judgement.REJECTED}, "ann")
    assert judged.viewpoints[0].judgements == (
        ("C", Judgement.ACCEPTED),
        ("r-p", Judgement.REJECTED),
    )
    assert judged.statements == seen.statements
    assert judge(judged, {"C": None, "r-p": nothing}, "ann").viewpoints[0].judgements == ()


def test_no_viewpoint_takes_the_name_of_one_that_every_map_has() -> None:
    assert add_viewpoint(a_map("C"), "Author").viewpoints[0].id == "author-2"
