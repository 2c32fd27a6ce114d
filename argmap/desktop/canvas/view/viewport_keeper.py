"""What part of the picture is in view, as new pictures come and other cards are selected.

An edit never zooms, and scrolls only to show what it is about. The selected card stays where it is
on the screen; where cards only moved, what they bear on now stays, as they are the ones that go.
A map that was in view as a whole stays so as long as it fits: all of it gives way where it must.
Undo and redo bring back what was seen at the step (`trail`); where the user has looked elsewhere
since, as much as possible stays. A map that was seen whole at the zoom chosen here is fitted again
when the view gets another size, as where a pane opens beside it, unless a card is being written.
Whoever has zoomed by hand keeps their zoom.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF

from argmap.desktop.canvas.scene.arrow_item import middle_of
from argmap.desktop.canvas.scene.card_item import CardItem
from argmap.desktop.canvas.view.map_view import MapView
from argmap.desktop.canvas.view.trail import Seen, Trail
from argmap.desktop.canvas.view.zoom_view import PIXELS_PER_POINT
from argmap.drawing.picture import Picture, Piece
from argmap.model import walk
from argmap.model.groups import members
from argmap.model.history.concerned import moved_onto
from argmap.model.history.patch import Patch

READABLE = 0.54 * PIXELS_PER_POINT
"""The zoom, in pixels per point, below which texts are too small to read."""
_BEGINNING = 0.6 * PIXELS_PER_POINT
"""The zoom at which the beginning of a map is shown that cannot be read as a whole."""

_STILL = 1e-6
"""Points that are no distance, but an error of rounding."""
_ALIKE = 4
"""Points by which cards may move otherwise and still seem to keep together."""


def corner_in(picture: Picture, id_: str) -> QPointF | None:
    """Return where a picture has a card, or an arrow's dot or middle; None where it has not."""
    card, arrow = picture.card_by_id.get(id_), picture.arrow_by_id.get(id_)
    if card:
        return QPointF(card.x, card.y)
    return middle_of(arrow).topLeft() if arrow else None


