"""The export dialog: every option, what its preview says of it, and what is written in the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from argmap.desktop.export.choice import Choice, Drawable, Seen
from argmap.desktop.export.picture_dialog import FORMATS, Export
from argmap.desktop.export.preview import Preview
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.drawing import theme as themes
from argmap.drawing.graphviz.engine import Engine
from argmap.drawing.layout import lay_out
from argmap.drawing.options import SCREEN, DrawingOptions
from argmap.model.argument_map import ArgumentMap, Cite, Source, Statement
from argmap.model.edits import edit
from argmap.model.kinds import Direction, Layout, Page, SourceLine
from argmap.paper.book import Pages
from argmap.settings import Settings
from tests.desktop.helpers import answering, command, exports, press_keys, told


@pytest.fixture
def dialog(opened: Window, qtbot: QtBot) -> Iterator[Export]:
    """The dialog over the pool map, of which only the branch of one card is in view."""
    opened.session.select(["demand"])
    press_keys(opened, "Ctrl+Shift+F")
    session = opened.session
    made = Export(Drawable(session.argument_map, session.in_view().argument_map), Choice(), opened)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(size(made)))
    yield made
    made.done(0)


def size(dialog: Export) -> tuple[int, int] | None:
    """Return the size that the dialog says the picture will have."""
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    said = next((text for text in texts if " × " in text), "")
    width, _, rest = said.partition(" × ")
    digits = "".join(c for c in rest.split(":")[0] if c.isdigit())
    return (int(width.replace(" ", "")), int(digits)) if said else None


def choose(dialog: Export, value: str) -> None:
    """Choose an entry of the box that has it, with the keyboard."""
    for box in dialog.findChildren(QComboBox):
        if box.findData(value) >= 0:
            QTest.keyClick(box, Qt.Key.Key_Home)
            for _ in range(box.findData(value)):
                QTest.keyClick(box, Qt.Key.Key_Down)
            assert box.currentData() == value
            return
    raise AssertionError(f"nothing to choose {value} in")


def check(dialog: QWidget, words: str) -> QCheckBox:
    return next(b for b in dialog.findChildren(QCheckBox) if b.text().replace("&", "") == words)


def scale(dialog: Export) -> QDoubleSpinBox:
    (field,) = dialog.findChildren(QDoubleSpinBox)
    return field


def says(dialog: QWidget) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def click(widget: QAbstractButton) -> None:
    """Press a button where it stands; of a box with words, at its left."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(12, widget.height() // 2))


def export_button(dialog: QWidget) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == "&Export…")


def preview(dialog: Export) -> set[str]:
    """Return the colours of the preview, looked at every other pixel."""
    (shown,) = dialog.findChildren(Preview)
    image = shown.grab().toImage()
    places = product(range(0, image.width(), 2), range(0, image.height(), 2))
    return {image.pixelColor(x, y).name() for x, y in places}


@pytest.mark.parametrize("format_", FORMATS)
def test_only_a_bitmap_has_a_scale(dialog: Export, format_: str) -> None:
    choose(dialog, format_)
    assert dialog.choice().format == format_
    assert scale(dialog).isEnabled() is (format_ == "png")


@pytest.mark.parametrize("theme", themes.names())
def test_the_preview_has_the_colours_of_the_theme(dialog: Export, qtbot: QtBot, theme: str) -> None:
    choose(dialog, theme)
    colours = themes.load(theme)
    wanted = {QColor(colours.background).name(), QColor(colours.fills["claim"]).name()}
    qtbot.waitUntil(lambda: wanted <= preview(dialog))
    assert dialog.choice().options.theme.name == theme


@pytest.mark.parametrize("direction", list(Direction))
def test_a_direction_turns_the_picture(dialog: Export, qtbot: QtBot, direction: Direction) -> None:
    upright = direction in {Direction.TOP, Direction.BOTTOM}
    choose(dialog, Direction.LEFT if upright else Direction.TOP)
    across = size(dialog)
    qtbot.waitUntil(lambda: size(dialog) != across or not upright)
    other = size(dialog)
    choose(dialog, direction)
    assert dialog.choice().options.direction is direction
    qtbot.waitUntil(lambda: size(dialog) != other)


