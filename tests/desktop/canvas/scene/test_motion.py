"""Cards glide, unless the user or the system asks for less motion; the one at hand stands still."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from argmap.desktop.appearance import Appearance
from argmap.desktop.session import Session
from argmap.model.edits import edit
from argmap.settings import Settings
from tests.desktop.canvas.conftest import Hand

HELD, OTHER = "open-it-on-sundays", "cost-doubles"
MOVING = Settings(theme="light", motion=True)


SetDuration = Callable[[int], None]


@pytest.fixture
def lasting(monkeypatch: pytest.MonkeyPatch) -> SetDuration:
    """Let the system's animations last so many milliseconds."""
    style = type(QApplication.style())
    return lambda duration: monkeypatch.setattr(style, "styleHint", lambda *_: duration)


@pytest.mark.parametrize(
    ("wanted", "duration", "moves"), [(True, 200, True), (True, 0, False), (False, 200, False)]
)
def test_motion_is_up_to_the_user_and_the_system(
    lasting: SetDuration, wanted: bool, duration: int, moves: bool
) -> None:
    lasting(duration)
    session = Session()
    assert Appearance(session, Settings(motion=wanted), session).motion is moves


def widened(hand: Hand) -> None:
    """Make an edit by which most cards move; its picture has arrived, its glide has begun."""
    hand.session.select([HELD])
    wide = hand.argument_map
    for number in range(3):
        wide = edit.add_premise(wide, HELD, f"Reason {number}, and wider than before.")
    with hand.qtbot.waitSignal(hand.canvas.drawn):
        hand.session.document.do("Add", wide)


def seen_at(hand: Hand, id_: str) -> QPointF:
    """Return where a card is painted now, in the viewport."""
    return hand.canvas.to_viewport(hand.canvas.map_scene.cards[id_].pos())


def test_cards_glide_from_where_they_were_and_the_selected_one_stands_still(
    hand: Hand, lasting: SetDuration
) -> None:
    lasting(200)
    hand.canvas.appearance.use(MOVING)
    hand.canvas.zoom_to(2)
    hand.canvas.center_on(HELD)
    held, other = seen_at(hand, HELD), seen_at(hand, OTHER)
    widened(hand)
    ways = []
    hand.canvas.map_scene.glide._animation.valueChanged.connect(
        lambda _: ways.append(seen_at(hand, OTHER))
    )
    assert (seen_at(hand, HELD) - held).manhattanLength() <= 2
    assert (seen_at(hand, OTHER) - other).manhattanLength() <= 2  # it has not set out yet
    end = hand.canvas.to_viewport(_place(hand, OTHER))
    assert (end - other).manhattanLength() > 20
    hand.qtbot.waitUntil(lambda: (seen_at(hand, OTHER) - end).manhattanLength() < 1)
    assert len(ways) > 1
    assert (seen_at(hand, HELD) - held).manhattanLength() <= 2


def _place(hand: Hand, id_: str) -> QPointF:
    picture = hand.canvas.map_scene.picture
    assert picture
    card = picture.card_by_id[id_]
    return QPointF(card.x, card.y)


def test_without_motion_cards_are_where_they_belong_at_once(hand: Hand) -> None:
    hand.canvas.zoom_to(2)
    hand.canvas.center_on(HELD)
    held = seen_at(hand, HELD)
    widened(hand)
    assert hand.canvas.map_scene.cards[OTHER].pos() == _place(hand, OTHER)
    assert (seen_at(hand, HELD) - held).manhattanLength() <= 2


def test_an_edit_amid_a_glide_begins_where_things_are_then(
    hand: Hand, lasting: SetDuration
) -> None:
    lasting(200)
    hand.canvas.appearance.use(MOVING)
    hand.canvas.zoom_to(2)
    hand.canvas.center_on(HELD)
    held = seen_at(hand, HELD)
    widened(hand)
    with hand.qtbot.waitSignal(hand.canvas.drawn):
        hand.session.document.undo()
    assert (seen_at(hand, HELD) - held).manhattanLength() <= 3
    hand.settle()
    assert hand.canvas.map_scene.cards[OTHER].pos() == _place(hand, OTHER)
    assert (seen_at(hand, HELD) - held).manhattanLength() <= 3
