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
from collections.abc import Iterator
from typing import Any

from argmap.errors import ArgmapError, Place
from argmap.formats.format import Imported
from argmap.formats.json_text import short
from argmap.formats.outline import Read, plant
from argmap.formats.sketch import Sketch
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Basis, Bearing, Judgement, Kind

_STATEMENT = ("kind", "title", "note", "tags", "group", "said_by", "implicit", "basis")
_JUDGED = ("judgement", "credence")
_RELATION = ("weight", "scheme", "rejected", "relation_note")
COLUMNS = ("id", "text", "relation", "target", "step", *_STATEMENT, *_JUDGED, *_RELATION)
_ALIASES = {
    **{name: name for name in COLUMNS},
    **dict.fromkeys(("claim", "statement", "content", "label"), "text"),
    **dict.fromkeys(("parent", "parent_id", "to"), "target"),
    **dict.fromkeys(("rel", "type", "bearing"), "relation"),
    **dict.fromkeys(("key", "nr", "no", "number"), "id"),
}
_BEARINGS = {
    **dict.fromkeys(("supports", "support", "pro", "reason", "premise", "+"), Bearing.SUPPORTS),
    **dict.fromkeys(("attacks", "attack", "con", "objection", "rebuttal", "-"), Bearing.ATTACKS),
}
_FORMULA = "=+-@\t\r'"

Row = dict[str, str]


def read(text: str, file: str) -> Imported:
    """Read a table; the separator is the one that the first line has most of."""
    first = text.partition("\n")[0]
    separator = max("\t,;", key=first.count)
    sketch = Sketch(file)
    rows = [(line, row) for line, row in _rows(text, separator, file) if any(map(str.strip, row))]
    if not rows:
        return sketch.finish()
    header = [cell.strip().lower().replace(" ", "_") for cell in rows[0][1]]
    names = [_ALIASES.get(cell, "") for cell in header]
    if "text" not in names:
        plant(sketch, _levels(rows))
        return sketch.finish()
    odd = [cell for cell, name in zip(header, names, strict=True) if cell and not name]
    if odd:
        sketch.lose("columns", *odd)
    _fill(sketch, [(n, _named(names, row)) for n, row in rows[1:]])
    return sketch.finish()


def _rows(text: str, separator: str, file: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as error:
            raise ArgmapError(f"This row cannot be read: {error}.", "", Place(file, line)) from None
        if row is None:
            return
        yield line, row


def _levels(rows: list[tuple[int, list[str]]]) -> Iterator[Read]:
    for line, row in rows:
        level = next(index for index, cell in enumerate(row) if cell.strip())
        yield Read(level, None, " ".join(cell.strip() for cell in row if cell.strip()), line=line)


def _named(names: list[str], row: list[str]) -> Row:
    """Give the cells by the name of their column; of two columns of a name the first counts."""
    cells: Row = {}
    for name, cell in zip(names, row, strict=False):
        formula = cell[:1] == "'" and cell[1:2] and cell[1:2] in _FORMULA
        cells.setdefault(name, cell[1:] if formula else cell)
    return cells


def _fill(sketch: Sketch, rows: list[tuple[int, Row]]) -> None:
    steps: dict[str, tuple[list[str], int, Row]] = {}
    for line, row in rows:
        key = row.get("id", "").strip() or f"row {line}"
        if key not in sketch:
            sketch.statement(key, row.get("text", ""), wish=key, **_statement_fields(sketch, row))
        elif row.get("text", "").strip() not in ("", sketch.get(key).text):
            sketch.problem(f"“{key}” has another text here; the first one counts.", line)
        if row.get("target", "").strip():
            step = row.get("step", "").strip()
            steps.setdefault(step or f"row {line}", ([], line, row))[0].append(key)
    for step, (premises, line, row) in steps.items():
        word = row.get("relation", "").strip().lower()
        if word and word not in _BEARINGS:
            sketch.problem(
                f"“{word}” is neither supports nor attacks; it is read as a support.", line
            )
        sketch.relation(
            premises,
            _BEARINGS.get(word, Bearing.SUPPORTS),
            row["target"].strip(),
            key=step,
            wish=step,
            line=line,
            **_relation_fields(row),
        )


def _statement_fields(sketch: Sketch, row: Row) -> dict[str, Any]:
    fields: dict[str, Any] = {name: row.get(name, "") for name in ("title", "note", "said_by")}
    fields["tags"] = _split(row.get("tags", ""))
    fields["implicit"] = _truth(row.get("implicit", ""))
    fields["basis"] = _choice(Basis, row.get("basis", ""))
    fields["judgement"] = _choice(Judgement, row.get("judgement", ""))
    fields["credence"] = _number(row.get("credence", ""), 0, 1)
    group = row.get("group", "").strip()
    fields["group"] = sketch.group(("group", group), group) if group else ""
    kind = _choice(Kind, row.get("kind", ""))
    return fields | ({"kind": kind} if kind else {})


def _relation_fields(row: Row) -> dict[str, Any]:
    return {
        "weight": _number(row.get("weight", ""), 0, 1e9) or 1,
        "scheme": row.get("scheme", ""),
        "rejected": _truth(row.get("rejected", "")),
        "note": row.get("relation_note", ""),
    }


def _truth(cell: str) -> bool:
    return cell.strip().lower() in ("true", "yes", "1", "x")


def _choice(kind: Any, cell: str) -> Any:
    word = cell.strip().lower()
    return kind(word) if word in tuple(kind) else None


def _number(cell: str, least: float, most: float) -> float | None:
    try:
        number = float(cell)
    except ValueError:
        return None
    return number if least <= number <= most else None


def _split(cell: str) -> tuple[str, ...]:
    parts = re.findall(r"(?:[^;\\]|\\.)+", cell, re.DOTALL)
    return tuple(re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL).strip() for part in parts)


def write_csv(argument_map: ArgumentMap) -> str:
    """Write a table with commas."""
    return _write(argument_map, ",")


def write_tsv(argument_map: ArgumentMap) -> str:
    """Write a table with tabs."""
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


def _statement_row(argument_map: ArgumentMap, statement: Statement) -> Row:
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


def _relation_row(relation: Relation) -> Row:
    return {
        "relation": str(relation.bearing),
        "target": relation.target,
        "step": relation.id,
        "weight": "" if relation.weight == 1 else str(short(relation.weight)),
        "scheme": relation.scheme,
        "rejected": "true" if relation.rejected else "",
        "relation_note": relation.note,
    }


def _safe(row: Row) -> Row:
    return {k: f"'{v}" if v[:1] and v[:1] in _FORMULA else v for k, v in row.items()}
