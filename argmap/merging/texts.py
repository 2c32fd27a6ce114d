"""Three versions of a file merged into one text.

The text is ours. What changes in it is what theirs did, and where theirs alone wrote some lines,
they come as they stand in their file, comments included. All else stays byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from argmap.errors import ArgmapError, Place, Problem, Severity
from argmap.frozen import frozen
from argmap.merging.merge import merge
from argmap.merging.pairing import with_names_of
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import diff
from argmap.store.whole import require_whole
from argmap.store.yaml.lines import in_newlines, newline_of
from argmap.store.yaml_file import Reading, read, read_map


@frozen
class MergedText:
    """A merged file: its text, its map with the conflicts, and what there is to say about it."""

    text: str
    argument_map: ArgumentMap
    hints: tuple[Problem, ...] = ()


def merge_texts(base: str, ours: str, theirs: str, names: tuple[str, str, str]) -> MergedText:
    """Merge three texts; `names` are those of base, ours and theirs in messages.

    An empty base says that both sides added the file. Raises ArgmapError where a side is no map, is
    of a newer version, or has errors through which something in it is not read.
    """
    newline = newline_of(ours)
    sides = in_newlines(base, newline), ours, in_newlines(theirs, newline)
    before, mine, yours = map(_readable, sides, names)
    if theirs in (base, ours):
        return MergedText(ours, mine.argument_map)
    if ours == base:
        return MergedText(theirs, yours.argument_map)
    merged = merge(before.argument_map, mine.argument_map, yours.argument_map)
    text = _written(before, mine, yours, merged.argument_map)
    hints = (*_about_newlines(ours, theirs, names[2]), *_about_keys(before, mine, yours))
    return MergedText(text, merged.argument_map, (*hints, *merged.hints))


def _readable(text: str, name: str) -> Reading:
    """Read one side; raises ArgmapError where the map is not all that stands in the text."""
    reading = read(text, name)
    if text.strip():
        require_whole(reading, name)
    return reading


def _written(base: Reading, ours: Reading, theirs: Reading, merged: ArgumentMap) -> str:
    """Return the text of ours as it says what the merged map says."""
    before = ours.argument_map
    patch = diff(before, merged)
    text = ours.text
    adopting = text.merge(base.text, theirs.text, patch, before, merged)
    for edit in (adopting, text.edit(patch, before, merged)):
        text.apply(edit)
        written = text.text()
        if _says(written, merged):
            return written
        text.apply(edit.inverse())
    raise ArgmapError("The merged map could not be written into our file.", "Merge it as a text.")


def _says(text: str, argument_map: ArgumentMap) -> bool:
    """Whether a text says what a map says; relations without an id may be called otherwise."""
    return with_names_of(read_map(text), argument_map) == argument_map


def _about_newlines(ours: str, theirs: str, name: str) -> Iterator[Problem]:
    if newline_of(ours) != newline_of(theirs):
        yield Problem(
            "line-endings",
            Severity.HINT,
            "The two sides end their lines differently; the merged file ends them as ours.",
            where=Place(name),
        )


def _about_keys(base: Reading, *sides: Reading) -> Iterator[Problem]:
    """Say once of each key that a side brings, and that is not known here, that it is kept."""
    said = {problem.message for problem in base.problems}
    for problem in (found for side in sides for found in side.problems):
        if problem.code == "unknown-key" and problem.message not in said:
            said.add(problem.message)
            yield replace(problem, severity=Severity.HINT)
