"""Which format a file is: by its longest suffix, and where several share one, by what it holds."""

from __future__ import annotations

import pytest

from argmap.errors import ArgmapError
from argmap.formats.convert import convert, dumps, format_for, loads, recognise
from argmap.formats.format import Format
from argmap.formats.table import FORMATS, by_name
from argmap.model.argument_map import ArgumentMap

WITHOUT_SIGN = ("json", "text", "markdown")
NODES = '{"nodes": [{"nodeID": "1"}], "edges": []}'
GRAPHML = "<graphml><key/></graphml>"

BY_CONTENT = [
    ("json", '{"argmap": 1}', "json"),
    ("json", ' \n{\n "argmap" : 1}', "json"),
    ("json", NODES, "aif"),
    ("json", '{"AIF": {"nodes": [{"nodeID": 1}], "edges": []}}', "xaif"),
    ("json", '{"nodes": [{"id": 1, "descriptors": {}}], "edges": []}', "xaif"),
    ("json", '{"nodes": [], "edges": [{"source_id": "a", "target_id": "b"}]}', "sadface"),
    ("json", '{"nodes": [{"type": "atom"}], "edges": [], "metadata": {"core": {}}}', "sadface"),
    ("json", '{"nodes": {"a": {"atom": {"text": "A"}}}, "edges": {}}', "arguebuf"),
    ("json", '{"ideas": {}}', "mindmup"),
    ("yaml", "argmap: 1\n", "argmap"),
    ("yaml", "# a note\n\nargmap : 1\n", "argmap"),
    ("yml", "statements:\n  a: A\narguments:\n  a1: {conclusion: a}\n", "carneades"),
    ("yml", "A:\n  r1:\n    B:\n", "other-argmap"),
    ("yaml", 'A:\n  "o2":\n    B:\n', "other-argmap"),
    ("xml", "<lkif/>", "lkif"),
    ("xml", "<?xml version='1.0'?><!DOCTYPE ARG SYSTEM 'a.dtd'><ARG/>", "aml"),
    ("xml", "<arggraph/>", "arggraph"),
    ("xml", "<argument/>", "axl"),
    ("xml", GRAPHML.replace("<key/>", "<key argml='x'/>"), "argml"),
    ("xml", "<opml/>", "opml"),
    ("xml", "<!-- made by hand --><map/>", "freeplane"),
    ("md", "Words\n\n```argdown\n[a]: A\n```\n", "argdown"),
    ("md", "Words about `argdown`\n", "markdown"),
    ("markdown", "", "markdown"),
    ("txt", "Discussion Title: T\n", "kialo"),
    ("txt", "\n  Discussion Name:\nT\n", "kialo"),
    ("txt", "We talk.\nDiscussion Name: T\n", "text"),
    ("txt", "", "text"),
    ("json", '{"nodes": [], "edges": [], "locutions": []}', "aif"),
    ("json", '{"analyst_name": "N", "edges": [], "nodes": [], "resources": []}', "sadface"),
    ("json", '{"schemaVersion": 1, "libraryVersion": "2"}', "arguebuf"),
    ("json", '{"title": "T", "formatVersion": 3, "id": "root"}', "mindmup"),
    ("yaml", "statements:\n  - id: a\n    text: A\n", "argmap"),
    ("yaml", "title: T\nstatements: # so\n- {id: a, text: A}\nargmap: 1\n", "argmap"),
    ("yaml", "statements:\n  a: A\n", "carneades"),
    ("json", '{"title": "T", "statements": [{"id": "a", "text": "A"}]}', "json"),
    ("yml", "meta:\n  title: Nothing yet\n", "carneades"),
]


@pytest.mark.parametrize(("suffix", "text", "name"), BY_CONTENT)
def test_among_those_of_a_suffix_the_content_decides(suffix: str, text: str, name: str) -> None:
    assert recognise(text, f"some/where.v2.{suffix}").name == name


@pytest.mark.parametrize(
    ("text", "name"), [(text, name) for _, text, name in BY_CONTENT if name not in WITHOUT_SIGN]
)
def test_without_a_name_the_content_decides_alone(text: str, name: str) -> None:
    assert recognise(text).name == name
    assert recognise(text, "-").name == name
    assert recognise(text, "download.bin").name == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("arg(a). att(a,b).", "apx"),
        ("p af 2\n1 2\n", "iccma"),
        ("# made by hand\np af 2\n", "iccma"),
        ("#Rationale Version 120.53\n", "rationale"),
        ("T1\tClaim 0 3\tA b\n", "brat"),
    ],
)
def test_what_is_told_by_its_first_lines(text: str, name: str) -> None:
    assert recognise(text).name == name


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("POOL.ARGMAP.YAML", "argmap"), ("pool.argmap", "argmap"), ("a.argmap.json", "json"),
        ("x.aif.json", "aif"), ("x.xaif", "xaif"), ("x.ad", "argdown"), ("x.sadface", "sadface"),
        ("x.carneades.yaml", "carneades"), ("x.map.yaml", "other-argmap"), ("x.lkif", "lkif"),
        ("x.aml", "aml"), ("x.axl", "axl"), ("x.rtnl", "rationale"), ("x.mup", "mindmup"),
        ("x.opml", "opml"), ("x.mm", "freeplane"), ("x.apxd", "apx"), ("x.tgf", "tgf"),
        ("x.af", "iccma"), ("x.kialo", "kialo"), ("x.csv", "csv"), ("x.tab", "tsv"),
        ("x.ann", "brat"), ("folder.csv/x.mup", "mindmup"),
    ],
)  # fmt: skip
def test_a_suffix_of_its_own_is_enough_whatever_the_content(file: str, name: str) -> None:
    assert recognise("any words", file).name == name


