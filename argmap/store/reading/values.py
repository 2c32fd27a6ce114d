"""How each type of value is read from its node, or why it cannot be."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from argmap.model.argument_map import GONE, Side, Value
from argmap.model.kinds import Judgement
from argmap.store.schema.keys import (
    ID_LENGTH,
    ID_PATTERN,
    KEYS_OF,
    RELATION_ID_LENGTH,
    RELATION_ID_PATTERN,
    Key,
    Type,
)
from argmap.store.schema.tables import DELETED
from argmap.store.yaml.node import (
    BadValueError,
    Collection,
    Node,
    core_value,
    key_of,
    name_of,
    plain_text,
    text_of,
    value_of,
)

_KEYS = [key for keys in KEYS_OF.values() for key in keys.values()]
_TEXTS = {k.name for k in _KEYS} - {k.name for k in _KEYS if k.type is not Type.TEXT}
"""Keys that hold a text wherever they stand."""
_NAMES = {k.name for k in _KEYS}
_IDS = {
    Type.ID: (re.compile(ID_PATTERN), ID_LENGTH, ""),
    Type.RELATION_ID: (re.compile(RELATION_ID_PATTERN), RELATION_ID_LENGTH, ", `+`"),
}


def read_text(node: Node, key: Key) -> str:
    """Return a scalar as it was typed, whatever other tools would make of it."""
    if isinstance(node, Collection):
        raise BadValueError(
            f"The value of `{key.name}` has to be a text, not a collection.",
            "Put it in quotes.",
            node,
        )
    return text_of(node)


def read_id(node: Node, key: Key) -> str:
    """Return an id; an absent one is empty."""
    pattern, longest, also = _IDS[key.type]
    value = read_text(node, key)
    if not value or (pattern.fullmatch(value) and len(value) <= longest):
        return value
    raise BadValueError(
        f"{_shown(value)} cannot be an id.",
        f"An id has at most {longest} characters: letters, digits, `_`, `.`{also} and `-`.",
        node,
    )


def _read_texts(node: Node, key: Key) -> tuple[str, ...]:
    return tuple([read_text(item, key) for item in listed(node, key)])


def listed(node: Node, key: Key) -> list[Node]:
    """Return the nodes of a list; an absent one is empty."""
    if isinstance(node, Collection) and not node.mapping:
        return node.items
    if is_absent(node):
        return []
    raise BadValueError(
        f"The value of `{key.name}` has to be a list.", f"Write `{key.name}: [one, another]`.", node
    )


def ids_in(node: Node) -> Iterator[str]:
    """Return whatever in a node could be an id, but for texts and the names of keys."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Collection):
            value = text_of(node)
            if len(value) <= RELATION_ID_LENGTH and _IDS[Type.RELATION_ID][0].fullmatch(value):
                yield value
        elif node.mapping:
            for key, value_node in node.pairs():
                name = name_of(key)
                waiting += [] if name in _NAMES else [key]
                waiting += [] if name in _TEXTS else [value_node]
        else:
            waiting += node.items


def core_of(node: Node) -> Value:
    """Return the value of a plain scalar; an empty tuple for all else, a quoted text too."""
    typed = plain_text(node)
    return () if typed is None else core_value(typed)


def is_absent(node: Node) -> bool:
    """Whether a value is null, so that its key might as well not be there."""
    return core_of(node) is None


def _read_flag(node: Node, key: Key) -> bool:
    value = core_of(node)
    if value is None or isinstance(value, bool):
        return bool(value)
    raise BadValueError(
        f"The value of `{key.name}` has to be true or false.",
        "Write `true`, or remove the key.",
        node,
    )


def _read_choice(node: Node, key: Key) -> Any:
    chosen = None if isinstance(node, Collection) else key.by_word.get(text_of(node))
    if chosen is not None or is_absent(node):
        return chosen
    raise BadValueError(
        f"{_shown(read_text(node, key))} is not a value of `{key.name}`.",
        f"Write {_any_of(key.words)}.",
        node,
    )


def _number(node: Node) -> float | None:
    value = core_of(node)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value)
    except OverflowError:
        return math.inf


def _read_share(node: Node, key: Key) -> float | None:
    number = _number(node)
    if is_absent(node) or (number is not None and 0 <= number <= 1):
        return number
    raise BadValueError(
        f"The value of `{key.name}` has to be a number from 0 to 1.",
        f"Write `{key.name}: 0.7`.",
        node,
    )


def _read_weight(node: Node, key: Key) -> float:
    number = _number(node)
    if is_absent(node):
        return 1
    if number is not None and 0 < number < math.inf:
        return number
    raise BadValueError(
        f"The value of `{key.name}` has to be a number above 0.", f"Write `{key.name}: 2`.", node
    )


def judgements(node: Node, key: Key) -> Iterator[tuple[Node, Node]]:
    """Return the nodes of ids with those of their judgements; there are none if it is absent."""
    if is_absent(node):
        return iter(())
    if not isinstance(node, Collection) or not node.mapping:
        raise BadValueError(
            f"The value of `{key.name}` has to map ids to judgements.",
            "Write `some-id: accepted`.",
            node,
        )
    return node.pairs()


def read_judgement(entry: tuple[Node, Node], seen: set[str]) -> tuple[str, Judgement]:
    """Return an id with its judgement; it must not be among those seen, and becomes one of them."""
    name_node, value = entry
    name = key_of(name_node)
    if name in seen:
        raise BadValueError(f"{_shown(name)} is judged twice.", "Keep one of the two.", name_node)
    if isinstance(value, Collection) or value.value not in tuple(Judgement):
        raise BadValueError(
            f"{_shown(name)} has to be judged accepted or rejected.",
            "Write `accepted` or `rejected`.",
            value,
        )
    seen.add(name)
    return name, Judgement(value.value)


def _read_side(node: Node, _: Key) -> Side:
    value = value_of(node)
    return GONE if value == DELETED else value


def _any_of(words: Sequence[str]) -> str:
    """Return words as a sentence offers them: “`one`, `two` or `three`”."""
    parts = (", ".join(f"`{word}`" for word in words[:-1]), f"`{words[-1]}`")
    return " or ".join(filter(None, parts))


def _shown(value: str) -> str:
    """Return a value for a sentence, on one line and not too long."""
    line = " ".join(value.split())
    return f"“{line[:40]}…”" if len(line) > 40 else f"“{line}”"


READ: dict[Type, Callable[[Node, Key], Any]] = {
    Type.TEXT: read_text,
    Type.ID: read_id,
    Type.RELATION_ID: read_id,
    Type.REF: read_text,
    Type.IDS: _read_texts,
    Type.FLAG: _read_flag,
    Type.CHOICE: _read_choice,
    Type.SHARE: _read_share,
    Type.WEIGHT: _read_weight,
    Type.SIDE: _read_side,
}


def _plain_text(typed: str, _: Key) -> str | None:
    return typed


def _plain_id(typed: str, key: Key) -> str | None:
    pattern, longest, _ = _IDS[key.type]
    return typed if len(typed) <= longest and pattern.fullmatch(typed) else None


def _plain_choice(typed: str, key: Key) -> Any:
    return key.by_word.get(typed)


READ_PLAIN: dict[Type, Callable[[str, Key], Any]] = {
    Type.TEXT: _plain_text,
    Type.ID: _plain_id,
    Type.RELATION_ID: _plain_id,
    Type.REF: _plain_text,
    Type.CHOICE: _plain_choice,
}
"""The same for what stands without quotes, as nearly all does; None where `READ` has to look."""
