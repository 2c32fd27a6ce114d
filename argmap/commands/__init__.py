"""The commands of the command line: one file each, and this table of what each does.

Adding a command is a row here and a file of its name with a `configure` and a `run`; help and
dispatch follow from them. Only the file of the command that is asked for is imported:
`argmap --version` waits for no command, and `argmap info` for no other one.
"""

from __future__ import annotations

COMMANDS = {
    "render": "draw maps as SVG, PNG, PDF or DOT",
    "convert": "turn a file of any format into another",
    "info": "tell what a map holds, in numbers or in words",
    "check": "tell what is wrong with maps, and where",
    "sources": "list what a map takes from its sources, and add one",
    "evaluate": "tell which statements stand, and why",
    "fmt": "write maps in the canonical form",
    "lsp": "help any editor with the text of a map (LSP)",
    "diff": "tell what changed between two versions of a map",
    "merge": "merge what two people made of a map",
    "resolve": "settle in the window what a merge could not",
    "git-setup": "teach git to merge maps and to compare them",
    "new": "write a new map to start from",
    "schema": "print the JSON Schema of the file format",
    "doctor": "look for what is missing on this computer",
}
"""What a command is called, and what it does."""

OPEN_THE_WINDOW = ("resolve",)
"""Of these, those that open the window."""
