"""The items follow the pictures exactly, however many come and in whatever order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.desktop.canvas.scene import changes as scene_changes
from argmap.desktop.canvas.scene import gliding, map_scene
from argmap.desktop.canvas.scene.changes import changes
from argmap.desktop.canvas.scene.item import NO_HIGHLIGHT, Highlight
from argmap.desktop.canvas.scene.map_scene import MapScene
from argmap.drawing import theme as themes
from argmap.drawing.marks import Mark
from argmap.drawing.picture import Arrow, Edge, Form, Operation, Pen, Picture, Piece, Shape

Thing = TypeVar("Thing", Piece, Arrow)
LIGHT = themes.load("light")
NEVER_MIND = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
IDS = "abcdef"
places = st.tuples(st.integers(0, 900), st.integers(0, 900))
sizes = st.sampled_from([(80, 30), (120, 60)])


def _box(width: float, height: float) -> tuple[Operation, ...]:
    corners = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    return (Shape(Form.POLYGON, corners, Pen("#000000"), "#ffffff"),)


def card(id_: str, x: float, y: float, width: float = 80, height: float = 30) -> Piece:
    return Piece(id_, x, y, width, height, _box(width, height))


def arrow(id_: str, x: float, y: float, reach: float = 50) -> Arrow:
    curve = ((0.0, 0.0), (0.0, 10.0), (reach, 20.0), (reach, 60.0))
    return Arrow(id_, (Edge(0, x, y, curve, (Shape(Form.CURVE, curve, Pen("#000000")),)),))


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    cards = draw(st.dictionaries(st.sampled_from(IDS), st.tuples(places, sizes)))
    arrows = draw(st.dictionaries(st.sampled_from(IDS), st.tuples(places, st.integers(10, 90))))
    frames = draw(st.lists(st.tuples(places, sizes), max_size=2))
    return Picture(
        1000,
        1000,
        "#ffffff",
        tuple(card(f"g{n}", *place, *size) for n, (place, size) in enumerate(frames)),
        tuple(card(id_, *place, *size) for id_, (place, size) in cards.items()),
        tuple(arrow(f"r-{id_}", *place, reach) for id_, (place, reach) in arrows.items()),
    )


def shown(scene: MapScene) -> tuple[dict[str, object], dict[str, object]]:
    return (
        {i: (c.scene_rect.getRect(), c.card.operations) for i, c in scene.cards.items()},
        {i: (a.arrow, a.pos(), a.opacity()) for i, a in scene.arrows.items()},
    )


def wanted(picture: Picture) -> tuple[dict[str, object], dict[str, object]]:
    return (
        {c.id: ((c.x, c.y, c.width, c.height), c.operations) for c in picture.cards},
        {a.id: (a, QPointF(), 1.0) for a in picture.arrows},
    )


@pytest.mark.usefixtures("qapp")
@NEVER_MIND
@given(
    steps=st.lists(st.tuples(pictures(), places, st.booleans()), min_size=1, max_size=5),
)
def test_the_items_are_those_of_the_last_picture(
    steps: list[tuple[Picture, tuple[int, int], bool]],
) -> None:
    scene = MapScene()
    for picture, shift, glide in steps:
        scene.show_picture(picture, LIGHT, QPointF(*shift), QPointF(), glide=glide)
    scene.glide.finish()
    last = steps[-1][0]
    assert shown(scene) == wanted(last)
    assert len(scene.items()) == len(last.cards) + len(last.arrows) + len(last.halos)


def _partly(before: Picture, after: Picture) -> Picture:
    """Return the second picture, with what is equal in the first being the very same."""

    def same(known: Mapping[str, Thing], things: tuple[Thing, ...]) -> tuple[Thing, ...]:
        olds = [known.get(thing.id) for thing in things]
        return tuple(
            old if old is not None and old == new else new
            for old, new in zip(olds, things, strict=True)
        )

    cards, arrows = before.card_by_id, before.arrow_by_id
    return replace(after, cards=same(cards, after.cards), arrows=same(arrows, after.arrows))


@pytest.mark.usefixtures("qapp")
@NEVER_MIND
@given(
    steps=st.lists(
        st.tuples(pictures(), st.booleans(), st.booleans(), st.booleans()), min_size=1, max_size=6
    ),
    few=st.booleans(),
)
def test_who_is_told_what_differs_shows_the_same_as_who_looks(
    steps: list[tuple[Picture, bool, bool, bool]], few: bool
) -> None:
    """In one go or in slices that a next picture interrupts, with glides and badges between."""
    with pytest.MonkeyPatch.context() as patched:
        for module in (map_scene, scene_changes):
            patched.setattr(module, "SLICE", 2 if few else 150)
        for module in (map_scene, gliding):
            patched.setattr(module, "MOST", 3 if few else 400)
        scene, before = MapScene(), Picture(9, 9, "")
        for picture, known, glide, badges in steps:
            shared = _partly(before, picture)
            scene.foreseen = changes(before, shared) if known else None
            scene.show_picture(shared, LIGHT, QPointF(), QPointF(), glide=glide)
            marks = {id_: Mark(badge="in") for id_ in IDS} if badges else {}
            scene.show_badges(marks, LIGHT)
            before = shared
        scene.foreseen = changes(before, before)
        scene.show_picture(before, LIGHT, QPointF(), QPointF(), glide=False)
        while scene.making:
            QApplication.processEvents()
    assert shown(scene) == wanted(before)
    assert len(scene.items()) == len(before.cards) + len(before.arrows) + len(before.halos)
    assert not any(card.badge for card in scene.cards.values())


def test_of_many_cards_that_go_those_that_are_seen_go_first(qapp: object) -> None:
    """So a fold that hides thousands does not hold the window."""
    del qapp
    many = tuple(card(f"c{n}", 100 * n, 0) for n in range(4 * scene_changes.SLICE))
    scene, seen = MapScene(), QPointF(100 * scene_changes.SLICE, 0)
    scene.show_picture(Picture(9, 9, "", cards=many), LIGHT, QPointF(), seen, glide=False)
    while scene.making:
        QApplication.processEvents()
    scene.show_picture(Picture(9, 9, "", cards=many[:1]), LIGHT, QPointF(), seen, glide=False)
    assert scene.cards.keys() == {"c0"}
    left = [item.scenePos().x() for item in scene.items()]
    assert len(left) == 3 * scene_changes.SLICE
    assert min(abs(x - seen.x()) for x in left if x) > 100 * scene_changes.SLICE / 3
    while scene.making:
        QApplication.processEvents()
    assert len(scene.items()) == 1


def test_of_much_that_comes_what_is_near_to_what_is_looked_at_is_there_first(
    qapp: object,
) -> None:
    """In the order that was found beside the window, or, who has scrolled since, in another."""
    del qapp
    first = Picture(9, 9, "", cards=(card("a", 0, 0),))
    count = 4 * scene_changes.SLICE
    many = Picture(9, 9, "", cards=tuple(card(f"c{n}", 100 * n, 0) for n in range(count)))
    here = 100 * count / 2
    for seen in (here, here + 10_000):
        scene = MapScene()
        scene.show_picture(first, LIGHT, QPointF(), QPointF(), glide=False)
        scene.foreseen, scene.seen = changes(first, many, (here, 0)), (seen, 0)
        scene.show_picture(many, LIGHT, QPointF(), QPointF(seen, 0), glide=False)
        there = [item.scenePos().x() for item in scene.cards.values()]
        assert len(there) == scene_changes.SLICE
        assert max(abs(x - seen) for x in there) <= 100 * scene_changes.SLICE / 2 + 100
        while scene.making:
            QApplication.processEvents()
        assert shown(scene) == wanted(many)


def test_without_motion_everything_is_in_its_place_at_once(qapp: object) -> None:
    del qapp
    scene = MapScene()
    scene.show_picture(
        Picture(9, 9, "", cards=(card("a", 0, 0),)), LIGHT, QPointF(), QPointF(), glide=False
    )
    after = Picture(9, 9, "", cards=(card("a", 70, 0),), arrows=(arrow("r", 5, 5),))
    scene.show_picture(after, LIGHT, QPointF(70, 0), QPointF(), glide=False)
    assert shown(scene) == wanted(after)


def test_a_glide_begins_where_things_are_seen_and_ends_where_they_belong(qtbot: QtBot) -> None:
    scene = MapScene()
    first = Picture(
        9, 9, "", cards=(card("a", 0, 0), card("b", 100, 0)), arrows=(arrow("r", 5, 5),)
    )
    scene.show_picture(first, LIGHT, QPointF(), QPointF(), glide=False)
    # The view scrolls by the shift of the held card a, so b begins as much further right.
    second = Picture(
        9, 9, "", cards=(card("a", 30, 0), card("b", 400, 0)), arrows=(arrow("r", 35, 5),)
    )
    scene.show_picture(second, LIGHT, QPointF(30, 0), QPointF(), glide=True)
    assert scene.cards["a"].pos() == QPointF(30, 0)
    assert scene.cards["b"].pos() == QPointF(130, 0)
    assert scene.arrows["r"].pos() == QPointF()  # it moved with a, and is seen where it was
    qtbot.waitUntil(lambda: scene.cards["b"].pos() == QPointF(400, 0))
    scene.glide.finish()
    assert shown(scene) == wanted(second)


def test_an_arrow_of_another_course_fades_in(qapp: object) -> None:
    del qapp
    scene = MapScene()
    first = Picture(9, 9, "", cards=(card("a", 0, 0),), arrows=(arrow("r", 5, 5, 10),))
    scene.show_picture(first, LIGHT, QPointF(), QPointF(), glide=False)
    second = Picture(9, 9, "", cards=(card("a", 0, 50),), arrows=(arrow("r", 5, 5, 20),))
    scene.show_picture(second, LIGHT, QPointF(), QPointF(), glide=True)
    assert scene.arrows["r"].opacity() < 1
    scene.glide.finish()
    assert scene.arrows["r"].opacity() == 1


def test_a_card_that_only_moved_keeps_its_item_and_what_is_prepared(qapp: object) -> None:
    del qapp
    scene = MapScene()
    one = card("a", 0, 0)
    scene.show_picture(Picture(9, 9, "", cards=(one,)), LIGHT, QPointF(), QPointF(), glide=False)
    item = scene.cards["a"]
    moved = Piece("a", 50, 50, one.width, one.height, one.operations)
    scene.show_picture(Picture(9, 9, "", cards=(moved,)), LIGHT, QPointF(), QPointF(), glide=False)
    assert scene.cards["a"] is item
    assert item.card.operations is one.operations


@pytest.mark.usefixtures("qapp")
@NEVER_MIND
@given(rounds=st.lists(st.sets(st.sampled_from(IDS)), max_size=5), picture=pictures())
def test_only_what_is_named_stands_out(rounds: list[set[str]], picture: Picture) -> None:
    scene = MapScene()
    scene.show_picture(picture, LIGHT, QPointF(), QPointF(), glide=False)
    for ids in rounds:
        scene.set_highlights({id_: Highlight(selected=True) for id_ in ids})
        for id_, item in scene.cards.items():
            assert item.highlight == (Highlight(selected=True) if id_ in ids else NO_HIGHLIGHT)


@pytest.mark.usefixtures("qapp")
def test_the_rectangle_around_some_items_leaves_others_out() -> None:
    scene = MapScene()
    cards = (card("a", 10, 20), card("b", 300, 200), card("c", 900, 900))
    scene.show_picture(
        Picture(1000, 1000, "#fff", (), cards, ()), LIGHT, QPointF(), QPointF(), glide=False
    )
    assert scene.rect_around(["a", "b", "gone"]) == QRectF(10, 20, 370, 210)
    assert scene.rect_around(["gone"]).isEmpty()
