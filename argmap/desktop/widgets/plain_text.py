"""Texts of a map in widgets that would take them for markup or mnemonics.

Qt guesses whether a tooltip is HTML, and takes & in a button for an underlined letter. Texts are
data, so what is shown goes through here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget

_LETTER = re.compile("&(.?)")
_TYPED = re.compile("`([^`\n]+)`")


def shown(said: str) -> str:
    """Return sentences of ours as a window shows them: what is typed stands in “…”.

    The backquotes around it are for who reads them as Markdown, or in a terminal.
    """
    return _TYPED.sub(r"“\1”", said)


def tooltip(text: str) -> str:
    """Return markup that shows the text as it stands, in lines that wrap."""
    # Otherwise every blank would hold its neighbours together.
    return Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal) if text else ""


def explain(widget: QWidget, words: str) -> None:
    """Let a widget say something in its tooltip, and a screen reader the same without markup.

    Qt would read out the tooltip as it is, where no description is given.
    """
    widget.setToolTip(tooltip(words))
    widget.setAccessibleDescription(words)


def label(text: str) -> str:
    """Return the text as a button or an action shows it literally."""
    return text.replace("&", "&&")


def lettered(texts: Iterable[str], taken: str = "") -> list[str]:
    """Return texts for entries of a menu, each with a letter of its own as long as there are some.

    At best it is one that begins a word, and one that is on every keyboard; `taken` are letters
    that other entries have.
    """
    used, found = set(taken), []
    for text in texts:
        letters = [at for at, letter in enumerate(text) if letter.isalnum()]
        letters.sort(key=lambda at: (not text[at].isascii(), at > 0 and text[at - 1].isalnum()))
        at = next((at for at in letters if text[at].casefold() not in used), None)
        if at is None:
            found.append(label(text))
        else:
            used.add(text[at].casefold())
            found.append(f"{label(text[:at])}&{label(text[at:])}")
    return found


def words(label: str) -> str:
    """Return the words of a button or an action without the mark of its letter."""
    return _LETTER.sub(r"\1", label)


def one_line(text: str) -> str:
    """Return the text with every run of white space as one blank."""
    return " ".join(text.split())


def capital(text: str) -> str:
    """Return the text with a capital at its start."""
    return text[:1].upper() + text[1:]


def paragraph() -> QLabel:
    """Make an empty label for a few sentences, which wrap and can be copied."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def units(text: str) -> int:
    """Return the length of a text as Qt counts it, in UTF-16."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
