"""An Argdown file as a map.

A class of statements is a statement, and so is an argument without inferences. Every inference is
a relation with linked premises. What bears on an argument with inferences bears on the last of
them. A contradiction is two attacks; a contrary, as strict mode calls an attack between statements,
is the one that is written. An undercut of an argument without inferences attacks the relation below
which it stands, or all that the argument does. Sections are groups. What argmap itself writes comes
back whole: see `writer` for the data it uses.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from argmap.formats.argdown.document import Document, Edge, EdgeKind, Element, Node
from argmap.formats.argdown.lines import outside
from argmap.formats.argdown.occurrence import Data
from argmap.formats.argdown.parser import parse
from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.format import Imported
from argmap.formats.syntax.json_text import words
from argmap.model.argument_map import Cite
from argmap.model.kinds import Basis, Bearing, Judgement

_T = TypeVar("_T")

OUR_ID = re.compile(r"[a-z0-9_][a-z0-9_.-]{0,63}")
"""Titles of this form are taken for ids, and shown by nobody as a heading."""

BEARING = "bearing"
"""The key of data that marks a conclusion which only says what its argument does."""

_FRONT = {"title": "title", "abstract": "summary", "summary": "summary", "language": "language"}
_OBEYED = {"isInGroup", "isCanonical"}
_DRAWING = {"isInMap", "isGroup", "isClosed", "color", "images", "rank"}
_OF_OTHERS = "data of other programs"
_OF_DRAWING = "settings of Argdown's own picture"
_SETTINGS = {"selection", "map", "group", "dot", "color", "webComponent", "images"}
_NAME = re.compile(r"[\w.+-]*")


def read(text: str, file: str) -> Imported:
    """Return the map of Argdown, also when it stands in fences of a Markdown file."""
    document = parse(text, file)
    builder = MapBuilder(file)
    builder.add_loss("what stands outside the fences", *outside(text))
    for remark in document.remarks:
        builder.add_problem(remark.message, remark.line, remark.hint, error=False)
    return _Reader(document, builder).read()


class _Reader:
    def __init__(self, document: Document, builder: MapBuilder) -> None:
        self.document = document
        self.builder = builder
        self.done_by: dict[Node, list[Edge]] = {}
        for edge in document.edges:
            self.done_by.setdefault(edge.source, []).append(edge)
        self.stand_ins = {
            steps[-1].conclusion
            for steps in document.steps.values()
            if BEARING in document.statements[steps[-1].conclusion].data
        }

    def read(self) -> Imported:
        for number, section in enumerate(self.document.sections):
            parent = (
                self.builder.add_group(("section", section.parent), "")
                if section.parent >= 0
                else ""
            )
            self.builder.add_group(("section", number), section.title, parent=parent)
            self.builder.add_loss(
                "tags of sections", *(f"{section.title}: {t}" for t in section.tags)
            )
            self._report_unknown(section.title, section.data, set())
        for node, element in sorted(self._elements(), key=lambda pair: pair[1].line):
            self._statement(node, element)
        self._relations()
        return self.builder.build(**self._front())

    def _elements(self) -> Iterator[tuple[Node, Element]]:
        """Return what becomes a statement, with the line of its first definition."""
        for title, element in self.document.statements.items():
            if title not in self.stand_ins:
                yield Node("s", title), element
        for title, element in self.document.arguments.items():
            if title not in self.document.steps:
                yield Node("a", title), element

    def _front(self) -> dict[str, Any]:
        front = self.document.front
        fields: dict[str, Any] = {
            field: words(front[key]) for key, field in _FRONT.items() if key in front
        }
        authors = front.get("authors", front.get("author", []))
        listed = authors if isinstance(authors, list) else [authors]
        fields["authors"] = tuple(filter(None, map(words, listed)))
        known = {*_FRONT, "authors", "author", "model", *_SETTINGS}
        self.builder.add_loss("front matter", *(key for key in front if key not in known))
        group = front.get("group")
        obeyed = {"group"} if isinstance(group, dict) and set(group) == {"regroup"} else set()
        self.builder.add_loss(
            _OF_DRAWING, *(k for k in front if k in _SETTINGS and k not in obeyed)
        )
        return fields

    def _statement(self, node: Node, element: Element) -> None:
        data = element.data
        as_id = bool(OUR_ID.fullmatch(element.title))
        title = words(data.get("title")) if "title" in data else ""
        if "title" not in data and element.titled and not as_id and element.text:
            title = element.title
        section = ("section", element.section)
        self.builder.add_statement(
            node,
            element.text or (element.title if element.titled else ""),
            wish=element.title,
            title=title,
            note=words(data.get("note")),
            tags=_tags(element),
            group=self.builder.add_group(section, "") if element.section >= 0 else "",
            said_by=words(data.get("said_by")),
            implicit=data.get("implicit") is True,
            basis=self._valued(element, "basis", Basis),
            judgement=self._valued(element, "judgement", Judgement),
            credence=self._valued(element, "credence", _share),
        )
        self._report_unknown(element.title, element.data, _STATEMENT_KEYS)
        for label, address in element.links:
            source = self.builder.add_source(("link", address, label, element.title), url=address)
            self.builder.add_cite(node, Cite(source, quote=label))
        if len(set(element.texts)) > 1:
            self.builder.add_loss("other wordings of a statement", element.title)

    def _valued(self, element: Element, key: str, read: Callable[[Any], _T]) -> _T | None:
        """Return a value of the data; one that cannot be read is reported as lost."""
        if element.data.get(key) is None:
            return None
        try:
            return read(element.data[key])
        except (TypeError, ValueError):
            self.builder.add_loss(_OF_OTHERS, f"{element.title}: {key}")
            return None

    def _report_unknown(self, title: str, data: Data, known: set[str]) -> None:
        odd = [key for key in data if key not in known | _OBEYED]
        drawing = [key for key in odd if key in _DRAWING]
        other = [key for key in odd if key not in _DRAWING]
        self.builder.add_loss(_OF_DRAWING, *(f"{title}: {key}" for key in drawing))
        self.builder.add_loss(_OF_OTHERS, *(f"{title}: {key}" for key in other))

    def _relations(self) -> None:
        """Add relations of single statements, then those that are inferences."""
        for edge in self.document.edges:
            if edge.source.title not in self.stand_ins:
                self._edge(edge)
        for title, steps in self.document.steps.items():
            element = self.document.arguments[title]
            for number in range(len(steps)):
                last = number == len(steps) - 1
                self._step(element, Node("i", title, number), last=last)

    def _step(self, element: Element, node: Node, *, last: bool) -> None:
        step = self.document.steps[element.title][node.step]
        target, bearing = Node("s", step.conclusion), Bearing.SUPPORTS
        if last and step.conclusion in self.stand_ins:
            found = [t for t in self.document.edges if t.source == target]
            kinds = {EdgeKind.SUPPORT: Bearing.SUPPORTS}
            if found:
                target = self._resolved(found[0].target)
                bearing = kinds.get(found[0].kind, Bearing.ATTACKS)
        data = element.data if last else {}
        note = words(data.get("note")) or (_said(element) if last else "")
        self.builder.add_relation(
            [Node("s", premise) for premise in step.premises],
            bearing,
            target,
            key=node,
            wish=element.title if last else "",
            line=step.line,
            scheme=words(data.get("scheme")) or ", ".join(step.rules),
            weight=(last and self._valued(element, "weight", _weight)) or 1,
            rejected=data.get("rejected") is True,
            note=note,
            tags=_tags(element) if last else (),
        )
        if last:
            self._report_unknown(element.title, element.data, _RELATION_KEYS)
        if step.data:
            self.builder.add_loss("data of inferences", element.title)

    def _edge(self, edge: Edge) -> None:
        source, target = self._resolved(edge.source), self._resolved(edge.target)
        bearing = Bearing.SUPPORTS if edge.kind is EdgeKind.SUPPORT else Bearing.ATTACKS
        if source.sort == "i":
            self.builder.add_problem(f"An inference of “{source.title}” cannot bear on anything.")
            return
        for number, hit in enumerate(self._hit(edge) or [target]):
            self.builder.add_relation([source], bearing, hit, key=None if number else edge)
        if edge.kind is EdgeKind.CONTRADICTORY:
            self.builder.add_relation([target], bearing, source)
        if edge.kind is EdgeKind.CONTRARY:
            ends = " >< ".join(each.title for each in edge[1:])
            self.builder.add_loss("that contraries exclude each other both ways", ends)

    def _hit(self, edge: Edge) -> list[Edge]:
        """Return the relations that an undercut of an argument without inferences attacks."""
        target = edge.target
        if (
            edge.kind is not EdgeKind.UNDERCUT
            or target.sort != "a"
            or target.title in self.document.steps
        ):
            return []
        below = self.document.undercut.get(edge)
        if below and below in self.document.edges:
            return [below]
        return self.done_by.get(target, [])

    def _resolved(self, node: Node) -> Node:
        """Return the last inference for an argument that has some."""
        steps = self.document.steps.get(node.title, ()) if node.sort == "a" else ()
        return Node("i", node.title, len(steps) - 1) if steps else node


_STATEMENT_KEYS = {
    *("title", "note", "tags", "said_by", "implicit", "basis", "judgement", "credence"),
}
_RELATION_KEYS = {"note", "tags", "scheme", "weight", "rejected", BEARING}


def _said(element: Element) -> str:
    """Return what an argument says, headed by its title where that can be no id."""
    called = element.titled and not _NAME.fullmatch(element.title)
    return ": ".join(filter(None, (element.title if called else "", element.text)))


def _tags(element: Element) -> tuple[str, ...]:
    listed = element.data.get("tags")
    more = [words(tag) for tag in listed] if isinstance(listed, list) else []
    return tuple(dict.fromkeys([*filter(None, more), *element.tags]))


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(value)
    return value


def _share(value: object) -> float:
    if not 0 <= (number := _number(value)) <= 1:
        raise ValueError(value)
    return number


def _weight(value: object) -> float:
    if not 0 < (number := _number(value)) < 1e9:
        raise ValueError(value)
    return number
