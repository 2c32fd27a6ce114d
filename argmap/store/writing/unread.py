"""What could not be read in a list or a mapping: it stays where it is while the rest is edited.

The text has more entries than the value that was read from it then. Which of them were read is
found by comparing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from argmap.frozen import frozen
from argmap.model.argument_map import Table, Value
from argmap.store.yaml.node import Collection, Node, name_of, text_of


@frozen
class Stretch:
    """Entries in a row that were read, from a place in the list on, and what becomes of them.

    Behind it stands an entry that could not be read, or the list ends.
    """

    first: int
    before: tuple[Value, ...]
    after: tuple[Value, ...]


def holds_unread(node: Node, value: Value) -> bool:
    """Whether a node holds more than the value that was read from it; None means that none was."""
    if not isinstance(node, Collection):
        return False
    if node.mapping:
        read = {name for name, _ in value.pairs} if isinstance(value, Table) else set()
        return any(name_of(key) not in read for key, _ in node.pairs())
    return len(node.items) > (len(value) if isinstance(value, tuple) else 0)


def stretches(
    items: Sequence[Node], before: tuple[Value, ...], after: tuple[Value, ...]
) -> Iterator[Stretch]:
    """Return the stretches of a list between the entries that could not be read."""
    if len(items) == len(before):
        yield Stretch(0, before, after)
        return
    from difflib import SequenceMatcher

    operations = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    at = done = 0
    first = 0
    for place, was_read in enumerate(_read(items, before)):
        if was_read:
            continue
        end = at + place - first
        new = next((_moved(end, o) for o in operations if o[1] <= end <= o[2]), done)
        yield Stretch(first, before[at:end], after[done:new])
        at, done, first = end, new, place + 1
    yield Stretch(first, before[at:], after[done:])


def _moved(boundary: int, operation: tuple[str, int, int, int, int]) -> int:
    """Return where a boundary between entries is after an operation that touches it."""
    _, start, _, new_start, new_end = operation
    return min(new_start + boundary - start, new_end)


def _read(items: Sequence[Node], values: tuple[Value, ...]) -> Iterator[bool]:
    """Return of each entry whether it was read as one of the values, which are in order."""
    at = 0
    for place, node in enumerate(items):
        left = len(values) - at
        all_left = left == len(items) - place
        was_read = all_left or (left > 0 and _says(node, values[at]))
        at += was_read
        yield was_read


def _says(node: Node, value: Value) -> bool:
    """Whether a value was read from a node, as far as its first key goes."""
    if not isinstance(node, Collection):
        return text_of(node) == value
    if not node.mapping or not isinstance(value, Table):
        return False
    return all(
        any(name_of(key) == name and _says(inner, said) for key, inner in node.pairs())
        for name, said in value.pairs[:1]
    )
