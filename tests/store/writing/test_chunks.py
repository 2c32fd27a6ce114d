"""Which lines of a file belong to what: the margin names the owner, `.` is nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import Severity
from argmap.model.edits.edit import set_fields
from argmap.model.history.document import Document
from argmap.store.file_text import FileText
from argmap.store.reading.plain_lines import in_plain_lines
from argmap.store.writing.chunks import Contents, Role, chunks_of
from argmap.store.yaml.scan import scan
from argmap.store.yaml_file import read

PUT = (
    "\n",
    " ",
    "- ",
    "\n- ",
    "\n  - ",
    "? ",
    ": ",
    "#",
    "\n#",
    "{",
    "}",
    "[",
    "]",
    "|\n",
    '"',
    "\t",
)
"""What is put into texts to spoil them."""

OWNERS = {
    "comments belong to what stands below them, unless a blank line lies between": """
.            | # yaml-language-server: $schema=argmap.schema.json
:argmap      | argmap: 1
:title       | # in May
:title       | title: T   # so
.            |
.            | # --- what is said ---
.            |
:statements  | # in the order of the debate
:statements  | statements:
a            |   # the question
a            |   - id: a
a            |     text: A
.            |
.            |   # apart
.            |
b            |   # of the council
b            |   - id: b
b            |     # inside
b            |
b            |     text: B
.            |
:x-own       | x-own: {}
.            | # the end
""",
    "a comment that is indented deeper than the dash belongs to the item above it": """
:argmap      | argmap: 1
:statements  | statements:
:statements  |     # of the head
a            |   - id: a
a            |     text: A
a            |     # still of a
a            |
a            |       # and this
b            |   # of b
b            |   - id: b
b            |     text: B
:relations   | relations: []
""",
    "blank lines that a text keeps are the text's": """
:argmap      | argmap: 1
:statements  | statements:
a            |   - id: a
a            |     text: |+
a            |       A
a            |
a            |
b            |   - id: b
b            |     text: |
b            |       B
.            |
.            |
c            |   - id: c
c            |     text: >-
c            |       C
.            |
""",
    "lists at the left edge, dashes on lines of their own, several lines in brackets": """
:argmap      | argmap: 1
:statements  | statements:
a            | - id: a
a            |   text: A
b            | -
b            |   # of b
b            |   id: b
b            |   text: B
c            | - {id: c,
c            |    text: C}   # so
d            | - "id": d
d            |   ? text
d            |   : D
:authors     | authors:
:authors     | - Ann
:authors     |   # of Ann
""",
    "what could not be read has lines of its own, which nothing else touches": """
:argmap      | argmap: 1
:statements  | statements:
?            |   # why not
?            |   - not a statement
a            |   - id: a
a            |     text: A
?            |   - &x {id: b, text: B}
.            |
?            |   # twice
?            |   - {id: a, text: C}
:relations   | relations:
?            |   - {from: [a], supports: nobody}
r            |   - {id: r, from: [a], supports: a, x: 1}
:title       | title: T
?            | title: twice
""",
    "a section in brackets is one thing": """
.            | ---
:argmap      | argmap: 1
:statements  | statements: [{id: a, text: A},   # one
:statements  |   {id: b, text: B}]   # two
:relations   | relations:
.            | ...
""",
    "a file in brackets is one thing too": """
