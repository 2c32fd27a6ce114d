"""Edits in odd but legal YAML, each as the diff that a reviewer would see."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from argmap.model.argument_map import Cite, Table
from argmap.model.edits.edit import add_claim, set_fields
from argmap.model.edits.removal import delete_cards
from argmap.store.yaml_file import read
from tests.store.diffs import edited, sides

HEAD = "argmap: 1\nstatements:\n"
REST = "sources: [{id: q}]\n"
Edit = dict[str, Any]


def check(before: str, after: str, edit: Edit) -> None:
    reading = read(before)
    assert not reading.read_only
    changed = set_fields(reading.argument_map, "a", **edit)
    assert edited(reading, changed) == after
    assert read(after).argument_map == changed


QUOTES: dict[str, tuple[Edit, str]] = {
    "single quotes stay single": (
        {"text": "It's closed."},
        """
  - id: a
-   text: 'Open.'   # as moved
+   text: 'It''s closed.'   # as moved
""",
    ),
    "double quotes stay double": (
        {"text": 'He said "no".'},
        r"""
  - id: a
-   text: "Open."
+   text: "He said \"no\"."
""",
    ),
    "a plain text gets quotes where it needs them": (
        {"text": "No"},
        """
  - id: a
-   text: Open.
+   text: "No"
""",
    ),
    "and single ones where double ones would need escapes": (
        {"text": 'a: "b"'},
        """
  - id: a
-   text: Open.
+   text: 'a: "b"'
""",
    ),
    "single quotes cannot hold a control character": (
        {"text": "a\tb"},
        r"""
  - id: a
-   text: 'Open.'
+   text: "a\tb"
""",
    ),
    "quoted keys stay quoted": (
        {"text": "Closed.", "note": "So."},
        """
  - "id": a
-   'text': Open.
+   'text': Closed.
+   note: So.
    "kind": claim
""",
    ),
}
BLOCKS: dict[str, tuple[Edit, str]] = {
    "a folded text stays folded": (
        {"text": "The pool stays closed on Sundays and on all other days."},
        """
  - id: a
    text: >-   # for now
-     The pool should
-     open.
+     The pool stays closed on Sundays and on all other days.
    kind: claim
""",
    ),
    "a literal text stays literal": (
        {"text": "One.\nTwo.\n"},
        """
  - id: a
    text: |
-     One.
+     One.
+     Two.
    kind: claim
""",
    ),
    "a comment beside the sign of a block stays there": (
        {"text": "One.\nMore.\n"},
        """
  - id: a
    text: |   # in two lines
      One.
-     Two.
+     More.
    kind: claim
""",
    ),
    "the end of a block follows the text": (
        {"text": "One."},
        """
  - id: a
-   text: |
+   text: |-
      One.
    kind: claim
""",
    ),
    "kept blank lines belong to the text": (
        {"text": "Two."},
        """
  - id: a
-   text: |+
-     One.
-
-
+   text: |-
+     Two.
    kind: claim
""",
    ),
    "an indent that is told is written as usual": (
        {"text": "Two."},
        """
  - id: a
-   text: |2-
-         One.
-       Deep.
+   text: |-
+     Two.
    kind: claim
""",
    ),
    "a plain text over several lines becomes one": (
        {"text": "Short."},
        """
  - id: a
-   text: The pool should
-     open on
-
-     Sundays.
+   text: Short.
    kind: claim
""",
    ),
    "a long text is folded": (
        {"text": "word " * 30 + "end"},
        f"""
  - id: a
-   text: 'x'
+   text: '{"word " * 30}end'
    note: |
      # no comment
""",
    ),
    "comments below a text keep it on one line, or they would become text": (
        {"note": "One.\nTwo."},
        r"""
  - id: a
    text: Open.
-   note: x
+   note: "One.\nTwo."
      # to be checked
    kind: claim
""",
    ),
}
LAYOUTS: dict[str, tuple[Edit, str]] = {
    "a value below its key": (
        {"text": "Closed."},
        """
  - id: a
-   text:
-       Open.   # so far
+   text: Closed.   # so far
    kind: claim
""",
    ),
    "a key without a value": (
        {"note": "So.", "title": "Pool"},
        """
  - id: a
    text: Open.
-   title:    # to be found
-   note: ~
+   title: Pool    # to be found
+   note: So.
    kind: claim
""",
    ),
    "blanks around the colon": (
        {"text": "Closed."},
        """
  - id   : a
-   text :   Open.
+   text :   Closed.
    kind: claim
""",
    ),
    "tabs between key, value and comment": (
        {"text": "Closed."},
        """
  - id: a
-   text:\tOpen.\t# so
+   text:\tClosed.\t# so
    kind: claim
""",
    ),
    "blank lines and comments in an item": (
        {"said_by": "Ann"},
        """
  - id: a

    # what
    text: Open.

    # why
    note: N
+   said_by: Ann
""",
    ),
    "a dash on a line of its own": (
        {"text": "Closed."},
        """
  -
      id: a
-     text: Open.
+     text: Closed.
""",
    ),
    "a comment beside the dash": (
        {"text": "Closed."},
        """
  -   # the question
    id: a
