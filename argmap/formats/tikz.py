"""LaTeX: a stand-alone document that draws the map's picture with TikZ, stroke by stroke.

It plays the same drawing operations as the window, on a page of the picture's size. What it asks
for is in every TeX distribution. Lines are as wide as measured, or are pressed together until they
are, whatever face is found. With LuaLaTeX letters that a face lacks come from others, and scripts
run as they do; XeLaTeX has what its one face has, and pdfLaTeX what the T1 encoding has. A numbered
list of references stands behind the picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from argmap.drawing.layout import lay_out
from argmap.drawing.options import DrawingOptions
from argmap.drawing.picture import Form, Operation, Pen, Point, Shape, Stroke, Text
from argmap.drawing.theme import theme_of
from argmap.formats.format import Format
from argmap.formats.losses.features import only
from argmap.formats.syntax.xml_text import ILLEGAL
from argmap.formats.writing.drawn_maps import HELD
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Source
from argmap.references import lists

_LARGEST = 14400
"""The longest side of a page in points: what PDF readers show, and TeX can still reckon with."""

_HEAD = r"""% Made by argmap. Compile with lualatex. If one face has all the letters, xelatex
% does as well; if they are those of Western and Central Europe, so does pdflatex.
\documentclass{article}
\usepackage[paperwidth=WIDEbp,paperheight=HIGHbp,margin=0pt,nohead,nofoot]{geometry}
\usepackage{iftex,tikz}
\ifPDFTeX
  \usepackage[T1]{fontenc}
  \IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
