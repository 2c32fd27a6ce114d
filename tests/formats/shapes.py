"""What was read in short: relations by the texts of their ends, and all that is told."""

from __future__ import annotations

from argmap.formats.format import Imported

Shape = list[tuple[tuple[str, ...], str, str]]


def shape(found: Imported) -> Shape:
    """Return each relation as premises, what it does, and its target, by text or by relation id."""
    text = {s.id: s.text for s in found.argument_map.statements}
    return [
        (tuple(text[p] for p in r.premises), str(r.bearing), text.get(r.target, r.target))
        for r in found.argument_map.relations
    ]


def told(found: Imported) -> list[str]:
    """Return the losses, then the problems, as sentences."""
    return [*map(str, found.losses), *(p.message for p in found.problems)]
