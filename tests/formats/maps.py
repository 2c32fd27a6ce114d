"""Maps for tests of formats: generated ones with nasty texts, and a common form to compare."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from argmap.formats.losses.features import reduce
from argmap.model.argument_map import ArgumentMap, Cite, Group, Relation, Source, Statement
from argmap.model.kinds import Basis, Bearing, Judgement, Kind
from argmap.model.natural_kind import with_natural_kinds
from argmap.model.walk import roots

NASTY = (
    "- minus", "+ plus", "* star", "# hash", "1. one", "1) one", "Pro: x", "Con:", "con: y", "\\",
    "\\- x", "[a]", "[a]: b", "<b>", "<b>: c", "a]: b", "(1) p", "---", "----", "===", "====\nx",
    "// no comment", "/* c */", "<!-- c -->", "{a: b}", "} x", "{", "x*y*z", "_a_b_", "@[t]",
    "#tag", "#(tag x)", ":x:", ".x.", "http://a.b/c_d", "-> See 1.2.", "1.1. Pro: x", "Sources:",
    "[1]", "a\nb", "a\n\nb", " lead", "trail ", "a\tb", "tab\t", "é ü 漢字 😀", "\u2028x", "x\x0by",
    "\x01", "\r", "a\r\nb", "&amp; <i>", '"quoted"', "'", "a,b;c", "]]>", "<![CDATA[", "null",
    "true", "1", "0x1", "~", "%", "${x}", "\u00a0x", "\ufeff", "x\u0085y", "- x\n  - y", "-->",
    "RA", "None", "=1+1", "\\n", '\\"', "a -> See 1.1.", "`code`", "~~~", "|a|b|", "> quote", "",
    "[x](http://y)", "\\(x\\)", "Thesis: t", "<_ x", ">< x", "_ x", "arg(a).", "[]", "<>", "x:",
    "said\n[1] so\n\n  Sources:\n[2]", "\\[1] x\n\\\\[2]", " a \n\tb ", "Discussion Name:\nx",
)  # fmt: skip

_letters = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
texts = st.one_of(
    st.sampled_from(NASTY),
    st.lists(st.sampled_from(NASTY), min_size=2, max_size=3).map(" ".join),
    st.lists(st.sampled_from(NASTY), min_size=2, max_size=3).map("".join),
    _letters,
)
ADDRESSES = (
    "https://example.org/a?b=[1]&c=(d)#e_f", "HTTP://Example.ORG/", "https://a.b/x y\\z", "http://",
    "https://a.b/\nhttps://c.d/", "doi:10.1000/1", "[3] https://a.b/", "ftp://a.b",
    " https://a.b/ ",
)  # fmt: skip

_maybe = st.one_of(st.just(""), texts)
_places = st.one_of(st.just(""), st.just(""), texts)
_addresses = st.one_of(_maybe, st.sampled_from(ADDRESSES))
_tags = st.lists(texts.filter(str.strip), max_size=2, unique=True).map(tuple)


@st.composite
def maps(draw: st.DrawFn, *, attacks_only: bool = False) -> ArgumentMap:
    """Draw a map of up to 6 statements with relations of every shape, and every field in use."""
    count = draw(st.integers(0, 6))
    groups = tuple(
        Group(f"g{n}", draw(texts), note=draw(_maybe)) for n in range(draw(st.integers(0, 2)))
    )
    sources = tuple(
        Source(f"q{n}", title=draw(_maybe), url=draw(_addresses), author=draw(_maybe))
        for n in range(draw(st.integers(0, 3)))
    )
    statements = tuple(
        _statement(draw, f"s{n}", groups, sources, plain=attacks_only) for n in range(count)
    )
    relations: list[Relation] = []
    for number in range(draw(st.integers(0, 6)) if count > 1 else 0):
        relations.append(_relation(draw, number, count, relations, plain=attacks_only))
    argument_map = ArgumentMap(
        title=draw(_maybe),
        summary=draw(_maybe),
        statements=statements,
        relations=tuple(relations),
        sources=sources,
        groups=groups,
    )
    return with_natural_kinds(argument_map) if draw(st.booleans()) else argument_map


def _statement(
    draw: st.DrawFn,
    id_: str,
    groups: tuple[Group, ...],
    sources: tuple[Source, ...],
    *,
    plain: bool,
) -> Statement:
    if plain or draw(st.booleans()):
        return Statement(id_, draw(texts))
    names = st.sampled_from([source.id for source in sources] or [""])
    cites = draw(st.lists(st.builds(Cite, names, _maybe, _places, _places, _places), max_size=3))
    return Statement(
        id_,
        draw(texts),
        draw(st.sampled_from(Kind)),
        title=draw(_maybe),
        note=draw(_maybe),
        tags=draw(_tags),
        group=draw(st.sampled_from(["", *(g.id for g in groups)])),
        said_by=draw(_maybe),
        implicit=draw(st.booleans()),
        basis=draw(st.sampled_from([None, *Basis])),
        judgement=draw(st.sampled_from([None, *Judgement])),
        credence=draw(st.sampled_from([None, 0.0, 0.25, 1.0])),
        cites=tuple(cites) if sources else (),
    )


def _relation(
    draw: st.DrawFn, number: int, count: int, before: list[Relation], *, plain: bool
) -> Relation:
    ids = [f"s{n}" for n in range(count)]
    premises = draw(
        st.lists(st.sampled_from(ids), min_size=1, max_size=1 if plain else 3, unique=True)
    )
    bearing = Bearing.ATTACKS if plain else draw(st.sampled_from(Bearing))
    target = draw(st.sampled_from(ids + ([] if plain else [r.id for r in before])))
    relation = Relation(f"r{number}", tuple(premises), bearing, target)
    if plain or draw(st.booleans()):
        return relation
    return replace(
        relation,
        weight=draw(st.sampled_from([1, 2, 5, 0.5, 7])),
        scheme=draw(_maybe),
        rejected=draw(st.booleans()),
        note=draw(_maybe),
        tags=draw(_tags),
    )


def canonical(argument_map: ArgumentMap) -> ArgumentMap:
    """Return the map from its roots down, with ids that only tell that order.

    The order of what bears on one target counts, and the order of roots; not that of relations
    on different targets.
    """
    names: dict[str, str] = {"": ""}
    starts = [*roots(argument_map), *argument_map.statements]
    waiting = [statement.id for statement in reversed(starts)]
    while waiting:
        id_ = waiting.pop()
        if id_ in names:
            continue
        names[id_] = f"n{len(names):05}"
        relation = argument_map.relation_by_id.get(id_)
        below = [*(relation.premises if relation else ())]
        below += [on.id for on in argument_map.relations_on(id_)]
        waiting += reversed(below)
    statements = sorted(argument_map.statements, key=lambda s: names[s.id])
    for statement in statements:
        names.setdefault(statement.group, f"g{len(names):05}")
        for cite in statement.cites:
            names.setdefault(cite.source, f"q{len(names):05}")
    for id_ in (*argument_map.group_by_id, *argument_map.source_by_id):
        names.setdefault(id_, f"z{len(names):05}")
    return replace(
        argument_map,
        statements=tuple(
            replace(
                s,
                id=names[s.id],
                group=names[s.group],
                cites=tuple(replace(c, source=names[c.source]) for c in s.cites),
            )
            for s in statements
        ),
        relations=tuple(
            replace(
                r,
                id=names[r.id],
                premises=tuple(names[p] for p in r.premises),
                target=names[r.target],
                anonymous=False,
            )
            for r in sorted(argument_map.relations, key=lambda r: names[r.id])
        ),
        groups=tuple(
            sorted((replace(g, id=names[g.id]) for g in argument_map.groups), key=lambda g: g.id)
        ),
        sources=tuple(
            sorted((replace(s, id=names[s.id]) for s in argument_map.sources), key=lambda s: s.id)
        ),
    )


def held(argument_map: ArgumentMap, holds: frozenset[str]) -> ArgumentMap:
    """Return what is left of a map in a format, in the form to compare."""
    return canonical(reduce(argument_map, holds)[0])
