"""What is offered while somebody writes, also where the text is no YAML yet."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.authoring.completion import Offer, fitting, is_free, names_in, offers
from argmap.authoring.written import Change, changed, written
from argmap.store.schema.keys import KEYS_OF, Level
from argmap.store.yaml_file import read
from tests.authoring.texts import MAP

STATEMENT = tuple(KEYS_OF[Level.STATEMENT])
STATEMENTS = ("fly", "wings", "penguins")
ANY = (*STATEMENTS, "r1")
JUDGED = (*STATEMENTS, "wings--supports--fly", "r1", "wings--attacks--r1")
QUOTES = ("quote", "at", "prefix", "suffix")
IN_MAP = tuple(KEYS_OF[Level.MAP])
HEAD, RELATIONS = MAP[: MAP.index("relations:")], MAP[: MAP.index("sources:")]


def offered(typed: str, before: str = MAP, known: str = MAP) -> list[Offer]:
    text = written(before + typed.replace("▮", ""), known=read(known).argument_map)
    return list(offers(text.text, len(before) + typed.index("▮"), names_in(text)))


def names(typed: str, before: str = MAP) -> tuple[str, ...]:
    return tuple(offer.name for offer in offered(typed, before))


@pytest.mark.parametrize(
    ("typed", "before", "meant"),
    [
        ("▮", "", IN_MAP),
        ("sum▮", "argmap: 1\ntitle: T\n", IN_MAP[2:]),
        ("  - ▮", HEAD, STATEMENT),
        ("  - id: a\n    ▮", HEAD, STATEMENT[1:]),
        ("  - id: a\n    ▮\n    kind: claim\n", HEAD, ("text", *STATEMENT[3:])),
        ("  - id: a\n    cites:\n      - ▮", HEAD, tuple(KEYS_OF[Level.CITE])),
        ("  - id: a\n    cites:\n      - source: book\n        q▮", HEAD, QUOTES),
        ("  - id: a\n    cites: [{source: book, ▮", HEAD, QUOTES),
        ("  - id: a\n    cites: [{source: ▮", HEAD, ("book",)),
        ("  - id: a\n    kind: ▮", HEAD, ("claim", "premise", "rebuttal")),
        ("  - id: a\n    kind: pr▮", HEAD, ("claim", "premise", "rebuttal")),
        ("  - id: a\n    implicit: ▮", HEAD, ("true", "false")),
        ("groups:\n  - id: air\n    parent: ▮", RELATIONS, ("air",)),
        ("  - from: [wings, ▮]\n", RELATIONS, STATEMENTS),
        ("  - from:\n      - wings\n      - ▮", RELATIONS, STATEMENTS),
        ("  - from: [wings]\n    attacks: ▮", RELATIONS, ANY),
        ("  - {from: [fly], supports: ▮", RELATIONS, ANY),
        ("      ▮", MAP, JUDGED),
        ("      wings: ▮", MAP, ("accepted", "rejected")),
        ("style: {direction: ▮", MAP, KEYS_OF[Level.STYLE]["direction"].words),
        ("style:\n  ▮", MAP, tuple(KEYS_OF[Level.STYLE])),
        ("title: ▮", "", ()),
        ("  - id: a\n    text: Some words▮", HEAD, ()),
        ("  - id: a\n    text: |\n      Some▮", HEAD, ()),
        ("  - id: a  # s▮", HEAD, ()),
        ("# s▮", MAP, ()),
        ("x-mine:\n  a▮", MAP, ()),
    ],
)  # fmt: skip
def test_what_fits_is_offered(typed: str, before: str, meant: tuple[str, ...]) -> None:
    assert names(typed, before) == meant


def test_ids_are_shown_with_their_texts() -> None:
    offer = offered("  - from: [wings]\n    supports: pen▮", RELATIONS)[2]
    assert (offer.name, offer.says, offer.becomes) == ("penguins", "Penguins cannot.", "penguins")
    assert offer.end - offer.start == len("pen")


def test_an_id_whose_item_is_not_whole_yet_is_offered() -> None:
    known = MAP.replace("statements:\n", "statements:\n  - id: new\n")
    text = known.replace("supports: fly", "supports: n▮")
    index = text.index("▮")
    now = written(text.replace("▮", ""))
    found = offers(now.text, index, names_in(now))
    assert [offer.name for offer in found if not offer.says] == ["new"]


def test_a_key_that_holds_more_lines_ends_in_a_colon_alone() -> None:
    by_name = {offer.name: offer.becomes for offer in offered("▮", "")}
    assert (by_name["title"], by_name["statements"]) == ("title: ", "statements:")


def test_a_name_that_yaml_takes_for_something_else_is_offered_in_quotes() -> None:
    known = RELATIONS.replace("id: wings", "id: 'null'").replace("wings", "'null'")
    text = f"{RELATIONS}  - from: [fly]\n    supports: "
    last = written(text, known=read(known).argument_map)
    offer = offers(text, len(text), names_in(last))
    assert {o.becomes for o in offer if o.name == "null"} <= {'"null"'}


@settings(deadline=None)
@given(st.integers(0, len(MAP)), st.text(alphabet="-:{}[]# \n\tab\"'|", max_size=6))
def test_anywhere_in_any_text_something_sane_is_offered(cut: int, typed: str) -> None:
    text = MAP[:cut] + typed
    for index in (cut, len(text)):
        for offer in offers(text, index, names_in(written(MAP))):
            assert 0 <= offer.start <= offer.end == index
            after = changed(text, [Change(offer.start, offer.end, offer.becomes)])
            assert after.startswith(text[: offer.start] + offer.becomes)


def fits(typed: str, most: int = 9) -> tuple[str, ...]:
    lines = f"{RELATIONS}  - from: [wings]\r\n    supports: {typed}".splitlines(keepends=True)
    line, column = len(lines) - 1, len(lines[-1])
    found = fitting(lines, line, column, names_in(written(MAP)), most)
    assert all((offer.start, offer.end) == (len("    supports: "), column) for offer in found)
    return tuple(offer.name for offer in found)


def test_what_fits_a_word_begins_with_it_then_holds_it_then_says_it() -> None:
    assert fits("") == ANY
    assert fits("w") == ("wings",)
    assert fits("FL") == ("fly",)
    assert fits("in") == ("wings", "penguins")
    assert fits("ing") == ("wings",)
    assert fits("cannot") == ("penguins",)
    assert fits("", most=2) == ANY[:2]
    assert fits("xyz") == ()


def test_what_stands_far_away_is_found() -> None:
    many = "".join(f"  - id: s{number}\n    text: T\n" for number in range(30_000))
    text = f"argmap: 1\nstatements:\n{many}    k"
    found = offers(text, len(text), names_in(written(MAP)))
    assert [offer.name for offer in found] == [n for n in STATEMENT if n not in ("id", "text")]


@pytest.mark.parametrize(
    ("before", "meant"),
    [
        ("  - text: Some", True),
        ("title: T", True),
        ("    kind: cl", False),
        ("    supports: a", False),
        ("    kind: claim # n", True),
        ("  - {id: a, text: b, k", False),
        ("    te", False),
    ],
)
def test_where_one_writes_freely_nothing_can_be_foreseen(before: str, meant: bool) -> None:
    assert is_free(before) is meant
