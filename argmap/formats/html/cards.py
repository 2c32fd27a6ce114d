"""Every statement as an article: text, what it bears on and what bears on it, notes, quotes."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import urlsplit

from argmap.model.argument_map import ArgumentMap, Cite, Relation, Source, Statement
from argmap.model.kinds import Bearing

_ON = {Bearing.SUPPORTS: "Supports", Bearing.ATTACKS: "Attacks"}
_BY = {Bearing.SUPPORTS: "Supported by", Bearing.ATTACKS: "Attacked by"}


class Cards:
    """Gives the articles of a map, and the names under which the page knows its items."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        self.argument_map = argument_map
        self._names = {s.id: f"card-{n}" for n, s in enumerate(argument_map.statements, 1)}
        self._names |= {r.id: f"step-{n}" for n, r in enumerate(argument_map.relations, 1)}

    def name_of(self, id_: str) -> str:
        """Give the name of a statement or relation; "" for anything else."""
        return self._names.get(id_, "")

    def articles(self) -> Iterator[str]:
        """Give an article per statement, in the order of the map."""
        for statement in self.argument_map.statements:
            yield "\n".join(self._article(statement))

    def _article(self, statement: Statement) -> Iterator[str]:
        names = " ".join(map(self.name_of, self._directly_below(statement.id)))
        yield (
            f'<article id="{self.name_of(statement.id)}" tabindex="-1" '
            f'data-kind="{statement.kind}" data-below="{names}">'
        )
        yield f'<h3 class="text">{_text(statement.title or statement.text)}</h3>'
        if names:
            yield (
                '<button type="button" data-fold hidden aria-expanded="true">'
                "What bears on this</button>"
            )
        if statement.title:
            yield f'<p class="text">{_text(statement.text)}</p>'
        yield from (f'<p class="facts">{fact}</p>' for fact in self._facts(statement))
        if statement.note:
            yield f'<p class="note">{_text(statement.note)}</p>'
        for cite in statement.cites:
            yield from self._cite(cite)
        yield "</article>"

    def _directly_below(self, id_: str) -> list[str]:
        """Give the steps that end here, through other steps or not, and all their premises."""
        found: dict[str, None] = {}
        waiting = list(self.argument_map.relations_on(id_))
        while waiting:
            relation = waiting.pop()
            if relation.id not in found:
                found |= dict.fromkeys([relation.id, *relation.premises])
                waiting += self.argument_map.relations_on(relation.id)
        return list(found)

    def _facts(self, statement: Statement) -> Iterator[str]:
        marks = [
            statement.kind.capitalize(),
            "unstated in the source" if statement.implicit else "",
            f"said by {statement.said_by}" if statement.said_by else "",
            f"rests on: {statement.basis}" if statement.basis else "",
            f"judged {statement.judgement}" if statement.judgement else "",
            f"credence {statement.credence}" if statement.credence is not None else "",
            f"tags: {', '.join(statement.tags)}" if statement.tags else "",
        ]
        yield _text(" · ".join(filter(None, marks)))
        for relation in self.argument_map.relations_of(statement.id):
            others = [p for p in relation.premises if p != statement.id]
            together = f" together with {self._links(others)}" if others else ""
            yield f"{_ON[relation.bearing]} {self._target(relation)}{together}"
        for relation in self.argument_map.relations_on(statement.id):
            yield f"{_BY[relation.bearing]} {self._step(relation)}"

    def _step(self, relation: Relation) -> str:
        onto = self.argument_map.relations_on(relation.id)
        undercuts = [f"{_BY[r.bearing].lower()} {self._links(r.premises)}" for r in onto]
        return self._links(relation.premises) + (f" ({'; '.join(undercuts)})" if undercuts else "")

    def _target(self, relation: Relation) -> str:
        step = self.argument_map.relation_by_id.get(relation.target)
        if step is None:
            return self._links([relation.target])
        return f"the step from {self._links(step.premises)}"

    def _links(self, ids: list[str] | tuple[str, ...]) -> str:
        statements = self.argument_map.statement_by_id
        return " and ".join(
            f'<a href="#{self.name_of(id_)}">{_text(statements[id_].text)}</a>' for id_ in ids
        )

    def _cite(self, cite: Cite) -> Iterator[str]:
        source = self.argument_map.source_by_id.get(cite.source)
        if cite.quote:
            yield f"<blockquote>{_text(cite.quote)}</blockquote>"
        said = _source(source) if source else _text(cite.source)
        yield f'<p class="facts">Source: {said}{", " + _text(cite.at) if cite.at else ""}</p>'


def _source(source: Source) -> str:
    words = ", ".join(filter(None, (source.author, source.title, source.publisher, source.date)))
    shown = _text(words or source.url or source.id)
    if is_web_address(source.url):
        return f'<a href="{_text(source.url)}" rel="noreferrer">{shown}</a>'
    return shown


def is_web_address(url: str) -> bool:
    """Tell whether an address is one of the web: no other may become a link."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _text(text: str) -> str:
    return escape(text, quote=True)
