"""Every statement as an article: text, notes, quotes, what it bears on and what bears on it."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.formats.html.escaping import text
from argmap.formats.html.sources import cite
from argmap.formats.syntax.json_text import short
from argmap.model import walk
from argmap.model.argument_map import ArgumentMap, Relation, Statement
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
        """Return the name of a statement or relation; "" for anything else."""
        return self._names.get(id_, "")

    def starts(self) -> Iterator[str]:
        """Return the names from which everything is reached: roots, and one of each circle."""
        for id_ in walk.starts(self.argument_map):
            yield self.name_of(id_)
            relation = self.argument_map.relation_by_id.get(id_)
            if relation:
                yield from map(self.name_of, [*relation.premises, *self._directly_below(id_)])

    def articles(self) -> Iterator[str]:
        """Return an article per statement, in the order of the map."""
        for statement in self.argument_map.statements:
            yield "\n".join(self._article(statement))

    def _article(self, statement: Statement) -> Iterator[str]:
        name = self.name_of(statement.id)
        below = " ".join(map(self.name_of, self._directly_below(statement.id)))
        yield (
            f'<article id="{name}" tabindex="-1" aria-labelledby="{name}-head" '
            f'data-kind="{statement.kind}" data-below="{below}">'
        )
        yield f'<h3 class="text" id="{name}-head">{text(statement.title or statement.text)}</h3>'
        if statement.title:
            yield f'<p class="text">{text(statement.text)}</p>'
        yield f'<p class="facts">{text(" · ".join(filter(None, self._facts(statement))))}</p>'
        if statement.note:
            yield f'<p class="note">{text(statement.note)}</p>'
        for pointer in statement.cites:
            yield from cite(self.argument_map, pointer)
        yield from self._bearing(statement)
        if below:
            yield (
                '<button type="button" data-fold hidden aria-expanded="true" '
                f'aria-describedby="{name}-head">What bears on this</button>'
            )
        yield "</article>"

    def _directly_below(self, id_: str) -> list[str]:
        """Return the steps that end here, through other steps or not, and all their premises."""
        found: dict[str, None] = {}
        waiting = list(self.argument_map.relations_on(id_))
        while waiting:
            relation = waiting.pop()
            if relation.id not in found:
                found |= dict.fromkeys([relation.id, *relation.premises])
                waiting += self.argument_map.relations_on(relation.id)
        return list(found)

    def _facts(self, statement: Statement) -> Iterator[str]:
        group = self.argument_map.group_by_id.get(statement.group)
        yield statement.kind.capitalize()
        yield "unstated in the source" if statement.implicit else ""
        yield f"said by {statement.said_by}" if statement.said_by else ""
        yield f"rests on: {statement.basis}" if statement.basis else ""
        yield f"judged {statement.judgement}" if statement.judgement else ""
        yield f"credence {statement.credence}" if statement.credence is not None else ""
        yield f"tags: {', '.join(statement.tags)}" if statement.tags else ""
        yield f"in: {group.name}" if group else ""

    def _bearing(self, statement: Statement) -> Iterator[str]:
        """Return what a statement does, with all that is said of the step, and what bears on it."""
        for relation in self.argument_map.relations_of(statement.id):
            others = [p for p in relation.premises if p != statement.id]
            together = f" together with {self._links(others)}" if others else ""
            said = "; ".join(filter(None, _step_facts(relation)))
            yield _line(
                f"{_ON[relation.bearing]} {self._target(relation)}{together}"
                + (f" ({text(said)})" if said else "")
            )
            if relation.note:
                yield f'<p class="note bearing">{text(relation.note)}</p>'
        for relation in self.argument_map.relations_on(statement.id):
            yield _line(f"{_BY[relation.bearing]} {self._step(relation)}")

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
            f'<a href="#{self.name_of(id_)}">{text(statements[id_].text)}</a>' for id_ in ids
        )


def _line(words: str) -> str:
    return f'<p class="facts bearing">{words}</p>'


def _step_facts(relation: Relation) -> Iterator[str]:
    yield relation.scheme
    yield f"weight {short(relation.weight)}" if relation.weight != 1 else ""
    yield "judged not to follow" if relation.rejected else ""
    yield f"tags: {', '.join(relation.tags)}" if relation.tags else ""
