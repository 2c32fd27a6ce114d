"""Files that nobody would write, edited: the file says what the map says, and undo gives it back.

Here and there something is put into a file or cut out of it, as people, merges and other programs
do. Whatever still opens for editing is edited then, in all kinds of ways, and read again each time.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit, removal
from argmap.model.history.document import Document
from argmap.model.kinds import Direction
from argmap.store.yaml_file import read
from tests.long import LONG
from tests.store.maps import difference, normal

ROOT = Path(__file__).parents[2]
FILES = (*(ROOT / "examples").glob("*.yaml"), ROOT / "tests/cases/formats/pool.argmap.json")
SMALL = (
    """\
argmap: 1
statements:
  - {id: a, text: A}
  - {id: b, text: B}
relations:
  - {from: [b], supports: a}
""",
    """\
{"argmap": 1, "statements": [{"id": "a", "text": "Old"}, {"id": "b", "text": "x"}], "relations": [
  {"id": "r", "from": ["b"], "attacks": "a"}]}
""",
    """\
argmap: 1
statements: [{id: a, text: A}, {id: b, text: B}]\t# c
relations: [{id: r, from: [b], supports: a}]  # d
""",
    '{"argmap": 1, "statements": [{"id": "a", "text": "A\u2028B"}]}',
    "style: {theme: dark}\n",
    "x-a: 1\n",
    "\nsources:\n  - {id: a, title: A}\n",
    "argmap: 1\nsources:\n  - ? {id: a}\n",
)
TEXTS = (*SMALL, *(text for f in FILES if len(text := f.read_text(encoding="utf-8")) < 6000))
BITS = (
    " a \n\tb ", "\t", "\n", "#", ": ", "- ", "[", "]", "{", "}", ",", '"', "'", "?", "\n  ",
    " \n\t", "&a ", "*a ", "!x ", "|\n", ">\n", "\\", "\u2028", "\x85", "\ufeff", "\\ud83d", "%",
    "@", "`", "---\n", "...\n", "null", "\r", "\r\n", " #", "? ", "\t# c", " # c\n", "\n# c\n",
    "\nstatements:\n  - {id: z, text: Z}\n", "\nrelations:\n- {id: q, from: [z], supports: y}\n",
    "\ntitle: x\n",
)  # fmt: skip
SAID = ("New", "Cost", "a", "No", "x: y # z", "Two\nlines", "[a]", " end ", "tab\tx", "𝒳", "\n")


def spoilt(text: str, chance: random.Random) -> str:
    """Return a text with something put into it or cut out of it, a few times."""
    for _ in range(chance.choice([0, 1, 1, 2, 3])):
        at = chance.randrange(len(text) + 1)
        cut = chance.choice([0, 0, 0, chance.randrange(1, 20)])
        text = text[:at] + (text[at + cut :] if cut else chance.choice(BITS) + text[at:])
    return text


def edited(argument_map: ArgumentMap, chance: random.Random) -> ArgumentMap:
    """Return a map after one edit."""
    said = chance.choice(SAID)
    if not argument_map.statements:
        return edit.add_claim(argument_map, said)
    id_ = chance.choice(argument_map.statements).id
    relations = argument_map.relations
    ways: list[Callable[[], ArgumentMap]] = [
        lambda: edit.add_claim(argument_map, said),
        lambda: edit.add_premise(argument_map, id_, said),
        lambda: edit.add_rebuttal(argument_map, id_, said),
        lambda: edit.add_sibling(argument_map, id_, said),
        lambda: edit.set_fields(argument_map, id_, text=said),
        lambda: edit.set_fields(argument_map, id_, note=said, tags=(said,)),
        lambda: edit.set_map_fields(argument_map, title=said),
        lambda: edit.set_direction(argument_map, chance.choice(list(Direction))),
        lambda: edit.group(argument_map, [id_], said),
        lambda: removal.delete_cards(argument_map, [id_]),
    ]
    if relations:
        step = chance.choice(relations).id
        ways.append(lambda: edit.set_fields(argument_map, step, note=said, scheme=said))
    return chance.choice(ways)()


@pytest.mark.parametrize("seed", range(8))
def test_the_file_follows_whatever_is_edited(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(40 * LONG):
        text = spoilt(chance.choice(TEXTS), chance)
        reading = read(text)
        if reading.read_only:
            continue
        opened = reading.text.text()
        document = Document(reading.argument_map, reading.text)
        for _ in range(chance.randrange(1, 6)):
            try:
                document.do("Edit", edited(document.argument_map, chance))
            except ArgmapError:
                continue
            again = read(reading.text.text())
            assert not again.read_only, (text, reading.text.text())
            differing = difference(normal(again.argument_map), normal(document.argument_map))
            assert not differing, (text, reading.text.text())
        while document.done:
            document.undo()
        assert reading.text.text() == opened, text


@pytest.mark.parametrize(
    "tail",
    [
        " # mine\n",
        "\t# mine\n",
        " \t# mine\n",
        "\t# mine",
        "   # mine",
        "\n\t# mine\n",
        "\n# mine\n",
    ],
)
@pytest.mark.parametrize("last", [', "relations": []}', "}"])
def test_a_comment_behind_a_file_in_brackets_stays(tail: str, last: str) -> None:
    reading = read('{"argmap": 1, "statements": [{"id": "a", "text": "Old"}]' + last + tail)
    assert not reading.read_only
    document = Document(reading.argument_map, reading.text)
    document.do("Add claim", edit.add_claim(document.argument_map, "New"))
    assert reading.text.text().count("# mine") == 1
    assert read(reading.text.text()).argument_map == document.argument_map


@pytest.mark.parametrize(
    "text",
    [
        '{"argmap": 1, "statements": [ ?\n{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]}',
        "{argmap: 1, \ufefftheme: dark}",
    ],
)
def test_what_means_something_else_on_lines_of_its_own_is_shown(text: str) -> None:
    reading = read(text)
    assert reading.read_only
    assert "odd-layout" in {p.code for p in reading.problems}
