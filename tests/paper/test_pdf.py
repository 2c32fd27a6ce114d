"""Sheets as a PDF: pages, text that is found, links, and a table of contents."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from argmap.drawing import theme
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Picture
from argmap.model.argument_map import ArgumentMap, Cite, Source, Statement
from argmap.model.kinds import Page
from argmap.paper.book import LONGEST, Book, Pages, Paper, Running
from argmap.paper.pdf import pdf
from argmap.paper.pdf_update import PdfUpdate
from argmap.paper.sheet import fitted
from argmap.paper.sheets import sheets
from tests.drawing.maps import POOL
from tests.placing.maps import tie

USUAL = DrawingOptions(theme.load("light"))
WIDE = ArgumentMap(
    title="A wide one",
    statements=tuple(
        Statement(f"s{n}", f"Sentence number {n} of this map, which needs two lines of a card.")
        for n in range(121)
    ),
    relations=tuple(tie(f"r{n}", f"s{n}", f"s{(n - 1) // 5}") for n in range(1, 121)),
)

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(argument_map: ArgumentMap, pages: Pages = Pages.ONE, page: Page | None = None) -> bytes:
    found = sheets(argument_map, replace(USUAL, page=page), Book(pages))
    return pdf(found, argument_map.title)


def boxes(content: bytes) -> list[list[float]]:
    """Return the size of each page, of the last version of it that the file has."""
    found = re.findall(rb"\n(\d+) 0 obj\n<<\n/Type /Page\n[^>]*/MediaBox \[([^\]]*)\]", content)
    return [[float(number) for number in box.split()] for box in dict(found).values()]


def text_of(content: bytes, tmp_path: Path) -> list[str]:
    """Return what a reader of PDF copies of each page, its marks of direction left out."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is not installed")
    (tmp_path / "drawn.pdf").write_bytes(content)
    done = subprocess.run(
        ["pdftotext", "drawn.pdf", "-"], cwd=tmp_path, capture_output=True, check=True
    )
    assert not done.stderr
    return re.sub("[\u202a-\u202e]", "", done.stdout.decode()).split("\f")[:-1]


def test_it_has_vectors_and_a_title() -> None:
    content = drawn(POOL, page=Page.SCREEN)
    assert content.startswith(b"%PDF-")
    assert b"/Font" in content
    assert b"/Subtype /Image" not in content
    assert "Should the pool".encode("utf-16-be") in content
    assert boxes(content)[0][2] == pytest.approx(
        lay_out(POOL, replace(USUAL, page=Page.SCREEN)).width, abs=1
    )


@pytest.mark.parametrize(
    ("page", "sheet"),
    [(Page.A4, (595, 842)), (Page.A4_LANDSCAPE, (842, 595)), (Page.LETTER, (612, 792))],
)
def test_a_page_is_a_whole_sheet(page: Page, sheet: tuple[int, int]) -> None:
    ((_, _, width, height),) = boxes(drawn(POOL, page=page))
    assert (width, height) == pytest.approx(sheet, abs=1)


def test_a_page_is_never_longer_than_readers_take() -> None:
    picture = Picture(60_000, 100, "#ffffff")
    content = pdf([fitted(picture, Paper.of(Page.SCREEN, (60_000, 100)))], "")
    assert boxes(content)[0][2] == pytest.approx(LONGEST, abs=2)


