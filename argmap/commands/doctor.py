"""`argmap doctor`: what the program needs of this computer, what is wrong, and the remedy."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from argmap.commands.command import Exit
from argmap.commands.shared.console import write_result


def configure(parser: ArgumentParser) -> None:
    """Take no arguments."""
    del parser


def run(arguments: Namespace) -> Exit:
    """Look at one thing after the other, and go on past what is wrong."""
    del arguments
    from argmap.commands.machine.health import CHECKS

    wrong = 0
    for check in CHECKS:
        for finding in check():
            write_result(f"{finding.mark:5} {finding.what}: {finding.found}")
            if finding.remedy:
                write_result(f"      {finding.remedy}")
            wrong += not finding.fine
    write_result(
        f"\n{wrong} {'thing is' if wrong == 1 else 'things are'} wrong." if wrong else "\nAll fine."
    )
    return Exit.PROBLEMS if wrong else Exit.FINE
