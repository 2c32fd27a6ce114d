"""What the parser of YAML says where a text is none, in words for whoever writes one by hand."""

from __future__ import annotations

from collections.abc import Mapping

_WORDS: Mapping[str, str] = {
    "could not find expected ':'": "what stands here is no key with a colon and a blank behind it",
    "mapping values are not allowed": "a colon makes a key here, where none can stand",
    "did not find expected key": "the line begins in a column where nothing can begin",
    "expected <block end>": "the line begins in a column where nothing can begin",
    "did not find expected '-' indicator": "the line is no item, which would begin with a dash in"
    " the column of the others, nor does it belong to the last one",
    "did not find expected ',' or ']'": "a list in brackets lacks a comma or its bracket `]`",
    "expected ',' or ']'": "a list in brackets lacks a comma or its bracket `]`",
    "did not find expected ',' or '}'": "what stands in braces lacks a comma or its brace `}`",
    "expected ',' or '}'": "what stands in braces lacks a comma or its brace `}`",
    "while scanning a quoted scalar, found unexpected end of stream": "the quotes that begin a"
    " text are never closed",
    "block sequence entries are not allowed": "a dash begins an item here, where none can stand",
    "sequence entries are not allowed": "a dash begins an item here, where none can stand",
    "found character that cannot start any token": "YAML keeps the character that stands here for"
    " itself; a text that begins with it needs quotes",
    "found unknown escape character": "a backslash within double quotes means something else;"
    " write it twice",
    "found a tab character": "a tab stands here, where YAML allows blanks alone",
    "did not find expected node content": "something is missing here, such as a value",
    "expected the node content": "something is missing here, such as a value",
}


def in_words(why: str) -> str:
    """Return in plain words why a text is no YAML; what is not known stays as it was said."""
    return next((words for said, words in _WORDS.items() if said in why), why)
