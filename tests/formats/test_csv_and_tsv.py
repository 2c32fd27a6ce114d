"""Tables: separators, headings of others, steps, and cells that mean nothing or too much."""

from __future__ import annotations

import pytest
from hypothesis import given

from argmap.formats.convert import dumps, loads
from argmap.formats.csv_and_tsv import CSV_FORMAT
from argmap.formats.losses.features import reduce
from argmap.model.argument_map import ArgumentMap, Group, Relation, Statement
from argmap.model.kinds import Basis, Bearing, Judgement, Kind
from tests.formats.maps import NASTY, texts
from tests.formats.shapes import shape

PRO, CON = Bearing.SUPPORTS, Bearing.ATTACKS


def table(*rows: str) -> ArgumentMap:
    found = loads("".join(f"{row}\n" for row in rows), "csv")
    assert (found.problems, found.losses) == ((), ())
    return found.argument_map


def told(*rows: str) -> list[str]:
    found = loads("".join(f"{row}\n" for row in rows), "csv")
    problems = [f"{p.where.line}: {p.message}" for p in found.problems]
    return [*map(str, found.losses), *problems]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_what_the_first_line_has_most_of(separator: str) -> None:
    rows = [["id", "text", "target"], ["1", '"A, B; C"', ""], ["2", "D", "1"]]
    m = table(*(separator.join(row) for row in rows))
    assert [s.text for s in m.statements] == ["A, B; C", "D"]
    assert [(r.premises, r.target) for r in m.relations] == [(("2",), "1")]


@pytest.mark.parametrize(
    "heading",
    [
        "id,text,target,relation",
        "Key,Claim,Parent,Type",
        "nr,STATEMENT,parent id,rel",
        "No,Content,to,Bearing",
        " number , label , parent_id , relation ",
    ],
)
def test_headings_that_others_use(heading: str) -> None:
    m = table(heading, "a,A,,", "b,B,a,con")
    assert [s.id for s in m.statements] == ["a", "b"]
    assert [(r.target, r.bearing) for r in m.relations] == [("a", CON)]


@pytest.mark.parametrize(
    ("word", "bearing"),
    [
        ("", PRO), ("supports", PRO), ("Support", PRO), (" pro ", PRO), ("reason", PRO),
        ("premise", PRO), ("+", PRO), ("ATTACKS", CON), ("attack", CON), ("Con", CON),
        ("objection", CON), ("rebuttal", CON), ("-", CON),
    ],
)  # fmt: skip
def test_words_for_support_and_attack(word: str, bearing: Bearing) -> None:
    m = table("id,text,target,relation", "1,A,,", f"2,B,1,{word}")
    assert [r.bearing for r in m.relations] == [bearing]


@pytest.mark.parametrize(
    ("heading", "cell", "name", "value"),
    [
        ("kind", "Rebuttal", "kind", Kind.REBUTTAL),
        ("title", "T", "title", "T"),
        ("note", "N", "note", "N"),
        ("tags", r"a; b\;c ;;d\\", "tags", ("a", "b;c", "d\\")),
        ("said by", "Ann", "said_by", "Ann"),
        ("group", "G", "group", "g"),
        ("implicit", "X", "implicit", True),
        ("implicit", "Yes", "implicit", True),
        ("implicit", "1", "implicit", True),
        ("implicit", "false", "implicit", False),
        ("implicit", "0", "implicit", False),
        ("basis", "Common-Knowledge", "basis", Basis.COMMON_KNOWLEDGE),
        ("judgement", "accepted", "judgement", Judgement.ACCEPTED),
        ("credence", "0", "credence", 0.0),
        ("credence", "1", "credence", 1.0),
        ("credence", " .5 ", "credence", 0.5),
    ],
)
def test_a_column_of_statements(heading: str, cell: str, name: str, value: object) -> None:
    m = table(f"id;text;{heading}", f'1;A;"{cell}"')
    assert getattr(m.statements[0], name) == value


