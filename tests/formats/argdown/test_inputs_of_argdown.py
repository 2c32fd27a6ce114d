"""What Argdown's own tests read, as we read it beside its own model of it.

It takes `npm install @argdown/core argdown-tests@npm:@argdown/core@1.1.0`, as newer packages leave
their tests out; whatever else is named `argdown-…` there is looked through too. Texts at which
Argdown itself stops are passed over.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from argmap.formats.argdown.parser import parse
from argmap.formats.convert import loads
from tests.formats.argdown import test_own_model
from tests.formats.argdown.comparison import ours, theirs
from tests.formats.argdown.inputs import texts

ARGUED = {
    "[1,2]; uses: [1,2]": "Argdown loses the step whose data is not YAML",
    "//     2. [Intelligent Design]": "a comment that no line break ends is text to Argdown",
}
"""Why we read some texts in another way, by what stands in them."""


def test_maps_are_those_of_argdowns_model(models: Any, node_modules: Path) -> None:
    found = [text for folder in node_modules.glob("argdown-*") for text in texts(folder)]
    if not found:
        pytest.skip("npm install argdown-tests@npm:@argdown/core@1.1.0")
    read = [
        (text, model)
        for text, model in zip(found, models(found), strict=True)
        if not model["errors"] and not any(part in text for part in ARGUED)
    ]
    assert len(read) > 80
    for text, model in read:
        mine, its = ours(parse(text)), theirs(model)
        for part in its:
            assert mine[part] == its[part], text
        relations(text, model["exported"])


def relations(text: str, exported: dict[str, Any]) -> None:
    model = test_own_model.Model(exported)
    argument_map = loads(text, "argdown").argument_map
    found: set[Any] = set(test_own_model.ours(argument_map, model))
    assert found == set(model.relations()), text
