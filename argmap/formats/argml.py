"""ArgML within GraphML, as Argunet exports it: theses, arguments of propositions, edges.

The premises and the conclusion of an argument are statements and a relation. A proposition may
stand in several nodes: one id is one statement, and what concludes a thesis need not support it by
an edge besides. An edge that names no proposition bears on the whole argument.
"""

from __future__ import annotations

import re

from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.unknown_parts import INSIDE, TEXT, report_unknown_elements
from argmap.formats.format import Format, Imported
from argmap.formats.syntax.xml_text import Element, parse, root_named
from argmap.model.kinds import Bearing

_OF_NODES = ("thesis", "argument")
_KNOWN = {
    **dict.fromkeys(("title", "description", "content"), TEXT),
    **dict.fromkeys(_OF_NODES, "id colorIndex"),
    **dict.fromkeys(("supportReference", "attackReference", "contradictionReference"), INSIDE),
    "proposition": "id index type",
    "group": f"id colorIndex {TEXT}",
    "edge": "id type sourceNodeId sourcePropositionId targetNodeId targetPropositionId",
}
"""What stands in Argunet's own elements; those around them are of the picture."""


def read(text: str, file: str) -> Imported:
    """Return the map of all nodes of the graph, in groups or not; no positions, no colours."""
    root = parse(text, file, "graphml")
    builder = MapBuilder(file)
    group_of = _groups(root, builder)
    elements = list(root.walk())
    steps: dict[str, object] = {}
    mains: dict[str, object] = {}
    for element in elements:
        if element.name in _OF_NODES:
            _node(builder, element, group_of.get(id(element), ""), steps, mains)
    for element in elements:
        if element.name == "edge" and "source" not in element.attributes:
            _edge(builder, element, steps, mains)
    _report_unread(builder, elements)
    return builder.build(title=next((e.text("title") for e in elements if e.name == "debate"), ""))


def _groups(root: Element, builder: MapBuilder) -> dict[int, str]:
    """Return the group of every thesis and argument; Argunet nests graphs for groups."""
    group_of: dict[int, str] = {}
    waiting = [(root, "")]
    while waiting:
        element, group = waiting.pop()
        if element.name == "node":
            named = next((e for d in element.children("data") for e in d.children("group")), None)
            if named is not None:
                title = named.text("title") or named.text()
                group = builder.add_group(("group", id(element)), title, parent=group)
        group_of[id(element)] = group
        waiting += [(child, group) for child in reversed(element.children())]
    return group_of


def _node(
    builder: MapBuilder,
    node: Element,
    group: str,
    steps: dict[str, object],
    mains: dict[str, object],
) -> None:
    name = node.get("id") or f"line {node.line}"
    title, note = _title(node), node.text("description")
    listed = sorted(node.children("proposition"), key=lambda e: _number(e.get("index")))
    premises = [p for p in listed if p.get("type") == "premise"]
    conclusions = [p for p in listed if p.get("type") != "premise"]
    for proposition in listed:
        _proposition(builder, proposition.get("id"), proposition.text("content"), group)
    if premises and conclusions:
        mains[name] = ("p", conclusions[-1].get("id"))
        steps[name] = ("step", name)
        _steps(builder, listed, name, "\n\n".join(filter(None, (title, note))))
    elif len(listed) == 1:
        mains[name] = ("p", listed[0].get("id"))
        text = listed[0].text("content") or title
        builder.change(mains[name], text=text, title=title if title != text else "", note=note)
        if node.text("content") not in ("", text):
            builder.add_loss("other wordings of a proposition", name)
    elif node.name == "thesis" and (content := node.text("content")):
        mains[name] = ("p", name)
        _proposition(builder, name, content, group)
        builder.change(mains[name], title=title if title != content else "", note=note)
    else:
        mains[name] = ("node", name)
        builder.add_statement(mains[name], note or title, title=title if note else "", group=group)


def _report_unread(builder: MapBuilder, elements: list[Element]) -> None:
    """Report what Argunet's elements hold beyond what is read, and where there is none of them."""
    own = [data for element in elements if element.name == "data" for data in element.children()]
    named = {element.name for element in (*elements, *own)}
    if "node" in named and named.isdisjoint(_OF_NODES):
        builder.add_problem("This GraphML holds nodes, and no theses and arguments of Argunet.", 1)
    for element in own:
        if element.name in (*_OF_NODES, "edge", "group"):
            report_unknown_elements(builder, element, _KNOWN)
        elif element.name == "debate":
            said = (e.text() for e in element.children() if e.name != "title")
            builder.add_loss("what the debate says beyond its title", *filter(None, said))
    for element in elements:
        if element.name == "proposition":
            references = (e.name for e in element.children() if e.name.endswith("Reference"))
            builder.add_loss(
                "relations that no edge draws", *(f"{element.get('id')}: {r}" for r in references)
            )


def _proposition(builder: MapBuilder, id_: str, text: str, group: str) -> None:
    """Add the statement of a proposition, if it is the first with its id."""
    key = ("p", id_)
    if key not in builder:
        builder.add_statement(key, text, group=group)
    elif text and not builder.get(key).text:
        builder.change(key, text=text)
    elif text and text != builder.get(key).text:
        builder.add_loss("other wordings of a proposition", id_)


def _title(node: Element) -> str:
    """Return the title of a node; Argunet calls everything new Untitled."""
    title = node.text("title")
    return "" if title.lower() == "untitled" and len(node.children()) > 1 else title


def _steps(builder: MapBuilder, listed: list[Element], name: str, note: str) -> None:
    """Each conclusion follows from the premises since the one before, and from that one."""
    premises: list[object] = []
    last = next(p for p in reversed(listed) if p.get("type") != "premise")
    for proposition in listed:
        key = ("p", proposition.get("id"))
        if proposition.get("type") != "premise" and premises:
            is_last = proposition is last
            builder.add_relation(
                premises,
                Bearing.SUPPORTS,
                key,
                key=("step", name) if is_last else None,
                note=note if is_last else "",
            )
            premises = []
        premises.append(key)


def _edge(
    builder: MapBuilder, edge: Element, steps: dict[str, object], mains: dict[str, object]
) -> None:
    bearing = Bearing.ATTACKS if "ttack" in edge.get("type") else Bearing.SUPPORTS
    source = ("p", edge.get("sourcePropositionId"))
    target = ("p", edge.get("targetPropositionId"))
    start = source if source in builder else mains.get(edge.get("sourceNodeId"))
    node = edge.get("targetNodeId")
    end = target if target in builder else steps.get(node, mains.get(node))
    other_node = edge.get("sourceNodeId") != node
    if start is not None and start == end and other_node and bearing is Bearing.SUPPORTS:
        return  # the argument concludes the thesis: its own step supports that
    if start is None or end is None or start == end:
        builder.add_problem("An edge that leads nowhere is left out.", edge.line)
    else:
        builder.add_relation([start], bearing, end, line=edge.line)


def _number(words: str) -> int:
    return int(words) if re.fullmatch(r"[0-9]{1,9}", words) else 0


FORMAT = Format(
    name="argml",
    title="ArgML (Argunet)",
    suffixes=(".argml",),
    also=(".graphml", ".xml"),
    read=read,
    sniff=root_named("graphml", holding="argml"),
)
