"""Merging three texts: ours stays byte for byte, what theirs wrote comes as they wrote it."""

from __future__ import annotations

import itertools
from random import Random

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from argmap.errors import ArgmapError, Severity
from argmap.merging.merge import merge
from argmap.merging.texts import MergedText, merge_texts
from argmap.model.history.patch import diff
from argmap.store.yaml_file import read
from tests.merging.edits import MIXED, changed
from tests.store.by_hand import written
from tests.store.diffs import sides
from tests.store.maps import maps

NAMES = ("BASE", "OURS", "THEIRS")


def merged(base: str, ours: str, theirs: str) -> MergedText:
    return merge_texts(base, ours, theirs, NAMES)


def edited(text: str, by: Random) -> str:
    """Make two edits in a text, as the window would."""
    reading = read(text)
    before = after = reading.argument_map
    for _ in range(2):
        if after.statements:
            after = changed(after, MIXED, by.choice(after.statements).id, by)
    reading.text.apply(reading.text.edit(diff(before, after), before, after))
    return reading.text.text()


POOL = """\
# The pool of our town
argmap: 1
title: 'Sundays?'  # in short

statements:
  # the question
  - id: open
    text: "The pool should open on Sundays."   # voted on in May

  - {id: cost, text: Staff cost doubles.}
  - id: asked
    text: >-
      Two hundred residents
      asked for it.

relations:
  - id: r1
    from: [asked]
    supports: open
  - id: r2
    from: [cost]
    attacks: open
    x-own: kept
"""


class TestLaws:
    @settings(deadline=None, max_examples=40)
    @given(maps().flatmap(written), st.integers(0, 10**6))
    def test_what_one_side_did_is_done_byte_for_byte(self, base: str, seed: int) -> None:
        side = edited(base, Random(seed))
        for three in ((base, side, base), (base, base, side), (base, side, side)):
            assert merged(*three).text == side

    @settings(deadline=None, max_examples=60)
    @given(maps().flatmap(written), st.integers(0, 10**6))
    def test_the_text_says_what_the_merged_map_says(self, base: str, seed: int) -> None:
        by = Random(seed)
        ours, theirs = edited(base, by), edited(base, by)
        note(f"{base}\n{ours}\n{theirs}")
        three = [read(text).argument_map for text in (base, ours, theirs)]
        if theirs not in (base, ours) and ours != base:
            assert merged(base, ours, theirs).argument_map == merge(*three).argument_map


class TestLines:
    def test_both_sides_of_a_file_with_comments(self) -> None:
        ours = POOL.replace("Staff cost doubles.", "Staff cost more.")
        theirs = POOL.replace("  # voted on in May", "  # voted on in June")
        theirs = theirs.replace(
            "relations:\n", "relations:\n  # new\n  - from: [cost]  # mine\n    supports: asked\n"
        )
        done = merged(POOL, ours, theirs)
        assert done.text == theirs.replace("Staff cost doubles.", "Staff cost more.")
        assert done.argument_map.conflicts == ()

    def test_a_comment_between_things_comes_along(self) -> None:
        ours = POOL.replace("Staff cost doubles.", "Staff cost more.")
        theirs = POOL.replace("\nrelations:", "\n# How it hangs together\n\nrelations:")
        expected = theirs.replace("Staff cost doubles.", "Staff cost more.")
        assert merged(POOL, ours, theirs).text == expected

    def test_a_comment_of_ours_stays_where_theirs_says_something_else(self) -> None:
        ours = POOL.replace("# voted on in May", "# voted on twice")
        theirs = POOL.replace("The pool should", "Our pool should")
        expected = ours.replace("The pool should", "Our pool should")
        assert merged(POOL, ours, theirs).text == expected

    def test_a_conflict_keeps_ours_and_writes_both_below(self) -> None:
        ours = POOL.replace("Staff cost doubles.", "Staff cost more.")
        theirs = POOL.replace("Staff cost doubles.", "Staff cost thrice as much.")
        assert merged(POOL, ours, theirs).text == (
            f"{ours}conflicts:\n"
            "  - id: cost\n"
            "    key: text\n"
            "    base: Staff cost doubles.\n"
            "    ours: Staff cost more.\n"
            "    theirs: Staff cost thrice as much.\n"
        )

    def test_line_endings_are_ours_and_it_is_said(self) -> None:
        ours = POOL.replace("Staff cost doubles.", "Staff cost more.").replace("\n", "\r\n")
        theirs = POOL.replace("asked for it.", "asked.") + "summary: |\n  One.\n\n  Two.\n"
        done = merged(POOL, ours, theirs)
        assert "\n" not in done.text.replace("\r\n", "")
        assert "asked.\r\n" in done.text
        assert [hint.code for hint in done.hints] == ["line-endings"]

    @pytest.mark.parametrize("breaks", list(itertools.product(("\n", "\r\n"), repeat=3)))
    def test_whatever_ends_the_lines_of_the_sides_the_same_is_merged(
        self, breaks: tuple[str, str, str]
    ) -> None:
        """A file may come from Windows on any side, the base too."""
        ours = POOL.replace("Staff cost doubles.", "Staff cost more.")
        theirs = POOL.replace('on Sundays."', 'on Sundays."\n    note: Soon.').replace(
            "cost]", "cost]  # yes"
        )
        sides = (POOL, ours, theirs)
        done = merged(*(t.replace("\n", b) for t, b in zip(sides, breaks, strict=True)))
        plain = merged(*sides)
        assert done.text == plain.text.replace("\n", breaks[1])
        assert done.argument_map == plain.argument_map

    def test_line_endings_alone_are_no_change(self) -> None:
        ours = POOL.replace("Staff cost doubles.", "Staff cost more.")
        assert merged(POOL, ours, POOL.replace("\n", "\r\n")).text == ours

    def test_an_unknown_key_of_theirs_comes_along(self) -> None:
        ours = POOL.replace("Staff cost doubles.", "Staff cost more.")
        theirs = POOL.replace("x-own: kept", "x-own: kept\n    colour: {of: [a, b]}")
        expected = theirs.replace("Staff cost doubles.", "Staff cost more.")
        done = merged(POOL, ours, theirs)
        assert done.text == expected
        assert [hint.message for hint in done.hints] == [
            "The key “colour” is not known here; it is kept."
        ]


