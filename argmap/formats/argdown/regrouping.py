"""Groups that the front matter lists by titles: they take the place of all sections."""

from __future__ import annotations

from argmap.formats.argdown.document import Document, Section
from argmap.formats.syntax.json_text import words


def regroup(document: Document) -> None:
    """Put elements into the groups of `group: {regroup: […]}`, if the front matter has it."""
    group = document.front.get("group")
    wanted = group.get("regroup") if isinstance(group, dict) else None
    if not isinstance(wanted, list) or not wanted:
        return
    document.sections = []
    for element in (*document.statements.values(), *document.arguments.values()):
        element.section = -1
    waiting = [(each, -1, 1) for each in reversed(wanted)]
    while waiting:
        each, parent, level = waiting.pop()
        if not isinstance(each, dict):
            continue
        number = len(document.sections)
        document.sections.append(Section(words(each.get("title")), level, parent))
        _place(document, each, number)
        waiting += [(child, number, level + 1) for child in reversed(_listed(each, "children"))]


def _place(document: Document, group: dict[str, object], number: int) -> None:
    for key, pool in (("statements", document.statements), ("arguments", document.arguments)):
        for title in map(words, _listed(group, key)):
            if title in pool:
                pool[title].section = number


def _listed(group: dict[str, object], key: str) -> list[object]:
    value = group.get(key)
    return value if isinstance(value, list) else []
