"""The text of HTML and XHTML: a walk over its blocks, of which nothing runs and nothing loads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile
from typing import Any, NamedTuple

from lxml import etree, html

from argmap.texts.reading.extract import UnreadableError, one_line

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section "
    "summary table tbody td tfoot th thead tr ul"
)
_SILENT_NAMES = (
    "script style noscript template iframe object embed svg math title button select option input "
    "textarea audio video canvas map"
)
_OF_HEAD_NAMES = "base link meta noscript script style template title"
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SILENT = frozenset(_SILENT_NAMES.split())
_OF_HEAD = frozenset(_OF_HEAD_NAMES.split())
_CELLS = frozenset({"td", "th"})
_AS_WRITTEN = frozenset({"pre"})
_LONGEST_ROW = 500
_BREAK = "\n"
_CELL = "\t"
_PARTED = re.compile(rf"{_BREAK}[ {_CELL}]*{_BREAK}")


class Link(NamedTuple):
    """A link to a place in the same page: what it says, where it stands, and whither it leads."""

    words: str
    paragraph: int
    to: str


class Blocks:
    """The paragraphs of a tree, and the numbers of those in which something is."""

    def __init__(self, tree: Any) -> None:
        self.paragraphs: list[str] = []
        self.headings: list[int] = []
        """Headings of the first order."""
        self.places: dict[str, range] = {}
        """The paragraphs of each element that has an id, or is named as the goal of links."""
        self.links: list[Link] = []
        self._words: list[str] = []
        self._begun: list[int] = []
        self._rows: list[bool] = []
        """Of the rows of tables around, whether each is a line."""
        for event, element in etree.iterwalk(tree, events=("start", "end")):
            (self._start if event == "start" else self._end)(element, _tag(element))
        self._close()

    def _start(self, element: Any, tag: str) -> None:
        if tag == "tr":
            self._rows.append(_is_line(element))
        if self._is_parted(tag):
            self._close()
        self._begun.append(len(self.paragraphs))
        self._add(element.text, element)

    def _end(self, element: Any, tag: str) -> None:
        if self._is_parted(tag):
            self._close()
        elif tag in _CELLS:
            self._words.append(_CELL)
        elif tag == "br":
            self._words.append(_BREAK)
        if tag == "tr":
            self._rows.pop()
        self._keep_place(element, tag, self._begun.pop())
        self._add(element.tail, element.getparent())

    def _is_parted(self, tag: str) -> bool:
        """Whether an element is parted from what is before and behind it."""
        return tag in _BLOCKS and not (tag in _CELLS and self._rows and self._rows[-1])

    def _add(self, text: str | None, element: Any) -> None:
        if text and element is not None and not _is_within(element, _SILENT):
            as_written = "\n" in text and _is_within(element, _AS_WRITTEN)
            lines = text.split("\n") if as_written else (text,)
            self._words.append(_BREAK.join(re.sub(r"\s+", " ", line) for line in lines))

    def _keep_place(self, element: Any, tag: str, begun: int) -> None:
        now = len(self.paragraphs)
        if tag == "h1" and begun < now:
            self.headings.append(begun)
        for name in filter(None, (element.get("id"), element.get("name") if tag == "a" else None)):
            self.places.setdefault(name, range(begun, max(now, begun + 1)))
        address = element.get("href", "") if tag == "a" else ""
        if address[:1] == "#" and address[1:]:
            self.links.append(Link(one_line(element.text_content()), begun, address[1:]))

    def _close(self) -> None:
        """Begin another block; two breaks in a block are as much as that."""
        for part in _PARTED.split("".join(self._words)):
            lines = (_in_cells(line) for line in part.split(_BREAK))
            if block := "\n".join(filter(None, lines)):
                self.paragraphs.append(block)
        self._words.clear()


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
    _free_head(tree)
    return tree


def paragraphs(tree: Any) -> list[str]:
    """Return the text of a tree, block by block, each line of a block with single blanks.

    A row of a table whose cells are mere lines is a line, with tabs between them.
    """
    return Blocks(tree).paragraphs


def texts(tree: Any, path: str) -> Iterator[str]:
    """Return what an XPath finds, as lines that are not empty."""
    for found in tree.xpath(path):
        if line := one_line(found if isinstance(found, str) else found.text_content()):
            yield line


def _free_head(tree: Any) -> None:
    """Put into the body what the parser left in the head, as it knows no `nav` and no `main`.

    Without `<body>` it ends a head only where an element comes that HTML 4 has.
    """
    head = tree.find("head")
    inside = [] if head is None else list(head)
    strange = [*dropwhile(lambda element: _tag(element) in _OF_HEAD, inside)]
    if strange:
        body = tree.find("body")
        if body is None:
            body = etree.SubElement(tree, "body")
        for number, element in enumerate(strange):
            body.insert(number, element)
        last = body[len(strange) - 1]
        body.text, last.tail = None, f"{last.tail or ''}{body.text or ''}"


def _is_line(row: Any) -> bool:
    """Whether a row of a table is short, and no cell of it holds more than a line."""
    inside = map(_tag, row.iterdescendants())
    if any(tag == "br" or tag in _BLOCKS - _CELLS for tag in inside):
        return False
    return sum(map(len, row.itertext())) <= _LONGEST_ROW


def _is_within(element: Any, names: frozenset[str]) -> bool:
    return any(_tag(each) in names for each in (element, *element.iterancestors()))


def _tag(element: Any) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else "script"


def _in_cells(line: str) -> str:
    return _CELL.join(filter(None, map(one_line, line.split(_CELL))))
