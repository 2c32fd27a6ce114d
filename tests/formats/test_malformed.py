"""Files that are wrong: what is refused says where and why, and the rest of a file is read."""

from __future__ import annotations

import pytest

from argmap.errors import ArgmapError
from argmap.formats.convert import loads

DEEP = 401

REFUSED = [
    ("argmap", "argmap: 1\nstatements: [", "2", "YAML"),
    ("other-argmap", "", "1", "no claims as keys"),
    ("other-argmap", "- a\n- b\n", "1", "no claims as keys"),
    ("other-argmap", "just words", "1", "no claims as keys"),
    ("other-argmap", "A:\n  r1:\n    B: [", "3", "This is not YAML"),
    ("other-argmap", "A:\n  r1: &x\n    B:\n", "2:7", "anchor"),
    ("other-argmap", "A:\n  r1:\n    B: *x\n", "3:8", "alias"),
    ("other-argmap", "A:\n  r1: !!python/name:os.system\n", "2:7", "tag"),
    ("other-argmap", "A:\n  ? [r1]\n  : B\n", "2:5", "cannot be a key"),
    ("other-argmap", "A:\n  note: {x: 1, x: 2}\n", "2:16", "twice"),
    ("carneades", "statements: {a: [b}\n", "1", "This is not YAML"),
    ("mindmup", "", "1:1", "not JSON"),
    ("mindmup", "[]", "1", "not an object"),
    ("mindmup", '"ideas"', "1", "not an object"),
    ("mindmup", '{"ideas": {\n  "1": }}', "2:8", "not JSON"),
    ("mindmup", '{"ideas": ' + "1" * 5000 + "}", "", "digits"),
    ("mindmup", "[" * DEEP + "]" * DEEP, "", "400 levels"),
    ("opml", "", "1", "not well-formed"),
    ("opml", "<opml><body>\n<outline></body></opml>", "2:12", "mismatched"),
    ("opml", '<opml>\n<outline text="a" text="b"/></opml>', "2", "duplicate"),
    ("freeplane", "<map>\n<node TEXT='&nbsp;'/></map>", "2:1", "undefined entity"),
    ("freeplane", "<map>" + "<node>" * 5001, "1", "nested"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "place", "why"), REFUSED, ids=[f"{row[0]}-{row[3]}" for row in REFUSED]
)
def test_what_cannot_be_read_at_all_is_refused_with_its_place(
    name: str, text: str, place: str, why: str
) -> None:
    if name == "argmap":
        found = loads(text, name, "x.yaml")
        assert str(found.problems[0].where).startswith(f"x.yaml:{place}")
        assert why in found.problems[0].message
        return
    with pytest.raises(ArgmapError, match=why) as error:
        loads(text, name, "dir/x")
    at = str(error.value.where)
    assert at == "dir/x" if not place else f"{at}:".startswith(f"dir/x:{place}:")


