"""The differences between two maps as rows: each a sentence, its place, and its words."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.errors import Place
from argmap.frozen import frozen
from argmap.merging.differences import Comparison, Difference, What
from argmap.merging.wording.sentences import Sentences, is_reworded
from argmap.merging.wording.standing import Turn
from argmap.merging.wording.word_changes import Words, word_changes

ORDER_ONLY = "Only the order in the file differs, or how it is written."


@frozen
class ReportedChange:
    """One difference: where it is, a sentence, and its words where a text was reworded."""

    difference: Difference
    place: str
    sentence: str
    words: tuple[Words, ...] = ()


@frozen
class Report:
    """All that changed, and what that changes in what stands."""

    rows: tuple[ReportedChange, ...]
    turns: tuple[Turn, ...]
    differs: bool


def report(
    comparison: Comparison,
    turned: tuple[Turn, ...],
    before: Mapping[str, Place],
    after: Mapping[str, Place],
) -> Report:
    """Put differences into rows; places are those of each version's items by their ids."""
    told = Sentences(comparison)
    rows = tuple(
        ReportedChange(d, _place(d, before, after), told.sentence(d), _words(d))
        for d in comparison.differences
        if told.told(d)
    )
    return Report(rows, turned, bool(comparison.patch))


def _place(difference: Difference, before: Mapping[str, Place], after: Mapping[str, Place]) -> str:
    """Return where an item stands now, or stood before it went."""
    places = before if difference.what is What.REMOVED else after
    return str(places[difference.id]) if difference.id in places else ""


def _words(difference: Difference) -> tuple[Words, ...]:
    before, after = difference.before, difference.after
    if is_reworded(difference) and isinstance(before, str) and isinstance(after, str):
        return word_changes(before, after)
    return ()
