"""Carneades' YAML: statements, arguments with an undercutter each, assumptions.

Carneades has arguments for a statement only. What speaks against one is written, as its authors
do, as an argument for its negation `¬id` and an issue between the two; the `meta` of such a
statement says that it stands in for an attack, so that reading makes one attack of it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from argmap.errors import ArgmapError, Place
from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.missing_premises import READING, add_missing_premise
from argmap.formats.building.unknown_parts import UNKNOWN
from argmap.formats.format import Format, Imported
from argmap.formats.losses.features import only
from argmap.formats.syntax import yaml_text
from argmap.formats.syntax.json_text import dump_for_yaml, mapping, words
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.kinds import Bearing, Judgement
from argmap.store.file_names import YAML_SUFFIXES

_FORMS = ("linked", "convergent")
_WEIGHED = ("cumulative", "factorized")
_SECTIONS = ("statements", "arguments", "issues")
_UNREAD = {
    "argument_schemes": "rules",
    "issue_schemes": "rules",
    "weighing_functions": "rules",
    "language": "rules",
    "assumption_schemes": "rules",
    "labels": "labels",
    "tests": "expected labels",
}
_NOTES = ("notes", "note")
_ARGUMENT = ("scheme", "conclusion", "premises", "undercutter")
_STATEMENT = ("text", "assumed")
_SNIFF = re.compile(
    r"^(?:statements|arguments|issues)[ \t]*:|^language[ \t]*:[ \t]*(?:[{#]|$)"
    r"|^meta:[ \t]*\n[ \t]+(?:title|notes?):",
    re.MULTILINE,
)
"""Its language is what the predicates are called, in argmap and Argdown it is that of the words."""
_MARK = "attacks"


def read(text: str, file: str) -> Imported:
    """Return the map of the argument graph; rules, issues and expected labels are losses."""
    content = yaml_text.load(text, file)
    if not isinstance(content, dict):
        raise ArgmapError("This YAML is not an argument graph: it has no keys.", "", Place(file, 1))
    builder = MapBuilder(file)
    if not {*_SECTIONS, *_UNREAD, "meta"} & content.keys():
        builder.add_problem("This YAML is not an argument graph: it has no statements.")
    for name in _SECTIONS:
        if content.get(name) and not isinstance(content[name], dict):
            builder.add_problem(f"“{name}” has no keys; it is not read.")
    stand_ins = _statements(builder, content)
    for id_, value in mapping(content.get("arguments")).items():
        _argument(builder, id_, mapping(value), stand_ins)
    _report_unread(builder, content, stand_ins)
    meta = mapping(content.get("meta"))
    notes = [words(meta.get(key)).strip() for key in _NOTES]
    summary = "\n\n".join(filter(None, notes))
    return builder.build(title=words(meta.get("title")).strip(), summary=summary)


def _statements(builder: MapBuilder, content: dict[str, Any]) -> dict[str, str]:
    """Return by id what those attack that only stand in for an attack; add all others."""
    assumed = _assumed(content)
    stand_ins: dict[str, str] = {}
    for id_, value in mapping(content.get("statements")).items():
        attacked = words(mapping(mapping(value).get("meta")).get(_MARK))
        if attacked:
            stand_ins[id_] = attacked
            continue
        judged = id_ in assumed or mapping(value).get("assumed") is True
        statement = words(mapping(value).get("text")) if isinstance(value, dict) else words(value)
        judgement = Judgement.ACCEPTED if judged else None
        builder.add_statement(id_, statement.strip(), wish=id_, judgement=judgement)
        _report_other_keys(builder, "details of statements", id_, mapping(value), _STATEMENT)
    return stand_ins


def _assumed(content: dict[str, Any]) -> set[str]:
    listed = content.get("assumptions")
    return set(map(words, listed)) if isinstance(listed, list) else set()


def _argument(
    builder: MapBuilder, id_: str, value: dict[str, Any], stand_ins: dict[str, str]
) -> None:
    conclusion = words(value.get("conclusion"))
    undercutter = words(value.get("undercutter"))
    if not conclusion:
        builder.add_loss("arguments without a conclusion", id_)
        return
    premises = _premises(builder, id_, value.get("premises")) or [add_missing_premise(builder, id_)]
    key = ("argument", id_)
    bearing, target = _target(conclusion, stand_ins)
    form = words(value.get("scheme"))
    _report_other_keys(builder, "details of arguments", id_, value, _ARGUMENT)
    if form in _WEIGHED:
        builder.add_loss("how premises add up", f"{id_}: {form}")
    for number, part in enumerate([[p] for p in premises] if form == "convergent" else [premises]):
        of_part = key if number == 0 else (*key, number)
        builder.add_relation(
            part,
            bearing,
            target,
            key=of_part,
            wish=id_ if number == 0 else "",
            scheme="" if form in (*_FORMS, *_WEIGHED) else form,
        )
        if undercutter and undercutter not in stand_ins:
            builder.add_relation([undercutter], Bearing.ATTACKS, of_part)


def _target(conclusion: str, stand_ins: dict[str, str]) -> tuple[Bearing, object]:
    """Return what an argument bears on: its conclusion, or what that stands in against."""
    attacked = stand_ins.get(conclusion)
    if attacked is None:
        return Bearing.SUPPORTS, conclusion
    name = attacked.removeprefix("argument ")
    return Bearing.ATTACKS, name if name == attacked else ("argument", name)


def _premises(builder: MapBuilder, id_: str, value: Any) -> list[object]:
    if isinstance(value, dict):
        builder.add_loss("roles of premises", *(f"{id_}: {role}" for role in value))
        return list(map(words, value.values()))
    return list(map(words, value if isinstance(value, list) else [value] if words(value) else []))


def _report_unread(builder: MapBuilder, content: dict[str, Any], stand_ins: dict[str, str]) -> None:
    for name, what in _UNREAD.items():
        builder.add_loss(what, *_names(name, content.get(name)))
    known = (*_SECTIONS, *_UNREAD, "meta", "assumptions")
    builder.add_loss(UNKNOWN, *(key for key in content if key not in known))
    _report_other_keys(
        builder, "remarks on the file", "meta", mapping(content.get("meta")), ("title", *_NOTES)
    )
    for id_, issue in mapping(content.get("issues")).items():
        positions = mapping(issue).get("positions")
        if not isinstance(positions, list) or not stand_ins.keys() & set(map(words, positions)):
            builder.add_loss("issues between statements", id_)


def _names(section: str, value: Any) -> list[str]:
    """Return what the parts of a section go by; the section's own name where they have none."""
    if isinstance(value, dict):
        return list(value)
    if isinstance(value, list):
        return [words(mapping(item).get("id")) or words(item) or section for item in value]
    return [section] if value else []


