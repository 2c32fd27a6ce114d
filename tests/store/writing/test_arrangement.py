"""What comes, goes and moves in a file, as the diff that a reviewer would see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from argmap.model.argument_map import (
    ArgumentMap,
    Group,
    Relation,
    Source,
    Statement,
    Style,
    Viewpoint,
)
from argmap.model.edits.edit import set_fields
from argmap.model.edits.removal import delete_cards
from argmap.model.history.patch import diff
from argmap.model.kinds import Bearing, Direction, Judgement, Kind
from argmap.store.yaml_file import read
from tests.store.diffs import edited, sides

Edit = Callable[[ArgumentMap], ArgumentMap]
NEW = Statement("new", "New.", Kind.CLAIM)


def said(*ids: str) -> Edit:
    """Put the statements into that order; those that are not named go, and `new` comes."""

    def edit(argument_map: ArgumentMap) -> ArgumentMap:
        known = {**argument_map.statement_by_id, "new": NEW}
        return replace(argument_map, statements=tuple(known[id_] for id_ in ids))

    return edit


def fields(**changes: Any) -> Edit:
    return lambda argument_map: replace(argument_map, **changes)


def own_key(argument_map: ArgumentMap) -> ArgumentMap:
    """Give the map and its first statement one more key of somebody's own."""
    first, *rest = argument_map.statements
    first = replace(first, extra=(*first.extra, ("x-new", 1)))
    extra = (*argument_map.extra, ("x-new", 1))
    return replace(argument_map, statements=(first, *rest), extra=extra)


