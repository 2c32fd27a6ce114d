"""Ids: hover, definition, uses, and renaming everywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.authoring.naming import about, definition, hover, renaming, uses
from argmap.authoring.written import changed, written
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap
from argmap.store.yaml_file import dumps, read
from tests.authoring.texts import MAP, at
from tests.store.maps import maps, normal


def test_the_definition_of_a_name_is_its_id() -> None:
    text, index = at(MAP.replace("supports: fly", "supports: f▮ly"))
    found = definition(text, index)
    assert found
    assert text.text[: found.start].endswith("- id: ")
    assert found.said == "fly"


def test_a_key_has_no_definition() -> None:
    assert definition(*at(MAP.replace("supports: fly", "sup▮ports: fly"))) is None


def test_all_uses_of_an_id_are_found() -> None:
    found = uses(written(MAP), "r1")
    assert [MAP[spot.start - 9 : spot.end] for spot in found] == ["attacks: r1", "ed\n      r1"]


def test_behind_a_name_stands_what_it_is_and_bears_on() -> None:
    assert hover(*at(MAP.replace("[wings]\n    supp", "[wi▮ngs]\n    supp"))).split("\n\n") == [
        r"Premise: Birds have \*wings\*.",
        r"“Birds have \*wings\*.” supports “Birds can fly.”",
        r"“Birds have \*wings\*.” attacks “r1”",
    ]


def test_behind_a_relation_stands_what_it_relates() -> None:
    assert about(read(MAP).argument_map, "r1")[0] == "“Penguins cannot.” attacks “Birds can fly.”"


def test_several_premises_bear_together() -> None:
    text = MAP.replace("[wings]\n    supports", "[wings, penguins]\n    supports")
    said = about(read(text).argument_map, "fly")
    assert "“Birds have *wings*.” + “Penguins cannot.” support “Birds can fly.”" in said


def test_of_sources_and_groups_the_title_is_shown() -> None:
    assert hover(*at(MAP.replace("source: book", "source: bo▮ok"))) == "The book of birds"
    assert hover(*at(MAP.replace("group: air", "group: a▮ir"))) == "In the air"


def test_a_key_says_what_it_means() -> None:
    assert hover(*at(MAP.replace("    kind: premise", "    ki▮nd: premise"))) == (
        "Its role; if absent it follows from its relations. One of claim, premise, rebuttal."
    )


def test_texts_say_nothing() -> None:
    assert not hover(*at(MAP.replace("Birds can", "Birds ▮can")))


def test_an_id_is_renamed_everywhere() -> None:
    after = changed(MAP, renaming(written(MAP), "fly", "flight"))
    meant = MAP
    for place in ("id: {}\n", "supports: {}\n", "attacks: {}\n", " {}: accepted"):
        meant = meant.replace(place.format("fly"), place.format("flight"))
    assert after == meant


@pytest.mark.parametrize("new", ["", "a b", "-a", "x" * 65, "ä"])
def test_what_cannot_be_an_id_is_refused(new: str) -> None:
    with pytest.raises(ArgmapError, match="cannot be an id"):
        renaming(written(MAP), "fly", new)


@pytest.mark.parametrize("new", ["wings", "r1", "book", "air", "ann"])
def test_an_id_in_use_is_refused(new: str) -> None:
    with pytest.raises(ArgmapError, match="already in use"):
        renaming(written(MAP), "fly", new)


def test_a_name_that_only_something_unread_has_is_in_use() -> None:
    text = MAP.replace("[wings]\n    supports: fly", "[wings]\n    supports: flight")
    with pytest.raises(ArgmapError, match="already in use"):
        renaming(written(text), "fly", "flight")


def test_a_name_of_nothing_is_not_renamed() -> None:
    with pytest.raises(ArgmapError, match="Nothing in this text"):
        renaming(written(MAP), "nothing", "something")


def test_while_a_merge_is_unsettled_nothing_is_renamed() -> None:
    text = MAP + "conflicts:\n  - {id: fly, key: supports, ours: fly, theirs: wings}\n"
    with pytest.raises(ArgmapError, match="conflicts"):
        renaming(written(text), "fly", "flight")


def test_a_name_that_yaml_takes_for_something_else_is_put_in_quotes() -> None:
    after = changed(MAP, renaming(written(MAP), "fly", "null"))
    assert read(after).argument_map.statement_by_id["null"].text == "Birds can fly."


def test_judgements_of_a_relation_without_an_id_follow() -> None:
    text = MAP.replace("fly: accepted", "wings--supports--fly: rejected")
    assert not read(text).problems
    after = read(changed(text, renaming(written(text), "wings", "feathers")))
    assert not after.problems
    viewpoint = after.argument_map.viewpoint_by_id["ann"]
    assert viewpoint.judgements[0][0] == "feathers--supports--fly"


@settings(deadline=None, max_examples=80)
@given(maps().filter(lambda m: bool(m.statements)), st.data())
def test_renaming_leaves_the_map_equal_up_to_the_id(
    argument_map: ArgumentMap, data: st.DataObject
) -> None:
    argument_map = normal(replace(argument_map, conflicts=()))
    text = written(dumps(argument_map))
    old = data.draw(st.sampled_from(sorted(text.defined)))
    new = data.draw(st.sampled_from(("fresh-id", "null", "12", "1e3", "true")))
    after = read(changed(text.text, renaming(text, old, new)))
    assert after.argument_map == normal(renamed(argument_map, {old: new}))


def renamed(argument_map: ArgumentMap, names: dict[str, str]) -> ArgumentMap:
    """Return the map with an id replaced wherever the model has one."""
    before = normal(argument_map)
    relations = tuple(
        replace(
            r,
            id=names.get(r.id, r.id),
            premises=tuple(names.get(p, p) for p in r.premises),
            target=names.get(r.target, r.target),
        )
        for r in before.relations
    )
    again = normal(replace(before, relations=relations))
    moved = {old.id: new.id for old, new in zip(before.relations, again.relations, strict=True)}
    names = {**moved, **names}

    def name(id_: str) -> str:
        return names.get(id_, id_)

    return replace(
        again,
        statements=tuple(
            replace(
                s,
                id=name(s.id),
                group=name(s.group),
                cites=tuple(replace(c, source=name(c.source)) for c in s.cites),
            )
            for s in before.statements
        ),
        sources=tuple(replace(s, id=name(s.id)) for s in before.sources),
        groups=tuple(replace(g, id=name(g.id), parent=name(g.parent)) for g in before.groups),
        viewpoints=tuple(
            replace(v, id=name(v.id), judgements=tuple((name(i), j) for i, j in v.judgements))
            for v in before.viewpoints
        ),
    )
