"""Looking at texts: words, sentences, and what counts as the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from argmap.errors import shortened
from argmap.model.argument_map import Statement
from argmap.texts.scripts import is_spaced

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_CLOSING = "\"'”’“»«)]›‹ \t\n"
# An end of a sentence: a stop before white space and what can begin one, a full-width stop, a
# blank line.
_END = re.compile(
    r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘„«»(\[¿¡]*[^\W\d_a-zß-öø-ÿ])|[。！？](?=.)|\n\s*\n", re.DOTALL
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“„«\"'’])"
    r"(?:\w|(?:\w\.)+\w|Dr|Mr|Mrs|Ms|Prof|St|Sr|Jr|No|Nos|Art|vs|etc|cf|ca|bzw|Nr|Abs|Hr|Fr|Mme|M|p|pp|vol"
    r"|fig|ed|eds|al|approx|Gen|Sen|Rep|Gov|Inc|Ltd|Co|Corp)\.$"
)


def words(text: str) -> list[str]:
    """Return the words of a text."""
    return _WORD.findall(text)


def has_countable_words(text: str) -> bool:
    """Whether the number of words means anything: not in scripts without spaces."""
    return is_spaced(text)


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; abbreviations and initials end none."""
    found = []
    start = 0
    for match in _END.finditer(text.strip()):
        sentence = text.strip()[start : match.end()].strip()
        if _ABBREVIATION.search(sentence):
            continue
        if sentence:
            found.append(sentence)
        start = match.end()
    last = text.strip()[start:].strip()
    return [*found, last] if last else found


def without_ending(text: str) -> str:
    """Return a text without white space, stops, and closing quotes and brackets at its end."""
    return text.strip().rstrip(_CLOSING + ".!…。！;,:")


def normalised(text: str) -> str:
    """Return a text in the form in which equal ones say the same: case, spaces, stops aside."""
    return " ".join(without_ending(text).casefold().split())


def ends_with(text: str, marks: str) -> bool:
    """Whether a text ends with one of the marks, closing quotes and brackets aside."""
    end = text.strip().rstrip(_CLOSING)
    return bool(end) and end[-1] in marks


def as_sentence(text: str) -> str:
    """Return a piece of a text as a sentence: a capital first, a full stop last."""
    piece = text.strip().strip(",;:—–- ").strip()
    if piece and not ends_with(piece, ".!?…"):
        piece += "."
    return piece[:1].upper() + piece[1:]


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: commas, and “and” before the last."""
    parts = (", ".join(names[:-1]), *names[-1:])
    return " and ".join(part for part in parts if part)


def name(statement: Statement) -> str:
    """Return the name of a statement in a message: its title, else the start of its text."""
    return f"“{shortened(statement.brief, 50)}”"
