"""Measure labelling: `python -m benchmarks.reasoning`.

Each row gives milliseconds, and a ratio to one outline of the same map in the same run. Asked for
are 10 000 statements in 500 ms and the strengths of 1000 in 200 ms.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from argmap.model import walk
from argmap.model.argument_map import ArgumentMap
from argmap.reasoning import evaluate
from benchmarks.big_map import map_of
from benchmarks.timing import milliseconds


def main() -> None:
    """Print times, and their ratio to one outline of the same map."""
    large, middling = map_of(10_000), map_of(1_000)
    rows: list[tuple[str, ArgumentMap, Callable[[], object]]] = [
        ("label 10 000 statements", large, lambda: evaluate(large).statements),
        ("label 1 000", middling, lambda: evaluate(middling).statements),
        ("strengths of all 1 000", middling, lambda: evaluate(middling).strengths()),
        ("why, of one in 1 000", middling, lambda: evaluate(middling).why("s0")),
    ]
    for name, argument_map, work in rows:
        outline = milliseconds(partial(walk.outline, argument_map))
        spent = milliseconds(work)
        print(f"{name:26} {spent:7.1f} ms   {spent / outline:6.1f} outlines")


if __name__ == "__main__":
    main()
