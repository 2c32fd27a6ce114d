"""The keys of the file format: one table.

From these rows derive what the reader accepts, what it says about a wrong value, the order in
which keys are written, and `resources/schema.json` (see `json_schema`). A row names the attribute
of the model it fills where that is not simply the key.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, EnumType, StrEnum, auto
from functools import cached_property

from argmap.frozen import frozen
from argmap.model.kinds import (
    Basis,
    Direction,
    Judgement,
    Kind,
    Layout,
    Open,
    Page,
    SourceLine,
    Ties,
)

VERSION = 1
ID_PATTERN = r"[A-Za-z0-9_][A-Za-z0-9_.-]*"
ID_LENGTH = 64

RELATION_ID_PATTERN = r"[A-Za-z0-9_][A-Za-z0-9_.+-]*"
"""A relation may also bear in writing the id it would have without one (`p+q--supports--c`).

That is what it gets when something first refers to it, and it can be longer than others.
"""
RELATION_ID_LENGTH = 4096


class Type(StrEnum):
    """What a value may be."""

    TEXT = auto()
    TEXTS = auto()
    ID = auto()
    RELATION_ID = auto()
    REF = auto()
    IDS = auto()
    FLAG = auto()
    SHARE = auto()
    WEIGHT = auto()
    CHOICE = auto()
    JUDGEMENTS = auto()
    CITES = auto()
    STYLE = auto()
    CONFLICTS = auto()
    SIDE = auto()
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
    CONFLICT = "conflicts"


@frozen
class Key:
    """One key: what its value may be, what it means, and the model's attribute (`field`)."""

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

    @cached_property
    def by_word(self) -> Mapping[str, str | Enum]:
        """The values that may be chosen from, by what is written for them."""
        return {str(choice): choice for choice in self.choices}

    @property
    def words(self) -> tuple[str, ...]:
        """What may be written where there is a choice."""
        return tuple(self.by_word)


