"""What drawing costs: an edit in maps of several sizes, one component of ten, PNG of 500.

Run `python -m benchmarks.drawing`. Times depend on the machine; the ratios should hold.
"""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from argmap.drawing import theme
from argmap.drawing.layout import Cache, lay_out
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing, Direction, Kind

WORDS = (
    "security",
    "state",
    "treaty",
    "alliance",
    "charter",
    "free",
    "binds",
    "every",
    "no",
    "may",
)


def tree(size: int, name: str = "s", seed: int = 1) -> ArgumentMap:
    """Make a map of one root, every third relation linked, some undercut."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    statements = [Statement(f"{name}0", _sentence(chance), Kind.CLAIM)]
    relations: list[Relation] = []
    while len(statements) < size:
        premises = [f"{name}{len(statements) + at}" for at in range(1 + (len(relations) % 3 == 0))]
        bearing = chance.choice(tuple(Bearing))
        statements += [Statement(id_, _sentence(chance), bearing.kind) for id_ in premises]
        targets = [s.id for s in statements[: -len(premises)]][-40:]
        if relations and chance.random() < 0.05:
            targets = [relations[-1].id]
        id_ = f"{name}-r{len(relations)}"
        relations.append(Relation(id_, tuple(premises), bearing, chance.choice(targets)))
    return ArgumentMap(statements=tuple(statements), relations=tuple(relations))


def seconds(work: Callable[[], object]) -> float:
    """Take the best of three."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Print one line for each measurement."""
    light = theme.load("light")
    lay_out(tree(20), light)  # loads what is loaded once
    for size in (20, 100, 300, 1000):
        took = seconds(partial(lay_out, tree(size), light))
        print(f"edit at {size:5} statements: {took:.3f} s")
    parts = [tree(100, f"t{number}-", number) for number in range(10)]
    forest = ArgumentMap(
        statements=tuple(s for part in parts for s in part.statements),
        relations=tuple(r for part in parts for r in part.relations),
    )
    cache = Cache()
    lay_out(forest, light, cache=cache)
    changes = iter(range(100))

    def edit_one() -> None:
        lay_out(_numbered(forest, next(changes)), light, cache=cache)

    one, whole = seconds(edit_one), seconds(lambda: lay_out(forest, light))
    print(f"edit in one of ten hundreds: {one:.3f} s, {one / whole:.2f} of all of them")
    _png(light)


def _numbered(argument_map: ArgumentMap, number: int) -> ArgumentMap:
    *rest, last = argument_map.statements
    return replace(argument_map, statements=(*rest, replace(last, text=f"Edit {number}.")))


def _png(light: theme.Theme) -> None:
    from argmap.desktop import raster  # noqa: PLC0415 - so that Qt does not weigh on the others

    for direction in (Direction.LEFT, Direction.TOP):
        picture = lay_out(tree(500), light, direction=direction)
        start = time.perf_counter()
        size = len(raster.png(picture, 96 / 72))
        took = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        pixels = picture.width * picture.height * (96 / 72) ** 2 / 1e6
        print(
            f"PNG of 500 statements, {direction}: {took:.1f} s, {pixels:.0f} Mpx, "
            f"{size / 1e6:.1f} MB, peak {peak:.0f} MB"
        )


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(4, 22))).capitalize() + "."


if __name__ == "__main__":
    main()
