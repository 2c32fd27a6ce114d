"""What is wrong with a file, or not taken over from it, is in what reading gives."""

from __future__ import annotations

import pytest

from argmap.formats.convert import loads
from argmap.formats.table import FORMATS
from tests.formats.misread import MISREAD


def test_there_is_an_example_for_every_format() -> None:
    assert list(MISREAD) == [row.name for row in FORMATS if row.read]


@pytest.mark.parametrize("name", MISREAD)
def test_it_is_told(name: str) -> None:
    found = loads(MISREAD[name], name)
    assert found.problems or found.losses
