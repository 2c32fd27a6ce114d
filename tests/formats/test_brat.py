"""brat's standoff files: spans, relations, stances and notes; the sample is read in test_read."""

from __future__ import annotations

from pathlib import Path

import pytest

from argmap.formats.convert import loads, recognise
from argmap.formats.format import Imported
from argmap.model.kinds import Kind

SAMPLE = Path(__file__).parents[1] / "cases" / "formats" / "essay.ann"
ESSAY = """\
Should the pool open on Sundays?

The town should open its pool on Sundays. Swimming keeps people in health: doctors advise it,
as everybody has read, twice a week. Some say that staff would be dear. They forget that
students would do it for little. So the pool ought to be open on Sunday.
"""
"""What the sample annotates."""

CLAIMS = "T1\tMajorClaim 0 4\tOpen\nT2\tClaim 5 8\tFun\nT3\tPremise 9 13\tWarm\n"


def read(*lines: str) -> Imported:
    return loads(CLAIMS + "".join(f"{line}\n" for line in lines), "brat", "x.ann")


def relations(found: Imported) -> list[tuple[str, str, str]]:
    return [(r.premises[0], str(r.bearing), r.target) for r in found.argument_map.relations]


def test_every_quote_stands_in_the_text_where_its_cite_says() -> None:
    argument_map = loads(SAMPLE.read_bytes(), file=str(SAMPLE)).argument_map
    assert [source.title for source in argument_map.sources] == ["essay.txt"]
    cites = [cite for s in argument_map.statements for cite in s.cites]
    assert len(cites) == 7
    for cite in cites:
        start, end = map(int, cite.at.split("-"))
        assert ESSAY[start:end] == cite.quote


def test_a_text_without_a_name_is_a_source_all_the_same_and_no_spans_need_none() -> None:
    assert loads(CLAIMS, "brat").argument_map.sources[0].title == "Annotated text"
    assert loads("#1\tAnnotatorNotes T1\tx\n", "brat").argument_map.sources == ()


def test_claims_are_claims_and_what_premises_are_follows_from_their_relations() -> None:
    found = read("T4\tPremise 14 18\tCold", "R1\tattacks Arg1:T4 Arg2:T2",
                 "R2\tsupports Arg1:T3 Arg2:T2", "R3\tsupports Arg1:T2 Arg2:T1")  # fmt: skip
    assert [s.kind for s in found.argument_map.statements] == [
        Kind.CLAIM, Kind.CLAIM, Kind.PREMISE, Kind.REBUTTAL,
    ]  # fmt: skip


def test_spans_may_overlap_or_be_the_same() -> None:
    found = read("T4\tPremise 9 20\tWarm water.", "T5\tClaim 9 13\tWarm")
    assert [s.cites[0].at for s in found.argument_map.statements[2:]] == ["9-13", "9-20", "9-13"]
    assert found.problems == ()


@pytest.mark.parametrize(
    ("ranges", "words", "cites"),
    [
        ("0 4", "Open", [("Open", "0-4")]),
        ("0 4;10 13", "Open now", [("Open", "0-4"), ("now", "10-13")]),
        ("0 4;5 6;10 13", "Open a now", [("Open", "0-4"), ("a", "5-6"), ("now", "10-13")]),
        ("0 4;10 13", "Opennow", [("", "0-4, 10-13")]),
        ("0 4", "Open now", [("", "0-4")]),
        ("9 4", "Open", [("", "9-4")]),
    ],
)
def test_a_span_in_pieces_has_a_quote_for_each_where_the_words_fit_the_offsets(
    ranges: str, words: str, cites: list[tuple[str, str]]
) -> None:
    (statement,) = loads(f"T1\tClaim {ranges}\t{words}\n", "brat").argument_map.statements
    assert statement.text == words
    assert [(cite.quote, cite.at) for cite in statement.cites] == cites


@pytest.mark.parametrize(
    ("kind", "bearing", "scheme"),
    [
        ("supports", "supports", ""),
        ("Support", "supports", ""),
        ("attacks", "attacks", ""),
        ("Attack", "attacks", ""),
        ("Partial-Attack", "attacks", "Partial-Attack"),
        ("weakly_supports", "supports", "weakly_supports"),
    ],
)
def test_a_relation_of_a_type_of_its_own_keeps_that_as_its_scheme(
    kind: str, bearing: str, scheme: str
) -> None:
    found = read(f"R7\t{kind} Arg1:T3 Arg2:T2\t")
    (relation,) = found.argument_map.relations
    assert (relation.id, str(relation.bearing), relation.scheme) == ("R7", bearing, scheme)
    assert found.losses == ()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["A1\tStance T2 For"], [("T2", "supports", "T1")]),
        (["A1\tStance T2 Against"], [("T2", "attacks", "T1")]),
        (
            ["A1\tStance T2 Against", "T4\tMajorClaim 20 26\tLet it!"],
            [("T2", "attacks", "T1"), ("T2", "attacks", "T4")],
        ),
        (["R1\tattacks Arg1:T2 Arg2:T1", "A1\tStance T2 For"], [("T2", "attacks", "T1")]),
        (["A1\tStance T1 For"], []),
    ],
)
def test_a_stance_bears_on_every_major_claim_that_no_relation_bears_on(
    lines: list[str], expected: list[tuple[str, str, str]]
) -> None:
    found = read(*lines)
    assert relations(found) == expected
    assert (found.losses, found.problems) == ((), ())


