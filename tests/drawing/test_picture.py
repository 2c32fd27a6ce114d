from __future__ import annotations

import pytest

from argmap.drawing import theme
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Shape, Stroke, Text
from argmap.placing.metrics import MARGIN
from tests.drawing.maps import FRAMED, POOL

LIGHT = theme.load("light")
USUAL = DrawingOptions(LIGHT)


def test_a_card_knows_its_lines_and_how_they_look() -> None:
    card = lay_out(POOL, USUAL).card_by_id["demand"]
    role, text, source = card.lines
    assert (role.text, role.bold, role.colour) == ("PREMISE", True, LIGHT.lines["premise"].lower())
    assert (text.text, text.size, text.colour) == (
        "Two hundred residents asked for it.",
        12,
        "#1b1b1f",
    )
    assert (source.text, source.italic) == ("The council, Petition to the town council", True)


def test_an_arrow_goes_from_its_premises_to_its_dot_and_on_to_its_target() -> None:
    picture = lay_out(POOL, USUAL)
    arrow = picture.arrow_by_id["r1"]
    assert arrow.dot
    last = arrow.edges[-1]
    target = picture.card_by_id["open-sundays"]
    end = last.x + last.curve[-1][0], last.y + last.curve[-1][1]
    assert target.x < end[0] < target.x + target.width
    assert end[1] == pytest.approx(target.y + target.height, abs=12)
    for edge, premise in zip(arrow.edges, ("demand", "asked-is-enough"), strict=False):
        card = picture.card_by_id[premise]
        assert card.x <= edge.x <= card.x + card.width
        assert edge.y == pytest.approx(card.y, abs=2)


def test_kinds_of_strokes_survive() -> None:
    picture = lay_out(POOL, USUAL)
    strokes = {}
    for id_, arrow in picture.arrow_by_id.items():
        shape = next(one for one in arrow.edges[-1].operations if isinstance(one, Shape))
        strokes[id_] = shape.pen.stroke
    assert strokes == {"r1": Stroke.SOLID, "r2": Stroke.DASHED, "r3": Stroke.DOTTED}


def test_every_arrow_has_its_sign_once() -> None:
    for arrow in lay_out(POOL, USUAL).arrows:
        signs = [o.text for e in arrow.edges for o in e.operations if isinstance(o, Text)]
        assert signs == ["+" if arrow.id == "r1" else "−"]


def test_moving_a_picture_keeps_every_operation() -> None:
    picture = lay_out(FRAMED, USUAL)
    moved = picture.moved(10, -3)
    for before, after in zip(picture.pieces(), moved.pieces(), strict=True):
        assert (after.x, after.y) == (before.x + 10, before.y - 3)
        assert after.operations is before.operations
    assert picture.moved(0, 0) is picture


def test_halos_are_at_the_back_and_cards_in_front() -> None:
    picture = lay_out(FRAMED, USUAL)
    pieces = tuple(picture.pieces())
    assert pieces[: len(picture.halos)] == picture.halos
    assert pieces[-len(picture.cards) :] == picture.cards
    assert {halo.id for halo in picture.halos} == {"moscow", "inner", "reply"}


def test_the_margin_is_around_everything() -> None:
    picture = lay_out(POOL, USUAL)
    assert min(card.x for card in picture.cards) == pytest.approx(MARGIN, abs=1)
    assert min(card.y for card in picture.cards) == pytest.approx(MARGIN, abs=1)
