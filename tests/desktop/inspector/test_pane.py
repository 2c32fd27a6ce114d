from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
)
from pytestqt.qtbot import QtBot

from argmap.desktop.inspector.contents.statement import CITES
from argmap.desktop.inspector.entry_list import EntryListBox
from argmap.desktop.inspector.link_buttons import LinkButton
from argmap.desktop.inspector.pane import InspectorPane
from argmap.desktop.session import Session
from argmap.model.argument_map import (
    ArgumentMap,
    Group,
    Style,
)
from argmap.model.edits import edit
from argmap.store.yaml_file import dumps, read
from tests.desktop.inspector.inspecting import (
    CALM,
    CLAIM,
    COST,
    Key,
    OpenMap,
    control,
    done,
    enter,
    focus,
    line,
    page_of,
    press,
    shown,
    statement,
    text,
    type_into,
)

# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def test_the_page_follows_the_selection(inspector: InspectorPane, session: Session) -> None:
    assert text(inspector, "Text").toPlainText() == "Open it on Sundays."
    session.select(["r-cost-doubles"])
    assert control(inspector, QComboBox, "Bearing").currentText() == "attacks"
    session.select([])
    assert line(inspector, "Title").text() == "Pool"
    session.select([CLAIM, "r-cost-doubles"])
    assert isinstance(inspector.stack.currentWidget(), QLabel)


def test_the_map_can_be_looked_at_with_a_card_selected(
    inspector: InspectorPane, session: Session
) -> None:
    inspector.tabs.setCurrentIndex(1)
    assert line(inspector, "Title").text() == "Pool"
    session.select([COST])
    assert text(inspector, "Text").toPlainText() == "Cost doubles."


def test_a_click_on_a_tab_takes_the_keyboard_along(inspector: InspectorPane) -> None:
    place = inspector.tabs.tabRect(1).center()
    QTest.mouseClick(inspector.tabs, Qt.MouseButton.LeftButton, pos=place)
    press(Key.Key_Tab)
    assert focus() is line(inspector, "Title")


@pytest.mark.parametrize(
    ("selected", "first"),
    [
        ((CLAIM,), "Text"),
        ((CLAIM, COST), "Kind"),
        (("r-cost-doubles",), "Bearing"),
        ((), "Title"),
        ((CLAIM, "r-cost-doubles"), "What is inspected"),
    ],
)
def test_whoever_comes_by_key_is_in_the_first_field(
    inspector: InspectorPane, session: Session, selected: tuple[str, ...], first: str
) -> None:
    session.select(selected)
    inspector.setFocus(Qt.FocusReason.TabFocusReason)
    assert focus().accessibleName() == first


def test_shift_tab_goes_up_to_the_tabs_and_tab_back(inspector: InspectorPane) -> None:
    inspector.setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focus() is inspector.tabs
    press(Key.Key_Right)
    press(Key.Key_Tab)
    assert focus() is line(inspector, "Title")


def test_in_a_read_only_map_the_keyboard_goes_to_the_tabs(session: Session, qtbot: QtBot) -> None:
    session.read_only = True
    inspector = shown(session, qtbot)
    inspector.setFocus(Qt.FocusReason.TabFocusReason)
    assert focus() is inspector.tabs
    press(Key.Key_Right)
    assert line(inspector, "Title").text() == "Pool"


def test_every_control_has_a_name_and_what_is_beside_it_is_its_label(
    inspector: InspectorPane, session: Session
) -> None:
    session.attempt("Cite", lambda m: CITES.add(m, CLAIM, "Leaflet"))
    for ids in ((), ("r-cost-doubles",), (CLAIM,)):
        session.select(ids)
        page = page_of(inspector)
        buddies = {label.buddy() for label in page.findChildren(QLabel)}
        buddies |= {box.new.control for box in page.findChildren(EntryListBox)}
        buddies |= {inner for box in page.findChildren(QComboBox) if (inner := box.lineEdit())}
        for sort in (QLineEdit, QPlainTextEdit, QComboBox, QListWidget, QCheckBox):
            for found in page.findChildren(sort):
                assert found.accessibleName(), found
                assert isinstance(found, QCheckBox) or found in buddies, found.accessibleName()


