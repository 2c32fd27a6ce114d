"""APX, TGF and ICCMA: abstract argumentation read as maps of attacks, and maps written as that."""

from __future__ import annotations

import pytest

from argmap.errors import ArgmapError, Severity
from argmap.formats.convert import dumps, loads
from argmap.formats.format import Imported
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing, Judgement

PRO, CON = Bearing.SUPPORTS, Bearing.ATTACKS
FORMATS = ["apx", "tgf", "iccma"]


def statements(found: Imported) -> list[tuple[str, str]]:
    return [(s.id, s.text) for s in found.argument_map.statements]


def relations(found: Imported) -> list[tuple[str, str, str]]:
    return [(r.premises[0], str(r.bearing), r.target) for r in found.argument_map.relations]


def problems(found: Imported) -> list[tuple[int, str]]:
    return [(p.where.line, p.message) for p in found.problems]


def odd(text: str, line: int = 1) -> list[tuple[int, str]]:
    return [(line, f"This is no part of an attack graph: {text}")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("arg(a).", [("a", "a")]),
        ("arg( a ) . arg(b).", [("a", "a"), ("b", "b")]),
        ("argument(a).", [("a", "a")]),
        ("% arg(x).\narg(a). % arg(y).", [("a", "a")]),
        ('arg("two words").', [("two-words", "two words")]),
        (r'arg("a\"b\\").', [("a-b", 'a"b\\')]),
        ('text(a, "It is (so), % or not.").arg(a).', [("a", "It is (so), % or not.")]),
        ('arg(a).text(a,"two\nlines").', [("a", "two\nlines")]),
        ("arg(a).\ntext(a, It is (so), they say.).\n", [("a", "It is (so), they say.")]),
        ('arg(a).\ntext(a,  % "or" not ) .', [("a", '% "or" not')]),
        ("arg(a).\ntext(a, two\nlines).\narg(b).", [("a", "two\nlines"), ("b", "b")]),
        ("arg(a).\ntext(a, short). arg(b).\n", [("a", "short"), ("b", "b")]),
        ("arg(A1). arg(ä).", [("A1", "A1"), ("a", "ä")]),
        ("% a stands for open-sundays\narg(a).", [("open-sundays", "open-sundays")]),
        ("", []),
    ],
)
def test_apx_arguments(text: str, expected: list[tuple[str, str]]) -> None:
    found = loads(text, "apx")
    assert statements(found) == expected
    assert found.problems == ()


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        ("att(a,b).", [("a", "attacks", "b")]),
        ("att( a , b ).", [("a", "attacks", "b")]),
        ("attack(a,b). att(b,a).", [("a", "attacks", "b"), ("b", "attacks", "a")]),
        ("support(a,b).", [("a", "supports", "b")]),
        ("att(a,a).", [("a", "attacks", "a")]),
    ],
)
def test_apx_attacks_and_supports_in_any_order(
    fact: str, expected: list[tuple[str, str, str]]
) -> None:
    for text in (f"arg(a).arg(b).\n{fact}", f"{fact}\narg(a).\narg(b)."):
        found = loads(text, "apx")
        assert (relations(found), found.problems) == (expected, ())


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("\n\nfoo(a).", odd("foo(a).", 3)),
        ("arg(b)", odd("arg(b)")),
        ("arg().", odd("arg().")),
        ("arg(b,c).", odd("arg(b,c).")),
        ("att(a).", odd("att(a).")),
        ("arg(f(a)).", odd("arg(f(a)).")),
        ('att(a,"a).', odd('att(a,"a).')),
        ('text(b, "B").', odd("text(b, …)")),
        ("x" * 100, odd("x" * 60)),
        ("att(a,b).", [(1, "What “b” names is not in the file.")]),
        ("att(b,a).", [(1, "A premise is not in the file: b.")]),
        ("arg(a).", [(1, "The argument “a” is named twice.")]),
    ],
)
def test_apx_what_cannot_be_read_is_told_with_its_line(
    text: str, messages: list[tuple[int, str]]
) -> None:
    found = loads(f"{text}\narg(a).", "apx", "x.apx")
    twice = "twice" in messages[0][1]
    assert problems(found) == [(line + twice, message) for line, message in messages]
    assert {p.severity for p in found.problems} == {Severity.WARNING if twice else Severity.ERROR}
    assert statements(found) == [("a", "a")]


