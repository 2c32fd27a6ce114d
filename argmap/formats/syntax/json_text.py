"""JSON from strangers: errors with their place, a limit on depth, and values that can be frozen.

What JSON allows and no map can hold is told: a name twice in one object, of which the last is read,
and half of a surrogate pair, which stands for no character.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Protocol

from argmap.errors import ArgmapError, Place
from argmap.formats.format import Sniff
from argmap.formats.syntax.decode import HALF, LONE_HALF
from argmap.model.argument_map import Table, Value

MAX_DEPTH = 400
_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*+"?', re.DOTALL)
_NOT_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_PAIR = re.compile(r"\\u[dD][89aAbB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_TOKEN = re.compile(r'(?P<string>"(?:[^"\\]|\\.)*+")(?P<colon>\s*:)?|[{}]', re.DOTALL)
_NO_CHARACTER = "\ufffd"


class Told(Protocol):
    """Whoever hears what is wrong with a file."""

    file: str

    def add_problem(
        self, message: str, line: int = 0, hint: str = "", column: int = 0, *, error: bool = True
    ) -> None:
        """Note what is wrong, and in which line."""


def load(text: str, told: Told) -> Any:
    """Return the value of a JSON text; ArgmapError where it is malformed or nested too deeply."""
    file = told.file
    _check_depth(text, file)
    twice: list[str] = []
    try:
        value = json.loads(
            text, parse_constant=lambda _: None, object_pairs_hook=lambda p: _object(p, twice)
        )
    except json.JSONDecodeError as error:
        place = Place(file, error.lineno, error.colno)
        raise ArgmapError(f"This is not JSON: {error.msg}.", "", place) from None
    except ValueError:
        raise ArgmapError(
            "This JSON holds a number with thousands of digits.", "", Place(file)
        ) from None
    for name, line in _names_twice(text) if twice else ():
        message = f"“{name}” stands twice in one object; the last one is read."
        told.add_problem(message, line, "Keep one of the two.")
    return _without_halves(value, text, told) if _SURROGATE.search(text) else value


def load_object(text: str, told: Told) -> dict[str, Any]:
    """Return the value of a JSON text that must be an object."""
    value = load(text, told)
    if isinstance(value, dict):
        return value
    raise ArgmapError("This JSON is not an object with names.", "", Place(told.file, 1))


def _object(pairs: list[tuple[str, Any]], twice: list[str]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice += found
    return found


def _names_twice(text: str) -> Iterator[tuple[str, int]]:
    """Return the names that an object has had before, each with its line."""
    open_objects: list[set[str]] = []
    line, at = 1, 0
    for found in _TOKEN.finditer(text):
        if found[0] == "{":
            open_objects.append(set())
        elif found[0] == "}":
            open_objects.pop()
        elif found["colon"]:
            name = json.loads(found["string"])
            if name in open_objects[-1]:
                line += text.count("\n", at, found.start())
                at = found.start()
                yield name, line
            open_objects[-1].add(name)


def _without_halves(value: Any, text: str, told: Told) -> Any:
    """Return a value with U+FFFD for halves of surrogate pairs, which no file can hold."""
    joined = json.dumps(value, ensure_ascii=False)
    if not HALF.search(joined):
        return value
    line = next(number for number, each in enumerate(text.split("\n"), 1) if _has_half(each))
    told.add_problem(LONE_HALF, line, "Write the whole character.", error=False)
    return json.loads(HALF.sub(_NO_CHARACTER, joined))


def _has_half(line: str) -> bool:
    """Whether a line holds the escape of half a pair, or half a pair as it is."""
    bare = _PAIR.sub("", line.replace("\\\\", ""))
    return bool(_SURROGATE.search(bare) or HALF.search(bare))


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
