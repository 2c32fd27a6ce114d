from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings

from argmap.commands.checking.fixing import fixed_map
from argmap.critique import check, fix, fix_each, fixable
from argmap.model.argument_map import ArgumentMap, Cite, Source, Statement
from argmap.model.edits.edit import add_claim, add_premise
from argmap.model.kinds import Judgement, Kind
from tests.counting import counting
from tests.critique.maps import sloppy_maps
from tests.model.maps import a_map


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


def misnamed(count: int) -> ArgumentMap:
    """Return premises of one claim, which are all called rebuttals."""
    argument_map = a_map("; ".join(f"p{n} -> c" for n in range(count)))
    premises = argument_map.statement_by_id.keys() - {"c"}
    kinds = dict.fromkeys(premises, Kind.REBUTTAL)
    return with_statements(argument_map, lambda s: replace(s, kind=kinds.get(s.id, s.kind)))


def doubled(count: int) -> ArgumentMap:
    """Return premises of one claim, of which two each say the same, and have a reason."""
    steps = "; ".join(f"p{n} -> c; q{n} -> p{n}" for n in range(2 * count))
    argument_map = a_map(steps)
    said = {f"p{n}": f"Reason {n // 2} is given." for n in range(2 * count)}
    return with_statements(argument_map, lambda s: replace(s, text=said.get(s.id, s.text)))


def reasoned(count: int) -> ArgumentMap:
    """Return premises of one claim, each with its reason in the same card."""
    argument_map = a_map("; ".join(f"p{n} -> c" for n in range(count)))
    because = "We say {0} because that {0} is so."
    return with_statements(argument_map, lambda s: replace(s, text=because.format(s.id)))


def misquoting(count: int) -> ArgumentMap:
    """Return premises of one claim that each quote the same passage with a letter too few."""
    argument_map = a_map("; ".join(f"p{n} -> c" for n in range(count)))
    cites = (Cite("book", "the hart and soul of our town"),)
    book = Source("book", text="It is the heart and soul of our town.")
    cited = with_statements(argument_map, lambda s: replace(s, cites=cites))
    return replace(cited, sources=(book,))


def with_statements(
    argument_map: ArgumentMap, changed: Callable[[Statement], Statement]
) -> ArgumentMap:
    statements = tuple(map(changed, argument_map.statements))
    return replace(argument_map, language="en", statements=statements)


@pytest.mark.parametrize(
    ("sort", "code"),
    [
        (misnamed, "kind-mismatch"),
        (doubled, "duplicate-text"),
        (reasoned, "reasoning-in-card"),
        (misquoting, "quote-differs"),
    ],
)
def test_four_times_as_many_fixes_cost_four_times_as_much(
    sort: Callable[[int], ArgumentMap], code: str
) -> None:
    costs = []
    for count in (50, 200):
        argument_map = sort(count)
        with counting() as calls:
            _, done = fixed_map(argument_map, [code], ())
        assert len(done) >= count
        costs.append(calls.total())
    assert costs[1] < 5 * costs[0]


@settings(max_examples=100)
@given(sloppy_maps())
def test_many_fixes_at_once_are_one_after_the_other(argument_map: ArgumentMap) -> None:
    problems = check(argument_map, select=["all"])
    at_once, done = fix_each(argument_map, problems)
    one_by_one = argument_map
    for problem in done:
        one_by_one = fix(one_by_one, problem)
    assert at_once == one_by_one
