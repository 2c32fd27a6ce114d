"""Places for everything in a map: the way from a map and sizes to a Placed one.

Tree, nodes, shapes, the shape that fits the page best, blocks, and at last the picture: each step
has a file of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Direction
from argmap.placing.arrangement import NEW, Arrangement, Yard
from argmap.placing.choosing import Choosing, effort
from argmap.placing.cross_links.links import Links
from argmap.placing.grounds.halos import Halos
from argmap.placing.metrics import metrics
from argmap.placing.nodes import Making, Memory, nodes
from argmap.placing.pages import Page, text_size
from argmap.placing.pieces import pieces
from argmap.placing.placed import Numbered, Placed, Sizes, Stroke
from argmap.placing.roots import Picked, RootChoice, root_shapes
from argmap.placing.shaping.forms import find_shapes
from argmap.placing.shaping.plain import READABLE, may_fit, plain_trees
from argmap.placing.tree import Forest, forest, groups_around
from argmap.placing.turned import Turned


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

    What `held` arranges keeps its form; where nothing is held, a small map is a plain tree. A
    `memory` of the last picture makes the next one faster; it changes nothing else.
    """
    wanted = _Wanted(argument_map, forest(argument_map), sizes, page, direction)
    if held.is_free and may_fit(sizes, page):
        for tree in plain_trees(wanted.grown):
            plain = _placed(wanted, tree, Memory())
            if text_size(plain.width, plain.height, page) >= READABLE:
                return plain
    return _placed(wanted, held, memory or Memory())


class _Wanted(NamedTuple):
    """What is to be placed, and for which page."""

    argument_map: ArgumentMap
    grown: Forest
    sizes: Sizes
    page: Page
    direction: Direction


def _placed(wanted: _Wanted, held: Arrangement, memory: Memory) -> Placed:
    argument_map, grown, sizes, page, direction = wanted
    paths = groups_around(argument_map)
    distances = metrics(direction, max(map(len, paths.values()), default=0))
    found = pieces(grown, paths, upwards=distances.upside_down)
    work = effort(len(argument_map.statements))
    if (memory.metrics, memory.keep) != (distances, work.keep):
        memory.metrics, memory.keep, memory.nodes = distances, work.keep, {}
    making = Making(sizes, found, held, distances, may_fit(sizes, page))
    made, new = nodes(grown.units, making, memory)
    for node in new:
        find_shapes(node, distances, work.keep)
    roots = [made[id(root)] for root in grown.roots]
    ids = [root.id for root in grown.roots]
    choosing = Choosing(roots, page, distances)
    shapes = root_shapes(roots, ids, held.yard, distances)
    chosen = choosing.best(shapes, work, held=bool(held.forms))
    picture = Turned(grown.roots, choosing.placed(chosen), distances)
    halos = Halos(found, picture, sizes.titles).around(grown)
    numbers: Mapping[Stroke, Numbered] = {}
    courses, signs, size = picture.courses, picture.signs, picture.size
    if grown.cross_links:
        links = Links(argument_map, sizes, picture, halos)
        more, more_signs = links.drawn(grown.cross_links)
        numbers = links.numbers
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
        numbers,
    )


def _yard(ids: Sequence[str], chosen: RootChoice) -> Yard:
    def named(columns: Picked) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(ids[n] for n, _ in column) for column in columns)

    return Yard(named(chosen.trees), named(chosen.loose), chosen.under)
