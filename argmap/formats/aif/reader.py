"""AIF JSON: nodesets of AIFdb, xAIF and files of OVA, read without loss.

An I-node is a statement. An RA or CA node with a premise among the I-nodes and a target is a
relation; one with two targets is two relations of one node. What a map cannot draw (dialogue,
rephrases, preferences, nodes tied to nothing) is kept word for word under `x-aif`, and so are the
names of the nodes that are drawn, so that `writer` gives the same nodes and edges again.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Any

from argmap.formats.aif.ova import anchored_source, as_aif
from argmap.formats.aif.schemes import fulfilled_schemes, scheme_node, scheme_of
from argmap.formats.aif.undrawn import undrawn
from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.unknown_parts import ANY, Shape, report_unknown_keys
from argmap.formats.format import Imported
from argmap.formats.losses.key_features import AIF, AROUND
from argmap.formats.syntax.json_text import freeze, load_object, mapping, objects, words
from argmap.model.argument_map import Extra
from argmap.model.kinds import Bearing

Json = dict[str, Any]
_DEEPEST = 80
_SHAPE: Shape = {"nodes": [{ANY: ANY}], "edges": [{ANY: ANY}], ANY: ANY}
SCHEMES = {"RA": Bearing.SUPPORTS, "CA": Bearing.ATTACKS}


@dataclass(slots=True)
class Nodeset:
    """The nodes and edges of a file, and the drawn part of them."""

    nodes: dict[str, Json] = field(default_factory=dict)
    odd_nodes: list[Json] = field(default_factory=list)
    edges: list[Json] = field(default_factory=list)
    into: dict[str, list[str]] = field(default_factory=dict)
    out_of: dict[str, list[str]] = field(default_factory=dict)

    def type(self, id_: str) -> str:
        """Return a node's type; "" where there is no such node."""
        return words(self.nodes.get(id_, {}).get("type"))

    def premises(self, id_: str) -> list[str]:
        """Return the I-nodes that lead to a scheme node."""
        return [end for end in self.into.get(id_, ()) if self.type(end) == "I"]


def read(text: str, file: str) -> Imported:
    """Return the map of a file in any of the three dialects."""
    builder = MapBuilder(file)
    content = _shallow(load_object(text, builder), builder)
    aif = as_aif(content) or mapping(content.get("AIF")) or content
    report_unknown_keys(builder, aif, _SHAPE)
    nodeset = _nodeset(aif, builder)
    speakers = _speakers(nodeset, aif)
    fulfilled = fulfilled_schemes(aif)
    for id_, node in nodeset.nodes.items():
        if node["type"] == "I":
            name = ((AIF, _kept(node)),)
            builder.add_statement(
                id_, words(node.get("text")), said_by=speakers.get(id_, ""), extra=name
            )
    drawn = _draw(nodeset, builder, fulfilled)
    anchored_source(content, builder)
    nodes = [node for id_, node in nodeset.nodes.items() if id_ not in drawn]
    edges, slots = _kept_edges(nodeset, drawn)
    kept = {"nodes": [*nodes, *nodeset.odd_nodes], "edges": edges, "slots": slots}
    imported = builder.build(extra=_rest(content, aif, kept))
    return replace(imported, undrawn=undrawn(nodes, map(ends, edges), drawn))


def _shallow(content: Json, builder: MapBuilder) -> Json:
    """Return what a map can keep: not what is nested so deeply that its file could not be read."""
    waiting: list[tuple[Any, int, str]] = [(content, 1, "")]
    while waiting:
        value, depth, top = waiting.pop()
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in list(items):
            if not isinstance(item, (dict, list)):
                continue
            name = top or str(key)
            if depth == _DEEPEST:
                value[key] = None
                builder.add_loss(f"what is nested more than {_DEEPEST} levels deep", name)
            else:
                waiting.append((item, depth + 1, name))
    return content


def _nodeset(aif: Json, builder: MapBuilder) -> Nodeset:
    nodeset = Nodeset(edges=objects(aif.get("edges")))
    if not isinstance(aif.get("nodes"), list):
        builder.add_problem("The file has no list of nodes.")
    for number, node in enumerate(objects(aif.get("nodes")), 1):
        id_ = words(node.get("nodeID"))
        if not id_ or id_ in nodeset.nodes or not words(node.get("type")):
            builder.add_problem(
                f"Node {number} has no id or type of its own; it is kept, but not drawn."
            )
            nodeset.odd_nodes.append(node)
        else:
            nodeset.nodes[id_] = node
    for edge in nodeset.edges:
        start, end = ends(edge)
        nodeset.out_of.setdefault(start, []).append(end)
        nodeset.into.setdefault(end, []).append(start)
        for id_ in {start, end} - nodeset.nodes.keys():
            builder.add_problem(
                f"An edge names the node “{id_}”, which is not there; it is left out."
            )
    return nodeset