class ViewportKeeper:
    """Zooms and scrolls a view where the user did not ask for it."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self._fresh = True
        self._fit_next = False
        self._branch = ""
        self._folded: frozenset[str] = frozenset()
        self._opened = ""
        """What was opened by itself, and no picture has shown yet."""
        self._selection_unseen = True
        self._stepped = False
        self._moved_onto: str | None = None
        self._edited = False
        self._own_zoom = 0.0
        self._fitted_at: tuple[float, QPointF] | None = None
        self._least = READABLE
        self._first = self._show_first
        """Shows what is seen first of a map, in a view that gets its size later."""
        self._opened_at: tuple[float, QPointF] | None = None
        self._pushed: tuple[tuple[float, QPointF] | None, QPoint] = None, QPoint()
        self._trail = Trail(view)
        self.writing: Callable[[], bool] = lambda: False
        """Tells whether a card is being written."""
        view.session.opened.connect(self._forget)
        view.session.view_changed.connect(self._compare_branches)
        view.session.changed.connect(self._map_changed)
        view.session.stepped.connect(self._step)
        view.resized.connect(self._resized)

    def fit(self, least: float = READABLE) -> None:
        """Show the whole picture, but never larger than 100 %, and keep it whole from now on.

        In a view that becomes smaller it stays whole down to the `least` zoom.
        """
        self._view.zoom_to_rect(self._view.bounds())
        self._own_zoom, self._fitted_at = self._view.zoom(), self._lie()
        self._pushed = None, QPoint()
        self._least = least

    def look_at(self, middle: QPointF, zoom: float) -> None:
        """Show a point of the scene in the middle, until the user looks elsewhere."""
        self._view.zoom_to(zoom)
        self._view.centerOn(middle)
        self._first = lambda: self.look_at(middle, zoom)
        self._opened_at = self._lie()

    def fit_next(self, least: float) -> None:
        """Fit the picture that comes next, as `fit` does."""
        self._fit_next, self._least = True, least

    def show(
        self, picture: Picture, held: str, committed: QRectF | None, *, drafting: bool
    ) -> None:
        """Show a picture; what is held stays where it is on the screen, if it is to be seen.

        A card that was just written is seen where it was `committed`. Else what lies nearest to the
        middle stays.
        """
        view = self._view
        aim = self._trail.back(stepped=self._stepped, drafting=drafting)
        back = aim is not None and corner_in(picture, aim.id) is not None
        if not back:
            aim = self._held_in(picture, view.session.seen_as(held), committed, drafting=drafting)
        corner = corner_in(picture, aim.id) if aim else None
        shift = self._shift(corner, aim.at) if corner and aim else QPointF()
        self._trail.begin(aim, stepped=self._stepped, drafting=drafting)
        glide = view.appearance.motion and not self._fresh
        about = corner or QPointF()
        view.map_scene.show_picture(picture, view.appearance.theme, shift, about, glide=glide)
        bounds = QRectF(picture.left, picture.top, picture.width, picture.height)
        if bounds != view.bounds():
            self._fitted_at = None
        stays_whole = not back and view.seen_whole()
        view.set_bounds(bounds)
        if self._fit_next:
            self.fit(self._least)
        elif self._fresh:
            self._show_first()
        elif corner and aim:
            view.scroll_point_to(corner, aim.at)
            if stays_whole:
                view.scroll_to_whole()
        self._selection_unseen |= self._stepped or self._moved_onto is not None
        self._fresh = self._fit_next = self._stepped = False
        self._moved_onto, self._edited = None, False

    def shown(self) -> None:
        """Take note that all is done about a new picture."""
        picture = self._view.map_scene.picture
        if self._opened and picture:
            self._show_opened(picture)
        self._trail.end()

    def _held_in(
        self, picture: Picture, held: str, committed: QRectF | None, *, drafting: bool
    ) -> Seen | None:
        """Return what stays where it is on the screen in a picture, and where that is."""
        if committed and corner_in(picture, held):
            at = self._view.to_viewport(committed.topLeft())
            return Seen(held, at, self._view.zoom())
        moving = self._stepped or self._moved_onto is not None
        if not drafting and moving:
            held = self._moved_onto or ""
            if self._stepped or not self._view.is_in_view(held):
                held = self._steadiest(picture)
        if not self._view.is_in_view(held) or corner_in(picture, held) is None:
            held = self._middlemost(picture)
        return self._trail.seen(held)

    def _shift(self, corner: QPointF, at: QPointF) -> QPointF:
        """Return how far a corner of the next picture is from what is seen there now."""
        shift = corner - self._view.to_scene(at)
        return QPointF() if shift.manhattanLength() < _STILL else shift

    def selection_changed(self) -> None:
        """Take note that something is selected that `show_selected` has not shown yet."""
        self._selection_unseen = True

    def show_selected(self, *, pointed: bool) -> None:
        """Show what was selected, once; what is `pointed` at with the mouse is seen already.

        What an edit selects is shown where its picture has it.
        """
        if self._edited:
            return
        session = self._view.session
        rect = self._view.map_scene.rect_at_rest(session.seen_as(session.current))
        if self._selection_unseen and rect:
            self._selection_unseen = False
            if not pointed:
                self._view.scroll_into_view(rect)

    def picture_late(self) -> None:
        """Take note that the picture of an edit may take long.

        Where a step brings back what was seen, nothing is to be scrolled before that comes.
        """
        back = self._stepped and self._trail.back(stepped=True, drafting=False)
        self._edited = self._edited and bool(back)

    def picture_lost(self) -> None:
        """Take note that the picture of an edit does not come at all."""
        self._edited = False

    def _map_changed(self, patch: Patch) -> None:
        """Take note that the picture that comes is of an edit, until it turns out to be a step."""
        self._stepped = False
        self._moved_onto = moved_onto(patch)
        self._edited = True

    def _step(self) -> None:
        """Take note that the picture that comes is of a step of undo or redo."""
        self._stepped = True

    def _resized(self, before: QRectF) -> None:
        """Fit again what was seen whole, and as the map was opened; else keep the card in view.

        What had to be scrolled for that comes back with the room.
        """
        view = self._view
        zoom = view.zoom_fitting(view.bounds())
        whole = before.adjusted(-1, -1, 1, 1).contains(view.rect_to_viewport(view.bounds()))
        fitted = view.zoom() == self._own_zoom and (whole or self._lies_as(self._fitted_at))
        if fitted and not self.writing() and zoom >= min(self._least, view.zoom()):
            self.fit(self._least)
        elif self._lies_as(self._opened_at) and not (fitted or self.writing()):
            self._first()
        else:
            self._keep_in_view(before)
            # As long as nothing else is looked at, it is fitted as soon as there is room again.
            self._fitted_at = self._lie() if fitted else None

    def _keep_in_view(self, before: QRectF) -> None:
        """Scroll as little as needed for the current card to be in view, if it was before."""
        view = self._view
        at, pushed = self._pushed
        current = view.place_of(view.session.current)
        seen = current is not None and before.contains(view.rect_to_viewport(current))
        if self._lies_as(at):
            view.scroll_by(-pushed.x(), -pushed.y())
        start = view.scroll_position()
        if current and seen:
            view.scroll_into_view(current)
        self._pushed = self._lie(), view.scroll_position() - start

    def _lie(self) -> tuple[float, QPointF]:
        """Return the zoom, and which point of the scene is in the corner of the window."""
        view = self._view
        corner = view.viewport().mapFrom(view.window(), QPoint())
        return view.zoom(), view.to_scene(QPointF(corner))

    def _lies_as(self, then: tuple[float, QPointF] | None) -> bool:
        """Whether the picture lies in the window as it did then."""
        zoom, corner = self._lie()
        return then is not None and then[0] == zoom and (then[1] - corner).manhattanLength() < 1

    def _show_first(self) -> None:
        """Fit the map; where that would be too small to read, show its beginning instead."""
        view = self._view
        self.fit()
        rect = view.rect_of(view.session.current)
        if view.zoom() < READABLE and rect:
            view.zoom_to(_BEGINNING)
            right, down = view.session.argument_map.direction.towards_premises
            view.centerOn(rect.center())
            room = view.viewport().rect()
            view.scroll_by(right * room.width() * 0.3, down * room.height() * 0.3)
            view.leave_no_blank()
            self._first, self._opened_at = self._show_first, self._lie()

    def _steadiest(self, picture: Picture) -> str:
        """Return a card in view that moves in a picture as most of those in view do, or nothing."""
        moves: dict[tuple[int, int], list[str]] = {}
        for item in self._view.items(self._view.viewport().rect()):
            card = item.card if isinstance(item, CardItem) else None
            there = picture.card_by_id.get(card.id) if card else None
            if card and there:
                move = round((there.x - card.x) / _ALIKE), round((there.y - card.y) / _ALIKE)
                moves.setdefault(move, []).append(card.id)
        return max(moves.values(), key=len)[0] if moves else ""

    def _middlemost(self, picture: Picture) -> str:
        """Return the card nearest to the middle of the view that a picture has too, or nothing."""
        view, last = self._view, self._view.map_scene.picture
        middle = view.to_scene(QPointF(view.viewport().rect().center())).toTuple()

        def far(card: Piece) -> float:
            across = abs(card.x + card.width / 2 - middle[0])
            return across + abs(card.y + card.height / 2 - middle[1])

        items = view.items(view.viewport().rect())
        for cards in (
            (item.card for item in items if isinstance(item, CardItem)),
            last.cards if last else (),
        ):
            kept = [card for card in cards if card.id in picture.card_by_id]
            if kept:
                return min(kept, key=far).id
        return ""

    def _forget(self) -> None:
        self._fresh, self._edited, self._opened_at, self._opened = True, False, None, ""
        self._trail.forget()

    def _compare_branches(self) -> None:
        """Fit the picture that comes, where it is of another branch, or of the whole again.

        Where something else is folded, what is selected is shown: it may be in a folded group now.
        So is all of what was opened by itself.
        """
        branch, folded = self._view.session.view.branch, self._view.session.view.folded
        self._fresh |= branch != self._branch
        self._selection_unseen |= folded != self._folded
        opened = self._folded - folded
        self._opened = next(iter(opened)) if len(opened) == 1 and not self._stepped else ""
        self._branch, self._folded = branch, folded

    def _show_opened(self, picture: Picture) -> None:
        """Scroll as little as needed to see all of what was opened, if it fits.

        That waits for a picture in which it is open.
        """
        view, argument_map = self._view, self._view.session.argument_map
        group = self._opened in argument_map.group_by_id
        below = walk.below(argument_map, [self._opened]) - {self._opened}
        inside = members(argument_map, self._opened) if group else below
        seen = {view.session.seen_as(id_) for id_ in inside} & picture.card_by_id.keys()
        if not seen:
            return
        own = [piece for piece in (*picture.cards, *picture.halos) if piece.id == self._opened]
        around = QRectF()
        for piece in (*own, *(picture.card_by_id[id_] for id_ in seen)):
            around |= QRectF(piece.x, piece.y, piece.width, piece.height)
        self._opened = ""
        if view.has_room_for(around) and not self.writing():
            view.scroll_into_view(around)
