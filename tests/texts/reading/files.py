"""Files of others, made by hand: what a test needs of PDF, DOCX and EPUB."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping

Line = tuple[float, float, str]
"""Where a line stands, in points from the left and from below, and its letters."""

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
)


def pdf(pages: Iterable[Iterable[Line]], title: str = "", size: float = 12) -> bytes:
    """Return a PDF with lines of text on its pages."""
    contents = [
        zlib.compress(
            "".join(f"BT /F {size} Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in page).encode()
        )
        for page in pages
    ]
    return pdf_of(contents, title)


def packed_zeros(megabytes: int) -> bytes:
    """Return what unpacks to so many megabytes of zeros, made without packing them all."""
    packer = zlib.compressobj()
    first, again = (packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH) for _ in "ab")
    return first + again * (megabytes - 1) + packer.flush()


def pdf_of(contents: list[bytes], title: str = "") -> bytes:
    """Return a PDF whose pages are drawn by these contents, which are packed."""
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(contents)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(contents)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Title({title})/CreationDate(D:20260301120000)>>".encode(),
    ]
    for number, content in enumerate(contents):
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {6 + 2 * number} 0 R"
        objects += [
            f"{page}/Resources<</Font<</F 3 0 R>>>>>>".encode(),
            f"<</Filter/FlateDecode/Length {len(content)}>>\nstream\n".encode()
            + content
            + b"\nendstream",
        ]
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    return (
        data
        + (
            f"xref\n0 {count}\n0000000000 65535 f \n{table}"
            f"trailer<</Size {count}/Root 1 0 R/Info 4 0 R>>\nstartxref\n{len(data)}\n%%EOF\n"
        ).encode()
    )


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return an archive with these parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return data.getvalue()


def docx(body: str, notes: str = "") -> bytes:
    """Return a word processor's document with this body, and footnotes if there are any."""
    core = (
        '<cp xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A letter</dc:title>'
        "<dc:creator>Ann Lee</dc:creator><created>2026-03-01T10:00:00Z</created></cp>"
    )
    document = f'<w:document xmlns:w="{WORDS}"><w:body>{body}</w:body></w:document>'
    parts = {"word/document.xml": document, "docProps/core.xml": core}
    if notes:
        parts["word/footnotes.xml"] = f'<w:footnotes xmlns:w="{WORDS}">{notes}</w:footnotes>'
    return packed(parts)


def epub(chapters: Mapping[str, str], order: Iterable[str]) -> bytes:
    """Return a book of chapters, in the order of its spine."""
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>'
        for name in chapters
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in order)
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Towns</dc:title>'
        "<dc:creator>Ann Lee</dc:creator><dc:date>2026</dc:date></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    pages = {f"OPS/{name}.xhtml": f"<html><body>{c}</body></html>" for name, c in chapters.items()}
    return packed({"META-INF/container.xml": CONTAINER, "OPS/book.opf": package, **pages})
