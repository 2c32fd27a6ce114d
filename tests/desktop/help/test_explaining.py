"""What something is, in a sentence: told of every sort of card and step, and of marks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from argmap import marking
from argmap.desktop.help.explaining import _BADGES, NOTHING, read_more, what_is
from argmap.drawing.marks import NO_MARKS, Mark
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from tests.desktop.outline.outlining import CALM, CLAIM, COST, DEMAND, QUIET, VOLUNTEERS


@pytest.mark.parametrize(
    ("id_", "said", "heading"),
    [
        (CLAIM, "A claim is at issue:", "Claim, premise, rebuttal"),
        (CALM, "A premise: it supports “Sundays are quiet.”", "Claim, premise, rebuttal"),
        (DEMAND, "A premise: together with another one it supports “Open", "Linked premises"),
        (
            COST,
            "A rebuttal: it says that “Open it on Sundays.” is false.",
            "Claim, premise, rebuttal",
        ),
        (VOLUNTEERS, "A rebuttal of a step (an undercut): it says", "Undercuts and backing"),
        ("r-demand-is-high", "A step with 2 linked premises: they support", "Linked premises"),
        ("r-cost-doubles", "A step: “Cost doubles.” attacks “Open", "Claim, premise, rebuttal"),
        ("r-volunteers-will-come", "A step: “Volunteers will come.”", "Undercuts and backing"),
        ("nothing", NOTHING, "Claim, premise, rebuttal"),
    ],
)
def test_what_it_is_and_where_one_reads_more(
    pool: ArgumentMap, id_: str, said: str, heading: str
) -> None:
    assert what_is(pool, id_, NO_MARKS).startswith(said)
    assert read_more(pool, id_).heading == heading


def test_backing_and_what_is_unsaid(pool: ArgumentMap) -> None:
    backed = edit.add_premise(pool, "r-cost-doubles", "It did last year.")
    assert what_is(backed, "it-did-last-year", NO_MARKS).startswith("Backing: it says why")
    unsaid = edit.set_fields(pool, CALM, implicit=True)
    assert what_is(unsaid, CALM, NO_MARKS).endswith("drawn dashed.")
    assert read_more(unsaid, CALM).heading == "What is left unsaid"


def test_long_texts_are_cut_between_words(pool: ArgumentMap) -> None:
    long = edit.set_fields(pool, QUIET, text="word " * 40)
    assert what_is(long, CALM, NO_MARKS).count("word") < 20


def test_every_mark_is_explained(pool: ArgumentMap) -> None:
    badges = {mark.badge for mark in marking._LABELLED.values()}
    badges |= {mark.badge for mark in marking._SIGNS.values()}
    badges |= {"accepted, in tension", "does not follow"}
    assert badges == set(_BADGES)
    for badge in badges:
        marks = {CALM: replace(Mark(), badge=badge)}
        assert _BADGES[badge] in what_is(pool, CALM, marks)
    both = {CALM: Mark(badge="rejected · !")}
    assert what_is(pool, CALM, both).count(":") >= 3
