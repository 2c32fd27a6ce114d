"""Measure labelling: python -m benchmarks.reasoning.

Each row gives milliseconds, and a ratio to one outline of the same map in the same run. Asked for
are 10 000 statements in 500 ms and the strengths of 1000 in 200 ms.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from random import Random
from time import perf_counter

from argmap.model import walk
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing
from argmap.reasoning import evaluate


def sample(count: int) -> ArgumentMap:
    """Make a map of so many statements: linked premises, attacks, one relation in ten undercut."""
    random = Random(1)  # noqa: S311 - a sample, no secret
    relations: list[Relation] = []
    at = 1
    while at < count:
        premises = tuple(f"s{i}" for i in range(at, min(at + random.choice([1, 1, 2, 3]), count)))
        target = f"s{random.randrange(max(0, at - 50), at)}"
        if relations and random.random() < 0.1:
            target = random.choice(relations).id
        relations.append(Relation(f"r{at}", premises, random.choice(list(Bearing)), target))
        at += len(premises)
    statements = tuple(Statement(f"s{i}", f"Statement number {i}.") for i in range(count))
    return ArgumentMap(statements=statements, relations=tuple(relations))


def seconds(work: Callable[[], object], rounds: int = 5) -> float:
    """Give the best time of some rounds."""
    times = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def main() -> None:
    """Print times, and their ratio to one outline of the same map."""
    large, middling = sample(10_000), sample(1_000)
    rows: list[tuple[str, ArgumentMap, Callable[[], object]]] = [
        ("label 10 000 statements", large, lambda: evaluate(large).statements),
        ("label 1 000", middling, lambda: evaluate(middling).statements),
        ("strengths of all 1 000", middling, lambda: evaluate(middling).strengths()),
        ("why, of one in 1 000", middling, lambda: evaluate(middling).why("s0")),
    ]
    for name, argument_map, work in rows:
        outline = seconds(partial(walk.outline, argument_map))
        spent = seconds(work)
        print(f"{name:26} {spent * 1000:7.1f} ms   {spent / outline:6.1f} outlines")


if __name__ == "__main__":
    main()
