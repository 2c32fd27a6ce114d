"""A picture that is put together from what was drawn before is the picture drawn at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing import theme
from argmap.drawing.graphviz.engine import Engine, GraphvizError
from argmap.drawing.layout import Cache, Laid, draw_more, lay
from argmap.drawing.looks.album import Album, DrawnCard
from argmap.drawing.looks.draw import Part
from argmap.drawing.marks import Mark
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Arrow, Picture, Piece, Text
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, removal
from argmap.model.kinds import Direction
from tests.drawing.maps import FRAMED, POOL

LIGHT = theme.load("light")
USUAL = DrawingOptions(LIGHT)
ALL = replace(
    POOL,
    statements=(*POOL.statements, *FRAMED.statements),
    relations=(*POOL.relations, *FRAMED.relations),
    groups=FRAMED.groups,
)


def near(one: Picture, other: Picture) -> None:
    """Check that two pictures are the same but for rounding, and for where they lie."""
    one = one.moved(-one.left, -one.top)
    assert (one.width, one.height, one.background) == (other.width, other.height, other.background)
    for kind in ("cards", "arrows", "halos"):
        mine, others = getattr(one, kind), getattr(other, kind)
        assert [thing.id for thing in mine] == [thing.id for thing in others]
        for a, b in zip(mine, others, strict=True):
            _near_thing(a, b)


def _near_thing(one: Piece | Arrow, other: Piece | Arrow) -> None:
    if isinstance(one, Piece) and isinstance(other, Piece):
        sides = ("x", "y", "width", "height")
        for side in sides:
            assert getattr(one, side) == pytest.approx(getattr(other, side), abs=0.03)
        _near_operations(one.operations, other.operations)
        return
    assert isinstance(one, Arrow)
    assert isinstance(other, Arrow)
    assert (one.dot is None) == (other.dot is None)
    if one.dot and other.dot:
        _near_thing(one.dot, other.dot)
    for a, b in zip(one.edges, other.edges, strict=True):
        assert (a.premise, a.straight, a.cross) == (b.premise, b.straight, b.cross)
        assert (a.x, a.y) == pytest.approx((b.x, b.y), abs=0.03)
        for p, q in zip(a.curve, b.curve, strict=True):
            assert p == pytest.approx(q, abs=0.03)
        _near_operations(a.operations, b.operations)


def _near_operations(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert [type(o) for o in one] == [type(o) for o in other]
    for a, b in zip(one, other, strict=True):
        if isinstance(a, Text) and isinstance(b, Text):
            assert replace(a, at=b.at) == b
            assert a.at == pytest.approx(b.at, abs=0.03)


EDITS: dict[str, Callable[[ArgumentMap], ArgumentMap]] = {
    "add": lambda m: edit.add_premise(m, "cost", "A reason as good as any other of them."),
    "undercut": lambda m: edit.add_rebuttal(m, "r1", "It does not follow at all."),
    "delete": lambda m: removal.delete_cards(m, ["demand"]),
    "text": lambda m: edit.set_fields(m, "cost", text="Much longer than it was before. " * 4),
}


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("what", EDITS)
def test_an_edit_gives_the_picture_that_is_drawn_afresh(direction: Direction, what: str) -> None:
    options = replace(USUAL, direction=direction)
    cache = Cache()
    before = lay(ALL, options, cache=cache)
    after = EDITS[what](ALL)
    held = before.arrangement
    near(
        lay(after, options, held=held, cache=cache).picture,
        lay(after, options, held=held).picture,
    )
    near(lay(ALL, options, held=held, cache=cache).picture, before.picture)


def test_an_edit_measures_and_draws_what_changed_and_moves_the_rest() -> None:
    cache = Cache()
    before = lay(ALL, USUAL, cache=cache)
    measured, drawn = cache.cards.measured, cache.album.drawn
    assert measured == len(ALL.statements)
    after = edit.set_fields(ALL, "cost", text="Staff Sundays doubles on cost.")
    laid = lay(after, USUAL, held=before.arrangement, cache=cache)
    assert cache.cards.measured == measured + 1
    assert cache.album.drawn - drawn <= 1 + len(after.relations_of("cost"))
    for card in laid.picture.cards:
        if card.id != "cost":
            assert card.operations is before.picture.card_by_id[card.id].operations


def test_what_stands_still_is_the_same_object() -> None:
    cache = Cache()
    one, other = lay(ALL, USUAL, cache=cache), lay(ALL, USUAL, cache=cache)
    assert all(a is b for a, b in zip(one.picture.cards, other.picture.cards, strict=True))
    assert all(a is b for a, b in zip(one.picture.arrows, other.picture.arrows, strict=True))


def test_a_mark_and_a_theme_change_the_drawing() -> None:
    cache = Cache()
    lay(ALL, USUAL, cache=cache)
    marked = replace(USUAL, marks={"cost": Mark(badge="rejected"), "r1": Mark(badge="open")})
    near(lay(ALL, marked, cache=cache).picture, lay(ALL, marked).picture)
    dark = DrawingOptions(theme.load("dark"))
    near(lay(ALL, dark, cache=cache).picture, lay(ALL, dark).picture)


def test_what_is_plain_at_first_is_drawn_bit_by_bit() -> None:
    cache = Cache()
    laid = lay(ALL, USUAL, cache=cache, at_once=0)
    whole = lay(ALL, USUAL).picture
    assert cache.album.drawn == 0
    for plain, card in zip(laid.picture.cards, whole.cards, strict=True):
        assert (plain.id, plain.width, plain.height) == (card.id, card.width, card.height)
        assert (plain.x, plain.y) == pytest.approx((card.x, card.y), abs=0.03)
        assert plain.lines == ()
    steps = 0
    while laid.unfinished:
        rest = laid.unfinished.part
        some = Part(rest.cards[:2], rest.arrows[:2], rest.halos[:1])
        laid = draw_more(laid, some, cache)
        steps += 1
    assert steps > 2
    near(laid.picture, whole)
    assert isinstance(laid, Laid)


NUMBERS = st.integers(0, 20)


@given(NUMBERS, NUMBERS, NUMBERS, st.integers(2, 9))
def test_portions_are_small_and_together_the_whole(
    cards: int, arrows: int, halos: int, most: int
) -> None:
    whole = Part(tuple(map(str, range(cards))), tuple(map(str, range(arrows))), tuple(range(halos)))
    portions = list(whole.portions(most))
    assert all(portions)
    assert all(len(some.cards) + len(some.arrows) <= most for some in portions)
    for kind in Part._fields:
        assert [one for some in portions for one in getattr(some, kind)] == [*getattr(whole, kind)]


def test_what_is_drawn_in_portions_is_the_very_picture_drawn_at_once() -> None:
    whole, parts = Cache(), Cache()
    laid = lay(ALL, USUAL, cache=parts, at_once=0)
    assert laid.unfinished
    for some in laid.unfinished.part.portions(4):
        laid = draw_more(laid, some, parts)
    assert laid.picture == lay(ALL, USUAL, cache=whole).picture


def test_graphviz_that_leaves_something_out_is_an_error(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    del tmp_path, monkeypatch
    with pytest.raises(GraphvizError):
        lay(ALL, DrawingOptions(LIGHT, engine=Engine("true")))


def drawing(words: str) -> DrawnCard:
    return DrawnCard((Text(words, (0, 0), 10, "l", 9, bold=False, italic=False, colour="#000000"),))


def test_the_album_forgets_what_was_shown_least_recently_and_counts_bytes() -> None:
    album = Album(capacity=1000)
    for look in "abcdef":
        album.put(look, drawing(look))
        album.shown([look])
    assert album.get("f")
    assert album.get("a") is None
    assert album.bytes <= 1000 + 400


def test_the_album_keeps_all_that_is_shown_however_much_it_is() -> None:
    album = Album(capacity=0)
    for look in "abcdef":
        album.put(look, drawing(look))
    album.shown("abcdef")
    assert all(album.get(look) for look in "abcdef")
    album.shown("ab")
    assert [look for look in "abcdef" if album.get(look)] == ["a", "b"]
