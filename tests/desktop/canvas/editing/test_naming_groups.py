"""A group that was just made gets an id of its title; one that may be known keeps its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from argmap.desktop.window import Window
from argmap.model.edits import edit
from tests.desktop.helpers import press_keys

Press = Callable[..., None]
# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def groups(window: Window) -> list[tuple[str, str]]:
    return [(group.id, group.title) for group in window.session.argument_map.groups]


def test_a_new_group_has_an_id_of_the_title_that_it_is_given(
    opened: Window, press: Press, qtbot: QtBot
) -> None:
    opened.session.select(["cost", "demand"])
    press_keys(opened, "Ctrl+G")
    qtbot.waitUntil(lambda: opened.focusWidget() is not opened.canvas)
    press(opened, "Money", Qt.Key.Key_Return)
    assert groups(opened) == [("money", "Money")]
    found = opened.session.argument_map.statement_by_id
    assert {found[id_].group for id_ in ("cost", "demand")} == {"money"}
    opened.session.undo()
    assert groups(opened) == [("new-group", "New group")]
    opened.session.undo()
    assert groups(opened) == []
    for _ in range(2):
        opened.session.redo()
    assert groups(opened) == [("money", "Money")]


@pytest.mark.parametrize("since", ["another step", "saved"])
def test_a_group_that_may_be_known_keeps_its_id(
    opened: Window, press: Press, qtbot: QtBot, since: str
) -> None:
    opened.session.attempt("Group", lambda m: edit.group(m, ["cost"], "New group"))
    if since == "saved":
        assert opened.files.save()
    else:
        opened.session.attempt("Text", lambda m: edit.set_fields(m, "demand", text="Many asked."))
    qtbot.waitUntil(lambda: bool(opened.canvas.map_scene.halos_of("new-group")))
    opened.canvas.rename_group("new-group")
    press(opened, "Money", Qt.Key.Key_Return)
    assert groups(opened) == [("new-group", "Money")]


@pytest.mark.parametrize("cards", [["cost", "demand"], ["cost"]])
@pytest.mark.parametrize("early", [0, 3, 5])
def test_a_title_is_written_whether_or_not_the_picture_has_the_group_yet(
    opened: Window, press: Press, qtbot: QtBot, cards: list[str], early: int
) -> None:
    opened.session.select(cards)
    before = opened.session.argument_map.statement_by_id["cost"].text
    with qtbot.waitSignal(opened.canvas.drawn):
        press_keys(opened, "Ctrl+G")
        assert not opened.canvas.map_scene.halos_of("new-group")
        press(opened, "Money"[:early])
    halo = opened.canvas.map_scene.halos_of("new-group")[0]
    field = opened.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == ("Money"[:early] or "New group")
    at_halo = opened.canvas.rect_to_viewport(halo.sceneBoundingRect())
    assert at_halo.contains(QPointF(field.geometry().center()))
    press(opened, "Money"[early:], Qt.Key.Key_Return)
    assert groups(opened) == [("money", "Money")]
    assert opened.session.argument_map.statement_by_id["cost"].text == before
