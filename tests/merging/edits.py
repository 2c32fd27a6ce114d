"""Edits by chance, such as two people make in the window, and the files that come of them."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, rearrange, removal
from argmap.model.edits.judging import judge
from argmap.model.history.patch import diff
from argmap.model.kinds import Bearing, Judgement
from argmap.store.yaml_file import read

Edit = Callable[[ArgumentMap, str, Random], ArgumentMap]
"""An edit about one statement."""

ADDING: dict[str, Edit] = {
    "a premise": lambda m, at, by: edit.add_premise(m, at, sentence(by)),
    "a rebuttal": lambda m, at, by: edit.add_rebuttal(m, at, sentence(by)),
}
MIXED: dict[str, Edit] = ADDING | {
    "a co-premise": lambda m, at, by: edit.add_co_premise(m, at, sentence(by)),
    "a sibling": lambda m, at, by: edit.add_sibling(m, at, sentence(by)),
    "another text": lambda m, at, by: edit.set_fields(m, at, text=sentence(by)),
    "a note": lambda m, at, by: edit.set_fields(m, at, note=sentence(by)),
    "a judgement": lambda m, at, by: judge(m, {at: by.choice(list(Judgement))}),
    "a card less": lambda m, at, _: removal.delete_cards(m, [at]),
    "another parent": lambda m, at, by: rearrange.reparent(m, at, _any(m, by)),
    "another place": lambda m, at, by: rearrange.move_sibling(m, at, by.choice([-1, 1])),
    "a second use": lambda m, at, by: edit.link(m, at, _any(m, by), by.choice(list(Bearing))),
}


def sentence(by: Random) -> str:
    """Return a sentence that nobody else writes."""
    return f"In case {by.randrange(10**6)} {by.randrange(10**6)} {by.randrange(10**6)} it is so."


def changed(argument_map: ArgumentMap, kinds: dict[str, Edit], at: str, by: Random) -> ArgumentMap:
    """Make one edit of these kinds about a statement; one that is refused is tried as another."""
    while True:
        try:
            return kinds[by.choice(list(kinds))](argument_map, at, by)
        except ArgmapError:
            continue


def edited(text: str, kinds: dict[str, Edit], at: str, by: Random) -> str:
    """Make such an edit in the text of a map, as the window saves it."""
    return saved(text, changed(read(text).argument_map, kinds, at, by))


def saved(text: str, after: ArgumentMap) -> str:
    """Return the text of a map after it has become another, as the window saves it."""
    reading = read(text)
    before = reading.argument_map
    reading.text.apply(reading.text.edit(diff(before, after), before, after))
    return reading.text.text()


def _any(argument_map: ArgumentMap, by: Random) -> str:
    return by.choice(argument_map.statements).id
