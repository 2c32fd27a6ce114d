from __future__ import annotations

from xml.etree import ElementTree as ET

from argmap.drawing.dot.labels import framed, label, one_line, row
from argmap.drawing.text.measure import Font, width

FONT = Font(12)


def test_one_line_is_one_line() -> None:
    line = one_line(" a\n b\t c ", FONT)
    assert line.text == "a b c"
    assert line.width >= width("a b c", FONT)


def test_rows_of_several_cells_do_not_line_up_with_others() -> None:
    html = label([row("<td>a</td>"), row("<td>b</td>", "<td>c</td>")])
    one = ET.fromstring(html[1:-1])  # noqa: S314 - our own
    assert [len(tr.findall("td")) for tr in one.findall("tr")] == [1, 1]
    assert len(list(one.iter("table"))) == 2


def test_a_framed_cell_begins_after_some_space() -> None:
    html = framed((2, 9), "<td>12</td>", "#000000", "#ffffff")
    frame = ET.fromstring(html[1:-1])  # noqa: S314 - our own
    space, inside = frame.iter("td")
    assert (space.get("width"), space.get("height")) == ("2", "9")
    assert inside.text == "12"