@pytest.mark.parametrize(
    ("heading", "cell", "name", "value"),
    [
        ("weight", "2", "weight", 2),
        ("weight", "1e12", "weight", 1e12),
        ("weight", "0.01", "weight", 0.01),
        ("scheme", "sign", "scheme", "sign"),
        ("rejected", "true", "rejected", True),
        ("relation note", "N", "note", "N"),
        ("step", "s", "id", "s"),
        ("step", "not an id", "id", "r"),
    ],
)
def test_a_column_of_relations(heading: str, cell: str, name: str, value: object) -> None:
    m = table(f"id,text,target,{heading}", "1,A,,", f"2,B,1,{cell}")
    assert getattr(m.relations[0], name) == value


@pytest.mark.parametrize(
    ("heading", "cell"),
    [
        ("kind", "opinion"), ("basis", "hearsay"), ("judgement", "open"), ("implicit", "perhaps"),
        ("credence", "1.01"), ("credence", "-0.1"), ("credence", "nan"), ("credence", "high"),
        ("weight", "0"), ("weight", "-1"), ("weight", "inf"), ("weight", "heavy"),
        ("rejected", "maybe"),
    ],
)  # fmt: skip
def test_a_cell_that_means_nothing_in_its_column_is_told(heading: str, cell: str) -> None:
    rows = (f"id,text,target,{heading}", "1,A,,", f"2,B,1,{cell}")
    assert told(*rows) == [f"3: “{cell}” is not understood as “{heading}”; it is left out."]
    plain, odd = (loads("\n".join(r), "csv").argument_map for r in ((*rows[:2], "2,B,1,"), rows))
    assert odd == plain


def test_rows_of_one_step_are_linked_and_a_target_may_be_a_step() -> None:
    m = table(
        "id,text,target,step,relation",
        "1,A,,,", "2,B,1,s,con", "3,C,1,s,", "4,D,s,u,con", "4,,1,,pro", "5,E,u,,",
    )  # fmt: skip
    relations = [(r.id, r.premises, r.bearing, r.target) for r in m.relations]
    assert relations == [
        ("s", ("2", "3"), CON, "1"),
        ("u", ("4",), CON, "s"),
        ("r", ("4",), PRO, "1"),
        ("r-2", ("5",), PRO, "u"),
    ]


def test_a_step_and_a_statement_of_one_name_are_two_things() -> None:
    m = table("id,text,target,step", "1,A,,", "2,B,1,1", "3,C,1,2", "4,D,2,3")
    assert [(r.premises, r.target) for r in m.relations] == [
        (("2",), "1"),
        (("3",), "1"),
        (("4",), "2"),
    ]


def test_rows_without_an_id_are_statements_of_their_own() -> None:
    m = table("id,text,target", ",A,", "2,A,", ",B,2", ",,2")
    assert [(s.id, s.text) for s in m.statements] == [
        ("a", "A"),
        ("2", "A"),
        ("b", "B"),
        ("statement", ""),
    ]
    assert [r.premises for r in m.relations] == [("b",), ("statement",)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["id,text,shoe,", "1,A,9,"], ["columns (1): shoe"]),
        (["id,text,claim", "1,A,B"], ["columns (1): claim"]),
        (["id,text", "1,A,B"], ["2: A cell of this row has no heading; it is left out."]),
        (["id,text,", "1,A,", "2,B,C"],
         ["3: A cell of this row has no heading; it is left out."]),
        (["id,text,said by", "1,A,Ann", "1,B,Bob"],
         ["3: “1” has another “text” here; the first one counts.",
          "3: “1” has another “said_by” here; the first one counts."]),
        (["id,text,target,step,weight", "1,A,,,", "2,B,1,s,2", "3,C,2,s,2", "4,D,1,s,"],
         ["4: The step “s” has another “target” here; the first one counts."]),
        (["id,text,relation", "1,A,claim", "2,B,con"],
         ["3: This row does not say what it bears on."]),
        (["id,text,target,relation", "1,A,,", "2,B,1,hmm"],
         ["3: “hmm” is neither supports nor attacks; it is read as a support."]),
        (["id,text", "", "1,A", ",", "2"], []),
    ],
)  # fmt: skip
def test_what_a_map_cannot_take_over_is_told(rows: list[str], expected: list[str]) -> None:
    assert told(*rows) == expected


@pytest.mark.parametrize("first", ["sep=;", '"sep=;"', "SEP=;", "sep=;\r"])
def test_a_first_line_may_name_the_separator(first: str) -> None:
    found = loads(f"{first}\nid;text;a,b,c,d,e\n1;A;B;C\n", "csv")
    assert [s.text for s in found.argument_map.statements] == ["A"]
    assert [p.where.line for p in found.problems] == [3], "lines count from the first of the file"


