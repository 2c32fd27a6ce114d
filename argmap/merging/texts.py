"""Three versions of a file merged into one text.

The text is ours. What changes in it is what theirs did, and where theirs alone wrote some lines,
they come as they stand in their file, comments included. All else stays byte for byte.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.errors import ArgmapError, Place, Problem, Severity
from argmap.frozen import frozen
from argmap.merging.merge import merge
from argmap.merging.pairing import with_names_of
from argmap.model.argument_map import ArgumentMap
from argmap.model.history.patch import diff
from argmap.store.whole import require_whole
from argmap.store.yaml.lines import newline_of
from argmap.store.yaml_file import Reading, read


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
    before, mine, yours = map(_readable, (base, ours, theirs), names)
    if theirs in (base, ours):
        return MergedText(ours, mine.argument_map)
    if ours == base:
        return MergedText(theirs, yours.argument_map)
    merged = merge(before.argument_map, mine.argument_map, yours.argument_map)
    text = _written(before, mine, yours, merged.argument_map)
    hints = (*_about_newlines(ours, theirs, names[2]), *merged.hints)
    return MergedText(text, merged.argument_map, hints)


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
    again = read(text).argument_map
    again = with_names_of(again, argument_map)
    return again == argument_map


def _about_newlines(ours: str, theirs: str, name: str) -> Iterator[Problem]:
    if newline_of(ours) != newline_of(theirs):
        yield Problem(
            "line-endings",
            Severity.HINT,
            "The two sides end their lines differently; the merged file ends them as ours.",
            where=Place(name),
        )
