"""Dung's semantics on an attack graph: grounded is our own, the others are left to clingo.

Complete, preferred and stable extensions are hard to compute and can be exponentially many, so a
solver made for that does it, as an optional extra; extensions come one by one, and whoever asks
can stop. Encodings follow U. Egly, S. A. Gaggl, S. Woltran, Answer-set programming encodings for
argumentation frameworks, Argument & Computation 1 (2010); preferred extensions are the complete
ones that are largest, which clingo finds by trying `in` first and recording (domRec).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from argmap.errors import ArgmapError
from argmap.reasoning.attack_graph import AttackGraph

if TYPE_CHECKING:
    import clingo


class Semantics(StrEnum):
    """Which sets of arguments can be held together."""

    GROUNDED = "grounded"
    COMPLETE = "complete"
    PREFERRED = "preferred"
    STABLE = "stable"


def extensions(graph: AttackGraph, semantics: Semantics | str) -> Iterator[frozenset[str]]:
    """Return the extensions of a graph one by one, in no particular order.

    Raises ArgmapError at once if the semantics is unknown, or needs clingo and it is missing.
    """
    try:
        wanted = Semantics(semantics)
    except ValueError:
        known = ", ".join(Semantics)
        raise ArgmapError(
            f"“{semantics}” is not a semantics.", f"The semantics are: {known}."
        ) from None
    if wanted is Semantics.GROUNDED:
        return iter((grounded(graph),))
    return _solve(graph, wanted)


def grounded(graph: AttackGraph) -> frozenset[str]:
    """Return the grounded extension: what is attacked by nothing, or only by what that defeats.

    Linear: each attack is looked at twice.
    """
    attacked_by_us: dict[str, list[str]] = {argument: [] for argument in graph.arguments}
    standing_attackers = dict.fromkeys(graph.arguments, 0)
    for attacker, attacked in graph.attacks:
        attacked_by_us[attacker].append(attacked)
        standing_attackers[attacked] += 1
    waiting = deque(a for a in graph.arguments if not standing_attackers[a])
    accepted: set[str] = set()
    defeated: set[str] = set()
    while waiting:
        argument = waiting.popleft()
        accepted.add(argument)
        for victim in attacked_by_us[argument]:
            if victim in defeated:
                continue
            defeated.add(victim)
            for freed in attacked_by_us[victim]:
                standing_attackers[freed] -= 1
                if not standing_attackers[freed]:
                    waiting.append(freed)
    return frozenset(accepted)


_CONFLICT_FREE = """
{ in(X) } :- argument(X).
out(X) :- in(Y), attack(Y, X).
:- in(X), out(X).
#show in/1.
"""

_COMPLETE = """
undefended(X) :- attack(Y, X), not out(Y).
:- in(X), undefended(X).
:- argument(X), not in(X), not undefended(X).
"""

_PROGRAMS = {
    Semantics.COMPLETE: _CONFLICT_FREE + _COMPLETE,
    Semantics.PREFERRED: _CONFLICT_FREE + _COMPLETE + "#heuristic in(X) : argument(X). [1, true]",
    Semantics.STABLE: _CONFLICT_FREE + ":- argument(X), not in(X), not out(X).",
}

_OPTIONS = {Semantics.PREFERRED: ["--heuristic=Domain", "--enum-mode=domRec"]}


def _solve(graph: AttackGraph, semantics: Semantics) -> Iterator[frozenset[str]]:
    try:
        import clingo  # an optional extra, asked for only here
    except ImportError:
        raise ArgmapError(
            f"{semantics.capitalize()} extensions need clingo, which is not installed.",
            "Install it with `pip install 'argmap[dung]'`.",
        ) from None
    control = clingo.Control(["--models=0", *_OPTIONS.get(semantics, [])])
    control.add("base", [], _PROGRAMS[semantics] + _facts(graph))
    control.ground([("base", [])])
    return _models(control, graph)


def _models(control: clingo.Control, graph: AttackGraph) -> Iterator[frozenset[str]]:
    with control.solve(yield_=True) as models:
        for model in models:
            shown = model.symbols(shown=True)
            yield frozenset(graph.arguments[atom.arguments[0].number] for atom in shown)


def _facts(graph: AttackGraph) -> str:
    """Return the graph with numbers for names, since ids are not clingo's names."""
    number = {argument: index for index, argument in enumerate(graph.arguments)}
    facts = [f"argument({index})." for index in number.values()]
    facts += [f"attack({number[a]},{number[b]})." for a, b in graph.attacks]
    return "\n".join(facts)