.            | {"argmap": 1,
.            |  "statements": [{"id": "a", "text": "A"}]}
.            |
""",
}


@pytest.mark.parametrize("name", OWNERS)
def test_every_line_has_an_owner(name: str) -> None:
    rows = [row.partition("|") for row in OWNERS[name].strip("\n").split("\n")]
    text = "".join(line.removeprefix(" ") + "\n" for _, _, line in rows)
    found: list[str] = []
    for chunk in read(text).text._chunks:
        owner = chunk.key or ("." if chunk.role is Role.REST and not chunk.name else "?")
        found += ["."] * chunk.gap.count("\n") + [owner] * chunk.body.count("\n")
    assert found == [owner.strip() for owner, _, _ in rows]
    assert read(text).text.text() == text


@pytest.mark.parametrize("second", ['[{"id": "c", "text": "C"}]', "[]", '"x"'])
def test_a_section_twice_in_a_file_in_brackets_is_told_and_the_first_one_edited(
    second: str,
) -> None:
    first = '[{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]'
    reading = read(f'{{"argmap": 1, "statements": {first}, "statements": {second}}}')
    assert [p.code for p in reading.problems] == ["duplicate-key"]
    assert [s.id for s in reading.argument_map.statements] == ["a", "b"]
    document = Document(reading.argument_map, reading.text)
    document.do("Change", set_fields(document.argument_map, "a", text="New"))
    again = read(reading.text.text())
    assert [s.text for s in again.argument_map.statements] == ["New", "B"]
    assert [p.code for p in again.problems] == ["duplicate-key"]


def test_in_brackets_a_line_may_begin_with_a_tab() -> None:
    reading = read('{"argmap": 1, "statements": [{id: a, text: One\n\tclaim}, {id: b, text: B}]}')
    assert [s.text for s in reading.argument_map.statements] == ["One claim", "B"]
    document = Document(reading.argument_map, reading.text)
    document.do("Change", set_fields(document.argument_map, "b", text="New"))
    again = read(reading.text.text())
    assert (again.argument_map, again.problems) == (document.argument_map, ())


def test_a_key_that_stands_twice_belongs_to_nobody_the_second_time() -> None:
    reading = read("argmap: 1\ntitle: A\ntitle: B\n")
    assert [(c.role, c.body) for c in reading.text._chunks] == [
        (Role.FIELD, "argmap: 1\n"),
        (Role.FIELD, "title: A\n"),
        (Role.REST, "title: B\n"),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "# only\n# comments\n", "---\n...\n"])
def test_what_holds_no_map_is_kept_as_it_is(text: str) -> None:
    reading = read(text)
    assert reading.text.text() == text
    assert [p.code for p in reading.problems if p.severity is Severity.ERROR] == ["no-version"]


PLAIN = "# mine\nargmap: 1\n\nstatements:\n  - id: a\n    text: A\n  # of b\n  - {id: b, text: B}\n"


def test_who_only_looks_at_a_map_has_no_text_cut() -> None:
    reading = read(PLAIN)
    assert not isinstance(reading.source, FileText)
    assert reading.text is reading.text
    assert reading.text.text() == PLAIN


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("text: A", 'text: "A\u2028B"'),
        "".join(f"  {line}\n" for line in PLAIN.splitlines()),
        PLAIN.replace("statements:", "? statements\n:"),
        PLAIN.replace("  - id: a", "  -\n    id: a"),
        "argmap: 1\nstatements: {a: b}\n",
        "argmap: 1\nstatements: [{id: a, text: A}]\n",
        '{"argmap": 1, "statements": []}',
    ],
)
def test_what_might_not_be_edited_is_cut_at_once_to_know_it(text: str) -> None:
    reading = read(text)
    assert isinstance(reading.source, FileText)
    assert reading.text.text() == text
    odd = "odd-layout" in {problem.code for problem in reading.problems}
    assert odd == (text.startswith(" ") or "?" in text)
    assert reading.read_only >= odd


@given(spoilt=st.sampled_from(sorted(OWNERS)), at=st.integers(0, 400), put=st.sampled_from(PUT))
def test_what_looks_plain_can_be_cut(spoilt: str, at: int, put: str) -> None:
    rows = (row.partition("|")[2].removeprefix(" ") for row in OWNERS[spoilt].splitlines())
    whole = "\n".join(rows)
    scanned = scan(whole[:at] + put + whole[at:])
    if scanned.broken is None and in_plain_lines(scanned):
        chunks = chunks_of(scanned, Contents())
        assert "".join(c.gap + c.body for c in chunks) == scanned.lines.text