@pytest.mark.parametrize(
    ("text", "file", "message", "hint"),
    [
        ("words", "", "Neither the name nor the content", "--list"),
        ("words", "x.docx", "Neither the name nor the content", "--list"),
        ("words", "x.html", "Neither the name nor the content", "--list"),
        ("{}", "x.json", "The file is none of these: argmap as JSON, AIF", "Name its format."),
        ("[]", "x.json", "The file is none of these", "Name its format."),
        ("a: 1", "x.yml", "none of these: argmap, Carneades, argmap YAML of dsanson.", "Name"),
        ("<a/>", "x.xml", "none of these: LKIF, AML", "Name"),
        (GRAPHML, "x.xml", "none of these: LKIF, AML", "Name"),
    ],
)
def test_what_cannot_be_told_is_an_error_with_a_way_out(
    text: str, file: str, message: str, hint: str
) -> None:
    with pytest.raises(ArgmapError, match=message) as error:
        recognise(text, file)
    assert hint in error.value.hint
    assert error.value.where.file == file


def test_a_named_format_counts_more_than_suffix_and_content() -> None:
    m = loads('{"ideas": {}}\n', "text", "x.json").argument_map
    assert [s.text for s in m.statements] == ['{"ideas": {}}']


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("a.json", "json"), ("a.aif.json", "aif"), ("a.argmap.json", "json"), ("a.yaml", "argmap"),
        ("a.yml", "argmap"), ("a.md", "markdown"), ("A.MARKDOWN", "markdown"), ("a.ad", "argdown"),
        ("a.txt", "text"), ("a.graphml", "graphml"), ("a.gv", "dot"), ("a.htm", "html"),
        ("a.carneades.yaml", "carneades"), ("dir.csv/a.tex", "tikz"), ("a.tab", "tsv"),
    ],
)  # fmt: skip
def test_writing_goes_by_the_longest_suffix(file: str, name: str) -> None:
    assert format_for(file).name == name


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("a.docx", "There is no format to write with the suffix “.docx” of “a.docx”."),
        ("b/a.xml", "There is no format to write with the suffix “.xml” of “b/a.xml”."),
        ("a.aml", "There is no format to write with the suffix “.aml” of “a.aml”."),
        (
            "a.map.yaml.bak",
            "There is no format to write with the suffix “.bak” of “a.map.yaml.bak”.",
        ),
        ("dir.json/a", "“dir.json/a” has no suffix that shows its format."),
    ],
)
def test_a_suffix_that_nobody_writes_is_an_error_with_a_way_out(file: str, message: str) -> None:
    with pytest.raises(ArgmapError) as error:
        format_for(file)
    assert error.value.message == message
    assert error.value.hint == "Name the format; `argmap convert --list` shows them all."


def test_names_that_are_none_and_directions_that_are_closed() -> None:
    with pytest.raises(ArgmapError, match="There is no format “word”") as error:
        by_name("word")
    assert all(row.name in error.value.hint for row in FORMATS)
    with pytest.raises(ArgmapError, match="“Web page” can be written, but not read") as error:
        loads("x", "html", "x.html")
    assert error.value.where.file == "x.html"
    with pytest.raises(ArgmapError, match=r"“AML \(Araucaria\)” can be read, but not written"):
        dumps(ArgumentMap(), "aml")
    with pytest.raises(ArgmapError, match="There is no format"):
        convert("A\n", "word", "text")


@pytest.mark.parametrize("row", [r for r in FORMATS if r.read and r.write], ids=lambda r: r.name)
def test_what_is_written_is_recognised_under_its_suffixes(row: Format) -> None:
    text = dumps(loads("A thing.\n  Pro: Another thing.\n", "text").argument_map, row.name).text
    assert {recognise(text, f"x{suffix}") for suffix in row.suffixes} == {row}


def test_both_halves_of_a_conversion_are_given() -> None:
    text = '<map><node TEXT="A"><icon BUILTIN="flag"/><node TEXT="B"/></node></map>'
    imported, exported = convert(text, "tgf", file="x.mm")
    assert [loss.what for loss in imported.losses] == ["icons"]
    assert [loss.ids for loss in exported.losses] == []
    assert exported.text.startswith("a A\n")
