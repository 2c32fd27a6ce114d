"""A bug of ours, met by somebody else: one line for them, and a report that can be sent to us."""

from __future__ import annotations

from argmap import paths
from argmap.commands.console import tell


def confess() -> None:
    """Write the traceback of the exception that is being handled into a file, and say where."""
    import traceback

    report = paths.state() / "crash.txt"
    try:
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(traceback.format_exc(), encoding="utf-8", errors="backslashreplace")
        kept = f"what happened is written in {report}; please send it to us"
    except OSError:
        kept = traceback.format_exc(limit=-1).strip().splitlines()[-1]
    tell(f"a mistake in argmap stopped it ({kept})")
