"""The manual in a window of its own: its sections, searched as one types, and a page of it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QKeyEvent,
    QKeySequence,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QDialog,
    QSplitter,
    QTextBrowser,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from argmap.desktop.help.sections import Section, markdown, search, section, sections
from argmap.desktop.widgets.prose import LineField
from argmap.desktop.widgets.raising import come_forward
from argmap.desktop.widgets.sizing import resize_on_screen

_SECTION = Qt.ItemDataRole.UserRole
_MARGIN = 12
_SITES = ("https://", "http://", "mailto:")


class Manual(QDialog):
    """Shows one page, scrolled to a section; it stays open beside the map."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Manual of argmap")
        resize_on_screen(self, 900, 680)
        self.field = LineField()
        self.field.setPlaceholderText("Search the manual")
        self.field.setAccessibleName("Search the manual")
        self.field.setClearButtonEnabled(True)
        self.contents = QTreeWidget()
        self.contents.setAccessibleName("Sections")
        self.contents.setHeaderHidden(True)
        self.page = QTextBrowser()
        self.page.setAccessibleName("Page of the manual")
        self.page.setOpenLinks(False)
        # Or else the page would be laid out anew, in less width, after it was scrolled.
        self.page.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._shown: Section | None = None
        self._lay_out()
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self.page.setFocus)
        self.contents.currentItemChanged.connect(self._chosen)
        self.page.anchorClicked.connect(self._follow)
        self._search("")

    def open_at(self, wanted: Section) -> None:
        """Show a section, and come to the front."""
        self.field.clear()
        come_forward(self)  # before it scrolls: until then the page has no width
        self._show(wanted)
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let arrow keys in the search go through what is found, and Ctrl+F go back to it."""
        if event.matches(QKeySequence.StandardKey.Find):
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.selectAll()
        elif self.field.hasFocus() and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.contents.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _search(self, typed: str) -> None:
        """List what has the words; without any, all sections."""
        found = search(typed) if typed.strip() else sections()
        with QSignalBlocker(self.contents):
            self._list(found, flat=bool(typed.strip()))
        first = self.contents.topLevelItem(0)
        if typed.strip() and first:
            self.contents.setCurrentItem(first)
        self._mark_words()

    def _list(self, found: Iterable[Section], *, flat: bool) -> None:
        """Fill the contents: as a tree, or flat with the page of each section."""
        self.contents.clear()
        above: list[QTreeWidgetItem] = []
        for each in found:
            page = f" — {section(each.page).heading}" if flat and each.level > 1 else ""
            item = QTreeWidgetItem([f"{each.heading}{page}"])
            item.setData(0, _SECTION, each)
            del above[each.level - 1 :]
            if flat or not above:
                self.contents.addTopLevelItem(item)
            else:
                above[-1].addChild(item)
            above.append(item)
        if not above:
            nothing = QTreeWidgetItem(["Nothing found"])
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.contents.addTopLevelItem(nothing)

    def _chosen(self, item: QTreeWidgetItem | None) -> None:
        chosen = item.data(0, _SECTION) if item else None
        if isinstance(chosen, Section):
            self._show(chosen)

    def _show(self, wanted: Section) -> None:
        if self._shown is None or self._shown.page != wanted.page:
            self.page.setMarkdown(markdown(wanted.page))
            self.page.document().setDocumentMargin(_MARGIN)
        self._shown = wanted
        self._scroll_to(wanted.number)
        self._mark_words()

    def _scroll_to(self, number: int) -> None:
        """Scroll a heading to the top."""
        document = self.page.document()
        document.size()  # lays the page out to its end, which else is done when it is idle
        block = _heading(document.begin(), number)
        self.page.setTextCursor(QTextCursor(block))
        top = document.documentLayout().blockBoundingRect(block).top()
        self.page.verticalScrollBar().setValue(round(top))

    def _mark_words(self) -> None:
        """Mark the words that are searched for on the page."""
        marks = []
        marked = QTextCharFormat()
        marked.setBackground(self.palette().highlight())
        marked.setForeground(self.palette().highlightedText())
        found = self.contents.topLevelItem(0)
        nothing = found is None or found.flags() == Qt.ItemFlag.NoItemFlags
        for word in () if nothing else self.field.text().split():
            cursor = self.page.document().find(word)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor = cursor
                mark.format = marked
                marks.append(mark)
                cursor = self.page.document().find(word, cursor)
        self.page.setExtraSelections(marks)

    def _follow(self, url: QUrl) -> None:
        """Follow a link to another page or section; one to the web goes to the browser."""
        if url.toString().startswith(_SITES):
            QDesktopServices.openUrl(url)
            return
        page = url.path().rpartition("/")[2].removesuffix(".md")
        here = self._shown.page if self._shown else "manual"
        known = {each.page for each in sections()}
        self._show(section(page if page in known else here, url.fragment()))

    def _lay_out(self) -> None:
        beside = QSplitter()
        beside.addWidget(self.contents)
        beside.addWidget(self.page)
        beside.setSizes([260, 640])
        beside.setStretchFactor(1, 1)
        pile = QVBoxLayout(self)
        pile.addWidget(self.field)
        pile.addWidget(beside, 1)


def _heading(block: QTextBlock, number: int) -> QTextBlock:
    """Return the heading of that number, counted from 0 as sections are."""
    while block.isValid():
        if 0 < block.blockFormat().headingLevel() <= 3:
            if number == 0:
                return block
            number -= 1
        block = block.next()
    return block
