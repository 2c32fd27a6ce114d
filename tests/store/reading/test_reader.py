"""What is wrong with a file: each problem has its place, its id and a way out."""

from __future__ import annotations

import pytest

from argmap.errors import Severity
from argmap.model.argument_map import Relation, Table
from argmap.model.edits import edit
from argmap.model.history.document import Document
from argmap.model.kinds import Basis, Bearing, Judgement, Kind
from argmap.store.schema.keys import KEYS_OF, Level, Type
from argmap.store.yaml_file import Reading, dumps, read

BEFORE = """\
argmap: 1
statements:
  - {id: a, text: A}
  - {id: b, text: B}
"""


def ids(reading: Reading) -> list[str]:
    argument_map = reading.argument_map
    return [*argument_map.statement_by_id, *argument_map.relation_by_id]


def relations(*lines: str) -> str:
    return BEFORE + "relations:\n" + "".join(f"  - {line}\n" for line in lines)


@pytest.mark.parametrize(
    "typed",
    ["No", "on", "12:30", "1e3", "0x1F", "2024-01-01", "true", "null", "~", "1_000", ".inf", "007"],
)
def test_text_is_what_was_typed(typed: str) -> None:
    reading = read(f"argmap: 1\nstatements:\n  - id: {typed}\n    text: {typed}\n")
    if typed in ("~", "12:30", ".inf"):
        assert reading.problems
    else:
        assert reading.argument_map.statements[0].id == typed
    reading = read(f"argmap: 1\ntitle: {typed}\nauthors: [{typed}]\n")
    assert (reading.argument_map.title, reading.argument_map.authors) == (typed, (typed,))


def test_values_of_unknown_keys_follow_the_core_schema() -> None:
    numbers = "1, -2, 0o17, 0x1F, 1.5, 1e3, .inf"
    extra = f"[{numbers}, true, null, ~, No, 12:30, 2024-01-01, '1', {{a: b}}]"
    ((name, value),) = read(f"argmap: 1\nx-all: {extra}\n").argument_map.extra
    assert name == "x-all"
    assert value == (
        *(1, -2, 15, 31, 1.5, 1000.0, float("inf"), True, None, None),
        *("No", "12:30", "2024-01-01", "1", Table((("a", "b"),))),
    )


def test_every_key_reaches_the_model() -> None:
    text = BEFORE + (
        "  - id: c\n    kind: rebuttal\n    text: C\n    title: T\n    note: N\n    tags: [x, y]\n"
        "    group: g\n    said_by: S\n    implicit: true\n    basis: law\n"
        "    judgement: rejected\n    credence: 0\n    cites:\n"
        "    - {source: q, quote: Q, at: p, prefix: P, suffix: S, x-k: 1}\n"
        "relations:\n  - {id: r, from: [a, b], attacks: c, weight: 2, scheme: s,"
        " judgement: rejected, note: N, tags: [z], x-own: 1}\n"
        "sources:\n  - {id: q, title: T}\ngroups:\n  - {id: g, colour: red}\n"
    )
    reading = read(text)
    assert reading.problems == ()
    statement = reading.argument_map.statements[2]
    assert (statement.basis, statement.judgement) == (Basis.LAW, Judgement.REJECTED)
    assert (statement.credence, statement.implicit, statement.tags) == (0, True, ("x", "y"))
    assert statement.cites[0].extra == (("x-k", 1),)
    assert reading.argument_map.relations == (
        Relation(
            *("r", ("a", "b"), Bearing.ATTACKS, "c", 2, "s"),
            rejected=True,
            note="N",
            tags=("z",),
            extra=(("x-own", 1),),
        ),
    )


def test_a_kind_that_is_not_named_follows_from_the_relations() -> None:
    text = relations("{from: [a], supports: b}", "{id: u, from: [a], attacks: b}")
    kinds = [statement.kind for statement in read(text).argument_map.statements]
    assert kinds == [Kind.REBUTTAL, Kind.CLAIM]
    kinds = [s.kind for s in read(relations("{from: [a], supports: b}")).argument_map.statements]
    assert kinds == [Kind.PREMISE, Kind.CLAIM]


def test_relations_without_an_id_get_one() -> None:
    reading = read(relations(*["{from: [a, b], supports: a}"] * 2, "{from: [b], attacks: a}"))
    assert [(r.id, r.anonymous) for r in reading.argument_map.relations] == [
        ("a+b--supports--a", True),
        ("a+b--supports--a-2", True),
        ("b--attacks--a", True),
    ]


def test_an_id_that_was_made_cannot_be_referred_to() -> None:
    reading = read(relations("{from: [a], supports: b}", "{from: [b], attacks: a--supports--b}"))
    assert [problem.code for problem in reading.problems] == ["unknown-id"]


def test_relations_on_relations_in_a_circle_are_read() -> None:
    reading = read(relations("{id: r, from: [a], attacks: s}", "{id: s, from: [b], attacks: r}"))
    assert reading.problems == ()
    assert ids(reading) == ["a", "b", "r", "s"]


