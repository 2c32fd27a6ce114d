"""Carneades' YAML: what becomes of every part of its argument graphs, and what is told."""

from __future__ import annotations

import pytest

from argmap.errors import ArgmapError
from argmap.formats.convert import dumps, loads, recognise
from argmap.formats.format import Imported
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing, Judgement
from argmap.reasoning.evaluation import evaluate
from tests.formats.shapes import told

PRO, CON = Bearing.SUPPORTS, Bearing.ATTACKS


def read(text: str) -> Imported:
    return loads(text, "carneades", "x.yml")


def graph(arguments: str, more: str = "") -> Imported:
    """Read a graph of the statements p, q, r and u, with arguments in flow style."""
    statements = "{p: P, q: Q, r: R, u: U}"
    return read(f"statements: {statements}\narguments: {{{arguments}}}\n{more}")


def relations(found: Imported) -> list[tuple[str, tuple[str, ...], str, str]]:
    return [(r.id, r.premises, str(r.bearing), r.target) for r in found.argument_map.relations]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("a: {conclusion: p, premises: [q, r]}", [("a", ("q", "r"), "supports", "p")]),
        ("a: {conclusion: p, premises: q}", [("a", ("q",), "supports", "p")]),
        ("a: {conclusion: p, premises: {x: q, y: r}}", [("a", ("q", "r"), "supports", "p")]),
        (
            "a: {scheme: convergent, conclusion: p, premises: [q, r]}",
            [("a", ("q",), "supports", "p"), ("r-2", ("r",), "supports", "p")],
        ),
        (
            "a: {scheme: convergent, conclusion: p, premises: [q, r], undercutter: u}",
            [("a", ("q",), "supports", "p"), ("r-2", ("u",), "attacks", "a"),
             ("r-3", ("r",), "supports", "p"), ("r-4", ("u",), "attacks", "r-3")],
        ),
        (
            "a: {conclusion: p, premises: [q], undercutter: u}, b: {conclusion: u, premises: [r]}",
            [("a", ("q",), "supports", "p"), ("r-2", ("u",), "attacks", "a"),
             ("b", ("r",), "supports", "u")],
        ),
        ("p: {conclusion: p, premises: [q]}", [("r-2", ("q",), "supports", "p")]),
    ],
)  # fmt: skip
def test_an_argument_is_a_relation_and_its_undercutter_attacks_that(
    arguments: str, expected: list[tuple[str, tuple[str, ...], str, str]]
) -> None:
    found = graph(arguments)
    assert relations(found) == expected
    assert found.problems == ()


@pytest.mark.parametrize("premises", ["", ", premises: []", ", premises: {}", ", premises: null"])
def test_an_argument_without_premises_gets_an_unstated_one_and_is_told(premises: str) -> None:
    found = graph(f"a: {{conclusion: p{premises}}}")
    (relation,) = found.argument_map.relations
    unstated = found.argument_map.statements[-1]
    assert (relation.id, relation.premises, relation.target) == ("a", (unstated.id,), "p")
    assert unstated.text == "What argument a takes for granted."
    assert (unstated.implicit, unstated.judgement) == (True, Judgement.ACCEPTED)
    assert [str(loss) for loss in found.losses] == [
        "that arguments have no premises (each gets an unstated one, accepted) (1): a"
    ]


