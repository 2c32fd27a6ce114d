"""A language server: it keeps the texts that an editor has open, and answers about them.

It reads no map from disk and writes none: the editor has the text, and saves it. What sources name
beside the map is looked up on disk, as `argmap check` does. Problems are told when the last key is
a moment ago; a text is read again when something is asked of it, and in a thread for its problems.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcContentModified, JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method
from pygls.uris import to_fs_path

import argmap
from argmap.authoring.completion import Names, names_in
from argmap.authoring.problems import Marked, findings
from argmap.authoring.written import Written, written
from argmap.commands.serving.answers import Answers, completion, folds
from argmap.commands.serving.tokens import LEGEND, tokens
from argmap.commands.serving.units import changed_by
from argmap.errors import ArgmapError
from argmap.texts.lookup import Lookup, beside, in_the_map

Steps = Iterator[tuple[Any, tuple[Any, ...], None]]
"""What pygls is to call, with which arguments."""

PAUSE = 0.15
"""Seconds after the last key until problems are looked for."""
SHORT = 50_000
"""Characters of a text that is read again in no time."""


class OpenText:
    """A text that an editor has open, and what was made out about it as it is."""

    def __init__(self, uri: str, text: str) -> None:
        self.uri = uri
        self.text = text
        self.version = 0
        self._last: Written | None = None
        self._written: Written | None = None
        self._found: tuple[Marked, ...] | None = None

    def become(self, text: str) -> None:
        """Take another text."""
        self.text = text
        self.version += 1
        self._written = self._found = None

    @property
    def written(self) -> Written:
        """The text, read; names are looked up in the last map that could be read."""
        if self._written is None:
            last = self._last
            self._written = written(self.text, known=last.known if last else None, before=last)
            self._last = self._written
        return self._written

    @property
    def names(self) -> Names:
        """What can be named; in a long text as it was read last, as nobody waits between keys."""
        last = self._last
        return names_in(self.written if last is None or len(self.text) < SHORT else last)

    def lookup(self) -> Lookup:
        """Return what finds the texts of sources: beside the file, if there is one."""
        path = to_fs_path(self.uri) if self.uri.startswith("file:") else None
        return beside(Path(path).parent) if path else in_the_map

    def found(self) -> tuple[Marked, ...]:
        """Return the problems of the text."""
        if self._found is None:
            self._found = findings(self.written, self.lookup())
        return self._found


class _Protocol(LanguageServerProtocol):
    """The protocol without pygls's own copies of texts, whose places it corrects for all."""

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> Steps:
        """Hand a change on as the editor sent it."""
        handler = self.fm.features.get(types.TEXT_DOCUMENT_DID_CHANGE)
        if handler is not None:
            yield handler, (params,), None


class MapServer(LanguageServer):
    """The server, with the texts that are open."""

    def __init__(self) -> None:
        super().__init__("argmap", argmap.__version__, protocol_cls=_Protocol)
        self._open: dict[str, OpenText] = {}

    def open(self, uri: str, text: str) -> None:
        """Keep a text from now on."""
        self._open[uri] = OpenText(uri, text)

    def change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Follow what was typed."""
        there = self._open[params.text_document.uri]
        text = there.text
        for change in params.content_changes:
            text = changed_by(text, change, self.unit)
        there.become(text)

    def close(self, uri: str) -> None:
        """Forget a text, and take its problems back."""
        self._open.pop(uri, None)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def of(self, uri: str) -> OpenText:
        """Return a text that is open."""
        try:
            return self._open[uri]
        except KeyError:
            raise JsonRpcInvalidParams("This text is not open.") from None

    def answers(self, uri: str) -> Answers:
        """Return what can be said of a text as it is."""
        return Answers(uri, self.of(uri).written, self.unit)

    @property
    def unit(self) -> str:
        """The unit in which columns are counted, as agreed upon with the editor."""
        return str(self.workspace.position_encoding or "utf-16")

    async def tokens(self, uri: str) -> types.SemanticTokens:
        """Return what the words of a text are, in a thread: it takes longest, and is asked often.

        Who types on, or cancels, wants it no longer.
        """
        there = self.of(uri)
        version = there.version
        await asyncio.sleep(PAUSE)
        if there.version == version:
            text = there.written
            made = await asyncio.to_thread(tokens, text, self.unit)
            if there.version == version:
                return made
        raise JsonRpcContentModified("The text is another one by now.")

    async def tell_problems(self, uri: str) -> None:
        """Tell what is wrong with a text, unless it is changed or closed meanwhile."""
        there = self._open.get(uri)
        if there is None:
            return
        version = there.version
        await asyncio.sleep(PAUSE)
        if self._open.get(uri) is not there or there.version != version:
            return
        text, lookup = there.written, there.lookup()
        found = await asyncio.to_thread(findings, text, lookup)
        if self._open.get(uri) is there and there.version == version:
            told = Answers(uri, text, self.unit).diagnostics(found)
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, told))


def serve() -> None:
    """Answer over standard input and output until the editor is done."""
    make_server().start_io()


def make_server() -> MapServer:
    """Return a server that knows what to do with each message."""
    server = MapServer()
    _follow(server)
    _look(server)
    _write(server)
    return server


def _follow(server: MapServer) -> None:
    """Keep up with what the editor has open."""

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(params: types.DidOpenTextDocumentParams) -> None:
        server.open(params.text_document.uri, params.text_document.text)
        await server.tell_problems(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        server.change(params)
        await server.tell_problems(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        server.close(params.text_document.uri)


def _look(server: MapServer) -> None:
    """Answer what is asked about a text."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        return server.answers(params.text_document.uri).hover(params.position)

    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    def definition(params: types.DefinitionParams) -> types.Location | None:
        return server.answers(params.text_document.uri).definition(params.position)

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    def references(params: types.ReferenceParams) -> list[types.Location]:
        given = params.context.include_declaration
        return server.answers(params.text_document.uri).references(params.position, given=given)

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        return server.answers(params.text_document.uri).symbols()

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    def folded(params: types.FoldingRangeParams) -> list[types.FoldingRange]:
        return folds(server.of(params.text_document.uri).text)

    @server.feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, LEGEND)
    async def coloured(params: types.SemanticTokensParams) -> types.SemanticTokens:
        return await server.tokens(params.text_document.uri)


def _write(server: MapServer) -> None:
    """Offer what can be written and mended."""

    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=[" ", "[", "{"])
    )
    def offered(params: types.CompletionParams) -> types.CompletionList:
        there = server.of(params.text_document.uri)
        return completion(there.text, params.position, there.names, server.unit)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix]),
    )
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        text = server.of(params.text_document.uri)
        answers = server.answers(params.text_document.uri)
        return list(answers.actions(text.found(), params.range, text.lookup()))

    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    def renamable(params: types.PrepareRenameParams) -> types.Range | None:
        return server.answers(params.text_document.uri).renamable(params.position)

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    def renaming(params: types.RenameParams) -> types.WorkspaceEdit | None:
        try:
            answers = server.answers(params.text_document.uri)
            return answers.renaming(params.position, params.new_name)
        except ArgmapError as error:
            raise JsonRpcInvalidParams(str(error)) from None

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def formatting(params: types.DocumentFormattingParams) -> list[types.TextEdit] | None:
        try:
            return server.answers(params.text_document.uri).formatting()
        except ArgmapError as error:
            kind = types.MessageType.Warning
            server.window_show_message(types.ShowMessageParams(kind, str(error)))
            return None
