"""A map of five cards, built, saved, reopened and exported without touching the mouse."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from argmap.desktop.export.choice import Choice
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.model.kinds import Bearing, Kind
from argmap.store.yaml_file import load
from tests.desktop.helpers import editor, exports

Press = Callable[..., None]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _write(window: Window, press: Press, text: str, ending: Qt.Key = Qt.Key.Key_Return) -> None:
    assert editor(window) is not None, "no editor is open"
    press(window, text, ending)


def _drawn(window: Window, qtbot: QtBot) -> None:
    argument_map = window.session.argument_map
    qtbot.waitUntil(lambda: set(window.canvas.map_scene.cards) == set(argument_map.statement_by_id))


def build_five(window: Window, press: Press, qtbot: QtBot) -> None:
    _write(window, press, "Open it.", Qt.Key.Key_Tab)
    _write(window, press, "People ask for it.")
    _drawn(window, qtbot)
    press(window, Qt.Key.Key_Return, held=CTRL)
    _write(window, press, "What people ask for is done.")
    _drawn(window, qtbot)
    press(window, Qt.Key.Key_Up, held=CTRL)
    press(window, Qt.Key.Key_Backtab, held=SHIFT)
    _write(window, press, "Few people asked.")
    _drawn(window, qtbot)
    window.session.select(["open-it"])
    press(window, Qt.Key.Key_Backtab, held=SHIFT)
    _write(window, press, "It costs a lot.")
    _drawn(window, qtbot)


def test_five_cards(window: Window, press: Press, qtbot: QtBot) -> None:
    build_five(window, press, qtbot)
    argument_map = window.session.argument_map
    assert [(s.text, s.kind) for s in argument_map.statements] == [
        ("Open it.", Kind.CLAIM),
        ("People ask for it.", Kind.PREMISE),
        ("What people ask for is done.", Kind.PREMISE),
        ("It costs a lot.", Kind.REBUTTAL),
        ("Few people asked.", Kind.REBUTTAL),
    ]
    step = argument_map.relations[0]
    assert step.linked
    assert step.target == "open-it"
    undercut = argument_map.relations_of("few-people-asked")[0]
    assert (undercut.bearing, undercut.target) == (Bearing.ATTACKS, step.id)


def test_every_card_is_one_step_back(window: Window, press: Press, qtbot: QtBot) -> None:
    build_five(window, press, qtbot)
    assert len(window.session.document.done) == 5
    before = window.session.argument_map
    for _ in range(5):
        press(window, Qt.Key.Key_Z, held=CTRL)
    assert not window.session.argument_map.statements
    assert not window.session.document.modified
    for _ in range(5):
        press(window, Qt.Key.Key_Y, held=CTRL)
    assert window.session.argument_map == before


def test_escape_leaves_no_trace(window: Window, press: Press) -> None:
    press(window, "Not this one", Qt.Key.Key_Escape)
    assert not window.session.argument_map.statements
    assert not window.session.document.done


def test_typing_writes_on_the_card(opened: Window, press: Press) -> None:
    opened.session.select(["demand"])
    press(opened, "Many", Qt.Key.Key_Return)
    text = opened.session.argument_map.statement_by_id["demand"].text
    assert text == "Two hundred residents asked for it. Many"


def test_keys_of_the_canvas_are_letters_in_the_editor(opened: Window, press: Press) -> None:
    opened.session.select(["demand"])
    press(opened, Qt.Key.Key_F2, Qt.Key.Key_End, Qt.Key.Key_Delete, " ", "x")
    press(opened, Qt.Key.Key_Return)
    assert len(opened.session.argument_map.statements) == 3
    assert opened.session.argument_map.statement_by_id["demand"].text.endswith("it. x")


def test_saved_reopened_exported(
    window: Window,
    press: Press,
    qtbot: QtBot,
    windows: Windows,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    build_five(window, press, qtbot)
    path = tmp_path / "five.argmap.yaml"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    press(window, Qt.Key.Key_S, held=CTRL)
    assert not window.isWindowModified()
    assert load(path).argument_map == window.session.argument_map
    assert not load(path).problems
    window.close()
    again = windows.add()
    windows.open(path, again.session)
    assert again.session.argument_map.statements[0].text == "Open it."

    starts = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF", "dot": b"digraph"}
    for format_, start in starts.items():
        target = tmp_path / f"five.{format_}"
        exports(again).pictures.export(Choice(format=format_), target)
        qtbot.waitUntil(target.exists, timeout=20_000)
        assert start in target.read_bytes()[:300]
