"""The map in plain words, as the draft of an essay: numbered, because, but, since.

    (1) The pool should open on Sundays.
    (2) Why (1)? Because: Two hundred residents asked for it.
    (3) But, against (1): Staff cost doubles on Sundays.
    (4) But (3) does not tell against (1), since: Volunteers will staff it.

Every statement is a paragraph with a number, and says by number what it bears on; one that bears on
several things is told once, and named again by its number. The order is that of the outline, but
that linked premises follow one another before what each of them rests on. The words of statements
stay as they are: to fit them into sentences would be to write them anew. What they cite stands in
brackets, by its number in the list of references at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from argmap.formats.format import Format
from argmap.formats.losses.features import only
from argmap.formats.writing.markdown import in_markdown
from argmap.model.argument_map import ArgumentMap, Relation
from argmap.model.kinds import Bearing
from argmap.model.walk import Branch, outline
from argmap.references import lists

_HELD = only(
    "title summary linked steps backings supports texts uses statement.said_by "
    "sources source_fields source_details idle_sources cite_details"
)


def write(argument_map: ArgumentMap, *, markdown: bool) -> str:
    """Return the essay, as Markdown or as a text with blank lines between its paragraphs."""
    escaped: Callable[[str], str] = in_markdown if markdown else str
    head = [f"# {escaped(argument_map.title)}" if markdown else argument_map.title]
    summary = argument_map.summary.strip().split("\n\n")
    head += [escaped(" ".join(part.split())) for part in summary]
    paragraphs = [*filter(None, head if argument_map.title else head[1:])]
    paragraphs += _Essay(argument_map, escaped, bold=markdown).paragraphs()
    if argument_map.sources:
        paragraphs.append("## References" if markdown else "References")
        paragraphs.append((lists.markdown if markdown else lists.plain)(argument_map.sources))
    return "".join(f"{paragraph}\n\n" for paragraph in paragraphs).removesuffix("\n")


class _Essay:
    """The paragraphs of a map, whose statements have numbers in the order of the outline."""

    def __init__(
        self, argument_map: ArgumentMap, escaped: Callable[[str], str], *, bold: bool
    ) -> None:
        self._map = argument_map
        self._escaped = escaped
        self._bold = bold
        self._references = lists.numbers(argument_map.sources)
        self._branches = tuple(_told(outline(argument_map)))
        own = (branch.id for branch in self._branches if self._is_own(branch))
        self._numbers: Mapping[str, int] = {id_: number for number, id_ in enumerate(own, 1)}

    def paragraphs(self) -> Iterator[str]:
        """Return a paragraph for each statement, and one for each further use of it."""
        begun = set[str]()
        for branch in self._branches:
            relation = self._map.relation_by_id.get(branch.via)
            if branch.id in self._numbers:
                lead = self._lead(relation, begun) if relation else ""
                yield " ".join(filter(None, self._parts(branch, lead)))

    def _parts(self, branch: Branch, lead: str) -> tuple[str, ...]:
        if self._is_own(branch):
            return self._own_number(branch.id), lead, self._said(branch)
        return lead, f"See {self._number(branch.id)}."

    def _is_own(self, branch: Branch) -> bool:
        return not branch.reference and branch.id in self._map.statement_by_id

    def _said(self, branch: Branch) -> str:
        statement = self._map.statement_by_id[branch.id]
        by = f" ({self._escaped(statement.said_by)})" if statement.said_by else ""
        cited = lists.cited(statement.cites, self._references, self._escaped)
        return f"{self._escaped(statement.text)}{by}{cited and ' '}{cited}"

    def _own_number(self, id_: str) -> str:
        return f"**{self._number(id_)}**" if self._bold else self._number(id_)

    def _number(self, id_: str) -> str:
        return f"({self._numbers[id_]})"

    def _lead(self, relation: Relation, begun: set[str]) -> str:
        """Return the words before a premise that say what it bears on, and how."""
        if relation.id in begun:
            return "And since:"
        begun.add(relation.id)
        supports = relation.bearing is Bearing.SUPPORTS
        step = self._map.relation_by_id.get(relation.target)
        if step is not None:
            return f"{self._tells(step, doubted=not supports)}, since:"
        target = self._number(relation.target)
        return f"Why {target}? Because:" if supports else f"But, against {target}:"

    def _tells(self, step: Relation, *, doubted: bool) -> str:
        """Return what a step does, or in doubt does not: “But (2) does not tell for (1)”."""
        premises = " with ".join(self._number(premise) for premise in step.premises)
        way = "for" if step.bearing is Bearing.SUPPORTS else "against"
        onto = self._map.relation_by_id.get(step.target)
        if onto is None:
            what = self._number(step.target)
        else:
            what = f"the step from {' with '.join(map(self._number, onto.premises))}"
        tells = "does not tell" if doubted else "tells"
        return f"{'But' if doubted else 'And'} {premises} {tells} {way} {what}"


def _told(trees: Sequence[Branch]) -> Iterator[Branch]:
    """Return branches in the order of telling: the premises of a step before all below them."""
    waiting = [(tree, True) for tree in reversed(trees)]
    while waiting:
        branch, told_here = waiting.pop()
        if told_here:
            yield branch
        yield from (each for each in branch.branches if each.via == branch.id)
        waiting += [(each, each.via != branch.id) for each in reversed(branch.branches)]


_NOTE = "The map in plain words, in English around its texts; a draft for a word processor."

MARKDOWN_FORMAT = Format(
    name="essay",
    title="Essay",
    suffixes=(".essay.md",),
    write=partial(write, markdown=True),
    holds=_HELD,
    note=_NOTE,
)
TEXT_FORMAT = Format(
    name="essay-text",
    title="Essay as plain text",
    suffixes=(".essay.txt",),
    write=partial(write, markdown=False),
    holds=_HELD,
    note=_NOTE,
)
