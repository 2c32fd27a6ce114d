"""The YAML of the other program named argmap: claims are keys, below them reasons, below claims.

A reason's key that starts with `o` or `-` is an objection; a claim's that starts with `-` is
unstated. Texts being keys, one that comes twice under the same reason is told, not swallowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import nan

from argmap.errors import ArgmapError, Place
from argmap.formats import yaml_text
from argmap.formats.format import Imported
from argmap.formats.json_text import short, words
from argmap.formats.outline import Read, plant
from argmap.formats.sketch import Sketch
from argmap.model.kinds import Bearing
from argmap.store.yaml.node import Collection, Node

SNIFF = re.compile(
    r"^[ \t]+[\"']?(?:r|o|reason|objection)-?\d*[\"']?[ \t]*:[ \t]*(?:#.*)?$", re.MULTILINE
)
_RESERVED = ("note", "label", "strength")


def read(text: str, file: str) -> Imported:
    """Read the claims; strengths 1 to 5 are weights, labels losses."""
    root = yaml_text.parse(text, file)
    if not isinstance(root, Collection) or not root.mapping:
        raise ArgmapError("This YAML has no claims as keys.", "", Place(file, 1))
    sketch = Sketch(file)
    plant(sketch, _rows(root, sketch))
    return sketch.finish()


def _rows(root: Collection, sketch: Sketch) -> Iterator[Read]:
    waiting: list[tuple[int, bool, Node, Node]] = []

    def push(level: int, node: Node, *, reasons: bool) -> None:
        if isinstance(node, Collection) and node.mapping:
            pairs = list(_known_once(node, sketch))
            waiting.extend((level, reasons, key, value) for key, value in reversed(pairs))

    push(0, root, reasons=False)
    while waiting:
        level, is_reason, key, value = waiting.pop()
        name = yaml_text.key(key, sketch.file)
        line = key.start_mark.line + 1
        kept = _reserved(value, sketch.file)
        if is_reason:
            bearing = Bearing.ATTACKS if name[:1] in ("o", "-") else Bearing.SUPPORTS
            if "label" in kept:
                sketch.lose("labels of reasons", f"{name} (line {line})")
            weight = _strength(sketch, kept.get("strength", ""), line)
            fields = {"weight": weight, "note": kept.get("note", "").strip()}
            yield Read(level, bearing, "", step=True, line=line, relation_fields=fields)
        else:
            fields = {"implicit": name.startswith("-"), "note": kept.get("note", "").strip()}
            yield Read(level, None, name.removeprefix("-").strip(), line=line, fields=fields)
        push(level + 1, value, reasons=not is_reason)


def _known_once(node: Collection, sketch: Sketch) -> Iterator[tuple[Node, Node]]:
    seen = set()
    for key, value in node.pairs():
        name = yaml_text.key(key, sketch.file)
        if name in _RESERVED:
            continue
        if name in seen:
            line = key.start_mark.line + 1
            sketch.problem(f"“{name}” comes twice here; both are read.", line, error=False)
        seen.add(name)
        yield key, value


def _reserved(node: Node, file: str) -> dict[str, str]:
    if not isinstance(node, Collection) or not node.mapping:
        return {}
    named = [(yaml_text.key(key, file), value) for key, value in node.pairs()]
    return {n: words(yaml_text.value(v, file)) for n, v in named if n in _RESERVED}


def _strength(sketch: Sketch, text: str, line: int) -> float:
    try:
        given = float(text or "1")
    except ValueError:
        given = nan
    strength = min(5.0, max(1.0, given))
    if strength != given:
        said = f"The strength “{text}” is none from 1 to 5"
        sketch.problem(f"{said}; it is read as {short(strength)}.", line)
    return strength