ODD = [
    ("opml", "<other/>", ["1:1 This XML is not OPML: it has no body of outlines."], []),
    ("opml", "<opml>\n<head/></opml>",
     ["1:1 This XML is not OPML: it has no body of outlines."], []),
    ("opml", "<opml><body>\n<outline rel='attacks'><outline text='A'/></outline></body></opml>",
     ["2:1 This step has nothing to bear on; its premises become claims."], ["A"]),
    ("freeplane", "<map/>", ["1:1 This XML is not a mind map: it has no node."], []),
    ("freeplane", "<opml><node TEXT='A'/></opml>",
     ["1:1 This XML is not a mind map: it has no node."], []),
    ("text", "Pro:\n  A\n", ["1:1 This step has nothing to bear on; its premises become claims."],
     ["A"]),
    ("text", "A\n  Con:\n", ["2:1 A step without premises is left out."], ["A"]),
    ("text", "A\n  Con:\n    Pro: B\n",
     ["2:1 A step without premises is left out.",
      "3:1 The step that this bears on is left out."], ["A", "B"]),
    ("markdown", "# T\n\n- A\n  - Pro:\n", ["4:1 A step without premises is left out."], ["A"]),
    ("rationale", '#Rationale Version 1.08\nnode0 = app.Create("Claim")\n',
     ["1:1 The format of Rationale 1.08 is not fully known."], [""]),
    ("rationale", '#Rationale Version 120.53\nx = Create("Claim")\n\ny = CreateChild(z, "Claim")\n',
     ["4:1 “z” is not in the file, so nothing can stand under it."], [""]),
    ("mindmup", '{"ideas": {"1": {"title": "g", "attr": {"group": "opposing"}}}}',
     ["- This step has nothing to bear on; its premises become claims."], []),
    ("mindmup", '{"title": 3, "ideas": {"1": 7, "b": {"title": ["x"], "ideas": []}}}', [],
     ["3", ""]),
    ("other-argmap", "A:\n  r1:\n  r1:\n    B:\n",
     ["2:1 A step without premises is left out.", "3:1 “r1” occurs twice here; both are read."],
     ["A", "B"]),
    ("kialo", "Discussion Title: T\n1. A\n1.1. Con: -> See 7.\n",
     ["3:1 “-> See 7.” does not name a claim of this file."], ["A"]),
    ("csv", "", [], []),
    ("csv", "id,text\n", [], []),
    ("csv", "id,text,target\n1,A,\n,B,2\n3,C,3\n",
     ["3:1 What “2” names is not in the file."], ["A", "B", "C"]),
    ("csv", "id,text,target,step\n1,A,,\n2,B,s,s\n",
     ["3:1 The relation “s” bears on itself; it is left out."], ["A", "B"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "problems", "statements"),
    ODD,
    ids=[f"{n}-{row[0]}" for n, row in enumerate(ODD)],
)
def test_what_is_wrong_with_a_part_is_told_and_the_rest_is_read(
    name: str, text: str, problems: list[str], statements: list[str]
) -> None:
    found = loads(text, name, "x")
    places = [str(p.where).removeprefix("x:").replace("x", "-") for p in found.problems]
    assert [f"{at} {p.message}" for at, p in zip(places, found.problems, strict=True)] == problems
    assert [s.text for s in found.argument_map.statements] == statements
    assert {p.code for p in found.problems} <= {"import"}


def test_a_row_that_never_ends_is_refused_with_its_line() -> None:
    with pytest.raises(ArgmapError, match="cannot be read") as error:
        loads(f'id,text\n1,A\n2,"{"x" * 140_000}"\n', "csv", "x.csv")
    assert str(error.value.where) == "x.csv:3:1"


def nested(opening: str, closing: str, levels: int) -> str:
    return "".join(opening % n for n in range(levels)) + closing * levels


CHAINS = {
    "text": "".join(f"{' ' * n}Pro: {n}\n" for n in range(3000)),
    "markdown": "".join(f"{' ' * n}- Pro: {n}\n" for n in range(3000)),
    "opml": "<opml><body>" + nested("<outline text='%d'>", "</outline>", 3000) + "</body></opml>",
    "freeplane": "<map>" + nested("<node TEXT='%d'>", "</node>", 3000) + "</map>",
    "csv": "id,text,target\n" + "".join(f"{n},{n},{n - 1 if n else ''}\n" for n in range(3000)),
    "kialo": "Discussion Name:\nT\n" + "".join(f"{'1.' * (n + 1)} Pro: {n}\n" for n in range(300)),
}


@pytest.mark.parametrize("name", CHAINS)
def test_a_chain_of_reasons_is_as_long_as_it_likes(name: str) -> None:
    """Nothing here recurses: a tree of calls would not survive."""
    m = loads(CHAINS[name], name).argument_map
    assert len(m.statements) == (300 if name == "kialo" else 3000)
    assert [r.target for r in m.relations] == [s.id for s in m.statements[:-1]]
