"""A program edits a file: only the lines that differ change, or nothing at all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits.edit import add_premise, set_fields
from argmap.store.save import ChangedOnDiskError, fingerprint
from argmap.store.update import update
from argmap.store.yaml_file import load

TEXT = """\
argmap: 1   # by hand
statements:
  # the question
  - {id: a,   text: 'Open.'}
  - id: b
    text: Closed.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "pool.argmap.yaml"
    path.write_bytes(TEXT.encode())
    return path


def closed(argument_map: ArgumentMap) -> ArgumentMap:
    return set_fields(argument_map, "b", text="Shut.")


def test_only_the_lines_that_differ_are_written_again(path: Path) -> None:
    reading = load(path)
    update(path, reading, fingerprint(path), closed(reading.argument_map))
    assert path.read_text() == TEXT.replace("Closed.", "Shut.")
    assert load(path).argument_map == closed(reading.argument_map)


def test_no_change_changes_no_byte(path: Path) -> None:
    reading = load(path)
    update(path, reading, fingerprint(path), replace(reading.argument_map))
    assert path.read_text() == TEXT


def test_what_comes_leaves_every_line_as_it_was(path: Path) -> None:
    reading = load(path)
    added = add_premise(reading.argument_map, "a", "It is warm.")
    update(path, reading, fingerprint(path), added)
    assert load(path).argument_map == added
    lines = path.read_text().splitlines()
    assert [line for line in lines if line in TEXT.splitlines()] == TEXT.splitlines()


def test_a_file_that_can_only_be_read_is_refused_with_a_way_out(path: Path) -> None:
    path.write_text(TEXT.replace("argmap: 1", "argmap: 9"))
    reading = load(path)
    with pytest.raises(ArgmapError, match="can be read, not edited") as caught:
        update(path, reading, fingerprint(path), closed(reading.argument_map))
    assert caught.value.hint == "`argmap check` says why"
    assert caught.value.where.file == str(path)
    assert "Closed." in path.read_text()


def test_a_file_that_somebody_else_changed_is_left_to_them(path: Path) -> None:
    reading, known = load(path), fingerprint(path)
    path.write_text("theirs")
    with pytest.raises(ChangedOnDiskError):
        update(path, reading, known, closed(reading.argument_map))
    assert path.read_text() == "theirs"
