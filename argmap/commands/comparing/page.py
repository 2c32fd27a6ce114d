"""Differences as one web page, with the picture of both versions in it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator

from argmap.formats.html.escaping import text
from argmap.merging.wording.report import Report, ReportedChange
from argmap.merging.wording.word_changes import How, apart

_STYLE = """
body { font: 1rem/1.5 sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
img { max-width: 100%; }
ins { background: #d7f0dc; } del { background: #f9d9d6; }
.place { color: #595959; } blockquote { margin: 0.3rem 0 0.3rem 1.5rem; white-space: pre-wrap; }
@media (prefers-color-scheme: dark) {
  body { background: #1d1f21; color: #e8e8e8; } .place { color: #b0b0b0; }
  ins { background: #1f4a2a; color: inherit; } del { background: #5c2320; color: inherit; }
}
"""
_ELEMENTS = {How.ADDED: "ins", How.REMOVED: "del", How.SAME: "span"}


def page(report: Report, title: str, picture: bytes) -> str:
    """Return the page; the picture is an SVG. Nothing in it runs, and nothing is fetched."""
    digest = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'"
    image = base64.b64encode(picture).decode()
    lines = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        f"<title>{text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
        f"<h1>{text(title)}</h1>",
        f'<p><img alt="Both versions in one picture" src="data:image/svg+xml;base64,{image}"></p>',
        "<h2>What changed</h2>",
        *_list(_item(row) for row in report.rows),
        "<h2>What changed in what stands</h2>",
        *_list(text(str(turn)) for turn in report.turns),
        "</body>\n</html>\n",
    ]
    return "\n".join(lines)


def _list(items: Iterable[str]) -> Iterator[str]:
    found = [f"<li>{item}</li>" for item in items]
    yield from ["<ul>", *found, "</ul>"] if found else ["<p>Nothing.</p>"]


def _item(row: ReportedChange) -> str:
    place = f' <span class="place">{text(row.place)}</span>' if row.place else ""
    words = "".join(
        f"<{_ELEMENTS[how]}>{text(said)}</{_ELEMENTS[how]}>" for how, said in apart(row.words)
    )
    return f"{text(row.sentence)}{place}" + (f"<blockquote>{words}</blockquote>" if words else "")
