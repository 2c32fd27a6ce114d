"""Keys that argmap itself does not know, and among them those that keep what AIF files say."""

from __future__ import annotations

from dataclasses import replace

from argmap.model.argument_map import SECTIONS, ArgumentMap, Extra, Table, Value
from argmap.model.edits.edit import with_section

AIF = "x-aif"
"""The key under which a map keeps what AIF files say beyond the map."""

AROUND = "around"
"""The key within it of what OVA has around the nodes: the analysed text, and where they stand."""


def aif_ids(m: ArgumentMap) -> tuple[str, ...]:
    """Return what carries a note of AIF."""
    items = (i for name in SECTIONS for i in getattr(m, name))
    return (*(k for k, _ in m.extra if k == AIF), *(i.id for i in items if _has_aif(i.extra)))


def _has_aif(extra: Extra) -> bool:
    return any(key == AIF for key, _ in extra)


def without_aif(m: ArgumentMap) -> ArgumentMap:
    """Return the map without all notes of AIF."""
    for name in SECTIONS:
        items = (
            replace(i, extra=_not_aif(i.extra)) if _has_aif(i.extra) else i
            for i in getattr(m, name)
        )
        m = with_section(m, name, tuple(items))
    return replace(m, extra=_not_aif(m.extra))


def around_ids(m: ArgumentMap) -> tuple[str, ...]:
    """Return the key under which a map keeps what a file of OVA has around its nodes."""
    return (AIF,) if m != without_around(m) else ()


def without_around(m: ArgumentMap) -> ArgumentMap:
    """Return the map without what a file of OVA has around its nodes."""
    bare = ((key, _bare(value) if key == AIF else value) for key, value in m.extra)
    return replace(m, extra=tuple(pair for pair in bare if pair != (AIF, Table(()))))


def _bare(value: Value) -> Value:
    if not isinstance(value, Table):
        return value
    return Table(tuple(pair for pair in value.pairs if pair[0] != AROUND))


def _not_aif(extra: Extra) -> Extra:
    return tuple(pair for pair in extra if pair[0] != AIF)


def _only_aif(extra: Extra) -> Extra:
    return tuple(pair for pair in extra if pair[0] == AIF)


def extra_ids(m: ArgumentMap) -> tuple[str, ...]:
    """Return what has unknown keys, those of AIF left aside."""
    items = tuple(i.id for name in SECTIONS for i in getattr(m, name) if _not_aif(i.extra))
    cites = tuple(
        s.id for s in m.statements if not _not_aif(s.extra) and any(c.extra for c in s.cites)
    )
    return (*(key for key, _ in (*_not_aif(m.extra), *m.style.extra)), *items, *cites)


def without_extra(m: ArgumentMap) -> ArgumentMap:
    """Return the map without unknown keys, but for those of AIF."""
    for name in SECTIONS:
        m = with_section(
            m, name, tuple(replace(i, extra=_only_aif(i.extra)) for i in getattr(m, name))
        )
    plain = tuple(
        replace(s, cites=tuple(replace(c, extra=()) for c in s.cites)) for s in m.statements
    )
    return replace(m, extra=_only_aif(m.extra), style=replace(m.style, extra=()), statements=plain)
