"""From nodes to items: what can be read becomes part of the map, the rest becomes problems.

One bad statement does not stop the rest. An item that lacks what it needs is left out, and so is
whatever hangs on it; an optional key with a bad value is left out alone, and so is a bad entry of a
list, such as a citation. All stay in the text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from argmap.errors import Place
from argmap.model.argument_map import (
    SECTIONS,
    ArgumentMap,
    Cite,
    Conflict,
    Item,
    Relation,
    Statement,
    Style,
    Value,
)
from argmap.model.integrity import dangling, named, unsettled
from argmap.model.kinds import RESERVED_VIEWPOINTS, Bearing
from argmap.model.natural_kind import natural_kind
from argmap.store.reading.complaints import Complaints
from argmap.store.reading.partial_item import (
    PartialItem,
    Values,
    made,
    tell_halves,
    tell_refusals,
)
from argmap.store.reading.references import Loose, tied
from argmap.store.reading.repairs import Repair
from argmap.store.reading.values import (
    READ,
    READ_PLAIN,
    ids_in,
    is_absent,
    judgements,
    listed,
    read_judgement,
    read_text,
)
from argmap.store.schema.keys import KEYS_OF, REQUIRED, Key, Level, Type
from argmap.store.yaml.node import (
    BadValueError,
    Collection,
    Node,
    key_of,
    value_of,
)
from argmap.store.yaml.scan import Scan

_CUTS = (" ", "\t", ",")
"""What cuts a text begins with one of these."""

_KEYS = {
    level: {
        name: (key, READ.get(key.type), key.type is Type.TEXT, READ_PLAIN.get(key.type))
        for name, key in keys.items()
    }
    for level, keys in KEYS_OF.items()
}
"""Each key with the functions that read its value, if it holds no others."""
_UNKNOWN = (None, None, False, None)

_Entry = TypeVar("_Entry")
_Read = TypeVar("_Read")


class Reader:
    """Reads the tree of one file.

    Afterwards `items` tells which item the node at an index of the text became, `places` where
    the item of an id stands, `implied` which statements name no kind, and `locked` whether
    something stands where new items would have to. `unquoted` are texts that YAML takes for
    something else, `offered` repairs of what could be read as it is.
    """

    def __init__(self, scanned: Scan, say: Complaints) -> None:
        self._lines = scanned.lines
        self._text = scanned.lines.text
        self._refusals = scanned.refusals
        self._refused = sorted(refusal.mark.index for refusal in scanned.refusals)
        self._refusing = frozenset(self._refused)
        self._say = say
        self.items: dict[int, Item] = {}
        self.places: Mapping[str, Place] = {}
        self.implied: frozenset[str] = frozenset()
        self.locked = scanned.root is not None and scanned.root.start_mark.index in self._refused
        self.unquoted: list[Node] = []
        self.offered: list[Repair] = []
        self._spoilt = False
        self._left_out: list[Node] = []

    def read(self, root: Collection) -> ArgumentMap:
        """Return the map that a root mapping describes."""
        values = self._keys(root, Level.MAP)
        values.pop("argmap", None)
        drafts = [d for name in SECTIONS for d in self._drafts(name, values.pop(name, None))]
        drafts.sort(key=lambda draft: draft.node.start_mark.index)
        self._make(drafts)
        self.items = {d.node.start_mark.index: d.item for d in drafts if d.item}
        for name in SECTIONS:
            values[name] = tuple(d.item for d in drafts if d.item and d.level == name)
        argument_map = ArgumentMap(**values)
        argument_map = replace(argument_map, unread=self._unread(argument_map, drafts))
        marks = {d.item.id: d.node.start_mark for d in drafts if d.item}
        for problem in dangling(argument_map):
            self._say.at(problem, marks[problem.ids[0]])
        self.places = self._say.places(marks)
        tell_refusals(self._refusals, drafts, self._say)
        tell_halves(self._lines, root, drafts, self._say)
        return argument_map

    def _unread(self, argument_map: ArgumentMap, drafts: list[PartialItem]) -> frozenset[str]:
        """Return the ids in the file that nothing in the map has, and that mean something there."""
        nodes = [*(d.node for d in drafts if d.item is None), *self._left_out]
        left_out = (id_ for node in nodes for id_ in ids_in(node))
        return frozenset(filter(None, [*named(argument_map), *left_out])) - argument_map.ids

    def read_alone(self, items: Node | None, level: Level) -> Item | None:
        """Return the one item of a list, whatever it names; None where it cannot be read."""
        (draft,) = self.drafts_alone(items, level)
        return draft.item

    def drafts_alone(self, items: Node | None, level: Level) -> list[PartialItem]:
        """Return the items of a list, whatever they name; those that cannot be read hold none."""
        drafts = [*self._drafts(level, items)]
        self._enter(drafts)
        return drafts

    def _drafts(self, name: str, section: Node | None) -> Iterator[PartialItem]:
        """Return a draft for each item of a section, with the keys that could be read."""
        level = Level(name)
        for node in section.items if isinstance(section, Collection) else ():
            since = len(self._say)
            draft = PartialItem(level, node, self._holds_refusal(node))
            if isinstance(node, Collection) and node.mapping:
                self._spoilt = False
                draft.values = self._keys(node, level)
                draft.id = draft.values.get("id", "")
                if draft.refused:
                    self._say.forget(since)
                draft.refused |= self._spoilt
                self._say.belong_to(draft.id, since)
            elif not draft.refused:
                message = f"An item of `{level}` has to be a mapping that starts with `id:`."
                self._say.error("bad-item", message, "Write `- id: some-name`.", node.start_mark)
            yield draft

    def _holds_refusal(self, node: Node) -> bool:
        """Whether a refused construct stands in a node."""
        if not self._refused:
            return False
        at = bisect_left(self._refused, node.start_mark.index)
        return at < len(self._refused) and self._refused[at] <= self._lines.content_end(node)

    def _refuses(self, key: Key | None, node: Node) -> bool:
        """Whether a top-level key cannot be read; sections are refused item by item."""
        return (key is None or key.type is not Type.ITEMS) and self._holds_refusal(node)

    def _keys(self, node: Collection, level: Level) -> Values:
        """Return the keys of a mapping, the first of two; what is wrong is left out and told."""
        keys = _KEYS[level]
        values: Values = {}
        extra: dict[str, Value] = {}
        seen: set[str] = set()
        for key_node, value in node.pairs():
            key = None
            try:
                name = key_of(key_node)
                key, reads, is_text, plain = keys.get(name, _UNKNOWN)
                if is_text:
                    self._look_at_text(value)
                read = None
                if key and plain and not isinstance(value, Collection) and not value.style:
                    read = plain(value.value, key)
                if name in seen:
                    self._twice(name, key_node)
                    self._left_out += [value] if name in SECTIONS else []
                elif level is Level.MAP and self._refuses(key, value):
                    pass  # told with all that is refused
                elif read is not None:
                    values[name] = read
                elif key is not None:
                    values[name] = reads(value, key) if reads else self._value(key, value)
                else:
                    extra[name] = value_of(value)
                    self._doubt(name, level, key_node)
                seen.add(name)
            except BadValueError as wrong:
                self._say.wrong(wrong)
                self._spoilt |= key is not None and key.required and level is not Level.CITE
        values["extra"] = tuple(extra.items()) if extra else ()
        return values

    def _look_at_text(self, node: Node) -> None:
        """Note a text that YAML takes for something else, or of which it takes a part away."""
        if isinstance(node, Collection) or node.start_mark.index in self._refusing:
            self.unquoted.append(node)
        elif not node.style and self._text.startswith(_CUTS, node.end_mark.index):
            self._look_at_cut(node)

    def _look_at_cut(self, node: Node) -> None:
        from argmap.store.reading.by_hand import cut_short

        if cut := cut_short(self._lines.text, node):
            self._say.warning(cut.code, cut.message, cut.hint, node.start_mark)
            self.offered += [cut] if cut.count else []

    def _value(self, key: Key, node: Node) -> Any:
        """Return a value that holds others; raises BadValueError where it cannot be read."""
        value: Any = None
        match key.type:
            case Type.ITEMS:
                value = self._section(node, key)
            case Type.TEXTS:
                value = tuple(self._each(listed(node, key), partial(read_text, key=key)))
            case Type.CITES:
                value = tuple(self._each(listed(node, key), self._cite))
            case Type.JUDGEMENTS:
                read = partial(read_judgement, seen=set[str]())
                value = tuple(self._each(judgements(node, key), read))
            case Type.CONFLICTS:
                value = tuple(self._each(listed(node, key), self._conflict))
            case Type.STYLE:
                value = self._style(node)
        return value

    def _each(self, entries: Iterable[_Entry], read: Callable[[_Entry], _Read]) -> Iterator[_Read]:
        """Return what was read of each entry; one that is wrong is left out alone, and told."""
        for entry in entries:
            try:
                yield read(entry)
            except BadValueError as wrong:
                self._say.wrong(wrong)

    def _style(self, node: Node) -> Style:
        if isinstance(node, Collection) and node.mapping:
            return Style(**self._keys(node, Level.STYLE))
        if is_absent(node):
            return Style()
        raise BadValueError(
            "The value of `style` has to be a mapping.", "Write `style: {theme: light}`.", node
        )

    def _section(self, node: Node, key: Key) -> Node | None:
        """Return the list of a section; where none can be read, none can be written either."""
        self.locked |= node.start_mark.index in self._refused
        try:
            listed(node, key)
        except BadValueError:
            self.locked = True
            raise
        return None if self.locked else node

    def _cite(self, node: Node) -> Cite:
        if not isinstance(node, Collection) or not node.mapping:
            raise BadValueError(
                "A citation has to be a mapping.", "Write `- source: some-id`.", node
            )
        values = self._keys(node, Level.CITE)
        if not values.get("source"):
            raise BadValueError("The citation names no source.", "Write `source: some-id`.", node)
        return Cite(**values)

    def _conflict(self, node: Node) -> Conflict:
        if not isinstance(node, Collection) or not node.mapping:
            raise BadValueError("A conflict has to be a mapping.", "Write `- id: some-id`.", node)
        conflict = Conflict(**self._keys(node, Level.CONFLICT))
        self._say.at(unsettled(conflict), node.start_mark)
        return conflict

    def _twice(self, name: str, node: Node) -> None:
        message = f"The key “{name}” occurs twice here; the first is read."
        self._say.error("duplicate-key", message, "Keep one of the two.", node.start_mark)

    def _doubt(self, name: str, level: Level, node: Node) -> None:
        if not name.startswith("x-"):
            hint = self._say.similar(name, KEYS_OF[level], "Begin keys of your own with `x-`.")
            message = f"The key “{name}” is not known here; it is kept."
            self._say.warning("unknown-key", message, hint, node.start_mark)

    def _make(self, drafts: list[PartialItem]) -> None:
        """Turn drafts into items where they can enter the map."""
        first = self._enter(drafts)
        self._tie(drafts, frozenset(first), frozenset(d.id for d in drafts if d.id not in first))
        self._name_kinds(drafts)

    def _enter(self, drafts: list[PartialItem]) -> dict[str, PartialItem]:
        """Turn drafts into items where they have what they need; return them by their ids."""
        first: dict[str, PartialItem] = {}
        for draft in drafts:
            if self._may_enter(draft, first):
                draft.item = made(draft)
                if draft.id:
                    first[draft.id] = draft
        return first

    def _tie(self, drafts: list[PartialItem], read: frozenset[str], unread: frozenset[str]) -> None:
        statements = frozenset(d.id for d in drafts if isinstance(d.item, Statement))
        loose = [(d, d.item) for d in drafts if isinstance(d.item, Relation)]
        places = [Loose(relation, draft.node.start_mark) for draft, relation in loose]
        kept = tied(places, statements, read, unread, self._say)
        for index, (draft, _) in enumerate(loose):
            draft.item = kept.get(index)

    def _name_kinds(self, drafts: list[PartialItem]) -> None:
        """Let the relations say what a statement is that does not say it itself."""
        bearings: defaultdict[str, set[Bearing]] = defaultdict(set)
        for draft in drafts:
            if isinstance(draft.item, Relation):
                for premise in draft.item.premises:
                    bearings[premise].add(draft.item.bearing)
        unnamed = [d for d in drafts if d.level is Level.STATEMENT and not d.values.get("kind")]
        for draft in unnamed:
            if isinstance(draft.item, Statement):
                draft.item = replace(draft.item, kind=natural_kind(bearings[draft.id]))
        self.implied = frozenset(draft.id for draft in unnamed if draft.item)

    def _may_enter(self, draft: PartialItem, first: Mapping[str, PartialItem]) -> bool:
        """Whether an item has what it needs; what a relation names is looked at later."""
        if draft.refused or not draft.values:
            return False
        fault = self._lack(draft)
        if fault is None and draft.id in first:
            line = first[draft.id].node.start_mark.line + 1
            fault = (
                "duplicate-id",
                f"The id “{draft.id}” is already taken by line {line}.",
                "Rename one of the two.",
            )
        if fault is not None:
            ids = (draft.id,) if draft.id else ()
            self._say.error(*fault, draft.node.start_mark, ids)
        return fault is None

    def _lack(self, draft: PartialItem) -> tuple[str, str, str] | None:
        values = draft.values
        for name in REQUIRED[draft.level]:
            if not values.get(name) and (name != "text" or name not in values):
                return ("missing-key", f"The key `{name}` is missing.", f"Add `{name}:`.")
        if draft.level is Level.RELATION and (
            bool(values.get("supports")) == bool(values.get("attacks"))
        ):
            message = "A relation has to support or attack exactly one thing."
            return ("targets", message, "Write one of the keys `supports` and `attacks`.")
        if draft.level is Level.VIEWPOINT and draft.id in RESERVED_VIEWPOINTS:
            return (
                "reserved-id",
                f"Every map already has a viewpoint “{draft.id}”.",
                "Rename this one.",
            )
        return None
