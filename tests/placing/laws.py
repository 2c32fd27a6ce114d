"""What must hold of every placed map, as functions that return all that breaks it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise

from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Direction
from argmap.placing.courses import Point
from argmap.placing.metrics import JOINT
from argmap.placing.placed import Course, Placed, Rect, Stroke
from argmap.placing.tree import Unit, forest, groups_around

Segment = tuple[Point, Point]
TINY = 0.01


def broken(argument_map: ArgumentMap, placed: Placed, direction: Direction) -> list[str]:
    """Return everything that is wrong with a picture."""
    laws = (
        overlaps, outside, crossings, trespasses, detours_missed, disorder, covered_signs,
        halo_faults, crossed_halos, signs_on_edges, turned_back,
        covered_numbers, lost_numbers,
    )  # fmt: skip
    found = [fault for law in laws for fault in law(argument_map, placed)]
    return [*found, *misplaced(argument_map, placed, direction)]


def overlaps(_: ArgumentMap, placed: Placed) -> Iterator[str]:
    """Cards and joints stand apart."""
    things = [*placed.cards.items(), *((f"{i} joint", joint(p)) for i, p in placed.joints.items())]
    for (a, one), (b, other) in combinations(things, 2):
        if meet(one, other, 3):
            yield f"{a} and {b} overlap or nearly do"


def outside(_: ArgumentMap, placed: Placed) -> Iterator[str]:
    """Everything is inside the picture."""
    rects = [
        *placed.cards.items(),
        *placed.signs.items(),
        *((h.group, r) for h in placed.halos for r in (*h.rects, *filter(None, [h.title]))),
    ]
    for name, r in rects:
        if r.x < 0 or r.y < 0 or r.right > placed.width or r.bottom > placed.height:
            yield f"{name} leaves the picture"
    for stroke, course in placed.courses.items():
        for x, y in course.absolute():
            if not (0 <= x <= placed.width and 0 <= y <= placed.height):
                yield f"{stroke} leaves the picture"


def crossings(argument_map: ArgumentMap, placed: Placed) -> Iterator[str]:
    """Arrows of the tree never cross; they run along each other only where they share a lane."""
    lines = {stroke: segments(course) for stroke, course in tree(placed)}
    for a, b in combinations(lines, 2):
        one, other = lines[a], lines[b]
        shared = shared_joints(argument_map, placed, a, b)
        lane = bool(shared) or share_lane(argument_map, a, b)
        if share_lane(argument_map, a, b):  # where they part, corners may be of other radii
            one, other = uncut(placed.courses[a]), uncut(placed.courses[b])
        for s in one:
            for t in other:
                where = crossing(s, t)
                if where and not any(near(where, rect, 4) for rect in shared):
                    yield f"{a} crosses {b} at {where}"
                if run_together(s, t) and not lane:
                    yield f"{a} runs along {b}: {s} {t}"


def trespasses(argument_map: ArgumentMap, placed: Placed) -> Iterator[str]:
    """No arrow of the tree runs over a card or joint that is not its own."""
    things = [*placed.cards.items(), *((i, joint(p)) for i, p in placed.joints.items())]
    for stroke, course in tree(placed):
        own = ends(argument_map, stroke)
        for segment in segments(course):
            for id_, rect in things:
                if id_ not in own and passes(segment, rect, 0.5):
                    yield f"{stroke} runs over {id_}"


def detours_missed(argument_map: ArgumentMap, placed: Placed) -> Iterator[str]:
    """A cross link leads round cards and joints that are not its own."""
    things = [*placed.cards.items(), *((i, joint(p)) for i, p in placed.joints.items())]
    for stroke, course in placed.courses.items():
        own = ends(argument_map, stroke)
        for segment in segments(course) if course.cross else ():
            for id_, rect in things:
                if id_ not in own and passes(segment, rect, 0.5):
                    yield f"cross link {stroke} runs over {id_}"


def turned_back(_: ArgumentMap, placed: Placed) -> Iterator[str]:
    """No cross link comes back the way that it went: all of it can be seen."""
    for stroke, course in placed.courses.items():
        steps = [(c - a, d - b) for (a, b), (c, d) in pairwise(course.line.corners)]
        for (right, down), (then_right, then_down) in pairwise(steps if course.cross else ()):
            back = right * then_right + down * then_down < -TINY
            if back and abs(right * then_down - down * then_right) < TINY:
                yield f"cross link {stroke} comes back along itself"


def disorder(argument_map: ArgumentMap, placed: Placed) -> Iterator[str]:
    """Siblings, and linked premises, stand in the order of the file: right of or below."""
    for row in rows(argument_map):
        for a, b in pairwise(row):
            one, other = placed.cards[a], placed.cards[b]
            if not (other.x >= one.right - TINY or other.y >= one.bottom - TINY):
                yield f"{b} stands before {a}"


def covered_signs(argument_map: ArgumentMap, placed: Placed) -> Iterator[str]:
    """Every sign stands free."""
    signs = list(placed.signs.items())
    things = [*placed.cards.items(), *((i, joint(p)) for i, p in placed.joints.items())]
    titles = [(h.group, h.title) for h in placed.halos if h.title]
    for id_, sign in signs:
        for thing, rect in (*things, *titles):
            if meet(sign, rect, 0):
                yield f"the sign of {id_} lies on {thing}"
        for stroke, course in tree(placed):
            if stroke[0] != id_ and any(passes(s, sign, 0.5) for s in segments(course)):
                yield f"{stroke} runs through the sign of {id_}"
    for (a, one), (b, other) in combinations(signs, 2):
        if meet(one, other, 0):
            yield f"the signs of {a} and {b} overlap"
    for relation in argument_map.relations:
        if relation.id not in placed.signs:
            yield f"{relation.id} has no sign"


def covered_numbers(_: ArgumentMap, placed: Placed) -> Iterator[str]:
    """The number of a long cross link stands free."""
    things = [*placed.cards.items(), *((i, joint(p)) for i, p in placed.joints.items())]
    things += [*placed.signs.items(), *((h.group, h.title) for h in placed.halos if h.title)]
    numbers = list(_numbers(placed))
    for stroke, rect, _at in numbers:
        for thing, other in things:
            if meet(rect, other, 0):
                yield f"a number of {stroke} lies on {thing}"
        for line, course in placed.courses.items():
            if line != stroke and any(passes(s, rect, 0.5) for s in uncut(course)):
                yield f"{line} runs through a number of {stroke}"
    for (a, one, _a), (b, other, _b) in combinations(numbers, 2):
        if meet(one, other, 0):
            yield f"the numbers of {a} and {b} overlap"


def lost_numbers(_: ArgumentMap, placed: Placed) -> Iterator[str]:
    """Numbers count the long cross links, and stand at both of their ends, in the picture."""
    for stroke, rect, (x, y) in _numbers(placed):
        if max(abs(rect.middle[0] - x), abs(rect.middle[1] - y)) > 120:
            yield f"a number of {stroke} is far from its end"
        if rect.x < 0 or rect.y < 0 or rect.right > placed.width or rect.bottom > placed.height:
            yield f"a number of {stroke} leaves the picture"
    counted = [numbered.number for numbered in placed.numbers.values()]
    if counted != list(range(1, len(counted) + 1)):
        yield f"numbers are left out: {counted}"


def _numbers(placed: Placed) -> Iterator[tuple[Stroke, Rect, Point]]:
    """Return each number that stands at an end: of what, where, and where that ends."""
    for stroke, numbered in placed.numbers.items():
        points = placed.courses[stroke].absolute()
        yield stroke, numbered.start, points[0]
        yield stroke, numbered.end, points[-1]


def signs_on_edges(_: ArgumentMap, placed: Placed) -> Iterator[str]:
    """No edge of a halo runs through a sign: all of it is on its ground, or off it."""
    for id_, sign in placed.signs.items():
        inner = Rect(sign.x + 0.5, sign.y + 0.5, sign.width - 1, sign.height - 1)
        corners = [(x, y) for x in (inner.x, inner.right) for y in (inner.y, inner.bottom)]
        for halo in placed.halos:
            on = {any(near(at, rect, 0) for rect in halo.rects) for at in corners}
            if len(on) == 2:
                yield f"the edge of the halo of {halo.group} runs through the sign of {id_}"


def halo_faults(argument_map: ArgumentMap, placed: Placed) -> Iterator[str]:
    """A halo lies around all cards of its group, and no others."""
    around = groups_around(argument_map)
    for halo in placed.halos:
        for id_, card in placed.cards.items():
            inside = halo.group in around.get(id_, ())
            if not inside and any(meet(card, rect, 0) for rect in halo.rects):
                yield f"the halo of {halo.group} lies under {id_}"
    for id_, groups in around.items():
        for group in groups:
            rects = [r for halo in placed.halos if halo.group == group for r in halo.rects]
            if not any(contains(r, placed.cards[id_]) for r in rects):
                yield f"{id_} has no halo of {group}"


def crossed_halos(argument_map: ArgumentMap, placed: Placed) -> Iterator[str]:
    """No arrow of the tree runs through a title, or through a halo that it has no business in."""
    around = groups_around(argument_map)
    for halo in placed.halos:
        for stroke, course in tree(placed):
            if halo.title and any(passes(s, halo.title, 0.5) for s in segments(course)):
                yield f"{stroke} runs through the title of {halo.group}"
            own = cards_at(argument_map, stroke)
            if any(halo.group in around.get(id_, ()) for id_ in own):
                continue
            if any(passes(s, rect, 0.5) for s in segments(course) for rect in halo.rects):
                yield f"{stroke} runs through the halo of {halo.group}"


def misplaced(argument_map: ArgumentMap, placed: Placed, direction: Direction) -> Iterator[str]:
    """Reasons are on their side of what they bear on, and loose cards not before the trees."""
    for unit in forest(argument_map).units:
        for card, kids in zip(unit.cards, unit.kids, strict=True):
            for kid in kids:
                for premise in kid.cards:
                    if not on_its_side(placed.cards[card], placed.cards[premise], direction):
                        yield f"{premise} is on the wrong side of {card}"


def on_its_side(target: Rect, premise: Rect, direction: Direction) -> bool:
    """Whether a premise is where reasons stand; from left to right, below will do as well."""
    below = premise.y >= target.bottom
    match direction:
        case Direction.TOP:
            return below
        case Direction.BOTTOM:
            return premise.bottom <= target.y
        case Direction.LEFT:
            return premise.x >= target.right or below
        case Direction.RIGHT:
            return premise.right <= target.x or below


# Geometry.


def tree(placed: Placed) -> list[tuple[Stroke, Course]]:
    return [item for item in placed.courses.items() if not item[1].cross]


def segments(course: Course) -> list[Segment]:
    """Return the straight stretches of a course, corners cut across."""
    return list(pairwise(course.absolute()[::3]))


def uncut(course: Course) -> list[Segment]:
    """Return the stretches of a course from corner to corner."""
    return list(pairwise(course.corners()))


def joint(at: Point) -> Rect:
    return Rect(at[0] - JOINT / 2, at[1] - JOINT / 2, JOINT, JOINT)


def meet(one: Rect, other: Rect, gap: float) -> bool:
    return (
        one.x < other.right + gap - TINY
        and other.x < one.right + gap - TINY
        and one.y < other.bottom + gap - TINY
        and other.y < one.bottom + gap - TINY
    )


def contains(outer: Rect, inner: Rect) -> bool:
    return (
        outer.x <= inner.x
        and outer.y <= inner.y
        and outer.right >= inner.right
        and outer.bottom >= inner.bottom
    )


def near(at: Point, rect: Rect, by: float) -> bool:
    return rect.x - by <= at[0] <= rect.right + by and rect.y - by <= at[1] <= rect.bottom + by


def passes(segment: Segment, rect: Rect, shrunk: float) -> bool:
    """Whether a segment has more than a touch in common with the inside of a rectangle."""
    (x0, y0), (x1, y1) = segment
    low, high = 0.0, 1.0
    for start, delta, near_side, far_side in (
        (x0, x1 - x0, rect.x + shrunk, rect.right - shrunk),
        (y0, y1 - y0, rect.y + shrunk, rect.bottom - shrunk),
    ):
        if abs(delta) < 1e-9:
            if not near_side < start < far_side:
                return False
            continue
        a, b = sorted(((near_side - start) / delta, (far_side - start) / delta))
        low, high = max(low, a), min(high, b)
    return high - low > 1e-6


def crossing(s: Segment, t: Segment) -> Point | None:
    """Return where two segments cross properly."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = *s, *t
    rx, ry, sx, sy = bx - ax, by - ay, dx - cx, dy - cy
    area = rx * sy - ry * sx
    if abs(area) < 1e-9:
        return None
    u = ((cx - ax) * sy - (cy - ay) * sx) / area
    v = ((cx - ax) * ry - (cy - ay) * rx) / area
    edge = 1e-6
    if edge < u < 1 - edge and edge < v < 1 - edge:
        return (ax + u * rx, ay + u * ry)
    return None