def test_a_column_may_be_called_by_what_a_statement_does() -> None:
    rows = "id,text,supports,attacks\n1,A,,\n2,B,1,\n3,C,,2\n4,D,1,2\n"
    found = loads(rows, "csv")
    assert [(r.premises, r.bearing, r.target) for r in found.argument_map.relations] == [
        (("2",), PRO, "1"),
        (("3",), CON, "2"),
        (("4",), PRO, "1"),
    ]
    assert [(p.where.line, "“2” is left out" in p.message) for p in found.problems] == [(5, True)]


def test_without_a_text_column_the_columns_are_levels() -> None:
    m = loads("A;;\n;B;\n;;C;and more\n;;\nD;E;\n", "csv").argument_map
    words = {s.id: s.text for s in m.statements}
    assert list(words.values()) == ["A", "B", "C and more", "D E"]
    assert [(words[r.premises[0]], words[r.target]) for r in m.relations] == [
        ("B", "A"),
        ("C and more", "B"),
    ]


FULL = ArgumentMap(
    statements=(
        Statement("a", "=A", group="g"),
        Statement("b", "B\nC", Kind.PREMISE, tags=("x;y", "\\"), implicit=True, credence=0.5),
    ),
    relations=(
        Relation("r", ("b",), PRO, "a", weight=2.0, scheme="+sign", rejected=True, note="'N"),
        Relation("q", ("b",), CON, "r"),
    ),
    groups=(Group("g", "The council"),),
)

WRITTEN = """\
\ufeffid,text,relation,target,step,kind,title,note,tags,group,said_by,implicit,basis,judgement,credence,\
weight,scheme,rejected,relation_note
a,'=A,,,,claim,,,,The council,,,,,,,,,
b,"B
C",supports,a,r,premise,,,x\\;y;\\\\,,,true,,,0.5,2,'+sign,true,''N
b,,attacks,r,q,,,,,,,,,,,,,,
"""


def test_how_a_table_is_written() -> None:
    assert dumps(FULL, "csv").text == WRITTEN
    assert dumps(FULL, "tsv").text.partition("\n")[0] == WRITTEN[1:].partition("\n")[0].replace(
        ",", "\t"
    )


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@x", "'=1", "'", "''x", "'x", "x=1", "＝1", "＋1"]
)
def test_what_a_spreadsheet_would_run_is_defused_and_comes_back(words: str) -> None:
    text = dumps(ArgumentMap(statements=(Statement("a", words),)), "csv").text
    cell = text.split("\n")[1].split(",")[1]
    assert cell[0] not in "=+-@＝＋"
    assert loads(text, "csv").argument_map.statements[0].text == words


@given(texts)
def test_any_words_survive_in_a_cell(words: str) -> None:
    given_map = ArgumentMap(statements=(Statement("a", "A", tags=(words,) if words else ()),))
    found = loads(dumps(given_map, "tsv").text, "tsv").argument_map
    assert found.statements[0].tags == reduce(given_map, CSV_FORMAT.holds)[0].statements[0].tags


@pytest.mark.parametrize("words", NASTY, ids=repr)
@pytest.mark.parametrize("name", ["csv", "tsv"])
def test_no_words_break_a_row(words: str, name: str) -> None:
    statements = (Statement("a", words), Statement("b", "B"))
    given_map = ArgumentMap(
        statements=statements, relations=(Relation("r", ("b",), CON, "a", scheme=words),)
    )
    m = loads(dumps(given_map, name).text, name).argument_map
    assert [s.id for s in m.statements] == ["a", "b"]
    assert m.relations[0].scheme == m.statements[0].text


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_an_outline_below_a_single_cell_shows_its_separator_by_how_its_lines_begin(
    separator: str,
) -> None:
    text = "Open it should be\n>Pro: People asked\n>Con: Costs double\n>>No\n".replace(
        ">", separator
    )
    found = loads(text, "csv")
    assert shape(found) == [
        (("People asked",), "supports", "Open it should be"),
        (("Costs double",), "attacks", "Open it should be"),
        (("No",), "supports", "Costs double"),
    ]
