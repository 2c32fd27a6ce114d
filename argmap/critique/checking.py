"""Running the rules over a map, and fixing what they find."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import partial

from argmap.critique.ignoring import ignored_by
from argmap.critique.language import language_of
from argmap.critique.looks import Context
from argmap.critique.mending import Mending
from argmap.critique.rule import Rule, Way
from argmap.critique.rules import RULES
from argmap.errors import ArgmapError, Problem, in_a_row
from argmap.model.argument_map import ArgumentMap
from argmap.texts.lookup import Lookup, in_the_map

ALL = "all"
"""Selects every rule, those that are off by default included."""

_RULE_BY_CODE = {rule.code: rule for rule in RULES}


def check(
    argument_map: ArgumentMap,
    *,
    select: Collection[str] | None = None,
    ignore: Collection[str] = (),
    texts: Lookup = in_the_map,
) -> tuple[Problem, ...]:
    """Return what rules find in a map: the selected ones, else those that are on by default.

    Quotes are looked up in what `texts` finds of a source: what the map has of it, unless told.

    What is in `ignore`, or in the map's own `x-check: {ignore: […]}`, is left out. Problems come
    rule by rule, in the order of the file, without places. ArgmapError for an unknown rule in
    `select`; `ignore` may name problems that come from elsewhere.
    """
    context = context_of(argument_map, texts)
    return tuple(
        rule.problem(finding)
        for rule in rules_for(argument_map, select)
        if rule.code not in ignore
        for finding in rule.check(argument_map, context)
    )


def rules_for(argument_map: ArgumentMap, select: Collection[str] | None = None) -> list[Rule]:
    """Return the rules to check a map by: what is selected, without what the map leaves out."""
    left_out = ignored_by(argument_map)
    return [rule for rule in _selected(select) if rule.code not in left_out]


def explain(code: str) -> str:
    """Return a rule's manual page; ArgmapError if there is no such rule."""
    return _rule(code).manual


def fix(argument_map: ArgumentMap, problem: Problem, texts: Lookup = in_the_map) -> ArgumentMap:
    """Return the map with a problem fixed; ArgmapError if only its author can do that."""
    fixed = _try_to_fix(argument_map, problem, texts)
    if fixed is None:
        raise ArgmapError(
            in_a_row(f"“{problem.code}” has to be fixed by hand.", problem.message), problem.hint
        )
    return fixed


def ways(
    argument_map: ArgumentMap, problem: Problem, texts: Lookup = in_the_map
) -> tuple[Way, ...]:
    """Return what there is to be done about a problem: what `fix` does, else what one may choose.

    To ignore its rule is none of it.
    """
    rule = _RULE_BY_CODE.get(problem.code)
    if rule is None:
        return ()
    if fixable(argument_map, problem, texts):
        name = f"Fix “{rule.title.lower()}”"
        return (Way(name, partial(fix, argument_map, problem, texts), sure=True),)
    there = all(map(argument_map.item, problem.ids))
    return tuple(rule.ways(argument_map, problem)) if rule.ways and there else ()


def mendable(argument_map: ArgumentMap, problem: Problem, texts: Lookup = in_the_map) -> bool:
    """Whether there are ways to be rid of a problem; they are not made out for that."""
    rule = _RULE_BY_CODE.get(problem.code)
    return bool(rule and rule.ways) or fixable(argument_map, problem, texts)


def fixable(argument_map: ArgumentMap, problem: Problem, texts: Lookup = in_the_map) -> bool:
    """Whether `fix` can fix a problem."""
    return _try_to_fix(argument_map, problem, texts) is not None


def _try_to_fix(
    argument_map: ArgumentMap, problem: Problem, texts: Lookup = in_the_map
) -> ArgumentMap | None:
    """Return the map with a problem fixed, or None if only its author can do that."""
    mending = Mending(argument_map)
    return mending.mended() if _mend(mending, problem, context_of(argument_map, texts)) else None


def fix_each(
    argument_map: ArgumentMap, problems: Iterable[Problem], texts: Lookup = in_the_map
) -> tuple[ArgumentMap, tuple[Problem, ...]]:
    """Return the map with these problems fixed, and those that were; nothing is fixed twice."""
    mending, context = Mending(argument_map), context_of(argument_map, texts)
    done: list[Problem] = []
    touched: set[str] = set()
    for problem in problems:
        before = mending.changes
        if touched.isdisjoint(problem.ids):
            _mend(mending, problem, context)
        if mending.changes > before:
            # No fix changes a source, and all quotes may be from the same.
            touched.update(id_ for id_ in problem.ids if id_ not in mending.source_by_id)
            done.append(problem)
    return mending.mended(), tuple(done)


def _mend(mending: Mending, problem: Problem, context: Context) -> bool:
    rule = _RULE_BY_CODE.get(problem.code)
    if rule is None or rule.fix is None or not mending.holds(problem.ids):
        return False
    return rule.fix(mending, problem, context)


def context_of(argument_map: ArgumentMap, texts: Lookup) -> Context:
    """Return what rules need beside a map."""
    return Context(language_of(argument_map.language), texts)


def _selected(select: Collection[str] | None) -> list[Rule]:
    if select is None:
        return [rule for rule in RULES if rule.default]
    if ALL in select:
        return list(RULES)
    chosen = {_rule(code).code for code in select}
    return [rule for rule in RULES if rule.code in chosen]


def _rule(code: str) -> Rule:
    try:
        return _RULE_BY_CODE[code]
    except KeyError:
        known = ", ".join(_RULE_BY_CODE)
        raise ArgmapError(f"There is no rule “{code}”.", f"The rules are: {known}.") from None
