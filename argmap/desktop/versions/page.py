"""Versions: the commits that changed the map's file, what each did, and bringing one back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from argmap.desktop.appearance import Appearance
from argmap.desktop.notices.notice import Notice
from argmap.desktop.reviewing.page import ReviewPage, button
from argmap.desktop.reviewing.picture_view import PictureView
from argmap.desktop.reviewing.words_view import WordsView
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.desktop.versions.past import Past, past
from argmap.desktop.widgets import plain_text
from argmap.drawing.options import DrawingOptions
from argmap.errors import ArgmapError, in_a_row
from argmap.merging.pairing import with_names_of
from argmap.store.file_history import Version, versions

_NO_FILE = "The map has no file yet. Save it, and commit it with git."
_UNKNOWN = "Git does not know this file yet. Add it with `git add`, and commit it."
_NO_GIT = "There is no history to show. {}"


class VersionsPage(ReviewPage):
    """The page; `comparison_wanted` carries the version to compare the map with."""

    comparison_wanted = Signal(object)

    def __init__(self, session: Session, appearance: Appearance) -> None:
        super().__init__("Versions", "Versions, the newest first")
        self._session = session
        self._appearance = appearance
        self._listing: LatestOnly[tuple[Version, ...]] = LatestOnly()
        self._looking: LatestOnly[Past] = LatestOnly()
        self._versions: tuple[Version, ...] = ()
        self._past: Past | None = None
        self.words = WordsView("What the version changed", appearance, most=10)
        self.view = PictureView("The picture of what the version changed", appearance)
        self._back = button(
            "&Bring this version back", self._bring_back, "One step, which undo takes back."
        )
        self._compare = button("&Compare with the map now", self._want_comparison)
        self._lay_out()
        self.rows.chosen.connect(self._look)
        appearance.changed.connect(lambda: self._look(self.rows.at))

    def enter(self) -> None:
        """List the versions anew, and put the focus on the list."""
        self.rows.setFocus(Qt.FocusReason.TabFocusReason)
        path = self._session.path
        self._list(())
        if path is None:
            self._say("Versions", _NO_FILE)
            return
        self._say(f"Versions of “{path.name}”", "Git is asked…")
        self._listing.start(lambda stop: versions(path.absolute(), stop), self._listed)

    def close_down(self) -> None:
        """End the work."""
        self._listing.close()
        self._looking.close()

    def _lay_out(self) -> None:
        self.pile.addWidget(self.words)
        line = QHBoxLayout()
        line.addWidget(self._back)
        line.addWidget(self._compare)
        line.addStretch(1)
        line.addLayout(self.steps())
        self.pile.addLayout(line)
        self.pile.addWidget(self.view, 1)

    def _listed(self, result: tuple[Version, ...] | ArgmapError) -> None:
        path = self._session.path
        title = f"Versions of “{path.name}”" if path else "Versions"
        if isinstance(result, ArgmapError):
            self._say(title, _NO_GIT.format(in_a_row(result.message, result.hint)))
        elif not result:
            self._say(title, _UNKNOWN)
        else:
            self._say(title, "")
            self._list(result)

    def _list(self, found: tuple[Version, ...]) -> None:
        self._versions = found
        rows = [f"{v.date}  {v.author}\n{v.subject}" for v in found]
        self.rows.fill(rows, 0)
        self.show_number()

    def _say(self, title: str, words: str) -> None:
        self.set_title(title)
        self.words.show_text(plain_text.shown(words))

    def _look(self, at: int) -> None:
        """Work out what the version of a row is and did."""
        self.show_number()
        self._past = None
        self._back.setEnabled(False)
        self._compare.setEnabled(False)
        path = self._session.path
        if path is None or not 0 <= at < len(self._versions):
            self._looking.cancel()
            self.view.clear()
            return
        version = self._versions[at]
        options = DrawingOptions(self._appearance.theme, engine=self._appearance.engine)
        file: Path = path.absolute()
        self._looking.start(lambda stop: past(file, version, options, stop), self._looked)

    def _looked(self, result: Past | ArgmapError) -> None:
        if isinstance(result, ArgmapError):
            self.words.show_text(plain_text.shown(in_a_row(result.message, result.hint)))
            self.view.clear()
            return
        self._past = result
        self.words.show_text("\n".join(result.sentences))
        self.view.show_picture(result.picture)
        self._back.setEnabled(not self._session.read_only)
        self._compare.setEnabled(True)

    def _bring_back(self) -> None:
        found = self._past
        if found is None:
            return
        date = found.version.date
        changed = self._session.attempt(
            f"Bring back the version of {date}", lambda m: with_names_of(found.argument_map, m)
        )
        text = (
            f"The map is as it was on {date}. Undo takes that back; the file waits until you save."
        )
        self._session.post_notice(Notice(text if changed else "The map is like that already."))
        self.left.emit()

    def _want_comparison(self) -> None:
        if self._past is not None:
            self.comparison_wanted.emit(self._past.version)
