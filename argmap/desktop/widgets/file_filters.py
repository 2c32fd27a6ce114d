"""Filters of file dialogs, as Qt writes them: a title, and the patterns of names in brackets."""

from __future__ import annotations

from collections.abc import Iterable

EVERYTHING = "All files (*)"


def file_filter(title: str, suffixes: Iterable[str]) -> str:
    """Return the filter for files that end in one of the suffixes, each with its dot."""
    return f"{title} ({' '.join(dict.fromkeys(f'*{suffix}' for suffix in suffixes))})"
