"""What a merge leaves to be answered, with each answer and what the map would be after it.

Two sorts of questions: conflicts that stand in the file, and statements that say the same under
several ids, which is what comes of two people who add the same thing.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TypeAlias

from argmap.critique import check
from argmap.critique.merging import merged
from argmap.errors import one_stop
from argmap.frozen import frozen
from argmap.merging.neighbourhood import named_by
from argmap.merging.ways import Choice, Way, in_order, own_words, ways
from argmap.merging.wording.clashes import question as clash
from argmap.merging.wording.clashes import said
from argmap.merging.wording.sentences import name
from argmap.merging.wording.word_changes import How, Words, word_changes
from argmap.model.argument_map import GONE, ArgumentMap, Conflict, Side
from argmap.model.edits.fragment import extract

_SAME_WORDS = "duplicate-text"


@frozen
class Twins:
    """Statements with the same words, by their ids."""

    ids: tuple[str, ...]


Matter: TypeAlias = Conflict | Twins


@frozen
class Answer:
    """A button: its words, the name of the step, and the map after it, or why there is none."""

    words: str
    step: str
    after: ArgumentMap | None
    refusal: str = ""


@frozen
class Version:
    """One of the two that are set side by side: its words, and the map around it as it would be.

    `about` are the ids that the picture points out.
    """

    name: str
    words: tuple[Words, ...]
    around: ArgumentMap
    about: tuple[str, ...] = ()


@frozen
class Question:
    """What is asked, both versions, the answers, and what a text of one's own may begin with."""

    sentence: str
    versions: tuple[Version, Version]
    answers: tuple[Answer, ...]
    before: str = ""
    own: str | None = None


def matters(argument_map: ArgumentMap, left: Collection[Twins] = ()) -> tuple[Matter, ...]:
    """Return what is still to be settled in a map; `left` are twins that are to stay two."""
    same = check(argument_map, select=[_SAME_WORDS])
    twins = (Twins(problem.ids) for problem in same)
    return (*in_order(argument_map), *(each for each in twins if each not in left))


def sentence(argument_map: ArgumentMap, matter: Matter) -> str:
    """Return what is asked, in a sentence."""
    if isinstance(matter, Conflict):
        return clash(argument_map, matter)
    return one_stop(f"{len(matter.ids)} statements say {name(argument_map, matter.ids[0])}.")


def question(argument_map: ArgumentMap, matter: Matter) -> Question:
    """Return a question with its answers."""
    if isinstance(matter, Conflict):
        return _about_conflict(argument_map, matter)
    return _about_twins(argument_map, matter)


def _about_conflict(argument_map: ArgumentMap, conflict: Conflict) -> Question:
    found = ways(argument_map, conflict)
    words = _words(argument_map, conflict)
    after = {choice: way.after or argument_map for choice, way in found.items()}
    about = _about(conflict)
    ids = _cards(after, about)
    base = said(argument_map, conflict, conflict.base)
    return Question(
        clash(argument_map, conflict),
        (
            Version(
                "Ours: what the map holds now", words[0], _part(after[Choice.OURS], ids), about
            ),
            Version(
                "Theirs: what the other side holds",
                words[1],
                _part(after[Choice.THEIRS], ids),
                about,
            ),
        ),
        tuple(_answer(choice, way) for choice, way in found.items()),
        base if isinstance(conflict.base, str | int | float | tuple) else "",
        own_words(argument_map, conflict),
    )


def _about_twins(argument_map: ArgumentMap, twins: Twins) -> Question:
    first, second = twins.ids[:2]
    one = merged(argument_map, twins.ids)
    refusal = "" if one else "They differ in something of which one statement can have one only."
    return Question(
        sentence(argument_map, twins),
        (_twin(argument_map, first), _twin(argument_map, second)),
        (Answer("Make them &one", "Make one statement", one, refusal),),
    )


def _twin(argument_map: ArgumentMap, id_: str) -> Version:
    text = argument_map.statement_by_id[id_].text
    around = _part(argument_map, named_by(argument_map, [id_]))
    return Version(f"“{id_}”", (Words(How.SAME, text),), around, (id_,))


def _answer(choice: Choice, way: Way) -> Answer:
    words, step = _ANSWERS[choice]
    return Answer(words, step, way.after, way.refusal)


_ANSWERS: Mapping[Choice, tuple[str, str]] = {
    Choice.OURS: ("Keep &ours", "Keep ours"),
    Choice.THEIRS: ("Take &theirs", "Take theirs"),
    Choice.BOTH: ("Keep &both", "Keep both"),
}


def _words(
    argument_map: ArgumentMap, conflict: Conflict
) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Return the words of both sides: what each changed, or else what each alone has."""
    ours, theirs = (said(argument_map, conflict, s) for s in (conflict.ours, conflict.theirs))
    if isinstance(conflict.base, str) and _texts(conflict.ours, conflict.theirs):
        return word_changes(conflict.base, ours), word_changes(conflict.base, theirs)
    if GONE in (conflict.ours, conflict.theirs):
        return (Words(How.SAME, ours),), (Words(How.SAME, theirs),)
    changes = word_changes(ours, theirs)
    return _only(changes, How.REMOVED), _only(changes, How.ADDED)


def _texts(*sides: Side) -> bool:
    return all(isinstance(side, str) for side in sides)


def _only(changes: tuple[Words, ...], own: How) -> tuple[Words, ...]:
    """Return the words of one side, those that the other lacks marked."""
    return tuple(
        Words(How.SAME if words.how is How.SAME else How.ADDED, words.text)
        for words in changes
        if words.how in (How.SAME, own)
    )


def _about(conflict: Conflict) -> tuple[str, ...]:
    """Return the ids that a conflict is about, that of what a viewpoint judges first."""
    outer, _, judged = conflict.key.partition(".")
    found = (judged if outer == "judgements" else "", conflict.id)
    return tuple(filter(None, found))


def _cards(maps: Mapping[Choice, ArgumentMap], about: tuple[str, ...]) -> tuple[str, ...]:
    """Return the cards around what a conflict is about, in any of the maps it may become."""
    found = (id_ for side in (Choice.OURS, Choice.THEIRS) for id_ in named_by(maps[side], about))
    return tuple(dict.fromkeys(found))


def _part(argument_map: ArgumentMap, ids: Collection[str]) -> ArgumentMap:
    """Return a part of a map, in which everything is of the kind that it is in the whole."""
    part = extract(argument_map, ids)
    kept = tuple(s for s in argument_map.statements if s.id in part.statement_by_id)
    return replace(part, statements=kept, style=argument_map.style)
