"""MindMup `.mup`: JSON of ideas within ideas; an idea marked as a group is a relation.

Claims in one group are linked, `opposing` groups attack, the connector's width from 1 to 5 is the
strength, a group directly in a group bears on the inference, and a sticky note or `attr.note` is
a note. An ordinary mind map without groups is read as an outline: what hangs below supports, or
does what a mark such as `Con:` says. Up to format 2 the file itself is the idea on top, whose title
is a claim; from 3 on its title is that of the map.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.formats.building.bearing_words import MARKED_LINES
from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.tree_reader import TreeLine, add_tree, walk_tree
from argmap.formats.building.unknown_parts import ANY, ONE, Shape, report_unknown_keys
from argmap.formats.format import Format, Imported
from argmap.formats.losses.features import only
from argmap.formats.syntax.json_text import (
    dump,
    load_object,
    mapping,
    object_with,
    objects,
    short,
    words,
)
from argmap.formats.writing.tree_writer import HELD_WITH_NOTES, lines
from argmap.model.argument_map import ArgumentMap, Relation, Statement
from argmap.model.kinds import Bearing

_GROUPS = {"supporting": Bearing.SUPPORTS, "opposing": Bearing.ATTACKS}
_LOOKS = ("style", "position", "collapsed", "theme", "themeOverrides")
_REPORTED = ("icon", "attachment")
_CONNECTOR = ("width", "label", "color", "lineStyle", "arrow", "themeLabel")
_ATTRIBUTES: Shape = {
    **dict.fromkeys((*_LOOKS, *_REPORTED, "styleNames"), ANY),
    **dict.fromkeys(("group", "contentLocked"), ONE),
    "parentConnector": {**dict.fromkeys(_CONNECTOR, ONE), "arrow": ANY},
    "note": {"index": ONE, "text": ONE},
}
_IDEA: dict[str, Shape] = {"title": ONE, "id": ONE, "attr": _ATTRIBUTES}
_IDEA["ideas"] = {ANY: _IDEA}
_SHAPE: Shape = _IDEA | {
    **dict.fromkeys(("formatVersion", "$schema"), ONE),
    "theme": ANY,
    "links": [{"ideaIdFrom": ONE, "ideaIdTo": ONE, "attr": ANY}],
}
_IMPLICIT, _STICKY = "attr_implicit_claim", "sticky_note"


def read(text: str, file: str) -> Imported:
    """Return the map of the ideas, in the order of their ranks: numbers written as names."""
    builder = MapBuilder(file)
    content = load_object(text, builder)
    report_unknown_keys(builder, content, _SHAPE)
    title = words(content.get("title"))
    is_idea = bool(title) and _number(words(content.get("formatVersion"))) < 3
    tops = [content] if is_idea else _below(content)
    rows = list(_rows(tops, builder))
    add_tree(builder, rows, marks=not any(row.step for row in rows))
    for link in objects(content.get("links")):
        ends = f"{words(link.get('ideaIdFrom'))} → {words(link.get('ideaIdTo'))}"
        builder.add_loss("arrows between ideas", ends)
    return builder.build(title="" if is_idea else title)


def _below(idea: dict[str, Any]) -> list[dict[str, Any]]:
    ideas = mapping(idea.get("ideas"))
    ranked = sorted((_number(rank), rank) for rank in ideas)
    return [ideas[rank] for _, rank in ranked if isinstance(ideas[rank], dict)]


def _number(rank: str) -> float:
    try:
        return float(rank)
    except ValueError:
        return 0


def _rows(ideas: list[dict[str, Any]], builder: MapBuilder) -> Iterator[TreeLine]:
    for level, idea in walk_tree(ideas, _claims_below):
        attributes = mapping(idea.get("attr"))
        note = words(mapping(attributes.get("note")).get("text"))
        if group := words(attributes.get("group")):
            relation = {"weight": _weight(attributes), "note": note}
            bearing = _GROUPS.get(group, Bearing.SUPPORTS)
            if group not in _GROUPS:
                builder.add_loss("groups that neither support nor oppose", words(idea.get("id")))
            yield TreeLine(level, bearing, "", step=True, relation_fields=relation)
        else:
            title = words(idea.get("title"))
            stuck = (words(i.get("title")) for i in _below(idea) if _is_note(i))
            notes = "\n\n".join(filter(None, [note, *stuck]))
            fields = {"implicit": _IMPLICIT in _styles(idea), "note": notes}
            yield TreeLine(level, None, title, fields=fields)
            for name in _REPORTED:
                if name in attributes:
                    builder.add_loss(f"{name}s", title)
        if label := words(mapping(attributes.get("parentConnector")).get("label")):
            builder.add_loss("labels of connectors", label)


def _claims_below(idea: dict[str, Any]) -> list[dict[str, Any]]:
    return [below for below in _below(idea) if not _is_note(below)]


def _is_note(idea: dict[str, Any]) -> bool:
    return _STICKY in _styles(idea) and not _below(idea)


def _styles(idea: dict[str, Any]) -> list[Any]:
    styles = mapping(idea.get("attr")).get("styleNames")
    return styles if isinstance(styles, list) else []


def _weight(attributes: dict[str, Any]) -> float:
    width = mapping(attributes.get("parentConnector")).get("width", 1)
    try:
        return min(5.0, max(1.0, float(width)))
    except (TypeError, ValueError):
        return 1


def write(argument_map: ArgumentMap) -> str:
    """Return every relation as a group, so that MindMup's argument tools understand it."""
    root: dict[str, Any] = {"title": argument_map.title, "id": "root", "formatVersion": 3}
    open_ideas = [root]
    for number, row in enumerate(lines(argument_map, all_steps=True), 1):
        idea = _claim(row.statement) if row.statement else _group(row.relation)
        del open_ideas[row.level + 1 :]
        ideas = open_ideas[-1].setdefault("ideas", {})
        ideas[str(len(ideas) + 1)] = {"id": number, **idea}
        open_ideas.append(ideas[str(len(ideas))])
    return dump(root)


def _claim(statement: Statement) -> dict[str, Any]:
    attributes: dict[str, Any] = {}
    if statement.implicit:
        attributes["styleNames"] = [_IMPLICIT]
    if statement.note:
        attributes["note"] = {"index": 1, "text": statement.note}
    idea = {"title": statement.text}
    return {**idea, "attr": attributes} if attributes else idea


def _group(relation: Relation | None) -> dict[str, Any]:
    assert relation, "a row without a statement is a step"
    group = "supporting" if relation.bearing is Bearing.SUPPORTS else "opposing"
    attributes: dict[str, Any] = {"group": group, "contentLocked": True}
    if relation.weight != 1:
        attributes["parentConnector"] = {"width": short(relation.weight)}
    return {"title": "group", "attr": attributes}


FORMAT = Format(
    name="mindmup",
    title="MindMup",
    suffixes=(".mup",),
    also=(".json",),
    read=read,
    write=write,
    sniff=object_with("ideas", "title formatVersion"),
    holds=HELD_WITH_NOTES | only("statement.implicit relation.weight controls returns edges"),
    reading=MARKED_LINES,
)
