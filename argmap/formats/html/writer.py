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
from importlib.resources import files

from argmap.drawing import theme as themes
from argmap.drawing.options import DrawingOptions
from argmap.drawing.svg import streamed
from argmap.formats.html.cards import Cards
from argmap.formats.html.escaping import text
from argmap.formats.html.sources import sources
from argmap.formats.losses.group_features import empty_groups
from argmap.model.argument_map import ArgumentMap
from argmap.placing.nodes import Memory

_GROUP = re.compile(r'<g id="([^"]*)"')


def write(argument_map: ArgumentMap) -> Iterator[str]:
    """Return the parts of the page, with the picture in a light and in a dark theme."""
    style, script = _part("page.css"), _part("page.js")
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    language = f' lang="{text(argument_map.language)}"' if argument_map.language else ""
    title = text(argument_map.title) or "Argument map"
    yield f"<!doctype html>\n<html{language}>\n<head>\n"
    yield '<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{title}</title>\n"
    yield f"<style>{style}</style>\n</head>\n<body>\n"
    for line in _body(argument_map, title):
        yield line
        yield "\n"
    yield f"<script>{script}</script>\n</body>\n</html>\n"


def _body(argument_map: ArgumentMap, title: str) -> Iterator[str]:
    cards = Cards(argument_map)
    yield f"<main>\n<header>\n<h1>{title}</h1>"
    if argument_map.authors:
        yield f'<p class="facts">{text(", ".join(argument_map.authors))}</p>'
    if argument_map.summary:
        yield f'<p class="summary">{text(argument_map.summary)}</p>'
    yield f'</header>\n<div class="view">\n{_TOOLS}'
    starts = " ".join(cards.starts())
    yield (
        f'<div id="picture" tabindex="0" role="group" aria-label="Picture of the map" '
        f'data-starts="{starts}">'
    )
    memory = Memory()  # as both themes have cards of the same size
    for theme in ("light", "dark"):
        yield from _picture(argument_map, theme, cards, memory)
    yield '</div>\n</div>\n<section aria-labelledby="statements">'
    yield '<h2 id="statements">Statements</h2>'
    yield from cards.articles()
    yield "</section>"
    yield from _groups(argument_map)
    yield from sources(argument_map)
    yield "</main>"


def _groups(argument_map: ArgumentMap) -> Iterator[str]:
    """Return the groups of which there is more to say than the frames in the picture do.

    No frame is drawn around nothing.
    """
    empty = set(empty_groups(argument_map))
    listed = [group for group in argument_map.groups if group.note or group.id in empty]
    if not listed:
        return
    yield '<section aria-labelledby="groups">\n<h2 id="groups">Groups</h2>\n<dl>'
    for group in listed:
        note = text(group.note) or "No statement is in it."
        yield f'<dt>{text(group.name)}</dt><dd class="note">{note}</dd>'
    yield "</dl>\n</section>"


_TOOLS = """<div class="tools" role="group" aria-label="View" hidden>
<label for="search">Search</label> <input id="search" type="search">
<output id="matches" for="search"></output>
<button id="larger" type="button" title="Larger (+)" aria-label="Larger">+</button>
<button id="smaller" type="button" title="Smaller (-)" aria-label="Smaller">−</button>
<button id="fit" type="button" title="The whole map (0)">Whole map</button>
</div>"""


def _picture(argument_map: ArgumentMap, theme: str, cards: Cards, memory: Memory) -> Iterator[str]:
    """Return the parts of the SVG for a page.

    Cards are marked, and ids left out, as they would come twice.

    It is a group and no image, because screen readers see nothing of what is inside an image; the
    titles that Graphviz writes give the cards their names. What ties them is hidden from them:
    the articles say it in words.
    """
    options = DrawingOptions(themes.load(theme))
    _, parts = streamed(argument_map, options, links=False, memory=memory)
    next(parts)  # that it is XML
    opening = next(parts).replace("<svg", f'<svg class="{theme}"', 1)
    yield opening.replace(' role="img"', ' role="group"', 1).removesuffix("\n")

    def marked(found: re.Match[str]) -> str:
        name = cards.name_of(found[1].partition(":")[0])
        if name.startswith("card"):
            return f'<g data-card="{name}"'
        return f'<g data-part="{name}" aria-hidden="true"' if name else "<g"

    for part in parts:
        yield _GROUP.sub(marked, part).removesuffix("\n")
    yield ""


def _part(name: str) -> str:
    return (files("argmap.formats.html") / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
