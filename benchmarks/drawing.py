"""What drawing costs: maps of several sizes, an edit of one that has been drawn, PNG of 500.

Run `python -m benchmarks.drawing`. Times depend on the machine; the ratios should hold.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from argmap.drawing import theme
from argmap.drawing.layout import Cache, lay, lay_out
from argmap.drawing.options import DrawingOptions
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Direction
from benchmarks.big_map import map_of
from benchmarks.timing import milliseconds


def main() -> None:
    """Print one line for each measurement."""
    light = DrawingOptions(theme.load("light"))
    lay_out(map_of(20), light)  # loads what is loaded once
    took = {n: spent_on(partial(lay_out, map_of(n), light)) for n in (20, 100, 300, 1000)}
    for size, spent in took.items():
        print(f"lay out {size:5} statements: {spent:5.0f} ms, {spent / took[100]:5.2f} of 100")
    known = map_of(1000)
    cache = Cache()
    held = lay(known, light, cache=cache).arrangement
    changes = iter(range(100))

    def edit_one() -> None:
        lay(_numbered(known, next(changes)), light, held=held, cache=cache)

    one = spent_on(edit_one)
    print(f"edit at 1000 that are drawn: {one:.0f} ms, {one / took[1000]:.2f} of all of them")
    _png(light)


def spent_on(work: Callable[[], object]) -> float:
    """Return the milliseconds of the processor's time that some work takes."""
    return milliseconds(work, 3, clock=time.process_time)


def _numbered(argument_map: ArgumentMap, number: int) -> ArgumentMap:
    *rest, last = argument_map.statements
    return replace(argument_map, statements=(*rest, replace(last, text=f"Edit {number}.")))


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
