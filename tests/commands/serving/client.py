"""An editor: a real client that speaks with `argmap lsp` over its standard input and output."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

Scenario = Callable[["Editor"], Awaitable[None]]
PATIENCE = 60
"""Seconds after which something hangs."""


class Editor:
    """An editor with one file open; it makes the changes that the server asks for."""

    def __init__(self, path: Path, text: str) -> None:
        self.client = LanguageClient("editor", "1")
        self.uri = path.as_uri()
        self.here = types.TextDocumentIdentifier(self.uri)
        self.text = text
        self.version = 0
        self.told: asyncio.Queue[list[types.Diagnostic]] = asyncio.Queue()
        self.messages: list[str] = []

        def hear_problems(params: types.PublishDiagnosticsParams) -> None:
            self.told.put_nowait(list(params.diagnostics))

        def hear_message(params: types.ShowMessageParams) -> None:
            self.messages.append(params.message)

        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(hear_problems)
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(hear_message)

    async def start(self, encodings: list[str]) -> types.InitializeResult:
        await self.client.start_io(sys.executable, "-m", "argmap", "lsp", "--stdio")
        general = types.GeneralClientCapabilities(
            position_encodings=[types.PositionEncodingKind(each) for each in encodings]
        )
        asked = types.InitializeParams(types.ClientCapabilities(general=general))
        result = await self.client.initialize_async(asked)
        self.client.initialized(types.InitializedParams())
        document = types.TextDocumentItem(self.uri, "yaml", 0, self.text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        return result

    async def end(self) -> None:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        await self.client.stop()

    async def problems(self) -> list[types.Diagnostic]:
        """Return what is told next, hints aside."""
        return [p for p in await self.told.get() if p.severity != types.DiagnosticSeverity.Hint]

    def at(self, words: str, inside: int = 0) -> types.Position:
        """Return the place of some words, or one `inside` them."""
        before = self.text[: self.text.index(words) + inside]
        return types.Position(before.count("\n"), len(before) - before.rfind("\n") - 1)

    def replace(self, old: str, new: str) -> None:
        """Type something in the place of some words."""
        span = types.Range(self.at(old), self.at(old, len(old)))
        self.text = self.text.replace(old, new, 1)
        self._send([types.TextDocumentContentChangePartial(range=span, text=new)])

    def become(self, text: str) -> None:
        self.text = text
        self._send([types.TextDocumentContentChangeWholeDocument(text=text)])

    def _send(self, changes: list[types.TextDocumentContentChangeEvent]) -> None:
        self.version += 1
        document = types.VersionedTextDocumentIdentifier(self.version, self.uri)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, changes))

    def apply(self, edits: list[types.TextEdit]) -> None:
        """Make the changes that the server asks for, and tell it."""
        lines = self.text.split("\n")

        def index(place: types.Position) -> int:
            return sum(len(line) + 1 for line in lines[: place.line]) + place.character

        text = self.text
        for edit in sorted(edits, key=lambda e: index(e.range.start), reverse=True):
            start, end = index(edit.range.start), index(edit.range.end)
            text = text[:start] + edit.new_text + text[end:]
        self.become(text)

    def apply_all(self, edit: types.WorkspaceEdit | None) -> None:
        assert edit is not None
        assert edit.changes is not None
        self.apply(list(edit.changes[self.uri]))

    async def fixes(self, found: types.Diagnostic) -> list[types.CodeAction]:
        context = types.CodeActionContext([found])
        asked = types.CodeActionParams(self.here, found.range, context)
        result = await self.client.text_document_code_action_async(asked)
        return [action for action in result or [] if isinstance(action, types.CodeAction)]

    async def offered(self, place: types.Position) -> list[types.CompletionItem]:
        asked = types.CompletionParams(self.here, place)
        result = await self.client.text_document_completion_async(asked)
        assert isinstance(result, types.CompletionList)
        return list(result.items)


def edit(
    path: Path, text: str, scenario: Scenario, encodings: tuple[str, ...] = ("utf-16",)
) -> None:
    """Open a text in an editor and do something there."""

    async def play() -> None:
        editor = Editor(path, text)
        await editor.start(list(encodings))
        try:
            await scenario(editor)
        finally:
            await editor.end()

    asyncio.run(asyncio.wait_for(play(), PATIENCE))