MIXED = "Say שלום עולם twice"
SENTENCES = (
    "日本の原子力発電所は一日も早く再稼働すべきだ。",
    "核电站用水而且人们支持。",
    "ประเทศไทยมีน้ำใจและคำพูดที่ดีงาม",
    "مرحبا بالعالم هذا نص",
    "على الأقل في البطاقة",
    "שלום עולם",
    "Он сказал: да.",
    "Ελληνικά γράμματα",
    MIXED,
    "한국어 문장입니다",
    "हिन्दी में यह वाक्य स्पष्ट है।",
    "বাংলা ভাষায় ক্ষমা",
    "ខ្ញុំស្រឡាញ់",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_text_of_every_script_is_copied_as_it_was_written(sentence: str, tmp_path: Path) -> None:
    (page,) = text_of(drawn(ArgumentMap(statements=(Statement("a", sentence),))), tmp_path)
    copied = " ".join(page.split())
    if " " not in sentence or sentence == MIXED:
        # A line's end is no blank in such scripts, and between directions readers are at odds.
        sentence, copied = sentence.replace(" ", ""), copied.replace(" ", "")
    assert sentence in copied


LINKED = ArgumentMap(
    statements=(
        Statement("a", "See https://example.org/plan today.", cites=(Cite("p"), Cite("evil"))),
    ),
    sources=(
        Source("p", title="The plan", url="https://example.org/straße?a=(b)"),
        Source("evil", title="Evil", url="javascript:alert(1)"),
    ),
)


def links(content: bytes) -> list[str]:
    found = re.findall(rb"/URI <([0-9A-F]*)>", content)
    return list(dict.fromkeys(bytes.fromhex(one.decode()).decode() for one in found))


def test_addresses_are_links_and_scripts_are_none() -> None:
    content = drawn(LINKED)
    assert links(content) == ["https://example.org/plan", "https://example.org/stra%C3%9Fe?a=(b)"]
    assert b"javascript" not in content


def test_a_link_lies_on_its_words(tmp_path: Path) -> None:
    content = drawn(LINKED)
    left, low, right, high = map(float, re.findall(rb"/Rect \[([^\]]*)\]", content)[0].split())
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (poppler-utils) is not installed")
    (tmp_path / "drawn.pdf").write_bytes(content)
    box = subprocess.run(
        ["pdftotext", "-bbox", "drawn.pdf", "-"], cwd=tmp_path, capture_output=True, check=True
    )
    word = re.search(
        r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">https',
        box.stdout.decode(),
    )
    assert word
    at = [float(number) for number in word.groups()]
    height = boxes(content)[0][3]
    assert [left, height - high, right, height - low] == pytest.approx(at, abs=4)


def test_a_large_map_has_an_overview_and_branches_that_lead_to_each_other(tmp_path: Path) -> None:
    content = drawn(WIDE, Pages.AUTO)
    texts = text_of(content, tmp_path)
    assert len(texts) == len(boxes(content)) > 2
    assert "→ page 2" in texts[0]
    assert "from page 1" in texts[1]
    assert f"2 of {len(texts)}" in texts[1]
    flat = " ".join(" ".join(texts).split())
    assert all(f"number {n} of" in flat for n in range(121))


def test_the_title_at_the_foot_is_copied_in_every_script(tmp_path: Path) -> None:
    found = sheets(POOL, USUAL, Book(running=Running("市民プール", "今日")))
    (page,) = text_of(pdf(found, ""), tmp_path)
    assert "市民プール" in page
    assert "今日" in page


def test_references_can_be_clicked_and_pages_chosen_from_a_table() -> None:
    content = drawn(WIDE, Pages.AUTO)
    count = len(boxes(content))
    kids = re.search(rb"/Kids\s*\[([^\]]*)\]", content)
    assert kids
    pages = [int(number) for number in re.findall(rb"(\d+) 0 R", kids.group(1))]
    led = {
        int(number)
        for number in re.findall(rb"/Subtype /Link[^>]*/Dest \[(\d+) 0 R /Fit\]", content)
    }
    assert led == set(pages)
    listed = re.findall(rb"/Title <FEFF[0-9A-F]*> /Parent \d+ 0 R[^>]*/Dest \[(\d+) 0 R", content)
    assert [int(number) for number in listed] == pages
    assert b"/PageMode /UseOutlines" in content
    assert len(pages) == count
    assert b"/Outlines" not in drawn(POOL)


def test_text_is_readable_on_every_page_and_was_not_on_one() -> None:
    (alone,) = sheets(WIDE, USUAL)
    assert 12 * alone.scale < 5
    assert all(12 * sheet.scale >= 5 for sheet in sheets(WIDE, USUAL, Book(Pages.AUTO)))


def test_what_fits_on_one_page_stays_there() -> None:
    (sheet,) = sheets(POOL, USUAL, Book(Pages.AUTO))
    assert sheet == sheets(POOL, USUAL)[0] or sheet.picture == sheets(POOL, USUAL)[0].picture


def test_an_empty_map_is_an_empty_page() -> None:
    assert len(boxes(drawn(ArgumentMap(), Pages.AUTO))) == 1


def test_hidden_text_is_no_ink() -> None:
    content = drawn(ArgumentMap(statements=(Statement("a", "人民"),)))
    streams = [
        zlib.decompress(found)
        for found in re.findall(rb"/FlateDecode >>\nstream\n(.*?)\nendstream", content, re.DOTALL)
    ]
    (written,) = (stream for stream in streams if b"3 Tr" in stream)
    assert written.count(b" Tj") == 2
    (characters,) = (stream for stream in streams if b"beginbfchar" in stream)
    assert b"<4EBA>" in characters


def test_every_object_is_where_the_tables_of_the_file_say() -> None:
    content = drawn(replace(WIDE, statements=(*WIDE.statements, *LINKED.statements)), Pages.AUTO)
    at = int(re.findall(rb"startxref\s+(\d+)", content)[-1])
    tables = 0
    while at:
        table, _, trailer = content[at:].partition(b"trailer")
        tables += 1
        number = 0
        for line in table.split(b"\n")[1:]:
            words = line.split()
            if len(words) == 2:
                number = int(words[0])
            elif words:
                if words[2] == b"n":
                    assert content.startswith(b"%d 0 obj" % number, int(words[0]))
                number += 1
        found = re.match(rb"[^%]*?/Prev (\d+)", trailer)
        at = int(found.group(1)) if found else 0
    assert tables == 2


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 of another kind", b"startxref\n0\n%%EOF"])
def test_a_pdf_that_is_built_in_another_way_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PdfUpdate(content)
