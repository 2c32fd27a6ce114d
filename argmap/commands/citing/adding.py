"""Adding sources to a map's file: the text of a file, kept beside the map, or bare references."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from argmap import saving
from argmap.commands.shared.inputs import STANDARD, read_map, refuse_no_map
from argmap.errors import ArgmapError, Place
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Source
from argmap.model.edits.edit import put
from argmap.model.ids import new_id, unused_id
from argmap.references import bibtex_in, csl, ris_in
from argmap.store.file_names import stem_of
from argmap.store.save import fingerprint
from argmap.store.schema.keys import ID_LENGTH, ID_PATTERN
from argmap.store.update import update
from argmap.texts.lookup import sha256
from argmap.texts.reading.cage import read_file
from argmap.texts.reading.encodings import decoded
from argmap.texts.reading.extract import Extract
from argmap.texts.reading.kinds import kind_of

REFERENCES = (".bib", ".ris", ".json")
"""The suffixes of lists of references; all other files are texts."""


@frozen
class Wishes:
    """What the user wants of a text that is added; empty fields are as the file says."""

    id: str = ""
    title: str = ""
    author: str = ""
    date: str = ""
    inline: bool = False
    whole: bool = False
    keep_original: bool = False


def add(
    map_name: str, files: list[str], wishes: Wishes
) -> tuple[tuple[Source, ...], list[ArgmapError]]:
    """Add sources to the file of a map; return them, and errors for entries that could not be read.

    Raises ArgmapError where the map cannot be edited, a file not be read, or a text not be written;
    the map is whole then as it was.
    """
    if map_name == STANDARD:
        raise ArgmapError("A source is added to a file, and standard input is none.", "Name it.")
    path = Path(map_name)
    known = fingerprint(path)
    reading = read_map(map_name)
    refuse_no_map(reading.problems)
    before = argument_map = reading.argument_map
    broken: list[ArgmapError] = []
    written: list[tuple[Path, bytes]] = []
    for name in files:
        if Path(name).suffix.lower() in REFERENCES:
            found, left_out = _references(Path(name))
            broken += left_out
            for source in found:
                argument_map = put(argument_map, _with_own_id(argument_map, source))
        else:
            source, data = _text_source(argument_map, path, Path(name), wishes)
            written += data
            argument_map = put(argument_map, source)
    for target, content in written:
        _write(target, content)
    update(path, reading, known, argument_map)
    return argument_map.sources[len(before.sources) :], broken


def _references(path: Path) -> tuple[tuple[Source, ...], list[ArgmapError]]:
    text = decoded(path.read_bytes())
    suffix = path.suffix.lower()
    if suffix == ".bib":
        found, broken = bibtex_in.loads(text)
        places = (Place(str(path), error.where.line) for error in broken)
        return found, [
            ArgmapError(e.message, e.hint, p) for e, p in zip(broken, places, strict=True)
        ]
    return (ris_in.loads(text) if suffix == ".ris" else csl.loads(text)), []


def _with_own_id(argument_map: ArgumentMap, source: Source) -> Source:
    """Return a reference with its own key for an id if it can be one, else with a new id."""
    taken = argument_map.ids
    if re.fullmatch(ID_PATTERN, source.id) and len(source.id) <= ID_LENGTH - 4:
        return replace(source, id=unused_id(source.id, taken))
    return replace(source, id=new_id(source.id or source.title, taken, "source"))


def _text_source(
    argument_map: ArgumentMap, map_path: Path, path: Path, wishes: Wishes
) -> tuple[Source, list[tuple[Path, bytes]]]:
    """Return the source for a file, and the files that are to be written for it."""
    extract = read_file(path, whole=wishes.whole)
    title = wishes.title or extract.title or path.stem
    id_ = _id(argument_map, map_path, wishes.id or title)
    source = Source(
        id_,
        title,
        wishes.author or extract.author,
        extract.type,
        publisher=extract.publisher,
        date=wishes.date or extract.date,
        url=extract.url,
        original=path.name,
    )
    if name := _own_text(map_path.parent, path, extract):
        return replace(source, file=name, original="", sha256=sha256(path.read_bytes())), []
    data = extract.text.encode()
    source = replace(source, sha256=sha256(data))
    folder = _folder(map_path)
    kept = [(map_path.parent / folder / f"{id_}{path.suffix}", path.read_bytes())]
    kept = kept if wishes.keep_original else []
    if kept:
        source = replace(source, original=f"{folder}/{id_}{path.suffix}")
    if wishes.inline:
        return replace(source, text=extract.text), kept
    file = f"{folder}/{id_}.txt"
    return replace(source, file=file), [(map_path.parent / file, data), *kept]


def _folder(map_path: Path) -> str:
    return f"{stem_of(map_path.name)}.sources"


def _id(argument_map: ArgumentMap, map_path: Path, wish: str) -> str:
    """Return an id that neither the map nor the folder of its texts has."""
    folder = map_path.parent / _folder(map_path)
    there = {path.stem for path in folder.iterdir()} if folder.is_dir() else set()
    taken = argument_map.ids | there
    whole = re.fullmatch(ID_PATTERN, wish) and len(wish) <= ID_LENGTH - 4
    return unused_id(wish, taken) if whole else new_id(wish, taken, "source")


def _own_text(folder: Path, path: Path, extract: Extract) -> str:
    """Return the name of a plain text that lies beside the map already; empty for other files."""
    data = path.read_bytes()
    inside = path.resolve().is_relative_to(folder.resolve())
    if not inside or kind_of(path.name, data).name != "plain" or data != extract.text.encode():
        return ""
    return path.resolve().relative_to(folder.resolve()).as_posix()


def _write(target: Path, content: bytes) -> None:
    folder = target.parent
    if folder.resolve() != folder.parent.resolve() / folder.name:
        raise ArgmapError(
            "The folder for the texts is a link to another place.", "Remove it.", Place(str(folder))
        )
    folder.mkdir(exist_ok=True)
    saving.write_new(target, content)
