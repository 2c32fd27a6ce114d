"""Bytes from strangers: every reader ends in a map with problems, or in an error with words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.formats.convert import dumps, loads
from argmap.formats.format import Format
from argmap.formats.table import FORMATS
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing
from tests.formats.maps import NASTY, maps
from tests.long import LONG

READERS = [row for row in FORMATS if row.read]
WRITERS = [row for row in FORMATS if row.write and row.read]
SAMPLES = sorted(p for p in (Path(__file__).parents[1] / "cases/formats").iterdir() if p.is_file())
quick = settings(
    max_examples=40 * LONG, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)

WORDS = st.sampled_from(
    [
        *NASTY, "{", "}", "[", "]", '"', ":", ",", "\n", "\n  ", "<node ", "<outline ", "/>", ">",
        '"nodes"', '"edges"', '"ideas"', '"attr"', "id", "TEXT=", "<map>", "</map>", "<opml>",
        "arg(a).", "att(a,b).", "p af 3", "1 2", "#", "(1) a", "(2) b", "----", "--", "[a]", "<b>",
        "  - ", "  + ", "===", "{x: 1}", "Create(", "CreateChild(", '"Claim")', "a: ", "- ", "? ",
        "\\ud83d", "[" * 99, '{"a":' * 200,
        "&a ", "*a", "!!python/object:os.system", "<!DOCTYPE x [", "<!ENTITY e 'x'>", "]>", "&e;",
    ]
)  # fmt: skip


def attempt(data: str | bytes, row: Format) -> None:
    try:
        imported = loads(data, row.name, "strange")
    except ArgmapError as error:
        refused = error
    else:
        dumps(imported.argument_map, "json").text.encode()
        return
    assert refused.message
    assert refused.where.file == "strange"


@pytest.mark.parametrize("row", READERS, ids=lambda row: row.name)
@quick
@given(data=st.one_of(st.lists(WORDS, max_size=30).map("".join), st.binary(max_size=200)))
def test_no_reader_fails_on_garbage(row: Format, data: str | bytes) -> None:
    attempt(data, row)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
@quick
@given(data=st.data())
def test_no_reader_fails_on_a_broken_sample(path: Path, data: st.DataObject) -> None:
    text = path.read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 30)))
    broken = text[:start] + data.draw(st.one_of(st.just(""), WORDS)) + text[end:]
    for row in READERS:
        if any(path.name.endswith(suffix) for suffix in (*row.suffixes, *row.also)):
            attempt(broken, row)


@pytest.mark.parametrize(
    "row", [r for r in WRITERS if ".json" in (*r.suffixes, *r.also)], ids=lambda r: r.name
)
@quick
@given(argument_map=maps(), data=st.data())
def test_json_with_wrong_types_is_no_danger(
    row: Format, argument_map: ArgumentMap, data: st.DataObject
) -> None:
    value = json.loads(dumps(argument_map, row.name).text)
    odd = data.draw(st.sampled_from([None, 1, True, "x", [], {}, [None], {"a": None}, 1e999, -1]))
    place = value
    while isinstance(place, (dict, list)) and place:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(keys))
        if data.draw(st.booleans()) or not isinstance(place[key], (dict, list)):
            place[key] = odd
            break
        place = place[key]
    attempt(json.dumps(value), row)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('<!DOCTYPE x [<!ENTITY a "b">]><opml>&a;</opml>', "entities"),
        ('<!DOCTYPE x SYSTEM "http://x.y/z.dtd"><opml>&a;</opml>', "&a;"),
        ("<opml>" * 6000, "nested"),
        ("<opml>" + "<a/>" * 500_000, "more than 500,000 elements"),
        ("<opml><body></opml>", "mismatched"),
    ],
)
def test_xml_with_declarations_or_depth_is_refused(text: str, words: str) -> None:
    with pytest.raises(ArgmapError, match=words) as error:
        loads(text, "opml", "x.opml")
    assert error.value.where.line == 1


def test_a_doctype_that_only_names_a_dtd_is_fine_and_nothing_is_fetched() -> None:
    text = '<!DOCTYPE ARG SYSTEM "file:///etc/passwd"><ARG><AU><PROP><PROPTEXT>p</PROPTEXT></PROP></AU></ARG>'
    assert [s.text for s in loads(text, "aml").argument_map.statements] == ["p"]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 100_000, "[[" * 250 + "]]" * 250])
def test_deep_json_is_refused(text: str) -> None:
    with pytest.raises(ArgmapError, match="nested"):
        loads(text, "mindmup")


@pytest.mark.parametrize(
    "text", ["[a]: b", "A:\n  r1:\n    [a]: b\n", "A:\n  r1: {note: {x: 1, x: 2}}"]
)
def test_yaml_with_odd_keys_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(ArgmapError, match=r"cannot be a key|occurs twice") as error:
        loads(text, "other-argmap", "x.yml")
    assert error.value.where.line >= 1


def test_a_script_is_not_run(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    script = (
        "#Rationale Version 160.66\nimport os\n"
        f"os.system('touch {mark}')\nopen({str(mark)!r}, 'w')\n"
        'map0_0 = Create("Claim")\nSetText("A")\n'
    )
    assert [s.text for s in loads(script, file="x.rtnl").argument_map.statements] == ["A"]
    assert not mark.exists()


PIECES = [
    "[", "[a](http://", "-> See 1.", "1.", "# ", " #", "\\", "(", "{", '"', '\\"', '{"a":"', "#",
    "*", "&", "<a ", "<!--", "\t", " ", ";", "'", "SetText(", 'SetText("', "a[1]", "Pro:", "-",
    "r1: ", "? ", "\r", "\u2028", "#a ", "#(a b) ", "**a", "@[a]",
]  # fmt: skip


@pytest.mark.parametrize("row", READERS, ids=lambda row: row.name)
def test_one_endless_line_is_no_work_for_hours(row: Format) -> None:
    """A reader that looks through the rest of a line at each of its pieces would not end here."""
    for piece in PIECES:
        endless = piece * (30_000 // len(piece))
        for text in (endless, f"# {endless}x", f"Discussion Name:\nT\n1. {endless}"):
            attempt(text, row)


@pytest.mark.parametrize("piece", ["a", "{", "{x:"])
def test_a_comment_behind_an_endless_line_is_no_work_for_hours(piece: str) -> None:
    found = loads(f"[t]: {piece * 300_000} /* x */\n", "argdown").argument_map.statements
    assert [statement.text for statement in found] == [piece * 300_000]


def test_many_attacks_on_an_argument_of_many_premises_are_no_work_for_hours() -> None:
    premises = "".join(f"({n}) [p{n}]: p\n" for n in range(1, 4000))
    attacks = "".join(f"[q{n}]: q\n  -> <A>\n  >< [p{n}]\n\n" for n in range(1, 4000))
    found = loads(f"<A>\n\n{premises}----\n(4000) [c]: c\n\n{attacks}", "argdown").argument_map
    assert len(found.relations) == 1 + 2 * 3999, "what contradicts a premise attacks no more"


@pytest.mark.parametrize("row", WRITERS, ids=lambda row: row.name)
def test_a_large_map_comes_back(row: Format) -> None:
    """Of 2000 statements that start alike, in ten wide branches; JSON trees cannot go deep."""
    statements = tuple(Statement(f"s{n}", f"The same words begin here, {n}") for n in range(2000))
    relations = tuple(
        Relation(f"r{n}", (f"s{n}",), Bearing.ATTACKS, f"s{(n - 1) // 10}") for n in range(1, 2000)
    )
    text = dumps(ArgumentMap(statements=statements, relations=relations), row.name).text
    imported = loads(text, row.name)
    assert len(imported.argument_map.statements) == 2000
    assert len(imported.argument_map.relations) == 1999
