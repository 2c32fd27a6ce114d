"""A map that we placed becomes DOT in which everything has its place.

Strokes are said from target to premise (`dir=back`): so dashes that share a lane fall together.
A cluster as large as the picture, which nobody sees, holds its size.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from argmap.drawing.dot import arrows, halos
from argmap.drawing.dot.arrows import Sign
from argmap.drawing.dot.card import NODE_MARGIN
from argmap.drawing.dot.card_looks import CardLook, CardLooks
from argmap.drawing.dot.graph import Graph
from argmap.drawing.dot.halos import Piece
from argmap.drawing.dot.labels import FACE
from argmap.drawing.dot.positions import box, point
from argmap.drawing.element_ids import element_id
from argmap.drawing.legend import list_tied
from argmap.drawing.marks import UNMARKED, Mark
from argmap.drawing.options import DrawingOptions
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.placing.arrangement import Arrangement
from argmap.placing.courses import Point
from argmap.placing.metrics import MARGIN
from argmap.placing.nodes import Memory
from argmap.placing.pages import PAGES
from argmap.placing.place import place
from argmap.placing.placed import Course, Placed, Rect, Sizes, Stroke

CROSS_WIDTH = 0.9
"""The width of a cross link's line, in points: thinner than the lines of the tree."""
_LENGTHS = {"normal": 8.0, "tee": 2.4, "odot": 7.0}
"""How long Graphviz draws heads at our size of arrows, in points."""

Attributes = dict[str, str]


def written_compact(
    argument_map: ArgumentMap,
    options: DrawingOptions,
    held: Arrangement,
    memory: Memory | None,
    looks: CardLooks | None = None,
) -> Compact:
    """Return a settled map with a place for everything, ready to be said in DOT."""
    looks = looks or CardLooks()
    cards = {
        statement.id: looks.of(argument_map, statement, options)
        for statement in argument_map.statements
    }
    signs = {
        relation.id: arrows.sign(
            arrows.style_of(argument_map, relation),
            options.theme,
            options.marks.get(relation.id, UNMARKED),
        )
        for relation in argument_map.relations
    }
    placed = place(
        list_tied(argument_map),
        _sizes(argument_map, cards, signs),
        PAGES[argument_map.page],
        argument_map.direction,
        held=held,
        memory=memory,
    )
    return Compact(argument_map, options, cards, signs, _drawn(placed, argument_map))


def _drawn(placed: Placed, argument_map: ArgumentMap) -> Placed:
    """Return the places without those of relations that the map has not."""
    known = argument_map.relation_by_id
    if placed.signs.keys() <= known.keys():
        return placed
    courses = {stroke: way for stroke, way in placed.courses.items() if stroke[0] in known}
    return replace(
        placed, courses=courses, signs={i: at for i, at in placed.signs.items() if i in known}
    )


def _sizes(argument_map: ArgumentMap, cards: dict[str, CardLook], signs: dict[str, Sign]) -> Sizes:
    return Sizes(
        {id_: one.size for id_, one in cards.items()},
        {id_: (one.size[0], arrows.SIGN_HEIGHT) for id_, one in signs.items()},
        {group.id: halos.title_size(group) for group in argument_map.groups},
    )


