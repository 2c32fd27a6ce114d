"""A text in the canonical form, comments kept."""

from __future__ import annotations

from argmap.errors import ArgmapError, Place
from argmap.merging.pairing import with_names_of
from argmap.store.whole import require_whole
from argmap.store.yaml_file import Reading, read


def formatted(reading: Reading, name: str = "") -> str:
    """Return the canonical form of a text; raises ArgmapError where that would lose something."""
    require_whole(reading, name)
    after = reading.text.canonical(reading.argument_map)
    again = with_names_of(read(after).argument_map, reading.argument_map)
    if again != reading.argument_map:
        raise ArgmapError(
            "The canonical form would change this map.", "Leave the file as it is.", Place(name)
        )
    return after
