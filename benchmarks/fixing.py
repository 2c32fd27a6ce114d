"""Measure `check --fix` on much to fix: `python -m benchmarks.fixing`.

Each row is a map in which every card (or every second) has the same fault. The time for one fix is
to be the same for ten times as many; it is also given as a ratio to one check of the same map.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import process_time

from argmap.commands.checking.fixing import fixed_map
from argmap.critique import check
from argmap.model.argument_map import ArgumentMap, Statement
from argmap.model.kinds import Kind
from benchmarks.big_map import map_of
from benchmarks.timing import milliseconds

SIZES = (1_000, 10_000)
Spoilt = Callable[[int, Statement], Statement]

FAULTS: dict[str, Spoilt] = {
    "kind-mismatch": lambda _, card: replace(
        card, kind=Kind.REBUTTAL if card.kind is Kind.PREMISE else Kind.PREMISE
    ),
    "reasoning-in-card": lambda at, card: replace(
        card, text=f"The pool {at} should close because staff cost {at} doubles."
    ),
    "duplicate-text": lambda at, card: replace(card, text=f"Reason {at // 2} is given."),
}


def spoilt(count: int, spoil: Spoilt) -> ArgumentMap:
    """Return a large map with the same fault in every card."""
    argument_map = map_of(count)
    cards = tuple(spoil(at, card) for at, card in enumerate(argument_map.statements))
    return replace(argument_map, language="en", statements=cards)


def main() -> None:
    """Print the table."""
    for code, spoil in FAULTS.items():
        for count in SIZES:
            argument_map = spoilt(count, spoil)
            fixes = len(fixed_map(argument_map, [code], ())[1])
            checking = partial(check, argument_map, select=[code])
            one_check = milliseconds(checking, 3, process_time)
            fixing = partial(fixed_map, argument_map, [code], ())
            took = milliseconds(fixing, 3, process_time)
            print(
                f"{code:18}{fixes:6} fixes {took:7.0f} ms {took / fixes * 1000:7.1f} µs a fix"
                f" {took / one_check:6.1f} checks"
            )


if __name__ == "__main__":
    main()
