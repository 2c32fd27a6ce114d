"""An id goes with the words of a card as long as they are written for the first time."""

from __future__ import annotations

from dataclasses import replace

from argmap.model.argument_map import GONE, Conflict, Viewpoint
from argmap.model.edits import edit
from argmap.model.edits.renaming import renames, write_on
from argmap.model.history.patch import diff
from argmap.model.integrity import structural
from argmap.model.kinds import Judgement
from tests.model.maps import a_map

HALF = edit.add_premise(a_map("C"), "C", "Staff cos")
WHOLE = "Staff costs double on Sundays."


def test_everything_that_names_the_card_goes_along() -> None:
    named = edit.add_rebuttal(edit.add_rebuttal(HALF, "r-staff-cos", "No."), "staff-cos", "Why?")
    judged = Viewpoint("v", judgements=(("staff-cos", Judgement.ACCEPTED),))
    half = replace(named, viewpoints=(judged,))
    whole = write_on(half, "staff-cos", WHOLE)
    assert "staff-cos" not in whole.ids
    assert whole.statement_by_id["staff-costs-double-on"].text == WHOLE
    step = whole.relation_by_id["r-staff-costs-double-on"]
    assert (step.premises, step.target) == (("staff-costs-double-on",), "C")
    assert {r.target for r in whole.relations} == {"C", step.id, "staff-costs-double-on"}
    assert whole.viewpoints[0].judgements == (("staff-costs-double-on", Judgement.ACCEPTED),)
    assert structural(whole) == structural(half)
    at = [s.id for s in half.statements].index("staff-cos")
    assert whole.statements[at].id == "staff-costs-double-on", "it stands where it stood"


def test_an_id_that_is_not_of_its_words_stays() -> None:
    own = edit.set_fields(a_map("p -> C"), "p", text="Why?")
    assert write_on(own, "p", WHOLE) == edit.set_fields(own, "p", text=WHOLE)


def test_an_id_that_a_conflict_is_about_stays() -> None:
    asked = replace(HALF, conflicts=(Conflict("staff-cos", "text", GONE, "a", "b"),))
    assert write_on(asked, "staff-cos", WHOLE).ids == HALF.ids


def test_words_that_make_the_same_id_change_but_the_text() -> None:
    whole = edit.set_fields(HALF, "staff-cos", text="Staff: cos!")
    assert write_on(HALF, "staff-cos", "Staff: cos!") == whole


def test_a_patch_tells_what_is_called_otherwise() -> None:
    whole = write_on(HALF, "staff-cos", WHOLE)
    assert renames(diff(HALF, whole)) == {
        "staff-cos": "staff-costs-double-on",
        "r-staff-cos": "r-staff-costs-double-on",
    }
    assert renames(diff(HALF, edit.set_fields(HALF, "C", text="D"))) == {}
    assert renames(diff(HALF, a_map("C"))) == {}
