"""APX (ASPARTIX): facts `arg(a).` and `att(a,b).`, and arguman's `text` and `support`."""

from __future__ import annotations

import re

from argmap.formats.abstract import as_map, comment, glossary, graph_of
from argmap.formats.format import Imported
from argmap.formats.sketch import Sketch
from argmap.model.argument_map import ArgumentMap

_NAME = r'("(?:[^"\\]|\\.)*"|[^\s,()"%]+)'
_FACT = re.compile(
    rf"\s*(?:%[^\n]*|(\w+)\(\s*{_NAME}\s*(?:,\s*{_NAME}\s*)?\)\s*\.|(\S[^\n]*))", re.DOTALL
)
_ATOM = re.compile(r"[a-z][A-Za-z0-9_]*")
SNIFF = re.compile(r"^\s*(?:%[^\n]*\s+)*(?:arg|argument)\([^)\n]*\)\s*\.")


def read(text: str, file: str) -> Imported:
    """Read the facts; one of another name is a problem with its line."""
    arguments, texts = [], {}
    pairs: dict[str, list[tuple[str, str, int]]] = {"att": [], "support": []}
    odd = []
    line, at = 1, 0
    for found in _FACT.finditer(text):
        line += text.count("\n", at, found.end())
        at = found.end()
        fact, first, second = found[1], _unquoted(found[2]), _unquoted(found[3])
        if fact in ("arg", "argument") and second is None:
            arguments.append((first or "", line))
        elif fact in ("att", "attack", "support") and second is not None:
            pairs["support" if fact == "support" else "att"].append((first or "", second, line))
        elif fact == "text" and second is not None:
            texts[first] = second
        elif fact or found[4]:
            odd.append((found[0].strip()[:60], line))
    rows = [(name, texts.get(name, ""), number) for name, number in arguments]
    imported = as_map(text, file, rows, pairs["att"], pairs["support"])
    return _with_problems(imported, odd, file)


def _with_problems(imported: Imported, odd: list[tuple[str, int]], file: str) -> Imported:
    sketch = Sketch(file)
    for words, line in odd:
        sketch.problem(f"This is no fact of an attack graph: {words}", line)
    problems = (*sketch.finish().problems, *imported.problems)
    return Imported(imported.argument_map, imported.losses, problems)


def _unquoted(name: str | None) -> str | None:
    if name is None or not name.startswith('"'):
        return name
    return re.sub(r"\\(.)", r"\1", name[1:-1], flags=re.DOTALL)


def write(argument_map: ArgumentMap) -> str:
    """Write a fact a line; ids that are no atoms get a name, which a comment explains."""
    graph, words = graph_of(argument_map)
    taken = set(graph.arguments)
    names = {}
    for number, id_ in enumerate(graph.arguments, 1):
        name = id_ if _ATOM.fullmatch(id_) else f"a{number}"
        while name != id_ and name in taken:
            name += "_"
        names[id_] = name
    facts = [f"arg({name}).\n" for name in names.values()]
    facts += [f"att({names[source]},{names[target]}).\n" for source, target in graph.attacks]
    return comment("%", words) + glossary("%", names) + "".join(facts)
