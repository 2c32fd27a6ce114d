from __future__ import annotations

import struct
from pathlib import Path

import pytest

from argmap.drawing.text.measure import Font, is_exact, width
from argmap.drawing.text.widths import UNITS_PER_EM

LATER = {"·": 682, "\N{CYRILLIC CAPITAL LETTER I WITH GRAVE}": 1472, "♬": 2048}
"""What is as wide in Liberation Sans 2, unlike in 1; that has letters more, which are estimated."""
FOLDER = Path("/usr/share/fonts/truetype/liberation")


@pytest.mark.parametrize("face", ["Regular", "Bold"])
def test_every_width_is_that_of_the_font(face: str) -> None:
    path = FOLDER / f"LiberationSans-{face}.ttf"
    if not path.exists():
        pytest.skip("Liberation Sans is not installed")
    font = Font(UNITS_PER_EM, bold=face == "Bold")
    advances = _advances(path.read_bytes())
    known = {chr(at): advance for at, advance in advances.items() if is_exact(chr(at))}
    assert len(known) > 600
    assert not {
        char: advance
        for char, advance in known.items()
        if advance not in (width(char, font), LATER.get(char))
    }


def test_known_widths() -> None:
    assert width("W", Font(1000)) == pytest.approx(944, abs=0.5)
    assert width("i", Font(1000)) == pytest.approx(222, abs=0.5)
    assert width("i", Font(1000, bold=True)) == pytest.approx(278, abs=0.5)


def _advances(font: bytes) -> dict[int, int]:
    """Read the advance of each character from the tables cmap (format 4) and hmtx."""
    tables = {
        font[at : at + 4]: struct.unpack(">II", font[at + 8 : at + 16])[0]
        for at in range(12, 12 + 16 * _short(font, 4), 16)
    }
    glyphs = _short(font, tables[b"hhea"] + 34)
    advances = [_short(font, tables[b"hmtx"] + 4 * glyph) for glyph in range(glyphs)]
    found = {}
    for at, glyph in _glyphs(font, tables[b"cmap"]).items():
        if at < 0xE000:
            found[at] = advances[min(glyph, glyphs - 1)]
    return found


def _glyphs(font: bytes, cmap: int) -> dict[int, int]:
    offsets = [
        cmap + struct.unpack(">I", font[at + 4 : at + 8])[0]
        for at in range(cmap + 4, cmap + 4 + 8 * _short(font, cmap + 2), 8)
    ]
    table = next(offset for offset in offsets if _short(font, offset) == 4)
    double = _short(font, table + 6)
    found = {}
    for at in range(table + 14, table + 14 + double, 2):
        last, first = _short(font, at), _short(font, at + double + 2)
        delta, distance = _short(font, at + 2 * double + 2), _short(font, at + 3 * double + 2)
        for char in range(first, last + 1):
            glyph = char
            if distance:
                glyph = _short(font, at + 3 * double + 2 + distance + 2 * (char - first))
            if glyph and (glyph + delta) & 0xFFFF:
                found[char] = (glyph + delta) & 0xFFFF
    return found


def _short(font: bytes, at: int) -> int:
    return int(struct.unpack(">H", font[at : at + 2])[0])


PROSE = {
    "Armenian": "Անվտանգությունն անբաժանելի է բոլոր պետությունների համար։",
    "Hebrew": "הביטחון אינו ניתן לחלוקה בין המדינות, וכל אחת חופשית לבחור.",
    "Georgian": "უსაფრთხოება განუყოფელია ყველა სახელმწიფოსთვის.",
}


@pytest.mark.parametrize("language", PROSE)
def test_a_line_of_prose_is_no_wider_than_measured_in_a_font_that_is_wider_than_most(
    language: str,
) -> None:
    """Scripts of which only a bound is known; the others are exact in the faces that we name."""
    path = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
    if not path.exists():
        pytest.skip("DejaVu Sans is not installed")
    advances = _advances(path.read_bytes())
    drawn = sum(advances[ord(char)] for char in PROSE[language])
    measured = width(PROSE[language], Font(UNITS_PER_EM))
    assert measured * 0.7 < drawn <= measured
