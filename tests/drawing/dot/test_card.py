"""A card says its role, its text, who says it and where, and nothing leaves its lines."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.drawing import theme
from argmap.drawing.dot.card import (
    LONG,
    NARROWEST,
    PADDING,
    ROLE,
    SHORT,
    SMALL,
    TEXT,
    WIDE,
    WIDER,
    card,
)
from argmap.drawing.marks import UNMARKED, Mark
from argmap.drawing.text.measure import width
from argmap.model.argument_map import ArgumentMap, Cite, Source, Statement
from argmap.model.kinds import Kind
from tests.drawing.maps import TEXTS

LIGHT = theme.load("light")
EMPTY = ArgumentMap()
SOURCES = ArgumentMap(sources=(Source("q", title="The petition"),))


def table(html: str) -> ET.Element:
    """Read a label as a table; it must be well-formed."""
    assert (html[0], html[-1]) == ("<", ">")
    return ET.fromstring(html[1:-1])  # noqa: S314 - our own


def lines(html: str) -> list[str]:
    """Return the text of each row, its words apart."""
    rows = [row for row in table(html).findall("tr") if not is_space(row)]
    inks = [list(row.iter("font")) for row in rows]
    return [" | ".join("".join(font.itertext()) for font in ink) for ink in inks]


def is_space(row: ET.Element) -> bool:
    """Whether a row is lower than any line, being the space over the next one."""
    return all(float(cell.get("height", "99")) < 9 for cell in row.findall("td"))


def drawn(
    statement: Statement, mark: Mark = UNMARKED, *, titles: bool = False, of: ArgumentMap = EMPTY
) -> str:
    return card(of, statement, LIGHT, mark, titles=titles).label


OPEN = Statement("a", "The pool should open.", Kind.CLAIM)


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        (OPEN, ["CLAIM", "The pool should open."]),
        (replace(OPEN, kind=Kind.PREMISE), ["PREMISE", "The pool should open."]),
        (replace(OPEN, kind=Kind.REBUTTAL), ["REBUTTAL", "The pool should open."]),
        (replace(OPEN, implicit=True), ["CLAIM · UNSTATED", "The pool should open."]),
        (replace(OPEN, said_by="Ann"), ["CLAIM", "The pool should open.", "Ann"]),
        (replace(OPEN, text="One.\nTwo."), ["CLAIM", "One.", "Two."]),
        (replace(OPEN, text=""), ["CLAIM", ""]),
        (replace(OPEN, title="Pool"), ["CLAIM", "The pool should open."]),
    ],
)
def test_what_a_card_says(statement: Statement, expected: list[str]) -> None:
    assert lines(drawn(statement)) == expected


@pytest.mark.parametrize(
    ("said_by", "line"), [("", ["The petition"]), ("Ann", ["Ann, The petition"])]
)
def test_who_says_it_and_where_stands_below_the_text(said_by: str, line: list[str]) -> None:
    statement = replace(OPEN, said_by=said_by, cites=(Cite("q"),))
    assert lines(drawn(statement, of=SOURCES))[2:] == line


def test_of_many_sources_two_lines_are_shown() -> None:
    statement = replace(OPEN, said_by="Somebody with a long name, " * 9)
    *_, first, second = lines(drawn(statement))
    assert len(lines(drawn(statement))) == 4
    assert second.endswith("long…")
    assert width(second, SMALL) <= WIDE
    assert first.startswith("Somebody")


@pytest.mark.parametrize(
    ("title", "text", "shown"),
    [
        ("Pool", "The pool should open.", "Pool"),
        ("", "The pool should open.", "The pool should open."),
        ("", "The pool\nshould  open.", "The pool should open."),
        ("", "x" * SHORT, "x" * SHORT),
        ("", "x" * (SHORT + 1), "x" * (SHORT - 1) + "…"),
        ("", "word " * 20, ("word " * 14).strip() + "…"),
        ("", "👩‍👩‍👧" * 30, "👩‍👩‍👧" * 14 + "…"),
    ],
)
def test_titles_stand_for_texts(title: str, text: str, shown: str) -> None:
    statement = replace(OPEN, title=title, text=text, said_by="Ann")
    role, *rest = lines(drawn(statement, titles=True))
    assert role == "CLAIM"
    assert "".join("".join(rest).split()) == "".join(shown.split())
    assert "Ann" not in rest


def test_a_badge_stands_at_the_end_of_the_line_of_the_role() -> None:
    marked = drawn(OPEN, Mark(badge="accepted", line="accepted"))
    assert lines(marked)[0] == "CLAIM | accepted"
    first = table(marked).find("tr")
    assert first is not None
    role, badge = first.iter("font")
    assert role.get("color") == LIGHT.lines["claim"]
    assert badge.get("color") == LIGHT.lines["accepted"]


def test_what_is_folded_away_is_counted() -> None:
    assert lines(drawn(OPEN, Mark(hidden=3)))[-1] == "▸ 3 hidden"


def test_what_steps_back_is_muted_as_a_whole() -> None:
    statement = replace(OPEN, said_by="Ann")
    fonts = table(drawn(statement, Mark(faint=True, badge="x"))).iter("font")
    assert {font.get("color") for font in fonts} == {LIGHT.muted}


def test_cards_of_several_lines_are_equally_wide_and_those_of_long_texts_wider() -> None:
    def widest(text: str) -> int:
        cells = table(drawn(replace(OPEN, text=text))).iter("td")
        return max(int(cell.get("width", "0")) for cell in cells)

    assert widest("Short.") == NARROWEST
    assert NARROWEST < widest("A little longer than that.") < WIDE
    assert widest("word " * 20) == widest("word " * 40) == WIDE
    assert widest("word " * (LONG // 5 + 1)) == WIDER


def test_a_card_is_as_large_as_its_lines_and_their_padding() -> None:
    one = card(EMPTY, replace(OPEN, text="word " * 20), LIGHT, UNMARKED, titles=False)
    count = len(lines(one.label)) - 1
    assert one.size == (WIDE + 2 * PADDING, ROLE.height + count * TEXT.height + 2 * PADDING)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, TEXTS, st.booleans())
def test_every_line_has_the_width_that_was_measured_and_every_row_that_of_the_card(
    text: str, said_by: str, badge: str, titles: bool
) -> None:
    statement = Statement("a", text, said_by=said_by, implicit=True)
    rows = table(drawn(statement, Mark(badge=badge, hidden=1), titles=titles)).findall("tr")
    widths = set()
    for one in rows:
        cells = [cell for cell in one.iter("td") if cell.get("width")]
        assert all(cell.get("fixedsize") == "true" for cell in cells)
        widths.add(sum(int(cell.get("width", "0")) for cell in cells))
        for cell in cells:
            line = "".join(cell.itertext()).replace("\\\\", "\\")
            size = (
                float(font.get("point-size", "0")) if (font := cell.find("font")) is not None else 0
            )
            if size == TEXT.size:
                assert width(line, TEXT) <= int(cell.get("width", "0"))
    assert len(widths) == 1


@pytest.mark.parametrize(
    ("text", "ink"),
    [
        ("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"),
        ('"quotes" & more', "&quot;quotes&quot; &amp; more"),
        (r"\N \l \G", r"\\N \\l \\G"),
        ("&amp;", "&amp;amp;"),
    ],
)
def test_text_is_data(text: str, ink: str) -> None:
    assert f">{ink}</font>" in drawn(replace(OPEN, text=text))


def test_where_a_card_goes_on_is_its_last_line() -> None:
    said = lines(drawn(Statement("a", "One."), Mark(hidden=2, see="→ page 3")))
    assert said[-2:] == ["▸ 2 hidden", "→ page 3"]


def test_what_is_said_of_sources_keeps_clear_of_the_text() -> None:
    said = card(EMPTY, replace(OPEN, said_by="Ann"), LIGHT, UNMARKED, titles=False)
    _, text, source = said.letters
    descent, ascent = 0.22 * TEXT.size, 0.72 * SMALL.size
    assert source.y - ascent - (text.y + descent) >= 3
    assert said.size[1] == ROLE.height + TEXT.height + SMALL.height + 2 * PADDING
