"""Edits of hand-written files, as documents: before, what is done, after.

`python -m tests.store.test_cases` writes the `after.yaml` of new cases, for looking at.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from argmap.model.argument_map import SECTIONS, ArgumentMap, Relation, Style
from argmap.model.edits.edit import with_section
from argmap.model.history.patch import diff
from argmap.model.kinds import Bearing
from argmap.store.yaml_file import Reading, dumps, read
from tests.store.maps import normal

CASES = sorted((Path(__file__).parents[1] / "cases" / "store").iterdir())


def section_of(argument_map: ArgumentMap, id_: str) -> str:
    return next(n for n in SECTIONS if any(i.id == id_ for i in getattr(argument_map, n)))


def fields_of(section: str, values: str) -> Any:
    """Read an item from its keys as a file has them."""
    if section == "relations":
        keys = dict(re.findall(r"(\w+): \[?([\w-]+)", values))
        bearing = next(bearing for bearing in Bearing if bearing in keys)
        return Relation(keys["id"], (keys["from"],), bearing, keys[bearing])
    return getattr(read(f"argmap: 1\n{section}: [{values}]").argument_map, section)[0]


def set_(argument_map: ArgumentMap, id_: str, field: str, value: str) -> ArgumentMap:
    section = section_of(argument_map, id_)
    changes: dict[str, Any]
    if field == "premises":
        changes = {field: tuple(value.strip("[]").split(", "))}
    elif field == "bearing":
        changes = {field: Bearing(value)}
    elif field == "weight":
        changes = {field: float(value)}
    else:
        text = "" if field == "text" else "text: x, "
        if value[:1] not in ("[", '"', "'") and value not in ("null", "true"):
            value = f"'{value}'"
        item = fields_of(section, f"{{id: x, {text}{field}: {value}}}")
        changes = {field: getattr(item, field)}
    items = [replace(i, **changes) if i.id == id_ else i for i in getattr(argument_map, section)]
    return with_section(argument_map, section, items)


def add(argument_map: ArgumentMap, section: str, values: str) -> ArgumentMap:
    items = (*getattr(argument_map, section), fields_of(section, values))
    return with_section(argument_map, section, items)


def delete(argument_map: ArgumentMap, id_: str) -> ArgumentMap:
    section = section_of(argument_map, id_)
    items = tuple(item for item in getattr(argument_map, section) if item.id != id_)
    return with_section(argument_map, section, items)


def move(argument_map: ArgumentMap, id_: str, place: str) -> ArgumentMap:
    section = section_of(argument_map, id_)
    items = [item for item in getattr(argument_map, section) if item.id != id_]
    moved = next(item for item in getattr(argument_map, section) if item.id == id_)
    items.insert(int(place), moved)
    return with_section(argument_map, section, items)


def name(argument_map: ArgumentMap, id_: str) -> ArgumentMap:
    relations = [replace(r, anonymous=r.anonymous and r.id != id_) for r in argument_map.relations]
    return replace(argument_map, relations=tuple(relations))


def of_map(argument_map: ArgumentMap, field: str, value: str) -> ArgumentMap:
    if field == "theme":
        return replace(argument_map, style=Style(theme=value))
    other = read(f"argmap: 1\n{field}: {value}\n").argument_map
    return replace(argument_map, **{field: getattr(other, field)})


EDITS: dict[str, tuple[int, Callable[..., ArgumentMap]]] = {
    "set": (3, set_),
    "add": (2, add),
    "delete": (1, delete),
    "move": (2, move),
    "name": (1, name),
    "map": (2, of_map),
}


def edited(case: Path) -> tuple[str, str, Reading, ArgumentMap]:
    """Make the edits of a case one after the other; give the text before and after."""
    before = (case / "before.yaml").read_bytes().decode()
    reading = read(before)
    argument_map = reading.argument_map
    undo = []
    for line in (case / "edit.txt").read_text().splitlines():
        count, edit = EDITS[line.split()[0]]
        after = edit(argument_map, *line.split(maxsplit=count)[1:])
        step = reading.text.edit(diff(argument_map, after), argument_map, after)
        reading.text.apply(step)
        undo.append(step.inverse())
        argument_map = after
    after_text = reading.text.text()
    for step in reversed(undo):
        reading.text.apply(step)
    return before, after_text, reading, argument_map


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    before, after, reading, argument_map = edited(case)
    assert after == (case / "after.yaml").read_bytes().decode()
    assert read(after).argument_map == normal(argument_map)
    assert reading.text.text() == before, "undo gives the bytes back"
    assert not reading.text.modified


def test_what_the_program_writes_reads_as_a_document() -> None:
    reading = read((CASES[0] / "before.yaml").read_text())
    assert read(dumps(reading.argument_map)).argument_map == reading.argument_map


if __name__ == "__main__":
    for folder in CASES:
        target = folder / "after.yaml"
        if not target.exists():
            target.write_bytes(edited(folder)[1].encode())
