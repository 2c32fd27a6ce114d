"""What formats cannot hold of statements: who has it, and the map without it."""

from __future__ import annotations

from dataclasses import replace

from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Judgement
from argmap.model.natural_kind import natural_kinds

NO_TEXT = "(no text)"


def rejected(m: ArgumentMap) -> tuple[str, ...]:
    """Return the statements judged rejected."""
    return tuple(s.id for s in m.statements if s.judgement is Judgement.REJECTED)


def without_rejections(m: ArgumentMap) -> ArgumentMap:
    """Return the map with what was judged rejected left open."""
    return replace(
        m,
        statements=tuple(
            replace(s, judgement=None) if s.judgement is Judgement.REJECTED else s
            for s in m.statements
        ),
    )


def odd_kinds(m: ArgumentMap) -> tuple[str, ...]:
    """Return the statements of another kind than their relations make them."""
    natural = natural_kinds(m, m.statement_by_id.keys())
    return tuple(s.id for s in m.statements if s.kind is not natural[s.id])


def without_empty_texts(m: ArgumentMap) -> ArgumentMap:
    """Return the map with words where a text is empty."""
    texts = (s if s.text.strip() else replace(s, text=NO_TEXT) for s in m.statements)
    return replace(m, statements=tuple(texts))


def worded(m: ArgumentMap) -> tuple[str, ...]:
    """Return the statements whose text is more than their id."""
    return tuple(s.id for s in m.statements if s.text != s.id)


def without_texts(m: ArgumentMap) -> ArgumentMap:
    """Return the map with ids for texts."""
    return replace(m, statements=tuple(replace(s, text=s.id) for s in m.statements))
