"""Looking only at what changed finds what looking at everything finds, and looks at little."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.critique import RULES, Follower, check
from argmap.critique.looks import Throughout
from argmap.model.argument_map import ArgumentMap, Cite, Relation, Source, Statement, Table
from argmap.model.edits import edit, removal
from argmap.model.kinds import Basis, Bearing, Judgement, Kind
from argmap.texts.lookup import Kept, in_the_map
from tests.critique.maps import SAYINGS
from tests.long import LONG
from tests.model.maps import a_map

AT_LENGTH = "and swim " * 25
QUOTES = ("hot today", "it is hot", "swim", "never said", "It is hot", AT_LENGTH)
TEXTS = ("It is hot today. We swim. It is hot.", f"Nobody wants to. {AT_LENGTH}", "")
STEPS = 25 * LONG


def changed(argument_map: ArgumentMap, chance: Random) -> ArgumentMap:
    """Return a map after one change of any kind."""
    ways = (_say, _say, _bear, _bear, _bear, _come, _go, _shuffle, _set, _source)
    return chance.choice(ways)(argument_map, chance)


def _say(argument_map: ArgumentMap, chance: Random) -> ArgumentMap:
    statements = list(argument_map.statements)
    if not statements:
        return argument_map
    at = chance.randrange(len(statements))
    statements[at] = _statement(statements[at].id, chance)
    return replace(argument_map, statements=tuple(statements))


def _statement(id_: str, chance: Random) -> Statement:
    cites = [
        Cite(chance.choice(("web", "book")), chance.choice(("", *QUOTES)))
        for _ in range(chance.choice((0, 0, 1, 2)))
    ]
    return Statement(
        id_,
        chance.choice((*SAYINGS, "“Who said so?”", "Is it so?")),
        chance.choice(list(Kind)),
        implicit=chance.random() < 0.2,
        basis=chance.choice((None, None, *Basis)),
        judgement=chance.choice((None, None, *Judgement)),
        cites=tuple(cites),
    )


def _bear(argument_map: ArgumentMap, chance: Random) -> ArgumentMap:
    """Return the map with a relation that came, went, or leads elsewhere."""
    relations = list(argument_map.relations)
    ids = [statement.id for statement in argument_map.statements]
    if not ids:
        return argument_map
    at = chance.randrange(len(relations) + 1)
    old = relations[at : at + 1] if chance.random() < 0.5 else []
    id_ = old[0].id if old else f"r{chance.randrange(1000)}"
    premises = tuple(chance.sample(ids, min(len(ids), chance.choice((1, 1, 2, 3)))))
    targets = [i for i in (*ids, *(r.id for r in relations)) if i != id_]
    new = Relation(id_, premises, chance.choice(list(Bearing)), chance.choice(targets or ids))
    if not old and id_ in argument_map.ids:
        return argument_map
    relations[at : at + len(old)] = [new] if not old or chance.random() < 0.6 else []
    return _whole(replace(argument_map, relations=tuple(relations)))


def _whole(argument_map: ArgumentMap) -> ArgumentMap:
    """Return a map without relations that lead from or to what is not there."""
    there = argument_map.relation_by_id.keys() | argument_map.statement_by_id.keys()
    kept = tuple(
        r
        for r in argument_map.relations
        if r.target in there and argument_map.statement_by_id.keys() >= set(r.premises)
    )
    smaller = replace(argument_map, relations=kept)
    return argument_map if kept == argument_map.relations else _whole(smaller)


def _come(argument_map: ArgumentMap, chance: Random) -> ArgumentMap:
    said = chance.choice(SAYINGS[:4])
    if not argument_map.statements or chance.random() < 0.2:
        return edit.add_claim(argument_map, said)
    id_ = chance.choice(argument_map.statements).id
    add = chance.choice((edit.add_premise, edit.add_rebuttal, edit.add_sibling))
    return add(argument_map, id_, said)


def _go(argument_map: ArgumentMap, chance: Random) -> ArgumentMap:
    if not argument_map.statements:
        return argument_map
    return removal.delete_cards(argument_map, [chance.choice(argument_map.statements).id])


def _shuffle(argument_map: ArgumentMap, chance: Random) -> ArgumentMap:
    statements, relations = list(argument_map.statements), list(argument_map.relations)
    chance.shuffle(statements)
    chance.shuffle(relations)
    return replace(argument_map, statements=tuple(statements), relations=tuple(relations))


def _set(argument_map: ArgumentMap, chance: Random) -> ArgumentMap:
    table = Table(
        (("quoted-share", chance.choice((0.0, 0.9))), ("ignore", chance.choice(((), "too-short"))))
    )
    return replace(
        argument_map,
        language=chance.choice(("", "de", "fi")),
        extra=chance.choice(((), (("x-check", table),))),
    )


def _source(argument_map: ArgumentMap, chance: Random) -> ArgumentMap:
    names = chance.sample(("web", "book"), chance.randrange(3))
    sources = tuple(
        Source(name, chance.choice(("", name)), text=chance.choice(TEXTS)) for name in names
    )
    return replace(argument_map, sources=sources)


@settings(max_examples=60 * LONG)
@given(
    st.randoms(use_true_random=False),
    st.sampled_from([None, ["all"]]),
    st.sampled_from(["", "a", "a b -> c; d -> c; e -x d; f"]),
)
def test_whatever_is_edited_the_same_is_found(
    chance: Random, select: list[str] | None, start: str
) -> None:
    follower, argument_map = Follower(), a_map(start)
    for _ in range(STEPS):
        argument_map = changed(argument_map, chance)
        if chance.random() < 0.2:  # rules skip maps that come faster than they read
            argument_map = changed(argument_map, chance)
        assert follower.check(argument_map, select=select) == check(argument_map, select=select)


def test_a_file_of_a_source_that_changes_unseen_is_looked_at_again() -> None:
    cited = Statement("c", "We want to swim today.", cites=(Cite("web", "We swim."),))
    text = "We swim."
    source = Source("web", "Minutes", file="minutes.txt")
    argument_map = ArgumentMap(statements=(cited,), sources=(source,))
    follower = Follower()

    def texts(asked: Source) -> Kept:
        return in_the_map(replace(asked, text=text))

    assert not follower.check(argument_map, select=["quote-not-found"], texts=texts)
    text = "Nobody was there."
    found = follower.check(argument_map, select=["quote-not-found"], texts=texts)
    assert [problem.code for problem in found] == ["quote-not-found"]


def wide(count: int) -> ArgumentMap:
    """Return a map of so many reasons, each with one of its own."""
    return a_map("; ".join(f"p{n} -> c{n % (count // 4)}; q{n} -> p{n}" for n in range(count // 2)))


@pytest.mark.parametrize("step", ["text", "reason", "deletion"])
def test_an_edit_costs_the_same_in_a_large_map(step: str) -> None:
    """Of rules that look at the whole map there is none that looks again after an edit."""
    costs = []
    for count in (40, 400):
        follower, argument_map = Follower(), wide(count)
        select = [rule.code for rule in RULES if rule.default]
        select = [code for code in select if code not in _THROUGHOUT]
        follower.check(argument_map, select=select)
        before = follower.looked_at
        edited = {
            "text": lambda m: edit.set_fields(m, "p3", text="Something else is said here."),
            "reason": lambda m: edit.add_premise(m, "p3", "There is something new to be said."),
            "deletion": lambda m: removal.delete_cards(m, ["q3"]),
        }[step](argument_map)
        follower.check(edited, select=select)
        costs.append(follower.looked_at - before)
    assert costs[0] == costs[1] < 200


_THROUGHOUT = {
    "judged-before-reasons",  # follows reasons as far as they are not judged
    "source-outside",
    "source-missing",
    "source-changed",  # these look at sources alone, and at files that change unseen
}


def test_few_rules_look_at_the_whole_map() -> None:
    whole = {
        rule.code
        for rule in RULES
        for look in rule.looks
        if isinstance(look, Throughout) and rule.default
    }
    assert whole == _THROUGHOUT | {"circular"}


def test_a_number_that_the_map_sets_for_a_rule_is_heeded_at_once() -> None:
    cited = Statement("c", "We swim.", cites=(Cite("web", AT_LENGTH),))
    source = Source("web", "Minutes", text=f"{AT_LENGTH} {'and so on ' * 400}")
    argument_map, follower = ArgumentMap(statements=(cited,), sources=(source,)), Follower()
    assert not follower.check(argument_map, select=["much-quoted"])
    strict = replace(argument_map, extra=(("x-check", Table((("quoted-share", 0.01),))),))
    assert len(follower.check(strict, select=["much-quoted"])) == 1
