"""The keys of the file format: one table.

From these rows derive what the reader accepts, what it says about a wrong value, the order in
which keys are written, and `resources/schema.json` (see `json_schema`). A row names the attribute
of the model it fills where that is not simply the key.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import EnumType, StrEnum, auto

from argmap.model.kinds import Basis, Direction, Judgement, Kind, Open, Ties

VERSION = 1
ID_PATTERN = r"[A-Za-z0-9_][A-Za-z0-9_.-]*"
ID_LENGTH = 64
RESERVED_VIEWPOINTS = ("author", "debate", "common-ground")


class Type(StrEnum):
    """What a value may be."""

    TEXT = auto()
    TEXTS = auto()
    ID = auto()
    REF = auto()
    IDS = auto()
    FLAG = auto()
    SHARE = auto()
    WEIGHT = auto()
    CHOICE = auto()
    JUDGEMENTS = auto()
    CITES = auto()
    STYLE = auto()
    VERSION = auto()
    ITEMS = auto()


class Level(StrEnum):
    """Where a key stands."""

    MAP = "map"
    STATEMENT = "statements"
    CITE = "cites"
    RELATION = "relations"
    SOURCE = "sources"
    GROUP = "groups"
    VIEWPOINT = "viewpoints"
    STYLE = "style"


@dataclass(frozen=True, slots=True)
class Key:
    """One key: what its value may be, what it means, and the model's attribute (`field`)."""

    level: Level
    name: str
    type: Type
    meaning: str
    choices: EnumType | tuple[str, ...] = ()
    required: bool = False
    attribute: str = ""

    @property
    def field(self) -> str:
        """The attribute that holds the value."""
        return self.attribute or self.name

    @property
    def words(self) -> tuple[str, ...]:
        """The values that may be chosen from."""
        return tuple(str(choice) for choice in self.choices)


def _rows() -> tuple[Key, ...]:
    text, texts, id_, ref = Type.TEXT, Type.TEXTS, Type.ID, Type.REF
    items, choice = Type.ITEMS, Type.CHOICE
    at, rejected = Level.MAP, (str(Judgement.REJECTED),)
    rows = [
        Key(at, "argmap", Type.VERSION, "The version of the format.", required=True),
        Key(at, "title", text, "What the map is about."),
        Key(at, "summary", text, "One paragraph for who reads nothing else."),
        Key(at, "language", text, "The language of the texts, as BCP 47 writes it: en, de-AT."),
        Key(at, "authors", texts, "Who made the map."),
        Key(at, "statements", items, "What is said; roots stand in this order."),
        Key(at, "relations", items, "What bears on what; siblings stand in this order."),
        Key(at, "sources", items, "The texts that statements cite."),
        Key(at, "groups", items, "Labelled frames around statements."),
        Key(at, "viewpoints", items, "What others hold of the same map."),
        Key(at, "style", Type.STYLE, "What the author decides about the picture."),
    ]
    at = Level.STATEMENT
    rows += [
        Key(at, "id", id_, "The name by which relations refer to it.", required=True),
        Key(at, "kind", choice, "Its role; if absent it follows from its relations.", Kind),
        Key(at, "text", text, "The statement; one full sentence is good style.", required=True),
        Key(at, "title", text, "A short heading, shown when the map is drawn in titles only."),
        Key(at, "note", text, "Remarks in Markdown, no part of the argument."),
        Key(at, "tags", texts, "Words to find it by."),
        Key(at, "group", ref, "The id of the group it is drawn in."),
        Key(at, "said_by", text, "Who says so."),
        Key(at, "implicit", Type.FLAG, "Unstated in the source; drawn dashed."),
        Key(at, "basis", choice, "What it rests on, where no premise supports it.", Basis),
        Key(at, "judgement", choice, "What the author holds of it; absent is open.", Judgement),
        Key(at, "credence", Type.SHARE, "How likely the author holds it to be, from 0 to 1."),
        Key(at, "cites", Type.CITES, "Where it stands in the sources."),
    ]
    at = Level.CITE
    rows += [
        Key(at, "source", ref, "The id of the source.", required=True),
        Key(at, "quote", text, "The words of the source, exactly."),
        Key(at, "at", text, "Where in the source: a page, a paragraph, a minute."),
        Key(at, "prefix", text, "The words before the quote, to tell it from its likes."),
        Key(at, "suffix", text, "The words after the quote."),
    ]
    at = Level.RELATION
    rows += [
        Key(at, "id", id_, "The name by which other relations refer to it."),
        Key(
            at,
            "from",
            Type.IDS,
            "The premises; several bear on the target together or not at all.",
            required=True,
            attribute="premises",
        ),
        Key(at, "supports", ref, "The statement or relation it speaks for.", attribute="target"),
        Key(at, "attacks", ref, "The statement or relation it speaks against.", attribute="target"),
        Key(at, "weight", Type.WEIGHT, "A number above 0; weights are compared, never added."),
        Key(at, "scheme", text, "The argumentation scheme, such as expert-opinion."),
        Key(at, "judgement", choice, "It does not follow.", rejected, attribute="rejected"),
        Key(at, "note", text, "Remarks in Markdown."),
        Key(at, "tags", texts, "Words to find it by."),
    ]
    at = Level.SOURCE
    rows += [
        Key(at, "id", id_, "The name by which `cites` refers to it.", required=True),
        Key(at, "title", text, "Its title."),
        Key(at, "author", text, "Who wrote or said it."),
        Key(at, "publisher", text, "Who published it."),
        Key(at, "date", text, "When, as precisely as known: 2026-03-01, 1999."),
        Key(at, "url", text, "Where it can be read."),
        Key(at, "file", text, "The text itself as a file in or below the map's folder."),
        Key(at, "text", text, "The text itself."),
        Key(at, "note", text, "Remarks in Markdown."),
    ]
    at = Level.GROUP
    rows += [
        Key(at, "id", id_, "The name by which `group` refers to it.", required=True),
        Key(at, "title", text, "The label of the frame."),
        Key(at, "colour", text, "The colour of the frame."),
        Key(at, "note", text, "Remarks in Markdown."),
        Key(at, "parent", ref, "The id of the group it lies in."),
    ]
    at = Level.VIEWPOINT
    rows += [
        Key(at, "id", id_, "Its name; author, debate and common-ground are taken.", required=True),
        Key(at, "title", text, "Whose viewpoint it is."),
        Key(at, "note", text, "Remarks in Markdown."),
        Key(at, "open", choice, "What an unjudged leaf counts as.", Open),
        Key(at, "ties", choice, "What comes of equally strong reasons for and against.", Ties),
        Key(at, "judgements", Type.JUDGEMENTS, "What is accepted or rejected, by id."),
    ]
    at = Level.STYLE
    rows += [
        Key(at, "direction", choice, "Where the conclusion stands.", Direction),
        Key(at, "theme", text, "The name of a theme."),
    ]
    return tuple(rows)


KEYS = _rows()
KEYS_OF = {level: {key.name: key for key in KEYS if key.level is level} for level in Level}
"""The keys of each level by name, in the order in which they are written."""
REQUIRED = {
    level: tuple(key.name for key in KEYS if key.level is level and key.required) for level in Level
}
