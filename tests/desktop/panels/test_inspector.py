from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QColorDialog,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
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
from argmap.store.yaml_file import dumps, read

# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

Key = Qt.Key
Control = TypeVar("Control", bound=QWidget)
OpenMap = Callable[[ArgumentMap], Session]
CLAIM, DEMAND, COST, CALM = "open-it-on-sundays", "demand-is-high", "cost-doubles", "calm-is-good"


@pytest.fixture
def inspector(session: Session, qtbot: QtBot) -> Inspector:
    return shown(session, qtbot)


def shown(session: Session, qtbot: QtBot) -> Inspector:
    inspector = Inspector(session)
    qtbot.addWidget(inspector)
    inspector.resize(340, 900)
    inspector.show()
    inspector.activateWindow()
    qtbot.waitUntil(inspector.isActiveWindow)
    return inspector


def page_of(inspector: Inspector) -> QWidget:
    page = inspector.stack.currentWidget()
    assert page is not None
    return page


def control(inspector: Inspector, sort: type[Control], name: str) -> Control:
    """The control of that accessible name on the page that is shown."""
    page = page_of(inspector)
    found = [w for w in page.findChildren(sort) if w.accessibleName() == name and w.isVisible()]
    assert found, f"{name} is not to be seen"
    return found[0]


def line(inspector: Inspector, name: str) -> QLineEdit:
    return control(inspector, QLineEdit, name)


def text(inspector: Inspector, name: str) -> QPlainTextEdit:
    return control(inspector, QPlainTextEdit, name)


def enter(box: QLineEdit, words: str) -> None:
    type_into(box, words)
    QTest.keyClick(box, Key.Key_Return)


def type_into(box: QLineEdit | QPlainTextEdit, words: str) -> None:
    box.setFocus()
    box.selectAll()
    QTest.keyClick(box, Key.Key_Delete)
    QTest.keyClicks(box, words)


def choose(box: QComboBox, words: str) -> None:
    """Choose with keys, as far as needed from where the box stands."""
    box.setFocus()
    while box.currentText() != words:
        at = box.currentIndex()
        below = box.findText(words) > at
        QTest.keyClick(box, Key.Key_Down if below else Key.Key_Up)
        assert box.currentIndex() != at, f"{words} cannot be chosen"


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def statement(session: Session, id_: str = CLAIM) -> Statement:
    return session.argument_map.statement_by_id[id_]


def done(session: Session) -> tuple[str, ...]:
    return session.document.done


def groups(session: Session) -> tuple[Group, ...]:
    return session.argument_map.groups


def viewpoints(session: Session) -> tuple[Viewpoint, ...]:
    return session.argument_map.viewpoints


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


def test_the_page_follows_the_selection(inspector: Inspector, session: Session) -> None:
    assert text(inspector, "Text").toPlainText() == "Open it on Sundays."
    session.select(["r-cost-doubles"])
    assert control(inspector, QComboBox, "Bearing").currentText() == "attacks"
    session.select([])
    assert line(inspector, "Title").text() == "Pool"
    session.select([CLAIM, "r-cost-doubles"])
    assert isinstance(inspector.stack.currentWidget(), QLabel)


def test_the_map_can_be_looked_at_with_a_card_selected(
    inspector: Inspector, session: Session
) -> None:
    inspector.tabs.setCurrentIndex(1)
    assert line(inspector, "Title").text() == "Pool"
    session.select([COST])
    assert text(inspector, "Text").toPlainText() == "Cost doubles."


def test_every_control_has_a_name_and_what_is_beside_it_is_its_label(
    inspector: Inspector, session: Session
) -> None:
    session.attempt("Cite", lambda m: CITES.add(m, CLAIM))
    for ids in ((), ("r-cost-doubles",), (CLAIM,)):
        session.select(ids)
        page = page_of(inspector)
        buddies = {label.buddy() for label in page.findChildren(QLabel)}
        for sort in (QLineEdit, QPlainTextEdit, QComboBox, QListWidget, QCheckBox):
            for found in page.findChildren(sort):
                assert found.accessibleName(), found
                assert isinstance(found, QCheckBox) or found in buddies, found.accessibleName()


