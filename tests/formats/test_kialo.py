"""Kialo's two dialects, in files of our own: those of Kialo's users may not be passed on."""

from __future__ import annotations

import pytest

from argmap.formats.convert import dumps, loads
from argmap.model.argument_map import ArgumentMap, Cite, Relation, Source, Statement
from argmap.model.kinds import Bearing, Kind
from tests.formats.maps import ADDRESSES, NASTY

OLD = """Discussion Title: Should the pool open?

1. The pool should open on Sundays \\(all year\\).
1.1. Pro: People [asked](https://example.org/a\\)b) for it.
1.1.1. Con: They were few.
And they live elsewhere.
1.2. Con: -> See 1.1.1.
1.3. Con: -> See discussion #12: Staff
"""

NEW = """Discussion Name:\r
Pool\r
\r
1. Question:\r
What should be done? \r
\r
  1.1. Thesis:\r
  Open it. [1]\r
\r
    1.1.1. Pro:\r
    Healthy. [2][1]\r
\r
    1.1.2. Con:\r
    -> See 1.2.1.\r
\r
  1.2. Thesis:\r
  Close it.\r
\r
    1.2.1. Pro:\r
    Cheap. [9]\r
\r
Sources:\r
\r
[1] https://example.org/report\r
the pool is\r
well used\r
\r
[2] A doctor\r
"""


def test_the_old_dialect() -> None:
    imported = loads(OLD, file="x.txt")
    m = imported.argument_map
    assert m.title == "Should the pool open?"
    assert [s.text for s in m.statements] == [
        "The pool should open on Sundays (all year).",
        "People asked for it.",
        "They were few.\nAnd they live elsewhere.",
        "-> See discussion #12: Staff",
    ]
    few = m.statements[2].id
    assert [(r.bearing, r.target) for r in m.relations_of(few)] == [
        (Bearing.ATTACKS, m.statements[1].id),
        (Bearing.ATTACKS, m.statements[0].id),
    ]
    assert m.sources[0].url == "https://example.org/a)b"
    assert [str(loss) for loss in imported.losses] == ["links to other discussions (1): 12: Staff"]


def test_the_dialect_of_now_with_footnotes() -> None:
    imported = loads(NEW.encode(), file="x.txt")
    m = imported.argument_map
    assert imported.problems == ()
    assert m.title == "Pool"
    texts = ["What should be done?", "Open it.", "Healthy.", "Close it.", "Cheap. [9]"]
    assert [s.text for s in m.statements] == texts
    report, doctor = m.sources
    assert (report.url, doctor.title) == ("https://example.org/report", "A doctor")
    assert [c.quote for c in m.statements[2].cites] == ["", "the pool is\nwell used"]
    assert len(m.relations_of(m.statements[4].id)) == 2
    assert [loss.ids for loss in imported.losses] == [("1.1.", "1.2.")]


def discussion(*lines: str) -> str:
    return "\n".join(["Discussion Name:", "T", "", *lines])


def told(text: str) -> list[str]:
    """Return what is lost and what is wrong, the latter with its line."""
    found = loads(text, "kialo")
    problems = [f"{problem.where.line}: {problem.message}" for problem in found.problems]
    return [*map(str, found.losses), *problems]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([], []),
        (["Welcome!", "1. A"], ["lines before the first claim (1): line 4"]),
        (["1. A [1]", "Sources:", "see", "[1] B"], ["lines before the first source (1): line 6"]),
        (["1. A", "Sources:", "[1] B", "[2] C"],
         ["footnotes that no claim refers to (2): [1], [2]"]),
        (["1. Question:", "Q", "1.1. Thesis:", "A"],
         ["that a thesis answers a question (1): 1.1."]),
        (["1. A", "1.1. B"], ["5: The claim 1.1. is neither a pro nor a con."]),
        (["1. A", "1.1. Pro: -> See 1.2."],
         ["5: “-> See 1.2.” does not name a claim of this file."]),
        (["1. A", "1.1. Pro: -> see discussion 7"], ["links to other discussions (1): 7"]),
    ],
)  # fmt: skip
def test_what_a_map_cannot_take_over_is_told(lines: list[str], expected: list[str]) -> None:
    assert told(discussion(*lines)) == expected


