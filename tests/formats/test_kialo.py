"""Kialo's two dialects, in files of our own: those of Kialo's users may not be passed on."""

from __future__ import annotations

from argmap.formats.convert import loads
from argmap.model.kinds import Bearing

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


def test_a_link_to_nothing_is_a_problem_with_its_line() -> None:
    imported = loads("Discussion Title: T\n\n1. A\n1.1. Pro: -> See 4.\n", file="k.txt")
    assert [str(p.where) for p in imported.problems] == ["k.txt:4:1"]


def test_links_in_a_circle_end() -> None:
    text = "Discussion Title: T\n\n1. A\n1.1. Pro: -> See 1.2.\n1.2. Pro: -> See 1.1.\n"
    assert len(loads(text, "kialo").problems) == 2
