"""What makes a PDF of several pages easy to go through: a table of contents, and links."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.paper.pdf_update import PdfUpdate, hexadecimal
from argmap.paper.sheet import Link, Sheet


def add_outline(update: PdfUpdate, sheets: Sequence[Sheet]) -> None:
    """Add a table of contents, which readers show beside the pages."""
    whole = update.reserve()
    items = [update.reserve() for _ in sheets]
    for number, (item, sheet) in enumerate(zip(items, sheets, strict=True)):
        before = f" /Prev {items[number - 1]} 0 R" if number else ""
        after = f" /Next {items[number + 1]} 0 R" if number + 1 < len(items) else ""
        title = hexadecimal(f"{number + 1}  {sheet.title}")
        to = f"[{update.pages[number]} 0 R /Fit]"
        entry = f"<< /Title {title} /Parent {whole} 0 R{before}{after} /Dest {to} >>\n"
        update.replace(item, entry.encode())
    ends = f"/First {items[0]} 0 R /Last {items[-1]} 0 R /Count {len(items)}"
    update.replace(whole, f"<< /Type /Outlines {ends} >>\n".encode())
    update.change(update.root, {"Outlines": f"{whole} 0 R", "PageMode": "/UseOutlines"})


def add_links(update: PdfUpdate, sheets: Sequence[Sheet]) -> None:
    """Make the links of sheets links of the pages; where two lie on each other, the later wins."""
    for page, sheet in zip(update.pages, sheets, strict=True):
        added = [
            update.add(_annotation(update, sheet, link))
            for link in sheet.links
            if link.address or link.page <= len(update.pages)
        ]
        if added:
            update.change(page, {"Annots": f"[{' '.join(f'{one} 0 R' for one in added)}]"})


def _annotation(update: PdfUpdate, sheet: Sheet, link: Link) -> str:
    high = sheet.paper.height
    rect = link.rect
    corners = rect.x, high - rect.bottom, rect.right, high - rect.y
    place = " ".join(f"{number:.2f}" for number in corners)
    if link.address:
        to = f"/A << /S /URI /URI {_bytes(link.address)} >>"
    else:
        to = f"/Dest [{update.pages[link.page - 1]} 0 R /Fit]"
    return f"<< /Type /Annot /Subtype /Link /Rect [{place}] /Border [0 0 0] {to} >>"


def _bytes(address: str) -> str:
    """Return an address as PDF has it: ASCII, with what else is in it percent-encoded."""
    ascii_ = "".join(
        c if 32 < ord(c) < 127 else "".join(f"%{b:02X}" for b in c.encode("utf-8", "replace"))
        for c in address
    )
    return f"<{ascii_.encode().hex().upper()}>"
