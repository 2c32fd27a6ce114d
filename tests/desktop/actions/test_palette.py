"""The palette: any command by a few letters, what is impossible last and never run."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from argmap.desktop.actions import ACTIONS
from argmap.desktop.actions.sheets.synonyms import SYNONYMS
from argmap.desktop.window import Window
from tests.desktop.helpers import answering, commands, press_keys


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
        possible = [item.text(0) for item in found(palette) if not item.isDisabled()]
        assert not possible, "without a selection there is nothing to link or to add to"
        write(palette, Qt.Key.Key_Return)

    with answering(choose):
        press_keys(opened, "Ctrl+Shift+P")
    assert opened.session.argument_map == before


def test_possible_ones_stand_before_impossible_ones(opened: Window) -> None:
    opened.session.select(["open-sundays"])

    def look(palette: QWidget) -> None:
        disabled = [item.isDisabled() for item in found(palette)]
        assert disabled == sorted(disabled)
        assert {True, False} == set(disabled)
        assert len(disabled) == len(ACTIONS)

    with answering(look):
        press_keys(opened, "Ctrl+Shift+P")


def test_what_nobody_calls_so_is_not_found_and_enter_does_no_harm(opened: Window) -> None:
    def look(palette: QWidget) -> None:
        write(palette, "xyzzy")
        assert not found(palette)
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
    known = {row.name for row in ACTIONS}
    assert set(SYNONYMS) <= known
    for row in ACTIONS:
        assert not set(SYNONYMS.get(row.name, "").split()) & set(row.words.lower().split())
