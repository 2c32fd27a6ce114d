"""Rationale's scripts: only the calls that build a map count, whatever stands around them."""

from __future__ import annotations

import pytest

from argmap.formats.convert import loads
from argmap.formats.format import Imported
from argmap.model.kinds import Bearing
from tests.formats.shapes import told


def script(*lines: str, version: str = "160.66") -> Imported:
    return loads("\n".join([f"#Rationale Version {version} x", *lines]), "rationale", "x.rtnl")


def shape(found: Imported) -> list[tuple[list[str], str, str]]:
    m = found.argument_map
    words = {s.id: s.text for s in m.statements}
    return [
        ([words[p] for p in r.premises], str(r.bearing), words.get(r.target, "step"))
        for r in m.relations
    ]


CLAIM = ('a = Create("Claim")', 'SetText("A")')


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("Reason", [(["B"], "supports", "A")]),
        ("Objection", [(["B"], "attacks", "A")]),
        ("Claim", [(["B"], "supports", "A")]),
        ("Inference", []),
        ("Basis", []),
    ],
)
def test_a_box_that_says_something_itself(
    kind: str, expected: list[tuple[list[str], str, str]]
) -> None:
    found = script(*CLAIM, f'b = CreateChild(a, "{kind}")', 'SetText("B")')
    assert shape(found) == expected


@pytest.mark.parametrize(
    ("kind", "bearing"),
    [
        ("CompoundReason", "supports"), ("Reason", "supports"),
        ("CompoundObjection", "attacks"), ("Objection", "attacks"),
    ],
)  # fmt: skip
def test_a_box_that_holds_claims_links_them(kind: str, bearing: str) -> None:
    found = script(
        *CLAIM,
        f'b = CreateChild(a, "{kind}")',
        *('c = CreateChild(b, "Claim")', 'SetText("C")'),
        *('d = CreateChild(b, "Claim")', 'SetText("D")'),
    )
    assert shape(found) == [(["C", "D"], bearing, "A")]


def test_what_stands_under_an_inference_bears_on_the_step() -> None:
    found = script(
        *CLAIM,
        'b = CreateChild(a, "CompoundReason")',
        *('c = CreateChild(b, "Claim")', 'SetText("C")'),
        'i = CreateChild(b, "Inference")',
        *('o = CreateChild(i, "CompoundObjection")', 'd = CreateChild(o, "Claim")', 'SetText("D")'),
        *('p = CreateChild(i, "Reason")', 'SetText("E")'),
        'q = CreateChild(c, "CompoundObjection")',
    )
    assert shape(found) == [
        (["C"], "supports", "A"),
        (["D"], "attacks", "step"),
        (["E"], "supports", "step"),
    ]
    relations = found.argument_map.relations
    assert [r.target for r in relations[1:]] == [relations[0].id] * 2
    assert [r.bearing for r in relations] == [Bearing.SUPPORTS, Bearing.ATTACKS, Bearing.SUPPORTS]


@pytest.mark.parametrize(
    ("call", "text"),
    [
        (r'SetText("A \"b\" \\ c\nd")', 'A "b" \\ c\nd'),
        ('SetText( "A\nB" )', "A\nB"),
        ('SetText(a, "A")', "A"),
        ('SetText(a , "A", 12)', "A"),
        ('   SetText("A")', "A"),
        ('app.SetText(a, "A")', "A"),
        ('SetText("")', ""),
        ("SetText(a)", ""),
        ("SetText(os.getcwd())", ""),
        ("SetText('A')", ""),
        ('# SetText("A")', ""),
        ('x = [SetText("A")]', ""),
    ],
)
def test_which_words_are_a_text(call: str, text: str) -> None:
    found = script('a = Create("Claim")', call)
    assert [s.text for s in found.argument_map.statements] == [text]
    assert found.problems == ()


def test_a_text_is_set_on_the_box_that_is_named_or_else_on_the_last() -> None:
    found = script(
        *CLAIM,
        *('b = CreateChild(a, "Claim")', 'SetText("B")', 'SetText(a, "Again A")'),
        'SetNodeNotes(a, "N")',
        'SetNodeNotes("M")',
        *('n = CreateAnnotation(a, "Note")', 'SetText("O")'),
    )
    statements = found.argument_map.statements
    assert [(s.text, s.note) for s in statements] == [("Again A", "N\n\nO"), ("B", "M")]


def test_the_older_dialect_counts_children_by_their_place() -> None:
    found = script(
        'node0 = app.Create("Claim")',
        'app.SetText(node0[0], "A")',
        'app.CreateChild(node0[0], "Claim")',
        'app.CreateChild(node0[0], "Objection")',
        'app.CreateChild(node0[0][1], "Claim")',
        'app.SetText(node0[0][1], "C")',
        'app.SetText(node0[0][1][0], "D")',
        'app.SetText(node0[0][0], "B")',
        version="1.09",
    )
    assert shape(found) == [
        (["B"], "supports", "A"),
        (["C"], "attacks", "A"),
        (["D"], "supports", "C"),
    ]


@pytest.mark.parametrize(
    ("version", "told"),
    [("1.08", ["warning"]), ("1.09", []), ("120.53", []), ("160.66", [])],
)
def test_the_version_that_nobody_knows_well_is_told(version: str, told: list[str]) -> None:
    assert [p.severity for p in script(*CLAIM, version=version).problems] == told


def test_what_is_left_out_is_told_with_its_line() -> None:
    found = script(
        *CLAIM,
        'SetEvaluation(a, "Accepted")',
        'SetTint(a, "Red")',
        'SetHyperlink(a, "https://example.org")',
        *('n = Create("Note")', 'SetText("Alone")'),
        'CreateChild(ghost, "Claim")',
        "GetFernViews()",
    )
    assert [str(loss) for loss in found.losses] == [
        "what SetEvaluation says (1): line 4",
        "what SetHyperlink says (1): line 6",
        "notes that belong to no claim (1): Alone",
    ]
    assert [str(p) for p in found.problems] == [
        "x.rtnl:9:1: error import “ghost” is not in the file, so nothing can stand under it."
    ]


def test_a_script_of_other_things_is_an_empty_map() -> None:
    found = script("import os", "def Create(kind): return 1", 'Created("Claim")', 'SetText("A")')
    assert found.argument_map.statements == ()
    assert found.problems == ()


HEAD = "#Rationale Version 160.66\n#-- End of Prelude --\n"


def test_boxes_of_other_kinds_and_what_else_is_said_is_told() -> None:
    found = loads(
        HEAD + 'a = Create("Claim")\nSetText("A")\nb = CreateChild(a, "CompoundReason")\n'
        'SetText("Together")\nc = CreateChild(b, "Basis")\nSetText("A law")\n'
        'd = CreateAnnotation(b, "Note")\nSetText("Why so")\nSetTint(a, "red")\n'
        'SetOwner(a, "Ann")\nDrawPicture("b.png")\n',
        "rationale",
    )
    assert told(found) == [
        "what SetOwner says (1): line 12",
        "boxes that are no claims (2): CompoundReason: Together, Basis: A law",
        "notes that belong to no claim (1): Why so",
        "what other lines say (1): line 13",
    ]
