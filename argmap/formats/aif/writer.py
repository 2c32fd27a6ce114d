"""AIF JSON written: the nodes and edges of the map, and all that `x-aif` kept beside them."""

from __future__ import annotations

from itertools import count
from typing import Any

from argmap.formats.aif.reader import ends
from argmap.formats.aif.schemes import TYPE, fulfilled_schemes, scheme_node, scheme_of
from argmap.formats.losses.key_features import AIF, AROUND
from argmap.formats.syntax.json_text import dump, mapping, objects, thaw, words
from argmap.model.argument_map import ArgumentMap, Extra, Relation, Statement

Json = dict[str, Any]
_FULFILLED = "schemefulfillments"


def write_nodeset(argument_map: ArgumentMap) -> str:
    """Return the file as AIFdb serves it: nodes, edges, locutions."""
    nodeset = _Nodeset(argument_map)
    return dump(nodeset.content())


def write_xaif(argument_map: ArgumentMap) -> str:
    """Return the file as OVA 3 saves it: the nodeset under `AIF`, text and layout around it.

    There the scheme of a node stands apart from it, among the fulfilled ones.
    """
    nodeset = _Nodeset(argument_map)
    aif = nodeset.content()
    aif[_FULFILLED] = [*objects(aif.get(_FULFILLED)), *nodeset.fulfilled()]
    around = {"text": {"txt": ""}, "dialog": bool(nodeset.locutions), "OVA": {}}
    around |= mapping(nodeset.kept.get(AROUND))
    return dump({"AIF": aif, **around})


class _Nodeset:
    """Collects nodes and edges, with numbers that no kept node has."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.items: tuple[Statement | Relation, ...] = (
            *argument_map.statements,
            *argument_map.relations,
        )
        self.kept = mapping(_kept(argument_map.extra))
        self.nodes: list[Json] = []
        self.pairs: dict[tuple[str, str], None] = {}
        self.names: dict[str, Any] = {}
        self.locutions = objects(self.kept.get("locutions"))
        self._added: set[str] = set()
        self._schemes: dict[str, Json] = {}
        self._fulfilled = fulfilled_schemes(self.kept)
        taken = {words(node.get("nodeID")) for node in objects(self.kept.get("nodes"))}
        for item in self.items:
            taken.add(words(_node(item).get("nodeID")))
        self._numbers = (str(n) for n in count(1) if str(n) not in taken)
        self._spoken = self._said_in_kept()
        self._name_all()
        for statement in argument_map.statements:
            self._statement(statement)
        for relation in argument_map.relations:
            self._relation(relation)

    def content(self) -> Json:
        """Return the object that files of AIF hold."""
        nodes = [*self.nodes, *objects(self.kept.get("nodes"))]
        rest = {k: v for k, v in self.kept.items() if k not in ("nodes", "slots", AROUND)}
        if self._schemes and _FULFILLED in rest:
            rows = objects(rest[_FULFILLED])
            rest[_FULFILLED] = [r for r in rows if words(r.get("nodeID")) not in self._schemes]
            rest = {k: v for k, v in rest.items() if v or k != _FULFILLED}
        return {"nodes": nodes, **rest, "edges": self._edges(), "locutions": self.locutions}

    def fulfilled(self) -> list[Json]:
        """Return which numbered schemes the nodes fulfil that are none of those kept."""
        keys = ("nodeID", "schemeID")
        return [{k: n[k] for k in keys} for n in self._schemes.values() if "schemeID" in n]

    def _name_all(self) -> None:
        """Give every item its kept name, or a number; a name is shared only by one step's parts."""
        parts: dict[str, object] = {}
        for item in self.items:
            known = _node(item).get("nodeID")
            part = (item.premises, item.bearing) if isinstance(item, Relation) else item.id
            if known is None or parts.setdefault(words(known), part) != part:
                known = next(self._numbers)
            self.names[item.id] = known

    def _edges(self) -> list[Json]:
        as_kept = {words(name): name for name in self.names.values()}
        for node in objects(self.kept.get("nodes")):
            as_kept[words(node.get("nodeID"))] = node.get("nodeID")
        there = as_kept.keys() | self._added
        undrawn = [e for e in objects(self.kept.get("edges")) if there.issuperset(ends(e))]
        slots = {ends(e): e for e in objects(self.kept.get("slots")) if ends(e) in self.pairs}
        numbered = {words(e.get("edgeID")) for e in (*undrawn, *slots.values())}
        numbers = (str(n) for n in count(1) if str(n) not in numbered)
        fresh = [
            {
                "edgeID": next(numbers),
                "fromID": as_kept.get(start, start),
                "toID": as_kept.get(end, end),
                "formEdgeID": None,
            }
            for start, end in self.pairs
            if (start, end) not in slots
        ]
        return [*slots.values(), *fresh, *undrawn]

    def _statement(self, statement: Statement) -> None:
        name = self.names[statement.id]
        node = {"nodeID": name, "text": statement.text, "type": "I"}
        self.nodes.append(node | _node(statement) | {"nodeID": name})
        if statement.said_by and words(name) not in self._spoken:
            self._locution(statement, words(name))

    def _locution(self, statement: Statement, name: str) -> None:
        """Say who said it, as AIF does: a locution that asserts the statement."""
        locution, asserting = next(self._numbers), next(self._numbers)
        self._added |= {locution, asserting}
        spoken = f"{statement.said_by} : {statement.text}"
        self.nodes += [
            {"nodeID": locution, "text": spoken, "type": "L"},
            {
                "nodeID": asserting,
                "text": "Asserting",
                "type": "YA",
                "scheme": "Asserting",
                "schemeID": "74",
            },
        ]
        self.pairs[locution, asserting] = self.pairs[asserting, name] = None
        self.locutions.append({"nodeID": locution, "personID": statement.said_by})

    def _said_in_kept(self) -> set[str]:
        """Return the nodes that a kept illocution leads to: who said them is known already."""
        kinds = {words(n.get("nodeID")): n.get("type") for n in objects(self.kept.get("nodes"))}
        pairs = map(ends, objects(self.kept.get("edges")))
        return {end for start, end in pairs if kinds.get(start) == "YA"}

    def _relation(self, relation: Relation) -> None:
        name = self.names[relation.id]
        if words(name) not in self._added:
            self._added.add(words(name))
            self.nodes.append(self._scheme_node(relation, name))
        for premise in relation.premises:
            self.pairs[words(self.names[premise]), words(name)] = None
        self.pairs[words(name), words(self.names[relation.target])] = None

    def _scheme_node(self, relation: Relation, name: Any) -> Json:
        """Return the node kept, if it still says the same, else one with its scheme named twice."""
        kept = _node(relation)
        said = kept.get("type"), scheme_of(kept, self._fulfilled)
        if said == (TYPE[relation.bearing], relation.scheme):
            return kept | {"nodeID": name}
        node = scheme_node(name, relation.bearing, relation.scheme)
        self._schemes[words(name)] = node
        return node


def _node(item: Statement | Relation) -> Json:
    """Return what an item kept of its node; an empty object for one that is new."""
    kept = _kept(item.extra)
    return kept if isinstance(kept, dict) else {} if kept is None else {"nodeID": kept}


def _kept(extra: Extra) -> Any:
    return next((thaw(value) for key, value in extra if key == AIF), None)