def test_what_an_argument_without_premises_concludes_stands_unless_it_is_undercut() -> None:
    """As in Carneades: its example of reinstatement, where c undercuts b, which undercuts a."""
    found = graph(
        "a: {conclusion: p, undercutter: q}, b: {conclusion: q, undercutter: r},"
        " c: {conclusion: r, undercutter: u}"
    )
    labels = evaluate(found.argument_map, open="rejected").statements
    assert {id_: str(labels[id_]) for id_ in "pqru"} == {
        "p": "accepted", "q": "rejected", "r": "accepted", "u": "rejected",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("scheme", "kept"),
    [("linked", ""), ("cumulative", ""), ("factorized", ""), ("expert", "expert"), ("3", "3")],
)
def test_schemes_keep_their_names_but_for_those_that_only_say_how_premises_work(
    scheme: str, kept: str
) -> None:
    found = graph(f"a: {{scheme: {scheme}, conclusion: p, premises: [q]}}")
    assert [r.scheme for r in found.argument_map.relations] == [kept]


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("statements: {p: P, q: Q}\nassumptions: [q]\n", ["q"]),
        ("statements: {p: {text: P, assumed: true}, q: {text: Q, assumed: false}}\n", ["p"]),
        ("statements: {p: P, q: Q}\nassumptions: [ghost]\n", []),
        ("statements: {p: P, q: Q}\nassumptions: q\n", []),
    ],
)
def test_assumptions_are_accepted(text: str, accepted: list[str]) -> None:
    statements = read(text).argument_map.statements
    assert [s.id for s in statements if s.judgement is Judgement.ACCEPTED] == accepted
    assert all(s.judgement in (None, Judgement.ACCEPTED) for s in statements)


@pytest.mark.parametrize(
    ("meta", "title", "summary"),
    [
        ("{title: T, notes: ' N '}", "T", "N"),
        ("{title: ' T ', note: N}", "T", "N"),
        ("{notes: N, note: M}", "", "N\n\nM"),
        ("[T]", "", ""),
    ],
)
def test_the_title_and_notes_of_the_file(meta: str, title: str, summary: str) -> None:
    found = read(f"meta: {meta}\nstatements: {{}}\n")
    assert (found.argument_map.title, found.argument_map.summary) == (title, summary)
    assert found.losses == ()


@pytest.mark.parametrize(
    ("more", "loss"),
    [
        ("argument_schemes: [{id: s}, {meta: {}}, t]", "rules (3): s, argument_schemes, t"),
        ("issue_schemes: {i: {}, j: {}}", "rules (2): i, j"),
        ("language: {a/1: '%v'}\nweighing_functions: {w: 1}", "rules (2): w, a/1"),
        ("assumption_schemes: all", "rules (1): assumption_schemes"),
        ("tests: {in: [p], out: []}", "expected labels (2): in, out"),
        ("labels: [p, q]", "labels (2): p, q"),
        ("issues: {i: {positions: [p, q], standard: PE}}", "issues between statements (1): i"),
        ("issues: {i: {positions: p}, j: }", "issues between statements (2): i, j"),
        ("meta: {source: S, date: 2026}", "remarks on the file (2): meta: source, meta: date"),
    ],
)
def test_what_a_map_cannot_take_over_is_told_by_name(more: str, loss: str) -> None:
    assert [str(each) for each in graph("", more).losses] == [loss]


def test_details_of_statements_and_arguments_are_told() -> None:
    found = read(
        "statements: {p: {text: P, label: in, meta: {x: 1}}, q: Q}\n"
        "arguments: {a: {conclusion: p, premises: {role: q}, weight: 0.5, strict: true}}\n"
    )
    assert [str(loss) for loss in found.losses] == [
        "details of statements (2): p: label, p: meta",
        "roles of premises (1): a: role",
        "details of arguments (2): a: weight, a: strict",
    ]


@pytest.mark.parametrize(
    ("arguments", "losses", "problems"),
    [
        ("a: {premises: [q]}", ["arguments without a conclusion (1): a"], []),
        ("a: nonsense", ["arguments without a conclusion (1): a"], []),
        ("a: {conclusion: z, premises: [q]}", [], ["What “z” names is not in the file."]),
        ("a: {conclusion: p, premises: [q, z]}", [], ["A premise is not in the file: “z”."]),
        ("a: {conclusion: p, premises: [[q]]}", [], ["A premise is not in the file: “”."]),
        ("a: {conclusion: p, premises: [q], undercutter: z}", [],
         ["A premise is not in the file: “z”."]),
    ],
)  # fmt: skip
def test_arguments_that_lead_nowhere_are_told(
    arguments: str, losses: list[str], problems: list[str]
) -> None:
    found = graph(arguments)
    assert [str(loss) for loss in found.losses] == losses
    assert [p.message for p in found.problems] == problems
    assert len(found.argument_map.statements) == 4


