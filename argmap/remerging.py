"""Merging a file again that was not merged as a map, from the sides that git keeps of it.

For the command line and the window: what git keeps and what merges meet here.
"""

from __future__ import annotations

from pathlib import Path

from argmap.errors import ArgmapError, Place, Problem
from argmap.merging.texts import merge_texts
from argmap.saving import save_bytes
from argmap.store.file_history import sides
from argmap.store.yaml_file import load


def merge_anew(file: Path) -> tuple[Problem, ...]:
    """Write the merge of a file's sides where no merge of maps has been; return its hints.

    That is where git's marks stand in the file, or where it still is what ours was. Raises
    ArgmapError, and writes nothing, where there are marks but git knows of no merge, and where a
    side cannot be read.
    """
    marks = any(problem.code == "merge-conflict" for problem in load(file).problems)
    found = sides(file.absolute())
    if found is None and marks:
        raise ArgmapError(
            "The file holds git's marks, but git knows of no merge that is under way.",
            "Take out the marks and what is not to stay.",
            Place(str(file)),
        )
    if found is None or not (marks or _plain(file.read_bytes()) == _plain(found[1])):
        return ()
    base, ours, theirs = (f"{file} ({side})" for side in ("base", "ours", "theirs"))
    texts = [_text(data, name) for data, name in zip(found, (base, ours, theirs), strict=True)]
    merged = merge_texts(texts[0], texts[1], texts[2], (base, ours, theirs))
    save_bytes(file, merged.text.encode())
    return merged.hints


def _plain(data: bytes) -> bytes:
    """Return bytes as git keeps them, whatever ends their lines in the folder."""
    return data.replace(b"\r\n", b"\n")


def _text(data: bytes, name: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        message = f"This side is not UTF-8 text (byte {error.start + 1})."
        raise ArgmapError(message, "Merge it by hand.", Place(name)) from None
