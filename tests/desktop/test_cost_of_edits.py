"""What an edit costs the thread of the window is the same in a large map as in a small one.

No clock is looked at: counted are the functions that are called meanwhile, of Python and of C.
Whoever walks over all statements in answer to an edit calls something for each of them.
"""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable
from weakref import ref

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from argmap.desktop.files.opening import Opened
from argmap.desktop.session import Session
from argmap.desktop.window import Window
from argmap.desktop.windows import Windows
from argmap.model.argument_map import ArgumentMap, Cite, Source
from argmap.model.edits import edit, removal
from argmap.model.folding import fold_all
from argmap.model.kinds import Judgement, Kind
from argmap.store.yaml_file import dumps, read
from tests.counting import counting
from tests.model.maps import a_map

SMALL, LARGE = 60, 300
MANY = 450
"""More cards than glide: a small map glides as a whole, so that what one looks at stays."""


def wide(count: int) -> ArgumentMap:
    """Return a map in which each statement has three reasons."""
    return a_map("; ".join(f"s{n} -> s{(n - 1) // 3}" for n in range(1, count)))


def rewrite(session: Session) -> None:
    session.do("Edit", edit.set_fields(session.argument_map, "s7", text="Something else."))


def give_reason(session: Session) -> None:
    session.do("Add", edit.add_premise(session.argument_map, "s7", "A reason."))


def delete(session: Session) -> None:
    last = session.argument_map.statements[-1].id
    session.do("Delete", removal.delete_cards(session.argument_map, [last]))


def judge(session: Session) -> None:
    session.do("Judge", edit.set_fields(session.argument_map, "s7", judgement=Judgement.ACCEPTED))


def turn_round(session: Session) -> None:
    kind = Kind.REBUTTAL
    session.do("Kind", edit.set_fields(session.argument_map, "s7", kind=kind))


def group(session: Session) -> None:
    session.do("Group", edit.group(session.argument_map, ["s7"], "Some"))


def cite(session: Session) -> None:
    argument_map = edit.put(session.argument_map, Source("book", title="A book"))
    session.do("Cite", edit.add_cite(argument_map, "s7", Cite("book", quote="So it is.")))


def undo(session: Session) -> None:
    session.undo()


def shown(windows: Windows, qtbot: QtBot, argument_map: ArgumentMap) -> Window:
    window = windows.add()
    window.files.take(Opened(read(dumps(argument_map))))
    window.panes.reveal("problems")
    window.panes.fill_shown()
    qtbot.waitUntil(lambda: len(window.canvas.map_scene.cards) == len(argument_map.statements))
    qtbot.waitUntil(lambda: not window.canvas.layouts.awaited)
    window.session.select(["s7"])
    return window


def settle(window: Window, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.canvas.layouts.awaited)


def calls_of(window: Window, made: Callable[[Session], None]) -> Counter[str]:
    with counting() as calls:
        made(window.session)
    return calls


@pytest.mark.parametrize(
    ("made", "most"),
    [
        (rewrite, 0.9),
        (judge, 0.9),
        (turn_round, 0.9),
        (group, 2.5),  # the edit asks each statement whether it is to be in the group
        (cite, 1.5),  # where the first source of a map has its place in the file is sought
        (give_reason, 3.5),  # indexes of the relations are made anew, here or in a worker
        (delete, 8),  # and the model seeks what falls with the card
    ],
)
def test_no_edit_walks_over_the_whole_map(
    windows: Windows, qtbot: QtBot, made: Callable[[Session], None], most: float
) -> None:
    """Calls at the most for each statement that the map has more; undo makes indexes anew."""
    costs: dict[Callable[[Session], None], list[Counter[str]]] = {made: [], undo: []}
    for count in (SMALL, LARGE):
        window = shown(windows, qtbot, wide(count))
        for way, counted in costs.items():
            counted.append(calls_of(window, way))
    for way, (small, large) in costs.items():
        grown = {where: large[where] - small[where] for where in large}
        worst = sorted(grown.items(), key=lambda pair: -pair[1])[:8]
        assert (large.total() - small.total()) / (LARGE - SMALL) < (most if way is made else 4), (
            worst
        )


