from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.critique import RULES, check, explain, fix, fixable
from argmap.errors import ArgmapError, Problem, Severity
from argmap.model.argument_map import ArgumentMap, Statement, Table, Value
from argmap.store import yaml_file
from tests.reasoning.maps import argument_maps

LONG = Statement("a", "word " * 30)
SHORT = Statement("b", "Cost.")


def found(
    argument_map: ArgumentMap, select: list[str] | None = None, ignore: Sequence[str] = ()
) -> list[str]:
    return [problem.code for problem in check(argument_map, select=select, ignore=ignore)]


def of(*statements: Statement, x_check: Value = None, language: str = "") -> ArgumentMap:
    extra = () if x_check is None else (("x-check", x_check),)
    return ArgumentMap(statements=statements, extra=extra, language=language)


def test_the_rules_that_are_on_by_default_run() -> None:
    assert found(of(LONG, SHORT)) == ["too-long", "too-short", "unconnected", "unconnected"]


def test_selected_rules_run_in_place_of_the_default_ones() -> None:
    assert found(of(LONG, SHORT), select=["too-short"]) == ["too-short"]
    assert found(of(LONG, SHORT), select=[]) == []


def test_all_selects_those_that_are_off_as_well() -> None:
    off = Statement("c", "It is cited here.", cites=())
    argument_map = replace(of(LONG, SHORT, off), relations=())

    assert set(found(argument_map, select=["all"])) >= set(found(argument_map))
    assert [r.code for r in RULES if not r.default] == [
        "leaf-without-basis",
        "uncited",
        "too-many-siblings",
        "too-deep",
        "golden-rule",
        "rabbit-rule",
        "holding-hands",
    ]


def test_ignored_rules_do_not_run() -> None:
    assert found(of(LONG, SHORT), ignore=["unconnected", "unknown-key"]) == [
        "too-long",
        "too-short",
    ]
    assert found(of(SHORT), select=["too-short"], ignore=["too-short"]) == []


@pytest.mark.parametrize(
    "settings",
    [
        Table((("ignore", ("too-long", "unconnected")),)),
        Table((("ignore", ("too-long", 3, None, "unconnected")),)),
    ],
)
def test_a_map_leaves_rules_out_by_itself(settings: Value) -> None:
    argument_map = of(LONG, SHORT, x_check=settings)

    assert found(argument_map) == ["too-short"]
    assert found(argument_map, select=["too-long"]) == []


def test_a_single_code_needs_no_list() -> None:
    assert "too-long" not in found(of(LONG, SHORT, x_check=Table((("ignore", "too-long"),))))


@pytest.mark.parametrize("settings", ["too-long", 3, True, (), Table(()), Table((("ignore", 1),))])
def test_odd_settings_leave_nothing_out(settings: Value) -> None:
    assert "too-long" in found(of(LONG, x_check=settings))


def test_x_check_is_read_from_the_file() -> None:
    text = "argmap: 1\nx-check: {ignore: [too-short]}\nstatements:\n- {id: a, text: Cost.}\n"

    assert check(yaml_file.read(text).argument_map) == ()


@pytest.mark.parametrize(
    "ask", [lambda: check(of(), select=["nonsense"]), lambda: explain("nonsense")]
)
def test_an_unknown_rule_is_an_error_that_lists_the_known_ones(ask: object) -> None:
    assert callable(ask)
    with pytest.raises(ArgmapError, match=r"no rule “nonsense”.*circular, duplicate-text"):
        ask()


def test_problems_from_elsewhere_cannot_be_fixed_here() -> None:
    problem = Problem("unknown-id", Severity.ERROR, "There is no “x”.")

    assert not fixable(of(), problem)
    with pytest.raises(ArgmapError, match="fixed by hand"):
        fix(of(), problem)


def test_a_problem_whose_card_is_gone_cannot_be_fixed() -> None:
    argument_map = of(Statement("a", "Close it because it costs too much."))
    problem = check(argument_map, select=["reasoning-in-card"])[0]

    assert fixable(argument_map, problem)
    assert not fixable(of(), problem)


TEXTS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "",
            " ",
            "?",
            "Because.",
            "It",
            "“",
            "therefore, ",
            "。",
            "because because",
            "a. B",
            "\x00",
            "...",
        ]
    ),
)


@settings(max_examples=150)
@given(argument_maps(), st.data(), st.sampled_from(["", "en", "de-AT", "fr", "fi", "??"]))
def test_no_map_upsets_a_rule_and_every_fix_gives_a_sound_map(
    argument_map: ArgumentMap, data: st.DataObject, language: str
) -> None:
    statements = tuple(replace(s, text=data.draw(TEXTS)) for s in argument_map.statements)
    odd = replace(argument_map, statements=statements, language=language)

    for problem in check(odd, select=["all"]):
        assert problem.severity is not Severity.ERROR
        assert problem.ids
        assert all(odd.item(id_) for id_ in problem.ids)
        if fixable(odd, problem):
            fixed = fix(odd, problem)
            assert len(fixed.ids) == sum(map(len, (fixed.statements, fixed.relations)))
            for relation in fixed.relations:
                assert all(p in fixed.statement_by_id for p in relation.premises)
                assert fixed.item(relation.target)


def test_the_examples_have_no_warnings() -> None:
    folder = Path(__file__).parents[2] / "examples"
    files = sorted(folder.glob("*.argmap.yaml"))

    assert files
    for file in files:
        problems = check(yaml_file.load(file).argument_map)
        assert [p for p in problems if p.severity is not Severity.HINT] == [], file.name
