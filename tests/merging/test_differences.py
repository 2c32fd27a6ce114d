"""What changed between two maps, in sentences that a reader understands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.commands.comparing.report import as_text
from argmap.merging.differences import What, compare
from argmap.merging.overlay import overlay
from argmap.merging.wording.report import ORDER_ONLY, report
from argmap.merging.wording.sentences import Sentences
from argmap.merging.wording.standing import turns
from argmap.merging.wording.word_changes import How, apart, marked, word_changes
from argmap.model.argument_map import ArgumentMap, Cite, Source, Viewpoint
from argmap.model.edits import edit, rearrange, removal
from argmap.model.edits.judging import judge
from argmap.model.kinds import Bearing, Judgement
from argmap.store.yaml_file import dumps, read
from tests.merging.edits import MIXED, changed
from tests.model.maps import a_map
from tests.model.strategies import maps

BASE = a_map("r1: p q -> C; r2: x -x C; r3: u -x r2; D")
Change = Callable[[ArgumentMap], ArgumentMap]


def told(before: ArgumentMap, after: ArgumentMap) -> list[str]:
    comparison = compare(before, after)
    sentences = Sentences(comparison)
    return [sentences.sentence(d) for d in comparison.differences if sentences.told(d)]


SENTENCES: list[tuple[Change, list[str]]] = [
    (lambda m: m, []),
    (lambda m: edit.add_claim(m, "New."), ["Added “New.”"]),
    (lambda m: edit.add_premise(m, "C", "New."), ["Added “New.”, which supports “C”."]),
    (
        lambda m: edit.add_rebuttal(m, "r1", "No!"),
        ["Added “No!”, which attacks the step from “p” and “q”."],
    ),
    (
        lambda m: edit.add_co_premise(m, "x", "y"),
        ["“x” and “y” now attack “C” together; before, “x” attacked “C”.", "Added “y”."],
    ),
    (lambda m: removal.delete_cards(m, ["u"]), ["Removed “u”, which attacked the attack by “x”."]),
    (
        lambda m: removal.delete_cards(m, ["x"]),
        ["Removed “x”, which attacked “C”.", "“u” no longer attacks the attack by “x”."],
    ),
    (lambda m: edit.set_fields(m, "p", text="p and more"), ["Reworded “p”."]),
    (
        lambda m: rearrange.set_bearing(m, "r2", Bearing.SUPPORTS),
        ["“x” now supports “C”; before, “x” attacked “C”."],
    ),
    (
        lambda m: edit.link(m, "u", "D", Bearing.SUPPORTS),
        ["“u” now supports “D”."],
    ),
    (
        lambda m: judge(m, {"p": Judgement.ACCEPTED, "r1": Judgement.REJECTED}),
        [
            "The step from “p” and “q” is now judged not to follow.",
            "“p” is judged accepted; it was open.",
        ],
    ),
    (
        lambda m: edit.set_fields(m, "p", credence=0.5),
        ["“credence” of “p” is “0.5”; before, there was none."],
    ),
    (
        lambda m: edit.set_fields(m, "p", note="N"),
        ["“note” of “p” is “N”; before, there was none."],
    ),
    (
        lambda m: edit.set_map_fields(m, title="T"),
        ["“title” of the map is “T”; before, there was none."],
    ),
    (lambda m: edit.set_fields(m, "p", title="T"), ["“p” is now called “T”."]),
    (lambda m: edit.set_fields(m, "p", implicit=True), ["“p” is now said to be unstated."]),
    (lambda m: rearrange.move_sibling(m, "x", -1), ["“p” and “q” now stand behind “x”."]),
    (lambda m: rearrange.move_sibling(m, "C", 1), ["“C” now stands behind “D”."]),
    (lambda m: edit.put(m, Source("s", title="The Times")), ["Added the source “The Times”."]),
    (
        lambda m: edit.put(
            m, Viewpoint("v", title="Mayor", judgements=(("p", Judgement.REJECTED),))
        ),
        ["Added the viewpoint “Mayor”."],
    ),
]


@pytest.mark.parametrize(("change", "sentences"), SENTENCES, ids=[str(s[1]) for s in SENTENCES])
def test_a_change_has_its_sentence(change: Change, sentences: list[str]) -> None:
    assert told(BASE, change(BASE)) == sentences


def test_what_is_taken_back_is_told_the_other_way_round() -> None:
    judged = judge(BASE, {"p": Judgement.ACCEPTED, "r1": Judgement.REJECTED})
    assert told(judged, BASE) == [
        "The step from “p” and “q” is no longer judged not to follow.",
        "“p” is no longer judged; it was judged accepted.",
    ]
    noted = edit.set_fields(BASE, "p", note="A note.")
    assert told(noted, BASE) == ["“note” of “p” is gone; it was “A note.”"]


def test_a_long_text_is_told_word_by_word() -> None:
    """Both sides of a sentence would be cut to the same words."""
    before = edit.set_fields(BASE, "p", note="Long words " * 20 + "at first.")
    after = edit.set_fields(BASE, "p", note="Long words " * 20 + "in the end.")
    found = compare(before, after)
    lines = list(as_text(report(found, (), {}, {}), words=True))
    assert lines[0] == "Reworded “note” of “p”."
    assert lines[1].endswith("[-at first-]{+in the end+}.")


def test_what_is_cited_is_told_by_title_and_words() -> None:
    times = Cite("s", quote="It rains.", at="page 3")
    with_source = edit.put(BASE, Source("s", title="The Times"))
    cited = edit.set_fields(with_source, "p", cites=(times,))
    other = edit.set_fields(with_source, "p", cites=(Cite("s"),))
    assert told(with_source, cited) == ["“p” now cites “The Times” (page 3): “It rains”."]
    assert told(cited, with_source) == ["“p” no longer cites “The Times” (page 3): “It rains”."]
    assert told(other, cited)[0].endswith("“It rains”; before, “The Times”.")
    both = edit.set_fields(with_source, "p", cites=(times, Cite("s")))
    turned = edit.set_fields(with_source, "p", cites=(Cite("s"), times))
    assert told(both, turned) == ["“p” cites in another order."]


def test_groups_are_told_by_their_titles() -> None:
    grouped = edit.group(BASE, ["p"], "Money")
    assert told(BASE, grouped) == ["“p” is now in the group “Money”.", "Added the group “Money”."]
    assert "“p” is no longer in the group “Money”." in told(grouped, BASE)


def test_the_name_of_a_step_is_nothing_that_a_reader_sees() -> None:
    before, after = a_map("_: p -> C"), a_map("r: p -> C")
    found = compare(before, after)
    assert found.patch
    assert list(as_text(report(found, (), {}, {}), words=False)) == [ORDER_ONLY]


def test_a_relation_without_an_id_is_known_again() -> None:
    before, after = a_map("_: p -> C; q"), a_map("_: p q -> C")
    assert [d.what for d in compare(before, after).differences] == [What.RELINKED]


def test_an_order_that_no_reader_sees_is_said_to_be_one() -> None:
    before = a_map("p -> C; q -> D")
    after = replace(before, relations=before.relations[::-1])
    comparison = compare(before, after)
    assert comparison.patch
    assert list(as_text(report(comparison, (), {}, {}), words=False)) == [ORDER_ONLY]


@given(maps(), st.integers(0, 10**6))
def test_every_edit_can_be_told_drawn_and_weighed(before: ArgumentMap, seed: int) -> None:
    chance = Random(seed)
    after = changed(before, MIXED, chance.choice(before.statements).id, chance)
    comparison = compare(before, after)
    lines = list(as_text(report(comparison, turns(comparison), {}, {}), words=True))
    assert bool(lines) == bool(comparison.patch)
    drawn, marks = overlay(comparison)
    assert before.ids | after.ids <= drawn.ids
    assert marks.keys() <= drawn.ids
    assert not read(dumps(replace(drawn, relations=()))).problems


class TestWords:
    def test_words_are_marked_as_git_does(self) -> None:
        words = word_changes("Staff cost doubles, on Sundays.", "Staff pay doubles on Sundays!")
        assert marked(words) == "Staff [-cost-]{+pay+} doubles[-,-] on Sundays[-.-]{+!+}"

    def test_words_that_went_in_a_row_stay_in_a_row(self) -> None:
        words = word_changes(
            "Staff cost thrice as much on Sundays.", "Staff cost a half more on Sundays."
        )
        assert marked(words) == "Staff cost [-thrice as much-]{+a half more+} on Sundays."

    @pytest.mark.parametrize(
        ("before", "after", "shown"),
        [
            ("Cost doubles.", "Cost triples.", "Cost doubles triples."),
            ("Cost.", "Cost, too.", "Cost, too."),
            ("Cost doubles ", "Cost triples ", "Cost doubles triples "),
            ("One.", "Another thing.", "One. Another thing."),
        ],
    )
    def test_what_went_and_what_came_are_kept_apart(
        self, before: str, after: str, shown: str
    ) -> None:
        assert "".join(w.text for w in apart(word_changes(before, after))) == shown

    @given(st.text(), st.text())
    def test_both_texts_are_in_it(self, before: str, after: str) -> None:
        words = word_changes(before, after)
        assert "".join(text for how, text in words if how is not How.ADDED) == before
        assert "".join(text for how, text in words if how is not How.REMOVED) == after


class TestStanding:
    def test_a_turn_says_why(self) -> None:
        before = judge(a_map("p -> C; x -x C"), {"p": Judgement.ACCEPTED, "x": Judgement.REJECTED})
        after = judge(before, {"p": Judgement.REJECTED})
        assert [str(turn) for turn in turns(compare(before, after))] == [
            "“C” was accepted, now it is rejected, because its only reason fails.",
            "“p” was accepted, now it is rejected, because it was judged so.",
        ]


class TestOverlay:
    def test_both_versions_are_in_one_picture(self) -> None:
        after = rearrange.set_bearing(removal.delete_cards(BASE, ["p"]), "r2", Bearing.SUPPORTS)
        after = edit.add_premise(after, "D", "New.")
        drawn, marks = overlay(compare(BASE, after))
        badges = {id_: mark.badge for id_, mark in marks.items()}
        assert badges == {
            "p": "removed", "r1": "re-linked", "r1~before": "removed", "r2": "re-linked",
            "r2~before": "removed", "new": "added", "r-new": "added",
        }  # fmt: skip
        assert [s.id for s in drawn.statements] == ["C", "p", "q", "x", "u", "D", "new"]
