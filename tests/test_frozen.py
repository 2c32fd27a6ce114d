"""A frozen value behaves as one of the library's frozen dataclasses with slots."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from functools import cached_property
from typing import Any, Generic, TypeVar
from weakref import ref

import pytest

from argmap.frozen import frozen, slotted

T = TypeVar("T")


class Ours:
    @frozen
    class Card:
        """A card."""

        id: str
        width: float = 1.5
        tags: tuple[str, ...] = ()
        notes: list[str] = field(default_factory=list)
        seen: list[str] = field(default_factory=list, hash=False)
        aside: list[str] = field(default_factory=list, compare=False, repr=False)

        @property
        def double(self) -> float:
            return self.width * 2

    @frozen
    class Nothing:
        """No field at all."""

    @frozen
    class Box(Generic[T]):
        """A field of any type."""

        held: T


class Theirs:
    @dataclass(frozen=True, slots=True)
    class Card:
        """A card."""

        id: str
        width: float = 1.5
        tags: tuple[str, ...] = ()
        notes: list[str] = field(default_factory=list)
        seen: list[str] = field(default_factory=list, hash=False)
        aside: list[str] = field(default_factory=list, compare=False, repr=False)

        @property
        def double(self) -> float:
            return self.width * 2

    @dataclass(frozen=True, slots=True)
    class Nothing:
        """No field at all."""

    @dataclass(frozen=True, slots=True)
    class Box(Generic[T]):
        """A field of any type."""

        held: T


BOTH = pytest.mark.parametrize("classes", [Ours, Theirs])


@BOTH
def test_fields_are_taken_by_place_or_by_name_and_have_defaults(classes: Any) -> None:
    card = classes.Card("a", tags=("t",))
    assert (card.id, card.width, card.tags, card.notes) == ("a", 1.5, ("t",), [])
    assert card.double == 3
    assert classes.Card("b").notes is not card.notes
    assert [each.name for each in fields(card)] == ["id", "width", "tags", "notes", "seen", "aside"]
    assert is_dataclass(classes.Card)
    assert classes.Card.__doc__ == "A card."


@BOTH
@pytest.mark.parametrize(
    "wrong", [lambda c: c.Card(), lambda c: c.Card("a", other=1), lambda c: c.Nothing(1)]
)
def test_wrong_arguments_are_refused(classes: Any, wrong: Callable[[Any], object]) -> None:
    with pytest.raises(TypeError):
        wrong(classes)


@BOTH
def test_nothing_can_be_changed(classes: Any) -> None:
    card = classes.Card("a")
    for name in ("id", "other"):
        with pytest.raises((FrozenInstanceError, TypeError, AttributeError)):
            setattr(card, name, "b")
    with pytest.raises(FrozenInstanceError):
        del card.id
    assert card.id == "a"
    assert not hasattr(card, "__dict__")


@BOTH
def test_values_are_equal_by_their_fields_and_their_class(classes: Any) -> None:
    card = classes.Card("a")
    assert card == classes.Card("a")
    assert card != classes.Card("b")
    assert card != "a"
    assert card == replace(card, aside=["b"])
    assert card != replace(card, seen=["b"])
    assert classes.Nothing() == classes.Nothing()
    assert classes.Box(1) == classes.Box(1)
    assert classes.Box(1) != classes.Nothing()


@BOTH
def test_equal_values_have_one_hash_and_a_field_can_stay_out_of_it(classes: Any) -> None:
    assert hash(classes.Box(("a", 1))) == hash(classes.Box(("a", 1)))
    assert len({classes.Nothing(), classes.Nothing()}) == 1
    with pytest.raises(TypeError):
        hash(classes.Card("a"))  # a list
    card = classes.Card("a", notes=())
    assert hash(card) == hash(replace(card, seen=["b"], aside=["c"]))
    assert hash(card) != hash(replace(card, id="b"))


@BOTH
def test_a_value_is_shown_as_it_is_made(classes: Any) -> None:
    shown = repr(classes.Card("a"))
    assert shown == f"{classes.__name__}.Card(id='a', width=1.5, tags=(), notes=[], seen=[])"
    assert repr(classes.Nothing()) == f"{classes.__name__}.Nothing()"


@BOTH
def test_it_can_be_replaced_matched_and_copied(classes: Any) -> None:
    card = classes.Card("a", 2)
    assert replace(card, id="b") == classes.Card("b", 2)
    match card:
        case classes.Card(name, width):
            assert (name, width) == ("a", 2)
        case _:
            pytest.fail("no match")
    for twin in (copy.copy(card), copy.deepcopy(card)):
        assert twin == card
        assert type(twin) is classes.Card
    assert copy.deepcopy(card).notes is not card.notes


@pytest.mark.parametrize("odd", [field(default=1, init=False), field(default=1, kw_only=True)])
def test_a_field_that_is_no_argument_by_place_is_refused(odd: object) -> None:
    described = type("Odd", (), {"__annotations__": {"a": int}, "a": odd})
    with pytest.raises(TypeError, match="all fields of Odd"):
        frozen(described)


def test_a_field_without_a_default_cannot_follow_one_with_a_default() -> None:
    described = type("Odd", (), {"__annotations__": {"a": int, "b": int}, "a": 1})
    with pytest.raises(TypeError, match="“b” of Odd"):
        frozen(described)


@frozen
class Words:
    """What remembers what it has found out."""

    text: str

    @cached_property
    def words(self) -> list[str]:
        """The words of the text."""
        return self.text.split()


def test_a_value_remembers_what_it_found_and_one_in_its_place_does_not() -> None:
    one = Words("two words")
    assert one.words is one.words
    assert replace(one, text="three").words == ["three"]
    assert one == Words("two words")
    assert ref(one)() is one
    with pytest.raises(FrozenInstanceError):
        setattr(one, "tex" + "t", "other")


@slotted
class Tally:
    """What changes."""

    name: str
    count: int = 0
    marks: list[str] = field(default_factory=list)


def test_what_may_change_is_made_and_shown_like_a_value_and_equal_to_itself_alone() -> None:
    one, other = Tally("a"), Tally("a", marks=["b"])
    one.count += 2
    assert repr(one) == "Tally(name='a', count=2, marks=[])"
    assert replace(other, name="c").marks == ["b"]
    assert Tally("a") != Tally("a")
    assert len({one, other, one}) == 2
    assert not hasattr(one, "__dict__")


@frozen
class Mark:
    """Each is equal to itself alone."""

    name: str

    __eq__ = object.__eq__
    __hash__ = object.__hash__


def test_a_class_can_say_itself_what_equals_it() -> None:
    one, other = Mark("a"), Mark("a")
    assert one != other
    assert len({one, other}) == 2
