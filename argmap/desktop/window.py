"""One window: a canvas with its panes around it, about one session.

The window builds the parts and connects them to the session; what they do is theirs. Commands
reach it through the table of actions.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.actions.commands import Commands
from argmap.desktop.actions.live_menus import LiveMenus
from argmap.desktop.appearance import Appearance
from argmap.desktop.canvas.canvas import Canvas
from argmap.desktop.dialogs.dialogs import Dialogs
from argmap.desktop.evaluation.pane import Why
from argmap.desktop.export.exports import Exports
from argmap.desktop.files.files import Files
from argmap.desktop.files.start_page import StartPage
from argmap.desktop.files.starting import Starting
from argmap.desktop.find_bar import FindBar
from argmap.desktop.inspector.inspector import Inspector
from argmap.desktop.live.critique import LiveCritique
from argmap.desktop.live.evaluation import LiveEvaluation
from argmap.desktop.notices.notice import reporting
from argmap.desktop.notices.notice_bar import NoticeBar
from argmap.desktop.outline.pane import Outline
from argmap.desktop.panes import Panes
from argmap.desktop.problems.pane import Problems
from argmap.desktop.session import Session
from argmap.desktop.status_bar import Status
from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.sizing import resize_on_screen
from argmap.settings import Settings

if TYPE_CHECKING:
    from argmap.desktop.desk import Desk

_CANVAS = 240
"""The least width of what the window is for; in a small one the panes give way."""


class Window(QMainWindow):
    """A window on one map."""

    desk: Desk
    session: Session
    appearance: Appearance
    canvas: Canvas
    files: Files
    exports: Exports
    dialogs: Dialogs
    panes: Panes
    finder: FindBar
    evaluation: LiveEvaluation
    critique: LiveCritique
    commands: Commands

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        resize_on_screen(self, 1280, 800)
        self.desk = desk
        self._asked = False
        self.session = Session(self)
        self.appearance = Appearance(self.session, desk.settings, self)
        self.evaluation = LiveEvaluation(self.session, self)
        self.critique = LiveCritique(self.session, self)
        self.canvas = Canvas(self.session, self.appearance)
        self.notices = NoticeBar()
        self.finder = FindBar(self.session)
        self.start_page = StartPage()
        self._pages = QStackedWidget()
        self._pages.setMinimumWidth(_CANVAS)
        for widget in (self.canvas, self.start_page):
            self._pages.addWidget(widget)
        self.setCentralWidget(_piled(self.notices, self._pages, self.finder))
        self.files = Files(self)
        self.exports = Exports(self)
        self.dialogs = Dialogs(self)
        self.starting = Starting(self, self.start_page)
        self.panes = Panes(self, self._pages, self.notices)
        self._add_panes()
        self.commands = Commands(self, desk.settings.keys)
        self._add_commands()
        self._connect()
        self.panes.restore({"outline": 300, "inspector": 330})
        self._restate()

    @property
    def shows_map(self) -> bool:
        """Whether the map is in view, and not the start page."""
        return self._pages.currentWidget() is self.canvas

    def show_map(self) -> None:
        """Show the map instead of the start page."""
        self._pages.setCurrentWidget(self.canvas)
        self.panes.bring_back()
        self.canvas.setFocus()
        self._restate()

    def show_start_page(self) -> None:
        """Show what can be opened or begun."""
        self.commit()
        self.starting.fill()
        self._pages.setCurrentWidget(self.start_page)
        self.panes.set_aside()
        self.start_page.setFocus(Qt.FocusReason.TabFocusReason)
        self._restate()

    def come_forward(self) -> None:
        """Be the window that the user looks at."""
        self.showNormal() if self.isMinimized() else self.show()
        self.raise_()
        self.activateWindow()

    def show_properties(self) -> None:
        """Put the focus into the inspector."""
        self.panes.enter("inspector")

    def use(self, settings: Settings) -> None:
        """Use other settings in all windows; tell where they cannot be kept."""
        with reporting(self.session.post_notice):
            self.desk.change(settings)

    def evaluate(self) -> None:
        """Switch the evaluation on, with its pane, or off."""
        self.evaluation.switch(on=not self.evaluation.on)
        if self.evaluation.on:
            self.panes.reveal("why")

    def commit(self) -> None:
        """Take over what is being typed anywhere in the window."""
        self.canvas.commit()
        self.outline.commit()
        self.inspector.commit()

    def close_unasked(self) -> None:
        """Close now that the user has been asked about what is not saved."""
        self._asked = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close only when nothing can be lost."""
        if self._asked or self.files.may_close():
            self.panes.remember()
            self.files.close()
            self.exports.close()
            self.evaluation.close()
            self.critique.close()
            self.why.what_if.close_down()
            self.canvas.close_down()
            self.desk.forget(self)
            super().closeEvent(event)
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files that were dropped."""
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.desk.open(Path(url.toLocalFile()), self)
        event.acceptProposedAction()

    def changeEvent(self, event: QEvent) -> None:
        """Dress the program in the colours of the window in front."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.appearance.apply_palette()

    def _add_panes(self) -> None:
        self.outline = Outline(self.session)
        self.inspector = Inspector(self.session)
        self.problems = Problems(self.session, self.critique)
        self.panes.add("outline", "Outline", self.outline, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.panes.add(
            "inspector", "Inspector", self.inspector, Qt.DockWidgetArea.RightDockWidgetArea
        )
        self.why = Why(self.session, self.evaluation)
        why = self.panes.add("why", "What stands", self.why, Qt.DockWidgetArea.RightDockWidgetArea)
        self.panes.stack("inspector", "why")
        why.hide()
        self.panes.add(
            "problems", "Problems", self.problems, Qt.DockWidgetArea.BottomDockWidgetArea
        ).hide()
        self.status = Status(self.session)
        self.setStatusBar(self.status)

    def _add_commands(self) -> None:
        menus = self.commands.fill_menus(self.menuBar())
        self._live_menus = LiveMenus(self, menus["File"], menus["View"])
        self.toolbar = QToolBar("Toolbar")
        self.toolbar.setObjectName("toolbar")
        self.addToolBar(self.toolbar)
        self.commands.fill_toolbar(self.toolbar)
        self.commands.listen_on(self.canvas, self.outline)
        self.commands.paint_icons()

    def _connect(self) -> None:
        self.desk.settings_changed.connect(self._use_settings)
        # A file that is dropped on the canvas is for the window to open.
        self.canvas.viewport().setAcceptDrops(False)
        self.why.compare_wanted.connect(self.dialogs.comparison)
        self.why.viewpoint_wanted.connect(self.dialogs.viewpoint)
        self.evaluation.evaluated.connect(self.commands.refresh)
        self.problems.counted.connect(self.status.set_problems)
        self.problems.look_again()
        self.finder.closed.connect(self.canvas.setFocus)
        self.outline.menu_wanted.connect(self._show_menu)
        self.session.notice_posted.connect(self.notices.show_notice)
        for signal in (
            self.session.state_changed,
            self.session.selection_changed,
            self.session.view_changed,
        ):
            signal.connect(self._restate)
        self.session.opened.connect(self.show_map)
        self.appearance.changed.connect(self.commands.paint_icons)
        self.canvas.menu_wanted.connect(self._show_menu)
        self.canvas.held_key.connect(self.commands["fold"].trigger)
        self.canvas.zoomed.connect(self.status.set_zoom)
        self.canvas.layouts.busy.connect(self.status.set_busy)
        self.status.problems_wanted.connect(lambda: self.panes.enter("problems"))

    def _show_menu(self, where: QPoint) -> None:
        menu = self.commands.context_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def _use_settings(self) -> None:
        self.appearance.use(self.desk.settings)
        self.commands.use_keys(self.desk.settings.keys)

    def _restate(self) -> None:
        self.commands.refresh()
        for name, verb, steps in (
            ("undo", "Undo", self.session.document.done),
            ("redo", "Redo", self.session.document.undone),
        ):
            what = f" {steps[-1].lower()}" if steps else ""
            self.commands[name].setText(f"&{verb}{what}")
        self.setWindowTitle(self._title())
        self.setWindowModified(self.session.document.modified)

    def _title(self) -> str:
        if not self.shows_map:
            return "argmap"
        path = self.session.path
        name = path.name if path else plain_text.one_line(self.session.argument_map.title)
        # In a title of Qt's, [*] is where the mark of a modified document stands.
        shown = (name or "New map").replace("[*]", "[*][*]")
        note = " (read-only)" if self.session.read_only else ""
        return f"{shown}[*]{note} — argmap"


def _piled(*widgets: QWidget) -> QWidget:
    page = QWidget()
    pile = QVBoxLayout(page)
    pile.setContentsMargins(0, 0, 0, 0)
    pile.setSpacing(0)
    for widget in widgets:
        pile.addWidget(widget)
    return page
