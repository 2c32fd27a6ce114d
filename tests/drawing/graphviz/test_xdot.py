"""What Graphviz says about a drawing, operation by operation, and what becomes of it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from argmap.drawing.graphviz import xdot
from argmap.drawing.picture import Form, Operation, Pen, Picture, Shape, Stroke, Text

Json = dict[str, Any]
SQUARE = [[10, 10], [30, 10], [30, 20]]


def node(id_: str, at: int = 0, x: int = 20, **drawn: object) -> Json:
    """A node that is 40 points wide and 20 high, its middle 10 points above the bottom."""
    size = {"pos": f"{x},10", "width": ".555556", "height": ".277778"}
    return {"_gvid": at, "id": id_, **size, **drawn}


def edge(id_: str, tail: int = 0, head: int = 1, **drawn: object) -> Json:
    line = {"color": "#0B6E4F", "penwidth": "1.4", "style": "solid"}
    return {"_gvid": 0, "tail": tail, "head": head, "id": id_, **line, **drawn}


def picture(
    *objects: Json, edges: tuple[Json, ...] = (), bb: str = "0,0,200,100", **more: object
) -> Picture:
    graph = {"bb": bb, "objects": objects, "edges": edges, **more}
    (found,) = xdot.read(json.dumps(graph).encode())
    return found


def drawn(*operations: Json) -> tuple[Operation, ...]:
    """Return what operations draw in a node whose corner is at 0, 80 of the picture."""
    (card,) = picture(node("a", _draw_=list(operations))).cards
    assert (card.x, card.y, card.width, card.height) == (0, 80, 40, 20)
    return card.operations


POINTS = ((10.0, 10.0), (30.0, 10.0), (30.0, 0.0))
PEN: Json = {"op": "c", "color": "#0B6E4F"}
FILL: Json = {"op": "C", "color": "#E3F4EC"}


def test_what_is_drawn_alike_is_kept_once() -> None:
    square = {"op": "p", "points": SQUARE}
    aside = {"op": "p", "points": [[x + 60, y] for x, y in SQUARE]}
    one, other = picture(node("a", _draw_=[square]), node("b", 1, 80, _draw_=[aside])).cards
    (here,), (there,) = one.operations, other.operations
    assert isinstance(here, Shape)
    assert isinstance(there, Shape)
    assert here.points is there.points


@pytest.mark.parametrize(
    ("letter", "form", "filled"),
    [
        ("P", Form.POLYGON, True),
        ("p", Form.POLYGON, False),
        ("B", Form.CURVE, True),
        ("b", Form.CURVE, False),
        ("L", Form.LINE, False),
    ],
)
def test_a_shape_has_its_points_from_the_corner_with_y_downwards(
    letter: str, form: Form, filled: bool
) -> None:
    (shape,) = drawn(PEN, FILL, {"op": letter, "points": SQUARE})
    assert shape == Shape(form, POINTS, Pen("#0B6E4F"), "#E3F4EC" if filled else "")


@pytest.mark.parametrize(("letter", "fill"), [("E", "#E3F4EC"), ("e", "")])
def test_an_ellipse_has_its_middle_and_its_radii(letter: str, fill: str) -> None:
    (shape,) = drawn(PEN, FILL, {"op": letter, "rect": [20, 10, 8, 4]})
    points = ((20.0, 10.0), (8, 4))
    assert shape == Shape(Form.ELLIPSE, points, Pen("#0B6E4F"), fill)


@pytest.mark.parametrize(
    ("style", "pen"),
    [
        ("solid", Pen("#000000")),
        ("dashed", Pen("#000000", stroke=Stroke.DASHED)),
        ("dotted", Pen("#000000", stroke=Stroke.DOTTED)),
        ("setlinewidth(2.5)", Pen("#000000", 2.5)),
        ("rounded", Pen("#000000")),
        ("invis", Pen("#000000")),
    ],
)
def test_styles_that_a_picture_knows(style: str, pen: Pen) -> None:
    (shape,) = drawn({"op": "S", "style": style}, {"op": "L", "points": SQUARE})
    assert isinstance(shape, Shape)
    assert shape.pen == pen


@pytest.mark.parametrize(
    ("colour", "seen"),
    [("#fffffe00", ""), ("#0b6e4fff", "#0b6e4f"), ("#0b6e4f80", "#0b6e4f"), ("#FF0000", "#FF0000")],
)
def test_what_cannot_be_seen_has_no_colour(colour: str, seen: str) -> None:
    (shape,) = drawn({"op": "C", "color": colour}, {"op": "P", "points": SQUARE})
    assert isinstance(shape, Shape)
    assert shape.fill == seen


def test_pens_last_until_the_next_and_are_new_for_every_object() -> None:
    lines = [PEN, {"op": "L", "points": SQUARE}, {"op": "L", "points": SQUARE}]
    other = [{"op": "L", "points": SQUARE}]
    found = picture(node("a", _draw_=lines), node("b", 1, x=100, _draw_=other))
    colours = [[s.pen.colour for s in c.operations if isinstance(s, Shape)] for c in found.cards]
    assert colours == [["#0B6E4F", "#0B6E4F"], ["#000000"]]


def words(text: str, align: str = "l", **face: object) -> Text:
    font = {"op": "F", "size": 12, "face": "Arial"}
    bits = {"op": "t", "fontchar": face.get("fontchar", 0)}
    said = {"op": "T", "pt": [5, 6], "align": align, "width": 99, "text": text}
    (line,) = drawn(PEN, font, bits, said)
    assert isinstance(line, Text)
    return line


@pytest.mark.parametrize(
    ("bits", "bold", "italic"),
    [(0, False, False), (1, True, False), (2, False, True), (3, True, True)],
)
def test_faces(bits: int, bold: bool, italic: bool) -> None:
    line = words("So.", fontchar=bits)
    assert (line.bold, line.italic, line.size, line.colour) == (bold, italic, 12, "#0B6E4F")


def test_a_line_is_as_wide_as_we_measure_it_whatever_the_engine_thinks() -> None:
    line = words("iiii")
    assert (line.text, line.at, line.width, line.align) == ("iiii", (5, 14), 11, "l")


def test_a_line_from_right_to_left_begins_at_its_right_end() -> None:
    line = words("שלום")
    assert line.align == "r"
    assert line.at == (5 + line.width, 14)


def test_backslashes_come_through() -> None:
    prepared = xdot.prepared(r"digraph { a [label=<\\N and \\\\ b>] }")
    assert "\\" not in prepared
    line = prepared[prepared.index("<") + 1 : prepared.index(">")]
    assert words(line).text == r"\N and \\ b"


def test_places_count_from_the_left_and_the_top_of_what_was_drawn() -> None:
    found = picture(node("a"), bb="-10,-20,90,30")
    assert (found.width, found.height) == (100, 50)
    assert (found.cards[0].x, found.cards[0].y) == (10, 10)


def ground(*corners: tuple[float, float], colour: str = "#f0f0f0") -> list[Json]:
    """Return what draws a filled curve through corners."""
    points = [corners[0]]
    for corner in (*corners[1:], corners[0]):
        points += [points[-1], corner, corner]
    pens = [{"op": "c", "color": "#0033aa"}, {"op": "C", "color": colour}]
    return [*pens, {"op": "B", "points": [list(point) for point in points]}]


OUTER = ((4, 10), (4, 90), (104, 90), (104, 10))
HOLE = ((30, 30), (60, 30), (60, 60), (30, 60))
BEHIND = [{"op": "C", "color": "#ffffff"}, {"op": "P", "points": SQUARE}]


def test_halos_have_their_own_rectangle_ground_and_title() -> None:
    title = [{"op": "F", "size": 9, "face": "Arial"}]
    title.append({"op": "T", "pt": [14, 70], "align": "l", "width": 20, "text": "West"})
    bounds = {"_gvid": 3, "id": "west:1", "bb": "4,10,104,90", "_ldraw_": title}
    (halo,) = picture(bounds, _draw_=[*BEHIND, *ground(*OUTER)]).halos
    assert (halo.id, halo.x, halo.y, halo.width, halo.height) == ("west", 4, 10, 100, 80)
    assert [(line.text, line.at) for line in halo.lines] == [("West", (10, 20))]
    shape = halo.operations[0]
    assert isinstance(shape, Shape)
    assert (shape.fill, shape.pen.colour, shape.points[0]) == ("#f0f0f0", "#0033aa", (0, 80))


def test_a_hole_belongs_to_the_ground_before_it() -> None:
    bounds = [{"_gvid": n, "id": f"west:{n}", "bb": "4,10,104,90"} for n in (3, 4)]
    drawn = [*BEHIND, *ground(*OUTER), *ground(*HOLE, colour="#ffffff"), *ground(*OUTER)]
    first, second = picture(*bounds, _draw_=drawn).halos
    assert [one.fill for one in first.operations if isinstance(one, Shape)] == [
        "#f0f0f0",
        "#ffffff",
    ]
    assert len(second.operations) == 1


def test_the_margin_counts_as_part_of_the_picture() -> None:
    found = picture(node("a"), bb="-10,-20,90,30", pad="0.25")
    assert (found.width, found.height) == (136, 86)
    assert (found.cards[0].x, found.cards[0].y) == (28, 28)


CURVE = {"op": "b", "points": [[20, 20], [20, 30], [100, 30], [100, 20]]}


def test_an_edge_starts_where_its_curve_does_and_has_all_that_is_drawn_along_it() -> None:
    head = [{"op": "P", "points": SQUARE}]
    sign = [{"op": "F", "size": 13}, {"op": "T", "pt": [90, 40], "align": "l", "text": "+"}]
    along: Json = {"_draw_": [PEN, CURVE], "_hdraw_": head, "_hldraw_": sign}
    found = picture(node("a"), node("b", 1, x=100), edges=(edge("r", **along),))
    (stroke,) = found.arrow_by_id["r"].edges
    assert (stroke.x, stroke.y, stroke.premise, stroke.straight) == (20, 80, None, False)
    assert stroke.curve == ((0, 0), (0, -10), (80, -10), (80, 0))
    curve, polygon, plus = stroke.operations
    assert isinstance(curve, Shape)
    assert isinstance(polygon, Shape)
    assert isinstance(plus, Text)
    assert (curve.form, polygon.form, plus.text) == (Form.CURVE, Form.POLYGON, "+")


def test_the_strokes_of_a_relation_come_in_the_order_of_its_premises_the_last_one_last() -> None:
    nodes = (node("a"), node("b", 1, x=60), node("r:dot", 2, x=100), node("c", 3, x=140))
    strokes = (edge("r", 2, 3), edge("r:2", 1, 2), edge("r:1", 0, 2))
    found = picture(*nodes, edges=strokes)
    arrow = found.arrow_by_id["r"]
    assert [stroke.premise for stroke in arrow.edges] == [0, 1, None]
    assert arrow.dot is not None
    assert arrow.dot.id == "r"
    assert [card.id for card in found.cards] == ["a", "b", "c"]


def test_a_stroke_drawn_from_its_target_starts_at_its_premise_all_the_same() -> None:
    along: Json = {"_draw_": [PEN, CURVE], "dir": "back", "class": "cross"}
    found = picture(node("a"), node("b", 1, x=100), edges=(edge("r", **along),))
    (stroke,) = found.arrow_by_id["r"].edges
    assert (stroke.x, stroke.y, stroke.cross) == (100, 80, True)
    assert stroke.curve == ((0, 0), (0, -10), (-80, -10), (-80, 0))


@pytest.mark.parametrize(
    ("x", "start", "end"),
    [(120, (40, 90), (60, 0)), (60, (40, 90), (0, 0)), (20, (20, 90), (0, 0))],
)
def test_an_edge_without_a_course_goes_from_border_to_border(
    x: int, start: tuple[float, float], end: tuple[float, float]
) -> None:
    found = picture(node("a"), node("b", 1, x=x), edges=(edge("r"),))
    (stroke,) = found.arrow_by_id["r"].edges
    assert stroke.straight
    assert (stroke.x, stroke.y) == start
    assert stroke.curve[-1] == end
    (line,) = stroke.operations
    assert isinstance(line, Shape)
    assert line.pen == Pen("#0b6e4f", 1.4)


def test_several_graphs_are_several_pictures() -> None:
    graph = {"bb": "0,0,1,1", "objects": [node("a")]}
    output = "\n".join([json.dumps(graph)] * 3).encode()
    assert len(xdot.read(output)) == 3
    assert xdot.read(b"") == ()


def test_ids_come_back_as_they_were() -> None:
    found = picture(node("a%3Ab%20c"), node("x", 1), edges=(edge("p+q--supports--c"),))
    assert found.cards[0].id == "a:b c"
    assert found.arrows[0].id == "p+q--supports--c"


@pytest.mark.parametrize(
    "output",
    [
        "{",
        "{]",
        "{}",
        '{"bb": "0,0,1,1"',
        '{"objects": []}',
        '{"bb": 3}',
        '{"bb": "0,0,1"}',
        '{"bb": "a,b,c,d"}',
        '{"bb": "0,0,1,1", "objects": 1}',
        '{"bb": "0,0,1,1", "objects": [1]}',
        '{"bb": "0,0,1,1", "objects": [{"pos": "1,1", "_gvid": 0}]}',
        '{"bb": "0,0,1,1", "objects": [{"bb": "0,0,1,1", "id": "g"}]}',
        '{"bb": "0,0,1,1", "edges": [{"id": "r"}]}',
        '{"bb": "0,0,1,1", "edges": [{"id": "r:x"}]}',
        '{"bb": "0,0,1,1", "edges": [{"id": "r", "tail": 0, "head": 1}]}',
        json.dumps({"bb": "0,0,1,1", "objects": [node("a", _draw_=[{"op": "T"}])]}),
        json.dumps({"bb": "0,0,1,1", "objects": [node("a", _draw_=[{"op": "S", "style": 1}])]}),
        json.dumps({"bb": "0,0,1,1", "objects": [node("a", _draw_=[{"no": "op"}])]}),
    ],
)
def test_whatever_is_no_drawing_is_refused_as_a_whole(output: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        xdot.read(output.encode())
