"""The ways out of a conflict, each with the map that comes of it, or why it cannot be gone.

Whoever asks can be shown what every answer would look like before giving one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from argmap.errors import ArgmapError, in_a_row
from argmap.frozen import frozen
from argmap.merging.merge_state import by_id
from argmap.merging.putting import changed, holder
from argmap.merging.settle import following, keep_ours, take_both, take_own, take_theirs
from argmap.model.argument_map import SECTIONS, ArgumentMap, Conflict, Table
from argmap.store.schema.keys import KEYS_OF, Level, Type


class Choice(StrEnum):
    """The answers that need no words of one's own."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


@frozen
class Way:
    """An answer: the map after it, or None and the reason why it cannot be given."""

    after: ArgumentMap | None
    refusal: str = ""


def ways(argument_map: ArgumentMap, conflict: Conflict) -> Mapping[Choice, Way]:
    """Return what each answer to a conflict of the map would make of it."""
    return {choice: _tried(argument_map, conflict, choice) for choice in Choice}


def own_words(argument_map: ArgumentMap, conflict: Conflict) -> str | None:
    """Return the text that one's own may begin with; None where no text can settle it."""
    if conflict.key == "statements":
        sides = (conflict.ours, conflict.theirs)
        texts = [dict(side.pairs).get("text") for side in sides if isinstance(side, Table)]
        return next((text for text in texts if isinstance(text, str)), None)
    if _is_prose(argument_map, conflict):
        return next((s for s in (conflict.ours, conflict.theirs) if isinstance(s, str)), None)
    return None


def with_own_words(argument_map: ArgumentMap, conflict: Conflict, words: str) -> ArgumentMap:
    """Return the map settled with a text of one's own; raises ArgmapError where it cannot be."""
    if conflict.key != "statements":
        return take_own(argument_map, conflict, words)
    side = conflict.ours if isinstance(conflict.ours, Table) else conflict.theirs
    assert isinstance(side, Table), "own words are offered where a side has some"
    return take_own(argument_map, conflict, changed(side, "text", words))


def in_order(argument_map: ArgumentMap) -> tuple[Conflict, ...]:
    """Return the conflicts in the order in which they are best settled.

    Whether something is to stand comes before what it is and what it bears on. What is settled with
    another conflict is no question of its own.
    """
    settled_with = [
        f for conflict in argument_map.conflicts for f in following(argument_map, conflict)
    ]
    asked = [c for c in argument_map.conflicts if not any(c is each for each in settled_with)]
    ranks = {section: rank for rank, section in enumerate(("groups", "sources", *SECTIONS))}
    return tuple(sorted(asked, key=lambda c: ranks.get(c.key, len(ranks))))


def _tried(argument_map: ArgumentMap, conflict: Conflict, choice: Choice) -> Way:
    try:
        return Way(_ANSWERS[choice](argument_map, conflict))
    except ArgmapError as error:
        return Way(None, in_a_row(error.message, error.hint))


def _is_prose(argument_map: ArgumentMap, conflict: Conflict) -> bool:
    """Whether the key holds any text that one likes."""
    if not conflict.id:
        level = Level.MAP
    elif any(conflict.id in by_id(argument_map, section) for section in SECTIONS):
        level = Level(holder(argument_map, conflict.id)[0])
    else:
        return False
    key = KEYS_OF[level].get(conflict.key)
    return key is not None and key.type is Type.TEXT


_ANSWERS: Mapping[Choice, Callable[[ArgumentMap, Conflict], ArgumentMap]] = {
    Choice.OURS: keep_ours,
    Choice.THEIRS: take_theirs,
    Choice.BOTH: take_both,
}
