"""Adding sources to a map's file: the text of a file, kept beside the map, or bare references."""

from __future__ import annotations

from pathlib import Path

from argmap import sourcing
from argmap.commands.shared.inputs import STANDARD, read_map, refuse_no_map
from argmap.errors import ArgmapError
from argmap.model.argument_map import Source
from argmap.model.edits.edit import put
from argmap.sourcing import Wishes
from argmap.store.save import fingerprint
from argmap.store.update import update


def add(
    map_name: str, files: list[str], wishes: Wishes
) -> tuple[tuple[Source, ...], list[ArgmapError]]:
    """Add sources to the file of a map; return them, and errors for entries that could not be read.

    Raises ArgmapError where the map cannot be edited, a file not be read, or a text not be written;
    the map is whole then as it was.
    """
    if map_name == STANDARD:
        raise ArgmapError("A source is added to a file, and standard input is none.", "Name it.")
    path = Path(map_name)
    known = fingerprint(path)
    reading = read_map(map_name)
    refuse_no_map(reading.problems)
    before = argument_map = reading.argument_map
    broken: list[ArgmapError] = []
    written: list[tuple[str, bytes]] = []
    for name in files:
        if sourcing.is_list(Path(name)):
            found, left_out = sourcing.references(Path(name))
            broken += left_out
            for source in found:
                argument_map = put(argument_map, sourcing.with_own_id(argument_map, source))
        else:
            new = sourcing.text_source(argument_map, path, Path(name), wishes)
            written += new.files
            argument_map = put(argument_map, new.source)
    sourcing.write(path.parent, written)
    update(path, reading, known, argument_map)
    return argument_map.sources[len(before.sources) :], broken
