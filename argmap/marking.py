"""Labels of an evaluation as marks on a picture: a word, and a line that is not colour alone.

Drawing knows marks and reasoning knows labels; this is the one place that knows both, for the
command line and the window alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from argmap.drawing.marks import Mark, Marks
from argmap.model.argument_map import ArgumentMap
from argmap.reasoning import Comparison, Evaluation, Label

_LABELLED = {
    Label.ACCEPTED: Mark(badge="accepted", line="accepted", width=2.4),
    Label.REJECTED: Mark(badge="rejected", line="rejected", faint=True),
    Label.UNDECIDED: Mark(badge="undecided", line="undecided"),
}
_LETTERS = {Label.ACCEPTED: "yes", Label.REJECTED: "no", Label.UNDECIDED: "open"}


def label_marks(evaluation: Evaluation) -> Marks:
    """Mark cards with their labels, and arrows that do not hold.

    An arrow that holds or is undecided is drawn as usual: its premises say enough.
    """
    marks: dict[str, Mark] = {}
    for id_, label in evaluation.statements.items():
        mark = _LABELLED[label]
        tense = id_ in evaluation.tensions
        marks[id_] = replace(mark, badge=f"{mark.badge}, in tension") if tense else mark
    judged = {r.id for r in evaluation.argument_map.relations if r.rejected}
    for id_, label in evaluation.relations.items():
        if label is Label.REJECTED:
            marks[id_] = Mark(badge="does not follow" if id_ in judged else "", faint=True)
    return marks


def comparison_marks(argument_map: ArgumentMap, comparison: Comparison) -> Marks:
    """Mark each card with its labels from all viewpoints; those that differ stand out."""
    differing = set(comparison.differing)
    titles = [viewpoint_title(argument_map, name) for name in comparison.viewpoints]
    return {
        id_: Mark(
            badge=_side_by_side(titles, labels),
            line="rejected" if id_ in differing else "",
            width=2.4 if id_ in differing else 0,
        )
        for id_, labels in comparison.labels.items()
    }


def viewpoint_title(argument_map: ArgumentMap, name: str) -> str:
    """Give what people call a viewpoint: its title, or the usual words."""
    found = argument_map.viewpoint_by_id.get(name)
    if found:
        return found.title or found.id
    return _USUAL.get(name, name)


_USUAL: Mapping[str, str] = {
    "author": "The author",
    "debate": "Debate: stands until challenged",
    "common-ground": "Common ground",
}


def _side_by_side(titles: Sequence[str], labels: Sequence[Label]) -> str:
    return ", ".join(
        f"{title}: {_LETTERS[label]}" for title, label in zip(titles, labels, strict=True)
    )
