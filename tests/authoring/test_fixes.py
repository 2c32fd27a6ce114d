"""What mends a problem of a text: the first way is what was meant."""

from __future__ import annotations

import pytest

from argmap.authoring.fixes import Fix, fixes
from argmap.authoring.problems import findings
from argmap.authoring.written import changed, written
from argmap.store.yaml_file import BOM, read
from tests.authoring.texts import MAP


def ways(text: str, code: str) -> list[Fix]:
    made = written(text)
    found = next(each for each in findings(made) if each.problem.code == code)
    return list(fixes(made, found))


@pytest.mark.parametrize(
    ("meant", "typed", "code"),
    [
        ("    kind: premise\n", "    kind premise\n", "not-yaml"),
        ("    kind: premise\n", "   kind: premise\n", "not-yaml"),
        ("  - from: [wings]\n    supports", "  - from: [wings\n    supports", "not-yaml"),
        ("relations:\n", "relations\n", "not-yaml"),
        ("    kind: premise\n", "\tkind: premise\n", "tab"),
        ("argmap: 1\n", "", "no-version"),
        ("argmap: 1\n", "argmap 1\n", "no-version"),
        ("argmap: 1\n", "argmap: one\n", "bad-version"),
        ("id: penguins", "id: pen guins", "bad-value"),
        ("  - id: air\n", "  - id:\n", "missing-key"),
    ],
)
@pytest.mark.parametrize("start", ["", BOM])
def test_the_first_way_is_what_was_meant(meant: str, typed: str, code: str, start: str) -> None:
    assert MAP.count(meant) == 1
    text = start + MAP.replace(meant, typed)
    first, *others = ways(text, code)
    wish = {"pen guins": "pen-guins", "  - id:\n": "id: in-the-air"}
    after = changed(text, first.changes)
    if code in ("bad-value", "missing-key"):
        assert next(w for key, w in wish.items() if key in typed or typed.endswith(key)) in after
        return
    assert after == start + MAP
    assert not others


def test_all_lines_that_the_reader_knows_are_put_right_at_once() -> None:
    text = MAP.replace("    kind: premise\n    text: ", "\tkind: premise\n\ttext: ")
    one, all_ = ways(text, "tab")
    assert one.name == "Begin it in column 5"
    assert all_.name == "Put all 2 lines right"
    assert changed(text, all_.changes) == MAP


@pytest.mark.parametrize("text", ["", "title: Birds\n", "# Notes\n", "---\ntitle: Birds\n"])
def test_a_map_that_is_only_begun_gets_its_first_line(text: str) -> None:
    (fix,) = ways(text, "no-version")
    assert not read(changed(text, fix.changes)).problems


CONFLICT = MAP.replace(
    "  - id: penguins\n",
    "<<<<<<< ours\n  - id: eggs\n    text: Birds lay eggs.\n=======\n  - id: nests\n"
    "    text: Birds build nests.\n>>>>>>> theirs\n  - id: penguins\n",
)


@pytest.mark.parametrize(("at", "kept"), [(0, ["eggs"]), (1, ["nests"]), (2, ["eggs", "nests"])])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_either_side_of_a_conflict_can_be_kept_or_both(
    at: int, kept: list[str], newline: str
) -> None:
    text = CONFLICT.replace("\n", newline)
    found = ways(text, "merge-conflict")
    assert [fix.name.partition(":")[0] for fix in found] == [
        "Keep ours",
        "Keep theirs",
        "Keep both",
    ]
    assert "`- id: nests`" in found[1].name
    after = changed(text, found[at].changes)
    assert read(after).problems == ()
    assert [s.id for s in read(after).argument_map.statements] == [
        "fly",
        "wings",
        *kept,
        "penguins",
    ]


def test_of_two_versions_with_their_common_one_that_one_goes() -> None:
    text = CONFLICT.replace("=======", "||||||| base\n  - id: old\n    text: Old.\n=======")
    for fix in ways(text, "merge-conflict"):
        assert "old" not in changed(text, fix.changes)
        assert not read(changed(text, fix.changes)).problems


def test_what_is_named_and_nowhere_can_be_added() -> None:
    text = MAP.replace("supports: fly", "supports: zebra-crossing")
    (fix,) = ways(text, "unknown-id")
    assert fix.name == "Add a statement “zebra-crossing”"
    reading = read(changed(text, fix.changes))
    assert reading.argument_map.statement_by_id["zebra-crossing"].text == "Zebra crossing."
    assert not reading.problems


@pytest.mark.parametrize(
    ("old", "new", "id_"), [("source: book", "source: qqq", "qqq"), ("group: air", "group: w", "w")]
)
def test_sources_and_groups_too(old: str, new: str, id_: str) -> None:
    text = MAP.replace(old, new)
    (fix,) = ways(text, "unknown-id")
    assert id_ in read(changed(text, fix.changes)).argument_map.ids
    assert not read(changed(text, fix.changes)).problems


def test_a_second_item_of_a_name_gets_another() -> None:
    text = MAP.replace("id: penguins", "id: fly")
    (fix,) = ways(text, "duplicate-id")
    assert fix.name == "Change “fly” to “fly-2”"


def test_an_item_without_an_id_gets_one_from_its_text() -> None:
    text = MAP.replace("  - id: penguins\n    kind: rebuttal\n    ", "  - ")
    (fix,) = ways(text, "missing-key")
    assert fix.name == "Call it “penguins-cannot”"
    assert "penguins-cannot" in read(changed(text, fix.changes)).argument_map.statement_by_id
    flow = MAP.replace("relations:", "  - {text: Eggs too.}\nrelations:")
    (fix,) = ways(flow, "missing-key")
    assert "- {id: eggs-too, text: Eggs too.}" in changed(flow, fix.changes)


def test_a_bare_sentence_becomes_a_statement() -> None:
    text = MAP.replace("relations:", "  - Birds lay eggs.\nrelations:")
    (fix,) = ways(text, "bad-item")
    after = read(changed(text, fix.changes))
    assert after.argument_map.statement_by_id["birds-lay-eggs"].text == "Birds lay eggs."


def test_an_item_whose_first_key_lacks_its_colon_gets_it() -> None:
    text = MAP.replace("  - from: [wings]\n    attacks: r1\n", "  - from [wings]\n")
    (fix,) = ways(text, "bad-item")
    assert "  - from: [wings]\nsources" in changed(text, fix.changes)


def test_a_key_of_nobody_can_be_the_authors_own() -> None:
    text = MAP.replace("weight: 2", "zzz: 2")
    (fix,) = ways(text, "unknown-key")
    assert "    x-zzz: 2\n" in changed(text, fix.changes)


@pytest.mark.parametrize(
    ("typed", "code"), [("-id: penguins", "unknown-key"), ("id: penguins", "duplicate-key")]
)
def test_a_dash_that_lacks_its_blank_or_is_not_there_begins_an_item(typed: str, code: str) -> None:
    text = MAP.replace("  - id: penguins", f"    {typed}")
    (fix,) = ways(text, code)
    assert fix.name == "Begin an item, `- id:`"
    assert changed(text, fix.changes) == MAP


def test_what_is_known_well_is_not_offered_otherwise() -> None:
    (fix,) = ways(MAP.replace("supports: fly", "supports: fyl"), "unknown-id")
    assert fix.name == "Change “fyl” to “fly”"
