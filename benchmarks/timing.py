"""How benchmarks take time: the best of some rounds, as all else is somebody else's load."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import perf_counter


def milliseconds(
    work: Callable[[], object], rounds: int = 5, clock: Callable[[], float] = perf_counter
) -> float:
    """Return the least time of some rounds, in milliseconds.

    With `process_time` for a clock, the time that other programs take is not counted. No garbage
    is looked for meanwhile: who makes many objects would pay for it by the heap of the others.
    """
    times = []
    for _ in range(rounds):
        gc.collect()
        gc.disable()
        start = clock()
        result = work()
        times.append(clock() - start)
        gc.enable()
        del result  # what is thrown away here is not thrown away in the next round
    return min(times) * 1000