def test_a_file_without_a_name_or_a_claim_is_told() -> None:
    assert told("Some words.\n") == [
        "lines before the first claim (1): line 1",
        "1: There is no numbered claim in this file.",
    ]


@pytest.mark.parametrize(
    ("lines", "texts"),
    [
        (["1. A", "2. B"], ["A", "B"]),
        (["1. A", "1. B"], ["A\n1. B"]),
        (["1. A", "", "3.1. Pro: B", " more "], ["A\n\n3.1. Pro: B\nmore"]),
        (["  1. Thesis:", "  A \\*b\\* \\(c\\)", ""], ["A *b* (c)"]),
        (["1. A [1], B [2]", "Sources:", "[1] S"], ["A, B [2]"]),
        (["1. A [1](x) \\[1\\]", "Sources:", "[1] S"], ["A [1](x) [1]"]),
        (["1. [1] A", "Sources:", "[1] S"], ["A"]),
        (["1. Sources:", "Sources:", "[1] S"], ["Sources:"]),
        (["1. A", "1.5 million B"], ["A\n1.5 million B"]),
        (["1. Thesis:", "A", "2. B"], ["A\n2. B"]),
        (["1. Thesis:", "A", "1.1. Con:", "7.5 B", "2. C"], ["A", "7.5 B\n2. C"]),
    ],
)
def test_what_belongs_to_a_claim(lines: list[str], texts: list[str]) -> None:
    found = loads(discussion(*lines), "kialo").argument_map
    assert [s.text for s in found.statements] == texts


@pytest.mark.parametrize(
    ("lines", "url", "title", "quote"),
    [
        (["[1] https://a.b/c"], "https://a.b/c", "", ""),
        (["[1]  HTTPS://a.b "], "HTTPS://a.b", "", ""),
        (["  [1]", "  a ", "", " b", ""], "", "", "a\n\nb"),
        (["[1] A book, p. 3", "x", "[1] y"], "", "A book, p. 3", "x\n[1] y"),
        (["[1] ftp://a.b", r"\[2] y", r"\\[3]", r"\x"], "", "ftp://a.b", "[2] y\n\\[3]\n\\x"),
    ],
)
def test_a_footnote_is_an_address_or_a_title_with_a_quote(
    lines: list[str], url: str, title: str, quote: str
) -> None:
    m = loads(discussion("1. A [1]", "Sources:", *lines), "kialo").argument_map
    assert [(s.url, s.title) for s in m.sources] == [(url, title)]
    assert m.statements[0].cites == (Cite(m.sources[0].id, quote),)


CITING = ArgumentMap(
    title="Pool",
    statements=(
        Statement("a", "Open it.", cites=(Cite("paper", "we, the\n[1] undersigned", at="p. 1"),)),
        Statement(
            "b", "It is healthy [1].", Kind.PREMISE, cites=(Cite("web"), Cite("paper", "healthy"))
        ),
        Statement("c", "Sources:", Kind.REBUTTAL, cites=(Cite("web"), Cite("web"))),
    ),
    relations=(
        Relation("r", ("b",), Bearing.SUPPORTS, "a"),
        Relation("u", ("c",), Bearing.ATTACKS, "r"),
    ),
    sources=(
        Source("paper", title="A  petition", author="Residents"),
        Source("web", title="Swimming", url="https://example.org/[1](x)"),
        Source("never", title="Not cited"),
    ),
)

WRITTEN = r"""Discussion Name:
Pool

1. Thesis:
Open it. [1]

  1.1. Pro:
  It is healthy \[1\]. [2][3]

    1.1.1. Con:
    Sources\: [2][2]

Sources:

[1] A petition
we, the
\[1] undersigned

[2] https://example.org/[1](x)

[3] A petition
healthy
"""


