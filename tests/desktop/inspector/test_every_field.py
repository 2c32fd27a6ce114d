"""Every key of the format that the inspector shows: set as a person sets it, in one step, kept.

A row of the table is a field of a page: what is typed or chosen, and what the map then holds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeySequence, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from argmap.desktop.appearance import palette
from argmap.desktop.inspector.contents.contents import Contents
from argmap.desktop.inspector.contents.relation import RELATION
from argmap.desktop.inspector.contents.statement import STATEMENT
from argmap.desktop.inspector.contents.whole_map import MAP
from argmap.desktop.inspector.fields.editor import Editor
from argmap.desktop.inspector.fields.field import Field
from argmap.desktop.inspector.pane import InspectorPane
from argmap.desktop.notices.notice import Notice
from argmap.desktop.session import Session
from argmap.drawing import theme as themes
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import (
    Basis,
    Bearing,
    Direction,
    Judgement,
    Kind,
    Layout,
    Open,
    Page,
    SourceLine,
    Ties,
)
from argmap.store.yaml_file import read
from tests.desktop.inspector.inspecting import (
    CLAIM,
    COST,
    Key,
    OpenMap,
    done,
    editor,
    focus,
    form,
    furnished,
    go_and_come_back,
    press,
    set_by_keys,
    shown,
    shows,
    write,
)

# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@dataclass(frozen=True)
class Place:
    """Where fields stand: what is selected, the page that this shows, the list in it if any."""

    name: str
    contents: Contents
    item: Callable[[ArgumentMap], Any]
    selected: tuple[str, ...] = ()
    entry_list: str = ""

    def __str__(self) -> str:
        return self.name

    @property
    def labels(self) -> list[str]:
        rows = next(
            (s.fields for s in self.contents.lists if s.title == self.entry_list),
            self.contents.rows,
        )
        return [row.label for row in rows if isinstance(row, Field)]

    def editor(self, inspector: InspectorPane, label: str) -> Editor:
        return editor(form(inspector, self.entry_list), label)


STEP = "r-cost-doubles"
CARD = Place("statement", STATEMENT, lambda m: m.statement_by_id[CLAIM], (CLAIM,))
CITE = Place("cite", STATEMENT, lambda m: m.statement_by_id[CLAIM].cites[0], (CLAIM,), "Cites")
ARROW = Place("relation", RELATION, lambda m: m.relation_by_id[STEP], (STEP,))
WHOLE = Place("map", MAP, lambda m: m)
GROUP = Place("group", MAP, lambda m: m.groups[0], entry_list="Groups")
SOURCE = Place("source", MAP, lambda m: m.sources[0], entry_list="Sources")
VIEWPOINT = Place("viewpoint", MAP, lambda m: m.viewpoints[0], entry_list="Viewpoints")
PLACES = (CARD, CITE, ARROW, WHOLE, GROUP, SOURCE, VIEWPOINT)

FIELDS: tuple[tuple[Place, str, str, str, object], ...] = (
    (CARD, "Text", "Open it\ndaily: #1!", "text", "Open it\ndaily: #1!"),
    (CARD, "Kind", "rebuttal", "kind", Kind.REBUTTAL),
    (CARD, "Unstated in the source", "", "implicit", True),
    (CARD, "Said by", "Ann & <b>Bob</b>", "said_by", "Ann & <b>Bob</b>"),
    (CARD, "Judgement", "rejected", "judgement", Judgement.REJECTED),
    (CARD, "Credence", "0,7", "credence", 0.7),
    (CARD, "Basis", "common knowledge", "basis", Basis.COMMON_KNOWLEDGE),
    (CARD, "Group", "East", "group", "east"),
    (CARD, "Tags", 'water, "cost, high"', "tags", ("water", "cost, high")),
    (CARD, "Title", "No", "title", "No"),
    (CARD, "Note", "- one\n- two", "note", "- one\n- two"),
    (CITE, "Source", "Minutes", "source", "minutes"),
    (CITE, "Quote", "we, the\nundersigned", "quote", "we, the\nundersigned"),
    (CITE, "At", "12:30", "at", "12:30"),
    (CITE, "Text before", "Hear ye:", "prefix", "Hear ye:"),
    (CITE, "Text after", "... yours", "suffix", "... yours"),
    (ARROW, "Bearing", "supports", "bearing", Bearing.SUPPORTS),
    (ARROW, "Does not follow", "", "rejected", True),
    (ARROW, "Weight", "2.5", "weight", 2.5),
    (ARROW, "Scheme", "expert-opinion", "scheme", "expert-opinion"),
    (ARROW, "Tags", "money", "tags", ("money",)),
    (ARROW, "Note", "Twice?", "note", "Twice?"),
    (WHOLE, "Title", "Pool & spa", "title", "Pool & spa"),
    (WHOLE, "Summary", "Briefly.\n\nAnd so on.", "summary", "Briefly.\n\nAnd so on."),
    (WHOLE, "Language", "de-AT", "language", "de-AT"),
    (WHOLE, "Authors", "Smith, Ann\nBob", "authors", ("Smith, Ann", "Bob")),
    (WHOLE, "Direction", "conclusion at the left", "style.direction", Direction.LEFT),
    (WHOLE, "Page", Page.SLIDE.called, "style.page", Page.SLIDE),
    (WHOLE, "Layout", Layout.LAYERED.called, "style.layout", Layout.LAYERED),
    (WHOLE, "Sources on cards", SourceLine.NUMBER.called, "style.source_line", SourceLine.NUMBER),
    (WHOLE, "Theme", "Dark", "style.theme", "dark"),
    (GROUP, "Title", "Wild west", "title", "Wild west"),
    (GROUP, "Colour", "#0B6E4F", "colour", "#0B6E4F"),
    (GROUP, "Lies in", "East", "parent", "east"),
    (GROUP, "Note", "Both banks", "note", "Both banks"),
    (SOURCE, "Title", "The petition", "title", "The petition"),
    (SOURCE, "Author", "The neighbours", "author", "The neighbours"),
    (SOURCE, "Type", "report", "type", "report"),
    (SOURCE, "Appeared in", "The Hill", "container", "The Hill"),
    (SOURCE, "Publisher", "Themselves", "publisher", "Themselves"),
    (SOURCE, "Date", "2026-03-01", "date", "2026-03-01"),
    (SOURCE, "DOI", "10.1000/182", "doi", "10.1000/182"),
    (SOURCE, "Address", "https://example.org/?a=1&b=2#c", "url", "https://example.org/?a=1&b=2#c"),
    (SOURCE, "File", "sources/petition.txt", "file", "sources/petition.txt"),
    (SOURCE, "Original", "sources/petition.pdf", "original", "sources/petition.pdf"),
    (SOURCE, "SHA-256", "ab12", "sha256", "ab12"),
    (SOURCE, "Text", "We ask.\nPlease.", "text", "We ask.\nPlease."),
    (SOURCE, "Note", "No", "note", "No"),
    (VIEWPOINT, "Title", "Council: 2026", "title", "Council: 2026"),
    (VIEWPOINT, "Open premises", "presumed", "open", Open.PRESUMED),
    (VIEWPOINT, "Ties", "rejected", "ties", Ties.REJECTED),
    (VIEWPOINT, "Note", "So they say", "note", "So they say"),
)

REFUSED: tuple[tuple[Place, str, str, str], ...] = (
    (CARD, "Text", "", "A statement needs a text."),
    (CARD, "Credence", "much", "“much” is not a number."),
    (CARD, "Credence", "1.5", "from 0 to 1"),
    (CARD, "Credence", "-0.1", "from 0 to 1"),
    (CARD, "Credence", "nan", "from 0 to 1"),
    (CITE, "Source", "", "A citation needs a source."),
    (ARROW, "Weight", "0", "above 0"),
    (ARROW, "Weight", "-1", "above 0"),
    (ARROW, "Weight", "inf", "above 0"),
    (ARROW, "Weight", "heavy", "“heavy” is not a number."),
    (GROUP, "Colour", "reddish", "“reddish” is not a colour."),
    (GROUP, "Colour", "#12", "#rrggbb"),
)


@pytest.fixture
def session(open_map: OpenMap, pool: ArgumentMap) -> Session:
    return open_map(furnished(pool))


def test_the_table_has_every_field_of_every_face() -> None:
    for place in PLACES:
        assert [row[1] for row in FIELDS if row[0] is place] == place.labels, place


@pytest.mark.parametrize(("place", "label", "typed", "name", "value"), FIELDS, ids=str)
def test_a_field_set_by_keys_is_one_step_and_is_kept_in_the_file(
    inspector: InspectorPane,
    session: Session,
    place: Place,
    label: str,
    typed: str,
    name: str,
    value: object,
) -> None:
    session.select(place.selected)
    box = place.editor(inspector, label)
    before, showed = session.argument_map, shows(box)
    set_by_keys(box, typed)
    after = session.argument_map
    assert attrgetter(name)(place.item(after)) == value
    assert done(session) == (f"Set {label.lower()}",)
    own = {f.name for f in fields(place.item(before))} - {name.partition(".")[0]}
    assert all(getattr(place.item(before), n) == getattr(place.item(after), n) for n in own)
    reading = read(session.text.text())
    assert (reading.argument_map, reading.problems) == (after, ())
    session.undo()
    assert session.argument_map == before
    assert (shows(box), done(session)) == (showed, ())


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_no_field_of_a_read_only_map_can_be_changed(
    session: Session, qtbot: QtBot, place: Place
) -> None:
    session.read_only = True
    inspector = shown(session, qtbot)
    session.select(place.selected)
    assert not [label for label in place.labels if place.editor(inspector, label).isEnabled()]


@pytest.mark.parametrize(("place", "label", "typed", "words"), REFUSED, ids=str)
def test_what_cannot_be_taken_stays_as_typed_and_is_complained_of(
    inspector: InspectorPane, session: Session, place: Place, label: str, typed: str, words: str
) -> None:
    session.select(place.selected)
    before = session.argument_map
    box = place.editor(inspector, label)
    was = shows(box)
    set_by_keys(box, typed)
    assert (session.argument_map, done(session)) == (before, ())
    assert shows(box) == typed
    assert words in box.complaint
    assert box.control.accessibleDescription() == box.complaint
    assert focus() is box.control
    press(Key.Key_Escape)
    assert (shows(box), box.complaint) == (was, "")
    assert box.control.accessibleDescription() == ""


@pytest.mark.parametrize("width", [260, 340, 700])
def test_all_of_a_complaint_can_be_read(inspector: InspectorPane, qtbot: QtBot, width: int) -> None:
    inspector.resize(width, 900)
    box = CARD.editor(inspector, "Credence")
    high = box.control.height()
    set_by_keys(box, "as likely as not, if you ask me")
    words = next(label for label in box.findChildren(QLabel) if label.text() == box.complaint)
    qtbot.waitUntil(lambda: words.height() == words.heightForWidth(words.width()) > 0)
    qtbot.waitUntil(lambda: words.geometry().bottom() <= box.rect().bottom())
    assert words.geometry().top() > box.control.geometry().bottom()
    assert box.control.height() == high


@pytest.mark.parametrize("name", themes.names())
def test_a_complaint_is_readable_in_every_theme(inspector: InspectorPane, name: str) -> None:
    box = CARD.editor(inspector, "Credence")
    set_by_keys(box, "2")
    inspector.setPalette(palette(themes.load(name)))
    words = next(label for label in box.findChildren(QLabel) if label.text() == box.complaint)
    ink = words.palette().color(QPalette.ColorRole.WindowText).name()
    ground = words.palette().color(QPalette.ColorRole.Window).name()
    assert themes.contrast(ink, ground) >= 4.5


def test_a_complaint_ends_when_its_field_is_mended(
    inspector: InspectorPane, session: Session
) -> None:
    box = CARD.editor(inspector, "Credence")
    set_by_keys(box, "2")
    set_by_keys(box, "0.2")
    assert box.complaint == ""
    assert session.argument_map.statement_by_id[CLAIM].credence == 0.2


def test_a_complaint_ends_when_its_field_is_put_back_by_hand(
    inspector: InspectorPane, session: Session
) -> None:
    box = CITE.editor(inspector, "Source")
    was = str(shows(box))
    set_by_keys(box, "")
    assert box.complaint
    set_by_keys(box, was)
    assert (shows(box), box.complaint) == (was, "")
    assert done(session) == ()


def test_what_was_refused_survives_edits_elsewhere(
    inspector: InspectorPane, session: Session
) -> None:
    box = CARD.editor(inspector, "Credence")
    set_by_keys(box, "2")
    set_by_keys(CARD.editor(inspector, "Title"), "Sundays")
    session.undo()
    assert shows(box) == "2"
    assert box.complaint


def test_esc_gives_up_one_field_and_no_other(inspector: InspectorPane, session: Session) -> None:
    refused, note = CARD.editor(inspector, "Credence"), CARD.editor(inspector, "Note")
    set_by_keys(refused, "2")
    note.setFocus()
    QTest.keyClicks(focus(), "Oops")
    press(Key.Key_Escape)
    assert (shows(note), shows(refused)) == ("", "2")
    assert refused.complaint
    assert done(session) == ()


def test_what_was_refused_is_told_when_the_card_is_left(
    inspector: InspectorPane, session: Session
) -> None:
    told: list[Notice] = []
    session.notice_posted.connect(told.append)
    box = CARD.editor(inspector, "Credence")
    set_by_keys(box, "twice")
    assert told == []
    session.select([COST])
    assert {notice.key for notice in told} == {"refused"}
    assert told[-1].text.startswith("“Credence” was not changed. “twice” is not a number.")
    assert (shows(box), box.complaint) == ("", "")


def test_saving_tells_what_it_leaves_out_and_leaves_it_there(
    inspector: InspectorPane, session: Session
) -> None:
    told: list[Notice] = []
    session.notice_posted.connect(told.append)
    box = CARD.editor(inspector, "Credence")
    set_by_keys(box, "twice")
    inspector.commit()
    assert len(told) == 1
    assert shows(box) == "twice"


def test_esc_in_a_field_that_was_not_touched_is_left_to_the_window(
    inspector: InspectorPane, session: Session
) -> None:
    box = CARD.editor(inspector, "Title")
    set_by_keys(box, "Sundays")
    press(Key.Key_Escape)
    assert shows(box) == "Sundays"
    assert done(session) == ("Set title",)


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_tab_goes_through_the_fields_in_the_order_of_the_face(
    inspector: InspectorPane, session: Session, place: Place
) -> None:
    session.select(place.selected)
    first = place.editor(inspector, place.labels[0])
    first.setFocus()
    walked = []
    for _ in place.labels:
        walked.append(focus().accessibleName())
        press(Key.Key_Tab)
        while focus().accessibleName() not in place.labels and len(walked) < len(place.labels):
            press(Key.Key_Tab)
    assert walked == place.labels
    assert done(session) == ()


@pytest.mark.parametrize("label", ["Text", "Title", "Kind", "Note"])
def test_undo_in_a_field_without_typing_is_the_map_s(
    inspector: InspectorPane, session: Session, label: str
) -> None:
    action = QAction(inspector)
    action.setShortcut(QKeySequence.StandardKey.Undo)
    action.triggered.connect(session.undo)
    inspector.addAction(action)
    set_by_keys(CARD.editor(inspector, "Said by"), "Ann")
    box = CARD.editor(inspector, label)
    box.setFocus()
    QTest.keySequence(focus(), QKeySequence(QKeySequence.StandardKey.Undo))
    assert done(session) == ()


def test_undo_while_typing_is_the_field_s_own(inspector: InspectorPane, session: Session) -> None:
    action = QAction(inspector)
    action.setShortcut(QKeySequence.StandardKey.Undo)
    action.triggered.connect(session.undo)
    inspector.addAction(action)
    set_by_keys(CARD.editor(inspector, "Said by"), "Ann")
    box = CARD.editor(inspector, "Note")
    box.setFocus()
    QTest.keyClicks(focus(), "Oops")
    QTest.keySequence(focus(), QKeySequence(QKeySequence.StandardKey.Undo))
    assert shows(box) == ""
    assert done(session) == ("Set said by",)


@pytest.mark.parametrize("label", ["Title", "Note"])
def test_whoever_comes_back_from_another_window_goes_on_writing_where_they_were(
    inspector: InspectorPane, session: Session, qtbot: QtBot, label: str
) -> None:
    set_by_keys(CARD.editor(inspector, label), "Sun")
    write("day")
    go_and_come_back(inspector, qtbot)
    write("s")
    inspector.commit()
    assert getattr(session.argument_map.statement_by_id[CLAIM], label.lower()) == "Sundays"


def test_the_menu_of_a_text_leaves_what_is_selected_in_it(
    inspector: InspectorPane, session: Session
) -> None:
    box = CARD.editor(inspector, "Note")
    box.setFocus(Qt.FocusReason.TabFocusReason)
    write("Sundays")
    press(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    for kind in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):  # as when its menu opens and closes
        QApplication.sendEvent(box.control, QFocusEvent(kind, Qt.FocusReason.PopupFocusReason))
    assert done(session) == ()
    write("Mondays")
    inspector.commit()
    assert session.argument_map.statement_by_id[CLAIM].note == "Mondays"
