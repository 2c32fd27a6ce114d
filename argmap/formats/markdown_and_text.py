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

from argmap.formats.building.bearing_words import MARK, MARKS, unmarked
from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.tree_reader import TreeLine, add_tree
from argmap.formats.format import Format, Imported
from argmap.formats.losses.features import only
from argmap.formats.writing.tree_writer import HELD, WrittenLine, lines
from argmap.model.argument_map import ArgumentMap

_BULLETS = "-*+•–"
_WORD_BULLETS = f"{_BULLETS}·◦▪▫‣⁃●○■□§\uf0a7\uf0b7"
_LETTER = r"(?:[a-zA-Z]|[ivxIVX]{1,6})\)"
_NUMBER = r"\d{1,9}(?:\.\d{1,9}){0,8}"
_ITEM = r"(?P<indent>[ \t]*)(?:(?:{}|(?P<number>{}[.)]?))(?=[ \t]|$)[ \t]*)?(?P<words>.*)"
_TEXT_LINE = re.compile(_ITEM.format(f"[{_WORD_BULLETS}]|{_LETTER}|(?P<o>o)", _NUMBER))
_MARKDOWN_LINE = re.compile(_ITEM.format(f"[{_BULLETS}]|{_LETTER}|(?P<o>$^)", _NUMBER))
_NUMBERED = re.compile(rf"^[ \t]*+({_NUMBER})[.)]?(?=[ \t]|$)", re.MULTILINE)
_BESIDE_O = re.compile(r"^[ \t]*[•·▪§\uf0a7\uf0b7][ \t]", re.MULTILINE)
_HEADING = re.compile(r"(#{1,6})[ \t]+(.*)")
_ODD_START = re.compile(
    rf"(?:[{_WORD_BULLETS}]|{_LETTER}|{_NUMBER}[.)]?|(?-i:o))(?=\s|$)"
    rf"|\*{{0,2}}{MARK}:|[\\#=]",
    re.IGNORECASE,
)
_ODD_IN_MARKDOWN = re.compile(
    rf"\d{{1,9}}(?=[.)])|(?:[a-z]|[ivx]{{1,6}})(?=\))|(?=[-+•–=])|{MARK}(?=:)", re.IGNORECASE
)
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#&~|])")
_ADDRESS = re.compile(
    r"(?<![\w/@.-])(?:https?://[^\s<>\\()\[\]]+(?:\([^\s<>\\()\[\]]*\)[^\s<>\\()\[\]]*)*"
    r"|www\.[^\s<>\\()\[\]]+\.[^\s<>\\()\[\]]+)",
    re.IGNORECASE,
)
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
    add_tree(builder, _markdown_rows(numbered))
    return builder.build(title=title)


class _Lines:
    """Reads lines one after the other: whether a number is a mark depends on those before it."""

    def __init__(
        self,
        line: re.Pattern[str],
        *,
        markdown: bool,
        with_o: bool = False,
        numbers: Sequence[int] = (),
    ) -> None:
        self._line = line
        self._markdown = markdown
        self._with_o = with_o
        self._numbers = list(numbers)

    def row(self, line: str, number: int, base: int = 0) -> TreeLine:
        """Return what a line says; its level is that of its indentation, then of its number."""
        found = self._line.match(line)
        assert found, "every line matches"
        words, deeper = found["words"], 0
        if found["number"] and self._goes_on(found["number"]):
            deeper = len(self._numbers) - 1
        elif found["number"] or (found["o"] and not self._with_o):
            words = line.strip()
        bearing, text = unmarked(words.strip())
        text = _without_markup(text) if self._markdown else text.removeprefix("\\")
        level = base + 10 * len(found["indent"]) + deeper
        step = bearing is not None and not text
        return TreeLine(level, bearing, text, step=step, line=number)

    def _goes_on(self, mark: str) -> bool:
        """Whether a number is a mark: it ends like one, or follows from the last, as 1.2 from 1.1.

        A mere `3.5` may be one of litres.
        """
        parts = _parts(mark)
        before = self._numbers
        first = parts[:-1] == before and parts[-1] == 1
        nth = [*before[: len(parts) - 1], *(n + 1 for n in before[len(parts) - 1 : len(parts)])]
        if mark[-1].isdigit() and not (len(parts) > 1 and (first or parts == nth)):
            return False
        self._numbers = parts
        return True


def _rows(text: str) -> Iterator[TreeLine]:
    with_o = bool(_BESIDE_O.search(text))
    lines = _Lines(_TEXT_LINE, markdown=False, with_o=with_o, numbers=_numbers_before(text))
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield lines.row(line, number)


def _numbers_before(text: str) -> list[int]:
    """Return the number above the first one, as 2 above 2.1: a list may be part of a longer one.

    It is one where the number after it stands there as well.
    """
    listed = [_parts(found[1]) for found in _NUMBERED.finditer(text)]
    if not listed or len(listed[0]) == 1 or listed[0][-1] != 1:
        return []
    *before, _ = listed[0]
    return before if [*listed[0], 1] in listed or [*before, 2] in listed else []


def _parts(mark: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", mark)]


def _markdown_rows(numbered: Iterable[tuple[int, str]]) -> Iterator[TreeLine]:
    """Return the lines; those below a heading stand deeper than it, however indented."""
    lines = _Lines(_MARKDOWN_LINE, markdown=True)
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
    """Return a text with Markdown's markup escaped, and what is a bullet or mark at the start.

    Addresses become links, in which nothing may be escaped.
    """
    pieces, at = [], 0
    for found in _ADDRESS.finditer(text):
        address = _without_punctuation(found[0])
        pieces += [_escaped(text[at : found.start()]), _link(address)]
        at = found.start() + len(address)
    escaped = "".join([*pieces, _escaped(text[at:])])
    start = _ODD_IN_MARKDOWN.match(escaped)
    return f"{start[0]}\\{escaped[start.end() :]}" if start else escaped


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _link(address: str) -> str:
    """Return an address as a link of CommonMark; one without http needs a text beside it."""
    if address[:4].lower() == "http":
        return f"<{address}>"
    return f"[{_escaped(address)}](http://{address})"


def _without_punctuation(address: str) -> str:
    """Return an address without what belongs to the sentence around it."""
    bare = address.rstrip(".,;:!?'\"*")
    while bare.endswith(")") and bare.count(")") > bare.count("("):
        bare = bare[:-1].rstrip(".,;:!?'\"*")
    return bare


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
    sniff_pasted=re.compile(r"\n[ \t]+\S|^[•·▪§\uf0a7\uf0b7][ \t]").search,
)
