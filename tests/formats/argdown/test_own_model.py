"""Our maps of real files, relation by relation, beside what Argdown itself makes of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from argmap.formats.convert import loads
from argmap.model.argument_map import ArgumentMap, Relation
from tests.formats.corpora import cases

Json = dict[str, Any]
Named = tuple[object, str, object]
"""A relation as texts: its premises, what it does, and its target, a text or a relation."""

DOES = {"support": "supports", "entails": "supports"}


@pytest.mark.parametrize(("path", "row"), cases("argdown"))
def test_a_map_has_the_relations_of_argdowns_own_model(path: Path, row: dict[str, str]) -> None:
    beside = path.with_suffix(".json")
    if not beside.is_file():
        pytest.skip("Argdown itself makes nothing of this file")
    model = Model(json.loads(beside.read_text(encoding="utf-8")))
    argument_map = loads(path.read_bytes(), "argdown").argument_map
    found: set[Any] = set(ours(argument_map, model))
    expected: set[Any] = set(model.relations())
    if "explodeArguments" in path.read_text(encoding="utf-8"):  # which drops unused premises
        found, expected = ({each[1:] for each in relations} for relations in (found, expected))
    assert found == expected, row["file"]


def ours(argument_map: ArgumentMap, model: Model) -> Iterator[Named]:
    texts = {s.id: plain(s.text) for s in argument_map.statements}
    steps: set[object] = set(model.steps())

    def named(relation: Relation) -> Named:
        premises = frozenset(texts[p] for p in relation.premises)
        target = argument_map.relation_by_id.get(relation.target)
        end: object = named(target) if target else texts[relation.target]
        if target and end not in steps:
            end = f"what is done by {texts[target.premises[0]]}"
        return (premises, str(relation.bearing), end)

    return map(named, argument_map.relations)


def plain(text: str) -> str:
    return " ".join(text.split())


class Model:
    """The relations of Argdown's model, in terms of ours."""

    def __init__(self, content: Json) -> None:
        self.content = content
        self.texts = {("equivalence-class", t): said(e) for t, e in content["statements"].items()}
        self.texts |= {("argument", t): said(e) for t, e in content["arguments"].items()}
        self.steps_of = {
            title: list(self._steps(each["pcs"]))
            for title, each in content["arguments"].items()
            if each.get("pcs")
        }

    def relations(self) -> Iterator[Named]:
        yield from self.steps()
        for relation in self.content["relations"]:
            source = self.texts[relation["fromType"], relation["from"]]
            kind = relation["relationType"]
            target = self._target(relation)
            does = DOES.get(kind, "attacks")
            yield (frozenset([source]), does, target)
            if kind == "contradictory":
                yield (frozenset([str(target)]), does, source)

    def steps(self) -> Iterator[Named]:
        return (step for steps in self.steps_of.values() for step in steps)

    def _target(self, relation: Json) -> object:
        title, sort = relation["to"], relation["toType"]
        if sort == "inference":
            conclusions = [
                n
                for n, each in enumerate(self.content["arguments"][title]["pcs"])
                if each["role"] != "premise"
            ]
            return self.steps_of[title][conclusions.index(relation["conclusionIndex"])]
        if sort == "argument" and title in self.steps_of:
            return self.steps_of[title][-1]
        acts = any(r["fromType"] == "argument" and r["from"] == title
                   for r in self.content["relations"])  # fmt: skip
        if relation["relationType"] == "undercut" and acts:
            return f"what is done by {self.texts[sort, title]}"
        return self.texts[sort, title]

    def _steps(self, listed: list[Json]) -> Iterator[Named]:
        """Return the inferences: from what data names, else from what stands since the last.

        Where it names less than is used anywhere, we take the rest from where it stands.
        """
        steps: list[tuple[set[str], list[str], str]] = []
        waiting: list[str] = []
        for each in listed:
            if each["role"] != "premise":
                uses = each["inference"].get("data", {}).get("uses", [])
                used = {listed[n - 1]["title"] for n in uses if n < len(listed)}
                steps.append((used or set(waiting), waiting, each["title"]))
                waiting = []
            waiting.append(each["title"])
        premises = {each["title"] for each in listed if each["role"] == "premise"}
        unused = premises - set().union(*(used for used, _, _ in steps))
        for used, stated, conclusion in steps:
            titles = used | (unused & set(stated))
            texts = [self.texts["equivalence-class", title] for title in (*titles, conclusion)]
            yield (frozenset(texts[:-1]), "supports", texts[-1])


def said(element: Json) -> str:
    """Return what an element says, or its title: a text without the tags at its end."""
    members = [each for each in element["members"] if not each.get("isReference")]
    meant = [each for each in members if each.get("data", {}).get("isCanonical")] or members
    text = plain(meant[-1]["text"]) if meant else ""
    for tag in reversed(element.get("tags", []) * 3):
        for written in (f"#{tag}", f"#({tag})"):
            text = text.removesuffix(written).rstrip()
    return text or element["title"]
