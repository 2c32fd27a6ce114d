"""What every fix promises: it mends what it says, loses nothing, and makes nothing worse."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hypothesis import given, settings

from argmap.critique import check, fix, fixable
from argmap.critique.language import language_of
from argmap.critique.text import normalised, words
from argmap.errors import Problem, Severity
from argmap.model.argument_map import ArgumentMap
from tests.critique.maps import sloppy_maps

ENGLISH = language_of("en")


def mended(argument_map: ArgumentMap, code: str) -> Iterator[tuple[Problem, ArgumentMap]]:
    """Return each problem of a rule that can be mended, and the map in which it is."""
    for problem in check(argument_map, select=[code]):
        if fixable(argument_map, problem):
            yield problem, fix(argument_map, problem)


def found(argument_map: ArgumentMap, severity: Severity) -> Counter[str]:
    return Counter(p.code for p in check(argument_map, select=["all"]) if p.severity is severity)


@settings(max_examples=60)
@given(sloppy_maps())
def test_a_mended_kind_is_the_only_change(argument_map: ArgumentMap) -> None:
    before = check(argument_map, select=["all"])
    for problem, after in mended(argument_map, "kind-mismatch"):
        assert check(after, select=["all"]) == tuple(p for p in before if p != problem)
        assert after.relations == argument_map.relations


@settings(max_examples=60)
@given(sloppy_maps())
def test_merging_removes_its_finding_and_brings_no_warning(argument_map: ArgumentMap) -> None:
    before = found(argument_map, Severity.WARNING)
    for problem, after in mended(argument_map, "duplicate-text"):
        assert [i for i in problem.ids if i in after.statement_by_id] == [problem.ids[0]]
        gone = before - found(after, Severity.WARNING)
        assert found(after, Severity.WARNING) <= before
        assert gone["duplicate-text"] == 1


@settings(max_examples=60)
@given(sloppy_maps())
def test_merging_keeps_all_that_was_said(argument_map: ArgumentMap) -> None:
    for problem, after in mended(argument_map, "duplicate-text"):
        one = after.statement_by_id[problem.ids[0]]
        for id_ in problem.ids:
            other = argument_map.statement_by_id[id_]
            assert normalised(one.text) == normalised(other.text)
            assert other.note in one.note
            assert set(other.tags) <= set(one.tags)
            assert set(other.cites) <= set(one.cites)
            assert other.judgement in (None, one.judgement)


@settings(max_examples=60)
@given(sloppy_maps())
def test_merging_keeps_every_step(argument_map: ArgumentMap) -> None:
    def steps(of: ArgumentMap, same: dict[str, str]) -> set[object]:
        return {
            (frozenset(same.get(p, p) for p in r.premises), r.bearing, same.get(r.target, r.target))
            for r in of.relations
            if r.target in of.statement_by_id
        }

    for problem, after in mended(argument_map, "duplicate-text"):
        same = dict.fromkeys(problem.ids, problem.ids[0])
        assert steps(after, {}) == steps(argument_map, same)


@settings(max_examples=60)
@given(sloppy_maps())
def test_splitting_a_card_loses_its_word_of_reasoning_and_no_other(
    argument_map: ArgumentMap,
) -> None:
    assert ENGLISH is not None
    for problem, after in mended(argument_map, "reasoning-in-card"):
        text = argument_map.statement_by_id[problem.ids[0]].text
        new = [s for s in after.statements if s.id not in argument_map.statement_by_id]
        parts = [after.statement_by_id[problem.ids[0]], *new]
        indicator = ENGLISH.indicator.search(text)
        assert indicator is not None

        left = Counter(word.lower() for part in parts for word in words(part.text))
        lost = Counter(word.lower() for word in words(text)) - left
        assert not left - Counter(word.lower() for word in words(text))
        assert set(lost) <= {*words(indicator.group().lower()), "and"}
        for statement in argument_map.statements:
            if statement.id != problem.ids[0]:
                assert after.statement_by_id[statement.id] == statement


@settings(max_examples=60)
@given(sloppy_maps())
def test_what_is_split_keeps_all_that_is_no_text(argument_map: ArgumentMap) -> None:
    for problem, after in mended(argument_map, "reasoning-in-card"):
        before, card = (m.statement_by_id[problem.ids[0]] for m in (argument_map, after))
        for field in ("kind", "note", "tags", "cites", "judgement"):
            assert getattr(card, field) == getattr(before, field)
        assert set(after.relations) >= set(argument_map.relations)
