"""`argmap evaluate`: tell which statements stand, given what is accepted, and why."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from argmap.commands.command import Exit
from argmap.commands.shared.console import write_message, write_result, write_result_json
from argmap.commands.shared.inputs import exit_of, use_map, write_problems
from argmap.commands.shared.stance import add_stance, stance_of
from argmap.errors import ArgmapError, Problem
from argmap.store.file_names import OWN_SUFFIXES, YAML_SUFFIXES

if TYPE_CHECKING:
    from argmap.reasoning import AttackGraph, Changes, Crux, Evaluation, Strength
    from argmap.store.yaml_file import Reading

QUESTIONS = ("why", "strength", "cruxes", "changes")
"""Options that ask about labels."""

Asked = dict[str, Any]
"""The answers to these, by their names."""


def configure(parser: ArgumentParser) -> None:
    """Add the file, the options of the evaluation, and what may be asked beside the labels."""
    parser.add_argument("file", metavar="FILE", help="a map; - reads standard input")
    parser.add_argument("--json", action="store_true", help="print JSON, for programs")
    add_stance(parser)
    parser.add_argument("--why", metavar="ID", help="explain the label of ID")
    parser.add_argument(
        "--strength",
        action="store_true",
        help="say in what share of scenarios each statement stands",
    )
    parser.add_argument(
        "--cruxes", metavar="ID", help="list the open leaves that matter most for ID"
    )
    parser.add_argument(
        "--changes",
        metavar="ID=LABEL",
        help="list the fewest judgements that would give ID that label",
    )
    parser.add_argument(
        "--semantics",
        metavar="S",
        help="list the extensions of the attack graph instead: grounded, complete, preferred or "
        "stable (also of files that are attack graphs)",
    )


def run(arguments: Namespace) -> Exit:
    """Evaluate and print."""
    from argmap.reasoning import attack_graph, evaluate

    _refuse_idle_options(arguments)
    if _is_graph(arguments.file):
        graph, problems = _graph(arguments.file)
        _say_extensions(graph, arguments)
        return exit_of(problems)
    reading = use_map(arguments.file)
    if arguments.semantics:
        graph = attack_graph(reading.argument_map, **stance_of(arguments))
        _say_extensions(graph, arguments)
    else:
        evaluation = evaluate(reading.argument_map, **stance_of(arguments))
        if arguments.strength or arguments.cruxes:
            _tell_hints(evaluation, reading)
        _say_labels(evaluation, _asked(evaluation, arguments), as_json=arguments.json)
    return exit_of(reading.problems)


def _is_graph(name: str) -> bool:
    suffix = Path(name).suffix.lower()
    if suffix in {"", *OWN_SUFFIXES, *YAML_SUFFIXES}:
        return False  # most files are maps: for them the table of formats need not be loaded

    from argmap.formats.table import FORMATS

    return any(suffix in row.suffixes for row in FORMATS if row.attack_graph)


def _refuse_idle_options(arguments: Namespace) -> None:
    """Refuse options that would not be looked at."""
    asked = [f"`--{name}`" for name in QUESTIONS if getattr(arguments, name)]
    if arguments.semantics and asked:
        raise ArgmapError(
            f"`--semantics` cannot be combined with {' and '.join(asked)}.",
            "Leave one of them out.",
        )
    if not _is_graph(arguments.file):
        return
    if not arguments.semantics:
        raise ArgmapError(
            f"“{arguments.file}” is an attack graph, which has no labels.",
            "Add `--semantics grounded`.",
        )
    if any(stance_of(arguments).values()):
        raise ArgmapError(
            "Nothing is judged in an attack graph.",
            "Leave out `--viewpoint`, `--open` and `--ties`.",
        )


def _graph(name: str) -> tuple[AttackGraph, tuple[Problem, ...]]:
    from argmap.formats import convert
    from argmap.formats.attack_graphs.attack_graph_text import graph_of

    imported = convert.loads(Path(name).read_bytes(), file=name)
    write_problems(imported.problems)
    graph, _ = graph_of(imported.argument_map)
    return graph, imported.problems


def _say_extensions(graph: AttackGraph, arguments: Namespace) -> None:
    from argmap.reasoning import extensions

    semantics = arguments.semantics
    order = {argument: place for place, argument in enumerate(graph.arguments)}
    found = (sorted(e, key=order.__getitem__) for e in extensions(graph, semantics))
    if arguments.json:
        write_result_json({"semantics": semantics, "extensions": list(found)})
        return
    none = True
    for extension in found:
        write_result(f"[{' '.join(extension)}]")
        none = False
    if none:
        write_message(f"“{arguments.file}” has no {semantics} extension.")


def _tell_hints(evaluation: Evaluation, reading: Reading) -> None:
    for hint in evaluation.hints:
        write_message(str(hint.located(reading.places)))


def _asked(evaluation: Evaluation, arguments: Namespace) -> Asked:
    asked: Asked = {}
    if arguments.why:
        asked["why"] = evaluation.why(arguments.why)
    if arguments.strength:
        asked["strength"] = evaluation.strengths()
    if arguments.cruxes:
        asked["cruxes"] = evaluation.cruxes(arguments.cruxes)
    if arguments.changes:
        id_, _, label = arguments.changes.rpartition("=")
        if not id_:
            raise ArgmapError(
                "`--changes` needs an id and a label.", "Write `--changes some-id=accepted`."
            )
        asked["changes"] = evaluation.changes(id_, label)
    return asked


def _say_labels(evaluation: Evaluation, asked: Asked, *, as_json: bool) -> None:
    if as_json:
        write_result_json(_for_programs(evaluation, asked))
        return
    for line in _for_people(evaluation, asked):
        write_result(line)


def _for_programs(evaluation: Evaluation, asked: Asked) -> dict[str, object]:
    facts: dict[str, object] = {
        "statements": dict(evaluation.statements),
        "relations": dict(evaluation.relations),
        "basis": dict(evaluation.basis),
        "tensions": list(evaluation.tensions),
        "circles": [list(circle) for circle in evaluation.circles],
    }
    return facts | {name: _plain(answer) for name, answer in asked.items()}


def _plain(answer: Any) -> object:
    """Return a frozen value as JSON has it."""
    if isinstance(answer, str | int | float | None):
        return answer
    if hasattr(answer, "items"):
        return {key: _plain(value) for key, value in answer.items()}
    if isinstance(answer, tuple):
        return [_plain(value) for value in answer]
    return {name: _plain(getattr(answer, name)) for name in answer.__dataclass_fields__}


def _for_people(evaluation: Evaluation, asked: Asked) -> Iterator[str]:
    """Return the answers to what was asked, one below the other; else the labels of everything."""
    answers: list[Iterable[str]] = []
    if "strength" in asked or not asked:
        answers.append(_labels(evaluation, dict(asked.get("strength", {}))))
    if "why" in asked:
        answers.append([str(asked["why"])])
    if "cruxes" in asked:
        answers.append(_cruxes(asked["cruxes"]))
    if "changes" in asked:
        answers.append(_changes(asked["changes"]))
    for number, answer in enumerate(answers):
        yield from [""] if number else []
        yield from answer


def _labels(evaluation: Evaluation, strengths: dict[str, Strength]) -> Iterator[str]:
    for id_, label in evaluation.statements.items():
        text = " ".join(evaluation.argument_map.statement_by_id[id_].text.split())
        share = f" [stands in {strengths[id_].accepted:.0%}]" if id_ in strengths else ""
        yield f"{label:9}  {id_}: {text}{share}"
    for id_, label in evaluation.relations.items():
        yield f"{label:9}  {id_} (step)"
    if evaluation.tensions:
        yield f"\nIn tension with the rest of the map: {', '.join(evaluation.tensions)}"
    for circle in evaluation.circles:
        yield f"\nA circle of support: {', '.join(circle)}"


def _cruxes(cruxes: tuple[Crux, ...]) -> Iterator[str]:
    yield "What it hinges on, and by how much:"
    for crux in cruxes:
        yield f"  {crux.swing:+6.1%}  {crux.id}"
    if not cruxes:
        yield "  No open leaf leads to it."


def _changes(changes: Changes) -> Iterator[str]:
    yield f"What would make it {changes.wanted}:"
    for one in changes.sets:
        wanted = " and ".join(f"{judged.verb} {id_}" for id_, judged in one.items())
        yield f"  {wanted or 'Nothing: it is so already.'}"
    if not changes.sets:
        yield (
            "  Nothing that was tried." if changes.complete else "  Nothing was found in the time."
        )
    elif not changes.complete:
        yield "  The search stopped; there may be more."
