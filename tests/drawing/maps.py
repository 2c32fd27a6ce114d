"""Maps to draw: one with everything, one as the format's page has it, and hostile ones."""

from __future__ import annotations

from hypothesis import strategies as st

from argmap.model.argument_map import ArgumentMap, Cite, Group, Relation, Source, Statement
from argmap.model.kinds import Bearing, Kind


def said(id_: str, text: str, kind: Kind = Kind.PREMISE, group: str = "") -> Statement:
    return Statement(id_, text, kind, group=group)


def tie(id_: str, premises: str, target: str, bearing: Bearing = Bearing.SUPPORTS) -> Relation:
    return Relation(id_, tuple(premises.split()), bearing, target)


POOL = ArgumentMap(
    title="Should the pool open on Sundays?",
    language="en",
    statements=(
        said("open-sundays", "The pool should open on Sundays.", Kind.CLAIM),
        Statement(
            "demand",
            "Two hundred residents asked for it.",
            Kind.PREMISE,
            said_by="The council",
            cites=(Cite("petition", quote="we, the undersigned"),),
        ),
        Statement(
            "asked-is-enough",
            "What two hundred residents ask for should be done.",
            Kind.PREMISE,
            implicit=True,
        ),
        said("cost", "Staff cost doubles on Sundays.", Kind.REBUTTAL),
        said("volunteers", "Volunteers will staff it.", Kind.REBUTTAL),
    ),
    relations=(
        tie("r1", "demand asked-is-enough", "open-sundays"),
        tie("r2", "cost", "open-sundays", Bearing.ATTACKS),
        tie("r3", "volunteers", "r2", Bearing.ATTACKS),
    ),
    sources=(Source("petition", title="Petition to the town council"),),
)

FRAMED = ArgumentMap(
    statements=(
        said("west", "The West owes an answer.", Kind.CLAIM, "moscow"),
        said("charter", "The Charter binds each state.", group="inner"),
        said("growth", "Growth strengthens the members.", group="inner"),
        said("same", "The same paragraph leaves all free.", Kind.REBUTTAL, "reply"),
        said("alone", "This hangs on nothing.", Kind.CLAIM),
    ),
    relations=(
        tie("both", "charter growth", "west"),
        tie("against", "same", "west", Bearing.ATTACKS),
    ),
    groups=(
        Group("moscow", "Moscow", colour="#0033aa"),
        Group("inner", "Treaties", parent="moscow"),
        Group("reply", "Reply", colour='red" URL="javascript:alert(1)'),
        Group("empty", "Nobody"),
    ),
)


def row_of(count: int, bearing: Bearing = Bearing.SUPPORTS) -> ArgumentMap:
    """One claim with that many premises of very different size, each with one of its own."""
    names = [f"p{number}" for number in range(count)]
    return ArgumentMap(
        statements=(
            said("claim", "The claim.", Kind.CLAIM),
            *(said(name, "word " * (1 + 7 * at % 23)) for at, name in enumerate(names)),
            *(said(f"{name}-why", "Because of this.") for name in reversed(names)),
        ),
        relations=(
            *(tie(f"{name}-r", f"{name}-why", name) for name in reversed(names)),
            *(tie(f"r-{name}", name, "claim", bearing) for name in names),
        ),
    )


INJECTIONS = (
    '"]; evil [label="x',
    "<b>bold</b>",
    "</td></tr></table>>]; evil",
    "<table><tr><td port='p' href='https://example.org'>x</td></tr></table>",
    '<img src="/etc/passwd"/>',
    "a:b:c",
    "\\N \\G \\E \\L \\n \\",
    "&amp; &#60; &lt;b&gt; &",
    "{x|y}",
    "]]> <!-- -->",
    "\x00\x07\x1b[31m \ud800 \ufdd0 \uffff",
    "\u202e right to left override",
    "العربية 中文 🇩🇪👩‍👩‍👧",
)

TEXTS = st.one_of(st.sampled_from(INJECTIONS), st.text(max_size=60))


@st.composite
def hostile_maps(draw: st.DrawFn) -> ArgumentMap:
    """Return maps whose texts, ids, titles and colours try to be code."""
    ids = draw(st.lists(TEXTS.filter(bool), min_size=1, max_size=6, unique=True))
    groups = tuple(
        Group(f"g{at}", draw(TEXTS), draw(TEXTS), parent=f"g{draw(st.integers(0, 2))}")
        for at in range(draw(st.integers(0, 2)))
    )
    statements = tuple(
        Statement(
            id_,
            draw(TEXTS),
            draw(st.sampled_from(Kind)),
            title=draw(TEXTS),
            said_by=draw(TEXTS),
            implicit=draw(st.booleans()),
            group=draw(st.sampled_from(["", "g0", "g1", "none"])),
        )
        for id_ in ids
    )
    relations: list[Relation] = []
    for number in range(draw(st.integers(0, 6))):
        premises = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True))
        targets = [*ids, *(relation.id for relation in relations)]
        target, bearing = draw(st.sampled_from(targets)), draw(st.sampled_from(Bearing))
        relations.append(Relation(f"\\r{number}<", tuple(premises), bearing, target))
    return ArgumentMap(
        title=draw(TEXTS),
        summary=draw(TEXTS),
        language=draw(TEXTS),
        statements=statements,
        relations=tuple(relations),
        groups=groups,
    )
