"""Maps for laws of the store: every field in use, and the nastiest texts a file must hold."""

from __future__ import annotations

import math
from dataclasses import fields, replace
from typing import Any

from hypothesis import strategies as st

from argmap.model.argument_map import (
    SECTIONS,
    ArgumentMap,
    Cite,
    Extra,
    Group,
    Relation,
    Source,
    Statement,
    Style,
    Table,
    Value,
    Viewpoint,
)
from argmap.model.integrity import relation_id
from argmap.model.kinds import Basis, Bearing, Direction, Judgement, Kind, Open, Ties
from argmap.store.schema import KEYS_OF, Level

NASTY = (
    "No", "on", "y", "~", "null", "true", "12:30", "1e3", "0x1F", "0o17", "017", "1_000", "-.inf",
    ".nan", "2024-01-01", "2001-12-14t21:59:43.10-05:00", "<<", "=", "+1", "-", "- a", "? a", ": a",
    "a: b", "a:", "a #b", "#a", "a # b", "&a", "*a", "!a", "!!str a", "|", ">", "%a", "@a", "`a`",
    "'a'", '"a"', "it's", 'say "so"', "\\", "a\\nb", "[a]", "{a: b}", "a, b", "]", "}", ",",
    "---", "...", "--- a", " lead", "trail ", "  ", " ", "\t", "a\tb", "\ta", "a\n", "\na", "a\n\n",
    "a\nb", "a\n\nb", "a\n\n\nb\n", "a \nb", "a\n b", " a\nb", "a\n\tb", "\n", "\n\n", "a\rb",
    "a\r\nb", "a\x85b", "a\u2028b", "\u2029", "\ufeffa", "a\ufeffb", "\x00", "\x1b[0m", "\x7f",
    "\x9f", "\xa0a\xa0", "\ud800", "\udc00a", "\ufffe", "👩‍👩‍👧 漢字 עברית", "x" * 99, "a " * 60,
    "word " * 30 + "end", "two  blanks " * 12 + "end", "a # b\n---\n...\n- c", "# a\n# b",
    "long line of words that has to be folded somewhere " * 4 + "end\nand a second one\n",
)  # fmt: skip

texts = st.one_of(
    st.sampled_from(NASTY),
    st.lists(st.sampled_from(NASTY), min_size=2, max_size=3).map("".join),
    st.text(max_size=20),
).map(lambda text: text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass"))
_maybe = st.one_of(st.just(""), texts)
_lists = st.lists(texts, max_size=3).map(tuple)
_numbers = st.one_of(st.integers(-(10**20), 10**20), st.floats(allow_nan=False), st.just(math.nan))
_keys = st.one_of(st.text(max_size=8), st.sampled_from(NASTY))
_values: st.SearchStrategy[Value] = st.recursive(
    st.one_of(st.none(), st.booleans(), _numbers, texts),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(tuple),
        st.dictionaries(_keys, inner, max_size=3).map(lambda d: Table(tuple(d.items()))),
    ),
    max_leaves=3,
)


def _extra(level: Level) -> st.SearchStrategy[Extra]:
    known = KEYS_OF[level]
    names = _keys.filter(lambda name: name not in known)
    return st.one_of(
        st.just(()), st.dictionaries(names, _values, max_size=2).map(lambda d: tuple(d.items()))
    )


_cites = st.builds(Cite, st.sampled_from(["q0", "away"]), *[_maybe] * 4, _extra(Level.CITE))
_numbers_or_none = st.one_of(st.none(), st.floats(0, 1))
_judged = st.one_of(st.none(), st.sampled_from(Judgement))


def statements(id_: str) -> st.SearchStrategy[Statement]:
    """Give statements of that id with any fields."""
    return st.builds(
        Statement,
        st.just(id_),
        texts,
        st.sampled_from(Kind),
        title=_maybe,
        note=_maybe,
        tags=_lists,
        group=st.sampled_from(["", "g0", "away"]),
        said_by=_maybe,
        implicit=st.booleans(),
        basis=st.one_of(st.none(), st.sampled_from(Basis)),
        judgement=_judged,
        credence=_numbers_or_none,
        cites=st.lists(_cites, max_size=2).map(tuple),
        extra=_extra(Level.STATEMENT),
    )


