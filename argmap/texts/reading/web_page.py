"""A saved web page: its main text without navigation, and what it says of itself.

`readability` finds the main text, which keeps nearly all there is to quote; what it leaves can be
had as the whole page. Title, author and date are read here, from JSON-LD, `meta` and `time`, as
libraries for that guess a date where none is given.
"""

from __future__ import annotations

import copy
import json
import logging
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from readability import Document
from readability.readability import Unparseable

from argmap.texts.reading.blocks import Blocks, paragraphs, parsed, texts
from argmap.texts.reading.encodings import decoded, said_by_page
from argmap.texts.reading.extract import Extract, one_line

_META = {
    "title": ("citation_title", "og:title", "twitter:title", "dc.title"),
    "author": ("citation_author", "author", "dc.creator", "article:author", "parsely-author"),
    "date": ("citation_publication_date", "article:published_time", "dc.date", "date", "pubdate"),
    "publisher": ("citation_journal_title", "og:site_name", "dc.publisher"),
    "url": ("og:url",),
}
_JSON_LD = {
    "title": "headline",
    "author": "author",
    "date": "datePublished",
    "publisher": "publisher",
}
_SHORTEST = 60
"""A paragraph of fewer letters may stand in several places, and shows none."""
_NOTE_SIGN = re.compile(r"\W*(?:\d{1,3}|[a-z]|[ivxl]+)?\W*", re.IGNORECASE)
_LONGEST_NOTE = 4
"""So many paragraphs of a note are taken; what is longer is no note, but all comments."""


def read_web_page(data: bytes, *, whole: bool = False) -> Extract:
    """Return the main text of a page, or all of it."""
    page = decoded(data, said_by_page(data))
    tree = parsed(page)
    said = _said(tree)
    found = paragraphs(tree) if whole else _main(tree, said.get("title", ""))
    return Extract("\n\n".join(found) + "\n", **said)


def _main(tree: Any, title: str) -> list[str]:
    """Return the paragraphs from the first to the last of the main text; all where there is none.

    It begins with the page's own heading, and its notes belong to it, wherever they stand. What was
    dropped in between, such as a list, stays: what is lost cannot be cited.
    """
    logging.getLogger("readability.readability").setLevel(logging.CRITICAL)
    try:
        page = etree.tostring(tree, encoding="unicode", method="html")
        summary = Document(page).summary(html_partial=True)
        found = paragraphs(parsed(summary))
    except Unparseable:
        found = []
    blocks = Blocks(_without_menus(tree))
    everything = blocks.paragraphs
    long = {paragraph for paragraph in found if len(paragraph) >= _SHORTEST}
    at = [number for number, paragraph in enumerate(everything) if paragraph in long]
    if not at:
        return found if sum(map(len, found)) > _SHORTEST else everything or paragraphs(tree)
    first = _heading(blocks, title, at[0])
    while first and everything[first - 1] in found:  # short ones before it, such as a heading
        first -= 1
    last = at[-1] + 1
    behind = found[_behind(found, everything[at[-1]]) :]
    notes = (everything[number] for number in _notes(blocks, range(first, last)))
    return [*everything[first:last], *behind, *(note for note in notes if note not in behind)]


def _without_menus(tree: Any) -> Any:
    """Return a page without its `nav`, which nobody cites."""
    copied = copy.deepcopy(tree)
    for menu in list(copied.iter("nav")):
        menu.drop_tree()
    return copied


def _heading(blocks: Blocks, title: str, first: int) -> int:
    """Return where the heading of the page is before its first paragraph, else that paragraph."""
    named = (at for at in blocks.headings if at < first and blocks.paragraphs[at] in title)
    return max(named, default=first)


def _notes(blocks: Blocks, main: range) -> list[int]:
    """Return the paragraphs behind the main text to which its signs of notes lead."""
    found: set[int] = set()
    for link in blocks.links:
        there = blocks.places.get(link.to, range(0))
        if link.paragraph in main and _NOTE_SIGN.fullmatch(link.words):
            found |= {number for number in there[:_LONGEST_NOTE] if number >= main.stop}
    return sorted(number for number in found if number < len(blocks.paragraphs))


def _behind(found: list[str], last: str) -> int:
    return len(found) - found[::-1].index(last)


def _said(tree: Any) -> dict[str, str]:
    """Return what a page says of itself; what it says for programs comes before its heading."""
    said: dict[str, str] = {}
    for key, value in (*_json_ld(tree), *_metas(tree), *_elements(tree)):
        if value and key not in said:
            said[key] = value
    if said.get("url", "").split(":")[0] not in {"http", "https"}:
        said.pop("url", None)
    return {**said, "type": "webpage"}


def _json_ld(tree: Any) -> Iterator[tuple[str, str]]:
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            found = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for item in _items(found):
            if "headline" in item:
                yield from ((key, _name(item.get(name))) for key, name in _JSON_LD.items())


def _items(found: object) -> Iterator[dict[str, Any]]:
    if isinstance(found, dict):
        yield found
        found = found.get("@graph", [])
    if isinstance(found, list):
        yield from (item for item in found if isinstance(item, dict))


def _name(value: object) -> str:
    """Return the name of a person or thing, or several."""
    if isinstance(value, list):
        return "; ".join(filter(None, map(_name, value)))
    if isinstance(value, dict):
        value = value.get("name")
    return one_line(value) if isinstance(value, str) else ""


def _metas(tree: Any) -> Iterator[tuple[str, str]]:
    found: dict[str, list[str]] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        found.setdefault(name, []).append(one_line(meta.get("content")))
    for key, names in _META.items():
        for name in names:
            values = found.get(name, [])
            joined = "; ".join(values) if key == "author" else next(iter(values), "")
            if "://" not in joined or key == "url":
                yield key, joined.replace("/", "-") if key == "date" else joined


def _elements(tree: Any) -> Iterator[tuple[str, str]]:
    yield "date", next(texts(tree, "//time/@datetime"), "")
    yield "url", next(texts(tree, "//link[@rel='canonical']/@href"), "")
    yield "title", next(texts(tree, "//title"), "") or next(texts(tree, "//h1"), "")
