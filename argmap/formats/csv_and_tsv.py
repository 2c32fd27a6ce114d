"""Tables: CSV and TSV with a row for every use of a statement, or levels as columns.

The first row of an id holds the statement, further ones only what else it bears on. Rows that
share a `step` are linked premises, and a `target` may be a step. Where no column is called `text`
the column in which a row starts is its level, as in outlines that people keep in spreadsheets.
A cell that a spreadsheet would take for a formula is written with an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from enum import StrEnum
from itertools import zip_longest
from math import inf
from typing import Any, TypeVar

from argmap.errors import ArgmapError, Place
from argmap.formats.building.bearing_words import BEARINGS, MARKED_LINES, bearing_of
from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.tree_reader import TreeLine, add_tree
from argmap.formats.format import Format, Imported
from argmap.formats.losses.features import all_but
from argmap.formats.syntax.json_text import short
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Basis, Bearing, Judgement, Kind

_OF_STATEMENTS = (
    *("text", "kind", "title", "note", "tags", "group", "said_by", "implicit", "basis"),
    *("judgement", "credence"),
)
_OF_RELATIONS = ("relation", "target", "weight", "scheme", "rejected", "relation_note")
COLUMNS = ("id", "text", "relation", "target", "step", *_OF_STATEMENTS[1:], *_OF_RELATIONS[2:])
_ALIASES = {
    **{name: name for name in COLUMNS},
    **dict.fromkeys(("claim", "statement", "content", "label"), "text"),
    **dict.fromkeys(("parent", "parent_id", "to"), "target"),
    **dict.fromkeys(("rel", "type", "bearing"), "relation"),
    **dict.fromkeys(("key", "nr", "no", "number"), "id"),
    **{str(bearing): str(bearing) for bearing in Bearing},
}
_SEPARATORS = "\t,;"
_SEPARATOR = re.compile(r"\"?sep=([^\w\s\"]|\t)\"?\r?", re.IGNORECASE)
_FORMULA = "=+-@\t\r'\uff1d\uff0b\uff0d\uff20"
"""What a spreadsheet takes for the start of a formula, at full width as well, or for a mark."""
_BOM = "\ufeff"
_YES, _NO = ("true", "yes", "1", "x"), ("", "false", "no", "0")

Word = TypeVar("Word", bound=StrEnum)


def read(text: str, file: str) -> Imported:
    """Return the map of a table; the first line shows the separator, or how the others begin.

    A first line such as `sep=;`, which Excel obeys and writes, names the separator instead.
    """
    first, _, rest = text.partition("\n")
    named = _SEPARATOR.fullmatch(first)
    separator = named[1] if named else _separator(text, first)
    builder = MapBuilder(file)
    listed = _rows(rest if named else text, separator, file, 2 if named else 1)
    rows = [(line, row) for line, row in listed if any(map(str.strip, row))]
    if not rows:
        return builder.build()
    header = [cell.strip().lower().replace(" ", "_") for cell in rows[0][1]]
    names = [_ALIASES.get(cell, "") for cell in header]
    if "text" not in names:
        add_tree(builder, _levels(rows), marks=True)
        return builder.build()
    seen = {""}
    for name, cell in zip(names, header, strict=True):
        if cell and name in seen:
            builder.add_loss("columns", cell)
        seen.add(name)
    _fill(builder, [_row(builder, line, header, names, row) for line, row in rows[1:]])
    return builder.build()


def _separator(text: str, first: str) -> str:
    """Return the separator: of the first line, else the one with which most lines begin."""
    lines = [] if any(map(first.count, _SEPARATORS)) else text.split("\n")
    starts = [line[:1] for line in lines]
    return max(_SEPARATORS, key=starts.count if lines else first.count)


def _rows(text: str, separator: str, file: str, first_line: int) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    while True:
        line = reader.line_num + first_line
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise ArgmapError(f"This row cannot be read: {error}.", "", Place(file, line)) from None
        if row is None:
            return
        yield line, row


def _levels(rows: list[tuple[int, list[str]]]) -> Iterator[TreeLine]:
    for line, row in rows:
        level = next(index for index, cell in enumerate(row) if cell.strip())
        yield TreeLine(
            level, None, " ".join(cell.strip() for cell in row if cell.strip()), line=line
        )


@frozen
class _Record:
    """The cells of a row by the names of their columns; what a cell says wrongly is a problem."""

    builder: MapBuilder
    line: int
    cells: dict[str, str]

    def cell(self, name: str) -> str:
        return self.cells.get(name, "").strip()

    def choice(self, name: str, kind: type[Word]) -> Word | None:
        word = self.cell(name).lower()
        if word in tuple(kind):
            return kind(word)
        self._report_misunderstood(name)
        return None

    def truth(self, name: str) -> bool:
        word = self.cell(name).lower()
        if word not in (*_YES, *_NO):
            self._report_misunderstood(name)
        return word in _YES

    def number(self, name: str, fits: Callable[[float], bool]) -> float | None:
        with suppress(ValueError):
            number = float(self.cell(name))
            if fits(number):
                return number
        self._report_misunderstood(name)
        return None

    def _report_misunderstood(self, name: str) -> None:
        if self.cell(name):
            words = f"“{self.cell(name)}” is not understood as “{name}”; it is left out."
            self.builder.add_problem(words, self.line)

    def compare(self, first: _Record, names: Iterable[str], whose: str) -> None:
        """Tell what this row says otherwise than the first one of the same thing."""
        for name in names:
            if self.cell(name) not in ("", first.cell(name)):
                words = f"{whose} has another “{name}” here; the first one counts."
                self.builder.add_problem(words, self.line)


def _row(
    builder: MapBuilder, line: int, header: list[str], names: list[str], row: list[str]
) -> _Record:
    """Return the cells by the name of their column; of two columns of a name the first counts."""
    cells: dict[str, str] = {}
    for name, cell in zip(names, row, strict=False):
        formula = cell[:1] == "'" and cell[1:2] and cell[1:2] in _FORMULA
        cells.setdefault(name, cell[1:] if formula else cell)
    if any(cell.strip() and not head for head, cell in zip_longest(header, row, fillvalue="")):
        builder.add_problem("A cell of this row has no heading; it is left out.", line)
    _name_target(builder, line, cells)
    return _Record(builder, line, cells)


def _name_target(builder: MapBuilder, line: int, cells: dict[str, str]) -> None:
    """Read a column `supports` or `attacks` that holds the id of what a statement bears on."""
    for bearing in Bearing:
        target = cells.pop(str(bearing), "").strip()
        if target and cells.get("target", "").strip():
            words = f"A row says one thing that a statement bears on; “{target}” is left out."
            builder.add_problem(words, line, "Give it a row of its own with the same id.")
        elif target:
            cells |= {"relation": str(bearing), "target": target}


def _fill(builder: MapBuilder, rows: list[_Record]) -> None:
    firsts: dict[str, _Record] = {}
    steps: dict[str, tuple[list[str], _Record]] = {}
    for row in rows:
        key = row.cell("id") or f"row {row.line}"
        if key not in firsts:
            builder.add_statement(key, row.cell("text"), wish=key, **_statement_fields(row))
        firsts.setdefault(key, row)
        row.compare(firsts[key], _OF_STATEMENTS, f"“{key}”")
        if row.cell("target"):
            step = row.cell("step") or f"row {row.line}"
            premises, first = steps.setdefault(step, ([], row))
            premises.append(key)
            row.compare(first, _OF_RELATIONS, f"The step “{step}”")
        elif row.cell("relation").lower() in BEARINGS:
            row.builder.add_problem(
                "This row does not say what it bears on.", row.line, error=False
            )
    for step, (premises, row) in steps.items():
        target = row.cell("target")
        builder.add_relation(
            premises,
            bearing_of(builder, row.cell("relation"), row.line) or Bearing.SUPPORTS,
            ("step", target) if target in steps and target not in firsts else target,
            key=("step", step),
            wish=step,
            line=row.line,
            **_relation_fields(row),
        )


def _statement_fields(row: _Record) -> dict[str, Any]:
    fields: dict[str, Any] = {name: row.cell(name) for name in ("title", "note", "said_by")}
    fields["tags"] = _split(row.cell("tags"))
    fields["implicit"] = row.truth("implicit")
    fields["basis"] = row.choice("basis", Basis)
    fields["judgement"] = row.choice("judgement", Judgement)
    fields["credence"] = row.number("credence", lambda number: 0 <= number <= 1)
    group = row.cell("group")
    fields["group"] = row.builder.add_group(("group", group), group) if group else ""
    kind = row.choice("kind", Kind)
    return fields | ({"kind": kind} if kind else {})


def _relation_fields(row: _Record) -> dict[str, Any]:
    return {
        "weight": row.number("weight", lambda number: 0 < number < inf) or 1,
        "scheme": row.cell("scheme"),
        "rejected": row.truth("rejected"),
        "note": row.cell("relation_note"),
    }


def _split(cell: str) -> tuple[str, ...]:
    parts = re.findall(r"(?:[^;\\]|\\.)+", cell, re.DOTALL)
    return tuple(re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL).strip() for part in parts)


def write_csv(argument_map: ArgumentMap) -> str:
    """Return a table with commas, behind the mark without which Excel does not see UTF-8."""
    return _BOM + _write(argument_map, ",")


def write_tsv(argument_map: ArgumentMap) -> str:
    """Return a table with tabs."""
    return _write(argument_map, "\t")


def _write(argument_map: ArgumentMap, separator: str) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, delimiter=separator, lineterminator="\n")
    writer.writeheader()
    for statement in argument_map.statements:
        row = _statement_row(argument_map, statement)
        for relation in argument_map.relations_of(statement.id):
            writer.writerow(_safe(row | _relation_row(relation)))
            row = {"id": statement.id}
        if len(row) > 1:
            writer.writerow(_safe(row))
    return out.getvalue()


def _statement_row(argument_map: ArgumentMap, statement: Statement) -> dict[str, str]:
    group = argument_map.group_by_id.get(statement.group)
    return {
        "id": statement.id,
        "text": statement.text,
        "kind": str(statement.kind),
        "title": statement.title,
        "note": statement.note,
        "tags": ";".join(re.sub(r"([;\\])", r"\\\1", tag) for tag in statement.tags),
        "group": group.title if group else "",
        "said_by": statement.said_by,
        "implicit": "true" if statement.implicit else "",
        "basis": str(statement.basis or ""),
        "judgement": str(statement.judgement or ""),
        "credence": "" if statement.credence is None else str(statement.credence),
    }


def _relation_row(relation: Relation) -> dict[str, str]:
    return {
        "relation": str(relation.bearing),
        "target": relation.target,
        "step": relation.id,
        "weight": "" if relation.weight == 1 else str(short(relation.weight)),
        "scheme": relation.scheme,
        "rejected": "true" if relation.rejected else "",
        "relation_note": relation.note,
    }


def _safe(row: dict[str, str]) -> dict[str, str]:
    return {k: f"'{v}" if v[:1] and v[:1] in _FORMULA else v for k, v in row.items()}


_HELD = all_but(
    "extra aif conflicts viewpoints style sources group_details relation.tags free_order "
    "title summary language authors controls returns edges"
)
_READING = (
    "A first line `sep=;` names the separator. A column `target` with one `relation`, or a column "
    "`supports` or `attacks`, holds the id of what a statement bears on. Without a column `text` "
    f"the column in which a row starts is its level. {MARKED_LINES}"
)
CSV_FORMAT = Format(
    name="csv",
    title="Table (CSV)",
    suffixes=(".csv",),
    read=read,
    write=write_csv,
    holds=_HELD,
    reading=_READING,
)
TSV_FORMAT = Format(
    name="tsv",
    title="Table (TSV)",
    suffixes=(".tsv", ".tab"),
    read=read,
    write=write_tsv,
    holds=_HELD,
    reading=_READING,
)