def _relations(id_: str, premises: list[str], targets: list[str]) -> st.SearchStrategy[Relation]:
    return st.builds(
        Relation,
        st.just(id_),
        st.lists(st.sampled_from(premises), min_size=1, max_size=3).map(tuple),
        st.sampled_from(Bearing),
        st.sampled_from([target for target in targets if target != id_]),
        weight=st.one_of(st.just(1), st.floats(0, exclude_min=True, allow_infinity=False)),
        scheme=_maybe,
        rejected=st.booleans(),
        note=_maybe,
        tags=_lists,
        anonymous=st.booleans(),
        extra=_extra(Level.RELATION),
    )


_sources = st.builds(Source, st.just("q0"), *[_maybe] * 8, _extra(Level.SOURCE))
_groups = st.builds(Group, st.just("g0"), _maybe, _maybe, _maybe, extra=_extra(Level.GROUP))
_viewpoints = st.builds(
    Viewpoint,
    st.just("v0"),
    _maybe,
    _maybe,
    st.one_of(st.none(), st.sampled_from(Open)),
    st.one_of(st.none(), st.sampled_from(Ties)),
    st.dictionaries(st.sampled_from(["s0", "s1", "r0"]), st.sampled_from(Judgement)).map(
        lambda judged: tuple(judged.items())
    ),
    _extra(Level.VIEWPOINT),
)
styles = st.builds(
    Style, st.one_of(st.none(), st.sampled_from(Direction)), _maybe, _extra(Level.STYLE)
)


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    """Draw a small map with anything in it."""
    names = [f"s{n}" for n in range(draw(st.integers(0, 5)))]
    steps = [f"r{n}" for n in range(draw(st.integers(0, 5)))] if len(names) > 1 else []
    relations = [draw(_relations(step, names, [*names, *steps])) for step in steps]
    return sound(
        ArgumentMap(
            title=draw(_maybe),
            summary=draw(_maybe),
            language=draw(st.sampled_from(["", "en", "no"])),
            authors=draw(_lists),
            statements=tuple(draw(statements(name)) for name in names),
            relations=tuple(relations),
            sources=(draw(_sources),) if draw(st.booleans()) else (),
            groups=(draw(_groups),) if draw(st.booleans()) else (),
            viewpoints=(draw(_viewpoints),) if draw(st.booleans()) else (),
            style=draw(styles),
            extra=draw(_extra(Level.MAP)),
        )
    )


def sound(argument_map: ArgumentMap) -> ArgumentMap:
    """Leave out relations whose ends are not there, and name what something refers to."""
    statements_ = {s.id for s in argument_map.statements}
    relations = [r for r in argument_map.relations if statements_.issuperset(r.premises)]
    while True:
        known = statements_ | {r.id for r in relations}
        kept = [r for r in relations if r.target in known and r.target != r.id]
        if len(kept) == len(relations):
            break
        relations = kept
    meant = {r.target for r in relations}
    meant |= {id_ for v in argument_map.viewpoints for id_, _ in v.judgements}
    named = [replace(r, anonymous=r.anonymous and r.id not in meant) for r in relations]
    return replace(argument_map, relations=tuple(named))


def normal(argument_map: ArgumentMap) -> ArgumentMap:
    """Give relations without an id those that reading gives them."""
    taken = {
        item.id
        for name in SECTIONS
        for item in getattr(argument_map, name)
        if not getattr(item, "anonymous", False)
    }
    relations = []
    for relation in argument_map.relations:
        if relation.anonymous:
            made = relation_id(relation.premises, relation.bearing, relation.target, taken)
            taken.add(made)
            relations.append(replace(relation, id=made))
        else:
            relations.append(relation)
    return replace(argument_map, relations=tuple(relations))


def difference(one: Any, other: Any) -> list[str]:
    """Name the fields in which two maps differ, for a message."""
    return [f.name for f in fields(one) if getattr(one, f.name) != getattr(other, f.name)]
