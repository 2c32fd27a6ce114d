"""The pages of the manual, cut at their headings so that one can be found and opened."""

from __future__ import annotations

import re
from functools import cache

from argmap import paths
from argmap.frozen import frozen

PAGES = (
    "manual",
    "from-text-to-map",
    "evaluation",
    "rules",
    "formats",
    "format",
    "editors",
    "git",
    "command-line",
)
"""In the order in which people read them; each is a Markdown file."""

_CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_PICTURE = re.compile(r"^!\[.*\]\(.*\)\n\n?", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,3}) +(.+?) *#*$", re.MULTILINE)


@frozen
class Section:
    """A heading of a page with what stands below it, up to the next heading.

    `slug` is what links call it, and `number` counts the headings of its page from 0.
    """

    page: str
    number: int
    level: int
    heading: str
    slug: str
    text: str

    def has(self, words: list[str]) -> bool:
        """Whether all the words, in small letters, stand in it."""
        written = f"{self.heading}\n{self.text}".casefold()
        return all(word in written for word in words)


def markdown(page: str) -> str:
    """Return a page as it is written, but for pictures: those of the window, which is open."""
    text = (paths.manual() / f"{page}.md").read_text(encoding="utf-8")
    return _PICTURE.sub("", text)


@cache
def sections() -> tuple[Section, ...]:
    """Return all sections of all pages, in order; what stands in blocks of code is no heading."""
    return tuple(section for page in PAGES for section in _sections_of(page, markdown(page)))


def search(typed: str) -> list[Section]:
    """Return the sections that have all the words, first those that have them in their heading."""
    words = typed.casefold().split()
    found = [section for section in sections() if section.has(words)]
    return sorted(found, key=lambda s: not all(word in s.heading.casefold() for word in words))


def section(page: str, slug: str = "") -> Section:
    """Return a section by the name that links call it; the first of the page for another name."""
    of_page = [section for section in sections() if section.page == page]
    return next((section for section in of_page if section.slug == slug), of_page[0])


def slug_of(heading: str) -> str:
    """Return what links call a heading, as the sites that show Markdown have it."""
    plain = re.sub(r"[`*_]", "", heading).lower()
    return re.sub(r"[^\w\- ]", "", plain).replace(" ", "-")


def _sections_of(page: str, text: str) -> list[Section]:
    bare = _CODE.sub(lambda block: re.sub(r"[^\n]", " ", block[0]), text)
    heads = list(_HEADING.finditer(bare))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return [
        Section(
            page, number, len(head[1]), head[2], slug_of(head[2]), text[head.end() : end].strip()
        )
        for number, (head, end) in enumerate(zip(heads, ends, strict=True))
    ]
