from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from argmap.desktop.find.bar import FindBar
from argmap.desktop.find.hits import Hits
from argmap.desktop.notices.notice import Notice
from argmap.desktop.session import Session
from argmap.desktop.state.view_state import ViewState
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap, Cite, Source
from argmap.model.edits import edit
from argmap.model.history.patch import diff
from argmap.store.yaml_file import dumps, read
from tests.counting import counting
from tests.desktop.outline.test_dropping import maps

# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

Key = Qt.Key
CLAIM, DEMAND, ENOUGH = "open-it-on-sundays", "demand-is-high", "demand-is-enough"


@pytest.fixture
def bar(session: Session, qtbot: QtBot) -> FindBar:
    bar = FindBar(session)
    qtbot.addWidget(bar)
    bar.open()
    bar.activateWindow()
    qtbot.waitUntil(bar.words.hasFocus)
    return bar


@pytest.fixture
def told(session: Session) -> list[Notice]:
    notices: list[Notice] = []
    session.notice_posted.connect(notices.append)
    return notices


def matches(argument_map: ArgumentMap, words: str) -> tuple[str, ...]:
    hits = Hits()
    hits.begin(argument_map)
    hits.look_for(words)
    return hits.in_order()


def selection(session: Session) -> tuple[str, ...]:
    return session.selection


