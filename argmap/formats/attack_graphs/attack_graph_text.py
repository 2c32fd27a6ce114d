"""What the three formats of abstract argumentation share: arguments with names, and attacks.

Such a file has no supports, links or texts. A map made of attacks only, each with one premise and
on a statement, and without judgements, is such a graph already and is written as it stands. Every
other map is translated as `TRANSLATION` of the reasoning says, and the file says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.format import Imported
from argmap.formats.losses.features import only
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Bearing, Open
from argmap.reasoning.attack_graph import TRANSLATION, AttackGraph, attack_graph

HELD = only("linked steps backings supports uses statement.judgement rejections relation.rejected")
"""What such a graph can hold of a map, once that is translated."""

READING = "Comments “… stands for …” give names back."

TRANSLATED = "A map of more than attacks is translated."
NOTE = "A map of more than attacks is translated; the file says how."

_HOW = f"{TRANSLATION}Here open is presumed, and the judgements are the author's.\n"

Line = tuple[str, str, int]
_STANDS_FOR = re.compile(r"^[ \t]*[%#][ \t]*(\S+) stands for (\S+)[ \t]*$", re.MULTILINE)
_PLAIN = "Every statement is an argument, and every relation an attack.\n"


def graph_of(argument_map: ArgumentMap) -> tuple[AttackGraph, str]:
    """Return the graph to write, and how it was made in words."""
    if _is_plain(argument_map):
        names = tuple(argument_map.statement_by_id)
        attacks = dict.fromkeys((r.premises[0], r.target) for r in argument_map.relations)
        return AttackGraph(names, tuple(attacks)), _PLAIN
    return attack_graph(argument_map, open=Open.PRESUMED), _HOW


def _is_plain(argument_map: ArgumentMap) -> bool:
    return all(s.judgement is None for s in argument_map.statements) and all(
        r.bearing is Bearing.ATTACKS
        and not r.linked
        and not r.rejected
        and r.target in argument_map.statement_by_id
        for r in argument_map.relations
    )


def comment(mark: str, words: str) -> str:
    """Return words as lines of comment."""
    return "".join(f"{mark} {line}\n" for line in words.splitlines())


def glossary(mark: str, names: Mapping[str, str]) -> str:
    """Return the comment lines that explain names which had to be made for a format."""
    return "".join(
        f"{mark} {name} stands for {id_}\n" for id_, name in names.items() if id_ != name
    )


def as_map(
    text: str,
    file: str,
    arguments: Iterable[Line],
    attacks: Iterable[Line],
    *,
    supports: Iterable[Line] = (),
    odd: Iterable[tuple[str, int]] = (),
    notes: Mapping[int, str] = MappingProxyType({}),
) -> Imported:
    """Return the map of arguments (name, text, line) and of pairs of names with their line.

    Names that the file's comments explain are exchanged for what they stand for. `odd` are lines
    that cannot be read, `notes` what a line says of its relation beyond that.
    """
    builder = MapBuilder(file)
    for words, line in odd:
        builder.add_problem(f"“{words.strip()[:60]}” is not a part of an attack graph.", line)
    meaning = {found[1]: found[2] for found in _STANDS_FOR.finditer(text)}
    for name, words, line in arguments:
        if name in builder:
            builder.add_problem(f"The argument “{name}” is named twice.", line, error=False)
        else:
            id_ = meaning.get(name, name)
            builder.add_statement(name, words or id_, wish=id_)
    for bearing, pairs in ((Bearing.ATTACKS, attacks), (Bearing.SUPPORTS, supports)):
        for source, target, line in pairs:
            builder.add_relation((source,), bearing, target, line=line, note=notes.get(line, ""))
    return builder.build()
