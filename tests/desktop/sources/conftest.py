"""A window with a map and the letter that it is taken from, beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from tests.desktop.sources.reading import LETTER, MAP


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    path = tmp_path / "pool.argmap.yaml"
    path.write_text(MAP, encoding="utf-8")
    return path


@pytest.fixture
def reading(windows: Windows, qtbot: QtBot, letter: Path) -> Window:
    """A window in which the letter is open, with the keys in it."""
    window = windows.add()
    window.resize(1400, 800)
    with qtbot.waitExposed(window):
        window.activateWindow()
    with qtbot.waitSignal(window.canvas.drawn):
        windows.open(letter, window.session)
    qtbot.waitUntil(lambda: set(window.canvas.map_scene.cards) == {"open", "cost"})
    window.panes.enter("sources")
    qtbot.waitUntil(lambda: len(window.sources.reader.marks) == 2)
    assert window.sources.reader.hasFocus()
    return window