@pytest.mark.parametrize("broken", ["  - id: c\n    tags: [C\n", "  - id: c\n   text: C\n"])
def test_text_that_is_not_yaml_shows_what_stands_before(broken: str) -> None:
    reading = read(BEFORE + broken + "relations:\n  - {from: [a], supports: b}\n")
    (problem,) = reading.problems
    assert problem.code == "not-yaml"
    assert problem.where.line >= 5
    assert ids(reading) == ["a", "b"]
    assert reading.read_only


def test_a_newer_version_is_read_only() -> None:
    reading = read(BEFORE.replace("argmap: 1", "argmap: 7"))
    assert reading.read_only
    assert ids(reading) == ["a", "b"]
    (problem,) = reading.problems
    assert (problem.code, problem.severity) == ("newer-version", Severity.WARNING)
    assert "format 7" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "? argmap\n: 1\n? statements\n: - {id: a, text: A}\n",
        "  argmap: 1\n  statements: [{id: a, text: A}]\n",
    ],
)
def test_odd_layouts_are_read_but_not_edited(text: str) -> None:
    reading = read(text)
    assert ids(reading) == ["a"]
    assert reading.read_only


def test_json_is_read() -> None:
    reading = read('{"argmap": 1, "statements": [{"id": "a", "text": "\\ud83d\\ude00 \\u00e9"}]}')
    assert reading.problems == ()
    assert reading.argument_map.statements[0].text == "😀 é"


NULLABLE = [
    (level, key.name)
    for level, keys in KEYS_OF.items()
    for key in keys.values()
    if key.type not in (Type.TEXT, Type.REF, Type.ID, Type.RELATION_ID, Type.VERSION, Type.SIDE)
    and not key.required
]
EMPTY_ITEMS = {
    Level.MAP: "argmap: 1\n%s\n",
    Level.STATEMENT: BEFORE + "  - id: c\n    text: C\n    %s\n",
    Level.RELATION: BEFORE + "relations:\n  - id: r\n    from: [a]\n    supports: b\n    %s\n",
    Level.VIEWPOINT: BEFORE + "viewpoints:\n  - id: v\n    %s\n",
    Level.STYLE: BEFORE + "style:\n  x-own: 1\n  %s\n",
}


@pytest.mark.parametrize(("level", "name"), NULLABLE)
def test_a_key_without_a_value_might_as_well_not_be_there(level: Level, name: str) -> None:
    without = read(EMPTY_ITEMS[level] % "").argument_map
    for nothing in ("", "~", "null"):
        reading = read(EMPTY_ITEMS[level] % f"{name}: {nothing}")
        assert reading.problems == ()
        assert reading.argument_map == without


@pytest.mark.parametrize("level", [Level.SOURCE, Level.GROUP, Level.VIEWPOINT])
def test_every_key_of_an_item_reaches_its_field(level: Level) -> None:
    values = {"open": "presumed", "ties": "rejected", "judgements": "{a: accepted}", "parent": "g"}
    lines = [
        f"{key.name}: {values.get(key.name, f'the {key.name}')}"
        for key in KEYS_OF[level].values()
        if key.name != "id"
    ]
    text = BEFORE + "groups: [{id: g}]\n" if level is not Level.GROUP else BEFORE
    first = "groups:\n  - id: g\n" if level is Level.GROUP else f"{level}:\n"
    text += first + "  - id: x\n" + "".join(f"    {line}\n" for line in lines)
    reading = read(text)
    assert reading.problems == ()
    item = getattr(reading.argument_map, level)[-1]
    for key in KEYS_OF[level].values():
        assert getattr(item, key.field)
    assert dumps(reading.argument_map).count("\n    ") >= len(lines)


@pytest.mark.parametrize(
    "relation",
    [
        "{id: r, from: [cost], attacks: open}",
        "{id: cost, from: [gone], attacks: open}",
        "{id: r, from: [open], attacks: cost}",
        "{from: [cost]}",
        "&anchor {id: cost, from: [open]}",
    ],
)
def test_the_ids_of_what_could_not_be_read_are_taken(relation: str) -> None:
    statements = "statements:\n  - {id: open, text: Open.}\n"
    relations = f"relations:\n  - {relation}\n"
    for parts in ((statements, relations), (relations, statements)):
        reading = read("argmap: 1\n" + "".join(parts))
        document = Document(reading.argument_map, reading.text)
        document.do("Add claim", edit.add_claim(document.argument_map, "Cost"))
        again = read(reading.text.text())
        assert again.argument_map == document.argument_map
        assert len(again.argument_map.statements) == 2


@pytest.mark.parametrize(
    "rest",
    [
        "groups:\n  - {id: g, title: G, parent: cost}\n",
        "viewpoints:\n  - {id: v, judgements: {cost: rejected}}\n",
        "statements:\n  - {id: cost, text: Said twice.}\n",
    ],
)
def test_what_something_names_is_taken_though_it_is_not_there(rest: str) -> None:
    reading = read(f"argmap: 1\nstatements:\n  - {{id: open, text: Open.}}\n{rest}")
    assert "cost" in reading.argument_map.ids
    assert not {"id", "judgements", "parent"} & reading.argument_map.ids
