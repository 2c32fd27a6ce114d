"""What is found out about forms, which is the work of a layout, is found out once.

Counted are the cards with what hangs from them whose possible forms are sought.
"""

from __future__ import annotations

from dataclasses import replace

from argmap.drawing import theme
from argmap.drawing.layout import Cache, lay
from argmap.drawing.marks import Mark
from argmap.drawing.options import DrawingOptions
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.placing.arrangement import NEW, Arrangement
from tests.counting import counting
from tests.model.maps import a_map

LIGHT = DrawingOptions(theme.load("light"))
COUNT = 120


def name(number: int) -> str:
    """Return an id, which is the text as well: cards of several sizes, as those alike are one."""
    return f"s{number}{number % 23 * 'x'}"


MAP = a_map("; ".join(f"{name(n)} -> {name((n - 1) // 3)}" for n in range(1, COUNT)))


def sought(
    argument_map: ArgumentMap, options: DrawingOptions, held: Arrangement, cache: Cache
) -> tuple[int, Arrangement]:
    """Return for how many cards forms are sought, and the arrangement that is found."""
    with counting() as calls:
        laid = lay(argument_map, options, held=held, cache=cache)
    found = [n for where, n in calls.items() if where.startswith("find_shapes in ")]
    return sum(found), laid.arrangement


def test_marks_themes_and_undo_seek_no_form_anew_and_an_edit_those_above_it() -> None:
    cache = Cache()
    first, held = sought(MAP, LIGHT, NEW, cache)
    sought(MAP, LIGHT, held, cache)  # a small map was a plain tree, of which nothing is kept
    assert first > COUNT / 4
    marked = replace(LIGHT, marks={name(7): Mark(badge="in")})
    for options in (LIGHT, replace(LIGHT, theme=theme.load("dark")), marked, LIGHT):
        assert sought(MAP, options, held, cache)[0] == 0
    after = edit.set_fields(
        MAP, name(100), text="Something that takes more than one line of its card."
    )
    edited, then = sought(after, LIGHT, held, cache)
    assert 0 < edited <= 6, "the card, and what it hangs from"
    assert sought(MAP, LIGHT, held, cache)[0] <= 6
    assert sought(after, LIGHT, then, cache)[0] <= 6