def ends(edge: Json) -> tuple[str, str]:
    """Return the two ends of an edge as text: some programs write numbers."""
    return words(edge.get("fromID")), words(edge.get("toID"))


def _draw(nodeset: Nodeset, builder: MapBuilder, fulfilled: dict[str, str]) -> Counter[str]:
    """Return the names of the nodes drawn, and drawn pairs as `a>b`; the relations are added."""
    drawn = Counter(id_ for id_ in nodeset.nodes if nodeset.type(id_) == "I")
    waiting = list(drawn)
    targets: dict[str, list[str]] = {}
    while waiting:
        target = waiting.pop()
        for scheme in nodeset.into.get(target, ()):
            if nodeset.type(scheme) in SCHEMES and nodeset.premises(scheme) and scheme != target:
                known = targets.setdefault(scheme, [])
                if not known:
                    waiting.append(scheme)
                if target not in known:
                    known.append(target)
    for scheme in nodeset.nodes:
        if scheme in targets:
            _draw_scheme(nodeset, builder, scheme, targets[scheme], fulfilled)
            drawn[scheme] += 1
            drawn.update({f"{premise}>{scheme}": 1 for premise in nodeset.premises(scheme)})
            drawn.update({f"{scheme}>{target}": 1 for target in targets[scheme]})
    return drawn


def _draw_scheme(
    nodeset: Nodeset, builder: MapBuilder, id_: str, targets: list[str], fulfilled: dict[str, str]
) -> None:
    node = nodeset.nodes[id_]
    bearing, scheme = SCHEMES[nodeset.type(id_)], scheme_of(node, fulfilled)
    # What the writer makes of the relation by itself need not be kept beside it.
    kept = node["nodeID"] if node == scheme_node(node["nodeID"], bearing, scheme) else node
    in_order = [end for end in nodeset.out_of[id_] if end in targets]
    for number, target in enumerate(dict.fromkeys(in_order)):
        builder.add_relation(
            nodeset.premises(id_),
            bearing,
            target,
            key=id_ if number == 0 else (id_, number),
            scheme=scheme,
            extra=((AIF, freeze(kept)),),
        )


def _speakers(nodeset: Nodeset, aif: Json) -> dict[str, str]:
    """Return who said what an I-node says: whoever the locution behind it belongs to."""
    names = {
        words(row.get("participantID")): " ".join(
            filter(None, (words(row.get("firstname")), words(row.get("surname"))))
        )
        for row in objects(aif.get("participants"))
    }
    persons = {}
    for row in objects(aif.get("locutions")):
        person = words(row.get("personID"))
        persons[words(row.get("nodeID"))] = names.get(person, "" if person.isdigit() else person)
    speakers: dict[str, str] = {}
    for id_ in nodeset.nodes:
        if nodeset.type(id_) == "L":
            who = persons.get(id_) or _before_colon(words(nodeset.nodes[id_].get("text")))
            for illocution in nodeset.out_of.get(id_, ()):
                for said in nodeset.out_of.get(illocution, ()):
                    if who and nodeset.type(illocution) == "YA" and nodeset.type(said) == "I":
                        speakers.setdefault(said, who)
    return speakers


def _before_colon(text: str) -> str:
    who, colon, _ = text.partition(":")
    return who.strip() if colon and len(who) <= 60 else ""


def _kept(node: Json) -> Any:
    """Return what a statement keeps of its node: the bare name, or a table where there is more."""
    kept = {key: value for key, value in node.items() if key not in ("text", "type")}
    return freeze(kept["nodeID"] if len(kept) == 1 else kept)


def _kept_edges(nodeset: Nodeset, drawn: Counter[str]) -> tuple[list[Json], list[Json]]:
    """Return the edges that are not drawn, and those that are and say more than their ends."""
    left = Counter(drawn)
    edges, slots = [], []
    for edge in nodeset.edges:
        pair = ">".join(ends(edge))
        if left[pair] <= 0:
            edges.append(edge)
        else:
            left[pair] -= 1
            if any(value for key, value in edge.items() if key not in _PLAIN_EDGE):
                slots.append(edge)
    return edges, slots


def _rest(content: Json, aif: Json, kept: Json) -> Extra:
    """Return the top-level `x-aif`: all that is not drawn."""
    kept |= {key: value for key, value in aif.items() if key not in ("nodes", "edges")}
    if aif is not content:
        kept[AROUND] = {
            key: value for key, value in content.items() if key not in ("AIF", "nodes", "edges")
        }
    kept = {key: value for key, value in kept.items() if value not in (None, [], {})}
    return ((AIF, freeze(kept)),) if kept else ()


_PLAIN_EDGE = ("edgeID", "fromID", "toID")
