"""Frozen values: what `dataclass(frozen=True, slots=True)` makes, made in a fraction of the time.

The library compiles eight methods one by one for each class while its module is loaded. That was a
quarter of the time in which a command starts and the window appears. Here only `__init__` is
compiled; the other methods are the same few functions for all classes. It fills the slots
directly, so that a value is made in half the time, of which reading a large map makes many. Python
3.13 compiles the methods together: where that is the oldest version in use, this can go.

Fields, defaults, `field()`, `replace`, `fields` and matching by position are the library's. All
fields are arguments, by place or by name. A class that says itself what equals it keeps that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, TypeVar, cast, dataclass_transform

_Class = TypeVar("_Class")
_OF_NO_SLOTS = ("__dict__", "__weakref__")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(described: type[_Class]) -> type[_Class]:
    """Return the class with slots and the methods of a frozen dataclass; it inherits no fields."""
    plain: Any = dataclass(init=False, repr=False, eq=False)(described)
    found = fields(plain)
    names = tuple(each.name for each in found)
    kept = {k: v for k, v in vars(plain).items() if k not in (*names, *_OF_NO_SLOTS)}
    if "__eq__" not in kept:
        kept |= {"__eq__": _equal, "__hash__": _hash}
    body: dict[str, Any] = {
        **kept,
        "__slots__": names,
        "__qualname__": plain.__qualname__,
        "__repr__": _repr,
        "__setattr__": _refuse_set,
        "__delattr__": _refuse_delete,
        "__reduce__": _reduce,
        "_shown": tuple(each.name for each in found if each.repr),
        "_compared": _values_of([each.name for each in found if each.compare]),
        "_hashed": _values_of([each.name for each in found if _is_hashed(each)]),
    }
    made = type(plain)(plain.__name__, plain.__bases__, body)
    made.__init__ = _init(made, found)
    return cast("type[_Class]", made)


def _is_hashed(each: Field[Any]) -> bool:
    """Whether a field has a part in the hash: if nothing is said of it, as it has in comparing."""
    return each.compare if each.hash is None else each.hash


def _values_of(names: Sequence[str]) -> Callable[[object], object]:
    """Return what gives the values of these fields."""
    return attrgetter(*names) if names else type


def _init(made: type, found: Sequence[Field[Any]]) -> object:
    """Return the method that fills the slots; raises TypeError for a field that is no argument."""
    if any(each.kw_only or not each.init for each in found):
        raise TypeError(f"all fields of {made.__name__} have to be arguments, by place or by name")
    space: dict[str, Any] = {"missing": MISSING}
    arguments, lines = ["self"], ["pass"]
    for each in found:
        name = value = each.name
        space[f"set_{name}"] = vars(made)[name].__set__
        if each.default_factory is not MISSING:
            space[f"default_{name}"] = MISSING
            space[f"make_{name}"] = each.default_factory
            value = f"make_{name}() if {name} is missing else {name}"
        elif each.default is not MISSING:
            space[f"default_{name}"] = each.default
        arguments.append(f"{name}=default_{name}" if f"default_{name}" in space else name)
        lines.append(f"set_{name}(self, {value})")
    source = f"def __init__({', '.join(arguments)}):\n    " + "\n    ".join(lines)
    exec(source, space)  # noqa: S102 - it is made of names of fields, as the library's is
    return space["__init__"]


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
    return self.__class__, tuple(getattr(self, name) for name in self.__slots__)