KEYS_OF: Mapping[Level, Mapping[str, Key]] = {
    level: {key.name: key for key in keys}
    for level, keys in {
        Level.MAP: (
            Key("argmap", Type.VERSION, "The version of the format.", required=True),
            Key("title", Type.TEXT, "What the map is about."),
            Key("summary", Type.TEXT, "One paragraph for who reads nothing else."),
            Key(
                "language", Type.TEXT, "The language of the texts, as BCP 47 writes it: en, de-AT."
            ),
            Key("authors", Type.TEXTS, "Who made the map."),
            Key("statements", Type.ITEMS, "What is said; roots stand in this order."),
            Key("relations", Type.ITEMS, "What bears on what; siblings stand in this order."),
            Key("sources", Type.ITEMS, "The texts that statements cite."),
            Key("groups", Type.ITEMS, "Labelled frames around statements."),
            Key("viewpoints", Type.ITEMS, "What others hold of the same map."),
            Key("style", Type.STYLE, "What the author decides about the picture."),
            Key("conflicts", Type.CONFLICTS, "What a merge could not settle."),
        ),
        Level.STATEMENT: (
            Key("id", Type.ID, "The name by which relations refer to it.", required=True),
            Key("kind", Type.CHOICE, "Its role; if absent it follows from its relations.", Kind),
            Key(
                "text", Type.TEXT, "The statement; one full sentence is good style.", required=True
            ),
            Key("title", Type.TEXT, "A short heading, shown when the map is drawn in titles only."),
            Key("note", Type.TEXT, "Remarks in Markdown, no part of the argument."),
            Key("tags", Type.TEXTS, "Words to find it by."),
            Key("group", Type.REF, "The id of the group it is drawn in."),
            Key("said_by", Type.TEXT, "Who says so."),
            Key("implicit", Type.FLAG, "Unstated in the source; drawn dashed."),
            Key("basis", Type.CHOICE, "What it rests on, where no premise supports it.", Basis),
            Key(
                "judgement", Type.CHOICE, "What the author holds of it; absent is open.", Judgement
            ),
            Key("credence", Type.SHARE, "How likely the author holds it to be, from 0 to 1."),
            Key("cites", Type.CITES, "Where it stands in the sources."),
        ),
        Level.CITE: (
            Key("source", Type.REF, "The id of the source.", required=True),
            Key("quote", Type.TEXT, "The words of the source, exactly."),
            Key("at", Type.TEXT, "Where in the source: a page, a paragraph, a minute."),
            Key("prefix", Type.TEXT, "The words before the quote, to tell it from its likes."),
            Key("suffix", Type.TEXT, "The words after the quote."),
        ),
        Level.RELATION: (
            Key("id", Type.RELATION_ID, "The name by which other relations refer to it."),
            Key(
                "from",
                Type.IDS,
                "The premises; several bear on the target together or not at all.",
                required=True,
                attribute="premises",
            ),
            Key(
                "supports", Type.REF, "The statement or relation it speaks for.", attribute="target"
            ),
            Key(
                "attacks",
                Type.REF,
                "The statement or relation it speaks against.",
                attribute="target",
            ),
            Key("weight", Type.WEIGHT, "A number above 0; weights are compared, never added."),
            Key("scheme", Type.TEXT, "The argumentation scheme, such as expert-opinion."),
            Key(
                "judgement",
                Type.CHOICE,
                "It does not follow.",
                (str(Judgement.REJECTED),),
                attribute="rejected",
            ),
            Key("note", Type.TEXT, "Remarks in Markdown."),
            Key("tags", Type.TEXTS, "Words to find it by."),
        ),
        Level.SOURCE: (
            Key("id", Type.ID, "The name by which `cites` refers to it.", required=True),
            Key("title", Type.TEXT, "Its title."),
            Key("author", Type.TEXT, "Who wrote or said it; several with semicolons between."),
            Key("type", Type.TEXT, "What it is, as CSL names it: article-journal, book, webpage."),
            Key("container", Type.TEXT, "What it appeared in: a journal, a newspaper, a book."),
            Key("publisher", Type.TEXT, "Who published it."),
            Key("date", Type.TEXT, "When, as precisely as known: 2026-03-01, 1999."),
            Key("doi", Type.TEXT, "Its DOI, without an address before it: 10.1000/182."),
            Key("url", Type.TEXT, "Where it can be read."),
            Key("file", Type.TEXT, "The text itself as a file in or below the map's folder."),
            Key("original", Type.TEXT, "The file that the text was taken from, such as a PDF."),
            Key("sha256", Type.TEXT, "The SHA-256 of the text that the quotes were taken from."),
            Key("text", Type.TEXT, "The text itself."),
            Key("note", Type.TEXT, "Remarks in Markdown."),
        ),
        Level.GROUP: (
            Key("id", Type.ID, "The name by which `group` refers to it.", required=True),
            Key("title", Type.TEXT, "The label of the frame."),
            Key("colour", Type.TEXT, "The colour of the frame."),
            Key("note", Type.TEXT, "Remarks in Markdown."),
            Key("parent", Type.REF, "The id of the group it lies in."),
        ),
        Level.VIEWPOINT: (
            Key(
                "id",
                Type.ID,
                "Its name; author, debate and common-ground are taken.",
                required=True,
            ),
            Key("title", Type.TEXT, "Whose viewpoint it is."),
            Key("note", Type.TEXT, "Remarks in Markdown."),
            Key("open", Type.CHOICE, "What an unjudged leaf counts as.", Open),
            Key("ties", Type.CHOICE, "What comes of equally strong reasons for and against.", Ties),
            Key("judgements", Type.JUDGEMENTS, "What is accepted or rejected, by id."),
        ),
        Level.STYLE: (
            Key("direction", Type.CHOICE, "Where the conclusion stands.", Direction),
            Key("theme", Type.TEXT, "The name of a theme."),
            Key("page", Type.CHOICE, "What the picture is laid out for.", Page),
            Key("layout", Type.CHOICE, "How everything finds its place in the picture.", Layout),
            Key("source_line", Type.CHOICE, "How a card names what it cites.", SourceLine),
        ),
        Level.CONFLICT: (
            Key("id", Type.TEXT, "The id of the item; absent for a key of the map itself."),
            Key("key", Type.TEXT, "The key, or the section where a whole item is in conflict."),
            Key("base", Type.SIDE, "What it was before; absent where both sides added it."),
            Key("ours", Type.SIDE, "What it is in the map, which is ours."),
            Key("theirs", Type.SIDE, "What it is in theirs; `deleted: true` if it is gone."),
        ),
    }.items()
}
"""The keys of each level by name, in the order in which they are written."""

REQUIRED = {
    level: tuple(key.name for key in keys.values() if key.required)
    for level, keys in KEYS_OF.items()
}
