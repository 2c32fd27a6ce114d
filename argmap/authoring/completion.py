"""What can be written at a place: keys that are not there yet, ids with their texts, and words.

A text is mostly no YAML while somebody writes in it, so this goes by lines and columns: a key
belongs to the nearest line above it that holds a key further to the left, and so on up to the edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum, auto
from itertools import islice

from argmap.authoring.naming import label_of
from argmap.authoring.positions import rows
from argmap.authoring.spots import NAMED, Spot
from argmap.authoring.written import Written
from argmap.frozen import frozen
from argmap.model.argument_map import (
    ArgumentMap,
    Group,
    Relation,
    Source,
    Statement,
    Viewpoint,
)
from argmap.model.kinds import Judgement
from argmap.store.schema.keys import KEYS_OF, VERSION, Key, Level, Type
from argmap.store.yaml.emit import flow

_WORD = re.compile(r"[\w.+-]*\Z")
_KEY = re.compile(
    r"(?P<lead>[ \t]*+(?:-[ \t]++)*)(?!-[ \t])(?P<key>[^\s:#\[\]{},\"'][^:#]*?)[ \t]*:(?=\s|\Z)"
)
_LEAD = re.compile(r"[ \t]*(?:-(?:[ \t]+|\Z))*")
_HOLDERS = {Type.CITES: Level.CITE, Type.STYLE: Level.STYLE, Type.CONFLICTS: Level.CONFLICT}
_BELOW = (Type.ITEMS, Type.JUDGEMENTS, *_HOLDERS)
"""What stands on the lines below its key."""
_COMMENT = re.compile(r"(?:\A|\s)#")
_FREE = frozenset(
    key.name for keys in KEYS_OF.values() for key in keys.values() if key.type is Type.TEXT
)
"""Keys of texts, wherever they stand."""
_NEAR = 1000
"""So many lines are looked at on the way down."""
_Item = Statement | Relation | Source | Group | Viewpoint


class What(StrEnum):
    """What is offered."""

    KEY = auto()
    ID = auto()
    VALUE = auto()


@frozen
class Offer:
    """Something that can be written: what it is called and says, and what takes whose place."""

    name: str
    says: str
    what: What
    start: int
    end: int
    becomes: str

    @property
    def spoken(self) -> str:
        """Name and what it says, as a screen reader says them."""
        return f"{self.name}: {self.says}" if self.says else self.name


@frozen
class _Here:
    """Where the cursor is: at a key of a level, or at the value of one; `judging` ids."""

    level: Level
    key: str = ""
    judging: bool = False
    there: frozenset[str] = frozenset()


@frozen
class Names:
    """What can be named: the items of the map as it was last read, and ids of those begun."""

    known: ArgumentMap
    defined: Mapping[str, Spot]


def names_in(text: Written) -> Names:
    """Return what can be named in a text."""
    return Names(text.known, text.defined)


def offers(text: str, index: int, names: Names) -> tuple[Offer, ...]:
    """Return what can be written at an index, in the order of the table or of the map.

    The text need not have been read: names are looked up in what was read before.
    """
    head = rows(text[:index])
    tail = text[index:].split("\n", _NEAR)
    lines = [*head[:-1], head[-1] + tail[0], *tail[1:_NEAR]]
    start, made = _made_at(_Around(lines, len(head) - 1, len(head[-1])), names)
    before = index - len(head[-1])
    return tuple(_offer(names.known, each, before + start, index) for each in made)


def fitting(
    lines: Sequence[str], line: int, column: int, names: Names, most: int
) -> tuple[Offer, ...]:
    """Return the offers that fit the word before a place, the likeliest first; not too many.

    Those that begin with it come first, then those that hold it, then those in whose text a word
    begins with it. The lines may have their breaks; the offers count columns of this one.
    """
    around = _Around(lines, line, column)
    start, made = _made_at(around, names)
    word = around.before[start:].casefold()
    chosen = islice(_ranked(made, word) if word else made, most)
    return tuple(_offer(names.known, each, start, column) for each in chosen)


def is_free(before: str) -> bool:
    """Whether one writes what nobody can foresee, going by what stands before it on its line."""
    found = _KEY.match(before)
    return bool(found and found["key"] in _FREE) or _COMMENT.search(before) is not None


def _ranked(made: Iterable[_Made], word: str) -> Iterator[_Made]:
    """Return what fits a word, the best first; who wants but a few makes no more be looked at."""
    inside: list[_Made] = []
    rest: list[_Made] = []
    for each in made:
        at = each[0].casefold().find(word)
        if at == 0:
            yield each
        else:
            (inside if at > 0 else rest).append(each)
    yield from inside
    begins = f" {word}"
    yield from (each for each in rest if begins in f" {_known_by(each[1])}".casefold())


def _made_at(around: _Around, names: Names) -> tuple[int, Iterable[_Made]]:
    """Return the column at which the word before a place begins, and what can stand there."""
    here = None if _COMMENT.search(around.before) else _here(around)
    word = _WORD.search(around.before)
    start = len(around.before) - len(word[0] if word else "")
    return start, _made(names, here) if here else ()


class _Around:
    """The lines of a text around a place; `before` is what stands on its line up to there."""

    def __init__(self, lines: Sequence[str], line: int, column: int) -> None:
        self._lines = lines
        self._line = line
        self.row = lines[line].rstrip("\r\n")
        self.before = self.row[:column]

    def above(self, indent: int) -> Iterator[str]:
        """Return the lines above, the nearest first, without those that are indented further."""
        further = " " * (indent + 1)
        lines = self._lines
        for at in range(self._line - 1, -1, -1):
            if not lines[at].startswith(further):
                yield lines[at].rstrip("\r\n")

    @property
    def below(self) -> Iterator[str]:
        """The lines below, as far as they are looked at."""
        near = islice(self._lines, self._line + 1, self._line + _NEAR)
        return (line.rstrip("\r\n") for line in near)


def _here(around: _Around) -> _Here | None:
    before = around.before
    lead = _LEAD.match(before)
    indent = len(lead[0]) if lead else 0
    found = _KEY.match(before)
    path = _path(around, indent)
    if found is None and not _flow_part(before[indent:]):
        return _at_key(path, _siblings(around, indent), before)
    own = [found["key"]] if found else []
    inside = before[found.end() :] if found else before[indent:]
    return _at_value([*path, *own], inside)


def _path(around: _Around, indent: int) -> list[str]:
    """Return the keys that what stands at a column belongs to, outermost first."""
    path: list[str] = []
    for row in around.above(indent - 1):
        if not indent:
            break
        found = _KEY.match(row)
        if found and len(found["lead"]) < indent:
            path.insert(0, found["key"])
            indent = len(found["lead"])
    return path


def _siblings(around: _Around, indent: int) -> frozenset[str]:
    """Return the keys of the mapping that a line belongs to."""
    found = set[str]()
    begins = "-" in (_LEAD.match(around.row) or [""])[0]
    if not begins:
        for row in around.above(indent):
            if row.strip():
                key = _KEY.match(row)
                found |= {key["key"]} if key and len(key["lead"]) == indent else set()
                lead = (_LEAD.match(row) or [""])[0]
                if len(lead) < indent or ("-" in lead and len(lead) == indent):
                    break
    for row in around.below:
        if row.strip():
            lead = (_LEAD.match(row) or [""])[0]
            if len(lead) < indent or ("-" in lead and len(lead) <= indent):
                break
            key = _KEY.match(row)
            found |= {key["key"]} if key and len(key["lead"]) == indent else set()
    return frozenset(found)


def _flow_part(value: str) -> str:
    return value if value.lstrip()[:1] in ("[", "{") else ""


def _level(path: Sequence[str]) -> tuple[Level, Key | None] | None:
    """Return the level that a path of keys leads to, and its last key if that holds a value."""
    level = Level.MAP
    for number, name in enumerate(path):
        key = KEYS_OF[level].get(name)
        if key is None:
            return None
        if key.type is Type.ITEMS:
            level = Level(name)
        elif key.type in _HOLDERS:
            level = _HOLDERS[key.type]
        else:
            return (level, key) if number == len(path) - 1 else None
    return level, None


def _at_key(path: list[str], there: frozenset[str], before: str) -> _Here | None:
    found = _level(path)
    if found is None:
        return None
    level, key = found
    if key is None:
        section = level in (*map(Level, _SECTIONS), Level.CITE, Level.CONFLICT)
        loose = section and len(path) == 1 and not before.strip().startswith("-")
        inside = bool(there) or not loose or before.startswith((" ", "\t"))
        return _Here(level, there=there) if inside else None
    if key.type is Type.JUDGEMENTS:
        return _Here(level, key.name, judging=True)
    return _Here(level, key.name) if key.type is Type.IDS and "-" in before else None


def _at_value(path: list[str], inside: str) -> _Here | None:
    """Return where a value is being written, perhaps within brackets."""
    if path[-2:-1] == ["judgements"] and (inside.startswith((" ", "\t"))):
        return _Here(Level.VIEWPOINT, "", judging=True) if len(path) == 3 else None
    found = _level(path)
    if found is None or not inside.startswith((" ", "\t", "[", "{")):
        return None
    level, key = found
    braced = re.search(r"\{(?:[^{}]*,)?\s*(?P<rest>[^{},]*)\Z", inside)
    if key is None or key.type is Type.JUDGEMENTS:
        return _in_braces(level, key, braced)
    if key.type is Type.IDS and "[" not in inside:
        return None
    return _Here(level, key.name)


def _in_braces(level: Level, key: Key | None, braced: re.Match[str] | None) -> _Here | None:
    if braced is None:
        return None
    name, colon, _ = braced["rest"].partition(":")
    if key is not None:
        return _Here(level, "" if colon else key.name, judging=True)
    there = frozenset(re.findall(r"([\w-]+)\s*:", braced[0]))
    return _Here(level, name.strip()) if colon else _Here(level, there=there)


_SECTIONS = ("statements", "relations", "sources", "groups", "viewpoints")


_Made = tuple[str, _Item | str, What, str]
"""A name, what it is about or says, what it is, and what is written: behind it, if it is an id.

