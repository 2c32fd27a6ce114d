"""Edits of a text as the diff that a reviewer would see."""

from __future__ import annotations

from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import diff
from argmap.store.yaml_file import Reading


def sides(marked: str) -> tuple[str, str]:
    """Return the text before and after: lines marked `-` are gone, those marked `+` are new."""
    lines = marked.removeprefix("\n").splitlines(keepends=True)
    before = "".join(line[2:] or "\n" for line in lines if line[0] != "+")
    return before, "".join(line[2:] or "\n" for line in lines if line[0] != "-")


def edited(reading: Reading, after: ArgumentMap) -> str:
    """Make an edit of the text, check that it can be taken back, and give the new text."""
    text, before = reading.text.text(), reading.argument_map
    edit = reading.text.edit(diff(before, after), before, after)
    reading.text.apply(edit)
    new = reading.text.text()
    reading.text.apply(edit.inverse())
    assert reading.text.text() == text
    return new
