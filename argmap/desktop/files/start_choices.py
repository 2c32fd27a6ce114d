"""What the start page offers: files, examples, and work that an ended program left behind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from argmap.desktop.application import Application
from argmap.desktop.files import examples, naming
from argmap.desktop.files.lost_work import InWords, Lost, LostWork
from argmap.desktop.files.opening import Opened
from argmap.desktop.files.start_page import Offer, StartPage, day
from argmap.desktop.notices.notice import Notice, Remedy, notice_of, reporting
from argmap.desktop.session import Session
from argmap.errors import ArgmapError, Severity, in_a_row, shortened
from argmap.store import yaml_file
from argmap.store.journal import Recovery, set_aside

_LOST = "lost"
_UNREADABLE = "unreadable"


class StartChoices(QObject):
    """Fills the start page of one window, and asks for what is chosen there.

    `page_wanted` says that the user wants to see the page.
    """

    page_wanted = Signal()

    def __init__(self, session: Session, application: Application, page: StartPage) -> None:
        super().__init__(page)
        self._session = session
        self._application = application
        self._page = page
        self._lost = LostWork(self)
        self._shown: tuple[Recovery, ...] | None = None
        self._words: dict[Path, InWords] = {}
        page.new_wanted.connect(lambda: application.new_map_requested.emit(session))
        page.recent_chosen.connect(lambda path: application.file_requested.emit(path, session))
        page.example_chosen.connect(self.open_example)
        page.recovery_chosen.connect(self._recover)
        page.come_back_to.connect(self.follow)

    def fill(self) -> None:
        """Show what there is now."""
        self._fill_page()
        self._lost.look(self._show)

    def look_again(self) -> None:
        """Look anew for lost work, and tell what there is and what still cannot be read."""
        self._fill_page()
        self._lost.look(self._looked_again)

    def tell_failed(self, recovery: Recovery, error: ArgmapError) -> None:
        """Tell why something was not recovered, unless the page or what is found tells the same."""
        self._lost.look(partial(self._looked_for, recovery, error))

    def close(self) -> None:
        """Look for nothing any more."""
        self._lost.close()

    def _fill_page(self) -> None:
        self._session.withdraw_notices(_LOST)
        back = "" if self._session.untouched else naming.file_name(self._session)
        self._page.fill(self._application.recent_files.paths, examples.titles(), back)

    def follow(self) -> None:
        """Offer no more what another window has recovered meanwhile."""
        if self._shown is not None and self._page.isVisible():
            self._lost.look(self._show_others)

    def _show_others(self, lost: Lost) -> None:
        if lost.recoveries != self._shown:
            self._show(lost)

    def _show(self, lost: Lost) -> None:
        unreadable = {each.file for each in lost.unreadable}
        kept = [each for each in self._shown or () if each.file in unreadable]
        self._shown = (*lost.recoveries, *kept)
        self._words |= lost.words
        self._tell_unreadable(lost)
        self._page.offer([_offer_of(each, lost.of(each)) for each in lost.recoveries], kept)

    def _looked_again(self, lost: Lost) -> None:
        self._show(lost)
        self._offer(None, lost, again=True)

    def _looked_for(self, recovery: Recovery, error: ArgmapError, lost: Lost) -> None:
        self._looked_again(lost)
        unreadable = any(each.file == recovery.file for each in lost.unreadable)
        page_tells = self._page.isVisible() and recovery not in lost.recoveries
        if not (unreadable or page_tells):
            self._session.post_notice(notice_of(error))

    def open_example(self, path: Path) -> None:
        """Open an example as a new map that has no file yet, so that trying things is safe."""
        with reporting(self._session.post_notice):
            opened = Opened(yaml_file.load(path))
            self._application.map_requested.emit(opened, self._session)

    def offer_lost_work(self, path: Path | None = None, *, again: bool = False) -> None:
        """Tell of work that can be recovered, where the start page does not show it.

        With a path, only of that file's, each time that it is opened; else of all, with `again`
        or if some of it is news to the user. What was lost of the file that is open comes first:
        the others are told of when that is settled.
        """
        self._lost.look(partial(self._offer, path, again=again))

    def _offer(self, path: Path | None, found: Lost, *, again: bool) -> None:
        self._tell_unreadable(found)
        own = path or self._session.path
        lost = _of_file(found.recoveries, own)
        if not lost and not path and (again or self._is_news(found.recoveries)):
            own, lost = None, found.recoveries
        know = partial(self._know, found)
        if self._page.isVisible():
            know(found.recoveries)
        elif not lost or self._application.awaited:
            self._session.withdraw_notices(_LOST)
        elif len(lost) == 1:
            self._words |= found.words
            name, when = found.of(lost[0]).title, day(lost[0].when)
            text = f"“{name}” was not saved when the program ended, {when}."
            recover = Remedy("Recover", lambda: self._recover(lost[0]))
            self._tell_lost(text, recover, partial(know, lost))
        else:
            what = f"versions of “{own.name}”" if own else "maps"
            text = f"{len(lost)} {what} were not saved when the program ended."
            show = Remedy("Show", partial(self._turn_to, partial(know, lost)))
            self._tell_lost(text, show, partial(know, lost))

    def _is_news(self, lost: Iterable[Recovery]) -> bool:
        known = self._application.known_losses.read()
        return any(recovery.file.name not in known for recovery in lost)

    def _tell_lost(self, text: str, remedy: Remedy, known: Callable[[], None]) -> None:
        self._session.post_notice(Notice(text, Severity.WARNING, (remedy,), _LOST, known))

    def _turn_to(self, known: Callable[[], None]) -> None:
        known()
        self.page_wanted.emit()

    def _know(self, found: Lost, lost: Iterable[Recovery]) -> None:
        """Take note that the user has seen what was lost; it is not told at the next start."""
        self._session.withdraw_notices(_LOST)
        seen = {recovery.file.name for recovery in lost}
        known = self._application.known_losses.read()
        if not seen <= set(known):
            there = {recovery.file.name for recovery in found.recoveries}
            self._application.known_losses.write(sorted(there & (seen | set(known))))

    def _recover(self, recovery: Recovery) -> None:
        known = self._words.get(recovery.file)
        title = known.title if known else ""
        self._application.recovery_requested.emit(recovery, self._session, title)

    def _tell_unreadable(self, lost: Lost) -> None:
        """Tell of journals that cannot be read: just now, or damaged ones to be put aside."""
        unreadable = lost.unreadable
        if not unreadable:
            self._session.withdraw_notices(_UNREADABLE)
            return
        error = unreadable[0].told()
        others = len(unreadable) - 1
        also = f"So are {others} more." if others > 1 else "So is one more." if others else ""
        damaged = [each.file for each in unreadable if each.damaged]
        aside = Remedy("Put aside", lambda: self._put_aside(damaged))
        again = Remedy("Try again", self.look_again)
        text = in_a_row(error.message, error.hint, also)
        remedies = ((again,) if len(damaged) <= others else ()) + ((aside,) if damaged else ())
        self._session.post_notice(Notice(text, Severity.ERROR, remedies, _UNREADABLE))

    def _put_aside(self, files: Iterable[Path]) -> None:
        with reporting(self._session.post_notice):
            for file in files:
                set_aside(file)
        self._lost.look(self._tell_unreadable)


def _offer_of(recovery: Recovery, words: InWords) -> Offer:
    when, count = recovery.when, words.count
    some = f", {count} statements" if count > 1 else ", 1 statement" if count else ""
    claim = f"“{shortened(words.claim)}”" if words.claim not in {"", words.title} else ""
    return Offer(words.title, f"Not saved, {day(when)}:{when:%S}{some}", claim, recovery)


def _of_file(lost: Iterable[Recovery], path: Path | None) -> tuple[Recovery, ...]:
    real = path and path.resolve()
    return tuple(recovery for recovery in lost if real and recovery.path == real)
