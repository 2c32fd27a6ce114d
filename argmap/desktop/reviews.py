"""The pages about versions of the map: the resolver, the comparison, and the history in git.

They stand in place of the picture. What they need of files and of git meets here; the pages know
the session alone. Each is loaded and made when it is asked for, not when a window starts.
"""

from __future__ import annotations

import threading
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from argmap.desktop.appearance import Appearance
from argmap.desktop.application import Application
from argmap.desktop.files import importing, opening
from argmap.desktop.files.files import Files
from argmap.desktop.notices.notice import Notice, notice_of
from argmap.desktop.pages import Pages
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.desktop.widgets.run_dialog import ask_words
from argmap.errors import ArgmapError, Problem, Severity, in_a_row
from argmap.model.argument_map import ArgumentMap

if TYPE_CHECKING:
    from argmap.desktop.comparing.compared import Other
    from argmap.desktop.comparing.page import ComparePage
    from argmap.desktop.resolving.page import ResolvePage
    from argmap.desktop.reviewing.page import ReviewPage
    from argmap.desktop.versions.page import VersionsPage
    from argmap.store.file_history import Version

    Page = TypeVar("Page", bound=ReviewPage)

_KEY = "git"


class Reviews(QObject):
    """Shows the pages, and does what is asked for on them.

    `finished` says that all is settled and saved, and that another program waits for that.
    """

    finished = Signal()

    def __init__(
        self,
        *,
        session: Session,
        application: Application,
        pages: Pages,
        files: Files,
        appearance: Appearance,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._application = application
        self._pages = pages
        self._made: list[ReviewPage] = []
        self._appearance = appearance
        self._files = files
        self._window = window
        self._over = False
        self._asking: LatestOnly[bool] = LatestOnly()
        self._telling: LatestOnly[None] = LatestOnly()
        self._merging: LatestOnly[tuple[Problem, ...]] = LatestOnly()
        # Later, as whoever saves is not done with the window yet.
        self._files.disk.written.connect(self._saved, Qt.ConnectionType.QueuedConnection)
        files.disk.comparison_wanted.connect(self.compare_with_disk)
        files.merge_wanted.connect(self.merge_anew)
        session.opened.connect(self._opened)

    @cached_property
    def resolver(self) -> ResolvePage:
        """The page on which is settled what a merge left."""
        from argmap.desktop.resolving.page import ResolvePage

        page = self._add(ResolvePage(self._session, self._appearance))
        page.saving_wanted.connect(self._save)
        page.telling_wanted.connect(self._save_and_tell)
        page.closes = self._application.awaited
        return page

    @cached_property
    def comparison(self) -> ComparePage:
        """The page of what differs from another version."""
        from argmap.desktop.comparing.page import ComparePage

        return self._add(ComparePage(self._session, self._appearance))

    @cached_property
    def versions(self) -> VersionsPage:
        """The page of the versions in git."""
        from argmap.desktop.versions.page import VersionsPage

        page = self._add(VersionsPage(self._session, self._appearance))
        page.comparison_wanted.connect(self._compare_version)
        return page

    def resolve(self) -> None:
        """Show what is to be settled."""
        from argmap.store.file_history import unmerged

        self._show(self.resolver)
        path = self._session.path
        if path is not None:
            self._asking.start(lambda stop: unmerged(path.absolute(), stop), self._show_unmerged)

    def show_versions(self) -> None:
        """Show the history of the file in git."""
        self._show(self.versions)

    def compare_with_file(self) -> None:
        """Ask for a file, and compare the map with it."""
        from argmap.desktop.comparing.compared import Other

        folder = self._session.path.parent if self._session.path else Path.cwd()
        name, _ = QFileDialog.getOpenFileName(
            self._window, "Compare with", str(folder), importing.filter_to_open()
        )
        if name:
            self._compare(Other(f"“{Path(name).name}”", lambda _stop: _map_of_file(Path(name))))

    def compare_with_disk(self) -> None:
        """Compare the map with what its file holds now."""
        from argmap.desktop.comparing.compared import Other

        path = self._session.path
        if path is None:
            self._session.post_notice(Notice("The map has no file yet, so nothing is on the disk."))
            return
        title = f"“{path.name}” as it is on the disk"
        self._compare(Other(title, lambda _stop: _map_of_file(path)))

    def compare_with_version(self) -> None:
        """Ask for a version in git, and compare the map with it."""
        from argmap.desktop.comparing.compared import Other
        from argmap.desktop.versions.past import map_in
        from argmap.store.file_history import in_commit

        path = self._session.path
        if path is None:
            self._session.post_notice(Notice("The map has no file yet, so git does not know it."))
            return

        def compare(revision: str) -> None:
            def read(stop: threading.Event) -> ArgumentMap:
                return map_in(in_commit(path.absolute(), revision, stop), path.name)

            self._compare(Other(f"“{path.name}” in {revision}", read, older=True))

        words = ("Compare with a version in git", "A commit, a branch or a tag:")
        ask_words(self._window, words, compare, self._session.drop_text, text="HEAD")

    def merge_anew(self) -> None:
        """Merge the file as a map, which git merged as a text, and show what is left to settle."""
        from argmap.remerging import merge_anew

        path = self._session.path
        if path is not None:
            self._merging.start(lambda _stop: merge_anew(path.absolute()), self._merged)

    def close(self) -> None:
        """End all work."""
        for jobs in (self._asking, self._telling, self._merging):
            jobs.close()
        for page in self._made:
            page.close_down()

    def _add(self, page: Page) -> Page:
        self._made.append(page)
        self._pages.add(page)
        page.left.connect(self._pages.show_map)
        return page

    def _show(self, page: ReviewPage) -> None:
        self._session.commit_typing()
        self._pages.show_page(page)
        page.enter()

    def _compare(self, other: Other) -> None:
        self.comparison.compare(other)
        self._show(self.comparison)

    def _compare_version(self, version: Version) -> None:
        from argmap.desktop.comparing.compared import Other
        from argmap.desktop.versions.past import map_of

        path = self._session.path
        if path is None:
            return
        file = path.absolute()

        def read(stop: threading.Event) -> ArgumentMap:
            return map_of(file, version, stop)

        self._compare(Other(f"the version of {version.date}", read, older=True))

    def _opened(self) -> None:
        """Begin with what is to be settled, where a merge left something."""
        torn = bool(self._session.argument_map.conflicts)
        if (torn or self._application.awaited) and not self._session.read_only:
            self.resolve()

    def _merged(self, result: tuple[Problem, ...] | ArgmapError) -> None:
        if isinstance(result, ArgmapError):
            self._session.post_notice(notice_of(result, key=_KEY))
            return
        self._files.disk.reload_and(self.resolve)

    def _show_unmerged(self, result: bool | ArgmapError) -> None:
        self.resolver.show_unmerged(unmerged=result is True)

    def _save(self) -> None:
        if self._files.save():
            self._finish()

    def _saved(self) -> None:
        """End as well where somebody who is waited for has saved by another way than the button."""
        if self._application.awaited and not self._over and not self._telling.busy:
            self._finish()

    def _save_and_tell(self) -> None:
        from argmap.store.file_history import tell_settled

        path = self._session.path
        if path is None or not self._files.save():
            return
        file = path.absolute()
        self._telling.start(lambda stop: tell_settled(file, stop), self._told)

    def _told(self, result: ArgmapError | None) -> None:
        if isinstance(result, ArgmapError):
            self._session.post_notice(notice_of(result, key=_KEY))
            return
        self.resolver.show_unmerged(unmerged=False)
        path = self._session.path
        name = path.name if path else ""
        text = in_a_row(
            f"Saved, and git was told by `git add {name}`.",
            "Go on with `git commit`, or with `git rebase --continue`.",
        )
        self._session.post_notice(Notice(text, Severity.HINT, key=_KEY))
        self._finish()

    def _finish(self) -> None:
        """Leave the resolver once all is settled, saved and told."""
        if self.resolver.settled and self._application.awaited:
            self._over = True
            self.finished.emit()
        elif self.resolver.settled and not self.resolver.unmerged:
            self._pages.show_map()


def _map_of_file(path: Path) -> ArgumentMap:
    """Return the map in a file, of argmap or of another program; raises ArgmapError for none."""
    reading = opening.read(path).reading
    if reading.read_only and reading.problems:
        problem = reading.problems[0]
        raise ArgmapError(problem.message, problem.hint, problem.where)
    return reading.argument_map
