"""A wait that can be felt is shown, a long one can be stopped, and both end."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from argmap.desktop.canvas.laying import layout_jobs
from argmap.desktop.notices.notice import Notice
from argmap.drawing.graphviz.engine import VARIABLE, find
from argmap.drawing.picture import Picture
from argmap.model.edits import edit
from tests.desktop.canvas.conftest import Hand


def test_a_short_wait_shows_nothing(hand: Hand) -> None:
    busy: list[bool] = []
    hand.canvas.layouts.busy.connect(busy.append)
    hand.canvas.layouts.refresh()
    hand.settle()
    assert busy == []


def test_a_wait_that_can_be_felt_is_shown_until_the_picture_is_there(hand: Hand) -> None:
    busy: list[bool] = []
    hand.canvas.layouts.busy.connect(busy.append)
    hand.canvas.layouts.refresh()
    hand.canvas.layouts._soon.timeout.emit()  # as after 0.3 s
    hand.settle()
    assert busy == [True, False]


def test_a_wait_does_not_begin_anew_when_a_held_key_asks_again(hand: Hand) -> None:
    layouts, busy = hand.canvas.layouts, list[bool]()
    layouts.busy.connect(busy.append)
    layouts._start()
    for timer in (layouts._soon, layouts._long):  # as after a second
        timer.stop()
        timer.timeout.emit()
    layouts._start()
    assert not layouts._soon.isActive()
    assert not layouts._long.isActive()
    hand.settle()
    assert busy == [True, False]


def test_a_long_wait_can_be_stopped_and_says_that_it_ended(hand: Hand, qtbot: QtBot) -> None:
    told: list[Notice] = []
    hand.session.notice_posted.connect(told.append)
    before = hand.canvas.map_scene.picture
    hand.canvas.layouts.refresh()
    hand.canvas.layouts._long.timeout.emit()  # as after a second
    (stop,) = told[0].remedies
    assert stop.words == "Stop"
    with qtbot.waitSignal(hand.canvas.layouts.abandoned):
        stop.run()
    assert not hand.canvas.layouts.awaited
    assert hand.canvas.map_scene.picture is before
    assert (told[-1].key, told[-1].remedies) == (told[0].key, ())


def test_what_is_looked_at_is_no_box_after_an_edit_of_a_map_that_is_still_being_drawn(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(layout_jobs, "_AT_ONCE", 0)
    monkeypatch.setattr(layout_jobs, "_PORTION", 1)
    hand.settle()
    text, card = "Nobody has drawn this yet.", hand.session.argument_map.statements[-1].id
    hand.canvas.center_on(card)
    pictures: list[Picture] = []
    hand.canvas.layouts.drawn.connect(pictures.append)
    hand.session.attempt("Edit", lambda m: edit.set_fields(m, card, text=text))
    hand.settle()
    said = " ".join(line.text for line in pictures[0].card_by_id[card].lines)
    assert said.endswith(text)


@pytest.fixture
def hanging(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Graphviz that never ends the first time, and works from then on; it leaves its number."""
    first, program = tmp_path / "first", tmp_path / "dot"
    program.write_text(
        "#!/bin/sh\n"
        f'if mkdir "{first}" 2>/dev/null; then echo $$ >"{first}/pid"; exec tail -f /dev/null; fi\n'
        f'exec "{find()}" "$@"\n'
    )
    program.chmod(0o700)
    monkeypatch.setenv(VARIABLE, str(program))
    return first / "pid"


def ended(pid: Path) -> bool:
    """Whether the process that left its number has ended."""
    try:
        os.kill(int(pid.read_text()), 0)
    except ProcessLookupError:
        return True
    return False


def edited(hand: Hand, text: str) -> None:
    after = edit.set_fields(hand.argument_map, "calm-is-good", text=text)
    hand.session.do("Edit", after)


@pytest.mark.skipif(sys.platform == "win32", reason="the hanging Graphviz is a shell script")
def test_a_newer_map_takes_over_from_a_layout_that_hangs(hand: Hand, hanging: Path) -> None:
    drawn: list[Picture] = []
    hand.canvas.layouts.drawn.connect(drawn.append)
    edited(hand, "This hangs.")
    hand.qtbot.waitUntil(lambda: hanging.exists() and bool(hanging.read_text().strip()))
    edited(hand, "This is newer.")
    hand.settle()
    (picture,) = drawn
    texts = [line.text for line in picture.card_by_id["calm-is-good"].lines]
    assert "This is newer." in texts
    hand.qtbot.waitUntil(lambda: ended(hanging))


@pytest.mark.skipif(sys.platform == "win32", reason="the hanging Graphviz is a shell script")
def test_stopping_ends_graphviz_and_keeps_the_old_picture(hand: Hand, hanging: Path) -> None:
    before = hand.canvas.map_scene.picture
    edited(hand, "This hangs.")
    hand.qtbot.waitUntil(lambda: hanging.exists() and bool(hanging.read_text().strip()))
    hand.canvas.layouts.stop()
    hand.qtbot.waitUntil(lambda: ended(hanging))
    hand.settle()
    assert hand.canvas.map_scene.picture is before
    hand.canvas.layouts.refresh()  # what was given up can be asked for again
    hand.settle()
    assert hand.canvas.map_scene.picture is not before


@pytest.mark.skipif(sys.platform == "win32", reason="the hanging Graphviz is a shell script")
def test_closing_waits_for_no_graphviz(hand: Hand, hanging: Path) -> None:
    edited(hand, "This hangs.")
    hand.qtbot.waitUntil(lambda: hanging.exists() and bool(hanging.read_text().strip()))
    hand.canvas.layouts.close()
    hand.qtbot.waitUntil(lambda: ended(hanging))


def test_edits_in_quick_succession_are_one_picture_of_the_last(hand: Hand) -> None:
    drawn: list[Picture] = []
    hand.canvas.layouts.drawn.connect(drawn.append)
    for number in range(5):
        edited(hand, f"Version {number}.")
    hand.settle()
    assert len(drawn) == 1
    assert drawn[0].card_by_id["calm-is-good"].lines[1].text == "Version 4."


def test_typing_is_never_kept_waiting_by_a_layout(hand: Hand) -> None:
    hand.canvas.edit("calm-is-good")
    hand.canvas.layouts.refresh()
    hand.type("While Graphviz works")
    assert hand.canvas.layouts.awaited is True
    hand.key(Qt.Key.Key_Return)
    hand.settle()
    text = hand.argument_map.statement_by_id["calm-is-good"].text
    assert text == "Calm is good.While Graphviz works"


def test_after_an_error_trying_again_draws(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Notice] = []
    hand.session.notice_posted.connect(told.append)
    before = hand.canvas.map_scene.picture
    monkeypatch.setenv(VARIABLE, "/nowhere/dot")
    edited(hand, "Another text.")
    hand.qtbot.waitUntil(lambda: bool(told))
    assert hand.canvas.map_scene.picture is before
    monkeypatch.delenv(VARIABLE)
    (again,) = told[-1].remedies
    again.run()
    hand.settle()
    assert hand.canvas.map_scene.picture is not before


def test_an_edit_leaves_the_looks_of_all_other_cards_as_they_are(hand: Hand) -> None:
    cards = dict(hand.canvas.map_scene.cards)
    drawn = {id_: item.card.operations for id_, item in cards.items()}
    edited(hand, "Only this component changes.")
    hand.settle()
    for id_ in ("open-it-on-sundays", "cost-doubles", "demand-is-high"):
        assert hand.canvas.map_scene.cards[id_] is cards[id_]
        assert cards[id_].card.operations is drawn[id_]
