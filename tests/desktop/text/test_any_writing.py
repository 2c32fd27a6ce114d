"""Any row of edits of text and map, undo and redo: the text says what the map says, throughout."""

from __future__ import annotations

import random
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from argmap.desktop.session import Session
from argmap.desktop.text.editor import TextEditor
from argmap.desktop.text.source import Lines, Source
from argmap.desktop.text.writing import Writing
from argmap.desktop.widgets.plain_text import units
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, rearrange, removal
from argmap.store.yaml_file import BOM, dumps, read
from tests.desktop.helpers import POOL
from tests.long import LONG
from tests.store.maps import maps

PIECES = (
    *("", "x", " ", "\n", "\n  ", "- ", ": ", '"', "'", "# why", "[", "{", "demand", "cost"),
    *("text", "\t", "🐦", "  - id: new\n    text: New.\n", "\n    note: More.", "relations:\n"),
    *("argmap: 1\n", "<<<<<<< a\n"),
)
BREAKS = ("\n", "\r\n", "\r")


class Pane:
    """The editor and what takes over what is typed in it, without a window around them."""

    def __init__(self, text: str) -> None:
        self.session = Session()
        self.editor = TextEditor()
        self.writing = Writing(self.session, self.editor)
        self.session.open(read(text))
        self.follow()

    def follow(self) -> None:
        """Show the text that the session has now, unless it is what was typed here."""
        before, new = self.editor.source.lines, Source(self.session.written.text())
        self.editor.source.start, self.editor.source.newline = new.start, new.newline
        self.editor.put(Lines(0, len(before), new.lines).trimmed(before))

    def type(self, chance: random.Random, *, read_at_once: bool) -> None:
        """Type, paste or delete something somewhere."""
        text = self.editor.source.shown()
        start = chance.randint(0, len(text))
        end = start + chance.choice((0, 0, 1, 30))
        cursor = QTextCursor(self.editor.document())
        cursor.setPosition(units(text[:start]))
        cursor.setPosition(units(text[:end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(chance.choice(PIECES))
        if read_at_once:
            self.session.settle()

    def delete_and_type_again(self, chance: random.Random) -> None:
        """Delete something and type the same again, both in one run and each read at once."""
        cursor = QTextCursor(self.editor.document())
        start = chance.choice((0, chance.randint(0, cursor.document().characterCount() - 1)))
        cursor.setPosition(cursor.document().characterCount() - 1 - start)
        cursor.movePosition(
            QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor
        )
        deleted = cursor.selectedText()
        cursor.removeSelectedText()
        self.session.settle()
        cursor.insertText(deleted)
        self.session.settle()

    def go(self, way: Callable[[], None]) -> None:
        """Undo or redo, and look at what that gives."""
        way()
        self.follow()
        self.check()

    def close(self) -> None:
        self.writing.close()
        self.editor.deleteLater()
        self.session.deleteLater()

    def check(self) -> None:
        """Check that nothing of the text is lost, and that the map is that of the text."""
        session = self.session
        shown = self.editor.document().toRawText().replace("\u2029", "\n")
        assert shown == self.editor.source.shown()
        if session.held:
            assert session.written.text() == self.editor.source.text()
        else:
            again = read(session.text.text())
            # A relation without an id of its own keeps what it was called as long as it is open.
            assert dumps(again.argument_map) == dumps(session.argument_map)
            assert again.read_only == session.read_only


def edited(chance: random.Random) -> Callable[[ArgumentMap], ArgumentMap]:
    """Return some edit of the map."""

    def make(argument_map: ArgumentMap) -> ArgumentMap:
        if not argument_map.statements:
            return edit.add_claim(argument_map, "A claim.")
        id_ = chance.choice(argument_map.statements).id
        ways = (
            lambda: edit.add_premise(argument_map, id_, "Because of this."),
            lambda: edit.set_fields(argument_map, id_, text="Something else."),
            lambda: removal.delete_cards(argument_map, [id_]),
            lambda: rearrange.move_sibling(argument_map, id_, 1),
        )
        try:
            return chance.choice(ways)()
        except ArgmapError:
            return argument_map

    return make


@settings(deadline=None, max_examples=30 * LONG, suppress_health_check=list(HealthCheck))
@given(
    st.one_of(st.just(POOL), maps().map(dumps)),
    st.sampled_from(BREAKS),
    st.booleans(),
    st.lists(st.sampled_from("ttTwwwwbbppmmmuuur"), min_size=1, max_size=14),
    st.integers(0, 2**32),
)
def test_text_and_map_say_the_same_whatever_is_done(
    qapp: object, text: str, line_break: str, bom: bool, steps: list[str], seed: int
) -> None:
    del qapp
    text = BOM * bom + text.replace("\n", line_break)
    pane, chance = Pane(text), random.Random(seed)
    first = pane.session.text.text()
    try:
        for step in steps:
            take(step, pane, chance)
            pane.check()
        pane.session.settle()
        seen = [pane.session.written.text()]
        while pane.session.undo_name:
            pane.go(pane.session.undo)
            seen.append(pane.session.written.text())
        assert seen[-1] == first
        for text in reversed(seen[:-1]):
            pane.go(pane.session.redo)
            assert pane.session.written.text() == text
    finally:
        pane.close()


def take(step: str, pane: Pane, chance: random.Random) -> None:
    """Do something: type, have it read or not, go back, pause, edit, undo, redo."""
    match step:
        case "t" | "T" | "w":
            if step == "w":
                pane.editor.word_begins.emit()
            pane.type(chance, read_at_once=step == "t")
        case "b":
            pane.delete_and_type_again(chance)
        case "p":
            pane.writing.end_run()
        case "m":
            pane.session.attempt("Edit", edited(chance))
        case "u":
            pane.session.undo()
        case "r":
            pane.session.redo()
    if step not in "btTw" or not pane.session.held:
        pane.follow()
