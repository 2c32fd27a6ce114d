"""Arrangements over time: what is out of the picture for a while comes back where it was.

A fold hides units, undo brings others back. So what the last picture arranges is laid over what
earlier ones did, and what is missing keeps its form and its place among its siblings. What was
deleted long ago is forgotten, or a long day would fill the memory. As one is kept for each step,
what is alike in two of them is one object.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from argmap.placing.arrangement import Arrangement, Fold, Yard

Columns = tuple[tuple[str, ...], ...]
T = TypeVar("T")


def remembered(old: Arrangement, new: Arrangement) -> Arrangement:
    """Return the newer of two arrangements, with what only the older one knows."""
    folds = {**old.folds, **new.folds}
    for card, fold in new.folds.items():
        before = old.folds.get(card)
        if before is not None:
            folds[card] = before if before == fold else _same(before, _fold(before, fold))
    whole = Arrangement(
        _same(old.forms, {**old.forms, **new.forms}),
        _same(old.folds, folds),
        _same(old.yard, _yard(old.yard, new.yard)),
        _same(old.crosswise, {**old.crosswise, **new.crosswise}),
        _same(old.wide, old.wide | new.wide),
    )
    return _same(old, whole)


def _same(old: T, new: T) -> T:
    """Return the older of two that are equal."""
    return old if old == new else new


def completed(arrangement: Arrangement, other: Arrangement) -> Arrangement:
    """Return an arrangement as it is, with what only another one knows of other cards."""
    return Arrangement(
        {**other.forms, **arrangement.forms},
        {**other.folds, **arrangement.folds},
        arrangement.yard or other.yard,
        {**other.crosswise, **arrangement.crosswise},
        arrangement.wide | other.wide,
    )


def renamed(arrangement: Arrangement, names: Mapping[str, str]) -> Arrangement:
    """Return an arrangement in which ids have other names, as when a draft becomes a card."""

    def columns(some: Columns) -> Columns:
        return tuple(tuple(names.get(id_, id_) for id_ in column) for column in some)

    yard = arrangement.yard
    return Arrangement(
        {names.get(id_, id_): form for id_, form in arrangement.forms.items()},
        {
            names.get(id_, id_): Fold(fold.hang, columns(fold.columns))
            for id_, fold in arrangement.folds.items()
        },
        yard and replace(yard, trees=columns(yard.trees), loose=columns(yard.loose)),
        {names.get(id_, id_): is_so for id_, is_so in arrangement.crosswise.items()},
        frozenset(names.get(id_, id_) for id_ in arrangement.wide),
    )


def forgetting(arrangement: Arrangement, known: Callable[[str], bool]) -> Arrangement:
    """Return an arrangement without the ids that are not known."""

    def columns(some: Columns) -> Columns:
        return _without(some, {id_ for id_ in _ids(some) if not known(id_)})

    folds = {
        id_: Fold(fold.hang, columns(fold.columns))
        for id_, fold in arrangement.folds.items()
        if known(id_)
    }
    yard = arrangement.yard
    return Arrangement(
        {id_: form for id_, form in arrangement.forms.items() if known(id_)},
        {id_: fold for id_, fold in folds.items() if fold.columns},
        yard and replace(yard, trees=columns(yard.trees), loose=columns(yard.loose)),
        {id_: is_so for id_, is_so in arrangement.crosswise.items() if known(id_)},
        frozenset(filter(known, arrangement.wide)),
    )


def _fold(old: Fold, new: Fold) -> Fold:
    """Return the newer fold with the kids that it lacks; with a single kid, the older one."""
    only = new.only and any(new.columns[0][0] in column for column in old.columns)
    return old if only else Fold(new.hang, _with_missing(old.columns, new.columns))


def _yard(old: Yard | None, new: Yard | None) -> Yard | None:
    if old is None or new is None:
        return new or old
    here = {id_ for column in (*new.trees, *new.loose) for id_ in column}
    trees = _with_missing(_without(old.trees, here - _ids(new.trees)), new.trees)
    loose = _with_missing(_without(old.loose, here - _ids(new.loose)), new.loose)
    return Yard(trees, loose, new.under if new.loose else old.under)


def _with_missing(old: Columns, new: Columns) -> Columns:
    """Return the newer columns; what they lack stands beside what it stood beside, or alone.

    A column that has nothing left goes after the furthest of those that stood before it.
    """
    number_of = {id_: n for n, column in enumerate(new) for id_ in column}
    columns = list(new)
    alone: dict[int, list[tuple[str, ...]]] = {}
    furthest = -1
    for column in old:
        here = {number_of[id_] for id_ in column if id_ in number_of}
        if not here:
            alone.setdefault(furthest, []).append(column)
        elif len(here) == 1:
            (number,) = here
            columns[number] = _merged(column, columns[number])
        furthest = max(furthest, *here, -1)
    beside = (column for n, some in enumerate(columns) for column in (some, *alone.get(n, ())))
    return (*alone.get(-1, ()), *beside)


def _merged(old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """Return a column with what only the older one has, each after what it stood after."""
    here = set(new)
    first: list[str] = []
    beside: dict[str, list[str]] = {}
    missing = first
    for id_ in old:
        if id_ in here:
            missing = beside.setdefault(id_, [])
        else:
            missing.append(id_)
    return (*first, *(each for id_ in new for each in (id_, *beside.get(id_, ()))))


def _without(columns: Columns, ids: set[str]) -> Columns:
    kept = (tuple(id_ for id_ in column if id_ not in ids) for column in columns)
    return tuple(column for column in kept if column)


def _ids(columns: Columns) -> set[str]:
    return {id_ for column in columns for id_ in column}
