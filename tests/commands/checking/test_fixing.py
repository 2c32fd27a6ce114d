from typing import Any

import pytest
from hypothesis import given, settings

from argmap.commands.checking import fixing
from argmap.commands.checking.fixing import fixed_map
from argmap.critique import check, fixable
from argmap.errors import Problem
from argmap.model.argument_map import ArgumentMap, Statement
from argmap.model.edits.edit import add_claim, add_premise
from argmap.model.kinds import Judgement
from tests.critique.maps import sloppy_maps


def map_of(*texts: str) -> ArgumentMap:
    """Make a map of a claim and of premises that each support it."""
    argument_map = add_claim(ArgumentMap(), texts[0])
    claim = argument_map.statements[0].id
    for text in texts[1:]:
        argument_map = add_premise(argument_map, claim, text)
    return argument_map


@pytest.mark.parametrize(
    "texts",
    [
        ["The pool opens because many asked because it is hot because summer came."],
        ["The pool opens.", "It is hot today.", "It is hot today.", "it is hot today"],
        ["The pool opens because it is hot today.", "It is hot today."],
        ["Because."],
        ["Therefore because of that, it opens because."],
    ],
)
def test_fixing_goes_on_until_nothing_is_left_to_fix(texts: list[str]) -> None:
    fixed, _ = fixed_map(map_of(*texts), None, ())
    assert not [p for p in check(fixed) if fixable(fixed, p)]
    assert fixed_map(fixed, None, ()) == (fixed, [])


def test_what_one_repair_brings_to_light_is_repaired_too() -> None:
    fixed, done = fixed_map(map_of("It opens because it is hot.", "It is hot."), None, ())
    assert [problem.code for problem in done] == ["reasoning-in-card", "duplicate-text"]
    assert [statement.text for statement in fixed.statements] == ["It opens.", "It is hot."]
    assert len(fixed.relations) == 1


def test_a_sound_map_is_given_back_as_it_is() -> None:
    sound = map_of("The pool should open.", "Two hundred asked for it.")
    assert fixed_map(sound, None, ()) == (sound, [])
    alone = ArgumentMap(statements=(Statement("a", "The pool opens."),))
    assert fixed_map(alone, None, ())[0] is alone


@settings(max_examples=100)
@given(sloppy_maps())
def test_fixing_twice_changes_no_more_than_fixing_once(argument_map: ArgumentMap) -> None:
    fixed, _ = fixed_map(argument_map, None, ())
    assert fixed_map(fixed, None, ()) == (fixed, [])


def test_a_card_whose_name_was_free_again_is_mended_too() -> None:
    """Merging frees the id of a card; the next one that is split off takes it."""
    reasoned = "It rains, therefore we swim."
    cards = tuple(
        Statement(id_, reasoned, judgement=judgement)
        for id_, judgement in (
            ("a", Judgement.ACCEPTED),
            ("b", Judgement.REJECTED),
            ("c", Judgement.ACCEPTED),
        )
    )
    fixed, done = fixed_map(ArgumentMap(statements=cards), ["all"], ())
    assert [statement.text for statement in fixed.statements].count("It rains.") == 1
    assert [problem.code for problem in done].count("reasoning-in-card") == 3


def test_the_rules_run_once_a_round_and_not_once_a_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds: list[int] = []

    def counted(*arguments: Any, **options: Any) -> tuple[Problem, ...]:
        rounds.append(1)
        return check(*arguments, **options)

    monkeypatch.setattr(fixing, "check", counted)
    texts = [f"Card {number} of many says so because it is so." for number in range(40)]
    _, done = fixed_map(map_of(*texts), None, ())
    assert len(done) >= 40
    assert len(rounds) <= 4
