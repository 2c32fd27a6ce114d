"""The YAML of the other program named argmap: claims are keys, below them reasons, below claims.

A reason's key that starts with `o` or `-` is an objection; a claim's that starts with `-` is
unstated. Texts being keys, one that comes twice under the same reason is a problem, not one claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import nan

from argmap.errors import ArgmapError, Place
from argmap.formats.building.map_builder import MapBuilder
from argmap.formats.building.tree_reader import TreeLine, add_tree
from argmap.formats.format import Format, Imported
from argmap.formats.syntax import yaml_text
from argmap.formats.syntax.json_text import short, words
from argmap.model.kinds import Bearing
from argmap.store.file_names import YAML_SUFFIXES
from argmap.store.yaml.node import Collection, Node

_SNIFF = re.compile(
    r"^[ \t]+[\"']?(?:r|o|reason|objection)-?\d*[\"']?[ \t]*:[ \t]*(?:#.*)?$", re.MULTILINE
)
_RESERVED = ("note", "label", "strength")


def read(text: str, file: str) -> Imported:
    """Return the map of the claims; strengths 1 to 5 are weights, labels losses."""
    root = yaml_text.parse(text, file)
    if not isinstance(root, Collection) or not root.mapping:
        raise ArgmapError("This YAML has no claims as keys.", "", Place(file, 1))
    builder = MapBuilder(file)
    add_tree(builder, _rows(root, builder))
    return builder.build()


def _rows(root: Collection, builder: MapBuilder) -> Iterator[TreeLine]:
    waiting: list[tuple[int, bool, Node, Node]] = []

    def push(level: int, node: Node, *, reasons: bool) -> None:
        if isinstance(node, Collection) and node.mapping:
            pairs = list(_known_once(node, builder))
            waiting.extend((level, reasons, key, value) for key, value in reversed(pairs))

    push(0, root, reasons=False)
    while waiting:
        level, is_reason, key, value = waiting.pop()
        name = yaml_text.key(key, builder.file)
        line = key.start_mark.line + 1
        kept = _reserved(value, builder.file)
        if is_reason:
            bearing = Bearing.ATTACKS if name[:1] in ("o", "-") else Bearing.SUPPORTS
            if "label" in kept:
                builder.add_loss("labels of reasons", f"{name} (line {line})")
            weight = _strength(builder, kept.get("strength", ""), line)
            fields = {"weight": weight, "note": kept.get("note", "").strip()}
            yield TreeLine(level, bearing, "", step=True, line=line, relation_fields=fields)
        else:
            fields = {"implicit": name.startswith("-"), "note": kept.get("note", "").strip()}
            yield TreeLine(level, None, name.removeprefix("-").strip(), line=line, fields=fields)
        push(level + 1, value, reasons=not is_reason)


def _known_once(node: Collection, builder: MapBuilder) -> Iterator[tuple[Node, Node]]:
    seen = set()
    for key, value in node.pairs():
        name = yaml_text.key(key, builder.file)
        if name in _RESERVED:
            continue
        if name in seen:
            line = key.start_mark.line + 1
            builder.add_problem(f"“{name}” occurs twice here; both are read.", line, error=False)
        seen.add(name)
        yield key, value


def _reserved(node: Node, file: str) -> dict[str, str]:
    if not isinstance(node, Collection) or not node.mapping:
        return {}
    named = [(yaml_text.key(key, file), value) for key, value in node.pairs()]
    return {n: words(yaml_text.value(v, file)) for n, v in named if n in _RESERVED}


def _strength(builder: MapBuilder, text: str, line: int) -> float:
    try:
        given = float(text or "1")
    except ValueError:
        given = nan
    strength = min(5.0, max(1.0, given))
    if strength != given:
        read = f"it is read as {short(strength)}"
        builder.add_problem(f"The strength “{text}” is not a number from 1 to 5; {read}.", line)
    return strength


FORMAT = Format(
    name="other-argmap",
    title="argmap YAML of dsanson",
    suffixes=(".map.yaml",),
    also=YAML_SUFFIXES,
    read=read,
    sniff=_SNIFF.search,
)
