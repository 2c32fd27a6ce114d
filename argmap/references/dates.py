"""Dates as precisely as they are known: a year, a month, a day."""

from __future__ import annotations

import re

_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?:T.*)?")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def parts(date: str) -> tuple[int, ...]:
    """Return year, month and day, as many as are known; none where a date is put into words."""
    found = _DATE.fullmatch(date.strip())
    return tuple(int(part) for part in found.groups() if part) if found else ()


def year(date: str) -> str:
    """Return the year that a date names, in digits or in words; empty if it names none."""
    found = re.search(r"(?<!\d)\d{4}(?!\d)", date)
    return found[0] if found else ""


def in_words(date: str) -> str:
    """Return a date as APA has it: 2026, March 1."""
    found = parts(date)
    if not found:
        return date.strip()
    month = [_MONTHS[found[1] - 1]] if len(found) > 1 else []
    day = [str(found[2])] if len(found) > 2 else []
    return ", ".join(filter(None, [f"{found[0]:04}", " ".join(month + day)]))


def written(*numbers: int) -> str:
    """Return year, month and day, as many as are given, as a map has them."""
    return "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])])
