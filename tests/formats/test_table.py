"""The table of formats, choosing among them, and the page made from it."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import pytest

from argmap import formats
from argmap.formats.convert import loads, recognise
from argmap.formats.format import Format, Loss
from argmap.formats.losses.feature import Feature
from argmap.formats.losses.features import EVERYTHING, FEATURES
from argmap.formats.manual import listing, page
from argmap.formats.table import FORMATS, by_name

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests" / "cases" / "formats"


def test_names_are_unique_and_every_row_does_something() -> None:
    names = [row.name for row in FORMATS]
    assert len(set(names)) == len(names)
    for row in FORMATS:
        assert row.read or row.write
        assert row.suffixes
        assert all(s.startswith(".") and s == s.lower() for s in row.suffixes)
        assert row.holds <= EVERYTHING
        assert bool(row.holds) == bool(row.write)


def defined(node: ast.stmt) -> str:
    """Return the name under which a statement defines a format; "" for any other statement."""
    match node:
        case ast.Assign([ast.Name(name)], ast.Call(ast.Name("Format"))):
            return name
    return ""


def formats_in_modules() -> dict[str, Format]:
    """Return every format that a module of argmap.formats defines, by module and name."""
    found = {}
    folder = Path(formats.__path__[0])
    for path in sorted(folder.rglob("*.py")):
        body = ast.parse(path.read_text(encoding="utf-8")).body
        names = [*filter(None, map(defined, body))]
        assert names == [*map(defined, body[len(body) - len(names) :])], f"{path} goes on"
        parts = path.relative_to(folder).with_suffix("").parts
        module = ".".join(["argmap.formats", *(part for part in parts if part != "__init__")])
        for name in names:
            found[f"{module}.{name}"] = getattr(import_module(module), name)
    return found


def test_the_table_lists_every_format_that_a_module_ends_in() -> None:
    found = formats_in_modules()
    assert all(name.rpartition(".")[2].endswith("FORMAT") for name in found)
    assert sorted(row.name for row in found.values()) == sorted(row.name for row in FORMATS)
    assert {id(row) for row in found.values()} == set(map(id, FORMATS))


def test_where_formats_share_a_suffix_all_but_the_last_look_at_the_content() -> None:
    for suffix in {suffix for row in FORMATS for suffix in (*row.suffixes, *row.also)}:
        readers = [r for r in FORMATS if suffix in (*r.suffixes, *r.also) and r.read]
        assert all(row.sniff for row in readers[:-1]), suffix


def test_no_two_formats_are_written_under_the_same_suffix() -> None:
    written = [suffix for row in FORMATS if row.write for suffix in row.suffixes]
    assert len(set(written)) == len(written)


SHARED = {
    "notes.md": "argdown",
    "pool.argmap.json": "json",
    "nodeset.json": "aif",
    "ova3.json": "xaif",
    "ova2.json": "xaif",
    "sadface.json": "sadface",
    "arguebuf.json": "arguebuf",
    "mindmup.json": "mindmup",
    "carneades.yml": "carneades",
    "dsanson.yml": "other-argmap",
    "lkif.xml": "lkif",
    "microtext.xml": "arggraph",
    "argunet.graphml": "argml",
    "kialo-old.txt": "kialo",
    "kialo-new.txt": "kialo",
}
"""The formats of the samples whose suffix is not theirs alone."""

NAMES = sorted(path.name for path in SAMPLES.iterdir() if path.is_file())


def format_of(name: str) -> str:
    """Return the format that a sample is of; that of its longest suffix, if it is not shared."""
    own = [(len(s), row.name) for row in FORMATS if row.read for s in row.suffixes if s in name]
    return SHARED[name] if name in SHARED else max(own)[1]


def test_there_is_a_sample_of_every_format_that_is_read() -> None:
    assert {format_of(name) for name in NAMES} == {row.name for row in FORMATS if row.read}


@pytest.mark.parametrize("name", NAMES)
def test_samples_are_recognised(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    assert recognise(data.decode(), name).name == format_of(name)
    imported = loads(data, file=name)
    assert len(imported.argument_map.statements) >= 2
    assert imported.argument_map.relations


@pytest.mark.parametrize(
    "name", [n for n in NAMES if n != "pool.argdown" and by_name(format_of(n)).sniff]
)
def test_content_alone_is_enough(name: str) -> None:
    """But for Argdown outside a fence; and argmap's own JSON is YAML as well."""
    text = (SAMPLES / name).read_text(encoding="utf-8")
    expected = {"json": "argmap"}.get(format_of(name), format_of(name))
    assert recognise(text, "").name == expected


def test_a_loss_names_what_and_how_many() -> None:
    assert str(Loss("resources")) == "resources"
    assert str(Loss("one", ("a",))) == "one (1): a"
    assert str(Loss("five", tuple("abcde"))) == "five (5): a, b, c, d, e"
    assert str(Loss("many", tuple("abcdefg"))) == "many (7): a, b, c, d, e and others"


def test_the_page_of_the_manual_is_the_table() -> None:
    """python -c "from argmap.formats.manual import page; print(page(), end='')"."""
    assert (ROOT / "docs" / "formats.md").read_text(encoding="utf-8") == page()


def test_the_page_names_each_format_once_and_what_its_writer_keeps() -> None:
    text = page()
    for row in FORMATS:
        assert text.count(f"\n| `{row.name}` | {row.title} | `{row.suffixes[0]}`") == 1
    kept = dict(
        re.findall(r"^\| ([^`|]+) \| (.+) \|$", text.partition("is kept by")[2], re.MULTILINE)
    )
    told = {what: keepers for whats, keepers in kept.items() for what in whats.split("; ")}
    lost = {f.what for f in FEATURES if any(f in lost_by(row) for row in FORMATS if row.write)}
    assert lost <= set(told)
    for row in (row for row in FORMATS if row.write and row.holds != EVERYTHING):
        for feature in lost_by(row):
            keepers = told[feature.what]
            assert (f"`{row.name}`" in keepers) == keepers.startswith("all but "), feature.key
    assert told["notes on statements"].split(", ")[:3] == ["`argdown`", "`mindmup`", "`opml`"]
    assert told["undercuts and backings (they bear on the first premise of the step instead)"] == (
        "all but `kialo`"
    )


def lost_by(row: Format) -> list[Feature]:
    """Return what a writer reports as left out, where a map has it."""
    return [f for f in FEATURES if f.key not in row.holds and f.part_of in {"", *row.holds}]


def test_the_page_has_what_each_format_says_of_itself() -> None:
    words = " ".join(page().split())
    for row in FORMATS:
        assert row.note in words
        assert row.reading in words
        assert row.writing in words
        assert bool(row.read) or not row.reading
        assert bool(row.write) or not row.writing


def test_the_listing_has_a_line_for_each_format_in_columns() -> None:
    lines = listing().split("\n")
    assert lines[0].split() == ["name", "read", "write", "suffixes", "format"]
    assert lines[-1] == ""
    at = lines[0].index("format")
    for row, line in zip(FORMATS, lines[1:-1], strict=True):
        read, write = ("yes" if f else "no" for f in (row.read, row.write))
        suffixes = [*row.suffixes, *row.also]
        assert line[:at].split() == [row.name, read, write, *suffixes]
        assert line[at:] == row.title
