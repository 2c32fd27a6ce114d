"""What is known about a map as marks on its picture: words, signs and lines, not colour alone.

Drawing knows marks, reasoning knows labels and critique finds problems; this is the one place
that knows them all, for the command line and the window alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from argmap.drawing.marks import BETWEEN, Mark, Marks
from argmap.errors import Problem, Severity
from argmap.model.argument_map import ArgumentMap, Item, Relation, Statement
from argmap.model.history.patch import Patch

if TYPE_CHECKING:  # the window marks judgements long before it asks what follows from them
    from argmap.reasoning import Comparison, Evaluation, Label

_LABELLED = {
    "accepted": Mark(badge="accepted", line="accepted", width=2.4),
    "rejected": Mark(badge="rejected", line="rejected", faint=True),
    "undecided": Mark(badge="undecided", line="undecided"),
}
_SIGNS = {Severity.ERROR: Mark(badge="×"), Severity.WARNING: Mark(badge="!")}
"""A hint is a question to ask oneself, so it leaves the picture alone."""
_IN_WORDS = {"×": "has an error", "!": "has a warning"}
_NOT_FOLLOWING = Mark(badge="does not follow")
_SHORT = {"accepted": "yes", "rejected": "no", "undecided": "open"}


def label_marks(evaluation: Evaluation) -> Marks:
    """Return marks for cards with their labels, and for arrows that do not hold.

    What stands has a thick line, what falls steps back, and what is open is drawn as usual; so is
    an arrow that holds or is undecided: its premises say enough.
    """
    marks: dict[str, Mark] = {}
    for id_, label in evaluation.statements.items():
        mark = _LABELLED[label]
        tense = id_ in evaluation.tensions
        marks[id_] = replace(mark, badge=f"{mark.badge}, in tension") if tense else mark
    judged = evaluation.stance.judgements
    for id_, label in evaluation.relations.items():
        if label == "rejected":
            marks[id_] = Mark(badge="does not follow" if id_ in judged else "", faint=True)
    return marks


def judgement_marks(argument_map: ArgumentMap) -> Marks:
    """Return marks for what the author has judged: to be seen without an evaluation, too."""
    items: tuple[Item, ...] = (*argument_map.statements, *argument_map.relations)
    return {item.id: mark for item in items if (mark := _judged(item))}


def judgement_marks_after(marks: Marks, patch: Patch) -> Marks:
    """Return what `judgement_marks` does of a map after a change, from what it did before that."""
    changes = (*patch.of("statements"), *patch.of("relations"))
    gone = {change.id for change in changes}
    kept = {id_: mark for id_, mark in marks.items() if id_ not in gone}
    after = [change.after for change in changes if change.after]
    return kept | {item.id: mark for item in after if (mark := _judged(item))}


def comparison_marks(argument_map: ArgumentMap, comparison: Comparison) -> Marks:
    """Return marks for each card with its labels from all viewpoints; those that differ stand out.

    The others carry one word for all and step back, so that the eye finds what is in dispute.
    """
    titles = [viewpoint_title(argument_map, n).split(":")[0] for n in comparison.viewpoints]
    return {id_: _compared(titles, labels) for id_, labels in comparison.labels.items()}


def problem_marks(argument_map: ArgumentMap, problems: Iterable[Problem]) -> Marks:
    """Return marks for cards with problems, by the worst; for arrows where no card is named."""
    marks: dict[str, Mark] = {}
    for problem in sorted((p for p in problems if p.severity in _SIGNS), key=_worst_last):
        cards = [id_ for id_ in problem.ids if id_ in argument_map.statement_by_id]
        arrows = [id_ for id_ in problem.ids if id_ in argument_map.relation_by_id]
        marks |= dict.fromkeys(cards or arrows, _SIGNS[problem.severity])
    return marks


def badge_in_words(mark: Mark) -> str:
    """Return a badge in words, for those who hear the picture."""
    return "; ".join(_IN_WORDS.get(part, part) for part in mark.badge.split(BETWEEN))


def viewpoint_title(argument_map: ArgumentMap, name: str) -> str:
    """Return what people call a viewpoint: its title, or the usual words."""
    found = argument_map.viewpoint_by_id.get(name)
    if found:
        return found.name
    return _USUAL.get(name, name)


_USUAL: Mapping[str, str] = {
    "author": "The author",
    "debate": "Debate: stands until challenged",
    "common-ground": "Common ground",
}


def _judged(item: Item) -> Mark | None:
    if isinstance(item, Statement):
        return Mark(badge=item.judgement) if item.judgement else None
    return _NOT_FOLLOWING if isinstance(item, Relation) and item.rejected else None


def _worst_last(problem: Problem) -> bool:
    return problem.severity is Severity.ERROR


def _compared(titles: Sequence[str], labels: Sequence[Label]) -> Mark:
    if len(set(labels)) == 1:
        return Mark(badge=f"all: {_SHORT[labels[0]]}", faint=True)
    sides = (f"{title}: {_SHORT[label]}" for title, label in zip(titles, labels, strict=True))
    return Mark(badge=", ".join(sides), line="accepted", width=2.4)
