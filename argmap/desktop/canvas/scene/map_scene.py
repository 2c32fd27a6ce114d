"""The items of the picture that is shown, and the way from one picture to the next.

Items are kept by id: a card that is in both pictures glides to its new place, one that is new
appears, one that is gone leaves. A card that was only moved keeps everything it has prepared. An
arrow of the same course glides too; one that takes another course fades in.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QVariantAnimation
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from argmap.desktop.canvas.scene.items import PLAIN, ArrowItem, CardItem, FrameItem, State
from argmap.drawing.marks import UNMARKED, Marks
from argmap.drawing.picture import Arrow, Picture
from argmap.drawing.theme import Theme

_GLIDE_MS = 170
_MOST_GLIDING = 400
"""More cards than this jump: so many moving things help nobody, and cost frames."""


class Scene(QGraphicsScene):
    """Cards, arrows and frames of one Picture."""

    def __init__(self) -> None:
        super().__init__()
        self.picture: Picture | None = None
        self.cards: dict[str, CardItem] = {}
        self.arrows: dict[str, ArrowItem] = {}
        self._frames: list[FrameItem] = []
        self._standing: set[str] = set()
        self._paths: list[tuple[QGraphicsItem, QPointF, QPointF]] = []
        self._fading: list[ArrowItem] = []
        self._glide = QVariantAnimation(self)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setDuration(_GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._gone_along)
        self._glide.finished.connect(self._arrived)

    def show_picture(self, picture: Picture, theme: Theme, shift: QPointF, *, glide: bool) -> None:
        """Show a picture; the view makes up for the shift, so glides begin shifted by it."""
        self._glide.stop()
        self.picture = picture
        accent = theme.lines["selection"]
        self._arrows_are_there()
        self._paths = []
        self._take_cards(picture, accent, shift)
        self._take_arrows(picture, accent, shift)
        self._take_frames(picture)
        gliding = sum(start != end for _, start, end in self._paths)
        if glide and 0 < gliding <= _MOST_GLIDING:
            self._gone_along(0.0)
            self._paths = [path for path in self._paths if path[1] != path[2]]
            self._glide.start()
        else:
            self._arrived()

    def place_of(self, id_: str) -> QRectF | None:
        """Return where a card lies, or the dot or middle of an arrow; None for what is not here."""
        item = self.cards.get(id_) or self.arrows.get(id_)
        return item.place if item else None

    def stand_out(self, states: dict[str, State]) -> None:
        """Show how each item stands out; those that are not named are plain."""
        for id_ in self._standing | states.keys():
            item = self.cards.get(id_) or self.arrows.get(id_)
            if item:
                item.stand_out(states.get(id_, PLAIN))
        self._standing = set(states)

    def mark(self, marks: Marks, theme: Theme) -> None:
        """Show the badges of these marks on the cards before a picture with them is there."""
        for id_, card in self.cards.items():
            mark = marks.get(id_, UNMARKED)
            card.show_badge(mark.badge, theme.lines.get(mark.line, theme.muted))

    def stop(self) -> None:
        """End a glide at once."""
        self._glide.stop()
        self._arrived()

    def empty(self) -> None:
        """Let go of all items now, rather than whenever Python finds them to be garbage."""
        self.stop()
        for items in (self.cards, self.arrows):
            items.clear()
        self._frames = []
        self._standing = set()
        self.clear()

    def _take_cards(self, picture: Picture, accent: str, shift: QPointF) -> None:
        for id_ in self.cards.keys() - picture.card_by_id.keys():
            self.removeItem(self.cards.pop(id_))
        for card in picture.cards:
            to = QPointF(card.x, card.y)
            item = self.cards.get(card.id)
            if item is None:
                item = self.cards[card.id] = CardItem(card, accent)
                item.setPos(to)
                self.addItem(item)
                continue
            if item.card.operations is not card.operations or item.badge is not None:
                item.show_card(card, accent)
            self._paths.append((item, item.pos() + shift, to))

    def _take_arrows(self, picture: Picture, accent: str, shift: QPointF) -> None:
        for id_ in self.arrows.keys() - picture.arrow_by_id.keys():
            self.removeItem(self.arrows.pop(id_))
        for arrow in picture.arrows:
            item = self.arrows.get(arrow.id)
            if item is None:
                item = self.arrows[arrow.id] = ArrowItem(arrow, accent)
                self.addItem(item)
                self._fading.append(item)
                continue
            moved = _moved(item.arrow, arrow)
            start = item.pos() + shift - moved if moved is not None else QPointF()
            if item.arrow != arrow:
                item.show_arrow(arrow, accent)
            if moved is None:
                self._fading.append(item)
            self._paths.append((item, start, QPointF()))

    def _take_frames(self, picture: Picture) -> None:
        for frame in self._frames:
            self.removeItem(frame)
        self._frames = [FrameItem(frame) for frame in picture.frames]
        for frame in self._frames:
            self.addItem(frame)

    def _gone_along(self, share: float) -> None:
        for item, start, end in self._paths:
            item.setPos(start + (end - start) * share)
        for arrow in self._fading:
            arrow.setOpacity(share)

    def _arrived(self) -> None:
        for item, _, end in self._paths:
            item.setPos(end)
        self._paths = []
        self._arrows_are_there()

    def _arrows_are_there(self) -> None:
        for arrow in self._fading:
            arrow.setOpacity(1)
        self._fading = []


def _moved(old: Arrow, new: Arrow) -> QPointF | None:
    """Return how far an arrow of the same course has moved, or None for another course."""
    if old is new:
        return QPointF()
    parts = [(e.x, e.y, e.curve, e.operations) for e in old.edges]
    others = [(e.x, e.y, e.curve, e.operations) for e in new.edges]
    if [part[2:] for part in parts] != [part[2:] for part in others]:
        return None
    steps = {(x - a, y - b) for (a, b, *_), (x, y, *_) in zip(parts, others, strict=True)}
    return QPointF(*steps.pop()) if len(steps) == 1 else None


def united(places: Iterable[QRectF]) -> QRectF:
    """Return the rectangle around all of these."""
    around = QRectF()
    for place in places:
        around = around.united(place)
    return around
