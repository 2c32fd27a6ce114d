"""What drawing costs: maps of several sizes, an edit of one that has been drawn, PNG of 500.

Run `python -m benchmarks.drawing`. Times depend on the machine; the ratios should hold.
"""

from __future__ import annotations

import gc
import resource
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from argmap.drawing import theme
from argmap.drawing.layout import Cache, lay, lay_out
from argmap.drawing.options import DrawingOptions
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.model.kinds import Direction
from benchmarks.big_map import map_of
from benchmarks.timing import milliseconds

ROUNDS = 5
ASKED = {100: "50", 300: "80", 1000: "150, 100", 1990: "300, 150", 10_000: "nothing"}
"""Milliseconds for an edit and its undo, by the number of statements. Where an edit leads over
2000, less is tried from there on, and much is placed anew."""


def main() -> None:
    """Print one line for each measurement."""
    light = DrawingOptions(theme.load("light"))
    lay_out(map_of(20), light)  # loads what is loaded once
    took = {n: spent_on(partial(lay_out, map_of(n), light)) for n in (20, 100, 300, 1000)}
    for size, spent in took.items():
        print(f"lay out {size:5} statements: {spent:5.0f} ms, {spent / took[100]:5.2f} of 100")
    gc.disable()  # as in the window
    for size, asked in ASKED.items():
        made, undone = _edited(map_of(size), light)
        print(
            f"edit at {size:5} that are drawn: {made:.0f} ms, its undo {undone:.0f} ms; "
            f"asked for: {asked}"
        )
    gc.enable()
    _png(light)


def spent_on(work: Callable[[], object]) -> float:
    """Return the milliseconds of the processor's time that some work takes."""
    return milliseconds(work, 3, clock=time.process_time)


def _edited(argument_map: ArgumentMap, options: DrawingOptions) -> tuple[float, float]:
    """Return what a new card in the middle of a map that is drawn takes, and taking it back."""
    cache = Cache()
    held = lay(argument_map, options, cache=cache).arrangement
    target = argument_map.statements[len(argument_map.statements) // 2].id
    made, undone = [], []
    for number in range(ROUNDS):
        after = edit.add_premise(argument_map, target, f"A new premise, the {number}th, of some.")
        begun = time.process_time()
        held = lay(after, options, held=held, cache=cache).arrangement
        between = time.process_time()
        held = lay(argument_map, options, held=held, cache=cache).arrangement
        made.append(1000 * (between - begun))
        undone.append(1000 * (time.process_time() - between))
    return min(made), min(undone)


def _png(light: DrawingOptions) -> None:
    from argmap.paper.png import png  # here, so that Qt does not weigh on the others

    for direction in (Direction.LEFT, Direction.TOP):
        picture = lay_out(map_of(500), replace(light, direction=direction))
        start = time.perf_counter()
        size = len(png(picture, 96 / 72))
        took = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        pixels = picture.width * picture.height * (96 / 72) ** 2 / 1e6
        print(
            f"PNG of 500 statements, {direction}: {took:.1f} s, {pixels:.0f} Mpx, "
            f"{size / 1e6:.1f} MB, peak {peak:.0f} MB"
        )


if __name__ == "__main__":
    main()
