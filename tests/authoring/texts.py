"""Texts with a cursor in them, for what depends on where somebody writes."""

from __future__ import annotations

from argmap.authoring.written import Written, written

MAP = """\
argmap: 1
title: Birds
statements:
  - id: fly
    text: Birds can fly.  # most of them
    group: air
    cites:
      - {source: book, quote: they fly}
  - id: wings
    kind: premise
    text: 'Birds have *wings*.'
  - id: penguins
    kind: rebuttal
    text: Penguins cannot.
relations:
  - from: [wings]
    supports: fly
  - id: r1
    from:
      - penguins
    attacks: fly
    weight: 2
  - from: [wings]
    attacks: r1
sources:
  - id: book
    title: The book of birds
groups:
  - id: air
    title: In the air
viewpoints:
  - id: ann
    judgements:
      fly: accepted
      r1: rejected
"""


def at(text: str) -> tuple[Written, int]:
    """Return a text without its cursor `▮`, and where that stood."""
    index = text.index("▮")
    return written(text.replace("▮", "")), index
