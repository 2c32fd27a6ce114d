"""Saved web pages of many shapes: what of them can be cited."""

from __future__ import annotations

import re
from html import unescape

import pytest

from argmap.texts.reading.blocks import paragraphs, parsed
from argmap.texts.reading.web_page import read_web_page


def long(words: str) -> str:
    """Return a paragraph as long as those of an article."""
    return f"{words} is said at some length, with commas, and with reasons for it. " * 4


WITHOUT_BODY = f"""<!doctype html><title>Trams</title><nav><a href=/>GONE Home</a></nav>
<main><article><header><h1>KEPT Trams</h1><p>KEPT By Ann Lee</header><p>{long("KEPT opening")}
<h2>KEPT heading</h2><ul><li>KEPT item<ul><li>KEPT item within</ul></ul>
<blockquote>KEPT words.</blockquote><p>{long("KEPT end")}<h2>KEPT last heading</h2><ol><li>KEPT one.
<li>KEPT two.</ol></article></main><footer>GONE Imprint</footer>"""
WITH_NOTES = f"""<html><head><title>Schools</title></head><body>
<div id=sidebar><a href=a>GONE link</a></div><div class=post><h1>KEPT On schools</h1>
<p>{long("KEPT lead")}<sup><a href="#n1">1</a></sup> and <a href="#n2">[ii]</a>
<a href="#comments">12 comments</a></p><dl><dt>KEPT term<dd>KEPT meaning</dl>
<details><summary>KEPT summary</summary><p>{long("KEPT detail")}</details>
<figure><img src=x><figcaption>KEPT caption</figcaption></figure><p>{long("KEPT end")}</p>
<section class=footnotes><ol><li id=n1>KEPT first note.<li id=n2><p>KEPT second note.</ol></section>
</div><div id=comments class=comments><p>GONE nice!</p><p>GONE indeed!</p></div></body></html>"""
OF_DIVS = f"""<html><body><div class=menu><a href=x>GONE Search</a> | <a href=y>GONE Login</a></div>
<div class=doc><div><b>KEPT Federal Court, 3 May 2019</b></div>
<div>KEPT The appeal is dismissed.</div>
<div>{long("KEPT recital")}<br><br>{long("KEPT second half")}</div>
<div>{long("KEPT recital two")}</div>
<div>KEPT Miller</div></div></body></html>"""
OF_TABLES = f"""<HTML><BODY BGCOLOR=white><TABLE><TR><TD><A HREF=i.html>Index</A><BR>Links</TD>
<TD><FONT SIZE=5>KEPT The old question</FONT><P><FONT FACE=Arial>{long("KEPT one")}<BR><BR>
{long("KEPT two")}</FONT>
<P><FONT SIZE=-1>KEPT [1] An old note.</FONT></TD></TR></TABLE></BODY></HTML>"""
LEXICON = f"""<html><head><title>Tram - Lexicon</title></head><body><h1>GONE The lexicon</h1>
<div id=content><h1>Tram</h1><div><table class=infobox>
<tr><th>KEPT Speed</th><td>50 km/h</td></tr>
</table><p>{long("KEPT lead")}</p><h2>KEPT History</h2><p>{long("KEPT history")}</p>
<ul><li>KEPT 1901: opened</ul><table class=wikitable><caption>KEPT Lines</caption><tr><td>1<td>
KEPT Harbour</tr></table><p>{long("KEPT end")}</div></div></body></html>"""


def words(marked: str, page: str) -> list[str]:
    found = (" ".join(unescape(each).split()) for each in re.findall(rf"{marked}[^<]*", page))
    return list(found)


@pytest.mark.parametrize("page", [WITHOUT_BODY, WITH_NOTES, OF_DIVS, OF_TABLES, LEXICON])
def test_nothing_of_the_main_text_is_lost(page: str) -> None:
    text = " ".join(read_web_page(page.encode()).text.split())
    assert [kept for kept in words("KEPT", page) if kept not in text] == []
    assert [gone for gone in words("GONE", page) if gone in text] == []


@pytest.mark.parametrize("page", [WITHOUT_BODY, WITH_NOTES, OF_DIVS, OF_TABLES, LEXICON])
def test_the_whole_page_has_all_of_it(page: str) -> None:
    text = " ".join(read_web_page(page.encode(), whole=True).text.split())
    both = [*words("KEPT", page), *words("GONE", page)]
    assert [each for each in both if each not in text] == []


def test_a_short_row_of_a_table_is_a_line() -> None:
    rows = "<tr><th>Year<th>Pupils</tr><tr><td>2001<td><b>47</b>11</tr>"
    assert paragraphs(parsed(f"<table>{rows}</table>")) == ["Year\tPupils", "2001\t4711"]


@pytest.mark.parametrize("cell", ["One<br>two", "<p>One</p>", f"One {long('thing')}{long('more')}"])
def test_a_row_that_holds_more_than_a_line_is_cell_by_cell(cell: str) -> None:
    found = paragraphs(parsed(f"<table><tr><td>Menu<td>{cell}</tr></table>"))
    assert found[0] == "Menu"
    assert found[1].startswith("One")


def test_two_breaks_part_paragraphs_and_one_parts_lines() -> None:
    assert paragraphs(parsed("<p>One<br>two<br> <BR/>three</p>four")) == [
        "One\ntwo", "three", "four",
    ]  # fmt: skip


def test_lines_that_were_set_stay_lines() -> None:
    assert paragraphs(parsed("<pre>One\n  two</pre><p>three\nfour")) == ["One\ntwo", "three four"]


def test_a_head_that_never_ends_holds_no_text_back() -> None:
    page = "<title>T</title><meta name=a content=b><nav>Menu</nav>bare<main>One</main><p>Two"
    tree = parsed(page)
    assert paragraphs(tree) == ["Menu", "bare", "One", "Two"]
    assert [element.tag for element in tree.find("head")] == ["title", "meta"]