def test_sources_are_written_as_footnotes_and_read_again() -> None:
    written = dumps(CITING, "kialo")
    assert written.text == WRITTEN
    assert [(loss.what.partition(" (")[0], loss.ids) for loss in written.losses] == [
        ("sources beyond a web address or a title, and those that nothing cites",
         ("paper", "web", "never")),
        ("places in sources, and words around quotes", ("a",)),
        ("undercuts and backings", ("u",)),
    ]  # fmt: skip
    m = loads(written.text, "kialo").argument_map
    assert [(s.text, [c.quote for c in s.cites]) for s in m.statements] == [
        ("Open it.", ["we, the\n[1] undersigned"]),
        ("It is healthy [1].", ["", "healthy"]),
        ("Sources:", ["", ""]),
    ]
    assert [(s.title, s.url) for s in m.sources] == [
        ("A petition", ""),
        ("", "https://example.org/[1](x)"),
    ]
    assert dumps(m, "kialo").text == written.text
    assert dumps(m, "kialo").losses == ()


@pytest.mark.parametrize("words", [*NASTY, *ADDRESSES], ids=repr)
def test_no_words_of_a_source_or_quote_are_taken_for_markup(words: str) -> None:
    cites = (Cite("q", words), Cite("q", f"x\n{words}\ny"), Cite("q"))
    statements = (Statement("a", "A", cites=cites), Statement("b", words or "B", cites=cites[:1]))
    given = ArgumentMap(statements=statements, sources=(Source("q", title=words),))
    found = loads(dumps(given, "kialo").text, "kialo")
    m = found.argument_map
    assert (found.problems, found.losses, len(m.statements), len(m.sources)) == ((), (), 2, 1)
    quotes = [[line.strip() for line in c.quote.split("\n")] for c in m.statements[0].cites]
    lines = [line.strip() for line in words.split("\n")]
    assert quotes[1] == ["x", *lines, "y"]
    assert m.statements[1].cites == m.statements[0].cites[:1]


def test_a_map_without_a_title_is_a_discussion_without_a_name() -> None:
    given = ArgumentMap(statements=(Statement("a", "1. Thesis: A"),))
    written = dumps(given, "kialo")
    assert written.text == "Discussion Name:\n\n\n1. Thesis:\n1\\. Thesis: A\n\n"
    found = loads(written.text, "kialo").argument_map
    assert (found.title, [s.text for s in found.statements]) == ("", ["1. Thesis: A"])


def test_a_claim_in_its_second_place_and_a_circle_are_links() -> None:
    ids = "abc"
    pairs = [("b", "a"), ("c", "a"), ("c", "b"), ("a", "c")]
    given = ArgumentMap(
        statements=tuple(Statement(id_, id_.upper()) for id_ in ids),
        relations=tuple(
            Relation(f"r{n}", (p,), Bearing.SUPPORTS, t) for n, (p, t) in enumerate(pairs)
        ),
    )
    text = dumps(given, "kialo").text
    assert [line.strip() for line in text.split("\n") if "See" in line] == [
        "-> See 1.",
        "-> See 1.1.1.",
    ]
    m = loads(text, "kialo").argument_map
    there = {(r.premises[0], r.target) for r in m.relations}
    assert there == {(p, t) for p, t in pairs}


def test_a_link_to_nothing_is_a_problem_with_its_line() -> None:
    imported = loads("Discussion Title: T\n\n1. A\n1.1. Pro: -> See 4.\n", file="k.txt")
    assert [str(p.where) for p in imported.problems] == ["k.txt:4:1"]


def test_links_in_a_circle_end() -> None:
    text = "Discussion Title: T\n\n1. A\n1.1. Pro: -> See 1.2.\n1.2. Pro: -> See 1.1.\n"
    assert len(loads(text, "kialo").problems) == 2


def test_what_stands_before_the_name_is_told() -> None:
    text = "Exported by hand\n\nDiscussion Name:\nT\n\n1. Thesis:\nA\n"
    assert told(text) == ["lines before the first claim (1): line 1"]
    assert loads(text, "kialo").argument_map.title == "T"
