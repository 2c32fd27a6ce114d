from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.marks import NO_MARKS, UNMARKED, Mark, Marks, merged

MARK = st.builds(
    Mark,
    badge=st.sampled_from(["", "!", "accepted"]),
    line=st.sampled_from(["", "accepted", "rejected"]),
    width=st.sampled_from([0, 2.4]),
    faint=st.booleans(),
    hidden=st.integers(0, 3),
    see=st.sampled_from(["", "→ page 2"]),
)
LAYER = st.dictionaries(st.sampled_from("abc"), MARK)


def test_badges_stand_side_by_side_and_the_first_line_shows() -> None:
    label = {"a": Mark(badge="rejected", line="rejected", faint=True)}
    sign = {"a": Mark(badge="!", line="undecided"), "b": Mark(badge="!")}
    assert merged([label, sign]) == {
        "a": Mark(badge="rejected · !", line="rejected", faint=True),
        "b": Mark(badge="!"),
    }


def test_where_it_goes_on_is_kept_beside_a_badge() -> None:
    label, onwards = {"a": Mark(badge="accepted")}, {"a": Mark(see="→ page 2")}
    assert merged([label, onwards]) == {"a": Mark(badge="accepted", see="→ page 2")}


@given(LAYER)
def test_no_marks_change_nothing(layer: Marks) -> None:
    assert merged([layer, NO_MARKS]) == merged([NO_MARKS, layer]) == layer
    assert merged([layer, dict.fromkeys("abc", UNMARKED)]) == {
        **dict.fromkeys("abc", UNMARKED),
        **layer,
    }


@given(LAYER, LAYER, LAYER)
def test_it_does_not_matter_which_are_merged_first(one: Marks, two: Marks, three: Marks) -> None:
    assert merged([merged([one, two]), three]) == merged([one, merged([two, three])])
