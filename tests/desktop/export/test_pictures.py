"""Pictures that leave the window: what is in them, and what is told where they cannot be made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from argmap.desktop.appearance import Appearance
from argmap.desktop.export.choice import Choice, Seen
from argmap.desktop.export.pictures import Pictures
from argmap.desktop.notices.notice import Notice
from argmap.desktop.session import Session
from argmap.drawing import theme as themes
from argmap.drawing.layout import lay_out
from argmap.drawing.options import SCREEN, DrawingOptions
from argmap.errors import Severity
from argmap.model.argument_map import ArgumentMap
from argmap.model.edits import edit
from argmap.model.kinds import Direction
from argmap.paper.book import Pages
from argmap.paper.png import MEGAPIXELS, png
from argmap.settings import Settings
from argmap.store.yaml_file import dumps, read
from tests.drawing.maps import POOL

LIGHT = themes.load("light")
USUAL = DrawingOptions(LIGHT)


class Studio:
    """A window's pictures without the window, and what it is told of them."""

    def __init__(self, qtbot: QtBot, argument_map: ArgumentMap) -> None:
        self.session = Session()
        self.session.open(read(dumps(argument_map)))
        self.told: list[Notice] = []
        self.session.notice_posted.connect(self.told.append)
        self._window = QWidget()
        qtbot.addWidget(self._window)
        appearance = Appearance(self.session, Settings(theme="light"), self.session)
        self.pictures = Pictures(self.session, appearance, self._window)
        self._qtbot = qtbot

    def export(self, path: Path, choice: Choice | None = None) -> Notice:
        """Export, wait for the end of it, and give what was told then."""
        self.pictures.export(choice or Choice(path.suffix[1:]), path)
        before = len(self.told)
        self._qtbot.waitUntil(lambda: len(self.told) > before)
        return self.told[-1]

    def ended(self, count: int = 1) -> Notice:
        """Wait until so many things were told; give the last."""
        self._qtbot.waitUntil(lambda: len(self.told) >= count)
        return self.told[-1]


@pytest.fixture
def studio(qtbot: QtBot) -> Iterator[Studio]:
    made = Studio(qtbot, POOL)
    yield made
    made.pictures.close()
    made.session.deleteLater()


SIGNS = {"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF-", "dot": b"digraph"}


