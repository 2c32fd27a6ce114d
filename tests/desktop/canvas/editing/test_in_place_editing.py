"""Writing on cards: where the editor lies, how large it is, what ends it, and what is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from argmap.desktop import draft
from argmap.desktop.canvas.editing.card_editor import CardEditor
from argmap.desktop.notices.notice import Notice
from argmap.drawing.dot.card import TEXT
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap, Style
from argmap.model.edits import edit, removal
from argmap.model.kinds import Bearing, Direction, Kind
from argmap.store.yaml_file import read
from tests.desktop.canvas.conftest import Hand, MakeHand, turn_wheel

Key = Qt.Key


def _open(hand: Hand, id_: str = "calm-is-good") -> CardEditor:
    """Edit a card, its whole text marked."""
    hand.canvas.edit(id_)
    hand.key(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    editor = hand.editor()
    assert editor
    return editor


def test_one_step_of_the_history_for_one_edit(hand: Hand) -> None:
    _open(hand)
    hand.type("Another text.")
    hand.key(Key.Key_Return)
    assert hand.argument_map.statement_by_id["calm-is-good"].text == "Another text."
    assert len(hand.session.document.done) == 1
    assert hand.canvas.hasFocus()


def test_escape_keeps_the_old_text(hand: Hand) -> None:
    before = hand.argument_map
    _open(hand)
    hand.type("Another text.")
    hand.key(Key.Key_Escape)
    assert hand.argument_map is before
    assert hand.editor() is None


def test_an_unchanged_or_empty_text_is_no_step(hand: Hand) -> None:
    _open(hand)
    hand.key(Key.Key_Return)
    _open(hand)
    hand.key(Key.Key_Delete)
    hand.key(Key.Key_Return)
    assert hand.session.document.done == ()
    assert hand.argument_map.statement_by_id["calm-is-good"].text == "Calm is good."


def test_shift_return_is_a_new_line(hand: Hand) -> None:
    _open(hand)
    hand.type("One")
    hand.key(Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    hand.type("two")
    hand.key(Key.Key_Return)
    assert hand.argument_map.statement_by_id["calm-is-good"].text == "One\ntwo"


@pytest.mark.parametrize("end", [Key.Key_Escape, Key.Key_Return])
def test_an_empty_new_card_leaves_no_trace(hand: Hand, end: Qt.Key) -> None:
    before = hand.argument_map
    hand.session.start_draft(draft.premise("calm-is-good"))
    hand.key(end)
    assert hand.editor() is None
    assert hand.argument_map is before
    assert all(e.isHidden() for e in hand.canvas.viewport().findChildren(CardEditor))


def _covers(hand: Hand) -> list[CardEditor]:
    """Return what covers the picture: what is written, or was and is in no picture yet."""
    return [each for each in hand.canvas.findChildren(CardEditor) if each.isVisible()]


def test_undo_uncovers_the_picture_before_the_next_one_is_there(hand: Hand) -> None:
    """In a map of thousands that takes a second."""
    hand.session.select(["calm-is-good"])
    hand.key(Key.Key_Tab)
    hand.type("A premise.")
    hand.key(Key.Key_Return)
    assert len(_covers(hand)) == 1, "a new card is seen at once"
    hand.session.undo()
    assert not _covers(hand)
    _open(hand)
    hand.type("Another text.")
    hand.key(Key.Key_Return)
    hand.session.attempt("Judge", lambda m: edit.set_fields(m, "calm-is-good", note="Indeed."))
    assert len(_covers(hand)) == 1, "the picture has the old text still"
    hand.session.undo()
    hand.session.undo()
    assert not _covers(hand)


def test_a_card_that_is_taken_back_before_its_picture_came_leaves_no_ghost(hand: Hand) -> None:
    hand.session.start_draft(draft.premise("calm-is-good"))
    hand.type("Half a thought.")
    hand.key(Key.Key_Return)
    hand.session.undo()
    hand.settle()
    assert all(e.isHidden() for e in hand.canvas.viewport().findChildren(CardEditor))


@pytest.mark.parametrize(
    ("key", "held", "bearing"),
    [
        (Key.Key_Tab, Qt.KeyboardModifier.NoModifier, Bearing.SUPPORTS),
        (Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier, Bearing.ATTACKS),
    ],
)
def test_a_key_turns_an_empty_new_card_into_what_it_makes_of_the_same_card(
    hand: Hand, key: Qt.Key, held: Qt.KeyboardModifier, bearing: Bearing
) -> None:
    before = hand.argument_map.statement_by_id["calm-is-good"]
    for first in (draft.premise, lambda of: draft.rebuttal(hand.argument_map, of)):
        hand.session.start_draft(first("calm-is-good"))
        hand.key(key, held)
        hand.type("Against it")
        hand.key(Key.Key_Return)
        (relation,) = hand.argument_map.relations_of(hand.session.current)
        assert (relation.bearing, relation.target) == (bearing, "calm-is-good")
    assert hand.argument_map.statement_by_id["calm-is-good"] == before


def test_an_empty_new_card_stays_where_a_key_makes_nothing_of_it(hand: Hand) -> None:
    hand.session.start_draft(draft.claim())
    hand.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hand.key(Key.Key_Tab)
    hand.type("Alone")
    hand.key(Key.Key_Return)
    assert hand.argument_map.statement_by_id["alone"].kind is Kind.CLAIM


def test_tab_commits_and_writes_a_premise_of_what_was_written(hand: Hand) -> None:
    hand.session.start_draft(draft.claim())
    for text in ("First.", "Second.", "Third."):
        hand.type(text)
        hand.key(Key.Key_Tab)
    hand.key(Key.Key_Escape)
    assert [r.target for r in hand.argument_map.relations_of("third")] == ["second"]
    assert [r.target for r in hand.argument_map.relations_of("second")] == ["first"]
    hand.settle()
    assert {"first", "second", "third"} <= hand.canvas.map_scene.cards.keys()


def test_tab_after_editing_writes_a_premise_of_the_card_edited(hand: Hand) -> None:
    hand.session.select(["cost-doubles"])
    _open(hand, "calm-is-good")
    hand.key(Key.Key_Tab)
    hand.type("Backing.")
    hand.key(Key.Key_Return)
    assert hand.argument_map.relations_of("backing")[0].target == "calm-is-good"


def test_shift_tab_commits_and_writes_a_rebuttal(hand: Hand) -> None:
    _open(hand, "calm-is-good")
    hand.key(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    hand.type("Dull.")
    hand.key(Key.Key_Return)
    (relation,) = hand.argument_map.relations_of("dull")
    assert (relation.bearing, relation.target) == (Bearing.ATTACKS, "calm-is-good")


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_ctrl_return_commits_and_writes_a_co_premise(hand: Hand, key: Qt.Key) -> None:
    _open(hand)
    hand.type("Quiet is good.")
    hand.key(key, Qt.KeyboardModifier.ControlModifier)
    hand.type("Sundays are quieter.")
    hand.key(key, Qt.KeyboardModifier.ControlModifier)
    hand.type("Much quieter.")
    hand.key(Key.Key_Return)
    assert hand.argument_map.statement_by_id["calm-is-good"].text == "Quiet is good."
    assert hand.argument_map.relation_by_id["r-calm-is-good"].premises == (
        "calm-is-good",
        "sundays-are-quieter",
        "much-quieter",
    )


def test_a_claim_has_no_co_premise_and_says_so(hand: Hand) -> None:
    told: list[Notice] = []
    hand.session.notice_posted.connect(told.append)
    hand.session.start_draft(draft.claim())
    hand.type("Alone.")
    hand.key(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "alone" in hand.argument_map.statement_by_id
    assert hand.editor() is None
    assert "no step" in told[-1].text


def test_a_click_elsewhere_commits(hand: Hand) -> None:
    _open(hand)
    hand.type("Another text.")
    hand.click(QPoint(3, 3))
    assert hand.editor() is None
    assert hand.argument_map.statement_by_id["calm-is-good"].text == "Another text."


REASONS = Qt.FocusReason


@pytest.mark.parametrize(
    "reason",
    [
        REASONS.PopupFocusReason,
        REASONS.MenuBarFocusReason,
        REASONS.ActiveWindowFocusReason,
    ],
)
def test_a_menu_or_another_window_ends_nothing(hand: Hand, reason: Qt.FocusReason) -> None:
    before = hand.argument_map
    editor = _open(hand)
    hand.type("Another text.")
    hand.key(Key.Key_Home)
    hand.key(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QApplication.sendEvent(editor.field, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert hand.editor() is editor
    QApplication.sendEvent(editor.field, QFocusEvent(QEvent.Type.FocusIn, reason))
    assert hand.argument_map is before
    assert editor.field.textCursor().selectedText() == "A"
    hand.type("Yet a")
    assert editor.text == "Yet another text."


def test_leaving_the_window_and_coming_back_finds_the_text_as_it_was(desk_hand: Hand) -> None:
    hand, other = desk_hand, QLineEdit()
    hand.session.select(["calm-is-good"])
    hand.type("Half")
    editor = hand.editor()
    assert editor
    hand.key(Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    other.show()
    other.activateWindow()
    other.setFocus()
    hand.qtbot.waitUntil(lambda: QApplication.focusWidget() is other)
    hand.canvas.activateWindow()
    hand.qtbot.waitUntil(lambda: QApplication.focusWidget() is editor.field)
    other.close()
    assert hand.session.document.done == ()
    QGuiApplication.clipboard().setText("ve it")
    hand.key(Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    hand.key(Key.Key_Return)
    assert hand.argument_map.statement_by_id["calm-is-good"].text == "Calm is good. Halve it"


def test_nothing_is_written_on_a_read_only_map(hand: Hand) -> None:
    hand.session.read_only = True
    hand.canvas.edit("calm-is-good")
    hand.session.start_draft(draft.claim())
    assert hand.editor() is None


def test_text_whose_place_is_gone_becomes_a_claim(hand: Hand) -> None:
    hand.session.start_draft(draft.premise("calm-is-good"))
    hand.type("Not lost.")
    hand.session.do("Delete", removal.delete_cards(hand.argument_map, ["calm-is-good"]))
    hand.canvas.commit()
    assert "not-lost" in hand.argument_map.statement_by_id
    _open(hand, "cost-doubles")
    hand.type("Nor this.")
    hand.session.do("Delete", removal.delete_cards(hand.argument_map, ["cost-doubles"]))
    hand.canvas.commit()
    assert "nor-this" in hand.argument_map.statement_by_id


def test_opening_another_map_writes_nothing_into_it(hand: Hand) -> None:
    hand.session.start_draft(draft.claim())
    hand.type("For the other map.")
    other = edit.add_claim(ArgumentMap(), "Alone.")
    hand.open(other)
    assert hand.editor() is None
    assert [s.text for s in hand.argument_map.statements] == ["Alone."]


UNDERCUT = draft.rebuttal(ArgumentMap(), "r-demand-is-high")
WRITTEN: dict[str, Callable[[Hand], object]] = {
    "a card": lambda hand: hand.canvas.edit("calm-is-good"),
    "a premise": lambda hand: hand.session.start_draft(draft.premise("calm-is-good")),
    "a rebuttal": lambda hand: hand.session.start_draft(UNDERCUT),
    "a claim": lambda hand: hand.session.start_draft(draft.claim()),
}


@pytest.mark.parametrize("what", WRITTEN)
def test_what_is_being_typed_can_be_kept_before_it_is_an_edit(hand: Hand, what: str) -> None:
    before, told = hand.session.text.text(), []
    hand.session.typing_changed.connect(lambda: told.append(hand.session.text_as_typed().text()))
    WRITTEN[what](hand)
    assert hand.session.text_as_typed().text() == before
    hand.type("Half a thou")
    assert (hand.session.text.text(), hand.session.document.done) == (before, ())
    half = hand.session.text_as_typed().text()
    assert told[-1] == half
    assert "Half a thou" in half
    assert not read(half).problems
    hand.key(Key.Key_Return)
    assert hand.session.text.text() == hand.session.text_as_typed().text() == half


@pytest.mark.parametrize("what", WRITTEN)
def test_what_was_typed_and_taken_back_is_not_kept(hand: Hand, what: str) -> None:
    before = hand.session.text.text()
    WRITTEN[what](hand)
    hand.type("Half a thou")
    hand.key(Key.Key_Escape)
    assert hand.session.text_as_typed().text() == before
    assert hand.session.document.done == ()


def test_typing_keeps_the_modified_mark_and_comments(hand: Hand) -> None:
    hand.session.open(read("# kept\n" + hand.session.text.text()))
    hand.settle()
    hand.canvas.edit("calm-is-good")
    hand.type("Half")
    assert hand.session.text_as_typed().text().startswith("# kept\n")
    assert not hand.session.document.modified
    hand.key(Key.Key_Escape)


def test_what_is_typed_where_no_card_can_be_is_not_kept(hand: Hand) -> None:
    def refuse(_: ArgumentMap) -> ArgumentMap:
        raise ArgmapError("no such step")

    hand.session.set_typing(refuse)
    assert hand.session.text_as_typed().text() == hand.session.text.text()


def test_typing_belongs_to_the_map_that_is_open(hand: Hand) -> None:
    hand.session.start_draft(draft.claim())
    hand.type("For the other map.")
    hand.open(edit.add_claim(ArgumentMap(), "Alone."))
    assert "For the other map." not in hand.session.text_as_typed().text()


@pytest.mark.parametrize("zoom", [0.7, 1.0, 4 / 3, 2.0, 3.3])
def test_the_editor_is_as_large_as_its_card(hand: Hand, zoom: float) -> None:
    hand.canvas.zoom_to(zoom)
    hand.canvas.center_on("calm-is-good")
    editor = _open(hand)
    assert editor.field.font().pixelSize() == max(11, round(TEXT.size * zoom))
    place = hand.canvas.rect_of("calm-is-good")
    assert place
    seen = hand.canvas.rect_to_viewport(place)
    assert abs(editor.pos().x() - seen.x()) <= 1
    assert abs(editor.pos().y() - seen.y()) <= 1
    assert editor.width() >= round(seen.width())


@pytest.mark.parametrize("zoom", [0.3, 0.7, 1.0, 2.0])
def test_all_of_the_text_is_seen_at_every_zoom(hand: Hand, zoom: float) -> None:
    text = "A reason of several lines, which wrap as they do on cards. " * 3
    hand.session.do("Edit", edit.set_fields(hand.argument_map, "calm-is-good", text=text))
    hand.settle()
    hand.canvas.zoom_to(zoom)
    hand.canvas.center_on("calm-is-good")
    editor = _open(hand)
    last = editor.field.document().lastBlock()
    lines = last.layout().lineCount()
    assert lines > 1
    assert editor.field.viewport().height() >= lines * editor.field.fontMetrics().height()


def test_the_editor_follows_zoom_and_scrolling(hand: Hand) -> None:
    hand.canvas.center_on("calm-is-good")
    editor = _open(hand)
    hand.canvas.zoom_to(2.5)
    hand.canvas.scroll_by(30, -20)
    place = hand.canvas.rect_of("calm-is-good")
    assert place
    assert editor.field.font().pixelSize() == 30
    assert abs(editor.x() - hand.canvas.rect_to_viewport(place).x()) <= 1


def test_the_editor_fits_into_a_canvas_that_becomes_small(hand: Hand) -> None:
    editor = _open(hand)
    hand.type("word " * 900)
    for size in ((320, 240), (319, 240), (319, 239)):
        hand.canvas.resize(*size)
        assert hand.canvas.viewport().rect().contains(editor.geometry())


def test_what_is_selected_elsewhere_scrolls_nothing_while_a_card_is_written(hand: Hand) -> None:
    hand.canvas.zoom_to(3)
    hand.canvas.center_on("calm-is-good")
    _open(hand)
    before = hand.spot("calm-is-good")
    hand.session.select(["cost-doubles"])
    assert hand.spot("calm-is-good") == before


@pytest.mark.parametrize("text", ["word " * 900, "x" * 4000, "\n" * 200 + "end"])
def test_a_long_text_stays_inside_the_viewport(hand: Hand, text: str) -> None:
    editor = _open(hand)
    editor.field.setPlainText(text)
    assert hand.canvas.viewport().rect().contains(editor.geometry())
    assert editor.rect().contains(editor.field.geometry())


def _screen(hand: Hand, id_: str) -> QPointF:
    place = hand.canvas.rect_of(id_)
    assert place
    return hand.canvas.to_viewport(place.topLeft())


def test_the_selected_card_stays_where_it_is_on_the_screen(hand: Hand) -> None:
    hand.canvas.zoom_to(2)
    hand.canvas.center_on("cost-doubles")
    hand.session.select(["cost-doubles"])
    before = _screen(hand, "cost-doubles")
    made = edit.add_premise(hand.argument_map, "demand-is-high", "So much wider than it was " * 9)
    hand.session.document.do("Add", made)
    hand.settle()
    off = _screen(hand, "cost-doubles") - before
    assert off.manhattanLength() <= 1


def test_a_new_card_appears_where_it_was_written(hand: Hand) -> None:
    hand.session.start_draft(draft.premise("calm-is-good"))
    hand.settle()
    editor = hand.editor()
    assert editor
    hand.type("New.")
    before = editor.pos()
    hand.key(Key.Key_Return)
    assert editor.isVisible()  # until the picture has the card, the editor is the card
    hand.settle()
    assert not [e for e in hand.canvas.viewport().findChildren(CardEditor) if e.isVisible()]
    off = _screen(hand, "new") - QPointF(before)
    assert off.manhattanLength() <= 2


def test_who_writes_faster_than_the_picture_comes_sees_the_card_and_its_anchor_stays(
    hand: Hand,
) -> None:
    hand.canvas.zoom_to(1)
    hand.canvas.center_on("calm-is-good")
    hand.session.select(["calm-is-good"])
    seen = {id_: _screen(hand, id_) for id_ in hand.canvas.map_scene.cards}
    hand.session.start_draft(draft.premise("calm-is-good"))
    hand.type("New.")
    hand.key(Key.Key_Tab)
    hand.type("And newer.")
    hand.key(Key.Key_Return)
    hand.settle()
    room = QRectF(hand.canvas.viewport().rect())
    for id_ in ("and-newer", "new"):
        place = hand.canvas.rect_of(id_)
        assert place
        assert room.contains(hand.canvas.rect_to_viewport(place))
    assert (_screen(hand, "calm-is-good") - seen["calm-is-good"]).manhattanLength() <= 2
    for _ in range(2):
        hand.session.undo()
    hand.settle()
    back = {id_: _screen(hand, id_) for id_ in hand.canvas.map_scene.cards}
    assert all((back[id_] - seen[id_]).manhattanLength() <= 2 for id_ in seen)


def test_a_card_being_edited_keeps_its_place_when_a_picture_arrives(hand: Hand) -> None:
    hand.session.select(["calm-is-good"])
    editor = _open(hand)
    before = editor.pos()
    hand.session.do("Add", edit.add_premise(hand.argument_map, "cost-doubles", "x " * 99))
    hand.settle()
    assert hand.editor() is editor
    assert (editor.pos() - before).manhattanLength() <= 2
    assert (QPointF(editor.pos()) - _screen(hand, "calm-is-good")).manhattanLength() <= 2


DRAFTS = {
    "premise": draft.premise("demand-is-high"),
    "rebuttal": draft.rebuttal(ArgumentMap(), "open-it-on-sundays"),
    "undercut": UNDERCUT,
    "claim": draft.claim(),
}


SAID = {"short": "So.", "long": "As every swimmer in the town can tell you, it is so."}


def seen_at(hand: Hand, id_: str) -> QPointF:
    """Return the corner of a card, or the middle of an arrow, in the viewport."""
    rect = hand.canvas.rect_of(id_)
    assert rect
    return hand.canvas.rect_to_viewport(rect).topLeft()


@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("what", DRAFTS)
@pytest.mark.parametrize("said", SAID)
def test_a_draft_opens_where_its_card_will_stand(
    hand_on: MakeHand, pool: ArgumentMap, direction: Direction, what: str, said: str
) -> None:
    hand = hand_on(replace(pool, style=Style(direction=direction)))
    anchor = DRAFTS[what].anchor
    hand.session.start_draft(DRAFTS[what])
    hand.settle()
    editor = hand.editor()
    assert editor
    ground = QRectF(editor.geometry())
    cards = {
        i: hand.canvas.rect_to_viewport(c.scene_rect)
        for i, c in hand.canvas.map_scene.cards.items()
    }
    assert not [i for i, place in cards.items() if place.intersects(ground)]
    room = hand.canvas.viewport().rect()
    assert room.contains(editor.geometry())
    assert not anchor or room.contains(seen_at(hand, anchor).toPoint())
    hand.type(SAID[said])
    hand.settle()  # there are lines enough by now for the card to be as high as it will be
    opened = QPointF(editor.geometry().topLeft())
    before = seen_at(hand, anchor) if anchor else opened
    hand.key(Key.Key_Return)
    hand.settle()
    (made,) = (s.id for s in hand.argument_map.statements if s.text == SAID[said])
    assert (seen_at(hand, made) - opened).manhattanLength() <= 3
    assert not anchor or (seen_at(hand, anchor) - before).manhattanLength() <= 3


def test_a_draft_that_is_given_up_gives_its_room_back(hand: Hand) -> None:
    before = hand.canvas.map_scene.picture
    assert before
    hand.session.start_draft(DRAFTS["premise"])
    hand.settle()
    drafted = hand.canvas.map_scene.picture
    assert drafted
    assert (drafted.width, drafted.height) != (before.width, before.height)
    assert drafted.card_by_id.keys() == before.card_by_id.keys()
    hand.key(Key.Key_Escape)
    hand.settle()
    after = hand.canvas.map_scene.picture
    assert after
    assert [(c.id, c.x, c.y) for c in after.cards] == [(c.id, c.x, c.y) for c in before.cards]


def test_graphviz_failing_uncovers_the_picture(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGMAP_DOT", "/nowhere/dot")
    told: list[Notice] = []
    hand.session.notice_posted.connect(told.append)
    _open(hand)
    hand.type("Another text.")
    hand.key(Key.Key_Return)
    hand.qtbot.waitUntil(lambda: bool(told))
    assert not [e for e in hand.canvas.viewport().findChildren(CardEditor) if e.isVisible()]
    assert [remedy.words for remedy in told[-1].remedies] == ["Try again"]


@pytest.mark.parametrize("direction", Direction)
def test_a_card_that_is_edited_covers_no_other(
    hand_on: MakeHand, pool: ArgumentMap, direction: Direction
) -> None:
    hand = hand_on(replace(pool, style=Style(direction=direction)))
    hand.session.select(["open-it-on-sundays"])
    before = {i: card.scene_rect for i, card in hand.canvas.map_scene.cards.items()}
    editor = _open(hand, "open-it-on-sundays")
    for _ in range(4):
        hand.type(f" {SAID['long']}")
        hand.settle()
        ground = QRectF(editor.geometry())
        cards = {
            i: hand.canvas.rect_to_viewport(card.scene_rect)
            for i, card in hand.canvas.map_scene.cards.items()
            if i != "open-it-on-sundays"
        }
        assert not [i for i, place in cards.items() if place.intersects(ground)]
    assert hand.argument_map == replace(pool, style=Style(direction=direction))
    hand.key(Key.Key_Escape)
    hand.settle()
    assert {i: card.scene_rect for i, card in hand.canvas.map_scene.cards.items()} == before


@pytest.mark.parametrize("way", ["wheel", "scroll", "draft"])
def test_what_is_written_goes_out_of_view_with_its_card_and_a_letter_brings_it_back(
    desk_hand: Hand, way: str
) -> None:
    canvas = desk_hand.canvas
    desk_hand.look_at("cost-doubles", 2.5)
    desk_hand.session.select(["cost-doubles"])
    if way == "draft":
        desk_hand.key(Key.Key_Tab)
        desk_hand.type("Staff is dear.")
    else:
        desk_hand.key(Key.Key_F2)
    desk_hand.settle()
    editor, room = desk_hand.editor(), canvas.viewport().rect()
    assert editor
    assert room.contains(editor.geometry())
    if way == "wheel":
        corner = room.topLeft() + QPoint(5, 5)
        ctrl = Qt.KeyboardModifier.ControlModifier
        for _ in range(12):
            turn_wheel(canvas, corner.toPointF(), QPoint(0, 120), ctrl)
    else:
        canvas.scroll_by(-1.2 * room.width(), 0)
    place = canvas.editing.written_rect
    assert place
    there = canvas.rect_to_viewport(place).toRect()
    assert not room.intersects(there)
    assert not room.intersects(editor.geometry()), "it covers none of what is seen now"
    assert abs(editor.x() - there.x()) <= 1
    desk_hand.type("x")
    assert desk_hand.editor() is editor
    assert room.intersects(editor.geometry())
    assert editor.text.endswith("x")


def test_from_far_away_it_covers_its_card_in_a_corner_and_stays_in_view(desk_hand: Hand) -> None:
    canvas = desk_hand.canvas
    desk_hand.look_at("cost-doubles", 0.5)
    place = canvas.rect_of("cost-doubles")
    assert place
    room = canvas.viewport().rect()
    canvas.scroll_point_to(place.bottomRight(), room.bottomRight().toPointF() - QPointF(21, 21))
    canvas.edit("cost-doubles")
    editor = desk_hand.editor()
    assert editor
    card = canvas.rect_to_viewport(place).toRect()
    assert editor.width() > card.width() + 20
    assert room.contains(editor.geometry())
    assert editor.geometry().contains(card.adjusted(1, 1, -1, -1))
