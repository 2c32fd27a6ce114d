"""What moves on the screen with each edit of a window: `python -m benchmarks.stillness [NAME…]`.

With real keys and the real mouse, in a window of 1280 × 800 pixels at 72 %, some cards of three
maps are edited in every way. Told of each edit is how far the card that stays (the one that is
edited, or what a card is hung on) moves on the screen, how many of the cards in view move at all,
whether any other card changes sides, and how far any card is from where it was before once the
edit is undone. It fails where an edit zooms, where another card changes sides, and where undo does
not bring back what was seen.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from argmap.desktop.application import Application
from argmap.desktop.canvas.view.zoom_view import PIXELS_PER_POINT
from argmap.desktop.windows import Windows
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.model.history.concerned import moved_onto
from argmap.model.history.patch import diff
from argmap.placing.placed import Rect
from argmap.store.yaml_file import dumps, load, read
from benchmarks.big_map import map_of
from benchmarks.editing import until
from benchmarks.offscreen import application
from benchmarks.stability import EXAMPLES, below, pairs, sides

Key = Qt.Key
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
ZOOM, CARDS = 0.72, 4
CLOSE = 3
"""Pixels that are no move: scrolling is in whole pixels."""
TEXT = "Something new that takes more than a single line to be said here."

Stroke = tuple[Qt.Key, Qt.KeyboardModifier] | str


def _draft(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> tuple[Stroke, ...]:
    return (key, modifier), TEXT, (Key.Key_Return, NONE)


EDITS: dict[str, tuple[Stroke, ...]] = {
    "a premise (Tab)": _draft(Key.Key_Tab),
    "a rebuttal": _draft(Key.Key_Backtab, SHIFT),
    "a linked premise": _draft(Key.Key_Return, CTRL),
    "a sibling": _draft(Key.Key_Return),
    "a claim (Ins)": _draft(Key.Key_Insert),
    "F2, a word, Tab": ((Key.Key_F2, NONE), " More.", *_draft(Key.Key_Tab)),
    "a longer text": ((Key.Key_F2, NONE), 3 * TEXT, (Key.Key_Return, NONE)),
    "deleted": ((Key.Key_Delete, NONE),),
    "duplicated": ((Key.Key_D, CTRL),),
    "moved down": ((Key.Key_Down, ALT),),
    "moved up": ((Key.Key_Up, ALT),),
    "promoted": ((Key.Key_Left, ALT),),
    "demoted": ((Key.Key_Right, ALT),),
    "folded": ((Key.Key_Space, NONE),),
    "folded, opened": ((Key.Key_Space, NONE), (Key.Key_Space, NONE)),
    "accepted": ((Key.Key_A, CTRL | SHIFT),),
    "grouped": ((Key.Key_G, CTRL), (Key.Key_Escape, NONE)),
    "out of its group": ((Key.Key_G, CTRL | SHIFT),),
    "dragged": (),
}


class Seen(NamedTuple):
    """What is on the screen: places in the map and on the screen, and the zoom."""

    places: dict[str, Rect]
    spots: dict[str, QPointF]
    zoom: float


class Desk:
    """Somebody at work in a window."""

    def __init__(self) -> None:
        self.window = Windows(Application()).add()
        self.window.resize(1280, 800)
        self.window.show()
        self.window.activateWindow()
        self.canvas, self.session = self.window.canvas, self.window.session
        self.settle()

    def settle(self) -> None:
        """Wait until everything stands where it is to be."""
        for _ in range(3):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
            until(self._is_still)
            self.canvas.map_scene.glide.finish()

    def _is_still(self) -> bool:
        return not (self.canvas.layouts.awaited or self.canvas.map_scene.making)

    def look_at(self, argument_map: ArgumentMap, card: str) -> None:
        """Open a map and put a card into the middle."""
        self.session.text.mark_saved()
        self.session.open(read(dumps(argument_map)))
        self.settle()
        self.session.select([card])
        self.canvas.setFocus()
        self.canvas.zoom_to(ZOOM * PIXELS_PER_POINT)
        self.canvas.center_on(card)
        self.settle()

    def press(self, strokes: Iterable[Stroke]) -> None:
        """Press keys where the focus is."""
        for stroke in strokes:
            focus = QApplication.focusWidget() or self.canvas
            if isinstance(stroke, str):
                QTest.keyClicks(focus, stroke)
            else:
                QTest.keyClick(focus, *stroke)
            self.settle()

    def drag(self, card: str) -> None:
        """Drag a card onto the first one in view that it can be hung on."""
        own = below(self.session.argument_map, card)
        targets = {relation.target for relation in self.session.argument_map.relations_of(card)}
        view, spots = self.canvas.viewport(), self._middles()
        room = view.rect().adjusted(20, 20, -20, -20)
        free = (i for i in spots if i not in own | targets and room.contains(spots[i].toPoint()))
        onto = next(free, "")
        if onto:
            start, end = spots[card].toPoint(), spots[onto].toPoint()
            QTest.mousePress(view, Qt.MouseButton.LeftButton, NONE, start)
            for step in range(1, 9):
                QTest.mouseMove(view, start + (end - start) * (step / 8))
            QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NONE, end)
        self.settle()

    def seen(self) -> Seen:
        """Return what is on the screen now; spots are in pixels of the window."""
        picture, view = self.canvas.map_scene.picture, self.canvas.viewport()
        cards = picture.cards if picture else ()
        corner = QPointF(view.mapTo(self.window, QPoint()))
        spots = {c.id: corner + self.canvas.to_viewport(QPointF(c.x, c.y)) for c in cards}
        places = {c.id: Rect(c.x, c.y, c.width, c.height) for c in cards}
        return Seen(places, spots, self.canvas.zoom())

    def _middles(self) -> dict[str, QPointF]:
        found = ((i, self.canvas.rect_of(i)) for i in self.canvas.map_scene.cards)
        return {i: self.canvas.rect_to_viewport(rect).center() for i, rect in found if rect}


def five() -> ArgumentMap:
    """Return a map of five cards."""
    made = edit.add_claim(ArgumentMap(), "The town should open the pool on Sundays all year.")
    claim = made.statements[0].id
    made = edit.add_premise(made, claim, "Many people have time for swimming only on Sundays.")
    reason = made.relations[0].premises[0]
    made = edit.add_premise(made, claim, "The pool is heated on Sundays anyway.")
    made = edit.add_rebuttal(made, claim, "Staff would have to be paid twice as much on Sundays.")
    return edit.add_premise(made, reason, "A survey of two thousand residents says so.")


MAPS: dict[str, Callable[[], ArgumentMap]] = {
    "five": five,
    "dispute": lambda: load(EXAMPLES / "indivisible-security.argmap.yaml").argument_map,
    "300": lambda: map_of(300),
}


def _far(one: dict[str, QPointF], other: dict[str, QPointF]) -> dict[str, float]:
    """Return how many pixels there are between where things are in both."""
    return {i: (one[i] - other[i]).manhattanLength() for i in one if i in other}


def measure(desk: Desk, argument_map: ArgumentMap, how: str, card: str) -> bool | None:
    """Make an edit and take it back, tell of it, and return whether all was as it should be.

    What cannot be done, as linking a premise with a claim that bears on nothing, is None.
    """
    if "linked" in how and not argument_map.relations_of(card):
        return None
    desk.look_at(argument_map, card)
    before, steps = desk.seen(), len(desk.session.document.done)
    if how == "dragged":
        desk.drag(card)
    desk.press(EDITS[how])
    after, patch = desk.seen(), diff(argument_map, desk.session.argument_map)
    if before == after:
        return None
    stays = moved_onto(patch)
    about = below(argument_map, card) if stays is not None else frozenset()
    moves = _far(before.spots, after.spots)
    stay = moves.get(card if stays is None else stays)
    view = desk.canvas.viewport()
    room = view.rect().translated(view.mapTo(desk.window, QPoint()))
    seen = [i for i in moves if i not in about and room.contains(before.spots[i].toPoint())]
    both = before.places.keys() & after.places.keys() - about
    turned = [
        pair
        for pair in pairs(argument_map)
        if both.issuperset(pair)
        and not sides(*(before.places[i] for i in pair)) & sides(*(after.places[i] for i in pair))
    ]
    for _ in range(len(desk.session.document.done) - steps):
        desk.session.undo()
        desk.settle()
    back = "folded" in how or max(_far(before.spots, desk.seen().spots).values(), default=0)
    told = "gone" if stay is None else f"{stay:.0f} px"
    others = f"{sum(moves[i] > CLOSE for i in seen)} of {len(seen)}"
    print(f"  {how:18} {card[:18]:18} {told:>8}, {others} in view move, {len(turned)} change sides")
    good = after.zoom == before.zoom and not turned and (back is True or back <= CLOSE)
    if not good:
        print(f"    zoom {before.zoom:.2f} to {after.zoom:.2f}, {turned}, undone {back} px apart")
    return good


def main() -> int:
    """Edit some cards of each map in each way."""
    app = application()
    bad = 0
    desk = Desk()
    for name in sys.argv[1:] or MAPS:
        argument_map = MAPS[name]()
        ids = [statement.id for statement in argument_map.statements]
        cards = [ids[0], *random.Random(3).sample(ids[1:], CARDS - 1)]
        print(name)
        for how in EDITS:
            bad += sum(measure(desk, argument_map, how, card) is False for card in cards)
    print(f"{bad} edits did what none should do")
    desk.session.text.mark_saved()
    desk.window.close()
    app.quit()
    return int(bad > 0)


if __name__ == "__main__":
    raise SystemExit(main())
