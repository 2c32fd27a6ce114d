"""Where on its lines something stands: the text and the parser agree on what a line is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.store.yaml.lines import Lines, count_breaks, dash_column, item_start
from argmap.store.yaml.node import Collection, Node
from argmap.store.yaml.scan import scan

BREAKS = ("\n", "\r\n", "\r", "\x85", "\u2028", "\u2029")


def nodes(node: Node | None) -> Iterator[Node]:
    """Return a node and all below it."""
    if node is not None:
        yield node
    for below in node.items if isinstance(node, Collection) else ():
        yield from nodes(below)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("a: b   # c\n", "b"),
        ("a: 'b'  \n", "'b'"),
        ("a: b\n  c\n\n", "b\n  c"),
        ("a: [b,\n  c]  # d\n", "[b,\n  c]"),
        ("a: |\n  b\n\n\n", "|\n  b"),
        ("a: |+\n  b\n\n\nc: d\n", "|+\n  b\n\n"),
        ("a: >-\r\n  b\r\n", ">-\r\n  b"),
        ("a: |2-\n    b\n", "|2-\n    b"),
        ("a:\n- b\n- c: d\n  e: f  # g\n", "- b\n- c: d\n  e: f"),
        ("a:\n# b\nc: d\n", ""),
    ],
)
def test_where_a_value_ends_comments_and_blank_lines_left_aside(text: str, content: str) -> None:
    scanned = scan(text)
    assert isinstance(scanned.root, Collection)
    assert scanned.lines.content(scanned.root.items[1]) == content


@given(st.lists(st.sampled_from(("a: b", "- c", "  d: [e, f]", "  - g", "? h", '"ü": i', *BREAKS))))
def test_a_column_is_what_the_parser_takes_it_for(parts: list[str]) -> None:
    scanned = scan("".join((*parts, "\n")))  # behind a last line without a break it counts oddly
    for node in nodes(scanned.root):
        index = node.start_mark.index
        assert scanned.lines.column(index) == node.start_mark.column
        assert count_breaks(scanned.lines.text[:index]) == node.start_mark.line


@given(st.lists(st.sampled_from(("a", "bc", *BREAKS))))
def test_a_line_ends_where_the_next_begins(parts: list[str]) -> None:
    text = "".join(parts)
    lines = Lines(text)
    at = 0
    for line in text.splitlines(keepends=True):
        end = at + len(line)
        shown = line.splitlines()[0]
        for index in range(at, at + len(shown)):
            assert (lines.column(index), lines.begins_line(index)) == (
                index - at,
                index == at and bool(at),
            )
            assert (lines.end_of_line(index), lines.next_line(index)) == (at + len(shown), end)
        at = end
    assert lines.next_line(at) == lines.end_of_line(at) == len(text)


COMMENTS = "- a\n    # its own\n\n  # this too\n# of what follows\n- b\n"


def test_comments_below_belong_to_what_they_are_indented_under() -> None:
    lines = Lines(COMMENTS)
    assert lines.text[: lines.end_with_comments(0, 0)].endswith("# this too\n")
    assert lines.text[: lines.end_with_comments(0, 2)].endswith("# its own\n")
    assert lines.text[: lines.end_with_comments(0, 4)] == "- a\n"


def test_comments_above_belong_to_what_they_stand_directly_above() -> None:
    lines = Lines("a: 1\n# apart\n\n# b's\n# too\nb: 2\n")
    b = lines.text.index("b: 2")
    assert lines.text[lines.start_with_comments(b, 5) : b] == "# b's\n# too\n"
    assert lines.start_with_comments(b, 0) == b, "the top of a file belongs to nobody"


@pytest.mark.parametrize("lead", ["", "# above\n", "\n  \n"])
def test_where_the_dash_of_an_item_stands_and_what_is_behind_it(lead: str) -> None:
    body = f"{lead}  -   id: a\n"
    assert dash_column(body) == 2
    assert item_start(body) == (lead.count("\n"), 6)
