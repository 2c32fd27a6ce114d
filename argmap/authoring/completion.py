"""What can be written at a place: keys that are not there yet, ids with their texts, and words.

A text is mostly no YAML while somebody writes in it, so this goes by lines and columns: a key
belongs to the nearest line above it that holds a key further to the left, and so on up to the edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum, auto
from itertools import islice
from typing import NamedTuple

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

_WORD = re.compile(r"[A-Za-z0-9_.+-]*\Z")
_KEY = re.compile(
    r"(?P<lead>[ \t]*+(?:-[ \t]++)*+)(?P<key>[^\s:#\[\]{},\"'][^:#]*?)[ \t]*:(?=\s|\Z)"
)
_LEAD = re.compile(r"[ \t]*(?:-(?:[ \t]+|\Z))*")
_HOLDERS = {Type.CITES: Level.CITE, Type.STYLE: Level.STYLE, Type.CONFLICTS: Level.CONFLICT}
_BELOW = (Type.ITEMS, Type.JUDGEMENTS, *_HOLDERS)
"""What stands on the lines below its key."""
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
    start, made = _made_at(text, index, names)
    return tuple(each.offer(names.known, start, index) for each in made)


def fitting(text: str, index: int, names: Names, most: int) -> tuple[Offer, ...]:
    """Return the offers that fit the word before an index, the likeliest first; not too many.

    Those that begin with it come first, then those that hold it, then those in whose text a word
    begins with it.
    """
    start, made = _made_at(text, index, names)
    word = text[start:index].casefold()
    if word:
        made = _ranked(made, word)
    return tuple(each.offer(names.known, start, index) for each in islice(made, most))


def _ranked(made: Iterable[_Made], word: str) -> Iterator[_Made]:
    """Return what fits a word, the best first; who wants but a few makes no more be looked at."""
    inside: list[_Made] = []
    rest: list[_Made] = []
    for each in made:
        at = each.name.casefold().find(word)
        if at == 0:
            yield each
        else:
            (inside if at > 0 else rest).append(each)
    yield from inside
    yield from (each for each in rest if f" {word}" in f" {each.text.casefold()}")


def _made_at(text: str, index: int, names: Names) -> tuple[int, Iterable[_Made]]:
    """Return where the word before an index begins, and what can stand there."""
    around = _Rows(text, index)
    here = None if re.search(r"(?:\A|\s)#", around.before) else _here(around)
    word = _WORD.search(around.before)
    start = index - len(word[0] if word else "")
    return start, _made(names, here) if here else ()


class _Rows:
    """The lines of a text around an index; `before` is what stands on its line up to there."""

    def __init__(self, text: str, index: int) -> None:
        *self._above, self.before = _split(text[:index])
        rest, *self.below = _split(text[index:], _NEAR)
        del self.below[_NEAR - 1 :]
        self.row = self.before + rest

    def above(self, indent: int) -> Iterator[str]:
        """Return the lines above, the nearest first, without those that are indented further."""
        further = " " * (indent + 1)
        return (row for row in reversed(self._above) if not row.startswith(further))


def _split(text: str, most: int = -1) -> list[str]:
    return rows(text) if "\r" in text else text.split("\n", most)


def _here(around: _Rows) -> _Here | None:
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


def _path(around: _Rows, indent: int) -> list[str]:
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


def _siblings(around: _Rows, indent: int) -> frozenset[str]:
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


class _Made(NamedTuple):
    """Something that can stand somewhere; what it is about is put into words when offered."""

    name: str
    about: _Item | str
    what: What
    becomes: str

    def offer(self, known: ArgumentMap, start: int, end: int) -> Offer:
        """Return it as an offer to write it in place of what stands there."""
        says = self.about if isinstance(self.about, str) else label_of(known, self.about)
        ready = flow(self.name) + self.becomes if self.what is What.ID else self.becomes
        return Offer(self.name, says, self.what, start, end, ready)

    @property
    def text(self) -> str:
        """What people know it by: the text of a statement, the title of others."""
        if isinstance(self.about, Statement):
            return self.about.text
        return "" if isinstance(self.about, str | Relation) else self.about.title


def _made(names: Names, here: _Here) -> Iterator[_Made]:
    if here.judging and not here.key:
        yield from (_Made(word, "", What.VALUE, word) for word in map(str, Judgement))
    elif here.judging:
        yield from _ids(names, here, ": ")
    elif not here.key:
        yield from (_key(key) for key in KEYS_OF[here.level].values() if key.name not in here.there)
    elif (here.level, here.key) in NAMED:
        yield from _ids(names, here)
    elif key := KEYS_OF[here.level].get(here.key):
        yield from (_Made(word, "", What.VALUE, word) for word in _words(key))


def _key(key: Key) -> _Made:
    becomes = f"{key.name}:" if key.type in _BELOW else f"{key.name}: "
    return _Made(key.name, key.meaning, What.KEY, becomes)


def _ids(names: Names, here: _Here, then: str = "") -> Iterator[_Made]:
    """Return the ids that may be named, with their texts; then those of items not yet whole.

    Only who judges may call a relation by a name that it does not bear in writing.
    """
    sections, known = NAMED[here.level, here.key], names.known
    for name in sections:
        for item in getattr(known, name):
            if not (isinstance(item, Relation) and item.anonymous and not then):
                yield _Made(item.id, item, What.ID, then)
    read = known.ids - known.unread
    for id_, spot in names.defined.items():
        if spot.level in sections and id_ not in read:
            yield _Made(id_, "", What.ID, then)


def _words(key: Key) -> Sequence[str]:
    if key.type is Type.FLAG:
        return ("true", "false")
    return (str(VERSION),) if key.type is Type.VERSION else key.words
