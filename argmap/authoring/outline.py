"""The shape of a text: its sections with their items."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.authoring.naming import item_of, label_of
from argmap.authoring.spots import Role, Spot
from argmap.authoring.written import Written
from argmap.frozen import frozen
from argmap.model.argument_map import SECTIONS
from argmap.store.schema.keys import Level


@frozen
class Symbol:
    """A section or an item: what it is called, what it says, and where it stands with its lines.

    `name_start` and `name_end` are where its key or id stands.
    """

    name: str
    said: str
    level: Level
    start: int
    end: int
    name_start: int
    name_end: int
    inner: tuple[Symbol, ...] = ()


def symbols(text: Written) -> tuple[Symbol, ...]:
    """Return the sections of a text with their items."""
    return tuple(_sections(text))


def _sections(text: Written) -> Iterator[Symbol]:
    spots = text.spots
    tops = [
        at for at, spot in enumerate(spots) if spot.role is Role.KEY and spot.level is Level.MAP
    ]
    for number, at in enumerate(tops):
        end = tops[number + 1] if number + 1 < len(tops) else len(spots)
        key = spots[at]
        if key.said in SECTIONS and end > at + 1:
            inner = tuple(_items(text, list(spots[at + 1 : end])))
            last = max(spot.end for spot in spots[at:end])
            yield Symbol(key.said, "", Level.MAP, key.start, last, key.start, key.end, inner)


def _items(text: Written, spots: list[Spot]) -> Iterator[Symbol]:
    held: dict[int, list[Spot]] = {}
    for spot in spots:
        held.setdefault(spot.item, []).append(spot)
    for start, own in held.items():
        if start >= 0:
            named = next((spot for spot in own if spot.role is Role.ID), own[0])
            item = item_of(text.known, named.said) if named.role is Role.ID else None
            said = label_of(text.known, item) if item else ""
            name = named.said if named.role is Role.ID else _of_relation(own)
            end = max(spot.end for spot in own)
            yield Symbol(name, said, named.level, start, end, named.start, named.end)


def _of_relation(spots: list[Spot]) -> str:
    """Return what a relation without an id is called: what it relates."""
    premises = [s.said for s in spots if s.role is Role.NAME and s.key == "from"]
    onto = [f"{s.key} {s.said}" for s in spots if s.role is Role.NAME and s.key != "from"]
    return " ".join([" + ".join(premises), *onto]).strip() or spots[0].said
