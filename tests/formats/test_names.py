"""Names that stand twice in a file: told, and nothing that bears a name gets lost by it."""

from __future__ import annotations

import pytest

from argmap.formats.convert import loads

TWICE = "“{}” names two things; what refers to it means the first."

CASES = [
    (
        "sadface",
        (
            '{"nodes": [{"id": "x", "type": "atom", "text": "A"},'
            ' {"id": "x", "type": "atom", "text": "B"}], "edges": []}'
        ),
        TWICE.format("x"),
    ),
    (
        "sadface",
        (
            '{"nodes": [{"id": "a", "type": "atom", "text": "A"},'
            ' {"id": "b", "type": "atom", "text": "B"},'
            ' {"id": "x", "type": "scheme", "name": "support"},'
            ' {"id": "x", "type": "scheme", "name": "conflict"}], "edges": ['
            '{"source_id": "b", "target_id": "x"}, {"source_id": "x", "target_id": "a"}]}'
        ),
        "The scheme “x” is named twice.",
    ),
    (
        "lkif",
        (
            '<lkif><statement id="x"><s>A</s></statement>'
            '<statement id="x"><s>B</s></statement></lkif>'
        ),
        TWICE.format("x"),
    ),
    (
        "lkif",
        (
            '<lkif><statement id="a"><s>A</s></statement><statement id="b"><s>B</s></statement>'
            '<argument id="x"><conclusion statement="a"/><premise statement="b"/></argument>'
            '<argument id="x"><conclusion statement="b"/><premise statement="a"/></argument></lkif>'
        ),
        TWICE.format("argument x"),
    ),
    (
        "arggraph",
        (
            '<arggraph><edu id="1">A</edu><edu id="2">B</edu><adu id="x"/><adu id="x"/>'
            '<edge id="s" src="1" trg="x" type="seg"/></arggraph>'
        ),
        TWICE.format("x"),
    ),
    (
        "arggraph",
        (
            '<arggraph><adu id="a"/><adu id="b"/>'
            '<edge id="x" src="a" trg="b" type="sup"/><edge id="x" src="b" trg="a" type="reb"/>'
            "</arggraph>"
        ),
        "The edge “x” is named twice.",
    ),
    (
        "argml",
        (
            '<graphml><node><data><thesis id="x"><title>A</title></thesis></data></node>'
            '<node><data><thesis id="x"><title>B</title></thesis></data></node></graphml>'
        ),
        TWICE.format("node x"),
    ),
    (
        "brat",
        "T1\tClaim 0 1\tA\nT1\tClaim 0 1\tB\nT2\tClaim 0 1\tC\n",
        "The span “T1” is named twice.",
    ),
    ("apx", "arg(a). arg(a). arg(b).", "The argument “a” is named twice."),
    ("tgf", "a A\na B\nb B\n#\n", "The argument “a” is named twice."),
]


@pytest.mark.parametrize(
    ("name", "text", "message"), CASES, ids=[f"{row[0]}-{row[2]}" for row in CASES]
)
def test_a_name_that_stands_twice_is_told_and_both_statements_are_read(
    name: str, text: str, message: str
) -> None:
    found = loads(text, name)
    assert message in [problem.message for problem in found.problems]
    assert len(found.argument_map.statements) == 2


def test_what_refers_to_a_name_that_stands_twice_means_the_first() -> None:
    statements = "".join(
        f'<statement id="{id_}"><s>{text}</s></statement>'
        for id_, text in (("x", "First"), ("x", "Second"), ("y", "Reason"))
    )
    step = '<argument id="a"><conclusion statement="x"/><premise statement="y"/></argument>'
    m = loads(f"<lkif>{statements}{step}</lkif>", "lkif").argument_map
    assert [r.target for r in m.relations] == ["first"]
