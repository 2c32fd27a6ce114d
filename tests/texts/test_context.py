"""The words around a quote, wherever the text is kept."""

from __future__ import annotations

from pathlib import Path

from argmap.formats.convert import convert
from argmap.model.argument_map import ArgumentMap, Cite, Source, Statement
from argmap.store.yaml_file import dumps
from argmap.texts.context import with_context
from argmap.texts.lookup import beside, in_the_map

WORDS = "We, the undersigned, ask you to open the pool on Sundays, as we have asked before."


def a_map(source: Source, *cites: Cite) -> ArgumentMap:
    return ArgumentMap(statements=(Statement("s", "S", cites=cites),), sources=(source,))


def around(argument_map: ArgumentMap) -> list[tuple[str, str]]:
    return [(cite.prefix, cite.suffix) for s in argument_map.statements for cite in s.cites]


def test_a_text_beside_the_map_is_shown_as_one_in_it(tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text(WORDS, encoding="utf-8")
    quote = Cite("p", "open the pool")
    expected = [("We, the undersigned, ask you to ", " on Sundays, as we have asked before.")]
    outside = a_map(Source("p", file="p.txt"), quote)
    assert around(with_context(outside, beside(tmp_path))) == expected
    assert around(with_context(a_map(Source("p", text=WORDS), quote), in_the_map)) == expected
    assert around(with_context(outside, in_the_map)) == [("", "")]


def test_what_is_known_or_nowhere_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text(WORDS, encoding="utf-8")
    cites = (Cite("p", "pool", prefix="my "), Cite("p", "spa"), Cite("p"), Cite("away", "pool"))
    for file in ("p.txt", "away.txt", "../p.txt"):
        argument_map = a_map(Source("p", file=file), *cites)
        assert with_context(argument_map, beside(tmp_path)) == argument_map


def test_a_page_shows_quotes_in_their_context_and_no_more_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text(f"{WORDS} {'And so on. ' * 50}The end.", encoding="utf-8")
    file = tmp_path / "m.argmap.yaml"
    text = dumps(a_map(Source("p", file="p.txt"), Cite("p", "open the pool")))
    page = convert(text, "html", file=str(file))[1].text
    assert '<span class="around">We, the undersigned, ask you to </span>open the pool' in page
    assert "The end." not in page
    assert "undersigned" not in convert(text, "html")[1].text
    assert "undersigned" not in convert(text, "json", file=str(file))[1].text, "only what shows it"
