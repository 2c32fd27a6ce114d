from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.evaluation.strength_bar import StrengthBar
from argmap.reasoning import Strength

# What the offscreen platform says of every window with a smallest size.
pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def bar(qtbot: QtBot) -> StrengthBar:
    bar = StrengthBar()
    qtbot.addWidget(bar)
    bar.resize(400, 60)
    bar.show()
    return bar


def strip(bar: StrengthBar) -> QWidget:
    return next(w for w in bar.findChildren(QWidget) if not isinstance(w, QLabel))


def words(bar: StrengthBar) -> str:
    return bar.findChildren(QLabel)[0].text()


def textures(bar: StrengthBar, *shares: float) -> list[bytes]:
    """A square of each part in shades of grey, as printed; parts are told by where they end."""
    image = strip(bar).grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ends = [round(image.width() * sum(shares[: n + 1])) for n in range(len(shares))]
    starts = [0, *ends[:-1]]
    middles = [(start + end) // 2 // 8 * 8 for start, end in zip(starts, ends, strict=True)]
    parts = [image.copy(middle - 8, 3, 16, 8) for middle in middles]
    return [
        bytes(part.pixelColor(x, y).red() for y in range(8) for x in range(16)) for part in parts
    ]


def test_the_shares_differ_without_colour(bar: StrengthBar) -> None:
    bar.show_strength(Strength(accepted=0.5, rejected=0.25, undecided=0.25, leaves=3))
    solid, dotted, hatched = textures(bar, 0.5, 0.25, 0.25)
    assert len(set(solid)) == 1
    assert len({*dotted}) > 1
    assert len({*hatched}) > 1
    assert dotted != hatched


@pytest.mark.parametrize("accepted", [0.0, 0.25, 0.75, 1.0])
def test_the_part_that_stands_is_as_wide_as_its_share(bar: StrengthBar, accepted: float) -> None:
    bar.show_strength(Strength(accepted, rejected=1 - accepted, undecided=0, leaves=2))
    image = strip(bar).grab().toImage()
    row = [image.pixelColor(x, image.height() // 2).rgb() for x in range(2, image.width() - 2)]
    ink = row[0] if accepted else None
    solid = next((x for x, pixel in enumerate(row) if pixel != ink), len(row))
    assert abs(solid / len(row) - accepted) < 0.02


@pytest.mark.parametrize(
    ("strength", "sentence"),
    [
        (Strength(0.5, 0.5, 0, 2), "Stands in 50% of the ways the open premises could turn out."),
        (
            Strength(0.126, 0.8, 0.074, 30, margin=0.01),
            "Stands in about 13% of the ways the open premises could turn out.",
        ),
        (Strength(1, 0, 0, 0), "Does not hinge on any open premise."),
    ],
)
def test_it_is_said_in_words(bar: StrengthBar, strength: Strength, sentence: str) -> None:
    bar.show_strength(strength)
    assert words(bar) == sentence
    assert strip(bar).isVisible() == bool(strength.leaves)


def test_it_follows_the_next_strength(bar: StrengthBar) -> None:
    bar.show_strength(Strength(1, 0, 0, 0))
    bar.show_strength(Strength(0, 1, 0, 1))
    assert strip(bar).isVisible()
    assert len(set(textures(bar, 1.0)[0])) > 1
