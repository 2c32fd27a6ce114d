"""Places for everything in a map: the way from a map and sizes to a Placed one.

Tree, nodes, shapes, the shape that fits the page best, blocks, and at last the picture: each step
has a file of its own. No clock decides how long to search, so the same map is placed the same way
everywhere.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TypeAlias

from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Direction
from argmap.placing.arrangement import NEW, Arrangement, Form, Yard
from argmap.placing.building.build import build
from argmap.placing.cross_links.links import Links
from argmap.placing.halos import Halos
from argmap.placing.metrics import MARGIN, Metrics, metrics
from argmap.placing.nodes import LEFT, TOP, Making, Memory, Node, nodes
from argmap.placing.pages import Page, scale
from argmap.placing.pieces import pieces
from argmap.placing.placed import Placed, Sizes
from argmap.placing.roots import Picked, RootChoice, root_shapes, set_out
from argmap.placing.shapes import Shapes
from argmap.placing.shaping.forms import Choice, choice, choices_below, find_shapes
from argmap.placing.tree import forest, groups_around
from argmap.placing.turned import Turned

EFFORTS = (
    (60, 32, 6),
    (150, 14, 2),
    (300, 8, 2),
    (2000, 8, 1),
    (math.inf, 4, 1),
)
"""For maps of up to so many cards: what `effort` returns. A page is made for a hundred at most."""


def place(
    argument_map: ArgumentMap,
    sizes: Sizes,
    page: Page,
    direction: Direction = Direction.TOP,
    *,
    held: Arrangement = NEW,
    memory: Memory | None = None,
) -> Placed:
    """Return where everything stands, so that text is as large as it can be on the page.

    What `held` arranges keeps its form. A `memory` of the last picture makes the next one faster;
    it changes nothing else.
    """
    grown = forest(argument_map)
    paths = groups_around(argument_map)
    distances = metrics(direction, max(map(len, paths.values()), default=0))
    found = pieces(grown, paths)
    memory = memory or Memory()
    keep, tries = effort(len(argument_map.statements))
    if (memory.metrics, memory.keep) != (distances, keep):
        memory.metrics, memory.keep, memory.nodes = distances, keep, {}
    made, new = nodes(grown.units, Making(sizes, found, held, distances), memory)
    for node in new:
        find_shapes(node, distances, keep)
    roots = [made[id(root)] for root in grown.roots]
    ids = [root.id for root in grown.roots]
    shapes = root_shapes(roots, ids, held.yard, distances)
    chosen = _best(roots, shapes, page, distances, tries)
    build_all(roots, chosen, distances)
    picture = Turned(grown.roots, set_out(roots, chosen, distances), distances)
    halos = Halos(found, picture).around(grown)
    courses, signs, size = picture.courses, picture.signs, picture.size
    if grown.cross_links:
        links = Links(argument_map, sizes, picture, halos)
        more, more_signs = links.drawn(grown.cross_links)
        size = links.free.size
        courses |= more
        signs |= more_signs
    yard = _yard(ids, chosen)
    return Placed(
        *size,
        picture.cards,
        picture.joints,
        courses,
        signs,
        halos,
        picture.arrangement(yard),
    )


def _yard(ids: Sequence[str], chosen: RootChoice) -> Yard:
    def named(columns: Picked) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(ids[n] for n, _ in column) for column in columns)

    return Yard(named(chosen.trees), named(chosen.loose), chosen.under)


def effort(count: int) -> tuple[int, int]:
    """Return how many shapes are kept for a unit, and how many of the whole are placed."""
    return next((keep, tries) for most, keep, tries in EFFORTS if count <= most)


def _best(
    roots: Sequence[Node], shapes: Shapes, page: Page, distances: Metrics, tries: int
) -> RootChoice:
    """Place the most promising shapes; return the one with the largest text on the page."""
    fitted = Page(page.height, page.width) if distances.sideways else page
    if not shapes:
        return RootChoice((), (), under=False)
    promising = sorted(shapes, key=lambda s: (-_scale(s[0], s[1], fitted), s[2], s[0] * s[1]))
    best: tuple[tuple[float, int, float], RootChoice] | None = None
    for _, _, odd, chosen in promising[:tries]:
        build_all(roots, chosen, distances)
        items = set_out(roots, chosen, distances)
        x0, y0 = min(b.x0 + x for _, b, x, _ in items), min(b.y0 + y for _, b, _, y in items)
        x1, y1 = max(b.x1 + x for _, b, x, _ in items), max(b.y1 + y for _, b, _, y in items)
        rank = (-_scale(x1 - x0, y1 - y0, fitted), odd, (x1 - x0) * (y1 - y0))
        if best is None or rank < best[0]:
            best = rank, chosen
    assert best is not None
    return best[1]


def _scale(wide: float, high: float, page: Page) -> float:
    return scale(wide + 2 * MARGIN, high + 2 * MARGIN, page)


_Step: TypeAlias = tuple[Node, str, int, bool, Choice | None]
"""What is to be built: its mode and shape, whether whole, and its choice once all below stands."""


def build_all(roots: Sequence[Node], chosen: RootChoice, distances: Metrics) -> None:
    """Build the blocks of roots and of everything below them, kids first.

    Whatever is in a stack has to be whole, with all that hangs from it.
    """
    columns = (*chosen.trees, *chosen.loose)
    todo: list[_Step] = [
        (roots[n], TOP, pick, len(column) > 1, None) for column in columns for n, pick in column
    ]
    while todo:
        node, mode, pick, whole, made = todo.pop()
        built = node.blocks.get((mode, pick))
        if built is not None and (built.outline.top or not whole):
            continue
        if made is not None:
            node.blocks[mode, pick] = build(node, mode, made, distances, whole=whole)
            continue
        made = choice(node, mode, pick)
        whole = whole or mode == LEFT or (bool(node.sides) and made.form is Form.COLUMN)
        todo.append((node, mode, pick, whole, made))
        todo += [(*below, whole, None) for below in choices_below(node, made)]
