"""A map and a theme become DOT, here and nowhere else.

How a map is laid out follows from how it is said in DOT. Edges run from premise to conclusion, and
`ordering=in` keeps the file's order among siblings; where there are frames, which upset it, unseen
edges do so as far as the frames let them (what lies in one frame cannot stand on both sides of
something else), and Graphviz may not sort again what they have put in order.
Cards stand on even ranks and dots on the odd ones between them: a relation is a plain edge over
two ranks, unless it is linked or something bears on it; then its premises meet in a dot one rank
below the target, on which undercuts end.
Names of nodes are generated; the `id` attributes carry the map's ids, percent-encoded where they
could mean anything but themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from graphviz import Digraph

from argmap.drawing import nesting
from argmap.drawing.dot import arrows
from argmap.drawing.dot.card import PADDING, card
from argmap.drawing.dot.element_ids import element_id
from argmap.drawing.dot.labels import FACE, cell, label, one_line, row
from argmap.drawing.marks import UNMARKED, Mark
from argmap.drawing.options import DrawingOptions, settled
from argmap.drawing.packing import GAP, MARGIN
from argmap.drawing.text.measure import Font
from argmap.drawing.theme import Theme
from argmap.model.argument_map import ArgumentMap, Group, Relation, Statement
from argmap.model.kinds import Direction

FRAME_TITLE = Font(11)

Edge = tuple[str, str, dict[str, str]]
"""Where from and where to, as ids of the map, and the attributes."""
_T = TypeVar("_T")


def dot(argument_map: ArgumentMap, options: DrawingOptions) -> str:
    """Return the DOT of a map, the same text on every machine."""
    return _GraphWriter(*settled(argument_map, options)).source()


@dataclass(frozen=True)
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
        self._fill(graph, ())
        relations = map(
            self.argument_map.relation_by_id.get, nesting.level_order(self.argument_map)
        )
        for relation in filter(None, relations):
            for tail, head, attributes in self._edges(relation):
                graph.edge(self.nodes[tail], self.nodes[head], **attributes)
        if self.framed:
            self._keep_order(graph)
        return str(graph.source)

    @cached_property
    def nodes(self) -> dict[str, str]:
        """The generated name of each node, by id: statements, and relations with a dot.

        They stand component by component, because Graphviz packs components as they come.
        """
        names: dict[str, str] = {}
        for part in self.parts:
            for id_ in nesting.level_order(part):
                relation = part.relation_by_id.get(id_)
                if relation is None:
                    names[id_] = f"s{len(names) + 1}"
                elif relation.linked or part.relations_on(id_):
                    names[id_] = f"r{len(names) + 1}"
        return names

    @cached_property
    def parts(self) -> tuple[ArgumentMap, ...]:
        """The components, in the order of the file."""
        return nesting.components(self.argument_map)

    @cached_property
    def inside(self) -> dict[tuple[str, ...], dict[str, None]]:
        """The ids of what lies directly in each path of groups: nodes, and groups by path."""
        homes = nesting.frames_around(self.argument_map)
        found: dict[tuple[str, ...], dict[str, None]] = {(): {}}
        for id_ in self.nodes:
            home = homes[id_]
            found.setdefault(home, {})[id_] = None
            for depth in range(len(home)):
                found.setdefault(home[:depth], {})[home[depth]] = None
        return found

    @property
    def framed(self) -> bool:
        """Whether there is any frame."""
        return len(self.inside) > 1

    def _ordered(self, things: Sequence[_T]) -> Sequence[_T]:
        """Return things in the order in which Graphviz stacks them as the file has them.

        Sideways, it stacks what it meets from bottom to top, but siblings from top to bottom.
        """
        return things[::-1] if self.direction.sideways and not self.framed else things

    def _keep_order(self, graph: Digraph) -> None:
        """Hold siblings in order by unseen edges.

        Sideways, Graphviz turns round the order of what is loose, but not of what is in a frame.
        Statements that bear on several things are left free: nothing is asked for that cannot be.
        """
        sideways = self.direction.sideways
        for one, next_ in nesting.neighbours(self.argument_map):
            framed = self.argument_map.statement_by_id[one].group in self.argument_map.group_by_id
            tail, head = (next_, one) if framed and sideways else (one, next_)
            with graph.subgraph() as same:
                same.attr(rank="same")
                same.edge(self.nodes[tail], self.nodes[head], style="invis")

    def _graph(self) -> Digraph:
        graph = Digraph("map")
        graph.attr(
            "graph",
            rankdir=self.direction.rankdir,
            nodesep="0.3",
            ranksep="0.45",
            pad=f"{MARGIN / 72:g}",
            bgcolor=self.theme.background,
            fontname=FACE,
        )
        if self.framed:  # Graphviz cannot both rank across frames and pack
            graph.attr("graph", newrank="true", remincross="false")
        else:
            graph.attr("graph", ordering="in")
        if len(self.parts) > 1 and not self.framed:
            side_by_side = f"array_ib{len(self.parts)}"
            graph.attr("graph", pack=str(GAP), packmode=side_by_side)
        graph.attr("node", shape="box", margin=f"{PADDING / 72:g}", fontname=FACE)
        graph.attr("edge", arrowsize="0.8", fontname=FACE)
        return graph

    def _fill(self, graph: Digraph, home: tuple[str, ...]) -> None:
        """Say what lies in a frame, or in the graph itself."""
        for id_ in self._ordered(tuple(self.inside[home])):
            if id_ in self.nodes:
                graph.node(self.nodes[id_], **self._node(id_))
                continue
            with graph.subgraph(
                name=f"cluster_{list(self.argument_map.group_by_id).index(id_) + 1}"
            ) as frame:
                frame.attr(**self._frame(self.argument_map.group_by_id[id_]))
                self._fill(frame, (*home, id_))

    def _node(self, id_: str) -> dict[str, str]:
        mark = self.options.marks.get(id_, UNMARKED)
        statement = self.argument_map.statement_by_id.get(id_)
        if statement is None:
            style = arrows.style_of(self.argument_map, self.argument_map.relation_by_id[id_])
            return arrows.joint(style, self.theme, mark) | {"id": element_id(id_, "dot")}
        return self._card(statement, mark)

    def _card(self, statement: Statement, mark: Mark) -> dict[str, str]:
        kind = statement.kind.value
        return {
            "label": card(
                self.argument_map, statement, self.theme, mark, titles=self.options.titles
            ),
            "id": element_id(statement.id),
            "style": "rounded,filled,dashed" if statement.implicit else "rounded,filled",
            "color": self.theme.lines[mark.line or ("faint" if mark.faint else kind)],
            "fillcolor": self.theme.fills["faint" if mark.faint else kind],
            "penwidth": f"{mark.width or 1.4:g}",
        }

    def _frame(self, group: Group) -> dict[str, str]:
        title = one_line(group.title or group.id, FRAME_TITLE)
        inside = cell(title, FRAME_TITLE, self.theme.muted, (title.width, FRAME_TITLE.height))
        return {
            "label": label([row(inside)]),
            "id": element_id(group.id),
            "labelloc": "b" if self.direction is Direction.TOP else "t",
            "labeljust": "l",  # turned round with the drawing: away from where arrows lead
            "style": "rounded",
            "color": self.theme.frame(group.colour),
            "margin": "12",
        }

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
