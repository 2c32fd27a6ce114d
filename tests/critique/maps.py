"""Random maps in which there is much to mend."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap, Cite, Statement
from argmap.model.kinds import Kind
from tests.reasoning.maps import argument_maps

SAYINGS = (
    "It is hot today.",
    "it is hot  today",
    "We want to swim.",
    "Because of that.",
    "We want to swim because it is hot today.",
    "It is hot today, and therefore we want to swim.",
    "Hence, we want to swim.",
    "Given that it is hot today, the pool opens because we want to swim.",
    "We swim only because it is hot today.",
    "",
)

_tags = st.lists(st.sampled_from("abc"), max_size=2, unique=True).map(tuple)
_cites = st.lists(st.builds(Cite, st.sampled_from(["web", "book"])), max_size=1).map(tuple)


@st.composite
def sloppy_maps(draw: st.DrawFn) -> ArgumentMap:
    """Return maps whose texts repeat themselves and reason, and whose kinds are anyhow."""
    argument_map = draw(argument_maps())
    statements = tuple(_sloppy(draw, statement) for statement in argument_map.statements)
    return replace(argument_map, statements=statements)


def _sloppy(draw: st.DrawFn, statement: Statement) -> Statement:
    return replace(
        statement,
        text=draw(st.sampled_from(SAYINGS)),
        kind=draw(st.sampled_from(Kind)),
        note=draw(st.sampled_from(["", "", "First.", "Second."])),
        tags=draw(_tags),
        cites=draw(_cites),
    )