def _report_other_keys(
    builder: MapBuilder, what: str, id_: str, value: dict[str, Any], read: tuple[str, ...]
) -> None:
    builder.add_loss(what, *(f"{id_}: {key}" for key in value if key not in read))


def write(argument_map: ArgumentMap) -> str:
    """Return block YAML whose scalars are JSON strings, which every reader of YAML understands."""
    return _Writer(argument_map).text()


class _Writer:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self.argument_map = argument_map
        attacked = [r.target for r in argument_map.relations if r.bearing is Bearing.ATTACKS]
        self.negation = {target: f"¬{target}" for target in dict.fromkeys(attacked)}

    def text(self) -> str:
        m = self.argument_map
        parts = {
            "meta": [
                f"{key}: {dump_for_yaml(text)}"
                for key, text in (("title", m.title), ("notes", m.summary))
                if text
            ],
            "statements": list(self._statements()),
            "issues": list(self._issues()),
            "arguments": [line for relation in m.relations for line in self._argument(relation)],
        }
        blocks = [_block(name, lines) for name, lines in parts.items() if lines]
        accepted = [s.id for s in m.statements if s.judgement is Judgement.ACCEPTED]
        if accepted:
            blocks.append(f"assumptions: {dump_for_yaml(accepted)}\n")
        return "\n".join(blocks) or "statements: {}\n"

    def _statements(self) -> Iterator[str]:
        for statement in self.argument_map.statements:
            yield f"{dump_for_yaml(statement.id)}: {dump_for_yaml(statement.text)}"
        for target, negation in self.negation.items():
            step = target in self.argument_map.relation_by_id
            meta = {_MARK: f"argument {target}" if step else target}
            words = f"¬app({target})" if step else negation
            yield f"{dump_for_yaml(negation)}: {dump_for_yaml({'text': words, 'meta': meta})}"

    def _issues(self) -> Iterator[str]:
        for target, negation in self.negation.items():
            if target in self.argument_map.statement_by_id:
                issue = {"positions": [target, negation]}
                yield f"{dump_for_yaml(f'issue {target}')}: {dump_for_yaml(issue)}"

    def _argument(self, relation: Relation) -> Iterator[str]:
        attacks = relation.bearing is Bearing.ATTACKS
        yield f"{dump_for_yaml(relation.id)}:"
        yield f"  scheme: {dump_for_yaml(relation.scheme or 'linked')}"
        conclusion = self.negation[relation.target] if attacks else relation.target
        yield f"  conclusion: {dump_for_yaml(conclusion)}"
        yield f"  premises: {dump_for_yaml(list(relation.premises))}"
        if relation.id in self.negation:
            yield f"  undercutter: {dump_for_yaml(self.negation[relation.id])}"


def _block(name: str, lines: list[str]) -> str:
    return f"{name}:\n" + "".join(f"  {line}\n" for line in lines)


FORMAT = Format(
    name="carneades",
    title="Carneades",
    suffixes=(".carneades.yaml",),
    also=YAML_SUFFIXES,
    read=read,
    write=write,
    sniff=_SNIFF.search,
    holds=only(
        "title summary supports linked steps uses relation.scheme texts statement.judgement "
        "controls returns breaks empty"
    ),
    note="Rules, issues and expected labels are not read.",
    reading=READING,
)
