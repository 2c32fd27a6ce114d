"""What each scalar of a map's text is: a key, an id, the name of something, a text, a value.

One walk over the tree that the reader reads too; colours, hover, uses and renaming follow from it.
What stands where no key of the table does is `OTHER`: nothing is taken for a name by chance.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum, auto

from argmap.frozen import frozen
from argmap.store.schema.keys import KEYS_OF, Key, Level, Type
from argmap.store.yaml.lines import Lines
from argmap.store.yaml.node import Collection, Node, Scalar, name_of, text_of


class Role(StrEnum):
    """What a scalar is."""

    KEY = auto()
    ID = auto()
    NAME = auto()
    TEXT = auto()
    VALUE = auto()
    OTHER = auto()
    COMMENT = auto()


@frozen
class Spot:
    """Where a scalar stands (indices in characters), what it says, and what it belongs to.

    `key` is the key that it is or stands behind, `item` the index in the text at which the item
    of a section begins that holds it, -1 outside of all.
    """

    start: int
    end: int
    role: Role
    said: str
    level: Level
    key: str
    item: int = -1


_ROLES: Mapping[Type, Role] = {
    Type.ID: Role.ID,
    Type.RELATION_ID: Role.ID,
    Type.REF: Role.NAME,
    Type.IDS: Role.NAME,
    Type.TEXT: Role.TEXT,
    Type.TEXTS: Role.TEXT,
    Type.FLAG: Role.VALUE,
    Type.SHARE: Role.VALUE,
    Type.WEIGHT: Role.VALUE,
    Type.CHOICE: Role.VALUE,
    Type.VERSION: Role.VALUE,
}
_INNER: Mapping[Type, Level] = {
    Type.CITES: Level.CITE,
    Type.STYLE: Level.STYLE,
    Type.CONFLICTS: Level.CONFLICT,
}

NAMED: Mapping[tuple[Level, str], tuple[str, ...]] = {
    (Level.STATEMENT, "group"): ("groups",),
    (Level.CITE, "source"): ("sources",),
    (Level.RELATION, "from"): ("statements",),
    (Level.RELATION, "supports"): ("statements", "relations"),
    (Level.RELATION, "attacks"): ("statements", "relations"),
    (Level.GROUP, "parent"): ("groups",),
    (Level.VIEWPOINT, "judgements"): ("statements", "relations"),
}
"""The sections of what a key may name, by its level and name."""


def spots_of(lines: Lines, root: Node | None) -> Iterator[Spot]:
    """Return what the scalars of a text are, in their order; none of a text that is no mapping."""
    if isinstance(root, Collection) and root.mapping:
        yield from _Walk(lines).mapping(root, Level.MAP)


class _Walk:
    """The walk; levels lie no deeper in one another than the format allows, so it may recurse."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._item = -1

    def mapping(self, node: Collection, level: Level) -> Iterator[Spot]:
        """Return the spots of a mapping that has the keys of a level."""
        for key_node, value in node.pairs():
            name = name_of(key_node) or ""
            key = KEYS_OF[level].get(name)
            if not isinstance(key_node, Collection):
                yield self._spot(key_node, Role.KEY, level, name)
            yield from self._value(value, level, name, key)

    def _value(self, node: Node, level: Level, name: str, key: Key | None) -> Iterator[Spot]:
        kind = key.type if key else Type.SIDE
        if kind is Type.ITEMS:
            yield from self._section(node, Level(name))
        elif kind is Type.JUDGEMENTS:
            yield from self._judgements(node, level, name)
        elif kind in _INNER:
            for each in _entries(node):
                yield from self._nested(each, _INNER[kind], name)
        else:
            role = _ROLES.get(kind, Role.OTHER)
            if level is Level.CONFLICT:
                role = Role.OTHER  # what the sides of a merge said stays as they said it
            yield from self._all(node, role, level, name)

    def _section(self, node: Node, level: Level) -> Iterator[Spot]:
        for each in node.items if isinstance(node, Collection) and not node.mapping else ():
            self._item = each.start_mark.index
            yield from self._nested(each, level, level)
            self._item = -1

    def _nested(self, node: Node, level: Level, name: str) -> Iterator[Spot]:
        if isinstance(node, Collection) and node.mapping:
            yield from self.mapping(node, level)
        else:
            yield from self._all(node, Role.OTHER, level, name)

    def _judgements(self, node: Node, level: Level, name: str) -> Iterator[Spot]:
        if not isinstance(node, Collection) or not node.mapping:
            yield from self._all(node, Role.OTHER, level, name)
            return
        for judged, value in node.pairs():
            yield from self._all(judged, Role.NAME, level, name)
            yield from self._all(value, Role.VALUE, level, name)

    def _all(self, node: Node, role: Role, level: Level, name: str) -> Iterator[Spot]:
        """Return the scalars in a node; names and values lie no deeper than in a list."""
        waiting = [node]
        deep = False
        while waiting:
            each = waiting.pop()
            if isinstance(each, Collection):
                if each.mapping or deep:
                    role = Role.OTHER
                deep = True
                waiting += reversed(each.items)
            elif each.end_mark.index > each.start_mark.index:
                yield self._spot(each, role, level, name)

    def _spot(self, node: Scalar, role: Role, level: Level, name: str) -> Spot:
        end = self._lines.content_end(node)
        return Spot(node.start_mark.index, end, role, text_of(node), level, name, self._item)


def _entries(node: Node) -> list[Node]:
    """Return the entries of a list, or what stands there alone."""
    return node.items if isinstance(node, Collection) and not node.mapping else [node]
