from __future__ import annotations

import json
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.drawing.dot.graph import Graph, quoted
from argmap.drawing.graphviz.engine import find

TEXTS = st.text(st.sampled_from('ab1.-"\\ ;]=\n<>é'), max_size=8).filter(
    lambda text: not (text.startswith("<") and text.endswith(">"))
)


@pytest.mark.parametrize("value", ["a", "_a1", "-.5", "12.", "0.8"])
def test_names_and_numbers_stand_without_quotes(value: str) -> None:
    assert quoted(value) == value


@pytest.mark.parametrize("value", ["", "#fff", "Node", "strict", "1a", "é", "1,2", "a\n"])
def test_all_else_is_quoted(value: str) -> None:
    assert quoted(value) == f'"{value}"'


@settings(max_examples=60, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=12))
def test_graphviz_reads_every_value_as_it_was(values: list[str]) -> None:
    graph = Graph("map")
    for number, value in enumerate(values):
        graph.node(f"s{number}", {"label": "", "comment": value})
    run = subprocess.run(
        [find(), "-Tdot_json"], input=graph.text().encode(), capture_output=True, check=True
    )
    nodes = json.loads(run.stdout, strict=False)["objects"]
    # It keeps pairs of backslashes, which only labels and addresses unfold.
    assert [node.get("comment", "").replace("\\\\", "\\") for node in nodes] == values
