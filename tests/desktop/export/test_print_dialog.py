"""Printing: the dialog with its preview, and what comes out of the printer in the end."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.export.choice import Choice, Drawable
from argmap.desktop.export.print_dialog import (
    PrintDialog,
    Printing,
    paper_of,
    sheets_to_print,
)
from argmap.desktop.export.printing import print_sheets
from argmap.desktop.window import Window
from argmap.drawing.picture import Text
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.model.kinds import Page
from argmap.paper.book import Pages
from argmap.paper.sheet import Sheet
from tests.desktop.helpers import answering, press_keys, told
from tests.drawing.maps import POOL


class NotNow:
    """Says that a result is wanted still."""

    def is_set(self) -> bool:
        return False


def sheets(printing: Printing, argument_map: ArgumentMap = POOL) -> list[Sheet]:
    whole = Drawable(argument_map, argument_map)
    return list(sheets_to_print(whole, printing, printing.layout, "30 November 2026", NotNow()))


def many() -> ArgumentMap:
    found = POOL
    for number in range(120):
        found = edit.add_claim(found, f"One more claim beside all others, number {number}.")
    return found


def notes(sheet: Sheet) -> list[str]:
    return [note.text for note in sheet.notes if isinstance(note, Text)]


def test_title_and_date_are_at_the_foot_if_they_are_wanted() -> None:
    (sheet,) = sheets(Printing())
    assert notes(sheet) == [POOL.title, "30 November 2026"]
    (bare,) = sheets(Printing(titled=False, dated=False))
    assert notes(bare) == []


@pytest.mark.parametrize("landscape", [True, False])
@pytest.mark.parametrize("size", ["A4", "A3", "Letter"])
def test_the_paper_is_the_one_that_is_chosen(size: str, landscape: bool) -> None:
    printing = Printing(size=size, landscape=landscape)
    (sheet,) = sheets(printing)
    assert (sheet.paper.width > sheet.paper.height) is landscape
    assert sheet.paper == paper_of(printing.layout)


def test_a_large_map_is_printed_in_branches_or_in_tiles() -> None:
    (alone,) = sheets(Printing(), many())
    assert alone.scale * 12 < 5
    branches = sheets(Printing(Choice(pages=Pages.AUTO)), many())
    assert len(branches) > 1
    assert all(sheet.scale * 12 >= 5 for sheet in branches)
    tiles = sheets(Printing(Choice(pages=Pages.TILES)), many())
    assert all(sheet.scale == 1 and sheet.window for sheet in tiles)
    assert len(sheets(Printing(Choice(pages=Pages.TILES), percent=50), many())) < len(tiles)
    assert f"2 of {len(tiles)}" in notes(tiles[1])
    assert any("Row 1, column 2" in note for note in notes(tiles[1]))


def test_larger_paper_takes_more_of_a_map() -> None:
    auto = Choice(pages=Pages.AUTO)
    assert len(sheets(Printing(auto, size="A3"), many())) < len(sheets(Printing(auto), many()))


@pytest.fixture
def dialog(opened: Window, qtbot: QtBot) -> PrintDialog:
    whole = many()
    made = PrintDialog(Drawable(whole, whole), Printing(), "today", opened)
    qtbot.addWidget(made)
    made.show()
    return made


def says(dialog: QWidget) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def choose(dialog: QWidget, value: str) -> None:
    (box,) = (box for box in dialog.findChildren(QComboBox) if box.findData(value) >= 0)
    box.setCurrentIndex(box.findData(value))


def test_the_dialog_says_how_many_sheets_and_how_large_the_text(
    dialog: PrintDialog, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: "1 sheet. The smallest text has" in says(dialog))
    assert "hard to read. Choose more sheets." in says(dialog)
    choose(dialog, Pages.AUTO)
    qtbot.waitUntil(lambda: " sheets. The smallest text has" in says(dialog))
    assert "hard to read" not in says(dialog)
    choose(dialog, Pages.TILES)
    (percent,) = dialog.findChildren(QSpinBox)
    assert percent.isEnabled()
    percent.setValue(50)
    qtbot.waitUntil(lambda: "The smallest text has 6.0 pt" in says(dialog))
    choose(dialog, "A3")
    choose(dialog, "portrait")
    chosen = dialog.printing()
    assert (chosen.size, chosen.landscape, chosen.percent) == ("A3", False, 50)
    assert chosen.choice.pages is Pages.TILES
    dialog.done(0)


def test_it_fits_a_small_screen(dialog: PrintDialog) -> None:
    room = dialog.minimumSizeHint()
    assert room.width() <= 640
    assert room.height() <= 480
    dialog.done(0)


Set = Callable[[QPrinter], object]


@pytest.fixture
def system_dialog(monkeypatch: pytest.MonkeyPatch) -> Callable[[Set], None]:
    """Let the dialog of the system set something on its printer, and be accepted."""

    def answer(act: Set) -> None:
        def run(dialog: QPrintDialog) -> QDialog.DialogCode:
            act(dialog.printer())
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(QPrintDialog, "exec", run)

    return answer


def accept(dialog: QWidget) -> None:
    assert isinstance(dialog, PrintDialog)
    dialog.accept()


@pytest.mark.parametrize("held", QPageLayout.Orientation)
def test_what_is_printed_to_a_file_is_held_as_the_system_says(
    opened: Window,
    qtbot: QtBot,
    tmp_path: Path,
    system_dialog: Callable[[Set], None],
    held: QPageLayout.Orientation,
) -> None:
    target = tmp_path / "printed.pdf"

    def act(printer: QPrinter) -> None:
        printer.setOutputFileName(str(target))
        printer.setPageOrientation(held)

    system_dialog(act)
    with answering(accept):
        press_keys(opened, "Ctrl+P")
    qtbot.waitUntil(target.exists)
    box = re.findall(rb"/MediaBox \[([^\]]*)\]", target.read_bytes())[-1]
    _, _, width, height = (float(number) for number in box.split())
    assert (width > height) is (held is QPageLayout.Orientation.Landscape)
    assert not told(opened)


@pytest.mark.parametrize("accepted", [True, False])
def test_nothing_is_printed_where_either_dialog_is_cancelled(
    opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, accepted: bool
) -> None:
    target = tmp_path / "printed.pdf"
    asked: list[bool] = []

    def cancel(dialog: QPrintDialog) -> QDialog.DialogCode:
        asked.append(True)
        dialog.printer().setOutputFileName(str(target))
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QPrintDialog, "exec", cancel)
    with answering(accept if accepted else lambda dialog: dialog.close()):
        press_keys(opened, "Ctrl+P")
    assert asked == [True] * accepted
    assert not target.exists()
    assert not told(opened)


def test_a_file_that_cannot_be_written_is_told(
    opened: Window, qtbot: QtBot, tmp_path: Path, system_dialog: Callable[[Set], None]
) -> None:
    system_dialog(lambda printer: printer.setOutputFileName(str(tmp_path / "no" / "x.pdf")))
    with answering(accept):
        press_keys(opened, "Ctrl+P")
    qtbot.waitUntil(lambda: "could not be written" in told(opened))


def printer_to(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(path))
    return printer


def pages(path: Path) -> int:
    kids = re.findall(rb"/Kids\s*\[([^\]]*)\]", path.read_bytes())[-1]
    return len(re.findall(rb"0 R", kids))


def test_only_the_sheets_that_are_asked_for_are_printed(tmp_path: Path) -> None:
    found = sheets(Printing(Choice(pages=Pages.AUTO)), many())
    assert len(found) >= 3
    printer = printer_to(tmp_path / "some.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_sheets(printer, found, "Pool")
    assert pages(tmp_path / "some.pdf") == 2
    assert print_sheets(printer_to(tmp_path / "all.pdf"), found, "Pool")
    assert pages(tmp_path / "all.pdf") == len(found)


def test_the_paper_of_the_map_is_proposed(opened: Window) -> None:
    session = opened.session
    proposed: list[Printing] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, PrintDialog)
        proposed.append(dialog.printing())

    for page in (None, Page.LETTER, Page.A4):
        style = replace(session.argument_map.style, page=page)
        session.do("Page", replace(session.argument_map, style=style))
        with answering(look):
            press_keys(opened, "Ctrl+P")
    assert [(one.size, one.landscape) for one in proposed] == [
        ("A4", True), ("Letter", False), ("A4", False)
    ]  # fmt: skip