def test_enter_sets_a_line_in_one_named_step(inspector: Inspector, session: Session) -> None:
    enter(line(inspector, "Said by"), "The council")
    assert statement(session).said_by == "The council"
    assert done(session) == ("Set said by",)
    session.undo()
    assert line(inspector, "Said by").text() == ""
    assert done(session) == ()


def test_leaving_a_field_sets_it(inspector: Inspector, session: Session) -> None:
    type_into(line(inspector, "Title"), "Sundays")
    assert done(session) == ()
    QTest.keyClick(line(inspector, "Title"), Key.Key_Tab)
    assert statement(session).title == "Sundays"
    assert done(session) == ("Set title",)


def test_a_text_takes_enter_as_new_line_and_ctrl_enter_as_end(
    inspector: Inspector, session: Session
) -> None:
    box = text(inspector, "Note")
    type_into(box, "One")
    QTest.keyClick(box, Key.Key_Return)
    QTest.keyClicks(box, "two")
    QTest.keyClick(box, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert statement(session).note == "One\ntwo"
    assert done(session) == ("Set note",)


def test_a_text_grows_with_its_lines(inspector: Inspector) -> None:
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
    inspector: Inspector, session: Session
) -> None:
    type_into(line(inspector, "Said by"), "Ann")
    session.select([COST])
    assert statement(session).said_by == "Ann"
    assert statement(session, COST).said_by == ""
    assert line(inspector, "Said by").text() == ""


def test_commit_takes_over_what_is_typed(inspector: Inspector, session: Session) -> None:
    type_into(line(inspector, "Said by"), "Ann")
    inspector.commit()
    inspector.commit()
    assert statement(session).said_by == "Ann"
    assert done(session) == ("Set said by",)


def test_an_edit_elsewhere_leaves_the_field_being_typed_in_alone(
    inspector: Inspector, session: Session
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


def test_an_edit_of_another_card_moves_no_cursor(inspector: Inspector, session: Session) -> None:
    box = text(inspector, "Text")
    box.setFocus()
    QTest.keyClick(box, Key.Key_End)
    session.attempt("Edit", lambda m: edit.set_fields(m, COST, text="Cost trebles."))
    assert box.textCursor().position() == len("Open it on Sundays.")


def test_what_was_typed_for_a_card_that_is_gone_is_let_go(
    inspector: Inspector, session: Session
) -> None:
    session.select([CALM])
    type_into(line(inspector, "Said by"), "Ann")
    session.attempt(
        "Delete", lambda m: replace(m, statements=m.statements[:-1], relations=m.relations[:-1])
    )
    assert done(session) == ("Delete",)
    assert line(inspector, "Title").text() == "Pool"


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


def test_the_wheel_scrolls_the_panel_and_changes_no_choice(
    inspector: Inspector, session: Session
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


def test_several_statements_get_a_field_in_one_step(inspector: Inspector, session: Session) -> None:
    session.attempt("Set", lambda m: edit.set_fields(m, COST, said_by="Ann"))
    session.select([CLAIM, COST])
    box = line(inspector, "Said by")
    assert (box.text(), box.placeholderText()) == ("", "(they differ)")
    assert control(inspector, QComboBox, "Kind").currentIndex() == -1
    assert not [w for w in inspector.findChildren(QPlainTextEdit) if w.isVisible()]
    enter(box, "Bob")
    assert (statement(session).said_by, statement(session, COST).said_by) == ("Bob", "Bob")
    assert done(session) == ("Set", "Set said by")


def test_a_mixed_field_left_alone_changes_nothing(inspector: Inspector, session: Session) -> None:
    session.select([CLAIM, COST])
    line(inspector, "Said by").setFocus()
    inspector.commit()
    session.select([CLAIM])
    assert done(session) == ()


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
        assert not [w for w in found if w.isEnabled() and not isinstance(w, Jump)]


def test_another_map_gets_nothing_of_what_was_typed(inspector: Inspector, session: Session) -> None:
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
    jump = control(inspector, Jump, f"Claim: {hostile}")
    assert "<img" not in jump.toolTip()
    assert "&&" in jump.text() or "…" in jump.text()
    session.select([])
    entry = control(inspector, QListWidget, "Groups").item(0)
    assert entry.text() == hostile
    assert "<img" not in entry.toolTip()
