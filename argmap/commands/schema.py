"""`argmap schema`: print the JSON Schema of the file format, for editors."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from argmap import paths
from argmap.commands.command import Exit
from argmap.commands.shared.console import write_result_bytes


def configure(parser: ArgumentParser) -> None:
    """Take no arguments."""
    del parser


def run(arguments: Namespace) -> Exit:
    """Print the schema as it is shipped."""
    del arguments
    write_result_bytes((paths.resources() / "schema.json").read_bytes())
    return Exit.FINE
