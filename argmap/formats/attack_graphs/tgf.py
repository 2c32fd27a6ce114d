"""TGF, the trivial graph format: a name and a label a line, `#`, then pairs of names."""

from __future__ import annotations

from argmap.formats.attack_graphs.attack_graph_text import HELD, TRANSLATED, Line, as_map, graph_of
from argmap.formats.format import Format, Imported
from argmap.formats.losses.features import only
from argmap.model.argument_map import ArgumentMap

_SUPPORTS = ("+", "support", "supports")
_ATTACKS = ("", "-", "attack", "attacks")


def read(text: str, file: str) -> Imported:
    """Return the map of arguments with labels as texts, edges as attacks, `+` edges as supports.

    Any other label of an edge is a note on it.
    """
    arguments: list[Line] = []
    attacks: list[Line] = []
    supports: list[Line] = []
    odd: list[tuple[str, int]] = []
    notes: dict[int, str] = {}
    below = False
    for number, line in enumerate(text.split("\n"), 1):
        words = line.split(None, 2 if below else 1)
        if not words:
            continue
        if words[0] == "#" and not below:
            below = True
        elif below and not words[1:]:
            odd.append((line, number))
        elif below:
            label = words[2].strip() if words[2:] else ""
            (supports if label in _SUPPORTS else attacks).append((words[0], words[1], number))
            if label not in (*_SUPPORTS, *_ATTACKS):
                notes[number] = label
        else:
            arguments.append((words[0], words[1].strip() if words[1:] else "", number))
    return as_map("", file, arguments, attacks, supports=supports, odd=odd, notes=notes)


def write(argument_map: ArgumentMap) -> str:
    """Return every argument with its text; there are no comments to explain a translation in."""
    graph, _ = graph_of(argument_map)
    texts = {s.id: s.text for s in argument_map.statements}
    nodes = (f"{name} {texts.get(name, '')}".rstrip() + "\n" for name in graph.arguments)
    edges = (f"{source} {target}\n" for source, target in graph.attacks)
    return "".join(nodes) + "#\n" + "".join(edges)


FORMAT = Format(
    name="tgf",
    title="Attack graph (TGF)",
    suffixes=(".tgf",),
    read=read,
    write=write,
    holds=HELD | only("texts"),
    note=TRANSLATED,
    attack_graph=True,
    reading="An edge with a label `+` is a support.",
)
