"""ICCMA's `.af`, since 2023: `p af N`, then a line `i j` for every attack; `#` starts a comment."""

from __future__ import annotations

import re

from argmap.errors import ArgmapError, Place
from argmap.formats.attack_graphs.attack_graph_text import (
    HELD,
    NOTE,
    READING,
    Line,
    as_map,
    comment,
    glossary,
    graph_of,
)
from argmap.formats.format import Format, Imported
from argmap.model.argument_map import ArgumentMap

MAX_ARGUMENTS = 100_000
_HEAD = re.compile(r"^[ \t]*p[ \t]+af[ \t]+(\d{1,9})[ \t]*$", re.MULTILINE)


def read(text: str, file: str) -> Imported:
    """Return the map of N arguments, named by numbers or by what comments say these stand for."""
    head = _HEAD.search(text)
    if not head or int(head[1]) > MAX_ARGUMENTS:
        raise ArgmapError(
            f"There is no line `p af N` with a number up to {MAX_ARGUMENTS}.",
            "The format is described at argumentationcompetition.org/2023.",
            Place(file, 1),
        )
    arguments = [(str(number), "", 0) for number in range(1, int(head[1]) + 1)]
    attacks: list[Line] = []
    odd: list[tuple[str, int]] = []
    first = text.count("\n", 0, head.end()) + 1
    for number, line in enumerate(text.split("\n"), 1):
        words = line.split()
        if len(words) == 2 and words[0][0] != "#":
            attacks.append((words[0], words[1], number))
        elif words and words[0][0] != "#" and number != first:
            odd.append((line, number))
    return as_map(text, file, arguments, attacks, odd=odd)


def write(argument_map: ArgumentMap) -> str:
    """Return the graph in numbers, which comments explain."""
    graph, words = graph_of(argument_map)
    names = {id_: str(number) for number, id_ in enumerate(graph.arguments, 1)}
    attacks = (f"{names[source]} {names[target]}\n" for source, target in graph.attacks)
    return f"p af {len(names)}\n{comment('#', words)}{glossary('#', names)}{''.join(attacks)}"


FORMAT = Format(
    name="iccma",
    title="Attack graph (ICCMA)",
    suffixes=(".af",),
    read=read,
    write=write,
    sniff=_HEAD.search,
    holds=HELD,
    note=NOTE,
    attack_graph=True,
    reading=READING,
)
