from __future__ import annotations

from dataclasses import fields, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QColorDialog, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from argmap.desktop.inspector.binding import CiteBinding
from argmap.desktop.inspector.contents.relation import RELATION
from argmap.desktop.inspector.contents.statement import CITES, STATEMENT, _set_source
from argmap.desktop.inspector.contents.whole_map import GROUPS, MAP, SOURCES, VIEWPOINTS
from argmap.desktop.inspector.fields.colour import ColourEditor
from argmap.desktop.inspector.fields.field import Field
from argmap.desktop.inspector.link_buttons import LinkButton
from argmap.desktop.inspector.pane import InspectorPane
from argmap.desktop.session import Session
from argmap.model.argument_map import (
    ArgumentMap,
    Cite,
    Group,
    Relation,
    Source,
    Statement,
    Style,
    Viewpoint,
)
from argmap.model.edits import edit
from argmap.model.kinds import Bearing, Kind
from tests.desktop.helpers import choose
from tests.desktop.inspector.inspecting import (
    COST,
    DEMAND,
    Key,
    OpenMap,
    click,
    control,
    done,
    editor,
    form,
    line,
    page_of,
    press,
    set_by_keys,
    shown,
    shows,
    statement,
    write,
)

# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


def names(rows: tuple[object, ...]) -> set[str]:
    return {row.name for row in rows if isinstance(row, Field)}


@pytest.mark.parametrize(
    ("rows", "item", "elsewhere"),
    [
        (STATEMENT.rows, Statement, {"cites"}),
        (RELATION.rows, Relation, {"premises", "target", "anonymous"}),
        (CITES.fields, Cite, set()),
        (SOURCES.fields, Source, set()),
        (GROUPS.fields, Group, set()),
        (VIEWPOINTS.fields, Viewpoint, {"judgements"}),
    ],
)
def test_every_key_of_an_item_has_a_field(
    rows: tuple[object, ...], item: type, elsewhere: set[str]
) -> None:
    assert names(rows) == {f.name for f in fields(item)} - {"id", "extra"} - elsewhere


def test_every_key_of_the_map_has_a_field() -> None:
    lists = {"statements", "relations", "sources", "groups", "viewpoints"}
    merge = {"conflicts"}  # written by a merge, and gone when they are settled
    own = {f.name for f in fields(ArgumentMap) if f.compare} - lists - merge - {"extra", "style"}
    style = {f"style.{f.name}" for f in fields(Style)} - {"style.extra"}
    assert names(MAP.rows) == own | style


def test_tags_are_words_with_commas_and_one_with_a_comma_is_quoted(
    qtbot: QtBot, open_map: OpenMap
) -> None:
    made = edit.add_claim(ArgumentMap(), "Yes.")
    session = open_map(edit.set_fields(made, "yes", tags=("a", "b, c")))
    inspector = shown(session, qtbot)
    box = line(inspector, "Tags")
    assert box.text() == 'a, "b, c"'
    box.setFocus()
    QTest.keyClick(box, Key.Key_End)
    QTest.keyClicks(box, ", d")
    QTest.keyClick(box, Key.Key_Return)
    assert statement(session, "yes").tags == ("a", "b, c", "d")


def test_premises_and_target_jump(inspector: InspectorPane, session: Session) -> None:
    session.select(["r-demand-is-high"])
    page = page_of(inspector)
    assert [b.accessibleName() for b in page.findChildren(LinkButton)] == [
        "Premise: Demand is high.",
        "Premise: Demand is enough.",
        "Claim: Open it on Sundays.",
    ]
    click(page.findChildren(LinkButton)[0])
    assert session.selection == (DEMAND,)
    click(control(inspector, LinkButton, "Support: 2 premises together"))
    assert session.selection == ("r-demand-is-high",)


def test_steps_are_shown_where_there_are_any(
    inspector: InspectorPane, session: Session, qtbot: QtBot
) -> None:
    def steps() -> list[str]:
        shown = page_of(inspector).findChildren(LinkButton)
        return [jump.accessibleName() for jump in shown if jump.isVisible()]

    def labelled() -> bool:
        labels = page_of(inspector).findChildren(QLabel)
        return any(label.text() == "Its arrows" and label.isVisible() for label in labels)

    assert (steps(), labelled()) == ([], False)
    session.select([COST])
    qtbot.waitUntil(lambda: steps() == ["Attack: one premise"] and labelled())
    session.attempt("Link", lambda m: edit.link(m, COST, "calm-is-good", Bearing.SUPPORTS))
    qtbot.waitUntil(lambda: steps() == ["Attack: one premise", "Support: one premise"])
    step = session.argument_map.relation_by_id["r-cost-doubles"]
    session.attempt("Reject", lambda m: edit.put(m, replace(step, rejected=True)))
    qtbot.waitUntil(lambda: steps()[:1] == ["Attack, does not follow: one premise"])
    session.select([COST, DEMAND])
    assert (steps(), labelled()) == ([], False)


def test_a_group_does_not_offer_to_lie_in_itself(qtbot: QtBot, open_map: OpenMap) -> None:
    groups = (Group("a", "A"), Group("b", "B", parent="a"), Group("c", "C"))
    session = open_map(ArgumentMap(groups=groups))
    inspector = shown(session, qtbot)
    box = control(inspector, QComboBox, "Lies in")
    assert [box.itemText(i) for i in range(box.count())] == ["none", "C"]
    choose(box, "C")
    assert session.argument_map.group_by_id["a"].parent == "c"


