"""The palette: any command by a few letters, what is impossible last and never run."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from argmap.desktop.actions import ACTIONS, ROWS
from argmap.desktop.actions.sheets.synonyms import SYNONYMS
from argmap.desktop.files import examples
from argmap.desktop.widgets.plain_text import words
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from tests.desktop.helpers import POOL, answering, commands, press_keys


def found(palette: QWidget) -> list[QTreeWidgetItem]:
    (tree,) = palette.findChildren(QTreeWidget)
    items = (tree.topLevelItem(at) for at in range(tree.topLevelItemCount()))
    return [item for item in items if item is not None]


def write(palette: QWidget, *keys: str | Qt.Key) -> None:
    """Write into the field, or press keys in it, as the palette opens: without a click before."""
    focus = palette.focusWidget()
    assert isinstance(focus, QLineEdit)
    for part in keys:
        if isinstance(part, str):
            QTest.keyClicks(focus, part)
        else:
            QTest.keyClick(focus, part)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("titl", "Titles only"),
        ("TITL", "Titles only"),
        ("whole", "Show the whole map"),
        ("only titles", "Titles only"),
        ("conclusion left", "Conclusion at the left"),
        ("objection", "Add rebuttal"),
        ("reason", "Add premise"),
        ("settings", "Preferences"),
        ("collapse", "Fold or open"),
        ("search", "Find"),
        ("remove", "Delete with what hangs below"),
        ("dark", "Theme of the window: Dark"),
        ("high contrast", "Theme of the window: High contrast"),
        ("sample", f"Open example: {examples.titles()[0][0]}"),
    ],
)
def test_a_few_letters_find_it_in_any_order_and_case(
    opened: Window, typed: str, first: str
) -> None:
    heads: list[str] = []

    def look(palette: QWidget) -> None:
        write(palette, typed)
        heads.extend(item.text(0) for item in found(palette)[:1])

    with answering(look):
        press_keys(opened, "Ctrl+Shift+P")
    assert heads == [first]


def test_enter_runs_the_first_that_is_found(opened: Window) -> None:
    with answering(lambda palette: write(palette, "titles", Qt.Key.Key_Return)):
        press_keys(opened, "Ctrl+Shift+P")
    assert opened.session.view.titles


def test_what_is_found_in_a_menu_that_opens_is_found_here_and_runs(opened: Window) -> None:
    with answering(lambda palette: write(palette, "dark", Qt.Key.Key_Return)):
        press_keys(opened, "Ctrl+Shift+P")
    assert opened.appearance.theme.name == "dark"


def test_a_file_is_found_as_it_is_called(opened: Window, windows: Windows, pool_file: Path) -> None:
    other = pool_file.with_name("R&D.argmap.yaml")
    other.write_text(POOL)
    windows.application.recent_files.add(other)
    heads: list[str] = []

    def look(palette: QWidget) -> None:
        write(palette, "recent r&d")
        heads.extend(item.text(0) for item in found(palette))

    with answering(look):
        press_keys(opened, "Ctrl+Shift+P")
    assert [head.partition("  ")[0] for head in heads] == ["Open recent: R&D.argmap.yaml"]


def test_a_click_runs_what_it_hits(opened: Window) -> None:
    def click(palette: QWidget) -> None:
        write(palette, "es")
        (tree,) = palette.findChildren(QTreeWidget)
        row = next(item for item in found(palette) if item.text(0) == "Titles only")
        place = tree.visualItemRect(row).center()
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)

    with answering(click):
        press_keys(opened, "Ctrl+Shift+P")
    assert opened.session.view.titles


DOWN, UP = Qt.Key.Key_Down, Qt.Key.Key_Up


@pytest.mark.parametrize("arrows", [[DOWN], [DOWN, UP], [DOWN, DOWN, UP]])
def test_the_arrows_choose_another_while_the_field_keeps_the_focus(
    opened: Window, arrows: list[Qt.Key]
) -> None:
    opened.session.select(["open-sundays"])
    rows: list[str] = []

    def choose(palette: QWidget) -> None:
        write(palette, "es")
        rows.extend(item.text(0) for item in found(palette))
        write(palette, *arrows)
        current = palette.findChildren(QTreeWidget)[0].currentItem()
        assert current is not None
        rows.append(current.text(0))

    with answering(choose):
        press_keys(opened, "Ctrl+Shift+P")
    *listed, current = rows
    assert listed.index(current) == arrows.count(DOWN) - arrows.count(UP)


def test_what_is_impossible_comes_last_and_does_not_run(opened: Window) -> None:
    opened.session.select(())
    before = opened.session.argument_map

    def choose(palette: QWidget) -> None:
        write(palette, "premise")
        assert found(palette)[0].isDisabled(), (
            "without a selection there is nothing to link or to add to"
        )
        write(palette, Qt.Key.Key_Return)

    with answering(choose):
        press_keys(opened, "Ctrl+Shift+P")
    assert opened.session.argument_map == before


def test_possible_ones_stand_before_impossible_ones(opened: Window) -> None:
    opened.session.select(["open-sundays"])

    def look(palette: QWidget) -> None:
        disabled = [item.isDisabled() for item in found(palette)[: len(ACTIONS)]]
        assert disabled == sorted(disabled)
        assert {True, False} == set(disabled)
        assert all(": " in item.text(0) for item in found(palette)[len(ACTIONS) :])

    with answering(look):
        press_keys(opened, "Ctrl+Shift+P")


def test_what_nobody_calls_so_is_not_found_and_enter_does_no_harm(opened: Window) -> None:
    def look(palette: QWidget) -> None:
        write(palette, "xyzzy")
        (none,) = found(palette)
        assert (none.text(0), none.isDisabled()) == ("No command is called so.", True)
        write(palette, Qt.Key.Key_Return)

    with answering(look):
        press_keys(opened, "Ctrl+Shift+P")
    assert not opened.session.document.done


def test_each_row_tells_its_menu_and_its_keys(opened: Window) -> None:
    commands(opened).use_keys({"save": "Ctrl+Alt+S"})
    rows: dict[str, list[str]] = {}

    def look(palette: QWidget) -> None:
        rows.update({i.text(0): [i.text(1), i.text(2)] for i in found(palette)})

    with answering(look):
        press_keys(opened, "Ctrl+Shift+P")
    native = QKeySequence("Ctrl+Alt+S").toString(QKeySequence.SequenceFormat.NativeText)
    assert rows["Save"] == ["File", native]
    assert rows["Fold or open"] == ["View", "Space"], "a key that is held is told as well"
    assert rows["Titles only"] == ["View", ""]


def test_every_command_with_synonyms_is_one() -> None:
    assert set(SYNONYMS) <= {row.name for row in ROWS}
    for row in ROWS:
        assert not set(SYNONYMS.get(row.name, "").split()) & set(words(row.text).lower().split())
