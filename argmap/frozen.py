"""Frozen values: what `dataclass(frozen=True, slots=True)` makes, made in a fraction of the time.

And, as `slotted`, what `dataclass(slots=True, eq=False)` makes.

The library compiles eight methods one by one for each class while its module is loaded, and looks
for what each field is by its annotation. That was a quarter of the time in which a command starts
and the window appears. Here `__init__` is compiled once for all classes of as many fields, and the
other methods are the same few functions for all. It fills the slots directly, so that a value is
made in half the time, of which reading a large map makes many. Python 3.13 compiles the methods
together: where that is the oldest version in use, this can go.

Fields, defaults, `field()`, `replace`, `fields` and matching by position are the library's. All
that is annotated is a field, and all fields are arguments, by place or by name. A class that says
itself what equals it keeps that, and one with a `cached_property` has room for what that finds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache, cached_property
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, TypeVar, cast, dataclass_transform

_Class = TypeVar("_Class")
_OPEN = ("__dict__", "__weakref__")
"""What a class has whose values remember what is worked out of them."""


@dataclass(init=False, repr=False, eq=False)
class _Sample:
    """What the library gives a class, and a field of it."""

    one: object


_GIVEN = ("__dataclass_params__", "__replace__")
"""What any class of such fields has; the second from Python 3.13 on."""
_KIND = "_field_type"
_USUAL = getattr(fields(_Sample)[0], _KIND)
"""The kind of a field that is a field, and nothing of the class."""


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(described: type[_Class]) -> type[_Class]:
    """Return the class with slots and the methods of a frozen dataclass; it inherits no fields."""
    found = _fields(described)
    methods: dict[str, object] = {
        "__setattr__": _refuse_set,
        "__delattr__": _refuse_delete,
        "_compared": _values_of([each.name for each in found if each.compare]),
        "_hashed": _values_of([each.name for each in found if _is_hashed(each)]),
    }
    if "__eq__" not in vars(described):
        methods |= {"__eq__": _equal, "__hash__": _hash}
    return _made(described, found, methods)


@dataclass_transform(eq_default=False, field_specifiers=(field,))
def slotted(described: type[_Class]) -> type[_Class]:
    """Return the class with slots and the methods of a dataclass whose values may change.

    Each is equal to itself alone.
    """
    return _made(described, _fields(described), {})


def _made(
    described: type[_Class], found: Sequence[Field[Any]], methods: dict[str, object]
) -> type[_Class]:
    """Return the class with slots, its fields, and more methods."""
    names = tuple([each.name for each in found])
    kept = {k: v for k, v in vars(described).items() if k not in (*names, *_OPEN)}
    remembers = any(isinstance(each, cached_property) for each in kept.values())
    body: dict[str, Any] = {
        **kept,
        **{name: vars(_Sample)[name] for name in _GIVEN if name in vars(_Sample)},
        "__dataclass_fields__": {each.name: each for each in found},
        "__match_args__": names,
        "__slots__": (*names, *(_OPEN if remembers else ())),
        "__qualname__": described.__qualname__,
        "__repr__": _repr,
        "__reduce__": _reduce,
        "_shown": tuple([each.name for each in found if each.repr]),
        **methods,
    }
    kind: Any = type(described)
    made = kind(described.__name__, described.__bases__, body)
    made.__init__ = _init(made, found)
    return cast("type[_Class]", made)


def _fields(described: type) -> list[Field[Any]]:
    return [_field(described, *each) for each in described.__annotations__.items()]


def _field(described: type, name: str, annotation: object) -> Field[Any]:
    """Return what is said of a field as the library has it; raises TypeError where it cannot be."""
    said = vars(described).get(name, MISSING)
    made: Field[Any] = said if isinstance(said, Field) else field(default=said)
    if made.kw_only is True or not made.init:
        whose = described.__name__
        raise TypeError(f"all fields of {whose} have to be arguments, by place or by name")
    made.name, made.type, made.kw_only = name, cast("Any", annotation), False
    setattr(made, _KIND, _USUAL)
    return made


def _is_hashed(each: Field[Any]) -> bool:
    """Whether a field has a part in the hash: if nothing is said of it, as it has in comparing."""
    return each.compare if each.hash is None else each.hash


def _values_of(names: Sequence[str]) -> Callable[[object], object]:
    """Return what gives the values of these fields."""
    return attrgetter(*names) if names else type


def _init(made: type, found: Sequence[Field[Any]]) -> FunctionType:
    """Return the method that fills the slots; raises TypeError where a default comes too early."""
    space: dict[str, Any] = {"missing": MISSING}
    defaults: list[object] = []
    for number, each in enumerate(found):
        space[f"set_{number}"] = vars(made)[each.name].__set__
        space[f"make_{number}"] = each.default_factory
        has_default = each.default is not MISSING or each.default_factory is not MISSING
        if has_default:
            defaults.append(each.default)
        elif defaults:
            raise TypeError(
                f"“{each.name}” of {made.__name__} has no default, unlike one before it"
            )
    code = _filling(tuple([each.default_factory is not MISSING for each in found]))
    named = code.replace(co_varnames=("self", *[each.name for each in found]))
    return FunctionType(named, space, "__init__", tuple(defaults))


@cache
def _filling(have_makers: tuple[bool, ...]) -> CodeType:
    """Return the code that fills so many slots; where nothing is given, some have to be made."""
    arguments, lines = ["self"], ["pass"]
    for number, has_maker in enumerate(have_makers):
        given = f"given_{number}"
        arguments.append(given)
        made = f"make_{number}() if {given} is missing else {given}"
        lines.append(f"set_{number}(self, {made if has_maker else given})")
    space: dict[str, Any] = {}
    source = f"def __init__({', '.join(arguments)}):\n    " + "\n    ".join(lines)
    exec(source, space)  # noqa: S102 - it is made of numbers
    return cast("CodeType", space["__init__"].__code__)


def _equal(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._compared(self) == self._compared(other)


def _hash(self: Any) -> int:
    return hash(self._hashed(self))


def _repr(self: Any) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name in self._shown)
    return f"{self.__class__.__qualname__}({shown})"


def _refuse_set(_: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(_: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _reduce(self: Any) -> tuple[type, tuple[object, ...]]:
    """Return how it is copied: made anew of its values."""
    return self.__class__, tuple(getattr(self, name) for name in self.__match_args__)
