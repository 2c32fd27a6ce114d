"""`argmap new`: write a file to start from, blank or after one of the examples."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from argmap import paths
from argmap.commands.command import Exit
from argmap.commands.shared.console import write_message, write_result_bytes
from argmap.commands.shared.inputs import STANDARD
from argmap.errors import ArgmapError
from argmap.store.file_names import SUFFIX

BLANK = "blank"

_BLANK_TEXT = """\
argmap: 1
title: A new map
statements:
  - id: claim
    kind: claim
    text: One full sentence that can be argued for.
"""


def templates() -> tuple[str, ...]:
    """Return the names of the templates: the blank one, and the examples."""
    names = (path.name.removesuffix(SUFFIX) for path in paths.examples().glob(f"*{SUFFIX}"))
    return (BLANK, *sorted(names))


def configure(parser: ArgumentParser) -> None:
    """Add the file to write and the template."""
    parser.add_argument(
        "file",
        metavar="FILE",
        help=f"the file to write; gets {SUFFIX} if it has no suffix; - writes standard output",
    )
    parser.add_argument(
        "--template",
        metavar="NAME",
        choices=templates(),
        default=BLANK,
        help=f"what to start from: {', '.join(templates())} (default: {BLANK})",
    )


def run(arguments: Namespace) -> Exit:
    """Write the file; one that exists is never overwritten."""
    from argmap.saving import write_new
    from argmap.store.nearby import missing_folder

    if arguments.file == STANDARD:
        write_result_bytes(_text(arguments.template).encode())
        return Exit.FINE
    path = Path(arguments.file)
    if arguments.file.endswith("/") or path.name in {"", ".."}:
        raise ArgmapError(
            f"“{arguments.file}” does not name a file.", "Name a file, in a folder or not."
        )
    if not path.suffix:
        path = path.with_name(path.name + SUFFIX)
    if folder := missing_folder(path):
        raise ArgmapError(
            f"There is no folder “{folder}”.", "Make it first, or name another place."
        )
    try:
        write_new(path, _text(arguments.template).encode())
    except FileExistsError:
        raise ArgmapError(
            f"“{path}” exists already, so nothing was written.",
            f"Choose another name, or open it with `argmap {path}`.",
        ) from None
    write_message(f"Wrote “{path}”.")
    return Exit.FINE


def _text(template: str) -> str:
    if template == BLANK:
        return _BLANK_TEXT
    return (paths.examples() / f"{template}{SUFFIX}").read_text(encoding="utf-8")
