"""Text as LaTeX and BibTeX take it for what it is."""

from __future__ import annotations

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{letter: f"\\{letter}" for letter in "&%$#_{}"},
    }
)


def escaped(text: str) -> str:
    """Return a text on one line, in which nothing is a command."""
    return " ".join(text.split()).translate(_ESCAPES)
