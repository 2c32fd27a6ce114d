"""The outline: the whole map as an editable tree, a complete second view beside the picture.

Everything can be read and done here without the picture, and with a screen reader. Selection is
the session's. What is expanded here is the outline's own affair; folding in the picture is another
thing and not mirrored.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QTreeView

from argmap.desktop.outline.drop_words import DropWords
from argmap.desktop.outline.model import OutlineModel
from argmap.desktop.outline.room_for_words import RoomForWords
from argmap.desktop.outline.row_delegate import RowDelegate, RowEditor
from argmap.desktop.outline.row_tree import Key, OutlineRow
from argmap.desktop.session import Session
from argmap.desktop.undoing.typing_place import TypingPlace
from argmap.desktop.widgets.ending import MODIFIERS, writes
from argmap.desktop.widgets.focus import TakesUp
from argmap.model.edits import edit
from argmap.model.history.patch import Patch

_Flag = QItemSelectionModel.SelectionFlag


class OutlinePane(QTreeView, TakesUp):
    """A tree of statements and steps; `menu_wanted` carries where on the screen a menu is asked."""

    menu_wanted = Signal(QPoint)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._model = OutlineModel(session, self)
        self._collapsed: set[Key] = set()
        self._following = False
        self._room = RoomForWords(self, self._model)
        self._blank = False
        self._drop_words = DropWords(self, self._model)
        self._dress()
        self.setModel(self._model)
        delegate = RowDelegate(self)
        delegate.ended.connect(lambda ending: session.go_on(ending, session.current))
        delegate.given_up.connect(self._drop)
        delegate.typed.connect(self._report_typing)
        delegate.given.connect(self._leave)
        self.setItemDelegate(delegate)
        delegate.sizeHintChanged.connect(self._make_room, Qt.ConnectionType.QueuedConnection)
        self.collapsed.connect(lambda index: self._collapsed.add(self._model.key(index)))
        self.expanded.connect(lambda index: self._collapsed.discard(self._model.key(index)))
        self.doubleClicked.connect(self._jump)
        self._model.rebuilt.connect(self._unfold)
        self._model.grown.connect(self._unfold_row)
        self._model.rebuilt.connect(self._room.measure)
        self.selectionModel().selectionChanged.connect(self._tell_session)
        self.selectionModel().currentChanged.connect(self._current_changed)
        session.selection_changed.connect(self._follow_session)
        session.drafted_switched.connect(self._follow_draft)
        session.opened.connect(self._start)
        session.changed.connect(self._map_changed)
        self._start()

    def commit(self) -> None:
        """Take over the text that is being edited, before the map is saved or closed."""
        for editor in self._editors():
            self.commitData(editor)

    def event(self, event: QEvent) -> bool:
        """Keep F2 for editing here; elsewhere it edits on the canvas."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and _is(event, Qt.Key.Key_F2)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write on the row, as on a card; Right on a reference jumps to the statement's own."""
        if writes(event) and not self._model.rowCount():
            event.ignore()  # the window begins the first claim with it
        elif writes(event):
            self._write(event.text())
        elif not (_is(event, Qt.Key.Key_Right) and self._jump(self.currentIndex())):
            super().keyPressEvent(event)
        if event.key() not in MODIFIERS:
            self._blank = _is(event, Qt.Key.Key_Space)

    def keyboardSearch(self, typed: str) -> None:
        """Write what an input method gives, as Qt would go to another row by that."""
        if typed.isprintable() and typed.strip():
            self._write(typed)

    def _write(self, typed: str) -> None:
        """Write behind the text of the current row; where that has none of its own, say so."""
        from argmap.texts.scripts import gap  # for nobody who only looks

        session, row = self._session, self.currentIndex()
        several = len(session.selected_statements) > 1
        if session.why_read_only or several or not row.flags() & Qt.ItemFlag.ItemIsEditable:
            card = f"Select the row of {'one' if several else 'a'} card to write on it."
            session.remark(session.why_read_only or card)
            return
        self.selectionModel().select(row, _Flag.ClearAndSelect)  # it may be the current one alone
        self.take_up()
        for editor in self._editors():
            words = editor.words()
            editor.insertPlainText(gap(words, typed, typed=self._blank) + typed)
        self._blank = False

    def _make_room(self, _row: QModelIndex) -> None:
        """Show all of a row that has grown; while one is higher than others all are measured."""
        delegate = self.itemDelegate()
        assert isinstance(delegate, RowDelegate), "the pane has set it"
        higher = delegate.higher
        self.setUniformRowHeights(not higher.isValid())
        self.doItemsLayout()
        if higher.isValid():
            self.scrollTo(higher)

    def take_up(self) -> None:
        """Write on the current row again; an editor that is open there has lost the keys alone."""
        if editors := self._editors():
            editors[0].setFocus()
        else:
            self.edit(self.currentIndex())

    def _editors(self) -> list[RowEditor]:
        """Return the editor that is open, if one is."""
        return [e for e in self.viewport().findChildren(RowEditor) if not e.over]

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is selected."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            row = self.visualRect(self.currentIndex())
            self.menu_wanted.emit(self.viewport().mapToGlobal(row.center()))
        else:
            self.menu_wanted.emit(event.globalPos())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Say beside the pointer what letting go would do."""
        super().dragMoveEvent(event)
        self._drop_words.follow(event, self.dropIndicatorPosition())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Say nothing any more."""
        super().dragLeaveEvent(event)
        self._drop_words.end()

    def dropEvent(self, event: QDropEvent) -> None:
        """Move the rows, and say nothing any more of what that would do."""
        super().dropEvent(event)
        self._drop_words.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let rows fill the pane, or be wider than it."""
        super().resizeEvent(event)
        self._room.give()

    def _current_changed(self, index: QModelIndex) -> None:
        self._blank = False
        self._room.look_at(index)

    def _dress(self) -> None:
        self.setAccessibleName("Outline")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.DoubleClicked)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.header().setStretchLastSection(False)
        # Where a text ends depends on what is seen of its row, so no row can merely be shifted.
        self.horizontalScrollBar().valueChanged.connect(lambda _: self.viewport().update())

    def _start(self) -> None:
        """Show another map."""
        self._collapsed.clear()
        with self._quietly():
            self._model.open(self._session.drafted)
        self._follow_session()

    def _map_changed(self, patch: Patch) -> None:
        with self._quietly():
            self._model.follow(patch)
        self._follow_session()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Let rows come and go without telling the session that others are selected by that."""
        before, self._following = self._following, True
        try:
            yield
        finally:
            self._following = before

    def _unfold(self) -> None:
        """Expand what has rows below it, unless the user has closed it.

        Not by `expandAll`: a row without any would have to be closed before Left leads up from it.
        """
        for index in self._model.parents():
            if self._model.key(index) not in self._collapsed:
                self.expand(index)

    def _unfold_row(self, came: OutlineRow) -> None:
        """Expand what came, and what it has come to."""
        self._room.take_in(came)
        for row in (*came.all, *([came.parent] if came.parent else [])):
            if row.rows and row.key not in self._collapsed:
                self.expand(row.item.index())

    def _jump(self, index: QModelIndex) -> bool:
        branch = self._model.branch(index)
        if branch is None or not branch.reference:
            return False
        self._choose([self._model.find(branch.id)])
        return True

    def _drop(self, text: str, undone: bool) -> None:
        """Let go of what was typed into the current row; it can be got back."""
        branch = self._model.branch(self.currentIndex())
        if branch:
            before = str(self.currentIndex().data(Qt.ItemDataRole.EditRole) or "").rstrip()
            self._session.drop_text(
                text, lambda: self._bring_back(branch.id, text), before=before, undone=undone
            )

    def _report_typing(self, text: str) -> None:
        """Let the journal and the commands know of a text that is not an edit yet."""
        branch = self._model.branch(self.currentIndex())
        id_ = branch.id if branch and text.strip() else ""
        make = (lambda m: edit.set_fields(m, id_, text=text.strip())) if id_ else None
        self._session.set_typing(make, self, blank=text[-1:].isspace())

    def _leave(self, index: QModelIndex, words: str) -> None:
        """Tell of a blank that was typed last on a row, and is no part of its text."""
        branch = self._model.branch(index)
        if branch:
            self._session.leave_words(branch.id, words.strip(), blank=words[-1:].isspace())

    def _bring_back(self, id_: str, text: str) -> TypingPlace | None:
        """Type again what was given up, in the row of its card."""
        before = self.currentIndex()
        self._session.select([id_])
        self._session.show_pane("outline")
        for editor in self._editors() if self.currentIndex() != before else ():
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.take_up()
        for editor in self._editors():
            editor.selectAll()
            editor.insertPlainText(text)
        return next(iter(self._editors()), None)

    def _tell_session(self) -> None:
        if self._following:
            return
        ids = [b.id for i in self.selectedIndexes() if (b := self._model.branch(i))]
        current = self._model.branch(self.currentIndex())
        if current and current.id in ids:
            ids = [*(i for i in ids if i != current.id), current.id]
        with self._quietly():
            self._session.select(ids)

    def _follow_draft(self) -> None:
        """Show where the new card will be that is being written.

        Its row goes a moment later: the click by which it was left is for the row that was seen.
        """
        if self._session.drafted or not self._model.drafted:
            self._show_draft()
        else:
            QTimer.singleShot(0, self, self._show_draft)

    def _show_draft(self) -> None:
        with self._quietly():
            self._model.show_draft(self._session.drafted)
        self._follow_session()

    def _follow_session(self) -> None:
        """Select the rows of what is selected, unless they are, maybe as references.

        While a new card is written its row stands for that.
        """
        if self._following:
            return
        drafted = self._session.drafted
        selection = (drafted.id,) if drafted else self._session.selection
        here = {b.id for i in self.selectedIndexes() if (b := self._model.branch(i))}
        if here != set(selection) or not self.currentIndex().isValid():
            self._choose([self._model.find(id_) for id_ in selection])

    def _choose(self, rows: list[QModelIndex]) -> None:
        chosen = QItemSelection()
        for row in rows:
            if row.isValid():
                chosen.select(row, row)
        last = rows[-1] if rows else QModelIndex()
        if not last.isValid():
            last = self._row_near(self._session.current)
        with self._quietly():
            self.selectionModel().select(chosen, _Flag.ClearAndSelect)
            self.selectionModel().setCurrentIndex(last, _Flag.NoUpdate)
        if last.isValid():
            self.scrollTo(last)
            self._current_changed(last)

    def _row_near(self, id_: str) -> QModelIndex:
        """Return the row of the premise for a relation that has none of its own."""
        relation = self._session.argument_map.relation_by_id.get(id_)
        return self._model.find(relation.premises[0]) if relation else QModelIndex()


def _is(event: QKeyEvent, key: Qt.Key) -> bool:
    bare = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() == key and bare == Qt.KeyboardModifier.NoModifier
