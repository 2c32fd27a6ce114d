"""The inspector: all fields of what is selected, or of the map, to be read and changed.

What the fields are is said by the tables in `contents`; this file only chooses the page. A field
becomes one step of the history when it is left, not with every letter.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from argmap.desktop.inspector.contents.relation import RELATION
from argmap.desktop.inspector.contents.statement import STATEMENT
from argmap.desktop.inspector.contents.whole_map import GROUPS, MAP
from argmap.desktop.inspector.page import Page
from argmap.desktop.session import Session
from argmap.model.history.patch import Patch

_SELECTION, _MAP = 0, 1


class InspectorPane(QWidget):
    """Pages for the map, statements and relations; a change of the selection turns the page."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.map_page = Page(session, MAP)
        self.statement_page = Page(session, STATEMENT)
        self.relation_page = Page(session, RELATION)
        self._pages = (self.map_page, self.statement_page, self.relation_page)
        self._mixed = QLabel(
            "Statements and steps are selected together.\n\n"
            "Select only statements, or only steps, to see and change their fields."
        )
        self.tabs = QTabBar()
        self.stack = QStackedWidget()
        self._before: tuple[int, tuple[str, ...]] | None = None
        self._lay_out()
        self.tabs.currentChanged.connect(lambda _: self._turn())
        session.opened.connect(self._forget)
        session.selection_changed.connect(self._follow)
        session.drafted_switched.connect(self._follow_draft)
        session.typing_changed.connect(self._follow_typing)
        session.written_aside.connect(self._go_to)
        session.group_requested.connect(self._show_group)
        session.changed.connect(self._map_changed)
        session.state_changed.connect(self._refresh)
        self._follow()

    def commit(self) -> None:
        """Take over what is being typed, before the map is saved or closed."""
        for page in self._pages:
            page.commit()

    def go_to(self, id_: str, name: str, at: int) -> bool:
        """Put the cursor into a field of what is shown; whether there is one."""
        page = self.stack.currentWidget()
        return isinstance(page, Page) and page.go_to(id_, name, at)

    def _follow(self) -> None:
        """Show the new card that is being written, or what is selected; with nothing, the map."""
        self.commit()
        some = bool(self._session.selection or self._session.drafted)
        self.tabs.setTabEnabled(_SELECTION, some)
        self.tabs.setCurrentIndex(_SELECTION if some else _MAP)
        self._turn()

    def _follow_draft(self) -> None:
        """Show the new card from its beginning; where none came of it, what was shown before."""
        session, focus = self._session, QApplication.focusWidget()
        shown = self.tabs.currentIndex(), session.selection
        if session.drafted and self._before is None:
            self._before = shown
        self._follow()
        if session.drafted is None and self._before is not None:
            (tab, selection), self._before = self._before, None
            inside = focus is not None and self.isAncestorOf(focus)
            if selection == session.selection and not inside:
                self.tabs.setCurrentIndex(tab)

    def _follow_typing(self) -> None:
        """Show the text of a new card as it is written."""
        if self._session.drafted and self.tabs.currentIndex() == _SELECTION:
            self.statement_page.refresh()

    def _go_to(self, written: str) -> None:
        """Select the card that was being written when a click came here: its note is written next.

        Fields of the map or of a step are other ones: a click into them is about what they show.
        """
        focus = QApplication.focusWidget()
        others = (self.map_page, self.relation_page)
        if focus is None or any(page.isAncestorOf(focus) for page in others):
            return
        if self.isAncestorOf(focus):
            self._session.select([written])

    def _show_group(self, group: str) -> None:
        self.tabs.setCurrentIndex(_MAP)
        self._turn()
        self.map_page.enter_entry(GROUPS, group)

    def _turn(self) -> None:
        """Turn to the page of what is to be shown."""
        session = self._session
        page: Page | QLabel
        if self.tabs.currentIndex() == _MAP:
            page = self.map_page
            page.show_ids(())
        elif session.drafted:
            page = self.statement_page
            page.show_draft()
        elif not session.selected_relations:
            page = self.statement_page
            page.show_ids(session.selected_statements)
        elif not session.selected_statements:
            page = self.relation_page
            page.show_ids(session.selected_relations)
        else:
            page = self._mixed
        self.stack.setCurrentWidget(page)
        if isinstance(page, Page) and not session.read_only:
            self.setFocusProxy(page.first)
        else:
            self.setFocusProxy(self.tabs)

    def _map_changed(self, _patch: Patch) -> None:
        self._refresh()

    def _refresh(self) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, Page):
            page.refresh()

    def _forget(self) -> None:
        for page in self._pages:
            page.forget()
        self._follow()

    def _lay_out(self) -> None:
        self.setAccessibleName("Inspector")
        self.tabs.setAccessibleName("What is inspected")
        self.tabs.addTab("Selection")
        self.tabs.addTab("Map")
        self.tabs.setExpanding(False)
        # So that Tab goes on from a tab that was clicked, and makes no premise on the canvas.
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tabs.setDrawBase(False)
        self._mixed.setWordWrap(True)
        self._mixed.setMargin(16)
        self._mixed.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget in (*self._pages, self._mixed):
            self.stack.addWidget(widget)
        pile = QVBoxLayout(self)
        pile.setContentsMargins(0, 4, 0, 0)
        pile.setSpacing(0)
        pile.addWidget(self.tabs)
        pile.addWidget(self.stack, 1)
        self.setMinimumWidth(240)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
