"""A bug of ours, met by somebody else: one line for them, and a report that can be sent to us."""

from __future__ import annotations

from argmap.commands.shared.console import write_message
from argmap.errors import in_a_row


def report_crash() -> None:
    """Write the traceback of the exception that is being handled into a file, and say where."""
    import traceback

    from argmap import paths
    from argmap.saving import write_private

    report = paths.state() / "crash.txt"
    try:
        write_private(report, traceback.format_exc())
        kept = f"What happened is written in “{report}”; please send it to us."
    except OSError:
        kept = f"It was: {traceback.format_exc(limit=-1).strip().splitlines()[-1]}."
    write_message(in_a_row("A mistake in argmap itself stopped it.", kept))
