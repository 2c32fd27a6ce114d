"""What is taken out of each kind of file."""

from __future__ import annotations

import pytest

from argmap.texts.reading.book import read_book
from argmap.texts.reading.encodings import decoded, said_by_page
from argmap.texts.reading.extract import Extract, UnreadableError
from argmap.texts.reading.hyphens import Joiner
from argmap.texts.reading.kinds import kind_of
from argmap.texts.reading.pdf import read_pdf
from argmap.texts.reading.plain import read_markdown, read_plain
from argmap.texts.reading.web_page import read_web_page
from argmap.texts.reading.word_document import read_word_document
from tests.texts.reading.files import docx, epub, packed, pdf

LONG = "The council has decided to close the pool on Sundays, and that was wrong, as all can see. "


def paragraphs(extract: Extract) -> list[str]:
    return extract.text.rstrip("\n").split("\n\n")


class TestPlain:
    def test_plain_text_is_its_own_text(self) -> None:
        assert read_plain("One.\r\n\r\n Two“\n".encode()).text == "One.\n\n Two“\n"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
    def test_encodings_are_found_out(self, encoding: str) -> None:
        text = "Über die Öffnung des Bades für Schüler wird später entschieden, heißt es. " * 5
        assert decoded(text.encode(encoding)) == text

    def test_a_page_names_its_encoding(self) -> None:
        page = '<meta charset="iso-8859-2"><p>Łódź i Kraków'.encode("iso-8859-2")
        assert said_by_page(page) == "iso-8859-2"
        assert "Łódź" in read_web_page(page).text
        assert decoded(b"abc", "no-such-encoding") == "abc"

    def test_markdown_without_its_marks(self) -> None:
        extract = read_markdown(
            b"---\ntitle: 'On pools'\nauthor: Ann Lee\n---\n# Heading #\n\nSome **bold** and _soft_"
            b' snake_case words, [a link](http://x.y "t"), `code`, 2\\*3.\n\n> Quoted.\n\n---\n'
            b"* item\n\n```py\nx = 1\n```\n"
        )
        assert (extract.title, extract.author) == ("On pools", "Ann Lee")
        assert extract.text.startswith(
            "Heading\n\nSome bold and soft snake_case words, a link, code, 2*3.\n\nQuoted.\n"
        )
        assert "* item" in extract.text
        assert "x = 1" in extract.text
        assert read_markdown(b"# A *title*\n").title == "A title"


class TestWebPages:
    PAGE = f"""<!DOCTYPE html><html><head><title>Pool closed | News</title>
<meta property="og:site_name" content="The Town News"><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2026-03-01T09:00:00+01:00">
<link rel="canonical" href="https://example.org/pool">
<script>alert("no")</script><style>p {{}}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/s">Sport</a></li></ul></nav>
<article><h1>Pool closed</h1><p>{LONG}<b>Ma</b>ny <i>asked</i>.<br>Next line.</p><p>{LONG}</p>
<ul><li>One.</li><li>Two.</li></ul><blockquote><p>{LONG}</p></blockquote>
<iframe src="https://example.org/evil">no</iframe><noscript>no script</noscript></article>
<footer>Imprint <img src="x" onerror="alert(1)"></footer></body></html>"""

    def test_the_main_text_is_taken_block_by_block(self) -> None:
        found = paragraphs(read_web_page(self.PAGE.encode()))
        assert f"{LONG}Many asked.\nNext line." in found
        assert found.count(LONG.strip()) == 2
        assert {"One.", "Two."} <= set(found)
        assert not {"Home", "Sport"} & set(found)
        assert "alert" not in "".join(found)
        assert "no script" not in "".join(found)

    def test_the_whole_page_leaves_nothing_out(self) -> None:
        found = paragraphs(read_web_page(self.PAGE.encode(), whole=True))
        assert {"Home", "Sport", "Pool closed", "Imprint"} <= set(found)

    def test_what_a_page_says_of_itself(self) -> None:
        extract = read_web_page(self.PAGE.encode())
        assert extract.title == "Pool closed | News"
        assert (extract.author, extract.publisher) == ("Ann Lee", "The Town News")
        assert extract.date == "2026-03-01T09:00:00+01:00"
        assert (extract.url, extract.type) == ("https://example.org/pool", "webpage")

    def test_json_ld_comes_first(self) -> None:
        script = (
            '<script type="application/ld+json">{"@graph": [{"headline": "Closed", "author":'
            ' [{"name": "Bo"}, {"name": "Cy"}], "publisher": {"name": "N"}}]}</script>'
        )
        extract = read_web_page(self.PAGE.replace("</head>", f"{script}</head>").encode())
        assert (extract.title, extract.author, extract.publisher) == ("Closed", "Bo; Cy", "N")

    def test_a_page_without_a_date_gets_none(self) -> None:
        assert read_web_page(b"<p>Written in 1999.</p><script>2001</script>").date == ""

    def test_an_address_that_runs_is_none(self) -> None:
        page = b'<link rel="canonical" href="javascript:alert(1)"><p>x</p>'
        assert read_web_page(page).url == ""

    def test_a_short_page_is_taken_whole(self) -> None:
        assert paragraphs(read_web_page(b"<div>One</div>two<div>three</div>")) == [
            "One", "two", "three",
        ]  # fmt: skip

    def test_an_empty_page(self) -> None:
        with pytest.raises(UnreadableError):
            read_web_page(b"")


