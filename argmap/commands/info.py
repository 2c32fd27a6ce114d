"""`argmap info`: what a map holds, in numbers or in words."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from argmap.commands.command import Exit
from argmap.commands.shared.console import write_result, write_result_json
from argmap.commands.shared.inputs import exit_of, use_map
from argmap.errors import Problem
from argmap.model.kinds import Bearing, Kind

if TYPE_CHECKING:
    from argmap.model.argument_map import ArgumentMap


def configure(parser: ArgumentParser) -> None:
    """Add the file and the choice of a form."""
    parser.add_argument("file", metavar="FILE", help="a map; - reads standard input")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON, for programs")
    form.add_argument("--words", action="store_true", help="all that is in the map, as an outline")


def run(arguments: Namespace) -> Exit:
    """Print the numbers, or the words."""
    reading = use_map(arguments.file)
    if arguments.words:
        from argmap.merging.wording.in_words import in_words

        write_result(in_words(reading.argument_map))
        return exit_of(reading.problems)
    facts = numbers(reading.argument_map, reading.problems)
    if arguments.json:
        write_result_json(facts)
    else:
        write_result(_table(facts))
    return exit_of(reading.problems)


def numbers(argument_map: ArgumentMap, problems: Sequence[Problem]) -> dict[str, object]:
    """Return counts: undercuts are attacks on relations, linked have several premises."""
    from argmap.model import walk

    relations = argument_map.relations
    kinds = {str(kind): sum(s.kind is kind for s in argument_map.statements) for kind in Kind}
    bearings = {str(does): sum(r.bearing is does for r in relations) for does in Bearing}
    return {
        "title": argument_map.title,
        "statements": {"all": len(argument_map.statements), **kinds},
        "relations": {
            "all": len(relations),
            **bearings,
            "undercuts": sum(map(argument_map.is_undercut, relations)),
            "linked": sum(r.linked for r in relations),
        },
        "roots": len(walk.roots(argument_map)),
        "depth": walk.depth(argument_map),
        "sources": len(argument_map.sources),
        "problems": len(problems),
    }


def _table(facts: dict[str, object]) -> str:
    lines = []
    for name, value in facts.items():
        if isinstance(value, dict):
            parts = ", ".join(f"{n} {key}" for key, n in value.items() if key != "all")
            lines.append(f"{name:11} {value['all']} ({parts})")
        else:
            lines.append(f"{name:11} {value}")
    return "\n".join(lines)
