"""The letter of these tests, and what they do with it."""

from __future__ import annotations

from argmap.desktop.window import Window
from argmap.model.argument_map import Statement
from argmap.texts.text import Span

LETTER = """Dear members 😀,

Open the pool on Sundays. Many have asked
for it. The baths are ex-
pensive, though.

Volunteers will come. Nobody is paid.
"""
MAP = """\
argmap: 1
statements:
  - id: open
    text: The pool should open on Sundays.
    cites:
      - {source: letter, quote: Open the pool on Sundays.}
  - id: cost
    kind: rebuttal
    text: It costs too much.
    cites:
      - {source: letter, quote: The baths are expensive}
relations:
  - {id: r, from: [cost], attacks: open}
sources:
  - {id: letter, title: A letter, author: "Lee, Ann", file: letter.txt}
  - {id: book, title: A book}
"""


def span(words: str) -> Span:
    return Span(LETTER.index(words), LETTER.index(words) + len(words))


def passage(window: Window) -> str:
    """Return the words that are selected, as they stand in the letter."""
    found = window.sources.reader.passage
    return LETTER[found.start : found.end] if found else ""


def statement(window: Window, id_: str = "") -> Statement:
    """Return a statement; without an id the current one."""
    return window.session.argument_map.statement_by_id[id_ or window.session.current]
