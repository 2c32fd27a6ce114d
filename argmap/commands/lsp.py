"""`argmap lsp`: what the pane of the text knows, for any editor that speaks the protocol."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from argmap.commands.command import Exit
from argmap.errors import ArgmapError


def configure(parser: ArgumentParser) -> None:
    """Take what editors hand over; there is nothing to choose."""
    parser.add_argument(
        "--stdio", action="store_true", help="speak over standard input and output, as always"
    )


def run(arguments: Namespace) -> Exit:
    """Answer an editor until it says that it is done."""
    del arguments
    try:
        from argmap.commands.serving.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise ArgmapError(
            "Serving an editor needs pygls, which is not installed.",
            "Install it with `pip install 'argmap[lsp]'`.",
        ) from error
    serve()
    return Exit.FINE
