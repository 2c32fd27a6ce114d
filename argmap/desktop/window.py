"""One window: a canvas with its panes around it, about one session.

The window builds its parts and connects them with the session; what they do is theirs. Menus,
keys and dialogs are put on top of it in `assembly`. What is not needed for the first picture is
loaded and made once that is on the screen, or when it is asked for.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.appearance import Appearance
from argmap.desktop.application import Application
from argmap.desktop.canvas.canvas import Canvas
from argmap.desktop.file_drop import FileDrop
from argmap.desktop.files.files import Files
from argmap.desktop.files.long_reading import LongReading
from argmap.desktop.files.start_choices import StartChoices
from argmap.desktop.files.start_page import StartPage
from argmap.desktop.find.bar import FindBar
from argmap.desktop.live.evaluation import LiveEvaluation
from argmap.desktop.notices.notice_bar import NoticeBar
from argmap.desktop.pages import Pages
from argmap.desktop.panes.panes import Panes
from argmap.desktop.panes.side_widths import Usual
from argmap.desktop.running.first_paint import FirstPaint
from argmap.desktop.session import Session
from argmap.desktop.status_bar import StatusBar
from argmap.desktop.view_memory import ViewMemory
from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.choosing.menu import MenuWindow
from argmap.desktop.widgets.ending import writes
from argmap.desktop.widgets.keys.stray_letters import SAID
from argmap.desktop.widgets.overlay import Overlay
from argmap.desktop.widgets.sizing import resize_on_screen

if TYPE_CHECKING:
    from argmap.desktop.evaluation.pane import EvaluationPane
    from argmap.desktop.inspector.pane import InspectorPane
    from argmap.desktop.live.critique import LiveCritique
    from argmap.desktop.live.sources import LiveSources
    from argmap.desktop.outline.pane import OutlinePane
    from argmap.desktop.problems.pane import ProblemsPane
    from argmap.desktop.sources.pane import SourcesPane
    from argmap.desktop.text.pane import TextPane


_TEXTS = (QLineEdit, QPlainTextEdit, QTextEdit)


class Window(MenuWindow):
    """A window on one map.

    `closed` says that it closes, and that its work has to end; `key_unused` carries keys that
    nothing in it wanted.
    """

    closed = Signal()
    key_unused = Signal(QKeySequence)

    def __init__(self, application: Application) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        resize_on_screen(self, 1280, 800)
        self._application = application
        self._asked = self._over = False
        self.session = Session(self)
        self.appearance = Appearance(self.session, application.settings, self)
        self.evaluation = LiveEvaluation(self.session, self)
        self.canvas = Canvas(self.session, self.appearance)
        self._view_memory = ViewMemory(self.session, self.canvas)
        self.notices = NoticeBar()
        self.finder = FindBar(self.session)
        self.start_page = StartPage()
        self.files = Files(self.session, application, self)
        self.start = StartChoices(self.session, application, self.start_page)
        self.pages = Pages(self.session, self.canvas, self.start_page, self.start)
        self.reading = LongReading(self)
        self.pages.add(self.reading.page)
        self._file_drop = FileDrop(
            self.session, application, self.pages, self.reading, lambda: self.sources.adding
        )
        self._overlay = Overlay(self.pages, self.notices, self._looked_at)
        self.setCentralWidget(_piled(self._overlay, self.finder))
        self.panes = Panes(self, self.pages, self.notices)
        self._add_panes()
        self._connect()
        self._show_title()
        FirstPaint(self, self._painted)

    def restore_panes(self) -> None:
        """Put panes and toolbar as they were last; all of them must be there by now."""
        self.panes.restore({"outline": Usual(300, 0.18), "inspector": Usual(330, 0.22)})

    def close_unasked(self) -> None:
        """Close now that the user has been asked about what is not saved."""
        self._asked = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when nothing can be lost."""
        if self._asked or self.files.may_close():
            self.panes.remember()
            self._view_memory.keep()
            self.files.close()
            self.reading.close()
            self.start.close()
            self.evaluation.close()
            self.finder.close_down()
            self.canvas.close_down()
            self._over = True
            self.closed.emit()
            super().closeEvent(event)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of a key that nothing in the window wanted, or of a letter that goes nowhere."""
        super().keyPressEvent(event)
        if self._writes_nowhere(event):
            if self.panes.focused == "outline":  # one without rows: a word begins the first claim
                self.canvas.setFocus()
                self.canvas.keyPressEvent(event)
            else:
                self.session.remark(SAID)
        self.key_unused.emit(QKeySequence(event.keyCombination()))

    def _writes_nowhere(self, event: QKeyEvent) -> bool:
        """Whether a letter was typed where nothing can be written, as beside fields."""
        focus = self.focusWidget()
        here = focus in {self.canvas, self.canvas.viewport()} or isinstance(focus, _TEXTS)
        return self.pages.shows_map and writes(event) and not here

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        self._file_drop.enter(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files that were dropped, or make sources of them."""
        self._file_drop.drop(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let panes give way where there is little room."""
        super().resizeEvent(event)
        self.panes.give_way()

    def changeEvent(self, event: QEvent) -> None:
        """Give the program the colours of the window in front, and look at its texts again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.appearance.apply_palette()
            if "live_sources" in vars(self):
                self.live_sources.refresh()

    @cached_property
    def critique(self) -> LiveCritique:
        """What looks wrong, followed from the first time that it is asked for."""
        from argmap.desktop.live.critique import LiveCritique

        critique = LiveCritique(self.session, self)
        self.closed.connect(critique.close)
        critique.found.connect(lambda: self.status.set_problems(critique.worse_than_hints))
        return critique

    @cached_property
    def live_sources(self) -> LiveSources:
        """What the map takes from its sources."""
        from argmap.desktop.live.sources import LiveSources

        live = LiveSources(self.session, self)
        self.closed.connect(live.close)
        return live

    @property
    def outline(self) -> OutlinePane:
        """The whole map as a tree."""
        from argmap.desktop.outline.pane import OutlinePane

        return self.panes.pane("outline", OutlinePane, lambda: OutlinePane(self.session))

    @property
    def inspector(self) -> InspectorPane:
        """All fields of what is selected."""
        from argmap.desktop.inspector.pane import InspectorPane

        return self.panes.pane("inspector", InspectorPane, lambda: InspectorPane(self.session))

    @property
    def sources(self) -> SourcesPane:
        """The sources, and the text of one."""
        from argmap.desktop.sources.adding import Adding
        from argmap.desktop.sources.pane import SourcesPane

        def make() -> SourcesPane:
            adding = Adding(self.session, self._application, self)
            self.closed.connect(adding.close)
            return SourcesPane(self.session, self.live_sources, adding)

        return self.panes.pane("sources", SourcesPane, make)

    @property
    def text_pane(self) -> TextPane:
        """The text of the map."""
        from argmap.desktop.text.pane import TextPane

        def make() -> TextPane:
            return TextPane(self.session, self.critique, self.appearance)

        return self.panes.pane("text", TextPane, make)

    @property
    def evaluation_pane(self) -> EvaluationPane:
        """What stands, and why."""
        from argmap.desktop.evaluation.pane import EvaluationPane

        def make() -> EvaluationPane:
            return EvaluationPane(self.session, self.evaluation)

        return self.panes.pane("why", EvaluationPane, make)

    @property
    def problems(self) -> ProblemsPane:
        """What looks wrong, and what can be done about it."""
        from argmap.desktop.problems.pane import ProblemsPane

        def make() -> ProblemsPane:
            return ProblemsPane(self.session, self.critique)

        return self.panes.pane("problems", ProblemsPane, make)

    def _add_panes(self) -> None:
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        below = Qt.DockWidgetArea.BottomDockWidgetArea
        panes = self.panes
        panes.filled.connect(self._connect_pane)
        panes.add("outline", "Outline", lambda: self.outline, left)
        panes.add("sources", "Sources", lambda: self.sources, left, share=0.45).hide()
        panes.stack("outline", "sources")
        panes.add("inspector", "Inspector", lambda: self.inspector, right)
        panes.add("text", "Text", lambda: self.text_pane, right, share=0.4).hide()
        panes.stack("inspector", "text")
        why = panes.add("why", "What stands", lambda: self.evaluation_pane, right)
        panes.stack("inspector", "why")
        why.hide()
        panes.add("problems", "Problems", lambda: self.problems, below).hide()
        self.status = StatusBar(self.session)
        self.setStatusBar(self.status)

    def _connect_pane(self, name: str) -> None:
        """Let a pane that has just been made hear what it has to do in the end."""
        match name:
            case "outline":
                self.session.commit_requested.connect(self.outline.commit)
            case "inspector":
                self.session.commit_requested.connect(self.inspector.commit)
            case "sources":
                self.closed.connect(self.sources.close_down)
            case "text":
                self.closed.connect(self.text_pane.close_down)
                self.session.commit_requested.connect(self.text_pane.commit)
                self.text_pane.left.connect(self.canvas.setFocus)
            case "why":
                self.closed.connect(self.evaluation_pane.what_if.close_down)

    def _painted(self) -> None:
        """Go on with what the first picture does not need, once that is on the screen."""
        self.canvas.drawn.connect(self._drawn)
        self._drawn()

    def _drawn(self) -> None:
        """Wait for the picture to be painted, if there is one, or none is to come."""
        drawing = self.canvas.layouts.awaited and not self.canvas.map_scene.cards
        if not (drawing or self.reading.path or self._over):
            self.canvas.drawn.disconnect(self._drawn)
            FirstPaint(self.canvas.viewport(), self._complete)

    def _complete(self) -> None:
        """Make what a window has besides the picture."""
        if not self._over:
            self.panes.fill_shown()
            self.status.set_problems(self.critique.worse_than_hints)

    def _connect(self) -> None:
        session = self.session
        self._application.settings_changed.connect(self._use_settings)
        self.finder.closed.connect(self.canvas.setFocus)
        self.finder.came_to.connect(self.canvas.show_hit)
        self.canvas.zoomed.connect(self.status.set_zoom)
        for moved in (self.canvas.scrolled, self.canvas.drawn, session.selection_changed):
            moved.connect(self._overlay.place)
        self.canvas.layouts.busy.connect(self.status.set_busy)
        self.status.problems_wanted.connect(lambda: self.panes.enter("problems"))
        self.start.page_wanted.connect(self.pages.show_start_page)
        self.start_page.back_wanted.connect(self.pages.show_map)
        self.start_page.open_wanted.connect(self.files.ask_open)
        session.commit_requested.connect(self.canvas.commit)
        session.notice_posted.connect(self.notices.show_notice)
        session.notice_withdrawn.connect(self.notices.clear)
        session.pane_requested.connect(self.panes.enter)
        session.opened.connect(self.pages.show_map)
        session.state_changed.connect(self._show_title)
        session.typing_switched.connect(self._show_title)
        self.pages.turned.connect(self._turn_page)

    def _use_settings(self) -> None:
        self.appearance.use(self._application.settings)

    def _turn_page(self) -> None:
        """Show the panes beside the map only."""
        if self.pages.shows_map:
            self.panes.bring_back()
        else:
            self.panes.set_aside()
        self.status.speak(self.pages.shows_map)
        self._overlay.place()
        self._show_title()

    def _looked_at(self) -> QRect | None:
        """Return where on the screen one writes or the current card is, or None for all of it."""
        if not self.pages.shows_map:
            return None
        seen = self.canvas.showing.looked_at()
        return QRect(self.canvas.viewport().mapToGlobal(seen.topLeft()), seen.size())

    def _show_title(self) -> None:
        self.setWindowTitle(self._title())
        # A title without a place for the mark, that of the start page, may not ask for it.
        unsaved = self.session.modified or self.session.typing
        self.setWindowModified(unsaved and not self.pages.shows_start)

    def _title(self) -> str:
        if self.pages.shows_start:
            return "argmap"
        path = self.reading.path or self.session.path
        name = path.name if path else plain_text.one_line(self.session.argument_map.title)
        # In a title of Qt's, [*] is where the mark of a modified document stands.
        shown = (name or "New map").replace("[*]", "[*][*]")
        note = " (recovered)" if self.files.recovered and self.session.modified else ""
        if self.session.read_only:
            note = " (text cannot be read)" if self.session.problem else " (read-only)"
        return f"{shown}[*]{note} — argmap"


def _piled(*widgets: QWidget) -> QWidget:
    page = QWidget()
    pile = QVBoxLayout(page)
    pile.setContentsMargins(0, 0, 0, 0)
    pile.setSpacing(0)
    for widget in widgets:
        pile.addWidget(widget)
    return page
