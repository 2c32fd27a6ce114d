"""Lays a map out: what was placed, or what Graphviz places, as one Picture.

What is placed is put together from looks (see `looks`): Graphviz draws what has not been drawn
before, and what only moved is moved. So undo costs no run of Graphviz. What Graphviz places itself
is drawn whole each time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace
from typing import TypeAlias

from argmap.drawing.dot.card_looks import CardLooks
from argmap.drawing.dot.compact import Compact, written_compact
from argmap.drawing.dot.layered import written_layered
from argmap.drawing.dot.writer import layout_of
from argmap.drawing.graphviz import xdot
from argmap.drawing.graphviz.engine import Cancel, CancelledError, run
from argmap.drawing.looks.album import Album
from argmap.drawing.looks.compose import composed
from argmap.drawing.looks.draw import Part, draw, undrawn
from argmap.drawing.looks.things import Looks, looks_of
from argmap.drawing.marks import with_wide
from argmap.drawing.options import DrawingOptions, settled
from argmap.drawing.picture import Picture
from argmap.frozen import frozen, slotted
from argmap.model.argument_map import ArgumentMap
from argmap.model.kinds import Layout
from argmap.placing.arrangement import NEW, Arrangement
from argmap.placing.nodes import Memory


@frozen
class Unfinished:
    """A picture of which a part is plain, and all that is needed to draw that."""

    compact: Compact
    looks: Looks
    part: Part


@frozen
class Laid:
    """A picture, and how it is arranged: handed in for the next one, nobody changes sides."""

    picture: Picture
    arrangement: Arrangement
    unfinished: Unfinished | None = None
    """What is still to be drawn, where only so much was to be drawn at once."""


@slotted
class Cache:
    """What is kept from picture to picture of one map; it changes nothing but how long they take.

    It must not be used by two threads at once.
    """

    memory: Memory = field(default_factory=Memory)
    cards: CardLooks = field(default_factory=CardLooks)
    album: Album = field(default_factory=Album)
    last: Picture | None = None


First: TypeAlias = Callable[[Compact, Part], Part]
"""Chooses of what has never been drawn what is to be drawn at once."""


def no_first(_compact: Compact, _part: Part) -> Part:
    """Choose nothing."""
    return Part((), (), ())


def lay_out(
    argument_map: ArgumentMap,
    options: DrawingOptions,
    *,
    cancel: Cancel | None = None,
) -> Picture:
    """Return the picture of a map from a fresh arrangement, its sizes in points.

    Raises GraphvizError where Graphviz fails, CancelledError where somebody cancels.
    """
    return lay(argument_map, options, cancel=cancel).picture


def lay(
    argument_map: ArgumentMap,
    options: DrawingOptions,
    *,
    held: Arrangement = NEW,
    cache: Cache | None = None,
    cancel: Cancel | None = None,
    at_once: int | None = None,
    first: First = no_first,
) -> Laid:
    """Return the picture of a map in which what `held` arranges keeps its form.

    Where more than `at_once` things have never been drawn, they are plain: boxes and lines, but
    for those that `first` chooses.
    Raises GraphvizError where Graphviz fails, CancelledError where somebody cancels.
    """
    argument_map, options = settled(argument_map, options)
    if held.wide:
        options = replace(options, marks=with_wide(options.marks, held.wide))
    if layout_of(argument_map) is Layout.LAYERED:
        return Laid(_layered(argument_map, options, cancel), Arrangement(wide=held.wide))
    cache = cache or Cache()
    compact = written_compact(argument_map, options, held, cache.memory, cache.cards)
    cache.cards.forget_all_but(argument_map.statement_by_id)
    _raise_if(cancel)
    looks = looks_of(compact)
    part = undrawn(looks, cache.album)
    unfinished = None
    if at_once is None or part.size <= at_once:
        draw(compact, looks, part, cache.album, cancel)
    else:
        now = first(compact, part)
        draw(compact, looks, now, cache.album, cancel)
        unfinished = Unfinished(compact, looks, part.without(now))
    cache.last = composed(compact, looks, cache.album, cache.last)
    cache.album.shown(looks.all())
    return Laid(cache.last, replace(compact.placed.arrangement, wide=held.wide), unfinished)


def draw_more(laid: Laid, part: Part, cache: Cache, *, cancel: Cancel | None = None) -> Laid:
    """Return a picture in which some of what was plain is drawn.

    Raises GraphvizError where Graphviz fails, CancelledError where somebody cancels.
    """
    rest = laid.unfinished
    if rest is None:
        return laid
    draw(rest.compact, rest.looks, part, cache.album, cancel)
    _raise_if(cancel)
    cache.last = composed(rest.compact, rest.looks, cache.album, cache.last)
    left = rest.part.without(part)
    return replace(laid, picture=cache.last, unfinished=replace(rest, part=left) if left else None)


def _raise_if(cancel: Cancel | None) -> None:
    if cancel is not None and cancel.is_set():
        raise CancelledError("The layout was cancelled.")


def _layered(argument_map: ArgumentMap, options: DrawingOptions, cancel: Cancel | None) -> Picture:
    """Return the picture of a map that Graphviz places, in the order of the file."""
    text = xdot.prepared(written_layered(argument_map, options))
    (picture,) = run([text], "json", xdot.read, engine=options.engine, cancel=cancel)
    cards, arrows = picture.card_by_id, picture.arrow_by_id
    return replace(
        picture,
        cards=tuple(cards[statement.id] for statement in argument_map.statements),
        arrows=tuple(arrows[relation.id] for relation in argument_map.relations),
    )
