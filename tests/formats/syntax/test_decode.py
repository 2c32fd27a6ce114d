"""From bytes to text: what the bytes say of themselves counts, and nothing is guessed."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.errors import ArgmapError
from argmap.formats.convert import loads
from argmap.formats.syntax.decode import MAX_BYTES, MAX_LINES, check_size, decode

WORDS = "Ça va, 漢字 😀\n"

XML = '<?xml version="1.0" encoding="{}"?>\n<opml><body><outline text="é€"/></body></opml>'


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        WORDS.encode("utf-16"),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.replace("\n", "\r\n").encode(),
        codecs.BOM_UTF16_BE + WORDS.replace("\n", "\r\n").encode("utf-16-be"),
    ],
    ids=["UTF-8", "with a mark", "UTF-16", "little", "big", "CRLF", "CRLF in UTF-16"],
)
def test_the_same_text_in_every_encoding_that_tells_of_itself(data: bytes) -> None:
    assert decode(data) == WORDS


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_text_comes_back_but_for_crlf_and_a_mark_at_the_start(text: str) -> None:
    expected = text.replace("\r\n", "\n")
    assert decode(text.encode("utf-16")) == expected
    assert decode(codecs.BOM_UTF8 + text.encode()) == expected
    assert decode(text.encode()) == expected.removeprefix("\ufeff")


def test_a_lone_carriage_return_and_a_mark_in_the_middle_are_text() -> None:
    assert decode("a\rb\r\r\nc\ufeff".encode()) == "a\rb\r\nc\ufeff"


@pytest.mark.parametrize(
    ("name", "codec"),
    [
        ("ISO-8859-15", "iso-8859-15"),
        ("windows-1252", "cp1252"),
        ("Windows-1252", "cp1252"),
        ("utf-8", "utf-8"),
        ("UTF-8", "utf-8"),
    ],
)
def test_an_xml_file_may_declare_its_encoding(name: str, codec: str) -> None:
    m = loads(XML.format(name).encode(codec), "opml").argument_map
    assert [s.text for s in m.statements] == ["é€"]


@pytest.mark.parametrize("name", ["utf-7", "rot13", "zip", "koi8-r", "x" * 41, "idna"])
def test_other_declared_encodings_are_not_taken_up(name: str) -> None:
    assert "é€" in decode(XML.format(name).encode())


@pytest.mark.parametrize(
    ("data", "line", "words"),
    [
        (b"a\nb\ncaf\xe9", 3, "Byte 7 (0xe9) is not UTF-8 text."),
        (b"\xff", 1, "Byte 0 (0xff) is not UTF-8 text."),
        (codecs.BOM_UTF8 + b"\na\xed\xa0\x80", 2, "Byte 5 (0xed) is not UTF-8 text."),
        (
            codecs.BOM_UTF16_LE + "Ċ\n".encode("utf-16-le") + b"\0",
            2,
            "Byte 6 (0x00) is not UTF-16-LE text.",
        ),
        (XML.format("us-ascii").encode(), 2, "Byte 69 (0xc3) is not US-ASCII text."),
        ("a\nb".encode("utf-16-le"), 1, "The file holds zero bytes"),
        (b"a\nb\n\0", 3, "The file holds zero bytes"),
    ],
)
def test_what_does_not_fit_is_said_with_its_line(data: bytes, line: int, words: str) -> None:
    with pytest.raises(ArgmapError) as error:
        decode(data, "x.txt")
    assert error.value.message.startswith(words)
    assert (error.value.where.file, error.value.where.line) == ("x.txt", line)
    assert error.value.hint == "Save the file as UTF-8 in the program it comes from."


def test_the_limit_is_64_mib_of_bytes_or_of_text() -> None:
    check_size(MAX_BYTES, "x")
    for too_much in (b"\n" * (MAX_BYTES + 1), "\n" * (MAX_BYTES + 1)):
        with pytest.raises(ArgmapError) as error:
            loads(too_much, "text", "x.txt")
        assert str(error.value) == (
            "x.txt: The file has 65 MiB; the limit is 64 MiB. "
            "Split it, or leave out what is not part of the map."
        )


def test_text_that_is_decoded_already_may_still_have_its_mark() -> None:
    m = loads("\ufeffA\n  Pro: B\n", "text").argument_map
    assert [s.text for s in m.statements] == ["A", "B"]


def test_more_lines_than_any_map_has_are_refused() -> None:
    assert decode(b"\n" * MAX_LINES)
    with pytest.raises(ArgmapError, match="1,000,001 lines; the limit is 1,000,000"):
        decode(b"\n" * (MAX_LINES + 1))
