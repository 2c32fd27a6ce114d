"""What SARIF 2.1.0 asks of the parts that argmap writes, transcribed from its sections."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from argmap.critique import RULES
from tests.commands.conftest import Run


def record(required: str, **properties: object) -> dict[str, object]:
    """Describe an object that has these properties only, as the standard closes all of its own."""
    return {
        "type": "object",
        "properties": properties,
        "required": required.split(),
        "additionalProperties": False,
    }


TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
MESSAGE = record("text", text=TEXT)  # 3.11.8: a result's message has a text or an id
REGION = record("startLine", startLine=COUNT, startColumn=COUNT)  # 3.30.5, 3.30.6: from 1
URI = record("uri", uri={"type": "string", "format": "uri-reference", "pattern": "^[!-~]+$"})
PHYSICAL = record("artifactLocation", artifactLocation=URI, region=REGION)
LOGICAL = {"type": "array", "items": record("name", name=TEXT), "uniqueItems": True}
RULE = record(  # 3.49
    "id",
    id=TEXT,
    shortDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=record("", level=LEVEL, enabled={"type": "boolean"}),
)
RESULT = record(  # 3.27
    "message",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": -1},
    level=LEVEL,
    message=MESSAGE,
    locations={
        "type": "array",
        "items": record("", physicalLocation=PHYSICAL, logicalLocations=LOGICAL),
    },
)
DRIVER = record(  # 3.19
    "name", name=TEXT, version=TEXT, rules={"type": "array", "items": RULE, "uniqueItems": True}
)
RUN = record(  # 3.14
    "tool results",
    tool=record("driver", driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    results={"type": "array", "items": RESULT},
)
LOG = record(  # 3.13
    "version runs",
    version={"const": "2.1.0"},
    runs={"type": "array", "items": RUN},
    **{"$schema": {"type": "string", "format": "uri"}},
)


def checked(run: Run, *names: str) -> dict[str, Any]:
    """Check files, hold the log to the standard, and give its one run."""
    log = json.loads(run("check", *names, "--format", "sarif").out)
    jsonschema.validate(log, LOG, format_checker=jsonschema.FormatChecker())
    (only,) = log["runs"]
    return dict(only)


def test_a_sound_map_has_a_log_without_results(run: Run) -> None:
    log = checked(run, "pool.argmap.yaml")
    assert log["results"] == []
    assert [rule["id"] for rule in log["tool"]["driver"]["rules"]] == [rule.code for rule in RULES]


def test_results_name_rule_level_and_place(run: Run) -> None:
    Path("ask me.yaml").write_text(
        "argmap: 1\nodd: 1\nstatements:\n  - id: why\n    text: Why not open on Sundays?\n",
        encoding="utf-8",
    )
    log = checked(run, "torn.argmap.yaml", "ask me.yaml")
    rules = log["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    for result in log["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]  # 3.27.6
    levels = {result["ruleId"]: result["level"] for result in log["results"]}
    assert levels["unknown-key"] == levels["question-not-statement"] == "warning"
    assert sorted(levels.values()) == ["error", "warning", "warning"]
    asked = next(r for r in log["results"] if r["ruleId"] == "question-not-statement")
    assert asked["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "ask%20me.yaml"},
                "region": {"startLine": 4, "startColumn": 5},
            },
            "logicalLocations": [{"name": "why"}],
        }
    ]


def test_words_of_a_map_are_no_placeholders_and_no_links(run: Run) -> None:
    Path("sly.yaml").write_text(
        'argmap: 1\nstatements:\n  - {id: sly, text: "Is {0} [here](file:///x)?"}\n',
        encoding="utf-8",
    )
    (result,) = checked(run, "sly.yaml")["results"]
    assert "“Is {{0}} [here] (file:///x)?”" in result["message"]["text"]


def test_an_absolute_path_becomes_a_file_uri(run: Run, tmp_path: Path) -> None:
    (result,) = checked(run, str(tmp_path / "torn.argmap.yaml"))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == (tmp_path / "torn.argmap.yaml").as_uri()


def test_the_transcription_is_no_rubber_stamp() -> None:
    spoilt: object
    for spoilt in (
        {"runs": []},
        {"version": "2.1.0", "runs": [{}]},
        {"version": "2.1", "runs": []},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(spoilt, LOG)
