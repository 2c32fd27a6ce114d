"""The items of the picture that is shown, and the way from one picture to the next.

Items are kept by id: a card that is in both pictures glides to its new place, one that is new
appears, one that is gone leaves. A card that was only moved keeps everything it has prepared; what
is the very same thing as before is not touched. An arrow of the same course glides too; one that
takes another course fades in. Where many are new, or elsewhere, they are seen to in slices, those
near to what is looked at first, so that nobody waits for what is far away. What differs from the
picture before is found beside the window (`changes`): an edit looks at no other item.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import dist

from PySide6.QtCore import QPointF, QRectF, QTimer, Signal
from PySide6.QtWidgets import QGraphicsScene

from argmap.desktop.canvas.scene.arrow_item import ArrowItem
from argmap.desktop.canvas.scene.card_item import CardItem
from argmap.desktop.canvas.scene.changes import SLICE, Changes, distances, furthest_first
from argmap.desktop.canvas.scene.gliding import MOST, Gliding
from argmap.desktop.canvas.scene.halo_item import HaloItem
from argmap.desktop.canvas.scene.item import NO_HIGHLIGHT, Highlight
from argmap.desktop.canvas.scene.things import (
    corner,
    ids_of,
    offset,
    rect_of,
    same_dot,
    shown_by,
    thing_of,
)
from argmap.drawing.marks import NO_MARKS, UNMARKED, Marks
from argmap.drawing.picture import Arrow, Picture, Piece, Point
from argmap.drawing.theme import Theme

_FEW = 400
"""Where more items than this are highlighted otherwise, all that is in view is painted again:
to ask for each costs more."""
_FAR = 1000
"""Whoever has scrolled further, in points, is shown first what is there now."""


class MapScene(QGraphicsScene):
    """Cards, arrows and halos of one Picture; `settled` says that nothing glides any more.

    `touched` counts the items that were made, moved or given another drawing, `looked_at` those
    that were compared with a picture.
    """

    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.picture: Picture | None = None
        self.touched = self.looked_at = 0
        self.foreseen: Changes | None = None
        """What differs in the next picture, where somebody has found that out."""
        self.seen: Point = (0.0, 0.0)
        """What is looked at when the next picture comes."""
        self.title_of: Callable[[str], str] = lambda _id: ""
        """Tells what a card says when there is room for a few words only."""
        self.comes_from: dict[str, QPointF] = {}
        """Where new cards of the next picture were seen already, from where they glide."""
        self.cards: dict[str, CardItem] = {}
        self.arrows: dict[str, ArrowItem] = {}
        self._halos: list[HaloItem] = []
        self._highlights: dict[str, Highlight] = {}
        self._marks: Marks = NO_MARKS
        self._accent = ""
        self._badged: set[str] = set()
        self._still_to_make: dict[str, Piece | Arrow] = {}
        """What is not yet as the picture has it, the furthest first: to be made, or moved."""
        self._still_to_go: list[CardItem | ArrowItem] = []
        """Items of what the picture has no more, the furthest first."""
        self._slices = QTimer(self)
        self._slices.timeout.connect(self._next_slice)
        self.glide = Gliding(self)
        self.glide.ended.connect(self.settled)

    def show_picture(
        self, picture: Picture, theme: Theme, shift: QPointF, about: QPointF, *, glide: bool
    ) -> None:
        """Show a picture; the view makes up for the shift, so glides begin shifted by it.

        What is near to the point `about` of the picture is there first.
        """
        self.glide.stop()
        before, self.picture = self.picture, picture
        self._accent = theme.lines["selection"]
        seen = about - shift
        if not glide or len(picture.cards) > MOST:
            glide, shift = glide and shift.isNull(), QPointF()
        still, known = shift.isNull(), self._foreseen(before, picture)
        things = self._other(known) if known and still else self._different(picture, still=still)
        gone = known.gone if known else {*self.cards, *self.arrows} - ids_of(picture)
        items = (self.cards.pop(id_, None) or self.arrows.pop(id_, None) for id_ in gone)
        self._still_to_go += [item for item in items if item]
        self.glide.forget()
        self._badged = set()
        if len(things) <= MOST or not still:
            things = {i: thing for i, thing in things.items() if not self._follow(thing, shift)}
        self._update_halos(picture)
        self.touched += len(things) + self.glide.moves
        ordered = known is not None and dist(known.seen, self.seen) < _FAR
        if not (ordered and still):
            things = self._in_order(things, about, seen)
        if not ordered:
            self._sort_gone(seen)
        self._still_to_make = things
        self._make_slice()
        self._remove_slice()
        self.glide.run(glide=glide)

    def halos_of(self, group: str) -> list[HaloItem]:
        """Return the halos of a group, those with a title first."""
        own = [halo for halo in self._halos if halo.id == group]
        return sorted(own, key=lambda halo: halo.title_rect is None)

    @property
    def making(self) -> bool:
        """Whether items of the picture are still to be made, moved, or removed."""
        return bool(self._still_to_make or self._still_to_go)

    def rect_of(self, id_: str) -> QRectF | None:
        """Return the rectangle of a card, or of an arrow's dot or middle; None if not here."""
        if id_ in self._still_to_make:
            return rect_of(self._still_to_make[id_])
        item = self.cards.get(id_) or self.arrows.get(id_)
        return item.scene_rect if item else None

    def rect_at_rest(self, id_: str) -> QRectF | None:
        """Return where the picture has a card or arrow, be it that it is still on its way there."""
        if not self.glide.running or self.picture is None:
            return self.rect_of(id_)
        thing = thing_of(self.picture, id_)
        return rect_of(thing) if thing else None

    def rect_around(self, ids: Iterable[str]) -> QRectF:
        """Return the rectangle around cards and arrows; null where none of them is here."""
        around = QRectF()
        for id_ in ids:
            around = around.united(self.rect_of(id_) or QRectF())
        return around

    def set_highlights(self, highlights: dict[str, Highlight]) -> None:
        """Highlight these items; all others not at all."""
        for halo in self._halos:
            halo.set_highlight(highlights.get(halo.id, NO_HIGHLIGHT))
        before, self._highlights = self._highlights, highlights
        others = [
            id_
            for id_ in before.keys() | highlights.keys()
            if before.get(id_) is not highlights.get(id_)
        ]
        for id_ in others:
            item = self.cards.get(id_) or self.arrows.get(id_)
            if item:
                item.set_highlight(highlights.get(id_, NO_HIGHLIGHT), paint=len(others) <= _FEW)
        if len(others) > _FEW:
            self.update()

    def show_badges(self, marks: Marks, theme: Theme) -> None:
        """Show the badges of these marks on the cards before a picture with them is there."""
        last, self._marks = self._marks, marks
        for id_ in {i for i in last.keys() | marks.keys() if last.get(i) != marks.get(i)}:
            card, mark = self.cards.get(id_), marks.get(id_, UNMARKED)
            if card:
                card.show_badge(mark.badge, theme.lines.get(mark.line, theme.muted))
                self._badged.add(id_)

    def remove_items(self) -> None:
        """Remove all items now, rather than whenever Python finds them to be garbage."""
        self._slices.stop()
        self._still_to_make, self._still_to_go = {}, []
        self.glide.finish()
        for items in (self.cards, self.arrows):
            items.clear()
        self._halos = []
        self._highlights = {}
        self.clear()

    def _foreseen(self, before: Picture | None, picture: Picture) -> Changes | None:
        """Return what is known of how a picture differs; None for nothing."""
        known = self.foreseen
        return known if known and known.before is before and known.after is picture else None

    def _other(self, foreseen: Changes) -> dict[str, Piece | Arrow]:
        """Return what is not shown as a picture has it, of which is known how it differs."""
        ids = dict.fromkeys((*self._still_to_make, *self.glide.ids, *self._badged))
        late = {id_: thing_of(foreseen.after, id_) for id_ in ids if id_ not in foreseen.other}
        self.looked_at += len(foreseen.other) + len(late)
        found = {i: thing for i, thing in late.items() if thing and self._differs(thing)}
        return found | dict(foreseen.other)

    def _different(self, picture: Picture, *, still: bool) -> dict[str, Piece | Arrow]:
        """Return the things that are not shown as a picture has them.

        Where everything is seen shifted, nothing is where it was.
        """
        things: list[Piece | Arrow] = [*picture.cards, *picture.arrows]
        self.looked_at += len(things)
        return {thing.id: thing for thing in things if not still or self._differs(thing)}

    def _differs(self, thing: Piece | Arrow) -> bool:
        """Whether a thing has no item, or that is another drawing, or elsewhere."""
        if thing.id in self._still_to_make:
            return True
        if isinstance(thing, Piece):
            card = self.cards.get(thing.id)
            return not card or card.card is not thing or card.badge is not None or card.away
        arrow = self.arrows.get(thing.id)
        return not arrow or arrow.arrow is not thing or arrow.away

    def _follow(self, thing: Piece | Arrow, shift: QPointF) -> bool:
        """Let the item of a thing go to its place; return whether it has one already."""
        if isinstance(thing, Piece):
            return self._follow_card(thing, shift)
        return self._follow_arrow(thing, shift)

    def _follow_card(self, card: Piece, shift: QPointF) -> bool:
        item, came_from = self.cards.get(card.id), self.comes_from.get(card.id)
        if item:
            came_from = item.pos()
            self._redraw_card(item, card)
        elif came_from is None:
            return False
        else:
            item = self._add_card(card)
        self.glide.add(item, came_from + shift, corner(card))
        return True

    def _follow_arrow(self, arrow: Arrow, shift: QPointF) -> bool:
        item = self.arrows.get(arrow.id)
        if item is None:
            return False
        moved = offset(item.arrow, arrow)
        start = item.pos() + shift - moved if moved is not None else QPointF()
        self._redraw_arrow(item, arrow, moved)
        if moved is None:
            self.glide.fade_in(item)
        self.glide.add(item, start, QPointF())
        return True

    def _redraw_card(self, item: CardItem, card: Piece) -> None:
        if item.card.operations is not card.operations or item.badge is not None:
            item.show_card(card, self._accent)
            self.touched += 1
        item.card = card

    def _redraw_arrow(self, item: ArrowItem, arrow: Arrow, moved: QPointF | None) -> None:
        if arrow is not item.arrow:
            self.touched += 1
            if moved is not None and same_dot(item.arrow, arrow):
                item.move_to(arrow)
            else:
                item.show_arrow(arrow, self._accent)

    def _in_order(
        self, things: dict[str, Piece | Arrow], about: QPointF, seen: QPointF
    ) -> dict[str, Piece | Arrow]:
        """Return things in the order opposite to that in which they are seen to.

        Those near to a point come first then, and those that are seen near to another point.
        """
        if len(things) <= SLICE:
            return dict(reversed(things.items()))
        far = distances(things.values(), *about.toTuple())
        for at, id_ in enumerate(things):
            item = self.cards.get(id_) or self.arrows.get(id_)
            if item:
                far[at] = min(far[at], *distances([shown_by(item)], *seen.toTuple()))
        return furthest_first(things, far)

    def _make_slice(self) -> None:
        """See to some more; a picture's cards and arrows come in any order."""
        todo = self._still_to_make
        for _, thing in (todo.popitem() for _ in range(min(SLICE, len(todo)))):
            if isinstance(thing, Piece):
                self._put_card(thing)
            else:
                self._put_arrow(thing)
        self._go_on_soon()

    def _sort_gone(self, seen: QPointF) -> None:
        """Have what is near to what is seen now taken away first."""
        if len(self._still_to_go) > SLICE:
            far = distances(map(shown_by, self._still_to_go), *seen.toTuple())
            order = sorted(range(len(far)), key=far.__getitem__, reverse=True)
            self._still_to_go = [self._still_to_go[at] for at in order]

    def _remove_slice(self) -> None:
        for _ in range(min(SLICE, len(self._still_to_go))):
            self.removeItem(self._still_to_go.pop())
        self._go_on_soon()

    def _next_slice(self) -> None:
        """See to some more: what is gone goes first."""
        (self._remove_slice if self._still_to_go else self._make_slice)()

    def _go_on_soon(self) -> None:
        if not self.making:
            self._slices.stop()
        elif not self._slices.isActive():
            self._slices.start()

    def _put_card(self, card: Piece) -> None:
        item = self.cards.get(card.id)
        if item:
            self._redraw_card(item, card)
            item.setPos(card.x, card.y)
            item.away = False
        else:
            self._add_card(card)

    def _put_arrow(self, arrow: Arrow) -> None:
        item = self.arrows.get(arrow.id)
        if item:
            self._redraw_arrow(item, arrow, offset(item.arrow, arrow))
            item.setPos(0, 0)
            item.away = False
        else:
            self._add_arrow(arrow)

    def _add_card(self, card: Piece) -> CardItem:
        item = self.cards[card.id] = CardItem(card, self._accent, self.title_of)
        item.setPos(card.x, card.y)
        item.set_highlight(self._highlights.get(card.id, NO_HIGHLIGHT))
        self.addItem(item)
        return item

    def _add_arrow(self, arrow: Arrow) -> None:
        item = self.arrows[arrow.id] = ArrowItem(arrow, self._accent)
        item.set_highlight(self._highlights.get(arrow.id, NO_HIGHLIGHT))
        self.addItem(item)
        if not self._slices.isActive():
            self.glide.fade_in(item)

    def _update_halos(self, picture: Picture) -> None:
        if [item.halo for item in self._halos] == list(picture.halos):
            return
        for halo in self._halos:
            self.removeItem(halo)
        self._halos = [HaloItem(halo, self._accent) for halo in picture.halos]
        for halo in self._halos:
            halo.set_highlight(self._highlights.get(halo.id, NO_HIGHLIGHT))
            self.addItem(halo)
