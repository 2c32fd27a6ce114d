"""PDF: pages and paragraphs, from lines and where they stand.

A PDF has letters at places and no paragraphs. A new one begins where the distance between lines is
larger than usual, where a line is indented, where letters are of another size, or behind a short
line that ends a sentence. Where a column or page ends within a sentence, the paragraph goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from argmap.frozen import frozen
from argmap.texts.reading.extract import PAGE, Extract, UnreadableError, one_line
from argmap.texts.reading.hyphens import Joiner

_MOST_PAGES = 10_000
_MOST_LETTERS = 32 << 20
_FEWEST_LETTERS = 10
"""Pages with fewer letters on average are pictures of pages."""

_WIDER = 1.35
"""So much larger than usual is the distance between paragraphs."""
_INDENT = 0.7
"""So far is a first line indented, in heights of a line."""
_SHORT = 0.85
"""A shorter line, as a share of the width of its column, may end a paragraph."""
_OTHER_SIZE = 1.15
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*\s*$")
_NUMBER = re.compile(r"[-–—\s]*\d{1,4}[-–—\s]*|\s*[ivxlc]{1,6}\s*")
_PRIVATE = re.compile("[\ue000-\uf8ff\0]")


@frozen
class Line:
    """A line of a page, in points; `low` is where its last letter stands, `base` its first."""

    text: str
    left: float
    right: float
    base: float
    low: float
    height: float


def read_pdf(data: bytes) -> Extract:
    """Return the text of a PDF, and what its properties say."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise UnreadableError("The file needs a password.") from error
        raise UnreadableError("The file is damaged: it is no PDF.") from error
    pages = list(_pages(document))
    if sum(len(line.text.strip()) for page in pages for line in page) < _FEWEST_LETTERS * len(
        pages
    ):
        raise UnreadableError(
            "The PDF is a scan: it holds pictures of pages and no text."
            " A program that recognises text (OCR) can add it."
        )
    said = document.get_metadata_dict()
    return Extract(
        _text(pages),
        title=one_line(said.get("Title")),
        author=one_line(said.get("Author")),
        date=_date(said.get("CreationDate", "")),
    )


def _pages(document: Any) -> Iterator[list[Line]]:
    letters = 0
    if len(document) > _MOST_PAGES:
        raise UnreadableError(f"The PDF has more than {_MOST_PAGES} pages.")
    for page in document:
        text_page = page.get_textpage()
        letters += pdfium.FPDFText_CountChars(text_page)
        if letters > _MOST_LETTERS:
            raise UnreadableError("The PDF has more text than a book.")
        yield _without_number(list(_lines(text_page)))
        text_page.close()
        page.close()


def _lines(text_page: Any) -> Iterator[Line]:
    letters = [
        chr(pdfium.FPDFText_GetUnicode(text_page, number))
        for number in range(pdfium.FPDFText_CountChars(text_page))
    ]
    start = 0
    for end in (*(n for n, letter in enumerate(letters) if letter == "\n"), len(letters)):
        shown = [n for n in range(start, end) if not letters[n].isspace()]
        if shown:
            first = text_page.get_charbox(shown[0], loose=True)
            last = text_page.get_charbox(shown[-1], loose=True)
            words = _PRIVATE.sub("", "".join(letters[start:end])).strip()
            yield Line(words, first[0], last[2], first[1], last[1], first[3] - first[1])
        start = end + 1


def _without_number(lines: list[Line]) -> list[Line]:
    """Return the lines of a page without a page number above or below."""
    if len(lines) > 2 and _NUMBER.fullmatch(lines[-1].text):
        lines = lines[:-1]
    if len(lines) > 2 and _NUMBER.fullmatch(lines[0].text):
        lines = lines[1:]
    return lines


def _text(pages: list[list[Line]]) -> str:
    """Return the text, with form feeds where pages begin, and blank lines between paragraphs."""
    joiner = Joiner(line.text for page in pages for line in page)
    written: list[str] = []
    last: Line | None = None
    for number, page in enumerate(pages):
        usual = _usual_distance(page)
        for place, line in enumerate(page):
            words = joiner.inside(line.text)
            new_page = number and not place
            if last is None or _begins(last, line, page, usual, new_page=bool(new_page)):
                written.append(f"\n\n{PAGE if new_page else ''}{words}" if written else words)
            else:
                joiner.add(written, words, PAGE if new_page else "")
            last = line
        if not page and number:
            written.append(PAGE)
    whole = "".join(written).strip(" \n")
    return f"{whole}\n"


def _begins(last: Line, line: Line, page: list[Line], usual: float, *, new_page: bool) -> bool:
    """Whether a paragraph begins with a line."""
    ended = bool(_SENTENCE_END.search(last.text))
    if max(last.height, line.height) > _OTHER_SIZE * min(last.height, line.height):
        return True
    column = [other for other in page if abs(other.left - line.left) < 4 * line.height]
    indented = line.left - min(other.left for other in column) > _INDENT * line.height
    if new_page or line.base > last.low:  # another page or column
        return ended or indented
    right = max(other.right for other in column)
    left = min(other.left for other in column)
    is_short = last.right - left < _SHORT * (right - left)
    wide = last.low - line.base > _WIDER * usual
    return wide or (ended and (is_short or indented)) or (indented and is_short)


def _usual_distance(page: list[Line]) -> float:
    steps = [a.low - b.base for a, b in pairwise(page) if a.low > b.base]
    return median(steps) if steps else 1e6


def _date(said: str) -> str:
    """Return the day of a date as PDF has it, D:20260301…."""
    found = re.match(r"D:(\d{4})(\d\d)?(\d\d)?", said)
    return "-".join(filter(None, found.groups())) if found else ""
