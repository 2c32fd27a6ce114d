"""XML from strangers, by expat of the standard library with the dangerous doors shut.

Why not ElementTree: it has no line numbers and expands entities. Here a DOCTYPE may name a DTD,
which is never fetched; one that declares anything is refused, and so is any entity beyond the
five of XML itself. Prefixes of namespaces are cut off: what a name means is clear in its format.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from argmap.errors import ArgmapError, Place
from argmap.formats.format import Sniff

MAX_DEPTH = 5000
MAX_ELEMENTS = 500_000
"""Of which each takes some 500 bytes."""
_OF_XML = ("xmlns", "xsi:")
"""How attributes begin that say what names mean."""
_COMMENT = re.compile("<!--.*?-->", re.DOTALL)
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(slots=True)
class Element:
    """An element with its attributes and, in order, its elements and texts."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: list[Element | str] = field(default_factory=list)
    line: int = 0
    column: int = 0

    def get(self, name: str, otherwise: str = "") -> str:
        """Return an attribute."""
        return self.attributes.get(name, otherwise)

    def children(self, *names: str) -> list[Element]:
        """Return the child elements of these names, or all."""
        elements = [item for item in self.content if isinstance(item, Element)]
        return [item for item in elements if item.name in names] if names else elements

    def child(self, name: str) -> Element | None:
        """Return the first child element of a name."""
        return next(iter(self.children(name)), None)

    def walk(self) -> Iterator[Element]:
        """Return this element and all below it, in the order of the file."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.children())

    def text(self, name: str = "") -> str:
        """Return all text inside, without outer blanks; of the first child of a name, if given."""
        element = self.child(name) if name else self
        return "".join(element.texts()).strip() if element else ""

    def texts(self) -> Iterator[str]:
        """Return the pieces of text inside, in the order of the file."""
        waiting: list[Element | str] = [self]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                yield item
            else:
                waiting += reversed(item.content)


def parse(text: str, file: str = "", root: str = "") -> Element:
    """Return the root element, which must have the name `root`, if that is given.

    Raises ArgmapError with its place where the file is malformed, unsafe or of another kind.
    """
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    open_elements = [Element("")]
    count = itertools.count(1)

    def refuse(message: str) -> ArgmapError:
        place = Place(file, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
        return ArgmapError(message, "Remove it with a text editor, if you trust the file.", place)

    def start(name: str, attributes: dict[str, str]) -> None:
        if too_much := _too_much(len(open_elements), next(count)):
            raise refuse(too_much)
        element = Element(
            name.rpartition(":")[2],
            {k.rpartition(":")[2]: v for k, v in attributes.items() if not k.startswith(_OF_XML)},
            [],
            parser.CurrentLineNumber,
            parser.CurrentColumnNumber + 1,
        )
        open_elements[-1].content.append(element)
        open_elements.append(element)

    def end(_name: str) -> None:
        open_elements.pop()

    def characters(data: str) -> None:
        open_elements[-1].content.append(data)

    def declared(*_: object) -> None:
        raise refuse("This XML declares entities, which argmap does not expand.")

    def skipped(name: str, _parameter: bool) -> None:
        raise refuse(f"This XML uses the entity `&{name};`, which it does not declare.")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.EntityDeclHandler = declared
    parser.SkippedEntityHandler = skipped
    try:
        parser.Parse(text.lstrip("\ufeff"), True)  # noqa: FBT003 - expat takes no keywords
    except expat.ExpatError as error:
        place = Place(file, error.lineno, error.offset + 1)
        message = expat.errors.messages[error.code]
        raise ArgmapError(f"This is not well-formed XML: {message}.", "", place) from None
    found = open_elements[0].children()[0]
    if root and found.name != root:
        place = Place(file, found.line, found.column)
        raise ArgmapError(
            f"The root of this XML is `{found.name}`, not `{root}`.", "Name its format.", place
        )
    return found


def _too_much(depth: int, number: int) -> str:
    """Return what is too much about an element, by its depth and number; "" if nothing is."""
    if depth > MAX_DEPTH:
        return f"This XML is nested more than {MAX_DEPTH} levels deep."
    return f"This XML has more than {MAX_ELEMENTS:,} elements." if number > MAX_ELEMENTS else ""


def escape(text: str) -> str:
    """Return a text for an XML file, fit for content and for attributes in double quotes."""
    text = ILLEGAL.sub("", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = text.replace('"', "&quot;").replace("\r", "&#13;")
    return text.replace("\n", "&#10;").replace("\t", "&#9;")


def tag(name: str, attributes: dict[str, str]) -> str:
    """Return an opening tag; attributes that are empty are left out."""
    pairs = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{pairs}>"


def element(name: str, text: str, attributes: dict[str, str] | None = None) -> str:
    """Return an element that holds nothing but a text."""
    return f"{tag(name, attributes or {})}{escape(text)}</{name}>"


def root_named(name: str, holding: str = "") -> Sniff:
    """Return a look for an XML root of this name, and for a text anywhere."""
    return lambda text: root_is(text, name) and holding in text


def root_is(text: str, *names: str) -> bool:
    """Whether the first element of an XML text has one of these names, by looking only."""
    found = re.search(r"<(?:\w+:)?([A-Za-z_][\w.-]*)", _COMMENT.sub("", text[:4000]))
    return text.lstrip("\ufeff \n\t").startswith("<") and found is not None and found[1] in names
