"""What an Argdown file says, in Argdown's terms: classes of statements, arguments, relations."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple


class Kind(StrEnum):
    """The kinds of relations."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONTRADICTORY = "contradictory"


class Node(NamedTuple):
    """A name of what relations tie: `sort` is s (statements), a (argument) or i (inference).

    Of an inference the title is its argument's, and `step` counts from 0.
    """

    sort: str
    title: str
    step: int = -1


class Tie(NamedTuple):
    """A relation, from what supports or attacks to its target."""

    kind: Kind
    source: Node
    target: Node


@dataclass(slots=True)
class Element:
    """A class of statements, or an argument, with all that its occurrences say of it."""

    title: str
    titled: bool
    line: int
    texts: list[str] = field(default_factory=list)
    tags: dict[str, None] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)
    data: dict[str, Any] = field(default_factory=dict)
    section: int = -1
    defined: bool = False

    @property
    def text(self) -> str:
        """The last definition."""
        return self.texts[-1] if self.texts else ""


@dataclass(slots=True)
class Step:
    """An inference: premises, rules, conclusion, as titles of classes."""

    premises: list[str]
    rules: list[str]
    data: dict[str, Any]
    line: int
    conclusion: str = ""


@dataclass(slots=True)
class Section:
    """A heading; `parent` is the index of the one it lies in, or -1."""

    title: str
    level: int
    parent: int


@dataclass(slots=True)
class Document:
    """A whole file."""

    front: dict[str, Any] = field(default_factory=dict)
    statements: dict[str, Element] = field(default_factory=dict)
    arguments: dict[str, Element] = field(default_factory=dict)
    steps: dict[str, list[Step]] = field(default_factory=dict)
    ties: dict[Tie, None] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)
    problems: list[tuple[str, int]] = field(default_factory=list)

    def settled(self) -> Document:
        """Move relations to where Argdown's model has them, and merge those that are the same.

        What an argument with inferences does, its main conclusion does; an undercut of it hits
        its last inference. An attack on an argument is the same as one on a premise of it.
        """
        moved = dict.fromkeys(map(self._moved, self.ties))
        self.ties = {tie: None for tie in moved if not self._twice(tie, moved)}
        return self

    def _moved(self, tie: Tie) -> Tie:
        kind, source, target = tie
        if source.sort == "a" and (steps := self.steps.get(source.title)):
            source = Node("s", steps[-1].conclusion)
        if kind is Kind.UNDERCUT and target.sort == "a" and (steps := self.steps.get(target.title)):
            target = Node("i", target.title, len(steps) - 1)
        return Tie(kind, source, target)

    def _twice(self, tie: Tie, ties: dict[Tie, None]) -> bool:
        if tie.kind is Kind.CONTRADICTORY:
            other = Tie(tie.kind, tie.target, tie.source)
            order = list(ties)
            return other != tie and other in ties and order.index(other) < order.index(tie)
        if tie.kind is not Kind.ATTACK or tie.source.sort != "s" or tie.target.sort != "a":
            return False
        premises = {p for step in self.steps.get(tie.target.title, ()) for p in step.premises}
        return any(Tie(tie.kind, tie.source, Node("s", premise)) in ties for premise in premises)
