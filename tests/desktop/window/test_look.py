"""Light and dark: the user's choice, then the system's, then the author's."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from argmap.desktop.desk import Desk
from argmap.desktop.look import Look, palette
from argmap.desktop.session import Session
from argmap.desktop.window import Window
from argmap.drawing import theme as themes
from argmap.settings import Settings
from argmap.store.yaml_file import read

ROLE, GROUP = QPalette.ColorRole, QPalette.ColorGroup
TEXTS = [
    (ROLE.WindowText, ROLE.Window),
    (ROLE.Text, ROLE.Base),
    (ROLE.Text, ROLE.AlternateBase),
    (ROLE.PlaceholderText, ROLE.Base),
    (ROLE.PlaceholderText, ROLE.Window),
    (ROLE.ButtonText, ROLE.Button),
    (ROLE.ToolTipText, ROLE.ToolTipBase),
    (ROLE.HighlightedText, ROLE.Highlight),
]


@pytest.fixture(autouse=True)
def _palette(qapp: QApplication) -> Iterator[None]:
    before = qapp.palette()
    yield
    qapp.setPalette(before)


@pytest.mark.parametrize("name", themes.names())
@pytest.mark.parametrize("group", [GROUP.Active, GROUP.Inactive, GROUP.Disabled])
def test_all_texts_of_widgets_can_be_read(name: str, group: QPalette.ColorGroup) -> None:
    made = palette(themes.load(name))
    for text, ground in TEXTS:
        colours = made.color(group, text).name(), made.color(group, ground).name()
        assert themes.contrast(*colours) >= 4.5, (text, ground)


def test_the_choice_is_followed_by_all_windows(opened: Window, desk: Desk) -> None:
    other = desk.window()
    opened.use(Settings(theme="dark"))
    assert [w.look.theme.name for w in desk.windows] == ["dark", "dark"]
    assert other.commands["save"].icon().cacheKey()
    assert QApplication.palette().color(ROLE.Base) == palette(themes.load("dark")).color(ROLE.Base)


@pytest.mark.parametrize(
    ("author", "seen"), [("dark", "dark"), ("light", "light"), ("pink", "light")]
)
def test_without_choice_and_system_the_author_decides(author: str, seen: str) -> None:
    assert QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Unknown
    session = Session()
    look = Look(session, Settings())
    session.open(read(f"argmap: 1\nstyle: {{theme: {author}}}\n"))
    assert look.theme.name == seen


def test_the_system_comes_before_the_author(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    del qtbot
    session = Session()
    look = Look(session, Settings())
    hints = type(QGuiApplication.styleHints())
    monkeypatch.setattr(hints, "colorScheme", lambda _: Qt.ColorScheme.Dark)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.theme.name == "dark"
    session.open(read("argmap: 1\nstyle: {theme: light}\n"))
    assert look.theme.name == "dark"
    look.use(Settings(theme="print"))
    assert look.theme.name == "print"


def test_the_window_in_front_dresses_the_program(opened: Window, desk: Desk) -> None:
    opened.session.open(read("argmap: 1\nstyle: {theme: dark}\n"))
    desk.window().files.begin()
    light = QApplication.palette().color(ROLE.Base).name()
    opened.look.dress()
    dark = QApplication.palette().color(ROLE.Base).name()
    wanted = [palette(themes.load(name)).color(ROLE.Base).name() for name in ("light", "dark")]
    assert [light, dark] == wanted


def test_another_graphviz_draws_anew(qtbot: QtBot) -> None:
    look = Look(Session(), Settings())
    with qtbot.waitSignal(look.changed):
        look.use(Settings(dot="/opt/dot"))
    assert look.engine.program == "/opt/dot"