@pytest.mark.parametrize("section", ["statements", "arguments", "issues"])
def test_a_section_of_another_shape_is_told(section: str) -> None:
    found = read(f"{section}: [a, b]\n")
    assert [p.message for p in found.problems] == [f"“{section}” has no keys; it is not read."]


def test_yaml_without_any_of_its_sections_is_told() -> None:
    found = read("colour: red\n")
    assert [p.message for p in found.problems] == [
        "This YAML is not an argument graph: it has no statements."
    ]


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("- a\n- b\n", "This YAML is not an argument graph: it has no keys.", 1),
        ("statements", "This YAML is not an argument graph: it has no keys.", 1),
        ("statements:\n  p: P\n  p: Q\n", "The key “p” occurs twice here.", 3),
        ("statements:\n  p: &x P\n  q: *x\n", "This is an anchor", 2),
        ("statements:\n  p: !!python/object:os.system P\n", "which is not read", 2),
        ("statements:\n  p: [P\n", "This is not YAML", 3),
        ("statements: {a: " + "[" * 200 + "]" * 200 + "}", "This is nesting", 1),
    ],
)
def test_yaml_that_is_no_graph_is_refused_with_its_place(
    text: str, message: str, line: int
) -> None:
    with pytest.raises(ArgmapError, match=message) as error:
        read(text)
    assert (error.value.where.file, error.value.where.line) == ("x.yml", line)


def test_attacks_are_written_as_arguments_for_a_rival_and_come_back_as_attacks() -> None:
    argument_map = ArgumentMap(
        statements=tuple(Statement(id_, id_.upper()) for id_ in "abcd"),
        relations=(
            Relation("r", ("b",), PRO, "a"),
            Relation("s", ("c",), CON, "a"),
            Relation("t", ("d",), CON, "r"),
            Relation("v", ("a",), CON, "t"),
        ),
    )
    text = dumps(argument_map, "carneades").text
    assert '"issue a": {"positions": ["a", "¬a"]}' in text
    assert '"¬r": {"text": "¬app(r)", "meta": {"attacks": "argument r"}}' in text
    assert 'undercutter: "¬t"' in text
    found = read(text)
    assert (found.losses, found.problems) == ((), ())
    assert relations(found) == [
        (r.id, r.premises, str(r.bearing), r.target) for r in argument_map.relations
    ]


def test_an_empty_map_is_a_graph_without_statements() -> None:
    assert dumps(ArgumentMap(), "carneades").text == "statements: {}\n"
    assert read("statements: {}\n").argument_map == ArgumentMap()


def test_how_premises_add_up_is_told() -> None:
    text = "statements: {a: A, b: B}\narguments:\n"
    text += "  x: {scheme: cumulative, conclusion: a, premises: [b]}\n"
    found = loads(text, "carneades")
    assert told(found) == ["how premises add up (1): x: cumulative"]
    assert found.argument_map.relations[0].scheme == ""


def test_sections_of_no_carneades_are_told() -> None:
    found = loads("statements: {a: A}\nmoods: [good]\n", "carneades")
    assert told(found) == ["parts that argmap does not know (1): moods"]


@pytest.mark.parametrize(
    "text", ["===\nlanguage: en\n===\n\n[A]: a\n", "title: Pool\nlanguage: en\n"]
)
def test_the_language_of_words_is_no_mark_of_carneades(text: str) -> None:
    with pytest.raises(ArgmapError, match="shows what format it has"):
        recognise(text)