\else
  \usepackage{fontspec}
  \defaultfontfeatures[\rmfamily,\sffamily]{}
  \ifLuaTeX
    \usepackage[nil,bidi=basic]{babel}
    \directlua{fallbacks = {}}
    \newcommand\fallback[1]{\IfFontExistsTF{#1}{\directlua{table.insert(fallbacks, "#1:")}}{}}
    \fallback{DejaVu Sans}\fallback{Noto Sans}\fallback{Noto Sans CJK SC}\fallback{Noto Emoji}
    \directlua{luaotfload.add_fallback("argmap", fallbacks)}
    \defaultfontfeatures+{RawFeature={fallback=argmap}}
  \fi
  \newcommand\face[2]{\IfFontExistsTF{#1}{\setsansfont{#1}}{#2}}
  \face{Arimo}{\face{Liberation Sans}{\face{Arial}{\face{Helvetica}{}}}}
\fi
\newsavebox\textline
\newcommand\fit[2]{\sbox\textline{#2}%
  \ifdim\wd\textline>#1\resizebox{#1}{\height}{\usebox\textline}\else\usebox\textline\fi}
\tracinglostchars=2
\topskip=0pt
\parindent=0pt
\pagestyle{empty}
\begin{document}
\sffamily
\vbox to 0pt{\hbox to 0pt{%
\begin{tikzpicture}[x=1bp,y=-1bp]
\path[use as bounding box,fill=PAPER] (0,0) rectangle (WIDE,HIGH);
"""
_END = "\\end{tikzpicture}\\hss}\\vss}"
_NEXT_PAGE = r"""\newpage
\ifLuaTeX\pagewidth=595bp\pageheight=842bp\else\pdfpagewidth=595bp\pdfpageheight=842bp\fi
\paperwidth=595bp\paperheight=842bp
\newgeometry{left=56bp,textwidth=483bp,top=56bp,textheight=730bp}
\topskip=10pt\raggedright"""
"""The picture's page has its size; lists stand on A4. Without `topskip` a page would stay empty."""
_SPECIAL = {
    **{mark: f"\\{mark}" for mark in "#$%&_{}"},
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "<": "\\textless{}",
    ">": "\\textgreater{}",
    "|": "\\textbar{}",
    '"': "\\textquotedbl{}",
    "'": "\\textquotesingle{}",
    "`": "\\textasciigrave{}",
    "\N{MINUS SIGN}": "\\textminus{}",
    **{mark: f"{mark}{{}}" for mark in "-,?!"},
}
"""Also the marks of which TeX makes one, such as two hyphens or two commas."""
_STROKES = {Stroke.SOLID: "solid", Stroke.DASHED: "dashed", Stroke.DOTTED: "dotted"}
_ANCHORS = {"l": "base west", "c": "base", "r": "base east"}


def write(argument_map: ArgumentMap) -> str:
    """Return a document of one page as large as the picture, or as a page can be."""
    picture = lay_out(argument_map, DrawingOptions(theme_of(argument_map)))
    pen = _Pen(min(1, _LARGEST / max(picture.width, picture.height, 1)))
    page = {
        "WIDE": pen.length(picture.width),
        "HIGH": pen.length(picture.height),
        "PAPER": _colour(picture.background),
    }
    lines = [
        pen.draw(operation, piece.x, piece.y)
        for piece in picture.pieces()
        for operation in piece.operations
    ]
    head = re.sub("WIDE|HIGH|PAPER", lambda found: page[found[0]], _HEAD)
    lines += [_END, *_references(argument_map.sources), "\\end{document}"]
    return head + "".join(f"{line}\n" for line in lines)


def _references(sources: Sequence[Source]) -> Iterator[str]:
    """Return the list of references, on pages of its own; its numbers are the order of the map."""
    if sources:
        yield _NEXT_PAGE
        yield lists.latex(sources, escape, "source{number}")


@frozen
class _Pen:
    """Writes operations as TikZ's, all lengths times a scale."""

    scale: float

    def length(self, points: float) -> str:
        return f"{points * self.scale:.2f}".rstrip("0").rstrip(".")

    def at(self, point: Point, x: float, y: float) -> str:
        return f"({self.length(point[0] + x)},{self.length(point[1] + y)})"

    def draw(self, operation: Operation, x: float, y: float) -> str:
        if isinstance(operation, Text):
            return self._text(operation, x, y)
        return self._shape(operation, x, y)

    def _text(self, text: Text, x: float, y: float) -> str:
        face = ("\\bfseries" if text.bold else "") + ("\\itshape" if text.italic else "")
        size, leading = self.length(text.size), self.length(text.size * 1.2)
        font = f"\\fontsize{{{size}bp}}{{{leading}bp}}\\selectfont{face}"
        options = (
            f"anchor={_ANCHORS[text.align]},inner sep=0,text={_colour(text.colour)},font={{{font}}}"
        )
        line = f"\\fit{{{self.length(text.width)}bp}}{{{escape(text.text)}}}"
        return f"\\node[{options}] at {self.at(text.at, x, y)} {{{line}}};"

    def _shape(self, shape: Shape, x: float, y: float) -> str:
        options = [
            *(self._stroke(shape.pen) if shape.pen.colour else []),
            *([f"fill={_colour(shape.fill)}"] if shape.fill else []),
        ]
        return f"\\path[{','.join(options)}] {self._path(shape, x, y)};"

    def _stroke(self, pen: Pen) -> list[str]:
        width = f"line width={self.length(pen.width)}bp"
        return [f"draw={_colour(pen.colour)}", width, _STROKES[pen.stroke]]

    def _path(self, shape: Shape, x: float, y: float) -> str:
        points = [self.at(point, x, y) for point in shape.points]
        if shape.form is Form.ELLIPSE:
            wide, high = map(self.length, shape.points[1])
            return f"{points[0]} ellipse [x radius={wide}bp,y radius={high}bp]"
        if shape.form is Form.CURVE:
            curves = zip(points[1::3], points[2::3], points[3::3], strict=False)
            parts = (f".. controls {a} and {b} .. {end}" for a, b, end in curves)
            return " ".join([points[0], *parts])
        return " -- ".join(points) + (" -- cycle" if shape.form is Form.POLYGON else "")


def _colour(colour: str) -> str:
    """Return a colour `#rrggbb` as TikZ takes it without a definition."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"{{rgb,255:red,{red};green,{green};blue,{blue}}}"


def escape(text: str) -> str:
    """Return a text that TeX sets without reading a command, ligature or comment in it."""
    plain = " ".join(ILLEGAL.sub("", text).split())
    return "".join(_SPECIAL.get(character, character) for character in plain)


FORMAT = Format(
    name="tikz",
    title="LaTeX (TikZ)",
    suffixes=(".tex",),
    write=write,
    holds=(HELD | only("source_fields idle_sources")) - {"source_texts"},
    note="Compiles on its own.",
)
