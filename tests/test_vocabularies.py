"""What the program knows of a kind stands in its row, so that a new kind is one row."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "argmap"

MAY_LIST = {
    "drawing/dot/arrows.py": "how the arrows of each bearing are drawn",
    "reasoning/labelling.py": "what a judgement counts as",
    "merging/wording/in_words.py": "the signs of an outline in plain letters",
    "formats/": "what other programs call the bearings of relations",
}
"""Where a table by bearing or judgement is no fact about these, and why."""


def tables(module: ast.AST, names: set[str]) -> list[int]:
    """Return the lines of the dictionaries whose keys are members of these enumerations."""

    def is_member(key: ast.expr | None) -> bool:
        owner = key.value if isinstance(key, ast.Attribute) else None
        return isinstance(owner, ast.Name) and owner.id in names

    return [
        node.lineno
        for node in ast.walk(module)
        if isinstance(node, ast.Dict) and any(map(is_member, node.keys))
    ]


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=str)
def test_nobody_keeps_a_table_of_their_own(path: Path) -> None:
    module = ast.parse(path.read_text(encoding="utf-8"))
    assert not tables(module, {"Kind", "Direction"})
    place = path.relative_to(PACKAGE).as_posix()
    if not place.startswith(tuple(MAY_LIST)):
        assert not tables(module, {"Bearing", "Judgement", "Basis"})


def test_a_table_would_be_noticed() -> None:
    assert tables(ast.parse("WORDS = {Kind.CLAIM: 1, Kind.PREMISE: 2}"), {"Kind"}) == [1]


SCRIPT = """
import argmap
from argmap.commands.info import numbers
from argmap.desktop.inspector.contents.statement import STATEMENT
from argmap.desktop.status_bar import kind_counts, kinds_of
from argmap.formats import table
from argmap.formats.convert import dumps
from argmap.model.kinds import Kind
from argmap.store.schema.json_schema import as_text

asked = argmap.loads('''argmap: 1
statements:
  - {id: c, kind: claim, text: The pool should open.}
  - {id: q, kind: question, text: Who pays?}
relations:
  - {from: [q], supports: c}
''')
question = Kind("question")
assert asked.statement_by_id["q"].kind is question
assert "QUESTION" in argmap.render(asked, "svg", legend=True).decode()
for theme in ("dark", "print"):
    argmap.render(asked, "dot", theme=theme)
assert argmap.evaluate(asked, open="presumed").statements
argmap.check(asked, select=["all"])
assert numbers(asked, ())["statements"]["question"] == 1
assert kind_counts(kinds_of(asked)) == "1 claim, 1 question"
choices = next(f.choices(asked, None) for f in STATEMENT.rows if f.label == "Kind")
assert (question, "question") in choices
assert '"question"' in as_text()
for row in table.FORMATS:
    if row.write:
        dumps(asked, row.name)
for name in ("argmap", "json"):
    assert argmap.loads(dumps(asked, name).text) == asked
print("a kind is a row")
"""


def test_a_new_kind_is_one_row_and_its_colours(tmp_path: Path) -> None:
    ignored = shutil.ignore_patterns("__pycache__")
    for folder in ("argmap", "resources"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignored)
    kinds = tmp_path / "argmap" / "model" / "kinds.py"
    text = kinds.read_text(encoding="utf-8")
    last = re.search(r"    REBUTTAL = .*\n", text)
    assert last
    row = '    QUESTION = "question", "What is asked?", "asks something"\n'
    kinds.write_text(text[: last.end()] + row + text[last.end() :], encoding="utf-8")
    for theme in (tmp_path / "resources" / "themes").glob("*.toml"):
        colours = theme.read_text(encoding="utf-8")
        more = re.sub(r"(?m)^claim = (.*)$", r"claim = \1\nquestion = \1", colours)
        theme.write_text(more, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=tmp_path,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "a kind is a row\n", done.stderr
