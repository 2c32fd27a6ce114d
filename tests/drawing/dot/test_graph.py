from __future__ import annotations

import json
import subprocess

from hypothesis import given, settings
from hypothesis import strategies as st

from argmap.drawing.dot.graph import Graph
from argmap.drawing.graphviz.engine import find

# At the end of a number the package overlooks a line break; what is ours to quote has none.
TEXTS = st.text(st.sampled_from('ab1.-"\\ ;]=\n<>é'), max_size=8).filter(
    lambda text: not (text.endswith("\n") or (text.startswith("<") and text.endswith(">")))
)


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