def test_enter_sets_a_line_in_one_named_step(inspector: InspectorPane, session: Session) -> None:
    enter(line(inspector, "Said by"), "The council")
    assert statement(session).said_by == "The council"
    assert done(session) == ("Set said by",)
    session.undo()
    assert line(inspector, "Said by").text() == ""
    assert done(session) == ()


def test_leaving_a_field_sets_it(inspector: InspectorPane, session: Session) -> None:
    type_into(line(inspector, "Title"), "Sundays")
    assert done(session) == ()
    QTest.keyClick(line(inspector, "Title"), Key.Key_Tab)
    assert statement(session).title == "Sundays"
    assert done(session) == ("Set title",)


def test_a_text_takes_enter_as_new_line_and_ctrl_enter_as_end(
    inspector: InspectorPane, session: Session
) -> None:
    box = text(inspector, "Note")
    type_into(box, "One")
    QTest.keyClick(box, Key.Key_Return)
    QTest.keyClicks(box, "two")
    QTest.keyClick(box, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert statement(session).note == "One\ntwo"
    assert done(session) == ("Set note",)


def test_a_text_grows_with_its_lines(inspector: InspectorPane) -> None:
    box = text(inspector, "Note")
    before = box.height()
    type_into(box, "")
    for _ in range(5):
        QTest.keyClick(box, Key.Key_Return)
    assert box.height() >= before + 3 * box.fontMetrics().lineSpacing()


def test_no_break_spaces_survive(qtbot: QtBot, open_map: OpenMap) -> None:
    session = open_map(edit.add_claim(ArgumentMap(), "5\u00a0km"))
    inspector = shown(session, qtbot)
    box = text(inspector, "Text")
    box.setFocus()
    QTest.keyClick(box, Key.Key_End)
    QTest.keyClicks(box, "!")
    inspector.commit()
    assert session.argument_map.statements[0].text == "5\u00a0km!"


def test_what_is_typed_goes_to_the_old_card_when_the_selection_changes(
    inspector: InspectorPane, session: Session
) -> None:
    type_into(line(inspector, "Said by"), "Ann")
    session.select([COST])
    assert statement(session).said_by == "Ann"
    assert statement(session, COST).said_by == ""
    assert line(inspector, "Said by").text() == ""


def test_commit_takes_over_what_is_typed(inspector: InspectorPane, session: Session) -> None:
    type_into(line(inspector, "Said by"), "Ann")
    inspector.commit()
    inspector.commit()
    assert statement(session).said_by == "Ann"
    assert done(session) == ("Set said by",)


def test_an_edit_elsewhere_leaves_the_field_being_typed_in_alone(
    inspector: InspectorPane, session: Session
) -> None:
    box = line(inspector, "Said by")
    type_into(box, "An")
    session.attempt("Edit", lambda m: edit.set_fields(m, CLAIM, text="Open it.", title="Open"))
    assert (box.text(), box.cursorPosition()) == ("An", 2)
    assert text(inspector, "Text").toPlainText() == "Open it."
    assert line(inspector, "Title").text() == "Open"
    QTest.keyClicks(box, "n")
    QTest.keyClick(box, Key.Key_Return)
    assert statement(session).said_by == "Ann"


def test_an_edit_of_another_card_moves_no_cursor(
    inspector: InspectorPane, session: Session
) -> None:
    box = text(inspector, "Text")
    box.setFocus()
    QTest.keyClick(box, Key.Key_End)
    session.attempt("Edit", lambda m: edit.set_fields(m, COST, text="Cost trebles."))
    assert box.textCursor().position() == len("Open it on Sundays.")


def test_what_was_typed_for_a_card_that_is_gone_is_let_go(
    inspector: InspectorPane, session: Session
) -> None:
    session.select([CALM])
    type_into(line(inspector, "Said by"), "Ann")
    session.attempt(
        "Delete", lambda m: replace(m, statements=m.statements[:-1], relations=m.relations[:-1])
    )
    assert done(session) == ("Delete",)
    assert session.current != CALM, "what it bore on is selected now"
    assert line(inspector, "Said by").text() == ""


def test_the_wheel_scrolls_the_panel_and_changes_no_choice(
    inspector: InspectorPane, session: Session
) -> None:

    box = control(inspector, QComboBox, "Kind")
    box.setFocus()
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(box.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 — Qt's signature
    )
    QApplication.sendEvent(box, wheel)
    assert box.currentText() == "claim"
    assert done(session) == ()


def test_several_statements_get_a_field_in_one_step(
    inspector: InspectorPane, session: Session
) -> None:
    session.attempt("Set", lambda m: edit.set_fields(m, COST, said_by="Ann"))
    session.select([CLAIM, COST])
    box = line(inspector, "Said by")
    assert (box.text(), box.placeholderText()) == ("", "(they differ)")
    assert control(inspector, QComboBox, "Kind").currentIndex() == -1
    assert not [w for w in inspector.findChildren(QPlainTextEdit) if w.isVisible()]
    enter(box, "Bob")
    assert (statement(session).said_by, statement(session, COST).said_by) == ("Bob", "Bob")
    assert done(session) == ("Set", "Set said by")


def test_a_mixed_field_left_alone_changes_nothing(
    inspector: InspectorPane, session: Session
) -> None:
    session.select([CLAIM, COST])
    line(inspector, "Said by").setFocus()
    inspector.commit()
    session.select([CLAIM])
    assert done(session) == ()


def test_an_unknown_value_is_shown_and_kept(qtbot: QtBot, open_map: OpenMap) -> None:
    made = replace(edit.add_claim(ArgumentMap(), "One"), style=Style(theme="sepia"))
    session = open_map(made)
    inspector = shown(session, qtbot)
    inspector.tabs.setCurrentIndex(1)
    assert control(inspector, QComboBox, "Theme").currentText() == "sepia (not in the map)"
    enter(line(inspector, "Language"), "de")
    assert session.argument_map.style.theme == "sepia"


def test_a_read_only_map_cannot_be_changed(
    qtbot: QtBot, open_map: OpenMap, pool: ArgumentMap
) -> None:
    session = open_map(pool)
    session.read_only = True
    inspector = shown(session, qtbot)
    for sort in (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QPushButton):
        found = page_of(inspector).findChildren(sort)
        assert not [w for w in found if w.isEnabled() and not isinstance(w, LinkButton)]


def test_another_map_gets_nothing_of_what_was_typed(
    inspector: InspectorPane, session: Session
) -> None:
    type_into(line(inspector, "Said by"), "Ann")
    session.open(read(dumps(edit.add_claim(ArgumentMap(), "Open it on Sundays."))))
    assert line(inspector, "Said by").text() == ""
    inspector.commit()
    assert done(session) == ()


def test_texts_are_never_markup(qtbot: QtBot, open_map: OpenMap) -> None:
    hostile = "<img src='file:///etc/passwd'> & <b>bold</b>"
    made = edit.add_claim(ArgumentMap(), hostile)
    made = edit.add_premise(made, made.statements[0].id, "Because")
    session = open_map(edit.put(made, Group("g", hostile)))
    inspector = shown(session, qtbot)
    assert text(inspector, "Text").toPlainText() == hostile
    session.select([session.argument_map.relations[0].id])
    jump = control(inspector, LinkButton, f"Claim: {hostile}")
    assert "<img" not in jump.toolTip()
    assert "&&" in jump.text() or "…" in jump.text()
    session.select([])
    entry = control(inspector, QListWidget, "Groups").item(0)
    assert entry.text() == hostile
    assert "<img" not in entry.toolTip()


def test_nothing_is_cut_off_where_the_pane_is_narrowest(
    inspector: InspectorPane, session: Session
) -> None:
    for chosen in ([CLAIM], ["r-cost-doubles"], []):
        session.select(chosen)
        page = page_of(inspector)
        assert isinstance(page, QScrollArea)
        bar = page.verticalScrollBar().sizeHint().width()
        inner = page.widget()
        assert inner is not None
        assert inner.minimumSizeHint().width() <= inspector.minimumWidth() - bar
