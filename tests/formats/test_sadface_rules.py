"""What SADFace's own validator asks of a file that we write, after its rules."""

from __future__ import annotations

import json
import uuid

from hypothesis import given, settings

from argmap.formats.convert import dumps
from argmap.model.argument_map import ArgumentMap
from tests.formats.maps import maps

CORE = {"analyst_email", "analyst_name", "created", "edited", "id", "version"}


@settings(max_examples=40, deadline=None)
@given(maps())
def test_a_file_keeps_the_rules(argument_map: ArgumentMap) -> None:
    content = json.loads(dumps(argument_map, "sadface").text)
    metadata = content["metadata"]
    assert set(content) == {"edges", "nodes", "metadata", "resources"}
    assert set(metadata["core"]) == CORE, "other keys stand in blocks of their own"
    assert all(isinstance(value, str) for value in metadata["core"].values())
    assert all(isinstance(block, dict) for block in metadata.values())
    for edge in content["edges"]:
        assert set(edge) == {"id", "source_id", "target_id"}
        assert all(uuid.UUID(id_).version == 4 for id_ in edge.values())
    for node in content["nodes"]:
        assert uuid.UUID(node["id"]).version == 4
        assert node["type"] in ("atom", "scheme")
        assert set(node["metadata"]) <= set(metadata), "a block of a node is one of the file"