@pytest.mark.parametrize(("pane", "most"), [("text", 1.2), ("outline", 0.9), ("sources", 0.9)])
def test_no_pane_walks_over_the_whole_map_at_an_edit(
    windows: Windows, qtbot: QtBot, pane: str, most: float
) -> None:
    costs: list[Counter[str]] = []
    for count in (SMALL, LARGE):
        window = shown(windows, qtbot, wide(count))
        with qtbot.waitExposed(window):
            window.panes.reveal(pane)
        window.panes.fill_shown()
        settle(window, qtbot)
        rewrite(window.session)
        undo(window.session)
        costs.append(calls_of(window, rewrite))
    small, large = costs
    grown = {where: large[where] - small[where] for where in large}
    worst = sorted(grown.items(), key=lambda pair: -pair[1])[:8]
    assert (large.total() - small.total()) / (LARGE - SMALL) < most, worst


def test_the_next_hit_of_find_costs_the_same_in_a_large_map(windows: Windows, qtbot: QtBot) -> None:
    costs: list[Counter[str]] = []
    for count in (SMALL, LARGE):
        window = shown(windows, qtbot, wide(count))
        window.finder.open()
        QTest.keyClicks(window.finder.words, "s5")  # eleven hits in either map
        for _ in range(2):
            window.finder.step(1)
        settle(window, qtbot)
        with counting() as calls:
            window.finder.step(1)
        costs.append(calls)
    small, large = costs
    grown = {where: large[where] - small[where] for where in large}
    worst = sorted(grown.items(), key=lambda pair: -pair[1])[:8]
    assert (large.total() - small.total()) / (LARGE - SMALL) < 0.9, worst


def test_folding_and_opening_all_touch_each_card_a_few_times(
    windows: Windows, qtbot: QtBot
) -> None:
    """That they look at all cards is what they are for; but not again and again."""
    costs: dict[int, list[Counter[str]]] = {}
    for count in (SMALL, LARGE):
        window = shown(windows, qtbot, wide(count))
        costs[count] = []
        for choose in (fold_all, lambda _: frozenset[str]()):
            with counting() as calls:
                window.canvas.fold(choose(window.session.argument_map))
            costs[count].append(calls)
            settle(window, qtbot)
    for small, large in zip(costs[SMALL], costs[LARGE], strict=True):
        grown = {where: large[where] - small[where] for where in large}
        worst = sorted(grown.items(), key=lambda pair: -pair[1])[:8]
        assert (large.total() - small.total()) / (LARGE - SMALL) < 30, worst


@pytest.mark.parametrize("made", [rewrite, judge, turn_round])
def test_a_picture_is_compared_and_changed_only_where_it_differs(
    windows: Windows, qtbot: QtBot, made: Callable[[Session], None]
) -> None:
    """The items that are looked at when the picture of an edit arrives, and those that change."""
    window = shown(windows, qtbot, wide(MANY))
    scene, layouts = window.canvas.map_scene, window.canvas.layouts
    for way in (made, undo):
        looked_at, touched = scene.looked_at, scene.touched
        way(window.session)
        qtbot.waitUntil(
            lambda: not layouts.awaited and not scene.glide.running and not scene.making
        )
        assert 0 < scene.looked_at - looked_at < MANY / 5
        assert scene.touched - touched < MANY / 5


def test_the_picture_before_an_edit_is_let_go(windows: Windows, qtbot: QtBot) -> None:
    window = shown(windows, qtbot, wide(SMALL))
    scene, layouts = window.canvas.map_scene, window.canvas.layouts
    assert scene.picture
    before = ref(scene.picture)
    rewrite(window.session)
    qtbot.waitUntil(lambda: not layouts.awaited and not scene.glide.running and not scene.making)
    gc.collect()
    assert before() is None
