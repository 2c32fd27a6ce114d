"""A map becomes DOT that Graphviz's `dot` lays out in levels, without groups.

How a map is laid out follows from how it is said in DOT. Edges run from premise to conclusion, and
`ordering=in` keeps the file's order among siblings. Cards stand on even ranks and joints on the
odd ones between them: a relation is a plain edge over two ranks, unless it is linked or something
bears on it; then its premises meet in a joint one rank below the target, on which undercuts end.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from argmap.drawing import levels
from argmap.drawing.dot import arrows
from argmap.drawing.dot.card import NODE_MARGIN, card
from argmap.drawing.dot.graph import Graph
from argmap.drawing.dot.labels import FACE
from argmap.drawing.dot.nodes import card_node
from argmap.drawing.element_ids import element_id
from argmap.drawing.marks import UNMARKED
from argmap.drawing.options import DrawingOptions
from argmap.drawing.theme import Theme
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.folded_groups import folded_group
from argmap.model.kinds import Direction
from argmap.placing.metrics import MARGIN

GAP = 32
"""Between components, in points."""

Edge = tuple[str, str, dict[str, str]]
"""Where from and where to, as ids of the map, and the attributes."""


def written_layered(argument_map: ArgumentMap, options: DrawingOptions) -> str:
    """Return the DOT of a settled map."""
    return _GraphWriter(argument_map, options).source()


@frozen
class _GraphWriter:
    """One map on its way to DOT: all that the steps need to know."""

    argument_map: ArgumentMap
    options: DrawingOptions

    @property
    def theme(self) -> Theme:
        """What colour everything has."""
        return self.options.theme

    @property
    def direction(self) -> Direction:
        """Where the conclusion stands."""
        return self.argument_map.direction

    def source(self) -> str:
        """Return the whole text."""
        graph = self._graph()
        names = self.nodes if not self.direction.sideways else reversed(self.nodes)
        for id_ in names:  # sideways, Graphviz stacks what it meets from bottom to top
            graph.node(self.nodes[id_], self._node(id_))
        for id_ in levels.level_order(self.argument_map):
            if relation := self.argument_map.relation_by_id.get(id_):
                for tail, head, attributes in self._edges(relation):
                    graph.edge(self.nodes[tail], self.nodes[head], attributes)
        return graph.text()

    @cached_property
    def nodes(self) -> dict[str, str]:
        """The generated name of each node, by id: statements, and relations with a dot.

        They stand component by component, because Graphviz packs components as they come.
        """
        names: dict[str, str] = {}
        for part in self.parts:
            for id_ in levels.level_order(part):
                relation = part.relation_by_id.get(id_)
                if relation is None:
                    names[id_] = f"s{len(names) + 1}"
                elif relation.linked or part.relations_on(id_):
                    names[id_] = f"r{len(names) + 1}"
        return names

    @cached_property
    def parts(self) -> tuple[ArgumentMap, ...]:
        """The components, in the order of the file."""
        return levels.components(self.argument_map)

    def _graph(self) -> Graph:
        graph = Graph("map")
        whole = {
            "rankdir": self.direction.rankdir,
            "ordering": "in",
            "nodesep": "0.25",
            "ranksep": "0.4",
            "pad": f"{MARGIN / 72:g}",
            "bgcolor": self.theme.background,
            "fontname": FACE,
        }
        graph.defaults("graph", whole)
        if len(self.parts) > 1:
            graph.defaults("graph", {"pack": str(GAP), "packmode": f"array_ib{len(self.parts)}"})
        graph.defaults("node", {"shape": "box", "margin": NODE_MARGIN, "fontname": FACE})
        graph.defaults("edge", {"arrowsize": "0.8", "fontname": FACE})
        return graph

    def _node(self, id_: str) -> dict[str, str]:
        mark = self.options.marks.get(id_, UNMARKED)
        statement = self.argument_map.statement_by_id.get(id_)
        if statement is None:
            style = arrows.style_of(self.argument_map, self.argument_map.relation_by_id[id_])
            return arrows.joint(style, self.theme, mark) | {"id": element_id(id_, "dot")}
        shown = card(self.argument_map, statement, self.theme, mark, titles=self.options.titles)
        group = folded_group(self.argument_map, id_)
        label = {"label": shown.label, **shown.node_size}
        return label | card_node(statement, group, mark, self.theme)

    def _edges(self, relation: Relation) -> Iterator[Edge]:
        """Return the edges of a relation: its premises' to its dot, if it has one, and the last."""
        mark = self.options.marks.get(relation.id, UNMARKED)
        style = arrows.style_of(self.argument_map, relation)
        line = arrows.line(style, self.theme, mark)
        on_relation = relation.target in self.argument_map.relation_by_id
        start, ranks = relation.premises[0], 1 if on_relation else 2
        if relation.id in self.nodes:
            start, ranks = relation.id, 2 if on_relation else 1
            for number, premise in enumerate(relation.premises, 1):
                id_ = element_id(relation.id, str(number))
                yield premise, start, line | {"id": id_, "arrowhead": "none"}
        last = line | arrows.head(style, self.theme, mark)
        id_ = element_id(relation.id)
        yield start, relation.target, last | {"id": id_, "minlen": str(ranks)}
