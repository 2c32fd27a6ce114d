"""The page as a text: what it says, and that nothing of the map runs, loads or becomes markup.

What happens when it is clicked is in `test_html_in_browser`. To write page.txt anew after a change
that is meant: python -m tests.formats.html.test_page
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from argmap.formats.convert import dumps
from argmap.formats.html.escaping import is_web_address
from argmap.formats.html.writer import write
from argmap.model.argument_map import ArgumentMap, Cite, Group, Relation, Source, Statement
from argmap.model.kinds import Bearing
from argmap.store.yaml_file import read
from tests.formats.maps import maps

CASES = Path(__file__).parents[2] / "cases" / "formats" / "page"
LARGEST = 9_000
"""Characters that a part of the page may have: its script, and the largest card, have fewer."""
LINES = {
    *("title", "h1", "h2", "h3", "p", "blockquote", "li", "div", "summary", "dt", "dd"),
    *("button", "label", "article", "section"),
}


class Page(HTMLParser):
    """A page as its elements, attributes and texts; what it says is put in lines for people."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.inside: dict[str, str] = {"script": "", "style": "", "svg": "", "": ""}
        self._open: list[str] = []
        self.feed(markup)
        self.close()

    @property
    def said(self) -> list[str]:
        """The lines of text outside the pictures."""
        lines = (line.strip() for line in self.inside[""].split("\n"))
        return [line for line in lines if line]

    def values(self, tag: str, name: str) -> list[str]:
        return [value for each, key, value in self.attributes if (each, key) == (tag, name)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag in self.inside:
            self._open.append(tag)
        if tag in LINES:
            self.inside[self._place] += "\n"

    def handle_endtag(self, tag: str) -> None:
        if tag in self.inside:
            self._open.remove(tag)
        if tag in LINES:
            self.inside[self._place] += "\n"

    def handle_data(self, data: str) -> None:
        self.inside[self._place] += data

    @property
    def _place(self) -> str:
        return self._open[-1] if self._open else ""


def page_of(argument_map: ArgumentMap) -> Page:
    """Return the page, of which nothing runs, loads or is marked up but what is meant to."""
    page = Page(dumps(argument_map, "html").text)
    assert page.tags["script"] == page.tags["style"] == page.tags["h1"] == page.tags["main"] == 1
    assert not {"img", "iframe", "link", "object", "form", "base", "embed"} & set(page.tags)
    for _, name, value in page.attributes:
        assert not name.startswith("on")
        assert name not in ("src", "style", "srcset", "action", "formaction", "background")
        if name in ("href", "xlink:href"):
            assert value.startswith("#") or is_web_address(value)
    return page


def sample() -> Page:
    reading = read((CASES / "pool.argmap.yaml").read_text(encoding="utf-8"))
    assert [p.message for p in reading.problems if "lost" not in p.message] == []
    return page_of(reading.argument_map)


def test_what_a_page_says() -> None:
    assert "\n".join(sample().said) + "\n" == (CASES / "page.txt").read_text(encoding="utf-8")


def test_every_name_in_the_page_is_there_once_and_every_link_leads_somewhere() -> None:
    page = sample()
    ids = [value for _, name, value in page.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    for name in ("aria-labelledby", "aria-describedby", "for"):
        assert {value for _, key, value in page.attributes if key == name} <= set(ids)
    links = set(page.values("a", "href"))
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert {link for link in links if not link.startswith("#")} == {
        "https://example.org/petition?a=1&b=2"
    }
    assert set(page.values("a", "rel")) == {"noreferrer"}


def test_what_is_folded_with_a_card_and_from_where_all_is_reached() -> None:
    page = sample()
    assert page.values("div", "data-starts") == ["card-1"]
    below = dict(
        zip(page.values("article", "id"), page.values("article", "data-below"), strict=True)
    )
    assert {name: set(names.split()) for name, names in below.items() if names} == {
        "card-1": {
            *("step-1", "step-2", "step-3", "step-5", "step-6"),
            *("card-2", "card-3", "card-4", "card-5", "card-6"),
        },
        "card-5": {"step-4", "card-6"},
    }


def test_relations_in_a_circle_are_reached_as_well() -> None:
    a, b = Statement("a", "A"), Statement("b", "B")
    r, s = (Relation(i, (p,), Bearing.ATTACKS, t) for i, p, t in (("r", "a", "s"), ("s", "b", "r")))
    (starts,) = page_of(ArgumentMap(statements=(a, b), relations=(r, s))).values(
        "div", "data-starts"
    )
    assert set(starts.split()) == {"card-1", "card-2", "step-1", "step-2"}


def test_both_pictures_show_every_card_to_everybody_and_the_ties_to_those_who_see() -> None:
    page = sample()
    assert page.values("svg", "class") == ["light", "dark"]
    assert page.values("svg", "role") == ["group", "group"]
    assert Counter(page.values("g", "data-card")) == {f"card-{n}": 2 for n in range(1, 7)}
    assert set(page.values("g", "data-part")) == {f"step-{n}" for n in range(1, 7)}
    assert len(page.values("g", "aria-hidden")) == len(page.values("g", "data-part"))


def test_the_policy_allows_this_script_and_style_and_nothing_else() -> None:
    page = sample()
    (policy,) = [value for value in page.values("meta", "content") if "src" in value]
    digests = {
        part: base64.b64encode(hashlib.sha256(page.inside[part].encode()).digest()).decode()
        for part in ("script", "style")
    }
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digests['style']}'; "
        f"script-src 'sha256-{digests['script']}'; base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"innerHTML|eval\(|fetch\(|document\.write", page.inside["script"])


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(maps())
def test_no_text_gets_out_of_its_place(argument_map: ArgumentMap) -> None:
    page = page_of(argument_map)
    assert page.tags["article"] == len(argument_map.statements)
    assert page.tags["svg"] == 2


EVIL = "<img src=x onerror=alert(1)> \"'><script>alert(2)</script> --> ]]> &amp; </style></title>"


def test_markup_anywhere_in_a_map_is_shown_as_it_is() -> None:
    argument_map = ArgumentMap(
        title=EVIL,
        summary=EVIL,
        authors=(EVIL,),
        language=EVIL,
        statements=(
            Statement("s", EVIL, title=EVIL, note=EVIL, said_by=EVIL, tags=(EVIL,), group="g",
                      cites=(Cite("q", EVIL, EVIL, EVIL, EVIL), Cite(EVIL))),
            Statement("t", EVIL),
        ),
        relations=(
            Relation("r", ("t",), Bearing.ATTACKS, "s", scheme=EVIL, note=EVIL, tags=(EVIL,)),
        ),
        sources=(
            Source("q", title=EVIL, url=EVIL, note=EVIL, text=EVIL, file=EVIL),
            Source("u", url="https://x.y/" + EVIL),
        ),
        groups=(Group("g", EVIL, note=EVIL),),
    )  # fmt: skip
    page = page_of(argument_map)
    assert page.values("html", "lang") == [EVIL]
    assert sum(line.count(EVIL) for line in page.said) == 30, "all texts, some in several places"
    assert page.values("a", "href").count("https://x.y/" + EVIL) == 1


def test_quotes_stand_in_their_context_and_references_are_numbered() -> None:
    words = "We, the undersigned, ask you to open the pool on Sundays, as we have asked before. "
    lee = Source(
        "lee", "Towns", "Lee, Ann", "book", "A series", "Press", "2020-03-01", "10.1000/182",
        original="towns.pdf", sha256="ab12",
    )  # fmt: skip
    petition = Source("petition", "Petition", text=words * 3)
    cites = (
        Cite("petition", "UNDERSIGNED"),
        Cite("petition", "undersigned", prefix="We, the "),
        Cite("lee", "what is nowhere", "page 7"),
    )
    argument_map = ArgumentMap(
        statements=(Statement("s", "S", cites=cites),), sources=(lee, petition)
    )
    page = page_of(argument_map)
    said = "\n".join(page.said)
    assert (
        "We, the UNDERSIGNED, ask you to open the pool on Sundays, as we have asked before." in said
    )
    assert "We, the undersigned\n" in said
    assert "Source: Petition [2]" in said
    assert "Source: Lee, Ann, Towns, Press, 2020-03-01 [1], page 7" in said
    assert "Lee, A. (2020, March 1). Towns. A series. Press. https://doi.org/10.1000/182" in said
    assert {"Type: book", "Original: towns.pdf", "SHA-256: ab12"} <= set(page.said)
    assert page.values("li", "id") == ["source-1", "source-2"]
    assert {"#source-1", "#source-2"} <= set(page.values("a", "href"))
    assert "https://doi.org/10.1000/182" in page.values("a", "href")


def test_words_around_no_quote_and_a_group_around_nothing_are_told_too() -> None:
    cites = (Cite("q", prefix="Just before ", suffix=" just after"),)
    page = page_of(
        ArgumentMap(
            statements=(Statement("s", "S", cites=cites, group="inner"),),
            groups=(
                Group("g", "Empty"),
                Group("outer", "Outer"),
                Group("inner", "I", parent="outer"),
            ),
        )
    )
    assert "Just before … just after" in page.said
    after = page.said[page.said.index("Groups") + 1 :]
    assert after == ["Empty", "No statement is in it."]


def test_a_map_of_nothing_is_a_page() -> None:
    page = page_of(ArgumentMap())
    assert page.said[:2] == ["Argument map", "Argument map"]
    assert page.tags["article"] == 0


@pytest.mark.parametrize(
    ("address", "fine"),
    [
        ("https://a.b/c", True),
        ("http://a.b", True),
        ("HTTPS://A.B", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("//a.b", False),
        ("https:a.b", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_become_links(address: str, fine: bool) -> None:
    assert is_web_address(address) is fine


def test_the_page_of_a_large_map_is_never_there_as_a_whole() -> None:
    statements = tuple(Statement(f"s{n}", f"A claim of some words, the {n}th.") for n in range(60))
    relations = tuple(
        Relation(f"r{n}", (f"s{n}",), Bearing.SUPPORTS, f"s{n // 3}") for n in range(1, 60)
    )
    argument_map = ArgumentMap(statements=statements, relations=relations)
    parts = write(argument_map)
    assert not isinstance(parts, str)
    sizes = [len(part) for part in parts]
    assert sum(sizes) > 10 * LARGEST
    assert max(sizes) < LARGEST


if __name__ == "__main__":
    (CASES / "page.txt").write_text("\n".join(sample().said) + "\n", encoding="utf-8")
