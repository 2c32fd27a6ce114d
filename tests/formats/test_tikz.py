"""LaTeX: what is written is text to TeX, and TeX makes of it one page with every letter on it.

What compiles skips where there is no TeX; its cache of fonts is kept between runs of the tests.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from argmap import paths
from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Text
from argmap.drawing.theme import theme_of
from argmap.formats.convert import dumps
from argmap.formats.tikz import escape
from argmap.model.argument_map import ArgumentMap, Cite, Relation, Source, Statement, Style
from argmap.model.kinds import Bearing, Layout, SourceLine
from argmap.store.yaml_file import load
from tests.formats.maps import texts

DISPUTE = load(paths.examples() / "indivisible-security.argmap.yaml").argument_map
SPECIAL = (
    "\\input{/etc/passwd} $x^2$ 100% #1 & ~tilde_under {brace} \\end{document} ^^41 \\",
    "''single'' ``back`` \"double\" ,,low,, <<less>> -- --- ?` !` <a|b>",
    "%",
    "M" * 200,
    "Ünïcödé ß æ œ ł ő ž € £ § „quoted“ «x» – — … · −",
    "- one\n- two\n\nthree",
)
FOREIGN = (
    "Ελληνικά και Русский текст",
    "漢字 かな 한국어",
    "☃ ✓ → ∀x∈ℝ 😀 👩‍👩‍👧",
    "עברית עם English בתוך",
    "العربية",
    "\u202eturned\u2028x\u00a0y\u00ad e\u0301",
)


def map_of(*said: str) -> ArgumentMap:
    statements = tuple(Statement(f"s{n}", text) for n, text in enumerate(said))
    relations = tuple(
        Relation(f"r{n}", (f"s{n}",), list(Bearing)[n % 2], f"s{(n - 1) // 2}", scheme="a_b")
        for n in range(1, len(said))
    )
    return ArgumentMap(statements=statements, relations=relations)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_tex_sees_no_command_in_a_text(text: str) -> None:
    plain = re.sub(r"\\(?:text[a-z]+\{\}|[#$%&_{}])|[-,?!]\{\}", "", escape(text))
    assert not re.search(r"[\\#$%&_{}~^<>|\"`']", plain)
    assert not re.search(r"--|,,|[?!]`", plain)


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("50 % & more", r"50 \% \& more"),
        ("a\\b", r"a\textbackslash{}b"),
        ("it's", r"it\textquotesingle{}s"),
        ("--", "-{}-{}"),
        ("a  b\tc", "a b c"),
        ("1 \u2212 2", r"1 \textminus{} 2"),
        ("\x00é漢", "é漢"),
    ],
)
def test_how_a_text_is_written(text: str, tex: str) -> None:
    assert escape(text) == tex


def test_every_stroke_and_line_of_the_picture_is_drawn() -> None:
    picture = lay_out(DISPUTE, DrawingOptions(theme_of(DISPUTE)))
    operations = [one for piece in picture.pieces() for one in piece.operations]
    lines = [one for one in operations if isinstance(one, Text)]
    tex = dumps(DISPUTE, "tikz").text
    assert tex.count("\n\\node[") == len(lines)
    assert tex.count("\n\\path[") == len(operations) - len(lines) + 1  # the paper
    for line in lines:
        assert f"{{{escape(line.text)}}}}};" in tex
    assert tex.count("\\begin") == tex.count("\\end")


def test_a_picture_larger_than_a_page_can_be_is_drawn_smaller() -> None:
    cards = tuple(Statement(f"s{n}", "card") for n in range(300))
    fan = tuple(Relation(f"r{n}", (f"s{n}",), Bearing.ATTACKS, "s0") for n in range(1, 300))
    style = Style(layout=Layout.LAYERED)
    wide = ArgumentMap(statements=cards, relations=fan, style=style)
    assert lay_out(wide, DrawingOptions(theme_of(wide))).width > 20_000
    tex = dumps(wide, "tikz").text
    assert "paperwidth=14400bp" in tex
    places = re.findall(r"\((-?[\d.]+),(-?[\d.]+)\)", tex)
    assert len(places) > 3000
    assert max(float(x) for x, _ in places) <= 14400


def test_references_are_numbered_behind_the_picture() -> None:
    lee = Source("lee", "Pools & 100 %", "Lee, Ann", date="2020", url="https://example.org/a_b")
    cited = replace(
        map_of("S."),
        statements=(Statement("s", "S.", cites=(Cite("lee"),)),),
        sources=(Source("idle"), lee),
        style=Style(source_line=SourceLine.NUMBER),
    )
    done = dumps(cited, "tikz")
    picture, _, listed = done.text.partition("\\begin{thebibliography}{2}\n")
    assert "{[2]}};" in picture
    assert listed.split("\n")[:3] == [
        "\\bibitem{source1} idle",
        (
            "\\bibitem{source2} Lee,{} A. (2020). \\emph{Pools \\& 100 \\%}. "
            "https:/\\allowbreak{}/\\allowbreak{}example.org/\\allowbreak{}a\\_b"
        ),
        "\\end{thebibliography}",
    ]
    assert done.losses == ()
    assert "bibliography" not in dumps(map_of("S."), "tikz").text
    noted = replace(cited, sources=(replace(lee, note="N", text="T"),))
    assert [loss.what for loss in dumps(noted, "tikz").losses] == [
        "types, files, notes and texts of sources"
    ]


Compile = Callable[[str, ArgumentMap], tuple[str, Path]]


@pytest.fixture
def compiled(
    tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Compile:
    """Return what compiles a map: engine and map to what TeX said, and the PDF."""
    cache = request.config.cache
    assert cache is not None
    monkeypatch.setenv("TEXMFVAR", str(cache.mkdir("texmf-var")))
    monkeypatch.setenv("max_print_line", "1000")

    def run(engine: str, argument_map: ArgumentMap) -> tuple[str, Path]:
        if not shutil.which(engine):
            pytest.skip(f"there is no {engine}")
        source = tmp_path / "map.tex"
        source.write_text(dumps(argument_map, "tikz").text, encoding="utf-8")
        done = subprocess.run(
            [engine, "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", source.name],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stdout[-3000:]
        return done.stdout, source.with_suffix(".pdf")

    return run


def text_of(pdf: Path) -> str:
    program = shutil.which("pdftotext")
    if not program:
        pytest.skip("there is no pdftotext")
    done = subprocess.run([program, "-raw", str(pdf), "-"], capture_output=True, check=True)
    return letters(done.stdout.decode())


def letters(text: str) -> str:
    """Return a text without what says where lines were broken, and with one spelling a mark."""
    return "".join(unicodedata.normalize("NFKC", text).replace("-", "").split())


def test_the_dispute_compiles_to_its_picture_and_its_references(compiled: Compile) -> None:
    said, pdf = compiled("pdflatex", DISPUTE)
    assert re.search(r"Output written on map.pdf \(2 pages", said)
    assert not re.search("Missing character|Overfull|undefined", said)
    text = text_of(pdf)
    for statement in DISPUTE.statements:
        assert letters(statement.text) in text, statement.id
    assert letters("[3] The participating States of the OSCE (1999, November).") in text


def test_what_means_something_to_tex_is_printed(compiled: Compile) -> None:
    text = text_of(compiled("pdflatex", map_of(*SPECIAL))[1])
    for said in SPECIAL:
        assert letters(said) in text


def test_every_letter_is_printed_or_named_as_missing(compiled: Compile) -> None:
    """Which letters there are faces for is the machine's business; none is dropped in silence."""
    said, pdf = compiled("lualatex", map_of(*SPECIAL, *FOREIGN))
    missing = set(re.findall(r"Missing character: There is no (\S)", said))
    text = text_of(pdf)
    wanted = {each for each in letters("".join(FOREIGN)) if unicodedata.category(each)[0] in "LNPS"}
    assert wanted - set(text) - missing == set()
    for special in SPECIAL:
        assert letters(special) in text
