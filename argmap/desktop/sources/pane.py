"""The pane of sources: a list of them, and the text of the one that is chosen.

Whoever chooses a card sees what it cites, and whoever goes through the text sees whose words they
are; what a passage becomes is an action, which finds it in the session. A large text is got ready
off the window's thread.
"""

from __future__ import annotations

import threading
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.live.sources import LiveSources
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.desktop.sources import telling
from argmap.desktop.sources.adding import Adding
from argmap.desktop.sources.bottom_line import BottomLine
from argmap.desktop.sources.dropping import local_files
from argmap.desktop.sources.margin import Coverage, Margin
from argmap.desktop.sources.marks import marks_in, marks_of
from argmap.desktop.sources.reader import Reader
from argmap.desktop.sources.search_line import SearchLine
from argmap.desktop.sources.shown_text import ShownText
from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.choosing.menu import Menu
from argmap.errors import ArgmapError
from argmap.model.argument_map import Cite, Statement
from argmap.model.history.patch import Patch
from argmap.texts import passages
from argmap.texts.report import SourceReport
from argmap.texts.text import Span, Text

_LIGHT = "passage"
_MOST_ROWS = 4
_LONGEST = 20_000
"""Letters of a passage; what is longer was selected to be copied, and is no quote."""


class SourcesPane(QWidget):
    """The sources of a session's map, and what is cited of them."""

    def __init__(self, session: Session, live: LiveSources, adding: Adding) -> None:
        super().__init__()
        self.adding = adding
        self.adder = QToolButton()
        self._session = session
        self._live = live
        self._jobs: LatestOnly[ShownText] = LatestOnly()
        self._wanted: Text | None = None
        self._rows: list[tuple[str, str]] = []
        self._awaited = False
        """Whether a text is shown of which it is not known yet what is cited."""
        self.list = QListWidget()
        self.reference = plain_text.paragraph()
        self.reader = Reader()
        self.margin = Margin(self.reader)
        self.coverage = Coverage()
        self.search = SearchLine(self.reader)
        self.told = plain_text.paragraph()
        self.text_adder = QPushButton("Add its &text…")
        self.bottom = BottomLine()
        _adder(self.adder, adding)
        self._lay_out()
        self._fill([])
        self._connect()
        self._refresh()

    @property
    def source(self) -> str:
        """The id of the source that is chosen, or an empty text."""
        at = self.list.currentRow()
        return self._rows[at][0] if 0 <= at < len(self._rows) else ""

    def go_to_uncited(self) -> None:
        """Select the next sentence that no card cites."""
        report, shown = self._report, self.reader.shown
        if report is None or shown is None:
            self._session.remark("There is no text to go through: choose a source that has one.")
            return
        found = passages.next_uncited(shown.text, report.quoted, self.reader.place.end)
        if found is None:
            self._session.remark("Every sentence of this text is cited.")
            return
        self.reader.select(found)
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def cards_here(self) -> tuple[str, ...]:
        """Return the ids of the statements that cite the passage, or the place of the cursor."""
        here = marks_in(self.reader.marks, self.reader.place)
        return tuple(dict.fromkeys(mark.statement for mark in here))

    def close_down(self) -> None:
        """End, leaving no thread and no timer."""
        self._jobs.close()
        self.reader.close_down()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened unseen."""
        super().showEvent(event)
        self._live.watch(on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave off."""
        super().hideEvent(event)
        self._live.watch(on=False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files: here they are sources, whatever they are."""
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Make a source of each file that was dropped."""
        self.adding.add_files(local_files(event.mimeData()))
        event.acceptProposedAction()

    @property
    def _report(self) -> SourceReport | None:
        return self._live.report_of(self.source)

    def _connect(self) -> None:
        self._live.found.connect(self._refresh)
        self._session.opened.connect(self._refresh)
        self._session.changed.connect(self._map_changed)
        self._session.selection_changed.connect(self._show_cited)
        self.list.currentItemChanged.connect(self._choose)
        self.text_adder.clicked.connect(lambda: self.adding.ask_text_of(self.source))
        self.reader.passage_changed.connect(self._passage_changed)
        self.reader.missed.connect(self._ask_for_passage)
        self.reader.typed.connect(self._say_where_to_write)
        self.reader.paste_wanted.connect(self.adding.paste)
        self.reader.turned.connect(self._turn)
        self.coverage.wanted.connect(self._go_to_share)

    def _refresh(self) -> None:
        """Show the sources as they are now; the one that is chosen stays chosen."""
        sources = self._session.argument_map.sources
        rows = [(source.id, telling.row(source)) for source in sources]
        if rows != self._rows:
            self._fill(rows)
        self._choose()

    def _fill(self, rows: list[tuple[str, str]]) -> None:
        chosen = self.source
        self._rows = rows
        with QSignalBlocker(self.list):
            self.list.clear()
            for _, words in rows:
                item = QListWidgetItem(words)
                item.setToolTip(plain_text.tooltip(words))
                self.list.addItem(item)
            ids = [id_ for id_, _ in rows]
            self.list.setCurrentRow(ids.index(chosen) if chosen in ids else 0)
        height = self.list.sizeHintForRow(0) if rows else 0
        frame = 2 * self.list.frameWidth()
        self.list.setFixedHeight(min(len(rows), _MOST_ROWS) * height + frame)
        self.list.setVisible(bool(rows))

    def _choose(self) -> None:
        """Show the text of the chosen source, what is cited of it, and what is wrong with it."""
        source = self._session.argument_map.source_by_id.get(self.source)
        report = self._report
        self.reference.setText(telling.reference(source) if source else "")
        text = self._live.text_of(self.source)
        self.told.setText(telling.instead_of_text(source, report))
        self.told.setVisible(bool(self.told.text()))
        bare = bool(source and report and report.text is None and not source.file)
        self.text_adder.setVisible(bare and not self._session.read_only)
        self._show_text(text)
        self._show_marks()

    def _show_text(self, text: Text | None) -> None:
        if _same(text, self._wanted):
            return
        self._wanted = text
        self._jobs.cancel()
        self.reader.show_text(None)
        if text:
            self._jobs.start(partial(_shown, text), self._text_ready)

    def _text_ready(self, shown: ShownText | ArgmapError) -> None:
        assert isinstance(shown, ShownText), "nothing in it can go wrong"
        self.reader.show_text(shown)
        self._awaited = True
        self._show_marks()

    def _show_marks(self) -> None:
        report, shown = self._report, self.reader.shown
        there = report is not None and shown is not None and _same(report.text, shown.text)
        marks = marks_of(report, self._session.argument_map) if report and there else ()
        self.reader.set_marks(marks)
        if there and self._awaited:
            self._awaited = False
            self._show_cited()
        self.coverage.show_marks(marks, len(shown.words) if shown else 0)
        self._tell_place()

    def _map_changed(self, patch: Patch) -> None:
        if patch.of("sources"):
            self._refresh()
            self._choose_new(patch)
        elif patch.of("relations") or patch.of("statements"):
            self._show_marks()
        if any(
            isinstance(c.after, Statement) and self._passage in c.after.cites
            for c in patch.of("statements")
        ):
            self.reader.leave_passage()

    @property
    def _passage(self) -> Cite | None:
        """The passage that is selected, as it would be cited."""
        span, shown = self.reader.passage, self.reader.shown
        if span is None or shown is None or span.end - span.start > _LONGEST:
            return None
        return passages.cite_of(self.source, shown.text, span)

    def _passage_changed(self) -> None:
        """Tell what is selected, as long as the keys go there."""
        self._session.choose_passage(self._passage if self.reader.hasFocus() else None)
        self._session.highlight(self.cards_here() if self.reader.hasFocus() else (), _LIGHT)
        self._tell_place()

    def _show_cited(self) -> None:
        """Light the passages that the selected cards cite, and scroll to the first."""
        chosen = frozenset(self._session.selected_statements)
        self.reader.light(chosen)
        if self.reader.hasFocus() or not self.isVisible():
            return
        cites = [c for id_ in chosen for c in self._session.argument_map.statement_by_id[id_].cites]
        others = [c.source for c in cites if c.source != self.source]
        if others and len(others) == len(cites):
            self._choose_source(others[0])
        first = next((mark.span for mark in self.reader.marks if mark.statement in chosen), None)
        if first:
            self.reader.scroll_to(first)

    def _turn(self, by: int) -> None:
        """Choose the next or previous source, round and round."""
        if self._rows:
            self.list.setCurrentRow((self.list.currentRow() + by) % len(self._rows))

    def _choose_source(self, source: str) -> None:
        ids = [id_ for id_, _ in self._rows]
        if source in ids:
            self.list.setCurrentRow(ids.index(source))

    def _choose_new(self, patch: Patch) -> None:
        for change in patch.of("sources"):
            if change.before is None:
                self._choose_source(change.id)

    def _tell_place(self) -> None:
        shown, report = self.reader.shown, self._report
        if shown is None or report is None:
            self.bottom.place.clear()
            self.bottom.quoted.clear()
            return
        here = marks_in(self.reader.marks, self.reader.place)
        number = shown.text.place(self.reader.place.start)
        passed = self.reader.passage and not self._session.read_only
        keys = telling.what_it_becomes(onto=self._session.current) if passed else ""
        said = telling.whereabouts(number, here, self._session.argument_map, keys)
        quoted = telling.quoted(report)
        self.bottom.place.setText(said)
        self.bottom.quoted.setText(quoted)
        plain_text.explain(self.bottom.place, said)
        self.reader.setAccessibleDescription(f"{said} {quoted}")

    def _go_to_share(self, share: float) -> None:
        shown = self.reader.shown
        if shown:
            at = int(share * len(shown.words))
            self.reader.scroll_to(Span(at, at))

    def _ask_for_passage(self) -> None:
        """Say what the key wants; where there is no text, go to what adds one."""
        if self.reader.shown is None:
            button = self.text_adder if self.text_adder.isVisible() else self.adder
            button.setFocus(Qt.FocusReason.TabFocusReason)
            return
        self._session.remark(
            "Select a passage first: with `Alt+Down` its sentences, or with the mouse."
        )

    def _say_where_to_write(self) -> None:
        """Say that a letter is written on cards, and what the text can be asked for."""
        self._session.remark(
            "The text of a source is only read here. To write on a card, click it and type."
        )

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self.setAccessibleName("Sources of the map")
        self.list.setAccessibleName("Sources")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.coverage.setAccessibleName("What is cited of the text")
        self.reference.setContentsMargins(8, 6, 8, 6)
        self.told.setContentsMargins(8, 8, 8, 8)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.reader, 1)
        beside.addWidget(self.coverage)
        above = QHBoxLayout()
        above.setSpacing(0)
        above.addWidget(self.reference, 1)
        above.addWidget(self.adder, 0, Qt.AlignmentFlag.AlignTop)
        pile = QVBoxLayout(self)
        pile.setContentsMargins(0, 0, 0, 0)
        pile.setSpacing(0)
        pile.addWidget(self.list)
        pile.addLayout(above)
        pile.addWidget(self.told)
        pile.addWidget(self.text_adder, 0, Qt.AlignmentFlag.AlignHCenter)
        pile.addLayout(beside, 1)
        pile.addWidget(self.search)
        pile.addWidget(self.bottom)
        self.setFocusProxy(self.reader)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _adder(button: QToolButton, adding: Adding) -> None:
    """Make a button one that offers ways to add a source."""
    menu = Menu(button)
    menu.addAction("From a &file…", adding.ask_files)
    menu.addAction("&All of a web page…", adding.ask_web_pages)
    menu.addAction("From the &clipboard", adding.paste)
    menu.addAction("A &reference…", adding.ask_reference)
    button.setText("Add")
    button.setToolTip("Add a source: a text from a file or the clipboard, or a mere reference")
    button.setAccessibleName("Add a source")
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _same(one: Text | None, other: Text | None) -> bool:
    """Whether two texts are the same, which may have been read at different times."""
    return one is other or (one is not None and other is not None and one.text == other.text)


def _shown(text: Text, _cancel: threading.Event) -> ShownText:
    return ShownText(text)
