"""What can be written at a place: keys that are not there yet, ids with their texts, and words.

A text is mostly no YAML while somebody writes in it, so this goes by lines and columns: a key
belongs to the nearest line above it that holds a key further to the left, and so on up to the edge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum, auto

from argmap.authoring.naming import label_of
from argmap.authoring.spots import NAMED
from argmap.authoring.written import Written
from argmap.frozen import frozen
from argmap.model.argument_map import Relation
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
_FAR = 20_000
"""So many lines are looked at on the way up."""


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


def offers(text: Written, index: int) -> tuple[Offer, ...]:
    """Return what can be written at an index, in the order of the table or of the map."""
    line, column = text.lines.of(index)
    lines = _Rows(text, line)
    before = lines.row(line)[:column]
    if re.search(r"(?:\A|\s)#", before):
        return ()
    here = _here(lines, line, before)
    if here is None:
        return ()
    word = _WORD.search(before)
    start = index - len(word[0] if word else "")
    made = _made(text, here)
    return tuple(
        Offer(name, says, what, start, index, becomes) for name, says, what, becomes in made
    )


class _Rows:
    """The lines of a text around one, cut from it when asked for."""

    def __init__(self, text: Written, line: int) -> None:
        self._text = text
        self.last = len(text.lines.starts)
        self.top = max(0, line - _FAR)

    def row(self, line: int) -> str:
        """Return a line without its break."""
        lines = self._text.lines
        return self._text.text[lines.index(line, 0) : lines.index(line + 1, 0)].rstrip("\r\n")

    def above(self, line: int) -> Iterator[str]:
        """Return the lines above one, the nearest first."""
        return (self.row(at) for at in range(line - 1, self.top - 1, -1))

    def below(self, line: int) -> Iterator[str]:
        """Return the lines below one."""
        return (self.row(at) for at in range(line + 1, min(self.last, line + 1000)))


def _here(lines: _Rows, line: int, before: str) -> _Here | None:
    lead = _LEAD.match(before)
    indent = len(lead[0]) if lead else 0
    found = _KEY.match(before)
    path = _path(lines.above(line), indent)
    if found is None and not _flow_part(before[indent:]):
        there = _siblings(lines, line, indent)
        return _at_key(path, there, before)
    own = [found["key"]] if found else []
    inside = before[found.end() :] if found else before[indent:]
    return _at_value([*path, *own], inside)


def _path(above: Iterable[str], indent: int) -> list[str]:
    """Return the keys that what stands at a column belongs to, outermost first."""
    path: list[str] = []
    for row in above:
        found = _KEY.match(row)
        if found and len(found["lead"]) < indent:
            path.insert(0, found["key"])
            indent = len(found["lead"])
            if not indent:
                break
    return path


def _siblings(lines: _Rows, line: int, indent: int) -> frozenset[str]:
    """Return the keys of the mapping that a line belongs to."""
    found = set[str]()
    begins = "-" in (_LEAD.match(lines.row(line)) or [""])[0]
    if not begins:
        for row in lines.above(line):
            if row.strip():
                key = _KEY.match(row)
                found |= {key["key"]} if key and len(key["lead"]) == indent else set()
                lead = (_LEAD.match(row) or [""])[0]
                if len(lead) < indent or ("-" in lead and len(lead) == indent):
                    break
    for row in lines.below(line):
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

Made = tuple[str, str, What, str]


def _made(text: Written, here: _Here) -> Iterator[Made]:
    if here.judging and not here.key:
        yield from ((str(word), "", What.VALUE, str(word)) for word in Judgement)
    elif here.judging:
        yield from _ids(text, here, ": ")
    elif not here.key:
        yield from (_key(key) for key in KEYS_OF[here.level].values() if key.name not in here.there)
    elif (here.level, here.key) in NAMED:
        yield from _ids(text, here)
    elif key := KEYS_OF[here.level].get(here.key):
        yield from ((word, "", What.VALUE, word) for word in _words(key))


def _key(key: Key) -> Made:
    return (
        key.name,
        key.meaning,
        What.KEY,
        f"{key.name}:" if key.type in _BELOW else f"{key.name}: ",
    )


def _ids(text: Written, here: _Here, then: str = "") -> Iterator[Made]:
    """Return the ids that may be named, with their texts; then those of items not yet whole.

    Only who judges may call a relation by a name that it does not bear in writing.
    """
    sections = NAMED[here.level, here.key]
    for name in sections:
        for item in getattr(text.known, name):
            if not (isinstance(item, Relation) and item.anonymous and not then):
                yield item.id, label_of(text.known, item), What.ID, flow(item.id) + then
    for id_, spot in text.defined.items():
        if spot.level in sections and id_ not in text.known.ids - text.known.unread:
            yield id_, "", What.ID, flow(id_) + then


def _words(key: Key) -> Sequence[str]:
    if key.type is Type.FLAG:
        return ("true", "false")
    return (str(VERSION),) if key.type is Type.VERSION else key.words