def press(bar: FindBar, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(bar.words, key)


@pytest.mark.parametrize("field", ["text", "title", "note", "said_by", "tags"])
def test_it_looks_into_every_field(pool: ArgumentMap, field: str) -> None:
    value = ("a needle",) if field == "tags" else "a Needle"
    changed = edit.set_fields(pool, DEMAND, **{field: value})
    assert matches(changed, "nEEdle ") == (DEMAND,)


def test_it_looks_at_steps_and_finds_nothing_by_ids_alone(pool: ArgumentMap) -> None:
    assert matches(pool, "r-demand") == ()
    assert matches(pool, "demand-is-high") == ()
    changed = edit.set_fields(pool, "r-cost-doubles", scheme="expert-opinion")
    assert matches(changed, "expert") == ("r-cost-doubles",)


def test_it_finds_in_reading_order_and_nothing_for_blanks(pool: ArgumentMap) -> None:
    assert matches(pool, "sundays") == (CLAIM, "sundays-are-quiet")
    assert matches(pool, "  ") == ()


def test_case_is_ignored_beyond_ascii() -> None:
    assert matches(edit.add_claim(ArgumentMap(), "Die STRASSE"), "straße")


def test_typing_selects_the_first_match_and_counts(bar: FindBar, session: Session) -> None:
    QTest.keyClicks(bar.words, "DEMAND")
    assert selection(session) == (DEMAND,)
    assert bar.count.text() == "1 of 2"
    QTest.keyClicks(bar.words, " is")
    assert selection(session) == (DEMAND,)
    assert bar.count.text() == "1 of 2"


def test_enter_goes_round_and_shift_enter_back(bar: FindBar, session: Session) -> None:
    QTest.keyClicks(bar.words, "demand is")
    press(bar, Key.Key_Return)
    assert (selection(session), bar.count.text()) == ((ENOUGH,), "2 of 2")
    press(bar, Key.Key_Return)
    assert selection(session) == (DEMAND,)
    QTest.keyClick(bar.words, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert selection(session) == (ENOUGH,)


def test_it_goes_on_from_where_the_reader_is(bar: FindBar, session: Session) -> None:
    QTest.keyClicks(bar.words, "sundays")
    session.select(["cost-doubles"])
    assert bar.count.text() == "2 found"
    bar.step(1)
    assert selection(session) == ("sundays-are-quiet",)
    session.select(["cost-doubles"])
    bar.step(-1)
    assert selection(session) == (CLAIM,)


def test_nothing_found_says_so_and_keeps_the_selection(bar: FindBar, session: Session) -> None:
    QTest.keyClicks(bar.words, "xyzzy")
    assert bar.count.text() == "Nothing found"
    press(bar, Key.Key_Return)
    assert selection(session) == (CLAIM,)


def test_esc_closes_and_f3_goes_on_without_the_bar(
    bar: FindBar, session: Session, qtbot: QtBot
) -> None:
    QTest.keyClicks(bar.words, "sundays")
    with qtbot.waitSignal(bar.closed):
        press(bar, Key.Key_Escape)
    assert bar.isHidden()
    bar.step(1)
    assert selection(session) == ("sundays-are-quiet",)
    assert bar.isHidden()


def test_f3_with_nothing_to_look_for_opens_the_bar(bar: FindBar) -> None:
    press(bar, Key.Key_Escape)
    bar.step(1)
    assert bar.isVisible()


def test_opening_again_lets_the_words_be_typed_over(bar: FindBar) -> None:
    QTest.keyClicks(bar.words, "sundays")
    press(bar, Key.Key_Escape)
    bar.open()
    QTest.keyClicks(bar.words, "calm")
    assert bar.words.text() == "calm"


def test_opening_an_open_bar_brings_the_keyboard_back(bar: FindBar) -> None:
    closer = next(b for b in bar.findChildren(QToolButton) if b.text() == "Close")
    closer.setFocus()
    assert not bar.words.hasFocus()
    bar.open()
    assert bar.words.hasFocus()


def test_an_edit_counts_again(bar: FindBar, session: Session) -> None:
    QTest.keyClicks(bar.words, "sundays")
    session.attempt("Edit", lambda m: edit.set_fields(m, "calm-is-good", note="On Sundays."))
    assert bar.count.text() == "1 of 3"


def click(bar: FindBar, name: str) -> None:
    buttons = bar.findChildren(QToolButton)
    button = next(b for b in buttons if name in (b.accessibleName(), b.text()))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_buttons_step_and_close_too(bar: FindBar, session: Session, qtbot: QtBot) -> None:
    QTest.keyClicks(bar.words, "sundays")
    click(bar, "Find next")
    assert selection(session) == ("sundays-are-quiet",)
    click(bar, "Find previous")
    assert selection(session) == (CLAIM,)
    with qtbot.waitSignal(bar.closed):
        click(bar, "Close")
    assert bar.isHidden()


@pytest.mark.parametrize("field", ["note", "tags", "scheme"])
def test_it_looks_into_what_is_written_on_steps(pool: ArgumentMap, field: str) -> None:
    value = ("one", "a needle") if field == "tags" else "a Needle"
    changed = edit.set_fields(pool, "r-cost-doubles", **{field: value})
    assert matches(changed, "needle") == ("r-cost-doubles",)


def test_it_looks_for_signs_as_they_are(pool: ArgumentMap) -> None:
    changed = edit.set_fields(pool, DEMAND, text="50 % (of all) [sic] .*")
    assert matches(changed, ".*") == (DEMAND,)
    assert matches(changed, "(of all) [sic]") == (DEMAND,)


def test_words_are_not_found_across_fields(pool: ArgumentMap) -> None:
    changed = edit.set_fields(pool, DEMAND, text="It ends in hay", title="stack it is")
    assert matches(changed, "haystack") == ()


@given(maps(), st.text("0123456789r-", max_size=3))
def test_found_is_what_has_the_words_each_once_in_reading_order(
    argument_map: ArgumentMap, words: str
) -> None:
    order = walk.reading_order(argument_map)
    all_ids = {s.id for s in argument_map.statements} | {r.id for r in argument_map.relations}
    assert (set(order), len(order)) == (all_ids, len(all_ids))
    found = matches(argument_map, words)
    assert list(found) == [id_ for id_ in order if id_ in found]
    assert len(set(found)) == len(found)
    if words.strip():
        named = {s.id for s in argument_map.statements if words.strip() in s.text}
        assert named == set(found)


def test_what_is_selected_and_found_stays_selected_while_typing_goes_on(
    bar: FindBar, session: Session
) -> None:
    session.select(["sundays-are-quiet"])
    QTest.keyClicks(bar.words, "sundays")
    assert selection(session) == ("sundays-are-quiet",)
    assert bar.count.text() == "2 of 2"


def test_what_is_folded_away_is_found_and_unfolded(bar: FindBar, session: Session) -> None:
    session.set_view(ViewState(folded=frozenset({CLAIM})))
    assert session.in_view().argument_map.item(DEMAND) is None
    QTest.keyClicks(bar.words, "demand is high.")
    assert selection(session) == (DEMAND,)
    assert session.in_view().argument_map.item(DEMAND) is not None


def test_another_map_is_looked_into(bar: FindBar, session: Session) -> None:
    QTest.keyClicks(bar.words, "sundays")
    session.open(read(dumps(edit.add_claim(ArgumentMap(), "Close it on Sundays."))))
    assert bar.count.text() == "1 of 1"
    session.attempt("Edit", lambda m: edit.set_fields(m, m.statements[0].id, text="Close it."))
    session.attempt("Add", lambda m: edit.add_claim(m, "Really."))
    bar.step(1)
    assert bar.count.text() == "Nothing found", "an id is no text"


def test_blanks_are_nothing_to_look_for(bar: FindBar, session: Session) -> None:
    QTest.keyClicks(bar.words, "   ")
    assert (bar.count.text(), selection(session)) == ("", (CLAIM,))


def test_a_bar_that_is_closed_does_not_select(bar: FindBar, session: Session) -> None:
    QTest.keyClicks(bar.words, "sundays")
    press(bar, Key.Key_Escape)
    session.select(["cost-doubles"])
    session.attempt("Edit", lambda m: edit.set_fields(m, "cost-doubles", text="On Sundays."))
    assert selection(session) == ("cost-doubles",)


@pytest.mark.parametrize("field", ["title", "author", "publisher", "date", "url", "text", "note"])
def test_it_looks_into_the_sources_that_are_cited(pool: ArgumentMap, field: str) -> None:
    bare = replace(pool, sources=(Source("petition"),))
    changed = edit.set_fields(bare, "petition", **{field: "A needle"})
    assert matches(changed, "needle") == ()
    cited = edit.set_fields(changed, DEMAND, cites=(Cite("petition"),))
    assert matches(cited, "needle") == (DEMAND,)


@pytest.mark.parametrize("field", ["quote", "at", "prefix", "suffix"])
def test_it_looks_into_quotes(pool: ArgumentMap, field: str) -> None:
    words: dict[str, Any] = {field: "A needle"}
    cite = Cite("petition", **words)
    assert matches(edit.set_fields(pool, DEMAND, cites=(cite,)), "NEEDLE") == (DEMAND,)


@settings(deadline=None)
@given(st.lists(maps(), min_size=2, max_size=5), st.sampled_from("0123"))
def test_after_any_edits_the_same_is_found_as_anew(states: list[ArgumentMap], words: str) -> None:
    hits = Hits()
    hits.begin(states[0])
    hits.look_for(words)
    for before, after in pairwise(states):
        hits.in_order()
        hits.follow(diff(before, after), after)
        assert hits.in_order() == matches(after, words)


def test_a_change_of_a_source_is_a_change_of_what_cites_it(pool: ArgumentMap) -> None:
    before = replace(pool, sources=(Source("petition", "Hay"),))
    before = edit.set_fields(before, DEMAND, cites=(Cite("petition"),))
    after = edit.set_fields(before, "petition", title="A needle")
    hits = Hits()
    hits.begin(before)
    hits.look_for("needle")
    hits.follow(diff(before, after), after)
    assert hits.in_order() == (DEMAND,)


def test_all_that_is_found_is_outlined_until_the_bar_is_closed(
    bar: FindBar, session: Session
) -> None:
    session.highlight([CLAIM])
    QTest.keyClicks(bar.words, "demand")
    assert session.highlighted == {CLAIM, DEMAND, ENOUGH}
    session.highlight(())
    assert session.highlighted == {DEMAND, ENOUGH}
    press(bar, Key.Key_Escape)
    assert session.highlighted == set()


def replacing(bar: FindBar, words: str, by: str) -> None:
    bar.open(replacing=True)
    QTest.keyClicks(bar.words, words)
    QTest.keyClicks(bar.by, by)


def test_replacing_all_is_one_step_and_counted(
    bar: FindBar, session: Session, told: list[Notice]
) -> None:
    before = session.argument_map
    replacing(bar, "demand", "interest")
    QTest.mouseClick(bar.replace_all, Qt.MouseButton.LeftButton)
    texts = {session.argument_map.statement_by_id[id_].text for id_ in (DEMAND, ENOUGH)}
    assert texts == {"interest is high.", "interest is enough."}
    assert told[-1].text == "“demand” was replaced 2 times, in 2 cards and steps."
    assert session.document.done == ("Replace “demand” with “interest”",)
    assert bar.count.text() == "Nothing found"
    session.undo()
    assert session.argument_map == before


def test_replacing_one_goes_on_to_the_next(bar: FindBar, session: Session) -> None:
    replacing(bar, "demand", "Interest")
    assert selection(session) == (DEMAND,)
    bar.by.setFocus()
    QTest.keyClick(bar.by, Key.Key_Return)
    assert session.argument_map.statement_by_id[DEMAND].text == "Interest is high."
    assert selection(session) == (ENOUGH,)
    assert bar.count.text() == "1 of 1"


def test_what_is_another_s_is_not_replaced(
    bar: FindBar, session: Session, told: list[Notice]
) -> None:
    cite = Cite("petition", quote="We demand it")
    session.attempt("Cite", lambda m: edit.set_fields(m, CLAIM, cites=(cite,)))
    session.select([CLAIM])
    replacing(bar, "demand", "ask for")
    session.select([CLAIM])
    before = session.argument_map
    QTest.mouseClick(bar.replace_one, Qt.MouseButton.LeftButton)
    assert session.argument_map == before
    assert "only in quotes and sources" in told[-1].text


def test_no_card_is_left_empty(bar: FindBar, session: Session, told: list[Notice]) -> None:
    before = session.argument_map
    bar.open(replacing=True)
    QTest.keyClicks(bar.words, "Calm is good.")
    QTest.mouseClick(bar.replace_all, Qt.MouseButton.LeftButton)
    assert session.argument_map == before
    assert "would be left without a text" in told[-1].text


def test_a_map_that_is_read_only_is_searched_and_not_changed(
    bar: FindBar, session: Session
) -> None:
    session.read_only = True
    replacing(bar, "demand", "x")
    assert not bar.replace_all.isEnabled()
    assert selection(session) == (DEMAND,)


def test_going_from_card_to_card_does_not_walk_the_map(
    bar: FindBar, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.keyClicks(bar.words, "demand")
    walks: list[object] = []

    def walked(argument_map: ArgumentMap) -> tuple[str, ...]:
        walks.append(argument_map)
        return reading_order(argument_map)

    reading_order = walk.reading_order
    monkeypatch.setattr(walk, "reading_order", walked)
    for id_ in (CLAIM, DEMAND, ENOUGH):
        session.select([id_])
    session.attempt("Edit", lambda m: edit.set_fields(m, CLAIM, text="Open it on Mondays."))
    session.select([DEMAND])
    assert (bar.count.text(), walks) == ("1 of 2", [])


@given(maps(), st.lists(st.text("aeNo ", max_size=3), max_size=6))
def test_typing_on_and_back_finds_what_is_found_at_once(
    argument_map: ArgumentMap, typed: list[str]
) -> None:
    hits = Hits()
    hits.begin(argument_map)
    for words in typed:
        hits.look_for(words)
        anew = Hits()
        anew.begin(argument_map)
        anew.look_for(words)
        assert hits.found == anew.found


@pytest.mark.parametrize("leave", [False, True])
def test_without_a_hit_the_selection_is_as_it_was_before(
    bar: FindBar, session: Session, leave: bool
) -> None:
    session.select([CLAIM, ENOUGH])
    QTest.keyClicks(bar.words, "volu")
    assert selection(session) == ("volunteers-will-come",)
    QTest.keyClicks(bar.words, "x")
    assert bar.count.text() == "Nothing found"
    assert selection(session) == (CLAIM, ENOUGH)
    if leave:
        press(bar, Key.Key_Escape)
        assert selection(session) == (CLAIM, ENOUGH)
    else:
        press(bar, Key.Key_Backspace, Key.Key_Escape)
        assert selection(session) == ("volunteers-will-come",), "a hit stays selected"


def test_what_is_selected_or_gone_to_meanwhile_stays_without_a_hit(
    bar: FindBar, session: Session
) -> None:
    session.select([CLAIM])
    QTest.keyClicks(bar.words, "demand")
    session.select([ENOUGH])
    QTest.keyClicks(bar.words, "x")
    assert selection(session) == (ENOUGH,)
    press(bar, Key.Key_Backspace, Key.Key_Return)
    gone_to = selection(session)
    QTest.keyClicks(bar.words, "x")
    press(bar, Key.Key_Escape)
    assert selection(session) == gone_to


def test_in_a_large_map_keys_wait_for_what_is_looked_through_beside_the_window(
    session: Session, bar: FindBar, qtbot: QtBot
) -> None:
    claims = "".join(f"  - {{id: s{n}, text: Claim {n}.}}\n" for n in range(1200))
    session.open(read(f"argmap: 1\nstatements:\n{claims}"))
    with counting() as calls:
        QTest.keyClicks(bar.words, "claim 11")
        QTest.keyClick(bar.words, Key.Key_Return)
    assert calls.total() < 1200, "nothing is called for each statement"
    qtbot.waitUntil(lambda: selection(session) == ("s110",))
    assert bar.count.text() == "2 of 111"
    session.attempt("Edit", lambda m: edit.set_fields(m, "s111", text="Nothing."))
    assert bar.count.text() == "2 of 110"
    session.attempt("Add", lambda m: edit.add_premise(m, "s3", "Claim 11, too."))
    QTest.keyClick(bar.words, Key.Key_Return)
    qtbot.waitUntil(lambda: selection(session) == ("s11",))  # the one after that which was added
    assert bar.count.text() == "2 of 111"
    bar.close_down()
