"""Ids in an editor: to where one is given, to all that name it, and another name for it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from argmap.authoring.naming import definition, id_at, renaming, uses
from argmap.authoring.spots import Spot
from argmap.authoring.written import Change, Written
from argmap.desktop.text.comforts.asking import Asker
from argmap.desktop.text.comforts.lights import Lights
from argmap.desktop.text.comforts.now import Now, index_here, now, place_of, select, step
from argmap.desktop.text.comforts.rename_field import RenameField
from argmap.desktop.text.comforts.showing import below_cursor, refuses, say
from argmap.desktop.text.editor import TextEditor
from argmap.desktop.widgets import plain_text
from argmap.desktop.widgets.choosing.menu import Menu
from argmap.desktop.widgets.plain_text import units
from argmap.errors import ArgmapError, in_a_row, shortened
from argmap.frozen import frozen

_MOST = 40
"""Uses that are listed."""
_LIT = 1000
"""Uses that are lit."""
_LONG = 70
_NO_ID = "The cursor is on no id."


@frozen
class Places:
    """Where an id is given, and the places that name it."""

    id: str
    given: Spot | None
    named: tuple[Spot, ...]


class Naming:
    """Goes along the ids of an editor, and renames them."""

    def __init__(self, editor: TextEditor, asker: Asker, lights: Lights) -> None:
        self._editor = editor
        self._asker = asker
        self._lights = lights
        self._field = RenameField(editor)
        editor.cursorPositionChanged.connect(self._light_uses)

    @property
    def known_here(self) -> bool:
        """Whether the cursor is on an id, as far as is known by now."""
        return self._spot() is not None

    def define(self) -> None:
        """Go to where the id at the cursor is given."""
        self._asker.ask(definition, self._go_to)

    def list_uses(self) -> None:
        """List what names the id at the cursor, to go there."""
        self._asker.ask(_places, self._show_uses)

    def ask_name(self) -> None:
        """Ask for another name of the id at the cursor, and write it wherever that is named."""
        if not refuses(self._editor):
            self._asker.ask(id_at, self._show_field)

    def _go_to(self, text: Now, spot: Spot | None) -> None:
        if spot:
            select(self._editor, text, spot.start, spot.start)
        else:
            say(self._editor, _NO_ID)

    def _show_uses(self, text: Now, places: Places | None) -> None:
        if places is None:
            say(self._editor, _NO_ID)
            return
        menu = Menu("Uses", self._editor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        given = [places.given] if places.given else []
        rows = sorted([*given, *places.named], key=lambda spot: spot.start)
        for spot in rows[:_MOST]:
            action = menu.addAction(plain_text.label(_row(text.text, spot)))
            action.triggered.connect(partial(self._go_back_to, text, spot))
        if len(rows) > _MOST:
            menu.addAction(f"… and {len(rows) - _MOST} more").setEnabled(False)
        menu.popup(below_cursor(self._editor))
        menu.setActiveAction(menu.actions()[0])

    def _go_back_to(self, text: Now, spot: Spot, _checked: bool = False) -> None:
        if now(self._editor).text == text.text:
            self._go_to(text, spot)

    def _show_field(self, text: Now, spot: Spot | None) -> None:
        if spot is None:
            say(self._editor, _NO_ID)
            return
        there = text.place(spot.start), text.place(spot.end)
        self._field.ask(spot.said, there, partial(self._rename, spot.said))

    def _rename(self, id_: str, new: str) -> None:
        def seek(text: Written, _index: int) -> tuple[Change, ...] | str:
            try:
                return renaming(text, id_, new)
            except ArgmapError as error:
                return plain_text.shown(in_a_row(error.message, error.hint))

        def taken(text: Now, found: tuple[Change, ...] | str) -> None:
            if isinstance(found, str):
                self._field.complain(found)
            else:
                self._field.leave()
                step(self._editor, text, found)

        self._asker.ask(seek, taken)

    def _spot(self) -> Spot | None:
        editor, written = self._editor, self._editor.shown.written
        if written is None or not editor.up_to_date:
            return None
        return id_at(written, index_here(editor, written))

    def _light_uses(self) -> None:
        """Light what names the id at the cursor, too, where that is known without reading."""
        spot, written = self._spot(), self._editor.shown.written
        spans: list[tuple[int, int]] = []
        if spot and written:
            given = written.defined.get(spot.said)
            found = sorted([*filter(None, [given]), *uses(written, spot.said)], key=_start)
            for each in found[:_LIT]:
                start = place_of(self._editor, written, each.start)
                spans.append((start, start + units(written.text[each.start : each.end])))
        self._lights.set("uses", spans)


def _start(spot: Spot) -> int:
    return spot.start


def _places(text: Written, index: int) -> Places | None:
    spot = id_at(text, index)
    return Places(spot.said, text.defined.get(spot.said), uses(text, spot.said)) if spot else None


def _row(text: str, spot: Spot) -> str:
    """Return what to call a place in a text: the number of its line, and what stands on it."""
    begin, end = text.rfind("\n", 0, spot.start) + 1, text.find("\n", spot.end)
    line = text[begin : end if end >= 0 else len(text)].strip()
    return f"{text.count(chr(10), 0, begin) + 1}:  {shortened(line, _LONG)}"
