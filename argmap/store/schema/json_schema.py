"""The file format as a JSON Schema (2020-12), for editors; derived from the table of keys.

`resources/schema.json` is this, written out: `python -m argmap.store.schema.json_schema > FILE`.
"""

from __future__ import annotations

import json
from typing import Any

from argmap.model.kinds import RESERVED_VIEWPOINTS, Judgement
from argmap.store.schema.keys import (
    ID_LENGTH,
    ID_PATTERN,
    KEYS_OF,
    RELATION_ID_LENGTH,
    RELATION_ID_PATTERN,
    REQUIRED,
    VERSION,
    Key,
    Level,
    Type,
)

# What a YAML 1.1 editor takes for a number or a truth value is a text here all the same.
_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
_REF: dict[str, Any] = {"$ref": "#/$defs/id"}
_RELATION_REF: dict[str, Any] = {"$ref": "#/$defs/relation-id"}


def schema() -> dict[str, Any]:
    """Return the schema as plain data."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An argument map",
        "description": f"The file format of argmap, version {VERSION}.",
        **_level(Level.MAP),
        "$defs": {
            "id": {
                "type": "string",
                "pattern": f"^{ID_PATTERN}$",
                "maxLength": ID_LENGTH,
            },
            "relation-id": {
                "type": "string",
                "pattern": f"^{RELATION_ID_PATTERN}$",
                "maxLength": RELATION_ID_LENGTH,
            },
            **{level.value: _level(level) for level in Level if level is not Level.MAP},
        },
    }


def _level(level: Level) -> dict[str, Any]:
    """Return what a mapping can hold at a level; keys of one's own are allowed everywhere."""
    found: dict[str, Any] = {
        "type": "object",
        "properties": {
            key.name: {"description": key.meaning, **_value(key)} for key in KEYS_OF[level].values()
        },
    }
    if REQUIRED[level]:
        found["required"] = list(REQUIRED[level])
    if level is Level.RELATION:
        found["oneOf"] = [{"required": ["supports"]}, {"required": ["attacks"]}]
    if level is Level.VIEWPOINT:
        found["properties"]["id"]["not"] = {"enum": list(RESERVED_VIEWPOINTS)}
    return found


def _value(key: Key) -> dict[str, Any]:
    if key.type is Type.CHOICE:
        return {"enum": list(key.words)}
    if key.type is Type.ITEMS:
        return {"type": "array", "items": {"$ref": f"#/$defs/{key.name}"}}
    return dict(_VALUES[key.type])


_VALUES: dict[Type, dict[str, Any]] = {
    Type.TEXT: _TEXT,
    Type.TEXTS: {"type": "array", "items": _TEXT},
    Type.ID: _REF,
    Type.RELATION_ID: _RELATION_REF,
    Type.REF: _RELATION_REF,
    Type.IDS: {"type": "array", "items": _REF, "minItems": 1},
    Type.FLAG: {"type": "boolean"},
    Type.SHARE: {"type": "number", "minimum": 0, "maximum": 1},
    Type.WEIGHT: {"type": "number", "exclusiveMinimum": 0, "default": 1},
    Type.JUDGEMENTS: {"type": "object", "additionalProperties": {"enum": list(Judgement)}},
    Type.VERSION: {"const": VERSION},
    Type.STYLE: {"$ref": "#/$defs/style"},
    Type.CONFLICTS: {"type": "array", "items": {"$ref": "#/$defs/conflicts"}},
    Type.SIDE: {},
    Type.CITES: {"type": "array", "items": {"$ref": "#/$defs/cites"}},
}


def as_text() -> str:
    """Return the schema as it stands in the file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(as_text(), end="")