-   text: Open.
+   text: Closed.
""",
    ),
    "keys far from the dash": (
        {"text": "Closed.", "tags": ("one", "two")},
        """
       -    id: a
-           text: Open.
+           text: Closed.
+           tags: [one, two]
            kind: claim
""",
    ),
    "sections at the left edge": (
        {"said_by": "Ann"},
        """
  - id: a
    text: Open.
+   said_by: Ann
    x-own:
    - at the column of its key
""",
    ),
    "a key that stands twice: the first is read and changed": (
        {"text": "Closed."},
        """
  - id: a
-   text: Open.
+   text: Closed.
    text: Shut.
""",
    ),
    "an order of keys of one's own": (
        {"title": "T"},
        """
  - note: N
    text: Open.
+   title: T
    id: a
""",
    ),
    "text that looks like a comment or a key": (
        {"text": "a #b"},
        """
  - id: a
-   text: "# no comment: really"
+   text: "a #b"
    note: 'text: x'
""",
    ),
}
LISTS: dict[str, tuple[Edit, str]] = {
    "an item of a list in lines": (
        {"tags": ("one", "three")},
        """
  - id: a
    text: Open.
    tags:
      # the first
      - one   # I
-     - 'two'   # II
+     - 'three'   # II
""",
    ),
    "an item more at its place": (
        {"tags": ("zero", "one", "more", "two")},
        """
  - id: a
    text: Open.
    tags:
+   - zero
    - one   # I
+   - more
    - two
""",
    ),
    "an item less, with the comments above it": (
        {"tags": ("two",)},
        """
  - id: a
    text: Open.
    tags:
-     # the first
-     - one   # I
      # the second
      - two
""",
    ),
    "no item at all": (
        {"tags": ()},
        """
  - id: a
    text: Open.
-   tags:
-     - one   # I
    note: N
""",
    ),
    "a list in brackets is written again whole": (
        {"tags": ("one", "No")},
        """
  - id: a
    text: Open.
-   tags: [one,   two]   # both
+   tags: [one, "No"]   # both
""",
    ),
    "a key inside a citation": (
        {"cites": (Cite("q", quote="so", at="page 2"),)},
        """
  - id: a
    text: Open.
    cites:
    - source: q   # the petition
-     at: page 1
+     quote: so
+     at: page 2
""",
    ),
    "a citation more": (
        {"cites": (Cite("q"), Cite("q", at="page 2"))},
        """
  - id: a
    text: Open.
    cites:
      - source: q
+     - source: q
+       at: page 2
    note: N
""",
    ),
    "a citation in brackets": (
        {"cites": (Cite("q", at="page 2"),)},
        """
  - id: a
    text: Open.
    cites:
-     - {source: "q",   at: 'page 1'}   # so
+     - {source: "q", at: page 2}   # so
""",
    ),
    "citations in brackets": (
        {"cites": (Cite("q", at="page 2"),)},
        """
  - id: a
    text: Open.
-   cites: [{source: q}]
+   cites: [{source: q, at: page 2}]
""",
    ),
}
OWN: dict[str, tuple[Edit, str]] = {
    "a list of one's own becomes a text": (
        {"extra": (("x-own", "none"),)},
        """
  - id: a
    text: Open.
-   x-own:   # for later
-     - one
-     - two
+   x-own: none   # for later
""",
    ),
    "a text becomes a mapping": (
        {"extra": (("x-own", Table((("a", 1), ("b", ("c",))))),)},
        """
  - id: a
    text: Open.
-   x-own: none   # for later
+   x-own:   # for later
+     a: 1
+     b: [c]
""",
    ),
    "a mapping in a list becomes another": (
        {"extra": (("x-own", (Table((("b", 2), ("c", 3))), 1)),)},
        """
  - id: a
    text: Open.
    x-own:
-     - a: 1   # I
+     - b: 2
+       c: 3
      - 1
""",
    ),
    "deep in it one value changes": (
        {"extra": (("x-own", Table((("a", (1, Table((("b", "new"), ("c", 3))))),))),)},
        """
  - id: a
    text: Open.
    x-own:
      # what
      a:
        - 1   # one
-       - b: old   # two
+       - b: new   # two
          c: 3
""",
    ),
    "a key of one's own goes": (
        {"extra": ()},
        """
  - id: a
-   x-own: {a: 1,
-     b: 2}
    text: Open.
""",
    ),
}
BRACKETS: dict[str, tuple[Edit, str]] = {
    "an item in brackets: its other values stay as they were": (
        {"text": "Closed."},
        """
- - {id: a,   text: Open., x: 'y', tags: [one,  two]}   # in brackets
+ - {id: a, text: Closed., x: 'y', tags: [one,  two]}   # in brackets
""",
    ),
    "over several lines": (
        {"said_by": "Ann"},
        """
- - {id: a,
-    text: "Open.",
-    x-own: {b: 1}
-   }
+ - {id: a, text: "Open.", said_by: Ann, x-own: {b: 1}}
""",
    ),
    "as JSON": (
        {"text": "Closed.", "note": 'say "so"'},
        r"""