@frozen
class Compact:
    """One placed map on its way to DOT."""

    argument_map: ArgumentMap
    options: DrawingOptions
    cards: dict[str, CardLook]
    signs: dict[str, Sign]
    placed: Placed

    def source(
        self,
        cards: Collection[str] | None = None,
        arrows_: Collection[str] | None = None,
        halos_: Collection[int] | None = None,
        *,
        labelled: bool = True,
    ) -> str:
        """Return the whole text, or that of these cards, relations and halos alone.

        Halos go by their number. What a relation alone leads to is there but not to be seen.
        Without labels no text is drawn: for who sets it (see `lettering`).
        """
        relations = [
            relation
            for relation in self.argument_map.relations
            if arrows_ is None or relation.id in arrows_
        ]
        shown = self.halos
        if halos_ is not None:
            shown = tuple(piece for n, piece in enumerate(self.halos) if n in halos_)
        graph = self._graph(shown)
        halos.add(graph, shown, self.options.theme, self.placed.height, labelled=labelled)
        drawn = self.cards.keys() if cards is None else cards
        for id_, look in self.cards.items():
            if id_ in drawn:
                self._add_card(graph, id_, look, look.card.label if labelled else "")
        ends = {id_ for relation in relations for id_ in (relation.target, *relation.premises)}
        joints = {relation.id for relation in relations if relation.id in self.placed.joints}
        for id_ in self.joints:
            if id_ in joints:
                self._add_joint(graph, id_)
        for id_ in self.nodes:
            if id_ in ends and id_ not in drawn and id_ not in joints:
                self._add_end(graph, id_)
        for relation in relations:
            for tail, head, attributes in self._edges(relation, labelled=labelled):
                graph.edge(self.nodes[tail], self.nodes[head], attributes)
        return graph.text()

    def _add_card(self, graph: Graph, id_: str, look: CardLook, label: str) -> None:
        rect = self.placed.cards[id_]
        at = self._at(rect.middle)
        own = {"label": label, "pos": at, "id": element_id(id_)}
        graph.node(self.nodes[id_], own | look.attributes)

    def _add_end(self, graph: Graph, id_: str) -> None:
        """Add a node that nobody sees, for lines need one to end on."""
        rect, joint = self.placed.cards.get(id_), self.placed.joints.get(id_)
        at = (rect.x + 1, rect.y + 1) if rect else joint or (MARGIN, MARGIN)
        unseen = {"shape": "point", "width": ".01", "style": "invis", "label": ""}
        placed = {"pos": self._at(at), "id": element_id(id_, "end")}
        graph.node(self.nodes[id_], placed | unseen)

    def _add_joint(self, graph: Graph, id_: str) -> None:
        style = arrows.style_of(self.argument_map, self.argument_map.relation_by_id[id_])
        joint = arrows.joint(style, self.options.theme, self._mark(id_))
        at = self._at(self.placed.joints[id_])
        graph.node(self.nodes[id_], {"pos": at, "id": element_id(id_, "dot"), **joint})

    @cached_property
    def nodes(self) -> dict[str, str]:
        """The generated name of each node, by id: statements, and relations with a joint."""
        names = {s.id: f"s{n}" for n, s in enumerate(self.argument_map.statements, 1)}
        return names | {id_: f"r{n}" for n, id_ in enumerate(self.joints, 1)}

    @cached_property
    def joints(self) -> tuple[str, ...]:
        """The relations with a joint, in the order of the file."""
        relations = self.argument_map.relation_by_id
        return tuple(id_ for id_ in relations if id_ in self.placed.joints)

    @cached_property
    def halos(self) -> tuple[Piece, ...]:
        """What is drawn of groups."""
        return halos.pieces(self.argument_map, self.placed)

    def _graph(self, shown: Sequence[Piece]) -> Graph:
        graph = Graph("map")
        whole = {
            "layout": "nop2",
            "pad": "0",
            "outputorder": "edgesfirst",
            "bgcolor": self.options.theme.background,
            "fontname": FACE,
        }
        ground = halos.background(shown, self.options.theme, self.placed.height)
        graph.defaults("graph", {**whole, **ground})
        graph.defaults("node", {"shape": "box", "margin": NODE_MARGIN, "fontname": FACE})
        graph.defaults("edge", {"arrowsize": "0.8", "fontname": FACE, "dir": "back"})
        size = Rect(0, 0, self.placed.width, self.placed.height)
        graph.cluster(0, {"bb": box(size, self.placed.height), "style": "invis"})
        return graph

    def _mark(self, id_: str) -> Mark:
        return self.options.marks.get(id_, UNMARKED)

    def _at(self, at: Point) -> str:
        return point(at, self.placed.height)

    def _edges(
        self, relation: Relation, *, labelled: bool
    ) -> Iterator[tuple[str, str, Attributes]]:
        """Return the strokes of a relation: from its joint to each premise, and from its target."""
        mark = self._mark(relation.id)
        style = arrows.style_of(self.argument_map, relation)
        line = arrows.line(style, self.options.theme, mark)
        start = relation.premises[0]
        if relation.id in self.placed.joints:
            start = relation.id
            for number, premise in enumerate(relation.premises):
                course = self.placed.courses[relation.id, number]
                own = {"id": element_id(relation.id, str(number + 1)), "arrowtail": "none"}
                said = self._number((relation.id, number), labelled=labelled)
                yield relation.id, premise, line | own | said | self._course(course, mark, 0)
        course = self.placed.courses[relation.id, None]
        last = {"id": element_id(relation.id), "arrowtail": style.head}
        sign = self._sign(relation) if labelled else {}
        said = sign | self._number((relation.id, None), labelled=labelled)
        length = _LENGTHS[style.head]
        yield relation.target, start, line | last | said | self._course(course, mark, length)

    def _course(self, course: Course, mark: Mark, head: float) -> Attributes:
        """Return where a stroke runs; its head takes that much of its last stretch."""
        points = course.absolute()
        look: Attributes = {"class": "cross"} if course.cross else {}
        if course.cross and not mark.width:
            look["penwidth"] = f"{CROSS_WIDTH:g}"
        if not head:
            return look | {"pos": " ".join(map(self._at, reversed(points)))}
        end = points[-1]
        shorter = _cut(points, head) if head == _LENGTHS["odot"] else _shortened(points, head)
        drawn = " ".join(map(self._at, reversed(shorter)))
        return look | {"pos": f"s,{self._at(end)} {drawn}"}

    def _sign(self, relation: Relation) -> Attributes:
        rect = self.placed.signs.get(relation.id)
        if rect is None:
            return {}
        return {"headlabel": self.signs[relation.id].label, "head_lp": self._at(rect.middle)}

    def number(self, stroke: Stroke) -> arrows.Number:
        """Return the number that stands at both ends of a long cross link."""
        relation = self.argument_map.relation_by_id[stroke[0]]
        style = arrows.style_of(self.argument_map, relation)
        shown = self.placed.numbers[stroke].number
        return arrows.number(shown, style, self.options.theme, self._mark(relation.id))

    def _number(self, stroke: Stroke, *, labelled: bool) -> Attributes:
        """Return the number at both ends of a long cross link, without labels its frame alone."""
        numbered = self.placed.numbers.get(stroke)
        if numbered is None:
            return {}
        number = self.number(stroke)
        said = number.label if labelled else number.frame
        return {
            "label": said,
            "lp": self._at(numbered.start.middle),
            "taillabel": said,
            "tail_lp": self._at(numbered.end.middle),
        }


