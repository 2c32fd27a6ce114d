"""What the room for authoring says of a text, in the words of the protocol."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lsprotocol import types

from argmap.authoring import folding, naming, outline
from argmap.authoring.completion import Names, Offer, What, offers
from argmap.authoring.fixes import fixes
from argmap.authoring.formatting import formatted
from argmap.authoring.positions import rows
from argmap.authoring.problems import Marked
from argmap.authoring.written import Change, Written, changes_between
from argmap.commands.serving.units import Ruler, ruler
from argmap.errors import Severity, in_a_row
from argmap.store.schema.keys import Level
from argmap.texts.lookup import Lookup

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.HINT: types.DiagnosticSeverity.Hint,
}
_KINDS = {
    What.KEY: types.CompletionItemKind.Property,
    What.ID: types.CompletionItemKind.Reference,
    What.VALUE: types.CompletionItemKind.EnumMember,
}
_SYMBOLS: Mapping[Level, types.SymbolKind] = {
    Level.MAP: types.SymbolKind.Namespace,
    Level.STATEMENT: types.SymbolKind.String,
    Level.RELATION: types.SymbolKind.Event,
    Level.SOURCE: types.SymbolKind.File,
    Level.GROUP: types.SymbolKind.Package,
    Level.VIEWPOINT: types.SymbolKind.Interface,
}


class Answers:
    """The answers about one text, as it is."""

    def __init__(self, uri: str, text: Written, unit: str) -> None:
        self._uri = uri
        self._text = text
        self._ruler: Ruler = ruler(text.text, unit)

    def diagnostics(self, found: Iterable[Marked]) -> list[types.Diagnostic]:
        """Return problems as an editor marks them."""
        return [self._diagnostic(each) for each in found]

    def _diagnostic(self, found: Marked) -> types.Diagnostic:
        problem = found.problem
        return types.Diagnostic(
            range=self._ruler.span(found.start, found.end),
            message=in_a_row(problem.message, problem.hint),
            severity=_SEVERITIES[problem.severity],
            code=problem.code,
            source="argmap",
        )

    def actions(
        self, found: Iterable[Marked], chosen: types.Range, texts: Lookup
    ) -> Iterator[types.CodeAction]:
        """Return what mends the problems within a range, or else on its lines.

        What only ignores a problem comes last.
        """
        start, end = self._ruler.index(chosen.start), self._ruler.index(chosen.end)
        known = list(found)
        here = [each for each in known if each.start <= end and start <= each.end]
        here = here or [each for each in known if self._shares_line(each, chosen)]
        pairs = [(each, fix) for each in here for fix in fixes(self._text, each, texts)]
        for each, fix in sorted(pairs, key=lambda pair: pair[1].ignores):
            yield types.CodeAction(
                title=fix.name,
                kind=types.CodeActionKind.QuickFix,
                diagnostics=[self._diagnostic(each)],
                is_preferred=fix.sure,
                edit=self._edit(fix.changes),
            )

    def _shares_line(self, each: Marked, chosen: types.Range) -> bool:
        first, last = (self._text.lines.of(index)[0] for index in (each.start, each.end))
        return first <= chosen.end.line and chosen.start.line <= last

    def hover(self, position: types.Position) -> types.Hover | None:
        """Return what is to be known of what stands at a place."""
        index = self._ruler.index(position)
        said, spot = naming.hover(self._text, index), self._text.at(index)
        if not said or spot is None:
            return None
        content = types.MarkupContent(types.MarkupKind.Markdown, said)
        return types.Hover(content, self._ruler.span(spot.start, spot.end))

    def definition(self, position: types.Position) -> types.Location | None:
        """Return where the id at a place is given."""
        spot = naming.definition(self._text, self._ruler.index(position))
        return self._location(spot.start, spot.end) if spot else None

    def references(self, position: types.Position, *, given: bool) -> list[types.Location]:
        """Return where the id at a place is named, and if so asked where it is `given`."""
        spot = naming.id_at(self._text, self._ruler.index(position))
        if spot is None:
            return []
        place = self._text.defined.get(spot.said)
        found = [place] if given and place else []
        return [
            self._location(s.start, s.end) for s in (*found, *naming.uses(self._text, spot.said))
        ]

    def renamable(self, position: types.Position) -> types.Range | None:
        """Return the id at a place, if it is one that can be renamed."""
        spot = naming.id_at(self._text, self._ruler.index(position))
        known = spot is not None and spot.said in self._text.defined
        return self._ruler.span(spot.start, spot.end) if spot and known else None

    def renaming(self, position: types.Position, new: str) -> types.WorkspaceEdit | None:
        """Return what renames the id at a place; raises ArgmapError where that cannot be."""
        spot = naming.id_at(self._text, self._ruler.index(position))
        return self._edit(naming.renaming(self._text, spot.said, new)) if spot else None

    def symbols(self) -> list[types.DocumentSymbol]:
        """Return the sections with their items."""
        return [self._symbol(symbol) for symbol in outline.symbols(self._text)]

    def _symbol(self, symbol: outline.Symbol) -> types.DocumentSymbol:
        return types.DocumentSymbol(
            name=symbol.name,
            detail=symbol.said,
            kind=_SYMBOLS.get(symbol.level, types.SymbolKind.Object),
            range=self._ruler.span(symbol.start, symbol.end),
            selection_range=self._ruler.span(symbol.name_start, symbol.name_end),
            children=[self._symbol(inner) for inner in symbol.inner],
        )

    def formatting(self) -> list[types.TextEdit]:
        """Return what makes the text canonical; raises ArgmapError where that cannot be."""
        after = formatted(self._text.reading)
        return self._edits(changes_between(self._text.text, after))

    def _location(self, start: int, end: int) -> types.Location:
        return types.Location(self._uri, self._ruler.span(start, end))

    def _edit(self, changes: Sequence[Change]) -> types.WorkspaceEdit:
        return types.WorkspaceEdit(changes={self._uri: self._edits(changes)})

    def _edits(self, changes: Sequence[Change]) -> list[types.TextEdit]:
        return [types.TextEdit(self._ruler.span(c.start, c.end), c.becomes) for c in changes]


def completion(
    text: str, position: types.Position, names: Names, unit: str
) -> types.CompletionList:
    """Return what can be written at a place; editors narrow it down by id and by text."""
    there = ruler(text, unit)
    found = offers(text, there.index(position), names)
    items = [_item(there, offer, number) for number, offer in enumerate(found)]
    return types.CompletionList(is_incomplete=False, items=items)


def _item(there: Ruler, offer: Offer, number: int) -> types.CompletionItem:
    of_id = offer.what is What.ID
    return types.CompletionItem(
        label=offer.name,
        kind=_KINDS[offer.what],
        detail=offer.says or None,
        filter_text=f"{offer.name} {offer.says}" if of_id else None,
        sort_text=f"{number:06}",
        text_edit=types.TextEdit(there.span(offer.start, offer.end), offer.becomes),
    )


def folds(text: str) -> list[types.FoldingRange]:
    """Return the lines that can be folded."""
    return [types.FoldingRange(first, last) for first, last in folding.folds(rows(text))]
