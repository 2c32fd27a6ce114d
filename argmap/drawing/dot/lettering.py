"""The text of a placed map, element by element, for a drawing that Graphviz made without it."""

from __future__ import annotations

from argmap.drawing.dot import halos
from argmap.drawing.dot.compact import Compact
from argmap.drawing.element_ids import element_id
from argmap.drawing.text.letters import Letters


def letters_of(compact: Compact) -> dict[str, tuple[Letters, ...]]:
    """Return the lines of each element that has some, by its id, as Graphviz's SVG has places.

    There y is 0 at the bottom, and less than that above it.
    """
    height = compact.placed.height
    found: dict[str, tuple[Letters, ...]] = {}
    for id_, look in compact.cards.items():
        rect = compact.placed.cards[id_]
        found[element_id(id_)] = _set(look.letters, rect.middle, height)
    for id_, rect in compact.placed.signs.items():
        found[element_id(id_)] = _set((compact.signs[id_].letters,), rect.middle, height)
    for stroke, numbered in compact.placed.numbers.items():
        place = "" if stroke[1] is None else str(stroke[1] + 1)
        id_ = element_id(stroke[0], place)
        number = (compact.number(stroke).letters,)
        start, end = (_set(number, r.middle, height) for r in (numbered.start, numbered.end))
        found[id_] = (*start, *found.get(id_, ()), *end)
    for count, piece in enumerate(compact.halos, 1):
        if title := halos.letters(piece, compact.options.theme):
            letters, middle = title
            found[element_id(piece.group.id, str(count))] = _set((letters,), middle, height)
    return found


def _set(
    letters: tuple[Letters, ...], middle: tuple[float, float], height: float
) -> tuple[Letters, ...]:
    """Return lines around a middle, which DOT has with two decimals."""
    right, down = round(middle[0], 2), -round(height - middle[1], 2)
    return tuple(line.moved(right, down) for line in letters)