def _shortened(points: Sequence[Point], by: float) -> list[Point]:
    """Return a course that ends that much earlier, its last stretch still straight."""
    end = points[-1]
    before = next((p for p in reversed(points[:-1]) if math.dist(p, end) > 0.01), end)
    far = math.dist(before, end)
    if not far:
        return list(points)
    share = min(by, far) / far
    new = end[0] + (before[0] - end[0]) * share, end[1] + (before[1] - end[1]) * share
    start = points[-4]
    thirds = [
        (start[0] + (new[0] - start[0]) * part / 3, start[1] + (new[1] - start[1]) * part / 3)
        for part in (1, 2)
    ]
    return [*points[:-3], *thirds, new]


def _cut(points: Sequence[Point], by: float) -> list[Point]:
    """Return a course without what is closer to its end than that: a ring is seen through."""
    end = points[-1]
    kept = list(points)
    while len(kept) > 4 and math.dist(kept[-4], end) <= by:
        del kept[-3:]
    whole = kept[-4:]
    by = min(by, math.dist(whole[0], end) / 2)  # some of the line is left
    low, high = 0.0, 1.0
    for _ in range(40):
        middle = (low + high) / 2
        far = math.dist(_first_part(whole, middle)[3], end) > by
        low, high = (middle, high) if far else (low, middle)
    return [*kept[:-4], *_first_part(whole, low)]


def _first_part(curve: Sequence[Point], share: float) -> list[Point]:
    """Return the first part of a cubic curve, up to a share of it (de Casteljau)."""
    part, row = [curve[0]], list(curve)
    while len(row) > 1:
        row = [(x + (a - x) * share, y + (b - y) * share) for (x, y), (a, b) in pairwise(row)]
        part.append(row[0])
    return part