CASES: dict[str, tuple[Edit, str]] = {
    "keys of one's own come behind the author's": (
        own_key,
        """
  argmap: 1
  statements:
    - id: b
      x-old: 2
      text: B
      x-older: 1
+     x-new: 1
  x-old: 2
  x-older: 1
+ x-new: 1
""",
    ),
    "also in brackets": (
        own_key,
        """
  argmap: 1
  x-old: 2
  statements:
-   - {id: b, x-old: 2, text: B}
+   - {id: b, x-old: 2, x-new: 1, text: B}
+ x-new: 1
""",
    ),
    "the first statement of a map": (
        said("new"),
        """
  argmap: 1
  title: T
+
+ statements:
+   - id: new
+     kind: claim
+     text: New.
""",
    ),
    "a statement at the end takes the gap that its author leaves": (
        said("a", "b", "new"),
        """
  argmap: 1
  statements:
    - {id: a, text: A}
    - {id: b, text: B}
+   - id: new
+     kind: claim
+     text: New.

  relations: []
""",
    ),
    "or the usual one": (
        said("a", "new"),
        """
  argmap: 1
  statements:
  - {id: a, text: A}
+
+ - id: new
+   kind: claim
+   text: New.
  relations: []
""",
    ),
    "a statement in the middle": (
        said("a", "new", "b"),
        """
  argmap: 1
  statements:
    # of a
    - {id: a, text: A}
      # still of a

+   - id: new
+     kind: claim
+     text: New.
+
    # of b
    - {id: b, text: B}
""",
    ),
    "a statement at the beginning": (
        said("new", "a", "b"),
        """
  argmap: 1
  statements:   # head
+   - id: new
+     kind: claim
+     text: New.
+
    # of a
    - {id: a, text: A}

    - {id: b, text: B}
""",
    ),
    "behind a file that ends without a line break": (
        said("a", "new"),
        """
  argmap: 1
  statements:
    - {id: a, text: A}
+
+   - id: new
+     kind: claim
+     text: New.
""",
    ),
    "a statement goes with the comments that are its own": (
        said("b"),
        """
  argmap: 1
  statements:
-   # of a
-   - {id: a, text: A}
-     # still of a
-
    # of b
    - {id: b, text: B}
""",
    ),
    "what belongs to nobody stays": (
        said("a"),
        """
  argmap: 1
  statements:
    - {id: a, text: A}

    # --- against ---

-   # of b
-   - {id: b, text: B}

  # the end
""",
    ),
    "the last statement goes": (
        said(),
        """
  argmap: 1
- statements:   # head
-   - {id: a, text: A}
+ statements: []   # head
  relations: []
""",
    ),
    "brackets open for the first item": (
        said("new"),
        """
  argmap: 1
- statements: []   # none so far
+ statements:   # none so far
+   - id: new
+     kind: claim
+     text: New.
  relations: []
""",
    ),
    "a section in brackets is laid out in lines when an item of it changes": (
        said("b", "new"),
        """
  argmap: 1
- statements: [{id: a, text: 'A'}, {id: b,   text: 'B'}]
+ statements:
+   - {id: b,   text: 'B'}
+
+   - id: new
+     kind: claim
+     text: New.
  relations: []
""",
    ),
    "a statement that moves takes its comments along": (
        said("b", "a"),
        """
  argmap: 1
  statements:
-   # of a
-   - {id: a, text: A}
-
    # of b
    - {id: b, text: B}
+
+   # of a
+   - {id: a, text: A}
""",
    ),
    "items that could not be read keep their neighbours": (
        said("a", "new", "b"),
        """
  argmap: 1
  statements:
    - {id: a, text: A}
+   - id: new
+     kind: claim
+     text: New.
    - not a statement
    - {id: b, text: B}
""",
    ),
    "the title comes second, and stays where it stands": (
        fields(title="T", language="en"),
        """
  argmap: 1
+ title: T
+ language: en
  style: {theme: dark}
  statements: []
""",
    ),
    "a title where its author has it": (
        fields(title="New"),
        """
  statements: []
  # the name
- title: 'Old'   # so
+ title: 'New'   # so
  argmap: 1
""",
    ),
    "the first key of all": (
        fields(title="T"),
        """
  # the top belongs to nobody
+ title: T
  statements: []
""",
    ),
    "a text over several lines in brackets gets quotes when it stands alone": (
        said("a", "new"),
        """
  argmap: 1
- statements: [{id: a, text: A text
-   over lines}, nothing
-   at all]
+ statements:
+   - {id: a, text: A text
+   over lines}
+   - id: new
+     kind: claim
+     text: New.
+   - "nothing at all"
""",
    ),
    "a title that goes, with its comments": (
        fields(title=""),
        """
  argmap: 1
- # the name
- title: Old   # so
  summary: S
""",
    ),
    "a summary of several lines": (
        fields(summary="One.\nTwo."),
        """
  argmap: 1
  summary: >-
-   Old
-   words.
+   One.
+
+   Two.
  statements: []
""",
    ),
    "authors in lines": (
        fields(authors=("Ann", "Eve")),
        """
  argmap: 1
  authors:
    - Ann   # the first
-   - Bob
+   - Eve
""",
    ),
    "the style gets one key more": (
        fields(style=Style(direction=Direction.LEFT, theme="dark")),
        """
  argmap: 1
  style:
+   direction: conclusion-left
    # for the wall
    theme: dark
""",
    ),
    "a style in brackets": (
        fields(style=Style(theme="light")),
        """
  argmap: 1
- style: {theme: dark,   x-wall: 1}
+ style: {theme: light}
""",
    ),
    "a section of its own at its place": (
        fields(
            sources=(Source("q", title="T"),),
            groups=(Group("g", parent="h"), Group("h")),
            viewpoints=(Viewpoint("v", judgements=(("a", Judgement.ACCEPTED),)),),
        ),
        """
  argmap: 1
  statements:
    - {id: a, text: A}
+ sources:
+   - id: q
+     title: T
+ groups:
+   - id: g
+     parent: h
+   - id: h
+ viewpoints:
+   - id: v
+     judgements:
+       a: accepted
  style: {theme: dark}
""",
    ),
    "a relation that something refers to gets its id": (
        lambda m: replace(
            m,
            relations=(
                replace(m.relations[0], anonymous=False),
                Relation("u", ("b",), Bearing.ATTACKS, m.relations[0].id),
            ),
        ),
        """
  argmap: 1
  statements:
    - {id: a, text: A}
    - {id: b, kind: premise, text: B}
  relations:
    # the step
-   - from: [b]
+   - id: b--supports--a
+     from: [b]
      supports: a
+   - id: u
+     from: [b]
+     attacks: b--supports--a
""",
    ),
    "what a relation does": (
        lambda m: set_fields(m, "r", bearing=Bearing.ATTACKS, weight=2, rejected=True),
        """
  argmap: 1
  statements:
    - {id: a, text: A}
-   - {id: b, kind: premise, text: B}   # so far
+   - {id: b, kind: rebuttal, text: B}   # so far
  relations:
    - id: r
      from:
        - b   # the only one
-     supports: a   # as said
+     attacks: a
+     weight: 2
+     judgement: rejected
""",
    ),
    "a card goes, and the relation that hung on it": (
        lambda m: delete_cards(m, ["b"]),
        """
  argmap: 1
  statements:
    - {id: a, kind: claim, text: A}
-   # of b
-   - {id: b, kind: premise, text: B}
  relations:
-   # of r
-   - {id: r, from: [b], supports: a}
    - {id: s, from: [a], attacks: a}
""",
    ),
    "a kind that no longer follows is written": (
        lambda m: delete_cards(m, ["s"]),
        """
  argmap: 1
  statements:
    - {id: a, text: A}
    - id: b
+     kind: premise
      text: B
  relations:
    - {id: r, from: [b], supports: a}
-   - {id: s, from: [b], attacks: a}
""",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_an_edit_is_the_diff_that_a_reviewer_expects(name: str) -> None:
    edit, marked = CASES[name]
    before, after = sides(marked)
    reading = read(before)
    changed = edit(reading.argument_map)
    assert edited(reading, changed) == after
    assert read(after).argument_map == changed


@pytest.mark.parametrize("indent", [0, 2, 4])
@pytest.mark.parametrize("dash", ["-\n", "- # b\n"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_new_item_stands_below_the_dashes_of_its_neighbours(
    indent: int, dash: str, newline: str
) -> None:
    key = " " * (indent + 2)
    lines = f"{dash}{key}id: b\n{key}text: B\n{key}tags:\n{key}   - x\n"
    text = f"argmap: 1\nstatements:\n{' ' * indent}{lines}".replace("\n", newline)
    reading = read(text)
    changed = said("b", "new")(reading.argument_map)
    after = edited(reading, changed)
    assert newline.join(["", f"{' ' * indent}- id: new", f"{key}kind: claim", ""]) in after
    assert read(after).argument_map == changed


@pytest.mark.parametrize("last", ["text: B", "text: B\n    # of b"])
def test_what_was_the_end_of_the_file_comes_back_as_a_whole_line(last: str) -> None:
    text = f"argmap: 1\nstatements:\n  - id: b\n    {last}"
    reading = read(text)
    other = set_fields(reading.argument_map, "b", text="C")
    more = said("b", "new")(other)
    back = set_fields(more, "b", text="B")
    before = reading.argument_map
    for after in (other, more, back):
        patch = diff(before, after)
        reading.text.apply(reading.text.edit(patch, before, after))
        before = after
    new = "  - id: new\n    kind: claim\n    text: New.\n"
    assert reading.text.text() == f"{text}\n\n{new}"


@pytest.mark.parametrize("text", ["x-a: 1\n", "? x-a", "x-a: |+\n  b\n\n", "\nx-a: 1\n"])
def test_the_first_section_comes_before_the_keys_of_others(text: str) -> None:
    reading = read(text)
    after = edited(reading, said("new")(reading.argument_map))
    assert after.strip().startswith("statements:\n  - id: new\n")
    assert after.endswith(text.lstrip("\n"))
