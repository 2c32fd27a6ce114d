"""Write a large argument map, to try speed: `python -m benchmarks.big_map 1000 -o big.argmap.yaml`.

The shape is that of real debates as far as speed is concerned: a tree that gets broader below,
one relation in five linked, three in ten an attack, one attack in eight an undercut. The same
count and seed give the same bytes. The text is written line by line rather than by the program's
own writer, so that a benchmark of that writer has something independent to compare with.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from argmap.model.argument_map import ArgumentMap
from argmap.store.yaml_file import read

NOUNS = ["council", "pool", "harbour", "school", "bridge", "market", "library", "tram", "garden"]
VERBS = ["needs", "costs", "helps", "delays", "replaces", "protects", "feeds", "divides"]
ENDS = ["the town in winter", "its neighbours", "every third resident", "next year's budget"]


class Step(NamedTuple):
    """One relation of the map to come: numbers of statements, the key, and an id."""

    premises: list[int]
    key: str
    target: str


def steps(count: int, chance: random.Random) -> Iterator[Step]:
    """Return relations that tie the statements 1 to `count` - 1 to those before them."""
    number = relations = 0
    while (number := number + 1) < count:
        parent = (number - 1) // chance.randint(2, 4)
        key = "attacks" if chance.random() < 0.3 else "supports"
        undercut = key == "attacks" and relations and chance.random() < 1 / 8
        target = f"r{chance.randint(1, relations)}" if undercut else f"s{parent}"
        premises = [number]
        if number + 1 < count and chance.random() < 0.2:
            premises.append(number := number + 1)
        relations += 1
        yield Step(premises, key, target)


def sentence(number: int, chance: random.Random) -> str:
    """Return a sentence of 8 to 20 words that no other number gives."""
    clause = f"{chance.choice(NOUNS)} {chance.choice(VERBS)} {chance.choice(ENDS)}"
    more = f" where the {chance.choice(NOUNS)} {chance.choice(VERBS)} {chance.choice(ENDS)}"
    return f"In case {number} the {clause}{more if chance.random() < 0.5 else ''}."


def lines(count: int, seed: int) -> Iterator[str]:
    """Return the lines of a map of `count` statements."""
    chance = random.Random(seed)
    relations = list(steps(count, chance))
    role = {"supports": "premise", "attacks": "rebuttal"}
    kinds = {number: role[step.key] for step in relations for number in step.premises}
    yield f"argmap: 1\ntitle: Map of {count} statements\nlanguage: en\n\nstatements:"
    for number in range(count):
        yield f"  - id: s{number}\n    kind: {kinds.get(number, 'claim')}"
        yield f"    text: {sentence(number, chance)}\n"
    yield "relations:"
    for number, step in enumerate(relations, 1):
        premises = ", ".join(f"s{premise}" for premise in step.premises)
        yield f"  - id: r{number}\n    from: [{premises}]\n    {step.key}: {step.target}\n"


def text_of(count: int, seed: int = 1) -> str:
    """Return the file of a map of `count` statements."""
    return "\n".join(lines(count, seed))


def map_of(count: int, seed: int = 1) -> ArgumentMap:
    """Return a map of `count` statements, as all benchmarks use it."""
    return read(text_of(count, seed)).argument_map


def main() -> None:
    """Write the map to a file or to standard output."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many statements")
    parser.add_argument("--seed", type=int, default=1, help="another number, another map")
    parser.add_argument("-o", "--output", type=Path, help="file (default: standard output)")
    arguments = parser.parse_args()
    text = text_of(arguments.count, arguments.seed)
    if arguments.output:
        arguments.output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
