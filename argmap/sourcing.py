"""Making sources of what a user has: a file whose text is taken out and kept, or references.

Nothing here touches a map's file: the command line and the window each put what was made into the
map in their own way. Reading and writing may take a while, so a window does both in a thread.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from argmap import saving
from argmap.errors import ArgmapError, Place
from argmap.frozen import frozen
from argmap.model.argument_map import ArgumentMap, Source
from argmap.model.ids import new_id, unused_id
from argmap.references import bibtex_in, csl, ris_in
from argmap.saving.digest import sha256
from argmap.store.file_names import stem_of
from argmap.store.schema.keys import ID_LENGTH, ID_PATTERN
from argmap.texts.reading.cage import extracted, read_file
from argmap.texts.reading.encodings import decoded
from argmap.texts.reading.extract import Extract
from argmap.texts.reading.kinds import kind_of

REFERENCES = (".bib", ".ris", ".json")
"""The suffixes of lists of references; all other files are texts."""

_BIBTEX = re.compile(r"\s*(?:%[^\n]*\n\s*)*@\w+\s*[{(]")
_RIS = re.compile(r"\s*TY  - ")
_TITLE = 60
"""The length of a title that is made of the first words of a text, in letters."""


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


@frozen
class NewSource:
    """A source that is not in the map yet, and the files that its text is to be kept in.

    Their names are relative to the map's folder.
    """

    source: Source
    files: tuple[tuple[str, bytes], ...] = ()


def is_list(path: Path) -> bool:
    """Whether a file is a list of references, by its suffix."""
    return path.suffix.lower() in REFERENCES


def references(path: Path) -> tuple[tuple[Source, ...], tuple[ArgmapError, ...]]:
    """Return the references in a file, and an error for each entry that could not be read."""
    try:
        found, broken = _listed(decoded(path.read_bytes()), path.suffix.lower())
    except ArgmapError as error:
        raise ArgmapError(error.message, error.hint, Place(str(path))) from error
    places = (Place(str(path), error.where.line) for error in broken)
    return found, tuple(
        ArgmapError(e.message, e.hint, p) for e, p in zip(broken, places, strict=True)
    )


def pasted_references(words: str) -> tuple[tuple[Source, ...], tuple[ArgmapError, ...]]:
    """Return the references in words that somebody pasted: BibTeX, RIS or CSL-JSON.

    Raises ArgmapError for what is none of them.
    """
    if _BIBTEX.match(words):
        return _listed(words, ".bib")
    if _RIS.match(words):
        return _listed(words, ".ris")
    if words.lstrip().startswith(("[", "{")):
        return _listed(words, ".json")
    raise ArgmapError("This is no reference in BibTeX, RIS or CSL-JSON.", "Fill in the form.")


def are_references(words: str) -> bool:
    """Whether words look like references in BibTeX or RIS."""
    return bool(_BIBTEX.match(words) or _RIS.match(words))


def _listed(text: str, suffix: str) -> tuple[tuple[Source, ...], tuple[ArgmapError, ...]]:
    if suffix == ".bib":
        return bibtex_in.loads(text)
    return (ris_in.loads(text) if suffix == ".ris" else csl.loads(text)), ()


def with_own_id(argument_map: ArgumentMap, source: Source) -> Source:
    """Return a reference with its own key for an id if it can be one, else with a new id."""
    return replace(source, id=_usable(source.id, source.id or source.title, argument_map.ids))


def text_source(
    argument_map: ArgumentMap, map_path: Path | None, path: Path, wishes: Wishes
) -> NewSource:
    """Return a source for a file, whose text is kept beside the map or in it.

    It is kept in a map that has no file yet. Raises ArgmapError where it cannot be read.
    """
    extract = read_file(path, whole=wishes.whole)
    made = _source(argument_map, map_path, extract, wishes, extract.title or path.stem)
    made = replace(made, original=path.name)
    if map_path and (name := _own_text(map_path.parent, path, extract)):
        own = replace(made, file=name, original="", sha256=sha256(path.read_bytes()))
        return NewSource(own)
    if map_path is None or not wishes.keep_original:
        return _kept(made, map_path, extract, wishes)
    original = f"{_folder(map_path)}/{made.id}{path.suffix}"
    kept = _kept(replace(made, original=original), map_path, extract, wishes)
    return replace(kept, files=(*kept.files, (original, path.read_bytes())))


def pasted_source(
    argument_map: ArgumentMap, map_path: Path | None, name: str, data: bytes, wishes: Wishes
) -> NewSource:
    """Return a source for what was copied in another program; `name` says of what kind it is."""
    extract = extracted(name, data, where=Place())
    first = " ".join(extract.text[: 4 * _TITLE].split())
    title = first if len(first) <= _TITLE else first[:_TITLE].rpartition(" ")[0] + "…"
    made = _source(argument_map, map_path, extract, wishes, extract.title or title)
    return _kept(made, map_path, extract, wishes)


def put_beside(argument_map: ArgumentMap, map_path: Path) -> tuple[NewSource, ...]:
    """Return the sources whose text a map holds, each with its text in a file of its own."""
    taken = _names_beside(map_path)
    made = []
    for source in argument_map.sources:
        if source.text and not source.file:
            name = unused_id(source.id, taken)
            taken |= {name}
            data, file = source.text.encode(), f"{_folder(map_path)}/{name}.txt"
            own = replace(source, text="", file=file, sha256=sha256(data))
            made.append(NewSource(own, ((file, data),)))
    return tuple(made)


def write(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write the files of new sources into the map's folder; none that is there is overwritten.

    Raises ArgmapError where one cannot be written, or would lie elsewhere.
    """
    for name, content in files:
        _write(folder / name, content)


def _source(
    argument_map: ArgumentMap,
    map_path: Path | None,
    extract: Extract,
    wishes: Wishes,
    title: str,
) -> Source:
    title = wishes.title or title
    there = _names_beside(map_path) if map_path else frozenset()
    return Source(
        _usable(wishes.id or title, wishes.id or title, argument_map.ids | there),
        title,
        wishes.author or extract.author,
        extract.type,
        publisher=extract.publisher,
        date=wishes.date or extract.date,
        url=extract.url,
    )


def _names_beside(map_path: Path) -> frozenset[str]:
    """Return the names, without suffixes, of the files that lie where texts of a map are kept."""
    folder = map_path.parent / _folder(map_path)
    return frozenset(path.stem for path in folder.iterdir()) if folder.is_dir() else frozenset()


def _usable(id_: str, words: str, taken: frozenset[str]) -> str:
    """Return an id itself if it can be one, else one made of words; unlike all that are taken."""
    whole = re.fullmatch(ID_PATTERN, id_) and len(id_) <= ID_LENGTH - 4
    return unused_id(id_, taken) if whole else new_id(words, taken, "source")


def _kept(source: Source, map_path: Path | None, extract: Extract, wishes: Wishes) -> NewSource:
    data = extract.text.encode()
    source = replace(source, sha256=sha256(data))
    if wishes.inline or map_path is None:
        return NewSource(replace(source, text=extract.text))
    file = f"{_folder(map_path)}/{source.id}.txt"
    return NewSource(replace(source, file=file), ((file, data),))


def _folder(map_path: Path) -> str:
    return f"{stem_of(map_path.name)}.sources"


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
    try:
        folder.mkdir(exist_ok=True)
        saving.write_new(target, content)
    except OSError as error:
        message = f"The text could not be written: {error.strerror or error}."
        raise ArgmapError(message, "", Place(str(target))) from error
