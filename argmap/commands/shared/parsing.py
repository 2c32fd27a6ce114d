"""Arguments as people type them: what is mistyped is answered with what is likely meant.

argparse would name what is lacking first (an output, where `--ouput` was typed) under six lines of
usage; here a mistake is a sentence.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, HelpFormatter, Namespace
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from argmap.errors import ArgmapError

_USUAL = 80


class Help(HelpFormatter):
    """Help as wide as the terminal is, which argparse loads much to ask for with every option."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_columns() - 2)


class Parser(ArgumentParser):
    """A parser that raises ArgmapError; files and options may come in any order."""

    def __init__(self, prog: str, **options: Any) -> None:
        super().__init__(prog, formatter_class=Help, **options)

    def error(self, message: str) -> NoReturn:
        """Raise what argparse says, as a sentence that names the way to help."""
        said = f"{message[:1].upper()}{message[1:].rstrip('.')}."
        raise ArgmapError(said, f"`{self.prog} --help` says more.")

    def understood(self, argv: Sequence[str]) -> Namespace:
        """Return the arguments; ArgmapError for an option that does not exist, and other faults."""
        self.refuse_unknown(argv)
        # `argmap convert IN --to markdown OUT`; but mixed like that argparse does not know `--`,
        # after which all are files.
        if "--" in argv:
            return self.parse_args(argv)
        try:
            return self.parse_args(argv)
        except ArgmapError:  # and what is mixed waits for the usage that argparse writes first
            return self.parse_intermixed_args(argv)

    def refuse_unknown(self, argv: Sequence[str]) -> None:
        """Raise ArgmapError for an option that does not exist, with one that is likely meant."""
        options = [name for action in self._actions for name in action.option_strings]
        for argument in argv:
            if argument == "--":
                return
            name = argument.partition("=")[0]
            if not _is_option(name) or any(option.startswith(name) for option in options):
                continue
            if not name.startswith("--") and name[:2] in options:
                continue  # a value follows its letter at once, as in `-oOUT`
            hint = f"`{self.prog} --help` lists them all."
            if likely := nearest(name, options):
                hint = f"Did you mean `{likely}`?"
            raise ArgmapError(f"There is no option `{name}`.", hint)


def _columns() -> int:
    """Return how wide the terminal is: as `COLUMNS` says, else as it says itself, else 80."""
    said = os.environ.get("COLUMNS", "")
    if said.isdecimal() and int(said) > 0:
        return int(said)
    try:
        shown = os.get_terminal_size(sys.__stdout__.fileno()).columns if sys.__stdout__ else 0
    except (ValueError, OSError):
        shown = 0
    return shown or _USUAL


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known option or command that is likely meant; an empty text if none is near."""
    known = list(known)
    if len(name) == 2:
        return next((k for k in known if k.startswith(f"-{name.lower()}")), "")
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, known, n=1)), "")


def _is_option(word: str) -> bool:
    """Whether a word is written like an option; a lone dash is a file, a number a value."""
    return word.startswith("-") and len(word) > 1 and not word[1].isdigit() and word[1] != "."