@pytest.mark.parametrize("suffix", SIGNS)
def test_every_format_is_written_and_told_with_a_way_to_open_it(
    studio: Studio, tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"pool.{suffix}"
    done = studio.export(path)
    assert SIGNS[suffix] in path.read_bytes()[:400]
    assert done.text == f"Exported to “{path}”."
    assert [remedy.words for remedy in done.remedies] == ["Open"]
    drawing = studio.told[0]
    assert (drawing.text, drawing.key) == (f"Drawing “pool.{suffix}”…", done.key)
    assert [remedy.words for remedy in drawing.remedies] == ["Stop"]


@pytest.mark.parametrize("theme", themes.names())
def test_the_chosen_theme_is_drawn(studio: Studio, tmp_path: Path, theme: str) -> None:
    path = tmp_path / "pool.png"
    studio.export(path, Choice("png", DrawingOptions(themes.load(theme))))
    image = QImage(str(path))
    assert image.pixelColor(1, 1).name() == themes.load(theme).background.lower()


def test_the_size_of_a_png_is_the_scale_of_a_screen(studio: Studio, tmp_path: Path) -> None:
    widths = []
    for scale in (1, 2):
        studio.export(tmp_path / "pool.png", Choice("png", replace(USUAL, dpi=scale * SCREEN)))
        widths.append(QImage(str(tmp_path / "pool.png")).width())
    assert widths[0] == pytest.approx(lay_out(POOL, USUAL).width * 96 / 72, abs=1)
    assert widths[1] == pytest.approx(2 * widths[0], abs=1)


def test_direction_titles_and_legend_are_those_chosen(studio: Studio, tmp_path: Path) -> None:
    def texts(choice: Choice) -> str:
        studio.export(tmp_path / "pool.svg", choice)
        return (tmp_path / "pool.svg").read_text(encoding="utf-8")

    usual = texts(Choice("svg"))
    assert "Petition" in usual
    assert "Petition" not in texts(Choice("svg", replace(USUAL, titles=True)))
    assert len(texts(Choice("svg", replace(USUAL, legend=True)))) > len(usual)
    studio.export(tmp_path / "top.png", Choice("png", replace(USUAL, direction=Direction.TOP)))
    studio.export(tmp_path / "left.png", Choice("png", replace(USUAL, direction=Direction.LEFT)))
    top, left = (QImage(str(tmp_path / f"{name}.png")) for name in ("top", "left"))
    assert top.width() / top.height() > left.width() / left.height()


def test_what_stands_and_viewpoints_side_by_side_are_exported(
    studio: Studio, tmp_path: Path
) -> None:
    path = tmp_path / "pool.dot"
    studio.export(path, Choice("dot"))
    assert "undecided" not in path.read_text(encoding="utf-8")
    studio.export(path, Choice("dot", seen=Seen("debate")))
    assert path.read_text(encoding="utf-8").count(">accepted<") == 5
    studio.export(path, Choice("dot", seen=Seen("author", "debate")))
    assert "The author: open, Debate: yes" in path.read_text(encoding="utf-8")


def test_a_large_map_is_exported_on_several_pages(qtbot: QtBot, tmp_path: Path) -> None:
    many = POOL
    for number in range(120):
        many = edit.add_claim(many, f"One more claim beside all others, number {number}.")
    studio = Studio(qtbot, many)
    counts = []
    for pages in (Pages.ONE, Pages.AUTO):
        studio.export(tmp_path / "many.pdf", Choice("pdf", pages=pages))
        counts.append((tmp_path / "many.pdf").read_bytes().count(b"/MediaBox"))
    assert counts[0] == 1
    assert counts[1] > 1
    studio.export(tmp_path / "many.svg", Choice("svg", pages=Pages.AUTO))
    assert (tmp_path / "many.svg").exists(), "what has no pages is one"
    studio.pictures.close()


def test_what_is_folded_away_is_exported_unless_only_the_view_is(
    studio: Studio, tmp_path: Path
) -> None:
    path = tmp_path / "pool.dot"
    studio.session.set_view(replace(studio.session.view, branch="cost"))
    studio.export(path, Choice("dot"))
    assert "Two hundred residents" in path.read_text()
    studio.export(path, Choice("dot", in_view=True))
    assert "Two hundred residents" not in path.read_text()
    assert "Staff cost" in path.read_text()


def test_a_png_beyond_the_limit_is_refused_with_the_largest_scale_and_writes_nothing(
    studio: Studio, tmp_path: Path
) -> None:
    path = tmp_path / "pool.png"
    path.write_bytes(b"what was there")
    refused = studio.export(path, Choice("png", replace(USUAL, dpi=400 * SCREEN)))
    assert refused.severity is Severity.ERROR
    assert f"more than {MEGAPIXELS} million" in refused.text
    assert path.read_bytes() == b"what was there"
    largest = float(refused.text.split("a scale of ")[1].split(" or less")[0])
    picture = lay_out(POOL, USUAL)
    pixels = picture.width * picture.height * (largest * 96 / 72) ** 2
    assert 0.98 < pixels / (MEGAPIXELS * 1e6) <= 1


def test_a_folder_that_is_not_there_is_told(studio: Studio, tmp_path: Path) -> None:
    told = studio.export(tmp_path / "nowhere" / "pool.svg")
    assert told.severity is Severity.ERROR
    assert told.key == studio.told[0].key  # in the place of "Drawing…"


def test_graphviz_that_is_missing_is_told(
    studio: Studio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGMAP_DOT", "/nowhere/dot")
    assert studio.export(tmp_path / "pool.svg").severity is Severity.ERROR
    assert not (tmp_path / "pool.svg").exists()
    studio.pictures.copy()
    assert studio.ended(3).severity is Severity.ERROR


def test_a_stopped_export_writes_nothing(studio: Studio, tmp_path: Path) -> None:
    studio.pictures.export(Choice("png"), tmp_path / "pool.png")
    (stop,) = studio.told[0].remedies
    stop.run()
    studio.export(tmp_path / "other.svg")
    assert not (tmp_path / "pool.png").exists()
    assert (tmp_path / "other.svg").exists()


def test_the_picture_is_of_the_map_as_it_was_when_asked_for(studio: Studio, tmp_path: Path) -> None:
    studio.pictures.export(Choice("dot"), tmp_path / "pool.dot")
    later = edit.set_fields(studio.session.argument_map, "cost", text="Later words.")
    studio.session.do("Edit", later)
    studio.ended(2)
    assert "Staff cost" in (tmp_path / "pool.dot").read_text()


def test_a_copied_picture_is_of_what_is_in_view_at_twice_its_size(studio: Studio) -> None:
    QGuiApplication.clipboard().clear()
    studio.session.set_view(replace(studio.session.view, branch="cost", titles=True))
    studio.pictures.copy()
    assert "clipboard" in studio.ended().text
    shown = studio.session.in_view().argument_map
    picture = lay_out(shown, DrawingOptions(LIGHT, titles=True))
    image = QGuiApplication.clipboard().image()
    assert image.width() == pytest.approx(2 * picture.width, abs=1)
    data = QGuiApplication.clipboard().mimeData()
    assert bytes(data.data("image/png").data()) == png(picture, 2)


def test_closing_amid_a_picture_leaves_nothing_behind(studio: Studio, tmp_path: Path) -> None:
    studio.pictures.export(Choice("png"), tmp_path / "pool.png")
    studio.pictures.copy()
    studio.pictures.close()
    assert len(studio.told) == 1