There are as many as the map has items, of which few are shown, so they are no more than that.
"""


def _offer(known: ArgumentMap, made: _Made, start: int, end: int) -> Offer:
    """Return what can stand somewhere as an offer to write it in place of what stands there."""
    name, about, what, becomes = made
    says = about if isinstance(about, str) else label_of(known, about)
    ready = flow(name) + becomes if what is What.ID else becomes
    return Offer(name, says, what, start, end, ready)


def _known_by(about: _Item | str) -> str:
    """Return what people know an item by: the text of a statement, the title of others."""
    if isinstance(about, Statement):
        return about.text
    return "" if isinstance(about, str | Relation) else about.title


def _made(names: Names, here: _Here) -> Iterator[_Made]:
    if here.judging and not here.key:
        yield from ((word, "", What.VALUE, word) for word in map(str, Judgement))
    elif here.judging:
        yield from _ids(names, here, ": ")
    elif not here.key:
        yield from (_key(key) for key in KEYS_OF[here.level].values() if key.name not in here.there)
    elif (here.level, here.key) in NAMED:
        yield from _ids(names, here)
    elif key := KEYS_OF[here.level].get(here.key):
        yield from ((word, "", What.VALUE, word) for word in _words(key))


def _key(key: Key) -> _Made:
    becomes = f"{key.name}:" if key.type in _BELOW else f"{key.name}: "
    return key.name, key.meaning, What.KEY, becomes


def _ids(names: Names, here: _Here, then: str = "") -> Iterator[_Made]:
    """Return the ids that may be named, with their texts; then those of items not yet whole.

    Only who judges may call a relation by a name that it does not bear in writing.
    """
    sections, known = NAMED[here.level, here.key], names.known
    for name in sections:
        for item in getattr(known, name):
            if not (isinstance(item, Relation) and item.anonymous and not then):
                yield item.id, item, What.ID, then
    read = known.ids - known.unread
    for id_, spot in names.defined.items():
        if spot.level in sections and id_ not in read:
            yield id_, "", What.ID, then


def _words(key: Key) -> Sequence[str]:
    if key.type is Type.FLAG:
        return ("true", "false")
    return (str(VERSION),) if key.type is Type.VERSION else key.words
