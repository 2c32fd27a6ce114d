"""What an Argdown file says, in Argdown's terms: classes of statements, arguments, relations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from argmap.formats.argdown.occurrence import Data, Occurrence


class EdgeKind(StrEnum):
    """The kinds of relations."""

    SUPPORT = "support"
    ATTACK = "attack"
    UNDERCUT = "undercut"
    CONTRADICTORY = "contradictory"
    CONTRARY = "contrary"

    @property
    def mutual(self) -> bool:
        """Whether such a relation holds both ways."""
        return self in (EdgeKind.CONTRADICTORY, EdgeKind.CONTRARY)


class Node(NamedTuple):
    """A name of what relations relate: `sort` is s (statements), a (argument) or i (inference).

    Of an inference the title is its argument's, and `step` counts from 0.
    """

    sort: str
    title: str
    step: int = -1


class Edge(NamedTuple):
    """A relation, from what supports or attacks to its target."""

    kind: EdgeKind
    source: Node
    target: Node


class Remark(NamedTuple):
    """What is not read as it stands, what to write instead, and in which line."""

    message: str
    hint: str
    line: int


@dataclass(slots=True)
class Element:
    """A class of statements, or an argument, with all that its occurrences say of it.

    The line is that of the first definition, else of the first occurrence; so is the section,
    unless data says otherwise.
    """

    title: str
    titled: bool
    line: int
    section: int
    texts: list[str] = field(default_factory=list)
    tags: dict[str, None] = field(default_factory=dict)
    links: list[tuple[str, str]] = field(default_factory=list)
    data: Data = field(default_factory=dict)
    _canonical: str | None = None
    _placed: bool = False

    @property
    def text(self) -> str:
        """The last definition that calls itself canonical, else the last."""
        if self._canonical is not None:
            return self._canonical
        return self.texts[-1] if self.texts else ""

    def add(self, occurrence: Occurrence, line: int, section: int) -> None:
        """Take over what stands in one place."""
        if occurrence.defines and not self.texts:
            self.line = line
        wish = occurrence.data.get("isInGroup")
        if wish is True or (wish is None and occurrence.defines and not self._placed):
            self._placed = section >= 0
            self.section = section if self._placed else self.section
        if occurrence.defines:
            self.texts.append(occurrence.words.text)
        if occurrence.defines and occurrence.data.get("isCanonical"):
            self._canonical = occurrence.words.text
        self.tags |= dict.fromkeys(occurrence.words.tags)
        self.links += occurrence.words.links
        self.data |= occurrence.data


@dataclass(slots=True)
class Inference:
    """An inference: premises, rules, conclusion, as titles of classes.

    Those that are `stated` stand as premises above it, whatever it starts from.
    """

    premises: list[str]
    rules: list[str]
    data: Data
    line: int
    conclusion: str = ""
    stated: tuple[str, ...] = ()


@dataclass(slots=True)
class Section:
    """A heading; `parent` is the index of the one it lies in, or -1."""

    title: str
    level: int
    parent: int
    tags: tuple[str, ...] = ()
    data: Data = field(default_factory=dict)


@dataclass(slots=True)
class Document:
    """A whole file; `undercut` has for an undercut the relation below whose line it stands."""

    front: Data = field(default_factory=dict)
    statements: dict[str, Element] = field(default_factory=dict)
    arguments: dict[str, Element] = field(default_factory=dict)
    steps: dict[str, list[Inference]] = field(default_factory=dict)
    edges: dict[Edge, None] = field(default_factory=dict)
    undercut: dict[Edge, Edge] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def setting(self, name: str) -> object:
        """Return what the front matter says on how to read the file."""
        model = self.front.get("model")
        return model.get(name) if isinstance(model, dict) else None

    def resolved(self) -> Document:
        """Return this, relations moved to where Argdown's model has them, and equal ones merged.

        What an argument with inferences does, its main conclusion does; an undercut of it hits
        its last inference. Where that conclusion is what the argument supports, nothing is left to
        say. In strict mode an attack between statements is a contrary. What attacks a premise of an
        argument need not attack the argument.
        """
        moves = {edge: self._moved(edge) for edge in self.edges}
        moved = {new: None for old, new in moves.items() if not _says_nothing(old, new)}
        self.undercut = {
            moves[hit]: moves[below]
            for hit, below in self.undercut.items()
            if hit in moves and below in moves
        }
        denied = _denied(moved)
        given = {title: _given(steps) for title, steps in self.steps.items()}
        self.edges = {}
        for edge in moved:
            kind, source, target = edge
            turned = kind.mutual and Edge(kind, target, source) in self.edges
            against_all = kind is EdgeKind.ATTACK and (source.sort, target.sort) == ("s", "a")
            premises = given.get(target.title, set()) if against_all else set()
            if not turned and premises.isdisjoint(denied.get(source, ())):
                self.edges[edge] = None
        return self

    def _moved(self, edge: Edge) -> Edge:
        kind, source, target = edge
        if source.sort == "a" and (steps := self.steps.get(source.title)):
            source = Node("s", steps[-1].conclusion)
        undercut = kind is EdgeKind.UNDERCUT and target.sort == "a"
        if undercut and (steps := self.steps.get(target.title)):
            target = Node("i", target.title, len(steps) - 1)
        strict = self.setting("mode") == "strict"
        if strict and kind is EdgeKind.ATTACK and source.sort == target.sort == "s":
            kind = EdgeKind.CONTRARY
        return Edge(kind, source, target)


def _says_nothing(old: Edge, new: Edge) -> bool:
    """Whether an argument supports what it concludes, as every argument does."""
    same = new.source == new.target and old.source != old.target
    return same and new.kind is EdgeKind.SUPPORT


def _denied(edges: Iterable[Edge]) -> dict[Node, set[Node]]:
    """Return what each statement or argument attacks or contradicts."""
    found: dict[Node, set[Node]] = {}
    for kind, source, target in edges:
        if kind is EdgeKind.ATTACK or kind.mutual:
            found.setdefault(source, set()).add(target)
        if kind.mutual:
            found.setdefault(target, set()).add(source)
    return found


def _given(steps: list[Inference]) -> set[Node]:
    """Return the premises of an argument that are stated as such."""
    return {Node("s", premise) for step in steps for premise in step.stated}
