"""The text of HTML and XHTML: a walk over its blocks, of which nothing runs and nothing loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from argmap.texts.reading.extract import UnreadableError, one_line

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul"
)
_SILENT_NAMES = (
    "script style noscript template iframe object embed svg math head button select option input "
    "textarea audio video canvas map"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SILENT = frozenset(_SILENT_NAMES.split())
_BREAK = "\n"


def parsed(text: str) -> Any:
    """Return the tree of a page; raises UnreadableError for what holds nothing."""
    # lxml refuses a text that names its encoding, so it gets bytes of one that is known.
    data = text.encode("utf-8", "replace")
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableError("The page holds nothing.") from error
    return tree


def paragraphs(tree: Any) -> list[str]:
    """Return the text of a tree, block by block, each line of a block with single blanks."""
    found: list[str] = []
    words: list[str] = []

    def end() -> None:
        lines = (one_line(line) for line in "".join(words).split(_BREAK))
        block = "\n".join(line for line in lines if line)
        if block:
            found.append(block)
        words.clear()

    for event, element in etree.iterwalk(tree, events=("start", "end")):
        _step(event, element, words, end)
    end()
    return found


def _step(event: str, element: Any, words: list[str], end: Any) -> None:
    tag = element.tag if isinstance(element.tag, str) else ""
    tag = tag.rpartition("}")[2].lower()
    if tag in _BLOCKS:
        end()
    if event == "start" and element.text and not _is_silent(element):
        words.append(_plain(element.text))
    if event == "end":
        if tag == "br":
            words.append(_BREAK)
        parent = element.getparent()
        if element.tail and parent is not None and not _is_silent(parent):
            words.append(_plain(element.tail))


def _is_silent(element: Any) -> bool:
    return any(_tag(each) in _SILENT for each in (element, *element.iterancestors()))


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else "script"


def _plain(text: str) -> str:
    """Return text in which line ends are mere blanks, as HTML has it."""
    return re.sub(r"\s+", " ", text)


def texts(tree: Any, path: str) -> Iterator[str]:
    """Return what an XPath finds, as lines that are not empty."""
    for found in tree.xpath(path):
        if line := one_line(found if isinstance(found, str) else found.text_content()):
            yield line
