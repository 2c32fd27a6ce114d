import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.model.ids import new_id, new_relation_id, unused_id


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("No state may strengthen its security.", "no-state-may-strengthen"),
        ("Don't!", "dont"),
        ("L’élan vital", "lelan-vital"),
        ("  …  ", "statement"),
        ("主张", "statement"),
        ("Die Straße für ẞpäte", "die-strasse-fur-sspate"),
        ("Smørrebrød, œuvre", "smorrebrod-oeuvre"),
        ("Łódź leży; Þórr; Đà", "lodz-lezy-thorr-da"),
        ("İstanbul Iğdır", "istanbul-igdir"),
        ("", "statement"),
        ("12:30 is late", "12-30-is-late"),
    ],
)
def test_an_id_is_made_of_the_first_words(text: str, id_: str) -> None:
    assert new_id(text, ()) == id_


def test_a_text_without_letters_is_called_what_the_caller_says() -> None:
    assert new_id("？", (), "group") == "group"


@given(st.text(), st.sets(st.sampled_from(["a", "a-2", "statement", "statement-2"])))
def test_a_new_id_fits_the_format_and_is_free(text: str, taken: set[str]) -> None:
    id_ = new_id(text, taken)
    assert id_ not in taken
    assert id_[0].isalnum()
    assert id_.isascii()
    assert len(id_) <= 64
    assert set(id_) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_ids_alike_are_numbered_without_a_gap() -> None:
    taken: set[str] = set()
    for _ in range(40):
        taken.add(unused_id("a", taken))
    assert taken == {"a"} | {f"a-{number}" for number in range(2, 41)}


@given(st.sets(st.integers(2, 30)))
def test_a_free_id_is_found_among_gaps(numbers: set[int]) -> None:
    taken = {"a"} | {f"a-{number}" for number in numbers}
    assert unused_id("a", taken) not in taken


def test_the_ten_thousandth_alike_costs_a_few_looks() -> None:
    class Counted(set[str]):
        looks = 0

        def __contains__(self, item: object) -> bool:
            self.looks += 1
            return super().__contains__(item)

    taken = Counted({"a"} | {f"a-{number}" for number in range(2, 10_001)})
    assert unused_id("a", taken) == "a-10001"
    assert taken.looks < 40


def test_a_relation_is_called_after_its_first_premise() -> None:
    assert new_relation_id("demand", {"demand"}) == "r-demand"
    assert new_relation_id("demand", {"r-demand"}) == "r-demand-2"
    assert len(new_relation_id("x" * 64, {"r-" + "x" * 46})) <= 64
