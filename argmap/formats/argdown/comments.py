"""Comments: where they are, in time that grows with the text and no faster."""

from __future__ import annotations

import re

HOLE = "\x00"
BREAK = "\ufdd0"
"""What stands for a comment, and for each line break in it."""

_MARK = re.compile(
    r"^[ \t]*(?:><|<[+_-])|\\[^\n]|(?<!\w)\w++://\S*|\[[^\[\]\n]*\]|@?<[^<>\n!][^<>\n]*>"
    r"|(?P<data>\{)|(?P<opens><!--|/\*|//)",
    re.MULTILINE,
)
_CLOSES = {"<!--": "-->", "/*": "*/", "//": "\n"}


def without_comments(text: str) -> str:
    """Return a text with a hole for each comment, and a mark for each line break in it.

    In titles, escaped and in data at the end of a line nothing opens a comment, nor do the slashes
    of an address. What is never closed is text.
    """
    text = text.replace(HOLE, "").replace(BREAK, "")
    if not any(opens in text for opens in _CLOSES):
        return text
    text += "\n"
    last = {opens: text.rfind(closes) for opens, closes in _CLOSES.items()}
    pieces = []
    at = done = line_end = 0
    while found := _MARK.search(text, at):
        at = found.end()
        if found["data"] and at > line_end:
            line_end = text.find("\n", at)
            at = line_end if text[at:line_end].rstrip(" \t").endswith("}") else at
        opens = found["opens"]
        if opens and at <= last[opens]:
            at = text.find(_CLOSES[opens], at) + (0 if opens == "//" else len(_CLOSES[opens]))
            breaks = text.count("\n", found.start(), at)
            pieces += [text[done : found.start()], HOLE + BREAK * breaks]
            done = at
    return "".join([*pieces, text[done:-1]])