def run_together(s: Segment, t: Segment) -> bool:
    """Whether two segments lie on each other, or closer than two lines may."""
    for i in (0, 1):
        j = 1 - i
        if abs(s[0][i] - s[1][i]) < TINY and abs(t[0][i] - t[1][i]) < TINY:
            low = max(min(s[0][j], s[1][j]), min(t[0][j], t[1][j]))
            high = min(max(s[0][j], s[1][j]), max(t[0][j], t[1][j]))
            if high - low > 1 and abs(s[0][i] - t[0][i]) < 1.5:
                return True
    return False


# The map.


def ends(argument_map: ArgumentMap, stroke: Stroke) -> set[str]:
    """Return the cards and joints that a stroke starts or ends on."""
    relation = argument_map.relation_by_id[stroke[0]]
    if stroke[1] is not None:
        return {relation.id, relation.premises[stroke[1]]}
    return {relation.id, relation.target, *relation.premises}


def cards_at(argument_map: ArgumentMap, stroke: Stroke) -> set[str]:
    """Return the cards that a stroke has to do with, those of joints included."""
    found = {stroke[0]}
    relation = argument_map.relation_by_id[stroke[0]]
    found |= {*relation.premises, relation.target}
    seen: set[str] = set()
    while relation.target in argument_map.relation_by_id and relation.id not in seen:
        seen.add(relation.id)
        relation = argument_map.relation_by_id[relation.target]
        found |= set(relation.premises) | {relation.target}
    return found


def shared_joints(argument_map: ArgumentMap, placed: Placed, a: Stroke, b: Stroke) -> list[Rect]:
    both = ends(argument_map, a) & ends(argument_map, b)
    return [joint(placed.joints[id_]) for id_ in both if id_ in placed.joints]


def share_lane(argument_map: ArgumentMap, a: Stroke, b: Stroke) -> bool:
    """Whether two strokes may run in one lane: same target, same look, or the same joint."""
    one, other = argument_map.relation_by_id[a[0]], argument_map.relation_by_id[b[0]]
    if one.id == other.id:
        return True
    return (
        a[1] is None and b[1] is None and (one.target, one.bearing) == (other.target, other.bearing)
    )


def rows(argument_map: ArgumentMap) -> Iterator[Sequence[str]]:
    """Return cards that have to stand in their order: linked ones, and the first of siblings."""
    for unit in forest(argument_map).units:
        yield unit.cards
        for kids in (*unit.kids, unit.sides):
            yield first_cards(kids)


def first_cards(units: Iterable[Unit]) -> list[str]:
    return [unit.cards[0] for unit in units if unit.cards]
