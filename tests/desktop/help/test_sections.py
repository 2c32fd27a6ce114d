"""The pages of the manual inside the program: all sections, found by words and by links."""

from __future__ import annotations

import re

import pytest

from argmap import paths
from argmap.critique import RULES
from argmap.desktop.help.sections import PAGES, markdown, search, section, sections, slug_of


def test_every_page_begins_with_its_title_and_every_heading_is_a_section() -> None:
    for page in PAGES:
        own = [each for each in sections() if each.page == page]
        assert (own[0].level, own[0].number) == (1, 0)
        bare = re.sub(r"^```.*?^```", "", markdown(page), flags=re.MULTILINE | re.DOTALL)
        assert [each.heading for each in own] == re.findall(r"^#{1,3} +(.+)$", bare, re.MULTILINE)


def test_all_pages_but_the_benchmarks_are_there() -> None:
    there = {path.stem for path in paths.manual().glob("*.md")}
    assert there - {"benchmarks"} == set(PAGES)


def test_pictures_of_the_window_are_left_to_the_web() -> None:
    for page in PAGES:
        assert "![" not in markdown(page)
    assert "Each new card cites" in markdown("from-text-to-map")


def test_each_rule_has_its_section() -> None:
    for rule in RULES:
        assert section("rules", rule.code).heading == rule.code


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("linked", "Linked premises"),
        ("UNDERCUT", "Undercuts and backing"),
        ("viewpoints", "Viewpoints"),
    ],
)
def test_a_word_finds_the_section_that_is_called_so_first(words: str, heading: str) -> None:
    assert search(words)[0].heading == heading


def test_all_words_must_be_there() -> None:
    assert search("linked xyzzy") == []
    assert {each.heading for each in search("lamp wall")} == {"Undercuts and backing"}


def test_links_between_pages_lead_to_sections() -> None:
    for page in PAGES:
        for target, slug in re.findall(r"\]\(([\w-]+\.md)?(?:#([\w-]+))?\)", markdown(page)):
            name = target.removesuffix(".md") or page
            if name in PAGES and slug:
                assert section(name, slug).slug == slug, (page, target, slug)


def test_headings_are_called_as_on_the_web() -> None:
    assert slug_of("What `can` be read, and *how*") == "what-can-be-read-and-how"
