"""Kialo's text export, in the dialect of before 2022 and in the one of now.

Entries are numbered `1.2.3.`; below a thesis every one is a pro or a con of the one it stands
under. A text that is only `-> See 1.2.` is the claim of that number, used again. Footnotes `[1]`
are cites of the sources at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.format import Format, Imported
from argmap.formats.losses.features import only
from argmap.formats.losses.source_features import line_for_source, source_from_line
from argmap.model.argument_map import ArgumentMap, Cite, Relation, Statement
from argmap.model.kinds import Bearing
from argmap.model.walk import roots

_ENTRY = re.compile(r"[ \t]*((?:\d+\.)+)(?!\d)[ \t]*(?:(Thesis|Pro|Con|Question):)?[ \t]*(.*)")
_NAME = re.compile(r"\s*Discussion (?:Title|Name):[ \t]*(.*)")
_SOURCES = re.compile(r"[ \t]*Sources:[ \t]*")
_FOOTNOTE = re.compile(r"[ \t]*\[(\d+)\][ \t]*(.*)")
_MARK = re.compile(r"(?<!\\)[ ]?\[(\d+)\](?!\()")
_LITERAL = re.compile(r"^\\(?=\\*\[\d+\])")
_SEE = re.compile(r"->\s*See\s+((?:\d+\.)+)\s*", re.IGNORECASE)
_SEE_OTHER = re.compile(r"->\s*See discussion\s+#?(.*)", re.IGNORECASE)
_LINK = re.compile(r"\[([^\[\]\n]+)\]\((https?://(?:\\.|[^()\s\\])*)\)")
_ESCAPED = re.compile(r"\\([()\[\]\\*_#>.:])")
_BEARINGS = {"Pro": Bearing.SUPPORTS, "Con": Bearing.ATTACKS}


@dataclass(slots=True)
class _Entry:
    number: str
    label: str
    line: int
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.texts).strip()

    @property
    def above(self) -> str:
        return ".".join([*self.number.split(".")[:-2], ""]) if self.number.count(".") > 1 else ""


def read(text: str, file: str) -> Imported:
    """Return the map of either dialect; links to other discussions are kept as text."""
    builder = MapBuilder(file)
    numbered = list(enumerate(text.split("\n"), 1))
    title, body = _title(numbered, builder)
    at = next((i for i, (_, line) in enumerate(body) if _SOURCES.fullmatch(line)), len(body))
    notes = _footnotes(body[at + 1 :], builder)
    entries = {entry.number: entry for entry in _entries(body[:at], builder)}
    for entry in entries.values():
        if not _SEE.fullmatch(entry.text):
            _statement(builder, entry, notes)
    used = {number for entry in entries.values() for number in _MARK.findall(entry.text)}
    if unused := [f"[{number}]" for number in notes if number not in used]:
        builder.add_loss("footnotes that no claim refers to", *unused)
    for entry in entries.values():
        _relation(builder, entry, entries)
    if not entries and not _NAME.match(text):
        builder.add_problem("There is no numbered claim in this file.", 1)
    return builder.build(title=title)


def _title(
    numbered: list[tuple[int, str]], builder: MapBuilder
) -> tuple[str, list[tuple[int, str]]]:
    for index, (_, line) in enumerate(numbered):
        if found := _NAME.match(line):
            _report_lines(builder, numbered[:index])
            if found[1].strip():
                return found[1].strip(), numbered[index + 1 :]
            rest = numbered[index + 1 :]
            return (rest[0][1].strip() if rest else ""), rest[1:]
    return "", numbered


def _entries(body: list[tuple[int, str]], builder: MapBuilder) -> Iterator[_Entry]:
    """Return the entries; a line that starts none belongs to the entry before.

    Where the first entry has a label, as in the dialect of now, all have one.
    """
    entry = None
    labelled = False
    seen: set[str] = set()
    for number, line in body:
        found = _ENTRY.match(line)
        if found and (found[2] or not labelled) and _follows(found[1], seen):
            labelled = labelled or (not seen and bool(found[2]))
            if entry:
                yield entry
            seen.add(found[1])
            entry = _Entry(found[1], found[2] or "", number, [found[3]])
        elif entry:
            entry.texts.append(line.strip())
        else:
            _report_lines(builder, [(number, line)])
    if entry:
        yield entry


def _report_lines(builder: MapBuilder, lines: list[tuple[int, str]]) -> None:
    lost = (f"line {number}" for number, line in lines if line.strip())
    builder.add_loss("lines before the first claim", *lost)


def _follows(number: str, seen: set[str]) -> bool:
    """Whether a number can come now: a new one, below a claim or as a root."""
    if number in seen:
        return False
    parts = number.split(".")[:-1]
    return len(parts) == 1 or ".".join(parts[:-1]) + "." in seen


def _footnotes(body: list[tuple[int, str]], builder: MapBuilder) -> dict[str, Cite]:
    """Return what each footnote cites; a line that starts none belongs to the quote before."""
    notes: dict[str, tuple[str, list[str]]] = {}
    lines: list[str] | None = None
    for number, line in body:
        found = _FOOTNOTE.match(line)
        if found and found[1] not in notes:
            lines = []
            notes[found[1]] = (found[2].strip(), lines)
        elif lines is not None:
            lines.append(_LITERAL.sub("", line.strip()))
        elif line.strip():
            builder.add_loss("lines before the first source", f"line {number}")
    return {
        number: Cite(_source(builder, words), "\n".join(quote).strip())
        for number, (words, quote) in notes.items()
    }


def _source(builder: MapBuilder, words: str) -> str:
    key = ("source", words)
    return (
        builder.id_of(key) if key in builder else builder.add_source(key, **source_from_line(words))
    )


def _statement(builder: MapBuilder, entry: _Entry, notes: dict[str, Cite]) -> None:
    used = [notes[number] for number in _MARK.findall(entry.text) if number in notes]
    text = _MARK.sub(lambda found: "" if found[1] in notes else found[0], entry.text)
    links = [(found[1], _ESCAPED.sub(r"\1", found[2])) for found in _LINK.finditer(text)]
    plain = _ESCAPED.sub(r"\1", _LINK.sub(r"\1", text))
    linked = [Cite(_source(builder, address), quote=label) for label, address in links]
    if other := _SEE_OTHER.match(entry.text):
        builder.add_loss("links to other discussions", other[1].strip())
    builder.add_statement(entry.number, plain.strip(), cites=(*used, *linked))


def _relation(builder: MapBuilder, entry: _Entry, entries: dict[str, _Entry]) -> None:
    source, target = (_first_number(number, entries) for number in (entry.number, entry.above))
    if source and source not in builder:
        builder.add_problem(f"“{entry.text}” does not name a claim of this file.", entry.line)
    elif entry.label in _BEARINGS and target:
        builder.add_relation([source], _BEARINGS[entry.label], target, line=entry.line)
    elif entry.above and entry.label == "Thesis":
        builder.add_loss("that a thesis answers a question", entry.number)
    elif entry.above:
        builder.add_problem(f"The claim {entry.number} is neither a pro nor a con.", entry.line)


def _first_number(number: str, entries: dict[str, _Entry]) -> str:
    """Return the number of the claim itself, to which `-> See` leads."""
    for _ in range(len(entries)):
        entry = entries.get(number)
        found = _SEE.fullmatch(entry.text) if entry else None
        if not found:
            return number
        number = found[1]
    return number


def write(argument_map: ArgumentMap) -> str:
    """Return the dialect of now; a claim in its second place is a link to the first."""
    writer = _Writer(argument_map)
    entries = "".join(writer.entries())
    return f"Discussion Name:\n{argument_map.title}\n\n{entries}{writer.footnotes()}"


class _Writer:
    """Gives out numbers, so that a claim or footnote is written once and then referred to."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.argument_map = argument_map
        self.numbers: dict[str, str] = {}
        self.notes: dict[Cite, int] = {}

    def entries(self) -> Iterator[str]:
        m = self.argument_map
        starts = [*roots(m), *m.statements]
        count = 0
        for start in starts:
            if start.id not in self.numbers:
                count += 1
                yield from self._tree(start.id, f"{count}.")

    def _tree(self, root: str, number: str) -> Iterator[str]:
        waiting: list[tuple[str, str, Relation | None]] = [(root, number, None)]
        while waiting:
            id_, number, relation = waiting.pop()
            label = "Pro" if relation and relation.bearing is Bearing.SUPPORTS else "Con"
            label = label if relation else "Thesis"
            indent = "  " * (number.count(".") - 1)
            if id_ in self.numbers:
                text = f"-> See {self.numbers[id_]}"
            else:
                self.numbers[id_] = number
                text = self._claim(self.argument_map.statement_by_id[id_])
                below = enumerate(self.argument_map.relations_on(id_), 1)
                waiting += reversed([(r.premises[0], f"{number}{n}.", r) for n, r in below])
            yield f"{indent}{number} {label}:\n{indent}{text}\n\n"

    def _claim(self, statement: Statement) -> str:
        numbers = (self.notes.setdefault(c, len(self.notes) + 1) for c in statement.cites)
        marks = "".join(f"[{number}]" for number in numbers)
        return f"{_escaped(statement.text)} {marks}".rstrip()

    def footnotes(self) -> str:
        """Return the block of sources at the end, once the claims are written."""
        notes = (
            f"\n[{number}] {line_for_source(self.argument_map.source_by_id[cite.source])}\n"
            + "".join(f"{_literal(line)}\n" for line in cite.quote.split("\n") if cite.quote)
            for cite, number in self.notes.items()
        )
        return "Sources:\n" + "".join(notes) if self.notes else ""


def _escaped(text: str) -> str:
    """Return a text with Kialo's markup escaped, and at the start what reads as number or link."""
    text = re.sub(r"([\\()\[\]*_#>])", r"\\\1", text)
    return re.sub(r"^(\d+|Sources|Discussion (?:Title|Name))(?=[.:])", r"\1\\", text)


def _literal(line: str) -> str:
    """Return a line of a quote, marked where it would read as the next footnote."""
    return re.sub(r"^(?=\\*\[\d+\])", r"\\", line)


FORMAT = Format(
    name="kialo",
    title="Kialo text",
    suffixes=(".kialo",),
    also=(".txt",),
    read=read,
    write=write,
    sniff=_NAME.match,
    holds=only("supports uses title texts sources source_fields quotes"),
    writing=(
        "There are no steps: an undercut is written as a con below the first premise of what it "
        "undercuts, and a map without a title as a discussion without a name."
    ),
)
