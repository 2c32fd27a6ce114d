"""LaTeX: a stand-alone document that draws the map's picture with TikZ, stroke by stroke.

It plays the same drawing operations as the window. LuaLaTeX and XeLaTeX take every script that
their fonts have; pdfLaTeX takes what the T1 encoding has.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.drawing.layout import lay_out
from argmap.drawing.picture import Form, Operation, Point, Shape, Stroke, Text
from argmap.drawing.render import theme_of
from argmap.formats.xml_text import ILLEGAL
from argmap.model.argument_map import ArgumentMap

_HEAD = r"""% Made by argmap. Compile with lualatex, xelatex or pdflatex.
\documentclass[tikz,border=4bp]{standalone}
\usepackage{iftex}
\ifPDFTeX\usepackage[utf8]{inputenc}\usepackage[T1]{fontenc}\else\usepackage{fontspec}\fi
\begin{document}
\sffamily
\begin{tikzpicture}[x=1bp,y=-1bp]
"""
_FOOT = "\\end{tikzpicture}\n\\end{document}\n"
_SPECIAL = {
    **{mark: f"\\{mark}" for mark in "#$%&_{}"},
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "<": "\\textless{}",
    ">": "\\textgreater{}",
    "|": "\\textbar{}",
    '"': "\\textquotedbl{}",
    "`": "\\textasciigrave{}",
    "-": "-{}",
    "'": "'{}",
}
_STROKES = {Stroke.SOLID: "solid", Stroke.DASHED: "dashed", Stroke.DOTTED: "dotted"}
_ANCHORS = {"l": "base west", "c": "base", "r": "base east"}


def write(argument_map: ArgumentMap) -> str:
    """Write a document of one page as large as the picture."""
    picture = lay_out(argument_map, theme_of(argument_map))
    lines = [
        line
        for piece in picture.pieces()
        for operation in piece.operations
        for line in _draw(operation, piece.x, piece.y)
    ]
    return _HEAD + "".join(f"{line}\n" for line in lines) + _FOOT


def _draw(operation: Operation, x: float, y: float) -> Iterator[str]:
    if isinstance(operation, Text):
        yield _text(operation, x, y)
    else:
        yield _shape(operation, x, y)


def _text(text: Text, x: float, y: float) -> str:
    face = ("\\bfseries" if text.bold else "") + ("\\itshape" if text.italic else "")
    size = f"\\fontsize{{{_number(text.size)}bp}}{{{_number(text.size * 1.2)}bp}}\\selectfont{face}"
    options = (
        f"anchor={_ANCHORS[text.align]},inner sep=0,text={_colour(text.colour)},font={{{size}}}"
    )
    return f"\\node[{options}] at {_point(text.at, x, y)} {{{escape(text.text)}}};"


def _shape(shape: Shape, x: float, y: float) -> str:
    options = [
        f"draw={_colour(shape.pen.colour)}",
        f"line width={_number(shape.pen.width)}bp",
        _STROKES[shape.pen.stroke],
    ]
    if shape.fill:
        options.append(f"fill={_colour(shape.fill)}")
    return f"\\path[{','.join(options)}] {_path(shape, x, y)};"


def _path(shape: Shape, x: float, y: float) -> str:
    points = [_point(point, x, y) for point in shape.points]
    if shape.form is Form.ELLIPSE:
        (wide, high) = shape.points[1]
        return f"{points[0]} ellipse [x radius={_number(wide)}bp,y radius={_number(high)}bp]"
    if shape.form is Form.CURVE:
        curves = zip(points[1::3], points[2::3], points[3::3], strict=False)
        parts = (f".. controls {a} and {b} .. {end}" for a, b, end in curves)
        return " ".join([points[0], *parts])
    return " -- ".join(points) + (" -- cycle" if shape.form is Form.POLYGON else "")


def _point(point: Point, x: float, y: float) -> str:
    return f"({_number(point[0] + x)},{_number(point[1] + y)})"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _colour(colour: str) -> str:
    """Give a colour `#rrggbb` as TikZ takes it without a definition."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"{{rgb,255:red,{red};green,{green};blue,{blue}}}"


def escape(text: str) -> str:
    """Write a text so that TeX sets it and reads no command, ligature or comment in it."""
    plain = " ".join(ILLEGAL.sub("", text).split())
    return "".join(_SPECIAL.get(character, character) for character in plain)
