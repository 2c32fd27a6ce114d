"""The find bar: what has the words is outlined in the map, gone through, and replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel

from argmap.desktop.find.hits import Hits, Index, index
from argmap.desktop.find.way_back import WayBack
from argmap.desktop.notices.notice import Notice, notice_of
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.desktop.widgets.bars.find_parts import STEPPERS, KeyedBar, button, line, side_by_side
from argmap.desktop.widgets.focus import go_round
from argmap.errors import ArgmapError
from argmap.model.edits.replacing import replace_words
from argmap.model.history.patch import Patch

_LIGHT = "find"
_KEY = "replaced"
_LARGE = 1000
"""In a map of more statements than this it takes a moment to find out what is said where."""
_WHERE = "Find in texts, titles, notes, tags, people, quotes and sources"
_BESIDE = ", not on the card"
_REPLACES = "In texts, titles, notes, tags and people; quotes and sources stay as they are"


class FindBar(KeyedBar):
    """A line to look for, a line to put in its place, and how many were found.

    `closed` says that the bar was left and nobody else wants the focus, so that the map can have
    it; `came_to` carries the hit that is gone to, which may be selected already and out of sight.
    """

    closed = Signal()
    came_to = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._before: tuple[str, ...] = ()
        self._going = False
        self._hits = Hits()
        self._way_back = WayBack(session)
        self._jobs: LatestOnly[Index] = LatestOnly()
        self._then: list[Callable[[], None]] = []
        self.words = line("Find", _WHERE)
        self.by = line("Replace with", "Replace with")
        self.count = QLabel()
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance("Nothing found_"))
        self.replace_one = button("Replace", self.replace_here, _REPLACES)
        self.replace_all = button("Replace all", self._replace_all, _REPLACES)
        self._replacing = (
            QLabel("Replace"),
            self.by,
            side_by_side(self.replace_one, self.replace_all),
        )
        self._lay_out()
        self.words.textEdited.connect(lambda _: self._prepared(self._find))
        self._hits.begin(session.argument_map)
        session.opened.connect(self._map_opened)
        session.changed.connect(self._map_changed)
        session.selection_changed.connect(self._selection_changed)
        self.hide()

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar, with what was looked for last ready to be typed over."""
        self.show()
        self._before = self._session.selection
        for widget in self._replacing:
            widget.setVisible(replacing)
        self._way_back.leave_for(self.words, self)
        self.words.selectAll()
        self._prepared(self._look_again)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go round in the bar."""
        return go_round(self, forward=forward)

    def close_down(self) -> None:
        """End, leaving no thread."""
        self._jobs.close()

    def step(self, by: int) -> None:
        """Select the next (1) or previous (-1) that matches, round and round."""
        self._prepared(partial(self._step, by))

    def _step(self, by: int) -> None:
        self._look()
        found = self._hits.in_order()
        if not found:
            self.open(replacing=self.by.isVisible())
            return
        at = self._at(found)
        if at is None:
            at = self._next_to_current(found) - (by > 0)
        self._go_to(found[(at + by) % len(found)])
        self._before = self._session.selection

    def close_bar(self) -> None:
        """Hide the bar, and outline nothing any more; without a hit all is as it was before."""
        self._then = []
        if self._hits.known is not None:
            self._look()
        if not self._hits.found:
            self._go_back()
        self.hide()
        self._session.highlight((), _LIGHT)
        if not self._way_back.go():
            self.closed.emit()

    def _prepared(self, then: Callable[[], None]) -> None:
        """Do something once it is known what is said where: in a large map that takes a moment."""
        hits, argument_map = self._hits, self._session.argument_map
        ready = hits.ordered and hits.known is not None
        if ready or len(argument_map.statements) < _LARGE:
            then()
            return
        self._then.append(then)
        if not self._jobs.busy:
            known = None if hits.known is None else dict(hits.known)
            self._jobs.start(lambda _cancel: index(argument_map, known), self._arrived)

    def _arrived(self, made: Index | ArgmapError) -> None:
        if isinstance(made, Index):
            self._hits.take(made)
        then, self._then = self._then, []
        for each in then:
            self._prepared(each)

    def _look(self) -> None:
        """Look for the words as they are now, unless that is done."""
        if self._hits.words != self.words.text():
            self._hits.look_for(self.words.text())

    def _look_again(self) -> None:
        self._look()
        self._tell()

    def _find(self) -> None:
        """Select the first match from the current item on, while the words are being typed."""
        self._look()
        found = self._hits.in_order()
        if not found:
            self._go_back()
            self._tell()
        elif self._session.current in found:
            self._go_to(self._session.current)
        else:
            self._go_to(found[self._next_to_current(found) % len(found)])

    def _go_to(self, hit: str) -> None:
        self.came_to.emit(hit)
        if hit != self._session.current:
            self._select([hit])
        self._tell()

    def _go_back(self) -> None:
        """Select what was selected before the words were typed of which nothing is found."""
        if self._before:
            self._select(self._before)

    def _select(self, ids: Iterable[str]) -> None:
        self._going = True
        self._session.select(ids)
        self._going = False

    def _selection_changed(self) -> None:
        """Take what somebody selects meanwhile for what is to be selected without a hit."""
        if not self._going:
            self._before = self._session.selection
        self._tell()

    def replace_here(self) -> None:
        """Replace the words in the current hit and go to the next; else go to a hit first."""
        self._prepared(self._replace_here)

    def _replace_here(self) -> None:
        self._look()
        current = self._session.current
        if current in self._hits.found:
            self._replace([current])
        self.step(1)

    def _replace_all(self) -> None:
        self._prepared(self._replace_found)

    def _replace_found(self) -> None:
        self._look()
        self._replace(self._hits.in_order())
        self._tell()

    def _replace(self, ids: Iterable[str]) -> None:
        """Replace the words in these, as one step, and say how many there were."""
        session, words, by = self._session, self.words.text().strip(), self.by.text()
        session.settle()
        try:
            after, count = replace_words(session.argument_map, ids, words, by)
        except ArgmapError as error:
            session.post_notice(notice_of(error, key=_KEY))
            return
        selection = session.selection
        patch = session.do(f"Replace “{words}” with “{by}”", after)
        self._select(selection)
        if patch:
            cards = len(patch.of("statements")) + len(patch.of("relations"))
            times = "once" if count == 1 else f"{count} times"
            places = "one card or step" if cards == 1 else f"{cards} cards and steps"
            text = f"“{words}” was replaced {times}, in {places}."
            session.post_notice(Notice(text, key=_KEY))
        elif not session.read_only:
            text = f"“{words}” stands only in quotes and sources there, which stay as they are."
            session.post_notice(Notice(text, key=_KEY))

    def _at(self, found: tuple[str, ...]) -> int | None:
        current = self._session.current
        return found.index(current) if current in found else None

    def _next_to_current(self, found: tuple[str, ...]) -> int:
        """Return the place in what was found of the first that comes after the current item."""
        place = self._hits.places()
        here = place.get(self._session.current, -1)
        return sum(place[id_] < here for id_ in found)

    def _map_opened(self) -> None:
        self._hits.begin(self._session.argument_map)
        if self.isVisible():
            self._prepared(self._look_again)

    def _map_changed(self, patch: Patch) -> None:
        self._hits.follow(patch, self._session.argument_map)
        self._tell()

    def _tell(self) -> None:
        """Say how many were found, and which of them is selected where that is known."""
        if self.isHidden():
            return
        hits = self._hits
        self._session.highlight(hits.found, _LIGHT)
        writable = bool(hits.found) and not self._session.read_only
        for each in (self.replace_one, self.replace_all):
            each.setEnabled(writable)
        if not hits.found:
            self.count.setText("Nothing found" if self.words.text().strip() else "")
            return
        at = self._at(hits.in_order()) if hits.ordered else None
        many = len(hits.found)
        beside = "" if at is None or hits.drawn(self._session.current) else _BESIDE
        self.count.setText(f"{many} found" if at is None else f"{at + 1} of {many}{beside}")

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 4, 8, 4)
        label = QLabel("Find")
        label.setBuddy(self.words)
        self._replacing[0].setBuddy(self.by)
        steppers = [
            button(name, partial(self.step, by), name, arrow) for name, arrow, by in STEPPERS
        ]
        close = button("Close", self.close_bar)
        for column, widget in enumerate(
            (label, self.words, self.count, side_by_side(*steppers, close))
        ):
            grid.addWidget(widget, 0, column)
        for column, widget in enumerate(self._replacing):
            grid.addWidget(widget, 1, column)
        grid.setColumnStretch(1, 1)
