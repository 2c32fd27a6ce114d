"""The closed vocabularies of the field: what a statement is, and how one bears on another.

They are string enumerations, so a value is at once the word in the file and a checked type. Each
member is a row of facts: what is known about a kind stands here and nowhere else. Everything that
lists kinds (reader, schema, cards, editor, inspector, status bar, `info`) walks these rows.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Bearing(StrEnum):
    """What a relation does to its target; the value is the key in the file."""

    sign: str
    """What stands beside the head of its arrow."""
    step_verb: str
    """What it does where its target is a relation, a step of the argument."""

    def __new__(cls, word: str, sign: str = "", step_verb: str = "") -> Self:
        """Return a member made of its word in the file and its facts."""
        self = str.__new__(cls, word)
        self._value_ = word
        self.sign, self.step_verb = sign, step_verb
        return self

    SUPPORTS = "supports", "+", "backs"
    ATTACKS = "attacks", "−", "rebuts"

    @property
    def noun(self) -> str:
        """What such a relation is called; its arrow is drawn in the line role of this name."""
        return self.removesuffix("s")

    @property
    def participle(self) -> str:
        """What has been done to its target."""
        return f"{self.noun}ed"

    @property
    def kind(self) -> Kind:
        """The kind of a statement whose relations all do this."""
        return next(kind for kind in Kind if kind.bearing is self)

    @property
    def opposite(self) -> Bearing:
        """The other one."""
        return next(bearing for bearing in Bearing if bearing is not self)


class Kind(StrEnum):
    """The role of a statement; its border and its surface have the theme's roles of this name."""

    prompt: str
    """What an empty card asks."""
    does: str
    """What a statement does that is naturally of this kind, to end a sentence with."""
    bearing: Bearing | None
    """What a relation from it does, unless somebody says otherwise; None for no relation."""

    def __new__(
        cls, word: str, prompt: str = "", does: str = "", bearing: Bearing | None = None
    ) -> Self:
        """Return a member made of its word in the file and its facts."""
        self = str.__new__(cls, word)
        self._value_ = word
        self.prompt, self.does, self.bearing = prompt, does, bearing
        return self

    CLAIM = "claim", "What is claimed?", "bears on nothing"
    PREMISE = "premise", "What speaks for it?", "only supports", Bearing.SUPPORTS
    REBUTTAL = "rebuttal", "What speaks against it?", "attacks", Bearing.ATTACKS

    @property
    def label(self) -> str:
        """The word above the text of its cards."""
        return self.upper()


class Judgement(StrEnum):
    """What somebody holds of a statement (of a relation only `rejected`: does not follow)."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"

    @property
    def verb(self) -> str:
        """What somebody does who judges so."""
        return self.removesuffix("ed")


class Basis(StrEnum):
    """What a statement without support rests on."""

    OBSERVATION = "observation"
    STATISTIC = "statistic"
    EXPERT = "expert"
    LAW = "law"
    DOCUMENT = "document"
    TESTIMONY = "testimony"
    COMMON_KNOWLEDGE = "common-knowledge"
    ASSUMPTION = "assumption"


class Direction(StrEnum):
    """Where the conclusion stands in the picture."""

    rankdir: str
    """What Graphviz and Mermaid call it: edges run from premise to conclusion."""
    towards_premises: tuple[int, int]
    """Where premises lie, seen from their target: steps to the right and down."""

    def __new__(cls, word: str, rankdir: str = "", right: int = 0, down: int = 0) -> Self:
        """Return a member made of its word in the file and its facts."""
        self = str.__new__(cls, word)
        self._value_ = word
        self.rankdir = rankdir
        self.towards_premises = right, down
        return self

    TOP = "conclusion-top", "BT", 0, 1
    BOTTOM = "conclusion-bottom", "TB", 0, -1
    LEFT = "conclusion-left", "RL", 1, 0
    RIGHT = "conclusion-right", "LR", -1, 0

    @property
    def side(self) -> str:
        """The side on which the conclusion stands, as people call it: `top`, `left`, …."""
        return self.removeprefix("conclusion-")

    @property
    def sideways(self) -> bool:
        """Whether levels lie side by side, so that siblings lie below each other."""
        return self.towards_premises[0] != 0

    @property
    def towards_next(self) -> tuple[int, int]:
        """Where the next sibling lies: steps to the right and down."""
        return (0, 1) if self.sideways else (1, 0)


USUAL_DIRECTION = Direction.TOP
"""Where the conclusion stands where nobody says it."""


class Page(StrEnum):
    """What a picture is laid out for."""

    called: str
    """What people read."""

    def __new__(cls, word: str, called: str = "") -> Self:
        """Return a member made of its word in the file and what people read."""
        self = str.__new__(cls, word)
        self._value_ = word
        self.called = called
        return self

    A4 = "a4", "A4"
    A4_LANDSCAPE = "a4-landscape", "A4, landscape"
    LETTER = "letter", "US letter"
    LETTER_LANDSCAPE = "letter-landscape", "US letter, landscape"
    SLIDE = "slide", "Slide, 16:9"
    SCREEN = "screen", "Screen"


USUAL_PAGE = Page.A4_LANDSCAPE
"""What a picture in a file is laid out for where nobody says it."""


class Layout(StrEnum):
    """How everything finds its place in the picture."""

    called: str
    """What people read."""

    def __new__(cls, word: str, called: str = "") -> Self:
        """Return a member made of its word in the file and what people read."""
        self = str.__new__(cls, word)
        self._value_ = word
        self.called = called
        return self

    COMPACT = "compact", "compact, to fit the page"
    """As a tree, so that text is as large as it can be on the page."""
    LAYERED = "layered", "layered, level by level"
    """In levels, one below the other, as Graphviz lays graphs out."""


class SourceLine(StrEnum):
    """How a card names the sources that it cites."""

    called: str
    """What people read."""
    parts: tuple[str, ...]
    """What stands there."""

    def __new__(cls, word: str, called: str = "") -> Self:
        """Return a member made of its word in the file, which names the parts, and of another."""
        self = str.__new__(cls, word)
        self._value_ = word
        self.called, self.parts = called, tuple(word.split("-"))
        return self

    TITLE = "title", "title"
    TITLE_PLACE = "title-place", "title, place"
    AUTHOR_YEAR = "author-year", "author, year"
    AUTHOR_YEAR_PLACE = "author-year-place", "author, year, place"
    AUTHOR_TITLE_YEAR_PLACE = "author-title-year-place", "author, short title, year, place"
    NUMBER = "number", "number"
    NUMBER_PLACE = "number-place", "number, place"
    NONE = "none", "not at all"


USUAL_SOURCE_LINE = SourceLine.TITLE
"""How a card names its sources where nobody says it."""


class Open(StrEnum):
    """What an unjudged statement that nothing supports counts as, in an evaluation."""

    UNDECIDED = "undecided"
    PRESUMED = "presumed"
    REJECTED = "rejected"


class Ties(StrEnum):
    """What comes of equally strong reasons for and against, in an evaluation."""

    UNDECIDED = "undecided"
    REJECTED = "rejected"


RESERVED_VIEWPOINTS = ("author", "debate", "common-ground")
"""Ids of the viewpoints that every map has: no other may have them."""
