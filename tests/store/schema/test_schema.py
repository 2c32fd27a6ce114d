"""The table of keys, the JSON Schema and the contract say the same."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from argmap.model.argument_map import (
    ArgumentMap,
    Cite,
    Conflict,
    Group,
    Relation,
    Source,
    Statement,
    Style,
    Viewpoint,
)
from argmap.store.schema.json_schema import as_text, schema
from argmap.store.schema.keys import KEYS_OF, Level
from argmap.store.yaml_file import dumps, read

ROOT = Path(__file__).parents[3]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
FORMAT = ROOT / "docs" / "format.md"
MODELS = {
    Level.MAP: ArgumentMap,
    Level.STATEMENT: Statement,
    Level.CITE: Cite,
    Level.RELATION: Relation,
    Level.SOURCE: Source,
    Level.GROUP: Group,
    Level.VIEWPOINT: Viewpoint,
    Level.STYLE: Style,
    Level.CONFLICT: Conflict,
}
NOT_IN_FILES = {"unread", "extra", "anonymous", "bearing"}


def valid(instance: Any) -> bool:
    checker = jsonschema.Draft202012Validator(schema())
    return checker.is_valid(instance)


def example_of_the_format_page() -> str:
    page = FORMAT.read_text(encoding="utf-8")
    return page.split("```yaml\n", 1)[1].split("```", 1)[0]


def test_the_file_is_what_the_table_says() -> None:
    assert (ROOT / "resources" / "schema.json").read_text(encoding="utf-8") == as_text()
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("level", Level)
def test_every_field_of_the_model_has_a_key(level: Level) -> None:
    names = {field.name for field in fields(MODELS[level])} - NOT_IN_FILES
    keys = {key.field for key in KEYS_OF[level].values()} - {"argmap"}
    assert keys == names


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: str(path.name))
def test_examples_are_valid(path: Path) -> None:
    jsonschema.validate(yaml.safe_load(path.read_text(encoding="utf-8")), schema())


def test_the_example_of_the_format_page_is_valid_and_without_problems() -> None:
    text = example_of_the_format_page()
    data = json.loads(json.dumps(yaml.safe_load(text), default=str))
    jsonschema.validate(data, schema())
    reading = read(text)
    assert reading.problems == ()
    written = json.loads(json.dumps(yaml.safe_load(dumps(reading.argument_map)), default=str))
    assert written == data


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"argmap": 2},
        {"argmap": 1, "statements": [{"id": "a"}]},
        {"argmap": 1, "statements": [{"id": "a b", "text": "x"}]},
        {"argmap": 1, "statements": [{"id": "a", "text": "x", "kind": "thesis"}]},
        {"argmap": 1, "statements": [{"id": "a", "text": "x", "credence": 2}]},
        {"argmap": 1, "relations": [{"from": [], "supports": "a"}]},
        {"argmap": 1, "relations": [{"from": ["a"]}]},
        {"argmap": 1, "relations": [{"from": ["a"], "supports": "b", "attacks": "c"}]},
        {"argmap": 1, "relations": [{"from": ["a"], "supports": "b", "judgement": "accepted"}]},
        {"argmap": 1, "relations": [{"from": ["a"], "supports": "b", "weight": 0}]},
        {"argmap": 1, "viewpoints": [{"id": "author"}]},
    ],
)
def test_the_schema_and_the_reader_refuse_the_same(wrong: Any) -> None:
    assert not valid(wrong)
    assert read(json.dumps(wrong)).problems


def test_keys_of_ones_own_are_allowed_everywhere() -> None:
    assert valid({"argmap": 1, "x-a": 1, "statements": [{"id": "a", "text": "x", "x-b": []}]})


@pytest.mark.parametrize("level", Level)
def test_the_format_page_names_every_key(level: Level) -> None:
    page = FORMAT.read_text(encoding="utf-8")
    missing = [name for name in KEYS_OF[level] if f"`{name}`" not in page]
    assert not missing
