"""Differences in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from argmap import errors
from argmap.merging.differences import Comparison, Difference, What
from argmap.merging.wording.of_keys import phrase
from argmap.model.argument_map import GONE, ArgumentMap, Relation, Side, Table
from argmap.model.kinds import Bearing
from argmap.reasoning.wording import shortened
from argmap.store.yaml.emit import flow

_ONE = {"statements": "", "relations": "", "sources": "the source ", "groups": "the group ",
        "viewpoints": "the viewpoint "}  # fmt: skip
_LONGEST = 60
"""Characters of a value that a sentence holds; a longer text is told word by word."""


class Sentences:
    """Tells the differences between two maps."""

    def __init__(self, comparison: Comparison) -> None:
        self._before, self._after = comparison.before, comparison.after
        changes = comparison.differences
        self._came = {d.id for d in changes if d.what is What.ADDED}
        self._went = {d.id for d in changes if d.what is What.REMOVED}

    def told(self, difference: Difference) -> bool:
        """Whether a difference has a sentence: a step that comes with its cards has theirs."""
        if difference.section != "relations":
            return True
        if difference.what is What.ADDED:
            step = self._after.relation_by_id[difference.id]
            return not any(self._tells(self._after, p, step, self._came) for p in step.premises)
        if difference.what is What.REMOVED:
            step = self._before.relation_by_id[difference.id]
            return not any(self._tells(self._before, p, step, self._went) for p in step.premises)
        return True

    def sentence(self, difference: Difference) -> str:
        """Return what changed, as a sentence."""
        return errors.one_stop(self._sentence(difference))

    def _sentence(self, difference: Difference) -> str:
        match difference.what:
            case What.ADDED:
                return self._whole(difference, self._after, "Added", "now")
            case What.REMOVED:
                return self._whole(difference, self._before, "Removed", "no longer")
            case What.MOVED:
                return self._moved(difference)
            case What.RELINKED:
                return self._relinked(difference)
            case _:
                return self._of_key(difference)

    def _whole(self, difference: Difference, side: ArgumentMap, did: str, now: str) -> str:
        step = side.relation_by_id.get(difference.id)
        if step is not None:
            return f"{names(side, step.premises)} {now} {_does(step)} {name(side, step.target)}."
        statement = side.statement_by_id.get(difference.id)
        if statement is None:
            return f"{did} {self._subject(side, difference)}."
        changed = self._came if difference.what is What.ADDED else self._went
        steps = [s for s in side.relations_of(statement.id) if s.id in changed][:1]
        clauses = "".join(_clause(side, statement.id, s, difference.what) for s in steps)
        said = " ".join(statement.text.split())
        return f"{did} “{said}”{clauses}."

    def _tells(self, side: ArgumentMap, premise: str, step: Relation, changed: set[str]) -> bool:
        """Whether the sentence about a premise tells of a step, too."""
        steps = [s for s in side.relations_of(premise) if s.id in changed][:1]
        return premise in changed and step in steps

    def _moved(self, difference: Difference) -> str:
        step = self._after.relation_by_id.get(difference.id)
        if step is None:
            row = [s.id for s in self._after.statements if not self._after.relations_of(s.id)]
            subject = name(self._after, difference.id)
        else:
            row = [relation.id for relation in self._after.relations_on(step.target)]
            subject = names(self._after, step.premises)
        at = row.index(difference.id) if difference.id in row else 0
        stands = "stand" if step and step.linked else "stands"
        where = f"behind {self._named(row[at - 1])}" if at else "first"
        return f"{subject} now {stands} {where}."

    def _named(self, id_: str) -> str:
        step = self._after.relation_by_id.get(id_)
        return names(self._after, step.premises) if step else name(self._after, id_)

    def _relinked(self, difference: Difference) -> str:
        old = self._before.relation_by_id[difference.id]
        new = self._after.relation_by_id[difference.id]
        now = f"{names(self._after, new.premises)} now {_does(new)} {name(self._after, new.target)}"
        was = f"{names(self._before, old.premises)} {old.bearing.participle}"
        together = " together" if new.linked else ""
        return f"{now}{together}; before, {was} {name(self._before, old.target)}."

    def _of_key(self, difference: Difference) -> str:
        if difference.what is What.REWORDED:
            return f"Reworded {self._subject(self._before, difference)}."
        if difference.key == "judgement":
            return self._judged(difference)
        if difference.key == "conflicts":
            return _conflicts(difference)
        earlier = self._subject(self._before, difference)
        said = phrase(difference, earlier, self._name) if difference.section else ""
        return said or _of_any_key(difference, self._subject(self._after, difference))

    def _name(self, id_: str) -> str:
        """Name an item as it is now, or as it was before it went."""
        return name(self._after if id_ in self._after.ids else self._before, id_)

    def _judged(self, difference: Difference) -> str:
        step = self._after.relation_by_id.get(difference.id)
        if step is not None:
            now = "is now" if difference.after is not GONE else "is no longer"
            return f"{_capital(step_name(self._after, step))} {now} judged not to follow."
        subject = name(self._after, difference.id)
        now = "is no longer judged" if difference.after is GONE else f"is judged {difference.after}"
        was = "it was open" if difference.before is GONE else f"it was judged {difference.before}"
        return f"{subject} {now}; {was}."

    def _subject(self, side: ArgumentMap, difference: Difference) -> str:
        if not difference.section:
            return "the map"
        return f"{_ONE[difference.section]}{name(side, difference.id)}"


def _of_any_key(difference: Difference, subject: str) -> str:
    """Say what a key held and holds, as the file names it."""
    key = f"“{difference.key}” of {subject}"
    if is_reworded(difference):
        return f"Reworded {key}."
    if difference.before is GONE:
        return f"{key} is {_value(difference.after)}; before, there was none."
    if difference.after is GONE:
        return f"{key} is gone; it was {_value(difference.before)}."
    return f"{key} is {_value(difference.after)}; it was {_value(difference.before)}."


def is_reworded(difference: Difference) -> bool:
    """Whether a difference is one of words, of which a sentence would not hold both sides."""
    before, after = difference.before, difference.after
    if not (isinstance(before, str) and isinstance(after, str)):
        return False
    return difference.what is What.REWORDED or max(len(before), len(after)) > _LONGEST


def name(argument_map: ArgumentMap, id_: str) -> str:
    """Name an item by its title or the start of its text, and a step by its premises."""
    step = argument_map.relation_by_id.get(id_)
    if step is not None:
        return step_name(argument_map, step)
    statement = argument_map.statement_by_id.get(id_)
    if statement is not None:
        return f"“{shortened(statement.brief) or id_}”"
    others = (argument_map.source_by_id, argument_map.group_by_id, argument_map.viewpoint_by_id)
    titles = (getattr(known.get(id_), "title", "") for known in others)
    return f"“{shortened(next(filter(None, titles), '')) or id_}”"


def step_name(argument_map: ArgumentMap, step: Relation) -> str:
    """Name a step by what it starts from."""
    what = "the attack by" if step.bearing is Bearing.ATTACKS else "the step from"
    return f"{what} {names(argument_map, step.premises)}"


def names(argument_map: ArgumentMap, ids: Sequence[str]) -> str:
    """Name several items."""
    return _joined([name(argument_map, id_) for id_ in ids])


def _joined(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def _clause(side: ArgumentMap, statement: str, step: Relation, what: What) -> str:
    """Say what a card that came or went does, or did."""
    others = [premise for premise in step.premises if premise != statement]
    beside = f", with {names(side, others)}," if others else ""
    does = str(step.bearing) if what is What.ADDED else step.bearing.participle
    return f", which{beside} {does} {name(side, step.target)}"


def _conflicts(difference: Difference) -> str:
    """Say how many conflicts of a merge wait to be settled."""
    now, was = (
        len(side) if isinstance(side, tuple) else 0
        for side in (difference.after, difference.before)
    )
    wait = "conflict waits" if now == 1 else "conflicts wait"
    return f"{now or 'No'} {wait} to be settled; before, {was or 'none'} did."


def _does(step: Relation) -> str:
    """Return the verb of a step, as its premises ask for it."""
    return str(step.bearing).removesuffix("s") if step.linked else str(step.bearing)


def _value(side: Side) -> str:
    """Return a value for a sentence, on one line and not too long."""
    return f"“{errors.shortened(plain(side), _LONGEST)}”"


def plain(side: Side) -> str:
    """Return a value in words, of any length; nothing for one that is gone or empty."""
    if isinstance(side, str):
        return side
    if isinstance(side, Table):
        return "; ".join(f"{key} {plain(value)}" for key, value in side.pairs)
    if isinstance(side, tuple):
        return _joined([plain(value) for value in side])
    return "" if side is GONE or side is None else flow(side)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