def test_as_in_the_map_is_a_direction_of_its_own(dialog: Export) -> None:
    choose(dialog, Direction.LEFT)
    (turns,) = (b for b in dialog.findChildren(QComboBox) if b.findData(Direction.LEFT) >= 0)
    QTest.keyClick(turns, Qt.Key.Key_Home)
    assert dialog.choice().options.direction is None


def test_a_legend_makes_it_larger(dialog: Export, qtbot: QtBot) -> None:
    before = size(dialog) or (0, 0)
    click(check(dialog, "Add a legend"))
    qtbot.waitUntil(lambda: sum(size(dialog) or (0, 0)) > sum(before))
    assert dialog.choice().options.legend


@pytest.mark.parametrize("format_", FORMATS)
def test_only_a_pdf_has_a_number_of_pages(dialog: Export, format_: str) -> None:
    choose(dialog, format_)
    (pages,) = (b for b in dialog.findChildren(QComboBox) if b.findData(Pages.AUTO) >= 0)
    assert pages.isEnabled() is (format_ == "pdf")


def test_small_text_is_told_and_several_pages_are_shown(opened: Window, qtbot: QtBot) -> None:
    many = opened.session.argument_map
    for number in range(120):
        many = edit.add_claim(many, f"One more claim beside all others, number {number}.")
    dialog = Export(Drawable(many, many), Choice("pdf"), opened)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "it is hard to read. Choose as many" in says(dialog))
    assert not any(turn.isVisible() for turn in dialog.findChildren(QToolButton))
    choose(dialog, Pages.AUTO)
    qtbot.waitUntil(lambda: "pages. The smallest text has" in says(dialog))
    assert "hard to read" not in says(dialog)
    back, on = dialog.findChildren(QToolButton)
    assert (back.isEnabled(), on.isEnabled()) == (False, True)
    assert "Page 1 of" in says(dialog)
    click(on)
    assert "Page 2 of" in says(dialog)
    assert back.isEnabled()
    dialog.done(0)


def test_marks_are_chosen_by_viewpoint_and_compared_with_another(
    dialog: Export, qtbot: QtBot
) -> None:
    seen_by, other = (b for b in dialog.findChildren(QComboBox) if b.findData("debate") >= 0)
    assert dialog.choice().seen == Seen()
    assert not other.isEnabled()
    light = themes.load("light")
    seen_by.setCurrentIndex(seen_by.findData("debate"))
    assert dialog.choice().seen == Seen("debate")
    qtbot.waitUntil(lambda: light.lines["accepted"].lower() in preview(dialog))
    assert other.isEnabled()
    other.setCurrentIndex(other.findData("author"))
    assert dialog.choice().seen == Seen("debate", "author")


def test_what_is_in_view_is_smaller_than_the_whole(dialog: Export, qtbot: QtBot) -> None:
    before = size(dialog) or (0, 0)
    click(check(dialog, "Leave out what is hidden"))
    qtbot.waitUntil(lambda: sum(size(dialog) or (0, 0)) < sum(before))
    assert dialog.choice().in_view


def test_where_all_is_in_view_there_is_nothing_to_choose(opened: Window, qtbot: QtBot) -> None:
    whole = opened.session.argument_map
    dialog = Export(Drawable(whole, whole), Choice(), opened)
    qtbot.addWidget(dialog)
    assert not check(dialog, "Leave out what is hidden").isEnabled()
    dialog.done(0)


def test_titles_only_leave_the_texts_out(opened: Window, qtbot: QtBot) -> None:
    titled = edit.set_fields(opened.session.argument_map, "demand", title="Demand")
    dialog = Export(Drawable(titled, titled), Choice(), opened)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: bool(size(dialog)))
    before = size(dialog) or (0, 0)
    click(check(dialog, "Titles only"))
    qtbot.waitUntil(lambda: sum(size(dialog) or (0, 0)) < sum(before))
    dialog.done(0)


