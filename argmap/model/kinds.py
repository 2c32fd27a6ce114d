"""The closed vocabularies of the field: what a statement is, and how one bears on another.

They are string enumerations, so a value is at once the word in the file and a checked type.
Everything that lists kinds (toolbox, inspector, schema, legend, `info`) walks these.
"""

from __future__ import annotations

from enum import StrEnum


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

    TOP = "conclusion-top"
    BOTTOM = "conclusion-bottom"
    LEFT = "conclusion-left"
    RIGHT = "conclusion-right"


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