@pytest.mark.parametrize(
    ("text", "expected", "edges"),
    [
        ("a\nb\n#\na b\n", [("a", "a"), ("b", "b")], [("a", "attacks", "b", "")]),
        ("a It is so.\n#\n", [("a", "It is so.")], []),
        ("  a \t It is so. \n\n#\n\n", [("a", "It is so.")], []),
        ("1\n2\n#\n1 2 +\n2 1 -", [("1", "1"), ("2", "2")],
         [("2", "attacks", "1", ""), ("1", "supports", "2", "")]),
        ("a\n#\na a support\n", [("a", "a")], [("a", "supports", "a", "")]),
        ("a\n#\na a attacks\n", [("a", "a")], [("a", "attacks", "a", "")]),
        ("a\n#\na a since when \n", [("a", "a")], [("a", "attacks", "a", "since when")]),
        ("a", [("a", "a")], []),
        ("#", [], []),
        ("# no arguments\n", [], []),
        ("", [], []),
    ],
)  # fmt: skip
def test_tgf_labels_are_texts_plus_is_support_and_other_words_are_notes(
    text: str, expected: list[tuple[str, str]], edges: list[tuple[str, str, str, str]]
) -> None:
    found = loads(text, "tgf")
    assert statements(found) == expected
    noted = zip(relations(found), found.argument_map.relations, strict=True)
    assert [(*row, relation.note) for row, relation in noted] == edges
    assert (found.problems, found.losses) == ((), ())


@pytest.mark.parametrize(
    ("below", "messages"),
    [
        ("a", odd("a", 3)),
        ("a z", [(3, "What “z” names is not in the file.")]),
        ("\n# a", [(4, "A premise is not in the file: #.")]),
    ],
)
def test_tgf_edges_that_lead_nowhere_are_told(below: str, messages: list[tuple[int, str]]) -> None:
    assert problems(loads(f"a\n#\n{below}\n", "tgf")) == messages


@pytest.mark.parametrize(
    ("text", "expected", "edges"),
    [
        ("p af 2\n1 2\n", [("1", "1"), ("2", "2")], [("1", "attacks", "2")]),
        ("# c\n\n  p  af  1 \n 1\t1\n# 1 1\n", [("1", "1")], [("1", "attacks", "1")]),
        ("p af 0\n", [], []),
        ("p af 2\n# 2 stands for few\n2 1", [("1", "1"), ("few", "few")],
         [("few", "attacks", "1")]),
    ],
)  # fmt: skip
def test_iccma_arguments_are_numbers_or_what_a_comment_says(
    text: str, expected: list[tuple[str, str]], edges: list[tuple[str, str, str]]
) -> None:
    found = loads(text, "iccma")
    assert (statements(found), relations(found), found.problems) == (expected, edges, ())


@pytest.mark.parametrize(
    ("below", "messages"),
    [
        ("1", odd("1", 2)),
        ("1 2 3", odd("1 2 3", 2)),
        ("p af 3", odd("p af 3", 2)),
        ("\n1 3", [(3, "What “3” names is not in the file.")]),
        ("0 1", [(2, "A premise is not in the file: 0.")]),
        ("01 1", [(2, "A premise is not in the file: 01.")]),
    ],
)
def test_iccma_lines_that_are_no_attack_are_told(
    below: str, messages: list[tuple[int, str]]
) -> None:
    found = loads(f"p af 2\n{below}\n", "iccma")
    assert problems(found) == messages
    assert statements(found) == [("1", "1"), ("2", "2")]


@pytest.mark.parametrize(
    "text", ["", "1 2\n", "p af\n", "p af two\n", "p cnf 2 2\n", "p af 100001\n", "p af 9999999999"]
)
def test_iccma_without_a_head_or_with_far_too_many_is_refused(text: str) -> None:
    with pytest.raises(ArgmapError, match="no line “p af N” with a number up to 100000") as error:
        loads(text, "iccma", "x.af")
    assert (error.value.where.file, error.value.where.line) == ("x.af", 1)


