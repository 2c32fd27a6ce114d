"""The commands of the command line, one file each, in one table.

Adding a command is a file with a `COMMAND` and a row here; help and dispatch follow from it. The
files import what is heavy inside `run`, so that starting one command does not load the others'
libraries: `argmap --version` would otherwise wait for YAML, Graphviz and Qt.
"""

from __future__ import annotations

from argmap.commands import (
    check,
    convert,
    diff,
    doctor,
    evaluate,
    git_setup,
    info,
    merge,
    new,
    render,
    schema,
)

COMMANDS = (
    render.COMMAND,
    convert.COMMAND,
    info.COMMAND,
    check.COMMAND,
    evaluate.COMMAND,
    diff.COMMAND,
    merge.COMMAND,
    git_setup.COMMAND,
    new.COMMAND,
    schema.COMMAND,
    doctor.COMMAND,
)
