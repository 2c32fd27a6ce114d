from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest

from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits.edit import add_claim, add_premise, set_fields
from argmap.model.edits.removal import delete_cards
from argmap.model.history.document import Document
from argmap.model.history.patch import Patch, diff
from tests.model.maps import a_map, ids
from tests.model.plain_text import Exchange, PlainText, written


def document(notation: str) -> Document[Exchange]:
    argument_map = a_map(notation)
    return Document(argument_map, PlainText(argument_map))


def test_an_edit_is_one_named_step() -> None:
    open_ = document("C")
    after = add_premise(open_.argument_map, "C", "p")
    patch = open_.do("Add premise", after)
    assert patch == diff(a_map("C"), after)
    assert open_.argument_map == after
    assert (open_.done, open_.undone) == (("Add premise",), ())


def test_undo_and_redo_go_back_and_forth() -> None:
    open_ = document("b a c")
    open_.do("Delete", delete_cards(open_.argument_map, ["a"]))
    open_.do("Add claim", add_claim(open_.argument_map, "d"))
    open_.undo()
    assert (ids(open_.argument_map), open_.done, open_.undone) == (
        "b c",
        ("Delete",),
        ("Add claim",),
    )
    open_.undo()
    assert ids(open_.argument_map) == "b a c"
    open_.redo()
    open_.redo()
    assert (ids(open_.argument_map), open_.done) == ("b c d", ("Delete", "Add claim"))


def test_at_either_end_of_the_history_nothing_happens() -> None:
    open_ = document("C")
    heard: list[Patch] = []
    open_.listen(heard.append)
    assert not open_.undo()
    assert not open_.redo()
    assert (heard, open_.argument_map) == ([], a_map("C"))


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    open_ = document("C")
    open_.do("Edit text", set_fields(open_.argument_map, "C", text="new"))
    open_.undo()
    assert not open_.do("Edit text", set_fields(open_.argument_map, "C", text="C"))
    assert (open_.done, open_.undone) == ((), ("Edit text",))


def test_a_new_step_ends_what_could_be_redone() -> None:
    open_ = document("C")
    open_.do("One", add_claim(open_.argument_map, "one"))
    open_.undo()
    open_.do("Two", add_claim(open_.argument_map, "two"))
    assert (open_.done, open_.undone) == (("Two",), ())
    assert ids(open_.argument_map) == "C two"


def test_modified_is_about_the_text() -> None:
    open_ = document("C")
    open_.do("Add claim", add_claim(open_.argument_map, "one"))
    assert open_.modified
    open_.undo()
    assert not open_.modified


def test_what_is_typed_back_is_not_modified_though_it_is_in_the_history() -> None:
    open_ = document("C")
    for text in ("new", "C"):
        open_.do("Edit text", set_fields(open_.argument_map, "C", text=text))
    assert (open_.done, open_.modified) == (("Edit text",) * 2, False)


def test_saving_amid_the_history_makes_that_place_the_unmodified_one() -> None:
    argument_map = a_map("C")
    text = PlainText(argument_map)
    open_ = Document(argument_map, text)
    for id_ in ("one", "two"):
        open_.do("Add claim", add_claim(open_.argument_map, id_))
    text.saved = text.text
    assert (len(open_.done), open_.modified) == (2, False)
    open_.undo()
    assert open_.modified
    open_.undo()
    assert (open_.done, open_.modified) == ((), True)
    open_.redo()
    open_.redo()
    assert not open_.modified


def test_a_listener_finds_map_and_history_up_to_date() -> None:
    open_ = document("C")
    seen: list[tuple[str, tuple[str, ...], tuple[str, ...]]] = []
    open_.listen(lambda _: seen.append((ids(open_.argument_map), open_.done, open_.undone)))
    open_.do("Add", add_claim(open_.argument_map, "one"))
    open_.undo()
    open_.redo()
    assert seen == [("C one", ("Add",), ()), ("C", (), ("Add",)), ("C one", ("Add",), ())]


class Unwilling(PlainText):
    """A text that no edit can be made to."""

    def edit(self, patch: Patch, before: ArgumentMap, after: ArgumentMap) -> Exchange:
        super().edit(patch, before, after)
        raise ArgmapError("This text cannot be edited.")


