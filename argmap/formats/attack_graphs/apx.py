"""APX (ASPARTIX): facts `arg(a).` and `att(a,b).`, and arguman's `text` and `support`.

Only facts are written, as some programs stop at the first comment: a name that is no atom stands in
quotes. In arguman's files the text of an argument stands without them, up to the bracket that ends
its line.
"""

from __future__ import annotations

import re

from argmap.formats.attack_graphs.attack_graph_text import (
    HELD,
    READING,
    TRANSLATED,
    Line,
    as_map,
    graph_of,
)
from argmap.formats.format import Format, Imported
from argmap.model.argument_map import ArgumentMap

_NAME = r'("(?:[^"\\]|\\.)*"|[^\s,()"%]+)'
_FACT = re.compile(
    rf"\s*+(?:%[^\n]*|(\w+)\(\s*{_NAME}\s*(?:,\s*{_NAME}\s*)?\)\s*\.|(\S[^\n]*)|\Z)", re.DOTALL
)
_TEXT = re.compile(
    r"\s*text\(\s*([^\s,()\"%]+)\s*,[ \t]*+(?!\")((?:[^\n]|\n(?!\s*(?:\w+\(|%)))*?)"
    r"\s*\)[ \t]*\.[ \t]*(?=\n|\Z|\w+\(|%)"
)
_SHORT = {"argument": "arg", "attack": "att"}
_ATOM = re.compile(r"[a-z][A-Za-z0-9_]*")
_SNIFF = re.compile(r"^\s*(?:%[^\n]*\s+)*(?:arg|argument)\([^)\n]*\)\s*\.")


def read(text: str, file: str) -> Imported:
    """Return the map of the facts; one of another name is a problem with its line."""
    facts: dict[str, list[Line]] = {"arg": [], "att": [], "support": [], "text": []}
    odd = []
    line, at = 1, 0
    while found := _TEXT.match(text, at) or _FACT.match(text, at):
        if not found[0]:
            break
        line += text.count("\n", at, found.end())
        at = found.end()
        if found.re is _TEXT:
            facts["text"].append((found[1], found[2].strip(), line))
            continue
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
    """Return a fact a line, in which ids that are no atoms stand in quotes."""
    graph, _ = graph_of(argument_map)
    facts = [f"arg({_name(id_)}).\n" for id_ in graph.arguments]
    facts += [f"att({_name(source)},{_name(target)}).\n" for source, target in graph.attacks]
    return "".join(facts)


def _name(id_: str) -> str:
    return id_ if _ATOM.fullmatch(id_) else '"' + re.sub(r'(["\\])', r"\\\1", id_) + '"'


FORMAT = Format(
    name="apx",
    title="Attack graph (APX)",
    suffixes=(".apx", ".apxd"),
    read=read,
    write=write,
    sniff=_SNIFF.match,
    holds=HELD,
    note=TRANSLATED,
    attack_graph=True,
    reading=READING,
    writing=(
        "Facts only, as some programs stop at a comment; an id that is no atom stands in quotes. A "
        "map is [translated](evaluation.md#as-an-attack-graph) with `open: presumed`, and as its "
        "author judges."
    ),
)
