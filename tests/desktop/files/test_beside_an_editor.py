"""One file in the window and in an editor with `argmap lsp`: each sees what the other has saved."""

from __future__ import annotations

from pathlib import Path

from lsprotocol import types
from pytestqt.qtbot import QtBot

from argmap.desktop.text.pane import TextPane
from argmap.desktop.window import Window
from tests.commands.serving.client import Editor, edit
from tests.desktop.helpers import POOL, click_remedy, press_keys, retext, told


def shown(window: Window) -> TextPane:
    window.panes.enter("text")
    return window.text_pane


def test_what_an_editor_saves_is_offered_in_the_window(
    opened: Window, pool_file: Path, qtbot: QtBot
) -> None:
    pane = shown(opened)

    async def write_and_save(editor: Editor) -> None:
        assert await editor.problems() == []
        editor.replace("    kind: rebuttal", "    kind rebuttal")
        (found,) = await editor.problems()
        assert found.code == "not-yaml"
        pool_file.write_text(editor.text, encoding="utf-8")
        qtbot.waitUntil(lambda: "changed by another program" in told(opened))
        (fix,) = await editor.fixes(found)
        editor.apply_all(fix.edit)
        editor.replace("Staff cost doubles", "Staff cost triples")
        pool_file.write_text(editor.text, encoding="utf-8")

    edit(pool_file, POOL, write_and_save)
    qtbot.waitUntil(lambda: "changed by another program" in told(opened))
    click_remedy(opened, "Reload")
    qtbot.waitUntil(lambda: "triples" in pane.editor.toPlainText() and not pane.busy)
    assert not opened.session.read_only
    assert "triples" in opened.session.argument_map.statement_by_id["cost"].text


def test_what_the_window_saves_is_read_in_the_editor(
    opened: Window, pool_file: Path, qtbot: QtBot
) -> None:
    pane = shown(opened)

    async def look(editor: Editor) -> None:
        assert await editor.problems() == []
        retext(opened, "Demand: three hundred asked.")
        press_keys(opened, "Ctrl+S")
        qtbot.waitUntil(lambda: not opened.session.modified and not pane.busy)
        editor.become(
            pool_file.read_text(encoding="utf-8")
        )  # as editors do when a file has changed
        assert await editor.problems() == []
        place = types.HoverParams(editor.here, editor.at("from: [demand]", 8))
        hover = await editor.client.text_document_hover_async(place)
        assert hover is not None
        assert isinstance(hover.contents, types.MarkupContent)
        assert "three hundred asked" in hover.contents.value

    edit(pool_file, POOL, look)
    assert "changed by another program" not in told(opened), "nobody else wrote it"
