"""TGF, the trivial graph format: a name and a label a line, `#`, then pairs of names."""

from __future__ import annotations

from argmap.formats.abstract import as_map, graph_of
from argmap.formats.format import Imported
from argmap.model.argument_map import ArgumentMap


def read(text: str, file: str) -> Imported:
    """Read arguments with their labels as texts, and edges as attacks, or `+` edges as supports."""
    arguments: list[tuple[str, str, int]] = []
    attacks: list[tuple[str, str, int]] = []
    supports: list[tuple[str, str, int]] = []
    below = False
    for number, line in enumerate(text.split("\n"), 1):
        words = line.split(None, 2 if below else 1)
        if not words:
            continue
        if words[0] == "#" and not below:
            below = True
        elif below:
            pairs = supports if words[2:] and words[2].strip() in ("+", "support") else attacks
            pairs.append((words[0], words[1] if words[1:] else "", number))
        else:
            arguments.append((words[0], words[1].strip() if words[1:] else "", number))
    return as_map("", file, arguments, attacks, supports)


def write(argument_map: ArgumentMap) -> str:
    """Write every argument with its text. The format has no comments to name the translation in."""
    graph, _ = graph_of(argument_map)
    texts = {s.id: s.text for s in argument_map.statements}
    nodes = (f"{name} {texts.get(name, '')}".rstrip() + "\n" for name in graph.arguments)
    edges = (f"{source} {target}\n" for source, target in graph.attacks)
    return "".join(nodes) + "#\n" + "".join(edges)
