"""Which part of a map goes on which page, where a page is full with so many cards."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap
from argmap.paging.branches import branches
from argmap.paging.divide import Part, Readable, divide
from argmap.paging.references import references, shown
from tests.placing.maps import map_of, tangles, tie, trees

SIZES = st.integers(1, 8)


def divided(argument_map: ArgumentMap, most: int) -> list[Part]:
    """Return the parts of a map where a page holds so many cards, and two fewer comfortably."""

    def holds(cards: int, part: Part) -> bool:
        return len(shown(argument_map, part).statements) <= cards

    readable = Readable(lambda part: holds(most, part), lambda part: holds(most - 2, part))
    return divide(branches(argument_map), readable)


def told(argument_map: ArgumentMap, most: int) -> list[dict[str, str]]:
    parts = divided(argument_map, most)
    found = references(branches(argument_map), parts)
    return [{id_: one.words for id_, one in page.items()} for page in found]


@given(st.one_of(trees(), tangles()), SIZES)
def test_every_relation_is_on_one_page_and_every_card_on_some(
    argument_map: ArgumentMap, most: int
) -> None:
    parts = divided(argument_map, most)
    counted = Counter(relation.id for part in parts for relation in part.relations)
    assert counted == Counter(relation.id for relation in argument_map.relations)
    seen = {s.id for part in parts for s in shown(argument_map, part).statements}
    assert seen == set(argument_map.statement_by_id)


@given(st.one_of(trees(), tangles()), SIZES)
def test_a_step_and_what_bears_on_it_are_never_torn(argument_map: ArgumentMap, most: int) -> None:
    for part in divided(argument_map, most):
        here = shown(argument_map, part)
        for relation in here.relations:
            assert here.item(relation.target)
            assert all(premise in here.statement_by_id for premise in relation.premises)
            assert here.relations_on(relation.id) == argument_map.relations_on(relation.id)


@given(trees(), SIZES)
def test_a_page_is_full_only_where_one_step_fills_it(argument_map: ArgumentMap, most: int) -> None:
    found = branches(argument_map)
    for part in divided(argument_map, most):
        if len(shown(argument_map, part).statements) > most:
            heads = len(part.heads)
            steps = [r for r in part.relations if r.target in argument_map.statement_by_id]
            assert heads == 1
            assert found.with_sides(steps[:1]) == list(part.relations)


@given(st.one_of(trees(), tangles()), SIZES)
def test_every_page_is_found_from_the_first_and_leads_back(
    argument_map: ArgumentMap, most: int
) -> None:
    parts = divided(argument_map, most)
    found = references(branches(argument_map), parts)
    roots = {branch.head for branch in branches(argument_map).roots}
    for number, (part, page) in enumerate(zip(parts, found, strict=True), 1):
        begun = set(part.heads) & roots
        for head in set(part.heads) - roots:
            assert page[head].words == f"from page {page[head].pages[0]}"
            (back,) = page[head].pages
            assert back < number
            assert number in found[back - 1][head].pages
        assert begun or part.heads


@given(st.one_of(trees(), tangles()))
def test_what_fits_on_a_page_is_one_without_references(argument_map: ArgumentMap) -> None:
    parts = divided(argument_map, 100)
    assert len(parts) == 1
    assert shown(argument_map, parts[0]) == argument_map
    assert references(branches(argument_map), parts) == [{}]


CHAIN = map_of(*(tie(f"r{n}", f"c{n + 1}", f"c{n}") for n in range(6)))
SIBLINGS = map_of(*(tie(f"r{n}", f"p{n}", "c") for n in range(9)))
BRANCHES = map_of(
    tie("ra", "a", "c"),
    tie("rb", "b", "c"),
    *(tie(f"ra{n}", f"a{n}", "a") for n in range(6)),
    *(tie(f"rb{n}", f"b{n}", "b") for n in range(6)),
)


def test_a_chain_goes_on_from_page_to_page() -> None:
    assert told(CHAIN, 4) == [
        {"c1": "→ page 2"},
        {"c1": "from page 1", "c2": "→ page 3"},
        {"c2": "from page 2", "c3": "→ page 4"},
        {"c3": "from page 3"},
    ]


def test_too_many_siblings_go_on_under_the_same_card() -> None:
    assert told(SIBLINGS, 5) == [
        {"c": "→ pages 2, 3"},
        {"c": "from page 1"},
        {"c": "from page 1"},
    ]


def test_an_overview_leads_to_a_page_for_each_branch() -> None:
    assert told(BRANCHES, 7) == [
        {"a": "→ page 2", "b": "→ page 3"},
        {"a": "from page 1"},
        {"b": "from page 1"},
    ]


def test_small_branches_share_a_page() -> None:
    assert told(BRANCHES, 16) == [{}]
    assert told(BRANCHES, 14)[1:] == [{"b": "from page 1"}]


def test_a_statement_that_stands_elsewhere_says_where() -> None:
    twice = map_of(*BRANCHES.relations, tie("again", "a0", "b0"), tie("more", "x0", "a0"))
    pages = told(twice, 8)
    assert pages[0] == {"a": "→ page 2", "b": "→ page 3"}
    assert pages[2]["a0"] in {"→ page 2", "also on page 2"}