def test_a_bitmap_that_is_too_large_cannot_be_exported(opened: Window, qtbot: QtBot) -> None:
    wide = opened.session.argument_map
    for number in range(40):
        wide = edit.add_claim(wide, f"One more claim beside all others, number {number}.")
    enlarged = DrawingOptions(themes.load("light"), dpi=20 * SCREEN)
    dialog = Export(Drawable(wide, wide), Choice("png", enlarged), opened)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "more than 400 million" in says(dialog))
    assert not export_button(dialog).isEnabled()
    choose(dialog, "svg")
    qtbot.waitUntil(export_button(dialog).isEnabled)
    dialog.done(0)


def test_what_graphviz_cannot_draw_is_said_in_the_dialog(opened: Window, qtbot: QtBot) -> None:
    nowhere = DrawingOptions(themes.load("light"), engine=Engine("/nowhere/dot"))
    whole = opened.session.argument_map
    dialog = Export(Drawable(whole, whole), Choice(options=nowhere), opened)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "/nowhere/dot" in says(dialog))
    dialog.done(0)


def test_the_file_is_what_the_preview_said(
    opened: Window, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "large.png"
    proposed: list[str] = []

    def name(_parent: QWidget, _title: str, proposal: str, filter_: str) -> tuple[str, str]:
        proposed.extend([Path(proposal).name, filter_])
        return str(target), filter_

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
    said: list[tuple[int, int] | None] = []

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, Export)
        choose(dialog, "png")
        scale(dialog).setValue(3)
        points = size(dialog)
        qtbot.waitUntil(lambda: size(dialog) not in {None, points} and "pixels" in says(dialog))
        said.append(size(dialog))
        click(export_button(dialog))

    with answering(fill_in):
        press_keys(opened, "Ctrl+E")
    assert proposed == ["pool.png", "PNG — for documents and slides (*.png)"]
    qtbot.waitUntil(lambda: "Exported to" in told(opened))
    image = QImage(str(target))
    assert [(image.width(), image.height())] == said


def test_the_suffix_that_is_typed_is_the_last_word_on_the_format(
    opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "picture.PDF"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    def as_proposed(dialog: QWidget) -> None:
        assert isinstance(dialog, Export)
        assert dialog.choice().format == "svg"
        click(export_button(dialog))

    with answering(as_proposed):
        press_keys(opened, "Ctrl+E")
    qtbot.waitUntil(lambda: "Exported to" in told(opened))
    assert target.read_bytes().startswith(b"%PDF")


def test_the_next_export_begins_with_what_was_chosen_last(
    opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    chosen = []

    def fill_in(dialog: QWidget) -> None:
        assert isinstance(dialog, Export)
        chosen.append(dialog.choice())
        choose(dialog, "pdf")
        choose(dialog, "dark")
        click(export_button(dialog))

    for _ in range(2):
        with answering(fill_in):
            command(opened, "export").trigger()
    assert [(c.format, c.options.theme.name) for c in chosen] == [("svg", "light"), ("pdf", "dark")]
    assert not told(opened), "no name, no picture"


def test_the_authors_theme_is_the_first_proposal(opened: Window) -> None:
    session = opened.session
    style = replace(session.argument_map.style, theme="high-contrast")
    session.do("Theme", replace(session.argument_map, style=style))
    proposed = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, Export)
        proposed.append(dialog.choice().options.theme.name)

    with answering(look):
        press_keys(opened, "Ctrl+E")
    assert proposed == ["high-contrast"]


def test_page_and_layout_of_the_preferences_are_proposed_where_the_map_says_none(
    opened: Window, windows: Windows
) -> None:
    session = opened.session
    windows.application.change(Settings(page="slide", layout="layered"))
    proposed: list[tuple[Page | None, Layout | None]] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, Export)
        options = dialog.choice().options
        proposed.append((options.page, options.layout))

    for page, layout in ((None, None), (Page.A4, Layout.COMPACT)):
        style = replace(session.argument_map.style, page=page, layout=layout)
        session.do("Style", replace(session.argument_map, style=style))
        with answering(look):
            press_keys(opened, "Ctrl+E")
    assert proposed == [(Page.SLIDE, Layout.LAYERED), (None, None)]