def test_an_edit_is_made_whole_or_not_at_all() -> None:
    open_ = Document(a_map("C"), Unwilling(a_map("C")))
    with pytest.raises(ArgmapError, match="cannot be edited"):
        open_.do("Add claim", add_claim(open_.argument_map, "one"))
    assert (open_.argument_map, open_.done) == (a_map("C"), ())


def rewritten(open_: Document[Exchange], notation: str, *, joined: bool = False) -> Patch:
    """Write another text by hand, which is read to a map."""
    after = a_map(notation)
    edit = Exchange(written(open_.argument_map), written(after))
    return open_.rewrite("Write", [(after, edit)], joined=joined)


def test_a_text_written_by_hand_is_a_step() -> None:
    open_ = document("C")
    assert rewritten(open_, "C one") == diff(a_map("C"), a_map("C one"))
    assert (ids(open_.argument_map), open_.done, open_.modified) == ("C one", ("Write",), True)
    open_.undo()
    assert (ids(open_.argument_map), open_.modified) == ("C", False)
    open_.redo()
    assert ids(open_.argument_map) == "C one"


def test_a_text_that_says_the_same_of_the_map_is_a_step_as_well() -> None:
    open_ = document("C")
    heard: list[Patch] = []
    open_.listen(heard.append)
    text = written(open_.argument_map)
    open_.rewrite("Write", [(open_.argument_map, Exchange(text, f"# more\n{text}"))])
    assert (heard, open_.done, open_.modified) == ([Patch()], ("Write",), True)
    open_.undo()
    assert (heard, open_.modified) == ([Patch(), Patch()], False)


def test_what_is_joined_to_the_last_step_is_one_with_it() -> None:
    open_ = document("C")
    open_.do("Add", add_claim(open_.argument_map, "zero"))
    rewritten(open_, "C zero one")
    rewritten(open_, "C zero one two", joined=True)
    patch = rewritten(open_, "C zero three two", joined=True)
    assert patch.ids == {"one", "three"}
    assert open_.done == ("Add", "Write")
    assert open_.undo() == diff(a_map("C zero three two"), open_.argument_map)
    assert ids(open_.argument_map) == "C zero"
    open_.redo()
    assert ids(open_.argument_map) == "C zero three two"


def test_what_was_written_and_taken_away_again_is_no_step() -> None:
    open_ = document("C")
    rewritten(open_, "C one")
    rewritten(open_, "C", joined=True)
    assert (ids(open_.argument_map), open_.done, open_.modified) == ("C", (), False)


def test_what_could_not_be_read_goes_and_comes_with_its_step() -> None:
    open_ = document("C")
    text = written(open_.argument_map)
    partly = replace(a_map("C"), unread=frozenset({"torn"}))
    open_.rewrite("Write", [(partly, Exchange(text, f"{text}\ntorn"))])
    assert open_.argument_map.unread == {"torn"}
    open_.undo()
    assert not open_.argument_map.unread
    open_.redo()
    assert open_.argument_map.unread == {"torn"}


class Torn(PlainText):
    """A text that someone else has changed, so that no edit fits any more."""

    def apply(self, edit: Exchange) -> None:
        if self.text == "torn":
            raise ArgmapError("This edit does not fit.")
        super().apply(edit)


def add_three(open_: Document[Exchange]) -> None:
    open_.do("Add", add_claim(open_.argument_map, "three"))


WAYS: dict[str, Callable[[Document[Exchange]], object]] = {
    "undo": Document.undo,
    "redo": Document.redo,
    "do": add_three,
    "write": partial(rewritten, notation="C three"),
    "write on": partial(rewritten, notation="C three", joined=True),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_what_does_not_fit_the_text_changes_neither_map_nor_history(
    way: Callable[[Document[Exchange]], object],
) -> None:
    text = Torn(a_map("C"))
    open_: Document[Exchange] = Document(a_map("C"), text)
    for id_ in ("one", "two"):
        open_.do("Add", add_claim(open_.argument_map, id_))
    open_.undo()
    before = open_.argument_map, open_.done, open_.undone
    heard: list[Patch] = []
    open_.listen(heard.append)
    text.text = "torn"
    with pytest.raises(ArgmapError, match="does not fit"):
        way(open_)
    assert (open_.argument_map, open_.done, open_.undone) == before
    assert not heard
    assert not open_.shifting
