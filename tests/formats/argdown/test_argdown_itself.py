"""Our reader and writer beside Argdown's own, over generated documents and generated maps.

It takes `npm install @argdown/core`, and ARGMAP_NODE_MODULES to name the folder; else it skips.
"""

from __future__ import annotations

from itertools import count
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argmap.formats.argdown.parser import parse
from argmap.formats.losses.features import reduce
from argmap.formats.table import by_name
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Bearing
from tests.formats.argdown.comparison import ours, said, theirs
from tests.formats.maps import maps

collecting = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# What we write


def test_argdown_reads_back_what_we_write(models: Any) -> None:
    row = by_name("argdown")
    written: list[tuple[ArgumentMap, str]] = []

    @collecting
    @given(maps())
    def collect(argument_map: ArgumentMap) -> None:
        if argument_map.statements:  # Argdown fails on an empty file
            held, _ = reduce(argument_map, row.holds)
            written.append((held, "".join(row.write(held) if row.write else "")))

    collect()
    found = models([text for _, text in written])
    for (argument_map, text), model in zip(written, found, strict=True):
        assert model["errors"] == [], text
        for statement in argument_map.statements:
            assert said(model["statements"][statement.id]) == statement.text
        edges = {(kind, start[1], end[1]) for kind, start, end in model["relations"]}
        for relation in argument_map.relations:
            if relation.id in model["arguments"] or relation.target in relation.premises:
                continue  # of those of a thing with itself Argdown loses some
            kind = {Bearing.SUPPORTS: "support", Bearing.ATTACKS: "attack"}[relation.bearing]
            assert (kind, *relation.premises, relation.target) in edges or any(
                (edge[0], edge[1]) == ("undercut", *relation.premises) for edge in edges
            ), text


# What we read

TITLES = ["a", "b", "c", "d e", "Q!"]
ARGUMENTS = ["x", "y", "z w"]
WORDS = [
    *("one", "two words", "*it* then", "**bold**, yes", "a \\* b", "see @[a] said", "see @<x> too"),
    *("[link](http://x.y) there", "end. Now", "tail #tag", "#(two tags) #t2", "1.5", "o'clock"),
    *("a - b", "c + d", "q (p) q", "é 漢", "colon: x", "c /* cm */ d", "e // cm", "<!-- cm --> f"),
    *("h \\[i\\]", "n:o", ".x .y", "_i t_ j", "__b b__", "100 %", "x -> y"),
    *(".->. q", "a :up: b", "(p.v.q)"),
]  # fmt: skip
DATA = ["", "", " {k: 1}", " {isInGroup: true}", " {isInGroup: false}", " {isCanonical: true}"]
SYMBOLS = ["+", "-", "<+", "<-", "+>", "->", "><"]
INFERENCES = ["----", "-----", "-- mp --", "-- mp, ds --", "--\nmp\n--", "--\nmp {k: 1}\n--"]
HEADS = ["", "", "===\ntitle: T\n===\n\n", "===\nmodel:\n  mode: strict\n===\n\n"]


class Author:
    """Draws a document, of every kind of block; what has no title is told apart by its number."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.numbers = count()

    def any(self, choices: list[str]) -> str:
        return self.draw(st.sampled_from(choices))

    def words(self) -> str:
        return " ".join(self.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3)))

    def untitled(self) -> str:
        return f"u{next(self.numbers)} {self.any(WORDS)}"

    def statement(self) -> str:
        title = self.any(TITLES)
        forms = [
            f"[{title}]: {self.words()}{self.any(DATA)}",
            f"[{title}]:{self.words()}\n      more {self.words()}",
            f"[{title}]",
            f"[{title}] #tg{self.any(DATA)}",
            self.untitled(),
        ]
        return self.any(forms)

    def argument(self) -> str:
        title = self.any(ARGUMENTS)
        return self.any(
            [f"<{title}>: {self.words()}{self.any(DATA)}", f"<{title}>", f"<{title}> #t"]
        )

    def relations(self, indent: int, depth: int = 0) -> list[str]:
        """Draw relations; titles that they define are new, as Argdown takes them out of order."""
        lines = []
        for _ in range(self.draw(st.integers(0, 2)) if depth < 3 else 0):
            symbol = self.any(SYMBOLS)
            ends = [
                f"[{self.any(TITLES)}]",
                f"[n{next(self.numbers)}]: {self.words()}",
                self.untitled(),
            ]
            ends += [] if symbol == "><" else [f"<{self.any(ARGUMENTS)}>"]
            lines.append(f"{' ' * indent}{symbol} {self.any(ends)}")
            lines += self.relations(indent + self.draw(st.sampled_from([1, 2, 4])), depth + 1)
        return lines

    def heading(self) -> list[str]:
        return [
            "#" * self.draw(st.integers(1, 3)) + f" H{next(self.numbers)}{self.any(['', ' more'])}"
        ]

    def tree(self) -> list[str]:
        return [self.any([self.statement(), self.argument()]), *self.relations(2)]

    def items(self) -> list[str]:
        lines = []
        for number in range(self.draw(st.integers(1, 3))):
            text = self.statement().replace("\n      ", " ")
            lines.append(f"{self.any(['*', f'{number}.'])} {text}" if number else f"* {text}")
            lines += self.relations(4)
        return lines

    def steps(self) -> list[str]:
        lines = (
            [f"<p{next(self.numbers)}>", *self.relations(2), ""] if self.draw(st.booleans()) else []
        )
        numbers = count(1)
        for _ in range(self.draw(st.integers(1, 2))):
            for _ in range(self.draw(st.integers(1, 2))):
                lines += [f"({next(numbers)}) {self.statement()}", *self.relations(4, 2)]
            lines.append(self.any(INFERENCES))
            lines += self.any(["", f"    <_ [{self.any(TITLES)}]", "    _ <y>"]).splitlines()
            lines += [f"({next(numbers)}) {self.statement()}", *self.relations(4, 2)]
        return lines


@st.composite
def documents(draw: st.DrawFn) -> str:
    author = Author(draw)
    kinds = st.sampled_from([author.heading, author.tree, author.tree, author.items, author.steps])
    drawn = [kind() for kind in draw(st.lists(kinds, min_size=1, max_size=3))]
    return author.any(HEADS) + "\n\n".join("\n".join(block) for block in drawn) + "\n"


def test_we_read_what_argdown_reads(models: Any) -> None:
    texts: list[str] = []

    @collecting
    @given(documents())
    def collect(text: str) -> None:
        texts.append(text)

    collect()
    read = [
        (text, model)
        for text, model in zip(texts, models(texts), strict=True)
        if not model["errors"]
    ]
    assert len(read) > 40
    for text, model in read:
        mine, its = ours(parse(text)), theirs(model)
        for part in its:
            assert mine[part] == its[part], text