def test_the_format_is_remembered_between_starts(
    opened: Window, windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    proposed: list[str] = []

    def take(dialog: QWidget, format_: str) -> None:
        assert isinstance(dialog, Export)
        proposed.append(dialog.choice().format)
        choose(dialog, format_)
        dialog.accept()

    for window, format_ in ((opened, "png"), (windows.add(), "pdf"), (windows.add(), "svg")):
        with answering(partial(take, format_=format_)):
            exports(window).ask_picture()
    assert proposed == ["svg", "png", "pdf"]


def test_escape_exports_nothing(opened: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: asked.append(True))
    with answering(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape)):
        press_keys(opened, "Ctrl+E")
    assert not asked


def test_it_fits_a_small_screen(dialog: Export) -> None:
    room = dialog.minimumSizeHint()
    assert room.width() <= 640
    assert room.height() <= 400


def test_what_is_grey_says_why(dialog: Export) -> None:
    def said() -> str:
        return " ".join(label.text() for label in dialog.findChildren(QLabel))

    choose(dialog, "svg")
    grey = {w.toolTip() for w in dialog.findChildren(QWidget) if w.toolTip() and not w.isEnabled()}
    for row, reason in (
        ("Number of pages", "Only a PDF has several pages"),
        ("Scale", "The scale is for PNG"),
        ("Compared with", "To compare, choose"),
    ):
        assert any(reason in tip for tip in grey), reason
        assert f"{row}: {reason[0].lower()}{reason[1:]}" in said()
    choose(dialog, "pdf")
    assert "only a PDF has several pages" not in said()
    free = [w for w in dialog.findChildren(QWidget) if "PDF" in w.toolTip()]
    assert not free, "what is free has no reason not to be"


def test_enter_exports(dialog: Export) -> None:
    assert export_button(dialog).isDefault()


def test_sources_on_cards_and_their_list_behind_a_pdf(opened: Window, qtbot: QtBot) -> None:
    cited = replace(
        ArgumentMap(),
        statements=(Statement("s", "S.", cites=(Cite("q"),)),),
        sources=(Source("q", title="The petition"),),
    )
    made = Export(Drawable(cited, cited), Choice(), opened)
    qtbot.addWidget(made)
    made.show()
    box = next(b for b in made.findChildren(QCheckBox) if "references" in b.text())
    assert not box.isEnabled(), "an SVG has one page"
    choose(made, "pdf")
    QTest.keyClick(box, Qt.Key.Key_Space)
    choose(made, "number")
    choice = made.choice()
    assert choice.references
    assert choice.options.source_line is SourceLine.NUMBER
    qtbot.waitUntil(lambda: "2 pages" in " ".join(w.text() for w in made.findChildren(QLabel)))
    choose(made, "svg")
    assert not made.choice().references
    made.done(0)


def test_it_is_said_by_the_page_how_to_get_what_the_window_shows(
    opened: Window, qtbot: QtBot
) -> None:
    whole = opened.session.argument_map
    made = Export(Drawable(whole, whole), Choice(), opened)
    qtbot.addWidget(made)
    made.show()
    assert "to get what it shows, choose the page “Screen”" in says(made)
    choose(made, Page.SCREEN)
    assert "to get what it shows" not in says(made)
    qtbot.waitUntil(lambda: bool(size(made)))
    seen = opened.canvas.map_scene.picture
    assert seen
    laid = lay_out(whole, made.choice().options)
    assert [(c.id, c.x, c.y) for c in laid.cards] == [(c.id, c.x, c.y) for c in seen.cards]
    made.done(0)


def test_it_is_not_said_where_the_map_has_a_page_of_its_own(opened: Window, qtbot: QtBot) -> None:
    whole = edit.set_map_fields(
        opened.session.argument_map, style=replace(opened.session.argument_map.style, page=Page.A4)
    )
    made = Export(Drawable(whole, whole), Choice(), opened)
    qtbot.addWidget(made)
    made.show()
    assert "to get what it shows" not in says(made)
    choose(made, Page.SLIDE)
    assert "to get what it shows, choose the page “A4”" in says(made)
    made.done(0)
