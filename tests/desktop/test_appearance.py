"""Light and dark: the user's choice, then the system's, then the author's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QMenu, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.appearance import Appearance, palette, with_boxes
from argmap.desktop.canvas.editing.card_editor import CardEditor
from argmap.desktop.session import Session
from argmap.desktop.widgets.choosing.menu import Menu
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.drawing import theme as themes
from argmap.model.edits import edit
from argmap.model.kinds import Kind
from argmap.settings import Settings
from argmap.store.yaml_file import read
from tests.desktop.helpers import command

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


def test_the_choice_is_followed_by_all_windows(windows: Windows) -> None:
    _, other = windows.add(), windows.add()
    windows.application.change(Settings(theme="dark"))
    assert [w.appearance.theme.name for w in windows.all] == ["dark", "dark"]
    assert command(other, "save").icon().cacheKey()
    assert QApplication.palette().color(ROLE.Base) == palette(themes.load("dark")).color(ROLE.Base)


def test_the_menu_bar_and_a_card_that_is_written_change_their_colours_at_once(
    opened: Window, windows: Windows
) -> None:
    opened.session.select(["cost"])
    command(opened, "edit_text").trigger()
    card = opened.canvas.viewport().findChild(CardEditor)
    assert card is not None
    for name in ("dark", "light"):
        windows.application.change(Settings(theme=name))
        theme = themes.load(name)
        bar = opened.menuBar()
        ground = bar.grab().toImage().pixelColor(bar.width() - 3, bar.height() // 2)
        assert ground.name() == palette(theme).color(ROLE.Window).name()
        assert theme.fills[Kind.REBUTTAL] in card.styleSheet()
        assert theme.text in card.styleSheet()


@pytest.mark.parametrize(
    ("author", "seen"), [("dark", "dark"), ("light", "light"), ("pink", "light")]
)
def test_without_choice_and_system_the_author_decides(author: str, seen: str) -> None:
    assert QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Unknown
    session = Session()
    appearance = Appearance(session, Settings())
    session.open(read(f"argmap: 1\nstyle: {{theme: {author}}}\n"))
    assert appearance.theme.name == seen


def test_the_system_comes_before_the_author(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    del qtbot
    session = Session()
    appearance = Appearance(session, Settings())
    hints = type(QGuiApplication.styleHints())
    monkeypatch.setattr(hints, "colorScheme", lambda _: Qt.ColorScheme.Dark)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert appearance.theme.name == "dark"
    session.open(read("argmap: 1\nstyle: {theme: light}\n"))
    assert appearance.theme.name == "dark"
    appearance.use(Settings(theme="print"))
    assert appearance.theme.name == "print"


def test_the_window_in_front_dresses_the_program(opened: Window, windows: Windows) -> None:
    opened.session.open(read("argmap: 1\nstyle: {theme: dark}\n"))
    windows.add().files.begin()
    light = QApplication.palette().color(ROLE.Base).name()
    opened.appearance.apply_palette()
    dark = QApplication.palette().color(ROLE.Base).name()
    wanted = [palette(themes.load(name)).color(ROLE.Base).name() for name in ("light", "dark")]
    assert [light, dark] == wanted


def test_another_graphviz_draws_anew(qtbot: QtBot) -> None:
    appearance = Appearance(Session(), Settings())
    with qtbot.waitSignal(appearance.changed):
        appearance.use(Settings(dot="/opt/dot"))
    assert appearance.engine.program == "/opt/dot"


def wants_contrast(monkeypatch: pytest.MonkeyPatch, answer: Qt.ContrastPreference) -> None:
    """Let the system ask for more contrast, or no longer, and say so."""
    hints = QGuiApplication.styleHints().accessibility()
    monkeypatch.setattr(type(hints), "contrastPreference", lambda _: answer)
    hints.contrastPreferenceChanged.emit(answer)


HIGH = Qt.ContrastPreference.HighContrast
USUAL = Qt.ContrastPreference.NoPreference


@pytest.mark.skipif(
    not hasattr(QStyleHints, "accessibility"), reason="Qt tells of contrast from 6.10 on"
)
def test_high_contrast_follows_the_system_and_yields_to_the_user(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    del qapp
    session = Session()
    appearance = Appearance(session, Settings(), session)
    changes: list[str] = []
    appearance.changed.connect(lambda: changes.append(appearance.theme.name))
    wants_contrast(monkeypatch, HIGH)
    session.open(read("argmap: 1\nstyle: {theme: dark}\n"))
    assert appearance.theme.name == "high-contrast"
    chosen = palette(themes.load("high-contrast")).color(ROLE.Base)
    assert QApplication.palette().color(ROLE.Base) == chosen
    appearance.use(Settings(theme="light"))
    assert appearance.theme.name == "light"
    appearance.use(Settings())
    wants_contrast(monkeypatch, USUAL)
    assert changes == ["high-contrast", "light", "high-contrast", "dark"]


def test_the_author_s_theme_is_followed_as_it_is_edited(qapp: QApplication) -> None:
    del qapp
    session = Session()
    appearance = Appearance(session, Settings(), session)
    for name in ("dark", "print", "no such theme"):
        style = replace(session.argument_map.style, theme=name)
        session.do("Choose theme", replace(session.argument_map, style=style))
        assert appearance.theme.name == (name if name in themes.names() else "light")
    session.undo()
    assert appearance.theme.name == "print"


def test_what_changes_no_theme_draws_nothing_anew(qapp: QApplication) -> None:
    del qapp
    session = Session()
    appearance = Appearance(session, Settings(theme="light"), session)
    changes: list[None] = []
    appearance.changed.connect(lambda: changes.append(None))
    session.do("Add", edit.add_claim(session.argument_map, "A claim."))
    appearance.use(Settings(theme="light", motion=False))
    appearance.refresh()
    assert changes == []
    appearance.use(Settings(theme="dark"))
    assert len(changes) == 1


@pytest.mark.parametrize("name", themes.names())
def test_borders_and_marks_of_widgets_stand_out_from_their_ground(name: str) -> None:
    made = palette(themes.load(name))
    window = made.color(GROUP.Active, ROLE.Window).name()
    for role in (ROLE.Accent, ROLE.Link, ROLE.Highlight):
        assert themes.contrast(made.color(GROUP.Active, role).name(), window) >= 3, role
    recessed = made.color(GROUP.Active, ROLE.Base)
    assert recessed.lightness() <= 128 if themes.load(name).dark else recessed.lightness() >= 128


def dressed(qapp: QApplication, name: str) -> None:
    """Dress the program in a theme, from another one."""
    qapp.setPalette(QPalette())
    appearance = Appearance(Session(), Settings(theme=name))
    assert appearance.theme.name == name


def menu(*, enabled: bool = True) -> Menu:
    """A menu of three commands, a line between them, and nothing ticked."""
    made = Menu()
    for words in ("Outline", "Inspector", "Problems"):
        action = made.addAction(words)
        action.setCheckable(True)
        action.setEnabled(enabled)
    made.insertSeparator(made.actions()[-1])
    made.resize(made.sizeHint())
    return made


def contrasts(image: QImage, xs: range, ys: range) -> float:
    """How much something in a part of a picture stands out from what is beside it."""
    ground = image.pixelColor(xs[-1], ys[-1]).name()
    return max(themes.contrast(image.pixelColor(x, y).name(), ground) for x in xs for y in ys)


@pytest.mark.parametrize("name", themes.names())
@pytest.mark.parametrize(("enabled", "least"), [(True, 3), (False, 1.5)])
def test_a_box_that_is_not_ticked_is_seen(
    qapp: QApplication, name: str, enabled: bool, least: float
) -> None:
    dressed(qapp, name)
    shown = menu(enabled=enabled)
    first = shown.actionGeometry(shown.actions()[0])
    image = shown.grab().toImage()
    boxes = [contrasts(image, range(4, 24), range(first.top() + 2, first.bottom() - 2))]
    for sort in (QCheckBox, QRadioButton):
        alone = QWidget()
        box = sort(alone)
        box.setEnabled(enabled)
        box.resize(24, 24)
        image = alone.grab(box.rect()).toImage()
        boxes.append(contrasts(image, range(24), range(24)))
    assert min(boxes) >= least, boxes


@pytest.mark.parametrize("name", themes.names())
def test_the_edge_of_a_menu_and_the_lines_in_it_are_seen(qapp: QApplication, name: str) -> None:
    dressed(qapp, name)
    shown = menu()
    line = shown.actionGeometry(shown.actions()[2])
    image, middle = shown.grab().toImage(), shown.width() // 2
    assert contrasts(image, range(middle, middle + 1), range(line.top(), line.bottom() + 3)) > 1.15
    assert contrasts(image, range(3), range(9, 10)) >= 3


@pytest.mark.parametrize("name", themes.names())
@pytest.mark.parametrize("group", [GROUP.Active, GROUP.Disabled])
def test_what_menus_say_can_be_read(name: str, group: QPalette.ColorGroup) -> None:
    made = with_boxes(themes.load(name))
    ground = made.color(group, ROLE.Base).lighter(108).name()  # as Fusion paints menus
    assert themes.contrast(made.color(group, ROLE.Text).name(), ground) >= 4.5


@pytest.mark.parametrize("name", themes.names())
def test_the_open_list_of_a_box_can_be_read(qapp: QApplication, qtbot: QtBot, name: str) -> None:
    dressed(qapp, name)
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["claim", "premise"])
    box.show()
    box.showPopup()
    qtbot.waitExposed(box.view().window())
    image = box.view().viewport().grab().toImage()
    other = box.view().visualRect(box.model().index(1, 0)) & image.rect()
    ground = image.pixelColor(other.right() - 1, other.bottom() - 1)
    assert (ground.lightness() < 128) == themes.load(name).dark
    xs, ys = range(other.left(), other.right()), range(other.top(), other.bottom())
    assert contrasts(image, xs, ys) >= 4.5
    box.hidePopup()


def test_all_menus_of_a_window_have_that_palette(opened: Window) -> None:
    for pane in ("inspector", "problems", "sources", "text", "outline"):
        opened.panes.enter(pane)
    menus = opened.findChildren(QMenu)
    assert len(menus) > 8
    others = [menu for menu in menus if not isinstance(menu, Menu)]
    assert [menu for menu in others if menu.parent() is not opened.menuBar()] == []


def test_the_menu_of_panes_has_it_too(opened: Window) -> None:
    made = opened.createPopupMenu()
    assert isinstance(made, Menu)
    words = [action.text() for action in made.actions()]
    assert {"Outline", "Inspector", "Toolbar"} <= set(words)
    made.deleteLater()