class TestPdf:
    def test_lines_become_paragraphs_and_pages(self) -> None:
        line = "The council has decided to close the pool on Sundays, as is well"
        first = [
            (50, 750, "On pools"), (50, 700, line), (50, 686, "known, which was a deci-"),
            (50, 672, "sion of many, or so they say in the papers that are read here."),
            (50, 640, line), (50, 626, "which goes on"), (300, 30, "1"),
        ]  # fmt: skip
        second = [(50, 750, "on the next page."), (50, 736, line), (50, 722, "known. A decision.")]
        known = "known, which was a decision of many, or so they say in the papers"
        extract = read_pdf(pdf([first, second, [(50, 750, "Third page.")]], "A title"))
        assert (extract.title, extract.date) == ("A title", "2026-03-01")
        assert paragraphs(extract) == [
            "On pools",
            f"{line} {known} that are read here.",
            f"{line} which goes on\fon the next page.",
            f"{line} known. A decision.",
            "\fThird page.",
        ]

    def test_a_scan_is_said_to_be_one(self) -> None:
        with pytest.raises(UnreadableError, match="scan"):
            read_pdf(pdf([[], [(300, 30, "2")], []]))

    def test_what_is_no_pdf(self) -> None:
        with pytest.raises(UnreadableError, match="damaged"):
            read_pdf(b"%PDF-1.4\nnothing")


class TestHyphens:
    @pytest.mark.parametrize(
        ("lines", "joined"),
        [
            (["compli-", "ance of all"], "compliance of all"),
            (["well-", "known, as well-known"], "well-known, as well-known"),
            (["Anglo-", "American"], "Anglo- American"),
            (["no hyphen", "here"], "no hyphen here"),
            (["the effi\x02ciency"], "the efficiency"),
            (["page-", "end"], "pageend"),
        ],
    )
    def test_lines_are_joined(self, lines: list[str], joined: str) -> None:
        joiner = Joiner(lines)
        written = [joiner.inside(lines[0])]
        for line in lines[1:]:
            joiner.add(written, joiner.inside(line))
        assert "".join(written) == joined

    def test_a_page_may_end_within_a_word(self) -> None:
        joiner = Joiner(["compli-", "ance of"])
        written = ["compli-"]
        joiner.add(written, "ance of", "\f")
        assert "".join(written) == "compliance\f of"


class TestArchives:
    def test_paragraphs_of_a_word_document(self) -> None:
        extract = read_word_document(
            docx(
                "<w:p><w:r><w:t>One </w:t></w:r><w:ins><w:r><w:t>inserted</w:t></w:r></w:ins>"
                "<w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del></w:p><w:p/>"
                "<w:sdt><w:sdtContent><w:p><w:r><w:t>Two</w:t><w:br/><w:t>lines</w:t></w:r></w:p>"
                "</w:sdtContent></w:sdt>"
            )
        )
        assert paragraphs(extract) == ["One inserted", "Two\nlines"]
        assert (extract.title, extract.author, extract.date) == (
            "A letter",
            "Ann Lee",
            "2026-03-01",
        )

    def test_notes_of_a_word_document_stand_behind_its_text(self) -> None:
        line = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
        notes = f"<w:footnote><w:p/></w:footnote><w:footnote>{line.format('A note.')}</w:footnote>"
        assert paragraphs(read_word_document(docx(line.format("Text."), notes))) == [
            "Text.", "A note.",
        ]  # fmt: skip

    def test_chapters_come_in_the_order_of_reading(self) -> None:
        chapters = {"b": "<p>Second.</p>", "a": "<h1>First</h1><p>Text.</p>", "x": "<p>Cover.</p>"}
        extract = read_book(epub(chapters, ["a", "b", "missing"]))
        assert paragraphs(extract) == ["First", "Text.", "Second."]
        assert (extract.title, extract.author, extract.type) == ("Towns", "Ann Lee", "book")

    @pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", packed({"other": "x"})])
    def test_damaged_archives(self, data: bytes) -> None:
        for read in (read_word_document, read_book):
            with pytest.raises(UnreadableError, match="damaged"):
                read(data)

    def test_a_declared_document_type_is_refused(self) -> None:
        laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
        with pytest.raises(UnreadableError, match="document type"):
            read_word_document(packed({"word/document.xml": laughs}))


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.PDF", b"", "pdf"), ("a.htm", b"", "html"), ("a.md", b"", "markdown"),
        ("letter", b"%PDF-1.7", "pdf"), ("page", b" <!DOCTYPE html>", "html"),
        ("x", packed({"word/document.xml": "x"}), "docx"), ("notes", b"Just words.", "plain"),
    ],
)  # fmt: skip
def test_kinds_of_files(name: str, data: bytes, kind: str) -> None:
    assert kind_of(name, data).name == kind
