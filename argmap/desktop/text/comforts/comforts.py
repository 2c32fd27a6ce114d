"""All that makes writing in one editor easy, as the commands of the window call it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent

from argmap.desktop.text import folding
from argmap.desktop.text.comforts.asking import Asker
from argmap.desktop.text.comforts.completing import Completion
from argmap.desktop.text.comforts.lights import Lights
from argmap.desktop.text.comforts.mending import Mending
from argmap.desktop.text.comforts.naming import Naming
from argmap.desktop.text.comforts.search_bar import SearchBar
from argmap.desktop.text.comforts.showing import below_cursor
from argmap.desktop.text.editor import TextEditor
from argmap.desktop.text.numbers import toggle
from argmap.drawing.theme import Theme
from argmap.errors import ArgmapError
from argmap.texts.lookup import Lookup


class Comforts(QObject):
    """Completion, fixes, names, folding and finding; `menu_wanted` says where a menu is to be."""

    menu_wanted = Signal(QPoint)

    def __init__(
        self,
        editor: TextEditor,
        lookup: Callable[[], Lookup],
        refuse: Callable[[ArgmapError], None],
    ) -> None:
        super().__init__(editor)
        self._editor = editor
        self._asker = Asker(editor, refuse)
        self._lights = Lights(editor)
        self.completion = Completion(editor)
        self.mending = Mending(editor, self._asker, lookup)
        self.naming = Naming(editor, self._asker, self._lights)
        self.search = SearchBar(editor, self._lights)
        editor.viewport().installEventFilter(self)
        editor.cursorPositionChanged.connect(self._open_here)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._asker.busy

    @property
    def writable(self) -> bool:
        """Whether the text can be changed."""
        return not self._editor.isReadOnly()

    def use(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._lights.use(theme)

    def fold(self) -> None:
        """Fold what belongs to the line of the cursor, or that it belongs to; or open it."""
        head = folding.head_of(self._editor.textCursor().block())
        if head.isValid():
            toggle(self._editor, head)

    @property
    def foldable(self) -> bool:
        """Whether the line of the cursor belongs to something that folds."""
        return folding.head_of(self._editor.textCursor().block()).isValid()

    def fold_items(self) -> None:
        """Fold all items, or open all if any is folded."""
        if folding.any_folded(self._editor):
            folding.unfold_all(self._editor)
        else:
            folding.fold_items(self._editor)

    def close(self) -> None:
        """End, leaving no thread."""
        self._asker.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to what is clicked on with Ctrl, and ask for a menu where one is wanted."""
        if isinstance(event, QContextMenuEvent):
            self._want_menu(event)
            return True
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            left = event.button() == Qt.MouseButton.LeftButton
            if left and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
                self.naming.define()
        return super().eventFilter(watched, event)

    def _want_menu(self, event: QContextMenuEvent) -> None:
        """Put the cursor where the mouse is, unless that is in what is selected."""
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            self.menu_wanted.emit(below_cursor(self._editor))
            return
        there = self._editor.cursorForPosition(event.pos())
        own = self._editor.textCursor()
        if not own.selectionStart() <= there.position() < own.selectionEnd():
            self._editor.setTextCursor(there)
        self.menu_wanted.emit(event.globalPos())

    def _open_here(self) -> None:
        """Bring the line of the cursor into sight."""
        here = self._editor.textCursor().block()
        if not here.isVisible():
            folding.unfold_around(self._editor, here)
