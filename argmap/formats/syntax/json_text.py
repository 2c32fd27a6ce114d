"""JSON from strangers: errors with their place, a limit on depth, and values that can be frozen."""

from __future__ import annotations

import json
import re
from typing import Any

from argmap.errors import ArgmapError, Place
from argmap.formats.format import Sniff
from argmap.model.argument_map import Table, Value

MAX_DEPTH = 400
_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_NOT_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


def load(text: str, file: str = "") -> Any:
    """Return the value of a JSON text; ArgmapError where it is malformed or nested too deeply."""
    _check_depth(text, file)
    try:
        value = json.loads(text, parse_constant=lambda _: None)
    except json.JSONDecodeError as error:
        place = Place(file, error.lineno, error.colno)
        raise ArgmapError(f"This is not JSON: {error.msg}.", "", place) from None
    except ValueError:
        raise ArgmapError(
            "This JSON holds a number with thousands of digits.", "", Place(file)
        ) from None
    return _without_lone_surrogates(value) if _SURROGATE.search(text) else value


def load_object(text: str, file: str = "") -> dict[str, Any]:
    """Return the value of a JSON text that must be an object."""
    value = load(text, file)
    if isinstance(value, dict):
        return value
    raise ArgmapError("This JSON is no object with names.", "", Place(file, 1))


def dump(value: Any) -> str:
    """Return a value as JSON text, indented, ending in a line break; no deeper than we read."""
    try:
        text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
        _check_depth(text, "")
    except (RecursionError, ArgmapError):
        raise ArgmapError(
            "The argument is too deep for a JSON file of objects within objects.",
            "Choose a format that lists statements and relations side by side.",
        ) from None
    return text


def dump_for_yaml(value: Any, indent: int | None = None) -> str:
    """Return a value as JSON that is YAML as well, which takes fewer characters as they stand."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _NOT_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def short(number: float) -> float:
    """Return 2 for 2.0, which is how people write it."""
    return int(number) if float(number).is_integer() else number


def object_with(*ways: str, but: str = "") -> Sniff:
    """Return a look for a JSON object with all the keys of one of these ways, and without another.

    The keys of a way stand between blanks. The text is not parsed.
    """
    return lambda text: (
        any(_has_keys(text, way.split()) for way in ways) and not (but and _has_keys(text, [but]))
    )


def _has_keys(text: str, keys: list[str]) -> bool:
    return text.lstrip().startswith("{") and all(f'"{key}"' in text for key in keys)


def words(value: object) -> str:
    """Return a field that ought to be text as text; "" for nothing, lists and objects."""
    if isinstance(value, str):
        return value
    return "" if value is None or isinstance(value, (bool, list, dict)) else str(value)


def objects(value: object) -> list[dict[str, Any]]:
    """Return the objects of a field that ought to be a list of them."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def mapping(value: object) -> dict[str, Any]:
    """Return a field that ought to be an object; an empty one if it is none."""
    return value if isinstance(value, dict) else {}


def freeze(value: Any) -> Value:
    """Return a JSON value as the model keeps unknown keys."""
    if isinstance(value, dict):
        return Table(tuple((key, freeze(item)) for key, item in value.items()))
    if isinstance(value, list):
        return tuple(freeze(item) for item in value)
    return value if value is None or isinstance(value, (str, int, float)) else str(value)


def thaw(value: Value) -> Any:
    """Return back the JSON value of a frozen one."""
    if isinstance(value, Table):
        return {key: thaw(item) for key, item in value.pairs}
    if isinstance(value, tuple):
        return [thaw(item) for item in value]
    return value


def _check_depth(text: str, file: str) -> None:
    depth = 0
    for bracket in re.findall(r"[\[{\]}]", _STRINGS.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        if depth > MAX_DEPTH:
            raise ArgmapError(
                f"This JSON is nested more than {MAX_DEPTH} levels deep.", "", Place(file)
            )


def _without_lone_surrogates(value: Any) -> Any:
    """Return a value with `?` for halves of surrogate pairs, which no file can hold."""
    return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))