def test_notes_stand_with_the_span_or_relation_that_they_are_about() -> None:
    found = read("#1\tAnnotatorNotes T3\tIn summer.", "#2\tAnnotatorNotes T3\tAs a rule.",
                 "#3\tAnnotatorNotes R1\tWeak.", "R1\tsupports Arg1:T3 Arg2:T2")  # fmt: skip
    assert [s.note for s in found.argument_map.statements] == ["", "", "In summer.\n\nAs a rule."]
    assert [r.note for r in found.argument_map.relations] == ["Weak."]


@pytest.mark.parametrize(
    ("line", "loss"),
    [
        ("T4\tEvidence 14 18\tCold", "types of spans that argmap does not know (1): T4 (Evidence)"),
        ("R1\trephrases Arg1:T3 Arg2:T2", "relations of other types (1): R1 (rephrases)"),
        ("A1\tCertainty T2 High", "attributes other than stances (1): A1 (Certainty)"),
        ("A1\tNegated T2", "attributes other than stances (1): A1 (Negated)"),
        ("A1\tStance T2 Undecided", "attributes other than stances (1): A1 (Stance)"),
        ("E1\tBinding:T1 Theme:T2", "events, normalizations and equivalences (1): E1"),
        ("N1\tReference T1 Wiki:5\tPool", "events, normalizations and equivalences (1): N1"),
        ("*\tEquiv T1 T2", "events, normalizations and equivalences (1): Equiv T1 T2"),
        ("#1\tAnnotatorNotes A9\tHm.", "notes on what argmap does not read (1): A9"),
    ],
)
def test_what_is_not_read_is_told_by_name(line: str, loss: str) -> None:
    found = read(line)
    assert [str(each) for each in found.losses] == [loss]
    assert found.problems == ()


@pytest.mark.parametrize("number", [0, 21])
def test_stances_without_a_major_claim_or_among_far_too_many_are_told(number: int) -> None:
    majors = "".join(f"T{n}\tMajorClaim 0 4\tOpen\n" for n in range(number))
    found = loads(f"{majors}T99\tClaim 0 4\tOpen\nA1\tStance T99 For\n", "brat")
    lost = f"stances in a text of {number} major claims (1): A1"
    assert [str(loss) for loss in found.losses] == [lost]
    assert found.argument_map.relations == ()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("T4\tClaim 14\tCold", "“T4\tClaim 14\tCold” is not an annotation of brat."),
        ("T4\tClaim 14 18", "“T4\tClaim 14 18” is not an annotation of brat."),
        ("T4 Claim 14 18 Cold", "“T4 Claim 14 18 Cold” is not an annotation of brat."),
        (
            "T4\tClaim 0 99999999999\tx",
            "“T4\tClaim 0 99999999999\tx” is not an annotation of brat.",
        ),
        ("R1\tsupports T3 T2", "“R1\tsupports T3 T2” is not an annotation of brat."),
        ("Dear diary,", "“Dear diary,” is not an annotation of brat."),
        ("T3\tClaim 14 18\tCold", "The span “T3” is named twice."),
        ("R1\tsupports Arg1:T8 Arg2:T2", "A premise is not in the file: “T8”."),
        ("R1\tsupports Arg1:T3 Arg2:T9", "What “T9” names is not in the file."),
        ("A1\tStance T8 For", "A premise is not in the file: “T8”."),
    ],
)
def test_a_line_that_cannot_be_read_is_told_with_its_number(line: str, message: str) -> None:
    found = read("", line)
    assert [(p.where.file, p.where.line, p.message) for p in found.problems] == [
        ("x.ann", 5, message)
    ]
    assert [s.text for s in found.argument_map.statements] == ["Open", "Fun", "Warm"]


def test_it_is_known_by_its_suffix_and_by_its_look() -> None:
    assert recognise("", "essay.ann").name == "brat"
    assert recognise(CLAIMS).name == "brat"
    assert recognise("A1\tStance T1 For\nT1\tClaim 0 4;9 12\tOpen up\n").name == "brat"
