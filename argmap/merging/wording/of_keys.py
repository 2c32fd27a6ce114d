"""Sentences about keys that have a word of their own in a reader's mouth.

All other keys are named as the file names them, with their values.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from argmap.merging.differences import Difference
from argmap.model.argument_map import Side, Table
from argmap.reasoning.wording import shortened

Naming: TypeAlias = Callable[[str], str]
"""Names an item, given by its id."""


def phrase(difference: Difference, subject: str, naming: Naming) -> str:
    """Return what changed about the subject, as a sentence; nothing for keys without a word."""
    said = _PHRASES.get(difference.key)
    return said(subject, difference.before, difference.after, naming) if said else ""


def _title(subject: str, _before: Side, after: Side, _naming: Naming) -> str:
    if not isinstance(after, str) or not after:
        return f"{subject} has no title any more."
    return f"{subject} is now called “{shortened(after)}”."


def _unstated(subject: str, _before: Side, after: Side, _naming: Naming) -> str:
    return f"{subject} is {'now' if after is True else 'no longer'} said to be unstated."


def _group(subject: str, before: Side, after: Side, naming: Naming) -> str:
    if not isinstance(after, str):
        return f"{subject} is no longer in the group {naming(str(before))}."
    left = f"; before, in {naming(before)}" if isinstance(before, str) else ""
    return f"{subject} is now in the group {naming(after)}{left}."


def _cites(subject: str, before: Side, after: Side, naming: Naming) -> str:
    old, new = (side if isinstance(side, tuple) else () for side in (before, after))
    came = cited([cite for cite in new if cite not in old], naming)
    went = cited([cite for cite in old if cite not in new], naming)
    if came:
        return f"{subject} now cites {came}{f'; before, {went}' if went else ''}."
    return f"{subject} no longer cites {went}." if went else f"{subject} cites in another order."


def cited(cites: Sequence[object], naming: Naming) -> str:
    """Name what is cited, each with its place and the start of its words."""
    return ", ".join(_cite(dict(cite.pairs), naming) for cite in cites if isinstance(cite, Table))


def _cite(cite: Mapping[str, object], naming: Naming) -> str:
    words = f": “{shortened(str(cite['quote']))}”" if cite.get("quote") else ""
    place = f" ({cite['at']})" if cite.get("at") else ""
    return f"{naming(str(cite.get('source', '')))}{place}{words}"


_PHRASES: Mapping[str, Callable[[str, Side, Side, Naming], str]] = {
    "title": _title,
    "implicit": _unstated,
    "group": _group,
    "cites": _cites,
}
