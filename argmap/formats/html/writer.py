"""The page: static HTML that says all without its script, and a policy against the rest.

No text of the map gets anywhere but into escaped text and attribute values; the script reads
nothing but the page, and the Content-Security-Policy names the script and the style by their
hashes, so that nothing else can run, load or be sent.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from argmap.drawing.render import render
from argmap.formats.html.cards import Cards
from argmap.model.argument_map import ArgumentMap

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_GROUP = re.compile(r'<g id="([^"]*)"')


def write(argument_map: ArgumentMap) -> str:
    """Write the page, with the picture in a light and in a dark theme."""
    style, script = _part("page.css"), _part("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    language = f' lang="{_text(argument_map.language)}"' if argument_map.language else ""
    title = _text(argument_map.title) or "Argument map"
    lines = [
        f"<!doctype html>\n<html{language}>\n<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{title}</title>",
        f"<style>{style}</style>\n</head>\n<body>",
        *_body(argument_map, title),
        f"<script>{script}</script>\n</body>\n</html>\n",
    ]
    return _CONTROL.sub("", "\n".join(lines))


def _body(argument_map: ArgumentMap, title: str) -> Iterator[str]:
    cards = Cards(argument_map)
    yield f"<header>\n<h1>{title}</h1>"
    if argument_map.authors:
        yield f'<p class="facts">{_text(", ".join(argument_map.authors))}</p>'
    if argument_map.summary:
        yield f'<p class="summary">{_text(argument_map.summary)}</p>'
    yield _TOOLS
    yield "</header>\n<main>"
    for theme in ("light", "dark"):
        picture = _picture(argument_map, theme, cards)
        yield (
            f'<div class="picture {theme}-picture" tabindex="0" role="group" '
            f'aria-label="Picture of the map">\n{picture}\n</div>'
        )
    yield '<section aria-labelledby="statements">\n<h2 id="statements">Statements</h2>'
    yield from cards.articles()
    yield "</section>\n</main>"


_TOOLS = """<div class="tools" hidden role="toolbar" aria-label="View">
<label for="search">Search</label> <input id="search" type="search">
<output id="matches" for="search"></output>
<button id="larger" type="button">Larger</button>
<button id="smaller" type="button">Smaller</button>
<button id="fit" type="button">Whole map</button>
</div>"""


def _picture(argument_map: ArgumentMap, theme: str, cards: Cards) -> str:
    """Give the SVG for a page: cards are marked, and ids left out, as they would come twice.

    It is a group and no image, because screen readers see nothing of what is inside an image; the
    titles that Graphviz writes give the cards their names.
    """
    svg = render(argument_map, "svg", theme=theme).decode()
    svg = re.sub(r"\A<\?xml[^>]*\?>\s*", "", svg)
    svg = svg.replace(' role="img"', ' role="group"', 1)

    def marked(found: re.Match[str]) -> str:
        name = cards.name_of(found[1].partition(":")[0])
        kind = "card" if name.startswith("card") else "part"
        return f'<g data-{kind}="{name}"' if name else "<g"

    return _GROUP.sub(marked, svg)


def _part(name: str) -> str:
    return (files("argmap.formats.html") / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _text(text: str) -> str:
    return escape(text, quote=True)
