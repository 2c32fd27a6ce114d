"""Names such as `.->.` and `:bomb:` for symbols, of which people write logic and emojis.

Logical symbols are those of Argdown's guide. Of the pictures some have a name of Argdown's own, and
any other goes by its name in Unicode; a name of nothing stays as it stands, as in Argdown.
"""

from __future__ import annotations

import re
import unicodedata

_LOGIC = {
    "A": "∀", "E": "∃", "O": "𝗢", "P": "𝗣", "->": "→", "<->": "↔", "~": "¬", "^": "∧", "v": "∨",
    "v_": "⊻", "<>": "◇", "[]": "◻",
}  # fmt: skip
_OWN = {
    "?": "❓", "question": "❓", "y": "✔", "agree": "✔", "n": "❌", "disagree": "❌", "+1": "👍",
    "up": "👍", "-1": "👎", "down": "👎", "happy": "😀", "smile": "☺", "smiley": "☺", "laugh": "😆",
    "lol": "😆", "rofl": "🤣", "joy": "😂", "heart": "❤", "love": "😍", "wink": "😉", "shush": "🤫",
    "meh": "😐", "eye-roll": "🙄", "sad": "😢", "disappointed": "😞", "scream": "😱", "think": "🤔",
    "star": "⭐",
}  # fmt: skip
_SYMBOLS = _LOGIC | _OWN
_PICTURES = re.compile("[☀-➿⬀-⯿\U0001f300-\U0001faff]")

CODE = r"\.(?P<dots>[^\s.]{1,40})\.|:(?P<colons>[^\s:]{1,40}):"
"""A pattern of what may be a shortcode."""


def symbol(found: re.Match[str]) -> str:
    """Return the symbol of a match of `CODE`, or the match itself where the name has none."""
    name = found["dots"] or found["colons"]
    return _SYMBOLS.get(name) or _picture(name) or found[0]


def _picture(name: str) -> str:
    try:
        named = unicodedata.lookup(re.sub("[_-]", " ", name))
    except KeyError:
        return ""
    return named if _PICTURES.fullmatch(named) else ""
