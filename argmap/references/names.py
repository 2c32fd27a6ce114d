"""Authors of a source: one text, with semicolons between several.

Who is written as `Family, Given` is a person, and can be turned round and shortened. What is
written in any other way stands as it is: nobody can tell a town council from a person by its name.
"""

from __future__ import annotations

import re

from argmap.frozen import frozen


@frozen
class Name:
    """A person, or with `family` alone whatever else is an author."""

    family: str
    given: str = ""

    def __str__(self) -> str:
        """Return the name as a map has it."""
        return f"{self.family}, {self.given}" if self.given else self.family


def names(author: str) -> tuple[Name, ...]:
    """Return the authors that a text names."""
    found = (" ".join(part.split()) for part in author.split(";"))
    return tuple(_name(part) for part in found if part)


def joined(found: tuple[Name, ...]) -> str:
    """Return authors as a map has them."""
    return "; ".join(map(str, found))


def initials(given: str) -> str:
    """Return given names as APA has them: J.-P. for Jean-Paul."""
    return " ".join(
        "-".join(f"{part[0].upper()}." for part in re.split("[-‐]", name) if part)
        for name in given.replace(".", ". ").split()
    )


def _name(part: str) -> Name:
    family, _, given = part.partition(",")
    return Name(family.strip(), given.strip()) if given.strip() else Name(part)
