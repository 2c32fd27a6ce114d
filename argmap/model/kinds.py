"""The closed vocabularies of the field: what a statement is, and how one bears on another.

They are string enumerations, so a value is at once the word in the file and a checked type.
Everything that lists kinds (toolbox, inspector, schema, legend, `info`) walks these.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Kind(StrEnum):
    """The role of a statement."""

    CLAIM = "claim"
    PREMISE = "premise"
    REBUTTAL = "rebuttal"


class Bearing(StrEnum):
    """What a relation does to its target; the value is the key in the file."""

    SUPPORTS = "supports"
    ATTACKS = "attacks"

    @property
    def kind(self) -> Kind:
        """The kind of a statement whose relations all do this."""
        return Kind.PREMISE if self is Bearing.SUPPORTS else Kind.REBUTTAL

    @property
    def opposite(self) -> Bearing:
        """The other one."""
        return Bearing.ATTACKS if self is Bearing.SUPPORTS else Bearing.SUPPORTS


class Judgement(StrEnum):
    """What somebody holds of a statement (of a relation only `rejected`: does not follow)."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


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
        """Make a member of the word in the file and its facts."""
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
