"""A map as Argdown that Argdown's own parser reads: every title an id, every element one line.

A relation of one premise and nothing else is a line below its target. Every other relation is an
argument of its name with a premise-conclusion structure. Where that is no support of a statement,
its conclusion is a sentence that stands in for what the argument does, marked by `bearing` in its
data, and has the attack, undercut or support as its own relation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from argmap.formats.argdown import inline
from argmap.formats.argdown.reader import BEARING, OUR_ID
from argmap.formats.losses.order_features import is_bare
from argmap.formats.syntax.json_text import short
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.ids import unused_id
from argmap.model.kinds import Bearing

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_SYMBOLS = {Bearing.SUPPORTS: "+", Bearing.ATTACKS: "-"}


def write(argument_map: ArgumentMap) -> str:
    """Return the statements with what bears on them, in the order of the map."""
    return _Writer(argument_map).text()


class _Writer:
    def __init__(self, argument_map: ArgumentMap) -> None:
        self.argument_map = argument_map
        self.taken = set(argument_map.statement_by_id)

    def text(self) -> str:
        blocks = [self._front()] if self._front() else []
        group = ""
        for statement in self.argument_map.statements:
            named = self.argument_map.group_by_id.get(statement.group)
            if named and named.id != group:
                group = named.id
                blocks.append(f"# {inline.escape(named.title)}")
            blocks += self._statement(statement)
        return "\n\n".join(blocks) + "\n" if blocks else ""

    def _front(self) -> str:
        m = self.argument_map
        front = {
            "title": m.title,
            "abstract": m.summary,
            "language": m.language,
            "authors": list(m.authors),
        }
        lines = [f"{key}: {_json(value)}" for key, value in front.items() if value]
        return "\n".join(["===", *lines, "==="]) if lines else ""

    def _statement(self, statement: Statement) -> Iterator[str]:
        data = _statement_data(statement)
        head = f"[{statement.id}]: {inline.escape(statement.text)}"
        yield "\n".join([_line(head, statement.tags, data), *self._plain_below(statement.id, "  ")])
        waiting = self._others_on(statement.id)
        while waiting:
            relation = waiting.pop(0)
            yield from self._argument(relation)
            waiting = self._others_on(relation.id) + waiting

    def _plain_below(self, target: str, indent: str) -> list[str]:
        step = target in self.argument_map.relation_by_id
        return [
            f"{indent}{'<_' if step else _SYMBOLS[relation.bearing]} [{relation.premises[0]}]"
            for relation in self.argument_map.relations_on(target)
            if is_bare(self.argument_map, relation)
        ]

    def _others_on(self, target: str) -> list[Relation]:
        on = self.argument_map.relations_on(target)
        return [relation for relation in on if not is_bare(self.argument_map, relation)]

    def _argument(self, relation: Relation) -> Iterator[str]:
        yield _line(f"<{relation.id}>", relation.tags, _relation_data(relation))
        premises = [f"({n}) [{id_}]" for n, id_ in enumerate(relation.premises, 1)]
        conclusion = f"({len(premises) + 1}) {self._conclusion(relation)}"
        undercuts = self._plain_below(relation.id, "    ")
        yield "\n".join([*premises, "----", *undercuts, conclusion])

    def _conclusion(self, relation: Relation) -> str:
        target = self.argument_map.statement_by_id.get(relation.target)
        supports = relation.bearing is Bearing.SUPPORTS
        if target and supports:
            return f"[{target.id}]"
        title = unused_id(
            f"not-{relation.target}" if not supports else f"so-{relation.target}", self.taken
        )
        self.taken.add(title)
        verb = "holds" if supports else "does not hold"
        symbol = "+>" if supports else "->" if target else "_>"
        end = f"[{relation.target}]" if target else f"<{relation.target}>"
        words = inline.escape(f"This {verb}: {target.text if target else relation.target}")
        return _line(f"[{title}]: {words}", (), {BEARING: str(relation.bearing)}) + (
            f"\n    {symbol} {end}"
        )


def _statement_data(statement: Statement) -> dict[str, Any]:
    needs_title = bool(statement.title) or not OUR_ID.fullmatch(statement.id)
    data: dict[str, Any] = {"title": statement.title} if needs_title else {}
    data["note"] = statement.note
    data["tags"] = _listed(statement.tags)
    data["said_by"] = statement.said_by
    data["implicit"] = statement.implicit
    data["basis"] = statement.basis
    data["judgement"] = statement.judgement
    data["credence"] = statement.credence
    return {
        k: v
        for k, v in data.items()
        if k == "title" or v not in ("", False, None, []) or (k == "credence" and v is not None)
    }


def _relation_data(relation: Relation) -> dict[str, Any]:
    data: dict[str, Any] = {
        "scheme": relation.scheme,
        "weight": short(relation.weight) if relation.weight != 1 else None,
        "rejected": relation.rejected,
        "note": relation.note,
        "tags": _listed(relation.tags),
    }
    return {key: value for key, value in data.items() if value not in ("", False, None, [])}


def _listed(tags: tuple[str, ...]) -> list[str]:
    """Return all tags for the data where Argdown's own marks cannot write each of them."""
    return [] if all(map(inline.tag, tags)) else list(tags)


def _line(head: str, tags: tuple[str, ...], data: dict[str, Any]) -> str:
    marks = [inline.tag(tag) for tag in tags if inline.tag(tag)]
    return " ".join([head, *marks, *([_json(data)] if data else [])])


def _json(value: Any) -> str:
    """Return data as JSON, which is YAML, with no character in texts that Argdown looks for."""
    return _STRING.sub(_harmless, json.dumps(value))


def _harmless(string: re.Match[str]) -> str:
    return re.sub(r"[][<>{}=]", lambda found: f"\\u{ord(found[0]):04x}", string[0])
