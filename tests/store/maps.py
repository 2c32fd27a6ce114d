"""Maps for laws of the store: every field in use, and the nastiest texts a file must hold."""

from __future__ import annotations

import math
from dataclasses import fields, replace
from typing import Any

from hypothesis import strategies as st

from argmap.model.argument_map import (
    GONE,
    SECTIONS,
    ArgumentMap,
    Cite,
    Conflict,
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
from argmap.store.schema.keys import KEYS_OF, Level
from argmap.store.yaml.halves import whole

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
).map(whole)
_maybe = st.one_of(st.just(""), texts)
_lists = st.lists(texts, max_size=3).map(tuple)
_numbers = st.one_of(st.integers(-(10**20), 10**20), st.floats(allow_nan=False), st.just(math.nan))
_keys = st.one_of(st.text(max_size=8), st.sampled_from(NASTY)).map(whole)
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


Fields = dict[str, st.SearchStrategy[Any]]


@st.composite
def _sparse(draw: st.DrawFn, given: dict[str, Any], optional: Fields) -> dict[str, Any]:
    """Draw a few of the optional fields: any two meet sooner or later, and maps stay quick."""
    names = draw(st.lists(st.sampled_from(list(optional)), max_size=3, unique=True))
    return {**given, **{name: draw(optional[name]) for name in names}}


_STATEMENT: Fields = {
    **dict.fromkeys(("title", "note", "said_by"), texts),
    "kind": st.sampled_from(Kind),
    "tags": _lists,
    "group": st.sampled_from(["g0", "away"]),
    "implicit": st.just(value=True),
    "basis": st.sampled_from(Basis),
    "judgement": st.sampled_from(Judgement),
    "credence": st.floats(0, 1),
    "cites": st.lists(_cites, max_size=2).map(tuple),
    "extra": _extra(Level.STATEMENT),
}
_RELATION: Fields = {
    **dict.fromkeys(("scheme", "note"), texts),
    "weight": st.floats(0, exclude_min=True, allow_infinity=False),
    "rejected": st.just(value=True),
    "tags": _lists,
    "extra": _extra(Level.RELATION),
}
_SOURCE: Fields = {
    **dict.fromkeys(("title", "author", "date", "url", "file", "text", "note"), texts),
    "extra": _extra(Level.SOURCE),
}
_GROUP: Fields = {**dict.fromkeys(("title", "colour"), texts), "extra": _extra(Level.GROUP)}
_VIEWPOINT: Fields = {
    **dict.fromkeys(("title", "note"), texts),
    "open": st.sampled_from(Open),
    "ties": st.sampled_from(Ties),
    "judgements": st.dictionaries(
        st.sampled_from(["s0", "s1", "r0"]), st.sampled_from(Judgement)
    ).map(lambda judged: tuple(judged.items())),
    "extra": _extra(Level.VIEWPOINT),
}
_STYLE: Fields = {
    "direction": st.sampled_from(Direction),
    "theme": texts,
    "extra": _extra(Level.STYLE),
}
_sides = st.one_of(st.just(GONE), _values)
_conflicts = st.builds(Conflict, _maybe, _maybe, _sides, _sides, _sides, _extra(Level.CONFLICT))
_MAP: Fields = {
    **dict.fromkeys(("title", "summary"), texts),
    "language": st.sampled_from(["en", "no"]),
    "authors": _lists,
    "sources": _sparse({"id": "q0"}, _SOURCE).map(lambda fields: (Source(**fields),)),
    "groups": _sparse({"id": "g0"}, _GROUP).map(lambda fields: (Group(**fields),)),
    "viewpoints": _sparse({"id": "v0"}, _VIEWPOINT).map(lambda fields: (Viewpoint(**fields),)),
    "style": _sparse({}, _STYLE).map(lambda fields: Style(**fields)),
    "conflicts": st.lists(_conflicts, min_size=1, max_size=2).map(tuple),
    "extra": _extra(Level.MAP),
}


@st.composite
def statements(draw: st.DrawFn, id_: str) -> Statement:
    """Draw a statement of that id."""
    return Statement(**draw(_sparse({"id": id_, "text": draw(texts)}, _STATEMENT)))


@st.composite
def _relations(draw: st.DrawFn, id_: str, premises: list[str], targets: list[str]) -> Relation:
    given = {
        "id": id_,
        "premises": tuple(draw(st.lists(st.sampled_from(premises), min_size=1, max_size=3))),
        "bearing": draw(st.sampled_from(Bearing)),
        "target": draw(st.sampled_from([target for target in targets if target != id_])),
        "anonymous": draw(st.booleans()),
    }
    return Relation(**draw(_sparse(given, _RELATION)))


@st.composite
def maps(draw: st.DrawFn) -> ArgumentMap:
    """Draw a small map with anything in it."""
    names = [f"s{n}" for n in range(draw(st.integers(0, 5)))]
    steps = [f"r{n}" for n in range(draw(st.integers(0, 5)))] if len(names) > 1 else []
    relations = [draw(_relations(step, names, [*names, *steps])) for step in steps]
    given = {"statements": tuple(draw(statements(name)) for name in names)}
    fields_ = draw(_sparse({**given, "relations": tuple(relations)}, _MAP))
    return sound(ArgumentMap(**fields_))


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
    """Return relations without an id those that reading gives them."""
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
    compared = [f.name for f in fields(one) if f.compare]
    return [name for name in compared if getattr(one, name) != getattr(other, name)]
