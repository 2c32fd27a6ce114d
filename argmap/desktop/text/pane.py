"""The pane of the text: what the file would hold if it were saved now, to be read and written.

It follows every edit of the map, and what is typed in it becomes one (`writing`). Selection goes
both ways: what is selected in the map is lit here, and the item on whose lines the cursor is put
is selected there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from threading import Event

from PySide6.QtGui import QShowEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from argmap.desktop.appearance import Appearance
from argmap.desktop.live.critique import LiveCritique
from argmap.desktop.notices.notice import notice_of
from argmap.desktop.running.jobs import LatestOnly
from argmap.desktop.session import Session
from argmap.desktop.text.brought_back import Place, place_after
from argmap.desktop.text.caption import Caption
from argmap.desktop.text.comforts.comforts import Comforts
from argmap.desktop.text.editor import TextEditor
from argmap.desktop.text.shown import Shown, show
from argmap.desktop.text.source import Lines, Source
from argmap.desktop.text.whereabouts import Whereabouts
from argmap.desktop.text.writing import Writing
from argmap.errors import ArgmapError, Problem, Severity
from argmap.model.history.patch import Patch
from argmap.store.file_text import FileText
from argmap.store.journal import InText
from argmap.store.yaml_file import Reading

_TOO_LARGE = (
    "This text is for reading: it has more than 8 million characters, or a line of more than 20 000"
    " of them. Change the map, or the file in another editor."
)
_SHUT = "Until that is put right the map stays as it was, and cannot be changed."


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
        self._has: FileText | None = None
        self._loose = False
        self._line = 0
        self._due, self._wrote = True, False
        self._told: Sequence[Problem] = ()
        self.editor = TextEditor()
        self.left = self.editor.left
        self.writing = Writing(session, self.editor)
        self.comforts = Comforts(self.editor, lambda: critique.texts, self._refuse)
        self.whereabouts = Whereabouts(session, self, self.editor, lambda: self._loose)
        self.whereabouts.gone.connect(self._left_by)
        self.caption = Caption()
        pile = QVBoxLayout(self)
        pile.setContentsMargins(0, 0, 0, 0)
        pile.setSpacing(0)
        pile.addWidget(self.editor, 1)
        pile.addWidget(self.comforts.search)
        pile.addWidget(self.caption)
        self.setFocusProxy(self.editor)
        self.editor.use(appearance.theme)
        self.comforts.use(appearance.theme)
        appearance.changed.connect(self._use_theme)
        session.opened.connect(self._another_map)
        session.changed.connect(self._map_changed)
        session.held_changed.connect(self._held_changed)
        session.selection_changed.connect(self._follow_selection)
        critique.found.connect(self._problems_found)
        self.writing.taken.connect(self._taken)
        self.editor.written_on.connect(self._typed)
        self.editor.cursorPositionChanged.connect(self._moved)
        self.editor.entered.connect(self._entered)
        self.caption.wanted.connect(self._go_to_line)

    @property
    def busy(self) -> bool:
        """Whether what is shown is older than the map, or the map older than the text."""
        return self._jobs.busy or self.writing.busy

    def commit(self, _going_on: bool = False) -> None:
        """Have what was typed made an edit."""
        self.writing.settle()

    def refresh(self) -> None:
        """Show what is made out of the text as it is now, if the pane is to be seen."""
        if not self.isVisible() or self.writing.busy:
            return
        if self._has is None and not self._session.held and not self._loose:
            self._put_all()
        session, reading = self._session, self.writing.reading
        self._told = problems = self._critique.problems
        if reading and session.held:
            problems = reading.problems
        elif not (reading and self._loose):
            told, text = session.told_problems, session.text.frozen()
            reading = Reading(session.argument_map, text, told, read_only=False)
        source = self.editor.source.frozen()
        before = self.editor.shown.written
        work = partial(show, source, reading, session.argument_map, problems, before=before)
        self._jobs.start(partial(_letting_go, self._spent, work), self._arrived)

    def close_down(self) -> None:
        """End, leaving no thread."""
        self._jobs.close()
        self.writing.close()
        self.comforts.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened unseen."""
        super().showEvent(event)
        self.refresh()

    def go_to(self, problem: Problem) -> None:
        """Put the cursor to where something is wrong, or was when that was told."""
        self.refresh()
        marks = (mark for on_line in self.editor.shown.marks.values() for mark in on_line)
        known = next((mark for mark in marks if mark.problem == problem), None)
        written = self.editor.shown.written
        line = problem.where.line - 1
        if known and written:
            line = self.editor.drift.now(written.lines.of(known.start)[0])
        self.editor.go_to(max(line, 0), max(problem.where.column - 1, 0))

    def go_on(self, there: InText) -> None:
        """Let somebody who was writing at a place go on there."""
        self.refresh()
        self._due, self._wrote = False, True
        self.editor.select((there.other_line, there.other_at), (there.line, there.at))
        self.editor.centerCursor()

    def _refuse(self, error: ArgmapError) -> None:
        self._session.post_notice(notice_of(error))

    def _tell(self) -> None:
        """Say what is wrong, if part of the text is not on the map for that."""
        if self.editor.isReadOnly():
            self.caption.remark(_TOO_LARGE)
            return
        shown, closed = self.editor.shown, self._session.problem
        marks = (mark for _, on_line in sorted(shown.marks.items()) for mark in on_line)
        errors = (m.problem for m in marks if m.problem.severity is Severity.ERROR)
        first = closed or next(errors, None)
        follows = _SHUT if self._session.held and closed else ""
        line = self.editor.drift.now(first.where.line - 1) if first and first.where.line else -1
        self.caption.tell(first, line, follows)

    def _go_to_line(self, line: int) -> None:
        self.editor.setFocus()
        self.editor.go_to(line)

    def _typed(self) -> None:
        self.caption.lasting.put_off()
        self._jobs.cancel()
        self._has = None
        self._loose = self._due = False
        self._wrote = True

    def _taken(self) -> None:
        """Show the colours of what was typed and read.

        Where the reader had to put a line right, that waits until the cursor has left it.
        """
        reading = self.writing.reading
        self._loose = bool(reading and reading.repairs and not reading.read_only)
        self._line = self.editor.textCursor().blockNumber()
        if not self._loose and not self._session.held:
            self._has = self._session.text.frozen()
        self.refresh()

    def _problems_found(self) -> None:
        """Show the problems that are known now, unless they are those that are shown."""
        if self._critique.problems != self._told or not self.editor.shown.text:
            self.refresh()

    def _another_map(self) -> None:
        self.writing.forget()
        self._has, self._loose = None, False
        self.refresh()

    def _map_changed(self, patch: Patch) -> None:
        """Change the lines that an edit of the map has changed, and make out the text anew."""
        if self.writing.taking:
            return
        edit = self._session.document.last_edit
        shifting = self._session.document.shifting and not self._loose
        before = self.editor.source.lines[:] if shifting else None
        has, self._has = self._has, None
        self._loose = False
        if self.isVisible() and has and edit:
            for start, end, becomes in has.parts(edit):
                self._put(self.editor.source.replacing(start, end, becomes))
            self._has = self._session.text.frozen()
        self.refresh()
        if before:
            self._go_behind(before)
        if self._session.current in patch.ids:
            self._go_along()

    def _held_changed(self) -> None:
        """Show a text that undo has taken back or brought back."""
        held = self._session.held
        if self.writing.taking or (held and held.source is self.editor.source):
            return
        before = self.editor.source.lines[:]
        self.writing.forget()
        self._has, self._loose = None, False
        if held:
            self._put_all(held.text())
            self.writing.begin()
        self.refresh()
        self._go_behind(before)

    def _go_behind(self, before: Sequence[str]) -> None:
        """Put the cursor behind what undo or redo has brought back here, or where it went."""
        editor = self.editor
        if not editor.in_use:
            return
        place = place_after(before, editor.source.lines, editor.typed)
        if place:
            self._following = True
            editor.put_cursor(*place)
            self._following = False

    def _put_all(self, text: str | None = None) -> None:
        """Show a whole text, that of the map if no other: lines that are the same stay."""
        editor, new = self.editor, Source(text or self._session.text.text())
        editor.source.start, editor.source.newline = new.start, new.newline
        before = editor.source.lines
        self._put(Lines(0, len(before), new.lines).trimmed(before))
        if text is None:
            self._has = self._session.text.frozen()
        editor.allow_writing(allowed=not editor.source.too_large)
        if editor.isReadOnly():
            self.caption.remark(_TOO_LARGE)

    def _put(self, lines: Lines) -> None:
        self._following = True
        self.editor.put(lines)
        self._following = False

    def _use_theme(self) -> None:
        self.editor.use(self._appearance.theme)
        self.comforts.use(self._appearance.theme)
        self._light()

    def _arrived(self, shown: Shown | ArgmapError | None) -> None:
        if isinstance(shown, ArgmapError):
            self._session.post_notice(notice_of(shown))
        elif shown is not None:
            self._spent.append(self.editor.take(shown))
            self._light()
            self._tell()
            if self._due:
                self._go_to_selection()
            elif self._wrote and self.editor.in_use:
                self._select_here()
            self._due = self._wrote = False

    def _follow_selection(self) -> None:
        """Bring what was selected elsewhere into view; the cursor goes there as well."""
        self._light()
        self._go_along()

    def _go_along(self) -> None:
        """Let the cursor follow what is done elsewhere, now and when its lines are made out."""
        pressed = self.editor.hasFocus() and QApplication.mouseButtons()
        if not (self.editor.in_use or pressed):  # a press is for the line that was seen there
            self._due = True
            self._go_to_selection()

    def _entered(self) -> None:
        """Have the cursor where it is to follow to before the first key, made out or not."""
        if self._due:
            self._go_to_selection(at_once=True)

    def _go_to_selection(self, *, at_once: bool = False) -> None:
        """Put the cursor behind the sentence of what is selected."""
        if not self._session.argument_map.statements and self.editor.textCursor().atStart():
            self.editor.moveCursor(QTextCursor.MoveOperation.End)
        id_ = self._session.current
        line = self._line_of(id_, at_once=at_once)
        if line >= 0 and (self._due or id_ != self._here()):
            self._following = True
            # Who types at once goes on with the sentence, and does not break the item.
            self.editor.go_to(*self._behind_words(id_, line))
            if self._session.left_blank(id_, self._words_of(id_)):
                self.editor.await_blank()
            self._following = False

    def _behind_words(self, id_: str, line: int) -> Place:
        """Return the place behind what an item says that begins on a line."""
        chunk = self._session.text.by_key.get(id_)
        return self.editor.behind_words(line, chunk.name if chunk else "")

    def _words_of(self, id_: str) -> str:
        statement = self._session.argument_map.statement_by_id.get(id_)
        return statement.text if statement else ""

    def _left_by(self) -> None:
        """Tell of a blank that was typed last behind a sentence, which the map has not."""
        if self.editor.awaits_blank:
            return  # somebody has only looked in
        id_, words_end = self._session.current, (-1, 0)
        line, at = self.editor.places()[1]
        before = self.editor.source.lines[line][:at]
        if before[-1:] == " " and (start := self._line_of(id_, at_once=False)) >= 0:
            words_end = self._behind_words(id_, start)
        blank = words_end[0] == line and words_end[1] < at and not before[words_end[1] :].strip()
        self._session.settle()  # what is written elsewhere goes on from there
        self._session.leave_words(id_, self._words_of(id_), blank=blank)

    def _line_of(self, id_: str, *, at_once: bool) -> int:
        """Return the line on which an item begins, -1 if that is not known, or not `at_once`."""
        shown = self.editor.shown
        if at_once and self._has is not None and not self.editor.up_to_date:
            place = self._has.places({id_}).get(id_)
            return place.line - 1 if place else -1
        line = shown.line_of(id_)
        return self.editor.drift.now(line) if line >= 0 else -1

    def _here(self) -> str:
        line = self.editor.drift.before(self.editor.textCursor().blockNumber())
        return self.editor.shown.item_at(line) if line >= 0 else ""

    def _light(self) -> None:
        first, last = self.editor.shown.lines_of(self._session.current)
        drift = self.editor.drift
        self.editor.light(*((drift.now(first), drift.now(last)) if first >= 0 else (-1, -1)))

    def _moved(self) -> None:
        """Select the item on whose lines the user has put the cursor."""
        if self._following or not self.editor.hasFocus():
            return
        self._due = False
        if (
            self._loose
            and not self.writing.busy
            and self._line != self.editor.textCursor().blockNumber()
        ):
            self._let_go()
        self._select_here()

    def _select_here(self) -> None:
        item = self._here()
        if self._session.argument_map.item(item):
            self._session.select([item])

    def _let_go(self) -> None:
        """Show the line that was put right as it is in the map's text."""
        self._loose = False
        self.writing.reading = None
        self.refresh()


def _letting_go(
    spent: list[Shown], work: Callable[[Event], Shown | None], cancel: Event
) -> Shown | None:
    """Do work, and first let go what is spent: its places are many, and the window would wait."""
    spent.clear()
    return work(cancel)
