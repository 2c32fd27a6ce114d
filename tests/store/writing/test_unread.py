"""What could not be read stays in the file while what stands around it is edited."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap, Cite, Viewpoint
from argmap.model.kinds import Judgement
from argmap.store.yaml_file import read
from tests.store.diffs import edited

BAD = ("[bad1]", "{bad2: 1}", "[bad3, {a: b}]")
GOOD = ("one", "two", "three", "four")
SOURCES = "sources: [{id: one}, {id: two}, {id: three}, {id: four}]\n"

entries = st.lists(st.sampled_from(GOOD + BAD), max_size=6)
goods = st.lists(st.sampled_from(GOOD), max_size=4)


def as_cite(word: str) -> str:
    return f"{{source: {word}}}" if word in GOOD else word


def listed(name: str, words: list[str], column: int, *, flow: bool) -> str:
    """Return a list in brackets or on lines of its own."""
    if flow or not words:
        return f"{' ' * column}{name}: [{', '.join(words)}]  # beside\n"
    lines = [f"{' ' * column}{name}:\n", *(f"{' ' * column}- {word}  # of it\n" for word in words)]
    return "".join(lines)


def left(words: list[str], text: str) -> bool:
    """Whether each bad word is in the text as often as among the words, in their order."""
    bad = [word for word in words if word in BAD]
    found = sorted((at, b) for b in BAD for at in range(len(text)) if text.startswith(b, at))
    return [b for _, b in found] == bad


@settings(deadline=None, max_examples=200)
@given(entries, entries, entries, goods, goods, goods, st.booleans(), st.booleans())
def test_lists(
    authors: list[str],
    tags: list[str],
    cites: list[str],
    new_authors: list[str],
    new_tags: list[str],
    new_cites: list[str],
    flow: bool,
    whole: bool,
) -> None:
    typed = [as_cite(word) for word in cites]
    item = listed("tags", tags, 4, flow=flow) + listed("cites", typed, 4, flow=flow)
    if whole:
        item = f"    tags: [{', '.join(tags)}]\n    cites: [{', '.join(typed)}]\n"
        body = f"  - {{id: a, text: A, {', '.join(item.strip().split(chr(10)))}}}\n"
    else:
        body = f"  - id: a\n    text: A\n{item}"
    text = f"argmap: 1\n{listed('authors', authors, 0, flow=flow)}statements:\n{body}{SOURCES}"
    reading = read(text)
    (statement,) = reading.argument_map.statements
    assert [c.source for c in statement.cites] == [word for word in cites if word in GOOD]
    assert statement.tags == tuple(word for word in tags if word in GOOD)

    changed = replace(
        statement, tags=tuple(new_tags), cites=tuple(Cite(source) for source in new_cites)
    )
    after = replace(reading.argument_map, statements=(changed,), authors=tuple(new_authors))
    new = edited(reading, after)
    again = read(new)
    assert again.argument_map == after
    assert left([*authors, *tags, *cites], new)


HELD: dict[str, Any] = {"a": Judgement.ACCEPTED, "b": Judgement.REJECTED}


@pytest.mark.parametrize(
    "written",
    [
        "{id: v, judgements: {a: rejected, b: maybe, zzz: [perhaps]}}",
        "id: v\n    judgements: {a: rejected, b: maybe, zzz: [perhaps]}",
        "id: v\n    judgements:\n      a: rejected\n      b: maybe  # odd\n      zzz: [perhaps]",
    ],
)
@pytest.mark.parametrize("judged", [{}, {"a": "accepted"}, {"b": "accepted"}, {"c": "rejected"}])
def test_judgements(written: str, judged: dict[str, str]) -> None:
    statements = "".join(f"  - {{id: {id_}, text: T}}\n" for id_ in "abc")
    reading = read(f"argmap: 1\nstatements:\n{statements}viewpoints:\n  - {written}\n")
    held = tuple((id_, Judgement(word)) for id_, word in judged.items())
    after = replace(reading.argument_map, viewpoints=(Viewpoint("v", judgements=held),))
    new = edited(reading, after)
    assert read(new).argument_map == after
    assert "zzz: [perhaps]" in new
    assert ("b: maybe" in new) == ("b" not in judged)
    assert "a: rejected" not in new


def test_a_list_of_which_nothing_could_be_read_gets_its_first_entry() -> None:
    text = "argmap: 1\nstatements:\n  - id: a\n    text: A\n    cites:\n    - [x]  # look it up\n"
    reading = read(text + SOURCES)
    (statement,) = reading.argument_map.statements
    after = replace(reading.argument_map, statements=(replace(statement, cites=(Cite("one"),)),))
    assert edited(reading, after) == text + "    - source: one\n" + SOURCES


def test_what_was_read_comes_back_around_it() -> None:
    text = "argmap: 1\nauthors: [Ann, [Ben], Cem]\n"
    reading = read(text)
    before = reading.argument_map
    nobody: ArgumentMap = replace(before, authors=())
    assert edited(reading, nobody) == "argmap: 1\nauthors: [[Ben]]\n"
    again = read("argmap: 1\nauthors: [[Ben]]\n")
    assert edited(again, before) == "argmap: 1\nauthors: [[Ben], Ann, Cem]\n"