def test_a_colour_is_picked(inspector: InspectorPane, session: Session) -> None:
    session.select([])
    session.attempt("Group", lambda m: GROUPS.add(m, "", "North"))
    box = editor(form(inspector, "Groups"), "Colour")
    assert isinstance(box, ColourEditor)
    click(box.button)
    dialog = box.findChildren(QColorDialog)[0]
    dialog.setCurrentColor(QColor("#b3400a"))
    dialog.accept()
    assert session.argument_map.groups[0].colour == "#b3400a"
    assert done(session) == ("Group", "Set colour")


@pytest.mark.parametrize(("typed", "kept"), [("red", "#ff0000"), (" #abc ", "#abc"), ("", "")])
def test_a_colour_is_kept_as_a_code(
    inspector: InspectorPane, session: Session, typed: str, kept: str
) -> None:
    session.select([])
    session.attempt("Group", lambda m: edit.put(m, Group("g", "G", "#123456")))
    set_by_keys(editor(form(inspector, "Groups"), "Colour"), typed)
    assert session.argument_map.groups[0].colour == kept


def test_the_button_shows_the_colour(inspector: InspectorPane, session: Session) -> None:
    session.attempt("Group", lambda m: edit.put(m, Group("g", "G", "#0b6e4f")))
    session.select([])
    box = editor(form(inspector, "Groups"), "Colour")
    assert isinstance(box, ColourEditor)
    middle = box.button.icon().pixmap(16, 16).toImage().pixelColor(8, 8)
    assert middle.name() == "#0b6e4f"


def test_kinds_follow_what_a_step_is_made_to_do(inspector: InspectorPane, session: Session) -> None:
    session.select(["r-cost-doubles"])
    set_by_keys(editor(form(inspector), "Bearing"), "supports")
    assert statement(session, COST).kind is Kind.PREMISE
    assert done(session) == ("Set bearing",)
    session.undo()
    assert statement(session, COST).kind is Kind.REBUTTAL


def test_a_step_follows_the_kind_of_its_premise(inspector: InspectorPane, session: Session) -> None:
    session.select([COST])
    set_by_keys(editor(form(inspector), "Kind"), "premise")
    assert statement(session, COST).kind is Kind.PREMISE
    assert bearing(session) is Bearing.SUPPORTS
    assert done(session) == ("Set kind",)
    set_by_keys(editor(form(inspector), "Kind"), "rebuttal")
    assert bearing(session) is Bearing.ATTACKS
    session.undo()
    session.undo()
    assert statement(session, COST).kind is Kind.REBUTTAL
    assert bearing(session) is Bearing.ATTACKS


def bearing(session: Session) -> Bearing:
    return session.argument_map.relation_by_id["r-cost-doubles"].bearing


def test_where_it_is_not_clear_which_step_would_turn_the_user_is_told(
    inspector: InspectorPane, session: Session
) -> None:
    before = session.argument_map
    session.select(["demand-is-high"])
    box = editor(form(inspector), "Kind")
    set_by_keys(box, "rebuttal")
    assert "linked with others" in box.complaint
    assert session.argument_map is before


def test_an_empty_weight_is_the_usual_one(inspector: InspectorPane, session: Session) -> None:
    session.select(["r-cost-doubles"])
    box = editor(form(inspector), "Weight")
    set_by_keys(box, "3")
    set_by_keys(box, "")
    assert session.argument_map.relation_by_id["r-cost-doubles"].weight == 1
    assert shows(box) == "1"


def test_an_empty_credence_is_none(inspector: InspectorPane, session: Session) -> None:
    box = editor(form(inspector), "Credence")
    set_by_keys(box, "0.5")
    set_by_keys(box, "")
    assert statement(session).credence is None


def test_a_long_title_left_is_shown_from_its_beginning(inspector: InspectorPane) -> None:
    box = line(inspector, "Title")
    box.setFocus(Qt.FocusReason.TabFocusReason)
    write("a very long title " * 10)
    press(Key.Key_Tab)
    assert box.cursorPosition() == 0


def test_a_title_that_is_corrected_in_a_cite_is_that_of_the_same_source() -> None:
    cites = (Cite("study"),)
    two = ArgumentMap(
        statements=(Statement("a", "A.", cites=cites), Statement("b", "B.", cites=cites)),
        sources=(Source("study", "Repport on swiming, 2019", author="Somebody"),),
    )
    corrected = _set_source(two, CiteBinding("a", 0), "Report on swimming, 2019")
    assert [(s.id, s.title) for s in corrected.sources] == [("study", "Report on swimming, 2019")]
    assert corrected.statements == two.statements
    for other in ("Repport on swiming, 2020", "Minutes of the council", "Report"):
        assert len(_set_source(two, CiteBinding("a", 0), other).sources) == 2, other


def test_a_title_that_one_cite_has_brought_is_written_on_and_not_doubled() -> None:
    said = Cite("study")
    bare = ArgumentMap(
        statements=(Statement("a", "A.", cites=(said,)),), sources=(Source("study", "20"),)
    )
    corrected = _set_source(bare, CiteBinding("a", 0), "2019")
    assert [(s.id, s.title) for s in corrected.sources] == [("study", "2019")]
    assert corrected.statements == bare.statements
    known = replace(bare, sources=(replace(bare.sources[0], author="Somebody"),))
    assert len(_set_source(known, CiteBinding("a", 0), "2019").sources) == 2, "more is known of it"
    assert len(_set_source(bare, CiteBinding("a", 0), "Film").sources) == 2, "another source"
    shared = replace(bare, statements=(*bare.statements, Statement("b", "B.", cites=(said,))))
    assert len(_set_source(shared, CiteBinding("a", 0), "2019").sources) == 2, "b means the other"
