"""APX (ASPARTIX): facts `arg(a).` and `att(a,b).`, and arguman's `text` and `support`."""

from __future__ import annotations

import re

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

_NAME = r'("(?:[^"\\]|\\.)*"|[^\s,()"%]+)'
_FACT = re.compile(
    rf"\s*+(?:%[^\n]*|(\w+)\(\s*{_NAME}\s*(?:,\s*{_NAME}\s*)?\)\s*\.|(\S[^\n]*)|\Z)", re.DOTALL
)
_SHORT = {"argument": "arg", "attack": "att"}
_ATOM = re.compile(r"[a-z][A-Za-z0-9_]*")
_SNIFF = re.compile(r"^\s*(?:%[^\n]*\s+)*(?:arg|argument)\([^)\n]*\)\s*\.")


def read(text: str, file: str) -> Imported:
    """Return the map of the facts; one of another name is a problem with its line."""
    facts: dict[str, list[Line]] = {"arg": [], "att": [], "support": [], "text": []}
    odd = []
    line, at = 1, 0
    for found in _FACT.finditer(text):
        line += text.count("\n", at, found.end())
        at = found.end()
        fact, first, second = found[1], _unquoted(found[2]), _unquoted(found[3])
        kind = _SHORT.get(fact, fact)
        if kind in facts and (second is None) == (kind == "arg"):
            facts[kind].append((first or "", second or "", line))
        elif fact or found[4]:
            odd.append((found[0], line))
    texts = {name: words for name, words, _ in facts["text"]}
    arguments = [(name, texts.get(name, ""), number) for name, _, number in facts["arg"]]
    named = {name for name, _, _ in arguments}
    odd += [(f"text({row[0]}, …)", row[2]) for row in facts["text"] if row[0] not in named]
    return as_map(text, file, arguments, facts["att"], supports=facts["support"], odd=odd)


def _unquoted(name: str | None) -> str | None:
    if name is None or not name.startswith('"'):
        return name
    return re.sub(r"\\(.)", r"\1", name[1:-1], flags=re.DOTALL)


def write(argument_map: ArgumentMap) -> str:
    """Return a fact a line; ids that are no atoms get a name, which a comment explains."""
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


FORMAT = Format(
    name="apx",
    title="Attack graph (APX)",
    suffixes=(".apx", ".apxd"),
    read=read,
    write=write,
    sniff=_SNIFF.match,
    holds=HELD,
    note=NOTE,
    attack_graph=True,
    reading=READING,
)
