"""The pane of the text: what the file would hold if it were saved now.

It follows every edit, beside the work, and selection goes both ways: what is selected in the map is
lit here, and the item on whose lines the cursor is put is selected there. It is for reading.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from argmap.desktop.appearance import Appearance
from argmap.desktop.live.critique import LiveCritique
from argmap.desktop.notices.notice import notice_of
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.desktop.text.editor import TextEditor
from argmap.desktop.text.shown import Shown, show
from argmap.desktop.widgets import plain_text
from argmap.errors import ArgmapError
from argmap.model.history.patch import Patch


class TextPane(QWidget):
    """The text of a session's map, as it is now; unseen it does nothing."""

    def __init__(self, session: Session, critique: LiveCritique, appearance: Appearance) -> None:
        super().__init__()
        self._session = session
        self._critique = critique
        self._appearance = appearance
        self._jobs: LatestOnly[Shown | None] = LatestOnly()
        self._following = False
        self._spent: list[Shown] = []
        self.editor = TextEditor()
        self._told = plain_text.paragraph()
        self._told.setText("To read and copy: it follows the map. Write on the cards.")
        self._told.setContentsMargins(8, 3, 8, 3)
        pile = QVBoxLayout(self)
        pile.setContentsMargins(0, 0, 0, 0)
        pile.setSpacing(0)
        pile.addWidget(self.editor)
        pile.addWidget(self._told)
        self.setFocusProxy(self.editor)
        self.editor.use(appearance.theme)
        appearance.changed.connect(self._use_theme)
        session.opened.connect(self.refresh)
        session.changed.connect(self._map_changed)
        session.selection_changed.connect(self._follow_selection)
        critique.found.connect(self.refresh)
        self.editor.cursorPositionChanged.connect(self._select_here)

    @property
    def busy(self) -> bool:
        """Whether what is shown is older than the map."""
        return self._jobs.busy

    def refresh(self) -> None:
        """Show the text as it is now, if the pane is to be seen."""
        if not self.isVisible():
            return
        session = self._session
        before, text = self.editor.shown.text, session.text.frozen()
        work = partial(show, before, text, session.argument_map, self._critique.problems)
        self._jobs.start(partial(_letting_go, self._spent, work), self._arrived)

    def close_down(self) -> None:
        """End, leaving no thread."""
        self._jobs.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened unseen."""
        super().showEvent(event)
        self.refresh()

    def _map_changed(self, _patch: Patch) -> None:
        self.refresh()

    def _use_theme(self) -> None:
        self.editor.use(self._appearance.theme)
        self._light()

    def _arrived(self, shown: Shown | ArgmapError | None) -> None:
        if isinstance(shown, ArgmapError):
            self._session.post_notice(notice_of(shown))
        elif shown is not None:
            self._following = True
            first = not self.editor.shown.text
            self._spent.append(self.editor.take(shown))
            self._following = False
            self._light()
            if first:
                self._go_to_selection()

    def _follow_selection(self) -> None:
        """Bring what was selected elsewhere into view; the cursor goes there as well."""
        self._light()
        if not self.editor.hasFocus():
            self._go_to_selection()

    def _go_to_selection(self) -> None:
        line = self.editor.shown.line_of(self._session.current)
        if line >= 0 and self._session.current != self._here():
            self._following = True
            self.editor.go_to(line)
            self._following = False

    def _here(self) -> str:
        return self.editor.shown.item_at(self.editor.textCursor().blockNumber())

    def _light(self) -> None:
        self.editor.light(*self.editor.shown.lines_of(self._session.current))

    def _select_here(self) -> None:
        """Select the item on whose lines the user has put the cursor."""
        here = self._here()
        if not self._following and self.editor.hasFocus() and self._session.argument_map.item(here):
            self._session.select([here])


def _letting_go(
    spent: list[Shown], work: Callable[[Event], Shown | None], cancel: Event
) -> Shown | None:
    """Do work, and first let go what is spent: its places are many, and the window would wait."""
    spent.clear()
    return work(cancel)
