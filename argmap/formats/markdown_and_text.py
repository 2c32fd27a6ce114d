"""Indented text and Markdown lists: one line a statement, `Pro:` and `Con:` before reasons.

    The pool should open on Sundays.
      Pro: Two hundred residents asked for it.
      Con: Staff cost doubles.

`Pro:` or `Con:` alone on a line is a step, and the unmarked lines below it are its linked
premises. A bullet is not taken for a minus sign: too many people write lists with dashes. The marks
that word processors put before the lines of a list are bullets too: `a)`, `1.1`, `▪` and, in a text
with such bullets, `o`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from argmap.formats.building.bearing_words import MARK, MARKS
from argmap.formats.building.list_lines import (
    LETTER,
    MARKDOWN_LINE,
    NUMBER,
    TEXT_LINE,
    WORD_BULLETS,
    ListLines,
    is_list,
)
from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.tree_reader import TreeLine, add_tree
from argmap.formats.format import Format, Imported
from argmap.formats.losses.features import only
from argmap.formats.writing.markdown import in_markdown
from argmap.formats.writing.tree_writer import HELD, WrittenLine, lines
from argmap.model.argument_map import ArgumentMap
from argmap.references import lists as references

_PASTED = re.compile(r"\n[ \t]+\S|^[•·▪§\uf0a7\uf0b7][ \t]")
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_ODD_START = re.compile(
    rf"(?:[{WORD_BULLETS}]|{LETTER}|{NUMBER}[.)]?|(?-i:o))(?=\s|$)"
    rf"|\*{{0,2}}{MARK}:|[\\#=]",
    re.IGNORECASE,
)
_ODD_IN_MARKDOWN = re.compile(
    rf"\d{{1,9}}(?=[.)])|(?:[a-z]|[ivx]{{1,6}})(?=\))|(?=[-+•–=])|{MARK}(?=:)", re.IGNORECASE
)
_REFERENCES = "## References"
_REFERENCE = re.compile(r"\d+\. ")
_CITED = re.compile(r" \[\d+(?:, (?:\\.|[^\\\[\]])*)?(?:; (?:\\.|[^\\\[\]])*)?\]$")
"""Numbers of the list of references behind a statement, in whose own words brackets are escaped."""
_AUTOLINK = re.compile(r"(?<!\\)<(https?://[^\s<>\\]+)>", re.IGNORECASE)
_OWN_LINK = re.compile(r"(?<!\\)\[([^\s\[\]]+)\]\(http://([^\s<>\\()]+)\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~•–])")


def read_text(text: str, file: str) -> Imported:
    """Return the map of indented text; tabs and blanks both count as one column.

    Numbers such as `1.1` put a line deeper where it is not indented.
    """
    builder = MapBuilder(file)
    add_tree(builder, _rows(text))
    return builder.build()


def read_markdown(text: str, file: str) -> Imported:
    """Return the map of headings and lists; a first-level heading at the start is its title."""
    builder = MapBuilder(file)
    title = ""
    numbered = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line.strip()]
    if numbered and (found := _HEADING.match(numbered[0][1])) and found[1] == "#":
        title = _without_markup(_unclosed(found[2]))
        numbered = numbered[1:]
    if behind := _references_behind(numbered):
        del numbered[-behind:]
        numbered = [(number, _CITED.sub("", line)) for number, line in numbered]
        builder.add_loss("the list of references", "References")
    add_tree(builder, _markdown_rows(numbered))
    return builder.build(title=title)


def _references_behind(numbered: Sequence[tuple[int, str]]) -> int:
    """Return how many lines at the end are a list of references with its heading."""
    for count, (_, line) in enumerate(reversed(numbered), 1):
        if not _REFERENCE.match(line):
            return count if count > 1 and line.rstrip() == _REFERENCES else 0
    return 0


def _rows(text: str) -> Iterator[TreeLine]:
    lines = ListLines(TEXT_LINE, lambda words: words.removeprefix("\\"), text, kinds=True)
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield lines.row(line, number)


def _markdown_rows(numbered: Iterable[tuple[int, str]]) -> Iterator[TreeLine]:
    """Return the lines; those below a heading stand deeper than it, however indented."""
    lines = ListLines(MARKDOWN_LINE, _without_markup, kinds=False)
    for number, line in numbered:
        heading = _HEADING.match(line)
        if heading:
            yield lines.row(_unclosed(heading[2]), number, len(heading[1]) - 10)
        else:
            yield lines.row(line, number)


def _unclosed(heading: str) -> str:
    """Return a heading without the number signs that may close it."""
    words = heading.strip()
    bare = words.rstrip("#")
    return words if bare and not bare[-1].isspace() else bare.rstrip()


def write_text(argument_map: ArgumentMap) -> str:
    """Return a line a statement, two blanks deeper a level."""
    return "".join(f"{_indent(row)}{_words(row, _plain(row))}\n" for row in lines(argument_map))


def write_markdown(argument_map: ArgumentMap) -> str:
    """Return the title as a heading, and nested lists."""
    return _with_references(argument_map, ArgumentMap())


def _with_references(held: ArgumentMap, whole: ArgumentMap) -> str:
    """Return the map that is held, with what the whole map cites where, and the list of that."""
    head = f"# {_at_start(held.title)}\n\n" if held.title else ""
    numbers = references.numbers(whole.sources)

    def words(row: WrittenLine) -> str:
        same = whole.statement_by_id.get(row.statement.id) if row.statement else None
        cited = references.cited(same.cites, numbers, in_markdown) if same else ""
        return f"{_in_markdown(row)}{cited and ' '}{cited}"

    outline = "".join(f"{_indent(row)}- {_words(row, words(row))}\n" for row in lines(held))
    listed = references.markdown(whole.sources)
    return f"{head}{outline}\n{_REFERENCES}\n\n{listed}\n" if listed else f"{head}{outline}"


def _indent(row: WrittenLine) -> str:
    return "  " * row.level


def _words(row: WrittenLine, text: str) -> str:
    mark = MARKS[row.bearing] if row.bearing else ""
    return f"{mark} {text}".strip()


def _plain(row: WrittenLine) -> str:
    text = row.statement.text if row.statement else ""
    return f"\\{text}" if _ODD_START.match(text) else text


def _in_markdown(row: WrittenLine) -> str:
    return _at_start(row.statement.text) if row.statement else ""


def _at_start(text: str) -> str:
    """Return a text in Markdown, escaped as well if it starts as a bullet or a mark does."""
    escaped = in_markdown(text)
    start = _ODD_IN_MARKDOWN.match(escaped)
    return f"{start[0]}\\{escaped[start.end() :]}" if start else escaped


def _without_markup(text: str) -> str:
    """Return back a text from Markdown: no escapes, and addresses for links that only name them."""
    text = _AUTOLINK.sub(r"\1", text)
    text = _OWN_LINK.sub(
        lambda found: found[2] if _unescaped(found[1]) == found[2] else found[0], text
    )
    return _unescaped(text)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(r"\1", text)


MARKDOWN_FORMAT = Format(
    name="markdown",
    title="Markdown outline",
    suffixes=(".md", ".markdown"),
    read=read_markdown,
    write=write_markdown,
    read_by_people=_with_references,
    holds=HELD | only("title"),
    reading="A list of references at the end, and the numbers that refer to it, are passed over.",
    writing="Sources are listed as references at the end, and cited by their numbers.",
    sniff_pasted=re.compile(r"^\s*(?:[-*+]|\d+\.|#{1,6})\s", re.MULTILINE).search,
)
TEXT_FORMAT = Format(
    name="text",
    title="Indented text",
    suffixes=(".txt",),
    read=read_text,
    write=write_text,
    holds=HELD,
    reading=(
        "Marks of lists such as `•`, `a)` and `1.1` are no part of a text; where a list is not "
        "indented, as word processors copy it, a mark of another kind puts a line deeper."
    ),
    sniff_pasted=lambda text: _PASTED.search(text) or is_list(text),
)
