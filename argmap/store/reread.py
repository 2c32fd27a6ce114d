"""Reading a text again after some of its lines have become others.

Where that is safe only the items whose lines changed are read, and the rest of the map and of the
text stays as it was; else the whole is. It is safe where

- nothing but lines of items of one section differs, and what was read before had no problem that
  the map does not show by itself;
- these lines, read between the item above and the chunk below them, are the same items again, each
  on lines of its own in a list that is no other, and nothing is wrong with them;
- each keeps its id, the ids that it names, and whether it says its kind.

The first says that nobody below or above is read otherwise by the new lines, the second that the
parser is where it was when it comes to the lines below: they begin a new item or key, as before, so
no quote, bracket, block or comment is open. What one item means for others are its id, what it
names, and, of relations, what they bear on; with the third that stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from argmap.errors import Place
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Group, Item, Relation, Statement, Viewpoint
from argmap.model.history.patch import Change, Patch, keeping
from argmap.model.integrity import dangling
from argmap.store.file_text import FileText, TextEdit
from argmap.store.reading.complaints import Complaints
from argmap.store.reading.partial_item import PartialItem
from argmap.store.reading.reader import Reader
from argmap.store.schema.keys import Level
from argmap.store.writing.chunks import Chunk, Contents, chunks_of
from argmap.store.writing.text_edit import between
from argmap.store.writing.touched import Touched
from argmap.store.yaml.halves import holds_half
from argmap.store.yaml.lines import OddLayoutError
from argmap.store.yaml.node import Collection
from argmap.store.yaml.scan import Scan, may_be_too_much, scan
from argmap.store.yaml_file import Reading, read


@frozen
class Reread:
    """What came of reading a text in place of another, and what makes the one of the other.

    The map holds the very items of the map before, as far as they are alike.
    """

    reading: Reading
    edit: TextEdit


def reread(before: Reading, text: str, file: str = "") -> Reread:
    """Return what `read` returns of a text, sooner if it differs little from one that was read."""
    return reread_items(before, text, file) or _whole(before, text, file)


def _whole(before: Reading, text: str, file: str) -> Reread:
    reading = read(text, file)
    if reading.read_only:
        return Reread(reading, TextEdit(()))
    kept = keeping(before.argument_map, reading.argument_map)
    return Reread(replace(reading, argument_map=kept), before.text.becoming(reading.text))


def reread_items(before: Reading, text: str, file: str = "") -> Reread | None:
    """Return what is read of the touched items, with the rest as it was; None if not safe."""
    if before.read_only or not _is_sound(before) or may_be_too_much(text) or holds_half(text):
        return None
    touched = before.text.touched(text)
    scanned = scan(touched.excerpt()) if touched else None
    if touched is None or scanned is None or scanned.broken:
        return None
    items = _items(touched, scanned)
    chunks = _chunks(touched, scanned, items) if items else ()
    if not chunks:
        return None
    changes = [
        Change(touched.head.name, was.holds, chunk.holds)
        for was, chunk in zip(touched.items, chunks, strict=True)
        if isinstance(was.holds, Item) and isinstance(chunk.holds, Item)
    ]
    argument_map = Patch((), tuple(c for c in changes if c.before != c.after)).apply(
        before.argument_map
    )
    edit = between(touched.at, touched.items, chunks)
    reading = _reading(argument_map, partial(before.text.edited, edit), file)
    return Reread(reading, edit) if all(p.where.line for p in reading.problems) else None


def _is_sound(reading: Reading) -> bool:
    """Whether all that is wrong with a text is to be seen in its map, and is no conflict."""
    seen = {(p.code, p.ids) for p in dangling(reading.argument_map)} if reading.problems else ()
    return not (reading.argument_map.conflicts or reading.repairs or reading.offered) and all(
        (problem.code, problem.ids) in seen for problem in reading.problems
    )


def _items(touched: Touched, scanned: Scan) -> dict[int, tuple[Item, bool]]:
    """Return the items of an excerpt as they are in the map, and whether they name no kind.

    They are found by where they begin; none are returned unless they take the place of others.
    """
    root = scanned.root
    if not isinstance(root, Collection) or not root.mapping or root.flow:
        return {}
    say = Complaints("")
    reader = Reader(scanned, say)
    drafts = reader.drafts_alone(root.items[1], Level(touched.head.name))
    chunks = [chunk for chunk in touched.kept if chunk.is_item(touched.head.name)]
    if len(say) or reader.offered or len(drafts) != len(chunks):
        return {}
    found = {}
    for draft, chunk in zip(drafts, chunks, strict=True):
        item = _in_place_of(chunk, draft)
        if item is None:
            return {}
        found[draft.node.start_mark.index] = item, chunk.implied
    return found


def _in_place_of(chunk: Chunk, draft: PartialItem) -> Item | None:
    """Return an item as it is in the map in the place of another; None if that changes more."""
    item, was = draft.item, chunk.holds
    if isinstance(item, Statement) and isinstance(was, Statement):
        if chunk.implied != (not draft.values.get("kind")):
            return None
        item = replace(item, kind=was.kind) if chunk.implied else item
    elif isinstance(item, Relation) and isinstance(was, Relation) and was.anonymous:
        item = replace(item, id=item.id or was.id, anonymous=not item.id)
    if item is None or not isinstance(was, Item) or _ties(item) != _ties(was):
        return None
    return item


def _ties(item: Item) -> Sequence[object]:
    """Return what an item means for others: its id, and what it names."""
    names: Sequence[object] = ()
    match item:
        case Statement():
            names = (item.group, *(cite.source for cite in item.cites))
        case Relation():
            names = (item.anonymous, item.premises, item.bearing, item.target)
        case Group():
            names = (item.parent,)
        case Viewpoint():
            names = item.judgements
    return type(item), item.id, *names


def _chunks(
    touched: Touched, scanned: Scan, items: Mapping[int, tuple[Item, bool]]
) -> tuple[Chunk, ...]:
    """Return the chunks that touched items have now; none where others change with them."""
    implied = {item.id for item, implied in items.values() if implied}
    contents = Contents({at: item for at, (item, _) in items.items()}, implied)
    try:
        chunks = chunks_of(scanned, contents)
    except OddLayoutError:
        return ()
    first = 1 + len(touched.above)
    stop = first + len(touched.items)
    around = (*chunks[:first], *chunks[stop:])
    kept = (*touched.kept[:first], *touched.kept[stop:])
    if len(around) != len(kept) or any(map(_moved, around, kept)):
        return ()
    return tuple(chunks[first:stop])


def _moved(chunk: Chunk, was: Chunk) -> bool:
    """Whether a chunk is no longer on the lines that it had."""
    return (chunk.role, chunk.gap + chunk.body) != (was.role, was.gap + was.body)


def _reading(argument_map: ArgumentMap, text: Callable[[], FileText], file: str) -> Reading:
    source = cache(text)
    places = _Places(lambda: source().places(), file)
    found = tuple(problem.located(places) for problem in dangling(argument_map))
    problems = tuple(sorted(found, key=lambda p: (p.where.line, p.where.column)))
    return Reading(argument_map, source, problems, read_only=False, places=places)


class _Places(Mapping[str, Place]):
    """Where the items of a text stand, found when it is asked: at most keys nobody asks."""

    def __init__(self, find: Callable[[], Mapping[str, Place]], file: str) -> None:
        self._find = cache(find)
        self._file = file

    def __getitem__(self, id_: str) -> Place:
        return replace(self._find()[id_], file=self._file)

    def __iter__(self) -> Iterator[str]:
        return iter(self._find())

    def __len__(self) -> int:
        return len(self._find())