class TestRefusals:
    @pytest.mark.parametrize(
        ("side", "text", "message"),
        [
            (2, "argmap: 1\nstatements: [\n", "not well-formed"),
            (2, POOL.replace("[cost]", "[costs]"), "there is no statement “costs”"),
            (0, POOL.replace("argmap: 1", "argmap: 2"), "not edited"),
            (1, "- a list\n", "not edited"),
        ],
    )
    def test_a_side_that_is_not_all_in_the_map(self, side: int, text: str, message: str) -> None:
        texts = [POOL, POOL, POOL]
        texts[side] = text
        with pytest.raises(ArgmapError, match="(?i)" + message) as raised:
            merged(*texts)
        assert raised.value.where.file == NAMES[side]

    def test_names_of_nothing_are_no_reason_to_refuse(self) -> None:
        base = POOL.replace("id: asked\n", "id: asked\n    group: away\n")
        done = merged(base, base + "summary: S\n", base.replace("Sundays?", "Ever?"))
        assert [p.code for p in read(done.text).problems if p.severity is Severity.ERROR] == [
            "unknown-id"
        ]


class TestKnownFromOthers:
    """What other tools' trackers tell of: each went wrong somewhere."""

    def test_an_empty_base_is_a_file_that_both_added(self) -> None:
        one = "argmap: 1\nstatements:\n  - {id: a, text: One.}\n  - {id: c, text: Same.}\n"
        other = "argmap: 1\nstatements:\n  - {id: b, text: Two.}\n  - {id: c, text: Same.}\n"
        done = merged("", one, other)
        assert [s.id for s in done.argument_map.statements] == ["a", "b", "c"]
        assert done.argument_map.conflicts == ()

    def test_conflicts_do_not_vanish_in_the_next_merge(self) -> None:
        ours = POOL.replace("doubles.", "grows.")
        torn = merged(POOL, ours, POOL.replace("doubles.", "falls.")).text
        later = torn.replace("Sundays?", "Ever?")
        for three in ((POOL, torn, later), (torn, torn, later), (POOL, later, ours)):
            assert len(merged(*three).argument_map.conflicts) == 1
        assert (
            len(merged(POOL, ours.replace("open on", "stay open on"), torn).argument_map.conflicts)
            == 1
        )

    def test_a_conflict_that_one_side_settled_is_settled(self) -> None:
        ours = POOL.replace("doubles.", "grows.")
        torn = merged(POOL, ours, POOL.replace("doubles.", "falls.")).text
        settled = torn[: torn.index("conflicts:")].replace("grows.", "falls.")
        done = merged(torn, torn.replace("Sundays?", "Ever?"), settled)
        assert done.text == settled.replace("Sundays?", "Ever?")

    def test_both_delete_neighbours(self) -> None:
        base, ours = sides(
            """
  argmap: 1
  statements:
    - {id: a, text: A.}
  - {id: b, text: B.}
    - {id: c, text: C.}
    - {id: d, text: D.}
""".replace("  - {id: b", "-   - {id: b")
        )
        theirs = base.replace("  - {id: c, text: C.}\n", "")
        done = merged(base, ours, theirs)
        assert done.text == "argmap: 1\nstatements:\n  - {id: a, text: A.}\n  - {id: d, text: D.}\n"

    def test_an_output_equal_to_the_base_is_no_failure(self) -> None:
        with_note = POOL.replace("id: asked\n", "id: asked\n    note: N\n")
        other = with_note.replace("Sundays?", "Ever?")
        assert merged(with_note, POOL.replace("Sundays?", "Ever?"), other).text == POOL.replace(
            "Sundays?", "Ever?"
        )
