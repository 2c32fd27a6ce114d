"""Rules that look at relations, beyond the examples on their manual pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmap.critique import check, fix, fixable, ways
from argmap.model.argument_map import ArgumentMap, Cite, Source, Statement, Viewpoint
from argmap.model.edits.edit import set_fields
from argmap.model.kinds import Judgement, Kind
from argmap.reasoning import evaluate
from tests.reasoning.maps import written


def ids(argument_map: ArgumentMap, code: str) -> list[tuple[str, ...]]:
    return [problem.ids for problem in check(argument_map, select=[code])]


def with_texts(argument_map: ArgumentMap, **texts: str) -> ArgumentMap:
    return replace(
        argument_map,
        statements=tuple(replace(s, text=texts.get(s.id, s.text)) for s in argument_map.statements),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("P -> Q; Q -> P", [("P", "Q")]),
        ("P -> P", [("P",)]),
        ("P -> Q; Q -> S; S -> P; S -> C", [("P", "Q", "S")]),
        ("P -x Q; Q -x P", []),
        ("P -> Q; Q -x P", []),
    ],
)
def test_circles(text: str, found: list[tuple[str, ...]]) -> None:
    assert ids(written(text), "circular") == found


def test_a_reason_that_says_the_claim_again_is_circular() -> None:
    argument_map = with_texts(
        written("r: p -> C; o: x -x C"), p="So it is", C="so it is.", x="So it is."
    )

    assert ids(argument_map, "circular") == [("p", "r", "C")]


@pytest.mark.parametrize(
    ("text", "roots", "lone"),
    [
        ("p -> C", [], []),
        ("p -> C; q -> D", [("C", "D")], []),
        ("p -> C; D", [], [("D",)]),
        ("C", [], []),
        ("C; D", [], [("C",), ("D",)]),
        ("P -> Q; Q -> P; p -> C", [], []),
    ],
)
def test_roots_and_what_is_tied_to_nothing(
    text: str, roots: list[tuple[str, ...]], lone: list[tuple[str, ...]]
) -> None:
    assert ids(written(text), "multiple-roots") == roots
    assert ids(written(text), "unconnected") == lone


@pytest.mark.parametrize(
    ("text", "who", "said"),
    [
        ("C; p -> C; D", "D", ["premise of “Text of C.”", "rebuttal of “Text of C.”", "Delete"]),
        ("x; p -> C; D", "x", ["premise of “Text of C.”", "rebuttal of “Text of C.”", "Delete"]),
        ("P -> Q; Q -> P; D", "D", ["Delete"]),
        ("C; D", "C", ["premise of “Text of D.”", "rebuttal of “Text of D.”", "Delete"]),
    ],
)
def test_what_is_tied_to_nothing_can_bear_on_the_main_claim_or_go(
    text: str, who: str, said: list[str]
) -> None:
    argument_map = written(text)
    problem = next(p for p in check(argument_map, select=["unconnected"]) if p.ids == (who,))
    assert not fixable(argument_map, problem), "only the author knows which"
    found = ways(argument_map, problem)
    assert [way.name for way in found] == [f"Make it a {s}" for s in said[:-1]] + ["Delete it"]
    for way in found:
        assert (who,) not in ids(way.make(), "unconnected")


def test_what_the_kind_of_an_unconnected_statement_says_comes_first() -> None:
    rebuttal = edited_kind(written("p -> C; D"), "D", Kind.REBUTTAL)
    (problem,) = check(rebuttal, select=["unconnected"])
    assert ways(rebuttal, problem)[0].name == "Make it a rebuttal of “Text of C.”"


def edited_kind(argument_map: ArgumentMap, id_: str, kind: Kind) -> ArgumentMap:
    return set_fields(argument_map, id_, kind=kind)


def test_only_supports_among_linked_premises_are_out_of_place() -> None:
    assert ids(written("r: p q -> C; s: q -> p"), "support-between-co-premises") == [
        ("s", "q", "p", "r")
    ]
    assert ids(written("r: p q -> C; s: q -x p"), "support-between-co-premises") == []
    assert ids(written("p -> C; q -> C; q -> p"), "support-between-co-premises") == []


@pytest.mark.parametrize(
    ("text", "who", "kind", "is_found"),
    [
        ("p -> C", "p", Kind.PREMISE, False),
        ("p -> C", "p", Kind.REBUTTAL, True),
        ("p -> C", "p", Kind.CLAIM, True),
        ("q -> p; p -> C", "p", Kind.CLAIM, False),  # an intermediate conclusion
        ("p -> C; p -x D", "p", Kind.REBUTTAL, False),  # it does both
        ("p -> C", "C", Kind.PREMISE, True),
    ],
)
def test_kinds(text: str, who: str, kind: Kind, is_found: bool) -> None:
    argument_map = set_fields(written(text), who, kind=kind)

    assert ((who,) in ids(argument_map, "kind-mismatch")) is is_found


@pytest.mark.parametrize(
    ("text", "judged", "found"),
    [
        ("p -> C", "C A", [("C", "p")]),
        ("p -> C", "C A, p R", []),
        ("p -> b; b -> C", "C A, p A", []),  # judged from the bottom
        ("p -> b; b -> C; q -> C", "C A, b A", [("b", "p"), ("C", "q")]),
        ("x -x C", "C R", [("C", "x")]),
        ("p -> C; x -/ step0", "C A, p A", [("C", "x")]),
        ("p -> C", "p A", []),
    ],
)
def test_judgements_from_the_top(text: str, judged: str, found: list[tuple[str, ...]]) -> None:
    assert sorted(ids(written(text, judged), "judged-before-reasons")) == sorted(found)


def test_depth_and_breadth_are_counted_in_cards() -> None:
    chain = "; ".join(f"s{i + 1} -> s{i}" for i in range(8))
    assert ids(written(chain), "too-deep") == [("s6",)]

    seven = "; ".join(f"p{i} -> C" for i in range(7))
    assert ids(written(seven), "too-many-siblings") == []
    ((first, *_),) = ids(written(f"{seven}; x -x C"), "too-many-siblings")
    assert first == "C"


def test_unmatched_terms_are_named() -> None:
    argument_map = with_texts(
        written("r: p q -> C"),
        C="Socrates is mortal.",
        p="Socrates is human.",
        q="Every Greek drinks wine.",
    )
    (rabbit,) = check(argument_map, select=["rabbit-rule"])
    hands = check(argument_map, select=["holding-hands"])

    assert rabbit.message.startswith("“mortal” in")
    assert rabbit.ids == ("C", "r", "p", "q")
    assert [problem.ids[0] for problem in hands] == ["p", "q"]
    assert hands[1].message.startswith("“Greek”, “drinks” and “wine” in")
    assert (
        check(replace(argument_map, language="fi"), select=["rabbit-rule", "holding-hands"]) == ()
    )


def test_quotes_need_sources_that_can_be_found() -> None:
    argument_map = replace(
        ArgumentMap(statements=(Statement("a", "x", cites=(Cite("s", quote="so it is"),)),)),
        sources=(),
    )
    bare = replace(argument_map, sources=(Source("s"),))
    named = replace(argument_map, sources=(Source("s", title="Minutes"),))
    assert ids(bare, "quote-without-source") == [("a", "s")]
    assert ids(named, "quote-without-source") == []
    assert ids(argument_map, "quote-without-source") == []  # an unknown source is an error already


def twice(text: str, judged: str = "") -> ArgumentMap:
    """Return a map in which a and b say the same."""
    return with_texts(written(text, judged), a="The same.", b="the same")


def merged(argument_map: ArgumentMap) -> ArgumentMap:
    (problem,) = check(argument_map, select=["duplicate-text"])
    return fix(argument_map, problem)


def can_merge(argument_map: ArgumentMap) -> bool:
    (problem,) = check(argument_map, select=["duplicate-text"])
    return fixable(argument_map, problem)


def test_merging_joins_what_both_do() -> None:
    mended = merged(twice("a -> C; b -> D; p -> b; x -x a; C -> E; D -> E"))

    assert "b" not in mended.statement_by_id
    assert {(r.premises, r.target) for r in mended.relations} == {
        (("a",), "C"), (("a",), "D"), (("p",), "a"), (("x",), "a"), (("C",), "E"), (("D",), "E"),
    }  # fmt: skip


def test_merging_loses_nothing_of_the_statements() -> None:
    argument_map = twice("a -> C; b -> D")
    argument_map = set_fields(argument_map, "a", note="One.", tags=("x", "y"), cites=(Cite("s"),))
    argument_map = set_fields(
        argument_map, "b", note="Two.", tags=("y", "z"), cites=(Cite("t"),), said_by="Somebody",
        judgement=Judgement.ACCEPTED, extra=(("x-own", 1),),
    )  # fmt: skip
    one = merged(argument_map).statement_by_id["a"]

    assert one.note == "One.\n\nTwo."
    assert one.tags == ("x", "y", "z")
    assert one.cites == (Cite("s"), Cite("t"))
    assert (one.said_by, one.judgement, one.extra) == (
        "Somebody", Judgement.ACCEPTED, (("x-own", 1),),
    )  # fmt: skip


def test_what_is_said_once_is_no_longer_implicit() -> None:
    argument_map = set_fields(twice("a -> C; b -> D"), "a", implicit=True)

    assert not merged(argument_map).statement_by_id["a"].implicit
    both = set_fields(argument_map, "b", implicit=True)
    assert merged(both).statement_by_id["a"].implicit


def test_two_relations_that_come_to_the_same_become_one() -> None:
    argument_map = twice("r1: a -> C; r2: b -> C")

    assert [r.id for r in merged(argument_map).relations] == ["r1"]
    assert not can_merge(twice("r1: a -> C; r2: b -> C; u: x -/ r2"))
    assert not can_merge(twice("r1: a -> C; r2: b -> C [2]"))


@pytest.mark.parametrize(
    "argument_map",
    [
        twice("a -> b"),
        twice("a b -> C"),
        twice("a -> C; b -> D", "a A, b R"),
        set_fields(set_fields(twice("a -> C; b -> D"), "a", title="One"), "b", title="Two"),
        replace(
            twice("a -> C; b -> D"),
            viewpoints=(Viewpoint("v", judgements=(("b", Judgement.REJECTED),)),),
        ),
    ],
)
def test_what_cannot_be_merged_without_a_decision_is_left_to_the_author(
    argument_map: ArgumentMap,
) -> None:
    assert not can_merge(argument_map)


def test_merging_what_is_judged_alike_changes_no_label() -> None:
    argument_map = twice("a -> C; b -> D; x -x D", "a b A")
    before, after = evaluate(argument_map).statements, evaluate(merged(argument_map)).statements

    assert {id_: before[id_] for id_ in after} == dict(after)