- - {"id": "a", "text": "Open.", "credence": 0.5}
+ - {"id": "a", "text": "Closed.", note: "say \"so\"", "credence": 0.5}
""",
    ),
    "a key that goes": (
        {"note": ""},
        """
- - {id: a, note: N, text: Open.}
+ - {id: a, text: Open.}
""",
    ),
    "a plain text over several lines": (
        {"note": "So"},
        """
- - {id: a, text: The pool
-     should open.}
+ - {id: a, text: The pool
+     should open., note: So}
""",
    ),
}
ALL = {**QUOTES, **BLOCKS, **LAYOUTS, **LISTS, **OWN, **BRACKETS}


@pytest.mark.parametrize("name", ALL)
def test_an_edit_is_the_diff_that_a_reviewer_expects(name: str) -> None:
    edit, marked = ALL[name]
    before, after = sides(marked)
    check(HEAD + before + REST, HEAD + after + REST, edit)


def indented(text: str) -> str:
    """Put the items of a map in the middle of the page."""
    body = text.removeprefix(HEAD).removesuffix(REST)
    return HEAD + re.sub("^(?=.)", "    ", body, flags=re.MULTILINE) + REST


DRESSES: dict[str, Callable[[str], str]] = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n"),
    "old Mac line ends": lambda text: text.replace("\n", "\r"),
    "a byte order mark": lambda text: "\ufeff" + text,
    "marks of a document": lambda text: f"%YAML 1.2\n--- # so\n{text}...\n# end\n",
    "comments around": lambda text: f"# top\n\n{text}\n# end",
    "items indented deeper": indented,
    "the section at the end, without a last line break": lambda text: (
        "argmap: 1\n" + REST + text.removeprefix("argmap: 1\n").removesuffix(REST)[:-1]
    ),
}


@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize("name", ALL)
def test_and_the_same_in_any_dress(name: str, dress: str) -> None:
    edit, marked = ALL[name]
    before, after = (DRESSES[dress](HEAD + side + REST) for side in sides(marked))
    check(before, after, edit)


@pytest.mark.parametrize(
    ("header", "now"), [("|", "|-"), ("|-", "|-"), (">+", ">-"), ("|2 # so", "|2- # so")]
)
@pytest.mark.parametrize("dress", ["the last item", "a nested one"])
def test_a_new_key_behind_a_block_at_the_very_end_leaves_the_text_as_it_is(
    header: str, now: str, dress: str
) -> None:
    lead = f"{HEAD}  - id: a\n    "
    edit: Edit
    if dress == "the last item":
        start, end, edit = f"{lead}text: ", "\n      Open.", {"tags": ("t",)}
        new = "\n    tags: [t]"
    else:
        start = f"{lead}text: A\n    cites:\n      - source: q\n        quote: "
        end, edit = "\n          Open.", {"cites": (Cite("q", "Open.", "p. 1"),)}
        new = "\n        at: p. 1"
    head, rest = "argmap: 1\n", start.removeprefix("argmap: 1\n")
    check(f"{head}{REST}{rest}{header}{end}", f"{head}{REST}{rest}{now}{end}{new}", edit)


def test_a_block_at_the_very_end_that_is_changed_or_goes_needs_no_such_care() -> None:
    before = f"{HEAD}  - id: a\n    text: A\n    note: |\n      Open."
    after = f"{HEAD}  - id: a\n    text: A\n    tags: [t]\n"
    check(before, after, {"note": "", "tags": ("t",)})
    after = f"{HEAD}  - id: a\n    text: A\n    note: |-\n      x\n      y\n    tags: [t]"
    check(before, after, {"note": "x\ny", "tags": ("t",)})


def test_a_block_with_a_comment_behind_it_at_the_very_end_keeps_its_last_line_break() -> None:
    before = f"{HEAD}  - id: a\n    text: |\n      Open.\n    # so"
    after = before.replace("    # so", "    tags: [t]\n    # so")
    check(before, after, {"tags": ("t",)})
    reading = read(before)
    more = add_claim(reading.argument_map, "B")
    assert read(edited(reading, more)).argument_map == more


KEPT = """\
argmap: 1
statements:
  - id: a
    text: |+
      One.

  - id: b
    text: Two.

  - id: c
    text: Three.
"""


@pytest.mark.parametrize("tail", ["\n", "\n\n"])
def test_an_item_behind_a_block_that_keeps_blank_lines_adds_none_to_it(tail: str) -> None:
    reading = read(KEPT[: KEPT.index("\n  - id: b")] + tail)
    after = edited(reading, add_claim(reading.argument_map, "Two."))
    texts = [statement.text for statement in read(after).argument_map.statements]
    assert texts == ["One.\n" + tail, "Two."]


def test_what_comes_to_stand_behind_such_a_block_adds_none_either() -> None:
    reading = read(KEPT)
    after = edited(reading, delete_cards(reading.argument_map, ["b"]))
    texts = [statement.text for statement in read(after).argument_map.statements]
    assert texts == ["One.\n\n", "Three."]
