"""Cites, groups, sources, viewpoints: named where they are made, in one step, by keys or mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from argmap.desktop.inspector.entry_list import EntryListBox
from argmap.desktop.inspector.pane import InspectorPane
from argmap.desktop.notices.notice import Notice
from argmap.desktop.session import Session
from argmap.model.argument_map import ArgumentMap, Cite, Group, Source, Viewpoint
from argmap.model.edits import edit, removal
from argmap.store.yaml_file import dumps, read
from tests.desktop.inspector.inspecting import (
    CLAIM,
    COST,
    Key,
    OpenMap,
    button,
    click,
    done,
    editor,
    entries,
    entry_list,
    focus,
    form,
    furnished,
    go_and_come_back,
    press,
    set_by_keys,
    shown,
    shows,
    statement,
    type_into,
    write,
)

# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
# And of a list that opens below a box.
POPUP = pytest.mark.qt_log_ignore("grabbing the keyboard", "does not support propagateSizeHints")


@pytest.fixture
def session(open_map: OpenMap, pool: ArgumentMap) -> Session:
    return open_map(furnished(pool))


def begin(inspector: InspectorPane, session: Session, title: str) -> EntryListBox:
    """Click on the button that adds to a list, and give the list."""
    session.select([CLAIM] if title == "Cites" else [])
    box = entry_list(inspector, title)
    click(box.adder)
    return box


def form_line(inspector: InspectorPane, title: str, label: str) -> QLineEdit:
    control = editor(form(inspector, title), label).control
    assert isinstance(control, QLineEdit)
    return control


@pytest.mark.parametrize(
    ("title", "made", "second"),
    [
        ("Groups", Group("the-council", "The Council!"), "Colour"),
        ("Sources", Source("the-council", "The Council!"), "Author"),
        ("Viewpoints", Viewpoint("the-council", "The Council!"), "Open premises"),
    ],
)
@pytest.mark.parametrize("end", [Key.Key_Return, Key.Key_Tab])
def test_a_new_entry_is_named_where_it_is_made(
    inspector: InspectorPane, session: Session, title: str, made: object, second: str, end: Qt.Key
) -> None:
    before = session.argument_map
    box = begin(inspector, session, title)
    had = entries(box)
    write("The Council!")
    assert session.argument_map == before
    press(end)
    assert getattr(session.argument_map, title.lower())[-1] == made
    assert done(session) == (f"Add {title.lower()[:-1]}",)
    assert (entries(box), box.list.currentRow()) == ([*had, "The Council!"], len(had))
    assert shows(editor(form(inspector, title), "Title")) == "The Council!"
    assert focus() is editor(form(inspector, title), second).control
    session.undo()
    assert session.argument_map == before
    assert entries(box) == had


def test_the_whole_of_it_goes_without_a_mouse(inspector: InspectorPane, session: Session) -> None:
    session.select([])
    button(inspector, "Add group").setFocus(Qt.FocusReason.TabFocusReason)
    press(Key.Key_Space)
    write("North")
    press(Key.Key_Return)
    write("#0b6e4f")
    press(Key.Key_Tab)
    press(Key.Key_Tab)
    assert session.argument_map.groups[-1] == Group("north", "North", "#0b6e4f")
    assert done(session) == ("Add group", "Set colour")


@pytest.mark.parametrize(
    ("title", "wanted"),
    [("Groups", "Title of the new group"), ("Cites", "Source of the new cite")],
)
def test_what_is_wanted_of_a_new_entry_is_said(
    inspector: InspectorPane, session: Session, title: str, wanted: str
) -> None:
    begin(inspector, session, title)
    assert focus().accessibleName() == wanted
    line = focus() if isinstance(focus(), QLineEdit) else focus().findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    assert line.placeholderText() == wanted


def test_what_is_typed_into_an_entry_is_no_part_of_another_map(
    inspector: InspectorPane, session: Session
) -> None:
    session.select([])
    type_into(form_line(inspector, "Groups", "Title"), "North")
    other = replace(session.argument_map, statements=(), relations=(), viewpoints=())
    session.open(read(dumps(other)))
    inspector.commit()
    assert [group.title for group in session.argument_map.groups] == ["West", "East"]


def test_a_long_list_shows_six_entries_and_scrolls(
    inspector: InspectorPane, session: Session
) -> None:
    session.select([])
    box = entry_list(inspector, "Groups")
    heights = []
    for count in (2, 6, 7, 40):
        groups = tuple(Group(f"g{n}", f"Group {n}") for n in range(count))
        session.do("Group", replace(session.argument_map, groups=groups))
        heights.append(box.list.height())
    assert heights[0] < heights[1] == heights[2] == heights[3]
    assert box.list.visualItemRect(box.list.item(5)).bottom() <= box.list.viewport().height()


@pytest.mark.parametrize("words", ["", "   "])
@pytest.mark.parametrize("title", ["Groups", "Cites"])
def test_without_a_word_nothing_is_made(
    inspector: InspectorPane, session: Session, title: str, words: str
) -> None:
    box = begin(inspector, session, title)
    write(words)
    press(Key.Key_Return)
    assert done(session) == ()
    assert not box.new.isVisible()
    assert box.form.isVisible()


@pytest.mark.parametrize("title", ["Groups", "Sources", "Viewpoints", "Cites"])
def test_esc_gives_a_new_entry_up(inspector: InspectorPane, session: Session, title: str) -> None:
    box = begin(inspector, session, title)
    write("Nonsense")
    press(Key.Key_Escape)
    assert done(session) == ()
    assert not box.new.isVisible()
    assert focus() is box.adder
    press(Key.Key_Space)
    write("Sense")
    press(Key.Key_Return)
    assert entries(box)[-1] == "Sense"


def test_a_click_elsewhere_takes_the_new_entry_and_goes_there(
    inspector: InspectorPane, session: Session
) -> None:
    begin(inspector, session, "Groups")
    write("North")
    elsewhere = editor(form(inspector), "Language").control
    click(elsewhere)
    assert session.argument_map.groups[-1].title == "North"
    assert focus() is elsewhere


def test_adding_again_takes_the_entry_that_was_begun(
    inspector: InspectorPane, session: Session
) -> None:
    box = begin(inspector, session, "Groups")
    write("North")
    click(box.adder)
    write("South")
    press(Key.Key_Return)
    assert entries(box) == ["West", "East", "North", "South"]
    assert done(session) == ("Add group", "Add group")


def test_saving_takes_over_an_entry_that_is_being_named(
    inspector: InspectorPane, session: Session
) -> None:
    begin(inspector, session, "Sources")
    write("Report")
    inspector.commit()
    assert session.argument_map.sources[-1] == Source("report", "Report")


def test_an_entry_that_is_being_named_is_no_part_of_another_map(
    inspector: InspectorPane, session: Session
) -> None:
    box = begin(inspector, session, "Groups")
    write("North")
    session.open(read(dumps(edit.add_claim(ArgumentMap(), "Elsewhere"))))
    session.select([])
    inspector.commit()
    assert session.argument_map.groups == ()
    assert not box.new.isVisible()


def test_what_is_begun_is_scrolled_to(inspector: InspectorPane, session: Session) -> None:
    inspector.resize(340, 320)
    box = begin(inspector, session, "Viewpoints")
    assert not box.new.visibleRegion().isEmpty()
    write("North")
    press(Key.Key_Return)
    assert not focus().visibleRegion().isEmpty()


def test_removing_chooses_the_neighbour(inspector: InspectorPane, session: Session) -> None:
    session.select([])
    box = entry_list(inspector, "Groups")
    box.list.setCurrentRow(1)
    click(box.remover)
    assert (entries(box), box.list.currentRow()) == (["West"], 0)
    click(box.remover)
    assert entries(box) == []
    assert not box.form.isVisible()
    assert not box.remover.isEnabled()
    assert done(session) == ("Remove group", "Remove group")
    session.undo()
    assert box.remover.isEnabled()
    assert shows(editor(box.form, "Title")) == "West"


def test_a_first_entry_that_is_undone_leaves_nothing_to_remove(
    qtbot: QtBot, open_map: OpenMap
) -> None:
    session = open_map(ArgumentMap())
    box = begin(shown(session, qtbot), session, "Groups")
    write("North")
    press(Key.Key_Return)
    assert box.remover.isEnabled()
    session.undo()
    assert not box.remover.isEnabled()
    assert not box.form.isVisible()
    assert not box.list.isVisible()


def test_arrow_keys_in_the_list_turn_the_form(inspector: InspectorPane, session: Session) -> None:
    session.select([])
    box = entry_list(inspector, "Groups")
    box.list.setFocus()
    press(Key.Key_Down)
    assert shows(editor(box.form, "Title")) == "East"
    set_by_keys(editor(box.form, "Title"), "Far east")
    assert entries(box) == ["West", "Far east"]
    assert box.list.currentRow() == 1


def test_choosing_another_entry_takes_over_what_was_typed(
    inspector: InspectorPane, session: Session
) -> None:
    session.select([])
    box = entry_list(inspector, "Groups")
    type_into(form_line(inspector, "Groups", "Title"), "Wild west")
    box.list.setCurrentRow(1)
    assert session.argument_map.groups[0].title == "Wild west"
    assert shows(editor(box.form, "Title")) == "East"


def test_an_entry_stays_chosen_when_others_come_before_it(
    inspector: InspectorPane, session: Session
) -> None:
    session.select([])
    box = entry_list(inspector, "Groups")
    box.list.setCurrentRow(1)
    session.attempt("Sort", lambda m: replace(m, groups=(Group("a", "A"), *m.groups)))
    assert (entries(box), box.list.currentRow()) == (["A", "West", "East"], 2)


def test_a_read_only_map_takes_no_entries(session: Session, qtbot: QtBot) -> None:
    session.read_only = True
    inspector = shown(session, qtbot)
    box = begin(inspector, session, "Cites")
    assert not box.new.isVisible()
    assert not box.remover.isEnabled()


# Cites: what they begin with is a source, one there is or a new one.


def cites(session: Session) -> tuple[Cite, ...]:
    return statement(session).cites


def test_a_cite_of_a_known_source_by_the_beginning_of_its_title(
    inspector: InspectorPane, session: Session
) -> None:
    box = begin(inspector, session, "Cites")
    write("min")
    press(Key.Key_Return)
    assert cites(session) == (Cite("petition"), Cite("minutes"))
    assert len(session.argument_map.sources) == 2
    assert done(session) == ("Add cite",)
    assert focus() is editor(box.form, "Quote").control


def test_a_cite_of_a_known_source_by_arrow_keys(inspector: InspectorPane, session: Session) -> None:
    begin(inspector, session, "Cites")
    press(Key.Key_Down)
    press(Key.Key_Down)
    assert done(session) == ()
    press(Key.Key_Return)
    assert cites(session)[1:] == (Cite("minutes"),)


@POPUP
def test_a_cite_of_a_known_source_by_mouse(inspector: InspectorPane, session: Session) -> None:
    choice = begin(inspector, session, "Cites").new.control
    assert isinstance(choice, QComboBox)
    arrow = QPoint(choice.width() - 8, choice.height() // 2)
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=arrow)
    opened = choice.view()
    row = opened.visualRect(choice.model().index(1, 0)).center()
    QTest.mouseMove(opened.viewport(), row)
    QTest.mouseClick(opened.viewport(), Qt.MouseButton.LeftButton, pos=row)
    assert cites(session)[1:] == (Cite("minutes"),)
    assert done(session) == ("Add cite",)


def test_a_cite_of_a_source_that_is_named_there(inspector: InspectorPane, session: Session) -> None:
    before = session.argument_map
    box = begin(inspector, session, "Cites")
    write("Annual report")
    press(Key.Key_Return)
    assert session.argument_map.sources[-1] == Source("annual-report", "Annual report")
    assert cites(session)[1:] == (Cite("annual-report"),)
    assert done(session) == ("Add cite",)
    write("we, the undersigned")
    press(Key.Key_Tab)
    write("page 1")
    press(Key.Key_Tab)
    assert cites(session)[1] == Cite("annual-report", "we, the undersigned", "page 1")
    assert entries(box) == ["Petition", "Annual report, page 1"]
    for _ in range(3):
        session.undo()
    assert session.argument_map == before


def test_the_first_source_of_a_map_is_named_with_its_first_cite(
    qtbot: QtBot, open_map: OpenMap
) -> None:
    session = open_map(edit.add_claim(ArgumentMap(), "Yes."))
    inspector = shown(session, qtbot)
    click(button(inspector, "Add cite"))
    write("Leaflet")
    press(Key.Key_Return)
    assert statement(session, "yes").cites == (Cite("leaflet"),)


def test_case_makes_no_other_source(inspector: InspectorPane, session: Session) -> None:
    begin(inspector, session, "Cites")
    write("MINUTES")
    press(Key.Key_Return)
    assert cites(session)[1:] == (Cite("minutes"),)


def test_sources_of_one_title_are_told_apart_by_choosing(
    inspector: InspectorPane, session: Session
) -> None:
    session.attempt("Add", lambda m: edit.put(m, Source("minutes-2", "Minutes")))
    begin(inspector, session, "Cites")
    for _ in range(3):
        press(Key.Key_Down)
    press(Key.Key_Return)
    assert cites(session)[1:] == (Cite("minutes-2"),)


def test_a_cite_can_be_given_another_source_new_or_not(
    inspector: InspectorPane, session: Session
) -> None:
    source = editor(form(inspector, "Cites"), "Source")
    set_by_keys(source, "Minutes")
    assert cites(session) == (Cite("minutes"),)
    set_by_keys(source, "Film")
    assert cites(session) == (Cite("film"),)
    assert session.argument_map.sources[-1] == Source("film", "Film")
    assert done(session) == ("Set source", "Set source")
    session.undo()
    assert (shows(source), len(session.argument_map.sources)) == ("Minutes", 2)


def test_what_became_of_the_sources_is_told(inspector: InspectorPane, session: Session) -> None:
    told: list[Notice] = []
    session.notice_posted.connect(told.append)
    source = editor(form(inspector, "Cites"), "Source")
    set_by_keys(source, "Minutes")
    assert told == [], "it was known"
    set_by_keys(source, "Film")
    assert told[-1].text == ("“Film” is a new source; the one named before is still in the map.")
    set_by_keys(source, "Films")
    assert told[-1].text == "The source is called “Films” now, wherever it is cited."
    assert [s.title for s in session.argument_map.sources][1:] == ["Minutes", "Films"]


def test_a_source_that_is_not_in_the_map_is_shown_and_kept(
    inspector: InspectorPane, session: Session
) -> None:
    session.attempt("Cite", lambda m: edit.set_fields(m, CLAIM, cites=(Cite("lost"),)))
    source = editor(form(inspector, "Cites"), "Source")
    assert shows(source) == "lost (not in the map)"
    set_by_keys(editor(form(inspector, "Cites"), "Quote"), "So it says")
    assert cites(session) == (Cite("lost", "So it says"),)


def test_what_is_begun_for_one_card_is_taken_when_another_is_selected(
    inspector: InspectorPane, session: Session
) -> None:
    begin(inspector, session, "Cites")
    write("Leaflet")
    session.select([COST])
    assert cites(session) == (Cite("petition"), Cite("leaflet"))
    assert statement(session, COST).cites == ()
    assert not entry_list(inspector, "Cites").new.isVisible()


def test_what_is_begun_for_a_card_that_goes_is_let_go(
    inspector: InspectorPane, session: Session
) -> None:
    begin(inspector, session, "Cites")
    write("Leaflet")
    session.attempt("Delete", lambda m: removal.delete_branches(m, [CLAIM]))
    assert CLAIM not in session.argument_map.statement_by_id
    assert done(session) == ("Delete",)
    assert "leaflet" not in session.argument_map.ids


def test_cites_of_one_card_are_not_those_of_the_next(
    inspector: InspectorPane, session: Session
) -> None:
    set_by_keys(editor(form(inspector, "Cites"), "Quote"), "One said")
    session.select([COST])
    assert entries(entry_list(inspector, "Cites")) == []
    session.select([CLAIM])
    assert shows(editor(form(inspector, "Cites"), "Quote")) == "One said"


def test_of_the_next_card_the_first_cite_is_chosen(
    inspector: InspectorPane, session: Session
) -> None:
    both = (Cite("petition", "One"), Cite("minutes", "Two"))
    for id_ in (CLAIM, COST):
        session.do("Cite", edit.set_fields(session.argument_map, id_, cites=both))
    box = entry_list(inspector, "Cites")
    box.list.setCurrentRow(1)
    assert shows(editor(box.form, "Quote")) == "Two"
    session.select([COST])
    assert box.list.currentRow() == 0
    assert shows(editor(box.form, "Quote")) == "One"


def test_removing_a_cite_leaves_its_source(inspector: InspectorPane, session: Session) -> None:
    click(entry_list(inspector, "Cites").remover)
    assert cites(session) == ()
    assert "petition" in session.argument_map.source_by_id
    session.undo()
    assert cites(session) == (Cite("petition"),)


def test_a_source_is_removed_with_its_cites(inspector: InspectorPane, session: Session) -> None:
    session.select([])
    click(entry_list(inspector, "Sources").remover)
    assert [source.id for source in session.argument_map.sources] == ["minutes"]
    assert cites(session) == ()
    assert done(session) == ("Remove source",)


def test_titles_are_never_markup_and_stay_on_one_line(
    inspector: InspectorPane, session: Session
) -> None:
    hostile = "<img src='file:///etc/passwd'>\n& more"
    session.attempt("Add", lambda m: edit.put(m, Source("s", hostile)))
    session.select([])
    item = entry_list(inspector, "Sources").list.item(2)
    assert item.text() == "<img src='file:///etc/passwd'> & more"
    assert "<img" not in item.toolTip()
    box = begin(inspector, session, "Cites")
    choice = box.new.control
    assert isinstance(choice, QComboBox)
    assert choice.itemText(2) == item.text()
    assert isinstance(choice.lineEdit(), QLineEdit)
    write("<img")
    press(Key.Key_Return)
    assert cites(session)[1:] == (Cite("s"),)


@pytest.mark.parametrize("title", ["Sources", "Cites"])
@pytest.mark.parametrize("half", ["", "A repo"])
def test_a_new_entry_waits_for_who_goes_to_another_window_for_its_title(
    inspector: InspectorPane, session: Session, qtbot: QtBot, title: str, half: str
) -> None:
    box = begin(inspector, session, title)
    write(half)
    go_and_come_back(inspector, qtbot)
    assert focus() is box.new.control
    assert done(session) == ()
    write("rt")
    press(Key.Key_Return)
    assert session.argument_map.sources[-1].title == f"{half}rt"