STATEMENTS = tuple(Statement(id_, f"Text {id_}") for id_ in ("a", "b", "Not-an-atom"))
PLAIN = ArgumentMap(
    statements=STATEMENTS,
    relations=(Relation("r", ("b",), CON, "a"), Relation("q", ("Not-an-atom",), CON, "b")),
)
PLAIN_FILES = {
    "apx": ('arg(a).\narg(b).\narg("Not-an-atom").\natt(b,a).\natt("Not-an-atom",b).\n'),
    "tgf": "a Text a\nb Text b\nNot-an-atom Text Not-an-atom\n#\nb a\nNot-an-atom b\n",
    "iccma": (
        "p af 3\n"
        "# Every statement is an argument, and every relation an attack.\n"
        "# 1 stands for a\n# 2 stands for b\n# 3 stands for Not-an-atom\n"
        "2 1\n3 2\n"
    ),
}


@pytest.mark.parametrize("name", FORMATS)
def test_a_map_of_attacks_is_written_as_it_stands(name: str) -> None:
    text = dumps(PLAIN, name).text
    assert text == PLAIN_FILES[name]
    found = loads(text, name)
    assert [id_ for id_, _ in statements(found)] == ["a", "b", "Not-an-atom"]
    assert relations(found) == [("b", "attacks", "a"), ("Not-an-atom", "attacks", "b")]


@pytest.mark.parametrize(
    "argument_map",
    [
        ArgumentMap(statements=STATEMENTS, relations=(Relation("r", ("b",), PRO, "a"),)),
        ArgumentMap(statements=STATEMENTS, relations=(Relation("r", ("b", "a"), CON, "a"),)),
        ArgumentMap(
            statements=STATEMENTS, relations=(Relation("r", ("b",), CON, "a", rejected=True),)
        ),
        ArgumentMap(
            statements=STATEMENTS,
            relations=(Relation("r", ("b",), CON, "a"), Relation("q", ("a",), CON, "r")),
        ),
        ArgumentMap(statements=(Statement("a", "A", judgement=Judgement.REJECTED),)),
    ],
    ids=["support", "linked", "rejected step", "undercut", "judged"],
)
@pytest.mark.parametrize("name", ["apx", "iccma"])
def test_any_other_map_is_translated_and_comments_say_how_where_all_programs_read_them(
    name: str, argument_map: ArgumentMap
) -> None:
    text = dumps(argument_map, name).text
    said = " ".join(line[1:].strip() for line in text.splitlines() if line[:1] in "%#")
    if name == "apx":
        assert said == "", "some programs stop at the first line that is no fact"
    else:
        assert "Every statement and every relation is an argument." in said
        assert "Here open is presumed, and the judgements are the author's." in said
    found = loads(text, name)
    assert (found.problems, found.losses) == ((), ())
    taken_over = {s.id for s in argument_map.statements} | {r.id for r in argument_map.relations}
    assert taken_over <= {id_ for id_, _ in statements(found)}
    assert {bearing for _, bearing, _ in relations(found)} <= {"attacks"}


def test_ids_that_are_no_atoms_are_written_in_quotes() -> None:
    argument_map = ArgumentMap(
        statements=(Statement("a", "A"), Statement("B", "B"), Statement("1", "C")),
        relations=(Relation("r", ("B",), CON, "1"),),
    )
    text = dumps(argument_map, "apx").text
    assert text == 'arg(a).\narg("B").\narg("1").\natt("B","1").\n'
    found = loads(text, "apx")
    assert [id_ for id_, _ in statements(found)] == ["a", "B", "1"]
    assert relations(found) == [("B", "attacks", "1")]


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_map_is_an_empty_graph(name: str) -> None:
    found = loads(dumps(ArgumentMap(), name).text, name)
    assert (found.argument_map, found.problems) == (ArgumentMap(), ())


def test_an_attack_that_comes_twice_is_written_once() -> None:
    twice = (Relation("r", ("b",), CON, "a"), Relation("q", ("b",), CON, "a"))
    text = dumps(ArgumentMap(statements=STATEMENTS, relations=twice), "tgf").text
    assert text.count("b a\n") == 1
