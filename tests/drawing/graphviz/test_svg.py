from __future__ import annotations

import subprocess

import pytest

from argmap.drawing import theme
from argmap.drawing.dot.writer import dot
from argmap.drawing.graphviz.engine import find
from argmap.drawing.graphviz.svg import read
from argmap.drawing.options import DrawingOptions
from tests.drawing.maps import FRAMED

USUAL = DrawingOptions(theme.load("light"))


@pytest.fixture(scope="module")
def written() -> bytes:
    given = dot(FRAMED, USUAL).encode()
    return subprocess.run([find(), "-Tsvg"], input=given, capture_output=True, check=False).stdout


def test_every_element_is_read_with_its_shapes_and_lines(written: bytes) -> None:
    (sheet,) = read(written)
    found = {one.id: one for one in sheet.elements()}
    assert sheet.size == (659, 217)
    assert len(sheet.grounds) == 4
    assert [line.text for line in found["west"].letters] == ["CLAIM", "The West owes an answer."]
    assert [shape.split()[0] for shape in found["against"].shapes] == [
        "<path",
        "<polygon",
        "<polyline",
    ]
    assert found["against"].kind == "edge"


def test_lines_may_end_as_on_windows(written: bytes) -> None:
    assert read(written.replace(b"\n", b"\r\n")) == read(written)


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.99])
def test_what_is_cut_off_is_refused(written: bytes, share: float) -> None:
    with pytest.raises(ValueError, match="without a drawing"):
        read(written[: int(len(written) * share)])
