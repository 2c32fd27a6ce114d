"""Indented text and Markdown lists: one line a statement, `Pro:` and `Con:` before reasons.

    The pool should open on Sundays.
      Pro: Two hundred residents asked for it.
      Con: Staff cost doubles.

`Pro:` or `Con:` alone on a line is a step, and the unmarked lines below it are its linked
premises. A bullet is not taken for a minus sign: too many people write lists with dashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from argmap.formats.building.bearing_words import BEARINGS
from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.tree_reader import TreeLine, add_tree
from argmap.formats.format import Format, Imported
from argmap.formats.losses.features import only
from argmap.formats.writing.tree_writer import HELD, WrittenLine, lines
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Bearing

MARKS = {Bearing.SUPPORTS: "Pro:", Bearing.ATTACKS: "Con:"}
_WORDS = ("pro", "support", "reason", "con", "attack", "objection")
_LINE = re.compile(r"([ \t]*)((?:[-*+•–]|\d{1,9}[.)])(?=[ \t]|$)[ \t]*)?(.*)")
_MARK = rf"(?:{'|'.join(_WORDS)})"
_MARKED = re.compile(rf"\*{{0,2}}({_MARK}):\*{{0,2}}(?:\s+|$)", re.IGNORECASE)
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_ODD_START = re.compile(
    rf"(?:[-*+•–]|\d{{1,9}}[.)])(?=\s|$)|\*{{0,2}}{_MARK}:|[\\#=]", re.IGNORECASE
)
_ODD_IN_MARKDOWN = re.compile(rf"\d{{1,9}}(?=[.)])|(?=[-+•–=])|{_MARK}(?=:)", re.IGNORECASE)
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#&~|])")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~•–])")


def read_text(text: str, file: str) -> Imported:
    """Return the map of indented text; tabs and blanks both count as one column."""
    builder = MapBuilder(file)
    add_tree(builder, _rows(text))
    return builder.build()


def read_markdown(text: str, file: str) -> Imported:
    """Return the map of headings and lists; a first-level heading at the start is its title."""
    builder = MapBuilder(file)
    title = ""
    numbered = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    if numbered and (found := _HEADING.match(numbered[0][1])) and found[1] == "#":
        title = _ESCAPED.sub(r"\1", _unclosed(found[2]))
        numbered = numbered[1:]
    add_tree(builder, _markdown_rows(numbered))
    return builder.build(title=title)


def _rows(text: str) -> Iterator[TreeLine]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _row(line, number, 0, markdown=False)


def _markdown_rows(numbered: Iterable[tuple[int, str]]) -> Iterator[TreeLine]:
    """Return the lines; those below a heading stand deeper than it, however indented."""
    below = 0
    for number, line in numbered:
        heading = _HEADING.match(line)
        if heading:
            below = len(heading[1])
            yield _row(_unclosed(heading[2]), number, below - 10, markdown=True)
        else:
            yield _row(line, number, 0, markdown=True)


def _unclosed(heading: str) -> str:
    """Return a heading without the number signs that may close it."""
    words = heading.strip()
    bare = words.rstrip("#")
    return words if bare and not bare[-1].isspace() else bare.rstrip()


def _row(line: str, number: int, base: int, *, markdown: bool) -> TreeLine:
    found = _LINE.match(line)
    assert found, "every line matches"
    text = found[3].strip()
    marked = _MARKED.match(text)
    bearing = BEARINGS[marked[1].lower()] if marked else None
    text = text[marked.end() :] if marked else text
    text = _ESCAPED.sub(r"\1", text) if markdown else text.removeprefix("\\")
    return TreeLine(
        base + len(found[1]), bearing, text, step=bool(marked) and not text, line=number
    )


def write_text(argument_map: ArgumentMap) -> str:
    """Return a line a statement, two blanks deeper a level."""
    return "".join(f"{_indent(row)}{_words(row, _plain(row))}\n" for row in lines(argument_map))


def write_markdown(argument_map: ArgumentMap) -> str:
    """Return the title as a heading, and nested lists."""
    head = f"# {_markdown(argument_map.title)}\n\n" if argument_map.title else ""
    rows = lines(argument_map)
    return head + "".join(f"{_indent(row)}- {_words(row, _in_markdown(row))}\n" for row in rows)


def _indent(row: WrittenLine) -> str:
    return "  " * row.level


def _words(row: WrittenLine, text: str) -> str:
    mark = MARKS[row.bearing] if row.bearing else ""
    return f"{mark} {text}".strip()


def _plain(row: WrittenLine) -> str:
    text = row.statement.text if row.statement else ""
    return f"\\{text}" if _ODD_START.match(text) else text


def _in_markdown(row: WrittenLine) -> str:
    return _markdown(row.statement.text) if row.statement else ""


def _markdown(text: str) -> str:
    """Return a text with Markdown's markup escaped, and what is a bullet or mark at the start."""
    escaped = _MARKDOWN.sub(r"\\\1", text)
    start = _ODD_IN_MARKDOWN.match(escaped)
    return f"{start[0]}\\{escaped[start.end() :]}" if start else escaped


MARKDOWN_FORMAT = Format(
    name="markdown",
    title="Markdown outline",
    suffixes=(".md", ".markdown"),
    read=read_markdown,
    write=write_markdown,
    holds=HELD | only("title"),
    sniff_pasted=re.compile(r"^\s*(?:[-*+]|\d+\.|#{1,6})\s", re.MULTILINE).search,
)
TEXT_FORMAT = Format(
    name="text",
    title="Indented text",
    suffixes=(".txt",),
    read=read_text,
    write=write_text,
    holds=HELD,
    sniff_pasted=re.compile(r"\n[ \t]+\S").search,
)
