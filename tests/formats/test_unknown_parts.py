"""Whatever is put into a file beyond what its reader looks at is told."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from argmap.errors import ArgmapError
from argmap.formats.convert import dumps, loads

SAMPLES = Path(__file__).parents[1] / "cases" / "formats"
NEW = "Zanzibar"

JSON = {
    "aif": "nodeset.json dialogue.aif.json",
    "xaif": "ova3.json",
    "sadface": "sadface.json swimming.sadface",
    "arguebuf": "arguebuf.json swimming.arguebuf",
    "mindmup": "mindmup.json swimming.mup",
}
XML = {
    "lkif": "lkif.xml swimming.lkif",
    "aml": "araucaria.aml swimming.aml",
    "arggraph": "microtext.xml swimming.arggraph",
    "axl": "cats.axl swimming.axl",
    "argml": "argunet.graphml swimming.argml",
    "opml": "pool.opml swimming.opml",
    "freeplane": "pool.mm swimming.mm",
}
TOLD_WHOLE = {
    "sadface": "resources",
    "mindmup": "icon attachment",
    "lkif": "source theory rules rule",
    "aml": "SCHEMESET SCHEME NAME FORM PREMISE CONCLUSION CQ DATE SOURCE COMMENTS",
    "arggraph": "edu",
    "axl": "created",
    "opml": "head title dateCreated",
}
"""Parts that are told as such, so that it does not matter what is in them."""

NOT_OURS = {
    "lkif": "s head",
    "argml": "graphml graph data node edge debate group ShapeNode Geometry title",
    "freeplane": "richcontent html body p b i icon attribute arrowlink hook",
}
"""Words with their marks, and what belongs to the picture."""


def told(text: str, name: str) -> object:
    """Return all that a reading gives; the problem where there is none."""
    try:
        found = loads(text, name)
    except ArgmapError as error:
        return str(error)
    return dumps(found.argument_map, "json").text, found.losses, found.undrawn, found.problems


@pytest.mark.parametrize(
    ("name", "sample"), [(name, s) for name, listed in JSON.items() for s in listed.split()]
)
def test_a_new_key_is_told(name: str, sample: str) -> None:
    content = json.loads((SAMPLES / sample).read_text(encoding="utf-8"))
    before = told(json.dumps(content), name)
    passed_over = set(TOLD_WHOLE.get(name, "").split())
    for path in objects(content, ()):
        if passed_over.isdisjoint(map(str, path)):
            changed = copy.deepcopy(content)
            part = changed
            for key in path:
                part = part[key]
            part[NEW] = NEW
            assert told(json.dumps(changed), name) != before, path


def objects(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, dict):
        yield path
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, item in items:
        if isinstance(item, (dict, list)):
            yield from objects(item, (*path, key))


@pytest.mark.parametrize(
    ("name", "sample"), [(name, s) for name, listed in XML.items() for s in listed.split()]
)
def test_a_new_attribute_element_or_text_is_told(name: str, sample: str) -> None:
    text = (SAMPLES / sample).read_text(encoding="utf-8")
    before = told(text, name)
    passed_over = {*TOLD_WHOLE.get(name, "").split(), *NOT_OURS.get(name, "").split()}
    for tag in re.finditer(r"<(?:\w+:)?([\w.-]+)((?:\s[^<>]*?)?)(/?)>", text):
        if tag[1] in passed_over:
            continue
        new = [(tag.end(2), f' {NEW}="{NEW}"')]
        new += [] if tag[3] else [(tag.end(), f"<{NEW}>{NEW}</{NEW}>"), (tag.end(), NEW)]
        for at, part in new:
            assert told(f"{text[:at]}{part}{text[at:]}", name) != before, (tag[0], part)


def test_a_graph_of_others_is_not_read_as_an_empty_map() -> None:
    found = loads('<graphml><graph><node id="a"/></graph></graphml>', file="x.graphml")
    assert [p.message for p in found.problems] == [
        "This GraphML holds nodes, and no theses and arguments of Argunet."
    ]
