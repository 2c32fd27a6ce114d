"""What all readers of XML share: refusals with their place, and texts as XML."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from argmap.errors import ArgmapError
from argmap.formats.convert import loads
from argmap.formats.losses.features import EVERYTHING, reduce
from argmap.formats.syntax import xml_text
from argmap.model.argument_map import ArgumentMap
from tests.formats.maps import maps

READERS = ["lkif", "aml", "arggraph", "axl", "argml"]


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("", "This is not well-formed XML: no element found.", (1, 1)),
        ("<a>\n<b>\n</a>", "This is not well-formed XML: mismatched tag.", (3, 3)),
        ("<a>\n  <b", "This is not well-formed XML: unclosed token.", (2, 3)),
        ("<a x='1' x='2'/>", "This is not well-formed XML: duplicate attribute.", (1, 10)),
        ("<a>&b;</a>", "This is not well-formed XML: undefined entity.", (1, 4)),
        ("<a/>\n<b/>", "This is not well-formed XML: junk after document element.", (2, 1)),
        ('<!DOCTYPE a [\n<!ENTITY b "c">]><a>&b;</a>', "declares entities", (2, 12)),
        ('<!DOCTYPE a [<!ENTITY % b SYSTEM "file:///c">]><a/>', "declares entities", (1, 45)),
        ('<!DOCTYPE a SYSTEM "c.dtd">\n<a>&b;</a>', "uses the entity `&b;`", (2, 4)),
        ("<a>" * 6000, "nested more than 5000 levels deep", (1, 15001)),
        ("just words", "This is not well-formed XML: syntax error.", (1, 1)),
    ],
)  # fmt: skip
def test_xml_that_is_malformed_or_declares_something_is_refused_with_its_place(
    name: str, text: str, message: str, place: tuple[int, int]
) -> None:
    with pytest.raises(ArgmapError, match=message) as error:
        loads(text, name, "x.xml")
    where = error.value.where
    assert (where.file, where.line, where.column) == ("x.xml", *place)


@pytest.mark.parametrize(
    ("name", "root"),
    [("lkif", "lkif"), ("aml", "ARG"), ("arggraph", "arggraph"), ("axl", "argument"),
     ("argml", "graphml")],
)  # fmt: skip
def test_xml_of_another_kind_is_refused_and_of_its_kind_without_content_an_empty_map(
    name: str, root: str
) -> None:
    with pytest.raises(
        ArgmapError, match=f"The root of this XML is `other`, not `{root}`"
    ) as error:
        loads("<!-- c -->\n  <other/>", name, "x.xml")
    assert str(error.value.where) == "x.xml:2:3"
    found = loads(f"<{root}/>", name)
    assert (found.argument_map.statements, found.problems, found.losses) == ((), (), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a & b", "a &amp; b"),
        ('<a href="b">', "&lt;a href=&quot;b&quot;&gt;"),
        ("a\tb\r\nc", "a&#9;b&#13;&#10;c"),
        ("a\x00b\x1b\ud800\uffffc", "abc"),
        ("]]>", "]]&gt;"),
        ("é 漢 😀", "é 漢 😀"),
    ],
)  # fmt: skip
def test_text_is_written_so_that_it_fits_content_and_attributes(text: str, expected: str) -> None:
    assert xml_text.escape(text) == expected
    assert xml_text.element("t", text, {"x": text, "y": ""}) == f'<t x="{expected}">{expected}</t>'


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("<lkif/>", True),
        ("\ufeff \n<lkif>", True),
        ("<?xml version='1.0'?><!-- <aml> --><x:lkif a='b'>", True),
        ("<!DOCTYPE lkif><lkif/>", True),
        ("<lkif2/>", False),
        ("<a><lkif/></a>", False),
        ("lkif", False),
        ("x <lkif/>", False),
    ],
)
def test_the_root_of_an_xml_text_is_known_by_looking_only(text: str, yes: bool) -> None:
    assert xml_text.root_is(text, "lkif") is yes


def test_xml_elements_know_their_names_texts_and_places() -> None:
    root = xml_text.parse('<a:r xmlns:a="u">\n  <x p="1&amp;2">t<b>u</b>v</x><x/></a:r>')
    first, second = root.children("x")
    assert (root.name, first.get("p"), first.text(), second.text()) == ("r", "1&2", "tuv", "")
    assert (first.line, first.column) == (2, 3)
    assert [element.name for element in root.walk()] == ["r", "x", "b", "x"]
    assert xml_text.root_is("<?xml version='1.0'?>\n<!-- c --><a:r/>", "r")
    assert not xml_text.root_is("r", "r")


@settings(deadline=None)
@given(maps())
def test_what_is_escaped_for_xml_comes_back(argument_map: ArgumentMap) -> None:
    held, _ = reduce(argument_map, EVERYTHING - {"controls"})
    for statement in held.statements:
        text = f"{xml_text.tag('x', {'t': statement.text})}{xml_text.escape(statement.text)}</x>"
        element = xml_text.parse(text)
        assert element.get("t") == statement.text
        assert "".join(element.texts()) == statement.text
