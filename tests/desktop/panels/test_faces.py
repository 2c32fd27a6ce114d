from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from argmap.desktop.notice import Notice
from argmap.desktop.panels.faces.relation import RELATION
from argmap.desktop.panels.faces.statement import CITES, STATEMENT
from argmap.desktop.panels.faces.whole_map import GROUPS, MAP, SOURCES, VIEWPOINTS
from argmap.desktop.panels.fields.colour import ColourEditor
from argmap.desktop.panels.fields.field import Field
from argmap.desktop.panels.inspector import Inspector
from argmap.desktop.panels.jump import Jump
from argmap.desktop.session import Session
from argmap.model import edit
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
from argmap.model.kinds import Basis, Bearing, Direction, Judgement, Kind, Open, Ties
from tests.desktop.panels.inspecting import (
    COST,
    DEMAND,
    Key,
    OpenMap,
    choose,
    click,
    control,
    done,
    enter,
    groups,
    line,
    page_of,
    shown,
    statement,
    text,
    type_into,
    viewpoints,
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
    own = {f.name for f in fields(ArgumentMap)} - lists - {"extra", "style"}
    style = {f"style.{f.name}" for f in fields(Style)} - {"style.extra"}
    assert names(MAP.rows) == own | style


@pytest.mark.parametrize(
    ("name", "words", "value"),
    [
        ("Kind", "rebuttal", Kind.REBUTTAL),
        ("Judgement", "rejected", Judgement.REJECTED),
        ("Basis", "common knowledge", Basis.COMMON_KNOWLEDGE),
    ],
)
def test_choices_of_a_statement(
    inspector: Inspector, session: Session, name: str, words: str, value: object
) -> None:
    box = control(inspector, QComboBox, name)
    box.setCurrentIndex(box.findText(words) - 1)
    choose(box, words)
    assert getattr(statement(session), name.lower()) == value
    assert done(session)[-1] == f"Set {name.lower()}"


def test_a_tick(inspector: Inspector, session: Session) -> None:
    box = control(inspector, QCheckBox, "Unstated in the source")
    box.setFocus()
    QTest.keyClick(box, Key.Key_Space)
    assert statement(session).implicit is True
    assert done(session) == ("Set unstated in the source",)


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


def test_a_credence_is_a_number_between_0_and_1(inspector: Inspector, session: Session) -> None:
    told: list[Notice] = []
    session.told.connect(told.append)
    enter(line(inspector, "Credence"), "0,7")
    assert statement(session).credence == 0.7
    for wrong in ("much", "1.5", "nan"):
        enter(line(inspector, "Credence"), wrong)
        assert line(inspector, "Credence").text() == "0.7"
    assert len(told) == 3
    enter(line(inspector, "Credence"), "")
    assert statement(session).credence is None


def test_a_statement_keeps_a_text(inspector: Inspector, session: Session) -> None:
    told: list[Notice] = []
    session.told.connect(told.append)
    type_into(text(inspector, "Text"), " ")
    inspector.commit()
    assert [notice.text for notice in told] == [
        "A statement needs a text. To be rid of it, delete it."
    ]
    assert text(inspector, "Text").toPlainText() == "Open it on Sundays."


def test_a_relation(inspector: Inspector, session: Session) -> None:
    session.select(["r-cost-doubles"])
    choose(control(inspector, QComboBox, "Bearing"), "supports")
    enter(line(inspector, "Weight"), "2.5")
    enter(line(inspector, "Scheme"), "expert-opinion")
    click_box = control(inspector, QCheckBox, "Does not follow")
    click_box.setFocus()
    QTest.keyClick(click_box, Key.Key_Space)
    relation = session.argument_map.relation_by_id["r-cost-doubles"]
    assert (relation.bearing, relation.weight) == (Bearing.SUPPORTS, 2.5)
    assert (relation.scheme, relation.rejected) == ("expert-opinion", True)
    assert statement(session, COST).kind is Kind.PREMISE
    enter(line(inspector, "Weight"), "-1")
    assert line(inspector, "Weight").text() == "2.5"


def test_premises_and_target_jump(inspector: Inspector, session: Session) -> None:
    session.select(["r-demand-is-high"])
    page = page_of(inspector)
    assert [b.accessibleName() for b in page.findChildren(Jump)] == [
        "Premise: Demand is high.",
        "Premise: Demand is enough.",
        "Claim: Open it on Sundays.",
    ]
    click(page.findChildren(Jump)[0])
    assert session.selection == (DEMAND,)
    click(control(inspector, Jump, "Support: 2 premises together"))
    assert session.selection == ("r-demand-is-high",)


def test_the_maps_own_fields(inspector: Inspector, session: Session) -> None:
    session.select([])
    enter(line(inspector, "Language"), "en")
    choose(control(inspector, QComboBox, "Direction"), "conclusion at the left")
    choose(control(inspector, QComboBox, "Theme"), "dark")
    authors = text(inspector, "Authors")
    type_into(authors, "Smith, Ann")
    QTest.keyClick(authors, Key.Key_Return)
    QTest.keyClicks(authors, "Bob")
    inspector.commit()
    argument_map = session.argument_map
    assert argument_map.language == "en"
    assert argument_map.authors == ("Smith, Ann", "Bob")
    assert argument_map.style == Style(Direction.LEFT, "dark")


def test_groups_are_added_changed_and_removed(inspector: Inspector, session: Session) -> None:
    session.select([])
    click(next(b for b in inspector.findChildren(QPushButton) if b.text() == "Add group"))
    assert done(session) == ("Add group",)
    group = session.argument_map.groups[0]
    session.attempt("Group", lambda m: edit.assign_group(m, [COST], group.id))
    boxes = [b for b in inspector.findChildren(QLineEdit) if b.accessibleName() == "Title"]
    enter(next(b for b in boxes if b.isVisible() and b.text() == "New group"), "Council")
    enter(line(inspector, "Colour"), "#0B6E4F")
    assert groups(session) == (Group(group.id, "Council", "#0B6E4F"),)
    assert control(inspector, QListWidget, "Groups").item(0).text() == "Council"
    click(control(inspector, QPushButton, "Remove group"))
    assert groups(session) == ()
    assert statement(session, COST).group == ""
    assert done(session)[-1] == "Remove group"


def test_viewpoints_are_added_changed_and_removed(inspector: Inspector, session: Session) -> None:
    session.select([])
    click(next(b for b in inspector.findChildren(QPushButton) if b.text() == "Add viewpoint"))
    (made,) = viewpoints(session)
    boxes = [b for b in inspector.findChildren(QLineEdit) if b.accessibleName() == "Title"]
    enter(next(b for b in boxes if b.isVisible() and b.text() == "New viewpoint"), "The council")
    choose(control(inspector, QComboBox, "Open premises"), "presumed")
    choose(control(inspector, QComboBox, "Ties"), "rejected")
    wanted = Viewpoint(made.id, "The council", open=Open.PRESUMED, ties=Ties.REJECTED)
    assert viewpoints(session) == (wanted,)
    click(control(inspector, QPushButton, "Remove viewpoint"))
    assert viewpoints(session) == ()
    assert done(session)[-1] == "Remove viewpoint"


def test_a_group_does_not_offer_to_lie_in_itself(qtbot: QtBot, open_map: OpenMap) -> None:
    groups = (Group("a", "A"), Group("b", "B", parent="a"), Group("c", "C"))
    session = open_map(ArgumentMap(groups=groups))
    inspector = shown(session, qtbot)
    box = control(inspector, QComboBox, "Lies in")
    assert [box.itemText(i) for i in range(box.count())] == ["none", "C"]
    choose(box, "C")
    assert session.argument_map.group_by_id["a"].parent == "c"


def test_a_colour_is_picked(inspector: Inspector, session: Session) -> None:
    session.select([])
    session.attempt("Group", lambda m: GROUPS.add(m, ""))
    editor = next(e for e in inspector.findChildren(ColourEditor) if e.isVisible())
    editor.button.click()

    dialog = editor.findChildren(QColorDialog)[0]
    dialog.setCurrentColor(QColor("#b3400a"))
    dialog.accept()
    assert session.argument_map.groups[0].colour == "#b3400a"


def test_a_cite_without_sources_makes_one(inspector: Inspector, session: Session) -> None:
    click(next(b for b in inspector.findChildren(QPushButton) if b.text() == "Add cite"))
    assert session.argument_map.sources == (Source("new-source", "New source"),)
    assert statement(session).cites == (Cite("new-source"),)
    assert done(session) == ("Add cite",)
    enter(line(inspector, "At"), "page 1")
    assert control(inspector, QListWidget, "Cites").item(0).text() == "New source, page 1"
    type_into(text(inspector, "Quote"), "we the undersigned")
    inspector.commit()
    assert statement(session).cites == (Cite("new-source", "we the undersigned", "page 1"),)


def test_cites_of_one_card_are_not_those_of_the_next(qtbot: QtBot, open_map: OpenMap) -> None:
    made = edit.put(ArgumentMap(), Source("s", "Source"))
    for words in ("One", "Two"):
        made = edit.add_claim(made, words)
        made = edit.set_fields(made, words.lower(), cites=(Cite("s", f"{words} said"),))
    session = open_map(made)
    inspector = shown(session, qtbot)
    assert text(inspector, "Quote").toPlainText() == "One said"
    type_into(text(inspector, "Quote"), "Changed")
    session.select(["two"])
    assert text(inspector, "Quote").toPlainText() == "Two said"
    assert statement(session, "one").cites[0].quote == "Changed"
    click(control(inspector, QPushButton, "Remove cite"))
    assert statement(session, "two").cites == ()
    session.undo()
    assert text(inspector, "Quote").toPlainText() == "Two said"


def test_a_source_is_removed_with_its_cites(qtbot: QtBot, open_map: OpenMap) -> None:
    made = edit.put(edit.add_claim(ArgumentMap(), "One"), Source("s", "Source"))
    session = open_map(edit.set_fields(made, "one", cites=(Cite("s"),)))
    inspector = shown(session, qtbot)
    inspector.tabs.setCurrentIndex(1)
    click(control(inspector, QPushButton, "Remove source"))
    assert session.argument_map.sources == ()
    assert statement(session, "one").cites == ()
