"""An item from the values that a file has for it, as conflicts hold them."""

from __future__ import annotations

from dataclasses import replace

from argmap.errors import ArgmapError, Severity
from argmap.model.argument_map import Item, Relation, Table
from argmap.store.reading.complaints import Complaints
from argmap.store.reading.reader import Reader
from argmap.store.schema.keys import Level
from argmap.store.yaml.emit import flow
from argmap.store.yaml.scan import scan


def item_of(table: Table, section: str, id_: str) -> Item:
    """Return the item that a section would hold; raises ArgmapError for what cannot be read.

    Values are read as if they stood in their section. `id_` is what a relation without an id of its
    own is called.
    """
    scanned = scan(flow((table,)))
    say = Complaints("")
    item = Reader(scanned, say).read_alone(scanned.root, Level(section))
    for problem in say.in_order():
        if problem.severity is Severity.ERROR:
            raise ArgmapError(problem.message, problem.hint)
    assert item is not None, "what cannot be read has a problem"
    if isinstance(item, Relation) and not item.id:
        return replace(item, id=id_, anonymous=True)
    return item
