"""A text that is read again by the items that were touched says what it says read as a whole."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.store.file_text import TextEdit
from argmap.store.reread import Reread, reread
from argmap.store.writing.chunks import Chunk
from argmap.store.yaml.scan import MOST
from argmap.store.yaml_file import BOM, Reading, dumps, read
from tests.counting import counting
from tests.long import LONG
from tests.store.by_hand import written
from tests.store.maps import maps
from tests.store.test_edits_of_any_file import BITS, TEXTS

FILE = "a.yaml"
TOLD = """\
argmap: 1  # of May
statements:
  # the question
  - id: open
    text: The pool should open.

  - id: hot
    text: >-
      It is hot, and
      has been.
    group: why

  # apart

  - {id: cost, kind: rebuttal, text: "It costs\\
      money", cites: [{source: news}]}
  - text: |+
      A text that keeps its blank lines.

    id: kept

relations:
- from: [hot]
  supports: open
- from: [kept, cost]
  id: r
  attacks: open
  # and below
- from: [hot]
  supports: open

groups:
  - id: why
    title: 'Why it''s so'
sources: [{id: news}]
viewpoints:
  - id: mayor
    judgements: {open: rejected, r: rejected}
"""
PUT = (
    *("x", " ", "\n", "\n\n", ":", ": ", " #", "# ", "\n    # ", "\n# ", "\n  # ", "'", '"', "|"),
    *("\n    note: More.", "\n    title: |+\n      T\n\n", "\n  - id: new\n    text: New.", "- "),
    *(
        "\n    kind: premise",
        "\n      more of it",
        "\n    text: >\n      a\n\n\n",
        "\n    x-a: [1,",
        "]",
    ),
    *BITS,
)
"""What people type, and what makes another text of all that stands below it."""


def typed(text: str, chance: random.Random) -> str:
    """Return a text with something typed or deleted in it, most often behind something else."""
    at = chance.randrange(len(text) + 1)
    if chance.random() < 0.5:
        ends = [place for place, letter in enumerate(text) if letter == "\n"]
        at = chance.choice(ends) if ends else at
    cut = chance.choice((0, 0, 0, 1, 2, chance.randrange(30)))
    return text[:at] + (text[at + cut :] if cut else chance.choice(PUT) + text[at:])


def chunks(reading: Reading) -> tuple[Chunk, ...]:
    return reading.text.after(TextEdit(())).chunks


def went_by_items(before: Reading, after: Reread) -> bool:
    """Whether what stands elsewhere in the text is not what was read again, but what was there."""
    return not set(chunks(before)).isdisjoint(chunks(after.reading))


def check(before: Reading, text: str) -> Reread:
    """Check that reading a text again gives what reading it as a whole does."""
    found, whole = reread(before, text, FILE), read(text, FILE)
    reading = found.reading
    for name in ("read_only", "problems", "repairs", "offered"):
        assert getattr(reading, name) == getattr(whole, name), text
    assert dict(reading.places) == dict(whole.places), text
    assert reading.text.text() == whole.text.text(), text
    # As NaN is not equal to itself, what both say of themselves is compared.
    assert repr(reading.argument_map) == repr(whole.argument_map), text
    assert reading.argument_map.unread == whole.argument_map.unread, text
    assert list(map(repr, chunks(reading))) == list(map(repr, chunks(whole))), text
    if not reading.read_only:
        becomes = before.text.after(found.edit).text()
        assert becomes.lstrip(BOM) == reading.text.text().lstrip(BOM), text
    return found


texts = st.one_of(
    st.sampled_from((TOLD, TOLD, TOLD.replace("\n", "\r\n"), BOM + TOLD, *TEXTS)),
    maps().map(dumps),
    maps().flatmap(written),
)


@settings(deadline=None, max_examples=100 * LONG)
@given(texts, st.integers(0, 2**32))
def test_reading_the_touched_items_is_reading_the_whole(text: str, seed: int) -> None:
    chance = random.Random(seed)
    before = read(text, FILE)
    for _ in range(12):
        text = typed(before.text.text(), chance)
        after = check(before, text).reading
        # What has problems is read as a whole, so most often it is left again.
        if not after.read_only and (not after.problems or chance.random() < 0.1):
            before = after


SAFE = (
    ("open.\n", "open.\n    note: |+\n      A\n"),
    ("  - id: hot", "    # of open\n  - id: hot"),
    ("# the question", "# a question"),
    ("should open.", 'should "open'),
    ("The pool should", "The pool, I say, should"),
    ("should open.\n", "should open.\n    note: |\n      # none\n\n"),
    ("has been.", "has been.\n\n      Since May."),
    ("money", "money: much"),
    ("cost, kind: rebuttal", "cost, kind: premise"),
    ("- from: [hot]", "- from:\n    - hot"),
    ("\n  # apart\n", "\n\n  # well apart\n"),
    ("attacks: open\n", "attacks: open\n  weight: 2\n"),
    ("Why it", "How it"),
    ("hot\n    text: >-", "hot\n    text: |"),
)
UNSAFE = (
    ("text: The", 'text: "The'),
    ("cites: [", "cites: "),
    ("id: hot", "id: warm"),
    ("group: why", "group: none"),
    ("kind: rebuttal, ", ""),
    ("hot\n", "hot\n    kind: claim\n"),
    ("  id: r\n", ""),
    ("attacks: open", "supports: open"),
    ("rejected, r", "accepted, r"),
    ("open.\n", "open.\n  - id: new\n    text: New.\n"),
    ("open.\n", "open.\n    note: &a A\n"),
    ("open.\n", "open.\n    other: B\n"),
    ("open.\n", "open. #1\n"),
    ("argmap: 1", "argmap: 1\ntitle: T"),
    ("  # the question", "    # the question"),
    ("supports: open\n\n", "supports: open\n  note: |+\n    A\n\n"),
)


@pytest.mark.parametrize(("old", "new"), SAFE)
def test_items_that_stay_what_they_are_for_others_are_read_alone(old: str, new: str) -> None:
    before = read(TOLD, FILE)
    assert went_by_items(before, check(before, TOLD.replace(old, new, 1)))


@pytest.mark.parametrize(("old", "new"), UNSAFE)
def test_what_might_change_more_is_read_as_a_whole(old: str, new: str) -> None:
    text = TOLD.replace(old, new, 1)
    assert text != TOLD
    before = read(TOLD, FILE)
    assert not went_by_items(before, check(before, text))


@pytest.mark.parametrize(
    "told", ["x: 1\n", "conflicts: [{id: a}]\n", "x-a: &a 1\n", 'x-a: "\\ud83d\\ude00"\n']
)
def test_what_had_problems_is_read_as_a_whole(told: str) -> None:
    before = read(TOLD + told, FILE)
    assert not before.read_only
    changed = (TOLD + told).replace("should open", "must open")
    assert not went_by_items(before, check(before, changed))


def test_a_map_with_a_conflict_is_read_as_a_whole_though_nothing_is_told_of_it() -> None:
    told = TOLD + "conflicts: [{id: hot, key: text, ours: A, theirs: B}]\n"
    before = replace(read(told, FILE), problems=())
    assert not went_by_items(before, check(before, told.replace("should open", "must open")))


def test_a_name_of_nothing_hinders_nobody() -> None:
    before = read(TOLD.replace("  - id: why", "  - id: how"), FILE)
    assert [problem.code for problem in before.problems] == ["unknown-id"]
    changed = before.text.text().replace("should open", "must\n      open")
    after = check(before, changed)
    assert went_by_items(before, after)
    assert after.reading.problems != before.problems, "its line is another one"


def test_a_text_that_may_hold_too_much_is_read_as_a_whole() -> None:
    told = TOLD + f"x-a: [{'1,' * (MOST // 2)} 1]\n"
    before = read(told, FILE)
    assert not before.problems
    assert not went_by_items(before, reread(before, told.replace("should", "must"), FILE))


def test_a_text_that_is_the_same_is_no_edit() -> None:
    before = read(TOLD, FILE)
    after = check(before, TOLD)
    assert not after.edit
    assert after.reading.argument_map is before.argument_map


def test_the_rest_of_a_large_text_is_compared_and_not_read() -> None:
    """Calls for each statement more: some to compare it, where reading it takes many hundred."""
    totals = []
    for count in (60, 300):
        statements = "".join(f"  - id: s{n}\n    text: Say {n}.\n" for n in range(count))
        before = read(f"argmap: 1\nstatements:\n{statements}", FILE)
        text = before.text.text().replace("Say 7.", "Say seven.")
        with counting() as calls:
            found = reread(before, text, FILE)
        assert went_by_items(before, found)
        totals.append(calls.total())
    assert (totals[1] - totals[0]) / 240 < 16
