"""A file in the form in which the program writes fresh ones, comments kept.

Keys stand in the order of the table, values as the emitter writes them, one blank line between
statements and before sections. A comment stays with what it is about: above a key, on its line, or
set apart by blank lines. One inside a value that is written anew stands above its key, one in a
section in brackets above the section.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from argmap.model.argument_map import ArgumentMap, Item, Table, Value
from argmap.store.schema.keys import KEYS_OF, Level
from argmap.store.schema.tables import fields_of, table_of
from argmap.store.writing.chunks import Chunk, Role
from argmap.store.yaml.comments import Comment, comments
from argmap.store.yaml.emit import entry
from argmap.store.yaml.node import Collection
from argmap.store.yaml.scan import Scan, scan

_INDENT = 2

Line: TypeAlias = "str | None"
"""A line without its break; None is a blank one that sets things apart."""


def canonical(chunks: Sequence[Chunk], argument_map: ArgumentMap) -> str:
    """Return the text of a file, all of which is in the map."""
    parts = _unfolded(_unfolded(chunks))
    values = dict(fields_of(argument_map).pairs)
    lines: list[Line] = []
    if parts:
        lines += _gap(parts[0].gap, 0, apart=False)
        parts[0] = parts[0].in_gap("")
    for top in _tops(parts):
        lines += _top(top, values)
    return "\n".join(_with_single_blanks(lines)) + "\n"


def _unfolded(chunks: Iterable[Chunk]) -> list[Chunk]:
    """Return what is in brackets as if it stood on lines; comments in there come before it."""
    found: list[Chunk] = []
    for chunk in chunks:
        if not chunk.unfolded:
            found.append(chunk)
            continue
        first, *others = chunk.unfolded
        kept = Counter(
            c.text for part in chunk.unfolded for c in comments(scan(part.gap + part.body))
        )
        said = (comment.text for comment in comments(scan(chunk.body)))
        lost = "".join(f"{text}\n" for text in said if not _count_off(kept, text))
        found += [first.in_gap(chunk.gap + lost + first.gap), *others]
    return found


def _count_off(kept: Counter[str], text: str) -> bool:
    """Whether one more of these is left; it is taken away."""
    kept[text] -= 1
    return kept[text] >= 0


def _tops(chunks: Iterable[Chunk]) -> list[list[Chunk]]:
    """Return the top-level keys, each with its items, in the order in which they are written."""
    groups: list[list[Chunk]] = []
    for chunk in chunks:
        if chunk.role is Role.ITEM:
            groups[-1].append(chunk)
        else:
            groups.append([chunk])
    ranks = {name: rank for rank, name in enumerate(KEYS_OF[Level.MAP])}
    last = len(ranks) + 1
    groups.sort(key=lambda g: last if g[0].role is Role.REST else ranks.get(g[0].name, last - 1))
    return groups


def _top(group: Sequence[Chunk], values: dict[str, Value]) -> Iterator[Line]:
    head, *items = group
    if head.role is Role.REST:
        yield from _gap(head.gap + head.body, 0, apart=True)
        return
    yield from _gap(head.gap, 0, apart=True)
    if head.role is Role.FIELD and head.name in values:
        yield from _keys(head.body, Table(((head.name, values[head.name]),)), 0)
    if not items:
        return
    yield None
    yield from _keys(head.body, Table(((head.name, ()),)), 0, bare=True)
    for number, chunk in enumerate(items):
        if number and head.name == Level.STATEMENT:
            yield None
        yield from _gap(chunk.gap, _INDENT, apart=bool(number))
        yield from _item(chunk)


def _item(chunk: Chunk) -> Iterator[str]:
    """Return the lines of an item; what stands above its first key stands above its dash."""
    assert isinstance(chunk.holds, Item), "all of the file is in the map"
    pairs = table_of(chunk.holds).pairs
    if chunk.implied:
        pairs = tuple(pair for pair in pairs if pair[0] != "kind")
    lines = list(_keys(chunk.body, Table(pairs), 2 * _INDENT))
    first = next(at for at, line in enumerate(lines) if not line.lstrip().startswith("#"))
    yield from (line[_INDENT:] for line in lines[:first])
    yield f"{' ' * _INDENT}- {lines[first][2 * _INDENT :]}"
    yield from lines[first + 1 :]


def _keys(body: str, table: Table, column: int, *, bare: bool = False) -> Iterator[str]:
    """Return the lines of keys with their comments, which stand in the old lines.

    Bare keys have no value on their own line.
    """
    scanned = scan(body)
    above, beside, below = _about(scanned)
    pad = " " * column
    yield from (f"{pad}{text}" for text in above.pop("", ()))
    for name, value in table.pairs:
        head, *more = [f"{name}:"] if bare else entry(name, value, column)
        yield from (f"{pad}{text}" for text in above.pop(name, ()))
        comment = f"  {beside[name]}" if name in beside else ""
        yield f"{head}{comment}"
        yield from more
    deeper = pad if column else " " * _INDENT
    left = [beside[name] for name in beside if name not in dict(table.pairs)]
    yield from (f"{deeper}{text}" for text in (*chain(*above.values()), *left, *below))


def _about(scanned: Scan) -> tuple[dict[str, list[str]], dict[str, str], list[str]]:
    """Return comments by the keys that they stand above, or beside, and those below all keys."""
    root = scanned.root
    if isinstance(root, Collection) and not root.mapping:
        (root,) = root.items
    assert isinstance(root, Collection), "an item or a key is a mapping"
    pairs = list(scanned.lines.pairs(root)) if not root.flow else []
    above: dict[str, list[str]] = {}
    beside: dict[str, str] = {}
    below: list[str] = []
    for comment in comments(scanned):
        if comment.index < root.start_mark.index:
            above.setdefault("", []).append(comment.text)
            continue
        name: str | None = next((p.name or "" for p in pairs if comment.index < p.end), None)
        here = next((p.name or "" for p in pairs if _is_beside(scanned, p.start, comment)), None)
        if here is not None and here not in beside:
            beside[here] = comment.text
        elif name is not None or here is not None:
            above.setdefault(name or here or "", []).append(comment.text)
        elif not comment.alone:
            last = pairs[-1].name if pairs else ""
            above.setdefault(last or "", []).append(comment.text)
        else:
            below.append(comment.text)
    return above, beside, below


def _is_beside(scanned: Scan, start: int, comment: Comment) -> bool:
    """Whether a comment stands on the line on which a key begins, behind it."""
    return start < comment.index < scanned.lines.end_of_line(start)


def _gap(gap: str, column: int, *, apart: bool) -> Iterator[Line]:
    """Return the comments of a gap, set apart from what they are not about."""
    lines = [line.strip() for line in gap.splitlines()]
    kept = [line for line in lines if not line or line.startswith("#")]
    if not any(kept):
        return
    if apart:
        yield None
    yield from (f"{' ' * column}{line}" if line else None for line in kept)
    if apart:
        yield None


def _with_single_blanks(lines: Iterable[Line]) -> Iterator[str]:
    """Return the lines with one blank line where some are wanted, but at the start and the end."""
    waiting = begun = False
    for line in lines:
        if line is None:
            waiting = begun
            continue
        if waiting:
            yield ""
        yield line
        begun, waiting = True, False
