"""The page of a statement, with what it cites."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from argmap.desktop.inspector.binding import CiteBinding
from argmap.desktop.inspector.contents.contents import Contents, named
from argmap.desktop.inspector.contents.whole_map import add_source
from argmap.desktop.inspector.entry_list import EntryList
from argmap.desktop.inspector.fields.choice import ChoiceEditor, PickEditor, TickEditor
from argmap.desktop.inspector.fields.field import Field, Link
from argmap.desktop.inspector.fields.line import (
    LineEditor,
    ShareEditor,
    VerbatimLineEditor,
    WordsEditor,
)
from argmap.desktop.inspector.fields.text import TextEditor, VerbatimEditor
from argmap.desktop.notices.notice import PASSING, Notice
from argmap.errors import ArgmapError
from argmap.model.argument_map import ArgumentMap, Cite, Source
from argmap.model.edits import edit, rearrange
from argmap.model.history.patch import Patch
from argmap.model.kinds import Basis, Judgement, Kind
from argmap.store.schema.keys import Level

_ALIKE = 0.75
"""How much of a title stays, of 1, where it is corrected rather than another one."""
_DIGITS = re.compile(r"\d+")
_KINDS = tuple((kind, kind.value) for kind in Kind)
_UNSAID = "what it rests on: not said"
_BASES = ((None, _UNSAID), *((basis, basis.replace("-", " ")) for basis in Basis))
_JUDGEMENTS = ((None, "open"), *((judgement, judgement.value) for judgement in Judgement))


def _groups(argument_map: ArgumentMap, _item: object) -> tuple[tuple[str, str], ...]:
    return ("", "none"), *named(argument_map.groups)


def _sources(argument_map: ArgumentMap, _item: object) -> tuple[tuple[str, str], ...]:
    return named(argument_map.sources)


def _set_text(argument_map: ArgumentMap, id_: str, text: str) -> ArgumentMap:
    if not text.strip():
        raise ArgmapError("A statement needs a text.", "Delete the statement if it is not needed.")
    return edit.set_fields(argument_map, id_, text=text)


def _set_credence(argument_map: ArgumentMap, id_: str, credence: float | None) -> ArgumentMap:
    if credence is not None and not 0 <= credence <= 1:
        raise ArgmapError("A credence is a number from 0 to 1.", "Write 0.5 for one half.")
    return edit.set_fields(argument_map, id_, credence=credence)


def _cites(argument_map: ArgumentMap, statement: str) -> tuple[tuple[str, str], ...]:
    found = argument_map.statement_by_id.get(statement)
    return tuple(
        (str(number), _cite_words(argument_map, cite))
        for number, cite in enumerate(found.cites if found else ())
    )


def _cite_words(argument_map: ArgumentMap, cite: Cite) -> str:
    source = argument_map.source_by_id.get(cite.source)
    title = source.title if source and source.title else cite.source
    return f"{title}, {cite.at}" if cite.at else title


def _add_cite(argument_map: ArgumentMap, statement: str, source: str) -> ArgumentMap:
    if statement not in argument_map.statement_by_id:
        return argument_map
    argument_map, source = _known(argument_map, source)
    cites = argument_map.statement_by_id[statement].cites
    return edit.set_fields(argument_map, statement, cites=(*cites, Cite(source)))


def _set_source(argument_map: ArgumentMap, cite: CiteBinding, source: str) -> ArgumentMap:
    """Let a cite name another source; a title that is corrected is that of the same source."""
    before = cite.items(argument_map)[0].source
    if source not in argument_map.source_by_id and (
        _goes_on(argument_map, before, source) or _corrects(argument_map, before, source)
    ):
        return edit.set_fields(argument_map, before, title=source)
    argument_map, source = _known(argument_map, source)
    return cite.set(argument_map, source=source)


def _goes_on(argument_map: ArgumentMap, source: str, title: str) -> bool:
    """Whether a title is a source's own and more, where it is all that one cite has brought."""
    found = argument_map.source_by_id.get(source)
    if found is None or not found.title or found != Source(source, found.title):
        return False
    cited = sum(cite.source == source for s in argument_map.statements for cite in s.cites)
    return cited == 1 and title.startswith(found.title)


def _corrects(argument_map: ArgumentMap, source: str, title: str) -> bool:
    """Whether a title is a source's own with a few letters changed; another year is another one."""
    found = argument_map.source_by_id.get(source)
    if found is None or _DIGITS.findall(found.title) != _DIGITS.findall(title):
        return False
    alike = SequenceMatcher(None, found.title.casefold(), title.casefold(), autojunk=False)
    return alike.quick_ratio() >= _ALIKE and alike.ratio() >= _ALIKE


def _told_of_source(done: Patch) -> Notice | None:
    """Say what became of the sources of the map by naming one in a cite."""
    for change in done.of("sources"):
        if isinstance(change.after, Source):
            title = change.after.title
            same = f"The source is called “{title}” now, wherever it is cited."
            new = f"“{title}” is a new source; the one named before is still in the map."
            return Notice(same if change.before else new, key=PASSING)
    return None


def _known(argument_map: ArgumentMap, source: str) -> tuple[ArgumentMap, str]:
    """Return the map, and in it the id of the source of that id, or of a new one of that title."""
    if not source:
        raise ArgmapError("A citation needs a source.", "Remove the citation if it is not needed.")
    if source not in argument_map.source_by_id:
        argument_map = add_source(argument_map, source)
        source = argument_map.sources[-1].id
    return argument_map, source


def _remove_cite(argument_map: ArgumentMap, statement: str, number: str) -> ArgumentMap:
    cites = list(argument_map.statement_by_id[statement].cites)
    del cites[int(number)]
    return edit.set_fields(argument_map, statement, cites=tuple(cites))


def _steps(argument_map: ArgumentMap, statement: str) -> tuple[str, ...]:
    return tuple(relation.id for relation in argument_map.relations_of(statement))


CITES = EntryList(
    "Cites",
    "cite",
    Level.CITE,
    (
        Field("Source", "source", PickEditor, _sources, _set_source, told=_told_of_source),
        Field("Quote", "quote", VerbatimEditor),
        Field("At", "at", LineEditor),
        Field("Text before", "prefix", VerbatimLineEditor),
        Field("Text after", "suffix", VerbatimLineEditor),
    ),
    _cites,
    _add_cite,
    _remove_cite,
    lambda statement, number: CiteBinding(statement, int(number)),
)

STATEMENT = Contents(
    "Statement",
    Level.STATEMENT,
    (
        Field("Text", "text", TextEditor, write=_set_text),
        Field(
            "Kind", "kind", ChoiceEditor, lambda _m, _item: _KINDS, rearrange.set_kind, shared=True
        ),
        Field("Unstated in the source", "implicit", TickEditor, shared=True),
        Field("Said by", "said_by", LineEditor, shared=True),
        Field("Judgement", "judgement", ChoiceEditor, lambda _m, _item: _JUDGEMENTS, shared=True),
        Field("Credence", "credence", ShareEditor, write=_set_credence, shared=True),
        Field("Basis", "basis", ChoiceEditor, lambda _map, _item: _BASES, shared=True),
        Field("Group", "group", ChoiceEditor, _groups, shared=True),
        Field("Tags", "tags", WordsEditor, shared=True),
        Field("Title", "title", LineEditor),
        Field("Note", "note", TextEditor),
        Link("Its arrows", _steps, "The arrows that start from it; a click selects one."),
    ),
    lists=(CITES,),
)
